"""Whose act and whose part: incidents with an author, counts about one side, words about one of several bearers."""

from dataclasses import replace

import pytest

from truceline.actors import Lexicon
from truceline.actors.model import Actor
from truceline.agreement.model import Agreement, Cues, Deed, Provision, Target
from truceline.evidence import Compliance, Figure, Incident, Kind, Span, State, Truth
from truceline.evidence import Target as To
from truceline.linking import Linker, evidence
from truceline.linking.attribution import unattributed
from truceline.linking.evidence import PART
from truceline.status.reasons import Reason, of_words

ACTORS = (
    Actor("northland", "Northland", kinds=("party",), adjectives=("Northern",)),
    Actor("southland", "Southland", kinds=("party",), adjectives=("Southern",)),
    Actor("orlin", "Mara Orlin", of="southland", person=True, aliases=("Orlin",)),
)


def duty(side, other=()):
    cues = Cues(any=("detainees",), require=tuple(other), done=("released",), counts=("detainees",))
    return Provision(
        f"free_{side}", "free", Deed.OBLIGATION, (side,), targets=(Target("detainees", 24, 24),), cues=cues
    )


BAN = Provision(
    "ban", "no attacks", Deed.PROHIBITION, ("northland", "southland"),
    cues=Cues(any=("attack", "truce"), acts=("attack", "shelling", "shooting")),
)  # fmt: skip


def made(*provisions):
    agreement = Agreement(
        "truce-2025",
        {"en": "T"},
        parties=("northland", "southland"),
        provisions={p.id: p for p in provisions},
    )
    return Linker(agreement, Lexicon(ACTORS), {})


def linked(linker, claim, document, sentence=""):
    return {x.id: x.doubtful for x in linker.links(claim, document, sentence) if x.target is To.PROVISION}


def test_an_incident_with_a_named_author_counts_against_that_sides_ban(claim, document):
    only_north = replace(BAN, bearer=("northland",))
    linker = made(only_north)
    act = claim(
        kind=Kind.INCIDENT,
        text="Northland attacked",
        payload=Incident("attack", author="Northland forces"),
        speaker="Mara Orlin",
    )
    assert linked(linker, act, document) == {"ban": False}
    (row,) = evidence(linker, act, linker.links(act, document), document, checked=True)
    assert (row.holder, row.truth) == ("southland", Truth.NOT_MET)
    other = replace(act, payload=Incident("attack", author="Southland"))
    assert linked(linker, other, document) == {}
    nobody = replace(act, payload=Incident("attack"))
    assert linked(linker, nobody, document) == {"ban": True}


def test_a_sentence_that_names_who_attacked_fills_the_ban_from_reader_to_row(told):
    found = told(made(BAN).agreement, ACTORS, "Orlin said on Friday that Northland had attacked the village.")
    assert [(r.matter, r.holder, r.truth) for _, _, rows in found for r in rows] == [
        ("ban", "southland", Truth.NOT_MET)
    ]


def test_a_count_about_one_side_is_no_count_for_the_other_sides_duty(claim, document):
    linker = made(duty("northland"), duty("southland"))
    count = claim(kind=Kind.FIGURE, payload=Figure("detainees", 24, 24, side="Northland"))
    assert linked(linker, count, document) == {"free_northland": False}


def test_a_count_by_nobody_known_is_doubtful_where_two_sides_owe_such_a_thing(claim, document):
    count = claim(kind=Kind.FIGURE, payload=Figure("detainees", 24, 24))
    assert linked(made(duty("northland"), duty("southland")), count, document) == {
        "free_northland": True,
        "free_southland": True,
    }
    assert linked(made(duty("northland")), count, document) == {"free_northland": False}


def test_a_count_by_an_agency_that_owes_nothing_is_still_linked(claim, document):
    agency = Actor("relief", "Relief Agency", kinds=("agency",))
    agreement = Agreement(
        "truce-2025", {"en": "T"}, parties=("northland",), provisions={"free_northland": duty("northland")}
    )
    linker = Linker(agreement, Lexicon((*ACTORS, agency)), {})
    count = claim(kind=Kind.FIGURE, payload=Figure("detainees", 24, 24, side="Relief Agency"))
    assert linked(linker, count, document) == {"free_northland": False}


def test_who_says_it_is_no_word_required_of_what_is_said(claim, document):
    sentence = "Southland said that 24 detainees were released."
    count = claim(
        kind=Kind.FIGURE, text="24 detainees were released", start=120, end=146, speaker="Southland",
        payload=Figure("detainees", 24, 24, counter="Southland"), speaker_span=Span(100, 109), cue_span=Span(110, 114),
    )  # fmt: skip
    linker = made(duty("southland", ["Southland"]))
    assert "Southland" not in unattributed(count, sentence)
    assert linked(linker, count, document, sentence) == {}
    by = replace(count, payload=Figure("detainees", 24, 24, side="Southern"))
    assert linked(linker, by, document, sentence) == {"free_southland": False}


