"""A figure that is too high: long sentences, a reading grade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found, Limit, limit, number
from tonecheck.language import Sentence, word_count
from tonecheck.late import late
from tonecheck.message import OWN, Channel, Part, What
from tonecheck.record import record
from tonecheck.text import Span

_FEWEST_WORDS = 30  # below that a reading grade is noise
_SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
# Where many writers leave the stop out: before a capital after a line's end, an emoji, an address.
_UNSTOPPED = late(r"(?:\n|[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f? |://\S{1,600} )\s*(?=[A-Z])")
_LONGEST_ADDRESS = 23
_STAND_IN = 4  # letters of the word that a mark is read as
_MARGIN = 0.1  # for rounding inside textstat


@record(frozen=True, slots=True, kw_only=True)
class Metric(Check):
    """Find a figure above its limit.

    `sentence-words` judges each sentence of the body (in parts, where a stop may be left out),
    `paragraph-words` each paragraph, `words` and `characters` the whole message (a web address is
    23 characters at most, as where posts are counted, a template's tag none); `ari`,
    `coleman-liau` and `lix` judge the body from 30 words on, with textstat's formulas (only those
    that need no syllable dictionary, which textstat would download).
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"value", "max"})

    of: Literal[
        "ari", "characters", "coleman-liau", "lix", "paragraph-words", "sentence-words", "words"
    ]
    max: Limit
    kind: Literal["metric"] = "metric"

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield what is too long, or the body's first sentence for a figure of the whole."""
        del rule
        most = limit(self.max, channel)
        body = [sentence for sentence in reading.own if sentence.region is Part.BODY]
        if most is None or not body:
            return
        if self.of == "sentence-words":
            for sentence in body:
                if (words := word_count(sentence.masked)) > most:
                    words = max(map(word_count, _parts(reading, sentence)))
                if words > most:
                    yield Found(sentence.span, _fields(words, most))
            return
        if self.of == "paragraph-words":
            for span, words in _paragraphs(reading, body):
                if words > most:
                    yield Found(span, _fields(words, most))
            return
        value = _whole(self.of, reading, body, most)
        if value is not None and value > most:
            yield Found(body[0].span, _fields(value, most), overall=True)


def _parts(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """Cut a sentence where a stop may be missing; line ends show in the message alone."""
    stops = _UNSTOPPED.finditer(reading.message.words(sentence.span))
    cuts = [0, *(stop.end() for stop in stops), len(sentence.masked)]
    return (sentence.masked[start:end] for start, end in pairwise(cuts))


def _paragraphs(reading: Reading, body: list[Sentence]) -> Iterator[tuple[Span, int]]:
    """Give the body's part of each paragraph, and how many words it has."""
    for _, group in groupby(body, key=lambda sentence: reading.paragraph(sentence.span.start)):
        found = list(group)
        span = Span(found[0].span.start, found[-1].span.end)
        yield span, sum(word_count(sentence.masked) for sentence in found)


def _whole(of: str, reading: Reading, body: list[Sentence], most: float) -> float | None:
    if of == "words":
        return reading.word_count
    return _characters(reading) if of == "characters" else _grade(of, reading, body, most)


def _characters(reading: Reading) -> int:
    """Count what is sent: from the first own word to the last, signature and gaps included."""
    message = reading.message
    sent = [s.span for s in reading.sentences if s.region in OWN and s.region is not Part.SUBJECT]
    whole = Span(sent[0].start, sent[-1].end)
    surplus = 0
    for mark in message.marked(What.URL, What.CONTROL_TAG, within=whole):
        shown = _LONGEST_ADDRESS if mark.what is What.URL else 0
        surplus += max(len(mark.span) - shown, 0)
    return len(whole) - surplus


def _fields(value: float, most: float) -> dict[str, str]:
    return {"value": number(value), "max": number(most)}


def _grade(metric: str, reading: Reading, body: list[Sentence], most: float) -> float | None:
    if sum(word_count(sentence.masked) for sentence in body) < _FEWEST_WORDS:
        return None
    # A list item or a line without a stop is a sentence too; textstat only sees the stops.
    shown = [_shown(reading, sentence) for sentence in body]
    text = " ".join(words if words[-1] in ".!?" else f"{words}." for words in shown)
    if _highest(metric, text) <= most:
        return None
    import textstat

    formulas = {
        "ari": textstat.automated_readability_index,
        "coleman-liau": textstat.coleman_liau_index,
        "lix": textstat.lix,
    }
    return float(formulas[metric](text))


def _shown(reading: Reading, sentence: Sentence) -> str:
    """Give a sentence in which an address or a variable is one short word, however long it is."""
    pieces: list[str] = []
    at = 0
    for mark in reading.message.marked(What.URL, What.PLACEHOLDER, What.CODE, within=sentence.span):
        span = mark.span.shift(-sentence.span.start)
        if span.start >= at:
            pieces += (sentence.masked[at : span.start], span.of(sentence.masked)[:_STAND_IN])
            at = span.end
    return "".join((*pieces, sentence.masked[at:]))


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
