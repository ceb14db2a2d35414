"""Forty readings reviewed by keystrokes, and what becomes of the verdicts when another reader reads the same texts."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from truceline.counting import series
from truceline.evidence import Condition, Figure, Position, State, Term
from truceline.ledger import build
from truceline.ledger.reader import CaseReader
from truceline.review import queue

from .conftest import LAST, cells, copied, keystrokes, ok, on_record, opened, run

MANY = 40
DAY = date.fromisoformat(LAST)
CORRECT_EVERY = 5
"""Every fifth card gets another speaker."""


@dataclass(frozen=True)
class Sitting:
    """The case, the cards that were on the table, the keys pressed for each, and what the verb said."""

    case: object
    cards: tuple
    keys: tuple
    ran: object

    @property
    def verdicts(self):
        return on_record(self.case)


def second_best(card):
    """The number of a candidate who is not the speaker that was read: another name, else nobody."""
    return min(2, len(card.candidates))


def corrected(card):
    """``s``, the number of a candidate, Enter; on a card that asks for the speaker anyway without ``s``."""
    return f"{'' if card.choose else 's'}{second_best(card)}\n"


@pytest.fixture(scope="module")
def sitting(dispatches, tmp_path_factory):
    folder = tmp_path_factory.mktemp("review")
    case = copied(dispatches, folder / "case")
    cards = queue(opened(case), DAY, everything=True).cards[:MANY]
    keys = tuple(corrected(c) if n % CORRECT_EVERY == 0 else keystrokes(c) for n, c in enumerate(cards, 1))
    script = folder / "keys.txt"
    script.write_text("".join(keys) + "q", encoding="utf-8")
    ran = ok(run("review", case, "--as-of", LAST, "--all", "--by", "AB", "--keys", script))
    return Sitting(case, cards, keys, ran)


def test_forty_readings_are_reviewed_in_one_sitting(sitting):
    assert len(sitting.cards) == MANY
    assert f"Checked now: {MANY} of" in sitting.ran.out
    assert not sitting.ran.err


def test_accepting_costs_one_key_and_a_speaker_at_most_four(sitting):
    verdicts = sitting.verdicts
    for card, keys in zip(sitting.cards, sitting.keys, strict=True):
        if verdicts[card.reading.id] == "accepted":
            assert keys == "\n"
        else:
            assert len(keys) <= 4
    assert list(verdicts.values()).count("accepted") >= MANY // 2
    assert list(verdicts.values()).count("corrected") >= MANY // CORRECT_EVERY


def test_a_speaker_of_the_list_is_put_right_in_three_keys(sitting):
    told = [keys for card, keys in zip(sitting.cards, sitting.keys, strict=True) if keys.startswith("s")]
    assert told
    assert all(len(keys) == 3 for keys in told)


def test_all_forty_are_on_record(sitting):
    assert set(sitting.verdicts) == {c.reading.id for c in sitting.cards}
    assert set(sitting.verdicts.values()) == {"accepted", "corrected"}


def test_the_corrected_speakers_are_those_that_were_chosen(sitting):
    case, named = opened(sitting.case), 0
    for card, keys in zip(sitting.cards, sitting.keys, strict=True):
        if len(keys) > 1:
            chosen = card.candidates[int(keys[-2]) - 1]
            reading = case.by_id[card.reading.id]
            assert reading.review.corrections == {"speaker": chosen.value}
            assert reading.claim.speaker == (chosen.name if chosen.value != "-" else None)
            named += chosen.value != "-"
    assert named


class Changed:
    """The case's own reader under another version: other payloads for some claims, and some spans not read at all."""

    def __init__(self, case, altered, dropped):
        self.inner = CaseReader(case)
        self.altered, self.dropped = altered, dropped

    @property
    def version(self):
        return f"{self.inner.version}+changed"

    def read(self, text, document=None):
        found = self.inner.read(text, document)
        return [self._other(c) if c.id in self.altered else c for c in found if c.id not in self.dropped]

    @staticmethod
    def _other(claim):
        return replace(claim, payload=other(claim.payload))


