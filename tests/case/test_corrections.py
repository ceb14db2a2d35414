from dataclasses import replace

from truceline.actors import Lexicon
from truceline.actors.model import Actor
from truceline.case.corrections import corrected_claim, corrected_links
from truceline.evidence import (
    Attribution,
    Claim,
    Doubt,
    Figure,
    Kind,
    Link,
    Part,
    Polarity,
    Position,
    Stance,
    Target,
    in_force,
    seen,
)
from truceline.evidence.review import Review, Verdict

LEXICON = Lexicon((Actor("envoy", "Ada Speaker", of="south", person=True), Actor("south", "Southland")))
TOLD = Claim(
    "t" * 64, "sources/01.txt", Kind.FIGURE, 0, 9, "190 words", speaker="Bo Other", on_behalf_of="Southland"
)


def test_another_speaker_is_named_in_full_and_no_longer_doubtful():
    doubtful = replace(TOLD, doubt=(Doubt(Part.SPEAKER, "two fit"), Doubt(Part.DATE, "no year")))
    made = corrected_claim(doubtful, {"speaker": "envoy"}, LEXICON)
    assert made.speaker == "Ada Speaker"
    assert [d.part for d in made.doubt] == [Part.DATE]


def test_nobody_named_answers_for_nobody():
    made = corrected_claim(TOLD, {"speaker": "-"}, LEXICON)
    assert (made.speaker, made.on_behalf_of, made.attribution) == (None, None, Attribution.ANONYMOUS)


def test_a_position_that_the_speaker_held_goes_with_the_speaker():
    held = replace(TOLD, kind=Kind.POSITION, payload=Position("Bo Other", "the force", Stance.REJECT))
    assert corrected_claim(held, {"speaker": "envoy"}, LEXICON).payload.holder == "Ada Speaker"
    told = replace(held, payload=Position("Northland", "the force", Stance.REJECT))
    assert corrected_claim(told, {"speaker": "envoy"}, LEXICON).payload.holder == "Northland"


def test_a_value_is_amended_and_the_claim_keeps_its_id():
    counted = replace(TOLD, payload=Figure("violations", 190, 190))
    made = corrected_claim(counted, {"payload.high": "", "payload.base": "2025-10-11"}, LEXICON)
    assert (made.payload.low, made.payload.high, made.payload.base) == (190, None, "2025-10-11")
    assert made.id == counted.id


def test_duties_and_ceasefire_are_as_the_reviewer_put_them():
    links = (Link(TOLD.id, Target.PROVISION, "p1", doubtful=True), Link(TOLD.id, Target.CEASEFIRE, "one"))
    made = corrected_links(TOLD, links, {"provision": "p2 p3", "ceasefire": "two"})
    assert {(x.target, x.id, x.doubtful) for x in made} == {
        (Target.PROVISION, "p2", False),
        (Target.PROVISION, "p3", False),
        (Target.CEASEFIRE, "two", False),
    }
    assert not corrected_links(TOLD, links[:1], {"provision": "-"})


def test_a_review_is_reopened_when_another_answers_for_the_words():
    review = Review(TOLD.id, seen(TOLD), Verdict.ACCEPTED, "AB", None)
    assert in_force(TOLD, review)
    assert not in_force(replace(TOLD, on_behalf_of="Northland"), review)
    assert not in_force(replace(TOLD, relay=("An Agency",)), review)


def test_a_polarity_put_right_is_that_of_the_claim():
    assert corrected_claim(TOLD, {"polarity": "denied"}, LEXICON).polarity is Polarity.DENIED


def test_another_kind_is_made_of_what_was_written_and_the_claim_keeps_its_id():
    read = replace(TOLD, payload=Figure("violations", 190, 190), doubt=(Doubt(Part.VALUE, "no noun"),))
    right = {"kind": "position", "payload.stance": "reject", "payload.issue": "the force", "speaker": "envoy"}
    made = corrected_claim(read, right, LEXICON)
    assert (made.kind, made.payload) == (Kind.POSITION, Position("Ada Speaker", "the force", Stance.REJECT))
    assert (made.id, made.read_as, made.doubt, made.speaker) == (read.id, Kind.FIGURE, (), "Ada Speaker")
