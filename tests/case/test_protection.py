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


def test_a_pattern_without_a_file_or_folder_is_idle_and_an_empty_folder_is_not(tmp_path):
    (tmp_path / "sources" / "interviews").mkdir(parents=True)
    (tmp_path / "sources" / "a.txt").write_text("a", encoding="utf-8")
    settings = CaseSettings(confidential=("sources/interviews", "sources/a.txt", "sources/b.txt"))
    assert idle(settings, tmp_path) == ("sources/b.txt",)
