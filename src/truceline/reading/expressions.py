"""What an expression of time looks like in English: the patterns, one named group a form. What it means is for ``dates``."""

from __future__ import annotations

import re

_MONTHS = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?"
)
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_SHORT_DAYS = "Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
_SEASONS = "spring|summer|autumn|winter"
_COUNT = (
    r"\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen|seventeen|eighteen|nineteen|twenty|thirty"
)
_ORDINAL = (
    r"\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|thirtieth|thirty-first"
)
_SPELLED = r"twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|twenty-\w+th|thirtieth"
_YEAR = r"(?:19|20)\d\d"
_DASH = r" ?[-–—/] ?"
_STOP = r"(?:(?<=\b(?!May)[A-Za-z]{3})\.|(?<=\b[Ss]ept)\.)?"  # the stop of a short form, not of the sentence
_NOT_OF = r"(?!\d|,\d|[-–]\d)"

_UNITS = "(?:day|week|fortnight|month|year)"
# A date worth looking for stands at one of these, or begins at most so many characters before: 40 for a name of the calendar.
TRIGGER = re.compile(
    rf"\b(?:(?P<named>(?:{_MONTHS})\b|{_MONTHS.upper()}\b|{_DAYS}|(?:{_SHORT_DAYS})\.|{_YEAR}\b)"
    r"|\d\d?[/.]\d\d?[/.]\d{4}|[Yy]esterday|[Tt]o(?:day|morrow|night)\b|[Oo]vernight|OVERNIGHT|[Yy]ear(?:[’']s |-)end"
    rf"|(?:[Tt]h(?:e|is|at)|[Ll]ast|[Nn]ext|same|past|coming|very) (?:week(?:end)?|day|date|eve|month|year|morning|afternoon|evening|night|{_SEASONS}|fall of)\b"
    rf"|(?P<half>(?:half|quarter) of )|{_YEAR[:-4]}\d0s\b|weekend\b|[Tt]he (?:seven days|reporting period)\b|{_SEASONS}|{_UNITS}s? (?:ago|earlier|later|before|after)\b|(?:following|previous|preceding) (?:{_UNITS}|period|morning)\b|Christmas|CHRISTMAS|New Year|new year|\d\d?(?:st|nd|rd|th)\b|{_SPELLED})"
)


def _m(n: str) -> str:
    return rf"(?P<m{n}>(?=[A-Z])(?i:{_MONTHS})\b{_STOP})"


def _d(n: str) -> str:
    return rf"(?P<d{n}>\d{{1,2}})(?:st|nd|rd|th)?"


def _y(n: str) -> str:
    return rf"(?:,? (?:in )?(?P<y{n}>{_YEAR})\b)"


