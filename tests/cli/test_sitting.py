from truceline.cli.sitting import single


def test_a_pasted_name_comes_key_by_key():
    assert single("sNaim\n") == ("s", "N", "a", "i", "m", "\n")


def test_an_arrow_key_is_none_of_ours_and_escape_is_one():
    assert single("\x1b[A") == ()
    assert single("\x1b") == ("\x1b",)


def test_the_end_of_the_terminal_leaves_a_question_and_stops():
    assert single("\x04") == ("\x1b", "q")
