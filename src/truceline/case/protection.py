"""Sources that the mission protects: which these are, and the case without them, of which everything for release is made.

A protected source counts inside the mission like any other. Nothing of it may be inferred from what goes out, so a public
edition is not blacked out: it is worked out anew as if the source were not held (docs/decisions/0134-a-source-kept-confidential.md).
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from fnmatch import fnmatchcase
from pathlib import Path

from truceline.case.settings import CaseSettings
from truceline.case.store import Held


def covers(pattern: str, path: str) -> bool:
    """Whether a pattern of ``confidential`` means the path: the file itself, all in a folder, or a pattern with ``*`` and ``?``.

    So does a file mean the parts of it that are documents of their own (``box.mbox#3``).
    """
    plain = pattern.strip().rstrip("/")
    return path == plain or path.startswith((f"{plain}/", f"{plain}#")) or fnmatchcase(path, plain)


def confidential(settings: CaseSettings, path: str) -> bool:
    """Whether the case protects the source with this path."""
    return any(covers(pattern, path) for pattern in settings.confidential)


def idle(
    settings: CaseSettings, case: Path, sources: Iterable[str], held: Iterable[str] = ()
) -> tuple[str, ...]:
    """The patterns that mean no source of the case and no folder for sources: a slip in one of them would let a source out.

    ``sources`` are the paths of its source files, without sidecars; ``held`` those of documents that were read, which know the parts
    of a file, and files that are gone. A name is what the folder is called, letter by letter: where a file system takes ``Sources/``
    for ``sources/``, no pattern does.
    """
    files, read = {*sources}, {*held}
    return tuple(p for p in settings.confidential if not (_means(p, files, read) or _folder(case, p)))


def _means(pattern: str, files: AbstractSet[str], read: AbstractSet[str]) -> bool:
    if any(covers(pattern, path) for path in files | read):
        return True
    box, part, _ = pattern.strip().partition("#")
    return bool(part) and box in files and not any(path.startswith(f"{box}#") for path in read)


def _folder(case: Path, pattern: str) -> bool:
    """Whether it is a folder below ``sources/`` into which nothing came yet, each part of its name as it stands on disk."""
    here, parts = case, pattern.strip().rstrip("/").split("/")
    for part in parts:
        if part not in {p.name for p in here.iterdir() if p.is_dir()}:
            return False
        here /= part
    return parts[0] == "sources"


def without_confidential(settings: CaseSettings, held: Held) -> Held:
    """What would be held if no protected source had ever come in.

    A matter on which a finding rests on one has no finding: neither that one, nor an older one which it took the place of.
    """
    gone = {d.path for d in held.documents if confidential(settings, d.path)}
    claims = {c.id for c in held.claims if c.document in gone}
    matters = {e.finding.matter for e in held.entered if claims & {*e.finding.cited}}
    matters |= {f.matter for f in held.findings if claims & {*f.cited}}
    return replace(
        held,
        documents=tuple(d for d in held.documents if d.path not in gone),
        texts=tuple(t for t in held.texts if t.document not in gone),
        claims=tuple(c for c in held.claims if c.document not in gone),
        reviews=tuple(r for r in held.reviews if r.claim not in claims),
        findings=tuple(f for f in held.findings if f.matter not in matters),
        entered=tuple(e for e in held.entered if e.finding.matter not in matters),
        left_out=tuple(x for x in held.left_out if not confidential(settings, x.path)),
    )
