"""A rate beside a total, and rates beside each other: what the one would mean for the other, and for how many days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import combinations

from truceline.agreement.amounts.bounds import Bounds, exactly
from truceline.counting.comparison import Comparison, Verdict, Working, alike, is_exact, one_source, said
from truceline.counting.figures import FigureRow
from truceline.counting.latest import latest, of_basis, who, whole_days, whole_days_between
from truceline.evidence import Basis
from truceline.evidence.lengths import DAYS
from truceline.evidence.wording import number

OVER = "counting/total-over-rate v1"
TIMES = "counting/rate-over-days v1"
RATES = "counting/two-rates v1"


def total_and_rate(rows: Sequence[FigureRow], as_of: date) -> Iterator[Comparison]:
    """Each counter's latest rate beside each counter's latest total: how many days of the rate make the total.

    Compared with the days that lie between the total's start and its as-of day (the last day not counted twice).
    """
    totals = latest(of_basis(rows, Basis.TOTAL), lambda r: (who(r), r.item, r.qualifier))
    for rate in _latest_rates(rows):
        for total in totals:
            dated = total.day.is_day or (total.base.is_day and whole_days_between(total))
            if alike(rate, total) and dated and not total.part_of and (rate.low or rate.high):
                yield _Over(rate, total, Working(OVER, as_of, (total, rate))).made()


def _latest_rates(rows: Iterable[FigureRow]) -> tuple[FigureRow, ...]:
    timed = (r for r in of_basis(rows, Basis.RATE) if r.per.casefold() in DAYS)
    return latest(timed, lambda r: (who(r), r.speaker_id, r.item, r.qualifier))


def daily(rate: FigureRow) -> Bounds:
    """The rate per day."""
    return rate.bounds.over(exactly(DAYS[rate.per.casefold()]))


@dataclass(frozen=True, slots=True)
class _Over:
    rate: FigureRow
    total: FigureRow
    work: Working

    def made(self) -> Comparison:
        between = whole_days(self.total)
        told = [", ".join(self.quotients()), self.between(between), self.bound(), self.period()]
        verdict, last = self.verdict(between)
        words = f"{'; '.join(t for t in told if t)}. {last}{one_source(self.rate, self.total)}"
        return self.work.made(f"{self.total.value} and {self.rate.value}", words, verdict)

    def quotients(self) -> Iterator[str]:
        """190 / 12 = 15.8 days, 190 / 10 = 19.0 days: at the numbers as stated, the higher rate first."""
        total, rate = self.total.bounds.stated, self.rate.bounds.stated
        pairs = dict.fromkeys([(total.low, rate.high), (total.high, rate.low)])
        unit = self.rate.per.casefold()
        for above, below in pairs:
            if above is not None and below:
                formula = f"{number(float(above))} / {number(float(below))}"
                yield f"{formula} = {self.work.put(f'{unit}s of the rate', above / below, formula, ratio=True)} {unit}s"

    def between(self, days: int | None) -> str:
        if days is None and (ends := whole_days_between(self.total)):
            return self.between_ends(*ends)
        if days is None:
            return f"from when {self.total.counter} counts is {'known only as ' + self.total.since if self.total.base.known else 'not stated'}"
        first, last = self.total.base.earliest, self.total.day.earliest
        assert first
        assert last
        words = self.work.put("days between", days, f"{last} - {first}")
        return f"{words} days lie between {self.work.day(first)} and {self.work.day(last)}"

    def between_ends(self, least: int, most: int) -> str:
        """Where the total's day is known only as lying between two days."""
        base, day = self.total.base.earliest, self.total.day
        assert base
        assert day.earliest
        assert day.latest
        few = self.work.put("days between, at least", least, f"{day.earliest} - {base}")
        many = self.work.put("days between, at most", most, f"{day.latest} - {base}")
        ends = f"{self.work.day(day.earliest)} to {self.work.day(day.latest)}"
        return f"{few} to {many} days lie between {self.work.day(base)} and the day of the total, which is one of {ends}"

    def bound(self) -> str:
        open_ones = [r for r in (self.total, self.rate) if r.bounds.open]
        return "; ".join(
            f'"{r.value}" is {"a lower" if r.high is None else "an upper"} bound' for r in open_ones
        )

    def period(self) -> str:
        if not self.rate.base.known:
            return "the rate is stated for no period"
        return "" if self.one_period() else "the rate is stated for other days"

    def one_period(self) -> bool:
        rate, total = self.rate, self.total
        both = rate.day_stated and total.day_stated and rate.base.is_day and total.base.is_day
        return both and (rate.base.earliest, rate.day.latest) == (total.base.earliest, total.day.latest)

    def verdict(self, between: int | None) -> tuple[Verdict, str]:
        """Only a rate and a total of the very same days can exclude each other; a rate that is an average may be rounded."""
        if between is None and whole_days_between(self.total):
            return Verdict.BOTH_CAN_BE_TRUE, "Both can be true."
        if between is None:
            return Verdict.CANNOT_TELL, "Nothing follows for the days of the total."
        if not self.one_period():
            return Verdict.BOTH_CAN_BE_TRUE, "Both can be true."
        made = daily(self.rate).rounded().times(Bounds(Fraction(between), Fraction(between + 1)))
        if made.meets(self.total.bounds):
            return Verdict.BOTH_CAN_BE_TRUE, "The same days: both can be true."
        firm = is_exact(self.rate) and is_exact(self.total)
        verdict = Verdict.CANNOT_BOTH_HOLD if firm else Verdict.DIFFER
        return verdict, "The same days: both cannot hold for one definition."


