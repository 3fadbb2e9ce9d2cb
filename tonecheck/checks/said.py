"""An act that is the fault: a promise without a time, say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found, Stage
from tonecheck.message import Channel
from tonecheck.record import record


@record(frozen=True, slots=True, kw_only=True)
class SaidCheck(Check):
    """Find an act, where wanted only near some acts or only where others are lacking.

    `within` counts sentences around the act (0: the same one); without it the whole message. What
    is lacking is not there where its words are those of an act of `not_as`.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match"})

    act: str
    kind: Literal["said"] = "said"
    near: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    not_as: tuple[str, ...] = ()
    within: int | None = None

    def asks(self) -> tuple[str, ...]:
        """Give the act and those that must be near or lacking."""
        return (self.act, *self.near, *self.lacking, *self.not_as)

    def needs(self, reading: Reading, rule: str, stage: Stage) -> Iterator[str]:
        """Ask for the act first; for acts around it only once it is said."""
        del rule
        if stage is Stage.TRIGGERS:
            yield self.act
        elif reading.said(self.act):
            yield from self.near + self.lacking + self.not_as

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield each place where the act is done."""
        del rule, channel
        for said in reading.amid(self.act, self.near, self.lacking, self.within, self.not_as):
            yield Found(said.span, {"match": said.span})
