import dataclasses
import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from truceline.actors import Lexicon
from truceline.evidence import Attribution, Document, Figure, Interval, Kind, Mode, Text
from truceline.reading import Reader
from truceline.reading.segments import LONGEST

STORY = """Karu Front says crossing still shut

HARTOWN, 3 May 2026 - The Karu Front has rejected a plan to hand the crossing to Norland, Mira Odell, a member of its council, told Merkur.

Odell said that the crossing remains closed and that Norlandish forces had carried out more than 140 raids since 12 March. She added that aid was down to between 8 and 10 trucks a day.

“We have kept all our obligations under the truce,” Odell said, accusing Norland of breaking the agreement.

An official close to the talks said that up to 3,000 observers could be sent.
"""


def test_one_claim_an_assertion_with_speaker_and_relay(read):
    claims = read(STORY)
    said = [c for c in claims if c.speaker == "Mira Odell"]
    assert len(said) >= 5
    assert all(c.relay == ("Merkur",) for c in said)
    assert {c.kind for c in said} >= {Kind.POSITION, Kind.STATE, Kind.FIGURE, Kind.COMPLIANCE}


def test_an_unnamed_official_stays_unnamed_with_the_words_of_the_text(read):
    last = read(STORY)[-1]
    assert last.speaker is None
    assert last.attribution is Attribution.ANONYMOUS
    assert last.speaker_text == "An official close to the talks"


def test_a_quotation_is_direct_and_keeps_its_marks(read):
    direct = [c for c in read(STORY) if c.mode is Mode.DIRECT]
    assert [c.text for c in direct] == ["“We have kept all our obligations under the truce,”"]


def test_a_day_without_year_gets_one_only_from_a_known_publication(read):
    def base(document: Document | None) -> str:
        return next(
            c.payload.base
            for c in read(STORY, document)
            if isinstance(c.payload, Figure) and c.payload.low == 140
        )

    def published(*days: date | None) -> Document:
        return Document("a.txt", "0", published=Interval(*days))

    assert base(None) == "XXXX-03-12"
    assert base(published(date(2026, 5, 3), date(2026, 5, 4))) == "2026-03-12"
    assert base(published(date(2025, 12, 30), None)) == "XXXX-03-12"
    assert base(published(date(2026, 2, 1), date(2026, 5, 4))) == "XXXX-03-12"


def test_carriers_of_the_sidecar_follow_those_of_the_text_and_the_outlet_is_none(read):
    document = Document("a.txt", "0", outlet="Merkur", relay=("Wire Service",))
    assert {c.relay for c in read(STORY, document) if c.speaker == "Mira Odell"} == {("Wire Service",)}


def test_claim_ids_are_unique_and_reading_twice_gives_the_same(read):
    claims = read(STORY)
    assert len({c.id for c in claims}) == len(claims)
    assert claims == read(STORY)


def test_renaming_the_parties_mirrors_every_claim(lexicon, reader):
    swap = {"Norland": "Karu Front", "Karu Front": "Norland"}
    pattern = re.compile(r"\b(Karu Front|Norland(?!ish))\b")

    def renamed(text: str) -> str:
        return pattern.sub(lambda m: swap[m[0]], text)

    other = Lexicon(dataclasses.replace(a, name=renamed(a.name)) for a in lexicon.actors.values())
    before = reader.read(Text("a", STORY, "txt/1"))
    after = Reader(other).read(Text("a", renamed(STORY), "txt/1"))
    assert [
        (c.kind, renamed(c.text), renamed(c.speaker or ""), renamed(repr(c.payload))) for c in before
    ] == [(c.kind, c.text, c.speaker or "", repr(c.payload)) for c in after]


def test_names_that_no_lexicon_knows_are_read_by_their_grammar(read):
    text = "Ervin Tasko, a spokesman for the Zemra League, said that 12 boats were seized. Tasko called it “theft”."
    claims = read(text)
    assert {c.speaker for c in claims} == {"Ervin Tasko"}
    assert {c.on_behalf_of for c in claims} == {"Zemra League"}


def test_an_endless_sentence_is_cut_and_read(read):
    claims = read("Odell said that the road is closed and " * 2_000)
    assert claims
    assert all(len(c.text) <= LONGEST for c in claims)


def test_a_megabyte_without_a_blank_does_not_stop_the_reader(read):
    read("x" * 200_000 + "\n" + "“" * 5_000 + "\n" + "a.b" * 20_000)


MARKS = st.sampled_from(list("“”\"'‘’„«».,:;-–—()\u200f\u202b\u202c\u0007\ufeff\n\t 7"))
WORDS = st.sampled_from(
    [
        "Odell",
        "Karu",
        "Norland",
        "said",
        "that",
        "told",
        "Merkur",
        "he",
        "the",
        "official",
        "rejected",
        "more",
        "than",
        "12",
        "1,400",
        "violations",
        "a",
        "day",
        "since",
        "11",
        "October",
        "according",
        "to",
        "who",
        "which",
        "and",
        "but",
        "not",
        "“We",
        "agree”",
        "citing",
        "quoted",
        "by",
        "as",
        "saying",
        "between",
        "dozens",
        "of",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(WORDS, MARKS), max_size=60).map(" ".join))
def test_no_mixture_of_cues_and_marks_breaks_a_span(read, text):
    read(text)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=300))
def test_no_text_breaks_a_span(read, text):
    read(text)


@pytest.mark.parametrize("at", range(0, len(STORY), 97))
def test_a_text_cut_anywhere_is_read(read, at):
    read(STORY[at:])
    read(STORY[:at])
