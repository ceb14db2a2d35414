"""Whom a pronoun means: the one who spoke last, or of whom the sentence before tells, if number and gender allow nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from truceline.reading import runs
from truceline.reading.cast import Cast, gender, given
from truceline.reading.frames import Frame
from truceline.reading.sentence import Sentence
from truceline.reading.subjects import noun_phrase
from truceline.reading.surface import Surface, may_speak, read
from truceline.reading.vocabulary import words
from truceline.reading.voices import Memory, Voice

BASE = {
    "its": "it",
    "his": "he",
    "him": "he",
    "her": "she",
    "their": "they",
    "them": "they",
    "both": "they",
    "my": "i",
    "me": "i",
    "our": "we",
    "us": "we",
}
_FAR = 3  # sentences
_SHOWS = frozenset({"he", "she", "his", "her"})
_PEOPLE = ("person", "unnamed", "description", "office")


class Pronouns:
    """Resolves the pronouns of one text."""

    def __init__(self, memory: Memory, cast: Cast, sentences: Sequence[Sentence]) -> None:
        self.memory, self.cast, self.sentences = memory, cast, sentences

    def resolve(self, found: Surface, s: Sentence, index: int, outer: Voice | None) -> Voice | None:
        """The voice of "he", "she", "they", "I" or "we"; ``outer`` is the speaker in whose words the pronoun stands."""
        word = BASE.get(found.text.lower(), found.text.lower())
        if word in ("i", "we"):
            candidate = outer
        elif word in ("he", "she"):
            candidate = self._person(found, s, index, word, outer)
        else:
            candidate = self._several(s, index, found.span.start)
        if candidate is None:
            return None
        if word in ("he", "she"):
            self.memory.genders.setdefault(candidate.key, word)
        return candidate.again(
            found.text, found.span, f"'{found.text}': taken from '{candidate.name or candidate.text}'"
        )

    def _person(
        self, found: Surface, s: Sentence, index: int, word: str, outer: Voice | None
    ) -> Voice | None:
        if outer is not None and outer.sort in _PEOPLE:
            return outer if self._may(outer, word) and not self._others(s, found, outer) else None
        last = self.memory.before(index, found.span.start)
        told = self._told_of(found, index, last.sentence if last else -1)
        near = last if last is not None and index - last.sentence <= _FAR and last.sort in _PEOPLE else None
        if told is not None:
            if (
                near is not None
                and told.sentence < index
                and told.name
                and not self.gender(told)
                and self.gender(near) == word
            ):
                return near
            return told if self._may(told, word) else self._before(word, index)
        if near is None or self._unknown(s, found, near, word) or _no_person(near):
            return None
        return near if self._may(near, word) else self._before(word, index)

    def _unknown(self, s: Sentence, found: Surface, near: Voice, word: str) -> bool:
        """Whether the sentence has as its subject before the pronoun somebody else of whom the text tells no office."""
        for a, b in runs.runs(s):
            if s.end[b] > found.span.start or s.quoted[b] or not _is_subject(s, b):
                continue
            other = self.cast.members.get(s.words(a, b))
            if other is None or not other.person or _alike(other.name, near.name or "?"):
                continue
            may = (other.gender or given(other.name)) in ("", word)
            if (
                may
                and (other.acts or s.dep[b] == "appos")
                and s.low[b + 1 : b + 3] != [",", found.text.lower()]
            ):
                return True  # not of "X, he went on, had promised": X is no "he" there
        return False

    def _before(self, word: str, index: int) -> Voice | None:
        """Where whoever spoke last is of the other gender: the latest person close by who is known to be of this one."""
        near = [v for v in self.memory.voices if v.sort in _PEOPLE and index - v.sentence <= _FAR]
        return next((v for v in reversed(near) if self.gender(v) == word), None)

    def _may(self, voice: Voice, word: str) -> bool:
        return self.gender(voice) in ("", word)

    def gender(self, voice: Voice) -> str:
        """ "he" or "she" where the lexicon, a title, a noun or an earlier pronoun shows it."""
        known = [a for i in voice.actors if (a := self.cast.lexicon.actors.get(i)) is not None and a.pronouns]
        if known:
            shown = known[0].pronouns
            return shown[0] if len(shown) == 1 else "" if "he" in shown or "she" in shown else "they"
        if voice.key in self.memory.genders:
            return self.memory.genders[voice.key]
        member = self.cast.members.get(voice.name or "")
        if member is not None and member.gender:
            return member.gender
        noun = next((g for w in voice.text.lower().split() if (g := gender(w.strip(",.")))), "")
        person = voice.sort == "person" and voice.name is not None and " " in voice.name
        return noun or (given(voice.name or "") if person else "")

    def observe(self, voice: Voice, s: Sentence, frame: Frame) -> None:
        """Learn from "X said she would go" that X is a woman, where the sentence names nobody else."""
        if (
            voice.sort != "person"
            or not voice.name
            or frame.sort not in ("say", "stance")
            or self.gender(voice)
        ):
            return
        told = sorted(k for a, b in frame.content for k in range(a, b + 1))
        word = next(
            (BASE.get(s.low[k], s.low[k]) for k in told if s.low[k] in _SHOWS and not s.quoted[k]), ""
        )
        others = [m for _, m in self.cast.persons(s) if not _alike(m.name, voice.name)]
        before = self.memory.voices[-2:-1]
        another = any(
            v.sort in _PEOPLE and v.key != voice.key and v.sentence >= voice.sentence - 1 for v in before
        )
        if word and not others and not another:
            self.memory.genders[voice.key] = word

    def _others(self, s: Sentence, found: Surface, outer: Voice) -> bool:
        """Whether the sentence names another person before the pronoun."""
        return any(
            m.name != outer.name and not m.name.endswith(outer.name or " ")
            for k, m in self.cast.persons(s)
            if s.end[k] <= found.span.start
            and not (outer.span and outer.span.start <= s.start[k] < outer.span.end)
        )

    def _told_of(self, found: Surface, index: int, spoke: int) -> Voice | None:
        """The person of whom this sentence, or one since the last words, tells as its subject: "Kuchma left. He said"."""
        for at in range(index, max(spoke, index - _FAR), -1):
            if at >= len(self.sentences):
                continue
            sentence = self.sentences[at]
            named = [
                (k, m)
                for k, m in self.cast.persons(sentence)
                if at < index or sentence.end[k] <= found.span.start
            ]
            subjects = [m for k, m in named if _is_subject(sentence, k) and not sentence.quoted[k]]
            if len(subjects) == 1:
                actors = self.cast.lexicon.lookup(subjects[0].name)
                ids = (actors[0].id,) if len(actors) == 1 else ()
                name = self.memory.fullest(subjects[0].name)
                return Voice(name, subjects[0].name, None, "person", ids, sentence=at) if name else None
            if (
                new := _introduced(sentence, found.span.start if at == index else sentence.end[-1])
            ) is not None:
                return replace(new, sentence=at)
        return None

    def _several(self, s: Sentence, index: int, place: int) -> Voice | None:
        """ "they": whoever spoke last, if those are several and the sentence between tells of no others."""
        last = self.memory.before(index, place)
        if last is not None and last.sentence < index - 1 and 0 < index <= len(self.sentences):
            between = self.sentences[index - 1]
            if between.paragraph == s.paragraph and (others := _many_told_of(between)) is not None:
                return replace(others, sentence=index - 1)
        return last if last is not None and index - last.sentence <= 2 and plural(last) else None


def _is_subject(s: Sentence, k: int) -> bool:
    """Whether a name is a subject, or stands beside one: "his Egyptian colleague, Badr Velm, called"."""
    return s.dep[k].startswith("nsubj") or s.dep[k] == "appos" and s.dep[s.head[k]].startswith("nsubj")


def _no_person(voice: Voice) -> bool:
    """Whether a name of two words is more likely a station's or a paper's: with an article and no office, or ending in capitals."""
    name = voice.name or ""
    if voice.sort != "person" or voice.actors or voice.role:
        return False
    short = name.split()[-1:] != [] and len(name.split()[-1]) < 4 and name.split()[-1].isupper()
    return short or voice.text.lower() == f"the {name.lower()}"


def _alike(a: str, b: str) -> bool:
    """Whether two names may be one person's: the shorter ends the longer."""
    return a.endswith(b.rsplit(maxsplit=1)[-1]) or b.endswith(a.rsplit(maxsplit=1)[-1])


