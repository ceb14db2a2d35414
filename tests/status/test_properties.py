"""Laws of the whole engine over agreements with clocks, triggers, later texts and gates: board, explanation, calendar, changes.

``test_board.py`` holds the laws of the board alone, over one plain agreement; here the agreement itself is drawn, and what it
cites is evidence too.
"""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from truceline.agreement.model import (
    Agreement,
    Anchor,
    AnchorValue,
    AssertedFormula,
    Assertion,
    Clock,
    Deed,
    Gate,
    Instrument,
    Provision,
    Source,
    Target,
)
from truceline.evidence import (
    Basis,
    Claim,
    Evidence,
    Figure,
    Finding,
    Interval,
    Kind,
    MemoryIndex,
    Rung,
    Truth,
    Viewpoint,
    dates,
)
from truceline.status import Pick, board, calendar, changes, explain

DAY = date(2031, 5, 20)
BEFORE = DAY - timedelta(days=6)
SIDES = ("north", "south")
DUTIES = ("open", "trucks", "fire", "leave", "later")
OTHER = {"north": "south", "south": "north", "n": "s", "s": "n"}
VIEWS = (
    Viewpoint("n", "North", frozenset({"north"})),
    Viewpoint("s", "South", frozenset({"south"})),
    Viewpoint("mission", "Mission", frozenset(), mission=True),
)

# Few days, and most rows checked: then statements meet, agree and contradict one another often.
near = st.sampled_from([DAY + timedelta(days=n) for n in (-12, -9, -6, -3, 0, 3)])
past = st.sampled_from([DAY - timedelta(days=n) for n in (0, 3, 5, 6, 10, 30)])
sides = st.sampled_from(SIDES)


def source(day, name):
    """A source that is cited, as the loader makes it."""
    claim = Claim(
        "t" * 64, "agreement.yaml", Kind.CONDITION, 0, 5, f"words {name}", ordinal=sum(name.encode())
    )
    return Source(outlet="Post", date=dates.day(day), claim=claim)


values = st.builds(
    lambda day, said, by: AnchorValue(None, dates.day(day), (by,), source=source(said, f"{by}{day}")),
    near,
    near,
    sides,
)
offsets = st.sampled_from([None, timedelta(), timedelta(hours=72), timedelta(days=9)])
own = st.one_of(st.just(()), sides.map(lambda side: (side,)))


def asserted(clock, by, day):
    """The clock as a side asserts it, or the text's own."""
    return replace(clock, by=by, source=source(day, f"clock{by}{day}")) if by else clock


plain = st.one_of(
    st.builds(Clock, anchor=st.just("start"), offset=offsets),
    st.builds(Clock, after=st.sampled_from(DUTIES), offset=offsets, each=st.booleans()),
    st.builds(Clock, every=st.sampled_from(["P7D", "P1M"]), starts=st.just("start")),
    st.builds(Clock, starts=st.just("start"), until=st.sampled_from(["", "start", "2031-05-22", "the end"])),
    st.just(Clock(words="soon")),
)
clocks = st.lists(st.builds(asserted, plain, own, near), max_size=2).map(tuple)
triggers = st.lists(
    st.builds(
        lambda by, day, after: Assertion(by, f"after {after}", after, source(day, f"t{by}{day}{after}")),
        sides,
        near,
        st.sampled_from(DUTIES),
    ),
    max_size=1,
).map(tuple)
formulas = st.sampled_from(["open", "not fire", "open and trucks", "leave or not open", ""])
conditions = st.lists(
    st.builds(
        lambda by, day, formula: AssertedFormula(
            by, dates.day(day), formula, "in words", source=source(day, f"f{by}{day}{formula}")
        ),
        sides,
        near,
        formulas,
    ),
    max_size=2,
    unique_by=lambda a: (a.by, a.at, a.formula),
).map(tuple)


