"""Rules applied to readings."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.engine.demand import settle
from tonecheck.engine.findings import Objection, Scribe
from tonecheck.engine.readings import Readings
from tonecheck.engine.ruleset import Job
from tonecheck.finding import Failure, Finding, NotRead, Report, Severity, Skipped
from tonecheck.library import Library
from tonecheck.message import Channel, Message, Part, Region
from tonecheck.rule import Rule
from tonecheck.text import Span

_UNREAD = {Part.HISTORY: "history", Part.CODE: "code", Part.DISCLAIMER: "disclaimer"}


class Engine:
    """A library ready to judge any number of messages.

    Findings depend on each message and its rules alone: not on the other messages, not on what
    was judged before.
    """

    def __init__(self, library: Library, *, snippets: bool = True, eager: bool = False) -> None:
        self.library = library
        self._snippets = snippets
        self._eager = eager

    def judge(self, jobs: Sequence[Job]) -> Report:
        """Judge messages whose kind and channel are decided; findings come in their order."""
        readings = Readings(self.library.lexicon, self.library.shapes)
        cases = [case for job in jobs for case in _cases(job, readings)]
        tally = settle(
            (
                (reading, tuple(rule for rule, _ in rules))
                for case in cases
                for reading, rules in case.read
            ),
            self.library.lexicon,
            eager=self._eager,
        )
        findings: list[Finding] = []
        skipped: Counter[tuple[str, str]] = Counter()
        not_read: list[NotRead] = []
        errors: list[Failure] = []
        for case in cases:
            findings += self._findings(case)
            if case.beside is not None:
                continue
            skipped.update({told for one in case.read for told in _skipped(*one)})
            not_read += _not_read(case)
            for left in left_out(case.message):
                if isinstance(left, Failure):
                    errors.append(left)
                else:
                    not_read.append(left)
        return Report(
            findings=tuple(sorted(findings, key=lambda finding: finding.order)),
            skipped=tuple(Skipped(*key, number) for key, number in sorted(skipped.items())),
            not_read=tuple(not_read),
            errors=tuple(errors),
            messages=len(jobs),
            tally=tally._replace(sentences=readings.sentences, unique=len(readings.analyses)),
        )

    def read(self, message: Message) -> Reading:
        """Give a message's reading with every pattern settled, as `parse` shows it."""
        reading = Readings(self.library.lexicon, self.library.shapes).of(message)
        settle([(reading, ())], self.library.lexicon, eager=True)
        return reading

    def readings(self, message: Message) -> list[Reading]:
        """Give the readings of a message as `read` does: one, or one for each of its worlds."""
        found = _read(Readings(self.library.lexicon, self.library.shapes), message)
        settle([(reading, ()) for reading in found], self.library.lexicon, eager=True)
        return found

    def _findings(self, case: _Case) -> Iterator[Finding]:
        found = [(reading, _standing(reading, rules)) for reading, rules in case.read]
        if case.beside is not None:
            from tonecheck.engine.alternatives import beyond

            found = [
                (reading, list(beyond(case.beside, reading.message, standing)))
                for reading, standing in found
            ]
        if case.message.branches is not None:
            from tonecheck.engine import worlds

            message, branches = case.message, case.message.branches
            yield from worlds.findings(message, branches, found, snippets=self._snippets)
            return
        for reading, objections in found:
            scribe = Scribe(reading, snippets=self._snippets)
            for objection in objections:
                yield scribe.write(objection)


_Rules = Sequence[tuple[Rule, Severity]]


class _Case(NamedTuple):
    """A message and its readings, one or one for each world, with the rules that judge each.

    One that says again what another says stands beside that.
    """

    message: Message
    read: list[tuple[Reading, _Rules]]
    beside: Message | None = None


def _cases(job: Job, readings: Readings) -> Iterator[_Case]:
    yield _case(job, readings)
    if job.message.alternative is not None:
        from tonecheck.engine.alternatives import decided

        other = decided(job.message.alternative, job.message)
        yield _case(job._replace(message=other), readings)._replace(beside=job.message)


def _case(job: Job, readings: Readings) -> _Case:
    read = [(reading, _rules(reading, job)) for reading in _read(readings, job.message)]
    return _Case(job.message, read)


def _read(readings: Readings, message: Message) -> list[Reading]:
    if message.branches is None:
        return [readings.of(message)]
    from tonecheck.engine.worlds import worlds

    return [readings.of(world) for world in worlds(message, message.branches)]


