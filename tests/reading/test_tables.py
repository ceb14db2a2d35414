import pytest

from truceline.reading.tables import Tables

TABLE = "Files at the close\n\nOffice   Opened   Closed\nQuibdó   52   31\nPasto 2   19   8\n"


def head(text, words):
    return Tables(text).head(text.index(words))


@pytest.mark.parametrize(
    ("words", "counts"), [("52", "files opened"), ("31", "files closed"), ("8", "files closed")]
)
def test_a_column_counts_what_its_head_says_of_what_the_title_names(words, counts):
    assert head(TABLE, words) == counts


def test_the_first_column_only_names_its_row():
    assert head(TABLE, "2   19") == ""


def test_a_part_is_named_after_the_column_it_is_a_part_of():
    text = "Day | lorries | of these for the north\n19 Jan. | 630 | 300\n"
    assert head(text, "300") == "lorries for the north"


def test_a_line_without_a_head_is_no_row():
    assert head("On 3 May 12 | 14 | 16 were seen.", "14") is None
    assert head("They came -- all 12 of them -- and left.", "12") is None
