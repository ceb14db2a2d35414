import pytest

from truceline.evidence import Attribution, Kind, Mode, Polarity, Stance


def only(claims):
    assert len(claims) == 1, [c.text for c in claims]
    return claims[0]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Odell said that the road was mined.", "Mira Odell", "the road was mined"),
        ("The road was mined, Odell said.", "Mira Odell", "The road was mined"),
        ("The road was mined, said Odell.", "Mira Odell", "The road was mined"),
        ("According to Odell, the road was mined.", "Mira Odell", "the road was mined"),
        ("The road was mined, according to Odell.", "Mira Odell", "The road was mined"),
        ("Odell: “The road was mined.”", "Mira Odell", "“The road was mined.”"),
        ("“The road was mined,” Odell told reporters on Friday.", "Mira Odell", "“The road was mined,”"),
        ("Odell described the deal as a trap.", "Mira Odell", "the deal as a trap"),
        ("Odell accused Norland of mining the road.", "Mira Odell", "accused Norland of mining the road"),
        ("Odell welcomed the vote of the council.", "Mira Odell", "welcomed the vote of the council"),
        ("Odell spoke of a growing threat to the road.", "Mira Odell", "a growing threat to the road"),
        ("The road was mined, Merkur quoted Odell as saying.", "Mira Odell", "The road was mined"),
        (
            "The text stipulates that both sides will leave the road.",
            "text",
            "both sides will leave the road",
        ),
    ],
)
def test_a_cue_in_any_place_finds_its_speaker_and_content(read, text, speaker, content):
    claim = only(read(text))
    assert (claim.speaker, claim.text) == (speaker, content)
    assert claim.attribution is Attribution.EXPLICIT


def test_trailing_participles_of_the_speaker_are_claims_of_their_own(read):
    claims = read("“The road is mined,” Odell said, adding that nobody had cleared it.")
    assert [(c.text, c.cue, c.mode) for c in claims] == [
        ("“The road is mined,”", "said", Mode.DIRECT),
        ("nobody had cleared it", "adding that", Mode.INDIRECT),
    ]


def test_the_outlet_takes_over_after_but(read):
    claims = read("Norland says the offer is fair but it opens the way to a new war.")
    assert [(c.speaker, c.attribution) for c in claims] == [
        ("Norland", Attribution.EXPLICIT),
        (None, Attribution.NARRATOR),
    ]


def test_with_that_both_halves_are_the_speakers(read):
    claims = read("Odell said that the truce holds, yet the road remains closed.")
    assert {c.speaker for c in claims} == {"Mira Odell"}


def test_what_a_party_is_told_to_want_is_the_outlets_telling(read):
    claim = only(read("The Karu Front wants a written guarantee."))
    assert (claim.speaker, claim.attribution) == (None, Attribution.NARRATOR)
    assert claim.payload.holder == "Karu Front"


def test_a_count_passed_on_names_whose_count_it_is(read):
    claim = only(read("Odell revealed that Norland has documented 30 breaches of the truce."))
    assert (claim.speaker, claim.original, claim.payload.counter) == ("Mira Odell", "Norland", "Norland")


def test_somebody_believes_is_anonymous(read):
    claim = only(read("Norland is widely believed to have offered a pause."))
    assert (claim.attribution, claim.speaker) == (Attribution.ANONYMOUS, None)


def test_the_comment_of_the_outlet_is_not_the_speakers(read):
    claims = read("Odell said the talks would go on, underscoring the role of the mediators.")
    assert [c.text for c in claims if c.speaker] == ["the talks would go on"]


def test_several_sentences_of_one_quotation_have_one_speaker(read):
    claims = read("“The road is closed. Nobody came to open it. We have waited for weeks,” Odell said.")
    assert [c.speaker for c in claims] == ["Mira Odell"] * 3
    assert all(c.mode is Mode.DIRECT for c in claims)


def test_two_sources_set_against_each_other_keep_their_words(read):
    claims = read("Odell said the dead were fighters, while medics said they were farmers.")
    assert [(c.speaker, c.speaker_text, c.attribution) for c in claims] == [
        ("Mira Odell", "Odell", Attribution.EXPLICIT),
        (None, "medics", Attribution.ANONYMOUS),
    ]


def test_what_somebody_did_not_say_is_no_statement_of_theirs(read):
    (claim,) = read("The Karu Front did not say whether it would answer.")
    assert (claim.kind, claim.payload.stance) == (Kind.POSITION, Stance.SILENT)
    assert (claim.speaker, claim.text) == ("Karu Front", "whether it would answer")


def test_a_source_at_the_end_of_a_relative_clause_covers_that_clause_only(read):
    claims = read("Norland accuses Karu of shelling Hartown, where 200 families live, according to Merkur.")
    assert [(c.speaker, c.original) for c in claims] == [("Norland", None), ("Merkur", None)]


def test_a_text_within_anothers_words_may_tell_nothing(read):
    text = "The plan foresees according to according to a departure that is gradual. It names neither according to a number nor a day."
    assert all(c.start < c.end for c in read(text))


def test_a_passive_with_by_is_the_words_of_the_agent(read):
    claim = only(read("A joint patrol was turned down by Odell."))
    assert claim.speaker == "Mira Odell"


def test_what_a_party_does_not_dispute_is_told_by_the_outlet(read):
    assert all(c.attribution is Attribution.NARRATOR for c in read("Norland does not dispute the number."))


def test_what_the_outlet_adds_to_a_stance_is_its_own(read):
    texts = [c.text for c in read("Norland disputed the list, a number it has not published.") if c.speaker]
    assert all("published" not in t for t in texts)


def test_a_parenthesis_behind_a_place_is_a_cue(read):
    assert {c.speaker for c in read("Up there, Odell reckons, are a few hundred who never came down.")} == {
        "Mira Odell"
    }


@pytest.mark.parametrize(
    "words",
    [
        "Norland issued a denial that it had shelled the camp.",
        "Norland repeated its denial that it had shelled the camp.",
        "Norland's denial that it had shelled the camp came late.",
        "The denial by Norland that it had shelled the camp came late.",
        "Norland voiced doubt that the Karu Front had shelled the camp.",
        "Norland called it untrue that it had shelled the camp.",
        "Norland hit back at the claim that it had shelled the camp.",
        "Norland's rejection of the charge that it had shelled the camp came late.",
        "Norland made a fierce denial of the charge that it had shelled the camp.",
    ],
)
def test_what_is_told_as_a_denial_or_in_doubt_is_denied(read, words):
    found = [c for c in read(words) if "had shelled the camp" in c.text]
    assert found
    assert {c.polarity for c in found} == {Polarity.DENIED}


def test_no_doubt_is_no_denial(read):
    found = [c for c in read("Norland left no doubt that it had shelled the camp.") if c.speaker]
    assert {c.polarity for c in found} == {Polarity.AFFIRMED}


def test_a_denial_that_was_not_made_leaves_the_matter_open(read):
    found = [c for c in read("Norland made no denial that it had shelled the camp.") if c.speaker]
    assert [c.payload.stance for c in found] == [Stance.SILENT]


@pytest.mark.parametrize(
    "words",
    ["Norland said nonsense was told on the radio.", "Norland said the denial that it had fired was false."],
)
def test_a_denial_within_what_is_told_denies_nothing_of_it(read, words):
    assert {c.polarity for c in read(words) if c.speaker} == {Polarity.AFFIRMED}
