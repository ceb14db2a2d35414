"""The sequence tagger: two small networks on the parser's own vectors, for cues and for what belongs to each."""

from truceline.reading.tagger.tagger import WEIGHTS, Scored, Tagger

__all__ = ["WEIGHTS", "Scored", "Tagger"]
