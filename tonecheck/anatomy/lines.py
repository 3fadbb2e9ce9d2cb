"""The lines of a message, seen as shapes."""

from __future__ import annotations

import re
from typing import NamedTuple

from tonecheck.message import Mark, Message, Part, Region, What
from tonecheck.text import Span

SLOT = "\ue000"
"""The character that stands for every character of a placeholder in a line's words."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_HIDDEN = (What.CONTROL_TAG, What.DIRECTIVE)


class Cut(NamedTuple):
    """A place where a part begins."""

    start: int
    part: Part


class Line(NamedTuple):
    """A line that is not blank, without the space around it.

    Placeholders read as `SLOT`s and tags as spaces, so offsets in `words` plus `span.start` are
    offsets in the text. `apart` tells that a blank line or another region stands before it.
    """

    span: Span
    words: str
    own: bool
    apart: bool
    slots: tuple[Mark, ...] = ()

    def sub(self, start: int, end: int) -> Span:
        """Give the place in the text of a range of the words."""
        return Span(self.span.start + start, self.span.start + end)


def read(message: Message, given: list[Region]) -> list[Line]:
    """Give the lines of a message that are not blank; a line ends where a given region does."""
    shape = _shape(message)
    edges = [(region.span.start, region.span.end) for region in given]
    lines: list[Line] = []
    slots = list(message.marked(What.PLACEHOLDER))
    at = edge = slot = 0
    apart = True
    while at < len(shape):
        while edge < len(edges) and edges[edge][1] <= at:
            edge += 1
        inside = edge < len(edges) and edges[edge][0] <= at
        stop = len(shape)
        if edge < len(edges):
            stop = edges[edge][1] if inside else edges[edge][0]
        line_end = _LINE_END.search(shape, at, stop)
        end = line_end.start() if line_end else stop
        words = shape[at:end].strip()
        if not words:
            # A line of nothing but tags is layout, not a blank line that parts paragraphs.
            apart = apart or not message.text[at:end].strip()
        else:
            start = at + len(shape[at:end]) - len(shape[at:end].lstrip())
            span = Span(start, start + len(words))
            while slot < len(slots) and slots[slot].span.end <= span.start:
                slot += 1
            here = slot
            while here < len(slots) and slots[here].span.end <= span.end:
                here += 1
            lines.append(Line(span, words, not inside, apart, tuple(slots[slot:here])))
            apart = False
        if not line_end:
            apart = True
        at = line_end.end() if line_end else stop
    return lines


def _shape(message: Message) -> str:
    text = message.text
    pieces: list[str] = []
    at = 0
    for mark in message.marked(What.PLACEHOLDER, *_HIDDEN):
        if mark.span.start < at:
            continue
        pieces.append(text[at : mark.span.start])
        words = message.words(mark.span)
        if mark.what is What.PLACEHOLDER:
            pieces.append(SLOT * len(words))
        else:
            pieces.append(re.sub(r"[^\r\n]", " ", words))
        at = mark.span.end
    return "".join((*pieces, text[at:]))
