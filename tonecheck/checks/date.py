"""Dates that the calendar does not have, and promises for days that are over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from tonecheck.acts import Reading, Said
from tonecheck.checks.base import Check, Found, Stage
from tonecheck.checks.values import MONTHS, WEEKDAYS
from tonecheck.late import late
from tonecheck.message import PROSE, Channel, What
from tonecheck.record import record
from tonecheck.text import Span

if TYPE_CHECKING:
    from datetime import date

NO_DAY_OF_SENDING = "not known on which day it is sent"

_DAYS = [name.capitalize() for name in WEEKDAYS]
_MONTHS = [name.capitalize() for name in MONTHS]
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PARTS = {
    "WEEKDAY": r"(?:(?P<wN>Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
    r"(?:day|sday|nesday|rsday|urday|(?:s|r|rs)?\.?),? ?(?:the )?)?",
    "NUMBER": r"(?P<dN>\d{1,2})(?:st|nd|rd|th)?",
    "MONTH": r"(?P<mN>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember|\.(?=,? \d))?",
    "YEAR": r"(?P<yN>\d{4})",
    # A number after a month is a day, not a number of things, where no thing follows it.
    "END": r"(?=\W*$|[,.;:!?)]|(?<=[a-z]) |(?<=\d{4}) "
    r"| (?:at|and|or|to|for|as|by|with|is|will|between|from|but|so|until|when|the|we|you|I|it)\b)",
}
_FORMS = (
    r"WEEKDAYNUMBER(?: of)? MONTH(?:,? YEAR)?(?![\w/-])",
    r"WEEKDAYMONTH (?:the )?NUMBER(?:,? YEAR)?(?![\w/:-])END",
    r"WEEKDAYYEAR-(?P<mN>\d\d)-(?P<dN>\d\d)(?![\w-])",
    r"WEEKDAY(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.]YEAR(?![\w/.-]\w)",
)


def _written(form: str, number: int) -> str:
    for name, part in _PARTS.items():
        form = form.replace(name, part)
    return form.replace("N>", f"{number}>")


_DATE = late(
    r"(?<![\w/.-])(?:" + "|".join(_written(form, n) for n, form in enumerate(_FORMS)) + ")"
)
_DUE = late(r"\b(?:on|by|before|until|till|no later than)(?: or before)? (?:the )?$")
# Between a promise and its day stands no other event: "the order that came on 3 May".
_EVENT = late(
    r"\b(?:you|he|she|they|it|we|I)\b(?! (?:back |again |all |both |there |here |up )?"
    r"(?:on|by|before|until|till|no later)\b)"
    r"|\b(?:that|which|who|when|was|were|had|has|have|did|paid|sent|bought|made|came|went|got"
    r"|wrote|took|met|spoke|left|since|after|from|\w+ed)\b"
)
_PAST_DAYS, _COMING_DAYS = 200, 400
_LATELY = 90


class _Date(NamedTuple):
    """A date as it is written: what it may be in days and months, and its weekday from Monday."""

    span: Span
    readings: tuple[tuple[int, int], ...]
    year: int | None
    weekday: int | None


@record(frozen=True, slots=True, kw_only=True)
class DateCheck(Check):
    """Find dates that no calendar has, wrong weekdays, and days past for which an act is done.

    A weekday without a year, and whether a day is past, need the day of sending.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match", "fault"})

    act: str
    kind: Literal["date"] = "date"

    def asks(self) -> tuple[str, ...]:
        """Give the act that needs a day to come."""
        return (self.act,)

    def needs(self, reading: Reading, rule: str, stage: Stage) -> Iterator[str]:
        """Ask for the act only where there are dates."""
        del rule
        if stage is Stage.TRIGGERS and any(True for _ in _dates(reading)):
            yield self.act

    def unknown(self, reading: Reading, rule: str) -> str | None:
        """Say so when a date can only be judged from the day of sending, which is unknown."""
        del rule
        dates = list(_dates(reading))
        if dates and _today(reading) is None:
            acts = reading.said(self.act)
            for number, found in dates:
                no_year = found.weekday is not None and found.year is None
                if no_year or _is_due(reading, acts, number, found):
                    return NO_DAY_OF_SENDING
        return None

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the dates that cannot be right, and say what is wrong with each."""
        del rule, channel
        dates = list(_dates(reading))
        acts = reading.said(self.act) if dates else []
        today = _today(reading) if dates else None
        for number, found in dates:
            fault = _impossible(found, today)
            if fault is None and today and _is_due(reading, acts, number, found):
                fault = _past(found, today)
            if fault is not None:
                yield Found(found.span, {"match": found.span, "fault": fault})


def _today(reading: Reading) -> date | None:
    from datetime import datetime
    from email.utils import parsedate_to_datetime

    context = reading.message.context
    try:
        if context.now is not None:
            return datetime.fromisoformat(context.now).date()
        if context.sent is not None:
            return parsedate_to_datetime(context.sent).date()
    except (ValueError, OverflowError):
        return None
    return None


def _dates(reading: Reading) -> Iterator[tuple[int, _Date]]:
    """Give the dates in the writer's own words, and the sentences they stand in."""
    for number, sentence in enumerate(reading.sentences):
        if sentence.region not in PROSE or not any(map(str.isdigit, sentence.masked)):
            continue
        quoted = [m.span for m in reading.message.marked(What.QUOTATION, within=sentence.span)]
        for match in _DATE.finditer(sentence.masked):
            found = _read(match, sentence.span.start)
            if not any(span.overlaps(found.span) for span in quoted):
                yield number, found


