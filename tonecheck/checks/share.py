"""Too great a part of a message: more formulas than sentences that say something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found, Stage, number, slot
from tonecheck.message import Channel, Part
from tonecheck.patterns import Patterns
from tonecheck.record import record


@record(frozen=True, slots=True, kw_only=True)
class Share(Check):
    """Find bodies in which more than a percentage of the sentences hold some words.

    A body of fewer than `sentences` sentences is too short to have a share.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match", "count", "sentences", "max"})

    of: Patterns
    max: float
    sentences: int
    kind: Literal["share"] = "share"

    def slots(self) -> dict[str, Patterns]:
        """Give the words under the slot `of`."""
        return {"of": self.of}

    def needs(self, reading: Reading, rule: str, stage: Stage) -> Iterator[str]:
        """Ask for every place of the words."""
        del reading
        if stage is Stage.TRIGGERS:
            yield slot(rule, "of")

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the first place of the words in the body when there are too many of them."""
        del channel
        body = {n for n, found in enumerate(reading.sentences) if found.region is Part.BODY}
        places = [said for said in reading.said(slot(rule, "of")) if said.sentence in body]
        doing = {said.sentence for said in places}
        if len(body) >= self.sentences and 100 * len(doing) > self.max * len(body):
            span = places[0].span
            figures = {
                "count": str(len(doing)),
                "sentences": str(len(body)),
                "max": number(self.max),
            }
            yield Found(span, {"match": span, **figures}, overall=True)