_WEEKDAY_BEFORE = rf"(?:(?:{_DAYS})(?: and (?:{_DAYS}))?,? )?"
_FORMS = (
    # ISO and slashed forms
    rf"(?P<iso>{_YEAR}-(?:\d\d-\d\d|0[1-9]))(?!\d|-)",
    rf"(?P<slash>\d\d?/\d\d?/{_YEAR}|\d\d?\.\d\d?\.{_YEAR})",
    # the week(s) of or to a day
    rf"[Tt]he week of {_d('a')} {_m('a')}{_y('a')}?",
    rf"[Tt]he (?:(?P<nweeks>{_COUNT}) )?weeks? (?:up )?to (?:{_d('b')} {_m('b')}{_y('b')}?|(?P<toweekday>{_DAYS}))",
    # two days with a month each
    rf"[Bb]etween {_d('c')} {_m('c')}{_y('c')}? and {_d('d')} {_m('d')}{_y('d')}?",
    rf"[Bb]etween {_m('e')} {_d('e')}{_y('e')}? and {_m('f')} {_d('f')}{_y('f')}?",
    rf"{_d('g')} {_m('g')}{_y('g')}?{_DASH}{_d('h')} {_m('h')}{_y('h')}?",
    rf"(?<!from ){_d('g2')} {_m('g2')}{_y('g2')}? to {_d('h2')} {_m('h2')}{_y('h2')}?",
    rf"{_m('i')} {_d('i')}{_y('i')}?{_DASH}{_m('j')} {_d('j')}{_y('j')}?",
    # a run of days of one month
    rf"{_WEEKDAY_BEFORE}(?:[Bb]etween )?(?P<run1>\d{{1,2}})(?:st|nd|rd|th)?(?:, \d{{1,2}})*(?:{_DASH}| to | and | or |,? and ){_d('k')} (?:of )?{_m('k')}{_y('k')}?",
    rf"{_WEEKDAY_BEFORE}(?:[Bb]etween )?{_m('l')} (?P<run2>\d{{1,2}})(?:, \d{{1,2}})*(?:{_DASH}| to | and ){_d('l')}(?! ?(?:people|times|[a-z]+s\b)){_NOT_OF}{_y('l')}?",
    # a run of months
    rf"(?:[Bb]etween )?{_m('v1')}{_y('v1')}?(?:{_DASH}|(?<!\d) to | and (?=\w+ {_YEAR})){_m('v2')}{_y('v2')}",
    rf"[Bb]etween {_m('w1')} and {_m('w2')}(?! \d)",
    # part of a month, season or year; the end of one
    rf"(?:[Tt]he )?(?P<part>[Ll]ate|[Ee]arly|[Mm]id|[Mm]iddle of)[- ](?P<partof>{_m('n')}(?:,? (?:of )?(?P<yn>{_YEAR}))?|{_YEAR}\b)",
    rf"[Tt]he (?P<share>first|second|third|fourth|last) (?P<shares>half|week|(?:{_COUNT}) (?:days|weeks)|days) of (?:{_m('x')}{_y('x')}?|(?P<sharerel>the|this|last|next) month)\b",
    r"[Tt]he middle of (?P<middle>the|this|last|next) month\b",
    rf"(?:[Tt]he )?(?P<endof>[Ee]nd|[Bb]eginning|[Ss]tart) of (?:{_m('o')}{_y('o')}?|(?P<yp>{_YEAR})\b|(?P<endunit>(?:the|this|last|next) (?:week|month|year)))",
    r"(?:the )?(?P<yearsend>year[’']s end|year-end)\b",
    # a day
    rf"{_WEEKDAY_BEFORE}{_d('q')} (?:of )?{_m('q')}(?:{_y('q')}|(?: of)? (?P<wq>(?:last|next|this) year))?",
    rf"{_WEEKDAY_BEFORE}{_m('r')} {_d('r')}{_NOT_OF}(?:{_y('r')}|(?: of)? (?P<wr>(?:last|next|this) year))?",
    rf"[Tt]he (?P<ordm>{_ORDINAL}) (?:day )?of {_m('s')}{_y('s')}?",
    rf"[Tt]he (?P<portion>first|second|third|fourth|last) (?P<portions>half|quarter) of (?:(?P<portionyear>{_YEAR})\b|(?P<portionrel>(?:the|this|last|next) year))",
    # a month
    rf"{_m('t')},? (?:of )?(?P<yt>{_YEAR})\b",
    rf"(?:(?P<lm>[Ll]ast|[Nn]ext|[Tt]his|[Ss]ince) )?{_m('u')}(?: of)? (?P<wu>last year|next year|this year)",
    rf"(?P<lv>[Ll]ast|[Nn]ext|[Tt]his|[Ss]ince) {_m('v')}(?! \d)",
    # seasons and feasts
    rf"(?:[Tt]he )?(?P<sof>{_SEASONS}|fall) of (?P<seasonyear>{_YEAR})\b",
    rf"(?P<slead>[Ll]ast|[Nn]ext|[Tt]his|[Ss]ince|[Tt]he|(?<=since )|(?<=of the )|(?<=by )|(?<=in )) ?(?:past )?(?P<season>{_SEASONS})\b(?=[,.;:!?)”’'\"\n]|$| (?:and|or|to|when|the|their|our|its|his|her|of the|he|she|it|they|was|were|has|had|that|for|on|at|with|by|break|holidays?|talks)\b)",
    r"(?:since )?(?:the )?(?P<feast>Christmas(?: (?:Eve|Day))?|CHRISTMAS|(?:New Year|new year)(?:[’']s (?:Day|Eve))?)\b",
    # weekdays
    rf"(?:(?P<lead>[Ll]ast|[Nn]ext|[Tt]his|[Tt]his coming|[Ll]ast week[’']s) )?(?P<weekday>{_DAYS}|(?:{_SHORT_DAYS})\.)(?: (?:early |late )?(?:morning|afternoon|evening|night)\b)?",
    # counted from today or from the day before in the text
    rf"(?P<n>\b(?i:{_COUNT})|\d+) (?P<unit>day|week|fortnight|month|year)s? (?P<way>ago(?: today)?|earlier(?! than)|later(?! than)|(?:before|after)\b(?! (?:an?|the|this|it|they|he|she|his|her|its|their|\w+ing|[A-Z]\w*)\b))",
    r"(?P<same>[Tt]hat (?:very |same )?(?:day|date|evening|night|morning)\b|[Tt]he same (?:day|date|evening|night|morning|afternoon)\b)",
    r"(?P<samelong>[Tt]hat (?:very |same )?(?:week|month|year)\b|[Tt]he same (?:week|month|year)\b)",
    r"[Tt]he (?P<next>eve\b(?! of)|(?:day|evening|night|morning|week|month|year) (?:before|after|earlier)|(?:following|next|previous|preceding) (?:day|morning|week|month|year|period))\b(?! the| that| this| it| they| he| she| his| her| its| their| [A-Z])",
    r"(?P<today>[Tt]oday[’']s date|[Tt]oday|[Tt]onight|[Tt]his (?:very )?(?:morning|afternoon|evening))\b",
    r"(?P<yesterday>[Yy]esterday(?: (?:morning|afternoon|evening|night))?|[Ll]ast (?:night|evening))\b",
    r"(?P<tomorrow>[Tt]omorrow(?: (?:morning|afternoon|evening|night))?)\b",
    r"(?P<overnight>[Oo]vernight|OVERNIGHT)\b(?! (?:stay|ferr|train|bus))",
    r"(?:(?:later|earlier|late|early) )?(?P<rel>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Tt]he (?:past|last|coming)) (?P<relunit>weekend|week|month|year)\b(?![’']s (?:end|time)| (?:of|to)\b)",
    rf"[Tt]he (?P<decade>{_YEAR[:-4]}\d0)s\b",
    r"(?:(?:at|over) )?(?:[Tt]he )?(?P<weekend>weekend)\b",
    r"[Tt]he (?P<covered>week|seven days|reporting period)\b(?! (?:of|to|before|after|since|that|when|ahead|earlier|end|beginning|starting|ending|\d))",
    r"(?P<weekbefore>(?<=[(/ \n])[Pp]revious week)\b",
    # a day of a month that the text has named
    rf"[Tt]he (?P<ord>\d{{1,2}}(?:st|nd|rd|th)|{_SPELLED})(?=[,.;:!?)”\"]|$| (?:and|to|at|in|was|were|is|when|for|its|by|of this|he|she|they|it|the|a|his|her|but|or)\b)(?! (?:of|and) [a-z]+th)",
    # a month alone; a year
    rf"(?<![’'])(?P<month>(?:{_MONTHS})\b{_STOP}|(?:{_MONTHS.upper()})\b)(?! ?\d\d?(?!\d))",
    rf"(?:(?P<since>[Ss]ince) )?(?P<year1>{_YEAR})(?:[-–](?P<year2>{_YEAR}|\d\d))?\b(?!:| hours| h\b| GMT| local)",
)
FORM = re.compile("|".join(rf"(?:(?<![\w$€£])(?<!\d[.,:]){form})" for form in _FORMS))
PREPOSITIONS = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|during|before|after|through|throughout|to|and|between|with|for|than|or|late|early|mid)"
    r"|\b(?:the|last|next|this|each|every|against|against \w+ in)|[(,|-]) ?$",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"\b(?:resolution|resolutions|no\.?|number|article|law|decree|flight|channel|kilometre|room) $",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r" (?:people|men|women|children|soldiers|troops|fighters|prisoners|trucks|lorries|houses|families|shells|rounds|violations|breaches|cases"
    r"|attacks|metres|meters|kilometres|tonnes|dollars|euros|civilians|detainees|times)\b"
)
