"""Sentences weighed: what their words tell together where none of them tells it alone."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from tonecheck.late import late
from tonecheck.text import Span

START, END, NUMBER = "^", "$", "#"
_TERM = late(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[?!…,;:—–()\"]")


class Scale:
    """Weights of words and of pairs of neighbours; positive ones speak for what is looked for.

    A pair is written with a space; `^` and `$` stand for a sentence's edges, `#` for a number.
    Signs of punctuation count as words. The weights add up as those of a logistic regression do.
    """

    def __init__(self, weights: Mapping[str, int]) -> None:
        self.weights = weights

    def weigh(self, folded: str) -> int:
        """Add up what a folded sentence holds, each word and pair once, as it was learned."""
        weights = self.weights
        return sum(weights[term] for term in terms(folded) if term in weights)

    def heaviest(self, folded: str) -> Span:
        """Give the stretch of a folded sentence that weighs most; empty where it has no word."""
        spans = [Span(*found.span()) for found in _TERM.finditer(folded)]
        if not spans:
            return Span(0, 0)
        words = _words(folded)
        shares = [float(self.weights.get(word, 0)) for word in words]
        for number, pair in enumerate(pairwise(words)):
            half = self.weights.get(" ".join(pair), 0) / 2
            shares[number] += half
            shares[number + 1] += half
        first, last = _heaviest(shares[1:-1])
        return Span(spans[first].start, spans[last].end)


def terms(folded: str) -> set[str]:
    """Give the words of a folded sentence and the pairs of neighbours that a scale may weigh."""
    words = _words(folded)
    return {*words, *map(" ".join, pairwise(words))}


def _words(folded: str) -> list[str]:
    words = (NUMBER if word.isdigit() else word for word in _TERM.findall(folded))
    return [START, *words, END]


def _heaviest(shares: list[float]) -> tuple[int, int]:
    """Give the first and the last of the neighbours whose sum is greatest (Kadane)."""
    best = (shares[0], 0, 0)
    sum_, start = 0.0, 0
    for number, share in enumerate(shares):
        if sum_ <= 0:
            sum_, start = 0.0, number
        sum_ += share
        best = max(best, (sum_, start, number), key=lambda stretch: stretch[0])
    return best[1], best[2]