def _standing(reading: Reading, rules: _Rules) -> list[Objection]:
    """Give what the rules object to, in order."""
    objections = [
        objection
        for rule, severity in rules
        if rule.when is None or rule.when.holds(reading)
        for objection in _objections(reading, rule, severity)
    ]
    return sorted(_surviving(objections), key=_order)


def _rules(reading: Reading, job: Job) -> _Rules:
    """Give the rules that judge a message; of one that is not English few do."""
    rules = job.ruleset.on(_channel(job.message))
    if reading.foreign is None:
        return rules
    return [(rule, severity) for rule, severity in rules if rule.language == "any"]


def _channel(message: Message) -> Channel:
    return message.channel or Channel.EMAIL


def _order(objection: Objection) -> tuple[int, int, str]:
    return (objection.found.span.start, objection.found.span.end, objection.rule.name)


def _objections(reading: Reading, rule: Rule, severity: Severity) -> Iterator[Objection]:
    for found in rule.check.find(reading, rule.name, _channel(reading.message)):
        region = _region(reading.message, found.span)
        if found.absent or region.what in rule.in_:
            sentence = _sentence(reading, found.span)
            yield Objection(rule, severity, found, region.what, sentence)


def _region(message: Message, span: Span) -> Region:
    at = bisect_right(message.regions, span.start, key=lambda region: region.span.start)
    return message.regions[at - 1]


def _sentence(reading: Reading, span: Span) -> int | None:
    """Give the number of the sentence that a span begins in or, before any, leads to."""
    at = bisect_right(reading.sentences, span.start, key=lambda sentence: sentence.span.start) - 1
    for number in (at, at + 1):
        if 0 <= number < len(reading.sentences) and reading.sentences[number].span.overlaps(span):
            return number
    return None


def _surviving(objections: list[Objection]) -> Iterator[Objection]:
    """Leave out what a more specific rule says of the same words, or any of the sentence."""
    stronger: dict[tuple[str, int | None], list[Span]] = {}
    for objection in objections:
        for name in objection.rule.supersedes:
            stronger.setdefault((name, objection.sentence), []).append(objection.found.span)
    surviving = [
        objection
        for objection in objections
        if not any(
            span.overlaps(objection.found.span)
            for span in stronger.get((objection.rule.name, objection.sentence), ())
        )
    ]
    said = {o.sentence for o in surviving if not (o.rule.yields or o.found.absent)}
    return (o for o in surviving if not (o.rule.yields and o.sentence in said))


def _skipped(reading: Reading, rules: _Rules) -> Iterator[tuple[str, str]]:
    for rule, _ in rules:
        reason = rule.unknown(reading)
        if reason is not None:
            yield rule.name, reason


def _not_read(case: _Case) -> Iterator[NotRead]:
    found = [list(_unjudged(reading)) for reading, _ in case.read]
    if case.message.branches is not None:
        from tonecheck.engine import worlds

        return worlds.not_read(case.message, case.message.branches, found)
    return chain.from_iterable(found)


def _unjudged(reading: Reading) -> Iterator[NotRead]:
    message = reading.message
    name = message.source.name
    if reading.edge("start") is None and not any(left.error for left in message.unread):
        yield NotRead(name, message.id, "empty")
    if reading.foreign is not None:
        whole = Span(0, len(message.text))
        yield _left(message, f"language ({reading.foreign})", whole)
    for region in message.regions:
        what = _UNREAD.get(region.what)
        if what is not None and message.words(region.span).strip():
            yield _left(message, what, region.span)


def _left(message: Message, what: str, span: Span) -> NotRead:
    """Tell of the lines from the first word of a span to its last."""
    words = message.words(span)
    start = span.start + len(words) - len(words.lstrip())
    lines = _lines(message, message.place(Span(start, span.start + len(words.rstrip()))))
    return NotRead(message.source.name, message.id, what, *lines)


def _lines(message: Message, place: Span) -> tuple[int, int]:
    """Give the first and the last line of a range of the file."""
    return message.source.position(place.start).line, message.source.position(place.end).line


def left_out(message: Message) -> Iterator[NotRead | Failure]:
    """Give what a reader left out of a message, and what it could not read of it."""
    name = message.source.name
    for left in message.unread:
        words = left.span.of(message.source.text)
        first, last = _lines(message, Span(left.span.start, left.span.start + len(words.rstrip())))
        if left.error:
            yield Failure(name, f"{name}:{first}: {left.error}", first)
        else:
            yield NotRead(name, message.id, left.what, first, last)
