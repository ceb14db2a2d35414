"""What is counted: the small vocabulary that puts "dead", "killed" and "fatalities" into one line, and trucks offloaded apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from truceline.evidence import Figure
from truceline.evidence.wording import PERCENT, stems
from truceline.files import yaml
from truceline.files.node import Node
from truceline.linking.owed import counts_owed

DATA = Path(__file__).parent / "data" / "counted.yaml"
SHARES = "shares"
Labels = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Item:
    """One countable thing of a group; see the head of ``data/counted.yaml`` for what the fields mean."""

    id: str
    label: Labels
    phrases: tuple[frozenset[str], ...] = ()
    part_of: str = ""
    mistaken_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Things that stand under one heading."""

    id: str
    title: Labels
    items: tuple[Item, ...]
    title_unknown: Labels
    by_side: bool = False
    speaker_counts: bool = False
    qualifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts: its group ("" where the vocabulary has none), item, and whom it is narrowed to ("soldier")."""

    group: Group | None
    item: str
    label: str
    qualifier: str = ""
    part_of: str = ""
    mistaken_for: tuple[str, ...] = ()
    owed: bool = False


class Vocabulary:
    """The groups, ready to be matched."""

    def __init__(self, groups: Iterable[Group], shares: Group) -> None:
        self.groups = tuple(groups)
        self.shares = shares

    def counted(self, figure: Figure, language: str = "en", *, owed: bool = False) -> Counted:
        """What the figure counts; a thing the vocabulary lacks is known by its own words. ``owed``: its sentence says that it is owed."""
        said = frozenset(stems(f"{figure.counts} {figure.unit}"))
        own = " ".join(stems(figure.counts or figure.unit))
        owed = owed or counts_owed(figure)
        if figure.unit.casefold() in PERCENT:
            return Counted(self.shares, own, figure.counts, owed=owed)
        best = max(self._matches(said, frozenset(stems(figure.counts))), key=lambda m: m[0], default=None)
        if best is None:
            return Counted(None, own, figure.counts or figure.unit, owed=owed)
        _, group, item = best
        qualifier = next((q for q in group.qualifiers if said.issuperset(stems(q))), "")
        label = label_of(item.label, language)
        return Counted(group, item.id, label, qualifier, item.part_of, item.mistaken_for, owed)

    def _matches(
        self, said: frozenset[str], counts: frozenset[str]
    ) -> Iterable[tuple[tuple[int, bool], Group, Item]]:
        """Matches by the length of their phrase; of equal ones those that need no word of the unit come first."""
        for group in self.groups:
            for item in group.items:
                sizes = [(len(phrase), phrase <= counts) for phrase in item.phrases if phrase <= said]
                if sizes:
                    yield max(sizes), group, item


def label_of(labels: Labels, language: str) -> str:
    """The label in the language, else the English one."""
    return labels.get(language) or labels.get("en", "")


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with Truceline."""
    return load(DATA)


def load(path: Path) -> Vocabulary:
    """A vocabulary file; FileProblem where it does not fit."""
    root = yaml.load(path)
    shares = Group(SHARES, _labels(root["shares"].get("title")), (), {})
    return Vocabulary(
        (_group(name, node) for name, node in root["groups"].items()),
        shares,
    )


def _group(name: str, node: Node) -> Group:
    node.known_keys({"title", "title_unknown", "by_side", "counter", "items", "qualifiers"})
    items = tuple(_item(key, found) for key, found in node["items"].items())
    counter, qualifiers, by_side = node.get("counter"), node.get("qualifiers"), node.get("by_side")
    return Group(
        name,
        _labels(node["title"]),
        items,
        _labels(node.get("title_unknown")),
        by_side is not None and by_side.flag(),
        counter is not None and counter.choice(["speaker"]) == "speaker",
        qualifiers.texts() if qualifiers else (),
    )


def _item(name: str, node: Node) -> Item:
    node.known_keys({"label", "words", "part_of", "mistaken_for"})
    part, mistaken = node.get("part_of"), node.get("mistaken_for")
    return Item(
        name,
        _labels(node["label"]),
        tuple(frozenset(stems(w)) for w in node["words"].texts()),
        part.text() if part else "",
        mistaken.texts() if mistaken else (),
    )


def _labels(node: Node | None) -> Labels:
    return {} if node is None else {key: value.text() for key, value in node.items()}