def test_a_speaker_who_speaks_of_his_own_side_by_it_names_it(claim, document):
    sentence = "Southland said that it released 24 detainees."
    count = claim(
        kind=Kind.FIGURE, text="released 24 detainees", start=23, end=44, speaker="Southland",
        payload=Figure("detainees", 24, 24), speaker_span=Span(0, 9), cue_span=Span(10, 14),
    )  # fmt: skip
    assert linked(made(duty("southland", ["Southland"])), count, document, sentence) == {
        "free_southland": False
    }


@pytest.mark.parametrize(
    ("actor", "value", "truth"),
    [
        ("Northland", "met", Truth.UNKNOWN),
        ("Northland", "breached", Truth.NOT_MET),
        ("Northland and Southland", "met", Truth.MET),
        ("both sides", "met", Truth.MET),
    ],
)
@pytest.mark.parametrize("general", [True, False])
def test_one_sides_part_kept_is_not_a_ban_kept_by_all_who_owe_it(
    claim, document, actor, value, truth, general
):
    linker = made(BAN)
    words = claim(
        kind=Kind.COMPLIANCE, text="the truce", payload=Compliance(actor, "the truce", value, general=general)
    )
    links = list(linker.links(words, document))
    if actor == "both sides":
        links = [replace(x, doubtful=False) for x in links]
    rows = list(
        evidence(
            linker,
            replace(words, speaker="Southland"),
            [*links, *speaker(linker, document, words)],
            document,
            checked=True,
        )
    )
    assert {r.truth for r in rows} <= {truth}
    if actor == "Northland":
        (row,) = rows
        assert truth is Truth.NOT_MET or (row.why == PART and of_words(row.why) is Reason.ONE_SIDE)


def speaker(linker, document, words):
    spoken = linker.links(replace(words, speaker="Southland"), document)
    return [x for x in spoken if x.role == "speaker"]


def test_words_of_a_wider_group_go_on_to_count_for_a_ban_that_one_side_owes(claim, document):
    linker = made(replace(BAN, bearer=("northland",)))
    words = claim(
        kind=Kind.COMPLIANCE,
        text="the truce",
        payload=Compliance("Southland", "the truce", "met"),
        speaker="Southland",
    )
    links = list(linker.links(words, document))
    chosen = [*links, replace(links[0], target=To.PROVISION, id="ban", role="about")]
    (row,) = evidence(linker, words, chosen, document, checked=True)
    assert row.truth is Truth.MET


SHELLING = Provision(
    "shelling", "no shelling", Deed.PROHIBITION, ("northland", "southland"),
    cues=Cues(any=("shelling", "truce"), done=("kept", "respected", "observed"), undone=("broke", "not kept")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "truth"),
    [
        ("Southland has kept the truce", Truth.UNKNOWN),
        ("the truce was respected by the Southern army", Truth.UNKNOWN),
        ("we have observed the truce", Truth.UNKNOWN),
        ("Southland has not kept the truce", Truth.NOT_MET),
        ("Northland and Southland have kept the truce", Truth.MET),
        ("both sides have kept the truce in Southland", Truth.MET),
        ("the truce is being observed", Truth.MET),
    ],
)
@pytest.mark.parametrize("kind", [Kind.STATEMENT, Kind.STATE])
def test_words_that_one_side_kept_a_ban_of_two_speak_of_its_own_part(claim, document, words, truth, kind):
    linker = made(SHELLING)
    payload = State("truce", words) if kind is Kind.STATE else None
    told = claim(kind=kind, text=words, payload=payload, speaker="Mara Orlin", end=10 + len(words), start=10)
    (row,) = evidence(linker, told, linker.links(told, document), document, checked=True)
    assert row.truth is truth
    assert (row.why == PART) is (truth is Truth.UNKNOWN)


def test_a_deed_that_two_owe_may_be_done_by_one_for_both(claim, document):
    cues = Cues(any=("government",), done=("formed",))
    linker = made(Provision("office", "form it", Deed.OBLIGATION, ("northland", "southland"), cues=cues))
    told = claim(kind=Kind.STATEMENT, text="Southland has formed the government", payload=None, speaker="Mara Orlin", end=45, start=10)  # fmt: skip
    (row,) = evidence(linker, told, linker.links(told, document), document, checked=True)
    assert row.truth is Truth.MET
