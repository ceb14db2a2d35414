"""Mended parses: what the order of the words shows and the parser does not."""

from pathlib import Path

from truceline.actors import Lexicon, load
from truceline.evidence import Text
from truceline.reading import Reader

ACTORS = Path(__file__).parents[2] / "examples" / "gaza-2025" / "actors.yaml"


def test_a_place_before_a_known_name_with_its_article_is_no_part_of_the_name() -> None:
    """The case knows "the mediators" with the article, which the masked parse does not see."""
    reader = Reader(Lexicon.builtin().merged(load(ACTORS)))
    claims = reader.read(
        Text("a.txt", "In Miami the mediators agreed to speed it up, the envoy said.", "txt/1")
    )
    assert {c.text for c in claims} == {"the mediators agreed to speed it up"}


def test_a_verb_of_speech_at_the_end_is_no_plural() -> None:
    (read,) = Reader().sentences(Text("a.txt", "“Pull back to the second cairn,” a voice orders.", "txt/1"))
    s = read.sentence
    at = s.low.index("orders")
    assert (s.tag[at], s.dep[s.low.index("voice")], s.head[s.low.index("voice")]) == ("VBZ", "nsubj", at)
