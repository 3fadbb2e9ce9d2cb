"""What was found in the worlds of one template, told as if it were one message.

A finding that stands in some worlds only names the arm that makes the difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tonecheck.acts import Reading
from tonecheck.checks import Cited
from tonecheck.engine.findings import Objection, Scribe, masked, overlapping
from tonecheck.finding import Finding, NotRead
from tonecheck.message import Arm, Branches, Message, What
from tonecheck.text import Source, Span

_MOST_NAMED = 3  # arms
_LONGEST_TAG = 60


def worlds(message: Message, branches: Branches) -> list[Message]:
    """Give each world as a message of which all is known that is known of the whole."""
    return [_world(message, world.message) for world in branches.worlds]


def _world(whole: Message, left: Message) -> Message:
    return replace(
        whole,
        text=left.text,
        origin=left.origin,
        regions=left.regions,
        blocks=left.blocks,
        marks=left.marks,
        branches=None,
    )


@dataclass(slots=True)
class _Standing:
    """An objection, as the first world has it, and all worlds in which it stands."""

    objection: Objection
    first: int
    place: Span  # in the whole message's text
    worlds: set[int]

    @property
    def order(self) -> tuple[int, int, str]:
        return self.place.start, self.place.end, self.objection.rule.name


def findings(
    message: Message,
    branches: Branches,
    found: Sequence[tuple[Reading, Sequence[Objection]]],
    *,
    snippets: bool,
) -> Iterator[Finding]:
    """Write down what was found in each world; what stands in all of them has no branch."""
    secrets = [message.place(mark.span) for mark in message.marked(What.SECRET)]
    seen: Counter[str] = Counter()
    scribes = [
        Scribe(reading, snippets=snippets, seen=seen, secrets=secrets) for reading, _ in found
    ]
    text = Source("", message.text)
    names = _Names(message, branches, snippets=snippets)
    for standing in sorted(_merged(branches, found), key=lambda one: one.order):
        finding = scribes[standing.first].write(standing.objection)
        every = len(standing.worlds) == len(branches.worlds)
        yield replace(
            finding,
            message_span=standing.place,
            message_start=text.position(standing.place.start),
            branch=None if every else names.of(standing.worlds, standing.place),
        )


def _merged(
    branches: Branches, found: Sequence[tuple[Reading, Sequence[Objection]]]
) -> list[_Standing]:
    known: dict[object, _Standing] = {}
    for number, (_, objections) in enumerate(found):
        for objection in objections:
            place = branches.worlds[number].origin.hull(objection.found.span)
            standing = known.setdefault(
                _key(objection, place), _Standing(objection, number, place, set())
            )
            standing.worlds.add(number)
    return list(known.values())


def _key(objection: Objection, place: Span) -> object:
    """Tell objections apart: by place, or by what they cite where the place says nothing."""
    rule, found = objection.rule.name, objection.found
    if found.absent or found.overall:
        cited = (value for value in found.fields.values() if isinstance(value, Cited))
        return rule, tuple(one.words for one in cited)
    return rule, place


class _Names:
    """Names for sets of worlds, after the arms that they show."""

    def __init__(self, message: Message, branches: Branches, *, snippets: bool) -> None:
        self._message = message
        self._arms = branches.arms
        self._worlds = [world.arms for world in branches.worlds]
        self._snippets = snippets
        self._showing: list[set[int]] = [set() for _ in branches.arms]
        for number, arms in enumerate(self._worlds):
            for arm in arms:
                self._showing[arm].add(number)

    def of(self, worlds: set[int], place: Span) -> str:
        """Name the arm that is shown in just these worlds, or the arms that together tell them."""
        alike = [arm for arm, showing in enumerate(self._showing) if showing == worlds]
        around = [arm for arm in alike if self._arms[arm].shows.contains(place)]
        if alike:
            return self._name((around or alike[:1])[-1])
        first = self._worlds[0]
        if 0 in worlds:
            others = (arms for number, arms in enumerate(self._worlds) if number not in worlds)
            return self._names([min(first - arms) for arms in others], " and ")
        telling = (self._worlds[number] - first for number in sorted(worlds))
        return self._names(
            [min(arms, key=lambda arm: len(self._showing[arm])) for arms in telling], " or "
        )

    def _names(self, arms: list[int], joint: str) -> str:
        several = list(dict.fromkeys(arms))
        rest = ["…"] if len(several) > _MOST_NAMED else []
        return joint.join([*map(self._name, several[:_MOST_NAMED]), *rest])

    def _name(self, number: int) -> str:
        return named(self._message, self._arms[number], snippets=self._snippets)


def named(message: Message, arm: Arm, *, snippets: bool = True) -> str:
    """Name an arm by its tag and the line that this stands in; without snippets by the line."""
    line = f"line {message.position(arm.tag.start).line}"
    tag = "" if arm.written else "without "
    if not snippets:
        return f"{tag}{line}"
    tag += _tag(message, arm.tag)
    if arm.opening is not None:
        tag += f" of {_tag(message, arm.opening)}"
    return f"{tag}, {line}"


def _tag(message: Message, tag: Span) -> str:
    words = message.words(tag)
    for secret in overlapping([mark.span for mark in message.marked(What.SECRET)], tag):
        start, end = max(secret.start, tag.start), min(secret.end, tag.end)
        words = masked(words, start - tag.start, end - tag.start)
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST_TAG else words[: _LONGEST_TAG - 1] + "…"


def not_read(
    message: Message, branches: Branches, found: Sequence[Sequence[NotRead]]
) -> Iterator[NotRead]:
    """Join what was not read in the worlds, and add the arms that no world shows.

    Only a template that is empty in all worlds is empty.
    """
    entries = {entry for one in found for entry in one}
    empty = {entry for entry in entries if entry.line is None}
    yield from sorted(entry for entry in empty if all(entry in one for one in found))
    shown = frozenset[int]().union(*(world.arms for world in branches.worlds))
    for number, arm in enumerate(branches.arms):
        if number not in shown:
            entries.add(_unread(message, Span(arm.tag.start, max(arm.tag.end, arm.shows.end))))
    lines = [(e.what, e.line, e.end_line) for e in entries if e.line and e.end_line]
    for what, group in groupby(sorted(lines), key=lambda entry: entry[0]):
        start = end = 0
        for _, first, last in group:
            if first > end + 1:
                if start:
                    yield NotRead(message.source.name, message.id, what, start, end)
                start = first
            end = max(end, last)
        yield NotRead(message.source.name, message.id, what, start, end)


def _unread(message: Message, span: Span) -> NotRead:
    place = message.place(span)
    first, last = (message.source.position(offset).line for offset in (place.start, place.end))
    return NotRead(message.source.name, message.id, "branches", first, last)
