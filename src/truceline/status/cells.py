"""A cell: what one viewpoint holds of one duty or condition on a day, on which ground, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from truceline.agreement.model import Provision, Target
from truceline.evidence import Evidence, Finding, Ground, Rung, Truth
from truceline.evidence.finding import standing
from truceline.status.accounts import Account
from truceline.status.degree import Degree, degree
from truceline.status.life import Life
from truceline.status.listed import Listed
from truceline.status.reasons import OF_FIGURES, Reason


@dataclass(frozen=True, slots=True)
class Cell:
    """``value`` on ``ground`` for a ``reason`` with its sentence in ``words``.

    ``claims`` give the value, or the reason why there is none; ``also`` are reasons that hold beside the first. ``beside``
    are claims on the matter that give nothing, ``superseded`` gave way to later ones, ``held`` may be later than the
    day. ``proposals`` are the unchecked claims known by then, and ``with_proposals`` the value if all were accepted;
    ``at`` is the day of the latest statement, ``general`` tells that the value rests on general words alone, ``degree`` how far the duty
    is carried out as far as this account tells (None where it tells nothing). ``superseded`` and
    ``proposals`` are tuples, or Listed where an indexed table holds the rows.
    """

    value: Truth
    ground: Ground | None
    reason: Reason
    claims: tuple[str, ...] = ()
    with_proposals: Truth = Truth.UNKNOWN
    proposals: Sequence[str] = ()
    life: Life = Life.NO_DEADLINE
    general: bool = False
    at: date | None = None
    also: tuple[Reason, ...] = ()
    beside: tuple[str, ...] = ()
    superseded: Sequence[str] = ()
    held: tuple[str, ...] = ()
    degree: Degree | None = None

    @property
    def words(self) -> str:
        """The reason as a sentence."""
        return self.reason.sentence()

    def line(self, *, proposals: bool = False) -> dict[str, Any]:
        """The cell in the ``--json`` contract."""
        made: dict[str, Any] = {
            "value": self.value.word,
            "basis": self.ground.value if self.ground else None,
            "reason": self.reason.value,
            "claims": list(self.claims),
            "degree": self.degree.line() if self.degree else None,
        }
        if proposals:
            made["value_with_proposals"] = self.with_proposals.word
        return made


@dataclass(frozen=True, slots=True)
class _Value:
    truth: Truth
    ground: Ground | None
    reason: Reason
    rows: tuple[Evidence, ...] = ()


def told(
    account: Account,
    expected: Account | None,
    provision: Provision,
    life: Life,
    proposals: Sequence[str] = (),
    full: Callable[[], Account] | None = None,
    targets: Callable[[], tuple[Target, ...]] = tuple,
) -> Cell:
    """The cell of an account; ``expected`` is the account as it would be with the unchecked rows, None where it is the same.

    ``full`` reads the account of all rows, where ``account`` is of those alone that may matter: for what gave way. ``targets`` gives the
    quantities that the account measures by: asked for where a degree needs them.
    """
    value = _value(account, life)
    claims = _claims(value.rows)
    if any(row.rests for row in value.rows):
        claims = tuple(dict.fromkeys((*claims, *(c for row in value.rows for c in row.rests))))
    counted = set(claims)
    return Cell(
        value=value.truth,
        ground=value.ground,
        reason=value.reason,
        claims=claims,
        with_proposals=_value(expected, life).truth if expected else value.truth,
        proposals=proposals,
        life=life,
        general=value.truth is not Truth.UNKNOWN and all(row.general for row in value.rows),
        at=max((row.at for row in value.rows), default=None),
        also=_also(value, account, provision, life),
        beside=_others(counted, [*account.chosen, *(row for row, _ in account.mute)]),
        superseded=Listed(lambda: _others(counted, full().superseded))
        if full
        else _others(counted, account.superseded),
        held=_others(counted, account.held),
        degree=_degree(value, provision, targets),
    )


def _degree(value: _Value, provision: Provision, targets: Callable[[], tuple[Target, ...]]) -> Degree | None:
    if value.truth is Truth.UNKNOWN:
        return None
    figures = provision.targets and value.truth & Truth.NOT_MET
    return degree(value.truth, value.rows, provision, targets() if figures else ())


def _value(account: Account, life: Life) -> _Value:
    """Stated and computed bits joined. Until a duty is due, arithmetic alone never says that it is not met."""
    stated, computed = account.truth(Ground.STATED), account.truth(Ground.COMPUTED)
    early = life.early and bool(computed & Truth.NOT_MET)
    counting = Truth(computed & Truth.MET) if early else computed
    truth = stated.join(counting)
    if truth is Truth.UNKNOWN:
        return _unknown(account, early=early)
    rows = tuple(
        row for row in account.chosen if row.truth & (counting if row.ground is Ground.COMPUTED else stated)
    )
    ground = Ground.COMPUTED if stated is Truth.UNKNOWN else Ground.STATED
    if truth is Truth.CONTESTED:
        reason = Reason.INCONSISTENT if account.inconsistent else Reason.CONTESTED
    elif ground is Ground.COMPUTED:
        reason = Reason.COMPUTED
    else:
        reason = Reason.GENERAL if all(row.general for row in rows) else Reason.STATED
    return _Value(truth, ground, reason, rows)


def _unknown(account: Account, *, early: bool) -> _Value:
    """The first reason that applies, with the rows that give it."""
    found: dict[Reason, list[Evidence]] = {}
    for row in account.chosen:
        found.setdefault(
            Reason.NOT_YET_DUE if early and row.truth & Truth.NOT_MET else Reason.UNDECIDED, []
        ).append(row)
    for row, why in account.mute:
        found.setdefault(why, []).append(row)
    if not found:
        return _Value(Truth.UNKNOWN, None, Reason.DATE_DOUBTFUL if account.held else Reason.NO_STATEMENT)
    reason = min(found, key=lambda code: code.rank)
    ground = Ground.COMPUTED if reason in OF_FIGURES or (early and reason is Reason.NOT_YET_DUE) else None
    if reason is Reason.NOT_YET_DUE and not early:
        ground = Ground.STATED
    return _Value(Truth.UNKNOWN, ground, reason, tuple(found[reason]))


def _also(value: _Value, account: Account, provision: Provision, life: Life) -> tuple[Reason, ...]:
    found = {why for _, why in account.mute}
    if provision.text == "unpublished":
        found.add(Reason.TEXT_UNPUBLISHED)
    if provision.condition and not provision.judge:
        found.add(Reason.NO_JUDGE)
    if life.early:
        found.add(Reason.NOT_YET_DUE)
    if account.held:
        found.add(Reason.DATE_DOUBTFUL)
    return tuple(sorted(found - {value.reason}, key=lambda code: code.rank))


def _claims(rows: Iterable[Evidence]) -> tuple[str, ...]:
    found = rows if isinstance(rows, tuple | list) else tuple(rows)
    if len(found) > 1:
        found = sorted(found, key=lambda r: (r.at, r.claim))
    return tuple(dict.fromkeys(row.claim for row in found))


def _others(counted: set[str], rows: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(claim for claim in _claims(rows) if claim not in counted)


def of_findings(findings: Iterable[Finding], matter: str, as_of: date, life: Life) -> Cell:
    """The mission's own cell: its latest finding on the matter by that day, and never a statement.

    Findings entered in one moment, which no command makes, are joined; a later one supersedes whatever it says.
    """
    findings = tuple(findings)
    held = standing(findings, matter, as_of)
    if not held:
        return Cell(Truth.UNKNOWN, None, Reason.NONE_MADE, life=life)
    value = Truth.UNKNOWN
    for finding in held:
        value = value.join(finding.truth)
    unable = value is Truth.UNKNOWN or all(f.rung is Rung.UNABLE_TO_DETERMINE for f in held)
    value = Truth.UNKNOWN if unable else value
    claims = tuple(sorted({claim for f in held for claim in f.claims}))
    past = (f for f in findings if f.matter == matter and f.at <= as_of and f not in held)
    older = tuple(sorted({claim for f in past for claim in f.claims} - set(claims)))
    reason = Reason.UNABLE if unable else Reason.FOUND
    return Cell(value, Ground.FOUND, reason, claims, value, life=life, at=held[0].at, superseded=older)
