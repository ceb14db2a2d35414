"""Which sources a case protects, and what would be held without them."""

from __future__ import annotations

import pytest

from truceline.case import CaseSettings
from truceline.case.protection import confidential, covers, idle


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("sources/a.txt", "sources/a.txt"),
        ("sources/interviews", "sources/interviews/north/a.txt"),
        ("sources/interviews/", "sources/interviews/a.txt"),
        ("sources/2025-*-field.txt", "sources/2025-12-field.txt"),
        ("sources/box.mbox", "sources/box.mbox#3"),
    ],
)
def test_a_pattern_means_a_file_a_folder_or_the_parts_of_a_file(pattern, path):
    assert covers(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("sources/a.txt", "sources/a.txt.txt"),
        ("sources/interviews", "sources/interviews-public/a.txt"),
        ("interviews", "sources/interviews/a.txt"),
        ("Sources/a.txt", "sources/a.txt"),
    ],
)
def test_it_means_nothing_beside_them(pattern, path):
    assert not covers(pattern, path)


def test_nothing_is_confidential_in_a_case_that_says_nothing_of_it():
    assert not confidential(CaseSettings(), "sources/a.txt")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sources" / "interviews").mkdir(parents=True)
    (tmp_path / "sources" / "Müller").mkdir()
    return tmp_path


SOURCES = ("sources/a.txt", "sources/box.mbox")


def slips(folder, *patterns, held=()):
    return idle(CaseSettings(confidential=patterns), folder, SOURCES, held)


@pytest.mark.parametrize(
    "pattern",
    [
        "sources",
        "sources/a.txt",
        "sources/*.txt",
        "sources/interviews",
        "sources/interviews/",
        " sources/Müller ",
    ],
)
def test_a_source_a_pattern_that_fits_one_and_an_empty_folder_for_sources_mean_something(folder, pattern):
    assert slips(folder, pattern) == ()


@pytest.mark.parametrize(
    "pattern",
    [
        "", " ", "/", ".", "./sources", "./sources/a.txt", "sources/b.txt", "sources/a.yaml", "sources//interviews",
        "sources/../sources", "Sources", "sources/Interviews", "sources/Mu\u0308ller", "reports", "interviews",
    ],
)  # fmt: skip
def test_what_would_protect_nothing_is_a_slip_though_a_file_system_may_find_it(folder, pattern):
    (folder / "reports").mkdir()
    (folder / "sources" / "a.yaml").write_text("", encoding="utf-8")
    assert slips(folder, pattern) == (pattern,)


def test_a_part_of_a_file_is_known_once_the_file_was_read(folder):
    parts = ("sources/box.mbox#1", "sources/box.mbox#2")
    assert slips(folder, "sources/box.mbox#9") == ()
    assert slips(folder, "sources/box.mbox#2", "sources/box.mbox#9", held=parts) == ("sources/box.mbox#9",)


def test_a_document_whose_file_is_gone_is_still_meant(folder):
    assert slips(folder, "sources/gone.txt", held=("sources/gone.txt",)) == ()
    assert slips(folder, "sources/gone.txt") == ("sources/gone.txt",)
