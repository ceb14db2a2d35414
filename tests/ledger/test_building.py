"""A build takes what it can, says what it could not, and does nothing twice."""

import json
import shutil
from datetime import UTC, datetime

import pytest

from truceline.evidence import Review, Verdict, in_force, lines, seen
from truceline.ledger import build

ABOUT = 'outlet: "Filastin"\npublished: 2025-12-24\nretrieved: 2026-03-01\n'


def left(result):
    return [str(each) for each in result.left_out]


def test_a_build_holds_documents_with_what_their_sidecars_say(case):
    case.fill(2)
    result = case.build()
    assert (result.documents, result.read, result.unchanged, result.left_out) == (2, 2, 0, ())
    assert result.claims_by_kind == {"figure": 20, "statement": 10}
    assert result.words == 90
    [row] = case.rows(
        "SELECT path, extractor, outlet, address, published_from, published_to, published_edtf, published_evidence, retrieved, language, ceasefire, relay FROM document_v1 WHERE path LIKE '%001%'"
    )
    assert row[:1] + row[2:] == (
        "sources/001.txt", "Filastin", "https://example.org/2", "2025-12-02", "2025-12-02", "2025-12-02", "",
        "2026-03-01", "en", "gaza-2025", '["The Daily"]',
    )  # fmt: skip


def test_the_views_hold_texts_and_claim_lines_that_fit_each_other(case):
    case.fill(2)
    case.build()
    texts = dict(case.rows("SELECT path, string FROM document_v1"))
    for claim, document, kind, start, end, line in case.rows("SELECT * FROM claim_v1"):
        made = lines.parse(json.loads(line))
        assert (made.id, made.document, made.kind, made.start, made.end) == (
            claim,
            document,
            kind,
            start,
            end,
        )
        assert texts[document][start:end] == made.text


def test_a_second_build_reads_nothing_and_enters_nothing(case):
    case.fill(3)
    case.put("004.txt", "")
    first = case.build()
    reader = type(case.reader)()
    second = case.build(reader)
    assert (second.read, second.unchanged, reader.seen, second.digest) == (0, 3, [], first.digest)
    assert left(second) == left(first)
    assert case.rows("SELECT count(*) FROM journal_v1") == [(7,)]


def test_a_changed_file_sidecar_reader_or_list_of_actors_is_read_again_and_nothing_else(case, new_reader):
    case.fill(3)
    case.build()
    case.put("002.txt", "Naim said that 9 trucks entered.\n", ABOUT)
    assert case.build().read == 1
    (case.path / "sources" / "003.yaml").write_text(ABOUT, encoding="utf-8")
    assert case.build().read == 1
    assert case.build(new_reader("sentences/2")).read == 3
    (case.path / "actors.yaml").write_text("actors: {}\n", encoding="utf-8")
    assert case.build(new_reader("sentences/2")).read == 3
    assert case.faults() == []


def test_the_case_s_own_reader_is_not_loaded_where_nothing_has_to_be_read(case, monkeypatch):
    from truceline.ledger import reader

    monkeypatch.setattr(reader.CaseReader, "_reader", case.reader)
    case.fill(2)
    assert case.build(reader.CaseReader(case.path)).read == 2
    monkeypatch.setattr(
        reader.CaseReader, "_reader", property(lambda _: pytest.fail("the reader was loaded"))
    )
    assert case.build(reader.CaseReader(case.path)).unchanged == 2


def test_the_same_article_twice_is_held_once_under_its_first_name(case):
    text = "Naim said that 7 trucks entered. He spoke in Gaza.\n"
    case.put("001.txt", text)
    case.put("002.txt", text)
    case.put("003.txt", text.replace(". ", ".\r\n\r\n"))
    expected = [
        "sources/002.txt: the same article as sources/001.txt, which is held instead",
        "sources/003.txt: the same article as sources/001.txt, which is held instead",
    ]
    assert left(case.build()) == expected
    assert left(case.build()) == expected
    (case.path / "sources" / "001.txt").unlink()
    (case.path / "sources" / "001.yaml").unlink()
    result = case.build()
    assert left(result) == ["sources/003.txt: the same article as sources/002.txt, which is held instead"]
    assert case.rows("SELECT path FROM document_v1") == [("sources/002.txt",)]
    case.put("000.txt", text)
    case.build()
    assert case.rows("SELECT path FROM document_v1") == [("sources/000.txt",)]
    assert case.faults() == []


def test_a_source_that_is_gone_takes_its_proposals_with_it_and_stays_in_the_journal(case):
    case.fill(2)
    case.build()
    for name in ("001.txt", "001.yaml"):
        (case.path / "sources" / name).unlink()
    assert case.build().documents == 1
    assert case.rows("SELECT count(*) FROM claim_v1 WHERE document = 'sources/001.txt'") == [(0,)]
    kinds = [kind for (kind,) in case.rows("SELECT kind FROM journal_v1 ORDER BY entry")]
    assert kinds == ["document", "reading", "document", "reading", "left_out"]
    assert case.faults() == []


