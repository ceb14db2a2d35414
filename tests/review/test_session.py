from dataclasses import replace
from datetime import timedelta

import pytest
from river import CLOSED, COUNT, DAY, NOW, SHUT, VAGUE, WANTS, review

from truceline.evidence import Doubt, Part, Verdict, in_force
from truceline.review import Desk, Session, picked, press, queue
from truceline.review.table import show


@pytest.fixture
def sit(make):
    """A sitting over some claims."""

    def begun(*claims):
        case = make(*claims)
        return Session(queue(case, DAY, everything=True).cards, Desk.of(case), "AB", NOW)

    return begun


def keys(session, typed, seconds=0):
    now = session.since
    for key in typed:
        now += timedelta(seconds=seconds)
        session = press(session, key, now)
    return session


def test_enter_accepts_and_brings_the_next_card(sit):
    session = keys(sit(CLOSED, COUNT), "\n")
    (made,) = session.reviews
    assert (made.claim, made.verdict, made.by, made.corrections) == (CLOSED.id, Verdict.ACCEPTED, "AB", {})
    assert in_force(CLOSED, made)
    assert session.card.reading.id == COUNT.id


def test_another_speaker_from_the_candidates_takes_three_keys(sit):
    session = sit(WANTS)
    assert [c.name for c in session.card.candidates][:2] == ["Ana Brook", "River Post"]
    made = keys(session, "s2\n").reviews[0]
    assert made.verdict is Verdict.CORRECTED
    assert made.corrections == {"speaker": "River Post"}


def test_another_speaker_by_name_is_kept_by_id(sit):
    assert keys(sit(CLOSED), "sthe Council\n\n").reviews[0].corrections == {"speaker": "south"}


def test_an_unknown_name_is_kept_as_typed_and_said_to_be_unknown(sit):
    session = keys(sit(CLOSED), "sMara Field\n")
    assert session.told["speaker"] == "said by Mara Field (not in the case's list of names)"
    assert keys(session, "\n").reviews[0].corrections == {"speaker": "Mara Field"}


def test_a_name_that_fits_two_is_asked_again_never_guessed(sit):
    session = keys(sit(CLOSED), "sStone\n")
    assert "may be Jon Stone, Lia Stone" in session.said
    assert not session.edits


def test_a_missing_speaker_must_be_chosen_before_enter(sit):
    missing = replace(CLOSED, speaker=None, speaker_text="")
    session = keys(sit(missing), "\n")
    assert session.reviews == ()
    assert "nothing is preselected" in session.said
    assert keys(session, "1\n").reviews[0].corrections == {"speaker": "brook"}


def test_nobody_named_is_a_choice(sit):
    missing = replace(CLOSED, speaker=None, speaker_text="")
    assert keys(sit(missing), "3\n").reviews[0].corrections == {"speaker": "-"}


@pytest.mark.parametrize(
    ("typed", "low", "high"),
    [("410", "410", "410"), ("10-12", "10", "12"), ("1,000", "1000", "1000"), ("410-", "410", ""), ("more than 410", "410", ""), ("-600", "", "600"), ("up to 8,000", "", "8000"), ("10 to 12", "10", "12")],
)  # fmt: skip
def test_a_value_is_typed_as_it_is_said(sit, typed, low, high):
    made = keys(sit(COUNT), f"v{typed}\n\n").reviews[0].corrections
    assert (made["payload.low"], made["payload.high"]) == (low, high)


@pytest.mark.parametrize("typed", ["many", "12-10", "--"])
def test_what_is_no_value_is_asked_again(sit, typed):
    session = keys(sit(COUNT), f"v{typed}\n")
    assert session.said
    assert not session.edits


def test_what_holds_no_number_and_no_stance_has_no_value(sit):
    assert "no number and no stance" in keys(sit(CLOSED), "v").said


@pytest.mark.parametrize(("typed", "ids"), [("p02", "p02"), ("1", "p01"), ("p01 p02", "p01 p02"), ("-", "-")])
def test_about_takes_numbers_of_the_list_ids_or_none(sit, typed, ids):
    assert keys(sit(CLOSED), f"a{typed}\n\n").reviews[0].corrections == {"provision": ids}


def test_an_unknown_provision_names_the_nearest(sit):
    assert "did you mean p0" in keys(sit(CLOSED), "ap1\n").said


def test_another_ceasefire_is_chosen_by_number(sit):
    assert keys(sit(CLOSED), "t2\n\n").reviews[0].corrections == {"ceasefire": "river-2024"}


def test_x_rejects_and_u_leaves_open_at_once(sit):
    session = keys(sit(CLOSED, COUNT, WANTS), "xu")
    assert [r.verdict for r in session.reviews] == [Verdict.REJECTED, Verdict.OPEN]


def test_a_note_is_kept_with_the_verdict(sit):
    assert keys(sit(CLOSED), "nask the outlet\nu").reviews[0].note == "ask the outlet"


def test_undo_drops_the_edits_first_then_the_last_verdict(sit):
    session = keys(sit(CLOSED, COUNT), "\ns2")
    session = keys(session, "z")
    assert session.card.reading.id == COUNT.id
    assert not session.edits
    session = keys(session, "z")
    assert session.card.reading.id == CLOSED.id
    assert session.reviews == ()
    assert "Nothing to undo" in keys(session, "z").said


