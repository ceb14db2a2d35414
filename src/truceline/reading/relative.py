"""Expressions of time that count from the publication, or from the last day that the text named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from truceline.evidence import Interval
from truceline.evidence import dates as edtf
from truceline.evidence.dates import UNKNOWN
from truceline.reading import days
from truceline.reading.days import Days
from truceline.reading.moment import Moment, count, number_of, ordinal
from truceline.reading.vocabulary import load

_WEEK = 7
_YEARS = {"last": -1, "next": 1, "this": 0, "the": 0, "past": -1, "coming": 1}
_LEADS = {"last": False, "since": False, "next": True}


def interval(m: Moment) -> Interval:
    """The days of such an expression; unknown where nothing fixes them."""
    for key, reckon in _FORMS.items():
        if key in m.found:
            return reckon(m)
    return UNKNOWN


def _month(m: Moment) -> Interval:
    """ "March", "last March", "March last year"."""
    number = number_of(next(m.found[k] for k in ("month", "mu", "mv", "mo") if k in m.found))
    if "wu" in m.found:
        offset = _YEARS[m.found["wu"].split()[0]]
        return m.reckoned(lambda p: days.of_month(p.year + offset, number))
    lead = m.found.get("lv", "").lower()
    if lead == "last":
        return m.reckoned(lambda p: days.of_month(p.year - (number >= p.month), number))
    ahead = _LEADS[lead] if lead in _LEADS else m.coming()
    return m.reckoned(lambda p: days.month_near(p, number, ahead))


def _season(m: Moment) -> Interval:
    first, last = load("dates")["seasons"][m.found["season"].lower()]
    lead = m.found.get("slead", "").strip().lower()
    ahead = _LEADS[lead] if lead in _LEADS else m.coming()
    return m.reckoned(lambda p: days.season_near(p, first, last, ahead))


def _feast(m: Moment) -> Interval:
    number, day = load("dates")["holidays"][m.found["feast"].lower().replace("’", "'")]
    ahead = False if m.match[0].startswith("since") else m.coming()
    return days.plain(m.published.year(number, day, ahead), number, day)


def _weekday(m: Moment) -> Interval:
    """The last one up to publication or the coming one; the one of the week that the page covers."""
    short = m.found["weekday"].rstrip(".").lower()
    number = next(i for i, name in enumerate(load("dates")["weekdays"]) if name.startswith(short))
    lead = m.found.get("lead", "").lower()
    if lead.startswith("last week"):
        return m.reckoned(lambda p: days.shifted(days.week(p, -1)[0], number))
    ahead = lead in ("next", "this coming") or not lead and m.coming() is True
    if (week := m.week()) and not lead and not ahead:
        return days.interval(days.weekday(week[1], number, ahead=False))
    return m.reckoned(lambda p: days.weekday(p, number, ahead, strict=lead in ("last", "next")))


def _counted(m: Moment) -> Interval:
    """ "two days later", "a year ago", "twelve months ago today"."""
    unit, way = m.found["unit"], m.found["way"]
    number = count(m.found["n"]) * (1 if way in ("later", "after") else -1)

    def reckon(p: date) -> Days:
        if unit in ("day", "week", "fortnight"):
            return days.shifted(p, number * {"day": 1, "week": 7, "fortnight": 14}[unit])
        month = days.month(p, number * (12 if unit == "year" else 1))
        return days.of_month(month[0].year, month[0].month, p.day, p.day) if way.endswith("today") else month

    if way.startswith("ago"):
        return m.reckoned(reckon)
    if unit == "week" and number == -1 and (week := m.week()):
        return days.interval(_beside(week, number))
    if unit in ("month", "year") and m.last:
        return days.interval(reckon(m.last[0]))
    return days.interval(reckon(m.day)) if m.day else UNKNOWN


def _same(m: Moment) -> Interval:
    """ "that month", "the same year": of the last days named."""
    if m.last is None:
        return UNKNOWN
    reckon: dict[str, Callable[[date], Days]] = {
        "week": days.week,
        "month": days.month,
        "year": lambda p: days.of_year(p.year),
    }
    return days.interval(reckon[m.found["samelong"].split()[-1]](m.last[0]))


def _next(m: Moment) -> Interval:
    """ "the day before", "the following day", "the week before"."""
    words = m.found["next"].lower().split()
    sign = -1 if {"before", "earlier", "previous", "preceding", "eve"} & set(words) else 1
    if "week" in words or "period" in words:
        if week := m.week() or _named_week(m):
            return days.interval(_beside(week, sign))
        if "period" in words:
            return UNKNOWN
        return m.reckoned(lambda p: days.week(p, sign)) if sign < 0 else UNKNOWN
    if "month" in words:
        return days.interval(days.month(m.last[0], sign)) if m.last else UNKNOWN
    return days.interval(days.shifted(m.day, sign)) if m.day and "year" not in words else UNKNOWN


def _named_week(m: Moment) -> Days | None:
    """The days last named, where they are a week: "22 breaches last week, down from 61 in the week before"."""
    return m.last if m.last and (m.last[1] - m.last[0]).days == _WEEK - 1 else None


def _beside(week: Days, sign: int) -> Days:
    """As many days right after a period, or before it."""
    length = (week[1] - week[0]).days + 1
    return days.shifted(week[0], sign * length)[0], days.shifted(week[1], sign * length)[0]


def _unit(m: Moment) -> Interval:
    """ "last week", "this month", "next year"."""
    rel, unit = m.found["rel"].lower(), m.found["relunit"]
    offset = _YEARS[rel.split()[-1]]
    if unit == "week" and rel in ("the past", "the last"):
        return _week(m)
    if unit == "week" and offset <= 0 and (week := m.week()):
        return days.interval(days.week(week[1], offset))
    reckon: dict[str, Callable[[date], Days]] = {
        "weekend": lambda p: _weekend(p, offset > 0),
        "week": lambda p: days.week(p, offset),
        "month": lambda p: days.month(p, offset),
        "year": lambda p: days.of_year(p.year + offset),
    }
    return m.reckoned(reckon[unit])


def _end(m: Moment) -> Interval:
    """ "the end of May" is May, "the end of the year" its December, "the end of the week" its Sunday."""
    if "mo" in m.found:
        return _month(m)
    start = m.found.get("endof", "end").lower() != "end"
    lead, _, unit = m.found.get("endunit", "this year").partition(" ")
    offset = _YEARS[lead]
    reckon: dict[str, Callable[[date], Days]] = {
        "week": lambda p: (days.week(p, offset)[not start],) * 2,
        "month": lambda p: days.month(p, offset),
        "year": lambda p: days.of_month(p.year + offset, 1 if start else 12),
    }
    return m.reckoned(reckon[unit])


def _day_of_month(m: Moment) -> Interval:
    """ "the 18th": the last one, or the coming one as the verb says."""
    day, ahead = ordinal(m.found["ord"]), m.coming()
    return m.reckoned(lambda p: days.day_near(p, day, ahead)) if day else UNKNOWN


def _week_to(m: Moment) -> Interval:
    number = load("dates")["weekdays"].index(m.found["toweekday"].lower())
    length = 7 * count(m.found.get("nweeks", "one"))

    def reckon(p: date) -> Days:
        last = days.weekday(p, number, ahead=False)[0]
        return days.shifted(last, 1 - length)[0], last

    return m.reckoned(reckon)


def _week(m: Moment) -> Interval:
    """ "in the week": what the bulletin covers, or the seven days up to publication."""
    if week := m.week():
        return days.interval(week)
    return m.reckoned(lambda p: (days.shifted(p, -6)[0], p))


def _covered(m: Moment) -> Interval:
    """ "The week was calm", "in the reporting period": the days that the page says it covers; "in the week" may also be the seven days
    up to publication.
    """
    if m.found["covered"] == "week" and m.text[: m.match.start()].endswith("in "):
        return _week(m)
    period = m.week() if m.found["covered"] == "week" else m.period
    return days.interval(period) if period else UNKNOWN


def _share(m: Moment) -> Interval:
    """ "the first half of May", "the last week of the month", "the first 14 days of June"."""
    first, last = _shared(m.found["share"], m.found["shares"])
    if "mx" not in m.found:
        return m.reckoned(lambda p: _of_month(days.month(p, _YEARS[m.found["sharerel"]]), first, last))
    number = number_of(m.found["mx"])
    if "yx" in m.found:
        return days.interval(_of_month(days.of_month(int(m.found["yx"]), number), first, last))
    ahead = m.coming()
    return m.reckoned(
        lambda p: _of_month(days.of_month(days.month_near(p, number, ahead)[0].year, number), first, last)
    )


def _shared(which: str, what: str) -> tuple[int, int]:
    """The first and last day of a month that such a part of it covers; from the end of the month, if negative."""
    if what == "half":
        return (1, 15) if which == "first" else (16, 31)
    number, _, unit = what.rpartition(" ")
    length = 10 if what == "days" else count(number or "one") * (7 if unit.startswith("week") else 1)
    if which == "last":
        return -length, 31
    order = ("first", "second", "third", "fourth").index(which)
    return order * length + 1, (order + 1) * length


def _of_month(month: Days, first: int, last: int) -> Days:
    start = month[1].day + first + 1 if first < 0 else first
    return month[0].replace(day=max(1, start)), month[0].replace(day=min(last, month[1].day))


def _weekend(p: date, ahead: bool) -> Days:
    """The last Saturday and Sunday that have begun, or the coming ones."""
    saturday = days.weekday(p, 5, ahead)[0]
    return saturday, days.shifted(saturday, 1)[0]


_FORMS: dict[str, Callable[[Moment], Interval]] = {
    "toweekday": _week_to,
    "endof": _end,
    "yearsend": _end,
    "mu": _month,
    "mv": _month,
    "month": _month,
    "season": _season,
    "feast": _feast,
    "weekday": _weekday,
    "way": _counted,
    "same": lambda m: edtf.day(m.day) if m.day else UNKNOWN,
    "samelong": _same,
    "next": _next,
    "today": lambda m: m.reckoned(lambda p: (p, p)),
    "yesterday": lambda m: m.reckoned(lambda p: days.shifted(p, -1)),
    "tomorrow": lambda m: m.reckoned(lambda p: days.shifted(p, 1)),
    "overnight": lambda m: m.reckoned(lambda p: (days.shifted(p, -1)[0], p)),
    "rel": _unit,
    "weekend": lambda m: m.reckoned(lambda p: _weekend(p, m.coming() is True)),
    "covered": _covered,
    "weekbefore": lambda m: days.interval(_beside(week, -1)) if (week := m.week()) else UNKNOWN,
    "share": _share,
    "middle": lambda m: m.reckoned(lambda p: _of_month(days.month(p, _YEARS[m.found["middle"]]), 11, 20)),
    "ord": _day_of_month,
}
