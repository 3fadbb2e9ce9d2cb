"""The branches of a message, from the turns that its tags take.

Tags that do not match steer nothing: what they enclose is shown. So a template that is broken
somewhere keeps its other branches.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from tonecheck.branches.conditions import Question, asked
from tonecheck.branches.dialects import turns
from tonecheck.branches.turns import Kind, Step, Turn
from tonecheck.message import Message, What
from tonecheck.text import Span

_INK = re.compile(r"\S+")
_PROGRAM = "<%"  # where a variable may begin a block


@dataclass(slots=True, eq=False)
class Way:
    """One way through a branch: the tag that it begins with, and what shows there."""

    branch: Branch
    tag: Span
    test: Question | None
    start: int
    end: int
    written: bool = True


@dataclass(slots=True, eq=False)
class Branch:
    """From a tag that opens to the one that closes; `within` is the way it lies in, if any."""

    tag: Span
    language: str
    opened: Turn
    within: Way | None
    ways: list[Way] = field(default_factory=list)
    chosen: bool = False  # between ways of which at least one says something
    closed: bool = False

    @property
    def kind(self) -> Kind:
        """Tell what the tags enclose."""
        return self.opened.kinds[0]


def branches(message: Message) -> list[Branch]:
    """Give the branches of a message whose tags are marked, in the order in which they begin."""
    found: list[Branch] = []
    open_ = _Open()
    at = 0
    for tag in message.marked(What.CONTROL_TAG, What.PLACEHOLDER):
        if tag.span.start < at:  # it is only told inside another
            continue
        at = tag.span.end
        words = message.words(tag.span)
        if tag.what is What.PLACEHOLDER and not words.startswith(_PROGRAM):
            continue
        language, taken = turns(words)
        for turn in taken:
            if turn.step is Step.OPEN:
                found.append(_opened(turn, tag.span, language, open_))
            else:
                _go_on(turn, tag.span, open_.back_to(language, turn))
    says = _Ink(message)
    for branch in found:
        branch.chosen = branch.closed and len(branch.ways) > 1 and any(map(says.any, branch.ways))
        while branch.within is not None and not branch.within.branch.chosen:
            branch.within = branch.within.branch.within
    return [branch for branch in found if branch.chosen]


class _Open:
    """What was opened and is not closed yet, the innermost last."""

    def __init__(self) -> None:
        self._stack: list[Branch] = []
        self._count: Counter[tuple[str, str | Kind]] = Counter()

    def within(self) -> Way | None:
        """Give the way that the next tag lies in."""
        if not self._stack:
            return None
        last = self._stack[-1]
        return last.ways[-1] if last.ways else last.within

    def push(self, branch: Branch) -> None:
        """Take note of a branch that begins."""
        self._stack.append(branch)
        self._count.update(_names(branch))

    def back_to(self, language: str, turn: Turn) -> Branch | None:
        """Give what a turn belongs to, and forget what was opened in it or, at a close, all of it.

        What belongs to nothing open is found by count, so that no stray tag searches the stack.
        """
        wanted = {(language, name) for name in _names_for(turn)}
        if not any(self._count[name] for name in wanted):
            return None
        while wanted.isdisjoint(_names(self._stack[-1])):
            self._count.subtract(_names(self._stack.pop()))
        branch = self._stack[-1]
        if turn.step is Step.CLOSE:
            self._count.subtract(_names(self._stack.pop()))
        return branch


def _names(branch: Branch) -> set[tuple[str, str | Kind]]:
    return {(branch.language, name) for name in ("", branch.opened.name, branch.kind)}


def _names_for(turn: Turn) -> tuple[str | Kind, ...]:
    return turn.kinds if turn.step is Step.ARM else (turn.name,)


def _opened(turn: Turn, tag: Span, language: str, open_: _Open) -> Branch:
    branch = Branch(tag, language, turn, open_.within())
    open_.push(branch)
    if branch.kind is not Kind.CASE:
        _begin(branch, tag, _test(branch, turn))
    return branch


def _go_on(turn: Turn, tag: Span, branch: Branch | None) -> None:
    if branch is None:
        return
    for way in branch.ways[-1:]:
        way.end = tag.start
    if turn.step is Step.ARM:
        _begin(branch, tag, _test(branch, turn))
        return
    branch.closed = True
    if branch.kind in (Kind.IF, Kind.CASE) and all(way.test is not None for way in branch.ways):
        left_out = Way(branch, branch.tag, None, tag.start, tag.start, written=False)
        branch.ways.append(left_out)


def _begin(branch: Branch, tag: Span, test: Question | None) -> None:
    branch.ways.append(Way(branch, tag, test, tag.end, tag.end))


def _test(branch: Branch, turn: Turn) -> Question | None:
    """Give what an arm asks; the body of a loop asks for something to go through."""
    if turn.step is Step.OPEN and branch.kind in (Kind.LOOP, Kind.PLURAL):
        return Question(f"{branch.tag.start}")
    if turn.asks is None:
        return None
    if branch.kind is Kind.CASE and branch.opened.asks:
        subject, value = (asked(words) for words in (branch.opened.asks, turn.asks))
        return Question(subject.subject, value.subject)
    return asked(turn.asks, negated=turn.negated)


class _Ink:
    """Where a message shows something, apart from control tags."""

    def __init__(self, message: Message) -> None:
        self._starts: list[int] = []
        at = 0
        for tag in message.marked(What.CONTROL_TAG):
            self._note(message.text, at, tag.span.start)
            at = tag.span.end
        self._note(message.text, at, len(message.text))

    def _note(self, text: str, start: int, end: int) -> None:
        self._starts += (found.start() for found in _INK.finditer(text, start, end))

    def any(self, way: Way) -> bool:
        """Tell whether a way says something."""
        at = bisect_left(self._starts, way.start)
        return at < len(self._starts) and self._starts[at] < way.end
