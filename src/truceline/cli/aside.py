"""Setting an undated document aside: a line in case.yaml, so that it is on record who chose so and when (version control)."""

from __future__ import annotations

import json
import re
from pathlib import Path

from truceline.cli.incoming import SOURCES, from_file
from truceline.cli.stops import Stop

_KEY = re.compile(r"^set_aside:.*(?:\n(?:[ \t]+|-).*)*\n?", flags=re.MULTILINE)


def set_aside(case_dir: Path, file: str) -> str:
    """Name a document under ``set_aside`` in case.yaml; everything else in that file stays as it is, comments too."""
    from truceline.case import settings
    from truceline.files import FileProblem

    document = from_file(case_dir, file, None)
    if not document.inside:
        raise Stop(f"{file} is not in {case_dir}/{SOURCES}: only a document of the case can be set aside.")
    path = case_dir / "case.yaml"
    held = settings.load(path).set_aside
    if document.path in held:
        return f"Aside     {document.path} is set aside already"
    before = path.read_text(encoding="utf-8")
    path.write_text(with_line(before, (*held, document.path)), encoding="utf-8", newline="\n")
    try:
        settings.load(path)
    except FileProblem as problem:
        path.write_text(before, encoding="utf-8", newline="\n")
        raise Stop(
            f"case.yaml cannot be changed safely: write set_aside: [{document.path}] into it by hand."
        ) from problem
    return f"Aside     {document.path}: undated, set aside in case.yaml; it no longer prevents a signature"


def with_line(text: str, paths: tuple[str, ...]) -> str:
    """The text of case.yaml with its line of documents set aside."""
    line = f"set_aside: [{', '.join(json.dumps(p, ensure_ascii=False) for p in paths)}]\n"
    if _KEY.search(text):
        return _KEY.sub(lambda _: line, text, count=1)
    return (text if not text or text.endswith("\n") else text + "\n") + line
