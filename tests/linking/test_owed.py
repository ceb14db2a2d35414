"""What is owed, agreed or planned is no evidence of what is, wherever in the sentence the words stand."""

from __future__ import annotations

import pytest

from truceline.evidence import Basis, Figure, Kind, State, Truth
from truceline.linking import Linker, evidence
from truceline.linking.owed import WHY, owed
from truceline.status.reasons import Reason, of_words

BADRAN = "Badran stated that 400 to 600 trucks a day had been agreed, and the opening of Rafah for goods and people in both directions."


def figure(claim, text, low, high=None):
    counted = Figure("trucks", low, high or low, unit="trucks", basis=Basis.RATE, per="day")
    return claim(kind=Kind.FIGURE, text=text, payload=counted)


def state(claim, text, value):
    return claim(kind=Kind.STATE, text=text, payload=State("Rafah", value))


@pytest.mark.parametrize(
    ("sentence", "number", "want"),
    [
        (BADRAN, 400, True),
        ("The terms require 600 trucks a day, but only 113 trucks enter, he said.", 600, True),
        ("The terms require 600 trucks a day, but only 113 trucks enter, he said.", 113, False),
        ("That is less than the 33,600 that the terms required from 12 October, the news agency noted.", 33600, True),
        ("Some 459 trucks a day entered, not the agreed 600.", 459, False),
        ("Some 459 trucks a day entered, not the agreed 600.", 600, True),
        ("On average 459 trucks entered a day instead of the 600 required.", 459, False),
        ("On average 459 trucks entered a day instead of the 600 required.", 600, True),
        ("Since the truce was agreed 459 trucks a day entered.", 459, False),
        ("Some 459 trucks a day entered after the truce was agreed.", 459, False),
        ("Fewer trucks than was agreed, 113 a day, entered.", 113, False),
        ("Israel let in 113 trucks a day, a fifth of what had been agreed.", 113, False),
        ("Some 600 trucks entered as agreed.", 600, False),
        ("Hamas said that 600 trucks should enter every day.", 600, True),
        ("Of the bodies 3 remain to be returned.", 3, True),
        ("20 countries agreed to send troops.", 20, False),
        ("Israel has allowed 145 of the 600 agreed trucks.", 600, True),
        ("Israel has allowed 145 of the 600 agreed trucks.", 145, False),
        ("Under the deal, 250 prisoners are to be released.", 250, True),
        ("Hamas released all 20 living captives as required.", 20, False),
        ("He said that Israel should answer for 738 violations.", 738, False),
        ("Mediators should note that 410 people were killed.", 410, False),
        ("The deal, which Israel agreed to, was broken 738 times.", 738, False),
    ],
)  # fmt: skip
def test_a_figure_is_owed_by_the_words_that_govern_it(claim, sentence, number, want):
    written = f"{number:,}"
    told = figure(claim, sentence[sentence.index(written) :], number)
    assert owed(told, sentence) is want
    assert owed(figure(claim, sentence, number), sentence) is want


@pytest.mark.parametrize(
    ("sentence", "words", "value", "want"),
    [
        (BADRAN, "the opening of Rafah for goods and people in both directions", "open", True),
        ("The opening of Rafah was agreed in Cairo.", "The opening of Rafah", "open", True),
        ("The agreement requires the opening of Rafah.", "the opening of Rafah", "open", True),
        ("Rafah should be open in both directions.", "be open in both directions", "open", True),
        ("Rafah is open in both directions.", "is open in both directions", "open", False),
        ("Rafah, which was to open in October, is closed.", "is closed", "closed", False),
        ("Rafah should be open but it remains closed.", "remains closed", "closed", False),
        ("Israeli forces completed their withdrawal to the agreed line.", "completed their withdrawal to the agreed line", "completed", False),
        ("Rafah has been opened, as was agreed.", "has been opened", "opened", False),
        ("600 trucks a day had been agreed, and Rafah is open.", "Rafah is open", "open", False),
    ],
)  # fmt: skip
def test_a_state_is_owed_by_the_words_that_govern_it(claim, sentence, words, value, want):
    assert owed(state(claim, words, value), sentence) is want


def test_what_is_owed_gives_no_bits_and_no_figure_and_says_so(agreement, lexicon, claim, document):
    linker = Linker(agreement, lexicon, {})
    sentence = "It had been agreed that trucks enter, and the bridge should be open."
    told = claim(kind=Kind.STATE, text="be open", payload=State("the bridge", "open"))
    links = linker.links(told, document, sentence)
    (row,) = evidence(linker, told, links, document, checked=True, sentence=sentence)
    assert (row.truth, row.why, row.figure) == (Truth.UNKNOWN, WHY, None)
    assert of_words(row.why) is Reason.OWED_ONLY
    (alone,) = evidence(linker, told, links, document, checked=True)
    assert alone.truth is Truth.MET


def test_a_count_that_is_owed_breaks_no_ban(agreement, lexicon, claim, document):
    linker = Linker(agreement, lexicon, {})
    count = Figure("violations", 190, 190, side="Northland")
    told = claim(kind=Kind.FIGURE, text="190 violations were planned", payload=count)
    (row,) = evidence(linker, told, linker.links(told, document), document, checked=True)
    assert (row.truth, row.figure, row.why) == (Truth.UNKNOWN, None, WHY)
