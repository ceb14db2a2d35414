"""The lexicon: sides, organs, offices, speakers and outlets with their spellings; a name is found, never guessed."""

from truceline.actors.lexicon import Lexicon
from truceline.actors.loading import load
from truceline.actors.model import Actor, Mention

__all__ = ["Actor", "Lexicon", "Mention", "load"]