def rate_over_days(rows: Sequence[FigureRow], as_of: date, starts: Iterable[date]) -> Iterator[Comparison]:
    """What a rate would make from the start to its own day, beside the last total of another counter known by then."""
    days = sorted(set(starts))
    totals = of_basis(rows, Basis.TOTAL)
    for rate in _latest_rates(rows):
        last = rate.day.latest if rate.day.is_day else None
        fit = [t for t in totals if last and t.day.is_day and t.day.latest and t.day.latest <= last]
        fit = [t for t in fit if alike(rate, t) and not t.part_of and who(t) != who(rate)]
        begun = [rate.base.earliest] if rate.base.is_day else [d for d in days if last and d < last]
        if fit and begun and last:
            total = max(fit, key=lambda t: t.day.latest or last)
            yield _times(rate, total, [(last - d).days for d in begun if d], as_of)


def _times(rate: FigureRow, total: FigureRow, days: list[int], as_of: date) -> Comparison:
    work = Working(TIMES, as_of, (rate, total))
    span = Bounds(Fraction(min(days)), Fraction(max(days)))
    value = daily(rate)
    counted = work.put_bounds("days", span, f"from the start to {rate.as_of}")
    made = work.put_bounds("rate x days", span.times(value), f"{counted} x {rate.value}")
    if rate.base.is_day and rate.day_stated:
        held = ""
    else:
        held = f", if the rate held throughout, which {rate.speaker} did not say"
    words = f"{counted} days x {rate.value} = {made}{held}; stated: {total.value}, {total.as_of}."
    too_low = not span.times(value.rounded()).plus(value).meets(Bounds(total.bounds.low, None)) and not held
    verdict, last = (
        (Verdict.DIFFER, " Differ.") if too_low else (Verdict.BOTH_CAN_BE_TRUE, " Both can be true.")
    )
    return work.made(f"{rate.value} and {total.value}", words + last + one_source(rate, total), verdict)


def two_rates(rows: Sequence[FigureRow], as_of: date) -> Iterator[Comparison]:
    """Two rates of the same thing: compatible where their bounds meet; else they differ, and for the same days exclude each other."""
    for one, other in combinations(_latest_rates(rows), 2):
        if alike(one, other):
            yield _two_rates(one, other, as_of)


def _two_rates(one: FigureRow, other: FigureRow, as_of: date) -> Comparison:
    work = Working(RATES, as_of, (one, other))
    label = f"{one.value} and {other.value}"
    if daily(one).meets(daily(other)):
        return work.made(
            label, f"The bounds meet: both can be true.{one_source(one, other)}", Verdict.BOTH_CAN_BE_TRUE
        )
    same = (
        one.base.is_day
        and one.base == other.base
        and one.day == other.day
        and one.day_stated
        and other.day_stated
    )
    verdict = Verdict.CANNOT_BOTH_HOLD if same and is_exact(one) and is_exact(other) else Verdict.DIFFER
    owner = "same counter" if one.counter_id and one.counter_id == other.counter_id else "two counters"
    days = "the same days" if same else "days not the same, or not stated"
    words = f"Same thing counted ({said(one)}; {other.value}), {owner}, {days}, different result. Both cannot hold for the same days and definition."
    return work.made(label, words, verdict)
