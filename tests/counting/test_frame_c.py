"""The lower half of frame C: what can be set side by side, and what cannot, with the frame's own numbers."""

from __future__ import annotations

import re
from datetime import date

import pytest

from truceline.counting import Verdict, comparisons, series
from truceline.evidence import Basis

AS_OF = date(2025, 12, 24)
STARTS = (date(2025, 10, 10), date(2025, 10, 11))


@pytest.fixture
def rows(frame_c, actors):
    return series(frame_c, AS_OF, actors=actors)


@pytest.fixture
def found(rows):
    return comparisons(rows, AS_OF, STARTS)


def one(found, label):
    matching = [c for c in found if c.label == label]
    assert len(matching) == 1, [c.label for c in found]
    return matching[0]


def numbers(comparison):
    return [n.words for n in comparison.numbers]


def test_a_total_and_a_rate_of_one_party_give_the_days_the_rate_would_need(found):
    told = one(found, "more than 190 and 10 to 12 per day")
    assert numbers(told) == ["15.8", "19.0", "24"]
    assert told.verdict is Verdict.BOTH_CAN_BE_TRUE
    assert told.words == (
        "190 / 12 = 15.8 days, 190 / 10 = 19.0 days; 24 days lie between 11 Oct and 4 Nov; "
        '"more than 190" is a lower bound; the rate is stated for no period. Both can be true. One party, so not two sources.'
    )


def test_a_rate_carried_over_the_days_since_either_start_gives_740_to_900(found):
    told = one(found, "10 to 12 per day and 738")
    assert numbers(told) == ["74", "75", "740", "900"]
    assert "74 to 75 days x 10 to 12 per day = 740 to 900, if the rate held throughout" in told.words
    assert told.verdict is Verdict.BOTH_CAN_BE_TRUE


def test_the_steps_of_one_counter_are_told_in_days_and_per_day_and_explain_nothing(found):
    told = one(found, "Gaza Media Office, violations, steps")
    assert numbers(told) == ["10", "+94", "9.4", "7", "+147", "21.0"]
    assert told.verdict is Verdict.CANNOT_TELL
    assert told.words.endswith("the series cannot tell.")


def test_parts_that_fall_short_of_their_total_leave_four_not_explained(found):
    told = one(found, "Gaza Media Office, parts")
    assert told.words == "2 Dec: 164 + 25 + 280 + 118 = 587; total stated 591; 4 not explained."
    assert told.verdict is Verdict.PARTS_DO_NOT_ADD_UP


def test_a_lower_bound_six_days_later_does_not_contradict_an_earlier_total(found):
    told = one(found, "395 killed and more than 410")
    assert (numbers(told), told.verdict) == (["6"], Verdict.BOTH_CAN_BE_TRUE)


def test_around_a_thousand_and_an_exact_number_differ_without_excluding_each_other(found):
    told = one(found, "around 1,000 injured and 1,234")
    assert (numbers(told), told.verdict) == (["234"], Verdict.DIFFER)
    assert "date and start of around 1,000 not stated" in told.words


def test_two_rates_of_one_counter_differ(found):
    told = one(found, "459 per day and 600 to 800 per day")
    assert told.verdict is Verdict.DIFFER
    assert "same counter" in told.words
    assert told.words.endswith("Both cannot hold for the same days and definition.")


def test_trucks_offloaded_are_not_compared_with_trucks_entered(found):
    assert one(found, "459 per day and 113 per day").verdict is Verdict.NOT_COMPARABLE


def test_soldiers_killed_are_not_compared_with_all_killed(found):
    assert one(found, "3 and more than 410").verdict is Verdict.NOT_COMPARABLE


def test_counts_of_two_sides_are_never_netted(found):
    told = one(found, "32 against 738")
    assert told.verdict is Verdict.NOT_COMPARABLE
    assert not told.numbers


def test_every_digit_of_a_sentence_is_an_input_or_a_named_number(rows, found):
    held = {r.claim: r for s in rows for r in s.rows}
    for told in found:
        inputs = [held[c] for c in told.inputs]
        words = " ".join(
            [
                *(n.words for n in told.numbers),
                *(f"{r.value} {r.since} {r.as_of}" for r in inputs),
                *(f"{int(v):,} {v:.0f}" for r in inputs for _, v in r.parts),
            ]
        )
        words += " ".join(f" {int(x):,}" for r in inputs for x in (r.low, r.high) if x)
        known = set(re.findall(r"\d[\d,.]*\d|\d", words))
        assert set(re.findall(r"\d[\d,.]*\d|\d", told.words)) <= known, told.words


def test_an_empty_collection_gives_no_series_and_no_comparison():
    assert series([], AS_OF) == ()
    assert comparisons((), AS_OF, STARTS) == ()


def test_ids_do_not_depend_on_the_order_of_reading(frame_c, actors, found):
    turned = comparisons(series(frame_c[::-1], AS_OF, actors=actors), AS_OF, STARTS)
    assert {(c.id, c.words) for c in turned} == {(c.id, c.words) for c in found}


def test_a_rate_and_a_total_of_the_very_same_days_can_exclude_each_other(told):
    period = {"base": "2025-10-12", "as_of": "2025-12-07"}
    heard = [
        told("un", "2025-12-08", "trucks entered", 459, 459, per="day", **period),
        told("un", "2025-12-08", "trucks entered", 30000, 30000, **period),
    ]
    assert comparisons(series(heard, AS_OF), AS_OF)[0].verdict is Verdict.CANNOT_BOTH_HOLD


