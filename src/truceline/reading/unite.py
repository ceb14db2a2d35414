"""Rules and tagger united: who says what, from both.

The rules' cues are asked of the tagger too. Where both know a cue, the frame is the rules' (they know how it gives words to whom), its
borders on paper are the tagger's, and it governs what either lets it govern. A cue of the rules alone is kept where the tagger holds it
for possible; one of the tagger alone makes a frame of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from truceline.reading import borders, phrasal, surface
from truceline.reading.frames import Frame, Phrase, nest
from truceline.reading.governed import only_named
from truceline.reading.proposals import frame, phrase_head
from truceline.reading.sentence import Sentence
from truceline.reading.subjects import first_of
from truceline.reading.tagger import Scored
from truceline.reading.vocabulary import words

NEW = 0.9  # a verb in no list of cues is one only where the tagger is this sure of it and of its source
CERTAIN = 0.95
LIKELY = 0.65
SURE = 0.8  # from here on the tagger's source or told piece stands against another one of the rules
_OWN = frozenset({"bare", "colon", "passive"})  # sorts that the tagger never learned
_THINGS = frozenset({"this", "these", "that", "those", "what", "which", "there"})
_OUTSIDE = frozenset({"seek", "seeks", "seeking", "want", "wants", "wanted"})  # "sought" may be said
_BINDS = frozenset({"oblige", "obligate", "bind", "require", "commit"})
_NEARLY_SURE = 0.97
_TAIL = 3  # tokens; what is longer by fewer is a matter of borders


def hints(s: Sentence, ruled: Sequence[Frame]) -> list[tuple[int, int]]:
    """The cues that the rules found."""
    return [_cue(s, f) for f in ruled if f.sort not in _OWN and f.base not in ("account", "assertion")]


def _cue(s: Sentence, f: Frame) -> tuple[int, int]:
    if f.base == "according to":
        return f.cue, min(f.cue + 1, len(s) - 1)
    if f.base in ("account", "assertion"):
        return f.scene[0]
    return first_of(s, f.cue), f.cue


def united(s: Sentence, ruled: Sequence[Frame], scored: Sequence[Scored]) -> list[Frame]:
    """The frames of both, nested."""
    made: list[Frame] = []
    for found in scored:
        own = next(
            (f for f in ruled if f.sort not in ("bare", "colon") and _touch(_cue(s, f), found.proposal.cue)),
            None,
        )
        if own is not None and (
            own.sort == "passive" or own.base in ("quote", "account", "assertion") or _passive_of(own, found)
        ):
            continue  # the rules know better who speaks
        if own is not None:
            made.append(_joined(s, own, found))
        elif (new := frame(s, found.proposal, made)) is not None and _speaks(s, new, found, ruled):
            new.sure = (found.cue, found.source)
            made.append(new)
    made += [f for f in ruled if _kept(s, f, made) and not any(f.cue == m.cue for m in made)]
    made = [f for f in made if not _of_a_thing(s, f) and not _ends_another(s, f, made)]
    made.sort(key=lambda f: f.cue)
    borders.settle(s, made)
    acts = words("cues", "acts")
    if any(
        f.parent is not None and f.base in acts for f in made
    ):  # within another's words a body acts; it does not speak
        made = [f for f in made if f.parent is None or f.base not in acts]
        nest(made)
    return made or [f for f in ruled if f.sort == "bare"]


def _of_a_thing(s: Sentence, f: Frame) -> bool:
    """Whether a verb that speaks only with a clause or a quotation stands with a thing: "to *counter* what he called an attack"."""
    if f.base not in words("cues", "with_clause") or f.inverted or f.sort not in ("say", "stance"):
        return False
    told = s.child(f.cue, "ccomp") is not None and s.low[f.cue + 1 : f.cue + 2] != ["what"]
    return not told and not _clause(s, f)


def _ends_another(s: Sentence, f: Frame, made: Sequence[Frame]) -> bool:
    """Whether a verb that nothing follows belongs to another's words: "said that she would rather not *say*"."""
    told = any(s.low[k][:1].isalnum() for a, b in f.content for k in range(a, b + 1))
    return (
        not told and not f.inverted and bool(f.content) and any(o is not f and o.holds(f.cue) for o in made)
    )


def _passive_of(own: Frame, found: Scored) -> bool:
    """Whether the rules read "was rejected by X" where the tagger takes what was rejected for the speaker."""
    source = found.proposal.source
    other = source is None or own.source is None or not _touch((own.source.a, own.source.b), source)
    return own.vouched and own.sort == "stance" and other