@st.composite
def agreements(draw):
    """Five duties of both sides under drawn clocks; one is of a text of the day after ``BEFORE``."""
    made = {}
    for place, name in enumerate(DUTIES):
        made[name] = Provision(
            name,
            name,
            Deed.PROHIBITION if name == "fire" else Deed.OBLIGATION,
            (SIDES[place % 2],),
            instrument="note" if name == "later" else "truce",
            targets=(Target("trucks", 600, per="day"),) if name == "trucks" else (),
            clocks=draw(clocks),
            asserted=draw(triggers),
        )
    return Agreement(
        "drawn",
        {},
        instruments={
            "truce": Instrument("truce", "the truce", expires=dates.parse("2031-06-30")),
            "note": Instrument("note", "the notes", date=dates.day(BEFORE + timedelta(days=1))),
        },
        anchors={"start": Anchor("start", "", draw(st.lists(values, max_size=3).map(tuple)))},
        provisions=made,
        gates={"gate": Gate("gate", "the next phase", asserted=draw(conditions))},
        effective="start",
    )


rows = st.builds(
    lambda **told: Evidence(**told),  # noqa: PLW0108 - Hypothesis makes up every field of a NamedTuple
    matter=st.sampled_from(("open", "open", *DUTIES)),
    holder=sides,
    truth=st.sampled_from((Truth.MET, Truth.NOT_MET, *Truth)),
    known=near,
    claim=st.uuids().map(lambda u: u.hex[:16]),
    on=st.one_of(st.just(Interval()), near.map(dates.day)),
    general=st.sampled_from([False, False, True]),
    checked=st.sampled_from([True, True, True, False]),
    figure=st.one_of(
        st.none(),
        st.builds(
            Figure,
            st.just("trucks"),
            st.sampled_from([None, 450.0, 700.0]),
            st.none(),
            basis=st.just(Basis.RATE),
            per=st.just("day"),
            base=st.sampled_from(["", "2031-05-08"]),
            as_of=st.sampled_from(["", "2031-05-14", "2031-05-17"]),
        ),
    ),
    why=st.sampled_from(["", "position only"]),
)
many = st.one_of(
    st.lists(rows, min_size=6, max_size=12, unique_by=lambda r: r.claim),
    st.lists(rows, max_size=3, unique_by=lambda r: r.claim),
)
findings = st.lists(
    st.builds(
        Finding,
        id=st.uuids().map(lambda u: u.hex[:8]),
        matter=st.sampled_from(DUTIES),
        role=st.just("team leader"),
        truth=st.sampled_from(Truth),
        rung=st.sampled_from(Rung),
        at=near,
        claims=st.uuids().map(lambda u: (u.hex[:16],)),
    ),
    max_size=3,
)


def everything(agreement, held, concluded, day=DAY, views=VIEWS, on=None):
    """All that a reader can be told of a day, or of an earlier day by what was known on it."""
    index = MemoryIndex(held)
    return (
        board(agreement, index, views, day, concluded, on=on),
        calendar(agreement, index, views, day, concluded, on=on),
        changes(agreement, index, views, (BEFORE, day), concluded),
        tuple(explain(agreement, index, views, day, m, concluded, on=on) for m in (*DUTIES, "gate")),
    )


def cells(made):
    """Every cell of a board under a key of its own."""
    for row in made.rows:
        yield from (((row.provision.id, v), cell) for v, cell in row.cells.items())
    for gate in made.gates:
        for place, condition in enumerate(gate.conditions):
            yield from (((gate.gate.id, place, v), cell) for v, cell in condition.cells.items())


# -- order and arrival


@given(agreements(), many, findings, past, st.randoms(use_true_random=False))
def test_the_order_in_which_claims_and_findings_are_held_is_irrelevant(
    agreement, held, concluded, on, random
):
    mixed, other = list(held), list(concluded)
    random.shuffle(mixed)
    random.shuffle(other)
    assert everything(agreement, mixed, other, on=on) == everything(agreement, held, concluded, on=on)


