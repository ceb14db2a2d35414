"""The public version: only of what is signed, and only what may leave the house."""

from dataclasses import replace

import pytest

from truceline.reporting import NotSigned, html, json, model, name, public, xlsx
from truceline.reporting.provenance import loose
from truceline.reporting.release import first_sentence


@pytest.fixture(scope="module")
def signed(day):
    claim = next(iter(day.statements))
    long = replace(day.statements[claim], words="One sentence with Gen. A. Smith in it. And a second one.")
    head = replace(day.head, signed_by="R. Officer, team leader", signed_at="24 Dec 2025, 18:20")
    return replace(day, head=head, statements={**day.statements, claim: long})


def test_a_report_that_nobody_signed_is_refused(day):
    with pytest.raises(NotSigned, match="sign it first"):
        public(day)


def test_it_holds_no_machine_reading_even_when_folded(signed):
    released = public(signed)
    page, text = html.render(released), json.render(released, proposals=True)
    for claim in signed.unchecked:
        words = signed.statements[claim].words
        assert claim not in page + text
        assert words not in page + text
    assert "Machine reading" not in page.split("<body", 1)[1].split("<main", 1)[1]


def test_it_quotes_one_sentence_at_most_without_its_neighbours(signed):
    released = public(signed)
    first = next(iter(released.statements.values()))
    assert first.words == "One sentence with Gen. A. Smith in it."
    assert first.excerpt
    assert first.end == first.start + len(first.words)
    assert not any(s.before or s.after for s in released.statements.values())


def test_a_line_quotes_no_more_than_its_statement(signed):
    claim = next(iter(signed.statements))
    said = model.Change("Force", model.line(model.stated(f"Side: “{signed.statements[claim].words}”", claim)))
    released = public(replace(signed, changed=model.Changed((said,))))
    assert released.changed.items[0].line.text == "Side: “One sentence with Gen. A. Smith in it.”"


def test_it_gives_addresses_instead_of_documents_and_names_no_reviewer(signed):
    released = public(signed)
    page = html.render(released)
    assert "sources/filastin.txt" not in page
    assert "https://example.org/" in page
    assert not any(s.document or s.reviewer or s.reviewed or s.doubt for s in released.statements.values())
    assert "duty officer" not in page


def test_it_holds_nothing_of_the_work_still_to_do(signed):
    page = html.render(public(signed))
    assert "To do before signing" not in page
    assert "PUBLIC: signed content only" in page


def test_it_still_rests_on_its_sentences(signed):
    assert loose(html.render(public(signed))) == ()


def test_its_names_tell_what_it_is(signed):
    assert name(public(signed), "html") == "2025-12-24-PUBLIC.html"
    from truceline.reporting import without_unchecked

    assert name(without_unchecked(signed), "html") == "2025-12-24-SIGNED.html"


def test_its_sheet_has_no_review_list(signed):
    assert "review list" not in xlsx.workbook(public(signed)).sheetnames


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("No end here", "No end here"),
        ("One. Two.", "One."),
        ("Mr. X said so. Then left.", "Mr. X said so."),
        ("It rose 1.5 per cent. Then fell.", "It rose 1.5 per cent."),
        ("هل حدث؟ نعم.", "هل حدث؟"),
        ("He said “go.” They went.", "He said “go.”"),
        ("One… Two", "One…"),
        ("- first line\n- second line", "- first line"),
        ("Some, e.g. this, held. That did not.", "Some, e.g. this, held."),
        ("停火。下一步", "停火。"),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text, first):
    assert first_sentence(text).rstrip("”") == first.rstrip("”")
