"""Why a cell holds what it holds: codes for programs, one sentence each for readers (reasons.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from truceline.files import yaml


class Reason(StrEnum):
    """The codes, in the order in which they are told when several apply to one cell."""

    INCONSISTENT = "inconsistent"
    CONTESTED = "contested"
    FOUND = "found"
    GENERAL = "general"
    STATED = "stated"
    COMPUTED = "computed"
    NO_JUDGE = "no_judge"
    NOT_YET_DUE = "not_yet_due"
    UNDECIDED = "undecided"
    TARGETS_DIFFER = "targets_differ"
    PART_ONLY = "part_only"
    UNITS_DIFFER = "units_differ"
    TEXT_UNPUBLISHED = "text_unpublished"
    OWED_OPEN = "owed_open"
    NO_TARGET = "no_target"
    UNABLE = "unable"
    HEDGED = "hedged"
    OWED_ONLY = "owed_only"
    UNDONE_ONLY = "undone_only"
    ONE_SIDE = "one_side"
    POSITION_ONLY = "position_only"
    CONDITION_ONLY = "condition_only"
    TERM_ONLY = "term_only"
    DENIAL_ONLY = "denial_only"
    ZERO_ONLY = "zero_only"
    PERMISSION = "permission"
    NO_STATE = "no_state"
    DATE_DOUBTFUL = "date_doubtful"
    NONE_MADE = "none_made"
    NO_STATEMENT = "no_statement"
    UNMEASURABLE = "unmeasurable"
    PART_OPEN = "part_open"

    def sentence(self, language: str = "en") -> str:
        """The sentence a reader sees; English where the language has none yet."""
        entry = _entries()[self.value]
        return str(entry.get(language, entry["en"]))

    @property
    def change(self) -> str:
        """What would have to be held for a cell with this reason to hold something else; empty where nothing is lacking."""
        return str(_entries()[self.value].get("change", ""))

    @property
    def rank(self) -> int:
        """Its place among the reasons: the lowest one is told first."""
        return _RANKS[self]


_RANKS = {reason: place for place, reason in enumerate(Reason)}

# Reasons that come from setting a figure beside what is owed: our arithmetic, even where it gives no value.
OF_FIGURES = frozenset(
    {
        Reason.NO_JUDGE,
        Reason.UNDECIDED,
        Reason.TARGETS_DIFFER,
        Reason.PART_ONLY,
        Reason.UNITS_DIFFER,
        Reason.TEXT_UNPUBLISHED,
        Reason.OWED_OPEN,
        Reason.NO_TARGET,
    }
)


@cache
def _entries() -> Mapping[str, Mapping[str, Any]]:
    loaded: Mapping[str, Mapping[str, Any]] = yaml.own(Path(__file__).with_name("reasons.yaml"))
    return loaded


@cache
def _beginnings() -> tuple[tuple[str, Reason], ...]:
    return tuple(
        (words, Reason(code)) for code, entry in _entries().items() for words in entry.get("begins", ())
    )


@cache
def of_words(why: str) -> Reason:
    """The reason behind a row's own words (``Evidence.why``); ``no_state`` where they are none of those known."""
    folded = why.casefold()
    return next((reason for words, reason in _beginnings() if folded.startswith(words)), Reason.NO_STATE)
