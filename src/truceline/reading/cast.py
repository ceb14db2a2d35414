"""Whom a text names: its persons with the words of their offices, its bodies with their short forms, learnt before anybody speaks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from truceline.actors import Lexicon
from truceline.reading import runs
from truceline.reading.sentence import QUOTES, Sentence
from truceline.reading.vocabulary import load, words

_SMALL = frozenset({"the", "a", "an", "of", "for", "in", "and", "his", "her", "its", "their", "our", "on", "to", "at", "with", "by", "from"})  # fmt: skip
_NOT_MEN = frozenset(
    {"human", "german", "roman", "oman", "ottoman", "norman", "layman", "talisman", "yeoman"}
)
_SHORT = 14  # tokens of an apposition that is read


@dataclass(slots=True)
class Member:
    """A person or body that the text names. ``heads`` are the nouns of the office or of the body's kind, ``about`` the other
    words beside the name, as stems; ``called`` what an apposition calls a body ("the ISF, Tarn's police,"). ``places`` are the sentences that name it.
    """

    name: str
    person: bool
    heads: set[str] = field(default_factory=set)
    about: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    gender: str = ""
    acts: bool = False


class Cast:
    """The members of one text."""

    def __init__(self, lexicon: Lexicon, sentences: Sequence[Sentence], outlet: str = "") -> None:
        self.lexicon = lexicon
        self.outlet = outlet.casefold().removeprefix("the ")
        self.members: dict[str, Member] = {}
        self.short: dict[str, str] = {}
        self.places: set[str] = set()
        self.titles = [(i, name) for i, s in enumerate(sentences) for name in _titles(s)]
        for index, s in enumerate(sentences):
            for a, b in _long(s):
                self._long_body(s, a, b, index)
            for a, b in self._names(s):
                self._add(s, a, b, index)
                if a == b and a and s.low[a - 1] in ("in", "at", "near", "from"):
                    self.places.add(s.words(a, a))
        self._join()

    def _names(self, s: Sentence) -> Iterator[tuple[int, int]]:
        yield from ((k, k) for k in range(len(s)) if s.sort[k] in ("person", "body", "outlet"))
        yield from runs.runs(s)

    def _add(self, s: Sentence, a: int, b: int, index: int) -> None:
        name = s.words(a, b)
        kinds = words("names", "bodies") | words("names", "outlets")
        body = s.sort[b] in ("body", "outlet") or not s.sort[b] and (s.low[b] in kinds or name.isupper())
        body = body or bool(self.outlet) and name.casefold() == self.outlet
        a = _whole_name(s, a) if body and not s.sort[b] else a
        name = s.words(a, b)
        title = () if body else tuple(_before(s, a))
        if a == b and not (s.sort[b] or title or body):
            return
        key = s.name[b][0] if len(s.name[b]) == 1 else name
        member = self.members.setdefault(key, Member(name, not body))
        member.places.append(index)
        member.acts = member.acts or s.sort[b] == "person" or s.dep[b] == "nsubj" and not _thing(s, b)
        if body:
            self._body(s, b, member, key)
            return
        for row in (title, tuple(_after(s, b)), tuple(_ahead(s, a))):
            _learn(member, row)
        actor = self.lexicon.actors.get(key)
        if actor is not None:
            _learn(member, " ".join((actor.role, *actor.titles)).lower().split())
            member.gender = actor.pronouns[0] if len(actor.pronouns) == 1 else member.gender

    def _body(self, s: Sentence, b: int, member: Member, key: str) -> None:
        own = [w.lower() for w in member.name.replace("-", " ").split()]
        kinds = words("names", "bodies") | words("names", "outlets")
        member.heads.update(w for w in own if w in kinds)
        member.about.update(stem(w) for w in own if w not in _SMALL)
        actor = self.lexicon.actors.get(key)
        for kind in actor.kinds if actor is not None else ():
            member.heads.update(load("names")["of_kind"].get(kind, ()))
        after = b
        if b + 3 < len(s) and s.low[b + 1] == "(" and s.low[b + 3] == ")":
            member_short, after = s.words(b + 2, b + 2), b + 3
            if member_short.isupper():
                self.short.setdefault(member_short, member.name)
        told = list(_after(s, after))
        ahead = list(_row_ahead(s, b))
        if ahead and ahead[-1] in kinds:  # "the monitors' mechanism, CTSAMVM,"
            told = ahead
        if any(w in kinds for w in told[:4]):  # "the ISF, Tarn's police,"
            member.called.update(w for w in told if w in kinds)
            member.heads |= member.called
            member.about.update(stem(w) for w in told if w not in _SMALL)

    def _long_body(self, s: Sentence, a: int, b: int, index: int) -> None:
        """A body named with "of" or "for": "Front for Coastal Liberation (FCL)"."""
        member = self.members.setdefault(s.words(a, b), Member(s.words(a, b), False))
        member.places.append(index)
        member.heads.add(s.low[a])
        member.about.update(stem(w) for w in member.name.split() if w.lower() not in _SMALL)
        if b + 3 < len(s) and s.low[b + 1] == "(" and s.low[b + 3] == ")" and s.words(b + 2, b + 2).isupper():
            self.short.setdefault(s.words(b + 2, b + 2), member.name)

    def _join(self) -> None:
        """Short names go to the one fuller name that ends with them."""
        for key, member in list(self.members.items()):
            if not member.person or key in self.lexicon.actors:
                continue
            longer = [
                m
                for m in self.members.values()
                if m.person and m.name != member.name and m.name.endswith(" " + member.name)
            ]
            if len(longer) == 1:
                longer[0].heads |= member.heads
                longer[0].about |= member.about
                longer[0].places = sorted([*longer[0].places, *member.places])
                longer[0].gender = longer[0].gender or member.gender
                longer[0].acts = longer[0].acts or member.acts
                del self.members[key]

    def fitting(self, person: bool, head: str, about: Iterable[str], index: int) -> list[Member]:
        """The members named up to the next sentence whose office or kind is ``head`` and of whom the text tells all of ``about``."""
        alike = same(head)
        wanted = {stem(w) for w in about}
        return [
            m
            for m in self.members.values()
            if m.person is person and m.places[0] <= index + 1 and alike & m.heads and wanted <= m.about
        ]

    def title(self, index: int) -> str:
        """The title of the one text that has one so far: "the document, headed “Steps”"."""
        found = {name for at, name in self.titles if at <= index}
        return found.pop() if len(found) == 1 else ""

    def persons(self, s: Sentence) -> Iterator[tuple[int, Member]]:
        """The persons that a sentence names, each with its last token: known to the lexicon, or with an office or a gender."""
        for a, b in self._names(s):
            key = s.name[b][0] if len(s.name[b]) == 1 else s.words(a, b)
            found = self.members.get(key) or self._ending(key)
            if found is not None and found.person and (s.sort[b] or found.heads or found.gender):
                yield b, found

    def _ending(self, short: str) -> Member | None:
        """The one person whose name ends with these words."""
        longer = [m for m in self.members.values() if m.person and m.name.endswith(" " + short)]
        return longer[0] if len(longer) == 1 else None

    def titled(self, short: str, told: Sequence[str]) -> str | None:
        """Of several persons of one last name the one whom the title fits: "Ms Quill", "Commander Quill"."""
        family = [m for m in self.members.values() if m.person and m.name.endswith(" " + short)]
        word = next((g for w in told if (g := gender(w.strip(",")))), "")
        shown = {m.name: m.gender or given(m.name) for m in family}
        by_gender = [m for m in family if word and shown[m.name] == word]
        by_gender = by_gender or [m for m in family if word and not shown[m.name]]  # the other one is a woman
        offices = (
            (words("names", "people") | words("names", "titles"))
            - words("names", "he")
            - words("names", "she")
        )
        by_office = [m for m in family if m.heads & set(told) & offices]
        found = {m.name for m in by_gender} or {m.name for m in by_office}
        return found.pop() if len(found) == 1 else None

    def is_place(self, name: str) -> bool:
        """Whether the text uses a single name as that of a place: "in Valmere"."""
        return name in self.places

    def by_first_name(self, name: str) -> str:
        """The one full name that starts with a given name, else the name itself."""
        longer = {m.name for m in self.members.values() if m.person and m.name.startswith(name + " ")}
        return longer.pop() if len(longer) == 1 else name

    def whole(self, name: str, index: int) -> str:
        """For "Mission" or "Committee" alone the one fuller body of the text that ends with it, named by now."""
        if " " in name or name.lower() not in words("names", "bodies"):
            return name
        ends = " " + name.casefold()
        found = [
            m
            for m in self.members.values()
            if not m.person and m.name != name and m.name.casefold().endswith(ends) and m.places[0] <= index
        ]
        if len({m.name for m in found}) > 1:
            nearest = max(p for m in found for p in m.places if p <= index)
            found = [m for m in found if nearest in m.places]
        names = {m.name for m in found}
        return names.pop() if len(names) == 1 else name

    def several_end(self, name: str) -> bool:
        """Whether more than one body of the text ends with a generic word that stands alone: two Committees."""
        if " " in name or name.lower() not in words("names", "bodies"):
            return False
        ends = " " + name.casefold()
        return (
            len({m.name for m in self.members.values() if not m.person and m.name.casefold().endswith(ends)})
            > 1
        )

    def spelled_out(self, name: str) -> str:
        """The full name behind an abbreviation: set beside it in the text, or the one body whose initials it is."""
        if name in self.short or not name.isupper() or len(name) < 3:
            return self.short.get(name, name)
        found = {m.name for m in self.members.values() if not m.person and initials(m.name) == name}
        return found.pop() if len(found) == 1 else name


def _titles(s: Sentence) -> Iterator[str]:
    """What is written behind "headed", "entitled" or "titled" in quotation marks, beside a text."""
    for k in range(2, len(s) - 2):
        if s.low[k] not in ("headed", "entitled", "titled") or s.low[k + 1] not in QUOTES:
            continue
        if any(w in words("names", "documents") for w in s.low[max(0, k - 4) : k]):
            end = next((m for m in range(k + 2, len(s)) if s.low[m] in QUOTES), None)
            if end is not None and end > k + 2:
                yield s.words(k + 2, end - 1)


def _whole_name(s: Sentence, a: int) -> int:
    """Where a body's name starts with a word that stands in titles, too: "Interior Security Forces"."""
    part = words("names", "part_of_title")
    while a and s.tag[a - 1].startswith("NNP") and s.low[a - 1] in part and s.text[s.start[a - 1]].isupper():
        a -= 1
    return a


