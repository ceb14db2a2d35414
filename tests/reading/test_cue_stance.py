import pytest

from truceline.evidence import Compliance, Kind, Polarity, Stance, Step
from truceline.reading.cue_stance import shown
from truceline.reading.frames import Frame, Phrase
from truceline.reading.sentence import Sentence


def said(words, source, cue, told, *, base="", sort="say", whole=False, verbs=()):
    """What the cue shows in a sentence given as words; every other word is a plain noun that hangs on the cue."""
    words = words.lower()
    low = words.split()
    at = low.index(cue)
    tags = ["VBD" if w == cue or w in verbs else "NN" for w in low]
    places = [words.split()[:k] for k in range(len(low))]
    starts = [len(" ".join(p)) + (1 if p else 0) for p in places]
    s = Sentence(
        words, low, tags, ["ROOT" if k == at else "dep" for k in range(len(low))], [at] * len(low),
        starts, [a + len(w) for a, w in zip(starts, low, strict=True)], [()] * len(low),
    )  # fmt: skip
    first = low.index(told)
    frame = Frame(
        at,
        at,
        base or cue,
        sort,
        Phrase(0, source - 1, source - 1),
        [(at if whole else first, len(low) - 1)],
        whole,
    )
    return shown(s, frame)


@pytest.mark.parametrize(
    ("words", "source", "cue", "told", "stance"),
    [
        ("Karu rejected the tale", 1, "rejected", "the", Stance.REJECT),
        ("Karu turned the paper down", 1, "turned", "the", Stance.REJECT),
        ("Karu welcomed the pause", 1, "welcomed", "the", Stance.ACCEPT),
        ("Karu does not oppose the pause", 1, "oppose", "the", Stance.ACCEPT),
        ("Karu refused to accept the list", 1, "accept", "the", Stance.REJECT),
        ("Karu urged both to wait", 1, "urged", "both", Stance.DEMAND),
        ("Karu called for calm", 1, "called", "calm", Stance.DEMAND),
        ("Karu offered its maps", 1, "offered", "its", Stance.OFFER),
        ("Karu would not say who fired", 1, "say", "who", Stance.SILENT),
        ("Karu declined to say who fired", 1, "say", "who", Stance.SILENT),
        ("Karu has yet to comment on it", 1, "comment", "it", Stance.SILENT),
        ("Karu said nothing about boats", 1, "said", "about", Stance.SILENT),
        ("Karu did not rule out talks", 1, "rule", "talks", Stance.CONDITIONAL),
        ("Karu neither confirmed nor denied the number", 1, "denied", "the", Stance.SILENT),
        ("Karu did not welcome the newcomers", 1, "welcome", "the", Stance.SILENT),
        ("Karu did not reject the letter", 1, "reject", "the", Stance.SILENT),
        ("Karu does not accept the letter", 1, "accept", "the", Stance.REJECT),
        ("Karu does not want observers", 1, "want", "observers", Stance.REJECT),
        ("Karu neither disputes the craters nor accepts the number", 1, "accepts", "the", Stance.REJECT),
        ("Karu names neither the judges nor the day", 1, "names", "neither", Stance.SILENT),
        ("Karu reiterated its commitment to the truce", 1, "reiterated", "its", Stance.ACCEPT),
        ("Karu thanked the villages", 1, "thanked", "the", None),
        ("Nobody would say when", 1, "say", "when", Stance.SILENT),
        ("Karu was against new posts", 1, "was", "new", Stance.REJECT),
        ("Karu will not admit divers", 1, "admit", "divers", Stance.REJECT),
    ],
)  # fmt: skip
def test_a_cue_shows_where_its_source_stands(words, source, cue, told, stance):
    assert said(words, source, cue, told).stance is stance


def test_a_question_asks_for_nothing():
    assert said("Karu asked who had fired", 1, "asked", "who").stance is None


def test_what_is_only_said_shows_no_stance():
    assert said("Karu said the road is open", 1, "said", "the").stance is None


def test_a_text_welcomes_but_what_it_demands_is_its_term():
    assert (
        said("Resolution welcomed the pause", 1, "welcomed", "the", sort="document").stance is Stance.ACCEPT
    )
    assert said("Resolution demanded a withdrawal", 1, "demanded", "a", sort="document").stance is None


def test_disputing_denies_a_fact_and_deploring_grants_it():
    assert said("Karu disputed that it fired", 1, "disputed", "that").denies
    deplored = said("Karu deplored that it fired", 1, "deplored", "that")
    assert (deplored.denies, deplored.grants) == (False, True)


def kinds(claims):
    return [c.kind for c in claims if c.attribution.value != "narrator"]


def test_a_refusal_with_a_bare_thing_is_a_position(read):
    (claim,) = [c for c in read("The Karu Front has rejected the tale.") if c.kind is Kind.POSITION]
    assert (claim.payload.stance, claim.payload.issue) == (Stance.REJECT, "the tale")


def test_a_denied_breach_is_a_breach_denied_and_no_breach(read):
    claims = read("Odell denied that Norland had broken the truce.")
    (claim,) = [c for c in claims if c.kind is Kind.COMPLIANCE]
    assert (claim.payload.value, claim.polarity) == ("breached", Polarity.DENIED)


def test_a_rejected_charge_denies_what_it_says(read):
    claims = read("Odell rejected the charge that Norland had broken the truce.")
    (claim,) = [c for c in claims if c.kind is Kind.COMPLIANCE]
    assert (claim.payload.actor, claim.polarity) == ("Norland", Polarity.DENIED)
    assert Kind.POSITION not in kinds(claims)


