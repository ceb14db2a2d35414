"""An explanation goes from the text down to the statements, and reads like frame E."""

import re
from datetime import date
from pathlib import Path

import pytest

from truceline.actors import Lexicon
from truceline.actors import load as load_actors
from truceline.agreement import load
from truceline.agreement.model import (
    Agreement,
    AssertedFormula,
    Assertion,
    Bond,
    Clock,
    Deed,
    Gate,
    Instrument,
    Provision,
    Source,
    Target,
)
from truceline.evidence import Claim, Evidence, Kind, MemoryIndex, Truth, Viewpoint, dates
from truceline.status import Node, explain, render

EXAMPLE = Path(__file__).parents[2] / "examples" / "gaza-2025"
DAY = date(2025, 12, 24)
TRIGGER = Claim("0" * 64, "agreement.yaml", Kind.CONDITION, 0, 9, "after the living")
SOURCE = Source(date=dates.parse("2025-12-24"), claim=TRIGGER)
VIEWS = (
    Viewpoint("hamas", "Hamas", frozenset({"hamas"})),
    Viewpoint("israel", "Israel", frozenset({"israel"})),
    Viewpoint("un", "UN", frozenset({"un"})),
    Viewpoint("mission", "Mission", frozenset(), mission=True),
)
AGREEMENT = Agreement(
    "gaza-2025",
    {},
    instruments={"I1": Instrument("I1", "plan")},
    provisions={
        "p10": Provision("p10", "release 20 living captives", Deed.OBLIGATION, ("hamas",)),
        "p20": Provision(
            "p20",
            "open Rafah crossing",
            Deed.OBLIGATION,
            ("israel",),
            instrument="I1",
            article="point 8",
            words="opened under the mechanism of January 2025",
            text="reported",
            beneficiary=("people of Gaza",),
            clocks=(Clock(words="no date, no trigger"),),
            targets=(
                Target("persons", 50, per="day", by="egypt", source=SOURCE),
                Target("goods", formula="as in January"),
            ),
            asserted=(
                Assertion("hamas.naim", "after the living", after="p10", source=SOURCE),
                Assertion(
                    "egypt", "both directions or not at all", source=Source(date=dates.parse("2025-12-06"))
                ),
                Assertion("us", "said later", source=Source(date=dates.parse("2026-01-14"))),
            ),
        ),
    },
    gates={
        "g": Gate(
            "g",
            "from phase one to phase two",
            asserted=(AssertedFormula("hamas", dates.parse("2025-12-09"), "p20"),),
        )
    },
)


def said(matter: str, holder: str, truth: Truth, claim: str, known: str, **more) -> Evidence:
    more.setdefault("checked", True)
    return Evidence(matter, holder, truth, date.fromisoformat(known), claim, **more)


ROWS = [
    said("p10", "hamas", Truth.MET, "living", "2025-10-13"),
    said("p20", "hamas", Truth.NOT_MET, "old", "2025-11-01"),
    said("p20", "hamas", Truth.NOT_MET, "closure", "2025-12-24"),
    said("p20", "hamas", Truth.UNKNOWN, "demand", "2025-12-24", why="position only"),
    said("p20", "hamas", Truth.NOT_MET, "unread", "2025-12-24", checked=False),
    said("p20", "israel", Truth.NOT_MET, "vague", "2026-01-31", possible=date(2025, 10, 1)),
]


NAMES = {
    "hamas": "Hamas",
    "israel": "Israel",
    "egypt": "Egypt",
    "hamas.naim": "Bassem Naim",
    "un": "United Nations",
}


def tree(matter: str = "p20") -> Node:
    return explain(AGREEMENT, MemoryIndex(ROWS), VIEWS, DAY, matter)


def with_names(matter: str = "p20") -> Node:
    return explain(
        AGREEMENT, MemoryIndex(ROWS), VIEWS, DAY, matter, name=lambda actor: NAMES.get(actor, actor)
    )


def words_of_all(node: Node) -> str:
    return "\n".join([node.label, node.words, *map(words_of_all, node.children)])


def under(node: Node, label: str) -> Node:
    return next(child for child in node.children if child.label.startswith(label))


def test_the_parts_stand_in_the_order_of_the_frame():
    assert [child.label for child in tree().children] == [
        "The text",
        "Is it due?",
        "Is it done?",
        "Owed and handed over",
        "Not counted",
        "What would change this",
        "How",
    ]


def test_the_text_says_how_it_is_held():
    text = under(tree(), "The text")
    assert "plan point 8: reported, own words: opened under" in text.words
    assert [child.words for child in text.children] == [
        "at least 50 persons per day, as read by egypt",
        "goods: as in January, by the text",
    ]


def test_triggers_say_by_whom_and_where_they_stand_and_later_ones_are_absent():
    due = under(tree(), "Is it due?")
    assert [child.label for child in due.children] == [
        "the text",
        "after release 20 living captives (p10)",
        "both directions or not at all",
    ]
    assert "as stated by Hamas: MET stated" in due.children[1].words
    assert due.children[1].claim == TRIGGER.id
    assert "the case author's reading" in due.children[2].words


def test_each_account_says_its_value_and_shows_its_statements():
    done = under(tree(), "Is it done?").children
    assert [(child.label, child.words) for child in done] == [
        ("as stated by Hamas", "NOT MET stated; degree 0-2 of 3 (below full)"),
        ("as stated by Israel", "NO STATEMENT HELD (1 held, date doubtful, not counted)"),
        ("as stated by UN", "NO STATEMENT HELD"),
        ("mission's own finding", "NONE MADE"),
    ]
    assert [leaf.claim for leaf in done[0].children] == ["closure"]


