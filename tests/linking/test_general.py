"""General words name no single duty: which ones they stand for, and in which words that is told."""

import pytest

from truceline.agreement.model import Deed, Phase, Provision
from truceline.evidence import Compliance
from truceline.linking import general
from truceline.linking.phrases import words

PHASES = {id_: Phase(id_, id_) for id_ in ("ph1", "ph2", "ph3")}


@pytest.mark.parametrize(
    ("told", "phases"),
    [
        ("the terms of the first phase", {"ph1"}),
        ("all it owed in phase two", {"ph2"}),
        ("stage 1 and the third stage", {"ph1", "ph3"}),
        ("all requirements", None),
        ("the first of its duties", None),
        ("every phase of it", None),
        ("the fourth phase", set()),
    ],
)
def test_a_phase_that_is_named_by_its_order_limits_general_words(told, phases):
    assert general.named(words(told), PHASES) == phases


def test_a_phase_that_the_agreement_has_not_stands_for_no_duty():
    duty = Provision("p01", "open", Deed.OBLIGATION, ("north",), phase="ph1")
    assert general.stands_for(duty, None)
    assert general.stands_for(duty, frozenset({"ph1"}))
    assert not general.stands_for(duty, frozenset())


def test_the_reason_quotes_the_words_of_the_statement_itself():
    assert (
        general.reason(Compliance("Northland", "the terms\n of the truce", "met", general=True))
        == 'general words: "the terms of the truce"'
    )
    long = general.reason(Compliance("Northland", "all that it owes " * 9, "met", general=True))
    assert long.endswith('..."')
    assert len(long) < 80
