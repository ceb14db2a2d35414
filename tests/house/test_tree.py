"""What must stand in no file of the tree, and the order of the rooms."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# A letter in brackets, so that this file does not find itself.
ABSENT = {
    "a path of one machine": r"(?<![\w.])(?:/[h]ome/\w|/[r]oot/|/[U]sers/\w|/[w]ork/|[A-Z]:\\[U]sers)",
    "the address of a package registry": r"[p]ypi\.org|[p]ythonhosted|registry\.[n]pmjs",
    "a secret": r"BEGIN [A-Z ]*[P]RIVATE KEY|[A]KIA[0-9A-Z]{16}|[g]hp_[0-9A-Za-z]{30}",
}


def files_of_the_tree() -> list[Path]:
    """Every file that is, or is about to be, under version control."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in done.stdout.decode().split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("what", ABSENT)
def test_no_file_holds(what):
    found = []
    for path in files_of_the_tree():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {hit[0]}" for hit in re.finditer(ABSENT[what], text)]
    assert found == []


def test_no_module_is_named_for_nothing():
    empty = {"utils", "util", "helpers", "manager", "core", "common", "misc"}
    assert [path for path in (ROOT / "src").rglob("*.py") if {path.stem, path.parent.name} & empty] == []


def test_a_module_that_imports_a_higher_room_is_refused(tmp_path):
    # The contract is only worth its name if it can fail: break it in a copy.
    rooms = {
        "evidence": "import truceline.cli\n",
        "reading": "import django\n",
        "cli": "",
        "ledger": "import django\n",
    }
    for room, text in rooms.items():
        (tmp_path / "truceline" / room).mkdir(parents=True)
        (tmp_path / "truceline" / room / "__init__.py").write_text(text, encoding="utf-8")
    (tmp_path / "truceline" / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    lint = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"
    done = subprocess.run(
        [sys.executable, "-c", lint], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stdout + done.stderr
    assert "truceline.evidence is not allowed to import truceline.cli" in done.stdout
    assert "truceline.reading -> django" in done.stdout
    assert "truceline.ledger -> django" not in done.stdout
