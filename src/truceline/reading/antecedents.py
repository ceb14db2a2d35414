"""What a bare number goes on with, where its own words name nothing: each thing told before it is weighed by plain traits, the heaviest wins.

The traits are those of coreference since Lappin and Leass (1994): how near, in which role, whether it was counted before, whether it can
undergo what is told of the number. Their weights are fitted to the development corpus by ``model/antecedents.py`` (docs/decisions/0138).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from truceline.evidence import Figure
from truceline.reading import fixed, nouns
from truceline.reading.numbers import Number
from truceline.reading.sentence import Sentence
from truceline.reading.vocabulary import load, verb_forms, words

_REACH = 10  # sentences: farther back only the headline is looked at
_TOLD_TO = frozenset({"told", "tell", "tells", "asked", "informed"})
_POINTS = frozenset({"the", "all", "these", "those", "its"})
_TELLS = frozenset(verb_forms("cues", "say", "stance", "accuse", "carry", "count")) | frozenset(
    verb_forms("figures", "telling")
)
_ROLES = {"nsubj": "subject", "nsubjpass": "subject", "dobj": "object", "pobj": "of a preposition"}
_CLAUSE = 6  # steps up the tree from a number to its verb
_MAX = 2.0  # orders of magnitude: numbers farther apart are all alike


@dataclass(slots=True)
class Known:
    """What rules know of a bare number: the figure before, what was asked the number of, the figure of the same value; whether
    only people undergo what is told (``personal``), "of them" (``part``), another number before it in the sentence (``chained``).
    """

    last: Figure
    asked: str
    same: Figure | None
    personal: bool
    part: bool
    chained: bool


@dataclass(slots=True)
class Candidate:
    """A thing that a number may count: as a figure (counts, unit, side), with its traits and its weight."""

    thing: Figure
    traits: dict[str, float] = field(default_factory=dict)
    weight: float = 0.0

    @property
    def guessed(self) -> bool:
        """Whether nothing but its place in the text speaks for it: never counted before, not asked for."""
        return not {"asked", "figured", "same value"} & {t for t, value in self.traits.items() if value}


class Antecedents:
    """The sentences and the counted things told so far, of one text."""

    def __init__(self) -> None:
        self.before: deque[Sentence] = deque(maxlen=_REACH)
        self.headline: Sentence | None = None
        self.figures: defaultdict[str, list[Figure]] = defaultdict(list)

    def hear(self, s: Sentence) -> None:
        """Remember a sentence."""
        self.headline = self.headline or s
        self.before.append(s)

    def counted(self, figure: Figure) -> None:
        """Remember a figure by the words that it counts."""
        for word in figure.counts.lower().split():
            self.figures[stem(word)].append(figure)

    def best(self, s: Sentence, n: Number, known: Known) -> Candidate | None:
        """The heaviest of all, the nearer of two that weigh the same."""
        found = self.candidates(s, n, known)
        weights = load("antecedents")["weights"]
        for one in found.values():
            one.weight = sum(weights.get(trait, 0.0) * value for trait, value in one.traits.items())
        return max(found.values(), key=lambda one: one.weight, default=None)

    def candidates(self, s: Sentence, n: Number, known: Known) -> dict[str, Candidate]:
        """All things told before the number, each word once, the nearest first."""
        found: dict[str, Candidate] = {}
        often: Counter[str] = Counter()
        for back, t, k in self._mentions(s, n):
            key = stem(t.low[k])
            often[key] += back > 0
            seen = _traits(s, n, back, t, k, headline=t is self.headline)
            if key in found:
                old = found[key].traits
                for trait in ("counted", "subject", "headline", "same role"):
                    old[trait] = max(old[trait], seen[trait])
            else:
                found[key] = Candidate(_thing(t, k), seen)
        self._ruled(found, known)
        for key, one in found.items():
            one.traits["often"] = math.log1p(often[key])
            self._weighed(s, n, key, one, known)
        return found

    def _mentions(self, s: Sentence, n: Number) -> Iterator[tuple[int, Sentence, int]]:
        """Sentences back, sentence and token of each plural before the number, the nearest first."""
        for back, t in enumerate([s, *reversed([b for b in self.before if b is not s])]):
            yield from ((back, t, k) for k in reversed(range(n.a if t is s else len(t))) if _named(t, k))
        if self.headline is not None and self.headline is not s and self.headline not in self.before:
            first = self.headline
            yield from ((_REACH, first, k) for k in range(len(first)) if _named(first, k))

    def _ruled(self, found: dict[str, Candidate], known: Known) -> None:
        """Mark what the rules point to, and add it where it stands nowhere as a plural."""
        people = "people" if known.personal else ""
        same = known.same.counts if known.same is not None else ""
        for trait, name in (
            ("last", known.last.counts),
            ("asked", known.asked),
            ("same value", same),
            ("people", people),
        ):
            if not name:
                continue
            key = next((stem(w) for w in name.lower().split() if stem(w) in found), stem(name.split()[-1]))
            one = found.setdefault(key, Candidate(Figure(name, None, None, unit=name.lower())))
            one.traits[trait] = 1.0
            if trait == "asked":
                one.thing = Figure(name, None, None, unit=name.lower())

    def _weighed(self, s: Sentence, n: Number, key: str, one: Candidate, known: Known) -> None:
        """Traits of a candidate as a whole: what was counted of it before, whether it fits what is told of the number."""
        traits, word = one.traits, one.thing.counts.split()[-1].lower()
        if "asked" not in traits and (figures := self.figures.get(key)):
            one.thing = figures[-1]
            traits["figured"] = 1.0
            traits["far in value"] = min(_apart(n, f) for f in figures)
        pointed = n.first > 0 and s.low[n.first - 1] in _POINTS
        traits["chained"] = float(known.chained and "last" in traits)
        traits["same value, pointed at"] = float(pointed and "same value" in traits)
        traits["pointed at, counted"] = float(pointed and traits.get("counted", 0.0) > 0)
        traits["of them, subject"] = float(known.part and traits.get("subject", 0.0) > 0)
        traits["abstract"] = float(word in words("antecedents", "abstract"))
        traits["singular"] = float(not word.endswith("s") and word not in ("killed", "injured", "people"))
        traits["measure"] = float(nouns.measure(word))
        if known.personal or _of_people(s, n):
            people = word in words("figures", "people") or word.endswith(
                ("ers", "men", "ees", "ists", "ants")
            )
            traits["people fit"] = 1.0 if people else -1.0


def stem(word: str) -> str:
    """Six letters of a word, of a plural those of its singular."""
    low = word.lower()
    return (low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low)[:6]


def _named(t: Sentence, k: int) -> bool:
    """Whether a token names things that can be counted: a plural, the dead, police."""
    low = t.low[k]
    if low in words("antecedents", "harmed"):
        return t.is_noun(k) or k > 0 and t.low[k - 1] in ("the", "of", "its", "their", "his")
    if t.tag[k] not in ("NNS", "NNPS") and low not in words("antecedents", "many"):
        return False
    if low in words("figures", "measures") | words("figures", "not_counted") or nouns.measure(low):
        return False
    if fixed.verbal(t, k):
        return False
    return not nouns.compound(t, k) and not t.text[t.start[k] : t.end[k]].isupper()


def _thing(t: Sentence, k: int) -> Figure:
    """The thing with the nouns before it: "drone flights"."""
    harms = {w: h for h in ("killed", "injured") for w in words("figures", h)}
    if t.low[k] in harms:
        return Figure(harms[t.low[k]], None, None, unit=harms[t.low[k]])
    first = k
    while first and t.dep[first - 1] == "compound" and t.head[first - 1] == k and not t.sort[first - 1]:
        first -= 1
    return Figure(t.words(first, k), None, None, unit=t.words(k, k).lower())


def _traits(s: Sentence, n: Number, back: int, t: Sentence, k: int, *, headline: bool) -> dict[str, float]:
    """Traits of one mention: how near, in which role, told by whom."""
    role, apart = _ROLES.get(t.dep[k], "other role"), min(2, s.paragraph - t.paragraph)
    teller, told_to = _telling(t, k)
    return {
        f"{min(back, 4)} back": 1.0,
        f"{apart} paragraphs": 1.0,
        "subject": float(role == "subject"),
        "object": float(role == "object"),
        "of a preposition": float(role == "of a preposition"),
        "same role": float(role == _ROLES.get(s.dep[n.last])),
        "counted": float(any(t.tag[c] == "CD" for c in t.kids[k])),
        "headline": float(headline),
        "question": float(t.low[-1] == "?"),
        "teller": float(teller),
        "told to": float(told_to),
        "behind of": float(k > 0 and t.low[k - 1] == "of"),
        "phrase before": float(back == 0 and _stands_before(s, n, k)),
        "far in sentence": min(n.a - k, 20) / 20 if back == 0 else 0.0,
    }


def _telling(t: Sentence, k: int) -> tuple[bool, bool]:
    """Whether it is those who tell something, and whether those whom it is told to or by."""
    up, dep = t.head[k], t.dep[k]
    by = dep == "pobj" and t.low[up] in ("to", "by")
    told = by and (t.low[t.head[up]] in _TELLS or t.low[up - 1 : up] == ["according"])
    asked = dep in ("dobj", "dative") and t.low[up] in _TOLD_TO
    return dep.startswith("nsubj") and t.low[up] in _TELLS, told or asked


def _stands_before(s: Sentence, n: Number, k: int) -> bool:
    """ "The ministers of the movement, *four* on the day, left": whether the noun's phrase ends at the comma before the number."""
    if n.a < 2 or s.low[n.a - 1] not in (",", "(", "–", "-"):
        return False
    reach = max([k, *(j for j in range(k, n.a - 1) if s.inside(j, k))])
    return reach >= n.a - 2 and not any(s.tag[j] in ("VBD", "VBZ", "VBP") for j in range(k, n.a))


def _apart(n: Number, figure: Figure) -> float:
    """Orders of magnitude between a number and a figure, two at most."""
    value = max(n.low or n.high or 1.0, 0.5)
    other = max(figure.low or figure.high or 1.0, 0.5)
    return min(abs(math.log10(value / other)), _MAX)


def _of_people(s: Sentence, n: Number) -> bool:
    """Whether the words behind a number tell that people are counted: "who", "killed", "women"."""
    return any(w in words("antecedents", "of_people") for w in s.low[n.last + 1 : n.last + 7])
