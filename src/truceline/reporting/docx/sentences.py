"""The sentences behind the lines, and the foot: what a reader needs to judge a reading, and how the report was made."""

from __future__ import annotations

from docx.text.paragraph import Paragraph

from truceline.reporting.docx import marks
from truceline.reporting.docx.paper import Paper
from truceline.reporting.model import Statement


def statements(paper: Paper) -> None:
    """Every statement under its number, which the references lead to."""
    t = paper.t
    small = t("the sentences behind the lines above; numbers are those on paper")
    paper.heading(t("Statements"), small=small)
    if not paper.report.statements:
        paper.paragraph(t("No statement is held."))
    for statement in paper.report.statements.values():
        _statement(paper, statement)


def _statement(paper: Paper, s: Statement) -> None:
    t = paper.t
    made = paper.paragraph()
    marks.bookmark(made, f"s_{s.id}", s.number, f"[{s.number}]").bold = True
    made.add_run(f" {t('checked') if s.checked else t('Machine reading, not checked:')} ").italic = True
    if s.confidential:
        made.add_run(f"{t('CONFIDENTIAL: in no public edition')} ").bold = True
    made.add_run(s.before)
    made.add_run(s.words).bold = True
    made.add_run(s.after)
    made.paragraph_format.keep_with_next = True
    below = paper.paragraph()
    for label, text in _told(paper, s):
        _pair(below, label, text)
    if not s.checked:
        marks.shade(made)
        marks.shade(below)


def _pair(paragraph: Paragraph, label: str, text: str) -> None:
    lead = "; " if paragraph.text else ""
    paragraph.add_run(f"{lead}{label}: ").bold = True
    paragraph.add_run(text)


def _told(paper: Paper, s: Statement) -> list[tuple[str, str]]:
    """Label and text of what is known about a statement, without what is empty."""
    t = paper.t
    place = f"{s.document}, " if s.document else ""
    excerpt = f" ({t('first sentence')})" if s.excerpt else ""
    found = (
        (t("Said by"), _speaker(paper, s)),
        (t("For"), s.on_behalf_of),
        (t("Whose words or count"), s.original),
        (t("Passed on by"), ", ".join(s.relay)),
        (t("Held from"), _held(paper, s)),
        (t("Speaks of"), s.about),
        (
            t("In the case author's words") if s.rendering else t("Exact words"),
            f"{place}{t('characters')} {s.start}-{s.end}{excerpt}",
        ),
        (t("Review"), _review(paper, s)),
        (t("Doubt about the reading"), "; ".join(s.doubt)),
    )
    return [(label, text) for label, text in found if text]


def _speaker(paper: Paper, s: Statement) -> str:
    t = paper.t
    if s.speaker:
        other = s.speaker_text and s.speaker_text != s.speaker
        return f"{s.speaker}, {t('written as')} “{s.speaker_text}”" if other else s.speaker
    return f"{t('not resolved:')} “{s.speaker_text}”" if s.speaker_text else t("not named")


def _held(paper: Paper, s: Statement) -> str:
    t = paper.t
    evidence = f" [{s.published_evidence}]" if s.published_evidence else ""
    told = f"{s.outlet or t('outlet not known')}, {s.published or t('date not known')}{evidence}"
    return f"{told}, {s.address}" if s.address else told


def _review(paper: Paper, s: Statement) -> str:
    t = paper.t
    if not s.checked:
        return t("not checked")
    by = f" {t('by')} {s.reviewer}" if s.reviewer else ""
    return f"{t('checked')}{by}" + (f", {s.reviewed}" if s.reviewed else "")


def foot(paper: Paper) -> None:
    """How the report was made; its state stands at the foot of every page."""
    f, t = paper.report.foot, paper.t
    told = [f"{t('Column order:')} {f.column_order}"]
    told += [f"{t('names and terms:')} {f.terms_version}"] if f.terms_version else []
    told += [f"{t('rules')} {', '.join(f.rules)}"] if f.rules else []
    told += [f"{t('ledger')} {f.ledger}"] if f.ledger else []
    paper.paragraph(" - ".join(told))
    if f.terms:
        paper.heading(t("Names and terms of this report"), 2)
        for term, means in f.terms:
            paper.pair(term, means)
    made = paper.word.sections[0].footer.paragraphs[0]
    made.add_run(f"{state(paper)}    ").bold = True
    marks.page_number(made)


def state(paper: Paper) -> str:
    """What the foot of every page says of the report."""
    t, report = paper.t, paper.report
    if report.unchecked:
        return t("NOT CHECKED: holds machine readings, not for release")
    if not report.head.signed:
        return t("DRAFT - NOT SIGNED")
    return t("PUBLIC: signed content only") if report.head.public else t("INTERNAL: not for release")
