"""Who counted: named in the words, the speaker itself, or "not named by" the one who passes the number on."""

from __future__ import annotations

from dataclasses import dataclass

from truceline.counting.counted import Counted
from truceline.evidence import Figure
from truceline.positions.heard import Actors, Heard, named, resolved, root, speaker_words


@dataclass(frozen=True, slots=True)
class Counter:
    """``words`` for the page, ``id`` by which two counts are known to be one counter's ("" where nobody is named), ``party`` the
    side it belongs to ("" where not resolved), ``relayed`` whether the speaker only passes the count on.
    """

    words: str
    id: str = ""
    party: str = ""
    relayed: bool = False


def counter_of(heard: Heard, counted: Counted, actors: Actors) -> Counter:
    """The counter of a figure.

    First whom the words name as counter, then whose count is passed on. A body that states a number in its own name counts it,
    and so does whoever makes an allegation of violations; any other person or outlet that names no counter leaves it unnamed.
    """
    payload = heard.claim.payload
    assert isinstance(payload, Figure)
    for role, words in (("counter", payload.counter), ("original", heard.claim.original or "")):
        if words:
            return _named(heard, resolved(heard, role), words, actors)
    return _speaker(heard, counted, actors)


def _named(heard: Heard, actor: str, words: str, actors: Actors) -> Counter:
    if not actor and _own(heard, words):
        actor = heard.speaker.id if heard.speaker else ""
    if not actor:
        return Counter(words, words.casefold(), "", relayed=words != heard.claim.speaker)
    side = root(actor, actors)
    speaker = heard.speaker
    if speaker and heard.side and heard.side.id == side and speaker.person and actor == side:
        return Counter(speaker_words(heard, actors), side, side)
    own = speaker is not None and speaker.id == actor
    return Counter(
        speaker_words(heard, actors) if own else named(actor, actors), actor, side, relayed=not own
    )


def _own(heard: Heard, words: str) -> bool:
    """Whether a counter that no list holds is the speaking body by a word of its name: "the commission", of the Joint Commission."""
    if heard.speaker is None or heard.speaker.person or "outlet" in heard.speaker.kinds:
        return False
    said, name = words.casefold().split(), heard.speaker.name.casefold().split()
    return said[-1:] == name[-1:] and {*said} - {"the"} <= {*name}


def _speaker(heard: Heard, counted: Counted, actors: Actors) -> Counter:
    speaker = heard.speaker
    words = speaker_words(heard, actors)
    if speaker is None:
        return Counter(f"not named by {words}" if heard.claim.speaker else "not named")
    side = heard.side.id if heard.side else root(speaker.id, actors)
    alleges = counted.group is not None and counted.group.speaker_counts
    counts = "counter" in speaker.kinds or (not speaker.person and "outlet" not in speaker.kinds)
    if counts or alleges:
        return Counter(words, side if speaker.person and not counts else speaker.id, side)
    return Counter(f"not named by {speaker.name}", "", side, relayed=True)


def passed_on(heard: Heard, counter: Counter) -> tuple[str, ...]:
    """Through whom the number came, nearest to the counter first: the speaker where it is another's count, then the outlets."""
    first = [heard.speaker.name if heard.speaker else heard.claim.speaker or ""] if counter.relayed else []
    outlet = heard.document.outlet
    chain = (*first, *heard.claim.relay, *heard.document.relay, outlet)
    return tuple(dict.fromkeys(name for name in chain if name and name != counter.words))
