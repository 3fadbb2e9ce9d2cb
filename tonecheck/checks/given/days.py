"""A day that is asked for by what it is the day of, and told by a customer in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tonecheck.checks.given.doubts import is_sure, is_unsure
from tonecheck.checks.given.particulars import HOUR, MONTH
from tonecheck.checks.values import WEEKDAY
from tonecheck.language import Sentence
from tonecheck.late import late

_DATE = (
    rf"(?:(?:{WEEKDAY},? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b|"
    rf"(?:{WEEKDAY},? )?{MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b|"
    rf"\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b|"
    rf"(?:{WEEKDAY},? )?\bthe \d{{1,2}}(?:st|nd|rd|th)\b|"
    rf"(?:the )?(?:end|beginning|start|middle) of {MONTH}\b|\b{WEEKDAY}\b)"
)
_PAST = rf"(?:{_DATE}|\byesterday\b|\blast night\b|\bthis morning\b|\blast {WEEKDAY}\b)"
_RANGE = (
    rf"(?:\b(?:from |between )?(?:the )?(?:{_DATE}|\d{{1,2}}(?:st|nd|rd|th)?) ?"
    rf"(?:to|until|till|and|-|–) ?(?:the )?{_DATE}|"
    rf"{_DATE}[^.?!]{{0,60}}?\b(?:back|return\w*|until|till|home|leav\w*)\b[^.?!]{{0,20}}?{_DATE})"
)
_TO_COME = r"(?:as of|as from|with effect from|effective|from|starting|beginning|on|by|for|at|to)"
_AT_LAST = rf"(?:{_TO_COME}|until|till|before|is|be|and)"

_FRAME = late(
    r"\b(?:when (?:exactly )?(?:did|was|were|is|are|do|does|will|would|should|shall|can|may|the|it|"
    r"this|that|your|he|she|they|you (?:need|want|move|are))\b|(?:which|what) (?:exact )?(?:days?|"
    r"dates?|nights?|period|weeks?|weekend)|"
    r"(?:the|an?|your|its|what(?:'s| is| are| was| were)?) (?:exact )?(?:[\w-]+ (?:and [\w-]+ "
    r")?)?(?:dates?|days?|"
    r"period)(?! ?(?:,|and\b))|dates? of|how long)\b"
)
# What is asked of another day than that of the thing named.
_ELSE = late(
    r"\b(?:report\w*|notic\w+|contact\w*|inform\w*|repair\w*|inspect\w*|photo\w*|discover\w*|"
    r"receiv\w+|suits?|convenient|available|at home|viewing|exact time|what time)\b"
)
_MISHAP = (
    r"(?:hail\w*|storms?|burst|stolen|stole|theft|broke|broken|break-in|burgl\w+|drove into|"
    r"ran into|hit|crash\w*|fell|fallen|fall|slipp\w+|tripp\w+|fire|flood\w*|leak\w*|accident|"
    r"incident|damag\w+|dent\w*|lost|loss|bitten|bit|injur\w+|collid\w+|collision|smash\w*|"
    r"scratch\w*|burn\w*|torn|happen\w*|occur\w*|knocked|collapsed|failed|fail|stopped|"
    r"cracked|spilled|spilt|vanished|went (?:out|dead|off|black|down))"
)
_ENDS = (
    r"(?:end\w*|terminat\w+|cancel\w*|stop\w*|leave|leaving|finish\w*|clos(?:e|ing)|give up|giving "
    r"up|"
    r"notice|quit\w*|mov(?:e|ing) out|expir\w+|hand back|last day|give back|withdraw\w*)"
)
_STARTS = r"(?:start\w*|begin\w*|join\w*|mov(?:e|ing) in|commenc\w+|apply|from when|as of when)"
_NEEDS = (
    r"(?:need\w*|like|must|want\w*|due|deadline|latest|have to|has to|ready|be there|required?)"
)
_BOOKS = (
    r"(?:need\w*|want\w*|like|book\w*|hir(?:e|ing)|rent\w*|reserv\w+|order\w*|looking for|"
    r"require\w*)"
)
_AWAY = (
    r"(?:off to|go(?:ing)? to|in|to|away|fly|flying|travel\w*|trip|holidays?|abroad|leav\w+|"
    r"arriv\w*|stay\w*|visit\w*)"
)
_WISH = (
    r"(?:please|need|want|instead of|i'd like|we'd like|would like|can you|could you|can i|can we|"
    r"could i|"
    r"could we)"
)
_CHANGES = (
    r"(?:longer|chang\w+|mov(?:e|ing)|shift\w*|extend\w*|earlier|later|instead|postpon\w*|"
    r"reschedul\w*|rebook\w*|put (?:it )?back|bring forward)"
)
_OTHER_DAYS = (
    r"\b(?:bought|ordered|purchased|wrote|written|rang|phoned|called|told|reported|asked|booked|"
    r"paid|signed|took out|joined|opened|registered|emailed)\b"
)


class _Day(NamedTuple):
    """What a day is of: how it is asked for, and how a sentence tells it but for some others."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    never: re.Pattern[str] | None = None
    single: bool = True


