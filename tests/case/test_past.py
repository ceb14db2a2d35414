"""A past day of a case that was changed since: shown as it was, or told path by path what cannot be shown."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from truceline.case import open_case
from truceline.cli.examples import find
from truceline.evidence import Finding, Review, Rung, Truth, Verdict
from truceline.ledger import Ledger, build, entry

AS_OF = date(2025, 12, 24)
THEN, SINCE = (datetime(2026, 3, day, 12, tzinfo=UTC) for day in (2, 9))
DAY = date(2026, 3, 3)
KEPT = ("01-", "04-", "07-")
NAIM, OFFICE = "sources/07-naim-to-filastin.txt", "sources/04-media-office-591.txt"
OPENED = "the coordination centre in Kiryat Gat was opened"


class Clock:
    """The moment at which entries are stamped."""

    def __init__(self, monkeypatch):
        self.now = THEN
        stamp = entry.stamp
        monkeypatch.setattr(entry, "stamp", lambda at: stamp(at or self.now))


@pytest.fixture
def clock(monkeypatch):
    return Clock(monkeypatch)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Three sources of the example, built and reviewed on the day."""
    made = tmp_path_factory.mktemp("past") / "case"
    shutil.copytree(find("gaza-2025"), made, ignore=shutil.ignore_patterns(".truceline"))
    for path in (made / "sources").iterdir():
        if not path.name.startswith(KEPT):
            path.unlink()
    with pytest.MonkeyPatch.context() as patch:
        Clock(patch)
        build(made)
    return made


@pytest.fixture
def case(built, tmp_path, clock):
    return shutil.copytree(built, tmp_path / "case")


def board(case, recorded=None):
    """All that a board rests on and says: documents, texts, readings with their verdicts, signatures, cells."""
    opened = open_case(case, recorded)
    stood = {(r.id, r.claim.text, r.counts, r.document) for r in opened.readings}
    held = opened.held
    signed = (held.reviews, held.findings, held.signatures, held.entered, held.left_out)
    return opened.documents, held.texts, stood, signed, opened.board(AS_OF).line(proposals=True)


def edited(case, name, old, new):
    path = case / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def changed(case, clock):
    """What somebody does later: a source corrected, a sidecar, one taken out, a cited statement rewritten; and a build."""
    clock.now = SINCE
    edited(case, NAIM, "Rafah is closed", "Rafah is open again")
    edited(case, "sources/01-withdrawal-to-the-line.yaml", "Europe-Arabs", "Another Outlet")
    for path in (case / "sources").glob("04-*"):
        path.unlink()
    edited(case, "agreement.yaml", OPENED, "the coordination centre was never opened")
    edited(case, "actors.yaml", "name: Bassem Naim", "name: Basim Naim")
    build(case)


def told(case, day=DAY):
    return {each.path: each.what for each in open_case(case, day).not_shown}


def script(case, sql):
    with closing(sqlite3.connect(case / ".truceline" / "ledger.db")) as connection:
        connection.executescript(sql)


def as_an_older_release_left_it(case):
    """Nothing was kept: neither readings that were replaced nor the files of the case."""
    script(case, "DROP TRIGGER kept_kept; DROP TRIGGER entry_kept; DELETE FROM ledger_kept;")
    script(case, "DELETE FROM ledger_entry WHERE kind = 'file';")


def test_a_past_day_is_shown_as_it_was_after_sources_and_agreement_were_changed(case, clock):
    before = board(case)
    changed(case, clock)
    now = board(case)
    assert all(now[n] != before[n] for n in (0, 1, 2, 4))
    assert board(case, DAY) == before
    assert told(case) == {}


def test_what_was_put_back_is_shown_for_each_of_three_days(case, clock):
    before, text = board(case), (case / NAIM).read_text(encoding="utf-8")
    changed(case, clock)
    between = board(case)
    clock.now = datetime(2026, 3, 20, tzinfo=UTC)
    (case / NAIM).write_text(text, encoding="utf-8")
    build(case)
    after = board(case)
    assert between != after
    assert [board(case, date(2026, 3, day)) for day in (3, 10, 21)] == [before, between, after]


