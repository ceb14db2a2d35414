"""A small ceasefire between two invented parties: enough to link to."""

from dataclasses import replace
from datetime import date

import pytest

from truceline.actors import Lexicon
from truceline.actors.model import Actor
from truceline.agreement.model import Agreement, Anchor, AnchorValue, Cues, Deed, Provision
from truceline.case.context import context
from truceline.evidence import Claim, Document, Kind, Target, Text, dates
from truceline.linking import Linker, evidence
from truceline.reading import Reader

ACTORS = (
    Actor("north", "Northland", adjectives=("Northern",), kinds=("party",)),
    Actor("south", "Southland", adjectives=("Southern",), kinds=("party",)),
    Actor("north_army", "Northland army", of="north", aliases=("Northern army",)),
    Actor("envoy", "Ada Speaker", of="south", person=True),
)
BAN = Provision(
    "b1",
    "no attacks",
    Deed.PROHIBITION,
    ("north",),
    cues=Cues(any=("attack", "shelling"), counts=("violations",), acts=("shelling",)),
)
CROSSING = Provision(
    "d1",
    "open the bridge",
    Deed.OBLIGATION,
    ("north",),
    cues=Cues(
        any=("bridge",), never=("footbridge",), done=("open", "reopened"), undone=("closed", "closure")
    ),
)


@pytest.fixture(scope="session")
def lexicon():
    return Lexicon(ACTORS)


@pytest.fixture(scope="session")
def agreement():
    began = AnchorValue(None, dates.parse("2025-10-10"), ("north",))
    return Agreement(
        "truce-2025",
        {"en": "Truce"},
        anchors={"effect": Anchor("effect", "in effect", (began,))},
        provisions={"b1": BAN, "d1": CROSSING},
        effective="effect",
    )


@pytest.fixture
def document():
    return Document(
        "sources/01.txt", "0" * 64, published=dates.day(date(2025, 12, 24)), ceasefire="truce-2025"
    )


@pytest.fixture
def claim():
    base = Claim("t" * 64, "sources/01.txt", Kind.STATEMENT, 0, 10, "words", speaker="Ada Speaker")
    return lambda **changes: replace(base, **changes)


@pytest.fixture(scope="session")
def told():
    """Reader and linker together: the (claim, links, rows) of every statement of a sentence, as if each were accepted."""
    return _told


def _told(agreement, actors, sentence):
    lexicon = Lexicon.builtin().merged(Lexicon(actors))
    linker = Linker(agreement, lexicon, {})
    document = Document("a.txt", "0" * 64, published=dates.day(date(2026, 11, 20)), ceasefire=agreement.id)
    found = []
    for claim in Reader(lexicon).read(Text("a.txt", sentence, "txt/1"), document):
        around = context(sentence, claim.start, claim.end).sentence
        links = linker.links(claim, document, around)
        rows = list(evidence(linker, claim, links, document, checked=True, sentence=around))
        found.append((claim, {x.id: x for x in links if x.target is Target.PROVISION}, rows))
    return found
