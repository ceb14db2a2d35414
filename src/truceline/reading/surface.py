"""Who a noun phrase names, on its own words: a person, a body, a text, somebody not named, or something said before."""

from __future__ import annotations

import re
from dataclasses import dataclass

from truceline.evidence import Span
from truceline.reading.apposition import alias, held_by, of_a_place, of_the_nearer, person_beside, widened
from truceline.reading.collective import explained
from truceline.reading.frames import Phrase
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import words

LONGEST = 10  # words of a description; a "name" over a sentence says nothing
_POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "my"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "both", "another", "some", "neither", "either", "no", "each", "every", "all", "many", "several", "most", "other"})  # fmt: skip
_NO_NAME = frozenset({"NNS", "DT", "PDT", "CC", "CD"})  # "Another said", "Both doubt it"
_DEFINITE = frozenset({"the", "this", "that", "its", "his", "their", "our"})
_ANYBODY = frozenset({"official", "source", "member"})
_ORDINALS = frozenset({"second", "third", "fourth", "fifth", "sixth", "other"})
_HUMAN = re.compile(r"(er|or|ist|ian|ant|man|woman|eer)s?$")


@dataclass(frozen=True, slots=True)
class Surface:
    """``sort``: person, body, outlet, document, unnamed, pronoun or description (refers back). ``name`` as written, without
    titles and articles; ``actors`` where the lexicon knows it. ``role`` is the title or office noun, ``org`` the body named
    beside it ("a spokesperson for X").
    """

    sort: str
    text: str
    span: Span
    name: str | None = None
    actors: tuple[str, ...] = ()
    role: str = ""
    org: str = ""
    org_actors: tuple[str, ...] = ()


def may_speak(s: Sentence, phrase: Phrase) -> bool:
    """Whether a noun phrase can be a source: a name, a pronoun, people, a body, a text."""
    head = phrase.head
    low = s.low[head]
    if (some := _some_of(s, head)) is not None:
        return may_speak(s, Phrase(some, some, some))
    if (
        low == "those"
        and s.low[head + 1 : head + 2] != ["of"]
        and any(s.dep[k] == "relcl" for k in s.kids[head])
    ):
        return any(s.low[k] == "who" for k in range(head + 1, s.right[head]))
    if low in ("it", "this", "that", "there", "what", "which", "one", "everything", "nothing", "no"):
        return low == "it"
    if low in _PRONOUNS or s.is_name(head) or s.tag[head] == "PRP":
        return low not in words("names", "days")
    known = (
        words("names", "people")
        | words("names", "bodies")
        | words("names", "documents")
        | words("names", "outlets")
        | words("names", "human")
    )
    if low in _ORDINALS and s.low[phrase.a] in ("a", "the") and head - phrase.a < 2:
        return True  # "a third insisted"
    if low in known or any(s.dep[k] == "appos" and s.is_name(k) for k in s.kids[head]):
        return True
    return bool(_HUMAN.search(low)) and len(low) > 4 and s.is_noun(head)


def _some_of(s: Sentence, head: int) -> int | None:
    """Of "one of his commanders", "two of the guarantors" the noun that tells who they are."""
    if s.low[head + 1 : head + 2] != ["of"] or s.tag[head] not in ("CD", "DT", "JJ"):
        return None
    return s.child(head + 1, "pobj")


def read(s: Sentence, phrase: Phrase) -> Surface:
    """What the phrase says of its source."""
    phrase = widened(s, _reheaded(s, explained(s, phrase)))
    head = alias(s, phrase) or _named_head(s, phrase)
    text, span = _short(s, phrase)
    if s.is_name(head) and not s.name[head]:
        head = _name_end(s, phrase, head)
    low = s.low[head]
    if not s.name[head] and (s.tag[head] in ("PRP", "PRP$") or low == "both" and phrase.a == phrase.b):
        return Surface("pronoun", text, span)
    joint = _joined(s, phrase, head)
    if len(joint) > 1:
        first = _core_start(s, Phrase(s.left[joint[0]], joint[0], joint[0]), joint[0])
        return Surface("body", text, span, s.words(first, joint[-1]))
    if s.sort[head] in ("person", "body", "outlet", "people"):
        role, org, ids = _office(s, phrase, head)
        sort = "body" if s.sort[head] == "people" else s.sort[head]
        return Surface(sort, text, span, s.words(head, head), s.name[head], role, org, ids)
    if _office_alone(s, phrase, head):
        return _common(s, phrase, head, text, span)
    if s.sort[head] == "adjective" and head > phrase.a:
        return Surface("description", text, span, None, (), "national")  # "the Austrian"
    borrowed = s.low[phrase.a] in _POSSESSIVES and low in words("names", "bodies")
    if s.is_name(head) and low not in words("names", "documents") and not borrowed:
        return _proper(s, phrase, head, text, span)
    if low in words("names", "documents"):
        maker = next((k for k in range(phrase.a, head) if s.sort[k] in ("outlet", "body")), None)
        if maker is not None and low in ("analysis", "survey", "study", "poll", "tally", "count"):
            return Surface(s.sort[maker], text, span, s.words(maker, maker), s.name[maker], low)
        return Surface("document", text, span, _core(s, phrase, head), (), low)
    return _common(s, phrase, head, text, span)


