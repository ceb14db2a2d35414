"""What a cue governs, cut into assertions: one unit for each clause, aside or list entry that can be true alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from truceline.reading import cue_stance, numbers
from truceline.reading.frames import Frame
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.subjects import finite
from truceline.reading.vocabulary import load, words

# What stands before a verb in its own clause.
_FRONT = frozenset(
    {"nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass", "neg", "mark", "advmod", "dobj", "prep", "det"}
)
_LINKING = frozenset({"WDT", "WP", "WRB", "IN", "CC", "TO"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "has", "have", "had"})
_PARENTHESIS = 9  # tokens between the two halves: commas, owner and cue
_CONDITIONS = frozenset({"if", "unless", "provided", "until", "as", "only"})


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens ``lo`` to ``hi`` (inclusive) that assert one thing, and the frame that governs them (None: the outlet)."""

    lo: int
    hi: int
    frame: Frame | None


def cut(s: Sentence, regions: Sequence[tuple[int, int]], frame: Frame | None) -> list[Unit]:
    """The units of the token ranges that one frame governs."""
    found = []
    for a, b in _joined(s, regions, frame):
        start = next((k for k in range(a, b) if s.low[k][:1].isalnum()), a)
        comma = _opening(s, start, b)
        ranges = [(start, comma), (comma + 1, b)] if comma is not None else [(a, b)]
        for lo, hi in (piece for first, last in ranges for piece in _pieces(s, first, last)):
            lo, hi = trimmed(s, lo, hi)
            if _occasion(s, lo, hi) and frame is not None:
                continue
            if _says_something(s, lo, hi) or frame is not None and _answers(s, lo, hi, frame):
                found.append(Unit(lo, hi, frame))
    return sorted(found, key=lambda u: (u.lo, u.hi))


def _occasion(s: Sentence, lo: int, hi: int) -> bool:
    """Whether a range is but the place or time that opens a clause which another cue governs: "*In Miami* the mediators agreed"."""
    opens = s.tag[lo] == "IN" and s.dep[lo] == "prep" and (lo == 0 or not s.low[lo - 1][:1].isalnum())
    if not opens or hi - lo > _PARENTHESIS or any(s.is_verb(k) for k in range(lo, hi + 1)):
        return False
    return hi + 1 < len(s) and s.low[hi + 1][:1].isalnum() and s.head[lo] > hi


def _joined(
    s: Sentence, regions: Sequence[tuple[int, int]], frame: Frame | None
) -> Iterator[tuple[int, int]]:
    """The ranges, with those joined that a short cue parts in the middle of a clause: "Her clients, *she says*, are charged with nothing"."""
    at = 0
    while at < len(regions):
        a, b = regions[at]
        if frame is not None and at + 1 < len(regions) and _parted(s, (a, b), regions[at + 1], frame):
            b, at = regions[at + 1][1], at + 1
        yield a, b
        at += 1


def _parted(s: Sentence, one: tuple[int, int], other: tuple[int, int], frame: Frame) -> bool:
    """Whether the first range is only a subject whose verb opens the second, with the cue and its owner between them."""
    if not one[1] < frame.cue < other[0] or other[0] - one[1] > _PARENTHESIS or not s.quoted:
        return False
    if s.quoted[one[1]] != s.quoted[other[0]] or any(
        s.is_verb(k) and finite(s, k) for k in range(one[0], one[1] + 1)
    ):
        return False
    start = next((k for k in range(other[0], other[1] + 1) if s.low[k][:1].isalnum()), other[0])
    return s.is_verb(start) and any(s.is_noun(k) or s.tag[k] == "PRP" for k in range(one[0], one[1] + 1))


