"""Voices: the sources of a text as resolved, and what the text has said so far about who speaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from truceline.actors import Lexicon
from truceline.evidence import Span
from truceline.reading import runs
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import words

_NO_PAPER = frozenset(
    {"truce", "deal", "terms", "map", "order", "ruling", "record", "poll", "survey", "study", "tally"}
)


@dataclass(frozen=True, slots=True)
class Voice:
    """A source as resolved: ``name`` None where it is not, ``anonymous`` where it is somebody not named; ``described`` where
    the name is the description of a body or an office that the text does not name; ``maybe`` the name that was not safe to give.
    """

    name: str | None
    text: str
    span: Span | None
    sort: str
    actors: tuple[str, ...] = ()
    anonymous: bool = False
    behalf: str | None = None
    org: str = ""
    role: str = ""
    doubt: str = ""
    paragraph: int = -1
    sentence: int = -1
    same_as: str = ""
    bodies: frozenset[str] = frozenset()
    described: bool = False
    maybe: str = ""

    @property
    def key(self) -> str:
        """What two mentions of one source share; unnamed ones share nothing but a reference back."""
        return self.same_as or (
            self.actors[0] if len(self.actors) == 1 else self.name or f"?{self.text.casefold()}"
        )

    def open(self, doubt: str) -> Voice:
        """The same source left without a name, which goes on as a candidate."""
        return replace(
            self, name=None, actors=(), described=False, behalf=None, doubt=doubt, maybe=self.name or ""
        )

    def again(self, text: str, span: Span | None, doubt: str = "") -> Voice:
        """The same source under other words; somebody not named keeps the description."""
        if self.anonymous and not self.name:
            return replace(self, doubt=doubt, same_as=self.key)
        return replace(self, text=text, span=span, doubt=doubt, same_as=self.key)


@dataclass(slots=True)
class Memory:
    """What the text has said so far about who speaks. ``full`` maps a last name to the fullest names that end with it,
    ``written`` an actor to its fullest name in the text.
    """

    lexicon: Lexicon
    mentioned: frozenset[str] = frozenset()
    written: dict[str, str] = field(default_factory=dict)
    full: dict[str, set[str]] = field(default_factory=dict)
    documents: list[tuple[int, str]] = field(default_factory=list)
    told: dict[str, tuple[str, ...]] = field(default_factory=dict)
    speaks_for: dict[str, str] = field(default_factory=dict)
    offices: list[tuple[str, str, int]] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=list)
    behalf: dict[str, str] = field(default_factory=dict)
    orgs: dict[str, str] = field(default_factory=dict)
    roles: dict[str, set[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    outlet: str = ""

    def learn(self, sentences: Iterable[Sentence]) -> None:
        """Collect the names of two and more words, so that "Naim" before or after "Bassem Naim" finds it."""
        for index, s in enumerate(sentences):
            for words_ in _runs(s):
                self.full.setdefault(fold(words_[-1]), set()).add(" ".join(words_))
            self.documents += [(index, name) for name in _texts(s)]
            for role, name, org in _offices(s):
                self.offices.append((role, name, index))
                self.speaks_for.setdefault(name, org) if org else None

    def document(self, name: str, role: str, index: int) -> str:
        """The fullest text named up to this sentence that the words may refer to: with the same noun, or that word in it."""
        before = [known for at, known in self.documents if at <= index]
        for known in reversed(before):
            if role in known.lower().split() and len(known.split()) > 1:
                return known
        if len(name.split()) > 1:
            return name  # "public text" beside "a second paper" is another one
        only = {
            known for known in before if len(known.split()) > 1 and known.split()[-1].lower() not in _NO_PAPER
        }
        return only.pop() if len(only) == 1 and role in ("text", "document", "paper") else name

    def fullest(self, name: str) -> str | None:
        """The one longer name of the text that ends with these words; the name itself if none; None if several do."""
        short = [fold(w) for w in name.split()]
        known = self.full.get(short[-1], ())
        longer = [
            n
            for n in known
            if len(n.split()) > len(short) and [fold(w) for w in n.split()][-len(short) :] == short
        ]
        if not longer:
            return name
        shortest = min(longer, key=lambda n: len(n.split()))
        return shortest if all(fold(n).endswith(fold(shortest)) for n in longer) else None

    def last(self, *sorts: str) -> Voice | None:
        """The latest voice of one of these sorts."""
        return next((v for v in reversed(self.voices) if v.sort in sorts), None)

    def before(self, index: int, place: int) -> Voice | None:
        """Who spoke last before a place of a sentence; who is named only after it in the sentence did not."""
        for voice in reversed(self.voices):
            if voice.sentence < index or voice.span is None or voice.span.start < place:
                return voice
        return None

    def goes_on(self, key: str, index: int) -> None:
        """Whoever spoke last still speaks in this sentence: a quotation or an answer that runs on."""
        if self.voices and self.voices[-1].key == key:
            self.voices[-1] = replace(
                self.voices[-1], sentence=max(index, self.voices[-1].sentence), span=None
            )

    def heard(self, voice: Voice) -> None:
        self.voices.append(voice)
        if voice.name and voice.behalf:
            self.behalf.setdefault(voice.key, voice.behalf)
        if voice.sort == "person" and voice.name and voice.org:
            self.orgs.setdefault(voice.key, voice.org)
        if voice.sort == "person" and voice.name and voice.role:
            self.roles.setdefault(voice.role, set()).add(voice.name)


def _texts(s: Sentence) -> Iterable[str]:
    """Texts as first named: with "a", or with a name in front ("a draft U.S. resolution")."""
    for k in range(len(s)):
        if s.low[k] not in words("names", "documents") or s.name[k]:
            continue
        if s.low[k + 1 : k + 2] and s.low[k + 1].isdecimal() and len(s.low[k + 1]) > 1:
            yield s.words(k, k + 1)  # "resolution 2803"
            continue
        if k + 1 < len(s) and s.is_noun(k + 1):
            continue
        a = k
        while a > 0 and (s.is_noun(a - 1) or s.tag[a - 1] in ("JJ", "HYPH", "VBN") or s.name[a - 1]):
            a -= 1
        fresh = a > 0 and s.low[a - 1] in ("a", "an") or k - a >= 2
        a -= a > 0 and s.tag[a - 1] == "CD" and s.tag[a] == "HYPH"  # "the six-point paper"
        while a < k and not s.low[a][:1].isalnum():
            a += 1
        if a < k and (fresh or any(s.is_name(m) or s.sort[m] for m in range(a, k))):
            yield s.words(a, k)


def _offices(s: Sentence) -> Iterable[tuple[str, str, str]]:
    """Persons with the office beside their name: "X, a spokesperson for B"."""
    for k in range(len(s)):
        if s.low[k] not in words("names", "spokesperson"):
            continue
        beside = s.head[k] if s.dep[k] == "appos" and s.is_name(s.head[k]) else None
        if beside is None and s.dep[k] in ("compound", "nmod") and s.is_name(s.head[k]):
            beside = s.head[k]
        if beside is None or s.sort[beside] not in ("", "person"):
            continue
        a = beside
        while (
            a > 0
            and s.tag[a - 1] == "NNP"
            and s.low[a - 1] not in words("names", "titles")
            and not s.name[beside]
        ):
            a -= 1
        prep = next((m for m in s.kids[k] if s.low[m] in ("for", "of")), None)
        body = s.child(prep, "pobj") if prep is not None else None
        yield (
            s.low[k],
            s.words(a, beside),
            s.words(s.left[body], body) if body is not None and body > k else "",
        )


def fold(word: str) -> str:
    """A word without case, apostrophes and hyphens, so that spellings of one name meet."""
    return word.casefold().replace("’", "").replace("'", "").replace("-", "")


def surnames(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The folded last words of the names of two and more words that the text gives."""
    return frozenset(fold(run[-1]) for s in sentences for run in _runs(s))


def _runs(s: Sentence) -> Iterable[list[str]]:
    """The words of names of two to five words that end like no body and no day."""
    for a, b in runs.runs(s):
        written = s.words(a, b).split()
        if 2 <= len(written) <= 5 and written[-1].lower() not in words("names", "bodies") | words(
            "names", "days"
        ):
            yield written
