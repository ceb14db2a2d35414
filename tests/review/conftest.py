"""A case of an invented ceasefire, opened as if a ledger held its claims."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import river

from truceline.case import open_case, store


@pytest.fixture
def make(tmp_path, monkeypatch):
    """``make(claims, reviews=, others=, **document)`` opens the case with these claims."""

    def made(*claims, **about):
        held = river.opened(tmp_path, claims, **about)
        monkeypatch.setattr(store, "read", lambda _: held)
        return open_case(tmp_path)

    return made
