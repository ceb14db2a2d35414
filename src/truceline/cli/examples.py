"""The worked examples that come with Truceline, and copying a case folder without what is derived."""

from __future__ import annotations

import shutil
from pathlib import Path

import truceline
from truceline.cli.stops import Stop

DEFAULT = "gaza-2025"
DERIVED = (".truceline", "reports", "out", "__pycache__")


def folder() -> Path:
    """Where the examples lie: in the package, or beside the source tree of an editable install."""
    package = Path(truceline.__file__).resolve().parent
    for path in (package / "examples", package.parents[1] / "examples"):
        if path.is_dir():
            return path
    raise Stop("the examples are not installed; install Truceline again.")


def names() -> list[str]:
    """The names of the examples."""
    return sorted(p.name for p in folder().iterdir() if (p / "case.yaml").is_file())


def find(name: str) -> Path:
    """A case folder by its path, or an example by its name."""
    if (Path(name) / "case.yaml").is_file():
        return Path(name)
    if name in names():
        return folder() / name
    raise Stop(
        f"{name} is neither a case folder nor an example; the examples are: {', '.join(names()) or 'none'}."
    )


def copy(source: Path, target: Path) -> None:
    """Copy a case folder, without its ledger and reports."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(*DERIVED), dirs_exist_ok=True)
