"""The columns of the sheet: what each shows of a provision, and what is written when its cell is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from truceline.agreement.loading.provisions import MODALITIES
from truceline.agreement.model import Deed
from truceline.agreement.sheet import bond, deadline, parts, place, quantity
from truceline.agreement.sheet.known import Known
from truceline.agreement.sheet.slip import Slip
from truceline.files import nearest, yaml
from truceline.files.amending import listed, scalar
from truceline.files.node import Node, Shape
from truceline.files.xml import clean

Rendered = Callable[[str, Known], str]
LONGEST = 32_000
"""A cell of Excel holds 32,767 characters."""
WORDING = {"paraphrase": "yes", "verbatim": "no"}


@dataclass(frozen=True, slots=True)
class Column:
    """``heading`` in the sheet, ``key`` in agreement.yaml; ``words`` are the only ones that may stand in it, ``of`` whose ids.

    ``default`` is what an absent key means. ``told`` explains the column to who fills it in; ``absent`` what a provision
    would say without the key, where that is another thing than having none.
    """

    heading: str
    key: str
    told: str
    shown: Callable[[Node], str]
    rendered: Rendered
    default: str = ""
    words: tuple[str, ...] = ()
    of: str = ""
    needed: bool = False
    absent: Callable[[Node], str] = lambda _: ""

    def cell(self, node: Node | None) -> str:
        """What stands in the cell for the value of the key."""
        return self.default if node is None else tidy(self.shown(node))

    def emptied(self, node: Node) -> str:
        """What the provision would say with this cell emptied; empty where that is no more than that nothing stands there."""
        if self.default:
            return "" if self.cell(node) == self.default else f"it would be read as '{self.default}'"
        return self.absent(node)


def tidy(text: str) -> str:
    """The text as a cell can hold it: a sign for what XML cannot, line ends of one sort, no space around, not too long."""
    return clean(text).strip()[:LONGEST].strip()


def _text(cell: str, known: Known) -> str:
    del known
    return scalar(cell)


def _scalar(node: Node) -> str:
    return node.text() if node.shape is Shape.SCALAR else ""


def _one_of(words: tuple[str, ...]) -> Rendered:
    def read(cell: str, known: Known) -> str:
        del known
        word = cell.casefold()
        if word not in words:
            raise Slip(
                "this word is not known here", f"one of {', '.join(words)}", nearest(word, words), cell
            )
        return scalar(word)

    return read


def _wording(cell: str, known: Known) -> str:
    return WORDING[_one_of(tuple(WORDING))(cell, known)]


def _id_of(what: str) -> Rendered:
    return lambda cell, known: scalar(known.need(what, cell))


def _actors(cell: str, known: Known) -> str:
    return listed([known.need("actors", id_) for id_ in parts.split(cell, ",;\n")])


def _verifiers(cell: str, known: Known) -> str:
    """Ids, or words where no actor is meant."""
    found = parts.split(cell, ";\n")
    return listed([v if " " in v else known.need("actors", v) for v in found])


def _ids(node: Node) -> str:
    return ", ".join(node.texts())


def _items(node: Node) -> list[Mapping[str, str]]:
    """The mappings of a list as texts; what is no text of a mapping is left out (see ``whole``: such a cell is not changed)."""
    nodes = node.each() if node.shape is Shape.LIST else (node,)
    return [_texts(n) for n in nodes if n.shape is Shape.MAPPING]


def _texts(node: Node) -> dict[str, str]:
    """The keys that hold a text or a list of texts."""
    found = {k: v for k, v in node.items() if not v.empty and v.shape is not Shape.MAPPING}
    return {
        k: " and ".join(v.texts())
        for k, v in found.items()
        if v.shape is Shape.SCALAR or all(n.shape is Shape.SCALAR for n in v.each())
    }


def _deed(word: Deed) -> str:
    return word.value


COLUMNS = (
    Column("id", "id", "such as p01; it stays as it is, since conditions and scenarios name it", _scalar, _text, needed=True),
    Column("name", "name", "the short title on the board: open the bridge", _scalar, _text, needed=True),
    Column("deed", "deed", "what it does", _scalar, _one_of(tuple(map(_deed, Deed))), "obligation", tuple(map(_deed, Deed))),
    Column("bearer", "bearer", "who owes it: ids of actors, with commas", _ids, _actors, of="actors", needed=True),
    Column("beneficiary", "beneficiary", "to whom it is owed: ids of actors, with commas", _ids, _actors, of="actors"),
    Column("text", "instrument", "the id of the text in which it stands", _scalar, _id_of("instruments"), of="instruments",
           absent=lambda _: "no end and no change of that text would reach it"),
    Column("article", "article", "the article", _scalar, _text),
    Column("words", "words", "the text's words, or your paraphrase of them", _scalar, _text),
    Column("words are", "paraphrase", "paraphrase, or verbatim where they are the text's own",
           lambda n: "verbatim" if n.text().lower() in ("no", "false") else "paraphrase", _wording, "paraphrase", tuple(WORDING)),
    Column("modality", "modality", "how strongly it binds", _scalar, _one_of(MODALITIES), "shall", MODALITIES),
    Column("condition", "condition", "on what it depends", _scalar, _text),
    Column("judge", "judge", "who decides that the condition holds; empty where the text names nobody", _scalar, _text),
    Column("verify", "verify", "who checks: ids of actors or words, with semicolons", lambda n: "; ".join(n.texts()), _verifiers),
    Column("deadline", "clocks", f'such as {deadline.EXAMPLE}; by 2031-05-08T12:00+01:00; after p02; each time; every 1 day; from in_effect; '
           'until open; "as soon as possible"; article 4. A comma between parts of one, a semicolon between two',
           lambda n: deadline.shown(_items(n)), deadline.rendered),
    Column("quantity", "targets", f"such as {quantity.EXAMPLE}; tents: 10 to 20; at least 10; up to 20; no more than 20; down to 0; formula 2 * families. A semicolon between two",
           lambda n: quantity.shown(_items(n)), lambda cell, _: quantity.rendered(cell),
           absent=lambda n: "the bound downward would be gone, so that a ban would be of all" if any("direction" in t for t in _items(n)) else ""),
    Column("type", "type", "a word of the vocabulary of provision types", _scalar, _id_of("types"), of="types"),
    Column("phase", "phase", "the id of the phase", _scalar, _id_of("phases"), of="phases"),
    Column("issue", "issue", "the id of an issue of issues.yaml", _scalar, _id_of("issues"), of="issues"),
    Column("bound via", "bound_via", "through whom a bearer that signed nothing is bound: river_guard through sudland, article 2; by text where the "
           "text says so. A semicolon between two", lambda n: bond.shown(_items(n)), bond.rendered),
    Column("also in", "also_in", "other texts in which the same duty stands: I2 article 4; I3. A semicolon between two",
           lambda n: place.shown(_items(n)), place.rendered),
)  # fmt: skip
"""In the order of the sheet."""


class _Anything(Known):
    """Every name is known: what stands in the file already is not asked for."""

    def need(self, what: str, id_: str) -> str:
        """The id."""
        del what
        return id_


def whole(column: Column, node: Node) -> bool:
    """Whether the cell shows all that the key holds: written back, it would be the same."""
    try:
        return read(column.rendered(column.cell(node), _Anything())) == plain(node)
    except Slip:
        return False


def read(value: str) -> object:
    """What a value as it would be written means."""
    return plain(yaml.parse(f"value: {value}\n", "")["value"])


def plain(node: Node) -> object:
    """What a value means, however it is written: one item is as a list of it, ``true`` as ``yes``."""
    if node.shape is Shape.MAPPING:
        return {key: plain(value) for key, value in node.items() if not value.empty}
    if node.shape is Shape.LIST:
        items = [plain(item) for item in node.each()]
        return items[0] if len(items) == 1 else items
    text = node.text().strip()
    return {"true": "yes", "false": "no"}.get(text.lower(), text) if node.plain else text


def cells(provision: Node) -> dict[str, str]:
    """What each column shows of one provision."""
    return {c.heading: c.cell(provision.get(c.key)) for c in COLUMNS}
