"""``truceline find``: a named role of the mission concludes, citing statements."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from truceline.cli import exits, paper, stops
from truceline.cli.arguments import as_of_option, case_argument, day_of, json_option, opened
from truceline.cli.stops import Stop
from truceline.evidence import Answer, Finding, Rung, Truth, digest

if TYPE_CHECKING:
    from truceline.case import Case

VALUES = {"met": Truth.MET, "not-met": Truth.NOT_MET, "contested": Truth.CONTESTED, "unable": Truth.UNKNOWN}
RUNGS = tuple(rung.value for rung in Rung)
ANSWERS = tuple(answer.value for answer in Answer)
FEWEST = 6
"""The least characters of a claim id that may stand for it."""
EPILOG = """\b
Examples:
  truceline find my-case p20 --role "head of mission" --value not-met --rung corroborated \\
    --cites 7f0c53a1e9b2d846 --cites 1b6e0f9d2c3a4857 --text "Closed on each of three visits." \\
    --answer "states circumstances"
  truceline find my-case --list                  every finding on record, with its entry
  truceline find my-case p20 --withdraw 12 --by "head of mission" --why "It was another gate."
"""


@click.command(
    "find", short_help="A named role concludes, citing statements; or takes that back.", epilog=EPILOG
)
@case_argument
@click.argument("matter", metavar="ID", required=False, default="")
@as_of_option
@click.option(
    "--role", metavar="ROLE", default="", help='Whose finding it is: "head of mission", "team leader".'
)
@click.option(
    "--value",
    metavar="VALUE",
    type=click.Choice(tuple(VALUES)),
    help=f"What the role concludes: {', '.join(VALUES)}.",
)
@click.option(
    "--rung",
    metavar="RUNG",
    type=click.Choice(RUNGS),
    help=f"How well it is borne out: {', '.join(RUNGS)}.",
)
@click.option(
    "--cites", metavar="CLAIM", multiple=True, help="A statement that it rests on; give it once for each."
)
@click.option("--text", metavar="WORDS", default="", help="The conclusion in the role's own words.")
@click.option(
    "--answer",
    metavar="WORDS",
    type=click.Choice(ANSWERS),
    help=f"What the accused side answered: {'; '.join(ANSWERS)}.",
)
@click.option("--answered", metavar="CLAIM", default="", help="The statement that holds that answer.")
@click.option(
    "--by", metavar="NAME", envvar="TRUCELINE_BY", default="", help="Who enters it. [default: the role]"
)
@click.option(
    "--withdraw",
    "entry",
    metavar="ENTRY",
    type=int,
    help="Take the finding of that entry back; it stays on record.",
)
@click.option("--why", metavar="WORDS", default="", help="With --withdraw: the reason.")
@click.option(
    "--list",
    "lists",
    is_flag=True,
    help="Show every finding on record (of ID alone, if given), withdrawn ones too.",
)
@json_option
def command(
    case_dir: Path,
    matter: str,
    as_of: date | None,
    entry: int | None,
    why: str,
    lists: bool,
    as_json: bool,
    by: str,
    **said: Any,
) -> int:
    """Enter in CASE what a role of the mission concluded on the provision ID, as of a day.

    It fills the mission's own column and no other. A later finding on the same duty supersedes it; both stay on record. Findings are
    made one at a time. Refused (exit code 4), with what helps, where it cites nothing, a reading that nobody accepted, what
    was not known on the day or does not speak on the provision, where an answer is not the accused side's own, and where the
    rung asks for more than is cited. --withdraw takes one back: it gives no value from
    then on, and stays on record with who withdrew it, when and why.
    """
    from truceline.cli import concluded

    case = opened(case_dir)
    if matter:
        known_matter(case, matter)
    if lists:
        return concluded.listed(case, matter, day_of(case, as_of), as_json=as_json)
    if entry is not None:
        return concluded.withdrawn(case, matter, entry, by, why)
    _complete(case, matter, said)
    return entered(case, _finding(case, matter, day_of(case, as_of), by, **said))


def _complete(case: Case, matter: str, said: dict[str, Any]) -> None:
    """Stop where a finding lacks its duty, role, value or rung."""
    lacking = [f"--{name}" for name in ("role", "value", "rung") if not said[name]]
    if not matter or lacking:
        what = ", ".join([*([] if matter else ["ID"]), *lacking])
        raise click.UsageError(
            f"a finding lacks {what}. To see the findings on record: truceline find {case.path} --list"
        )


def _finding(
    case: Case,
    matter: str,
    day: date,
    by: str,
    *,
    role: str,
    value: str,
    rung: str,
    cites: tuple[str, ...],
    text: str,
    answer: str | None,
    answered: str,
) -> Finding:
    made = datetime.now(UTC)
    return Finding(
        id=digest(f"{matter} {role} {made.isoformat()}")[:16],
        matter=matter,
        role=role.strip(),
        truth=VALUES[value],
        rung=Rung(rung),
        at=day,
        claims=tuple(dict.fromkeys(claim_of(case, c) for c in cites)),
        text=text.strip(),
        answer=answer or "",
        answered=claim_of(case, answered) if answered else "",
        by=by.strip(),
        made=made,
    )


def known_matter(case: Case, matter: str) -> None:
    """Stop, with the nearest id, where the agreement has no such provision."""
    from truceline.files import nearest

    known = tuple(case.agreement.provisions)
    if matter in known:
        return
    if matter in case.agreement.gates:
        raise Stop(
            f"'{matter}' is a condition for a phase: it is worked out from its duties; conclude on one of those."
        )
    hint = f"did you mean {near}?" if (near := nearest(matter, known)) else f"it has {', '.join(known)}."
    raise Stop(f"{case.path}/agreement.yaml has no provision '{matter}'; {hint}")


def claim_of(case: Case, written: str) -> str:
    """The claim id that *written* is or begins alone; *written* itself where it is none, which the ladder then tells."""
    begun = [c for c in case.by_id if c.startswith(written)] if len(written) >= FEWEST else []
    return begun[0] if written not in case.by_id and len(begun) == 1 else written


def entered(case: Case, finding: Finding) -> int:
    """Enter the finding, or say what prevents it; the exit code."""
    from truceline.case.kept import keeping
    from truceline.ledger import Ledger
    from truceline.review import bearing, hindrances

    if found := (*stops.faulty(case.path), *hindrances(case, finding)):
        return stops.refused(f"Not entered: a finding on {finding.matter}.", found)
    with Ledger.open(case.path) as ledger:
        number = ledger.find(keeping(case, finding))
    click.echo(
        f"Found     {finding.matter} {case.agreement.provisions[finding.matter].name}, as entry {number}"
    )
    click.echo(paper.row("By", f"{finding.role}, {finding.at}, {finding.rung.words}"))
    click.echo(paper.row("Cites", paper.plural(len(finding.claims), "statement")))
    if apart := [c for c in finding.claims if not bearing.on(case, case.by_id[c], finding.matter)]:
        click.echo(paper.row("Look at", f"not linked to {finding.matter}: {', '.join(apart)}"))
    click.echo(paper.row("Next", f"truceline explain {case.path} {finding.matter} --as-of {finding.at}"))
    return exits.COMPLETE
