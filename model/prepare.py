"""Features and labels for the tagger, from dispatches or from PolNeAR's articles.

Usage: python model/prepare.py --words OUT            the words that senses.py is asked for beside its own
       python model/prepare.py OUT [--polnear FILE.jsonl.gz] [--held CASE ...] [--dev FILE.jsonl.gz]
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import pickle
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "eval"))
from dispatch import OPEN, load, opened  # noqa: E402 - after the path
from spans import Attribution, of_dispatch, of_row, tokens_of  # noqa: E402

from truceline.actors import Lexicon  # noqa: E402
from truceline.evidence import Text  # noqa: E402
from truceline.reading.reader import TIERS, Reader  # noqa: E402
from truceline.reading.sentence import Sentence  # noqa: E402
from truceline.reading.tagger.features import Labels, Tokens, relative, tokens  # noqa: E402
from truceline.reading.vocabulary import verb_forms  # noqa: E402

RARE = 3  # a word seen less often gets no number of its own
Article = tuple[list[Sentence], list[Attribution]]


def articles(texts: Iterable[tuple[str, list[Attribution]]], tier: str) -> Iterator[Article]:
    """Each text parsed as the reader of that tier does, with its gold."""
    reader = Reader(Lexicon.builtin(), tier)
    for string, gold in texts:
        yield [r.sentence for r in reader.sentences(Text("", string, "txt/1"))], gold


def dispatches(held: set[str], inside: bool) -> list[Path]:
    """The dispatches to learn from, those of the held-out cases or the others."""
    return [p for p in opened() if (p.parent.name in held) == inside]


def rows(path: Path) -> Iterator[tuple[str, list[Attribution]]]:
    """PolNeAR's articles, one JSON object a line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["text"], of_row(row)


def vocabulary(found: list[Article], senses: Path) -> Labels:
    """Numbers for the labels and the words of the training texts, from 1 (words: from 2)."""
    tags = sorted({t for ss, _ in found for s in ss for t in s.tag})
    deps = sorted({d for ss, _ in found for s in ss for d in s.dep})
    counts = Counter(w for ss, _ in found for s in ss for w in s.low)
    words = sorted(w for w, n in counts.items() if n >= RARE)
    with np.load(senses) as held:
        known = {str(w): i for i, w in enumerate(held["words"]) if w}
    return Labels(
        {t: i for i, t in enumerate(tags, 1)},
        {d: i for i, d in enumerate(deps, 1)},
        {w: i for i, w in enumerate(words, 2)},
        known,
    )


def labelled(article: Article, labels: Labels) -> tuple[list[Any], list[Any], list[Any]]:
    """Per sentence its tokens and the labels of cues; per attribution sentence, way and the labels of its parts."""
    sentences, gold = article
    cues = [np.zeros(len(s), "int8") for s in sentences]
    parts = []
    for one in gold:
        placed = tokens_of(sentences, one.cue)
        if not placed:
            continue
        at, cue = placed[0]
        _mark(cues[at], cue, 1)
        made = np.zeros(len(sentences[at]), "int8")
        for spans, first in ((one.source, 1), (one.told, 3)):
            for k, run in tokens_of(sentences, spans):
                if k == at:
                    _mark(made, run, first)
        parts.append((at, relative(sentences[at], cue, labels), made))
    return [plain(tokens([s], labels)) for s in sentences], cues, parts


def plain(found: Tokens) -> SimpleNamespace:
    """The same without its class, which the training environment does not have."""
    return SimpleNamespace(**{f.name: getattr(found, f.name) for f in fields(found)})


def _mark(labels: np.ndarray[Any, Any], run: tuple[int, int], first: int) -> None:
    labels[run[0] : run[1] + 1] = first + 1
    labels[run[0]] = first


def words() -> list[str]:
    """The words of the dispatches, and all forms of the verbs in the lists of cues."""
    lists = ("say", "stance", "accuse", "count", "document", "comment", "passive", "carry")
    texts = " ".join(load(p).text for p in opened())
    return sorted({w.lower() for w in re.findall(r"[A-Za-z]{2,}", texts)} | set(verb_forms("cues", *lists)))


def main() -> None:
    """Write OUT: labels, training articles, articles held out to watch."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("out", type=Path)
    ask.add_argument("--polnear", type=Path)
    ask.add_argument("--dev", type=Path)
    ask.add_argument("--senses", type=Path, default=HERE.parent / "build" / "senses.npz")
    ask.add_argument("--held", nargs="*", default=[])
    ask.add_argument("--words", action="store_true")
    ask.add_argument("--tier", choices=TIERS, default="full")
    args = ask.parse_args()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    if args.words:
        args.out.write_text("\n".join(words()), encoding="utf-8")
        return
    held = set(args.held)
    files = dispatches(held, inside=False)
    texts = [(d.text, of_dispatch(d)) for d in map(load, files)]
    if args.polnear:
        texts = list(rows(args.polnear))
    train = list(articles(texts, args.tier))
    labels = vocabulary(train, args.senses)
    watched = (
        list(
            articles(((d.text, of_dispatch(d)) for d in map(load, dispatches(held, inside=True))), args.tier)
        )
        if held
        else []
    )
    if args.dev:
        watched = list(articles(rows(args.dev), args.tier))
    made = {
        "labels": (labels.tags, labels.deps, labels.words),
        "senses": str(args.senses.resolve()),
        "train": [labelled(a, labels) for a in train],
        "watched": [labelled(a, labels) for a in watched],
        "of": "PolNeAR" if args.polnear else ", ".join(f"eval/{folder}" for folder in OPEN),
        "texts": len(train),
        "words": sum(len(t.split()) for t, _ in texts),
        "digest": hashlib.sha256("".join(t for t, _ in texts).encode()).hexdigest(),
    }
    args.out.write_bytes(pickle.dumps(made))
    print(
        f"{len(train)} texts to train on, {len(watched)} to watch, {sum(len(a[1]) for a in train)} attributions"
    )


if __name__ == "__main__":
    main()
