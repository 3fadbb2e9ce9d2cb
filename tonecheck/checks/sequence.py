"""One thing said right after another: an apology, then "but"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found, Stage, slot
from tonecheck.message import Channel
from tonecheck.patterns import Patterns
from tonecheck.record import record
from tonecheck.text import Span

_WORD = re.compile(r"[\w'’-]+")


@record(frozen=True, slots=True, kw_only=True)
class Sequence(Check):
    """Find an act followed, in the same sentence and at most `words` words later, by words."""

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match", "first", "then"})

    first: str
    then: Patterns
    kind: Literal["sequence"] = "sequence"
    words: int = 8

    def slots(self) -> dict[str, Patterns]:
        """Give the following words under the slot `then`."""
        return {"then": self.then}

    def asks(self) -> tuple[str, ...]:
        """Give the leading act."""
        return (self.first,)

    def needs(self, reading: Reading, rule: str, stage: Stage) -> Iterator[str]:
        """Ask for both: each place of either can make a finding."""
        del reading
        if stage is Stage.TRIGGERS:
            yield from (self.first, slot(rule, "then"))

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the stretch from the act to the end of the words that follow it."""
        del channel
        followers = reading.said(slot(rule, "then"))
        for first in reading.said(self.first):
            for then in followers:
                if then.sentence != first.sentence or then.span.start < first.span.end:
                    continue
                between = reading.message.text[first.span.end : then.span.start]
                if len(_WORD.findall(between)) <= self.words:
                    span = Span(first.span.start, then.span.end)
                    yield Found(span, {"match": span, "first": first.span, "then": then.span})
                    break
