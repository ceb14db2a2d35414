"""Names that one unsure cue alone gives are left open, with the name as a candidate."""

from types import SimpleNamespace

import pytest

from truceline.evidence import Claim, Kind, Part, Span
from truceline.reading.withheld import withheld


def sentence(dep="pobj", tag="VBG"):
    """One token, the cue and its source in one; of no tense unless told."""
    return SimpleNamespace(dep=[dep], tag=[tag], low=["x"], kids=[[]])


def link(name="Karu Front", sort="body", cue=0.95, source=0.95, at=10, text=""):
    """A cue "according to" with its source; by the parse its object where the sentence says so."""
    frame = SimpleNamespace(
        sure=(cue, source), sort="according", source=SimpleNamespace(head=0), same=None, cue=0, cue_end=0
    )
    frame.origin = frame
    voice = SimpleNamespace(name=name, sort=sort, key=name, text=text or name, described=bool(text))
    return SimpleNamespace(frame=frame, voice=voice, cue_span=Span(at, at + 4))


def claim(name="Karu Front", at=10):
    return Claim("f" * 64, "a.txt", Kind.STATEMENT, 0, 5, "words", speaker=name, cue_span=Span(at, at + 4))


def opened(made, *links, dep="pobj", tag="VBG"):
    return [c for _, c in withheld([("k", c) for c in made], [(sentence(dep, tag), x) for x in links])]


def weak(*links, dep="pobj", tag="VBG"):
    return opened([claim()], *links, dep=dep, tag=tag)[0]


def test_a_name_that_a_doubtful_cue_alone_gives_becomes_a_candidate():
    made = weak(link(cue=0.6))
    assert made.speaker is None
    assert [(d.part, d.candidate) for d in made.doubt] == [(Part.SPEAKER, "Karu Front")]


@pytest.mark.parametrize(
    "firm",
    [
        (link(cue=0.95),),
        (link(cue=0.6, sort="person"),),
        (link(cue=0.6), link(cue=0.95, at=90)),
    ],
    ids=["a sure cue", "a person", "a sure cue elsewhere"],
)
def test_a_name_stays_where_the_cue_is_sure_or_a_sure_one_gives_it_too_and_a_persons_always(firm):
    assert weak(*firm).speaker == "Karu Front"


def test_a_source_in_doubt_stays_only_where_the_parse_has_it_as_well():
    assert weak(link(source=0.8)).speaker == "Karu Front"
    assert weak(link(source=0.8), dep="nsubj").speaker is None


def test_somebodys_group_is_named_by_a_sure_source_alone():
    assert weak(link(source=0.85, text="its fighters")).speaker is None
    assert weak(link(text="its fighters")).speaker == "Karu Front"


def test_another_cue_of_the_same_name_keeps_its_own_claims():
    doubtful, other = link(cue=0.6), link(name="Norland", cue=0.95, at=50)
    made = opened([claim(), claim("Norland", 50)], doubtful, other)
    assert [c.speaker for c in made] == [None, "Norland"]


def test_a_finite_verb_whose_subject_is_a_sure_source_names_it_whatever_its_own_chance():
    assert weak(link(cue=0.6), tag="VBZ").speaker == "Karu Front"
    assert weak(link(cue=0.6, source=0.85), tag="VBZ").speaker is None
