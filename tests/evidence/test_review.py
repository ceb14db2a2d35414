"""A review speaks of what was shown, and of nothing else."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from truceline.evidence import Claim, Figure, Kind, Polarity, Review, Verdict, in_force, seen

NOW = datetime(2025, 12, 24, 18, tzinfo=UTC)
CLAIM = Claim(
    "0" * 64,
    "a.txt",
    Kind.FIGURE,
    10,
    40,
    "more than 410 killed",
    "Naim",
    payload=Figure("killed", 410, None),
)

claims = st.builds(
    replace,
    st.just(CLAIM),
    start=st.integers(0, 99),
    end=st.integers(100, 199),
    text=st.text(max_size=20),
    speaker=st.one_of(st.none(), st.text(max_size=9)),
    polarity=st.sampled_from(Polarity),
    payload=st.builds(Figure, counts=st.text(max_size=9), low=st.integers(0, 999).map(float), high=st.none()),
)


def accepted(claim: Claim) -> Review:
    return Review(claim.id, seen(claim), Verdict.ACCEPTED, "AB", NOW)


@given(claims)
def test_a_review_is_in_force_on_what_it_saw(claim):
    assert in_force(claim, accepted(claim))


@given(claims)
def test_a_new_reader_alone_reopens_nothing(claim):
    assert in_force(replace(claim, reader="reader/9", cue="", doubt=()), accepted(claim))


def test_a_changed_payload_speaker_polarity_or_text_reopens_the_review():
    review = accepted(CLAIM)
    for changed in (
        replace(CLAIM, payload=Figure("killed", 411, None)),
        replace(CLAIM, speaker="Hamad"),
        replace(CLAIM, polarity=Polarity.DENIED),
        replace(CLAIM, text="more than 410 injured"),
        replace(CLAIM, start=11),
    ):
        assert not in_force(changed, review)


def test_only_accepted_and_corrected_readings_count():
    assert {v for v in Verdict if v.counts} == {Verdict.ACCEPTED, Verdict.CORRECTED}