def _pieces(s: Sentence, a: int, b: int) -> Iterator[tuple[int, int]]:
    """The split-off pieces of a range, and the main one around them."""
    owner = [-1] * (b + 1)
    for start, end in sorted(_splits(s, a, b)):
        for k in range(start, min(end, b) + 1):
            owner[k] = start
    _rejoin(s, owner, a, b)
    tokens: dict[int, list[int]] = {}
    for k in range(a, b + 1):
        tokens.setdefault(owner[k], []).append(k)
    for group in tokens.values():
        solid = [k for k in group if s.low[k][:1].isalnum()]
        if solid:
            yield _hull(s, solid)


def _rejoin(s: Sentence, owner: list[int], a: int, b: int) -> None:
    """Words of the main piece that follow a split-off one and hold no finite verb belong to that one (a misparsed list)."""
    k = a
    while k <= b:
        end = k
        while end < b and owner[end + 1] == owner[k]:
            end += 1
        if (
            k > a
            and owner[k] < owner[k - 1]
            and not any(s.is_verb(m) and finite(s, m) for m in range(k, end + 1))
        ):
            owner[k : end + 1] = [owner[k - 1]] * (end + 1 - k)
        k = end + 1


def _hull(s: Sentence, solid: list[int]) -> tuple[int, int]:
    """From the first to the last token; a tail that is only a link word ("and", "in") is left out."""
    while len(solid) > 1 and solid[-1] - solid[-2] > 1 and s.tag[solid[-1]] in ("CC", "IN", "RB", "DT"):
        solid.pop()
    return solid[0], solid[-1]


def _splits(s: Sentence, a: int, b: int) -> Iterator[tuple[int, int]]:
    for p in range(a + 1, b):
        end = _split_at(s, p, a, b)
        if end is not None and end - p >= 1:
            yield p, end


def _opening(s: Sentence, a: int, b: int) -> int | None:
    """The comma after an opening phrase with a number of its own ("After two years of war, ..."), or None."""
    if s.tag[a] != "IN" or s.low[a] in ("in", "by", "on", "at", "according", "if", "unless"):
        return None
    comma = next((k for k in range(a + 1, min(b, a + 14)) if s.low[k] == ","), None)
    return (
        comma
        if comma and any(n.last < comma and n.first > a for n in numbers.find(s) if n.first >= a)
        else None
    )


def _split_at(s: Sentence, p: int, a: int, b: int) -> int | None:
    """The end of the unit that starts at token ``p``, or None where none does."""
    before = s.low[p - 1]
    broken = before in (",", ";", "—", "–", ":") or before in QUOTES and s.low[p - 2] == ","
    joined = (
        before in words("units", "coordinators")
        and s.tag[p - 1] == "CC"
        or (before == "later" and s.low[p - 2] in ("and", "but"))
    )
    if not (broken or joined):
        return None
    if (verb := _clause(s, p, a, b)) is not None:
        return max(s.right[verb], verb)
    if broken and (end := _aside(s, p, b)) is not None:
        return end
    if (noun := _entry(s, p, b, broken)) is not None:
        return max(s.right[noun], noun)
    return None


def _clause(s: Sentence, p: int, a: int, b: int) -> int | None:
    """The finite verb of a clause that starts at ``p``: coordinated, relative after a comma, or after "although"."""
    low = s.low[p]
    if low in _CONDITIONS and low != "only" or s.dep[p] == "csubj" or s.low[p : p + 2] == ["so", "long"]:
        return None
    if _after_condition(s, p, a):
        return None
    for v in range(p, min(b, p + 14) + 1):
        if not s.is_verb(v) or s.dep[v] in ("aux", "auxpass", "amod"):
            continue
        left = min([v, *(s.left[k] for k in s.kids[v] if s.dep[k] in _FRONT and s.left[k] >= p)])
        if left != p and not (p <= left <= p + 2 and s.tag[p] in ("RB", "IN")):
            continue
        if s.tag[p] in ("WDT", "WP", "WRB") and s.low[p - 1] in (",", "—", "–"):
            return v
        if finite(s, v) and (
            s.dep[v] in ("conj", "ROOT", "ccomp", "parataxis") or low in words("units", "conjunctions")
        ):
            own = [k for k in s.kids[v] if s.dep[k].startswith(("nsubj", "csubj", "expl"))]
            if s.dep[v] == "conj" and not _conditional(s, v):
                return v if not own or own[0] >= p else None
            another = any(s.is_verb(k) and finite(s, k) for k in range(a, p)) or low in words(
                "units", "conjunctions"
            )
            return v if own and own[0] >= p and another and s.dep[v] != "conj" else None
    return None


