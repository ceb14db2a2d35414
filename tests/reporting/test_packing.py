"""The same report gives the same bytes whenever it is written, and no odd character of a source keeps it from being written."""

import io
import time
import zipfile
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta

import docx as word
import openpyxl
import pytest

from truceline.agreement.sheet import Known, entries
from truceline.files import yaml
from truceline.files.xml import SIGN
from truceline.reporting import docx, provisions, xlsx
from truceline.reporting.packing import FIXED

ODD = "".join(
    map(chr, [*(c for c in range(0x20) if c not in (9, 10, 13)), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF])
)
FORMS = {"xlsx": xlsx.render, "docx": docx.render}
AS_THEY_ARE = {"as_of", "language", "id"}
"""What the program itself writes and reads."""


def duties(_=None, name="open"):
    text = f"provisions:\n  - {{id: p01, name: {name}, bearer: [a, b]}}\n"
    return provisions.render("x", "The truce", entries(yaml.parse(text, "agreement.yaml")), Known())


ALL = {**FORMS, "provisions": duties}


@pytest.fixture
def clock(monkeypatch):
    """``clock(seconds)`` sets the time that a program sees so much later."""

    def later(seconds):
        moment = datetime(2031, 5, 20, 18, tzinfo=UTC) + timedelta(seconds=seconds)

        class Then(datetime):
            @classmethod
            def now(cls, tz=None):
                return moment.astimezone(tz) if tz else moment.replace(tzinfo=None)

        monkeypatch.setattr("datetime.datetime", Then)
        monkeypatch.setattr(time, "time", moment.timestamp)

    return later


@pytest.mark.parametrize("form", ALL)
def test_a_file_written_again_later_has_the_same_bytes(day, clock, form):
    clock(0)
    first = ALL[form](day)
    clock(3601)
    assert ALL[form](day) == first


@pytest.mark.parametrize("form", ALL)
def test_no_file_tells_when_it_was_made(day, form):
    with zipfile.ZipFile(io.BytesIO(ALL[form](day))) as made:
        assert {part.date_time for part in made.infolist()} == {FIXED}
        core = made.read("docProps/core.xml").decode()
    assert "created" not in core
    assert "modified" not in core


def spoiled(value, odd):
    """The value with the odd characters behind each text in it."""
    if type(value) is str:
        return value + odd
    if isinstance(value, tuple):
        return tuple(spoiled(v, odd) for v in value)
    if isinstance(value, dict):
        return {k: spoiled(v, odd) for k, v in value.items()}
    if is_dataclass(value):
        told = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in AS_THEY_ARE}
        return replace(value, **{k: spoiled(v, odd) for k, v in told.items()})
    return value


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("odd", ["\uffff", "\x07", "\ud800"], ids=ascii)
def test_an_odd_character_in_every_text_of_a_report_stops_no_file(day, form, odd):
    assert FORMS[form](spoiled(day, odd))


@pytest.mark.parametrize("form", FORMS)
def test_all_of_them_in_one_sentence_are_shown_as_signs(day, form):
    claim, said = next(iter(day.statements.items()))
    made = FORMS[form](replace(day, statements={claim: replace(said, words=f"12 prisoners{ODD} were freed")}))
    if form == "docx":
        texts = [p.text for p in word.Document(io.BytesIO(made)).paragraphs]
    else:
        texts = [str(c.value) for row in openpyxl.load_workbook(io.BytesIO(made))["statements"] for c in row]
    assert any(f"12 prisoners{SIGN * len(ODD)} were freed" in text for text in texts)


def test_a_name_with_an_odd_character_is_shown_in_the_sheet_of_provisions():
    made = openpyxl.load_workbook(io.BytesIO(duties(name='"free \\uffff prisoners"')))
    assert made["provisions"]["B2"].value == f"free {SIGN} prisoners"
