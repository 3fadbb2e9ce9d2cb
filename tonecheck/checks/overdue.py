"""A reply that comes late and says nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found, Limit, Stage, limit
from tonecheck.message import Channel
from tonecheck.record import record

NO_TIMES = "how long the customer waited is not known"
_HOUR = 3600
_DAY = 24 * _HOUR
_WEEKEND = 5  # the number of its first day
_MOST_DAYS = 400  # nobody counts weekends over more than a year


@record(frozen=True, slots=True, kw_only=True)
class Overdue(Check):
    """Find messages sent later than a number of `hours` after what they answer.

    Weekends do not count where a channel's bound is a day or more. Nothing is found where the
    message does one of the `acts`.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"waited"})

    hours: Limit
    acts: tuple[str, ...]
    kind: Literal["overdue"] = "overdue"

    def asks(self) -> tuple[str, ...]:
        """Give the acts one of which owns the wait."""
        return self.acts

    def needs(self, reading: Reading, rule: str, stage: Stage) -> Iterator[str]:
        """Ask for the acts only in replies that are late, while none is known to be done."""
        del rule
        if stage is Stage.ABSENCES and self._wait(reading) is not None:
            yield from self.acts

    def unknown(self, reading: Reading, rule: str) -> str | None:
        """Say so when nothing tells when the customer wrote."""
        del rule
        answers = reading.message.context.in_reply_to is not None
        return NO_TIMES if answers and reading.message.context.waited is None else None

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the first own word of a late reply."""
        del rule, channel
        wait, start = self._wait(reading), reading.edge("start")
        if wait is None or start is None or any(map(reading.state, self.acts)):
            return
        yield Found(start, {"waited": _named(wait)}, absent=True)

    def _wait(self, reading: Reading) -> int | None:
        """Give the seconds that the customer waited, None where these are not too many."""
        context = reading.message.context
        most = limit(self.hours, reading.message.channel or Channel.EMAIL)
        if most is None or context.waited is None:
            return None
        counted = context.waited
        if most * _HOUR >= _DAY and context.now is not None:
            counted -= _weekends(context.now, context.waited)
        return context.waited if counted > most * _HOUR else None


def _weekends(now: str, waited: int) -> int:
    """Give how many of the seconds before a moment (ISO 8601) fell on a Saturday or a Sunday."""
    from datetime import datetime, time, timedelta

    end = datetime.fromisoformat(now)
    start = end - timedelta(seconds=min(waited, _MOST_DAYS * _DAY))
    free, day = 0.0, datetime.combine(start.date(), time(), start.tzinfo)
    while day < end:
        after = day + timedelta(days=1)
        if day.weekday() >= _WEEKEND:
            free += (min(after, end) - max(day, start)).total_seconds()
        day = after
    return int(free)


def _named(seconds: int) -> str:
    for unit, name in ((_DAY, "day"), (_HOUR, "hour"), (60, "minute")):
        if seconds >= unit:
            count = seconds // unit
            return f"{count} {name}{'s' * (count > 1)}"
    return "a moment"
