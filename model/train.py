"""Fit the tagger's two networks, each several times from other seeds, on what prepare.py wrote, and write their weights.

Usage: python model/train.py PREPARED WEIGHTS.npz [--epochs N] [--members N] [--hidden N]     needs PyTorch (make model)
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import random
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

SEED = 7
SMOOTH = 0.998  # weights are averaged over the last steps: steadier on few texts
HIDDEN = 192
SIZES = {"tag": 16, "dep": 16, "head_tag": 8, "head_dep": 8, "word": 32}
WAYS = {"distance": (61, 12), "rise": (10, 8), "fall": (8, 8), "branch": (0, 12), "side": (3, 3)}
SENSE = 64
KINDS = {
    "cue": (False, 3),
    "part": (True, 5),
}  # of each network: whether it is asked once a cue, and how many labels it gives
UNSEEN = 0.15  # share of words hidden in training, so that unseen ones are no surprise


class Encoder(nn.Module):
    """The network of truceline.reading.tagger.network, to be trained."""

    def __init__(
        self, counts: dict[str, int], senses: Tensor, flags: int, labels: int, related: bool, hidden: int
    ) -> None:
        super().__init__()
        kinds = {"tag": "tags", "dep": "deps", "head_tag": "tags", "head_dep": "deps", "word": "words"}
        self.tables = nn.ModuleDict({k: nn.Embedding(counts[kinds[k]], n) for k, n in SIZES.items()})
        self.ways = nn.ModuleDict(
            {k: nn.Embedding(n or counts["deps"], d) for k, (n, d) in WAYS.items()} if related else {}
        )
        self.senses = nn.Embedding.from_pretrained(senses, freeze=True)
        size = (
            2 * 96
            + sum(SIZES.values())
            + SENSE
            + flags
            + (sum(d for _, d in WAYS.values()) if related else 0)
        )
        self.inner = nn.Linear(size, hidden)
        self.recurrent = nn.LSTM(hidden, hidden // 2, bidirectional=True, batch_first=True)
        self.outer = nn.Linear(2 * hidden, labels)
        self.next, self.first = nn.Parameter(torch.zeros(labels, labels)), nn.Parameter(torch.zeros(labels))
        self.drop = nn.Dropout(0.4)

    def forward(self, b: dict[str, Tensor]) -> Tensor:
        """Scores of each label, (sentences, tokens, labels)."""
        up, words = b["heads"], b["words"]
        if self.training:
            words = torch.where(torch.rand(words.shape) < UNSEEN, torch.ones_like(words), words)
        above = torch.gather(b["vectors"], 1, up.unsqueeze(-1).expand(-1, -1, 96))
        t = self.tables
        parts = [
            b["vectors"],
            above,
            t["tag"](b["tags"]),
            t["dep"](b["deps"]),
            t["head_tag"](b["tags"].gather(1, up)),
        ]
        parts += [
            t["head_dep"](b["deps"].gather(1, up)),
            b["flags"],
            t["word"](words),
            self.senses(b["senses"]),
        ]
        parts += [table(b["ways"][..., k]) for k, table in enumerate(self.ways.values())]
        x = torch.relu(self.inner(self.drop(torch.cat(parts, -1))))
        packed = pack_padded_sequence(self.drop(x), b["lengths"], batch_first=True, enforce_sorted=False)
        y = pad_packed_sequence(self.recurrent(packed)[0], batch_first=True)[0]
        return self.outer(torch.cat([x, y], -1))

    def loss(self, scores: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """The negative logarithm of the gold path's probability, a token."""
        rows = torch.arange(len(gold))
        path = self.first[gold[:, 0]] + scores[rows, 0, gold[:, 0]]
        at = self.first + scores[:, 0]
        for t in range(1, gold.shape[1]):
            m = mask[:, t]
            path = path + m * (self.next[gold[:, t - 1], gold[:, t]] + scores[rows, t, gold[:, t]])
            new = torch.logsumexp(at.unsqueeze(2) + self.next, 1) + scores[:, t]
            at = torch.where(m.unsqueeze(1) > 0, new, at)
        return (torch.logsumexp(at, 1) - path).sum() / mask.sum()


def batched(items: list[Any], mean: Any, std: Any) -> dict[str, Tensor]:
    """Items of (tokens, way or None, labels) as padded tensors."""
    lengths = [len(i[2]) for i in items]
    longest = max(lengths)

    def pad(rows: list[Any], kind: str) -> Tensor:
        made = np.zeros((len(rows), longest, *rows[0].shape[1:]), kind)
        for k, row in enumerate(rows):
            made[k, : len(row)] = row
        return torch.from_numpy(made)

    made = {
        k: pad([getattr(i[0], k) for i in items], "int64")
        for k in ("tags", "deps", "heads", "words", "senses")
    }
    made["vectors"] = pad([(i[0].vectors - mean) / std for i in items], "float32")
    made["flags"] = pad([i[0].flags for i in items], "float32")
    made["gold"] = pad([i[2] for i in items], "int64")
    made["mask"] = pad([np.ones(n) for n in lengths], "float32")
    made["lengths"] = torch.tensor(lengths)
    if items[0][1] is not None:
        made["ways"] = pad([i[1] for i in items], "int64")
    return made


def items(articles: list[Any], related: bool) -> list[Any]:
    """What one network learns from: sentences, or sentences with one of their cues."""
    if not related:
        return [
            (t, None, c)
            for rows, cues, _ in articles
            for t, c in zip(rows, cues, strict=True)
            if 1 < len(c) <= 160
        ]
    return [
        (rows[at], way, labels)
        for rows, _, parts in articles
        for at, way, labels in parts
        if 1 < len(labels) <= 160
    ]


