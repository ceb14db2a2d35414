from datetime import date

import pytest

from truceline.evidence import Document, dates
from truceline.files import FileProblem, sidecar
from truceline.files.sidecar import Sidecar


def test_a_sidecar_gives_the_fields_of_a_document(tmp_path):
    (tmp_path / "01.yaml").write_text(
        "outlet: Filastin\naddress: null\npublished: {from: 2025-11-04, to: 2025-11-17, evidence: still a draft}\n"
        "retrieved: 2026-03-01\nlanguage: no\nceasefire: gaza-2025\nrelay: AFP\nfacts: [C20]\nwritten_for: truceline\n"
    )
    made = Document(path="01.txt", sha256="0", **sidecar.read(tmp_path / "01.txt"))
    assert (made.outlet, made.address, made.language, made.relay) == ("Filastin", "", "no", ("AFP",))
    assert made.known_from == date(2025, 11, 17)
    assert made.published.evidence == "still a draft"


def test_a_document_without_sidecar_has_no_fields(tmp_path):
    assert sidecar.read(tmp_path / "02.txt") == {}


def test_what_is_not_known_may_be_said(tmp_path):
    (tmp_path / "01.yaml").write_text("outlet: not known\npublished: unknown\n")
    assert sidecar.load(tmp_path / "01.yaml") == Sidecar()


def test_what_is_written_is_read_again(tmp_path):
    held = Sidecar(
        outlet='The "Times": a, b', address="https://example.org/?a=1#x", title="חמאס: לא",
        published=dates.between(dates.parse("2025-12-24"), dates.parse("2025-12-25"), 'speaks of a "Wednesday"'),
        retrieved=date(2026, 3, 1), language="he", ceasefire="gaza-2025", relay=("AFP", "Kan"),
    )  # fmt: skip
    path = sidecar.write(tmp_path / "01.yaml", held)
    again = sidecar.load(path)
    assert again == held
    with pytest.raises(FileProblem, match="stands there already"):
        sidecar.write(path, held)


def test_every_slip_of_a_sidecar_is_told_at_once(tmp_path):
    (tmp_path / "01.yaml").write_text("oulet: AFP\npublished: last week\nretrieved: 2026\n")
    with pytest.raises(FileProblem) as raised:
        sidecar.read(tmp_path / "01.yaml")
    assert [p.where.line for p in raised.value.problems] == [1, 2, 3]
    assert "expected 'outlet'" in str(raised.value)
