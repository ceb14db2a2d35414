"""A parse from tags: subjects, objects and clauses where the order of words is plain, and a tree whatever the tags."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.reading import shallow

TAGS = ["NN", "NNP", "DT", "JJ", "VBD", "VBZ", "VBN", "VBG", "VB", "MD", "TO", "IN", "CC", "WDT", "WP", "RB", "POS", "CD", ",", ".", "``", "PRP", "EX", "UH"]  # fmt: skip
WORDS = ["said", "that", "by", "of", "was", "who", "and", ",", "x", "'s", "to"]


def parsed(tagged: str) -> dict[str, tuple[str, str]]:
    """word/TAG word/TAG ... as word -> (relation, head)."""
    pairs = [w.rsplit("/", 1) for w in tagged.split()]
    low = [w for w, _ in pairs]
    dep, head = shallow.parse(low, [t for _, t in pairs])
    return {w: (d, low[h]) for w, d, h in zip(low, dep, head, strict=True)}


@pytest.mark.parametrize(
    ("tagged", "word", "relation", "head"),
    [
        ("the/DT ministry/NN of/IN defence/NN said/VBD so/RB", "ministry", "nsubj", "said"),
        ("the/DT ministry/NN of/IN defence/NN said/VBD so/RB", "defence", "pobj", "of"),
        ("she/PRP said/VBD that/IN they/PRP had/VBD left/VBN", "left", "ccomp", "said"),
        ("she/PRP said/VBD that/IN they/PRP had/VBD left/VBN", "had", "aux", "left"),
        ("we/PRP stay/VBP ,/, said/VBD odell/NNP", "odell", "nsubj", "said"),
        ("men/NNS who/WP fled/VBD spoke/VBD", "fled", "relcl", "men"),
        ("men/NNS who/WP fled/VBD spoke/VBD", "men", "nsubj", "spoke"),
        ("a/DT bus/NN was/VBD hit/VBN by/IN shells/NNS", "bus", "nsubjpass", "hit"),
        ("a/DT bus/NN was/VBD hit/VBN by/IN shells/NNS", "by", "agent", "hit"),
        ("norland/NNP 's/POS army/NN fired/VBD", "norland", "poss", "army"),
        ("they/PRP did/VBD not/RB fire/VB", "not", "neg", "fire"),
        ("he/PRP plans/VBZ to/TO leave/VB", "leave", "xcomp", "plans"),
    ],
)
def test_the_order_of_words_gives_a_relation(tagged: str, word: str, relation: str, head: str) -> None:
    assert parsed(tagged)[word] == (relation, head)


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS)), min_size=1, max_size=30))
def test_whatever_the_tags_every_word_hangs_below_a_root(pairs: list[tuple[str, str]]) -> None:
    dep, head = shallow.parse([w for w, _ in pairs], [t for _, t in pairs])
    for k in range(len(pairs)):
        at, steps = k, 0
        while head[at] != at:
            at, steps = head[at], steps + 1
            assert steps <= len(pairs), "a circle"
        assert dep[at] == "ROOT"
    assert all(dep)
