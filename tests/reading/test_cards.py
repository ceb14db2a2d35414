"""What a reviewer of a hundred cards of real text had to change, in sentences of our own."""

from truceline.evidence import Condition, Document, Kind, Position, Stance, Term


def positions(claims):
    return [c.payload for c in claims if isinstance(c.payload, Position)]


def test_what_hangs_on_a_demand_stays_in_what_is_demanded(read):
    told = "the force should watch the line and report, without any part in internal affairs"
    (found,) = positions(read(f"Odell stressed that {told}."))
    assert found.issue == told


def test_neither_of_one_clause_turns_no_stance_of_another(read):
    (found,) = positions(
        read("Neither side trusts the other, which is why the Karu are seeking guarantees, Odell said.")
    )
    assert found.stance is Stance.DEMAND


def test_two_who_both_refuse_hold_one_position_together(read):
    (found,) = positions(read("Odell said neither Norland nor the Karu Front appears willing to pursue it."))
    assert (found.holder, found.stance) == ("Norland and the Karu Front", Stance.REJECT)


def test_who_refuses_in_a_second_piece_is_the_subject_of_the_first(read):
    (found,) = positions(read("Villagers say Norland has opened the road but refuses to let anybody pass."))
    assert found.holder == "Norland"


def test_a_verb_in_the_singular_is_not_of_the_many_who_told(read):
    claims = read("Experts say the text bars heavy arms but allows the army to stay on the ridge.")
    (stay,) = [c for c in claims if "ridge" in c.text]
    assert isinstance(stay.payload, Term)
    assert (stay.speaker_text, stay.original) == ("Experts", "text")


def test_a_gloss_with_suggesting_is_no_offer(read):
    assert positions(read("Odell said that nobody had called, suggesting trouble around the plan.")) == []
    (found,) = positions(read("Odell suggested that the talks be held on a ship."))
    assert found.stance is Stance.OFFER


def test_consent_is_one_reading_and_no_pledge_beside_it(read):
    claims = read("Norland agreed to a new route.")
    assert [c.kind for c in claims] == [Kind.POSITION]


def test_a_state_keeps_what_it_is_a_state_of(read):
    (claim,) = read("Odell said recruitment has begun for a new river police.")
    assert claim.payload.thing == "recruitment for a new river police"


def test_an_outlet_of_the_sidecar_has_the_name_that_the_lexicon_knows(read):
    page = Document("0" * 16, "a.txt", relay=("the Merkur",))
    (claim,) = read("Odell told Merkur that the road was open.", page)
    assert claim.relay == ("Merkur",)


def test_a_condition_is_read_with_its_own_conjunction(read):
    (found,) = [
        c.payload
        for c in read("Odell accepts the plan, provided it names no dates.")
        if isinstance(c.payload, Condition)
    ]
    assert found.awaits.startswith("provided")


def test_words_that_only_link_two_cues_are_no_statement(read):
    told = "Odell insists the army must leave, which is why Merkur is reporting that the Karu Front insists on a written form."
    assert "which is why" not in {c.text for c in read(told)}


def test_what_stands_behind_anothers_word_is_no_matter_of_the_stance_before_it(read):
    told = (
        "Mira Odell said the Karu Front does not oppose the training of river guards, provided their task is to keep order in the valley "
        "and counter what she described as efforts by Norland and affiliated bands to sow chaos in the camps."
    )
    assert not [p for p in positions(read(told)) if p.stance is Stance.ACCEPT]