def _after_condition(s: Sentence, p: int, a: int) -> bool:
    """Whether a clause is what a condition before it limits: "if the committee wants it, *it can have it*" asserts one thing."""
    start = next(
        (k for k in range(a, p) if s.low[k][:1].isalnum() and s.low[k] not in ("that", "but", "and")), a
    )
    return s.low[start] in ("if", "unless") and s.low[p - 1] == "," and "," not in s.low[start : p - 1]


def _conditional(s: Sentence, v: int) -> bool:
    """Whether a coordinated verb goes on with a condition: "if they watch the line and see that ..."."""
    above = s.head[v]
    return any(s.dep[k] == "mark" and s.low[k] in _CONDITIONS for k in s.kids[above]) or (
        s.dep[above] == "conj" and s.head[above] != above and _conditional(s, above)
    )


def _aside(s: Sentence, p: int, b: int) -> int | None:
    """A trailing participle, preposition or apposition after a comma: "leaving ...", "despite ...", "an approach endorsed by"."""
    low, tag = s.low[p], s.tag[p]
    if low in _CONDITIONS or low == "providing" or _listed(s, p):
        return None
    if low == "including":
        return max(s.right[p], p) if _entry(s, p + 1, b, True) is not None else None
    if (
        low in words("units", "prepositions")
        or low == "in"
        and s.low[p + 1] in ("addition", "violation", "breach", "defiance")
    ):
        return min(max(s.right[p], p), b)
    if tag == "VBG" or tag == "VBN" and s.dep[p] in ("acl", "advcl", "conj", "prep"):
        return (
            s.right[p]
            if s.dep[p] not in ("amod", "compound", "nsubj", "csubj", "pcomp") and s.right[p] > p
            else None
        )
    if tag == "RB" and p + 1 <= b and s.tag[p + 1] in ("VBG", "VBN") and s.dep[p + 1] in ("advcl", "acl"):
        return s.right[p + 1]
    if low == "with" and any(s.tag[k] in ("VBG", "VBN", "CD", "VB") for k in range(p, min(b, p + 12))):
        return max(s.right[p], p)
    noun = next((k for k in range(p, min(b, p + 5) + 1) if s.is_noun(k) and s.left[k] <= p), None)
    if (
        tag == "DT"
        and noun is not None
        and any(s.dep[k] in ("acl", "relcl") and k > noun for k in s.kids[noun])
    ):
        return s.right[noun] if not s.dep[noun].startswith("nsubj") else None
    return None


def _listed(s: Sentence, p: int) -> bool:
    """Whether a participle is one of a list that a preposition opens: "to monitoring X, separating Y, and reporting"."""
    if s.tag[p] != "VBG":
        return False
    for k in range(p - 2, max(p - 16, 0), -1):
        if s.tag[k] == "VBG" and (
            s.tag[k - 1] in ("IN", "TO") or s.low[k - 1] in ("include", "includes", "including")
        ):
            return True
        if finite(s, k) and s.is_verb(k):
            return False
    return False


def _entry(s: Sentence, p: int, b: int, broken: bool) -> int | None:
    """The noun of a list entry that can be true alone: an event or a lack, with something that belongs to it."""
    for k in range(p, min(b, p + 6) + 1):
        if s.low[k] in (",", ";", "to") or s.is_verb(k) and s.tag[k] != "VBG" and s.tag[k] != "VBN":
            return None
        if not s.is_noun(k) or k + 1 <= b and s.is_noun(k + 1):
            continue
        return k if broken and _eventful(s, k) and s.left[k] >= p - 1 and _full(s, k) else None
    return None


