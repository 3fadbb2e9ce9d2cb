"""Template variables in a text that is about to be sent, or written wrongly."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found
from tonecheck.marks import malformed
from tonecheck.message import Channel, What


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder(Check):
    """Find placeholders that nothing has filled, or brackets that do not close."""

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match"})

    state: Literal["unresolved", "malformed"]
    kind: Literal["placeholder"] = "placeholder"

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the placeholders in order; those in code are left alone."""
        del rule, channel
        message = reading.message
        if self.state == "unresolved":
            spans = [mark.span for mark in message.marked(What.PLACEHOLDER, What.CONTROL_TAG)]
        else:
            spans = list(malformed(message.text))
        code = [mark.span for mark in message.marked(What.CODE)]  # in order, and apart
        starts = [other.start for other in code]
        for span in spans:
            at = bisect_right(starts, span.start) - 1
            if at < 0 or not code[at].contains(span):
                yield Found(span, {"match": span})