def _kept(s: Sentence, f: Frame, made: Sequence[Frame]) -> bool:
    """What the rules alone found and the tagger seldom saw: sorts of its own, counts, "quoted as saying", and a trailing "-ing" of
    whoever spoke before.
    """
    if f.sort == "bare":
        return False
    if f.vouched:
        return f.sort != "stance" or not any(
            o is not f and o.source is not None and o.holds(f.cue) for o in made
        )
    if f.sort == "colon":
        return _labelled(s, f)
    if f.sort == "document" and f.base in words("cues", "provides"):
        return True
    return f.sort in _OWN or f.sort == "count" or f.base == "quote" or f.same is not None and f.sort == "say"


def _labelled(s: Sentence, f: Frame) -> bool:
    """Whether the words before a colon may be somebody: a known name, or words before a quotation; no headline in capitals, no "Note"."""
    assert f.source is not None
    label = range(f.source.a, f.source.b + 1)
    if any(s.name[k] for k in label):
        return True
    shouted = len(label) > 1 and s.words(f.source.a, f.source.b).isupper()
    return not shouted and not any(s.low[k] in words("names", "labels") for k in label)


def _speaks(s: Sentence, new: Frame, found: Scored, ruled: Sequence[Frame]) -> bool:
    """Whether a cue of the tagger alone is one: within what the rules let another cue govern, only a sure one of a speaker of its own
    ("said that Israel continues to violate the terms and *refuses* ..." is what the first one says).
    """
    if _no_words(s, new, found) or not _goes_on(s, new, found) or _in_passing(s, new, ruled):
        return False
    if (
        not s.is_verb(new.cue)
        and new.sort != "according"
        and not _clause(s, new)
        and not _mistagged(s, new, found)
    ):
        return False  # "X's rejection of the plan sets the stage": a noun tells something with "that" or a quotation only
    if new.content and only_named(s, new, *new.content[0]):
        return False
    known = words("cues", "say") | words("cues", "spoken") | words("cues", "accuse")
    sure = min(found.cue, found.source if not _by_parse(s, new) else 1.0)
    if any(_within(s, f, new) for f in ruled):
        if new.base in known | words("cues", "stance") and _joined_on(s, new, found):
            return True
        own = new.same is None and found.cue >= SURE and found.source >= SURE
        return own and (new.base in known or sure >= CERTAIN)
    thin = words("cues", "material") | words("stances", "naming")  # "it names no judge of them"
    if new.base in thin and not new.inverted and not _clause(s, new):
        return found.cue >= NEW
    if new.sort == "document":
        known |= words("cues", "document")
    return sure >= NEW or new.base in known | words("cues", "stance") | words("cues", "count") | {
        "according to"
    }


def _by_parse(s: Sentence, new: Frame) -> bool:
    """Whether the source needs no word of the tagger: the parse has it for the subject of the cue, or it is the one who spoke before."""
    return new.source is None or new.same is not None or s.child(new.cue, "nsubj") == new.source.head


def _in_passing(s: Sentence, new: Frame, ruled: Sequence[Frame]) -> bool:
    """ "Citing the authorities, he put ...": it is he who speaks; a verb that only comments ("describing") tells nothing alone."""
    if new.base in words("cues", "carry") and s.tag[new.cue] == "VBG":
        return any(not _within(s, f, new) for f in ruled)
    return new.base in words("cues", "comment") - words("cues", "say") and phrasal.at(s, new.cue) is None


def _goes_on(s: Sentence, new: Frame, found: Scored) -> bool:
    """Whether a cue for which the tagger saw no source is another word of whoever spoke before: a verb of saying or of a stance, finite behind
    "and", "but" or a comma, or in "-ing". A mere verb of the clause ("counter what", "would guarantee the withdrawal", "falls short of") is not.
    """
    if new.same is None or new.inverted:
        return True
    known = words("cues", "say") | words("cues", "spoken") | words("cues", "accuse") | words("cues", "stance")
    if found.cue < (NEW if new.base in known else _NEARLY_SURE):
        return False
    at = first_of(s, new.cue)
    behind = at > 0 and s.low[at - 1] in ("and", "but", "or", "then", "also", ",", ";", "while")
    return behind and (
        s.tag[new.cue] == "VBG" or _tense(s, new.cue) == _tense(s, new.same.origin.cue) or s.tag[at] == "MD"
    )


