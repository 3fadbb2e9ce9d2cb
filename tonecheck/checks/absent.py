"""Something that a message should do somewhere, and does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found, Stage
from tonecheck.message import Channel
from tonecheck.record import record


@record(frozen=True, slots=True, kw_only=True)
class Absent(Check):
    """Find messages that do none of some acts; they stand at the first or last own word.

    An act does not count where its words are those of an act of `not_as`.
    """

    acts: tuple[str, ...]
    not_as: tuple[str, ...] = ()
    kind: Literal["absent"] = "absent"
    at: Literal["start", "end"] = "start"

    def asks(self) -> tuple[str, ...]:
        """Give the acts one of which should be done, and those that make them count for nothing."""
        return (*self.acts, *self.not_as)

    def needs(self, reading: Reading, rule: str, stage: Stage) -> Iterator[str]:
        """Ask for the acts only while none of them is known to be done."""
        del rule
        if stage is Stage.ABSENCES and not self._is_done(reading):
            yield from self.acts + self.not_as

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield one place when none of the acts is done."""
        del rule, channel
        span = reading.edge(self.at)
        if span is not None and not self._is_done(reading):
            yield Found(span, absent=True)

    def _is_done(self, reading: Reading) -> bool:
        if not self.not_as:
            return any(reading.state(act) for act in self.acts)
        return any(True for _ in reading.meant(self.acts, self.not_as))