def other(payload):
    """The same payload with another content."""
    match payload:
        case Figure(low=low, high=high):
            return replace(
                payload, low=None if low is None else low + 1, high=None if high is None else high + 1
            )
        case Position():
            return replace(payload, issue=f"{payload.issue}, so read anew")
        case State():
            return replace(payload, value=f"{payload.value}, so read anew")
        case Condition():
            return replace(payload, awaits=f"{payload.awaits}, so read anew")
        case Term():
            return replace(payload, term=f"{payload.term}, so read anew")
    return None


@dataclass(frozen=True)
class Rebuilt:
    """The case before and after another reader, and which claims that reader read otherwise or not at all."""

    before: object
    after: object
    path: object
    altered: frozenset
    dropped: frozenset

    @property
    def gone(self):
        return self.altered | self.dropped


@pytest.fixture(scope="module")
def rebuilt(sitting, tmp_path_factory):
    path = copied(sitting.case, tmp_path_factory.mktemp("rebuilt") / "case")
    before = opened(path)
    counting = on_the_page(before)
    able = [c.reading.id for c in sitting.cards if other(c.reading.read.payload) is not None]
    able.sort(key=lambda i: i not in counting)
    altered, dropped = frozenset(able[:8:2]), frozenset(able[1:8:2])
    build(path, reader=Changed(path, altered, dropped))
    return Rebuilt(before, opened(path), path, altered, dropped)


def on_the_page(case):
    """The claims behind any cell of the board, any condition and any figure of the day."""
    board = case.board(DAY)
    found = {i for row in board.rows for cell in row.cells.values() for i in cell.claims}
    found |= {i for g in board.gates for c in g.conditions for cell in c.cells.values() for i in cell.claims}
    return found | {row.claim for s in series(case.readings, DAY) for row in s.rows}


def test_the_readings_that_change_counted_for_something_before(rebuilt):
    assert len(rebuilt.altered) == len(rebuilt.dropped) == 4
    assert rebuilt.altered & on_the_page(rebuilt.before)
    assert rebuilt.dropped & on_the_page(rebuilt.before)


def test_every_review_is_still_on_record(rebuilt, sitting):
    assert on_record(rebuilt.path) == sitting.verdicts
    assert len(rebuilt.after.held.reviews) == MANY


def test_a_review_is_in_force_where_span_and_payload_are_unchanged(rebuilt, sitting):
    for claim, verdict in sitting.verdicts.items():
        if claim not in rebuilt.gone:
            assert rebuilt.after.by_id[claim].state == verdict
            assert rebuilt.after.by_id[claim].checked


def test_a_review_of_another_payload_is_reopened_and_counts_for_nothing(rebuilt):
    for claim in rebuilt.altered:
        reading = rebuilt.after.by_id[claim]
        assert reading.state == "reopened"
        assert reading.waiting
        assert not reading.counts
        assert not any(row.checked for row in rebuilt.after.rows(reading))


def test_a_review_of_a_span_that_is_no_longer_read_is_kept_apart(rebuilt):
    assert {r.claim for r in rebuilt.after.orphans} == rebuilt.dropped
    assert not rebuilt.dropped & set(rebuilt.after.by_id)


def test_neither_board_nor_figures_hold_what_was_reopened(rebuilt):
    assert not rebuilt.gone & on_the_page(rebuilt.after)
    assert not rebuilt.gone & {i for _, _, cell in cells(rebuilt.path, LAST) for i in cell["claims"]}


def test_what_was_not_changed_counts_as_before(rebuilt):
    assert on_the_page(rebuilt.before) - rebuilt.gone <= on_the_page(rebuilt.after)


def test_what_was_reopened_waits_in_the_queue_again(rebuilt):
    waiting = {c.reading.id for c in queue(rebuilt.after, DAY, everything=True).cards}
    assert rebuilt.altered <= waiting


def test_the_ledger_still_holds_after_the_other_reader(rebuilt):
    assert "The ledger holds" in ok(run("verify", rebuilt.path)).out
