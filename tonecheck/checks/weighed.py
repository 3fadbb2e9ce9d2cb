"""Sentences whose words, taken together, weigh too much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import WRITTEN, Reading
from tonecheck.checks.base import Check, Found, Limit, limit
from tonecheck.language import Scope, word_count
from tonecheck.message import Channel
from tonecheck.record import record

_OTHERS = frozenset({Scope.QUOTED, Scope.REPORTED})


@record(frozen=True, slots=True, kw_only=True)
class Weighed(Check):
    """Find sentences that weigh at least so much on a scale, a file of rules/weights.

    The place is the heaviest stretch of the sentence; where that is quoted or reported, the
    sentence is somebody else's. Sentences of fewer than `words` words tell too little. A channel
    that `at-least` does not name has no bound, and nothing is found there.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match"})

    weights: str
    at_least: Limit
    words: int = 1
    kind: Literal["weighed"] = "weighed"

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the heaviest stretch of each sentence that is too heavy."""
        del rule
        least = limit(self.at_least, channel)
        if least is None:
            return
        for sentence, analysis in zip(reading.sentences, reading.analyses, strict=True):
            if sentence.region not in WRITTEN or word_count(sentence.masked) < self.words:
                continue
            scale = analysis.scale(self.weights)
            if scale.weigh(sentence.folded) < least:
                continue
            heaviest = scale.heaviest(sentence.folded)
            if not any(
                scope in _OTHERS and span.overlaps(heaviest) for scope, span in analysis.scopes
            ):
                place = heaviest.shift(sentence.span.start)
                yield Found(place, {"match": place})
