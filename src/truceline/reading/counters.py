"""Figures that speak by themselves: "COGAT's figures arrive at 7,333", "totals from the ministry differ", "in his account"."""

from __future__ import annotations

from truceline.reading import numbers
from truceline.reading.frames import Frame, Phrase
from truceline.reading.sentence import Sentence
from truceline.reading.subjects import object_of
from truceline.reading.vocabulary import words

_FIGURES = frozenset({"figures", "totals", "readings", "data", "counts", "tallies", "estimates", "statistics", "numbers", "records",
                      "calculations", "measurements", "figure", "tally", "count", "estimate"})  # fmt: skip
_REACH = frozenset({"arrive", "arrives", "arrived", "come", "comes", "came", "stand", "stands", "stood", "put", "puts", "show", "shows",
                    "showed", "give", "gives", "gave", "differ", "differs", "differed", "reach", "reaches", "reached", "range", "ranged",
                    "vary", "varied", "place", "placed", "indicate", "indicated", "suggest", "suggested"})  # fmt: skip
_ACCOUNT = frozenset({"count", "tally", "estimate", "estimates", "account", "figures", "reckoning", "view", "words", "telling", "reading",
                      "assessment", "opinion", "calculation"})  # fmt: skip
_TURNS = frozenset({"but", "while", "whereas", "although", "and", ";"})


def find(s: Sentence) -> list[Frame]:
    """The frames of a sentence whose source is a set of figures or an account."""
    found = [_reaching(s, k) for k, low in enumerate(s.low) if low in _FIGURES]
    found += [_account(s, i) for i, low in enumerate(s.low) if low in ("by", "in")]
    return [f for f in found if f is not None]


def end_before(s: Sentence, frames: list[Frame]) -> None:
    """What another cue governs ends where figures of another source are set against it: ", but readings of the map ..."."""
    for frame in frames:
        first = frame.source.a if frame.source is not None else 0
        if frame.base != "figures" or first < 2 or s.low[first - 1] not in _TURNS:
            continue
        for other in frames:
            if other is not frame and other.cue < first and other.base != "figures":
                other.content = [(a, min(b, first - 2)) for a, b in other.content if a <= first - 2]


def _reaching(s: Sentence, k: int) -> Frame | None:
    """ "X's figures arrive at N", "totals from X differ: N": whoever's figures they are."""
    verb = next((v for v in range(k + 1, min(k + 9, len(s))) if s.low[v] in _REACH), None)
    if verb is None or s.quoted[k] or not any(n.first > verb for n in numbers.find(s)):
        return None
    if any(
        s.low[m] in (",", ";", ":") or s.tag[m] in ("VBD", "VBZ", "VBP", "MD") for m in range(k + 1, verb)
    ):
        return None
    a = _first(s, k)
    if a and s.tag[a - 1] in ("IN", "VBN", "VBD", "VBZ", "VBP", "VB", "VBG", "POS"):
        return None  # the object of something, not what the sentence is about
    source = _owner(s, a, k, verb)
    if source is None:
        return None
    comma = next((m + 1 for m in range(verb, len(s) - 2) if s.low[m] == ","), verb)
    first = (
        comma if s.low[verb].startswith(("differ", "var")) else verb
    )  # that they differ is the outlet's word
    return Frame(verb, verb, "figures", "count", source, [(first, _end(s, verb))], whole=True)


def _first(s: Sentence, k: int) -> int:
    a = k
    while a > 0 and (
        s.is_noun(a - 1)
        or s.is_name(a - 1)
        or s.tag[a - 1] in ("DT", "JJ", "POS", "PRP$", "HYPH")
        or s.sort[a - 1]
    ):
        a -= 1
    return a


def _owner(s: Sentence, a: int, k: int, verb: int) -> Phrase | None:
    """Whose the figures are: the possessor, the name after "from" or "by", else the figures as described."""
    possessive = next((m for m in range(a, k) if s.tag[m] == "POS"), None)
    if possessive is not None and possessive > a:
        return Phrase(a, possessive - 1, possessive - 1)
    source = next((m for m in range(k + 1, verb) if s.low[m] in ("from", "by")), None)
    if source is not None:
        noun = max(source + 1, verb - 1)
        inner = s.child(source, "pobj")
        return Phrase(source + 1, noun, inner if inner is not None and inner <= noun else noun)
    if (
        s.low[a] in ("its", "their", "his", "her", "the", "these", "those", "this", "that")
        or a == k
        and verb == k + 1
    ):
        return None
    known = next(
        (m for m in range(a, k) if s.sort[m] in ("body", "outlet") or s.low[m] in words("names", "bodies")),
        None,
    )
    return Phrase(a, known, known) if known is not None else Phrase(a, verb - 1, k)


def _end(s: Sentence, verb: int) -> int:
    """The end of the sentence, or of the part before a semicolon or the outlet's "but"."""
    for k in range(verb + 2, len(s) - 1):
        if s.low[k] == ";" or s.low[k] == "," and s.low[k + 1] in ("but", "while", "whereas", "although"):
            return k - 1
    return len(s) - 1


def _account(s: Sentence, i: int) -> Frame | None:
    """ "By its count, ...", "in his account", "by the ministry's tally": whoever counted or told speaks."""
    noun = object_of(s, i)
    if noun is None or s.low[noun] not in _ACCOUNT or s.right[noun] > noun:
        return None
    owner = s.child(noun, "poss")
    if owner is None or s.low[i] == "in" and not _aside(s, i, noun):
        return None
    s.tag[owner] = "PRP" if s.tag[owner] == "PRP$" else s.tag[owner]
    content = [(a, b) for a, b in ((0, i - 1), (noun + 1, len(s) - 1)) if a <= b]
    return Frame(i, noun, "count", "according", Phrase(s.left[owner], owner, owner), content, inverted=i > 0)


def _aside(s: Sentence, i: int, noun: int) -> bool:
    """Whether the phrase stands by itself: at the start or after a comma, and before a comma or the end."""
    opens = i == 0 or s.low[i - 1] in (",", "and", "but")
    return opens and s.low[noun + 1 : noun + 2] in ([","], ["."], [])