@pytest.mark.parametrize(
    ("name", "data", "about", "says"),
    [
        ("01.txt", b"", None, "empty"),
        ("01.txt", b"Naim said \x00\x01\x02\xff\xfe\x00\x00 so." * 20, None, ""),
        ("01.txt", "Naim said that 7 trucks entered.\n", "outlet: [a\npublished: 2025", "sources/01.yaml:2:"),
        ("01.txt", "Naim said that 7 trucks entered.\n", "publisched: 2025-12-24\n", "sources/01.yaml:1:1"),
        ("01.txt", "Please stop the reader here.\n", ABOUT, "KeyError"),
    ],
)  # fmt: skip
def test_one_bad_source_is_left_out_with_one_message_and_the_rest_goes_on(case, name, data, about, says):
    case.put(name, data, about)
    case.put("02.txt", "Naim said that 9 trucks entered in the morning, and no more came after it.\n", ABOUT)
    for _ in range(2):
        result = case.build()
        assert [each.path for each in result.left_out] == ["sources/01.txt"]
        assert says in result.left_out[0].reason
        assert case.rows("SELECT path FROM document_v1") == [("sources/02.txt",)]
    assert case.rows("SELECT path, reason FROM left_out_v1") == [
        (result.left_out[0].path, result.left_out[0].reason)
    ]
    assert case.rows("SELECT count(*) FROM journal_v1 WHERE kind = 'left_out'") == [(1,)]
    case.put(name, "Naim said that 8 trucks entered in the evening, and no more came after it.\n", ABOUT)
    assert case.build().left_out == ()


def test_sources_that_are_listed_and_not_there_are_named(case):
    case.fill(1)
    (case.path / "sources" / "002.yaml").write_text(ABOUT, encoding="utf-8")
    text = "id: test\nsources:\n  - sources/001.txt\n  - sources/009.txt\n  - ../secret.txt\n"
    (case.path / "case.yaml").write_text(text, encoding="utf-8")
    found = left(case.build())
    assert found[0].startswith("../secret.txt: the path leaves the folder")
    assert found[1].startswith("sources/002.yaml: a sidecar without its document")
    assert found[2].startswith("sources/009.txt: listed at case.yaml:4:5, but there is no such file")
    assert len(found) == 3


@pytest.mark.parametrize("listed", ["sources", "[sources, more]"])
def test_a_folder_may_be_listed_for_all_that_is_in_it(case, listed):
    case.fill(1)
    (case.path / "more").mkdir()
    (case.path / "more" / "one.txt").write_text("Naim said that 7 trucks entered.\n", encoding="utf-8")
    (case.path / "case.yaml").write_text(f"id: test\nsources: {listed}\n", encoding="utf-8")
    result = case.build()
    assert (result.documents, result.left_out) == (2 if "more" in listed else 1, ())


def test_a_listed_folder_that_lies_outside_is_not_searched(case, tmp_path):
    case.fill(1)
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "one.txt").write_text("Naim said that 7 trucks entered.\n", encoding="utf-8")
    (case.path / "case.yaml").write_text("id: test\nsources: [sources, ../secret]\n", encoding="utf-8")
    result = case.build()
    assert result.documents == 1
    assert [each.path for each in result.left_out] == ["../secret"]


