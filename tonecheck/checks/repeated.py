"""A reply that tells the customer nothing which they were not told before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found, Stage, earlier_unknown
from tonecheck.language import word_count
from tonecheck.message import Channel, Part
from tonecheck.record import record

_RUN = 3  # words


@record(frozen=True, slots=True, kw_only=True)
class Repeated(Check):
    """Find messages whose body stands almost wholly in one of our earlier replies.

    `share` is the least part (0 to 1) of its runs of three words that one of them has, too; a
    body of fewer than `words` words may well be said twice. Nothing is found where the customer
    does one of the acts in `unless`: who asks for it again gets it again.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match"})

    share: float
    words: int
    unless: tuple[str, ...] = ()
    kind: Literal["repeated"] = "repeated"

    def asks(self) -> tuple[str, ...]:
        """Give the customer's acts that excuse it."""
        return self.unless

    def needs(self, reading: Reading, rule: str, stage: Stage) -> Iterator[str]:
        """Ask for nothing of our own message: the acts are the customer's."""
        del reading, rule, stage
        return iter(())

    def unknown(self, reading: Reading, rule: str) -> str | None:
        """Say so when there are earlier replies and nothing tells what they were."""
        del rule
        return earlier_unknown(reading)

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the first sentence of a body that was sent before."""
        del rule, channel
        earlier = reading.message.context.earlier
        body = [sentence for sentence in reading.own if sentence.region is Part.BODY]
        if not earlier or sum(word_count(sentence.masked) for sentence in body) < self.words:
            return
        if reading.customer is not None and any(map(reading.customer.said, self.unless)):
            return
        said = set[tuple[str, ...]]().union(*(_runs(sentence.folded) for sentence in body))
        if said and max(_shared(said, text) for text in earlier) >= self.share:
            yield Found(body[0].span, {"match": body[0].span}, overall=True)


def _shared(said: set[tuple[str, ...]], earlier: str) -> float:
    """Give the part of some runs of words that an earlier text has."""
    from tonecheck.language import fold

    return len(said & _runs(fold(earlier))) / len(said)


def _runs(folded: str) -> set[tuple[str, ...]]:
    words = ["".join(filter(str.isalnum, word)) for word in folded.split()]
    words = [word for word in words if word]
    if len(words) < _RUN:
        return {tuple(words)} if words else set()
    return {tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)}
