"""Messages made into readings; sentences that are alike share one analysis."""

from __future__ import annotations

from collections.abc import Mapping

from tonecheck.acts import Reading, Shape
from tonecheck.engine.around import informed
from tonecheck.language import sentences
from tonecheck.message import Message
from tonecheck.patterns import Analysis, Lexicon


class Readings:
    """Makes readings over one lexicon, with one analysis per distinct masked sentence."""

    def __init__(self, lexicon: Lexicon, shapes: Mapping[str, Shape]) -> None:
        self._lexicon = lexicon
        self._shapes = shapes
        self.analyses: dict[str, Analysis] = {}
        self.sentences = 0

    def of(self, message: Message) -> Reading:
        """Give the reading of a message whose regions are known, and of what it answers."""
        message, answered = informed(message)
        return self._reading(message, None if answered is None else self._reading(answered))

    def _reading(self, message: Message, customer: Reading | None = None) -> Reading:
        found = sentences(message)
        self.sentences += len(found)
        analyses = [self._analysis(sentence.masked, sentence.folded) for sentence in found]
        return Reading(message, found, analyses, self._shapes, customer)

    def _analysis(self, masked: str, folded: str) -> Analysis:
        known = self.analyses.get(masked)
        if known is None:
            known = self.analyses[masked] = Analysis(self._lexicon, masked, folded)
        return known
