"""Series: which figures stand together, and what stands beside each number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from truceline.agreement.model import Counter
from truceline.counting import comparisons, held_back, kept_out, not_counts, series
from truceline.evidence import Hedge, Link, Polarity, Target

AS_OF = date(2025, 12, 24)


def rows(found):
    return {s.id: [r.value for r in s.rows] for s in found}


def test_figures_stand_by_what_is_counted_and_for_violations_by_whose_acts(frame_c, actors):
    found = series(frame_c, AS_OF, actors=actors)
    assert [s.title for s in found] == [
        "violations attributed to Israel", "violations attributed to Palestinian groups", "killed and injured", "aid trucks",
    ]  # fmt: skip
    assert rows(found)["violations:israel"] == ["more than 190", "497", "591", "738", "10 to 12 per day"]


def test_an_unchecked_figure_enters_only_where_it_is_asked_for(told):
    heard = [told("un", "2025-12-01", "killed", 5, 5, checked=False)]
    assert series(heard, AS_OF) == ()
    ((row,),) = [s.rows for s in series(heard, AS_OF, proposals=True)]
    assert not row.checked


def test_a_rejected_figure_never_enters(told):
    heard = told("un", "2025-12-01", "killed", 5, 5, checked=False)
    heard.state = "rejected"
    assert series([heard], AS_OF, proposals=True) == ()


def test_what_may_be_later_than_the_day_is_held_back_and_listed(told):
    heard = [told("un", "2025-12", "killed", 5, 5), told("un", "2025-12-25", "killed", 6, 6)]
    assert series(heard, AS_OF) == ()
    assert [k.value for k in held_back(heard, AS_OF)] == ["5"]
    assert rows(series(heard, date(2025, 12, 31))) == {"harm": ["6", "5"]}


def test_a_figure_of_another_ceasefire_is_kept_out_and_listed(told):
    other = told("groups", "2025-12-01", "violations", 266, 266, this_case=False)
    other.links = (
        *other.links,
        Link(other.claim.id, Target.CEASEFIRE, "january", reason="the sidecar says so"),
    )
    assert series([other], AS_OF, proposals=True) == ()
    (kept,) = kept_out([other], AS_OF)
    assert (kept.value, kept.ceasefire) == ("266", "january")


def test_a_missing_part_is_written_out(told):
    ((row,),) = [
        s.rows
        for s in series([told("naim", "2025-12-24", "injured", 1000, 1000, approximator="around")], AS_OF)
    ]
    assert (row.value, row.since, row.definition) == ("around 1,000", "not stated", "not defined")
    assert (row.as_of, row.day_stated) == ("24 Dec", False)


def test_a_person_who_names_no_counter_leaves_a_count_of_harm_unnamed(told, actors):
    ((row,),) = [
        s.rows
        for s in series([told("naim", "2025-12-24", "killed", 410, outlet="Filastin")], AS_OF, actors=actors)
    ]
    assert (row.counter, row.counter_id) == ("not named by Bassem Naim", "")
    assert row.passed_on_by == ("Bassem Naim", "Filastin")


def test_whoever_alleges_violations_is_their_counter(told, actors):
    ((row,),) = [
        s.rows
        for s in series(
            [told("naim", "2025-12-24", "violations", 10, 12, per="day", side="israel")], AS_OF, actors=actors
        )
    ]
    assert (row.counter, row.party) == ("Hamas (Bassem Naim)", "hamas")


def test_a_body_counts_what_it_states_and_an_outlet_passes_on(told, actors):
    heard = [
        told("army", "2025-12-18", "soldiers killed", 3, 3),
        told("ap", "2025-12-18", "children killed", 4, 4),
    ]
    found = {r.qualifier: r.counter for s in series(heard, AS_OF, actors=actors) for r in s.rows}
    assert found == {"soldier": "Israeli army", "children": "not named by Associated Press"}


@pytest.mark.parametrize(
    ("speaker", "words", "counter"),
    [
        ("media_office", "the office", "media_office"),
        ("media_office", "another office", "another office"),
        ("media_office", "Gaza", "gaza"),
        ("naim", "the Naim", "the naim"),
        ("ap", "the press", "the press"),
    ],
)
def test_a_body_that_its_text_calls_by_the_end_of_its_name_is_its_own_counter(
    told, actors, speaker, words, counter
):
    heard = [told(speaker, "2025-12-01", "violations", 5, 5, counter=words)]
    ((row,),) = [s.rows for s in series(heard, AS_OF, actors=actors)]
    assert row.counter_id == counter


def test_a_count_passed_on_belongs_to_whom_it_comes_from(frame_c, actors):
    aid = next(s for s in series(frame_c, AS_OF, actors=actors) if s.id == "aid")
    row = next(r for r in aid.rows if r.value == "459 per day")
    assert (row.counter, row.speaker) == ("COGAT", "Associated Press")
    assert row.passed_on_by == ("Associated Press", "Daijiworld")


def test_a_party_counted_through_its_own_speaker_is_named_with_him(frame_c, actors):
    (row,) = [r for s in series(frame_c, AS_OF, actors=actors) for r in s.rows if r.value == "more than 190"]
    assert row.counter == "Hamas (Musa Abu Marzouk)"
    assert row.passed_on_by == ("Al Jazeera Mubasher", "DaysofPal")


def test_two_unnamed_counters_are_never_taken_for_one(told, actors):
    heard = [told("naim", "2025-12-24", "killed", 410), told("abu_marzouk", "2025-12-24", "killed", 300)]
    assert {r.counter_id for s in series(heard, AS_OF, actors=actors) for r in s.rows} == {""}


def test_a_counter_of_the_agreement_defines_what_it_counts(told, actors):
    counters = [Counter("media_office", "violations", "israel", "event", ("shooting", "line_crossing"))]
    heard = [
        told("media_office", "2025-12-02", "ceasefire violations", 591, 591, side="israel"),
        told("media_office", "2025-12-02", "killed", 300, 300),
    ]
    found = {
        r.item: r.definition for s in series(heard, AS_OF, actors=actors, counters=counters) for r in s.rows
    }
    assert found == {"violations": "shooting, line crossing", "killed": "not defined"}


def test_an_undefined_unit_is_not_defined(told, actors):
    counters = [Counter("un", "violations", unit="undefined")]
    heard = [told("un", "2025-12-02", "violations", 591, 591)]
    assert [r.definition for s in series(heard, AS_OF, counters=counters) for r in s.rows] == ["not defined"]


def test_a_start_without_a_year_is_the_last_such_day_before_publication(told):
    heard = [
        told("un", "2026-01-05", "killed", 5, 5, base="XXXX-10-11"),
        told("un", "2025-12-05", "killed", 5, 5, base="XXXX-10-11"),
    ]
    assert [r.since for s in series(heard, date(2026, 1, 6)) for r in s.rows] == [
        "11 Oct 2025",
        "11 Oct 2025",
    ]


def test_shares_and_things_the_vocabulary_lacks_are_kept_under_their_own_words(told):
    heard = [
        told("un", "2025-12-05", "share of the area", 53, 53, unit="percent"),
        told("un", "2025-12-05", "names proposed", 24),
    ]
    found = series(heard, AS_OF)
    assert [(s.id, s.title, s.rows[0].value) for s in found] == [
        ("shares", "shares", "53 %"),
        ("other:name proposed", "names proposed", "at least 24"),
    ]


@pytest.mark.parametrize(("counts", "unit", "item"), [
    ("shooting", "violations", "shooting"), ("sum of the parts", "violations", "violations"), ("dead", "", "killed"),
    ("UN-tracked aid trucks offloaded", "trucks", "trucks_offloaded"), ("aid trucks that entered", "", "trucks_entered"),
    ("killed and injured", "civilians", "casualties"), ("soldiers pledged", "soldiers", "troops"), ("deceased captives returned", "captives", "deceased_returned"),
])  # fmt: skip
def test_what_is_counted_is_known_by_its_words(told, counts, unit, item):
    assert [
        r.item for s in series([told("un", "2025-12-05", counts, 1, 1, unit=unit)], AS_OF) for r in s.rows
    ] == [item]


def test_a_denied_figure_is_no_count_of_the_one_who_denies_it_and_is_listed_apart(told, actors):
    denied = told("army", "2025-12-20", "violations", 738, 738, side="israel")
    denied.claim = replace(denied.claim, polarity=Polarity.DENIED)
    stated = told("hamas", "2025-12-20", "violations", 738, 738, side="israel")
    ((row,),) = [s.rows for s in series([denied, stated], AS_OF)]
    assert row.speaker_id == "hamas"
    assert comparisons(series([denied, stated], AS_OF), AS_OF) == ()
    ((kept),) = not_counts([denied, stated], AS_OF, actors=actors)
    assert (kept.value, kept.reason) == ("738", "denied by Israeli army")


@pytest.mark.parametrize("hedge", [Hedge.CONDITIONAL, Hedge.FUTURE, Hedge.POSSIBLE])
def test_a_figure_that_may_or_would_be_is_no_count_unless_it_is_owed(told, hedge):
    supposed = told("un", "2025-12-20", "trucks entered", 600, 600, per="day")
    supposed.claim = replace(supposed.claim, hedge=hedge)
    assert series([supposed], AS_OF, proposals=True) == ()
    assert [k.value for k in not_counts([supposed], AS_OF)] == ["600 per day"]
    owed = told("un", "2025-12-20", "trucks required", 600, 600, per="day")
    owed.claim = replace(owed.claim, hedge=hedge)
    ((row,),) = [s.rows for s in series([owed], AS_OF)]
    assert row.owed
    assert not_counts([owed], AS_OF) == ()


def test_words_of_owing_outside_the_span_make_a_figure_owed(told):
    heard = told("un", "2025-12-20", "trucks", 600, 600, per="day")
    heard.claim = replace(heard.claim, text="600 trucks")
    heard.sentence = "The agreement requires 600 trucks a day, the office said."
    ((row,),) = [s.rows for s in series([heard], AS_OF)]
    assert row.owed
