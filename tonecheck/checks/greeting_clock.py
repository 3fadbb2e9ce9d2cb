"""A greeting for another time of day than that of sending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found
from tonecheck.late import late
from tonecheck.message import Channel, Part
from tonecheck.record import record
from tonecheck.text import Span

NO_HOUR_OF_SENDING = "not known at what hour it is sent"

_GREETING = late(r"\b(?:good )?(?P<part>morning|afternoon|evening)\b", re.IGNORECASE)
# Hours at which a greeting is surely out of place; customs differ at noon and at dusk.
_WRONG = {
    "morning": frozenset(range(13, 24)),
    "afternoon": frozenset((*range(11), *range(20, 24))),
    "evening": frozenset(range(3, 15)),
}


@record(frozen=True, slots=True, kw_only=True)
class GreetingClock(Check):
    """Find “Good morning” sent in the evening; the hour is that of the writer's clock."""

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match", "hour"})

    kind: Literal["greeting-clock"] = "greeting-clock"

    def unknown(self, reading: Reading, rule: str) -> str | None:
        """Say so when a greeting names a time of day and the hour of sending is unknown."""
        del rule
        unsure = _hour(reading) is None and any(True for _ in _greetings(reading))
        return NO_HOUR_OF_SENDING if unsure else None

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield each greeting that is out of its time."""
        del rule, channel
        hour = _hour(reading)
        for found, part in _greetings(reading):
            if hour is not None and hour in _WRONG[part]:
                yield found._replace(fields={"match": found.span, "hour": f"{hour}:00"})


def _greetings(reading: Reading) -> Iterator[tuple[Found, str]]:
    for sentence in reading.sentences:
        if sentence.region is Part.GREETING:
            match = _GREETING.search(sentence.masked)
            if match is not None:
                start = sentence.span.start
                span = Span(match.start() + start, match.end() + start)
                yield Found(span), match["part"].lower()


def _hour(reading: Reading) -> int | None:
    """Give the hour of sending; None when only the day is known."""
    from datetime import datetime
    from email.utils import parsedate_to_datetime

    context = reading.message.context
    try:
        if context.now is not None:
            timed = "T" in context.now or ":" in context.now
            return datetime.fromisoformat(context.now).hour if timed else None
        if context.sent is not None:
            return parsedate_to_datetime(context.sent).hour
    except (ValueError, OverflowError):
        return None
    return None
