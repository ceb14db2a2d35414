"""Who a source is, over the sentences of one text: short names to full ones, pronouns and descriptions to whom they mean.

A wrong name is worse than none: what is not safe stays without a name, with the words as written and the reason as a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.reading import offices, things
from truceline.reading.cast import Cast
from truceline.reading.descriptions import Descriptions
from truceline.reading.naming import best
from truceline.reading.papers import Papers, refers_back
from truceline.reading.pronouns import BASE, Pronouns, plural
from truceline.reading.sentence import Sentence
from truceline.reading.subjects import noun_phrase
from truceline.reading.surface import Surface, read
from truceline.reading.vocabulary import verb_forms, words
from truceline.reading.voices import Memory, Voice

_GENERIC_BODY = frozenset({"movement", "group", "organization", "organisation", "party", "ministry", "office", "council", "army", "military",
                           "government", "agency", "committee", "mission", "force", "side", "court", "body"})  # fmt: skip

_PARTIES = frozenset({"movement", "group", "party", "organisation", "organization", "faction"})


class Resolver:
    """Turns surfaces into voices, sentence after sentence."""

    def __init__(self, memory: Memory, sentences: Sequence[Sentence] = ()) -> None:
        self.memory, self.sentences = memory, sentences
        self.lexicon = memory.lexicon
        self.cast = Cast(memory.lexicon, sentences, memory.outlet)
        self.pronouns = Pronouns(memory, self.cast, sentences)
        self.papers = Papers(memory, self.cast, sentences)
        self.descriptions = Descriptions(memory, self.cast, sentences)

    def resolve(self, found: Surface, s: Sentence, index: int, outer: Voice | None = None) -> Voice:
        """The voice of a surface in sentence ``index``; ``outer`` is the speaker in whose words it stands, if any."""
        voice = replace(self._resolved(found, s, index, outer), paragraph=s.paragraph, sentence=index)
        voice = replace(
            voice, bodies=self._bodies(voice), org=voice.org or self.memory.orgs.get(voice.key, "")
        )
        behalf = voice.behalf or self._behalf(found, voice)
        return (
            replace(voice, behalf=behalf or self.memory.behalf.get(voice.key))
            if voice.name
            else replace(voice, behalf=behalf)
        )

    def _bodies(self, voice: Voice) -> frozenset[str]:
        """The names of the bodies that a known speaker belongs to."""
        chain = self.lexicon.chain(voice.actors[0])[1:] if len(voice.actors) == 1 else ()
        return frozenset(self.lexicon.actors[a].name.casefold() for a in chain if a in self.lexicon.actors)

    def _resolved(self, found: Surface, s: Sentence, index: int, outer: Voice | None) -> Voice:
        base = Voice(None, found.text, found.span, found.sort, found.actors, org=found.org, role=found.role)
        if found.actors:
            return self._known(found, base)
        if found.sort in ("person", "proper"):
            return self._named(found, base)
        if found.sort == "office":
            return self._office(found, base, s, index)
        if found.sort in ("body", "outlet"):
            whole = self.cast.spelled_out(self.cast.whole(found.name or "", index))
            if whole != found.name:
                return replace(base, name=whole, doubt=f"'{found.text}': the one in this text is '{whole}'")
            if self.cast.several_end(found.name or ""):
                return replace(base, doubt=f"not resolved: '{found.text}'; several of the text are called so")
            actors = self.lexicon.lookup(found.name or "") or self.lexicon.lookup(found.text)
            return replace(base, name=found.name, actors=tuple(a.id for a in actors))
        if found.sort == "document":
            return self.papers.resolve(found, base, index)
        if found.sort == "pronoun":
            return self._pronoun(found, base, s, index, outer)
        if found.sort == "description":
            return self._description(found, base, s, index, outer)
        return self._unnamed(found, base, index)

    def _known(self, found: Surface, base: Voice) -> Voice:
        if len(found.actors) > 1:
            return replace(base, name=found.name, doubt="the name may mean several actors")
        actor = self.lexicon.actors[found.actors[0]]
        written = found.name or ""
        if written in actor.metonyms:
            return replace(base, name=written)
        spelled_out = not actor.person and len(written.split()) > 1 and found.sort != "outlet"
        name = (
            re.sub(r"^([Tt]he|[Aa]n?) ", "", written)
            if spelled_out
            else best(actor, written, self.memory.written)
        )
        return replace(base, name=name)

    def _office(self, found: Surface, base: Voice, s: Sentence, index: int) -> Voice:
        """An office is no name: the one person of the text who holds it, a body that the lexicon knows by it, or nobody."""
        actors = self.lexicon.lookup(found.name or "") or self.lexicon.lookup(found.text)
        if len(actors) == 1 and (not actors[0].person or actors[0].id in self.memory.mentioned):
            return replace(
                base,
                name=actors[0].name,
                actors=(actors[0].id,),
                sort="person" if actors[0].person else "body",
            )
        last = self.memory.voices[-1] if self.memory.voices else None
        if (
            last
            and last.sort == "person"
            and last.name
            and index - last.sentence <= 1
            and offices.goes_on(found, s)
        ):
            return last.again(found.text, found.span)
        held = self._holder(found, index)
        if held is None:
            return self.descriptions.resolve(found, base, s, index, None) or replace(
                base, anonymous=True, doubt=f"not resolved: '{found.text}'"
            )
        voice = self._named(Surface("person", found.text, found.span, held[0]), base)
        return replace(voice, doubt="named near the description of the office")

    def _holder(self, found: Surface, index: int) -> tuple[str, tuple[str, ...]] | None:
        """The one person near who holds the office, unless the description tells more than an office and whose it is."""
        known = words("names", "titles") | {"the", "of", "for", *found.org.lower().split()}
        plain = re.sub(r"[’']s?\b|-", " ", found.text.lower()).split()
        more = [w for w in plain if w not in known and not self.lexicon.lookup(w)]
        return None if more else offices.holder(self.lexicon, found, self.sentences, index)

    def _named(self, found: Surface, base: Voice) -> Voice:
        short = self.cast.spelled_out((found.name or "").strip("“”\"'’‘´`‟„‶ "))
        if not short:
            return replace(base, doubt=f"not resolved: '{found.text}'")
        name = self.memory.fullest(short) or self.cast.titled(
            short, f"{found.role} {found.text}".lower().split()
        )
        if name is None and found.sort == "proper" and self.cast.is_place(short):
            name = short
        if name == short and found.sort == "proper":
            name = self.cast.by_first_name(short)
        if name is None:
            return replace(base, doubt="several persons of the text have this name")
        actors = self.lexicon.lookup(name)
        if len(actors) == 1:
            return replace(
                base,
                name=best(actors[0], name, self.memory.written),
                actors=(actors[0].id,),
                sort="person" if actors[0].person else "body",
            )
        person = found.sort == "person" or name != found.name
        return replace(base, name=name, sort="person" if person else "body")

    def _pronoun(self, found: Surface, base: Voice, s: Sentence, index: int, outer: Voice | None) -> Voice:
        word = BASE.get(found.text.lower(), found.text.lower())
        candidate = (
            self._it(found, s, index) if word == "it" else self.pronouns.resolve(found, s, index, outer)
        )
        return candidate or replace(base, doubt=f"not resolved: '{found.text}'")

    def _it(self, found: Surface, s: Sentence, index: int) -> Voice | None:
        """The body that is spoken of, or the body, text or outlet that spoke last."""
        doubt = f"'{found.text}': taken from "
        fitting = ("document",) if self._provides(found, s) else ("body", "document", "outlet")
        subject = self._subject(found, s, index)
        if subject is not None and subject.sort in fitting:
            return subject.again(found.text, found.span, f"{doubt}'{subject.name}'")
        last = self.memory.before(index, found.span.start)
        if last is None or plural(last) or last.sort not in fitting or index - last.sentence > 3:
            return None
        if self._spoken_of(s, index, last.sentence):
            return None  # "The version printed runs over three stages. Flights stop for a day, it says": the version
        known = [self.lexicon.actors[a] for a in last.actors if a in self.lexicon.actors]
        if any(a.pronouns and "it" not in a.pronouns for a in known):
            return None
        return last.again(found.text, found.span, f"{doubt}'{last.name}'")

    def _spoken_of(self, s: Sentence, index: int, spoke: int) -> bool:
        """Whether the paragraph has spoken of one other thing since: then "it" may mean that."""
        since = [x for x in self.sentences[spoke + 1 : index] if x.paragraph == s.paragraph]
        roots = ((x, k) for x in since for k in range(len(x)) if x.head[k] == k)
        for x, k in roots:
            own = x.child(k, "nsubj", "nsubjpass")
            told = (
                k if own is None and x.is_noun(k) else own
            )  # the parse may take a sentence for a noun alone
            if told is not None and x.tag[told] in ("NN", "NNP") and not x.quoted[told]:
                return True
        return False

    @staticmethod
    def _provides(found: Surface, s: Sentence) -> bool:
        """Whether the verb after the pronoun is what only a text does: "it provides for the return of ..."."""
        after = next((k for k in range(len(s)) if s.start[k] >= found.span.end and s.is_verb(k)), None)
        return after is not None and s.low[after] in verb_forms("cues", "provides")

    def _subject(self, found: Surface, s: Sentence, index: int) -> Voice | None:
        """The body that "it" must mean because it is what is spoken of: the subject before it in the sentence ("X for its part
        ..., it said"), or the subject of the sentence before in the paragraph, where nobody spoke.
        """
        at = next((k for k in range(len(s)) if s.start[k] == found.span.start), 0)
        own_words = s.low[at : at + 3] == ["its", "own", "words"]
        if at and (s.low[at - 1] in (";", "and", "but") or own_words or " for its part " in " ".join(s.low)):
            own = self._body_subject(s, index, found.span.start)
            if own is not None:
                return own
        silent = not any(v.sentence >= index - 1 for v in self.memory.voices)
        if not index or index > len(self.sentences) or not silent:
            return None
        before = self.sentences[index - 1]
        if before.paragraph != s.paragraph:
            return None
        # Read as of that sentence: what refers back from there goes further back, and never round in a ring.
        return self._body_subject(before, index - 1, before.end[-1])

    def _body_subject(self, s: Sentence, index: int, stop: int) -> Voice | None:
        """The voice of the last subject before a place, if that is a body with a name."""
        own = [k for k in range(len(s)) if s.dep[k] in ("nsubj", "nsubjpass") and s.end[k] <= stop]
        if not own or s.tag[own[-1]].startswith(("PRP", "W")) or s.low[s.left[own[-1]]] in ("a", "an"):
            return None
        found = read(s, noun_phrase(s, own[-1]))
        if found.sort not in ("body", "outlet", "description", "document"):
            return None
        voice = self._resolved(found, s, index, None)
        return (
            replace(voice, sentence=index)
            if voice.name and voice.sort in ("body", "outlet", "document")
            else None
        )

    def _description(
        self, found: Surface, base: Voice, s: Sentence, index: int, outer: Voice | None
    ) -> Voice:
        if things.told(found.role):
            return self._teller(found, base, s, index, outer)
        titled = [a for a in self.lexicon.lookup(found.text) if a.id in self.memory.mentioned]
        if len(titled) == 1 and found.role != "national":
            return replace(
                base,
                name=titled[0].name,
                actors=(titled[0].id,),
                sort="person" if titled[0].person else "body",
                doubt=f"'{found.text}' is a title of '{titled[0].name}'",
            )
        party = self._party_before(found, s)
        if party is not None:
            return replace(base, name=party, sort="body", doubt=f"taken from '{party}' in the sentence")
        last = self.memory.last("body", "person")
        ours = found.text.lower().startswith(("our ", "my "))
        near = last is not None and bool(last.name) and index - last.sentence <= 2 and not ours
        body = self._body_of(found, base, last) if last and near and found.role in _GENERIC_BODY else None
        if body is not None:
            return body
        owner = self._owner(found, s, index, outer)
        nobody = found.role in words("names", "people")
        return self.descriptions.resolve(found, base, s, index, owner) or replace(
            base, anonymous=nobody, doubt=f"not resolved: '{found.text}'"
        )

    def _teller(self, found: Surface, base: Voice, s: Sentence, index: int, outer: Voice | None) -> Voice:
        """Whose words "his reply" or "the explanation given by X" are; without a name where that is not told: a thing says nothing."""
        at = things.teller(s, found)
        whose = self._owner(found, s, index, outer)
        if at is not None:
            whose = self._resolved(read(s, noun_phrase(s, at)), s, index, outer)
        if whose is None or not (whose.name or whose.anonymous):
            return replace(base, doubt=f"not resolved: '{found.text}' is told and tells nothing")
        told = whose.name or whose.text
        return whose.again(found.text, found.span, f"'{found.text}': the words of '{told}'")

    def _owner(self, found: Surface, s: Sentence, index: int, outer: Voice | None) -> Voice | None:
        """Whom "its", "his", "her" or "their" at the head of a description means."""
        first = found.text.split()[0].lower() if found.text else ""
        if first not in ("its", "his", "her", "their"):
            return None
        pronoun = Surface("pronoun", first, found.span)
        owner = self._pronoun(pronoun, Voice(None, first, found.span, "pronoun"), s, index, outer)
        return owner if owner.name else None

    def _party_before(self, found: Surface, s: Sentence) -> str | None:
        """ "Hamas is open to it; the movement has agreed": the one party named earlier in the sentence as a subject."""
        if found.role not in _PARTIES:
            return None
        subjects = [
            k
            for k in range(len(s))
            if s.sort[k] == "body" and s.dep[k].startswith("nsubj") and s.end[k] <= found.span.start
        ]
        parties = {s.name[k][0] for k in subjects if len(s.name[k]) == 1 and self._is_party(s.name[k][0])}
        return self.lexicon.actors[parties.pop()].name if len(parties) == 1 else None

    def _is_party(self, actor: str) -> bool:
        return bool({"party", "armed_group"} & set(self.lexicon.actors[actor].kinds))

    def _body_of(self, found: Surface, base: Voice, last: Voice) -> Voice | None:
        """ "the movement" after a body spoke is that body; after a person, the body that person belongs to if it is known."""
        if last.sort == "body":
            member = self.cast.members.get(last.key) or self.cast.members.get(last.name or "")
            if found.role not in _PARTIES and (member is None or found.role not in member.heads):
                return None
            if len(found.text.split()) > 2:
                return None
            return replace(
                base,
                name=last.name,
                actors=last.actors,
                sort="body",
                doubt=f"taken from '{last.name}' before",
            )
        chain = self.lexicon.chain(last.actors[0])[1:] if len(last.actors) == 1 else ()
        owner = self.lexicon.actors.get(chain[-1]) if chain else None
        if owner is not None and found.role in _PARTIES:
            return replace(
                base, name=owner.name, actors=(owner.id,), sort="body", doubt=f"the body of {last.name}"
            )
        return None

    def _unnamed(self, found: Surface, base: Voice, index: int) -> Voice:
        """Somebody not named. A title that the lexicon gives to one actor of this text names it."""
        if found.sort == "unnamed" and len(found.text.split()) > 2:
            titled = [a for a in self.lexicon.lookup(found.text) if a.id in self.memory.mentioned]
            if len(titled) == 1 and titled[0].person:
                return replace(
                    base,
                    name=titled[0].name,
                    actors=(titled[0].id,),
                    sort="person",
                    doubt="named by a description",
                )
        last = self.memory.last("outlet")
        the_one = refers_back(found.text) and not found.org and found.role in words("names", "outlets")
        if the_one and last and last.name and index - last.sentence <= 3:
            return last.again(found.text, found.span, f"taken from '{last.name}' before")
        if the_one and len(only := self.cast.fitting(False, found.role, (), index)) == 1:
            return replace(
                base,
                name=only[0].name,
                sort="outlet",
                doubt=f"'{found.text}': the one in this text is '{only[0].name}'",
            )
        return self._ahead(found, base, index) or replace(base, anonymous=True)

    def _ahead(self, found: Surface, base: Voice, index: int) -> Voice | None:
        """A lead's "a spokesperson for X" whom one of the next sentences names, if the text knows one spokesperson only."""
        if (
            index > 2
            or found.role not in words("names", "spokesperson")
            or not found.text.lower().startswith(("a ", "the "))
        ):
            return None
        named = {name for role, name, at in self.memory.offices if role in words("names", "spokesperson")}
        near = [
            name
            for role, name, at in self.memory.offices
            if role in words("names", "spokesperson") and index < at <= index + 3
        ]
        if len(named) != 1 or not near:
            return None
        named_voice = self._named(Surface("person", found.text, found.span, near[0]), base)
        return replace(
            named_voice, behalf=self.memory.speaks_for.get(near[0]), doubt="named in the next sentences"
        )

    def _behalf(self, found: Surface, voice: Voice) -> str | None:
        """For whom a spokesperson speaks, where the text says so."""
        if found.role not in words("names", "spokesperson") or not found.org:
            return None
        named = self.memory.speaks_for.get(found.name or "")
        whole = self.lexicon.lookup(named or "") or self.lexicon.lookup(found.org)
        if len(whole) == 1 and (found.org_actors or len(found.org.split()) > 1):
            return whole[0].name
        if len(found.org_actors) == 1:
            return self._of_office(found)
        if found.org.lower() in ("its", "the", "their", "his", "her", "a", "an", "our"):
            chain = self.lexicon.chain(voice.actors[0])[1:] if len(voice.actors) == 1 else ()
            owner = self.lexicon.actors.get(chain[0]) if chain else None
            return owner.name if owner else None
        return found.org

    def _of_office(self, found: Surface) -> str:
        """A longer office ("Israeli Foreign Ministry") stays as written."""
        actor = self.lexicon.actors[found.org_actors[0]]
        return actor.name if len(found.org.split()) == 1 else found.org
