"""Template files that hold a part of a mail alone: a subject line, or what another file frames."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath

from tonecheck.late import late
from tonecheck.message import Kind, Message, Part, Region, What
from tonecheck.text import Span

_SUBJECT = late(r"(?:^|[_.\- ])subject(?:[_.\- ](?:line|text|template))?$", re.IGNORECASE)
_MOST_WORDS = 40  # of a subject line, with those of tags
_MOST_BLOCKS = 3

_FRAME = late(r"(?:extends?|layout|block|inherits?|content_for|section)\b|layout\.\w")
_INSIDE = late(r"(?:yield|\$slot|body|content)(?![\w.])")
_BORROWS = late(r"\b(?:include|render|partial|import)\b|^>", re.IGNORECASE)
_FRAMING = late(
    r"(?i:head(?:er)?|foot(?:er)?|greeting|salutation|sign(?:ature|off)?|layout|base|frame|wrapper"
    r"|intro|outro)(?![a-z])"
)
_TEXT_BY_KEY = late(
    r"(?:\bI18n\.t|\bt|\btrans|\btranslate|\bmsg|\b__|\b_)[( ][ \t]*['\"][.\w-]+['\"]"
    r"|^['\"][\w-]+(?:\.[\w-]+)+['\"][ \t]*\|[ \t]*(?:t|trans|translate)\b"
)


def is_subject(message: Message) -> bool:
    """Tell whether a file holds a subject line alone: by its name, and because it is short."""
    *parts, _ = PurePath(message.source.name).name.split(".")
    if not any(_SUBJECT.search(part) for part in parts):
        return False
    return len(message.blocks) <= _MOST_BLOCKS and len(message.text.split()) <= _MOST_WORDS


def as_subject(message: Message) -> Message:
    """Give a message that is a subject line, to which greeting and sign-off do not belong."""
    whole = Span(0, len(message.text))
    regions = (Region(Part.SUBJECT, whole),) if message.text else ()
    return replace(message, regions=regions, kind=Kind.SNIPPET)


def is_framed(message: Message) -> bool:
    """Tell whether some words of a template, perhaps greeting or sign-off, lie in other files."""
    for mark in message.marked(What.PLACEHOLDER, What.CONTROL_TAG):
        words = message.words(mark.span).strip("{}%<#=@ \t\r\n-")
        shape = _FRAME if mark.what is What.CONTROL_TAG else _INSIDE
        if shape.match(words) or _TEXT_BY_KEY.search(words):
            return True
        borrowed = _BORROWS.search(words)
        if borrowed and _FRAMING.search(words, borrowed.end()):
            return True
    return False
