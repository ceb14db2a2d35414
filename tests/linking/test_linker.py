from truceline.agreement.issues import Issue
from truceline.agreement.model import Cues
from truceline.evidence import (
    Basis,
    Compliance,
    Figure,
    Kind,
    Position,
    Stance,
    State,
    Step,
    Target,
    Truth,
    dates,
)
from truceline.linking import Linker, evidence, responsible


def provisions(links):
    return {(x.id, x.doubtful) for x in links if x.target is Target.PROVISION}


def made(agreement, lexicon, issues=()):
    return Linker(agreement, lexicon, {i.id: i for i in issues})


def rows(linker, claim, document, checked=True):
    return list(evidence(linker, claim, linker.links(claim, document), document, checked=checked))


def test_a_state_of_a_crossing_links_to_its_duty_and_counts_for_the_speakers_side(
    agreement, lexicon, claim, document
):
    linker = made(agreement, lexicon)
    told = claim(kind=Kind.STATE, text="the closure of the bridge", payload=State("the bridge", "closed"))
    assert provisions(linker.links(told, document)) == {("d1", False)}
    (row,) = rows(linker, told, document)
    assert (row.matter, row.holder, row.speaker, row.truth) == ("d1", "south", "envoy", Truth.NOT_MET)


def test_a_word_that_rules_a_cue_out_prevents_the_link(agreement, lexicon, claim, document):
    told = claim(
        kind=Kind.STATE, text="the bridge, a footbridge, is open", payload=State("the bridge", "open")
    )
    assert provisions(made(agreement, lexicon).links(told, document)) == set()


def test_our_own_word_for_a_breach_names_no_duty(agreement, lexicon, claim, document):
    told = claim(
        kind=Kind.COMPLIANCE,
        text="blocked the second phase",
        payload=Compliance("Northland", "the second phase", "breached"),
    )
    assert provisions(made(agreement, lexicon).links(told, document)) == set()


def test_our_own_word_for_an_act_of_the_talks_names_no_issue(agreement, lexicon, claim, document):
    talks = Issue("talks", "Talks", cues=Cues(any=("offer",)))
    told = claim(
        kind=Kind.STEP, text="put a method on the table", payload=Step("offer", "Northland", "a method")
    )
    found = {
        x.id for x in made(agreement, lexicon, [talks]).links(told, document) if x.target is Target.ISSUE
    }
    assert found == set()
    said = claim(kind=Kind.STEP, text="made an offer", payload=Step("offer", "Northland", "a method"))
    found = {
        x.id for x in made(agreement, lexicon, [talks]).links(said, document) if x.target is Target.ISSUE
    }
    assert found == {"talks"}


def test_a_count_of_one_sides_acts_breaches_only_that_sides_ban(agreement, lexicon, claim, document):
    linker = made(agreement, lexicon)
    count = Figure("violations", 190, None, basis=Basis.TOTAL, side="Northern army")
    assert provisions(linker.links(claim(kind=Kind.FIGURE, payload=count), document)) == {("b1", False)}
    other = Figure("violations", 32, 32, side="Southern")
    assert provisions(linker.links(claim(kind=Kind.FIGURE, payload=other), document)) == set()


def test_a_count_whose_side_is_not_resolved_is_linked_with_doubt_and_gives_no_evidence(
    agreement, lexicon, claim, document
):
    linker = made(agreement, lexicon)
    told = claim(kind=Kind.FIGURE, payload=Figure("violations", 190, None))
    assert provisions(linker.links(told, document)) == {("b1", True)}
    assert rows(linker, told, document) == []


def test_general_words_touch_every_duty_and_ban_of_the_side_and_say_so(agreement, lexicon, claim, document):
    linker = made(agreement, lexicon)
    told = claim(
        kind=Kind.COMPLIANCE, payload=Compliance("Northland", "all requirements", "met", general=True)
    )
    found = rows(linker, told, document)
    assert {(r.matter, r.truth, r.general) for r in found} == {
        ("b1", Truth.MET, True),
        ("d1", Truth.MET, True),
    }


def test_a_position_gives_no_evidence_but_is_kept_with_its_reason(agreement, lexicon, claim, document):
    told = claim(
        kind=Kind.POSITION,
        text="the bridge must open",
        payload=Position("Southland", "the bridge", Stance.DEMAND),
    )
    (row,) = rows(made(agreement, lexicon), told, document)
    assert (row.truth, row.why) == (Truth.UNKNOWN, "position only")


def test_an_unresolved_speaker_and_the_narrator_give_no_evidence(agreement, lexicon, claim, document):
    linker = made(agreement, lexicon)
    told = claim(
        kind=Kind.STATE, text="the bridge is open", payload=State("the bridge", "open"), speaker=None
    )
    assert rows(linker, told, document) == []


def test_an_unlisted_speaker_counts_for_whom_the_text_says_he_speaks(agreement, lexicon, claim, document):
    linker = made(agreement, lexicon)
    links = linker.links(claim(speaker="Nobody Known", on_behalf_of="Southland"), document)
    assert responsible(links) == ("south",)


def test_another_ceasefire_named_by_the_sidecar_gives_no_evidence(agreement, lexicon, claim, document):
    from dataclasses import replace

    linker = made(agreement, lexicon)
    told = claim(kind=Kind.STATE, text="the bridge is open", payload=State("the bridge", "open"))
    elsewhere = replace(document, ceasefire="truce-2023")
    assert [x.id for x in linker.links(told, elsewhere) if x.target is Target.CEASEFIRE] == ["truce-2023"]
    assert rows(linker, told, elsewhere) == []


def test_words_about_a_time_before_the_ceasefire_are_doubted_whatever_the_sidecar_says(
    agreement, lexicon, claim, document
):
    told = claim(
        kind=Kind.FIGURE,
        payload=Figure("violations", 266, 266, side="Northland"),
        about=dates.parse("2025-03"),
    )
    (link,) = [x for x in made(agreement, lexicon).links(told, document) if x.target is Target.CEASEFIRE]
    assert link.doubtful
    assert "2025-03" in link.reason


def test_a_topic_out_of_scope_is_marked_and_an_issue_is_linked(agreement, lexicon, claim, document):
    issues = (
        Issue("bridge", "Bridge", Cues(any=("bridge",)), scope=True),
        Issue("sport", "Sport", Cues(any=("football",)), scope=False),
    )
    links = made(agreement, lexicon, issues).links(claim(text="football on the bridge"), document)
    assert {(x.target, x.id) for x in links} >= {(Target.ISSUE, "bridge"), (Target.SCOPE, "sport")}


def test_a_joint_statement_counts_for_each_of_its_speakers_and_for_none_where_one_is_not_listed(
    agreement, lexicon, claim, document
):
    linker = made(agreement, lexicon)
    told = {"kind": Kind.STATE, "text": "the bridge is open", "payload": State("the bridge", "open")}
    joint = rows(linker, claim(speaker="Northland and Southland", **told), document)
    assert {r.holder for r in joint} == {"north", "south"}
    assert rows(linker, claim(speaker="Northland and Nobody", **told), document) == []
