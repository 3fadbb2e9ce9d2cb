"""The clause of a sentence in which a place stands."""

from __future__ import annotations

from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.text import Span

_CUT = late(r"[,;:!?–—](?!\d)|\.(?!\d)|(?= (?:and|but|so|while|though) )")


def clause(sentence: Sentence, span: Span) -> Span:
    """Give where the clause of a place begins and ends, as offsets in the sentence."""
    start, end = span.start - sentence.span.start, span.end - sentence.span.start
    begins = max((cut.end() for cut in _CUT.finditer(sentence.masked, 0, start)), default=0)
    stop = _CUT.search(sentence.masked, end)
    return Span(begins, stop.start() if stop else len(sentence.masked))
