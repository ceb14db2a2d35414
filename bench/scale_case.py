"""A made-up agreement of 600 provisions and as many rows of evidence as are asked for, always the same for one size.

Uneven as real ones are: a few duties are spoken of daily and most rarely, sides repeat themselves and change their word now and
then, half of the rows are unchecked, a third speak and show nothing, some are dated by an interval or general words.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from truceline.agreement.model import (
    Agreement,
    Anchor,
    AnchorValue,
    AssertedFormula,
    Clock,
    Deed,
    Gate,
    Provision,
    Target,
)
from truceline.evidence import Basis, Evidence, Figure, Interval, Truth, Viewpoint, dates

DAY = date(2027, 6, 30)
FIRST = DAY - timedelta(days=729)
PROVISIONS = 600
GATES = 12
HOLDERS = ("north", "south", "atlas", "boreal", "cedar", "observers", "relief")
VIEWS = (
    Viewpoint("north", "North", frozenset({"north"})),
    Viewpoint("south", "South", frozenset({"south"})),
    Viewpoint("guarantors", "Guarantors", frozenset({"atlas", "boreal", "cedar"})),
    Viewpoint("observers", "Observers", frozenset({"observers"})),
    Viewpoint("relief", "Relief agencies", frozenset({"relief"})),
)
MUTE = ("position only", "future: will be", "a condition", "hedged: may have")
COUNTS = ("trucks entered", "posts left", "persons handed over")


def agreement(provisions: int = PROVISIONS) -> Agreement:
    """The duties, bans, permissions and powers, their clocks and quantities, and the gates that wait for them."""
    dice = random.Random(600)
    made = {p.id: p for p in (_provision(n, dice) for n in range(provisions))}
    gates = {g.id: g for g in (_gate(n, list(made), dice) for n in range(GATES))}
    values = (
        AnchorValue(None, dates.day(FIRST), ("north",)),
        AnchorValue(None, dates.day(FIRST + timedelta(days=2)), ("south",)),
    )
    anchors = {"start": Anchor("start", "the start", values)}
    return Agreement("scale", {}, anchors=anchors, provisions=made, gates=gates, effective="start")


def _provision(n: int, dice: random.Random) -> Provision:
    deed = dice.choices(list(Deed), [60, 25, 10, 5])[0]
    targets: list[Target] = []
    if dice.random() < 0.4:
        amount = float(dice.choice([20, 100, 400, 600]))
        per = dice.choice(["", "day"])
        ban = deed is Deed.PROHIBITION
        targets = [Target(COUNTS[n % 3], None if ban else amount, amount if ban else None, per=per)]
        if dice.random() < 0.3:
            targets.append(Target(COUNTS[(n + 1) % 3], amount / 2, amount / 2, per=per))
    clock = dice.random()
    clocks: tuple[Clock, ...] = ()
    if clock < 0.35:
        clocks = (Clock(anchor="start", offset=timedelta(days=dice.choice([1, 60, 365, 728, 729, 900]))),)
    elif clock < 0.45 and n:
        clocks = (Clock(after=f"p{dice.randrange(n)}", offset=timedelta(days=dice.choice([1, 30, 400]))),)
    return Provision(f"p{n}", f"duty {n}", deed, (HOLDERS[n % 2],), targets=tuple(targets), clocks=clocks)


def _gate(n: int, names: list[str], dice: random.Random) -> Gate:
    asserted = []
    for by in dice.sample(HOLDERS, dice.randint(2, 4)):
        parts = dice.sample(names, dice.randint(3, min(40, len(names))))
        words = " and ".join(f"not {p}" if dice.random() < 0.1 else p for p in parts[:-1])
        asserted.append(AssertedFormula(by, dates.day(FIRST), f"({words}) or {parts[-1]}"))
    return Gate(f"g{n}", f"gate {n}", asserted=tuple(asserted))


def rows(number: int, provisions: int = PROVISIONS, seed: int = 1) -> Iterator[Evidence]:
    """So many rows; one in fifty belongs to the claim before it, told of a second side."""
    dice = random.Random(seed)
    duties = list(agreement(provisions).provisions.values())
    weights = [1 / (rank + 20) for rank in range(provisions)]
    dice.shuffle(weights)
    claim = ""
    for matter in dice.choices(duties, weights, k=number):
        claim = claim if claim and dice.random() < 0.02 else f"{dice.getrandbits(64):016x}"
        yield row(matter, dice.choice(HOLDERS), claim, dice)


def row(duty: Provision, holder: str, claim: str, dice: random.Random) -> Evidence:
    """One row: a state or deed (two in five), a figure (one in four), or words that show nothing."""
    known = FIRST + timedelta(days=dice.randrange(730))
    kind = dice.random()
    figure = _figure(duty, dice) if 0.4 <= kind < 0.65 else None
    return Evidence(
        matter=duty.id,
        holder=holder,
        truth=_said(duty, holder, known, dice) if kind < 0.4 else Truth.UNKNOWN,
        known=known,
        claim=claim,
        speaker=f"{holder}.spokesperson" if dice.random() < 0.7 else "",
        on=_days(known, dice),
        measure=f"{figure.counts}|{figure.per or 'total'}" if figure else "",
        general=dice.random() < 0.02,
        checked=dice.random() < 0.5,
        figure=figure,
        why="a figure" if figure else "the deed itself" if kind < 0.4 else dice.choice(MUTE),
        possible=known - timedelta(days=dice.randint(1, 20)) if dice.random() < 0.02 else None,
    )


def _said(duty: Provision, holder: str, known: date, dice: random.Random) -> Truth:
    """What a side says holds for some months, then it may say otherwise; now and then it contradicts itself."""
    season = random.Random(f"{duty.id} {holder} {known.toordinal() // 90}").random()
    truth = Truth.MET if season < 0.5 else Truth.NOT_MET
    return ~truth if dice.random() < 0.03 else truth


def _days(known: date, dice: random.Random) -> Interval:
    kind = dice.random()
    if kind < 0.6:
        return dates.day(known)
    if kind < 0.8:
        return dates.day(known - timedelta(days=dice.randint(1, 30)))
    if kind < 0.84:
        return dates.parse(f"{known:%Y-%m}")
    return dates.day(known + timedelta(days=dice.randint(1, 60))) if kind < 0.85 else Interval()


def _figure(duty: Provision, dice: random.Random) -> Figure:
    number = int(duty.id[1:])
    low = float(dice.randrange(0, 800, 5))
    per = "day" if dice.random() < 0.5 else ""
    counts = COUNTS[(number + (dice.random() < 0.3)) % 3]
    approximator = "more than" if dice.random() < 0.15 else ""
    return Figure(
        counts,
        low,
        None if approximator else low,
        approximator,
        basis=Basis.RATE if per else Basis.TOTAL,
        per=per,
    )