_DAYS = (
    # What happened.
    _Day(
        late(rf"\b(?:{_MISHAP}|take place|took place)\b"),
        late(rf"^(?=.*\b{_MISHAP}\b)(?=.*{_PAST})"),
        late(_OTHER_DAYS),
    ),
    _Day(
        late(r"\b(?:delivery|deliver(?:ed)?|arriv(?:al|e|ed)|come|came)\b"),
        late(
            rf"\b(?:came|arrived|delivered|turned up|got here)\b[^.?!]{{0,30}}?{_PAST}|"
            rf"{_PAST}[^.?!]{{0,30}}?\b(?:came|arrived|delivered)\b"
        ),
        late(r"\b(?:not|never|no one|nobody|nothing)\b|n't\b"),
    ),
    # What shall end, begin, or be there.
    _Day(
        late(rf"\b{_ENDS}\b"),
        late(rf"\b{_ENDS}\b[^.?!]{{0,60}}?\b{_AT_LAST} {_DATE}|\blast day\b[^.?!]{{0,30}}?{_DATE}"),
        late(rf"{_OTHER_DAYS}|\bsince (?:\d|last|{MONTH}|{WEEKDAY})"),
    ),
    _Day(
        late(rf"\b(?:{_STARTS}|from (?:which|what) (?:day|date))\b"),
        late(
            rf"\b{_STARTS}\b[^.?!]{{0,60}}?\b{_TO_COME} {_DATE}|"
            rf"\b(?:as of|as from|with effect from|starting|beginning) {_DATE}"
        ),
        late(_OTHER_DAYS),
    ),
    _Day(
        late(
            r"\b(?:by|for|until|till) (?:when|(?:which|what) (?:day|date))\b|\bwhen (?:do|would) "
            r"you "
            r"(?:need|want|require)\b|\bdeadline\b|\bat the latest\b"
        ),
        late(
            rf"\b{_NEEDS}\b[^.?!]{{0,40}}?\b(?:by|before|until|till|no later than|for|on) {_DATE}|"
            rf"\b(?:deadline|latest)\b[^.?!]{{0,20}}?{_DATE}"
        ),
        late(rf"{_OTHER_DAYS}|\b{_ENDS}\b"),
    ),
    _Day(
        late(
            r"\b(?:for|on|from) (?:which|what) (?:days?|dates?|nights?|period)\b[^?]*\b(?:need|"
            r"want|like|book|hire|rent|reserve|require)\b"
        ),
        late(rf"\b{_BOOKS}\b[^.?!]{{0,50}}?\b(?:on|for|from) {_DATE}"),
        late(r"\b(?:bought|wrote|rang|called|told|paid)\b"),
        single=False,
    ),
    _Day(
        late(
            r"\b(?:period|(?:which|what|the) (?:dates|days|weeks|nights)|(?:arrival|departure) "
            r"dates?)\b"
        ),
        late(_RANGE),
        single=False,
    ),
    _Day(
        late(r"\b(?:moving (?:date|day)|(?:date|day) of (?:your|the) move|you (?:move|moving))\b"),
        late(rf"\bmov(?:e|ing)\b[^.?!]{{0,40}}?{_DATE}"),
    ),
    _Day(
        late(
            r"\b(?:travel|trip|holiday) (?:dates|days|period)\b|\b(?:dates|period) of (?:your |the "
            r")?(?:travel|trip|journey|holiday|stay|absence)\b|\bwhen (?:are|will) you (?:be )?"
            r"(?:away|abroad|travelling|there)\b|\b(?:which|what) (?:dates|days)\b[^?]*\b"
            r"(?:travel\w*|away|fly\w*|stay\w*)\b"
        ),
        late(rf"^(?=.*\b{_AWAY}\b)(?=.*{_RANGE})"),
        single=False,
    ),
    _Day(
        late(r"\bwhen (?:would|do|will|are) you (?:like to |want to |be )?(?:arriv|check)\w*"),
        late(rf"^(?=.*\b(?:rooms?|stay\w*|book\w*|flat|cottage|nights?|suite)\b)(?=.*{_RANGE})"),
        late(r"\b(?:not|never|was|were|full)\b"),
        single=False,
    ),
    _Day(
        late(r"\b(?:which|what) (?:day|date)\b[^?]*\b(?:come|visit|have in mind|thinking of)\b"),
        late(
            rf"\b(?:come|visit|book|room|table|like|want|bring)\b[^.?!]{{0,50}}?\b(?:on|for) "
            rf"{_DATE}"
        ),
        late(rf"{_OTHER_DAYS}|\b(?:not|can't|cannot)\b"),
    ),
    # Who was born when.
    _Day(
        late(r"\b(?:date of birth|birth ?dates?|birthday|born)\b"),
        late(
            rf"\b(?:born|birthday|date of birth|dob|d\.o\.b\.?)\b[^.?!]{{0,30}}?(?:{_DATE}|"
            r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b)"
        ),
    ),
)
# The day or the hour to which something is put.
_NEW = late(
    r"\b(?:new (?:[\w-]+ )?(?P<of>date|day|time)s?\b|to (?:which|what) (?P<to>day|date|time)\b)"
)
_NEW_DAY = late(rf"^(?=.*\b{_WISH}\b)(?=.*\b{_CHANGES}\b).*\b(?:to|until|till|on|instead) {_DATE}")
_NEW_HOUR = late(
    rf"^(?=.*\b{_WISH}\b)(?=.*\b{_CHANGES}\b).*\b(?:to|until|till|at|{_DATE},?(?: at)?) {HOUR}"
)
_ONE = late(_PAST)
_BEFORE = 5  # letters of "from" before "which date"


