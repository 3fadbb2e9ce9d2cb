"""Something that a message does, but only at its end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found, Stage
from tonecheck.message import Channel, Part
from tonecheck.record import record


@record(frozen=True, slots=True, kw_only=True)
class Late(Check):
    """Find an act that is done for the first time after a share of the body's sentences.

    `after` is that share (0 to 1); a body of fewer than `sentences` sentences has no end to speak
    of. What is done outside the body comes early.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match"})

    act: str
    after: float
    sentences: int
    kind: Literal["late"] = "late"

    def asks(self) -> tuple[str, ...]:
        """Give the act."""
        return (self.act,)

    def needs(self, reading: Reading, rule: str, stage: Stage) -> Iterator[str]:
        """Ask for the act: both that it is done and where it is done first."""
        del reading, rule
        if stage is Stage.TRIGGERS:
            yield self.act

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the first place where the act is done, if it is that late."""
        del rule, channel
        body = [n for n, found in enumerate(reading.sentences) if found.region is Part.BODY]
        for first in reading.said(self.act)[:1]:
            if first.sentence in body and len(body) >= self.sentences:
                before = body.index(first.sentence)
                if before >= self.after * len(body):
                    yield Found(first.span, {"match": first.span})
