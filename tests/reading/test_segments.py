from truceline.reading import noise, segments


def sentences(text):
    return [s.of(text) for p in segments.paragraphs(text) for s in p.sentences]


def test_abbreviations_end_no_sentence():
    assert len(sentences("The U.S. envoy met Gen. Ames and Dr. Oslo in St. Ives.")) == 1


def test_an_abbreviation_before_a_plain_opener_does():
    assert len(sentences("It was made in the U.S. The other side agreed.")) == 2


def test_a_number_ends_a_sentence():
    assert len(sentences("It goes back to October 7. Something is missing.")) == 2


def test_closing_marks_stay_with_their_sentence():
    assert sentences("“We met.” He left.") == ["“We met.”", "He left."]


def test_a_dateline_is_no_part_of_the_first_sentence():
    text = "HARTOWN, 4 May 2026 - The road is open."
    (paragraph,) = noise.cleaned(text, segments.paragraphs(text))
    assert paragraph.sentences[0].of(text) == "The road is open."


def test_repeated_headlines_and_boilerplate_are_left_out():
    text = "Skip to main content\nA road opens\n· 4 min read\nA road opens\nThe road is open.\nShortlink for this post: x\n"
    kept = [p.span.of(text) for p in noise.cleaned(text, segments.paragraphs(text))]
    assert kept == ["A road opens", "The road is open."]


def test_a_run_without_blanks_is_left_out_and_the_rest_read():
    assert sentences("The road " + "“" * 5_000 + " is open.") == ["The road", "is open."]
