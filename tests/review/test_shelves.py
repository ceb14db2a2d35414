from dataclasses import replace

import pytest
from river import CLOSED, COUNT, DAY, SHUT, SPORT, later, review

from truceline.evidence import dates
from truceline.review.shelves import Shelves


def on(shelf):
    return [r.id for r in shelf]


def test_what_waits_lies_on_exactly_one_shelf(make):
    copy, document = later(CLOSED)
    elsewhere, other = later(SHUT, path="sources/c.txt", ceasefire="river-2024")
    copy, elsewhere = replace(copy, ordinal=1), replace(elsewhere, ordinal=1)
    shelves = Shelves.of(make(CLOSED, copy, elsewhere, SPORT, others=[document, other]), DAY)
    assert on(shelves.known) == [CLOSED.id]
    assert on(shelves.repeats) == [copy.id]
    assert on(shelves.elsewhere) == [elsewhere.id]
    assert on(shelves.outside) == [SPORT.id]


@pytest.mark.parametrize(("published", "shelf"), [("2026-03-01", "known"), ("2026-03-05", "later")])
def test_a_later_document_waits_for_its_day(make, published, shelf):
    shelves = Shelves.of(make(COUNT, published=dates.parse(published)), DAY)
    assert on(getattr(shelves, shelf)) == [COUNT.id]


def test_what_has_a_verdict_lies_on_none(make):
    shelves = Shelves.of(make(CLOSED, reviews=[review(CLOSED)]), DAY)
    assert not any(getattr(shelves, name) for name in Shelves.__slots__)
