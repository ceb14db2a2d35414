def test_a_place_before_a_clause_of_another_cue_is_no_assertion_and_a_known_name_keeps_its_article(read):
    """The name stands in the lexicon with "the", which the masked parse does not see."""
    texts = {c.text for c in read("In Hartown the Karu Front agreed to speed it up, Odell said.")}
    assert texts == {"the Karu Front agreed to speed it up"}
