"""An explanation as one page: every step with its origin, every statement to open, machine readings said to be such."""

import re
from dataclasses import replace
from datetime import date

import pytest

from truceline.reporting import html
from truceline.reporting.model import Statement
from truceline.reporting.provenance import loose, unbalanced
from truceline.reporting.why import Why, shown
from truceline.status import Days, Node

A, B, C = "00112233445566aa", "00112233445566bb", "00112233445566cc"
TREE = Node(
    "OPEN THE BRIDGE (p01)",
    "bearer South",
    children=(
        Node("The text", "article 4: the bridge opens on 3 May"),
        Node(
            "Is it done?",
            children=(
                Node("as stated by North", "NOT MET stated", children=(Node("stated", claim=A),)),
                Node("as stated by South", "NO STATEMENT HELD"),
            ),
        ),
        Node("Not counted", children=(Node("not checked", "a machine reading", claim=B, counted=False),)),
    ),
)
SAID = {
    A: Statement(
        A, 1, "state", "The bridge is shut & <closed>", speaker="Ana Brook", relay=("Wire",), checked=True
    ),
    B: Statement(B, 2, "state", "It is open", speaker="Jon Stone"),
}
WHY = Why("River truce", "p01", Days(date(2031, 5, 3), date(2031, 5, 3)), TREE, SAID)


@pytest.fixture(scope="module")
def page():
    return html.explained(WHY)


def test_no_digit_and_no_status_word_stands_without_its_origin(page):
    assert loose(page) == ()
    assert unbalanced(page) == ()


def test_a_statement_is_quoted_where_it_is_used_and_opens_in_its_sentence(page):
    assert f'<a class="said" href="#s-{A}">The bridge is shut &amp; &lt;closed&gt;</a>' in page
    assert f'id="s-{A}"' in page
    assert "Ana Brook → Wire" in page


def test_a_machine_reading_says_so_before_its_words_and_in_head_and_foot(page):
    assert re.search(
        r"Machine reading, not checked:</?[^>]*>? ?<q dir=\"auto\">It is open|Machine reading, not checked: <q",
        page,
    )
    assert "INTERNAL: holds unchecked readings, not for release" in page
    assert "NOT CHECKED: holds machine readings, not for release" in page


def test_without_machine_readings_the_page_holds_no_script():
    root = replace(TREE, children=TREE.children[:2])
    made = html.explained(replace(WHY, root=root, statements={A: SAID[A]}))
    assert "<script" not in made
    assert "INTERNAL: not for release" in made


def test_words_of_the_case_author_are_no_quotation():
    made = html.explained(replace(WHY, statements={**SAID, A: replace(SAID[A], rendering=True)}))
    assert "[In the case author&#39;s words]" in made
    assert f'<q dir="auto"><a class="said" href="#s-{A}">' not in made


def test_a_claim_that_the_case_does_not_hold_shows_its_id():
    made = html.explained(replace(WHY, root=replace(TREE, children=(Node("cited", claim=C),))))
    assert C in made
    assert loose(made) == ()


def test_every_step_of_the_tree_is_on_the_page(page):
    def labels(node):
        yield node.label
        for child in node.children:
            yield from labels(child)

    assert [label for label in labels(TREE) if label not in page and label != "stated"] == []
    assert list(shown(TREE)) == [A, B]


def test_the_same_answer_gives_the_same_page_and_asks_the_network_for_nothing(page):
    assert html.explained(WHY) == page
    assert not re.search(r'(?:src|href)="(?!#)', page)
