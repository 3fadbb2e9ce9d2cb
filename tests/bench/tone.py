"""How much of what hurts is named, and how much of what does not.

    python tests/bench/tone.py [--slips CATEGORY]

The sentences stand in tests/bench/sentences: triples of a hurtful sentence (« » around what hurts),
the kind version of it and an innocent look-alike, in two halves, and sentences of ordinary
courteous replies. A hurtful sentence is named when a finding touches what hurts; any other is
flagged when it has a warning or an error on its words, and hinted at when all that is said of its
words is an info. Rules are improved from the half `tune` alone: `--slips` prints that half's
misses and false alarms, and nothing prints those of the half `held`. The folders `learn` and
`ordinary` belong to scale.py beside this, `customers` to customers.py, `replies` to light.py.
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tonecheck.engine import Engine, Job, prepare
from tonecheck.finding import Finding, Severity
from tonecheck.formats import Format, read
from tonecheck.library import load
from tonecheck.message import Channel, Context
from tonecheck.selection import ruleset
from tonecheck.settings import Choices
from tonecheck.text import Source, Span

FOLDER = Path(__file__).with_name("sentences")
HALVES = ("tune", "held")
SORTS = ("hurtful", "kind", "innocent")


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence or two of a reply; `hurts` is the stretch that does, None where nothing does."""

    text: str
    sort: str  # hurtful | kind | innocent | courteous
    split: str  # tune | held | courteous
    category: str = ""
    hurts: Span | None = None
    channel: Channel = Channel.EMAIL


@dataclass(frozen=True, slots=True)
class Share:
    """How many samples of a group are objected to, of how many."""

    found: int
    of: int

    def __str__(self) -> str:
        return f"{self.found:4}/{self.of:<4} {self.found / max(self.of, 1):6.1%}"


class Judged(NamedTuple):
    """A sample, whether it is named or flagged, and whether it is only hinted at."""

    sample: Sample
    objected: bool
    hinted: bool


def samples() -> Iterator[Sample]:
    """Read the samples that rules are measured by, in the order of their files."""
    for half in HALVES:
        yield from triples(half)
    yield from ordinary("courteous")


def triples(folder: str) -> Iterator[Sample]:
    """Read the triples of a folder, each as three samples."""
    for path in sorted((FOLDER / folder).glob("*.yaml")):
        for entry in entries(path):
            for sort in SORTS:
                yield _sample(entry[sort], sort, folder, entry["category"])


def ordinary(folder: str) -> Iterator[Sample]:
    """Read the courteous sentences of a folder; whole replies are written by e-mail."""
    for path in sorted((FOLDER / folder).glob("*.yaml")):
        channel = Channel.EMAIL if path.stem.startswith("replies") else Channel.SOCIAL
        for text in entries(path):
            yield Sample(text, "courteous", folder, channel=channel)


def entries(path: Path) -> list[Any]:
    """Read what a file of sentences lists."""
    entries: list[Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return entries


def _sample(text: str, sort: str, split: str, category: str) -> Sample:
    if sort != "hurtful":
        return Sample(text, sort, split, category)
    start, end = (text.index(mark) for mark in "«»")
    plain = text.replace("«", "").replace("»", "")
    return Sample(plain, sort, split, category, Span(start, end - 1))


def judge(engine: Engine, given: Iterable[Sample]) -> list[Judged]:
    """Judge each sample by the default rules, as a later reply of which nothing else is known."""
    known = list(given)
    chosen = ruleset(engine.library, Choices(), "bench")
    worst: list[Severity | None] = [None] * len(known)
    jobs = []
    for number, sample in enumerate(known):
        (message,) = read(Source("sample", f"{sample.text}\n"), Format.PLAIN)
        context = Context(first_reply=False)
        message = replace(prepare(message), id=str(number), channel=sample.channel, context=context)
        jobs.append(Job(message, chosen))
    for finding in engine.judge(jobs).findings:
        number = int(finding.message_id or 0)
        if _touches(finding, known[number]) and worst[number] in {None, Severity.INFO}:
            worst[number] = finding.severity
    return [_judged(sample, severity) for sample, severity in zip(known, worst, strict=True)]


def _touches(finding: Finding, sample: Sample) -> bool:
    if finding.words is None:
        return False  # what a sentence lacks of a whole message
    return sample.hurts is None or finding.message_span.overlaps(sample.hurts)


def _judged(sample: Sample, worst: Severity | None) -> Judged:
    if sample.hurts is not None:
        return Judged(sample, objected=worst is not None, hinted=False)
    hinted = worst is Severity.INFO
    return Judged(sample, objected=worst is not None and not hinted, hinted=hinted)


def share(judged: Iterable[Judged], *, hinted: bool = False, **of: str) -> Share:
    """Count those samples that have the given sort, split or category."""
    told = [
        each.hinted if hinted else each.objected
        for each in judged
        if all(getattr(each.sample, name) == value for name, value in of.items())
    ]
    return Share(sum(told), len(told))


def table(judged: list[Judged]) -> Iterator[str]:
    """Give the lines of the table: by sort and half, then by category."""
    yield f"{'':18}" + "".join(f"{half:>18}" for half in HALVES)
    for sort in SORTS:
        columns = (share(judged, sort=sort, split=half) for half in HALVES)
        yield f"{sort:18}" + "".join(f"{column!s:>18}" for column in columns)
    for sort in SORTS[1:]:
        columns = (share(judged, hinted=True, sort=sort, split=half) for half in HALVES)
        yield f"{sort + ', hinted at':18}" + "".join(f"{column!s:>18}" for column in columns)
    for hinted, title in ((False, "courteous"), (True, "  hinted at")):
        yield f"{title:18}{share(judged, hinted=hinted, sort='courteous')!s:>18}"
    for category in sorted({each.sample.category for each in judged} - {""}):
        columns = (share(judged, sort="hurtful", split=half, category=category) for half in HALVES)
        yield f"  {category:16}" + "".join(f"{column!s:>18}" for column in columns)


def slips(category: str, judged: Iterable[Judged]) -> Iterator[str]:
    """Give what is missed, and what is flagged wrongly, in the half that may be read."""
    for sample, objected, _ in judged:
        if sample.split == "tune" and sample.category == category:
            if objected and sample.hurts is None:
                yield f"false alarm: {sample.text!r}"
            if not objected and sample.hurts is not None:
                yield f"missed:      {sample.text!r}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--slips", metavar="CATEGORY")
    category = parser.parse_args().slips
    judged = judge(Engine(load()), samples())
    print("\n".join(table(judged) if category is None else slips(category, judged)))


if __name__ == "__main__":
    main()
