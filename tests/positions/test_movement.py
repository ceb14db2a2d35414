"""Movement: only words are compared, in time."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from truceline.positions import Occasion
from truceline.positions.movement import movement

TOPICS = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["wants", "rejects"]), max_size=4)
OCCASIONS = st.lists(
    st.builds(
        Occasion, st.dates(date(2025, 1, 1), date(2026, 1, 1)), st.sampled_from(["one", "two"]), TOPICS
    ),
    max_size=6,
    unique_by=lambda o: o.day,
)


@given(OCCASIONS)
def test_changes_played_forward_lead_to_the_last_occasion(occasions):
    moved = movement(occasions)
    if not moved.occasions:
        return
    held = dict(moved.occasions[0].topics)
    for change in moved.changes:
        held = {t: s for t, s in held.items() if t not in change.not_mentioned}
        held |= {t: change.after.topics[t] for t in change.added}
        held |= {t: after for t, _, after in change.changed}
    assert held == moved.occasions[-1].topics


@given(OCCASIONS)
def test_the_order_of_reading_does_not_matter(occasions):
    assert movement(occasions) == movement(occasions[::-1])


@given(OCCASIONS)
def test_what_is_constant_stands_so_in_every_occasion_since(occasions):
    moved = movement(occasions)
    for topic, stance, since in moved.constant:
        assert all(o.topics.get(topic) == stance for o in moved.occasions if o.day >= since)
        assert topic not in moved.new


def test_one_speaker_who_changes_his_list_gets_no_remark_on_speakers():
    first = Occasion(date(2025, 12, 7), "Naim", {"monitor": "wants", "store arms": "offers"})
    second = Occasion(date(2025, 12, 24), "Naim", {"monitor": "wants", "separate": "wants"})
    moved = movement([second, first])
    (change,) = moved.changes
    assert (change.added, change.not_mentioned, moved.note) == (("separate",), ("store arms",), "")
