"""From a claim's surface mentions to the case: which actor, provision, issue and ceasefire, each link with its reason."""

from truceline.linking.evidence import evidence
from truceline.linking.linker import Linker
from truceline.linking.mentions import responsible
from truceline.linking.owed import owed

__all__ = ["Linker", "evidence", "owed", "responsible"]