def test_undo_after_the_last_card_brings_it_back(sit):
    session = keys(sit(CLOSED), "\n")
    assert session.card is None
    assert keys(session, "z").card.reading.id == CLOSED.id


def test_the_same_for_all_like_this_asks_for_their_number(sit):
    session = keys(sit(CLOSED, SHUT, COUNT), "g")
    assert "You confirm 2 sentences were said by Ana Brook. Type 2 and Enter" in show(session)
    assert keys(session, "3\n").reviews == ()
    made = keys(session, "2\n")
    assert {r.claim for r in made.reviews} == {CLOSED.id, SHUT.id}
    assert made.card.reading.id == COUNT.id
    assert keys(made, "z").reviews == (), "undo takes back all of them"


def test_a_value_or_a_note_belongs_to_one_sentence(sit):
    assert "belongs to one sentence" in keys(sit(CLOSED, SHUT), "nwhy\ng").said


def test_readings_in_doubt_are_not_alike_with_sure_ones(sit):
    doubted = replace(SHUT, doubt=(Doubt(Part.DUTY, "which bridge"),))
    assert keys(sit(CLOSED, doubted), "g").said == "No other reading is like this one."


def test_the_tally_counts_and_times(sit):
    session = keys(sit(CLOSED, COUNT, WANTS), "\n\n", seconds=11)
    assert replace(session, earlier=29).tally == "checked today: 31, 11 s each"


def test_the_pace_is_the_median_so_that_one_long_break_tells_nothing(sit):
    session = keys(keys(keys(sit(CLOSED, COUNT, WANTS), "\n", 9), "\n", 3600), "\n", 11)
    assert session.pace == "11 s each"


def test_the_pace_of_cards_that_settled_several_is_told_a_card(sit):
    assert keys(sit(CLOSED, SHUT), "g2\n", seconds=5).tally == "checked today: 2, 15 s a card"


def test_keys_of_a_script_are_not_timed(sit):
    session = keys(replace(sit(CLOSED), timed=False), "\n", 4)
    assert (session.pace, session.tally) == ("", "checked today: 1")


def test_what_was_put_right_before_stays_right_when_it_is_accepted_again(make):
    case = make(CLOSED, reviews=[review(CLOSED, Verdict.CORRECTED, speaker="stone")])
    session = Session(picked(case, DAY, [CLOSED.id]).cards, Desk.of(case), "AB", NOW)
    assert keys(session, "ap02\n\n").reviews[0].corrections == {"speaker": "stone", "provision": "p02"}


def test_q_stops_and_nothing_happens_after_it(sit):
    session = keys(sit(CLOSED), "q\n")
    assert session.over
    assert session.reviews == ()


def test_escape_leaves_a_question_and_backspace_takes_a_letter_back(sit):
    session = keys(sit(CLOSED), "sJox\x7f")
    assert session.typed == "Jo"
    assert keys(session, "\x1b").asking == ""


def test_an_unknown_key_says_so_and_changes_nothing(sit):
    session = keys(sit(CLOSED), "j")
    assert "? shows them all" in session.said
    assert session.reviews == ()


def test_help_names_every_key(sit):
    text = show(keys(sit(CLOSED), "?"))
    for key in ("Enter", "s ", "v ", "a ", "t ", "x ", "u ", "n ", "z ", "g ", "q "):
        assert f"\n  {key}" in text
    assert "You confirm what was said, not whether it is true." in text


def test_the_table_fits_100_columns_and_says_what_is_confirmed(sit):
    missing = replace(VAGUE, doubt=(Doubt(Part.SPEAKER, "no speaker in this sentence"),))
    for typed in ("", "s", "v", "w", "k", "kf\n", "a", "t", "n", "g", "?", "\n\n\n\n"):
        text = show(keys(sit(CLOSED, SHUT, COUNT, missing), typed))
        assert all(len(line) <= 100 for line in text.splitlines()), typed
    assert "You confirm what was said, not whether it is true." in show(sit(CLOSED))


def test_forty_readings_from_a_script_of_keystrokes(sit):
    many = [replace(COUNT, ordinal=n, payload=replace(COUNT.payload, high=12 + n)) for n in range(40)]
    session = sit(*many)
    done = keys(session, "\n" * len(session.cards))
    assert len(done.reviews) == len(session.cards)


def test_what_is_denied_is_one_key_and_the_same_key_turns_it_back(sit):
    session = keys(sit(CLOSED), "d")
    assert session.told["polarity"] == "they deny it"
    assert keys(session, "\n").reviews[0].corrections == {"polarity": "denied"}
    assert keys(session, "d").told["polarity"] == "they affirm it"


def test_whose_it_is_is_typed_by_name_and_kept_in_the_field_of_its_kind(sit):
    session = keys(sit(COUNT), "wthe Council\n")
    (made,) = keys(session, "\n").reviews
    assert made.corrections == {"payload.side": "Southern Council"}
    assert keys(sit(COUNT), "w-\n\n").reviews[0].corrections == {"payload.side": ""}


def test_a_name_that_fits_two_sides_is_asked_again(sit):
    assert "may be Jon Stone, Lia Stone" in keys(sit(COUNT), "wStone\n").said
