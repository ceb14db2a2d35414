"""Parts and their total: the sum, and the rest that is not explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from truceline.counting.comparison import Comparison, Verdict, Working
from truceline.counting.figures import FigureRow
from truceline.counting.latest import of_basis
from truceline.evidence import Basis
from truceline.evidence.wording import number

RULE = "counting/parts v1"
Part = tuple[str, float, FigureRow]


def parts(rows: Iterable[FigureRow], as_of: date) -> Iterator[Comparison]:
    """For each total: the parts that its own statement gives, else those its counter gives beside it in the same document."""
    totals = of_basis(rows, Basis.TOTAL)
    for total in totals:
        found = [(what, value, total) for what, value in total.parts] or list(_beside(total, totals))
        if len(found) > 1 and total.day.known:
            yield _set(total, found, as_of)


def _beside(total: FigureRow, rows: Iterable[FigureRow]) -> Iterator[Part]:
    for row in rows:
        if row.low is not None and row.low == row.high and _is_part(row, total):
            yield row.label, row.low, row


def _is_part(row: FigureRow, total: FigureRow) -> bool:
    """Told by one counter in one document; a part often repeats neither the side nor the day of its total."""
    together = row.counter_id == total.counter_id != "" and row.document == total.document
    same_day = row.day.latest == total.day.latest or not row.day_stated
    return together and same_day and row.part_of == total.item != "" and row.side in ("", total.side)


def _set(total: FigureRow, found: list[Part], as_of: date) -> Comparison:
    work = Working(RULE, as_of, tuple(dict.fromkeys((total, *(row for _, _, row in found)))))
    formula = " + ".join(number(value) for _, value, _ in found)
    value = sum((Fraction(str(v)) for _, v, _ in found), Fraction(0))
    told = f"{total.as_of}: {formula} = {work.put('sum of the parts', value, formula)}; total stated {total.value}"
    label = f"{total.counter}, parts"
    if value in total.bounds:
        return work.made(label, f"{told}; the parts add up.", Verdict.BOTH_CAN_BE_TRUE)
    over = total.high is not None and value > Fraction(str(total.high))
    edge = Fraction(str(total.high if over else total.low))
    rest = work.put(
        "rest", abs(value - edge), f"{number(float(max(value, edge)))} - {number(float(min(value, edge)))}"
    )
    words = f"{told}; {rest} {'more in the parts than in the total' if over else 'not explained'}."
    return work.made(label, words, Verdict.PARTS_DO_NOT_ADD_UP)