def test_what_is_not_counted_is_listed_with_why():
    apart = {leaf.claim: leaf.label for leaf in under(tree(), "Not counted").children}
    assert apart == {"unread": "not checked", "vague": "held", "old": "superseded", "demand": "no value"}


def test_what_is_listed_apart_is_no_evidence():
    assert set(tree().claims()) == {"closure", TRIGGER.id}


def test_what_would_change_it_is_said():
    words = under(tree(), "What would change this").words
    assert "a day for the statement that is held" in words
    assert "any dated statement on the matter" in words


def test_a_gate_is_explained_by_condition_and_account():
    made = tree("g")
    assert under(made, "The texts").words == "no condition is written in any text held"
    condition = under(made, "hamas, 2025-12-09")
    assert condition.children[0].words == "NOT MET computed"
    assert [leaf.claim for leaf in condition.children[0].children[0].children] == ["closure"]


def test_an_unknown_matter_is_an_error_that_names_those_there_are():
    with pytest.raises(KeyError, match="p10, p20"):
        tree("p99")


def test_the_text_rendering_keeps_to_its_width_and_quotes_the_words_of_each_claim():
    told = render(tree(), lambda claim: f'"words of {claim}" Naim -> Filastin | checked by AB')
    lines = told.splitlines()
    assert lines[0].startswith("OPEN RAFAH CROSSING (p20)  bearer israel, for people of Gaza")
    assert all(len(line) <= 100 for line in lines)
    assert "|  |- as stated by Hamas" in told
    assert lines[-1].startswith("'- How")
    for claim in ("closure", "unread", "vague", "old", "demand", TRIGGER.id):
        assert f'"words of {claim}"' in told


def test_actors_are_called_by_their_names_where_these_are_given():
    told = words_of_all(with_names())
    for words in (
        "bearer Israel, for people of Gaza",
        "as read by Egypt",
        "Bassem Naim, 2025-12-24",
        "Egypt, ",
    ):
        assert words in told
    assert [word for word in NAMES if re.search(rf"\b{word}\b", told)] == []


def test_the_names_change_no_value_and_no_claim():
    for matter in ("p20", "g"):
        assert list(with_names(matter).claims()) == list(tree(matter).claims())


def test_a_gate_calls_holders_and_whose_words_are_lacking_by_name_in_alphabetical_order():
    views = (Viewpoint("both", "Both", frozenset({"hamas", "egypt", "un"})),)
    names = {**NAMES, "hamas": "Zeta"}  # sorts last by name, and not by id
    made = explain(AGREEMENT, MemoryIndex([]), views, DAY, "g", name=names.__getitem__)
    (condition,) = [child for child in made.children if child.label == "Zeta, 2025-12-09"]
    (lacking,) = [n for n in condition.children[0].children if n.label == "would have to be stated"]
    assert lacking.words == "open Rafah crossing (p20): MET, a statement by Egypt or United Nations or Zeta"


def test_the_example_shows_no_id_of_an_actor_in_any_of_its_explanations():
    lexicon = Lexicon.builtin().merged(load_actors(EXAMPLE / "actors.yaml"))
    agreement = load(EXAMPLE / "agreement.yaml")
    ids = {actor for actor in lexicon.actors if "_" in actor}

    def name(actor):
        return lexicon.actors[actor].name if actor in lexicon.actors else actor

    for matter in (*agreement.provisions, *agreement.gates):
        made = explain(agreement, MemoryIndex([]), VIEWS, DAY, matter, name=name)
        assert ids & set(re.findall(r"\w+", words_of_all(made))) == set(), matter


def test_one_statement_is_no_statements():
    said_once = [said("p20", "hamas", Truth.MET, "once", "2025-12-24")]
    how = under(explain(AGREEMENT, MemoryIndex(said_once), VIEWS, date(2025, 12, 24), "p10"), "How")
    assert "0 statements" in how.words
    gate = under(explain(AGREEMENT, MemoryIndex(said_once), VIEWS, DAY, "g"), "How")
    assert "1 statement -" in gate.words


def test_a_name_is_not_cut_at_its_hyphen():
    node = Node("heading", children=(Node("stated", "word " * 12 + "Al-Thani " * 6),))
    assert all("Al-\n" not in f"{line.rstrip()}\n" for line in render(node).splitlines())


def test_a_long_label_and_long_words_wrap_under_themselves():
    node = Node(
        "heading", children=(Node("a label that is longer than the column for labels", "word " * 40),)
    )
    lines = render(node).splitlines()
    assert len(lines) > 2
    assert all(line.startswith("      ") for line in lines[2:])


def test_a_bearer_that_signed_nothing_is_told_with_through_whom_and_by_whose_word_from_the_day_it_was_said():
    said = Source(outlet="Valley Times", date=dates.parse("2031-05-04"))
    bonds = (
        Bond(("river_guard",), ("sudland",), article="2", words="its allies are bound with it"),
        Bond(("river_guard",), ("norland",), ("sudland",), source=said),
    )
    held = Provision("p01", "hold fire", Deed.PROHIBITION, ("river_guard",), bound_via=bonds)

    def told(day):
        node = explain(Agreement("river", {}, provisions={"p01": held}), MemoryIndex(()), (), day, "p01")
        (bound,) = (n for n in node.children if n.label == "Who is bound through whom")
        return [f"{n.label} {n.words}" for n in bound.children]

    of_text = "river_guard bound through sudland, by the text (2): its allies are bound with it"
    assert told(date(2031, 5, 3)) == [of_text]
    later = "river_guard bound through norland, by the word of sudland, 2031-05-04, the case author's reading"
    assert told(date(2031, 5, 4)) == [of_text, later]
