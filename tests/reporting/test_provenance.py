"""Everything that a page says of the world can be followed to a sentence, a rule or a setting."""

import re

import pytest

from truceline.reporting import html
from truceline.reporting.model import Kind, Line, Run
from truceline.reporting.provenance import loose, numbers, unbalanced


@pytest.mark.parametrize("name", ["day", "arabic", "river_report"])
def test_no_digit_and_no_status_word_stands_without_its_origin(name, request):
    assert loose(html.render(request.getfixturevalue(name))) == ()


@pytest.mark.parametrize("name", ["day", "arabic", "river_report"])
def test_every_element_is_closed_where_it_was_opened(name, request):
    assert unbalanced(html.render(request.getfixturevalue(name))) == ()


def test_a_number_without_origin_is_found():
    assert [x.text for x in loose("<main><p>some 12 shells</p></main>")] == ["some 12 shells"]


def test_a_status_word_without_origin_is_found():
    assert [x.text for x in loose("<main><td>not met</td></main>")] == ["not met"]


def test_a_statement_that_the_page_does_not_open_is_found():
    page = '<p data-claims="00112233445566aa">12</p>'
    assert loose(page)[0].why == "no such statement on the page"
    assert loose(page + '<p id="s-00112233445566aa">x</p>') == ()


def test_an_empty_origin_answers_for_nothing():
    assert len(loose('<p data-claims="">12</p>')) == 2


def test_an_element_closed_in_the_wrong_order_is_found():
    assert unbalanced("<p><b>x</p></b>")


def _stated(value):
    if isinstance(value, Run):
        yield value
    elif isinstance(value, Line | tuple) or hasattr(value, "__dataclass_fields__"):
        inner = value if isinstance(value, tuple) else [getattr(value, f) for f in value.__dataclass_fields__]
        for one in inner:
            yield from _stated(one)


def _known(statement):
    told = f"{statement.before} {statement.words} {statement.after} {statement.published} {statement.speaker}"
    return {*numbers(told), *(f"{v:g}" for v in statement.values)}


def test_every_number_of_a_stated_run_stands_in_a_statement_it_names(day):
    """Days of the calendar aside, which are told of the statement itself."""
    for run in _stated((day.changed, day.gates, day.sections)):
        if run.kind is Kind.STATED and run.checked:
            known = set().union(*(_known(day.statements[c]) for c in run.claims))
            assert set(numbers(run.text)) <= known, run


def test_a_run_that_is_said_to_be_stated_names_its_statement(day, river_report):
    for report in (day, river_report):
        for run in _stated((report.changed, report.gates, report.sections, report.figures, report.board)):
            assert run.kind is not Kind.STATED or run.claims
            assert run.kind is not Kind.COMPUTED or run.rule


def test_each_statement_opens_from_its_link(day):
    page = html.render(day)
    targets = set(re.findall(r'href="#(s-[0-9a-f]{16})"', page))
    assert targets
    assert targets <= set(re.findall(r'id="(s-[0-9a-f]{16})"', page))
