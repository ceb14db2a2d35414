"""What is known about a document beside its words: from the options, else asked for on a terminal, else unknown."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import click

from truceline.cli.stops import Stop

if TYPE_CHECKING:
    from truceline.evidence import Interval
    from truceline.files.sidecar import Sidecar
    from truceline.reading import Masthead


class Answers(Protocol):
    """Where answers come from."""

    @property
    def case_dir(self) -> Path:
        """The case they are about."""
        ...

    def text(self, question: str, default: str) -> str:
        """A line."""
        ...

    def published(self, default: Interval) -> Interval:
        """When it was published."""
        ...


@dataclass(frozen=True, slots=True)
class Silent:
    """No terminal: what was not said is not known."""

    case_dir: Path

    def text(self, question: str, default: str) -> str:
        """The default."""
        del question
        return default

    def published(self, default: Interval) -> Interval:
        """The default."""
        return default


@dataclass(frozen=True, slots=True)
class Asks:
    """A person at a terminal; Enter takes what stands in brackets."""

    case_dir: Path
    what: str

    def text(self, question: str, default: str) -> str:
        """What is typed."""
        found = str(click.prompt(f"{question} ({self.what})", default=default or "unknown", err=True)).strip()
        return "" if found == "unknown" else found

    def published(self, default: Interval) -> Interval:
        """A day, an interval or unknown; asked again until it is one. The default keeps its evidence."""
        from truceline.cli.add import Published

        question = f"Published: 2025-12-24, 2025-11-04..2025-11-17 or unknown ({self.what})"
        found: Interval = click.prompt(question, default=str(default), type=Published(), err=True)
        return default if found.edtf == default.edtf else found


def sidecar(ask: Answers, told: dict[str, Any], own: Masthead, language: str = "en") -> Sidecar:
    """The sidecar: what was said, else asked with what the document says of itself as default, else that default.

    Refuses a date of publication that lies in the future; a document's own one is not believed.
    """
    from truceline.files.sidecar import Sidecar

    outlet = told["outlet"] if told["outlet"] is not None else ask.text("Outlet: who carried it", own.outlet)
    address = (
        told["address"] if told["address"] is not None else ask.text("Address, to find it again", own.address)
    )
    published = told["published"] or ask.published(_passed(own.published))
    evidence = told["evidence"] or published.evidence
    if published.known and not published.is_day and not evidence:
        evidence = ask.text("What the dates were inferred from", "")
    relay = told["relay"] or tuple(filter(None, [ask.text("Passed on by, if the text does not say", "")]))
    return Sidecar(
        outlet=outlet,
        address=address,
        title=own.title,
        published=dataclasses.replace(not_later(published), evidence=evidence),
        retrieved=told["retrieved"] or own.retrieved or date.today(),
        language=told["language"] or language,
        ceasefire=_ceasefire(ask, told["ceasefire"]),
        relay=tuple(relay),
    )


def _passed(published: Interval) -> Interval:
    from truceline.evidence import Interval

    return Interval() if published.earliest and published.earliest > date.today() else published


def not_later(published: Interval) -> Interval:
    """The interval, unless it begins after today."""
    if published.earliest and published.earliest > date.today():
        raise Stop(
            f"--published {published} lies in the future; today is {date.today()}. Write the day it was published."
        )
    return published


def _ceasefire(ask: Answers, told: str | None) -> str:
    """The ceasefire named, or this case's; one that the agreement does not know is kept, and said to be so."""
    from truceline import agreement

    found = agreement.load(ask.case_dir / "agreement.yaml")
    named = told or ask.text("Ceasefire it speaks of", found.id)
    known = (found.id, *found.not_to_confuse_with)
    if named not in known:
        click.echo(
            f"Note: the agreement does not name a ceasefire '{named}' (it names {', '.join(known)}); kept as written.",
            err=True,
        )
    return named
