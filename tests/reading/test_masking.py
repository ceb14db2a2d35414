from truceline.evidence import Span
from truceline.reading import masking


def test_every_masked_character_finds_its_way_back(lexicon):
    text = "The Karu Front told Mira Odell of Norland’s plan."
    mentions = list(enumerate(lexicon.mentions(text)))
    masked = masking.mask(text, Span(0, len(text)), mentions, lexicon.actors)
    assert masked.string == "The Canada told Smith of Canada’s plan."
    for word, original in (("told", "told"), ("Smith", "Mira Odell"), ("plan", "plan")):
        at = masked.string.index(word)
        start, end, _ = masked.original(at, at + len(word))
        assert text[start:end] == original


def test_the_stand_in_depends_on_the_class_alone(lexicon):
    text = "Norlandish Norland Karu Odell Merkur"
    found = lexicon.mentions(text, ("name", "adjective"))
    assert [masking.sort(m, lexicon.actors) for m in found] == [
        "adjective",
        "body",
        "body",
        "person",
        "outlet",
    ]
