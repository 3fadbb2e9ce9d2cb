"""The same message said twice: what the plain part of a mail says beyond the HTML part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tonecheck.engine.findings import Objection
from tonecheck.message import Message

_WORD = re.compile(r"\w+")
_FEW = 8  # words of a fault; longer stretches differ by links and line breaks alone


def decided(other: Message, message: Message) -> Message:
    """Give the other text of a message with all that is decided and known of that."""
    return replace(
        other,
        id=message.id,
        kind=message.kind,
        channel=message.channel,
        language=message.language,
        context=message.context,
        told_by=message.told_by,
        assumed=message.assumed,
    )


def beyond(
    message: Message, other: Message, objections: Iterable[Objection]
) -> Iterator[Objection]:
    """Give the objections to the other text that hold a word which the message lacks.

    What is absent is judged in the message alone.
    """
    known = frozenset(_WORD.findall(message.text.casefold()))
    for objection in objections:
        words = _WORD.findall(other.words(objection.found.span).casefold())
        if not objection.found.absent and len(words) <= _FEW and not known.issuperset(words):
            yield objection
