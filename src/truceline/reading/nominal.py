"""Cues that are no verb of speech: "by X's count", "in the view of X", "..., was the assurance of X", "if X is to be believed", "as far as X
is concerned", "as seen by X", "to hear X". The sources are the words themselves: data/cues.yaml holds the nouns.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from truceline.reading import surface
from truceline.reading.frames import Frame, Phrase
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.subjects import noun_phrase
from truceline.reading.vocabulary import load, words

_BE = frozenset({"is", "was", "are", "were"})
_GIVEN = frozenset({"given", "offered", "made", "heard", "put", "advanced", "voiced"})
_OWNERS = frozenset({"of", "by", "from"})
_SEEN = frozenset({"seen", "told", "described", "recounted", "related", "viewed", "reported", "recalled", "remembered", "explained", "put",
                   "presented", "rendered", "interpreted", "understood"})  # fmt: skip
_OPENERS = frozenset({"that", "which", "who", "where", "whether", "while", "because", "since"})
_TRUSTED = frozenset({"believed", "trusted", "credited"})
_READS = frozenset({"runs", "ran", "reads", "read", "goes", "went"})
_LONGEST = 14  # tokens of a source between the words of a cue


def find(s: Sentence) -> list[Frame]:
    """The frames of a sentence whose cue is a noun or a set phrase with a source."""
    found: list[Frame | None] = [
        _claim(s, k) for k, low in enumerate(s.low) if low in _plurals() and s.is_noun(k)
    ]
    prepositions = load("cues")["in_noun"]
    for i, low in enumerate(s.low):
        if low in prepositions:
            found.append(_in_noun(s, i, prepositions[low]))
        if low in _BE:
            found.append(_predicate(s, i))
        if low in _READS:
            found.append(_reads(s, i))
        if low in ("if", "as", "to"):
            found.append(_set_phrase(s, i))
    return [f for f in found if f is not None]


@cache
def _plurals() -> Mapping[str, str]:
    """Each noun of the list and its plural with the noun."""
    nouns = words("cues", "nouns")
    return {**{n + "s": n for n in nouns}, **{n: n for n in nouns}}


def _claim(s: Sentence, k: int) -> Frame | None:
    """ "The accusation by the army that the Front laid it has been denied", "X's claim that ...": what the clause says is X's."""
    clause = next(
        (
            v
            for v in s.kids[k]
            if v > k and s.is_verb(v) and (mark := s.child(v, "mark")) is not None and s.low[mark] == "that"
        ),
        None,
    )
    if clause is None:
        return None
    that = s.child(clause, "mark")
    assert that is not None
    first = _denied(s, k)
    source = _claimant(s, first, that, _OWNERS if first == k else _OWNERS - {"of"})
    if source is None or that >= s.right[clause]:
        return None
    made = Frame(first, k, "assertion", "say", source, [(that + 1, s.right[clause])], vouched=True)
    made.scene = [(min(source.a, k), that)]
    return made


def _denied(s: Sentence, k: int) -> int:
    """The noun of denial that a claim is the object of: "X's *rejection* of the charge that"; else the claim itself."""
    up = s.head[k]
    denies = s.dep[k] == "pobj" and s.low[up] == "of" and s.low[s.head[up]] in words("stances", "denial")
    return s.head[up] if denies else k


def _claimant(s: Sentence, k: int, that: int, owners: frozenset[str]) -> Phrase | None:
    """Whose claim it is: the phrase behind one of ``owners`` ("by", "of", "from"), or the possessor."""
    owner = next((m for m in range(k + 1, that) if s.low[m] in owners), None)
    if owner is not None:
        return _after(s, owner + 1)
    possessor = s.child(k, "poss")
    if possessor is None or s.right[possessor] > k:
        return None
    return _possessor(s, s.left[possessor], k)


