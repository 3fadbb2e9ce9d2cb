"""Messages made into readings; sentences that are alike share one analysis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tonecheck.acts import Reading, Shape
from tonecheck.anatomy import dissect
from tonecheck.formats import Format, read
from tonecheck.language import sentences
from tonecheck.marks import mark
from tonecheck.message import Context, Message
from tonecheck.patterns import Analysis, Lexicon
from tonecheck.text import Source


class Readings:
    """Makes readings over one lexicon, with one analysis per distinct masked sentence."""

    def __init__(self, lexicon: Lexicon, shapes: Mapping[str, Shape]) -> None:
        self._lexicon = lexicon
        self._shapes = shapes
        self.analyses: dict[str, Analysis] = {}
        self.sentences = 0

    def of(self, message: Message) -> Reading:
        """Give the reading of a message whose regions are known, and of what it answers."""
        found = sentences(message)
        self.sentences += len(found)
        analyses = [self._analysis(sentence.masked, sentence.folded) for sentence in found]
        return Reading(message, found, analyses, self._shapes, self._customer(message))

    def _analysis(self, masked: str, folded: str) -> Analysis:
        known = self.analyses.get(masked)
        if known is None:
            known = self.analyses[masked] = Analysis(self._lexicon, masked, folded)
        return known

    def _customer(self, message: Message) -> Reading | None:
        text = message.context.in_reply_to
        if text is None:
            return None
        (answered,) = read(Source("in-reply-to", text), Format.PLAIN)
        return self.of(replace(prepare(answered), context=Context()))


def prepare(message: Message) -> Message:
    """Give a message as a format read it its marks and the regions it falls into."""
    return dissect(mark(message))
