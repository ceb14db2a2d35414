import pytest

from truceline.evidence import Hedge, Kind, Polarity, Stance


def one(claims, kind):
    found = [c for c in claims if c.kind is kind]
    assert len(found) == 1, [(c.kind, c.text) for c in claims]
    return found[0]


@pytest.mark.parametrize(
    ("text", "stance", "holder"),
    [
        ("The Karu Front has rejected the draft.", Stance.REJECT, "Karu Front"),
        ("The Karu Front accepts the draft.", Stance.ACCEPT, "Karu Front"),
        ("Odell said Karu does not oppose the draft.", Stance.ACCEPT, "Karu"),
        (
            "Odell said Karu does not oppose the draft, provided it names no dates.",
            Stance.CONDITIONAL,
            "Karu",
        ),
        ("Odell said Karu is open to the draft as long as it names no dates.", Stance.CONDITIONAL, "Karu"),
        ("Odell said a foreign force is unacceptable.", Stance.REJECT, "Mira Odell"),
        ("Odell said the force must leave.", Stance.DEMAND, "Mira Odell"),
        ("Norland pledged to open the road.", Stance.OFFER, "Norland"),
    ],
)
def test_a_position_has_holder_and_stance(read, text, stance, holder):
    payload = one(read(text), Kind.POSITION).payload
    assert (payload.stance, payload.holder) == (stance, holder)


def test_neither_appears_willing_is_a_hedged_rejection(read):
    claim = one(
        read("Odell noted that neither Norland nor the United States appears willing to sign."), Kind.POSITION
    )
    assert (claim.payload.stance, claim.hedge) == (Stance.REJECT, Hedge.APPEARS)


def test_a_condition_is_kept_with_the_position(read):
    claim = one(read("The Karu Front accepts the draft, provided it names no dates."), Kind.POSITION)
    assert claim.payload.condition == "provided it names no dates"


@pytest.mark.parametrize(
    ("text", "thing", "value"),
    [
        ("Odell said the committee track remains stalled.", "the committee track", "stalled"),
        ("Odell said the crossing was closed.", "the crossing", "closed"),
        ("Odell said work on the force has come to a halt.", "work on the force", "stalled"),
        (
            "Odell said this led to hunger, the closure of the Karin crossing, and fear.",
            "the Karin crossing",
            "closed",
        ),
    ],
)
def test_a_state_names_its_thing_and_value(read, text, thing, value):
    payload = one(read(text), Kind.STATE).payload
    assert (payload.thing, payload.value) == (thing, value)


def test_a_denied_state_is_denied_not_renamed(read):
    claim = one(read("Odell said the handover was not complete."), Kind.STATE)
    assert (claim.payload.value, claim.polarity) == ("completed", Polarity.DENIED)


@pytest.mark.parametrize(
    ("text", "actor", "value", "general"),
    [
        ("Odell said the fighters have adhered to all requirements.", "the fighters", "met", True),
        ("Odell said Norland continues to violate the terms of the truce.", "Norland", "breached", True),
        ("Odell said Norland refuses to fulfil its obligations.", "Norland", "breached", True),
        ("Odell accused Norland of breaking the ceasefire.", "Norland", "breached", False),
        ("Odell said it was Norland that broke the truce.", "Norland", "breached", False),
    ],
)
def test_compliance_says_who_kept_or_broke_what(read, text, actor, value, general):
    payload = one(read(text), Kind.COMPLIANCE).payload
    assert (payload.actor, payload.value, payload.general) == (actor, value, general)


def test_undermining_stability_is_no_breach_of_a_duty(read):
    assert not [
        c for c in read("Odell accused Norland of undermining stability.") if c.kind is Kind.COMPLIANCE
    ]


def test_what_a_text_provides_is_a_term_of_it(read):
    claim = one(
        read("Odell said that the ceasefire agreement stipulates the opening of the road."), Kind.TERM
    )
    assert (claim.payload.instrument, claim.original) == ("ceasefire agreement", "ceasefire agreement")


@pytest.mark.parametrize(
    ("text", "what", "awaits"),
    [
        ("Odell said phase two is contingent on the handover.", "phase two", "the handover"),
        (
            "Norland tied the second phase to the return of the dead.",
            "the second phase",
            "the return of the dead",
        ),
        (
            "Odell said there can be no second phase until the road opens.",
            "second phase",
            "until the road opens",
        ),
    ],
)
def test_a_condition_says_what_waits_for_what(read, text, what, awaits):
    payload = one(read(text), Kind.CONDITION).payload
    assert (payload.what, payload.awaits) == (what, awaits)


def test_an_incident_needs_a_place_or_time(read):
    assert one(read("Norland bombed Hartown on 4 May."), Kind.INCIDENT).payload.time == "4 May"
    assert not [c for c in read("Attacks continue.") if c.kind is Kind.INCIDENT]


def test_future_and_possible_content_is_marked(read):
    assert read("Odell said the road will open.")[0].hedge is Hedge.FUTURE
    assert read("Odell said the road could open.")[0].hedge is Hedge.POSSIBLE


def test_a_refusal_with_a_day_stays_a_refusal(read):
    payload = one(read("Odell rejected courts before the guns are counted."), Kind.POSITION).payload
    assert (payload.stance, payload.condition) == (Stance.REJECT, "before the guns are counted")


def test_a_demand_not_made_shows_its_price(read):
    payload = one(
        read("Karu does not insist on a date, provided that the patrols stop."), Kind.POSITION
    ).payload
    assert payload.stance is Stance.CONDITIONAL


def test_a_condition_before_its_clause_stays_with_it(read):
    texts = [c.text for c in read("Odell said: “If Norland brings ninety, we bring ours the same day.”")]
    assert any(t.strip("“”.").startswith("If Norland brings ninety, we bring ours") for t in texts), texts


def test_what_a_short_cue_parts_is_one_assertion(read):
    texts = [c.text for c in read("The anchorages, Odell said, were worthless without dates.")]
    assert texts == ["The anchorages, Odell said, were worthless without dates"]


def test_as_to_who_is_no_condition(read):
    claims = read("Odell makes no claim as to who laid it.")
    assert [c for c in claims if c.kind is Kind.CONDITION] == []


def test_what_is_to_be_done_is_a_term(read):
    assert (
        one(read("Odell said the troops are to step back at the bridge."), Kind.TERM).payload.bearer
        == "the troops"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Cairo rejects the spokesman said he said claims about the border",
        "A $1.5bn $1.5bn Guard delegate, who gave 10/20/30 name only as Stone, objected: neither thirty guns nor three would move.",
    ],
)
def test_what_a_cue_denies_lies_within_what_it_governs(read, text):
    assert all(c.start < c.end for c in read(text))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Odell said Norland had met its quota early.", ["met"]),
        ("Odell said Norland has missed the deadline.", ["breached"]),
        ("Odell said both parties have kept to the timetable.", ["met"]),
        ("Odell said the two sides had met on the agreement.", []),
    ],
)
def test_a_duty_is_met_or_missed_as_the_object_of_its_verb(read, text, values):
    assert [c.payload.value for c in read(text) if c.kind is Kind.COMPLIANCE] == values
