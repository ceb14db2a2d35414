"""A protected source counts inside, and nothing that goes out tells that it is held."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile

import pytest

import truceline as library
from truceline.cli.main import run

TEXT = (
    "The Rafah crossing has been open since Sunday, Oriel Tamsin, a Hamas official in Quelimbra, said on Tuesday. "
    "He said 81,739 aid trucks had entered Gaza since 10 October.\n"
)
FILE = "sources/interviews/zafiro.txt"
SIDECAR = "outlet: Vesper Notes\npublished: 2025-12-23\nretrieved: 2025-12-23\nlanguage: en\nrelay: []\n"
WORDS = ("Tamsin", "Quelimbra", "81,739", "81739", "zafiro", "Vesper", "interviews")


def signed(case, keys):
    keys.write_text("1\n" * 600, encoding="utf-8")
    for _ in range(3):
        assert run(["review", str(case), "--keys", str(keys), "--by", "AB"]) == 0
    assert run(["sign", str(case), "--by", "A. Berg, duty officer"]) == 0
    assert run(["report", str(case), "--public", "--format", "html,xlsx,json,docx"]) == 0
    return case


@pytest.fixture(scope="module")
def guarded(built, tmp_path_factory):
    """The example with one protected source, checked, signed and released; beside it the same without that source."""
    folder = tmp_path_factory.mktemp("guarded")
    plain, case = (shutil.copytree(built, folder / name / "gaza-2025") for name in ("plain", "guarded"))
    (case / FILE).parent.mkdir()
    (case / FILE).write_text(TEXT, encoding="utf-8")
    (case / FILE).with_suffix(".yaml").write_text(SIDECAR, encoding="utf-8")
    with (case / "case.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\nconfidential: [sources/interviews]\n")
    assert run(["build", str(case)]) in (0, 3)
    return signed(plain, folder / "keys"), signed(case, folder / "keys")


def outputs(case):
    """The bytes of every public file, of what a workbook or Word document packs too."""
    for path in sorted((case / "reports").glob("*PUBLIC*")):
        yield path.name, path.name.encode() + path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                yield from ((f"{path.name}/{name}", packed.read(name)) for name in packed.namelist())


def secrets(case):
    opened = library.open(case)
    held = [r for r in opened.readings if opened.is_confidential(r)]
    assert len(held) >= 2
    yield from WORDS
    yield from (r.id for r in held)
    yield hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.slow
def test_a_protected_source_counts_inside_and_is_marked(guarded, truceline):
    _, case = guarded
    inside = (case / "reports" / "2025-12-24-SIGNED.html").read_text(encoding="utf-8")
    assert "Tamsin" in inside
    assert "CONFIDENTIAL: in no public edition" in inside
    for claim in (s for s in secrets(case) if len(s) == 16):
        assert "CONFIDENTIAL, document" in truceline("explain", case, claim).out


@pytest.mark.slow
def test_no_public_file_holds_a_word_a_name_a_place_an_id_or_a_digest_of_it(guarded):
    _, case = guarded
    files = list(outputs(case))
    assert len({name.split("/")[0] for name, _ in files}) == 4
    leaks = [(name, s) for name, data in files for s in secrets(case) if s.encode() in data]
    assert leaks == []


@pytest.mark.slow
def test_the_public_edition_is_the_one_of_a_case_that_never_held_it(guarded):
    plain, case = (
        json.loads(next((c / "reports").glob("*PUBLIC.json")).read_text(encoding="utf-8")) for c in guarded
    )
    for made in (plain, case):
        made["head"].pop("signed_at")
        made["foot"].pop("ledger")
    assert case == plain


@pytest.mark.slow
def test_gold_holds_nothing_of_it(guarded, truceline, tmp_path):
    _, case = guarded
    out = tmp_path / "gold.jsonl"
    assert truceline("review", case, "--gold", out, "--all").code == 0
    assert "Tamsin" not in out.read_text(encoding="utf-8")


SLIPS = {
    "misspelt": "sources/intervews",
    "with a dot before it": "./sources",
    "a sidecar": "sources/01-open-letter.yaml",
    "empty": '""',
}


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_pattern_that_protects_nothing_lets_nothing_go_out_and_is_told_by_check_where_it_stands(
    truceline, case, tmp_path, slip
):
    if slip.endswith(".yaml"):
        slip = next(p.relative_to(case).as_posix() for p in sorted(case.glob("sources/*.yaml")))
    with (case / "case.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"\nconfidential:\n  - sources\n  - {slip}\n")
    line = (case / "case.yaml").read_text(encoding="utf-8").count("\n")
    truceline("build", case)
    ended = truceline("report", case, "--public")
    assert ended.code == 4
    assert f"nothing goes out: {slip} under" in ended.err
    gold = tmp_path / "gold.jsonl"
    assert truceline("review", case, "--gold", gold, "--all").code == 4
    assert not gold.exists()
    checked = truceline("check", case)
    assert checked.code == 2
    assert f"case.yaml:{line}:5: this protects no source" in checked.out
    assert "check --explain S003" in checked.out


def test_check_tells_the_line_from_the_folder_beside_the_case_too(truceline, case, monkeypatch):
    with (case / "case.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\nconfidential: [./sources]\n")
    monkeypatch.chdir(case.parent)
    checked = truceline("check", case.name)
    assert checked.code == 2
    assert re.search(r"^case\.yaml:\d+:16: this protects no source", checked.out)
