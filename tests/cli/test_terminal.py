"""A person at a terminal: cards and questions on a pseudo-terminal."""

import os
import select
import subprocess
import sys
import time

import pytest

pty = pytest.importorskip("pty", reason="no pseudo-terminal on this system")


class Terminal:
    """A verb on a terminal of its own; ``until`` reads what it shows, ``type`` answers."""

    def __init__(self, *args):
        self.ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "truceline.cli.main", *map(str, args)]
        environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
        self.process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
        os.close(theirs)
        self.shown = ""

    def until(self, words, seconds=60):
        end = time.monotonic() + seconds
        while words not in self.shown:
            ready, _, _ = select.select([self.ours], [], [], 0.2)
            if ready:
                try:
                    self.shown += os.read(self.ours, 65536).decode("utf-8", "replace").replace("\r\n", "\n")
                except OSError:  # the other end has gone
                    break
            assert time.monotonic() < end, f"{words!r} never came; last seen:\n{self.shown[-3000:]}"
        found, self.shown = self.shown, ""
        return found

    def type(self, keys):
        os.write(self.ours, keys.encode())


def test_a_card_a_key_and_the_next_card(case, truceline):
    terminal = Terminal("review", case, "--by", "AB")
    first = terminal.until("checked today: ")
    assert "READING 1 of " in first
    assert "You confirm what was said, not whether it is true." in first
    terminal.type("x")
    assert "READING 2 of " in terminal.until("checked today: 1")
    terminal.type("z")
    assert "Undone: 1 verdict." in terminal.until("Undone: 1 verdict.")
    terminal.type("uq")
    assert "Checked now: 1 of " in terminal.until("(1 left open)")
    terminal.until("truceline review ")
    assert terminal.process.wait(30) == 0
    assert truceline("verify", case).code == 0


def test_add_asks_for_what_was_not_said(fresh, article):
    from truceline.files import sidecar

    terminal = Terminal("add", fresh, article)
    for question, answer in (
        ("Outlet", "River Post"),
        ("Address", ""),
        ("Published", "24 December"),
        ("is no date", "2025-12-24"),
        ("Passed on by", ""),
        ("Ceasefire", ""),
    ):
        assert question in terminal.until("]: ")
        terminal.type(answer + "\n")
    terminal.until("Added")
    assert terminal.process.wait(30) == 0
    found = sidecar.load(fresh / "sources" / "article.yaml")
    assert (found.outlet, found.address, str(found.published), found.ceasefire) == (
        "River Post",
        "",
        "2025-12-24",
        "gaza-2025",
    )
