"""Who is taken to be watching: actors of the kinds monitor and mission."""

from types import SimpleNamespace

import pytest

from truceline.actors import Lexicon
from truceline.actors.model import Actor
from truceline.reporting.sections import figures


@pytest.mark.parametrize(
    ("kind", "heard"),
    [("monitor", True), ("mission", True), ("verify", True), ("party", False), ("joint_body", False)],
)
def test_a_count_by_a_mission_is_one_by_a_monitoring_body(kind, heard):
    assert looked(kind) is heard


def test_a_count_by_who_speaks_for_a_monitoring_body_is_one_too():
    assert looked("mission", "head")
    assert not looked("mission", "north")


def looked(kind, counter="commission"):
    row = SimpleNamespace(
        counter_id=counter,
        owed=False,
        counter="Commission",
        value="4",
        label="attacks",
        as_of="1 May",
        claim="c",
    )
    page = SimpleNamespace(
        case=SimpleNamespace(
            lexicon=Lexicon(
                [
                    Actor("commission", "Commission", kinds=(kind,)),
                    Actor("head", "Head", of="commission", person=True),
                    Actor("north", "North"),
                ]
            ),
        ),
        figures=(SimpleNamespace(rows=(row,)),),
        said=lambda words, claim: words,
        absent=lambda words: words,
    )
    (line,) = figures._looked(page)
    return "No count" not in str(line.runs)
