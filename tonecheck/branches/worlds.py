"""The worlds of a template: which arms each shows, and the message that is left."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, pairwise

from tonecheck.branches.conditions import Facts
from tonecheck.branches.tree import Branch, Way, branches
from tonecheck.message import Arm, Branches, Mark, Message, Region, What, World
from tonecheck.text import Origin, Span

_MOST = 64
_MOST_TEXT = 4_000_000  # characters of all worlds together: of a huge template fewer are read


def split(message: Message, told: Iterable[Mark]) -> Branches | None:
    """Give the worlds of a message whose tags are marked; None where nothing branches.

    They keep the tags, the placeholders and what a format `told`, but have no regions of anatomy
    and no other marks yet.
    """
    found = branches(message)
    if not found:
        return None
    ways = [way for branch in found for way in branch.ways]
    arms = tuple(map(_arm, ways))
    numbers = {id(way): number for number, way in enumerate(ways)}
    tags = message.marked(What.CONTROL_TAG, What.PLACEHOLDER)
    bare = replace(message, marks=tuple(dict.fromkeys([*told, *tags])))
    most = min(_MOST, max(_MOST_TEXT // len(message.text), 2))
    worlds = [
        _world(bare, found, {numbers[id(way)] for way in shown}, numbers)
        for shown in _showing(found, ways, most)
    ]
    return Branches(arms, tuple(worlds))


def _arm(way: Way) -> Arm:
    otherwise = way.written and way.test is None
    opening = way.branch.tag if otherwise else None
    return Arm(way.tag, Span(way.start, way.end), way.written, opening)


def _showing(found: list[Branch], ways: list[Way], most: int) -> Iterator[set[Way]]:
    """Give the ways that each world shows: first those that come first, then each other one."""
    shown = _chosen(found, None)
    yield shown
    seen = set(shown)
    # What says something goes first, should there be too many.
    for way in sorted(ways, key=lambda way: way.start == way.end):
        if most == 1:
            return
        if way not in seen:
            shown = _chosen(found, way)
            yield shown
            seen |= shown
            most -= 1


def _chosen(found: list[Branch], target: Way | None) -> set[Way]:
    """Give the ways that are shown together with a target: equal conditions, equal answers."""
    facts = Facts()
    forced: dict[int, Way] = {}
    path = []
    while target is not None:
        path.append(target)
        target = target.branch.within
    for way in reversed(path):
        forced[id(way.branch)] = way
        _assume(facts, way)
    shown: set[Way] = set()
    for branch in found:
        if branch.within is None or branch.within in shown:
            way = forced.get(id(branch)) or _first(branch, facts)
            _assume(facts, way)
            shown.add(way)
    return shown


def _first(branch: Branch, facts: Facts) -> Way:
    """Give the first way that nothing known speaks against, the last if there is none."""
    open_ = (way for way in branch.ways if way.test is None or facts.answer(way.test) is not False)
    return next(open_, branch.ways[-1])


def _assume(facts: Facts, taken: Way) -> None:
    for way in taken.branch.ways:
        if way.test is not None:
            facts.assume(way.test, passes=way is taken)
        if way is taken:
            return


def _world(
    message: Message, found: list[Branch], shown: set[int], numbers: dict[int, int]
) -> World:
    hidden = [
        Span(way.start, way.end)
        for branch in found
        if branch.within is None or numbers[id(branch.within)] in shown
        for way in branch.ways
        if numbers[id(way)] not in shown and way.start < way.end
    ]
    cut = _Cut(message, sorted(hidden))
    return World(cut.message(), cut.origin, frozenset(shown))


class _Cut:
    """A message without some ranges of its text, which ascend and lie apart."""

    def __init__(self, message: Message, hidden: list[Span]) -> None:
        self._whole = message
        self._starts = [span.start for span in hidden]
        self._ends = [span.end for span in hidden]
        self._gone = [0, *accumulate(len(span) for span in hidden)]
        edges = [0, *(edge for span in hidden for edge in (span.start, span.end))]
        edges.append(len(message.text))
        kept = [Span(start, end) for start, end in pairwise(edges)][::2]
        self.text, self.origin = Origin.build((span, span.of(message.text), None) for span in kept)

    def message(self) -> Message:
        """Give the message that is left."""
        whole = self._whole
        return replace(
            whole,
            text=self.text,
            origin=self.origin.then(whole.origin),
            regions=tuple(self._regions()),
            blocks=tuple(self._blocks()),
            marks=tuple(self._marks()),
        )

    def _left(self, offset: int) -> int:
        """Give where an offset lies now; one in a hidden range lies where that was."""
        at = bisect_right(self._starts, offset)
        if at and offset < self._ends[at - 1]:
            return self._starts[at - 1] - self._gone[at - 1]
        return offset - self._gone[at]

    def _moved(self, span: Span) -> Span:
        return Span(self._left(span.start), self._left(span.end))

    def _regions(self) -> Iterator[Region]:
        for region in self._whole.regions:
            span = self._moved(region.span)
            if len(span):
                yield Region(region.what, span)

    def _blocks(self) -> Iterator[Span]:
        """Give the blocks, of which two are one where all that parted them is hidden."""
        last: Span | None = None
        before = 0
        for block in self._whole.blocks:
            span = self._trimmed(self._moved(block))
            if not len(span):
                continue
            if last is not None and span.start == last.end and self._cuts(before, block.start):
                last = Span(last.start, span.end)
            else:
                if last is not None:
                    yield last
                last = span
            before = block.end
        if last is not None:
            yield last

    def _trimmed(self, span: Span) -> Span:
        words = span.of(self.text)
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, max(span.start + len(words.rstrip()), start))

    def _cuts(self, start: int, end: int) -> bool:
        """Tell whether something is hidden between two offsets."""
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] <= end

    def _marks(self) -> Iterator[Mark]:
        for mark in self._whole.marks:
            span = self._moved(mark.span)
            if len(span):
                yield mark._replace(span=span)
