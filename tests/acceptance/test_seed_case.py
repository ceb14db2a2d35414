"""The five seed texts as a case: their figures, Israel's silence, the other ceasefire kept apart, a board that starts empty."""

import unicodedata
from datetime import date

import pytest

from truceline.counting import series

from .conftest import cells, figures, opened

DAYS = ("2025-12-24", "2026-02-21", "2026-03-01")
NAIM, MARZOUK = {"bassem naim"}, {"musa abu marzouk", "mousa abu marzouk"}
MLADENOV = {"nickolay mladenov", "nikolay mladenov", "nikolai mladenov"}
UNNAMED = frozenset()
NUMBERS = {
    "410": (410, None, "more than", "total", "", "", NAIM),
    "1,000": (1000, 1000, "around", "total", "", "", NAIM),
    "190": (190, None, "more than", "total", "", "2025-10-11", MARZOUK),
    "10 to 12 a day": (10, 12, None, "rate", "day", "", NAIM),
    "20,000": (None, 20000, "up to", "total", "", "", UNNAMED),
    "8,000": (8000, 8000, None, "total", "", "", UNNAMED),
    "2,000": (2000, 2000, None, "total", "", "", MLADENOV),
}
"""Low, high, approximator (None: any), basis, per, base and the names that are right, of each figure."""


def plain(name):
    return "".join(
        c for c in unicodedata.normalize("NFKD", name or "") if not unicodedata.combining(c)
    ).lower()


def one(case, number):
    low, high, *_ = NUMBERS[number]
    found = [r for r in figures(case) if (r.claim.payload.low, r.claim.payload.high) == (low, high)]
    assert len(found) == 1, [(r.claim.text, r.claim.payload) for r in figures(case)]
    return found[0]


@pytest.fixture(scope="module", params=["as read", "accepted"])
def either_case(request):
    return request.getfixturevalue("seed_case" if request.param == "as read" else "accepted_case")


@pytest.mark.parametrize("number", NUMBERS)
def test_each_number_is_a_figure_with_its_bound_and_basis(seed_case, number):
    _, _, approximator, basis, per, base, _ = NUMBERS[number]
    payload = one(seed_case, number).claim.payload
    assert approximator in {None, payload.approximator}, payload
    assert (payload.basis.value, payload.per) == (basis, per)
    if base:
        assert payload.base == base


@pytest.mark.parametrize("number", NUMBERS)
def test_each_number_has_the_speaker_that_the_text_gives_it(seed_case, number):
    claim = one(seed_case, number).claim
    names = NUMBERS[number][-1]
    if names:
        assert plain(claim.speaker) in names, (claim.speaker, claim.speaker_text)
        assert claim.attribution == "explicit"
    else:
        assert (claim.speaker, claim.attribution) == (None, "anonymous")
        assert "officials" in claim.speaker_text


@pytest.mark.parametrize("number", NUMBERS)
def test_each_number_is_of_this_ceasefire_and_in_scope(seed_case, number):
    reading = one(seed_case, number)
    assert reading.ceasefire == "gaza-2025"
    assert reading.this_case
    assert reading.in_scope


def test_what_is_known_of_the_texts_stands_in_their_documents(seed_case):
    documents = {d.path.split("/")[1][:3]: d for d in opened(seed_case).documents}
    assert documents["000"].relay == ("Filastin newspaper",)
    assert documents["001"].outlet == "DaysofPal"
    assert (documents["001"].published.earliest, documents["001"].published.latest) == (
        date(2025, 11, 4),
        date(2025, 11, 17),
    )
    assert (documents["004"].published.earliest, documents["004"].published.latest) == (
        date(2025, 3, 18),
        None,
    )
    assert {d.ceasefire for d in documents.values()} == {"gaza-2025", "gaza-2024-05-draft", "gaza-2025-01"}
    assert all(d.published.evidence for d in documents.values())


@pytest.mark.parametrize("day", DAYS)
def test_israel_shows_no_statement_and_never_not_met(either_case, day):
    """A reason other than "nothing is held" may rest on words that the agreement file itself cites, never on a seed."""
    authored = {r.id for r in opened(either_case).readings if r.authored}
    israel = [(p, cell) for p, viewpoint, cell in cells(either_case, day) if viewpoint == "israel"]
    assert len(israel) > 30
    for provision, cell in israel:
        assert cell["value"] == "unknown", (provision, cell)
        if cell["reason"] not in {"no_statement", "date_doubtful"}:
            assert cell["claims"], (provision, cell)
            assert set(cell["claims"]) <= authored, (provision, cell)


def test_nothing_in_the_seeds_is_put_into_the_mouth_of_israel(accepted_case):
    said = [r for r in opened(accepted_case).readings if not r.authored and r.side and r.side.id == "israel"]
    assert not [(r.claim.text[:60], r.claim.speaker) for r in said if r.this_case]


@pytest.mark.parametrize("day", [*DAYS, "2030-01-01"])
def test_tens_of_thousands_of_another_time_enter_no_figure(either_case, day):
    case = opened(either_case)
    other = {d.path for d in case.documents if d.ceasefire != "gaza-2025"}
    assert any(r.claim.payload.approximator == "tens of thousands" for r in figures(either_case))
    for proposals in (False, True):
        rows = [
            row for s in series(case.readings, date.fromisoformat(day), proposals=proposals) for row in s.rows
        ]
        assert not [row for row in rows if row.document in other]
        assert not [row for row in rows if row.approximator == "tens of thousands"]


@pytest.mark.parametrize("day", DAYS)
def test_no_cell_has_a_value_until_a_reading_is_accepted(seed_case, day):
    filled = [(p, v, c["value"], c["claims"]) for p, v, c in cells(seed_case, day) if c["value"] != "unknown"]
    assert not filled


@pytest.mark.parametrize("day", DAYS)
def test_no_cell_rests_on_a_reading_until_it_is_accepted(seed_case, day):
    own = {r.id for r in opened(seed_case).readings if not r.authored}
    held = [(p, v, c["reason"], c["claims"]) for p, v, c in cells(seed_case, day) if own & set(c["claims"])]
    assert not held


def test_no_figure_is_shown_until_a_reading_is_accepted(seed_case):
    own = {d.path for d in opened(seed_case).documents}
    rows = [row for s in series(opened(seed_case).readings, date(2026, 3, 1)) for row in s.rows]
    assert not [row for row in rows if row.document in own]


def test_cells_fill_once_readings_are_accepted(accepted_case):
    own = {r.id for r in opened(accepted_case).readings if not r.authored}
    filled = [c for _, _, c in cells(accepted_case, "2026-02-21") if c["value"] != "unknown"]
    assert any(set(c["claims"]) & own for c in filled)


def test_the_figures_stand_side_by_side_once_accepted_and_what_could_or_is_expected_to_be_stands_apart(
    accepted_case,
):
    readings, day = opened(accepted_case).readings, date(2026, 3, 1)
    held = {(row.low, row.high) for s in series(readings, day) for row in s.rows}
    supposed = {(None, 20000), (8000, 8000)}  # "could include up to", "expected to come"
    assert {(low, high) for low, high, *_ in NUMBERS.values()} - supposed <= held
    assert not supposed & held


def test_every_reading_was_accepted_and_the_ledger_holds(accepted_case):
    assert not [r.id for r in opened(accepted_case).readings if r.waiting]
