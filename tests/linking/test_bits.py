import pytest

from truceline.agreement.model import Deed, Provision, Target
from truceline.evidence import (
    Compliance,
    Figure,
    Hedge,
    Incident,
    Kind,
    Polarity,
    Position,
    Stance,
    State,
    Truth,
)
from truceline.linking.bits import bits

DUTY = Provision("d", "open", Deed.OBLIGATION, ("north",))
BAN = Provision("b", "no attacks", Deed.PROHIBITION, ("north",))
CEILING = Provision(
    "c", "no more than 50 troops", Deed.PROHIBITION, ("north",), targets=(Target("troops", high=50),)
)


@pytest.mark.parametrize(
    ("provision", "changes", "done", "undone", "want"),
    [
        (DUTY, {"kind": Kind.STATE, "payload": State("x", "open")}, True, False, Truth.MET),
        # a count above zero breaks a ban, and of a ban with a ceiling it is compared with that
        (BAN, {"kind": Kind.FIGURE, "payload": Figure("troops", 30, 30)}, False, False, Truth.NOT_MET),
        (CEILING, {"kind": Kind.FIGURE, "payload": Figure("troops", 30, 30)}, False, False, Truth.UNKNOWN),
        (DUTY, {"kind": Kind.STATE, "payload": State("x", "closed")}, False, True, Truth.NOT_MET),
        (
            DUTY,
            {"kind": Kind.STATE, "payload": State("x", "open"), "polarity": Polarity.DENIED},
            True,
            False,
            Truth.NOT_MET,
        ),
        (
            DUTY,
            {"kind": Kind.STATE, "payload": State("x", "open"), "hedge": Hedge.FUTURE},
            True,
            False,
            Truth.UNKNOWN,
        ),
        (
            DUTY,
            {"kind": Kind.POSITION, "payload": Position("x", "y", Stance.DEMAND)},
            True,
            False,
            Truth.UNKNOWN,
        ),
        (DUTY, {"kind": Kind.FIGURE, "payload": Figure("trucks", 459, 459)}, False, False, Truth.UNKNOWN),
        (BAN, {"kind": Kind.FIGURE, "payload": Figure("violations", 10, 12)}, False, False, Truth.NOT_MET),
        (BAN, {"kind": Kind.FIGURE, "payload": Figure("violations", 0, 0)}, False, False, Truth.UNKNOWN),
        (BAN, {"kind": Kind.INCIDENT, "payload": Incident("shelling")}, False, False, Truth.NOT_MET),
        (
            BAN,
            {"kind": Kind.INCIDENT, "payload": Incident("shelling"), "polarity": Polarity.DENIED},
            False,
            False,
            Truth.UNKNOWN,
        ),
        (BAN, {"kind": Kind.COMPLIANCE, "payload": Compliance("x", "y", "met")}, False, False, Truth.MET),
        (
            BAN,
            {
                "kind": Kind.COMPLIANCE,
                "payload": Compliance("x", "y", "breached"),
                "polarity": Polarity.DENIED,
            },
            False,
            False,
            Truth.UNKNOWN,
        ),
    ],
)
def test_the_table_of_kind_polarity_and_hedge(claim, provision, changes, done, undone, want):
    assert bits(claim(**changes), provision, done=done, undone=undone)[0] is want


def test_a_permission_is_neither_met_nor_breached(claim):
    provision = Provision("p", "may act", Deed.PERMISSION, ("north",))
    assert (
        bits(claim(payload=Compliance("x", "y", "met")), provision, done=True, undone=False)[0]
        is Truth.UNKNOWN
    )
