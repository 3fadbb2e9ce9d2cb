"""A message as a page of markup shows it, growing from its first words to its last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tonecheck.formats import plain
from tonecheck.formats.elements import Break
from tonecheck.message import Mark, Message, Part, Region, What
from tonecheck.text import Decoder, Origin, Source, Span

_LINE_END = re.compile(r"[\r\n]")
_INK = re.compile(r"[^\s\u00ad\u034f\u061c\u200b-\u200f\u2060-\u2064\ufeff]")
_MOST_LINES = 2  # that part two words; more blank lines say no more


def space(_raw: str) -> str:
    """Give a space, whatever stands in the file."""
    return " "


def tab(_raw: str) -> str:
    """Give a tab, whatever stands in the file."""
    return "\t"


def line(_raw: str) -> str:
    """Give a line end, whatever stands in the file."""
    return "\n"


def blank_line(_raw: str) -> str:
    """Give a line end and a blank line, whatever stands in the file."""
    return "\n\n"


@dataclass
class Shown:
    """What was shown so far, and what will part it from the next words, if any come."""

    page: str
    tags: Sequence[Mark]
    parts: list[tuple[Span, str, Decoder | None]] = field(default_factory=list)
    length: int = 0
    borders: list[tuple[int, Part]] = field(default_factory=list)
    blocks: list[tuple[int, int, Part]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    code: dict[tuple[int, int], Span] = field(default_factory=dict)
    _end: int = 0
    _lines: int = 0
    _cell: bool = False
    _apart: bool = True
    _blank: tuple[Span, bool] | None = None

    def part(self, how: Break) -> None:
        """End the block; the next words stand in another."""
        self._apart = self._apart or how > Break.NONE
        self._cell = self._cell or how is Break.CELL
        self._lines = max(self._lines, how - Break.CELL)

    def new_line(self) -> None:
        """Begin a new line in the same block; a second one in a row leaves a line blank."""
        self._lines = min(self._lines + 1, _MOST_LINES)

    def blank(self, span: Span, *, line_end: bool) -> None:
        """Take note of white space: of all between two words one is shown."""
        if self._blank is None or (line_end and not self._blank[1]):
            self._blank = (span, line_end)

    def words(self, span: Span, part: Part, code: int) -> None:
        """Show a stretch as it stands; template tags in it are marked, and lie in one line."""
        self._begin(span.start, part)
        at, start = span.start, self.length
        for end in _LINE_END.finditer(self.page, span.start, span.end):
            self._push(Span(at, end.start()), self.page[at : end.start()], None)
            self._push(Span(*end.span()), " ", space)
            at = end.end()
        self._push(Span(at, span.end), self.page[at : span.end], None)
        first = bisect_left(self.tags, span.start, key=lambda mark: mark.span.start)
        for index in range(first, len(self.tags)):
            tag = self.tags[index]
            if tag.span.start >= span.end:
                break
            self.marks.append(tag._replace(span=tag.span.shift(start - span.start)))
        self._note(start, part, code)

    def decoded(self, span: Span, text: str, decode: Decoder, part: Part, code: int) -> None:
        """Show what a stretch stands for."""
        self._begin(span.start, part)
        start = self.length
        self._push(span, text, decode)
        self._note(start, part, code)

    def message(self, source: Source) -> Message:
        """Give the finished message."""
        text, origin = Origin.build(self.parts)
        edges = pairwise([*self.borders, (len(text), Part.BODY)])
        regions = tuple(Region(part, Span(start, end)) for (start, part), (end, _) in edges)
        code = [Mark(What.CODE, span) for span in self.code.values()]
        marks = sorted((*self.marks, *code), key=lambda one: (one.span.start, -one.span.end))
        blocks = tuple(self._paragraphs(text))
        return Message(source, text, origin, regions, blocks, tuple(marks))

    def _paragraphs(self, text: str) -> Iterator[Span]:
        for start, end, part in self.blocks:
            if part is not Part.CODE:
                for block in plain.paragraphs(text, Span(start, end)):
                    if _INK.search(text, block.start, block.end):
                        yield block

    def _begin(self, at: int, part: Part) -> None:
        """Put what parts the next words from the last ones, and open a block if one is due."""
        if self.length:
            between = Span(self._end, at)
            if self._lines:
                decode = line if self._lines == 1 else blank_line
                self._push(between, decode(""), decode)
            elif self._cell:
                self._push(between, "\t", tab)
            elif self._blank:
                span, line_end = self._blank
                if line_end:
                    self._push(span, "\n", line)
                elif self.page[span.start] == " ":
                    self._push(Span(span.start, span.start + 1), " ", None)
                else:
                    self._push(span, " ", space)
        if not self.borders or self.borders[-1][1] is not part:
            self.borders.append((self.length, part))
            self._apart = True
        if self._apart:
            self.blocks.append((self.length, self.length, part))
        self._lines, self._cell, self._apart, self._blank = 0, False, False, None

    def _note(self, start: int, part: Part, code: int) -> None:
        """Take note of where the block reaches now, and the code in it."""
        self.blocks[-1] = (self.blocks[-1][0], self.length, part)
        if code and part is not Part.CODE:
            key = (code, len(self.blocks))
            first = self.code[key].start if key in self.code else start
            self.code[key] = Span(first, self.length)

    def _push(self, span: Span, words: str, decode: Decoder | None) -> None:
        if words:
            self.parts.append((span, words, decode))
            self.length += len(words)
            self._end = span.end
