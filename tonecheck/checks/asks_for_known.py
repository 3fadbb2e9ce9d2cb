"""A request for what the customer's message already says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import NO_CUSTOMER_MESSAGE, Cited, Found, slot
from tonecheck.checks.match import Match
from tonecheck.message import Channel
from tonecheck.record import record
from tonecheck.text import Span

_BACK = 2  # sentences before a request that may say why it is asked


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
        from tonecheck.checks.given.doubts import refuses
        from tonecheck.checks.given.known import Known

        known = Known(reading.customer, reading)
        last = -1
        for found in Match.find(self, reading, rule, channel):
            if found.span.start < last:
                continue
            at = _sentence(reading, found.span)
            sentence = reading.sentences[at]
            start = found.span.start - sentence.span.start
            before = [one.folded for one in reading.sentences[max(at - _BACK, 0) : at]]
            asked = known.asked(sentence.folded, start, " ".join(before[-1:]))
            if asked is None:
                continue
            before.append(sentence.folded[:start])
            if not any(refuses(one, asked[1]) for one in before):
                end, theirs = asked
                last = found.span.start + end
                span = Span(found.span.start, last)
                yield Found(span, {"match": span, "theirs": Cited(theirs)})


def _sentence(reading: Reading, span: Span) -> int:
    return bisect_right(reading.sentences, span.start, key=lambda one: one.span.start) - 1
