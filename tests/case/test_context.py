from truceline.case.context import context

TEXT = "Talks went on. The U.S. envoy said the bridge is closed. “We wait,” he added.\nA last line."


def around(words):
    at = TEXT.index(words)
    return context(TEXT, at, at + len(words))


def test_the_sentence_stands_between_the_one_before_and_the_one_after():
    found = around("the bridge is closed")
    assert found.before == "Talks went on."
    assert found.sentence == "The U.S. envoy said the bridge is closed."
    assert found.after == "“We wait,” he added."
    assert TEXT[found.start :].startswith("The U.S. envoy")


def test_a_claim_over_two_sentences_gets_both():
    at, end = TEXT.index("bridge"), TEXT.index("he added")
    assert context(TEXT, at, end).sentence.startswith("The U.S. envoy")
    assert context(TEXT, at, end).sentence.endswith("he added.")


def test_the_first_and_the_last_sentence_have_no_neighbour_on_one_side():
    assert around("Talks").before == ""
    assert around("last line").after == ""


def test_an_empty_text_gives_an_empty_context():
    assert context("", 0, 0).sentence == ""
