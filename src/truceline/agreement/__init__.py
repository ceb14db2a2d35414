"""The agreement as data: who owes what to whom, from when, until when, and what is left open; loaded and linted."""

from truceline.agreement.check import Warning, check  # noqa: A004 - the word of the contract between the rooms
from truceline.agreement.loading import load
from truceline.agreement.model import Agreement, Provision

__all__ = ["Agreement", "Provision", "Warning", "check", "load"]
