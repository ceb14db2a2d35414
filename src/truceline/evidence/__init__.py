"""Documents, texts, claims, links, reviews, findings and truth, as frozen values. No input or output happens here."""

from truceline.evidence.claim import (
    Attribution,
    Claim,
    Doubt,
    Hedge,
    Kind,
    Link,
    Mode,
    Part,
    Polarity,
    Target,
)
from truceline.evidence.dates import DateError, Interval
from truceline.evidence.document import BOILERPLATE, Aside, Document, Span, Text, digest
from truceline.evidence.finding import Answer, Finding, Rung
from truceline.evidence.index import Evidence, EvidenceIndex, Ground, MemoryIndex, Selection, select
from truceline.evidence.payload import (
    Basis,
    Compliance,
    Condition,
    Figure,
    Incident,
    Payload,
    Position,
    Stance,
    State,
    Step,
    Term,
)
from truceline.evidence.review import Review, Verdict, in_force, seen
from truceline.evidence.truth import Truth
from truceline.evidence.viewpoint import Viewpoint, ordered

__all__ = [
    "BOILERPLATE",
    "Answer",
    "Aside",
    "Attribution",
    "Basis",
    "Claim",
    "Compliance",
    "Condition",
    "DateError",
    "Document",
    "Doubt",
    "Evidence",
    "EvidenceIndex",
    "Figure",
    "Finding",
    "Ground",
    "Hedge",
    "Incident",
    "Interval",
    "Kind",
    "Link",
    "MemoryIndex",
    "Mode",
    "Part",
    "Payload",
    "Polarity",
    "Position",
    "Review",
    "Rung",
    "Selection",
    "Span",
    "Stance",
    "State",
    "Step",
    "Target",
    "Term",
    "Text",
    "Truth",
    "Verdict",
    "Viewpoint",
    "digest",
    "in_force",
    "ordered",
    "seen",
    "select",
]
