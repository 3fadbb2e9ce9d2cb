"""A figure that is too high: long sentences, a reading grade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found, Limit, limit, number
from tonecheck.language import Sentence, word_count
from tonecheck.message import Channel, Part

_FEWEST_WORDS = 30  # below that a reading grade is noise
_SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
_MARGIN = 0.1  # for rounding inside textstat


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
        value = reading.word_count if self.of == "words" else _grade(self.of, body, most)
        if value is not None and value > most:
            yield Found(body[0].span, _fields(value, most))


def _fields(value: float, most: float) -> dict[str, str]:
    return {"value": number(value), "max": number(most)}


def _grade(metric: str, body: list[Sentence], most: float) -> float | None:
    if sum(word_count(sentence.masked) for sentence in body) < _FEWEST_WORDS:
        return None
    # A list item or a line without a stop is a sentence too; textstat only sees the stops.
    text = " ".join(s.masked if s.masked[-1] in ".!?" else f"{s.masked}." for s in body)
    if _highest(metric, text) <= most:
        return None
    import textstat

    formulas = {
        "ari": textstat.automated_readability_index,
        "coleman-liau": textstat.coleman_liau_index,
        "lix": textstat.lix,
    }
    return float(formulas[metric](text))


def _highest(metric: str, text: str) -> float:
    """Give a figure that textstat's does not exceed: importing it takes longer than most runs.

    Sentences and words are counted as textstat does, characters with their punctuation.
    """
    words = _words(text)
    sentences = sum(len(_words(found)) > 2 for found in _SENTENCE.findall(text)) or 1
    per_sentence = len(words) / sentences
    per_word = len("".join(text.split())) / max(len(words), 1)
    if metric == "ari":
        return 4.71 * per_word + 0.5 * per_sentence - 21.43 + _MARGIN
    if metric == "coleman-liau":
        return 5.88 * per_word - 29.6 / max(per_sentence, 1) - 15.8 + _MARGIN
    long_words = sum(len(word) > 6 for word in words)
    return per_sentence + 100 * long_words / max(len(words), 1) + _MARGIN


def _words(text: str) -> list[str]:
    return [word for word in text.split() if any(map(str.isalnum, word))]
