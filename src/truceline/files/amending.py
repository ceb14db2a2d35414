"""Changing entries of a list in a YAML file and nothing else: comments, order and spelling of all that is not changed stay.

The text must have been read by ``yaml.parse`` before, which refuses anchors, tags and slips of form.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml as pyyaml

_LOADER: Any = getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)
_BARE = re.compile(r"[^\W\d_](?:[\w .()/+'-]*[\w.)])?\Z")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def scalar(text: str) -> str:
    """A text as a value that may stand anywhere: bare where that is safe, else in double quotation marks on one line."""
    if _BARE.match(text) and text.lower() not in _WORDS:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return '"' + _UNPRINTABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", escaped) + '"'


def listed(texts: Sequence[str]) -> str:
    """One text as itself, several in square brackets."""
    return scalar(texts[0]) if len(texts) == 1 else f"[{', '.join(scalar(t) for t in texts)}]"


def mapped(pairs: Mapping[str, str]) -> str:
    """A mapping in braces; the values as they should stand."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"


def amended(
    text: str,
    name: str,
    changes: Mapping[str, Mapping[str, str | None]],
    new: Sequence[Mapping[str, str]],
    order: Sequence[str],
) -> str:
    """The text with entries of the list ``name`` changed by their ``id``, and new ones behind the last.

    A change gives each key its value as it should stand, None to take the key out. ``order`` is where a key that is new in an entry
    goes: behind the nearest one before it. Raises ValueError where a new entry finds no list and none can be made.
    """
    text, mark = (text[1:], text[0]) if text.startswith("\ufeff") else (text, "")
    newline = "\r\n" if "\r\n" in text else "\n"
    for id_, node in reversed(_entries(text, name)):
        if wanted := changes.get(id_):
            text = _replaced(text, node, wanted, order, newline)
    return mark + (_added(text, name, new, newline) if new else text)


def _root(text: str) -> Any:
    return pyyaml.compose(text, Loader=_LOADER)


def _entries(text: str, name: str) -> list[tuple[str, Any]]:
    """The mappings of the list with their ids, in the file's order."""
    value = _value(_root(text), name)
    items = value.value if isinstance(value, pyyaml.SequenceNode) else [value]
    return [
        (_value(i, "id").value, i) for i in items if isinstance(i, pyyaml.MappingNode) and _value(i, "id")
    ]


def _value(node: Any, key: str) -> Any:
    """The value of a key, None where there is none."""
    if not isinstance(node, pyyaml.MappingNode):
        return None
    return next((value for k, value in node.value if k.value == key), None)


def _end(text: str, node: Any) -> int:
    """Where the node's own characters end: before comments and blank lines that follow a block."""
    if isinstance(node, pyyaml.ScalarNode) or node.flow_style:
        start, end = node.start_mark.index, node.end_mark.index
        block = getattr(node, "style", None) in ("|", ">")
        return int(start + len(text[start:end].rstrip()) if block else end)
    last = node.value[-1]
    return _pair_end(text, *last) if isinstance(node, pyyaml.MappingNode) else _end(text, last)


def _pair_end(text: str, key: Any, value: Any) -> int:
    """Where a pair ends; a key without a value ends with its colon."""
    empty = isinstance(value, pyyaml.ScalarNode) and value.start_mark.index == value.end_mark.index
    return text.index(":", key.end_mark.index) + 1 if empty else _end(text, value)


def _line_end(text: str, place: int) -> int:
    """The end of the line, before its break."""
    found = text.find("\n", place)
    found = len(text) if found < 0 else found
    return found - 1 if text[found - 1 : found] == "\r" else found


def _replaced(
    text: str, node: Any, wanted: Mapping[str, str | None], order: Sequence[str], newline: str
) -> str:
    """The text with one entry changed. The entry is worked on alone, moved to a line of its own so that its columns stay."""
    start, column = int(node.start_mark.index), int(node.start_mark.column)
    end = _end(text, node) if node.flow_style else _line_end(text, _end(text, node))
    alone = " " * column + text[start:end]
    for key, value in wanted.items():
        alone = _put(alone, key, value, order, newline)
    return text[:start] + alone[column:] + text[end:]


def _put(text: str, key: str, value: str | None, order: Sequence[str], newline: str) -> str:
    """One entry with one key changed."""
    node = _root(text)
    pairs = node.value
    place = next((i for i, (k, _) in enumerate(pairs) if k.value == key), None)
    if place is None:
        return text if value is None else _inserted(text, node, key, value, order, newline)
    if value is None:
        return _without(text, node, place)
    after = text.index(":", pairs[place][0].end_mark.index) + 1
    return f"{text[:after]} {value}{text[_pair_end(text, *pairs[place]) :]}"


def _inserted(text: str, node: Any, key: str, value: str, order: Sequence[str], newline: str) -> str:
    before = order[: order.index(key)] if key in order else order
    behind = [i for i, (k, _) in enumerate(node.value) if k.value in before]
    end = _pair_end(text, *node.value[behind[-1] if behind else -1])
    if node.flow_style:
        return f"{text[:end]}, {key}: {value}{text[end:]}"
    end = _line_end(text, end)
    return f"{text[:end]}{newline}{' ' * node.start_mark.column}{key}: {value}{text[end:]}"


def _without(text: str, node: Any, place: int) -> str:
    pairs = node.value
    start = int(pairs[place][0].start_mark.index)
    if place + 1 < len(pairs) and (node.flow_style or place == 0):
        return text[:start] + text[int(pairs[place + 1][0].start_mark.index) :]
    end = _pair_end(text, *pairs[place])
    if node.flow_style:
        return text[: _pair_end(text, *pairs[place - 1])] + text[end:]
    line = text.rindex("\n", 0, start)
    return text[: line - 1 if text[line - 1] == "\r" else line] + text[_line_end(text, end) :]


def _added(text: str, name: str, new: Sequence[Mapping[str, str]], newline: str) -> str:
    """The text with entries behind the last of the list; the list is made where there is none."""
    root = _root(text)
    value = _value(root, name)
    if isinstance(value, pyyaml.SequenceNode) and value.value:
        return _behind(text, value, new, newline)
    if root is not None and root.flow_style:
        raise ValueError(f"the file stands in braces as a whole and has no list '{name}' to add to")
    blocks = "".join(newline + _block(entry, 2, newline) for entry in new)
    if value is None:
        body = text.rstrip()
        return f"{body}{newline if body else ''}{name}:{blocks}{newline}"
    key = next(k for k, _ in root.value if k.value == name)
    end = _pair_end(text, key, value)
    return f"{text[: text.index(':', key.end_mark.index) + 1]}{blocks}{text[end:]}"


def _behind(text: str, value: Any, new: Sequence[Mapping[str, str]], newline: str) -> str:
    end = _end(text, value.value[-1])
    if value.flow_style:
        return text[:end] + "".join(f", {mapped(entry)}" for entry in new) + text[end:]
    end = _line_end(text, end)
    return (
        text[:end] + "".join(newline + _block(e, value.start_mark.column, newline) for e in new) + text[end:]
    )


def _block(entry: Mapping[str, str], indent: int, newline: str) -> str:
    """``- id: p41`` and its other keys below."""
    lines = [f"{key}: {value}" for key, value in entry.items()]
    return newline.join(" " * indent + ("- " if i == 0 else "  ") + line for i, line in enumerate(lines))
