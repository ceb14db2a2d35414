"""A duty that is said to be kept or broken by what was done, with no word for "kept" or "broken": guns withdrawn, no shot fired.

Rule (docs/decisions/0096): what is forbidden and was not done over a time is a duty kept; what is asked for and was done, too; what is
asked for and was not done is broken. A single forbidden deed denied stays a denied incident.
"""

from __future__ import annotations

from truceline.evidence import Compliance
from truceline.reading import deeds
from truceline.reading.clauses import Clause
from truceline.reading.deeds import Deed
from truceline.reading.vocabulary import words

_OWN = frozenset({"our", "its", "their", "his", "her", "my", "we", "they", "it", "i"})
_OPENERS = frozenset({"if", "when", "whether", "once", "unless", "after", "before", "while", "as"})
_BE = frozenset(
    {"is", "are", "was", "were", "be", "been", "remain", "remains", "remained", "stay", "stayed", "'re", "'s"}
)


def record(c: Clause) -> Compliance | None:
    """The duty kept or broken by the deed of the clause, or by where things stand."""
    if c.s.low[c.lo] in _OPENERS or "until" in c.present:
        return None  # "when each side handed in lists": told by the way
    found = deeds.deed(c)
    kept = _by_deed(c, found) if found is not None else _by_place(c)
    if kept is None:
        return None
    actor = found.doer if found is not None else c.subject_text
    return Compliance(actor or "", c.text(c.lo, c.hi)[:300], "met" if kept else "breached")


def _by_deed(c: Clause, found: Deed) -> bool | None:
    """True for kept, False for broken, None for neither."""
    if (
        found.base in deeds.violent()
        or found.base in ("leave", "come", "fly", "fall", "land")
        and deeds.of_war(found)
    ):
        return True if not found.done and found.lasting else None
    if found.base in words("deeds", "passing") or found.base == "go":
        if deeds.of_war(found) is not None:
            return True if not found.done and found.lasting else None
        return None if not _over_the_line(c, found) else not found.done
    if found.base == "keep":
        return _kept(c)
    if found.base == "miss":
        return not found.done if "deadline" in c.present else None
    if not found.lasting:
        return None
    if found.base in words("deeds", "amiss"):
        return not found.done if not found.about.isdisjoint(words("deeds", "due_things")) else None
    return found.done if deeds.owed(found) else None


def _over_the_line(c: Clause, found: Deed) -> bool:
    """ "crossed the line", "had gone beyond the line"."""
    if c.present.isdisjoint(words("deeds", "limits")):
        return False
    return found.base != "go" or not c.present.isdisjoint(words("deeds", "beyond"))


def _kept(c: Clause) -> bool | None:
    """ "kept their fingers off the trigger" and "kept 40 mortars hidden"."""
    assert c.verb is not None
    if c.s.low[c.verb] in ("keep", "keeps"):
        return None
    if c.find(words("deeds", "kept_badly")) is not None:
        return c.negative
    return not c.negative if c.find(words("deeds", "kept_well")) is not None else None


def _by_place(c: Clause) -> bool | None:
    """ "our positions have been quiet since", "its guns remain behind the mark", "we are not late"."""
    if c.verb is None or c.s.low[c.verb] not in _BE or c.subject is None:
        return None
    subject = set(c.s.low[c.subject[0] : c.subject[1] + 1])
    after = c.s.low[c.verb + 1 : c.hi + 1]
    if after[:2] == ["not", "late"] or after[:1] == ["late"]:
        return c.negative if subject & {"we", "they", "he", "she"} else None
    mine = bool(subject & _OWN)
    if mine and after[:1] and after[0] in words("deeds", "quiet") and "since" in after:
        return True
    if subject.isdisjoint(words("deeds", "due_things")) or c.negative:
        return None
    if any(w in words("deeds", "stored") for w in after[:5]):
        return True
    return True if "behind" in after[:2] and not c.present.isdisjoint(words("deeds", "limits")) else None
