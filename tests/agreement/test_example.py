from datetime import timedelta
from pathlib import Path

from truceline.actors import Lexicon
from truceline.actors import load as load_actors
from truceline.agreement import issues, load
from truceline.agreement.check import check
from truceline.agreement.formula import parse
from truceline.evidence import Attribution, Figure, Kind, Mode, Target, digest

CASE = Path(__file__).parents[2] / "examples" / "gaza-2025"
GAZA = load(CASE / "agreement.yaml")
LEXICON = Lexicon.builtin().merged(load_actors(CASE / "actors.yaml"))


def claims_of(provision):
    found = {link.claim for link in GAZA.links if link.target is Target.PROVISION and link.id == provision}
    return [c for c in GAZA.claims if c.id in found]


def test_all_thirty_eight_provisions_are_held_with_a_name_a_bearer_and_cues():
    assert list(GAZA.provisions) == [f"p{n:02}" for n in range(1, 39)]
    for p in GAZA.provisions.values():
        assert p.name
        assert p.bearer
        assert p.issue
        assert p.cues.any


def test_names_fit_the_board():
    assert max(len(p.name) for p in GAZA.provisions.values()) <= 46


def test_every_cited_statement_is_exactly_its_characters_in_the_file():
    text = (CASE / "agreement.yaml").read_bytes().decode("utf-8")
    assert GAZA.claims
    for claim in GAZA.claims:
        assert claim.text_sha256 == digest(text)
        assert text[claim.start : claim.end] == claim.text
        assert claim.document == "agreement.yaml"
        assert claim.reader == "author"


def test_every_cited_statement_has_its_own_id_an_outlet_and_a_day():
    assert len({c.id for c in GAZA.claims}) == len(GAZA.claims)
    for claim in GAZA.claims:
        source = GAZA.cited[claim.id]
        assert source.outlet
        assert source.date.known
        assert claim.relay[-1] == source.outlet


def test_a_rendering_is_indirect_and_a_speaker_without_name_stays_unnamed():
    assert {c.mode for c in GAZA.claims} == {Mode.INDIRECT}
    unnamed = [c for c in GAZA.claims if c.speaker is None]
    assert unnamed
    for claim in unnamed:
        assert claim.attribution is Attribution.ANONYMOUS
        assert "unnamed" in claim.speaker_text or "unnamed" in LEXICON.lookup(claim.speaker_text)[0].kinds


def test_progress_loads_as_figures_with_counter_bound_and_day():
    figures = [c for c in claims_of("p36") if c.kind is Kind.FIGURE]
    assert [(c.speaker, c.payload.low, c.payload.unit, str(c.about)) for c in figures] == [
        ("Donald Trump", 17, "billion USD", "2026-02-19")
    ]


def test_every_number_of_a_figure_stands_in_its_words():
    for claim in GAZA.claims:
        if isinstance(claim.payload, Figure):
            digits = claim.text.replace(",", "")
            for bound in {claim.payload.low, claim.payload.high} - {None}:
                assert f"{bound:g}" in digits or "half" in digits


def test_what_cites_nobody_is_the_authors_reading_and_no_claim():
    loose = [s for p in GAZA.provisions.values() for s in p.asserted if s.source.authors_reading]
    assert loose
    assert not {s.text for s in loose} & {c.text for c in GAZA.claims}


def test_the_effective_date_keeps_its_two_values():
    values = GAZA.anchors[GAZA.effective].values
    assert {v.day.edtf for v in values} == {"2025-10-10", "2025-10-11"}
    assert values[0].at is not None


def test_one_duty_has_two_clocks_from_two_texts():
    clocks = GAZA.provisions["p10"].clocks
    assert [(c.article, c.anchor, c.offset) for c in clocks] == [
        ("I2.4", "withdrawal_line1", timedelta(hours=72)),
        ("I1.4", "acceptance", timedelta(hours=72)),
    ]


def test_every_asserted_formula_has_its_day_its_side_and_can_be_read():
    for gate in GAZA.gates.values():
        for said in gate.asserted:
            assert said.at.known
            assert said.side == LEXICON.side(said.by)
            if said.formula:
                parse(said.formula, GAZA.provisions)


def test_a_formula_that_nobody_stated_in_these_terms_says_so():
    badran = next(f for f in GAZA.gates["g_1_2"].asserted if f.by == "badran")
    assert (badran.formula, badran.mapping, badran.side) == ("p02 and p18 and p20", "author", "hamas")


def test_no_actor_and_no_name_of_the_example_leads_nowhere():
    assert [str(w) for w in check(GAZA, LEXICON) if w.severity != "note"] == []


def test_each_wish_of_a_row_is_a_statement_of_its_own_and_silence_is_none():
    wishes = [w for w in GAZA.mandates[0].wishes if w.actor == "naim" and str(w.at) == "2025-12-24"]
    spoken = {w.function: w.source.claim for w in wishes}
    assert spoken["disarm"] is None
    assert len({c.id for c in spoken.values() if c}) == 5


def test_a_draft_of_another_ceasefire_is_linked_to_that_one():
    demand = GAZA.drafts[0].demands[0].source.claim
    links = {link.id for link in GAZA.links if link.claim == demand.id and link.target is Target.CEASEFIRE}
    assert links == {"gaza-2024-05-draft"}


def test_every_issue_named_in_the_agreement_is_defined():
    known = issues.load(CASE / "issues.yaml")
    assert {p.issue for p in GAZA.provisions.values()} <= {i for i, issue in known.items() if issue.scope}
    assert [i for i, issue in known.items() if not issue.scope] == [
        "internal_affairs",
        "courts",
        "opinion",
        "boycotts",
        "history",
    ]


def test_a_duty_in_two_texts_keeps_both_articles_and_the_life_of_each_clocks_text():
    held = GAZA.provisions["p10"]
    assert held.texts == ("I2", "I1")
    assert [(p.instrument, p.article) for p in held.also_in] == [("I1", "I1.4")]
    assert [(c.instrument, str(c.within.earliest)) for c in held.clocks] == [
        ("I2", "2025-10-09"),
        ("I1", "2025-09-29"),
    ]
