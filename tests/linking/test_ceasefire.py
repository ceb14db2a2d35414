from dataclasses import replace

import pytest

from truceline.agreement.issues import Issue
from truceline.agreement.model import Cues
from truceline.evidence import Figure, Kind, State, Target, dates
from truceline.linking import Linker, evidence

OLD = Issue(
    "sella-2022",
    "Truce of Sella",
    Cues(any=("truce of Sella", "handshake truce")),
    scope=False,
    ceasefire=True,
    time=dates.parse("2022-06/2022-09"),
)


@pytest.fixture(scope="session")
def linker(agreement, lexicon):
    return Linker(agreement, lexicon, {OLD.id: OLD})


@pytest.fixture
def ceasefire(linker, document):
    def found(told, sentence=""):
        (link,) = [x for x in linker.links(told, document, sentence) if x.target is Target.CEASEFIRE]
        return link

    return found


def test_words_that_name_another_ceasefire_set_the_statement_apart_and_say_why(ceasefire, claim):
    link = ceasefire(claim(text="the truce of Sella had no observers"))
    assert (link.id, link.doubtful, link.reason) == ("sella-2022", False, '"truce of Sella" in the words')


def test_a_statement_about_another_ceasefire_gives_no_evidence(linker, claim, document):
    told = claim(
        kind=Kind.STATE, text="in the truce of Sella the bridge was open", payload=State("the bridge", "open")
    )
    assert list(evidence(linker, told, linker.links(told, document), document, checked=True)) == []


def test_another_ceasefire_is_no_issue_and_no_topic_outside_the_scope(linker, claim, document):
    links = linker.links(claim(text="the truce of Sella"), document)
    assert not [x for x in links if x.target in (Target.ISSUE, Target.SCOPE)]


def test_a_sentence_that_names_another_one_beside_leaves_a_doubt_only(ceasefire, claim):
    link = ceasefire(claim(text="190 breaches"), "190 breaches were counted, the truce of Sella saw none")
    assert (link.id, link.doubtful) == ("truce-2025", True)
    assert "Truce of Sella" in link.reason


def test_a_comparison_with_another_one_speaks_of_this_one(ceasefire, claim):
    assert ceasefire(claim(text="it holds longer than the truce of Sella")).id == "truce-2025"
    assert ceasefire(claim(text="it holds longer than the truce of 2022")).id == "truce-2025"


def test_a_time_in_which_a_known_ceasefire_held_gives_that_one_with_a_doubt(ceasefire, claim):
    told = claim(kind=Kind.FIGURE, payload=Figure("violations", 9, 9), about=dates.parse("2022-07"))
    link = ceasefire(told)
    assert (link.id, link.doubtful) == ("sella-2022", True)


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("The ceasefire of November 2023 ended over a list", "before truce-2025"),
        ("the 2021 truce lasted nineteen days", "before truce-2025"),
        ("the truce of July 2022 lasted nineteen days", "sella-2022"),
        ("an earlier truce broke in a matter of hours", "before truce-2025"),
        ("the ceasefire of October 2025 holds", "truce-2025"),
        ("the 2025 truce holds", "truce-2025"),
        ("the truce holds", "truce-2025"),
    ],
)
def test_a_truce_that_the_words_date_is_told_by_its_date(ceasefire, claim, words, id_):
    assert ceasefire(claim(text=words)).id == id_


def test_the_sidecar_of_another_ceasefire_stands_whatever_the_words_name(linker, claim, document):
    elsewhere = replace(document, ceasefire="far-2024")
    (link,) = [
        x for x in linker.links(claim(text="the truce of Sella"), elsewhere) if x.target is Target.CEASEFIRE
    ]
    assert (link.id, link.reason) == ("far-2024", "the sidecar says so")
