"""What a reviewer of a hundred cards of real text had to change, in sentences of our own."""

from truceline.evidence import Basis, Compliance, Condition, Document, Kind, Polarity, Position, Stance, Term


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


def test_those_who_keep_to_the_terms_do_not_speak(read):
    claims = read(
        "Odell said the army breaks the terms, while the village guards have adhered to all requirements."
    )
    (kept,) = [c for c in claims if isinstance(c.payload, Compliance) and c.payload.value == "met"]
    assert (kept.payload.actor, kept.original) == ("the village guards", None)


def test_what_is_thrown_in_is_told_once(read):
    claims = read("Odell explained that the talks, overseen by Norland, have failed to yield an answer.")
    assert [c.text for c in claims] == ["the talks, overseen by Norland, have failed to yield an answer"]


def test_a_time_before_a_denied_verb_is_not_denied(read):
    claims = read("Odell added: “After two years of war, nobody has raised a white flag.”")
    (years,) = [c for c in claims if c.kind is Kind.FIGURE]
    assert years.polarity is Polarity.AFFIRMED


def test_a_shift_in_favour_of_something_is_nobodys_consent(read):
    assert positions(read("Odell noted that surveys show a shift in the north in favour of the Front.")) == []
    (found,) = positions(read("Odell said that Karu is in favour of the draft."))
    assert found.stance is Stance.ACCEPT


def test_what_somebody_calls_a_thing_belongs_to_the_words_around_it(read):
    claims = read(
        "Odell said Karu does not oppose it, provided they counter what she described as efforts by Norland and armed gangs to sow fear."
    )
    (position,) = [c for c in claims if isinstance(c.payload, Position)]
    assert position.payload.condition.endswith("efforts by Norland and armed gangs to sow fear")
    (named,) = [c for c in claims if c.kind is Kind.STATEMENT]
    assert named.text == "as efforts by Norland and armed gangs to sow fear"


def test_a_list_of_what_is_demanded_is_one_demand(read):
    told = "the settlement must see the end of the raids, an end to the siege and a full withdrawal"
    (found,) = positions(read(f"Karu insists {told}."))
    assert (found.issue, found.stance) == (told, Stance.DEMAND)


def test_who_will_not_settle_for_less_refuses(read):
    (found,) = positions(read("Odell said Karu will not settle for half a withdrawal."))
    assert (found.holder, found.issue, found.stance) == ("Karu", "half a withdrawal", Stance.REJECT)


def test_of_what_is_unacceptable_the_thing_is_refused(read):
    (found,) = positions(read("Odell said a foreign force in the valley is unacceptable."))
    assert (found.issue, found.stance) == ("a foreign force in the valley", Stance.REJECT)


def test_what_somebody_fears_of_a_deal_is_no_term(read):
    claims = read("Karu rejected it, citing concerns that the deal would be too weak to protect anybody.")
    assert not any(isinstance(c.payload, Term) for c in claims)


def test_terms_that_may_not_be_met_are_not_broken(read):
    claims = read("Odell warned of new raids if the terms were not met.")
    assert not any(isinstance(c.payload, Compliance) for c in claims)


def test_a_breach_ends_before_what_came_of_it(read):
    (claim,) = read("Karu says that it was Norland that broke the agreement first, thereby endangering all.")
    assert claim.payload == Compliance("Norland", "the agreement", "breached", general=True)


def test_what_is_put_forth_is_the_proposal(read):
    (found,) = positions(read("Norland had put forth its own proposal."))
    assert found.issue == "its own proposal"


def test_an_office_before_the_name_belongs_to_whoever_speaks(read):
    claims = read(
        "The talks have stalled, as a member of the council of the Karu Front, Fadel Tasko, has stated that any deal must name a day."
    )
    assert claims[0].text == "The talks have stalled"


def test_we_are_those_for_whom_somebody_speaks(read):
    claims = read("“We want observers at the bridge,” said Mira Odell, a spokeswoman for the Karu Front.")
    (found,) = positions(claims)
    assert found.holder == "Karu Front"


def test_killed_and_injured_of_one_number_are_both_told(read):
    claims = read("The raid has killed and injured dozens of villagers, Odell said.")
    (figure,) = [c for c in claims if c.kind is Kind.FIGURE]
    assert figure.payload.counts == "killed and injured"


def test_few_killed_without_a_time_are_those_of_one_event(read):
    text = "The road is shut.\n\nNobody came.\n\nThe bridge holds.\n\nA mine that killed six villagers lay by the ford, Odell said."
    (figure,) = [c for c in read(text) if c.kind is Kind.FIGURE]
    assert figure.payload.basis is Basis.NEW
    (figure,) = [
        c
        for c in read(
            "The road is shut.\n\nNobody came.\n\nMines have killed six villagers since May, Odell said."
        )
        if c.kind is Kind.FIGURE
    ]
    assert figure.payload.basis is Basis.TOTAL
