"""Rules and tagger united: which cues stay, whose borders they get, how far they govern."""

from __future__ import annotations

import pytest

from truceline.evidence import Text
from truceline.reading import cues, unite
from truceline.reading.frames import Frame, Phrase, Proposal
from truceline.reading.tagger import Scored


@pytest.fixture
def sentence(reader):
    return lambda string: reader.sentences(Text("a.txt", string, "txt/1"))[0].sentence


def scored(cue, source, told, sure=0.99):
    return Scored(Proposal(cue, source, told), sure, sure, sure)


def bases(frames):
    return [f.base for f in frames]


def test_a_cue_of_both_keeps_the_rules_reach_and_the_taggers_borders(sentence):
    s = sentence("Odell said that the road was shut, the bridge was mined and the ferry had sunk.")
    found = scored((1, 1), (0, 0), ((2, 6),))
    (frame,) = unite.united(s, cues.find(s), [found])
    assert frame.marked == found.proposal
    assert s.words(*frame.content[0]).startswith("the road was shut, the bridge was mined")


def test_the_outlets_but_still_ends_what_a_cue_governs(sentence):
    s = sentence("Norland says the offer is generous but it opens the way to another war.")
    (frame,) = unite.united(s, cues.find(s), [scored((1, 1), (0, 0), ((2, 12),))])
    assert s.words(*frame.content[-1]) == "the offer is generous"


def test_a_sure_cue_of_the_tagger_alone_makes_a_frame(sentence):
    s = sentence("The harbour engineer grumbled that nobody paid him.")
    (frame,) = unite.united(s, [], [scored((3, 3), (0, 2), ((4, 7),))])
    assert (s.words(frame.source.a, frame.source.b), frame.sort) == ("The harbour engineer", "say")


def test_a_doubtful_verb_in_no_list_makes_none(sentence):
    s = sentence("The mainland submitted a chart of the mines.")
    assert unite.united(s, [], [scored((2, 2), (0, 1), ((3, 7),), sure=0.6)]) == []


def test_within_anothers_words_what_a_party_does_is_no_speech_of_its_own(sentence):
    s = sentence("Odell said that Norland breaks the truce and refuses to answer.")
    frames = unite.united(
        s, cues.find(s), [scored((1, 1), (0, 0), ((2, 6),)), scored((8, 8), None, ((9, 10),))]
    )
    assert bases(frames) == ["say"]


def test_quoted_as_saying_stays_the_rules(sentence):
    s = sentence("The road is shut, Merkur quoted Odell as saying.")
    ruled = cues.find(s)
    (frame,) = unite.united(s, ruled, [scored((6, 6), (5, 5), ((0, 3),))])
    assert s.words(frame.source.a, frame.source.b) == "Odell"


def test_a_thing_that_is_pointed_at_does_not_speak(sentence):
    s = sentence("These parts add up to 587.")
    assert unite.united(s, [], [scored((2, 2), (0, 1), ((3, 5),))]) == []


def test_whoever_cites_another_speaks_and_not_the_cited(sentence):
    s = sentence("Citing the city hall, he put the dead at more than 410.")
    frames = unite.united(
        s, cues.find(s), [scored((0, 0), (1, 3), ((6, 12),)), scored((6, 6), (5, 5), ((7, 12),))]
    )
    assert [s.words(f.source.a, f.source.b) for f in frames] == ["he"]


def test_what_a_text_provides_in_anothers_words_stays_a_frame_of_the_text(sentence):
    s = sentence("Odell said that the ceasefire agreement stipulates the opening of the road.")
    assert bases(unite.united(s, cues.find(s), [scored((1, 1), (0, 0), ((2, 10),))])) == ["say", "stipulate"]


def test_a_cue_beside_another_is_no_part_of_its_words(sentence):
    s = sentence("Odell welcomed the paper and expressed hope for the road.")
    frames = unite.united(
        s, cues.find(s), [scored((1, 1), (0, 0), ((2, 3),)), scored((5, 5), None, ((6, 9),))]
    )
    assert bases(frames) == ["welcome", "express"]


def test_a_thing_beside_a_cue_still_belongs_to_its_words(sentence):
    s = sentence("Odell stressed the town was safe, the harbour role should be limited to watching.")
    assert (s.dep[12], s.low[s.head[12]]) == ("conj", "stressed")
    frames = unite.united(
        s,
        cues.find(s),
        [scored((1, 1), (0, 0), ((2, 5),)), scored((10, 12), (7, 9), ((13, 14),), 0.9)],
    )
    assert bases(frames) == ["stress"]


def test_what_is_added_after_a_recalled_pledge_is_told_by_who_recalls(read):
    claim = [
        c
        for c in read("Dana Velm had pledged help, recalled Ervin Tasko, adding that the road is mined.")
        if c.cue
    ][-1]
    assert (claim.speaker, claim.text) == ("Ervin Tasko", "the road is mined")


def test_a_claim_that_something_is_so_is_nobodys(read):
    assert [c for c in read("The claim that the road is mined could not be checked.") if c.cue] == []


def test_a_verb_that_the_parser_took_for_a_noun_is_a_cue_where_the_tagger_is_sure(sentence):
    s = sentence("A policeman in the harbour contests the claim.")
    s.tag[5] = "NNS"
    assert bases(unite.united(s, [], [scored((5, 5), (0, 4), ((6, 7),))])) == ["contest"]
    assert unite.united(s, [], [scored((5, 5), (0, 4), ((6, 7),), sure=0.6)]) == []


def test_one_who_has_spoken_goes_on_behind_and(sentence):
    s = sentence("Odell said that the road had been open and denied that anybody was asked.")
    first, second = scored((1, 1), (0, 0), ((2, 7),)), scored((9, 9), None, ((10, 13),))
    assert bases(unite.united(s, cues.find(s), [first, second])) == ["say", "deny"]


def test_a_stance_ends_before_the_name_of_the_next_speaker(sentence):
    s = sentence(
        "Norland termed the delay regrettable, and two of the guarantors, in a letter, ask what will be done."
    )
    first = Frame(1, 1, "term", "stance", Phrase(0, 0, 0), [(1, 15)], whole=True)
    second = Frame(16, 16, "ask", "say", Phrase(7, 10, 7), [(17, 20)])
    found = [scored((1, 1), (0, 0), ((2, 4),)), scored((16, 16), (7, 10), ((17, 20),))]
    content = unite.united(s, [first, second], found)[0].content
    assert s.words(*content[-1]).rstrip(",") == "termed the delay regrettable"
