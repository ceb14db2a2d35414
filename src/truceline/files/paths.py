"""Paths that stay where they belong."""

from __future__ import annotations

from pathlib import Path

from truceline.files.problem import FileProblem, Problem, Where

OF_A_CASE = ("actors.yaml", "agreement.yaml", "case.yaml", "issues.yaml")
"""The files of a case, beside its sources, by which its statements are understood and laid to duties."""


def inside(root: Path | str, path: Path | str) -> Path:
    """The resolved path of ``path`` within ``root``.

    Raises FileProblem (F011) where the path, or a symbolic link on its way, leaves the folder.
    """
    base = Path(root).resolve()
    try:
        found = (base / str(path).replace("\\", "/")).resolve()
    except (ValueError, OSError, RuntimeError) as error:
        raise _leaves(base, str(path)) from error
    if not found.is_relative_to(base):
        raise _leaves(base, str(path))
    return found


def relative(root: Path | str, path: Path | str) -> str:
    """The path of a file within ``root`` with forward slashes, as it serves for an id; raises as ``inside``."""
    return inside(root, path).relative_to(Path(root).resolve()).as_posix()


def _leaves(base: Path, path: str) -> FileProblem:
    return FileProblem(
        Problem(
            Where(path),
            "F011",
            f"the path leaves the folder {base.name}",
            "a path inside it",
            "sources/01.txt",
            repr(path),
        )
    )
