"""Learn what customers tell in all of their words, taken together, and measure it.

    cd tests; python -m bench.customers [--write]

A scale is a logistic regression over words and pairs of neighbours, learned from messages of our
own, tests/bench/sentences/customers: which customers we let down, and which are in grief, fright,
trouble or anger. Either has two files of its own; those of `labelled` are labelled for both. Its
heaviest weights, in hundredths, are a file of rules/weights, which `--write` writes: a message that
weighs 0 is as likely one of the first file as of the second. Printed is which share of each weighs
as much as some bounds, by scales that were learned without a tenth and then weighed it.
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import yaml

from tonecheck.acts import WRITTEN
from tonecheck.engine import prepare
from tonecheck.formats import Format, read
from tonecheck.language import sentences
from tonecheck.library import bundled
from tonecheck.patterns import Scale
from tonecheck.text import Source

from .scale import Message, fitted, lines
from .tone import FOLDER, Share, entries

FOLDS = 10
_PENALTY = 0.2
T = TypeVar("T")
_HEAD = """\
# Learned by tests/bench/customers.py; changed there, not here.
summary: Words and pairs of neighbours by which customers tell {told}
source: {wanted:,} customers’ messages of {matter}, {others:,} others; tests/bench/sentences
weights: |
"""


class Subject(NamedTuple):
    """What a scale looks for: its name and file, the file of other messages, and two phrases."""

    name: str
    others: str
    told: str
    matter: str


LET_DOWN = Subject("let-down", "other", "that we let them down", "such a let-down")
BURDENED = Subject("burdened", "unburdened", "of grief, fright, trouble or anger", "such a burden")
SUBJECTS = (LET_DOWN, BURDENED)


class Labelled(NamedTuple):
    """Messages of what a scale looks for, and all others."""

    wanted: Sequence[Message]
    others: Sequence[Message]


def material(subject: Subject) -> Labelled:
    """Give the messages that a scale is learned from."""
    folder = FOLDER / "customers"
    wanted, others = (
        list(map(folded, entries(folder / f"{name}.yaml")))
        for name in (subject.name, subject.others)
    )
    for label, texts in labelled(folder / "labelled.yaml").items():
        (wanted if label in {subject.name, "both"} else others).extend(map(folded, texts))
    return Labelled(wanted, others)


def labelled(path: Path) -> dict[str, list[str]]:
    """Read messages by what is told in them: one subject's name, `both` or `neither`."""
    found: dict[str, list[str]] = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    return found


def folded(text: str) -> Message:
    """Give the folded sentences of a message without its signature."""
    (message,) = read(Source("message", f"{text}\n"), Format.PLAIN)
    found = sentences(prepare(message))
    return tuple(sentence.folded for sentence in found if sentence.region in WRITTEN)


def learn(given: Labelled) -> Scale:
    """Give a scale on which a message weighs 0 that as likely is wanted as not."""
    return fitted(given.wanted, given.others, _PENALTY)


def shares(given: Labelled, bounds: Iterable[int]) -> Iterator[tuple[int, Share, Share]]:
    """Give, for each bound, which share of either sort weighs as much, unlearned."""
    weights: tuple[list[int], list[int]] = ([], [])
    for fold in range(FOLDS):
        (wanted, left), (others, other_left) = (parted(messages, fold) for messages in given)
        scale = learn(Labelled(wanted, others))
        for totals, left_out in zip(weights, (left, other_left), strict=True):
            totals.extend(scale.weigh(*message) for message in left_out)
    yield from reached(*weights, bounds)


def parted(given: Sequence[T], fold: int) -> tuple[list[T], list[T]]:
    """Part a tenth that stands together, for its neighbours resemble one another, from the rest."""
    start, end = (len(given) * number // FOLDS for number in (fold, fold + 1))
    return [*given[:start], *given[end:]], [*given[start:end]]


def reached(
    wanted: Sequence[int], others: Sequence[int], bounds: Iterable[int]
) -> Iterator[tuple[int, Share, Share]]:
    """Give, for each bound, how many weights of either sort are as high."""
    for least in bounds:
        at, beside = (
            Share(sum(weight >= least for weight in weights), len(weights))
            for weights in (wanted, others)
        )
        yield least, at, beside


def written(subject: Subject, scale: Scale, given: Labelled) -> str:
    """Give the file that holds a scale."""
    wanted, others = map(len, given)
    head = _HEAD.format(told=subject.told, matter=subject.matter, wanted=wanted, others=others)
    return head + lines(scale)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    is_written = parser.parse_args().write
    for subject in SUBJECTS:
        given = material(subject)
        print(f"{'at least':>10}{subject.name:>18}{subject.others:>18}")
        for least, wanted, others in shares(given, range(-100, 501, 50)):
            print(f"{least:10}{wanted!s:>18}{others!s:>18}")
        if is_written:
            path = bundled() / "weights" / f"{subject.name}.yaml"
            path.write_text(written(subject, learn(given), given), encoding="utf-8")


if __name__ == "__main__":
    main()
