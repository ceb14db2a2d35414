"""The commands of the tutorials run as they stand, and print what the page shows."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TUTORIALS = sorted((ROOT / "docs").glob("tutorial*.md"))
BLOCK = re.compile(r"^```console\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
# At a terminal a person presses keys. Here every card gets them from the standard input: a number for a speaker that must be
# chosen (no key of its own elsewhere), then Enter.
KEYS = "1\n" * 400


def commands(page):
    """Each command of a page with the exit code it names and the lines shown under it."""
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, *shown = part.splitlines()
            command, _, code = line.partition("  # exit ")
            yield command, int(code or 0), [s for s in shown if s.strip() and s != "..."]


@pytest.mark.slow
@pytest.mark.parametrize("page", TUTORIALS, ids=lambda p: p.name)
def test_every_command_of_a_tutorial_runs_and_prints_what_is_shown(page, tmp_path):
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path}
    found = list(commands(page))
    assert found
    for command, code, shown in found:
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=tmp_path,
            env=environment,
            input=KEYS if command.startswith("truceline review") else "",
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, f"{command}\n{done.stdout}\n{done.stderr}"
        for line in shown:
            assert line in done.stdout, f"{command} does not print {line!r}:\n{done.stdout}"


def test_there_is_a_tutorial():
    assert [p.name for p in TUTORIALS] != []


def test_no_tutorial_asks_anybody_to_edit_yaml():
    assert all(
        not re.search(r"\b(?:edit|open) [\w/]*\.yaml", p.read_text(encoding="utf-8")) for p in TUTORIALS
    )
