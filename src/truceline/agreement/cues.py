"""The words by which a claim is recognised to speak of a provision or an issue, as they stand in YAML."""

from __future__ import annotations

from truceline.agreement.model import Cues
from truceline.files.node import Node, Shape
from truceline.files.problem import Problems
from truceline.files.record import Record

KEYS = ("any", "require", "never", "done", "undone", "counts", "acts")


def read(node: Node | None, problems: Problems) -> Cues:
    """The cues of a node; a bare list means ``any``. Every word is kept as written, matching folds case."""
    if node is None:
        return Cues()
    if node.shape is Shape.LIST:
        return Cues(any=node.texts())
    record = Record(node, problems, KEYS)
    return Cues(**{key: record.texts(key) for key in KEYS})
