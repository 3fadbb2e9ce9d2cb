"""Facts and words of a reading, with their places, for checks that compare two messages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.entities import Entity, entities
from tonecheck.message import OWN, PROSE, Mark, Message, Part, What
from tonecheck.text import Span

_MASK = "•"
_NOT_WORDS = (What.PLACEHOLDER, What.CONTROL_TAG, What.SECRET, What.CODE, What.DIRECTIVE)


class Stated(NamedTuple):
    """A fact, its place in the message and the number of its sentence."""

    entity: Entity
    span: Span
    sentence: int


def stated(reading: Reading, parts: Collection[Part] = PROSE) -> Iterator[Stated]:
    """Give the facts in the sentences of some parts; none that a mark or an address covers."""
    message = reading.message
    for number, sentence in enumerate(reading.sentences):
        if sentence.region not in parts:
            continue
        hidden = [mark.span for mark in message.marked(*_NOT_WORDS, within=sentence.span)]
        hidden += [
            mark.span
            for mark in message.marked(What.URL, within=sentence.span)
            if "@" not in message.words(mark.span)
        ]
        for entity in entities(sentence.span.of(message.text)):
            span = entity.span.shift(sentence.span.start)
            if not any(span.overlaps(other) for other in hidden):
                yield Stated(entity, span, number)


def given(reading: Reading) -> list[Stated]:
    """Give the facts that the customer's message states, its signature included."""
    return [] if reading.customer is None else list(stated(reading.customer, OWN))


def told(message: Message, span: Span) -> str:
    """Give words of a message on one line, secrets masked."""
    return _shown(message.text, span, message.marked(What.SECRET))


def recalled(text: str, span: Span) -> str:
    """Give words of a text that is no message of its own on one line, secrets masked."""
    from tonecheck.marks.secrets import secrets

    return _shown(text, span, secrets(text))


def _shown(text: str, span: Span, hidden: Iterable[Mark]) -> str:
    words = list(span.of(text))
    for mark in hidden:
        for at in range(max(mark.span.start, span.start), min(mark.span.end, span.end)):
            words[at - span.start] = _MASK
    return " ".join("".join(words).split())
