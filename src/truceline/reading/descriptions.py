"""Whom a description means: "the movement", "the former general", "the harbour master of Gradiz", "its office".

First somebody the text names who fits it by office, kind or short form; else whoever spoke just before, where nobody else can be
meant; else, for a body or an office that the text gives no name to, the description itself stands as the name (decision 0075).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.reading import runs
from truceline.reading.cast import Cast, Member, gender, same, stem
from truceline.reading.collective import members
from truceline.reading.naming import best
from truceline.reading.sentence import Sentence
from truceline.reading.subjects import noun_phrase
from truceline.reading.surface import Surface, read
from truceline.reading.vocabulary import words
from truceline.reading.voices import Memory, Voice

_OPENING = re.compile(r"^(the|this|that|these|those|its|his|her|their|our|my|both|all|each|neither|either)\b", re.IGNORECASE)  # fmt: skip
_OWN = frozenset({"its", "his", "her", "their"})
_IDLE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "a", "an", "of", "for", "in", "on", "to", "at",
                   "and", "with", "same", "own", "two", "three", "four", "joint", "so", "called", "so-called", "from", "old", "young"})  # fmt: skip
_PARTIES = frozenset({"movement", "group", "party", "organisation", "organization", "faction", "side"})
# A man of the text may be called by these after he spoke, whatever his office is.
_EPITHETS = frozenset({"official", "diplomat", "general", "officer", "admiral", "man", "woman", "envoy", "politician", "lawyer", "colonel", "captain",
                       "lieutenant", "negotiator", "commander", "veteran", "cleric", "priest", "professor", "engineer", "doctor",
                       "delegate", "lawmaker", "fighter", "senator", "researcher", "analyst", "source", "national"})  # fmt: skip
_PAST = frozenset({"former", "ex", "retired", "late", "elder", "younger", "veteran"})
# Every state has one: it means the only one that the text names no better than another.
_OF_STATES = frozenset(
    {
        "army",
        "military",
        "forces",
        "troops",
        "government",
        "ministry",
        "police",
        "parliament",
        "cabinet",
        "navy",
    }
)
_RANKS = frozenset({"general", "admiral", "colonel", "major", "captain", "lieutenant", "sergeant", "brigadier", "marshal", "commodore", "commander"})  # fmt: skip
_SPEAKERS = ("person", "unnamed", "office", "description", "body")
_QUANTITIES = ("both", "all", "each", "neither")
_TOGETHER = frozenset({"mediators", "facilitators", "guarantors", "sponsors", "hosts", "signatories", "countries", "states", "governments",
                       "guarantor", "brokers", "co-chairs", "ministers", "sides", "parties", "delegations"})  # fmt: skip
_NEAR = 2  # sentences


class Descriptions:
    """Resolves the descriptions of one text."""

    def __init__(self, memory: Memory, cast: Cast, sentences: Sequence[Sentence] = ()) -> None:
        self.memory, self.cast, self.sentences = memory, cast, sentences
        self.members = members(sentences)

    def resolve(
        self, found: Surface, base: Voice, s: Sentence, index: int, owner: Voice | None
    ) -> Voice | None:
        """The voice that a definite description means; None where it is not safe to say. ``owner`` is whose "its" is."""
        about = self._about(found)
        return (
            self._spelled_out(found, base, about)
            or self._again(found, about)
            or self._jointly(found, about)
            or self._fitting(found, base, about, index)
            or self._epithet(found, about, s, index)
            or introduced(found, about, self.sentences[max(0, index - _NEAR) : index + 1])
            or self._stands(found, base, about, index, owner)
        )

    def _about(self, found: Surface) -> set[str]:
        """What the description tells beside its head noun."""
        plain = re.sub(r"[’']s\b|[“”\",]", " ", found.text.lower()).replace("-", " ")
        return {w for w in plain.split() if w not in _IDLE and w not in same(found.role) and w != found.role}

    def _spelled_out(self, found: Surface, base: Voice, about: set[str]) -> Voice | None:
        """Those whom the text sets beside the word somewhere: "the facilitators - A, B and C -"."""
        names = "" if about else self.members.get(found.role, "")
        doubt = f"'{found.text}': the text spells out '{names}'"
        return replace(base, name=names, sort="body", anonymous=False, doubt=doubt) if names else None

    def _again(self, found: Surface, about: set[str]) -> Voice | None:
        """The latest speaker with that office, if nothing that the description tells speaks against it."""
        if not found.role or found.text.lower().startswith(("our ", "my ")):
            return None
        alike, told = same(found.role), {stem(w) for w in about} - {stem(w) for w in _PAST}
        older = [v for v in self.memory.voices[:-5] if v.described]
        for voice in (*reversed(self.memory.voices[-5:]), *reversed(older)):
            if voice.role not in alike or voice.sort not in _SPEAKERS:
                continue
            if told <= self._known(voice) | {stem(w) for w in re.findall(r"[\w’'-]+", voice.text)}:
                who = voice.name or voice.text
                return voice.again(found.text, found.span, f"'{found.text}': taken from '{who}' before")
        return None

    def _jointly(self, found: Surface, about: set[str]) -> Voice | None:
        """ "the guarantors", "the two countries": the only ones of the text who have spoken together under their names."""
        if found.role not in _TOGETHER or about:
            return None
        joint = {v.key: v for v in self.memory.voices if v.name and " and " in v.name and v.sort == "body"}
        if len(joint) != 1:
            return None
        voice = next(iter(joint.values()))
        return voice.again(found.text, found.span, f"'{found.text}': taken from '{voice.name}' before")

    def _known(self, voice: Voice) -> set[str]:
        member = self._member(voice)
        return (member.about | {stem(h) for h in member.heads}) if member is not None else set()

    def _member(self, voice: Voice) -> Member | None:
        found = self.cast.members.get(voice.key) or self.cast.members.get(voice.name or "")
        return found or next((m for m in self.cast.members.values() if m.name == voice.name), None)

    def _fitting(self, found: Surface, base: Voice, about: set[str], index: int) -> Voice | None:
        """The one member of the text who holds the office or is the body of that kind."""
        body = found.role in words("names", "bodies")
        if found.text.lower().startswith(("our ", "my ")) or "other" in about:
            return None
        members = self.cast.fitting(not body, found.role, about, index)
        if body and not members and about:
            return None
        only = members[0] if len(members) == 1 else None
        told = only is not None and not about and found.role in only.called
        if len(members) > 1 or found.role in _OF_STATES and not told:
            members = self._nearest(members, index, body)
        if len(members) != 1:
            return None
        actors = self.cast.lexicon.lookup(members[0].name)
        name = best(actors[0], members[0].name, self.memory.written) if len(actors) == 1 else members[0].name
        return replace(
            base,
            name=name.removeprefix("The "),
            actors=(actors[0].id,) if len(actors) == 1 else (),
            sort="body" if body else "person",
            anonymous=False,
            doubt=f"'{found.text}': the one in this text who fits is '{name}'",
        )

    def _nearest(self, members: list[Member], index: int, body: bool) -> list[Member]:
        """Of several the one who spoke last, close by, or (a person) whom alone this sentence or the one before names."""
        last = self.memory.voices[-1] if self.memory.voices else None
        if last is not None and index - last.sentence <= _NEAR and (spoke := self._member(last)) in members:
            return [spoke] if spoke else []
        near = [m for m in members if {index, index - 1} & set(m.places)]
        return near if len(near) == 1 and not body else []

    def _epithet(self, found: Surface, about: set[str], s: Sentence, index: int) -> Voice | None:
        """ "the former general", "the Swiss official" of the person who spoke last, nobody else having spoken since."""
        last = self.memory.voices[-1] if self.memory.voices else None
        near = last is not None and index - last.sentence <= _NEAR and found.text.lower().startswith("the ")
        if (
            last is None
            or not near
            or _to_another(s, found)
            or _told_by_one(s, found)
            or _told_more(s, found)
            or not self._may_be(found, about, last, index)
        ):
            return None
        return last.again(
            found.text, found.span, f"'{found.text}': whoever spoke before, '{last.name or last.text}'"
        )

    def _may_be(self, found: Surface, about: set[str], last: Voice, index: int) -> bool:
        """Whether an epithet can mean whoever spoke last: any office where the text does not tell theirs, else a loose word."""
        member = self._member(last)
        told = bool(last.role) or member is not None and bool(member.heads)
        open_ = last.sort == "person" and not told and index - last.sentence <= 1
        office = found.role in words("names", "people") | words("names", "titles")
        if not (found.role in _EPITHETS or about & _PAST or office and open_):
            return False
        if not (last.sort == "person" or last.anonymous and last.sort == "unnamed" and not about):
            return False
        whose = " of " in found.text or " for " in found.text
        if not open_ and (whose or len(about - _PAST) > 1):
            return False
        if found.role in _RANKS and self._ranks(last) and not same(found.role) & self._ranks(last):
            return False  # "the general" is not the captain who spoke
        shown = gender(found.role)
        return not shown or self.memory.genders.get(last.key, shown) == shown

    def _ranks(self, voice: Voice) -> set[str]:
        """The ranks that the text gives a speaker: by office, apposition or the words before the name."""
        member = self._member(voice)
        return (
            {voice.role, *voice.text.lower().split()} | (member.heads if member is not None else set())
        ) & _RANKS

    def _stands(
        self, found: Surface, base: Voice, about: set[str], index: int, owner: Voice | None
    ) -> Voice | None:
        """The description as the name: a body, several, or an office with a mark of its own, that the text does not name."""
        head, first = found.role, found.text.split()[0].lower() if found.text else ""
        adjective = head in words("names", "bodies") or head == "intelligence" and bool(found.org)
        if not (_OPENING.match(found.text) or re.search(r"[’']s? ", found.text) or adjective):
            return None
        body = not _human(head) or head.endswith("s") and not head.endswith("ss") or first in _QUANTITIES
        if first in _OWN:
            return self._owned(found, base, body, owner, index)
        if first in ("our", "my"):
            return _called(base, found.text.lower(), body) if body else None
        if head in _PARTIES and not about and any(not m.person for m in self.cast.members.values()):
            return None
        owned = about and bool(re.search(r"[’'](s\b| )|\b(of|for|to)\b", found.text)) or found.org_actors
        if not body and (self._somebody(index - 2, index + 2) if owned else self._anybody()):
            return None
        if not body and (one := self._named_near(index) or ("" if owned else self._alone(index))):
            return replace(base, name=one).open(
                f"not resolved: '{found.text}'; it may be '{one}', who is named near"
            )
        return _called(base, _plain(found.text), body)

    def _owned(
        self, found: Surface, base: Voice, body: bool, owner: Voice | None, index: int
    ) -> Voice | None:
        """ "its government" of whoever "its" is; where that is not known a person stays without a name."""
        rest = found.text.split(None, 1)[-1]
        if found.role in _PARTIES or not body and index <= 1 and self._somebody(0, index + 2):
            return None
        if owner is not None and owner.sort == "person" and found.role in _OF_STATES:
            return None  # of his state, which may have another name
        if owner is not None and owner.name and " " in found.text:
            return _called(base, f"{rest} of {owner.name}", body)
        return _called(base, found.text.lower(), body) if body else None

    def _named_near(self, index: int) -> str:
        """The person who spoke last or is named within two sentences, whom an office may mean whatever else they are called."""
        last = self.memory.voices[-1] if self.memory.voices else None
        if last is not None and last.sort == "person" and last.name and index - last.sentence <= _NEAR:
            return last.name
        known = (m for m in self.cast.members.values() if m.person and (m.acts or m.heads or m.gender))
        near = ((min(abs(place - index) for place in m.places), m.name) for m in known)
        return next((name for far, name in sorted(near) if far <= _NEAR), "")

    def _alone(self, index: int) -> str:
        """A single name that is the subject of the sentence before: "Burhan visited the units. The commander warned"."""
        if not 0 < index < len(self.sentences):
            return ""
        before = self.sentences[index - 1]
        if before.paragraph != self.sentences[index].paragraph:
            return ""
        single = (
            a for a, b in runs.runs(before) if a == b and before.dep[a] == "nsubj" and not before.quoted[a]
        )
        return next((before.words(a, a) for a in single if not self.cast.is_place(before.words(a, a))), "")

    def _somebody(self, first: int, last: int) -> bool:
        """Whether these sentences name a person who acts and of whom the text does not tell the office."""
        unknown = (m for m in self.cast.members.values() if m.person and m.acts and not m.heads)
        return any(first <= place <= last for m in unknown for place in m.places)

    def _anybody(self) -> bool:
        """Whether the text names a person: known by an office or a title, or one who acts."""
        return any(m.person and (m.acts or m.heads or m.gender) for m in self.cast.members.values())


def introduced(found: Surface, about: set[str], near: Sequence[Sentence]) -> Voice | None:
    """ "The spokesperson" of "a spokesperson for the mission", whom the sentences before bring in without a name."""
    if about or not _human(found.role) or not found.text.lower().startswith("the "):
        return None
    alike = same(found.role)
    for s in reversed(near):
        for k in range(1, len(s)):
            if s.low[k] not in alike or s.end[k] > found.span.start or s.quoted[k]:
                continue
            if s.low[s.left[k]] in ("a", "an", "one", "another") and s.is_noun(k):
                first = read(s, noun_phrase(s, k))
                if first.sort != "unnamed":
                    return None
                doubt = f"'{found.text}': taken from '{first.text}' before"
                return Voice(
                    None, first.text, first.span, "unnamed", (), True, None, first.org, first.role, doubt
                )
    return None


def _called(base: Voice, name: str, body: bool) -> Voice:
    """The voice of somebody whose description is the name."""
    sort = "body" if body else "office"
    doubt = f"known by the description '{name}' only"
    return replace(base, name=name, sort=sort, anonymous=False, described=True, doubt=doubt)


_MAKERS = re.compile(r"(er|or|ist|ian|man|woman|eer|ant)$")


def _human(noun: str) -> bool:
    """Whether a noun names one person: an office, or one by its ending."""
    if noun in words("names", "bodies") or noun in words("names", "outlets"):
        return False
    return (
        noun in words("names", "people") | words("names", "titles") | words("names", "human")
        or noun in words("names", "he") | words("names", "she")
        or len(noun) > 4
        and bool(_MAKERS.search(noun))
    )


def _to_another(s: Sentence, found: Surface) -> bool:
    """Whether the description speaks to "him" or "her": then it is not whoever spoke before."""
    after = [k for k in range(len(s)) if s.start[k] >= found.span.end][:3]
    return any(s.low[k] in ("him", "her", "them") and s.tag[k] == "PRP" for k in after)


def _told_by_one(s: Sentence, found: Surface) -> bool:
    """Whether somebody else tells of the description: "The envoy, he went on, had promised"."""
    after = [k for k in range(len(s)) if s.start[k] >= found.span.end][:2]
    return len(after) == 2 and s.low[after[0]] == "," and s.low[after[1]] in ("he", "she")


def _told_more(s: Sentence, found: Surface) -> bool:
    """Whether a clause tells which one is meant: "the former general who heads the observers"."""
    after = next((k for k in range(len(s)) if s.start[k] >= found.span.end), None)
    return after is not None and s.low[after] in ("who", "whose", "whom")


def _plain(text: str) -> str:
    """A description as a name: its first word in lower case, without quotation marks."""
    bare = text.strip("“”\"'’ ")
    return (
        bare[:1].lower() + bare[1:]
        if bare.split()[0].lower() in _IDLE | {"both", "all", "each", "neither"}
        else bare
    )