def days(request: str, shown: Sequence[Sentence]) -> Iterator[tuple[int, Sentence]]:
    """Give where a folded request for a day ends, and the statement that tells it.

    Of two days that could be meant the customer is asked for good.
    """
    frame = _FRAME.search(request)
    if frame is None or _ELSE.search(request):
        return
    for day in _DAYS:
        match = day.asked.search(request, max(frame.start() - _BEFORE, 0))
        if match is None:
            continue
        found = [one for one in shown if _tells(one, day.told, day.never)]
        told = {match.group() for one in found for match in _ONE.finditer(one.folded)}
        if found and not (day.single and len(told) > 1):
            yield max(frame.end(), match.end()), found[0]


def changed(request: str, shown: Sequence[Sentence]) -> tuple[int, Sentence] | None:
    """Give the same for the day or hour to which a customer wishes something to be moved."""
    match = _NEW.search(request)
    if match is None:
        return None
    told = _NEW_HOUR if (match["of"] or match["to"]) == "time" else _NEW_DAY
    found = (one for one in shown if not is_unsure(one.folded) and told.search(one.folded))
    sentence = next(found, None)
    return None if sentence is None else (match.end(), sentence)


def _tells(sentence: Sentence, told: re.Pattern[str], never: re.Pattern[str] | None) -> bool:
    if not is_sure(sentence) or told.search(sentence.folded) is None:
        return False
    return never is None or never.search(sentence.folded) is None