def _reads(s: Sentence, i: int) -> Frame | None:
    """ "..., runs the agreement, ...", "..., so reads a note at the crossing": a text in its own words."""
    first = i - 1 if s.low[i - 1] == "so" else i
    mark = first - 1 - (s.low[first - 1] in QUOTES)
    if (
        first < 3
        or i + 2 >= len(s)
        or s.low[mark] not in (",", "!", "?")
        or s.tag[i + 1] not in ("DT", "PRP$")
    ):
        return None
    source = _after(s, i + 1)
    if (
        source is None
        or s.name[source.head]
        or s.low[source.head] not in words("names", "documents")
        or not _ends(s, source.b + 1)
    ):
        return None
    made = _told_before(s, i, i, source, source.b)
    made.sort = "document"
    if s.low[source.b + 1 : source.b + 2] == [","] and len(made.content) == 1 and source.b + 3 < len(s):
        made.content.append((source.b + 2, _right(s, source.b + 2)))
    return made


def _in_noun(s: Sentence, i: int, nouns: list[str]) -> Frame | None:
    """ "By the ministry's count, ...", "... in the reading of one mediator"."""
    if not _stands_apart(s, i):
        return None
    for noun in range(i + 1, min(len(s) - 1, i + _LONGEST)):
        low = s.low[noun]
        if (
            low in (",", ";", ":", ".", "that", "which", "who")
            or low in QUOTES
            or s.tag[noun] in ("VBZ", "VBD", "VBP", "MD", "IN")
        ):
            return None
        if low not in nouns or s.is_verb(noun):
            continue
        if s.low[noun + 1] == "of" and noun - i <= 3 and not any(s.tag[k] == "POS" for k in range(i, noun)):
            return _owned_after(s, i, noun)
        source = _possessor(s, i + 1, noun)
        return _frame(s, i, noun, source, noun + 1) if source is not None and _ends(s, noun + 1) else None
    return None


def _owned_after(s: Sentence, i: int, noun: int) -> Frame | None:
    """The source behind "of", to the comma or the end; "in the last version of the text" is a text, told of by nobody."""
    source = _after(s, noun + 2)
    if source is None or not _ends(s, source.b + 1) or s.low[source.head] in words("names", "documents"):
        return None
    return _frame(s, i, noun + 1, source, source.b + 1)


def _stands_apart(s: Sentence, i: int) -> bool:
    """Whether a phrase opens the sentence or a part of it: after a mark, a joining word, or with a mark behind."""
    return (
        i == 0
        or s.low[i - 1] in (",", ";", "-", "–", "—", "and", "but", "which", "that", ":")
        or s.dep[i] in ("prep", "agent")
    )


def _ends(s: Sentence, k: int) -> bool:
    """Whether a part of the sentence ends before token ``k``, or the verb of the clause stands there."""
    if k >= len(s) or s.low[k] in (",", ".", ";", ":", ")", "-", "–", "—", "!", "?") or s.low[k] in QUOTES:
        return True
    return s.low[k] in ("and", "but") or s.tag[k] in ("VBZ", "VBD", "VBP", "MD")


def _possessor(s: Sentence, a: int, noun: int, *, anybody: bool = False) -> Phrase | None:
    """Whose the noun is: "its", "the ministry's", with an adjective or two behind. ``anybody``: also who is not known to speak."""
    for k in range(noun - 1, a - 1, -1):
        if s.tag[k] == "POS":
            return _speaker(s, a, k - 1, anybody=anybody)
        if s.tag[k] == "PRP$" or s.low[k] in ("his", "her", "its", "their", "our", "my"):
            return Phrase(k, k, k) if k == a else None
        if s.tag[k] not in ("JJ", "JJS", "JJR", "RB", "NN", "HYPH", "VBG", "VBN"):
            return None
    return None


def _speaker(s: Sentence, a: int, b: int, *, anybody: bool = False) -> Phrase | None:
    """The phrase from ``a`` to ``b``, if it can speak."""
    while a < b and s.low[a] in (",", "even", "only", "also"):
        a += 1
    if b < a:
        return None
    head = next(
        (
            k
            for k in range(b, a - 1, -1)
            if not a <= s.head[k] <= b and (s.is_noun(k) or s.is_name(k) or s.tag[k] == "PRP")
        ),
        b,
    )
    found = Phrase(a, b, head)
    return found if anybody or surface.may_speak(s, found) or surface.may_speak(s, Phrase(a, b, b)) else None