def test_a_link_that_leaves_the_folder_is_not_followed(case, tmp_path):
    case.fill(1)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.txt").write_text("Naim said that 7 trucks entered.", encoding="utf-8")
    (case.path / "sources" / "900.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (case.path / "sources" / "folder").symlink_to(tmp_path / "outside")
    found = left(case.build())
    assert [f.split(":")[0] for f in found] == ["sources/900.txt", "sources/folder"]
    assert all("leaves the folder" in f for f in found)


def test_documents_with_odd_dates_are_held_and_named(case):
    for n, about in enumerate(
        (
            "retrieved: 2026-03-01\n",
            "published: unknown\n",
            "published: 2026-04-02\nretrieved: 2026-03-01\n",
            "published: 2999-01-01\n",
            "published: 2026-03\nretrieved: 2026-03-01\n",
        )
    ):
        case.put(f"{n}.txt", f"Naim said that {n} trucks entered.\n", about)
    result = case.build()
    assert (result.documents, result.left_out) == (5, ())
    assert [each.path for each in result.notices] == [f"sources/{n}.txt" for n in range(4)]
    assert "2026-03-01" in result.notices[0].reason
    assert "on no day" in result.notices[1].reason
    assert "published (2026-04-02) lies after it was retrieved (2026-03-01)" in result.notices[2].reason
    assert "published (2999-01-01) lies after today" in result.notices[3].reason


def test_two_ledgers_built_from_the_same_sources_have_equal_digests_and_other_salts(case, tmp_path):
    case.fill(4)
    other = type(case)(tmp_path / "other")
    other.fill(4)
    assert case.build().digest == other.build().digest
    salts = "SELECT salt FROM ledger_entry"
    assert not set(case.rows(salts)) & set(other.rows(salts))


def test_a_build_tells_how_far_it_is(case):
    case.fill(2)
    told = []
    case.build(progress=lambda *step: told.append(step))
    assert told == [(0, 2, "sources/001.txt"), (1, 2, "sources/002.txt"), (2, 2, "")]


def reviewed(case):
    """Every figure of the first document, accepted as it was seen."""
    rows = case.rows("SELECT line FROM claim_v1 WHERE kind = 'figure' AND document LIKE '%001.txt'")
    claims = [lines.parse(json.loads(line)) for (line,) in rows]
    with case.ledger() as ledger:
        for claim in claims:
            ledger.review(Review(claim.id, seen(claim), Verdict.ACCEPTED, "AB", datetime.now(UTC)))
    return claims


def standing(case):
    """How many reviews speak of a claim that is held, and of those how many are in force."""
    claims = {
        c.id: c for c in (lines.parse(json.loads(line)) for (line,) in case.rows("SELECT line FROM claim_v1"))
    }
    found = [
        in_force(claims[claim], Review(claim, was, Verdict(verdict), by, datetime.fromisoformat(at)))
        for claim, was, verdict, by, at in case.rows("SELECT claim, seen, verdict, by, at FROM review_v1")
        if claim in claims
    ]
    return len(found), sum(found)


def test_a_changed_reader_keeps_every_review_on_record_in_force_where_the_reading_is_the_same(
    case, new_reader
):
    case.fill(2)
    case.build()
    reviewed(case)
    assert standing(case) == (10, 10)
    case.build(new_reader("sentences/2"))
    assert standing(case) == (10, 10)
    case.build(new_reader("sentences/3", low=1))
    assert standing(case) == (10, 0)
    case.build(new_reader("sentences/2"))
    assert standing(case) == (10, 10)
    assert case.faults() == []


def test_reviews_that_a_case_ships_are_entered_once_and_not_again_after_an_undo(case, tmp_path):
    case.fill(2)
    case.build()
    claims = reviewed(case)
    rows = case.rows('SELECT claim, seen, verdict, "by", at, corrections, note FROM review_v1')
    names = ("claim", "seen", "verdict", "by", "at", "corrections", "note")
    shipped = [dict(zip(names, row, strict=True)) | {"corrections": {}} for row in rows]
    fresh = type(case)(tmp_path / "fresh")
    fresh.fill(2)
    (fresh.path / "reviews.jsonl").write_text(
        "\n".join(json.dumps(row) for row in shipped) + "\n", encoding="utf-8"
    )
    first = fresh.build()
    assert (first.reviews, standing(fresh)) == (len(claims), (10, 10))
    assert first.digest == case.build().digest
    with fresh.ledger() as ledger:
        ledger.undo(fresh.rows("SELECT entry FROM review_v1")[0][0], "AB")
    assert fresh.build().reviews == 0
    assert standing(fresh) == (9, 9)


def test_a_line_that_is_no_review_is_named_with_its_place(case):
    case.fill(1)
    (case.path / "reviews.jsonl").write_text('{"claim": "c1"}\n{"claim": \n', encoding="utf-8")
    result = case.build()
    assert [each.path for each in result.left_out] == ["reviews.jsonl"]
    assert "reviews.jsonl:1:1: this is no review (without 'seen')" in str(result.left_out[0])
    assert "reviews.jsonl:2:" in str(result.left_out[0])
    (case.path / "reviews.jsonl").unlink()
    assert case.build().left_out == ()


def test_a_claim_that_does_not_fit_the_text_is_not_held(case):
    class Wrong(type(case.reader)):
        def read(self, text, document=None):
            return [*super().read(text), *super().read(text)]

    case.fill(1)
    result = case.build(Wrong())
    assert "another claim has its id" in result.left_out[0].reason
    assert result.documents == 0


def test_two_processes_hold_what_one_holds(case):
    for n in range(6):
        case.put(f"d{n}.txt", f"The council said on Monday that {n + 3} trucks had crossed the line.")
    case.put("d9.txt", "The council said on Monday that 3 trucks had crossed the line.")
    alone = build(case.path, jobs=1)
    shutil.rmtree(case.path / ".truceline")
    together = build(case.path, jobs=2)
    assert together.digest == alone.digest
    assert (together.documents, together.left_out) == (6, alone.left_out)
    assert "the same article as" in alone.left_out[0].reason


def test_a_headline_that_its_text_contradicts_is_named(case):
    case.put("1.txt", "Office: 600 trucks entered\n\nNaim said that 512 trucks entered.\n")
    case.put("2.txt", "Office: 512 trucks entered\n\nNaim said that 512 trucks entered.\n")
    told = [each for each in case.build().notices if "headline" in each.reason]
    assert [each.path for each in told] == ["sources/1.txt"]
    assert "600" in told[0].reason
    assert "512" in told[0].reason
