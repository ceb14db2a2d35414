"""The tagger: its networks' arithmetic, its weights, and what it proposes for a sentence."""

from __future__ import annotations

import json

import pytest

from truceline.evidence import Text
from truceline.reading.tagger import Tagger
from truceline.reading.tagger.features import FAR, relative, tokens
from truceline.reading.tagger.tagger import LONGEST, fingerprint, runs

PINNED = "35d88741"


@pytest.fixture(scope="module")
def tagger():
    return Tagger()


@pytest.fixture
def sentence(reader):
    return lambda string: reader.sentences(Text("a.txt", string, "txt/1"))[0].sentence


def test_the_weights_are_the_ones_that_were_measured():
    assert fingerprint() == PINNED, "trained anew? Then measure (make eval) and pin the new ones"


def test_the_weights_tell_what_they_were_trained_on(tagger):
    about = json.loads(tagger.version)
    assert about["trained_on"] == "eval/corpus, eval/fourth, eval/fifth, eval/sixth"
    assert about["words"] > 170_000


def test_runs_open_with_a_first_or_a_lone_further_token():
    assert runs([0, 1, 2, 2, 1, 0, 2, 2], 1, 2) == [(1, 3), (4, 4), (6, 7)]


def test_a_plain_statement_is_proposed_with_its_parts(tagger, sentence):
    s = sentence("The mission's spokeswoman, Lena Haddad, said that forty flights had been counted.")
    ((found,),) = tagger.propose([s])
    assert s.words(*found.proposal.cue) == "said"
    assert "Lena Haddad" in s.words(*found.proposal.source)
    assert [s.words(*t) for t in found.proposal.told] == ["that forty flights had been counted"]
    assert min(found.cue, found.source, found.told) > 0.5


def test_a_sentence_in_which_nobody_speaks_is_proposed_nothing(tagger, sentence):
    assert tagger.propose([sentence("The bridge is eighty metres long and was built in 1962.")]) == [[]]


def test_the_same_sentence_is_tagged_alike_alone_and_among_others(tagger, sentence):
    one = sentence("Odell said the road was open.")
    other = sentence(
        "The Karu Front rejected the plan, adding that its men, who had waited for nine days at the bridge, would go home."
    )
    alone, among = tagger.propose([one])[0], tagger.propose([other, one])[1]
    assert [x.proposal for x in alone] == [x.proposal for x in among]


def test_a_partys_name_changes_no_proposal(tagger, sentence):
    said = "{} said that it would open the crossing if the shelling stopped."
    made = [tagger.propose([sentence(said.format(name))])[0] for name in ("Norland", "Karu")]
    assert made[0] == made[1]


def test_a_hint_is_asked_of_the_networks_and_dropped_where_it_is_no_cue(tagger, sentence):
    s = sentence("The bridge is eighty metres long and was built in 1962.")
    assert tagger.propose([s], [[(2, 2)]]) == [[]]


def test_what_is_longer_than_a_sentence_can_be_is_left_to_the_rules(tagger, sentence):
    s = sentence("Odell said " + "one, " * LONGEST + "two.")
    assert tagger.propose([s]) == [[]]


def test_the_way_to_a_cue_counts_tokens_and_steps_in_the_parse(tagger, sentence):
    s = sentence("Odell said the road was open.")
    way = relative(s, (1, 1), tagger.labels)
    assert way[:, 0].tolist() == [FAR - 1, FAR, FAR + 1, FAR + 2, FAR + 3, FAR + 4, FAR + 5]
    assert way[1].tolist() == [FAR, 1, 1, 0, 0]
    assert way[0, 4] == 2
    assert way[3, 4] == 1


def test_features_have_a_row_for_each_token(tagger, sentence):
    s = sentence("Odell said the road was open.")
    made = tokens([s, s], tagger.labels)
    assert {
        len(getattr(made, k)) for k in ("vectors", "tags", "deps", "heads", "words", "senses", "flags")
    } == {2 * len(s)}
    assert made.senses[1] > 0
