"""`verify` says where."""

import pytest

from truceline.files import FileProblem
from truceline.ledger.triggers import TRIGGERS
from truceline.ledger.views import VIEWS

ALL = "".join(f"DROP TRIGGER {name};" for name in TRIGGERS)
AGAIN = "".join(f"{sql};" for sql in TRIGGERS.values())


@pytest.fixture
def built(case):
    case.fill(3)
    case.build()
    assert case.faults() == []
    return case


def past_the_triggers(case, script):
    """Somebody drops the triggers, does it, and lays them again: nothing in the schema shows it."""
    case.sql(f"{ALL}{script};{AGAIN}")
    return case.faults()


def test_a_changed_payload_is_found_at_its_entry(built):
    faults = past_the_triggers(
        built, "UPDATE ledger_entry SET payload = replace(payload, 'Filastin', 'Another') WHERE number = 3"
    )
    assert faults == ["journal entry 3: its payload does not fit its digest: it was changed"]


@pytest.mark.parametrize("column", ["at", "kind", "by"])
def test_a_changed_time_kind_or_author_is_found_at_its_entry(built, column):
    faults = past_the_triggers(built, f"UPDATE ledger_entry SET {column} = 'other' WHERE number = 2")
    assert "journal entry 2: its digest does not fit its time, kind or author: it was changed" in faults


def test_an_entry_rewritten_with_a_fitting_digest_breaks_the_chain_after_it(built):
    faults = past_the_triggers(built, "UPDATE ledger_entry SET digest = hex(randomblob(32)) WHERE number = 4")
    assert "journal entry 5: it does not name the digest of the entry before it" in faults


def test_a_removed_entry_is_found_at_its_gap(built):
    faults = past_the_triggers(
        built, "PRAGMA foreign_keys=OFF; DELETE FROM ledger_entry WHERE number IN (2, 3)"
    )
    assert "journal entry 4: entries 2 to 3 are missing before it: removed" in faults


def test_a_cut_tail_is_found_by_the_head_in_the_database(built):
    faults = past_the_triggers(built, "DELETE FROM ledger_entry WHERE number = 6")
    assert any(f.startswith("journal head: the journal ends at entry 5, its head knows 6") for f in faults)


def test_a_cut_tail_is_found_by_the_head_file_where_the_database_was_made_to_fit(built):
    script = """DELETE FROM ledger_claim WHERE document = 'sources/003.txt'; DELETE FROM ledger_reading WHERE document = 'sources/003.txt';
    DELETE FROM ledger_document WHERE path = 'sources/003.txt'; DELETE FROM ledger_entry WHERE number > 4;
    UPDATE ledger_head SET number = 4, digest = (SELECT digest FROM ledger_entry WHERE number = 4)"""
    expected = ["file .truceline/head: it knows entry 6, the journal ends at 4: entries were removed"]
    assert past_the_triggers(built, script) == expected
    with built.ledger() as ledger:
        ledger.append("correction", {}, "AB")  # the evidence outlives the next entry
    assert len(built.faults()) == 1


def test_a_journal_rewritten_in_full_does_not_fit_the_head_file(built):
    (built.path / ".truceline" / "ledger.db").unlink()
    built.build()
    assert built.faults() == [
        "file .truceline/head: its digest of entry 6 is not the journal's: the journal was rewritten"
    ]


def test_an_absent_head_file_is_a_fault(built):
    (built.path / ".truceline" / "head").unlink()
    assert "file .truceline/head: it is absent" in built.faults()[0]


@pytest.mark.parametrize("name", TRIGGERS)
def test_each_dropped_trigger_is_named(built, name):
    built.sql(f"DROP TRIGGER {name}")
    assert built.faults() == [f"trigger {name}: it is absent: somebody dropped it"]


def test_a_trigger_that_does_nothing_is_named(built):
    built.sql(
        "DROP TRIGGER entry_kept; CREATE TRIGGER entry_kept BEFORE DELETE ON ledger_entry BEGIN SELECT 1; END"
    )
    assert built.faults() == ["trigger entry_kept: its SQL is not the one this version lays"]


