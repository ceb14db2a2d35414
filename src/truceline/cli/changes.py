"""The changes between two days as an officer reads them: what moved, from what to what, and whose words moved it.

A statement that moved several cells is quoted once, under a number; the cells below name the number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from truceline.agreement.model import TEXT
from truceline.agreement.spoken import spoken
from truceline.cli import paper
from truceline.cli.quote import quoted

if TYPE_CHECKING:
    from truceline.case import Case
    from truceline.evidence import Finding
    from truceline.status import Cell, Changes, Dated, Moved


class ChangesPage:
    """The whole page, in the order in which an officer asks."""

    def __init__(self, case: Case, found: Changes) -> None:
        self._case = case
        self._found = found
        self._numbers: dict[str, int] = {}

    def lines(self) -> Iterator[str]:
        """Every line, of at most 100 columns."""
        found, name = self._found, self._case.settings.name
        yield paper.wrapped(
            f"{name}: what changed from {found.earlier} to {found.later}, each as known on that day."
        )
        added = [c for c in found.added if not c.holder]  # a condition says no more than its duties do
        still = [c for c in found.moved if not c.value_moved]
        parts = (
            ("WHAT MOVED", self._cells([c for c in found.moved if c.value_moved]), "No status changed."),
            ("NEWLY STATED ABOUT A CONDITION", self._conditions(), ""),
            ("POSITIONS NEWLY STATED", self._positions(), "No position was newly stated."),
            ("DEADLINES PASSED", self._deadlines(), "No deadline passed under any start date held."),
            ("CLOCKS THAT MOVED", self._clocks(), ""),
            ("STILL UNKNOWN, FOR ANOTHER REASON", self._cells(still), ""),
            ("SAME VALUE, FURTHER STATEMENTS", self._cells(added), ""),
            ("NEW TEXTS", self._texts(), ""),
        )
        for head, part, empty in parts:
            told = list(part)
            if told or empty:
                yield from ("", *((head, *told) if told else (empty,)))
        yield from ("", *self._foot())

    def _cells(self, cells: Iterable[Moved]) -> Iterator[str]:
        """Each duty or condition once, with the accounts in which it moved."""
        for (matter, holder, at), group in groupby(cells, key=lambda c: (c.matter, c.holder, c.at)):
            yield paper.wrapped(title(self._case, matter, holder, at))
            for cell in group:
                yield from self._cell(cell)

    def _positions(self) -> Iterator[str]:
        """Each holder and issue on which something new is held, with what was held last before."""
        from truceline.positions import between

        case, found = self._case, self._found
        for held in between(case.readings, found.earlier, found.later, actors=case.lexicon.actors):
            issue = case.issues.get(held.line.issue)
            words = "; ".join(dict.fromkeys(s.words for s in held.new))
            yield paper.wrapped(
                f"{held.line.holder_name} on {issue.name if issue else held.line.issue}: {words}"
            )
            yield from self._statements("stated", (s.claim for s in held.new))
            yield from self._statements("before", (s.claim for s in held.before))

    def _cell(self, cell: Moved) -> Iterator[str]:
        before, now = _words(cell.before) if cell.before else "no row yet", _words(cell.after)
        yield paper.wrapped(f"{whose(cell)}: {f'{before} -> {now}' if before != now else now}", "  ")
        if cell.changed and not cell.new and not cell.findings:
            yield paper.wrapped(_why_without_words(cell), "    ")
        for finding in cell.findings:
            yield paper.wrapped(concluded(finding), "    ")
        for label, claims in (
            ("because of" if cell.changed else "now also", cell.new),
            ("before it counted", cell.gone),
        ):
            yield from self._statements(label, claims)

    def _statements(self, label: str, claims: Iterable[str]) -> Iterator[str]:
        """Statements not yet quoted in full, each on its own lines; then the numbers of those that were."""
        again: list[str] = []
        quoted_before = dict(self._numbers)
        for words in dict.fromkeys(quoted(self._case, claim) for claim in claims):
            if number := quoted_before.get(words):
                again.append(f"[{number}]")
                continue
            self._numbers[words] = len(self._numbers) + 1
            yield paper.wrapped(f"{label} [{self._numbers[words]}] {words}", "    ")
        if again:
            yield paper.wrapped(f"{label} {', '.join(again)}, above", "    ")

    def _spoken(self, formula: str) -> str:
        return spoken(formula, self._case.agreement, partial(name, self._case))

    def _conditions(self) -> Iterator[str]:
        for gate, condition in self._found.asserted:
            yield paper.wrapped(title(self._case, gate, condition.holder, str(condition.at)))
            if condition.claim:
                yield from self._statements("stated", (condition.claim,))
            else:
                words = condition.words or self._spoken(condition.formula)
                yield paper.wrapped(f"{words} (no source cited: the case author's reading)", "    ")
        for gate, said in self._found.declared:
            who = name(self._case, said.by)
            yield paper.wrapped(f"{gate} {self._case.agreement.gates[gate].name}: declared by {who}")
            if said.source.claim:
                yield from self._statements("stated", (said.source.claim.id,))
            else:
                yield paper.wrapped(said.text, "    ")

    def _deadlines(self) -> Iterator[str]:
        """Each once, also where a side states its clock in two places."""
        told = (deadline(self._case, found) for found in self._found.passed)
        yield from map(paper.wrapped, dict.fromkeys(told))

    def _clocks(self) -> Iterator[str]:
        """Each duty's clock once where it moved alike in every account."""
        for matter, group in groupby(self._found.clocks, key=lambda c: c.matter):
            moved: dict[str, list[str]] = {}
            for cell in group:
                moved.setdefault(lives(cell), []).append(cell.viewpoint.label)
            for words, labels in moved.items():
                alone = "" if len(labels) == self._columns else f" (as stated by {'; '.join(labels)})"
                yield paper.wrapped(f"{title(self._case, matter)}: {words}{alone}")

    @property
    def _columns(self) -> int:
        return len(self._case.columns(self._found.later))

    def _texts(self) -> Iterator[str]:
        for id_ in self._found.texts:
            text = self._case.agreement.instruments[id_]
            yield paper.wrapped(f"{text.date}  {text.name} ({id_}), {text.text}")

    def _foot(self) -> Iterator[str]:
        """How much became known in between, what of it waits, and how to look further."""
        found = self._found
        new = [
            r
            for r in self._case.readings
            if r.this_case and (day := r.document.known_from) and found.earlier < day <= found.later
        ]
        counted = {r.id for r in new if r.counts}
        waiting = sum(r.waiting for r in new)
        lead = f"{paper.plural(len(counted), 'checked statement')} became known in between"
        rest = f"{len(counted & found.claims)} came to count above; {waiting or 'none'} not checked"
        yield paper.wrapped(f"{lead}, {rest}.")
        yield f"Why: truceline explain {self._case.path} ID --as-of {found.later}"