def _long(s: Sentence) -> Iterator[tuple[int, int]]:
    """Capitalised words for a body with the names after "of" or "for": "Front for Coastal Liberation"."""
    for k in range(len(s) - 2):
        if s.name[k] or s.low[k] not in words("names", "bodies") or not s.text[s.start[k]].isupper():
            continue
        if s.low[k + 1] not in ("of", "for"):
            continue
        b = k + 3 if s.low[k + 2] == "the" else k + 2
        end = b - 1
        while end + 1 < len(s) and s.tag[end + 1].startswith("NNP") and not s.name[end + 1]:
            end += 1
        if end >= b + 1:
            yield k, end


def _thing(s: Sentence, b: int) -> bool:
    """Whether a subject is one of a verb that no person does: "Gull Rocks lies"."""
    return s.low[s.head[b]] in (
        "is",
        "are",
        "was",
        "were",
        "lies",
        "lie",
        "lay",
        "opens",
        "opened",
        "remains",
        "remained",
        "stands",
        "stood",
        "fell",
        "falls",
    )


def initials(name: str) -> str:
    """The capitals that start the words of a name."""
    return "".join(w[0] for w in name.replace("-", " ").split() if w[:1].isupper())


def stem(word: str) -> str:
    """The first letters of a word, so that "Karsavia" and "Karsavian" meet."""
    plain = word.lower().replace("’", "'").removesuffix("'s").strip("'“”\"")
    return plain[:6] if len(plain) > 6 else plain


