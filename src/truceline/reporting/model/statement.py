"""A statement as the page opens it: exact words in their sentence, who, through whom, where, and who checked it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim with everything a reader needs to judge the reading.

    ``number`` is its place on this page, for print. ``words`` are the exact characters ``start`` to ``end`` of ``document``,
    ``before`` and ``after`` the rest of the sentence and its neighbours. ``checked`` tells that a person accepted that it was
    said; ``review`` is the state in the ledger's word; ``rendering`` that the words are the case author's and no quotation;
    ``excerpt`` that they were cut to one sentence. ``confidential`` that its source is protected, so that it stands
    in no public edition. ``values`` are the numbers it holds, for the provenance test.
    """

    id: str
    number: int
    kind: str
    words: str
    before: str = ""
    after: str = ""
    speaker: str = ""
    speaker_text: str = ""
    on_behalf_of: str = ""
    original: str = ""
    relay: tuple[str, ...] = ()
    outlet: str = ""
    address: str = ""
    document: str = ""
    published: str = ""
    published_evidence: str = ""
    about: str = ""
    language: str = "en"
    start: int = 0
    end: int = 0
    review: str = "proposed"
    checked: bool = False
    reviewer: str = ""
    reviewed: str = ""
    doubt: tuple[str, ...] = ()
    summary: str = ""
    links: tuple[str, ...] = ()
    values: tuple[float, ...] = ()
    excerpt: bool = False
    rendering: bool = False
    confidential: bool = False