def test_a_view_that_hides_a_row_and_a_trigger_of_somebody_else_are_named(built):
    built.sql(f"DROP VIEW claim_v1; {VIEWS['claim_v1']} WHERE c.id <> 'x'")
    built.sql(
        "CREATE TRIGGER more AFTER INSERT ON ledger_claim BEGIN DELETE FROM ledger_claim WHERE id = NEW.id; END"
    )
    assert built.faults() == [
        "trigger more: it is none of this version's",
        "view claim_v1: its SQL is not the one this version lays",
    ]


def test_a_changed_text_is_found_by_its_document(built):
    faults = past_the_triggers(built, "UPDATE ledger_text SET string = replace(string, 'Naim', 'Noam')")
    assert sum("its characters do not fit its hash" in f for f in faults) == 3
    assert any(f.startswith("text of sources/002.txt") for f in faults)
    assert any("its words are not characters" in f for f in faults)


def test_a_document_that_names_another_text_is_found(built):
    built.sql(
        "UPDATE ledger_document SET text = (SELECT text FROM ledger_document WHERE path LIKE '%003.txt') WHERE path LIKE '%002.txt'"
    )
    assert "document sources/002.txt: it is not what its journal entry says" in built.faults()


@pytest.mark.parametrize(
    ("script", "what"),
    [
        ("UPDATE ledger_claim SET start = start + 1", "its id, kind or span is not that of its line"),
        ("UPDATE ledger_claim SET line = '{}'", "its line is no claim line"),
        ("UPDATE ledger_claim SET document = 'sources/001.txt'", "it names the document"),
    ],
)
def test_a_claim_that_does_not_fit_its_line_or_text_is_found_by_its_id(built, script, what):
    [(claim,)] = built.rows("SELECT id FROM ledger_claim WHERE document = 'sources/002.txt' LIMIT 1")
    built.sql(f"{script} WHERE id = '{claim}'")
    assert any(f.startswith(f"claim {claim}") and what in f for f in built.faults())


@pytest.mark.parametrize(
    "script",
    [
        "UPDATE ledger_claim SET line = replace(line, '\"low\":201', '\"low\":999')",
        "DELETE FROM ledger_claim WHERE id = (SELECT id FROM ledger_claim WHERE document = 'sources/002.txt')",
        "UPDATE ledger_reading SET claims = '' WHERE document = 'sources/002.txt'",
        "DELETE FROM ledger_reading WHERE document = 'sources/002.txt'",
    ],
)
def test_claims_that_are_not_those_of_their_reading_are_found_by_their_document(built, script):
    built.sql(script)
    assert [f.split(":")[0] for f in built.faults()] == ["reading of sources/002.txt"]


def test_a_file_that_is_no_database_any_more_is_one_fault(built):
    file = built.path / ".truceline" / "ledger.db"
    data = bytearray(file.read_bytes())
    data[8192:65536] = bytes(65536 - 8192)
    file.write_bytes(data)
    assert any("SQLite cannot read it" in f or "entr" in f for f in built.faults())


def test_reinstalling_lays_what_was_dropped_and_keeps_on_record_what_was_wrong(built):
    built.sql("DROP TRIGGER text_kept")
    with built.ledger() as ledger:
        number = ledger.reinstall("AB", "restored from a copy")
    assert built.faults() == []
    [(payload,)] = built.rows(f"SELECT payload FROM ledger_entry WHERE number = {number}")
    assert "trigger text_kept: it is absent" in payload


def test_a_file_that_never_was_a_database_is_told_at_opening(case):
    (case.path / ".truceline").mkdir()
    (case.path / ".truceline" / "ledger.db").write_bytes(b"not a database" * 1000)
    with pytest.raises(FileProblem, match=r"ledger.db: SQLite cannot use the ledger .* backup"):
        case.ledger()


def remove(path):
    return f"""DELETE FROM ledger_claim WHERE document = '{path}'; DELETE FROM ledger_reading WHERE document = '{path}';
    DELETE FROM ledger_document WHERE path = '{path}'"""


def test_a_whole_source_that_somebody_took_away_is_named(built):
    built.sql(remove("sources/002.txt"))
    assert built.faults() == [
        "document sources/002.txt: journal entry 3 holds it, and it is absent: it was removed"
    ]
    built.build()
    assert built.faults() == []