def test_reviews_findings_and_signatures_are_those_of_the_day(case, clock):
    reading = next(r for r in open_case(case).readings if r.counts and not r.authored)
    seen = next(r.seen for r in open_case(case).held.reviews if r.claim == reading.id)
    with Ledger.open(case) as ledger:
        finding = Finding(
            "f1", "p22", "lead", Truth.MET, Rung.REPORTED, AS_OF, (reading.id,), by="A", made=THEN
        )
        number = ledger.find(finding)
        ledger.sign("A", AS_OF, "0" * 64, "report.html")
    before = board(case)
    clock.now = SINCE
    with Ledger.open(case) as ledger:
        ledger.withdraw(number, "B", "a slip")
        ledger.review(Review(reading.id, seen, Verdict.REJECTED, "B", SINCE))
        ledger.sign("B", AS_OF, "1" * 64, "report.html")
    changed(case, clock)
    assert (len(before[3][1]), len(before[3][2])) == (1, 1)
    assert board(case)[3] != before[3]
    assert board(case, DAY) == before


def test_a_ledger_that_kept_nothing_says_path_by_path_what_cannot_be_shown(case, clock):
    before = board(case)
    changed(case, clock)
    as_an_older_release_left_it(case)
    found = told(case)
    assert "was changed after that day" in found[NAIM]
    assert "was taken out of the case after that day" in found[OFFICE]
    assert "today's stands in its place" in found["agreement.yaml"]
    lost = {r[0] for r in before[2]} - {r.id for r in open_case(case, DAY).readings}
    named = sum(int(w) for path in (NAIM, OFFICE) for w in found[path].split() if w.isdigit())
    cited = {r.id for r in open_case(case).readings if r.authored}
    assert len(lost - cited) - 1 == named  # and the statement of agreement.yaml, which is named by its file
    assert board(case, DAY)[1] == before[1]


def test_an_unchanged_ledger_of_an_older_release_still_says_that_the_files_are_todays(case, clock):
    as_an_older_release_left_it(case)
    assert set(told(case)) == {"actors.yaml", "agreement.yaml", "case.yaml", "issues.yaml"}


def test_what_was_erased_since_is_named_and_not_shown(case, clock):
    clock.now = SINCE
    with closing(sqlite3.connect(case / ".truceline" / "ledger.db")) as connection:
        query = "SELECT number FROM ledger_entry WHERE kind = 'document' AND payload LIKE '%07-naim%'"
        ((number,),) = connection.execute(query)
        ((review,),) = connection.execute("SELECT min(number) FROM ledger_entry WHERE kind = 'review'")
    with Ledger.open(case) as ledger:
        ledger.erase(number, "asked for by law", "A")
        ledger.erase(review, "asked for by law", "A")
    found = told(case)
    assert "erased by law" in found[NAIM]
    assert f"entry {review} (review) was erased since" in found[""]
    assert NAIM not in {d.path for d in open_case(case, DAY).documents}


def test_files_of_then_that_cannot_be_loaded_are_told_and_todays_stand_for_them(case, clock):
    good = (case / "agreement.yaml").read_text(encoding="utf-8")
    (case / "agreement.yaml").write_text("schema: [", encoding="utf-8")
    build(case)
    clock.now = SINCE
    (case / "agreement.yaml").write_text(good, encoding="utf-8")
    build(case)
    assert "cannot be loaded" in told(case)[""]
    assert board(case, DAY)[2] == board(case)[2]


def test_before_the_first_entry_it_says_that_the_files_are_todays(case):
    opened = open_case(case, date(2026, 3, 1))
    assert (opened.documents, opened.held.entries) == ((), 0)
    assert "agreement.yaml" in {each.path for each in opened.not_shown}
