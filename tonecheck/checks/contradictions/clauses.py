"""The clause of a sentence in which a place stands, and how sure its writer is of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.checks.values import WEEKDAY
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.text import Span

_CUT = late(r"[,;:!?–—](?!\d)|\.(?!\d)|(?= (?:and|but|so|while|though) )")

# Of what the customer only expects, hears or asks, the reply may know better.
_HEARD = late(
    r"\b(?:should|supposed|due|promised?|expect\w*|said|says|told|meant|until|by (?=the |now|then|"
    rf"noon|tomorrow|\d|{WEEKDAY})|whether|if|maybe|"
    r"perhaps|think|believe|or|instead|advert\w*|max\w*|at (?:most|least)|up to|no more "
    r"than)\b",
    re.IGNORECASE,
)
_ASKED = late(r"\b(?:will|would|can|could|not|never)\b|n't\b|\?", re.IGNORECASE)


def clause(sentence: Sentence, span: Span) -> Span:
    """Give where the clause of a place begins and ends, as offsets in the sentence."""
    start, end = span.start - sentence.span.start, span.end - sentence.span.start
    begins = max((cut.end() for cut in _CUT.finditer(sentence.masked, 0, start)), default=0)
    stop = _CUT.search(sentence.masked, end)
    return Span(begins, stop.start() if stop else len(sentence.masked))


def clauses(sentence: Sentence) -> Iterator[Span]:
    """Give the clauses of a sentence, as offsets in it."""
    start = 0
    for cut in _CUT.finditer(sentence.masked):
        if cut.start() > start:
            yield Span(start, cut.start())
        start = cut.end()
    if start < len(sentence.masked):
        yield Span(start, len(sentence.masked))


def is_heard(sentence: Sentence, span: Span) -> bool:
    """Tell whether a customer only expects or was told what stands in a clause."""
    return _HEARD.search(clause(sentence, span).of(sentence.masked)) is not None


def is_stated(sentence: Sentence, span: Span) -> bool:
    """Tell whether a customer states what stands in a clause, and asks or denies nothing in it."""
    here = clause(sentence, span).of(sentence.masked)
    return _HEARD.search(here) is None and _ASKED.search(here) is None
