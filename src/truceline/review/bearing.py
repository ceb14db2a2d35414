"""What a statement says on a duty: whether it speaks on it at all, for or against, and whether a side of the duty's bearer said it."""

from __future__ import annotations

from collections.abc import Iterable

from truceline.case import Case, Reading
from truceline.evidence import Finding, Target, Truth, Viewpoint
from truceline.linking.mentions import responsible
from truceline.status.clocks import speaks_for
from truceline.status.standing import Standing


def on(case: Case, reading: Reading, matter: str) -> bool:
    """Whether it is linked to the duty without doubt, or gives it evidence, as general words do ("all requirements")."""
    linked = matter in reading.linked(Target.PROVISION)
    return linked or any(row.matter == matter for row in case.rows(reading))


def shown(case: Case, reading: Reading, finding: Finding) -> Truth:
    """The bits it gives on the finding's matter; a figure is set beside what its own holder says is owed."""
    provision = case.agreement.provisions[finding.matter]
    value = Truth.UNKNOWN
    for row in case.rows(reading):
        if row.matter == finding.matter:
            view = Viewpoint(row.holder, row.holder, frozenset({row.holder}))
            standing = Standing(case.agreement, case.index(), [view], finding.at, side=case.lexicon.side)
            for weighed, _ in standing.weighed(provision, view, [row]):
                value = value.join(weighed.truth)
    return value


def bears_out(case: Case, reading: Reading, finding: Finding) -> bool:
    """Whether it carries every bit that is concluded."""
    return finding.truth is not Truth.UNKNOWN and finding.truth & ~_bits(case, reading, finding) & 3 == 0


def against(case: Case, reading: Reading, finding: Finding) -> bool:
    """Whether it carries the bit opposite to the one that is concluded; nothing goes against both or none."""
    if finding.truth not in (Truth.MET, Truth.NOT_MET):
        return False
    return bool(_bits(case, reading, finding) & int(~finding.truth))


def said_by(case: Case, reading: Reading, bearers: Iterable[str]) -> bool:
    """Whether those who answer for the words are of a side that owes the duty; an outlet's own voice is of none."""
    if reading.narrated:
        return False
    sides = {case.lexicon.side(actor) for actor in responsible(reading.links)}
    return bool(sides) and speaks_for(bearers, frozenset(sides), case.lexicon.side)


def _bits(case: Case, reading: Reading, finding: Finding) -> int:
    return int(shown(case, reading, finding))
