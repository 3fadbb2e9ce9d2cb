"""Words that are the fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found, Stage, slot
from tonecheck.message import Channel
from tonecheck.patterns import Patterns
from tonecheck.record import record


@record(frozen=True, slots=True, kw_only=True)
class Match(Patterns, Check):
    """Find words, where wanted only near some acts or only where others are lacking.

    `within` counts sentences around the words (0: the same one); without it the whole message.
    `leading` words must stand in the first sentence of their part, as a signature's first line.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match"})

    kind: Literal["match"] = "match"
    near: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()
    within: int | None = None
    leading: bool = False

    def slots(self) -> dict[str, Patterns]:
        """Give the words under the slot `match`."""
        names = ("phrases", "tokens", "syntax", "regex", "never", "unless")
        return {"match": Patterns(**{name: getattr(self, name) for name in names})}

    def asks(self) -> tuple[str, ...]:
        """Give the acts that must be near or lacking."""
        return self.near + self.lacking

    def needs(self, reading: Reading, rule: str, stage: Stage) -> Iterator[str]:
        """Ask for the words first; for acts around them only once there are some."""
        if stage is Stage.TRIGGERS:
            yield slot(rule, "match")
        elif reading.said(slot(rule, "match")):
            yield from self.asks()

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield each place where the words are said."""
        del channel
        for said in reading.amid(slot(rule, "match"), self.near, self.lacking, self.within):
            if not (self.leading and reading.follows(said.sentence)):
                yield Found(said.span, {"match": said.span})