def test_who_rejects_a_notion_takes_a_position_and_denies_it(read):
    claims = read("Odell rejected the notion that anybody was misled.")
    (position,) = [c for c in claims if c.kind is Kind.POSITION]
    (denied,) = [c for c in claims if c.polarity is Polarity.DENIED]
    assert (position.payload.stance, denied.text) == (Stance.REJECT, "anybody was misled")


@pytest.mark.parametrize(
    "text", ["Odell would not say who had fired.", "Odell did not confirm that divers would be let in."]
)
def test_what_somebody_would_not_say_is_a_silence_of_his_own(read, text):
    (claim,) = read(text)
    assert (claim.payload.stance, claim.speaker) == (Stance.SILENT, "Mira Odell")


def test_what_is_not_ruled_out_is_conditional_with_or_without_a_condition(read):
    (claim,) = [c for c in read("Odell did not rule out a third term.") if c.kind is Kind.POSITION]
    assert (claim.payload.stance, claim.payload.condition) == (Stance.CONDITIONAL, "")


def test_a_condition_may_stand_behind_the_speaker(read):
    claims = read("“We are not against it,” Odell said, “provided the road is open.”")
    (claim,) = [c for c in claims if c.kind is Kind.POSITION]
    assert claim.payload.stance is Stance.CONDITIONAL
    assert "the road is open" in claim.payload.condition


def test_what_must_come_first_is_a_condition_and_the_position_of_who_sets_it(read):
    claims = read("Odell said the next phase can start only after the last body has been handed over.")
    assert kinds(claims) == [Kind.CONDITION, Kind.POSITION]
    assert claims[1].payload.stance is Stance.CONDITIONAL
    assert claims[1].payload.condition.startswith("only after")


def test_a_condition_in_what_came_to_pass_is_no_position(read):
    assert Kind.POSITION not in kinds(read("Odell said no lorry had passed until the gate was opened."))


def test_a_deplored_fact_stands(read):
    claims = read("Odell deplored that Norland had broken the truce.")
    (claim,) = [c for c in claims if c.kind is Kind.COMPLIANCE]
    assert (claim.payload.value, claim.polarity) == ("breached", Polarity.AFFIRMED)


def test_an_accusation_is_a_breach_of_the_accused_as_told(read):
    (claim,) = [c for c in read("Odell accused Norland of delaying the return.") if c.kind is Kind.COMPLIANCE]
    assert claim.payload == Compliance("Norland", "delaying the return", "breached")
    assert claim.speaker == "Mira Odell"


def test_a_pledge_is_a_position_and_an_act_of_the_talks(read):
    claims = read("Norland pledged to open the road.")
    (step,) = [c for c in claims if c.kind is Kind.STEP]
    assert step.payload == Step("pledge", "Norland", "open the road")
    assert {c.payload.stance for c in claims if c.kind is Kind.POSITION} == {Stance.OFFER}


def test_the_condition_of_a_position_is_an_assertion_of_its_own(read):
    claims = read("The Karu Front accepts the draft, provided it names no dates.")
    (condition,) = [c for c in claims if c.kind is Kind.CONDITION]
    assert condition.text == "provided it names no dates"
    assert condition.payload.what.endswith("the draft")


def test_without_reserve_is_no_condition(read):
    (claim,) = [
        c for c in read("The Karu Front accepts the draft without reserve.") if c.kind is Kind.POSITION
    ]
    assert (claim.payload.stance, claim.payload.condition) == (Stance.ACCEPT, "")


def test_what_was_due_in_the_past_is_no_demand(read):
    assert Kind.POSITION not in kinds(read("Odell said the boats should have left in May."))


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Odell said the draft was not up for bargaining.", Stance.REJECT),
        ("Odell said Norland had to leave the hill.", Stance.DEMAND),
        ("Odell said it was for the committee to judge.", Stance.DEMAND),
        ("Odell said Karu stands by the draft.", Stance.ACCEPT),
        ('"We will not give up the bridge," Odell said.', Stance.REJECT),
        ("Odell said it would act if the road stayed shut.", Stance.CONDITIONAL),
    ],
)
def test_a_clause_carries_a_stance_in_several_words(read, text, stance):
    assert [c.payload.stance for c in read(text) if c.kind is Kind.POSITION] == [stance]


def test_no_shot_fired_is_denied(read):
    (claim,) = [c for c in read("Odell said no shot was fired in May.") if c.kind is Kind.INCIDENT]
    assert claim.polarity is Polarity.DENIED


def test_a_broken_truce_without_a_doer_accuses_nobody(read):
    (claim,) = [c for c in read("Odell said the truce was violated.") if c.kind is Kind.COMPLIANCE]
    assert (claim.payload.actor, claim.payload.value) == ("", "breached")


def test_what_will_be_kept_is_no_compliance(read):
    assert Kind.COMPLIANCE not in kinds(read("Odell said Karu would honour the truce."))


def test_who_insists_on_what_others_will_do_demands_it_and_of_himself_he_tells_it(read):
    def demands(text):
        return [c for c in read(text) if c.kind is Kind.POSITION and c.payload.stance is Stance.DEMAND]

    assert demands("Odell insisted that the arms would be under lock.")
    assert not demands("Odell insisted that it would keep its arms.")


def test_an_objection_not_made_under_a_condition_is_a_position_beside_it(read):
    claims = read("Odell said she does not object to his presence, as long as he brings names.")
    assert [c.payload.stance for c in claims if c.kind is Kind.POSITION] == [Stance.CONDITIONAL]
    assert Kind.CONDITION in kinds(claims)


@pytest.mark.parametrize(
    "text",
    [
        "An elder who asked not to be named said the road is mined.",
        "A resident, who refused to be named, said the road is mined.",
    ],
)
def test_what_a_clause_says_of_the_source_is_no_stance(read, text):
    assert [c.kind.value for c in read(text) if c.kind.value == "position"] == []
