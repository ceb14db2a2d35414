"""Who said what: the register as lines, each with the chain through which it came, and the words that attribute it."""

from __future__ import annotations

from collections.abc import Iterator

from truceline.case import Reading
from truceline.case.register import OWN, Wanted, mode_of, register
from truceline.positions.tones import why
from truceline.reporting.answers.answer import Answer, by, frame, nobody, said
from truceline.reporting.model import Line, Section
from truceline.reporting.sections.page import Page

MODES = {
    "direct": "the speaker's own words",
    "mixed": "partly the speaker's own words",
    "indirect": "the outlet's rendering of what was said",
    OWN: "the outlet's own words",
}


def statements(page: Page, wanted: Wanted) -> Answer:
    """One section a document, in the order of publication."""
    found = register(page.case, page.as_of, wanted)
    piles: dict[str, list[Reading]] = {}
    for reading in found:
        piles.setdefault(_place(reading), []).append(reading)
    made = tuple(_document(page, path, pile, wanted) for path, pile in piles.items())
    if not made:
        asked = ", ".join(filter(None, (wanted.by, *wanted.about, wanted.mode)))
        made = (Section("none", "Statements", nobody(page, asked, held=False)),)
    return Answer(page, "Statements", made)


def _place(reading: Reading) -> str:
    return "agreement.yaml" if reading.authored else reading.document.path


def _document(page: Page, path: str, pile: list[Reading], wanted: Wanted) -> Section:
    document = pile[0].document
    if path == "agreement.yaml":
        title = f"{path} (what the case's author cites)"
    else:
        day = page.at(pile[0])
        kinds = {m: sum(mode_of(r) == m for r in pile) for m in MODES}
        count = ", ".join(f"{n} {m}" for m, n in kinds.items() if n)
        title = f"{path} ({document.outlet or 'outlet not known'}, {day}; {pile[0].ceasefire}): {count}"
    return Section(path, title, tuple(_line(page, r, wanted) for r in pile))


def _line(page: Page, reading: Reading, wanted: Wanted) -> Line:
    return said(page, reading, "; ".join(_notes(page, reading, wanted)))


def _notes(page: Page, reading: Reading, wanted: Wanted) -> Iterator[str]:
    if mode_of(reading) in ("direct", "mixed"):
        yield MODES[mode_of(reading)]
    if wanted.tone is not None:
        yield by(page, reading, why(reading, wanted.tone, reading.sentence))
    if rest := frame(reading):
        yield f"told in: “{rest}”"