def _eventful(s: Sentence, k: int) -> bool:
    """Whether a noun names an event or a lack, and is no subject or part of a compound."""
    known = s.low[k] in words("units", "event_nouns") or s.low[k].endswith(
        tuple(load("units")["event_endings"])
    )
    return (
        known and s.low[k] not in words("names", "bodies") and not s.dep[k].startswith(("nsubj", "compound"))
    )


def _full(s: Sentence, k: int) -> bool:
    """Whether something belongs to the noun: "the closure *of the crossing*"."""
    hung = any(s.dep[c] in ("prep", "acl", "relcl") and c > k for c in s.kids[k])
    return hung or k + 1 < len(s) and s.low[k + 1] in words("units", "after_event")


def _answers(s: Sentence, lo: int, hi: int, frame: Frame) -> bool:
    """Whether few words are enough since the cue shows a stance on them ("did not name *them*", "said *no*"), or since they are
    all that the cue governs ("denied *it*", "said *that they would*").
    """
    if s.low[lo] in ("yes", "no", "nothing"):
        return lo == hi
    if any(_same_words(s, lo, hi, a, b) for a, b in frame.content):
        return s.low[lo] != "so"
    links = all(s.tag[k] in _LINKING or s.low[k] in _BEING for k in range(lo, hi + 1))  # "which is why", "is"
    return not links and s.low[lo][:1].isalnum() and cue_stance.shown(s, frame).stance is not None


def _same_words(s: Sentence, lo: int, hi: int, a: int, b: int) -> bool:
    """Whether a unit is a whole stretch of content, but for its link word and stops."""
    return a <= lo <= hi <= b and not any(
        s.low[k][:1].isalnum() and s.low[k] not in words("units", "lead")
        for k in (*range(a, lo), *range(hi + 1, b + 1))
    )


def foremost(s: Sentence, unit: Unit) -> bool:
    """Whether a unit is what its cue is about, or joined to that by "and" or "nor"; asides and relative clauses only stand beside it."""
    frame = unit.frame
    if frame is None:
        return False
    if (
        any(unit.lo <= _solid(s, a, b) <= unit.hi for a, b in frame.content)
        or unit.lo <= frame.cue <= unit.hi
    ):
        return True
    before = next(
        (s.low[k] for k in range(unit.lo - 1, max(unit.lo - 4, -1), -1) if s.low[k][:1].isalpha()), ""
    )
    return before in words("units", "coordinators") and s.tag[unit.lo] not in (
        "VBG",
        "WDT",
        "WP",
        "WRB",
        "IN",
    )


def _solid(s: Sentence, a: int, b: int) -> int:
    """The first token of a range that is no link word and no stop."""
    return next(
        (k for k in range(a, b + 1) if s.low[k][:1].isalnum() and s.low[k] not in words("units", "lead")), a
    )


def trimmed(s: Sentence, lo: int, hi: int) -> tuple[int, int]:
    """Without link words and stops at the ends, with the quote marks that belong to it."""
    while lo < hi and (s.low[lo] in words("units", "lead") or s.low[lo] in QUOTES):
        lo += 1
    while hi > lo and (
        not s.low[hi][:1].isalnum()
        and s.low[hi] not in ("%", "'s")
        or s.low[hi] in words("units", "coordinators")
        and not s.quoted[hi]
    ):
        hi -= 1
    return lo, hi


def _says_something(s: Sentence, lo: int, hi: int) -> bool:
    solid = [k for k in range(lo, hi + 1) if s.low[k][:1].isalnum()]
    if not any(s.tag[k][:2] in ("NN", "JJ", "CD", "RB") or s.name[k] or s.low[k] == "it" for k in solid):
        return False
    return len(solid) >= 2 or bool(solid) and bool(s.quoted) and s.quoted[solid[0]] > 0
