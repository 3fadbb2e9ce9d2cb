"""A greeting that leaves out the customer's name although it is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import NO_CUSTOMER_NAME, Check, Cited, Found
from tonecheck.late import late
from tonecheck.message import Channel, Part, What
from tonecheck.record import record
from tonecheck.text import Span

_WORD = late(r"[^\W\d_](?:[\w'’.-]*\w)?")


@record(frozen=True, slots=True, kw_only=True)
class NameUnused(Check):
    """Find greetings without a name in messages that never say the customer's."""

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match", "name"})

    kind: Literal["name-unused"] = "name-unused"

    def unknown(self, reading: Reading, rule: str) -> str | None:
        """Say so when a greeting has no name and the customer's is unknown."""
        del rule
        known = reading.message.context.customer_name is not None
        return None if known or not _nameless(reading) else NO_CUSTOMER_NAME

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the greeting."""
        del rule, channel
        name = reading.message.context.customer_name
        if name is None or not _nameless(reading):
            return
        from tonecheck.checks.words import slipped
        from tonecheck.names import alike, fold, is_person, parts

        if not is_person(name):
            return
        text = reading.message.text
        said = {fold(word) for s in reading.own for word in _WORD.findall(s.span.of(text))}
        said = {word for word in said if len(word) > 2}
        first = parts(name)[0]
        if any(word in said for word in parts(name)):
            return
        if any(alike(first, word) or slipped(first, word) for word in said):
            return
        for sentence in reading.sentences:
            if sentence.region is Part.GREETING:
                called = Cited(next(iter(_WORD.findall(name)), name))
                words = sentence.span.of(text).rstrip(" ,.!:;–—-")
                span = Span(sentence.span.start, sentence.span.start + len(words))
                yield Found(span, {"match": span, "name": called})
                return


def _nameless(reading: Reading) -> bool:
    message = reading.message
    if any(message.marked(What.NAME)) or any(message.marked(What.PLACEHOLDER)):
        return False
    return any(sentence.region is Part.GREETING for sentence in reading.sentences)