def _read(match: re.Match[str], start: int) -> _Date:
    part = {name[0]: value for name, value in match.groupdict().items() if value is not None}
    span = Span(match.start() + start, match.end() + start)
    year = int(part["y"]) if "y" in part else None
    weekday = [day[:3] for day in _DAYS].index(part["w"]) if "w" in part else None
    if "a" in part:
        first, second = int(part["a"]), int(part["b"])
        return _Date(span, ((first, second), (second, first)), year, weekday)
    month = part["m"]
    known = int(month) if month.isdigit() else [name[:3] for name in _MONTHS].index(month) + 1
    return _Date(span, ((int(part["d"]), known),), year, weekday)


def _impossible(found: _Date, today: date | None) -> str | None:
    there = [(day, month) for day, month in found.readings if _exists(day, month, found.year)]
    if not there:
        day, month = found.readings[0]
        if not 1 <= month <= 12:
            return "there is no such date"
        name = _MONTHS[month - 1]
        short = f"{name} {found.year}" if (day, month) == (29, 2) else name
        return f"{short} has no day {day}"
    if found.weekday is None:
        return None
    years = [found.year] if found.year is not None else _years(there, today)
    from datetime import date

    days = [date(year, m, d) for d, m in there for year in years if _exists(d, m, year)]
    if not days or any(day.weekday() == found.weekday for day in days):
        return None
    near = min(days, key=lambda day: abs(day - today)) if today else days[0]
    if len(there) > 1:
        return "the weekday is another"
    return f"{near.day} {_MONTHS[near.month - 1]} {near.year} is a {_DAYS[near.weekday()]}"


def _exists(day: int, month: int, year: int | None) -> bool:
    if not (1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1]):
        return False
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return (year is None or year >= 1) and (leap or (day, month) != (29, 2))


def _years(there: list[tuple[int, int]], today: date | None) -> list[int]:
    """Give the years that a date without one may mean: of the last months or the coming year."""
    if today is None:
        return []
    from datetime import date, timedelta

    first, last = today - timedelta(_PAST_DAYS), today + timedelta(_COMING_DAYS)
    return [
        year
        for year in range(first.year, last.year + 1)
        if any(_exists(d, m, year) and first <= date(year, m, d) <= last for d, m in there)
    ]


def _is_due(reading: Reading, acts: list[Said], number: int, found: _Date) -> bool:
    """Tell whether a date is the day for which an act of its sentence is done."""
    text = reading.message.text
    for said in acts:
        if said.sentence == number and said.span.start < found.span.start:
            between = text[said.span.end : found.span.start]
            if _DUE.search(between) and not _EVENT.search(between):
                return True
    return False


def _past(found: _Date, today: date) -> str | None:
    """Say that all that a date may mean is past, by more than a time zone."""
    from datetime import date, timedelta

    years = [found.year] if found.year is not None else [today.year - 1, today.year, today.year + 1]
    days = [date(y, m, d) for d, m in found.readings for y in years if _exists(d, m, y)]
    if found.year is None:
        days = [min(days, key=lambda day: abs(day - today))]
        if today - days[0] > timedelta(_LATELY):
            return None
    if all(day < today - timedelta(1) for day in days):
        return "that day is past"
    return None
