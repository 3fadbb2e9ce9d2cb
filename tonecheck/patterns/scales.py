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

    A scale is made of lines, one for each word: its own weight, then words that may follow and the
    weights of the pairs. A line is read when its word is met, for a letter has few of the words.
    """

    def __init__(self, lines: Mapping[str, str]) -> None:
        self.lines = lines
        self._read: dict[str, dict[str, int]] = {}

    @classmethod
    def of(cls, weights: Mapping[str, int]) -> Scale:
        """Make a scale of the weights of words and pairs."""
        lines: dict[str, list[str]] = {}
        for term, weight in sorted(weights.items()):
            word, _, following = term.partition(" ")
            line = lines.setdefault(word, ["0"])
            if following:
                line += (following, str(weight))
            else:
                line[0] = str(weight)
        return cls({word: " ".join(line) for word, line in lines.items()})

    @property
    def weights(self) -> dict[str, int]:
        """All weights that are not 0, by words and pairs."""
        return {
            f"{word} {following}".rstrip(): weight
            for word in self.lines
            for following, weight in self._after(word).items()
            if weight
        }

    def _after(self, word: str) -> dict[str, int]:
        """Give what a word weighs alone, under no word, and before others."""
        known = self._read.get(word)
        if known is None:
            own, *pairs = self.lines.get(word, "0").split(" ")
            known = self._read[word] = {"": int(own)}
            known.update(zip(pairs[::2], map(int, pairs[1::2]), strict=True))
        return known

    def _weight(self, term: str) -> int:
        word, _, following = term.partition(" ")
        return self._after(word).get(following, 0)

    def weigh(self, *folded: str) -> int:
        """Add up what folded sentences hold, each word and pair once, as it was learned."""
        return sum(map(self._weight, set().union(*map(terms, folded))))

    def heaviest(self, folded: str) -> Span:
        """Give the stretch of a folded sentence that weighs most; empty where it has no word."""
        spans = [Span(*found.span()) for found in _TERM.finditer(folded)]
        if not spans:
            return Span(0, 0)
        words = _words(folded)
        shares = [float(self._weight(word)) for word in words]
        for number, pair in enumerate(pairwise(words)):
            half = self._weight(" ".join(pair)) / 2
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
