"""Learn which words of customers, taken together, tell that we let them down, and measure it.

    cd tests; python -m bench.letdown [--write]

A logistic regression over words and pairs of neighbours is learned from messages of our own,
tests/bench/sentences/customers: `let-down`, and all `other` ones. Its heaviest weights, in
hundredths, are rules/weights/let-down.yaml, which `--write` writes: a message that weighs 0 is as
likely one of the first as of the others. Printed is which share of each weighs as much as some
bounds, by scales that were learned without a tenth and then weighed it.
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tonecheck.acts import WRITTEN
from tonecheck.engine import prepare
from tonecheck.formats import Format, read
from tonecheck.language import sentences
from tonecheck.library import bundled
from tonecheck.patterns import Scale
from tonecheck.text import Source

from .scale import Message, fitted, lines
from .tone import FOLDER, Share, entries

NAME = "let-down"
FOLDS = 10
_HEAD = """\
# Learned by tests/bench/letdown.py; changed there, not here.
summary: Words and pairs of neighbours by which customers tell that we let them down
source: {let_down:,} customers’ messages of such a let-down, {other:,} others; tests/bench/sentences
weights: |
"""


class Labelled(NamedTuple):
    """Messages of customers whom we let down, and all others."""

    let_down: Sequence[Message]
    other: Sequence[Message]


def material() -> Labelled:
    """Give the messages that the scale is learned from."""
    let_down: list[Message] = []
    other: list[Message] = []
    for name, messages in ((NAME, let_down), ("other", other)):
        path = FOLDER / "customers" / f"{name}.yaml"
        messages.extend(map(folded, entries(path)))
    return Labelled(let_down, other)


def folded(text: str) -> Message:
    """Give the folded sentences of a message without its signature."""
    (message,) = read(Source("message", f"{text}\n"), Format.PLAIN)
    found = sentences(prepare(message))
    return tuple(sentence.folded for sentence in found if sentence.region in WRITTEN)


def learn(given: Labelled) -> Scale:
    """Give a scale on which a message weighs 0 that as likely tells of a let-down as not."""
    return fitted(given.let_down, given.other)


def shares(given: Labelled, bounds: Iterable[int]) -> Iterator[tuple[int, Share, Share]]:
    """Give, for each bound, which share of either sort weighs as much, unlearned."""
    weights: tuple[list[int], list[int]] = ([], [])
    for fold in range(FOLDS):
        kept = [_parted(messages, fold) for messages in given]
        scale = fitted(kept[0][0], kept[1][0])
        for totals, (_, left_out) in zip(weights, kept, strict=True):
            totals.extend(scale.weigh(*message) for message in left_out)
    for least in bounds:
        let_down, other = (
            Share(sum(t >= least for t in totals), len(totals)) for totals in weights
        )
        yield least, let_down, other


def _parted(messages: Sequence[Message], fold: int) -> tuple[list[Message], list[Message]]:
    """Part a tenth that stands together, for its neighbours resemble one another, from the rest."""
    start, end = (len(messages) * number // FOLDS for number in (fold, fold + 1))
    return [*messages[:start], *messages[end:]], [*messages[start:end]]


def written(scale: Scale, given: Labelled) -> str:
    """Give the file that holds a scale."""
    return _HEAD.format(let_down=len(given.let_down), other=len(given.other)) + lines(scale)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    given = material()
    print(f"{'at least':>10}{NAME:>18}{'other':>18}")
    for least, let_down, other in shares(given, range(0, 501, 50)):
        print(f"{least:10}{let_down!s:>18}{other!s:>18}")
    if parser.parse_args().write:
        path = bundled() / "weights" / f"{NAME}.yaml"
        path.write_text(written(learn(given), given), encoding="utf-8")


if __name__ == "__main__":
    main()
