"""Whether a date without a year, or a weekday, lies ahead: what the nearest verb of its clause says."""

from __future__ import annotations

import re
from functools import cache

from truceline.reading.vocabulary import words

_CLAUSE = 90  # characters looked at on either side
_BREAK = re.compile(r"[.;!?\n“”\"()|](?=\s|$|[A-Z“])|, (?:but|and|while|which|who|where)\b|[“\"]")
_LAST_WORD = re.compile(r"(\w+) (?:the |late |early )?$")
_HEADS = re.compile(r" ?(?:[:\n–—]| - )")
_UNDONE = re.compile(r",? (?:has|have|did|had) not\b")


# What somebody means or is asked to do lies ahead: "agreed to meet on", "has until Friday to answer", "demanded a reply by".
_MEANT = (
    r"(?:agree[ds]?|plan(?:s|ned)?|hope[ds]?|want(?:s|ed)?|intend(?:s|ed)?|promise[ds]?|pledge[ds]?|vow(?:s|ed)?|offer(?:s|ed)?|invite[ds]?"
    r"|threaten(?:s|ed)?|expect(?:s|ed)?|demand(?:s|ed)?|urge[ds]?|propose[ds]?|need(?:s|ed)?|undert(?:akes?|ook)|prepare[ds]?|ready|likely|bound|supposed)"
)
_ASKED = re.compile(
    r"(?:demand|ask|call|give|gave|urge|request|insist|want|order|promis|pledg|set|fix|exten|prolong|postpon|invit|offer|propos|vow|agree)\w*$",
    re.IGNORECASE,
)


@cache
def _signals() -> re.Pattern[str]:
    coming = "|".join(re.escape(w) for w in sorted(words("dates", "coming"), key=len, reverse=True))
    gone = "|".join(re.escape(w) for w in sorted(words("dates", "gone"), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?P<gone>(?:was|were) to\b)|(?P<open>(?:was|were) (?:due|expected|scheduled|planned|promised)\b)"
        rf"|(?P<coming>(?:to|not|will|would|shall|could|should|may|might|can|must) be \w+\b|(?:{coming})\b"
        rf"|to (?:start|begin|fall|take|open|end|stop)\b|{_MEANT} (?:\w+ ){{0,4}}?to \w+|(?:announced|called|convened|proposed) (?:for )?(?:an?|another) [\w ]+$)"
        rf"|(?P<past>(?:{gone})\b|\w{{2,}}ed\b))|(?P<short>['’]ll\b|n['’]t be\b)",
        re.IGNORECASE,
    )


def coming(text: str, start: int, end: int) -> bool | None:
    """True where the words around ``start:end`` say that it lies ahead, False where they say it is past, else None.

    The nearest signal before it in its clause decides ("said on Tuesday", "will meet on Tuesday"), then the first after it
    ("Saturday will show"), then the preposition ("by Friday").
    """
    if (start == 0 or text[start - 1] == "\n") and _HEADS.match(text, end):
        return None  # the day at the head of an entry: "16 March: The truce takes effect"
    before = text[max(0, start - _CLAUSE) : start]
    before = before[max((m.end() for m in _BREAK.finditer(before)), default=0) :]
    lead = _LAST_WORD.search(before)
    word = lead[1].lower() if lead else ""
    if word == "since":
        return False
    until = word in words("dates", "until")
    found = list(_signals().finditer(before))
    if found:
        ahead = _says(found[-1])
        if ahead is False and word in ("by", "before", "until") and _ASKED.match(found[-1][0]):
            return True
        if ahead and _UNDONE.match(text, end):
            return False
        return None if ahead is False and until else ahead
    after = text[end : end + _CLAUSE]
    stop = _BREAK.search(after)
    first = _signals().search(after[: stop.start() if stop else _CLAUSE])
    if first is not None:
        ahead = _says(first)
        return None if word == "of" and ahead else ahead
    return True if until else None


def _says(signal: re.Match[str]) -> bool | None:
    if signal["open"]:
        return None
    return bool(signal["coming"] or signal["short"])
