"""Two outputs in one order: lists of names and rows of tables are sorted, sentences stay word for word as they stand."""

import json
import re

ORDINAL = re.compile(r"d\d+$")  # rows and statements are numbered in the order in which a reader meets them
NUMBER = re.compile(
    r"\[\d+\](?:, \[\d+\])*|^ *\d+(?=  )"
)  # of statements, in the order in which they are met
HASHES = {"document_sha256", "text_sha256"}  # of the text, which names the party
VALUE = r"(?<![\w,.])\d{1,3}(?:,\d{3})*(?: per \w+)?(?!\w)"
VALUES = re.compile(rf"{VALUE}(?:, {VALUE})+")  # in the order of the ids of their statements


class Canonical:
    """``names`` are those that a list of names may hold: no other words are ever put in another order."""

    def __init__(self, names):
        one = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
        name = rf"(?<!\w)(?:{one})(?!\w)(?: \([^()]*\)| \d+(?!\w))?"  # with a person, or a count
        self.listed = re.compile(rf"{name}(?:(?:, and |, | and |; ){name}(?!:))+(?!:)")
        self.name = re.compile(name)

    def text(self, text):
        """A line with its lists of names in one order, and so its parts between semicolons, each word for word as it stands."""
        text = NUMBER.sub("", text)
        text = VALUES.sub(lambda m: ", ".join(sorted(re.findall(VALUE, m.group()))), text)
        text = self.listed.sub(lambda m: ", ".join(sorted(self.name.findall(m.group()))), text)
        lead, colon, rest = text.partition(": ")
        if not colon or "; " in lead or self.name.fullmatch(lead):
            lead, colon, rest = "", "", text
        return lead + colon + "; ".join(sorted(rest.removeprefix("; ").split("; ")))

    def lines(self, text):
        """The lines of an output, in no order and without the marks of a tree, of which the last branch has another."""
        return sorted(self.text(line.strip(" |'-")) for line in text.splitlines())

    def data(self, value, columns=()):
        """Keyed by id, the order of columns and lists left out: two pages say the same."""
        if isinstance(value, dict):
            columns = [c["id"] for c in value.get("columns", []) if isinstance(c, dict)] or columns
            kept = {
                k: v for k, v in value.items() if k not in {"number", *HASHES} and not ORDINAL.match(str(v))
            }
            return {
                k: self._by_column(v, columns) if k == "cells" else self.data(v, columns)
                for k, v in kept.items()
            }
        if isinstance(value, list):
            return sorted((self.data(v, columns) for v in value), key=lambda v: json.dumps(v, sort_keys=True))
        return self.text(value) if isinstance(value, str) else value

    def _by_column(self, cells, columns):
        """The cells by the id of their column, where the table has named columns."""
        if isinstance(cells, list) and len(cells) == len(columns):
            return {c: self.data(cell, columns) for c, cell in zip(columns, cells, strict=True)}
        return self.data(cells, columns)
