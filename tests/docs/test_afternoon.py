"""docs/guide-afternoon.md: its files are written and its commands run in the order in which they stand."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from truceline.agreement.types import types

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "guide-afternoon.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(yaml|console)\n(.*?)^```$", flags=re.MULTILINE | re.DOTALL)
FILE = re.compile(r"# (harbour/[\w/]+\.yaml)(, continued)?\n")


def write(folder, block):
    """A YAML block as the file that its first line names; "continued" goes on at the end of it."""
    name, continued = FILE.match(block).groups()
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    text = block.split("\n", 1)[1]
    path.write_text((path.read_text(encoding="utf-8") if continued else "") + text, encoding="utf-8")


def commands(block):
    """Each command of a block with the exit code it names and the lines shown under it."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, *shown = part.splitlines()
        command, _, code = line.partition("  # exit ")
        yield command, int(code or 0), [s for s in shown if s.strip() and s != "..."]


def told(done):
    """What a command printed, with wrapped lines joined."""
    return " ".join((done.stdout + done.stderr).split())


@pytest.fixture
def shell(tmp_path):
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

    def ran(command):
        return subprocess.run(
            ["bash", "-c", command],
            cwd=tmp_path,
            env={**os.environ, "PATH": path},
            capture_output=True,
            text=True,
            check=False,
        )

    return ran


def test_every_command_runs_on_the_files_of_the_page_and_prints_what_is_shown(shell, tmp_path):
    ran = 0
    for kind, block in BLOCK.findall(PAGE):
        if kind == "yaml":
            write(tmp_path, block)
            continue
        for command, code, shown in commands(block):
            done = shell(command)
            assert done.returncode == code, f"{command}\n{done.stdout}\n{done.stderr}"
            assert [s for s in shown if " ".join(s.split()) not in told(done)] == [], told(done)
            ran += 1
    assert ran > 5


def test_the_types_of_provision_are_those_of_the_vocabulary():
    paragraph = re.search(r"^\*\*Types\*\*.*?\n\n", PAGE, flags=re.MULTILINE | re.DOTALL)[0]
    assert set(re.findall(r"`(\w+)`", paragraph)) - {"type"} == set(types())


def test_the_steps_and_their_times_are_those_of_the_table():
    table = re.findall(r"^\| (\d)\. .* \| (\d+) minutes \|$", PAGE, flags=re.MULTILINE)
    heads = re.findall(r"^## (\d)\. .* \((\d+) minutes\)$", PAGE, flags=re.MULTILINE)
    assert table == heads
    assert len(table) == 8