def _no_words(s: Sentence, new: Frame, found: Scored) -> bool:
    """Whether what the tagger takes for speech is none: seen from outside ("is seeking written guarantees", eval/corpus/GUIDELINES.md, 6), or told
    of a thing that is no text: "the claim that", "these parts add up to", "the second phase obliges it".
    """
    first, last = found.proposal.cue
    if not _OUTSIDE.isdisjoint(s.low[first : last + 1]):
        return True
    if s.low[new.cue] in words("kinds", "met") and new.base not in words("cues", "stance"):
        return True  # "the groups have adhered to all of it"
    source = new.source
    if source is None:
        return False
    if source.a == source.b and s.tag[source.a] == "DT" and not s.is_verb(new.cue):
        return True
    if surface.may_speak(s, source):
        return False
    binds = new.base in _BINDS or s.tag[new.cue] == "VB" and new.base in words("cues", "stance")
    return s.low[source.a] in _THINGS or new.sort != "document" and binds


def _mistagged(s: Sentence, new: Frame, found: Scored) -> bool:
    """Whether a form in "-s" or "-ed" is a verb of the lists that the parser took for a noun: "A policeman in Kell *contests* the claim"."""
    verb = new.base in words("cues", "say") | words("cues", "stance") | words("cues", "count") | words(
        "cues", "accuse"
    )
    if not verb or new.source is None or new.source.b >= new.cue or s.tag[new.cue - 1] == "POS":
        return False
    sure = SURE if new.base != s.low[new.cue] else CERTAIN
    return min(found.cue, found.source) >= sure


def _within(s: Sentence, f: Frame, new: Frame) -> bool:
    """Whether the rules let ``f`` govern the new cue; a cue in parenthesis governs its own clause alone ("A; the rest, he says, is B")."""
    if not f.holds(new.cue) or _beside(s, f, new):
        return False
    return not (f.inverted and any(s.low[k] == ";" for k in range(new.cue, f.cue)))


def _joined_on(s: Sentence, new: Frame, found: Scored) -> bool:
    """Whether one who has spoken goes on behind "and" or "but", in the same tense and without a subject in between, where the tagger is
    certain: "X said that his men would leave and *denied* that any had been asked".
    """
    first = new.same.origin if new.same is not None else None
    if first is None or first.inverted or s.quoted[new.cue]:
        return False
    joined = first_of(s, new.cue) - 1
    sure = (
        LIKELY if found.proposal.cue[0] <= joined else CERTAIN
    )  # the joining word itself is seldom a part of the cue
    if (
        joined <= first.cue
        or s.low[joined] not in ("and", "but")
        or found.cue < sure
        or found.source < CERTAIN
    ):
        return False
    return _tense(s, new.cue) == _tense(s, first.cue)


def _tense(s: Sentence, i: int) -> str:
    return "past" if s.tag[i] in ("VBD", "VBN") else s.tag[i]


def _beside(s: Sentence, f: Frame, new: Frame) -> bool:
    """Whether a cue stands beside another one, not in its words: "X requests a session and *reaffirms* that ...", "X denied it and Y *asked* why".

    Not where it shares the source of one that ``f`` governs, nor where its own subject is a thing.
    """
    if new.same is not None and new.same.origin.cue != f.cue and f.holds(new.same.origin.cue):
        return False
    if new.same is None and new.source is not None and not surface.may_speak(s, new.source):
        return False
    at = new.cue
    if s.dep[at] == "advcl" and s.head[at] == f.cue and new.source is not None and new.source.b < new.cue:
        mark = s.child(at, "mark")
        return mark is not None and s.low[mark] in (
            "while",
            "whereas",
        )  # "X thought it fair, while Y *put* it at 300"
    while s.dep[at] == "conj" and at != f.cue:
        at = s.head[at]
    return at == f.cue


def _clause(s: Sentence, new: Frame) -> bool:
    return any(s.low[a] == "that" or s.quoted[a] for a, _ in new.content)


def _joined(s: Sentence, own: Frame, found: Scored) -> Frame:
    """The rules' frame with what the tagger is sure of."""
    proposal = found.proposal
    source, told = proposal.source, proposal.told
    if (
        source is not None
        and found.source >= SURE
        and own.source is not None
        and not _touch((own.source.a, own.source.b), source)
    ):
        own.source, own.same = Phrase(*source, phrase_head(s, *source)), None
    if (
        told
        and (found.told >= SURE or not own.content)
        and not any(_touch(t, r) for t in told for r in own.content)
    ):
        own.content = list(told)
    else:
        own.content = [_grown(r, told) for r in own.content]
    own.marked, own.sure = proposal, (found.cue, found.source)
    return own


def _grown(governed: tuple[int, int], told: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """What the rules let a cue govern, with what the tagger gives it before. They end it with the sentence unless they have seen a
    reason (the outlet's "but", another source), so nothing is added behind.
    """
    a, b = governed
    for c, d in told:
        if _touch(governed, (c, d)) and a - c >= _TAIL:
            a = c
    return a, b


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
