"""A request for what the customer's message already says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import NO_CUSTOMER_MESSAGE, Cited, Found, slot
from tonecheck.checks.match import Match
from tonecheck.language import Sentence
from tonecheck.message import Channel
from tonecheck.record import record
from tonecheck.text import Span


@record(frozen=True, slots=True, kw_only=True)
class AsksForKnown(Match):
    """Find requests, worded by the patterns, for things that the customer's message gives.

    What kinds of things there are, `things.THINGS` tells; a remedy that the customer has tried
    is one too.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match", "theirs"})

    kind: Literal["asks-for-known"] = "asks-for-known"  # type: ignore[assignment]

    def unknown(self, reading: Reading, rule: str) -> str | None:
        """Say so when something is asked for and the customer's message is unknown."""
        asked = reading.customer is None and reading.said(slot(rule, "match"))
        return NO_CUSTOMER_MESSAGE if asked else None

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield each request, up to the end of what is known."""
        if reading.customer is None:
            return
        from tonecheck.checks.given.known import Known

        known = Known(reading.customer, reading)
        last = -1
        for found in Match.find(self, reading, rule, channel):
            if found.span.start < last:
                continue
            sentence = _sentence(reading, found.span)
            asked = known.asked(sentence.folded, found.span.start - sentence.span.start)
            if asked is not None:
                end, theirs = asked
                last = found.span.start + end
                span = Span(found.span.start, last)
                yield Found(span, {"match": span, "theirs": Cited(theirs)})


def _sentence(reading: Reading, span: Span) -> Sentence:
    at = bisect_right(reading.sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    return reading.sentences[at]
