"""What is owed, handed over and received: every account of the agreement, or one of them, or one duty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from truceline.agreement.model import Account
from truceline.reporting.answers.answer import Answer, nobody
from truceline.reporting.model import Section
from truceline.reporting.sections.handover import lines, table
from truceline.reporting.sections.page import Page
from truceline.status.handover import Line, account_of


@dataclass(frozen=True, slots=True)
class Accounts(Answer):
    """The answer with the numbers behind its tables, by account."""

    lines: tuple[tuple[str, tuple[Line, ...]], ...] = ()

    def data(self) -> dict[str, Any]:
        """As any answer, and under ``accounts`` each line with its bounds; an open end is null."""
        found = {name: [line.line() for line in made] for name, made in self.lines}
        return {**Answer.data(self), "accounts": found}


def accounts(page: Page, of: str = "") -> Accounts:
    """The accounts of the case; ``of`` an account, or a provision alone."""
    made = [(account, lines(page, account)) for account in _asked(page, of)]
    sections = tuple(Section(a.id, a.name, tables=(table(page, a, found),)) for a, found in made if found)
    if not sections:
        asked = of or page.case.settings.name
        empty = nobody(page, asked, False, "No quantity is owed or counted in an account")
        sections = (Section("accounts", "Accounts", lines=empty),)
    return Accounts(
        page, "owed and handed over", sections, tuple((a.id, found) for a, found in made if found)
    )


def _asked(page: Page, of: str) -> Iterator[Account]:
    agreement = page.case.agreement
    if of in agreement.provisions:
        yield account_of(agreement, agreement.provisions[of])
        return
    for account in agreement.accounts.values():
        if of in ("", account.id):
            yield account