def _name_end(s: Sentence, phrase: Phrase, head: int) -> int:
    """The last token of a name whose first part the parse took for its head: "Majed al-Ansari of the ministry"."""
    end = head
    for k in range(head + 1, phrase.b + 1):
        if s.tag[k].startswith("NNP") and not s.name[k]:
            end = k
        elif not (s.low[k] == "-" and s.start[k] == s.end[k - 1] or s.low[k] in words("names", "particles")):
            break
    return end


def _office_alone(s: Sentence, phrase: Phrase, head: int) -> bool:
    """Whether a capitalised office stands for its holder: "the First Councillor", "the Foreign Secretary", "our Elder"."""
    if s.name[head] or not s.is_name(head) or s.low[head] not in words("names", "titles"):
        return False
    return s.low[phrase.a] in _DETERMINERS and s.low[head] not in words("names", "bodies")


def _reheaded(s: Sentence, phrase: Phrase) -> Phrase:
    """The phrase with its last noun before a preposition or comma as head, where the parse makes an article or possessive the head."""
    low = s.low[phrase.head]
    if phrase.a == phrase.b or not (low in _DETERMINERS or low in _POSSESSIVES) or s.name[phrase.head]:
        return phrase
    head = phrase.head
    for k in range(phrase.head + 1, phrase.b + 1):
        if s.tag[k] in ("IN", "WDT", "WP", "CC") or s.low[k] in (",", "("):
            break
        head = k if s.is_noun(k) or s.name[k] or s.tag[k] == "JJ" else head
    return Phrase(phrase.a, phrase.b, head)


def _joined(s: Sentence, phrase: Phrase, head: int) -> list[int]:
    """The names that speak together: "A, B and C", by the parse, or names of one sort in a row."""
    found = {head} if s.is_name(head) else set()
    for k in range(phrase.a, phrase.b + 1):
        if (
            s.dep[k] == "conj"
            and s.is_name(k)
            and s.head[k] in found
            or k < head
            and s.sort[k]
            and s.sort[k] == s.sort[head]
            and s.low[k + 1] in (",", "and")
        ):
            found.add(k)
    return sorted(found)


def _named_head(s: Sentence, phrase: Phrase) -> int:
    """The head, or the name set beside it: "a member of the bureau, X, said"."""
    offices = words("names", "people") | words("names", "titles")
    if (held := held_by(s, phrase)) is not None:
        return held
    if s.is_name(phrase.head) and s.low[phrase.head] not in offices:
        return phrase.head
    beside = [k for k in s.kids[phrase.head] if s.dep[k] == "appos" and s.is_name(k) and k <= phrase.b]
    inner = [
        k
        for k in range(phrase.head + 1, phrase.b + 1)
        if s.dep[k] == "appos" and s.is_name(k) and (s.low[k - 1] == "," or person_beside(s, phrase, k))
    ]
    office = s.low[phrase.head] in offices
    found = next(
        (
            k
            for k in (*beside, *inner, *_following(s, phrase))
            if not (office and of_a_place(s, s.left[k], k))
        ),
        phrase.head,
    )
    return phrase.head if of_the_nearer(s, phrase.head, found) else found


def _following(s: Sentence, phrase: Phrase) -> list[int]:
    """The last token of the name that stands right after the head or its comma, where the parse joins them otherwise:
    "the historian Milada von Orban", "the secretary-general, Naim Qassem,", "the UN mission UNIFIL".
    """
    a = phrase.head + 1
    if a <= phrase.b and s.low[a] == ",":
        a += 1
    if a > phrase.b or not s.is_noun(phrase.head):
        return []
    if s.low[phrase.head] in words("names", "bodies"):
        return [a] if a == phrase.b == phrase.head + 1 and s.sort[a] == "body" else []
    if s.sort[a] == "person":
        return [a]
    if s.name[a] or not s.tag[a].startswith("NNP") or s.low[a] in words("names", "days"):
        return []
    end = _name_end(s, phrase, a)
    closed = end == phrase.b or s.low[end + 1] in (",", "-", "(")
    return [end] if closed and (a == phrase.head + 1 or end > a) else []


