"""spaCy's matchers for single patterns, built at first use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class Matchers:
    """Matchers by pattern: most runs need few of them, and building one costs."""

    def __init__(self) -> None:
        self._built: dict[tuple[str, int], Any] = {}

    def find(self, kind: str, number: int, pattern: Any, doc: Any) -> Iterator[tuple[int, int]]:  # noqa: ANN401 - spaCy's types stay behind this door
        """Yield the code point ranges that a pattern matches in a doc."""
        matcher = self._built.get((kind, number))
        if matcher is None:
            matcher = self._built[kind, number] = _build(kind, pattern)
        if kind == "syntax":
            for _, places in matcher(doc):
                yield doc[min(places)].idx, doc[max(places)].idx + len(doc[max(places)])
        else:
            for _, start, end in matcher(doc):
                yield doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _build(kind: str, pattern: Any) -> Any:  # noqa: ANN401
    from spacy.matcher import DependencyMatcher, Matcher

    from tonecheck.language import vocabulary

    if kind == "syntax":
        trees = DependencyMatcher(vocabulary())
        trees.add("pattern", [pattern])
        return trees
    tokens = Matcher(vocabulary())
    tokens.add("pattern", [pattern], greedy="LONGEST")
    return tokens