@given(agreements(), many, findings)
def test_asked_about_the_day_of_the_report_the_answer_is_that_of_the_report(agreement, held, concluded):
    assert everything(agreement, held, concluded, on=DAY) == everything(agreement, held, concluded)


@given(agreements(), many, findings, many, findings, values, clocks, conditions, past)
def test_a_past_day_reads_the_same_whatever_arrives_later(
    agreement, held, concluded, late, later, value, more, stated, on
):
    tomorrow = DAY + timedelta(days=1)
    arrived = [r._replace(known=tomorrow, checked=True, claim=f"late{i}") for i, r in enumerate(late)]
    after = [replace(f, at=tomorrow) for f in later]
    anchor = agreement.anchors["start"]
    new_start = replace(value, source=source(tomorrow, "late start"))
    new_clocks = tuple(replace(c, by=c.by or ("north",), source=source(tomorrow, "late clock")) for c in more)
    new_conditions = tuple(replace(a, at=dates.day(tomorrow)) for a in stated)
    opened = agreement.provisions["open"]
    gate = agreement.gates["gate"]
    grown = replace(
        agreement,
        anchors={"start": replace(anchor, values=(*anchor.values, new_start))},
        provisions={**agreement.provisions, "open": replace(opened, clocks=(*opened.clocks, *new_clocks))},
        gates={"gate": replace(gate, asserted=(*gate.asserted, *new_conditions))},
    )
    before = everything(agreement, held, concluded, on=on)
    now = everything(grown, [*held, *arrived], [*concluded, *after], on=on)
    assert now[0].line(proposals=True) == before[0].line(proposals=True)
    assert [(d.due, d.accounts) for d in now[1].all] == [(d.due, d.accounts) for d in before[1].all]
    assert [c.line() for c in now[2].moved] == [c.line() for c in before[2].moved]
    assert now[3] == before[3]


@given(agreements(), many, many)
def test_with_a_fixed_selection_added_claims_only_move_truth_up(agreement, held, more):
    # One day and no general words: nothing is superseded. No clocks: none of them makes a figure early.
    still = replace(agreement, provisions={n: replace(p, clocks=()) for n, p in agreement.provisions.items()})
    same = [
        r._replace(known=DAY, on=Interval(), general=False, checked=True, claim=f"c{i}")
        for i, r in enumerate([*held, *more])
    ]
    before = dict(cells(board(still, MemoryIndex(same[: len(held)]), VIEWS, DAY)))
    after = dict(cells(board(still, MemoryIndex(same), VIEWS, DAY)))
    for key, cell in before.items():
        assert cell.value.join(after[key].value) is after[key].value, key


@given(agreements(), many, findings)
def test_unchecked_readings_move_no_cell_no_deadline_and_no_change(agreement, held, concluded):
    checked = [r for r in held if r.checked]
    all_of_it, without = everything(agreement, held, concluded), everything(agreement, checked, concluded)
    assert all_of_it[0].line() == without[0].line()
    assert [(d.due, d.accounts) for d in all_of_it[1].all] == [(d.due, d.accounts) for d in without[1].all]
    assert [c.line() for c in all_of_it[2].moved] == [c.line() for c in without[2].moved]


# -- neutrality


def renamed(agreement):
    """The same agreement with the sides exchanged, in every place where a side is named."""

    def by(actors):
        return tuple(OTHER[a] for a in actors)

    return replace(
        agreement,
        anchors={
            k: replace(a, values=tuple(replace(v, by=by(v.by)) for v in a.values))
            for k, a in agreement.anchors.items()
        },
        provisions={
            k: replace(
                p,
                bearer=by(p.bearer),
                clocks=tuple(replace(c, by=by(c.by)) for c in p.clocks),
                asserted=tuple(replace(a, by=OTHER[a.by]) for a in p.asserted),
            )
            for k, p in agreement.provisions.items()
        },
        gates={
            k: replace(g, asserted=tuple(replace(a, by=OTHER[a.by]) for a in g.asserted))
            for k, g in agreement.gates.items()
        },
    )