def _after(s: Sentence, a: int) -> Phrase | None:
    """The source that starts at ``a``: the noun phrase there, to the next mark."""
    if a >= len(s):
        return None
    stop = next((k for k in range(a, len(s)) if s.low[k] in (",", ";", ":", ".", "that", "!", "?") or s.low[k] in QUOTES
                 or s.tag[k] in ("VBZ", "VBD", "VBP", "MD", "WP", "WDT")), len(s))  # fmt: skip
    noun = next((k for k in range(a, stop) if (s.is_noun(k) or s.name[k] or s.tag[k] in ("PRP", "CD")) and not a <= s.head[k] < k
                 and (k + 1 == stop or not s.is_noun(k + 1) and s.tag[k + 1] != "POS")), None)  # fmt: skip
    if noun is None or stop - a > _LONGEST:
        return None
    phrase = noun_phrase(s, noun)
    made = Phrase(a, max(noun, min(phrase.b, stop - 1)), noun)
    return made if surface.may_speak(s, made) else None


def _predicate(s: Sentence, i: int) -> Frame | None:
    """ "CLAUSE, was the assurance of X", "CLAUSE, is X's line": the clause is told to the left."""
    if i < 3 or i + 2 >= len(s) or not (s.low[i - 1] == "," or s.low[i - 1] in QUOTES):
        return None
    nouns = words("cues", "nouns")
    for noun in range(i + 1, min(len(s), i + _LONGEST)):
        low = s.low[noun]
        if low in (",", ";", ".", ":") or low in QUOTES or s.tag[noun] in ("VBZ", "VBD", "VBP", "IN", "MD"):
            return None
        if low not in nouns:
            continue
        after = noun + 1
        if s.low[after : after + 1] and s.low[after] in _GIVEN:
            after += 1
        if s.low[after : after + 1] and s.low[after] in _OWNERS:
            source = _after(s, after + 1)
            return _told_before(s, i, after, source, source.b) if source is not None else None
        source = _possessor(s, i + 1, noun, anybody=True)
        return _told_before(s, i, noun, source, noun) if source is not None and _ends(s, noun + 1) else None
    return None


def _told_before(s: Sentence, i: int, cue_end: int, source: Phrase, last: int) -> Frame:
    """The frame of a cue behind its clause; what follows after "and" goes on where a comma parts it."""
    content = [(_left(s, i - 1), i - 1)]
    if s.low[last + 1 : last + 3] == [",", "and"]:
        content.append((last + 2, _right(s, last + 2)))
    end = cue_end if source.a > cue_end else i
    made = Frame(i, end, "account", "according", source, content, inverted=True, vouched=True)
    made.scene = [(i, max(cue_end, last))]
    return made


def _set_phrase(s: Sentence, i: int) -> Frame | None:
    """ "If X is to be believed", "as far as X is concerned", "as seen by X", "to hear X"."""
    low = s.low
    if low[i] == "if":
        end = next((k for k in range(i + 2, min(len(s) - 3, i + _LONGEST)) if low[k] in ("is", "are") and low[k + 1 : k + 3] == ["to", "be"]
                    and low[k + 3] in _TRUSTED), None)  # fmt: skip
        return _closed(s, i, i + 1, end, 4)
    if low[i] == "as" and low[i + 1 : i + 3] in (["far", "as"], ["long", "as"]):
        end = next(
            (
                k
                for k in range(i + 4, min(len(s) - 1, i + _LONGEST))
                if low[k] in ("is", "are", "was", "were") and low[k + 1] == "concerned"
            ),
            None,
        )
        return _closed(s, i, i + 3, end, 2)
    if low[i] == "as" and i + 3 < len(s) and low[i + 1] in _SEEN and low[i + 2] in ("by", "from"):
        source = _after(s, i + 3)
        return (
            _frame(s, i, i + 2, source, source.b + 1)
            if source is not None and _ends(s, source.b + 1)
            else None
        )
    if low[i : i + 2] == ["to", "hear"] and (i == 0 or low[i - 1] == ","):
        source = _after(s, i + 2)
        return (
            _frame(s, i, i + 1, source, source.b + 1)
            if source is not None and low[source.b + 1 : source.b + 2] == [","]
            else None
        )
    return None


