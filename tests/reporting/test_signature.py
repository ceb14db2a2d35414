"""A signature vouches for what a report says, and for nothing that came later."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from truceline.case import Signature
from truceline.reporting import fingerprint, html, name, public, report

DAY = date(2031, 5, 20)


def under(case, digest, entries=7):
    signature = Signature("R. Officer", datetime(2031, 5, 20, 18, 30), DAY, digest)
    return replace(case, held=replace(case.held, signatures=(signature,), entries=entries))


def test_the_fingerprint_is_the_same_before_and_after_signing(river, river_report):
    signed = report(under(river, fingerprint(river_report)), DAY)
    assert signed.head.signed_by == "R. Officer"
    assert signed.head.signed_at == "20 May 2031, 18:30"
    assert fingerprint(signed) == fingerprint(river_report)
    assert name(signed, "html") == "2031-05-20-SIGNED.html"
    assert public(signed).head.public


def test_what_changes_after_the_signature_is_a_draft_again_and_says_so(river, river_report):
    later = under(river, fingerprint(river_report))
    later = replace(
        later, readings=tuple(r for r in river.readings if r.claim.text != "the bridge is closed")
    )
    made = report(later, DAY)
    assert not made.head.signed
    assert "this page is not what was signed" in html.render(made)


def test_a_signature_of_another_day_is_none_of_this_one(river, river_report):
    assert not report(under(river, fingerprint(river_report)), date(2031, 5, 19)).head.signed


@pytest.mark.parametrize("part", ["board", "figures", "changed", "statements"])
def test_a_word_more_or_less_is_another_fingerprint(day, part):
    kinds = {
        "statements": {},
        "changed": type(day.changed)(),
        "figures": type(day.figures)(),
        "board": type(day.board)((), ()),
    }
    assert fingerprint(replace(day, **{part: kinds[part]})) != fingerprint(day)