def mirrored(made):
    """What a reader is told, with the sides exchanged, in an order that no name decides."""
    told, dated, moved, _ = made

    def swap(names):
        return tuple(sorted(OTHER.get(n, n) for n in names))

    line = told.line(proposals=True)
    for one in (*line["provisions"], *(c for g in line["gates"] for c in g["conditions"])):
        one["viewpoints"] = {OTHER.get(v, v): cell for v, cell in one["viewpoints"].items()}
        if "holder" in one:
            one["holder"] = OTHER[one["holder"]]
    days = sorted((str(d.due), d.deadline.matter, swap(d.deadline.by), swap(d.accounts)) for d in dated.all)
    waits = sorted((w.matter, w.awaits, swap(w.accounts)) for w in dated.waiting)
    news = sorted((c.matter, OTHER.get(c.viewpoint.id, c.viewpoint.id), *c.new, *c.gone) for c in moved.moved)
    return line, days, waits, news


def plainly(made):
    """The same without exchanging anything."""
    told, dated, moved, _ = made
    days = sorted(
        (str(d.due), d.deadline.matter, tuple(sorted(d.deadline.by)), tuple(sorted(d.accounts)))
        for d in dated.all
    )
    waits = sorted((w.matter, w.awaits, tuple(sorted(w.accounts))) for w in dated.waiting)
    news = sorted((c.matter, c.viewpoint.id, *c.new, *c.gone) for c in moved.moved)
    return told.line(proposals=True), days, waits, news


@given(agreements(), many, findings, past)
def test_renaming_the_parties_mirrors_board_calendar_and_changes(agreement, held, concluded, on):
    exchanged = [r._replace(holder=OTHER[r.holder]) for r in held]
    views = [
        replace(v, id=OTHER.get(v.id, v.id), holders=frozenset(OTHER[h] for h in v.holders)) for v in VIEWS
    ]
    one = everything(agreement, held, concluded, on=on)
    two = everything(renamed(agreement), exchanged, concluded, views=views, on=on)
    assert mirrored(one) == plainly(two)


# -- explanations


def part(tree, label):
    """One step of the first level."""
    return next(node for node in tree.children if node.label == label)


def cited_on(agreement, matter, day):
    """The claims by which agreement.yaml fixes when a duty is due, known on the day: starts, clocks, triggers."""
    provision = agreement.provisions[matter]
    known = {a.source.claim.id for a in provision.asserted if a.source.date.latest <= day}
    running = [c for c in provision.clocks if not c.by or c.source.date.latest <= day]
    known |= {c.source.claim.id for c in running if c.by}
    starts = [v for v in agreement.anchors["start"].values if v.source.date.latest <= day]
    return known, {v.source.claim.id for v in starts} if any(
        c.anchor and not c.after for c in running
    ) else set()


@given(agreements(), many, findings, past)
def test_the_leaves_of_an_explanation_are_exactly_its_evidence(agreement, held, concluded, on):
    made, _, _, trees = everything(agreement, held, concluded, on=on)
    by_matter = dict(zip((*DUTIES, "gate"), trees, strict=True))
    for row in made.rows:
        tree = by_matter[row.provision.id]
        evidence = {claim for cell in row.cells.values() for claim in cell.claims}
        assert set(part(tree, "Is it done?").claims()) == evidence
        said, starts = cited_on(agreement, row.provision.id, DAY)
        due = set(part(tree, "Is it due?").claims())
        assert due <= said | starts
        assert set(tree.claims()) == evidence | due
    conditions = made.gates[0].conditions
    used = {claim for c in conditions for cell in c.cells.values() for claim in cell.claims}
    assert set(by_matter["gate"].claims()) == used | {c.claim for c in conditions if c.claim}