def _closed(s: Sentence, i: int, a: int, end: int | None, more: int) -> Frame | None:
    if end is None or not _ends(s, end + more):
        return None
    source = _speaker(s, a, end - 1)
    return _frame(s, i, end + more - 1, source, end + more) if source is not None else None


def _frame(s: Sentence, i: int, cue_end: int, source: Phrase, after: int) -> Frame | None:
    """The frame of a phrase in or beside its clause: the clause is what it stands in, without the phrase."""
    around = (
        _quotation(s, after)
        or _aside(s, i, after)
        or _within(s, i, after)
        or [(_left(s, i - 1), i - 1), (after, _right(s, after))]
    )
    content = [(a, b) for a, b in around if 0 <= a <= b and any(w[:1].isalnum() for w in s.low[a : b + 1])]
    if not content:
        return None
    made = Frame(i, cue_end, "account", "according", source, content, inverted=i > 0, vouched=True)
    made.scene = [(i, after - 1)]
    return made


def _quotation(s: Sentence, after: int) -> list[tuple[int, int]]:
    """ "A commissioner, in his own phrase "no friend of tents", would ...": nothing but the quotation."""
    if after + 1 >= len(s) or s.low[after] not in QUOTES or not s.quoted[after + 1]:
        return []
    end = next((k - 1 for k in range(after + 1, len(s)) if s.quoted[k] != s.quoted[after + 1]), len(s) - 1)
    return [(after + 1, end)] if end + 3 < len(s) else []


def _aside(s: Sentence, i: int, after: int) -> list[tuple[int, int]]:
    """ "The mercenaries, more than 20,000 by his count, were ...": nothing but what stands between the marks."""
    if i == 0 or after >= len(s) or s.low[after] != "," or s.low[i - 1] == ",":
        return []
    comma = next((k for k in range(i - 1, -1, -1) if s.low[k] == ","), None)
    if comma is None or any(s.is_verb(k) for k in range(comma, i)):
        return []
    return [(comma + 1, i - 1)]


def _within(s: Sentence, i: int, after: int) -> list[tuple[int, int]]:
    """ "X reported that 200 mines, by the engineers' count, lay ...": the clause behind "that", where the phrase stands in it."""
    for k in range(i - 1, 0, -1):
        verb = s.head[k]
        if s.low[k] == "that" and s.dep[k] == "mark" and s.left[verb] <= i <= s.right[verb]:
            return [(k + 1, i - 1), (after, min(_right(s, after), max(s.right[verb], after)))]
    return []


def _left(s: Sentence, k: int) -> int:
    """The first token of the part of the sentence that ends at ``k``: behind a semicolon or the outlet's "but"."""
    if k >= 0 and s.low[k] in _OPENERS or k >= 1 and s.low[k] == "," and s.low[k - 1] in _OPENERS:
        return k + 1  # "said that, by its count, ...": the clause starts here
    while k > 0 and s.low[k - 1] not in (";", ":") and not (s.low[k] == "while" and s.low[k - 1] == ","):
        k -= 1
    return k


def _right(s: Sentence, k: int) -> int:
    """The last token of the part that starts at ``k``."""
    for m in range(k, len(s) - 1):
        if (
            s.low[m] == ";"
            or s.low[m] == ","
            and s.low[m + 1] in ("but", "while", "whereas", "although", "though")
        ):
            return m - 1
    return len(s) - 1
