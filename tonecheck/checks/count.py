"""Too much of something: four apologies, a line of exclamation marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading, Said
from tonecheck.checks.base import Check, Found, Limit, Stage, limit, number, slot
from tonecheck.message import Channel
from tonecheck.patterns import Patterns
from tonecheck.record import record


@record(frozen=True, slots=True, kw_only=True)
class Count(Check):
    """Find the first place that is one too many: in a message, a paragraph or a sentence."""

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match", "count", "max"})

    of: str | Patterns
    max: Limit
    kind: Literal["count"] = "count"
    per: Literal["message", "paragraph", "sentence"] = "message"

    def slots(self) -> dict[str, Patterns]:
        """Give the counted words under the slot `of`, unless an act is counted."""
        return {"of": self.of} if isinstance(self.of, Patterns) else {}

    def asks(self) -> tuple[str, ...]:
        """Give the counted act, if it is one."""
        return (self.of,) if isinstance(self.of, str) else ()

    def needs(self, reading: Reading, rule: str, stage: Stage) -> Iterator[str]:
        """Ask for everything that is counted."""
        del reading
        if stage is Stage.TRIGGERS:
            yield self._owner(rule)

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the first place above the limit, once per message or part of it."""
        most = limit(self.max, channel)
        if most is None:
            return
        groups: dict[int, list[Said]] = defaultdict(list)
        for said in reading.said(self._owner(rule)):
            groups[self._group(reading, said)].append(said)
        for places in groups.values():
            if len(places) > most:
                span = places[int(most)].span
                fields = {"count": str(len(places)), "max": number(most)}
                yield Found(span, {"match": span, **fields}, overall=self.per == "message")

    def _group(self, reading: Reading, said: Said) -> int:
        if self.per == "paragraph":
            return reading.paragraph(said.span.start)
        return said.sentence if self.per == "sentence" else 0

    def _owner(self, rule: str) -> str:
        return self.of if isinstance(self.of, str) else slot(rule, "of")
