"""``truceline find``: a named role of the mission concludes, citing statements."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from truceline.cli import exits, paper, stops
from truceline.cli.arguments import as_of_option, case_argument, day_of, opened
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
Example:
  truceline find my-case p20 --role "head of mission" --value not-met --rung corroborated \\
    --cites 7f0c53a1e9b2d846 --cites 1b6e0f9d2c3a4857 --text "Closed on each of three visits." \\
    --answer "states circumstances"
"""


@click.command("find", short_help="A named role concludes, citing statements.", epilog=EPILOG)
@case_argument
@click.argument("matter", metavar="ID")
@as_of_option
@click.option(
    "--role", metavar="ROLE", required=True, help='Whose finding it is: "head of mission", "team leader".'
)
@click.option(
    "--value",
    metavar="VALUE",
    type=click.Choice(tuple(VALUES)),
    required=True,
    help=f"What the role concludes: {', '.join(VALUES)}.",
)
@click.option(
    "--rung",
    metavar="RUNG",
    type=click.Choice(RUNGS),
    required=True,
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
def command(
    case_dir: Path,
    matter: str,
    as_of: date | None,
    role: str,
    value: str,
    rung: str,
    cites: tuple[str, ...],
    text: str,
    answer: str | None,
    answered: str,
    by: str,
) -> int:
    """Enter in CASE what a role of the mission concluded on the provision ID, as of a day.

    It fills the mission's own column and no other. A later finding on the same duty supersedes it; both stay on record. Findings are
    made one at a time. Refused (exit code 4), with what helps, where it cites nothing, a reading that nobody accepted, what
    was not known on the day or does not speak on the provision, where an answer is not the accused side's own, and where the
    rung asks for more than is cited.
    """
    case = opened(case_dir)
    known_matter(case, matter)
    made = datetime.now(UTC)
    claims = tuple(dict.fromkeys(claim_of(case, c) for c in cites))
    finding = Finding(
        id=digest(f"{matter} {role} {made.isoformat()}")[:16],
        matter=matter,
        role=role.strip(),
        truth=VALUES[value],
        rung=Rung(rung),
        at=day_of(case, as_of),
        claims=claims,
        text=text.strip(),
        answer=answer or "",
        answered=claim_of(case, answered) if answered else "",
        by=by.strip(),
        made=made,
    )
    return entered(case, finding)


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
