"""An answer: sections that a report would hold, and the statements that they cite with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from truceline.case import Reading
from truceline.reporting.model import Line, Run, Section
from truceline.reporting.sections.page import Page
from truceline.reporting.sections.statements import rendered

NOT_CHECKED = "Machine reading, not checked: "


@dataclass(frozen=True, slots=True)
class Answer:
    """``title`` is what was asked; ``sections`` stand in their order."""

    page: Page
    title: str
    sections: tuple[Section, ...]

    def data(self) -> dict[str, Any]:
        """The answer as a JSON object; a machine reading carries ``"review": "proposed"`` on itself."""
        case = self.page.case
        return {
            "case": case.id,
            "as_of": self.page.as_of.isoformat(),
            "title": self.title,
            "sections": [asdict(s) for s in self.sections],
            "passages": [p for s in self.sections for p in _passages(s)],
            "statements": {k: row(self.page, case.by_id[k]) for k in self.page.cited},
        }


PASSAGE = "characters of "


def passage(page: Page, path: str, start: int, end: int) -> Run:
    """Characters of a document in quotation marks that are no statement of their own: a date, a name, a headline."""
    words = " ".join(page.case.texts[path].string[start:end].split())
    return Run(f"“{words}”", rule=f"{PASSAGE}{path}:{start}-{end}")


def passage_of(run: Run) -> str:
    """``sources/07.txt:312-345`` where the run is a passage, else ""."""
    return run.rule.removeprefix(PASSAGE) if run.rule.startswith(PASSAGE) else ""


def _passages(section: Section) -> Iterator[dict[str, Any]]:
    for line in (*section.lines, *section.notes):
        for run in line.runs:
            if place := passage_of(run):
                path, _, span = place.rpartition(":")
                start, end = map(int, span.split("-"))
                yield {"document": path, "start": start, "end": end, "words": run.text[1:-1]}


def by(page: Page, reading: Reading, cue: str) -> str:
    """By which words it was found: ``by “will never”``; without marks where they are the case author's own."""
    return f"by the words {cue}" if rendered(page.case, reading) else f"by “{cue}”"


def row(page: Page, reading: Reading) -> dict[str, Any]:
    """A statement as it can be cited: exact words and place, who, through whom, when, and the hash of the text the place holds for."""
    claim, document, around = reading.claim, reading.document, page.case.context(reading.id)
    payload = claim.payload
    return {
        "id": reading.id,
        "document": "agreement.yaml" if reading.authored else document.path,
        "start": claim.start,
        "end": claim.end,
        "words": claim.text,
        "kind": claim.kind.value,
        "value": asdict(payload) if payload else {},
        "speaker": page.who(reading),
        "speaker_text": claim.speaker_text,
        "role": reading.speaker.role if reading.speaker else "",
        "side": reading.side.name if reading.side else "",
        "mode": "own" if reading.narrated else claim.mode.value,
        "relay": carriers(reading),
        "address": document.address,
        "published": str(document.published),
        "published_from": str(document.published.earliest or ""),
        "published_to": str(document.published.latest or ""),
        "evidence": document.published.evidence,
        "ceasefire": reading.ceasefire,
        "about": [x.id for x in reading.links if x.target.value in ("issue", "provision") and not x.doubtful],
        "sentence": around.sentence,
        "sentence_start": around.start,
        "sentence_end": around.start + len(around.sentence),
        "review": reading.state,
        "reviewer": reading.review.by if reading.review and reading.checked else "",
        "repeat_of": reading.repeat_of,
        "document_sha256": document.sha256,
        "text_sha256": claim.text_sha256,
        "reader": claim.reader,
    }


def carriers(reading: Reading) -> list[str]:
    """Through whom it came, nearest to the speaker first, the document's own outlet last."""
    claim, document = reading.claim, reading.document
    return list(dict.fromkeys(filter(None, (*claim.relay, *document.relay, document.outlet))))


def said(page: Page, reading: Reading, note: str = "", label: str = "") -> Line:
    """``Side (Person) -> carrier, day: “exact words”`` as one line; a machine reading says so before its words."""
    claims = page.cite(reading.id)
    lead = "" if reading.checked else NOT_CHECKED
    through = "".join(f" -> {name}" for name in carriers(reading))
    who = "the outlet's own words" if reading.narrated else page.who(reading)
    before, quoted = page.told(reading)
    tail = f" - {note}" if note else ""
    head = Run(
        f"{lead}{who}{through}, {page.at(reading)}{before}",
        checked=reading.checked,
        claims=claims,
        opens=False,
    )
    runs = (head, Run(quoted, claims=claims, checked=reading.checked), Run(tail, rule="wording"))
    return Line(tuple(r for r in runs if r.text), label)


def frame(reading: Reading) -> str:
    """The rest of its sentence, with a gap where the statement stands: who is introduced, and which words attribute it; "" for none."""
    if reading.authored or reading.claim.text not in reading.sentence:
        return ""
    before, _, after = reading.sentence.partition(reading.claim.text)
    rest = " ".join(f"{before} [...] {after}".split())
    return rest if len(rest) > len("[...] .") + 1 else ""


def nobody(page: Page, asked: str, held: bool, empty: str = "No statement held") -> tuple[Line, ...]:
    """The sentence for what nobody said; nothing where something is held."""
    return () if held else (Line((page.absent(f"{empty}{f': {asked}' if asked else ''}."),)),)
