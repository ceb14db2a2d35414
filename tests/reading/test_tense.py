import pytest

from truceline.reading import tense


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("They will meet on X.", True),
        ("They'll meet on X.", True),
        ("The vote is to be held on X.", True),
        ("The boat is due on X.", True),
        ("The round due on X, has not taken place.", False),
        ("She announced a meeting of the committee on X.", True),
        ("X will show.", True),
        ("He stays until X.", True),
        ("They met on X.", False),
        ("They were to cross on X.", False),
        ("He said on X that it will.", False),
        ("Nobody crosses since X.", False),
        ("The paper of X.", None),
        ("They were due by X.", None),
    ],
)
def test_the_nearest_verb_of_the_clause_says_whether_a_day_lies_ahead(text, ahead):
    at = text.index("X")
    assert tense.coming(text, at, at + 1) is ahead