def _short(s: Sentence, phrase: Phrase) -> tuple[str, Span]:
    """The phrase as written, cut before a clause, and to ten words."""
    a, b = phrase.a, phrase.b
    for k in range(phrase.head + 1, b + 1):
        if (
            s.low[k] in (",", ":", ";", "which", "who", "that", "(")
            or s.tag[k] == "VBG"
            or s.tag[k] == "VBN"
            and s.dep[k] == "acl"
        ):
            b = k - 1
            break
    while a < b and not s.low[a][:1].isalnum():
        a += 1
    while b > a and len(s.words(a, b).split()) > LONGEST:
        b -= 1
    return s.words(a, b), s.span(a, b)


def _run(s: Sentence, phrase: Phrase, head: int) -> tuple[int, str]:
    """The first token of the proper name that ends at ``head``, and the title before it."""
    a, role = head, ""
    while a > phrase.a:
        k = a - 1
        if s.low[k] in words("names", "titles") and a <= head and s.low[head] not in words("names", "bodies"):
            role = s.low[k]
            break
        joined = s.low[k] in ("-", "'") and a >= 2 or s.low[k] in words("names", "particles")
        if (
            s.name[k]
            or s.low[k] in words("names", "days")
            or not (
                s.tag[k].startswith("NNP")
                or joined
                or s.text[s.start[k]].isupper()
                and s.low[k] not in _DETERMINERS
            )
        ):
            break
        a = k
    while a < head and (not s.low[a][:1].isalnum() or s.low[a] in words("names", "titles")):
        a += 1
    return a, role


def _proper(s: Sentence, phrase: Phrase, head: int, text: str, span: Span) -> Surface:
    """A name the lexicon does not know: a person by title, apposition or form, else a body or an outlet."""
    a, title = _run(s, phrase, head)
    role, org, ids = _office(s, phrase, head)
    low = s.low[head]
    if low in words("names", "bodies") or low in words("names", "outlets"):
        start = _core_start(s, phrase, head)
        return Surface(
            "outlet" if low in words("names", "outlets") else "body", text, span, s.words(start, head)
        )
    name = s.words(a, head)
    if title or role in words("names", "people") | words("names", "titles"):
        return Surface("person", text, span, name, (), title or role, org, ids)
    if name.isupper() or "." in name:
        return Surface("body", text, span, name)
    two = len(name.split()) >= 2 and not any(w.lower() in words("names", "bodies") for w in name.split())
    return Surface("person" if two else "proper", text, span, name, (), role, org, ids)


def _office(s: Sentence, phrase: Phrase, head: int) -> tuple[str, str, tuple[str, ...]]:
    """The office noun beside a name and the body it belongs to: "X, a spokesperson for B", "B spokesman X"."""
    nouns = (words("names", "people") | words("names", "titles")) - words("names", "part_of_title")
    after = [k for k in range(head + 1, phrase.b + 1) if s.low[k] in nouns and s.is_noun(k)]
    before = [k for k in range(phrase.a, head) if s.low[k] in nouns]
    if after:
        at = after[0]
        body = next((k for k in range(head + 1, phrase.b + 1) if s.sort[k] in ("body", "outlet")), None)
        if body is not None:
            return s.low[at], s.words(body, body), s.name[body]
        prep = next((k for k in s.kids[at] if s.low[k] in ("of", "for", "from")), None)
        noun = s.child(prep, "pobj") if prep is not None else None
        return s.low[at], _core(s, Phrase(s.left[noun], noun, noun), noun) if noun is not None else "", ()
    if before:
        at = max(k for k in before)
        spokes = next((k for k in before if s.low[k] in words("names", "spokesperson")), at)
        first = phrase.a + (1 if s.low[phrase.a] in _DETERMINERS else 0)
        names = [k for k in range(first, spokes) if s.name[k]]
        org = s.words(first, spokes - 1) if first < spokes else ""
        org = re.sub(r"[’']s$", "", org)
        return s.low[spokes], org, s.name[names[0]] if len(names) == 1 and names[0] == spokes - 1 else ()
    return "", "", ()


