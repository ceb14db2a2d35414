from dataclasses import replace

from river import CLOSED, COUNT, DAY, VAGUE, later, review

from truceline.evidence import Attribution, Basis, Doubt, Part, Polarity, Verdict, dates
from truceline.review import queue
from truceline.review.drawing import draw


def card(case, of):
    return next(c for c in queue(case, DAY, everything=True).cards if c.reading.id == of.id)


def test_the_card_of_frame_f(make):
    text = draw(card(make(COUNT), COUNT))
    assert text.startswith("READING 1 of 1 ")
    assert "NOT CHECKED - read by machine, reader rules/0.1" in text.splitlines()[0]
    assert " River Post, Sunday 1 Mar 2026 " in text
    assert ">> between 10 and 12 shellings a day <<." in text
    assert "The bridge is closed, Brook said." in text, "the sentence before"
    assert "The bridge stays shut, she added." in text, "the sentence after"
    rows = [line[1:15].strip() for line in text.splitlines() if line.startswith(" ") and line[1:2].isupper()]
    assert [r for r in rows if r in {"Said by", "For", "Passed on by", "Kind", "Value", "Definition", "About"}] == [
        "Said by", "For", "Passed on by", "Kind", "Value", "Definition", "About",
    ]  # fmt: skip
    assert "10 to 12 per day   [range]" in text
    assert 'Ana Brook, spokeswoman   [written as "Brook"]' in text
    assert "Since  not stated" in text


def test_no_line_is_wider_than_100_columns(make):
    long = replace(COUNT, doubt=(Doubt(Part.DATE, "since which day is not in the sentence " * 5),))
    for claim in (long, CLOSED, VAGUE):
        assert max(map(len, draw(card(make(claim), claim)).splitlines())) <= 100


def test_doubt_stands_in_words_beside_its_part(make):
    doubted = replace(COUNT, doubt=(Doubt(Part.DATE, "the start is not in the sentence"),))
    lines = draw(card(make(doubted), doubted)).splitlines()
    place = next(i for i, line in enumerate(lines) if line.startswith(" Definition"))
    assert lines[place + 1].strip() == "<- DOUBT: the start is not in the sentence"


def test_a_missing_speaker_shows_two_candidates_and_nobody_and_preselects_none(make):
    missing = replace(CLOSED, speaker=None, speaker_text="")
    found = card(make(missing), missing)
    assert found.choose
    assert [c.name for c in found.candidates] == ["Ana Brook", "River Post", "nobody named"]
    assert found.candidates[-1].value == "-"
    text = draw(found)
    assert "?   1 Ana Brook (named in this sentence)" in text
    assert "3 nobody named" in text


def test_an_ambiguous_name_is_no_candidate(make):
    missing = replace(VAGUE, speaker_text="Stone")
    assert all("Stone" not in c.name for c in card(make(missing), missing).candidates)


def test_an_anonymous_speaker_stays_unnamed_without_doubt(make):
    hidden = replace(COUNT, speaker=None, speaker_text="a senior official", attribution=Attribution.ANONYMOUS)
    found = card(make(hidden), hidden)
    assert not found.choose
    assert found.rows[0].value == "not named: a senior official"


def test_looks_like_sets_an_earlier_figure_beside_it_and_keeps_another_kind_apart(make):
    total = replace(
        COUNT,
        payload=replace(
            COUNT.payload, low=190, high=None, approximator="more than", basis=Basis.TOTAL, per=""
        ),
    )
    earlier, document = later(replace(total, ordinal=1), published=dates.parse("2026-02-10"))
    case = make(COUNT, earlier, reviews=[review(earlier)], others=[document])
    text = draw(card(case, COUNT))
    assert "1 earlier figure by Northern Front: more than 190 in total, 10 Feb 2026." in " ".join(
        text.split()
    )
    assert "Different kind (total): kept apart." in " ".join(text.split())


def test_a_reading_left_open_says_by_whom(make):
    text = draw(card(make(CLOSED, reviews=[review(CLOSED, Verdict.OPEN)]), CLOSED))
    assert "Left open by AB on 01 Mar 2026." in text


def test_a_date_that_was_inferred_says_from_what(make):
    inferred = dates.between(dates.parse("2026-02-20"), dates.parse("2026-03-01"), "speaks of a Sunday")
    text = draw(card(make(CLOSED, published=inferred), CLOSED))
    assert "between 20 Feb 2026 and 1 Mar 2026 [speaks of a Sunday]" in text


def test_a_number_whose_words_deny_the_deed_stands_as_a_doubt(make):
    refused = replace(COUNT, polarity=Polarity.DENIED)
    text = " ".join(draw(card(make(refused), refused)).split())
    assert "DOUBT: the words deny it or say that it is still open" in text
    assert "still open" not in draw(card(make(COUNT), COUNT))


def test_a_doubtful_duty_says_that_accepting_alone_does_not_make_it_count(make):
    nobody = replace(COUNT, payload=replace(COUNT.payload, side=""))
    text = " ".join(draw(card(make(nobody), nobody)).split())
    assert "whose act is not resolved" in text
    assert "Accepted as it is, it does not count for this duty: press a and choose the duty" in text