def _introduced(s: Sentence, stop: int) -> Voice | None:
    """Somebody not named whom a sentence brings in as its subject before a place: "A general in the second row laughed"."""
    for k in range(len(s)):
        if (
            s.end[k] > stop
            or s.dep[k] != "nsubj"
            and (k > 4 or s.low[0] not in ("a", "an", "another") or k + 1 < len(s) and s.is_noun(k + 1))
            or s.quoted[k]
            or s.low[s.left[k] if s.dep[k] == "nsubj" else 0] not in ("a", "an", "one", "another")
        ):
            continue
        if s.low[k] in words("names", "people") | words("names", "titles") and s.tag[k] == "NN":
            found = read(s, noun_phrase(s, k))
            if found.sort == "unnamed":
                return Voice(
                    None, found.text, found.span, "unnamed", anonymous=True, role=found.role, org=found.org
                )
    return None


def _many_told_of(s: Sentence) -> Voice | None:
    """Several without a name of their own whom a sentence has as its subject: "The parties see a lack of money"."""
    for k in range(len(s)):
        main = (
            s.dep[k] == "nsubj" and s.head[s.head[k]] == s.head[k] and s.tag[k] == "NNS" and not s.quoted[k]
        )
        if main and s.low[s.left[k]] in ("the", "both") and may_speak(s, noun_phrase(s, k)):
            found = read(s, noun_phrase(s, k))
            name = f"the {found.role}"
            return Voice(name, found.text, found.span, "body", role=found.role, described=True)
    return None


def plural(voice: Voice) -> bool:
    """Whether a voice is more than one."""
    said = (voice.name or voice.text).lower().split()
    joint = voice.sort in ("body", "unnamed", "description") and "and" in said
    many = bool(said) and said[0] in ("both", "all", "some", "several", "two", "three", "many")
    return joint or many or voice.role.endswith("s") and not voice.role.endswith("ss")