def test_an_average_that_was_rounded_does_not_contradict_its_total(told):
    period = {"base": "2025-10-12", "as_of": "2025-12-07"}
    heard = [
        told("un", "2025-12-08", "trucks entered", 459, 459, per="day", **period),
        told("un", "2025-12-08", "trucks entered", 25700, 25700, **period),
    ]
    assert comparisons(series(heard, AS_OF), AS_OF)[0].verdict is Verdict.BOTH_CAN_BE_TRUE


def test_two_counters_of_the_same_days_that_differ_cannot_both_hold(told):
    period = {"base": "2025-10-10", "as_of": "2025-12-02"}
    heard = [
        told("media_office", "2025-12-03", "killed", 357, 357, **period),
        told("un", "2025-12-03", "killed", 356, 356, **period),
    ]
    (found,) = comparisons(series(heard, AS_OF), AS_OF)
    assert found.verdict is Verdict.CANNOT_BOTH_HOLD
    assert "differ by 1" in found.words


def test_a_total_that_falls_is_told_as_such(told):
    heard = [told("un", "2025-11-02", "killed", 357, 357), told("un", "2025-12-03", "killed", 340, 340)]
    (found,) = comparisons(series(heard, AS_OF), AS_OF)
    assert (found.verdict, numbers(found)) == (Verdict.CANNOT_BOTH_HOLD, ["17"])


def test_totals_of_one_counter_from_two_starts_are_not_subtracted(told):
    heard = [
        told("un", "2025-11-02", "killed", 300, 300, base="2025-10-10"),
        told("un", "2025-12-03", "killed", 340, 340, base="2025-10-11"),
    ]
    (found,) = comparisons(series(heard, AS_OF), AS_OF)
    assert (found.verdict, found.numbers) == (Verdict.NOT_COMPARABLE, ())


def test_a_total_without_a_day_is_compared_with_nothing(told):
    heard = [
        told("un", "2025-11", "killed", 300, 300),
        told("media_office", "2025-12-03", "killed", 200, 200),
    ]
    (found,) = comparisons(series(heard, AS_OF), AS_OF)
    assert (found.verdict, len(found.inputs)) == (Verdict.CANNOT_TELL, 1)


def test_figures_of_a_single_period_enter_no_comparison(told):
    heard = [
        told("army", "2025-11-21", "violations", 8, 8, side="groups", basis=Basis.NEW),
        told("army", "2025-11-21", "violations", 32, 32, side="groups"),
    ]
    assert comparisons(series(heard, AS_OF), AS_OF) == ()


def test_what_is_owed_is_listed_but_never_compared_with_what_came(told):
    heard = [
        told("ap", "2025-12-07", "trucks required", 600, 600, per="day"),
        told("un", "2025-12-07", "trucks", 113, 113, per="day"),
    ]
    (group,) = series(heard, AS_OF)
    assert [r.owed for r in group.rows] == [True, False]
    assert comparisons((group,), AS_OF) == ()


def test_parts_told_as_figures_of_their_own_are_summed_too(told):
    at = {"as_of": "2026-01-31", "side": "israel", "document": "a.txt"}
    heard = [
        told("media_office", "2026-01-31", what, n, n, **at)
        for what, n in (
            ("ceasefire violations", 1450),
            ("shooting", 487),
            ("incursions", 71),
            ("bombardment", 679),
            ("demolition", 211),
        )
    ]
    (found,) = [
        c
        for c in comparisons(series(heard, date(2026, 2, 1)), date(2026, 2, 1))
        if c.rule.startswith("counting/parts")
    ]
    assert "487 + 71 + 679 + 211 = 1,448; total stated 1,450; 2 not explained." in found.words
    assert len(found.inputs) == 5


def test_parts_may_leave_out_the_side_and_the_day_that_their_total_states(told):
    heard = [
        told(
            "media_office",
            "2025-12-03",
            "violations",
            591,
            591,
            side="israel",
            as_of="2025-12-02",
            document="a.txt",
        )
    ]
    heard += [
        told("media_office", "2025-12-03", what, n, n, document="a.txt")
        for what, n in (("shooting", 164), ("incursions", 25), ("bombardment", 280), ("demolitions", 118))
    ]
    (found,) = [
        c for c in comparisons(series(heard, AS_OF), AS_OF) if c.verdict is Verdict.PARTS_DO_NOT_ADD_UP
    ]
    assert "164 + 25 + 280 + 118 = 587; total stated 591; 4 not explained." in found.words
    assert found.series == "violations:israel"


def test_things_the_vocabulary_lacks_are_compared_with_nothing(told):
    heard = [
        told("un", "2025-12-03", "hours", 72, 72),
        told("media_office", "2025-12-03", "hours", high=24),
        told("un", "2025-12-03", "", 487, 487),
        told("media_office", "2025-12-03", "", 33600, 33600),
    ]
    assert len(series(heard, AS_OF)) == 2
    assert comparisons(series(heard, AS_OF), AS_OF) == ()


def test_counters_that_fit_together_are_told_only_beside_the_next_in_time(told):
    heard = [
        told(who, f"2025-12-{day:02}", "killed", n, n)
        for who, day, n in (("un", 1, 10), ("health", 2, 11), ("media_office", 3, 12), ("army", 4, 5))
    ]
    found = comparisons(series(heard, AS_OF), AS_OF)
    assert sum(c.verdict is Verdict.BOTH_CAN_BE_TRUE for c in found) == 2
    assert sum(c.verdict is Verdict.DIFFER for c in found) == 3
