"""How far a speaker commits, and whether the content is affirmed or denied."""

from __future__ import annotations

from itertools import pairwise

from truceline.evidence import Hedge, Polarity
from truceline.reading.clauses import Clause

_MODALS = {"may": Hedge.POSSIBLE, "might": Hedge.POSSIBLE, "could": Hedge.POSSIBLE, "would": Hedge.CONDITIONAL, "will": Hedge.FUTURE,
           "'ll": Hedge.FUTURE, "wo": Hedge.FUTURE, "shall": Hedge.FUTURE}  # fmt: skip
_APPEARS = frozenset(
    {"appears", "appear", "appeared", "seems", "seem", "seemed", "apparently", "reportedly", "allegedly"}
)
_LIKELY = frozenset({"likely", "possibly", "perhaps", "probably", "maybe"})
_NOBODY = frozenset({"no", "nobody", "none", "nothing", "neither"})
_EXPECTED = frozenset({"expected", "due", "scheduled", "set", "planned", "slated"})


def hedge(c: Clause) -> Hedge:
    """The hedge of an assertion: of its main verb's modal, of "appears", "expected to", or of an opening "if"."""
    if c.s.low[c.lo] in ("if", "unless", "provided"):
        return Hedge.CONDITIONAL
    if not c.present.isdisjoint(_APPEARS):
        return Hedge.APPEARS
    if c.verb is not None:
        for k in c.s.kids[c.verb]:
            if c.s.dep[k] == "aux" and c.s.low[k] in _MODALS:
                return _MODALS[c.s.low[k]]
    if not c.present.isdisjoint(_EXPECTED):
        for word, after in pairwise(c.words):
            if word in _EXPECTED and after in ("to", "for") and not (word == "due" and after == "to"):
                return Hedge.FUTURE
    return Hedge.NONE if c.present.isdisjoint(_LIKELY) else Hedge.POSSIBLE


def polarity(c: Clause) -> Polarity:
    """Denied where the main verb is negated, or its subject is nobody and nothing ("no shot was fired", "neither has been opened")."""
    return Polarity.DENIED if c.negative != _nobody(c) and not _corrected(c) else Polarity.AFFIRMED


def _corrected(c: Clause) -> bool:
    """ "speaks of categories, not of days", "were not flour but cable": what is said is the other thing, which is affirmed."""
    if c.verb is None or c.s.low[c.verb : c.verb + 2] == ["do", "not"]:
        return False
    said = c.s.low[c.verb + 1 : c.hi + 1]
    if "," in said and said[said.index(",") + 1 : said.index(",") + 2] == ["not"]:
        return True
    return "not" in said and "but" in said[said.index("not") :] and said.index("not") == 0


def _nobody(c: Clause) -> bool:
    if c.s.low[c.lo] == "neither":
        return True
    return c.subject is not None and c.subject[0] >= c.lo and c.s.low[c.subject[0]] in _NOBODY
