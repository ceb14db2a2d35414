"""From a reading to the statement that the page opens."""

from __future__ import annotations

from datetime import date

from truceline.case import Case, Reading
from truceline.evidence import Figure, Interval, wording
from truceline.reporting.model import Statement


def made(case: Case, reading: Reading, number: int, as_of: date) -> Statement:
    """The statement of a reading, with the sentence before and after it."""
    claim, document = reading.claim, reading.document
    around = case.context(reading.id)
    inner = claim.start - around.start
    within = around.sentence[inner : inner + len(claim.text)] == claim.text
    before = around.sentence[:inner] if within else ""
    after = around.sentence[inner + len(claim.text) :] if within else ""
    return Statement(
        id=reading.id,
        number=number,
        kind=claim.kind.value,
        words=claim.text,
        before=f"{around.before} {before}".lstrip(),
        after=f"{after} {around.after}".rstrip(),
        speaker=reading.speaker.name if reading.speaker else (claim.speaker or ""),
        speaker_text=claim.speaker_text,
        on_behalf_of=reading.side.name if reading.side and reading.side != reading.speaker else "",
        original=claim.original or "",
        relay=tuple(dict.fromkeys((*claim.relay, *document.relay))),
        outlet=document.outlet,
        address=document.address,
        document=document.path,
        published=_published(document.published, as_of),
        published_evidence=document.published.evidence,
        about=wording.days(claim.about, as_of) if claim.about.known else "",
        language=document.language,
        start=claim.start,
        end=claim.end,
        review=reading.state,
        checked=reading.checked,
        reviewer=_reviewer(reading),
        reviewed=f"{reading.review.at:%d %b %Y, %H:%M}" if reading.review and reading.checked else "",
        doubt=_doubt(reading),
        rendering=rendered(case, reading),
        confidential=case.is_confidential(reading),
        links=tuple(f"{x.target}: {x.id} ({x.reason})" for x in reading.links if x.reason),
        values=_values(reading),
    )


def rendered(case: Case, reading: Reading) -> bool:
    """Whether the words are the case author's rendering of a source, and no quotation."""
    source = case.agreement.cited.get(reading.id)
    return reading.authored and source is not None and source.paraphrase


def _published(published: Interval, as_of: date) -> str:
    return wording.days(published, as_of) if published.known else ""


def _reviewer(reading: Reading) -> str:
    if reading.authored:
        return "the author of the agreement file"
    return reading.review.by if reading.review and reading.checked else ""


def _doubt(reading: Reading) -> tuple[str, ...]:
    """Doubt in parts, about the reading and never about the fact."""
    found = [f"{d.part.value} doubtful: {d.reason}" for d in reading.claim.doubt]
    found += [f"{x.target.value} doubtful: {x.reason}" for x in reading.links if x.doubtful]
    if not reading.document.dated:
        found.append("date doubtful: the document carries none")
    return tuple(dict.fromkeys(found))


def _values(reading: Reading) -> tuple[float, ...]:
    payload = reading.claim.payload
    if not isinstance(payload, Figure):
        return ()
    held = (payload.low, payload.high, *(n for _, n in payload.parts))
    return tuple(dict.fromkeys(float(v) for v in held if v is not None))
