"""Learn which sentences are too light for somebody in grief, fright, trouble or anger; measure it.

    cd tests; python -m bench.light [--write]

A logistic regression over words and pairs of neighbours is learned from replies of our own to such
customers, tests/bench/sentences/replies: sentences between « and » are too light, all others fit,
and so do those of the ordinary replies. Its heaviest weights, in hundredths, are
rules/weights/light.yaml, which `--write` writes: a sentence that weighs 0 is as likely too light as
not. Printed is which share of the replies that are too light, and of those that fit, has a sentence
that weighs as much as some bounds, by scales that were learned without a tenth and then weighed it.
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tonecheck.acts import WRITTEN
from tonecheck.engine import prepare
from tonecheck.formats import Format, read
from tonecheck.language import sentences, word_count
from tonecheck.library import bundled
from tonecheck.patterns import Scale
from tonecheck.text import Source, Span

from .customers import FOLDS, parted, reached
from .scale import fitted, lines, weighed
from .tone import FOLDER, Share, entries, ordinary

NAME = "light"
FEWEST_WORDS = 3  # as in the rule
_PENALTY = 0.5
_MARK = re.compile("[«»]")
_HEAD = """\
# Learned by tests/bench/light.py; changed there, not here.
summary: Words and pairs of neighbours of sentences too light for grief, fright, trouble or anger
source: {light:,} such sentences and {fitting:,} others of our own; tests/bench/sentences
weights: |
"""


class Reply(NamedTuple):
    """The folded sentences of a reply that are too light, and its others."""

    light: Sequence[str]
    fitting: Sequence[str]


def replies() -> list[Reply]:
    """Give the replies to such customers, first those that are too light."""
    folder = FOLDER / "replies"
    return [reply(text) for name in (NAME, "fitting") for text in entries(folder / f"{name}.yaml")]


def reply(text: str) -> Reply:
    """Part the sentences of a reply by whether they stand between « and »."""
    marks = [found.start() - number for number, found in enumerate(_MARK.finditer(text))]
    spans = [Span(*edges) for edges in zip(marks[::2], marks[1::2], strict=True)]
    (message,) = read(Source("reply", f"{_MARK.sub('', text)}\n"), Format.PLAIN)
    light: list[str] = []
    fitting: list[str] = []
    for sentence in sentences(prepare(message)):
        if sentence.region in WRITTEN:
            is_light = any(sentence.span.overlaps(span) for span in spans)
            (light if is_light else fitting).append(sentence.folded)
    return Reply(light, fitting)


def others() -> list[str]:
    """Give the sentences of ordinary replies."""
    return [sentence for sample in ordinary("ordinary") for sentence in weighed(sample)]


def learn(given: Sequence[Reply], other: Sequence[str]) -> Scale:
    """Give a scale on which a sentence weighs 0 that is as likely too light as not."""
    light = [(sentence,) for one in given for sentence in one.light]
    fitting = [(sentence,) for one in given for sentence in one.fitting]
    return fitted(light, [*fitting, *((sentence,) for sentence in other)], _PENALTY)


def heaviest(scale: Scale, one: Reply) -> int:
    """Give what the heaviest sentence of a reply weighs that is long enough to tell something."""
    said = (folded for folded in (*one.light, *one.fitting) if word_count(folded) >= FEWEST_WORDS)
    return max(map(scale.weigh, said), default=-1000)


def shares(
    given: Sequence[Reply], other: Sequence[str], bounds: Iterable[int]
) -> Iterator[tuple[int, Share, Share]]:
    """Give, for each bound, which share of either sort of replies weighs as much, unlearned."""
    sorts = [one for one in given if one.light], [one for one in given if not one.light]
    weights: tuple[list[int], list[int]] = ([], [])
    for fold in range(FOLDS):
        (light, light_left), (fitting, fitting_left) = (parted(sort, fold) for sort in sorts)
        scale = learn([*light, *fitting], other)
        for totals, left_out in zip(weights, (light_left, fitting_left), strict=True):
            totals.extend(heaviest(scale, one) for one in left_out)
    yield from reached(*weights, bounds)


def written(scale: Scale, given: Sequence[Reply], other: Sequence[str]) -> str:
    """Give the file that holds a scale."""
    light = sum(len(one.light) for one in given)
    fitting = sum(len(one.fitting) for one in given) + len(other)
    return _HEAD.format(light=light, fitting=fitting) + lines(scale)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    given, other = replies(), others()
    print(f"{'at least':>10}{'too light':>18}{'fitting':>18}")
    for least, light, fitting in shares(given, other, range(-200, 301, 50)):
        print(f"{least:10}{light!s:>18}{fitting!s:>18}")
    if parser.parse_args().write:
        path = bundled() / "weights" / f"{NAME}.yaml"
        path.write_text(written(learn(given, other), given, other), encoding="utf-8")


if __name__ == "__main__":
    main()