def title(case: Case, matter: str, holder: str = "", at: str = "") -> str:
    """``p20 open Rafah crossing``; a condition by the phase it opens, whose it is and when it was stated."""
    if not holder:
        return f"{matter} {case.agreement.provisions[matter].name}"
    whose = "the text's own condition" if holder == TEXT else f"the condition of {name(case, holder)}, {at}"
    return f"{matter} {case.agreement.gates[matter].name}: {whose}"


def name(case: Case, actor: str) -> str:
    """What the case calls an actor."""
    found = case.lexicon.actors.get(actor)
    return found.name if found else actor


def whose(cell: Moved) -> str:
    """Whose account a cell is."""
    return "mission's own findings" if cell.viewpoint.mission else f"as stated by {cell.viewpoint.label}"


def concluded(finding: Finding) -> str:
    """A finding in one line: who concluded it, when, on which rung, in which words."""
    told = f": {finding.text}" if finding.text else ""
    return f"found by the {finding.role}, {finding.at}, {finding.rung.value.replace('_', ' ')}{told}"


FALLS = {"due": "", "ends": ", ended by itself", "hoped": ", hoped for by then"}


def deadline(case: Case, found: Dated) -> str:
    """``2025-10-13  p10 release 20 living captives, counted as by Steve Witkoff``; what was no duty says what it was."""
    matter, by = found.deadline.matter, sorted(name(case, actor) for actor in found.deadline.by)
    counted = f"counted as by {', '.join(by)}" if by else "by the text's own date"
    text = case.agreement.instruments.get(matter)
    what = f"{matter} {text.name}" if text else title(case, matter)
    return f"{found.due}  {what}{FALLS[found.falls.value]}, {counted}"


def lives(cell: Moved) -> str:
    """The life of a duty on both days, in words."""
    from truceline.status.explain import LIFE_WORDS

    assert cell.before is not None
    return f"{LIFE_WORDS[cell.before.life]} -> {LIFE_WORDS[cell.after.life]}"


def _words(cell: Cell) -> str:
    from truceline.status.explain import value_words

    return value_words(cell).rstrip(".")


def _why_without_words(cell: Moved) -> str:
    """Why a cell is otherwise although nothing came to count: a clock ran out, or what counted gave way."""
    if cell.clock_moved:
        return f"nothing new was said; the clock moved: {lives(cell)}"
    return "nothing new counts here" + ("; what counted gave way" if cell.gone else "")
