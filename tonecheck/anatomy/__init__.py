"""The parts of a message: greeting, body, sign-off, signature, quoted mail, legal footer."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from tonecheck.anatomy import closing, greeting, history
from tonecheck.anatomy.lines import Cut, Line, read
from tonecheck.marks import nest
from tonecheck.message import Mark, Message, Part, Region, What
from tonecheck.text import Span

__all__ = ["addressee", "dissect"]

_GIVEN = frozenset({Part.SUBJECT, Part.CODE, Part.HISTORY})  # what only a format can tell

_INK = re.compile(r"\S")


def dissect(message: Message) -> Message:
    """Cut the body into its parts and mark the names that the message addresses.

    What a format called subject, code or history stays, and so does a signature but for the parts
    that its lines show. No block crosses a region afterwards, and dissecting twice changes nothing.
    """
    given = [region for region in message.regions if region.what in _GIVEN]
    lines = read(message, given)
    quoted = history.find(lines)
    own = _own(lines, quoted)
    opening, names = greeting.find(own)
    ending = closing.find(own, _body(message, opening))
    own_cuts = _at_once(opening, ending)
    cuts = _woven(quoted, _at_once(_signed(message, quoted, own_cuts), own_cuts))
    regions = tuple(_regions(message.text, _stretches(message, given), cuts))
    blocks = tuple(_split(message.text, message.blocks, regions))
    marks = nest([*message.marks, *(Mark(What.NAME, name) for name in names)])
    return replace(message, regions=regions, blocks=blocks, marks=marks)


def addressee(message: Message) -> str | None:
    """Give the first name that the message addresses, as it is written there, if there is one."""
    return next((message.words(mark.span) for mark in message.marked(What.NAME)), None)


def _at_once(*found: list[Cut]) -> list[Cut]:
    """Join cuts in order; where two stand in one place, the last counts."""
    return sorted({cut.start: cut for cuts in found for cut in cuts}.values())


def _signed(message: Message, quoted: list[Cut], own: list[Cut]) -> list[Cut]:
    """Give where the signatures begin and end that a format told, outside of quoted mail."""
    cuts: list[Cut] = []
    for region in message.regions:
        if region.what is Part.SIGNATURE:
            start = _INK.search(message.text, region.span.start, region.span.end)
            end = _INK.search(message.text, region.span.end)
            if start:
                cuts.append(Cut(start.start(), Part.SIGNATURE))
            if start and end:
                cuts.append(Cut(end.start(), _part_at(end.start(), own)))
    return [cut for cut in cuts if _part_at(cut.start, quoted) is not Part.HISTORY]


def _part_at(place: int, cuts: list[Cut]) -> Part:
    at = bisect_right(cuts, place, key=lambda cut: cut.start) - 1
    return cuts[at].part if at >= 0 else Part.BODY


def _own(lines: list[Line], quoted: list[Cut]) -> list[Line]:
    """Give the lines that are not quoted mail; what stood around quoted mail lies apart."""
    kept: list[Line] = []
    bounds = [*quoted, Cut(1 << 62, Part.HISTORY)]
    part, at, apart = Part.BODY, 0, False
    for line in lines:
        while bounds[at].start <= line.span.start:
            part = bounds[at].part
            at += 1
        if part is Part.HISTORY or not line.own:
            apart = True
            continue
        kept.append(line._replace(apart=True) if apart else line)
        apart = False
    return kept


def _body(message: Message, opening: list[Cut]) -> int:
    if not opening:
        return 0
    return opening[-1].start if opening[-1].part is Part.BODY else len(message.text)


def _woven(quoted: list[Cut], own: list[Cut]) -> list[Cut]:
    """Join both lists; where quoted mail ends, the part that it broke into goes on."""
    cuts = {cut.start: cut for cut in quoted if cut.part is Part.HISTORY}
    cuts |= {cut.start: cut for cut in own}
    for resumed in quoted:
        if resumed.part is not Part.HISTORY:
            cuts[resumed.start] = Cut(resumed.start, _part_at(resumed.start, own))
    return sorted(cuts.values())


def _stretches(message: Message, given: list[Region]) -> Iterator[Region]:
    """Give the regions of the format, with all that lies between them taken as body."""
    at = 0
    for region in given:
        if region.span.start > at:
            yield Region(Part.BODY, Span(at, region.span.start))
        yield region
        at = region.span.end
    if at < len(message.text):
        yield Region(Part.BODY, Span(at, len(message.text)))


def _regions(text: str, stretches: Iterator[Region], cuts: list[Cut]) -> Iterator[Region]:
    at = 0
    part = Part.BODY
    for stretch in stretches:
        if stretch.what is not Part.BODY:
            yield stretch
            continue
        begins = [(stretch.span.start, part)]
        while at < len(cuts) and cuts[at].start < stretch.span.end:
            part = cuts[at].part
            # Space before the first words of a stretch goes with them.
            if text[stretch.span.start : cuts[at].start].strip():
                if part is not begins[-1][1]:
                    begins.append((cuts[at].start, part))
            else:
                begins = [(stretch.span.start, part)]
            at += 1
        ends = [start for start, _ in begins[1:]] + [stretch.span.end]
        for (start, what), end in zip(begins, ends, strict=True):
            yield Region(what, Span(start, end))


def _split(text: str, blocks: tuple[Span, ...], regions: tuple[Region, ...]) -> Iterator[Span]:
    """Cut blocks where a region begins, so that no block lies in two."""
    starts = [region.span.start for region in regions]
    at = 0
    for block in blocks:
        start = block.start
        while at < len(starts) and starts[at] <= start:
            at += 1
        while at < len(starts) and starts[at] < block.end:
            yield from _trimmed(text, start, starts[at])
            start = starts[at]
            at += 1
        if start == block.start:
            yield block
        else:
            yield from _trimmed(text, start, block.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    length = len(words.strip())
    if length:
        yield Span(start + left, start + left + length)