def same(head: str) -> frozenset[str]:
    """The nouns that name one office whoever holds it: spokesman, spokeswoman, spokesperson."""
    return next((frozenset(row) for row in load("names")["same_office"] if head in row), frozenset({head}))


def _learn(member: Member, row: Sequence[str]) -> None:
    """Take up the words of a title or apposition: its nouns of office, its other words, and whom they tell it is of."""
    offices = words("names", "people") | words("names", "titles") | words("names", "spokesperson")
    offices -= words("names", "part_of_title")
    # "the admiral's cousin" is no admiral, and what follows "Council of Guarantors," is no guarantor
    member.heads.update(w for w in row if w in offices and not (w.endswith("s") and not w.endswith("ss")))
    member.about.update(stem(w) for w in row if w not in _SMALL)
    if not member.gender:
        member.gender = next((g for w in row if (g := gender(w))), "")


def gender(word: str) -> str:
    """The pronoun that a title or noun shows, or nothing."""
    for pronoun in ("he", "she"):
        if word in words("names", pronoun):
            return pronoun
    if word.endswith("woman"):
        return "she"
    return "he" if word.endswith("man") and word not in _NOT_MEN else ""


def given(name: str) -> str:
    """The pronoun that goes with the given name a full name starts with, where that name is common and of one gender."""
    first = (
        unicodedata.normalize("NFKD", name.split(maxsplit=1)[0]).encode("ascii", "ignore").decode().lower()
    )
    return next((p for p in ("he", "she") if first in words("given", p)), "")