def test_a_document_set_back_to_an_older_entry_is_named(built):
    old = built.rows("SELECT entry FROM ledger_document WHERE path = 'sources/002.txt'")[0][0]
    built.put("002.txt", (built.path / "sources" / "002.txt").read_bytes(), 'outlet: "Wattan"\n')
    built.build()
    assert built.faults() == []
    built.sql(f"UPDATE ledger_document SET entry = {old} WHERE path = 'sources/002.txt'")
    assert (
        "document sources/002.txt: it stands by journal entry 3; the last on it is entry 7" in built.faults()
    )


def test_claims_set_back_to_an_older_reading_are_named(built, new_reader):
    query = "SELECT entry, reader, claims FROM ledger_reading WHERE document = 'sources/002.txt'"
    [(entry, reader, claims)] = built.rows(query)
    built.build(new_reader("sentences/2"))
    assert built.faults() == []
    built.sql(
        f"UPDATE ledger_reading SET entry = {entry}, reader = '{reader}', claims = '{claims}' WHERE document = 'sources/002.txt'"
    )
    assert any(f.startswith("reading of sources/002.txt: its claims stand by") for f in built.faults())


def test_what_was_left_out_and_is_hidden_or_reworded_is_named(built):
    built.put("bad.txt", "")
    built.build()
    assert built.faults() == []
    built.sql("UPDATE ledger_leftout SET reason = 'it is of no interest'")
    assert built.faults() == ["left out sources/bad.txt: it is not what its journal entry says"]
    built.sql("DELETE FROM ledger_leftout")
    assert built.faults() == [
        "left out sources/bad.txt: journal entry 7 holds it, and it is absent: it was removed"
    ]


def test_sources_that_go_come_back_are_copied_or_mended_are_no_faults(built):
    sources = built.path / "sources"
    text = (sources / "002.txt").read_bytes()
    built.put("bad.txt", "")
    built.build()
    for step in (
        (sources / "002.txt").unlink,
        lambda: (sources / "002.txt").write_bytes(text),
        lambda: (sources / "000.txt").write_bytes(text),  # the copy before it is held in its place
        (sources / "000.txt").unlink,
        lambda: built.put("bad.txt", "Naim said that 7 trucks entered.\n"),
        lambda: built.put("bad.txt", ""),
        lambda: [path.unlink() for path in sources.glob("bad.*")],
        lambda: (built.path / "case.yaml").write_text("sources: [elsewhere.txt]\n", encoding="utf-8"),
        (built.path / "case.yaml").unlink,
        lambda: (built.path / "agreement.yaml").write_text("id: [\n", encoding="utf-8"),
        (built.path / "agreement.yaml").unlink,
        lambda: (built.path / "reviews.jsonl").write_text("x\n", encoding="utf-8"),
        (built.path / "reviews.jsonl").unlink,
    ):
        step()
        built.build()
        assert built.faults() == []
        entries = built.rows("SELECT count(*) FROM journal_v1")
        built.build()
        assert built.rows("SELECT count(*) FROM journal_v1") == entries
    assert built.rows("SELECT * FROM left_out_v1") == []


@pytest.mark.parametrize("erased", [(1,), (3,), (7,), (3, 7), (7, 8), (9,), (3, 4, 7, 8)])
def test_what_was_erased_by_law_is_no_document_that_somebody_took_away(built, erased):
    built.put("002.txt", "Naim said that 9 trucks entered.\n", 'outlet: "Wattan"\n')  # entries 7 and 8
    built.put("bad.txt", "")  # entry 9
    built.build()
    with built.ledger() as ledger:
        for number in erased:
            ledger.erase(number, "court order", "AB")
    assert [f for f in built.faults() if not f.startswith("reading of")] == []


def test_a_view_whose_columns_are_others_is_a_fault_and_no_crash(built):
    built.sql("DROP VIEW review_v1; CREATE VIEW review_v1 AS SELECT 1 AS entry")
    faults = built.faults()
    assert faults[0] == "view review_v1: its SQL is not the one this version lays"
    assert any(f.startswith("content digest: it cannot be worked out") for f in faults)


def test_an_erasure_whose_payload_is_no_json_any_more_is_a_fault_and_no_crash(built):
    with built.ledger() as ledger:
        ledger.erase(1, "court order", "AB")
    faults = past_the_triggers(built, "UPDATE ledger_entry SET payload = '{' WHERE kind = 'erasure'")
    assert any("journal entry 7: its payload does not fit" in f for f in faults)
