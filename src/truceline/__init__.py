"""Truceline: who said what about a ceasefire, what each side owes, and whether it is done according to whom."""

__version__ = "0.1.0"