def fit(
    found: list[Any],
    counts: dict[str, int],
    senses: Tensor,
    mean: Any,
    std: Any,
    labels: int,
    epochs: int,
    hidden: int = HIDDEN,
) -> Encoder:
    """Train one network."""
    related = found[0][1] is not None
    net = Encoder(counts, senses, found[0][0].flags.shape[1], labels, related, hidden)
    size = 32 if len(found) > 8000 else 16
    steps = epochs * (len(found) // size + 1)
    optimiser = torch.optim.AdamW(net.parameters(), 2e-3, weight_decay=1e-2)
    smoothed = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(SMOOTH))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 2.5e-3, total_steps=steps + 1)
    for epoch in range(epochs):
        net.train()
        order = sorted(range(len(found)), key=lambda i: len(found[i][2]) + 4 * random.random())  # noqa: S311
        starts = list(range(0, len(order), size))
        random.shuffle(starts)
        total = 0.0
        for start in starts:
            b = batched([found[i] for i in order[start : start + size]], mean, std)
            loss = net.loss(net(b), b["gold"], b["mask"])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            optimiser.step()
            schedule.step()
            smoothed.update_parameters(net)
            total += loss.item()
        print(f"  epoch {epoch + 1}: loss {total / len(starts):.4f}", flush=True)
    made: Encoder = smoothed.module
    return made


def weights(net: Encoder, mean: Any, std: Any) -> dict[str, Any]:
    """The arrays that truceline.reading.tagger.network.Network takes."""
    r = dict(net.recurrent.named_parameters())
    made: dict[str, Tensor] = {
        **{k: t.weight for k, t in net.tables.items()},
        **{k: t.weight for k, t in net.ways.items()},
    }
    made |= {
        "in": net.inner.weight.T,
        "in_bias": net.inner.bias,
        "out": net.outer.weight.T,
        "out_bias": net.outer.bias,
    }
    made["input"] = torch.stack([r["weight_ih_l0"].T, r["weight_ih_l0_reverse"].T])
    made["hidden"] = torch.stack([r["weight_hh_l0"].T, r["weight_hh_l0_reverse"].T])
    made["bias"] = torch.stack(
        [r["bias_ih_l0"] + r["bias_hh_l0"], r["bias_ih_l0_reverse"] + r["bias_hh_l0_reverse"]]
    )
    made |= {"next": net.next, "first": net.first}
    return {k: v.detach().numpy().astype("float16") for k, v in made.items()} | {
        "mean": mean.astype("float16"),
        "std": std.astype("float16"),
    }


def names(table: dict[str, int]) -> Any:
    """A table of numbers as an array of names, each at its number."""
    made = [""] * (max(table.values()) + 1)
    for name, i in table.items():
        made[i] = name
    return np.array(made)


_WORK: list[Any] = []
"""The function that the forked processes call: it holds the training texts, which are not sent to them."""


def _called(job: Any) -> Any:
    return _WORK[0](job)


def main() -> None:
    """Train both and write them."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("prepared", type=Path)
    ask.add_argument("weights", type=Path)
    ask.add_argument("--epochs", type=int, default=24)
    ask.add_argument("--members", type=int, default=2)
    ask.add_argument("--hidden", type=int, default=HIDDEN, help="cells of a network, both directions")
    ask.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="networks trained side by side")
    args = ask.parse_args()
    torch.set_num_threads(1)
    data = pickle.loads(args.prepared.read_bytes())  # noqa: S301 - written by prepare.py a moment ago
    counts = {k: max(t.values()) + 1 for k, t in zip(("tags", "deps", "words"), data["labels"], strict=True)}
    vectors = np.concatenate([t.vectors for rows, _, _ in data["train"][:200] for t in rows])
    mean, std = vectors.mean(0), vectors.std(0) + 1e-3
    with np.load(data["senses"]) as held:
        sense, known = held["vectors"], held["words"]
    senses = torch.from_numpy(sense.astype("float32"))
    made: dict[str, Any] = {"sense": sense, "senses": known}

    def member(job: tuple[str, int]) -> Any:
        prefix, seed = job
        related, labels = KINDS[prefix]
        print(prefix, "seed", seed, flush=True)
        torch.manual_seed(seed)
        random.seed(seed)
        found = items(data["train"], related)
        net = fit(found, counts, senses, mean, std, labels, args.epochs, args.hidden)
        return weights(net, mean, std)

    jobs = [(prefix, seed) for prefix in reversed(KINDS) for seed in range(SEED, SEED + args.members)]
    _WORK.append(member)
    with ProcessPoolExecutor(args.jobs, get_context("fork")) as pool:
        trained = dict(zip(jobs, pool.map(_called, jobs), strict=True))
    for prefix in KINDS:
        members = [m for (p, _), m in trained.items() if p == prefix]
        made |= {f"{prefix}.{k}": np.stack([m[k] for m in members]) for k in members[0]}
    made |= {k: names(t) for k, t in zip(("tags", "deps", "words"), data["labels"], strict=True)}
    about = {
        "trained_on": data["of"],
        "texts": data["texts"],
        "words": data["words"],
        "digest": data["digest"],
        "seed": SEED,
        "members": args.members,
        "epochs": args.epochs,
        "hidden": args.hidden,
    }
    np.savez_compressed(args.weights, version=np.array(json.dumps(about)), **made)
    print(f"{args.weights}: {args.weights.stat().st_size // 1024} KB, {about}", file=sys.stderr)


if __name__ == "__main__":
    main()