def _before(s: Sentence, a: int) -> Iterator[str]:
    """The words of the title before a name, where one of them is a title: "Karsavian interior minister"."""
    first = a
    while first > 0 and (
        s.is_noun(first - 1) or s.tag[first - 1] in ("JJ", "POS", "HYPH", "VBN") or s.sort[first - 1]
    ):
        first -= 1
    if any(s.low[k] in words("names", "titles") | words("names", "people") for k in range(first, a)):
        yield from _plain(s, first, a)


def _after(s: Sentence, b: int) -> Iterator[str]:
    """The words of an apposition or of "who heads ..." after a name."""
    if b + 2 >= len(s) or s.low[b + 1] != ",":
        return
    a = b + 2
    if s.low[a] == "who" and a + 1 < len(s):
        yield from load("names")["who_does"].get(s.low[a + 1], ())
    elif s.tag[a] not in ("DT", "PRP$", "NN", "JJ", "RB", "VBN", "NNP") and not s.sort[a]:
        return
    end = a
    while end < len(s) and end < a + _SHORT and s.low[end] not in (",", ";", ".", ":"):
        if end > a + 1 and s.tag[end] in ("VBD", "VBZ", "MD") and s.low[a] != "who":
            return
        end += 1
    yield from _plain(s, a, end)


def _ahead(s: Sentence, a: int) -> Iterator[str]:
    """The words of the noun phrase that a name explains: "the mission's spokeswoman, Lena Haddad"."""
    if a < 3 or s.low[a - 1] != ",":
        return
    first = a - 1
    while first > 0 and (
        s.is_noun(first - 1)
        or s.tag[first - 1] in ("JJ", "POS", "HYPH", "DT", "PRP$", "VBN")
        or s.sort[first - 1]
        or s.low[first - 1] in ("of", "for")
    ):
        first -= 1
    row = list(_plain(s, first, a - 1))
    if any(w in words("names", "titles") | words("names", "people") for w in row):
        yield from row


def _row_ahead(s: Sentence, b: int) -> Iterator[str]:
    """The words of the definite phrase that a body's name alone explains: "the monitors' mechanism, CTSAMVM, has"."""
    if b < 3 or s.low[b - 1] != "," or s.low[b + 1 : b + 2] != [","]:
        return
    first = b - 1
    while first > 0 and (
        s.is_noun(first - 1) or s.tag[first - 1] in ("JJ", "POS", "HYPH") or s.tag[first] == "POS"
    ):
        first -= 1
    if first and s.low[first - 1] == "the":
        yield from _plain(s, first, b - 1)


def _plain(s: Sentence, a: int, end: int) -> Iterator[str]:
    """The words of a stretch as written, in lower case."""
    for k in range(a, end):
        if k + 1 < len(s) and s.tag[k + 1] == "POS":
            yield s.words(k, k).lower() + "'s"
        elif s.low[k][:1].isalnum():
            yield from (
                w.strip("’'“”\"").removesuffix("'s").removesuffix("’s").lower() for w in s.words(k, k).split()
            )
