import pytest

from truceline.evidence import (
    SHAPES,
    Basis,
    Compliance,
    Figure,
    Incident,
    Kind,
    Position,
    ShapeError,
    Stance,
    amended,
    fitting,
    shaped,
)

WHOLE = {
    Kind.FIGURE: {"low": "3", "high": "3", "basis": "new", "counts": "raids"},
    Kind.POSITION: {"stance": "reject", "issue": "the force"},
    Kind.INCIDENT: {"type": "raid"},
    Kind.STEP: {"act": "offer"},
    Kind.COMPLIANCE: {"value": "met", "duty": "the line"},
    Kind.STATE: {"value": "closed", "thing": "the crossing"},
    Kind.CONDITION: {"awaits": "the list", "what": "the talks"},
    Kind.TERM: {"term": "a line", "instrument": "the truce"},
    Kind.STATEMENT: {},
}


def test_every_kind_has_a_shape():
    assert set(SHAPES) == set(Kind) == set(WHOLE)


@pytest.mark.parametrize("kind", list(Kind))
def test_a_kind_is_made_of_its_parts_and_of_nothing_else(kind):
    made = shaped(kind, {**WHOLE[kind], "weight": "12"})
    assert (made is None) == (kind is Kind.STATEMENT)


@pytest.mark.parametrize(
    ("kind", "field"), [(k, f) for k, values in WHOLE.items() for f in values if f != "high"]
)
def test_without_a_part_that_it_needs_there_is_none(kind, field):
    values = {k: v for k, v in WHOLE[kind].items() if k != field and not (field == "low" and k == "high")}
    with pytest.raises(ShapeError, match=r"needs .*: for example"):
        shaped(kind, values)


def test_parts_are_typed():
    assert shaped(Kind.FIGURE, WHOLE[Kind.FIGURE]) == Figure("raids", 3, 3, basis=Basis.NEW)
    assert shaped(Kind.INCIDENT, {"type": "raid", "author": "North"}) == Incident("raid", author="North")
    assert shaped(Kind.POSITION, WHOLE[Kind.POSITION]) == Position("", "the force", Stance.REJECT)
    assert amended(Compliance("North", "the line", "met"), {"general": "yes", "degree": "2"}).degree == 2


@pytest.mark.parametrize(
    ("corrections", "why"),
    [
        ({"kind": "rumour"}, "'rumour' is no kind: one of statement, figure"),
        ({"polarity": "no"}, "'no' is no polarity: one of affirmed, denied"),
        ({"kind": "figure", "payload.counts": "raids"}, "a figure needs a number"),
        (
            {"kind": "figure", "payload.low": "3", "payload.basis": "rate", "payload.counts": "raids"},
            "a rate needs its period",
        ),
        (
            {"kind": "position", "payload.stance": "conditional", "payload.issue": "talks"},
            "needs its condition",
        ),
        ({"payload.low": "many"}, "'many' is no low"),
        ({"payload.stance": "maybe"}, "'maybe' is no stance: for example accept, reject"),
    ],
)
def test_corrections_that_make_no_reading_are_refused(corrections, why):
    with pytest.raises(ShapeError, match=why):
        fitting(corrections)


def test_corrections_that_make_one_pass():
    fitting({"kind": "statement", "polarity": "denied", "speaker": "envoy", "provision": "-"})
    fitting({"payload.high": "", "payload.side": ""})
