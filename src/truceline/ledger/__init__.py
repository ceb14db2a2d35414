"""The tables of a case: a journal that only grows, and proposals that can be rebuilt. The only room with Django.

Nothing of Django is imported before a ledger is opened, so that `truceline --help` stays quick.
"""

from truceline.ledger.building import BuildResult, build
from truceline.ledger.entry import EntryKind
from truceline.ledger.fault import Fault
from truceline.ledger.ledger import Ledger
from truceline.ledger.stale import stale

__all__ = ["BuildResult", "EntryKind", "Fault", "Ledger", "build", "stale"]
