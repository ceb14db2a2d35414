"""A count of what was not done fills no duty, whoever says it and whatever the reader makes of it."""

from dataclasses import replace

import pytest

from truceline.actors import Lexicon
from truceline.actors.model import Actor
from truceline.agreement.model import Agreement, Cues, Deed, Provision, Target
from truceline.evidence import Figure, Kind, Polarity, State, Truth
from truceline.linking import Linker, evidence
from truceline.linking.undone import WHY, undone
from truceline.status import quantities
from truceline.status.reasons import Reason, of_words

NORTH = Provision(
    "free_24",
    "release detainees",
    Deed.OBLIGATION,
    ("northland",),
    targets=(Target("detainees", 24, 24, unit="detainee"),),
    cues=Cues(any=("detainees",), done=("released", "freed"), undone=("kept back",), counts=("detainees",)),
)
ACTORS = (
    Actor("northland", "Northland", kinds=("party",), adjectives=("Northern",)),
    Actor("southland", "Southland", kinds=("party",), adjectives=("Southern",)),
)
TRUCE = Agreement(
    "truce-2025", {"en": "Truce"}, parties=("northland", "southland"), provisions={"free_24": NORTH}
)
NOT_DONE = (
    "had not released 24 detainees",
    "has never released 24 detainees",
    "failed to release 24 detainees",
    "refused to release 24 detainees",
    "still holds 24 detainees",
    "still held 24 detainees",
    "has yet to release 24 detainees",
    "left instead of releasing 24 detainees",
    "left without releasing 24 detainees",
    "kept back 24 detainees",
    "had not released twenty-four detainees",
    "released all but 24 detainees",
)


def row(claim, document, words, sentence="", provision=NORTH, **changes):
    linker = Linker(replace(TRUCE, provisions={provision.id: provision}), Lexicon(ACTORS), {})
    payload = changes.pop("payload", Figure("detainees", 24, 24, unit="detainees"))
    made = claim(kind=Kind.FIGURE, text=words, payload=payload, speaker="Southland", **changes)
    links = linker.links(made, document, sentence)
    (found,) = evidence(linker, made, links, document, checked=True, sentence=sentence)
    return found


@pytest.mark.parametrize("words", NOT_DONE)
@pytest.mark.parametrize("speaker", ["Southland", "Northland"])
def test_a_number_in_words_that_deny_the_deed_is_linked_and_shows_nothing(claim, document, words, speaker):
    sentence = f"{speaker} said on Friday that Northland {words}."
    found = row(claim, document, words, sentence)
    assert (found.matter, found.truth, found.figure, found.why) == ("free_24", Truth.UNKNOWN, None, WHY)
    assert of_words(found.why) is Reason.UNDONE_ONLY


def test_the_words_may_stand_outside_the_claim_before_or_behind_the_number(claim, document):
    for sentence in (
        "Southland denied that Northland had released 24 detainees.",
        "Southland said that 24 detainees had not been released.",
        "Southland said that 24 detainees are still held by Northland.",
    ):
        assert row(claim, document, "24 detainees", sentence).figure is None, sentence


def test_a_denied_count_shows_nothing_whatever_its_words(claim, document):
    found = row(claim, document, "had released 24 detainees", polarity=Polarity.DENIED)
    assert (found.figure, found.why) == (None, WHY)


@pytest.mark.parametrize(
    "words",
    [
        "had released 24 detainees",
        "24 detainees had been released without incident",
        "released no fewer than 24 detainees",
        "released not only 24 detainees but their families",
        "has not opened the road, but released 24 detainees",
        "had not opened the road and released 24 detainees",
        "released 24 detainees and still holds one soldier",
    ],
)
def test_a_count_of_what_was_done_goes_on_to_count(claim, document, words):
    found = row(claim, document, words, f"Southland said that Northland {words}.")
    assert found.figure is not None
    assert quantities.against(found.figure, NORTH.targets, NORTH).truth is Truth.MET