@given(agreements(), many, findings)
def test_what_is_not_counted_is_listed_apart_and_never_among_the_evidence(agreement, held, concluded):
    for tree in everything(agreement, held, concluded)[3]:
        apart = [node for node in tree.children if node.label == "Not counted"]
        listed = {leaf.claim for node in apart for leaf in node.children}
        assert not any(leaf.counted for node in apart for leaf in node.children)
        assert listed <= {r.claim for r in held} | {c for f in concluded for c in f.claims}
        assert not listed & set(tree.claims()) or tree.label.startswith("THE NEXT PHASE")


# -- the day asked about


@given(agreements(), many, findings, past)
def test_what_speaks_of_later_days_gives_no_value_on_an_earlier_one(agreement, held, concluded, on):
    spoken = {r.claim: r for r in held}
    for _, cell in cells(board(agreement, MemoryIndex(held), VIEWS, DAY, on=on)):
        for row in (spoken[claim] for claim in cell.claims if claim in spoken and claim not in cell.held):
            assert row.known <= DAY
            assert row.on.earliest is None or row.on.earliest <= on
            figure = row.figure.as_of if row.figure else ""
            assert row.known <= on or row.on.known or date.fromisoformat(figure) <= on


@given(agreements(), many, findings, past)
def test_what_was_known_on_the_day_itself_and_named_no_day_counts_on_it_as_it_did_then(
    agreement, held, concluded, on
):
    early = [r._replace(figure=None) for r in held if r.known <= on and not r.on.known]
    then = board(agreement, MemoryIndex(early), VIEWS, on, concluded)
    now = board(agreement, MemoryIndex(early), VIEWS, on + timedelta(days=1), concluded, on=on)
    told = {key: (cell.claims, cell.held) for key, cell in cells(now)}
    assert {key: (cell.claims, cell.held) for key, cell in cells(then) if len(key) == 2} == {
        key: said for key, said in told.items() if len(key) == 2
    }


# -- changes and calendar beside the board


@given(agreements(), many, findings)
def test_what_changed_is_the_difference_of_the_two_boards_and_nothing_else(agreement, held, concluded):
    made = changes(agreement, MemoryIndex(held), VIEWS, (BEFORE, DAY), concluded)
    then = dict(cells(board(agreement, MemoryIndex(held), VIEWS, BEFORE, concluded)))
    now = dict(cells(board(agreement, MemoryIndex(held), VIEWS, DAY, concluded)))
    moved = {(c.matter, c.viewpoint.id) for c in made.moved if not c.holder}
    duties = {k for k in now if len(k) == 2}
    for key in duties:
        old, new = then.get(key), now[key]
        otherwise = bool(new.claims) if old is None else (old.value, old.reason) != (new.value, new.reason)
        assert (key in moved) is otherwise, key
    for cell in (*made.moved, *made.added):
        before = set(cell.before.claims) if cell.before else set()
        assert set(cell.new) == set(cell.after.claims) - before
        assert set(cell.gone) == before - set(cell.after.claims)
    known = {r.claim: r.known for r in held if r.checked}
    assert all(known[claim] <= DAY for claim in made.claims & set(known))


@given(agreements(), many, st.sampled_from(Pick))
def test_a_deadline_stands_once_in_the_calendar_and_by_its_day(agreement, held, pick):
    made = calendar(agreement, MemoryIndex(held), VIEWS, DAY, pick=pick)
    assert all(d.last >= DAY for d in made.ahead)
    assert all(d.last < DAY for d in (*made.past_open, *made.met))
    assert all(d.last < DAY or d.deadline.clock.until for d in made.over)
    ids = [(d.uid("drawn"), d.deadline.by, str(d.due)) for d in made.all]
    assert len(set(ids)) == len(ids)
    every = calendar(agreement, MemoryIndex(held), VIEWS, DAY)
    assert {d.due for d in made.all} <= {d.due for d in every.all}
