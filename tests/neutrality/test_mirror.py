"""Renaming the two parties must mirror every output from claims downward: no line may know which party it speaks of."""

import io
import json
from datetime import date

import docx
import pytest

from truceline.evidence.lines import line
from truceline.files import screen

from .canonical import Canonical

pytestmark = pytest.mark.slow
DAYS = [date(2025, 11, 4), date(2025, 12, 24), date(2026, 2, 20)]
DAY = ("--as-of", "2026-02-20")
IN_DATA = [
    ("status", *DAY),
    ("status", *DAY, "--on", "2025-11-04", "--proposals"),
    ("status", *DAY, "--gate", "g_1_2"),
    ("dates", *DAY),
    ("diff", "2025-10-16", "2026-02-20"),
    ("explain", "p11", *DAY),
    ("explain", "g_1_2", *DAY),
    ("positions", *DAY),
    ("demands", *DAY),
    ("accounts", *DAY),
]
IN_WORDS = [
    ("dates", *DAY),
    ("diff", "2025-10-16", "2026-02-20"),
    ("explain", "p11", *DAY),
    ("explain", "p20", *DAY),
    ("explain", "g_1_2", *DAY),
    ("explain", "ceasefire_effect", *DAY),
    ("positions", *DAY),
    ("positions", *DAY, "--holder", "PARTY"),
    ("demands", *DAY),
    ("accounts", *DAY),
]
OF_THE_TEXT = {"id", "text_sha256", "links"}


def by_place(variant, swap=lambda text: text):
    rows = {}
    for reading in variant.case.readings:
        if reading.authored:
            continue  # the spans of agreement.yaml's own statements lie where that file has them
        row = {k: v for k, v in line(reading.claim).items() if k not in OF_THE_TEXT}
        rows[variant.places[reading.id]] = json.loads(swap(json.dumps(row, ensure_ascii=False)))
    return rows


@pytest.fixture(scope="module")
def canonical(variants):
    case = variants[0].case
    return Canonical(
        {a.name for a in case.lexicon.actors.values()} | {v.label for v in case.board(DAYS[-1]).viewpoints}
    )


def told(truceline, variant, verb, *options):
    """What a verb prints of a variant, with its claim ids and its folder made neutral."""
    ended = truceline(verb, variant.folder, *options)
    assert ended.code in (0, 3), ended.err
    return variant.neutral(ended.out.replace(str(variant.folder), "CASE"))


def test_the_reader_makes_the_same_claims_whichever_party_bears_which_name(variants, swap):
    one, other = variants
    assert by_place(one) == by_place(other, swap)


def test_there_are_claims_by_both_parties_to_compare(variants):
    sides = {r.side.id for r in variants[0].case.readings if r.side and r.counts}
    assert {"estova", "varnia"} <= sides


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_board_is_mirrored(variants, swap, canonical, day):
    one, other = (
        v.neutral(json.dumps(v.case.board(day).line(proposals=True), ensure_ascii=False)) for v in variants
    )
    assert canonical.data(json.loads(one)) == canonical.data(json.loads(swap(other)))


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_report_is_mirrored(variants, swap, canonical, day):
    from truceline.reporting import json as as_json
    from truceline.reporting import report

    one, other = (v.neutral(as_json.render(report(v.case, day))) for v in variants)
    assert canonical.data(json.loads(one)) == canonical.data(json.loads(swap(other)))


def put(options, party):
    """The options with a party's id in its place."""
    return [party if o == "PARTY" else o for o in options]


@pytest.mark.parametrize("asked", IN_DATA, ids=" ".join)
def test_what_a_verb_gives_as_data_is_mirrored(truceline, variants, swap, canonical, asked):
    one, other = (told(truceline, v, *asked, "--json") for v in variants)
    assert canonical.data(json.loads(one)) == canonical.data(json.loads(swap(other)))


@pytest.mark.parametrize("asked", IN_WORDS, ids=" ".join)
def test_what_a_verb_says_is_mirrored(truceline, variants, swap, canonical, asked, monkeypatch):
    # a line ends where its sentence does
    monkeypatch.setattr(screen, "WIDEST", 100_000)
    monkeypatch.setenv("COLUMNS", "100000")
    one, other = (
        told(truceline, v, *put(asked, party))
        for v, party in zip(variants, ("estova", "varnia"), strict=True)
    )
    assert canonical.lines(one) == canonical.lines(swap(other))


def test_a_calendar_is_mirrored(truceline, variants, swap, canonical, tmp_path):
    files = []
    for number, variant in enumerate(variants):
        path = tmp_path / f"{number}.ics"
        told(truceline, variant, "dates", *DAY, "--ics", path)
        files.append(path.read_bytes().decode().replace("\r\n ", "").replace("\\n", "\n").replace("\\", ""))
    one, other = (v.neutral(f) for v, f in zip(variants, files, strict=True))
    assert canonical.lines(one) == canonical.lines(swap(other))


def test_the_word_document_is_mirrored(variants, swap, canonical):
    from truceline.reporting import docx as word
    from truceline.reporting import report

    one, other = (_paragraphs(v.neutral, word.render(report(v.case, DAYS[-1]))) for v in variants)
    assert canonical.lines(one) == canonical.lines(swap(other))


def _paragraphs(neutral, data):
    """The text of a Word document, those of tables and links too; a row's cells are lines, since columns have an order."""
    body = docx.Document(io.BytesIO(data)).element.body
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return neutral(
        "\n".join("".join(t.text or "" for t in p.iter(f"{word}t")) for p in body.iter(f"{word}p"))
    )


@pytest.mark.parametrize(
    "other", ["Varnia accuses Estova of it.", "Said of Varnia, by Estova.", "Varnia: met; Estova: not met"]
)
def test_two_parties_exchanged_within_a_sentence_are_seen(canonical, swap, other):
    assert canonical.text(other) != canonical.text(swap(other))
    assert canonical.lines(other) != canonical.lines(swap(other))


def test_the_order_of_a_list_of_names_is_no_difference(canonical):
    assert canonical.text("by Varnia, UN and Estova") == canonical.text("by Estova, UN and Varnia")
