"""A figure that is too high: long sentences, a reading grade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found, Limit, limit, number
from tonecheck.language import Sentence, word_count
from tonecheck.message import Channel, Part

_FEWEST_WORDS = 30  # below that a reading grade is noise


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Check):
    """Find a figure above its limit.

    `sentence-words` judges each sentence of the body, `words` the whole message; `ari`,
    `coleman-liau` and `lix` judge the body from 30 words on, with textstat's formulas (only
    those that need no syllable dictionary, which textstat would download).
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"value", "max"})

    of: Literal["ari", "coleman-liau", "lix", "sentence-words", "words"]
    max: Limit
    kind: Literal["metric"] = "metric"

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield each sentence that is too long, or the body's first sentence for a grade."""
        del rule
        most = limit(self.max, channel)
        body = [sentence for sentence in reading.own if sentence.region is Part.BODY]
        if most is None or not body:
            return
        if self.of == "sentence-words":
            for sentence in body:
                if (words := word_count(sentence.masked)) > most:
                    yield Found(sentence.span, _fields(words, most))
            return
        value = reading.word_count if self.of == "words" else _grade(self.of, body)
        if value is not None and value > most:
            yield Found(body[0].span, _fields(value, most))


def _fields(value: float, most: float) -> dict[str, str]:
    return {"value": number(value), "max": number(most)}


def _grade(metric: str, body: list[Sentence]) -> float | None:
    if sum(word_count(sentence.masked) for sentence in body) < _FEWEST_WORDS:
        return None
    import textstat

    # A list item or a line without a stop is a sentence too; textstat only sees the stops.
    text = " ".join(s.masked if s.masked[-1] in ".!?" else f"{s.masked}." for s in body)
    formulas = {
        "ari": textstat.automated_readability_index,
        "coleman-liau": textstat.coleman_liau_index,
        "lix": textstat.lix,
    }
    return float(formulas[metric](text))