def test_of_two_numbers_in_one_sentence_each_has_its_own_words(claim, document):
    sentence = "Southland said that Northland released 20 detainees and still holds 4 detainees."
    words = sentence[sentence.index("released") : -1]
    count = {n: Figure("detainees", n, n) for n in (20, 4)}
    made = {n: claim(kind=Kind.FIGURE, text=words, payload=count[n]) for n in count}
    assert not undone(made[20], NORTH, sentence)
    assert undone(made[4], NORTH, sentence)


def test_none_is_what_was_done_and_still_counts_against_the_duty(claim, document):
    found = row(claim, document, "no detainees had been released", payload=Figure("detainees", 0, 0))
    assert quantities.against(found.figure, NORTH.targets, NORTH).truth is Truth.NOT_MET


def test_those_still_held_are_counted_where_that_is_what_shall_go_down(claim, document):
    down = replace(NORTH, targets=(Target("detainees still held", None, 0, direction="down"),))
    down = replace(down, cues=replace(down.cues, counts=("detainees still held",), undone=("still held",)))
    count = Figure("detainees still held", 24, 24)
    assert row(claim, document, "24 detainees still held", provision=down, payload=count).figure == count


@pytest.mark.parametrize(
    "deed", [f"Northland {words}" for words in NOT_DONE[:6]] + ["24 detainees had not been released"]
)
@pytest.mark.parametrize("lead", ["Southland said that", "Northland said that"])
def test_no_sentence_that_says_so_fills_the_duty_from_reader_to_row(told, lead, deed):
    for _, _, rows in told(TRUCE, ACTORS, f"{lead} {deed}."):
        for found in rows:
            shown = found.truth
            if found.figure:
                shown = shown.join(quantities.against(found.figure, NORTH.targets, NORTH).truth)
            assert not shown & Truth.MET


@pytest.mark.parametrize(
    ("words", "truth"),
    [
        ("yet to be opened", Truth.UNKNOWN),
        ("not to be opened", Truth.UNKNOWN),
        ("opened", Truth.MET),
        ("not only opened but widened", Truth.MET),
    ],
)
def test_an_affirmed_state_under_words_that_deny_it_is_not_done(claim, document, words, truth):
    bridge = replace(NORTH, cues=Cues(any=("bridge",), done=("opened",), undone=("closed",)), targets=())
    linker = Linker(replace(TRUCE, provisions={"free_24": bridge}), Lexicon(ACTORS), {})
    sentence = f"Southland said that the bridge is {words}."
    made = claim(
        kind=Kind.STATE,
        text=f"the bridge is {words}",
        payload=State("the bridge", "opened"),
        speaker="Southland",
    )
    links = linker.links(made, document, sentence)
    (found,) = evidence(linker, made, links, document, checked=True, sentence=sentence)
    assert found.truth is truth
    assert truth is Truth.MET or found.why == WHY


LORRIES = Provision(
    "lorries", "let lorries in", Deed.OBLIGATION, ("northland",), targets=(Target("lorries entered", 2, 2),),
    cues=Cues(any=("lorries",), done=("entered", "let in"), counts=("lorries", "lorries entered")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "entered"),
    [
        ("2 lorries were turned back", False),
        ("2 lorries had been refused entry", False),
        ("Northland turned back 2 lorries", False),
        ("2 lorries were turned away at the bridge", False),
        ("2 lorries entered", True),
        ("2 lorries entered, while 3 were turned back", True),
        ("2 lorries entered and 3 lorries were refused entry", True),
        ("after 3 were turned back, 2 lorries entered", True),
    ],
)
def test_what_was_turned_back_is_no_count_of_what_entered(claim, document, words, entered):
    payload = Figure("lorries", 2, 2, unit="lorries")
    at = words.index("2 lorries")
    found = row(
        claim, document, words[at : at + 9] if entered else words, f"Southland said that {words}.", LORRIES, payload=payload
    )  # fmt: skip
    assert (found.figure is not None) is entered
