"""``truceline``: the group of verbs, and how it ends: no traceback, one line, an exit code that says what happened."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module

import click

from truceline import __version__
from truceline.cli import exits, stops

VERBS = (
    "demo",
    "new",
    "add",
    "check",
    "scenarios",
    "clause",
    "schema",
    "provisions",
    "read",
    "build",
    "review",
    "find",
    "status",
    "explain",
    "diff",
    "statements",
    "figures",
    "accounts",
    "positions",
    "demands",
    "voices",
    "dates",
    "report",
    "sign",
    "verify",
    "erase",
)
"""In the order of the work. Each is ``command`` in the module of its name."""

EPILOG = """\b
First steps:
  truceline demo                                a worked example, no network needed
  truceline status gaza-2025                    what stands where, according to whom
  truceline new my-case --from gaza-2025        your own case

Exit codes: 0 complete, 1 unexpected, 2 usage or bad input file, 3 something was left out (listed), 4 refused.
"""


class Verbs(click.Group):
    """Imports the module of a verb when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of the work, not of the alphabet."""
        del ctx
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command; None where there is no such verb."""
        del ctx
        if cmd_name not in VERBS:
            return None
        found = import_module(f"truceline.cli.{cmd_name}").command
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest verb where the word is none."""
        if args and not args[0].startswith("-") and args[0] not in VERBS:
            near = get_close_matches(args[0], VERBS, 1)
            hint = f"Did you mean '{near[0]}'?" if near else f"The verbs are: {', '.join(VERBS)}."
            ctx.fail(f"there is no verb '{args[0]}'. {hint}")
        return super().resolve_command(ctx, args)


@click.group(
    cls=Verbs,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="truceline")
def truceline() -> None:
    """Who said what about a ceasefire, what each side owes, whether it is done according to whom, and what
    blocks the next phase.

    A case is a folder of plain text. A machine reading changes nothing until a person accepts that it was said.
    """


def main(args: Sequence[str] | None = None) -> None:
    """Run a verb and leave with its exit code."""
    _streams()
    sys.exit(run(args))


def run(args: Sequence[str] | None = None) -> int:
    """Run a verb; the exit code. Whatever goes wrong is told in one line, a traceback only with TRUCELINE_DEBUG set."""
    try:
        found = truceline.main(args=args, prog_name="truceline", standalone_mode=False)
        return found if isinstance(found, int) else exits.COMPLETE
    except Exception as error:
        if os.environ.get("TRUCELINE_DEBUG") and not isinstance(error, click.ClickException):
            raise
        return stops.told(error)


def _streams() -> None:
    """No character of a source can stop a verb, whatever the terminal can show."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    main()
