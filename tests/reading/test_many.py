"""Several processes read what one reads, in the same order, and only a few texts ahead."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from truceline.actors import Lexicon
from truceline.evidence import Claim, Document, Text
from truceline.reading import Reader, many, parser, portions

STRINGS = [
    f"The Karu Front said on Monday that {n} trucks had crossed the line. A driver saw {n} more."
    for n in range(3, 23)
]


def texts() -> Iterator[tuple[Text, Document | None]]:
    for n, string in enumerate(STRINGS):
        yield Text(f"{n}.txt", string, "txt/1"), None


@pytest.fixture(scope="module")
def bulk(lexicon: Lexicon) -> Reader:
    return Reader(lexicon, "bulk")


def test_two_processes_read_what_one_reads_in_the_same_order(bulk: Reader) -> None:
    assert list(bulk.read_many(texts(), jobs=2)) == list(bulk.read_many(texts()))


def test_texts_are_handed_over_in_groups_of_bounded_size() -> None:
    long = Text("a.txt", "x " * (many._GROUP // 5 * 2), "txt/1")
    tasks = [(p, None) for _ in range(5) for p in portions.portions(long)]
    assert [len(g) for g in many.groups(tasks)] == [2, 2, 1]


def test_the_bulk_tier_signs_its_readings(bulk: Reader) -> None:
    claims = bulk.read(Text("a.txt", STRINGS[0], "txt/1"))
    assert {c.reader for c in claims} == {bulk.version}
    assert bulk.version.endswith("-bulk")


def test_an_unknown_tier_is_refused_with_those_there_are(lexicon: Lexicon) -> None:
    with pytest.raises(ValueError, match=r"no tier 'fast': expected full or bulk"):
        Reader(lexicon, "fast")


def test_what_stops_the_reader_is_raised_at_its_text(bulk: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(portion: portions.Portion, document: Document | None = None) -> list[object]:
        if portion.text.document == "1.txt":
            raise RecursionError("too deep")
        return []

    monkeypatch.setattr(bulk, "portion", broken)
    found = bulk.read_many(texts())
    assert next(found) == []
    with pytest.raises(RecursionError, match="too deep"):
        next(found)


def test_words_forgotten_after_each_text_change_no_reading(
    bulk: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = list(bulk.read_many(texts()))
    monkeypatch.setattr(parser, "KNOWN", 0)
    held = len(bulk._parser._words)
    assert list(bulk.read_many(texts())) == before
    bulk.read(Text("a.txt", "The council said Zarquovia and Belmoridan had signed.", "txt/1"))
    assert len(bulk._parser._words) == held


@pytest.mark.parametrize("which", [0, 1])
def test_of_a_text_with_a_portion_that_stops_the_reader_nothing_is_given(
    bulk: Reader, monkeypatch: pytest.MonkeyPatch, which: int
) -> None:
    cut = len(STRINGS[0])
    text, other = Text("0.txt", f"{STRINGS[0]}\n{STRINGS[1]}", "txt/1"), Text("1.txt", STRINGS[2], "txt/1")
    read = bulk.portion
    calls = iter(range(9))

    def broken(portion: portions.Portion, document: Document | None = None) -> list[Claim]:
        if next(calls) == which:
            raise RecursionError("too deep")
        return read(portion, document)

    monkeypatch.setattr("truceline.reading.reader.portions", lambda t: portions.portions(t, cut + 5))
    monkeypatch.setattr(bulk, "portion", broken)
    stopped, claims = bulk.results([(text, None), (other, None)])
    assert isinstance(stopped, RecursionError)
    assert isinstance(claims, list)
    assert claims
