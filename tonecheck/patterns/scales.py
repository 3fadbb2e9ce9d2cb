"""Sentences weighed: what their words tell together where none of them tells it alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from tonecheck.late import late
from tonecheck.text import Span

START, END, NUMBER = "^", "$", "#"
_TERM = late(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[?!…,;:—–()\"]")


class Weighing(NamedTuple):
    """What a sentence weighs, and the heaviest stretch of it, counted from its start."""

    total: int
    heaviest: Span


class Scale:
    """Weights of words and of pairs of neighbours; positive ones speak for what is looked for.

    A pair is written with a space; `^` and `$` stand for a sentence's edges, `#` for a number.
    Signs of punctuation count as words. The weights add up as those of a logistic regression do.
    """

    def __init__(self, weights: Mapping[str, int]) -> None:
        self.weights = weights

    def weigh(self, folded: str) -> Weighing:
        """Add up what a folded sentence holds, each word and pair once, as it was learned."""
        found = list(_terms(folded))
        words = [START, *(word for word, _ in found), END]
        shares = [0.0] * len(words)
        seen: set[str] = set()
        total = 0
        for number, word in enumerate(words):
            pair = f"{words[number - 1]} {word}" if number else ""
            for term in (word, pair):
                weight = self.weights.get(term, 0)
                if weight and term not in seen:
                    seen.add(term)
                    total += weight
                    shares[number] += weight if term is word else weight / 2
                    if term is pair:
                        shares[number - 1] += weight / 2
        if not found:
            return Weighing(total, Span(0, 0))
        first, last = _heaviest(shares[1:-1])
        return Weighing(total, Span(found[first][1].start, found[last][1].end))


def terms(folded: str) -> set[str]:
    """Give the words of a folded sentence and the pairs of neighbours that a scale may weigh."""
    words = [START, *(word for word, _ in _terms(folded)), END]
    return {*words, *(" ".join(pair) for pair in pairwise(words))}


def _terms(folded: str) -> Iterator[tuple[str, Span]]:
    for found in _TERM.finditer(folded):
        word = found[0]
        yield (NUMBER if word.isdigit() else word), Span(*found.span())


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