def _core_start(s: Sentence, phrase: Phrase, head: int) -> int:
    a = phrase.a
    while a < head and (s.low[a] in _DETERMINERS or not s.low[a][:1].isalnum()):
        a += 1
    return a


def _core(s: Sentence, phrase: Phrase, head: int) -> str:
    """The phrase without article, to eight words, with what follows the head by "of" or "for"."""
    a, b = _core_start(s, phrase, head), head
    prep = next((k for k in s.kids[head] if k > head and s.low[k] in ("of", "for")), None)
    if prep is not None:
        b = min(s.right[prep], phrase.b)
    while b > head and (len(s.words(a, b).split()) > 8 or not s.low[b][:1].isalnum()):
        b -= 1
    return s.words(a, b)


def _common(s: Sentence, phrase: Phrase, head: int, text: str, span: Span) -> Surface:
    """A common noun: a body named by its adjective, an office, people not named, or a word that refers back."""
    low, bodies = s.low[head], words("names", "bodies")
    if _name_alone(s, phrase, head):
        return Surface("proper", text, span, text)
    named, capital = _beside(s, phrase, head)
    org, ids = _whose(s, phrase, head, named, capital)
    if s.low[phrase.a] in _POSSESSIVES:
        named, capital = [], []
    told = bool(named or capital)
    definite = s.low[phrase.a] in _DEFINITE or any(s.tag[k] == "POS" for k in range(phrase.a, head))
    several = definite or s.low[phrase.a] in ("both", "all", "each", "neither", "those", "these")
    if low in words("names", "outlets"):
        return Surface("unnamed", text, span, None, (), low, org, ids)
    if low in bodies and told:
        return Surface("body", text, span, _core(s, phrase, head), (), low, org, ids)
    if low not in bodies and not (several and s.tag[head].startswith("NN")):
        return Surface("unnamed", text, span, None, (), low, org, ids)
    if definite and told and low in words("names", "titles") - _ANYBODY:
        return Surface("office", text, span, _core(s, phrase, head), (), low, org, ids)
    sort = "description" if several or _mass(s, phrase, head, named) else "unnamed"
    return Surface(sort, text, span, None, (), low, org, ids)


def _name_alone(s: Sentence, phrase: Phrase, head: int) -> bool:
    """Whether a single capitalised word is a name that the parse took for a noun at the start of a sentence."""
    capital = phrase.a == phrase.b and s.text[s.start[head]].isupper() and s.tag[head] not in _NO_NAME
    return capital and not may_speak(s, phrase)


def _beside(s: Sentence, phrase: Phrase, head: int) -> tuple[list[int], list[int]]:
    """The names and adjectives of names in a phrase, and the other capitalised words before its head."""
    near = range(phrase.a, min(phrase.b, head + 6) + 1)
    named = [k for k in near if k != head and s.is_name(k) or s.sort[k] == "adjective"]
    before = range(phrase.a, head)
    return named, [k for k in before if s.text[s.start[k]].isupper() and s.low[k] not in _DETERMINERS]


def _whose(
    s: Sentence, phrase: Phrase, head: int, named: list[int], capital: list[int]
) -> tuple[str, tuple[str, ...]]:
    """The body beside a common noun as written, and its actors if known."""
    if s.low[head] in words("names", "spokesperson"):
        return _speaks_for(s, phrase, head)
    first = (named or capital)[:1]
    return (s.words(first[0], first[0]), s.name[first[0]] if named else ()) if first else ("", ())


def _mass(s: Sentence, phrase: Phrase, head: int, named: list[int]) -> bool:
    """Whether a bare singular body stands with a name's adjective: "Karsavian intelligence"."""
    return (
        bool(named) and s.tag[head] == "NN" and s.low[phrase.a] not in ("a", "an", "one", "another", "some")
    )


def _speaks_for(s: Sentence, phrase: Phrase, head: int) -> tuple[str, tuple[str, ...]]:
    """The body of "a spokesperson for B" or "a B spokesperson"."""
    prep = next((k for k in s.kids[head] if s.low[k] in ("of", "for", "from")), None)
    noun = s.child(prep, "pobj") if prep is not None else None
    if noun is not None:
        return _core(s, Phrase(s.left[noun], noun, noun), noun), s.name[noun]
    first = _core_start(s, phrase, head)
    return (re.sub(r"[’']s$", "", s.words(first, head - 1)), ()) if first < head else ("", ())
