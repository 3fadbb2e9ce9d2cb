"""Learn which words, taken together, sound unfriendly, and measure how far that carries.

    cd tests; python -m bench.scale [--write]

A logistic regression over words and pairs of neighbours is learned from sentences of our own in
tests/bench/sentences: the triples of `tune` and `learn`, and the sentences of `ordinary`. Its
heaviest weights, in hundredths, are rules/weights/unfriendly.yaml, which `--write` writes: a
sentence that weighs 0 is as likely hurtful as not. Printed is what the scale says, for some
bounds, of sentences that it was not learned from: the half `held` and the folder `courteous`.
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tonecheck.engine import prepare
from tonecheck.formats import Format, read
from tonecheck.language import sentences, word_count
from tonecheck.library import bundled
from tonecheck.patterns import Scale
from tonecheck.patterns.scales import START, terms
from tonecheck.text import Source

from .tone import SORTS, Sample, ordinary, triples

NAME = "unfriendly"
FEWEST_WORDS = 5  # as in the rule: fewer tell too little
LEFT_OUT = frozenset({"over-promise", "policy-shield", "vague-time", "weak-apology"})
"""Faults that are not of the tone: their words are those of kind sentences, too."""
_FEWEST_MESSAGES = 2  # that a term stands in
_PENALTY = 1.0
_HEAVIEST = 16000  # terms that are kept
_FEWER = 8000  # the same of a scale learned from less
_SAME = 0.98  # of the terms of a scale that learning it again must give
_HEAD = """\
# Learned by tests/bench/scale.py; changed there, not here.
summary: Words and pairs of neighbours that set hurtful sentences of replies apart from others
source: {hurtful:,} hurtful and {fine:,} other sentences of our own, tests/bench/sentences
weights: |
"""


Message = tuple[str, ...]
"""Folded sentences that are weighed as one."""


class Labelled(NamedTuple):
    """Folded sentences that hurt, and others."""

    hurtful: list[str]
    fine: list[str]


def material() -> Labelled:
    """Give the sentences that the scale is learned from."""
    hurtful: list[str] = []
    fine: list[str] = []
    for sample in chain(triples("tune"), triples("learn"), ordinary("ordinary")):
        if sample.hurts is None:
            fine.extend(weighed(sample))
        elif sample.category not in LEFT_OUT:
            hurtful.extend(weighed(sample))
    return Labelled(hurtful, fine)


def unlearned() -> Iterator[Sample]:
    """Give the samples that the scale is measured by."""
    return chain(triples("held"), ordinary("courteous"))


def weighed(sample: Sample) -> Iterator[str]:
    """Give the folded sentences of a sample; of a hurtful one those that touch what hurts."""
    (message,) = read(Source("sample", f"{sample.text}\n"), Format.PLAIN)
    for sentence in sentences(prepare(message)):
        if sample.hurts is None or sentence.span.overlaps(sample.hurts):
            yield sentence.folded


def learn(given: Labelled) -> Scale:
    """Give a scale on which a sentence weighs 0 that is as likely hurtful as not."""
    hurtful, fine = ([(folded,) for folded in half] for half in given)
    return fitted(hurtful, fine, _PENALTY, _HEAVIEST)


def fitted(
    wanted: Sequence[Message], others: Sequence[Message], penalty: float, most: int = _FEWER
) -> Scale:
    """Give a scale on which a message weighs 0 that is as likely wanted as one of the others.

    A term enters by the logarithm of how much more often the wanted have it than the others (Wang
    and Manning 2012), which tells more of short messages. The `penalty` is scikit-learn's C; the
    `most` heaviest terms are kept.
    """
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    counted = CountVectorizer(analyzer=_together, min_df=_FEWEST_MESSAGES, binary=True)
    matrix = counted.fit_transform([*wanted, *others])
    labels = [1] * len(wanted) + [0] * len(others)
    ours, theirs = (
        1 + np.asarray(half.sum(axis=0)).ravel()
        for half in (matrix[: len(wanted)], matrix[len(wanted) :])
    )
    ratios = np.log(ours / ours.sum()) - np.log(theirs / theirs.sum())
    model = LogisticRegression(C=penalty, solver="newton-cg", tol=1e-6)
    model.fit(matrix.multiply(ratios).tocsr(), labels)
    weights = zip(counted.get_feature_names_out(), model.coef_[0] * ratios, strict=True)
    heaviest = sorted(weights, key=lambda entry: (-abs(entry[1]), entry[0]))[:most]
    rounded = {term: round(100 * weight) for term, weight in heaviest}
    rounded[START] = rounded.get(START, 0) + round(100 * model.intercept_[0])
    return Scale.of(rounded)


def is_learned(kept: Scale, learned: Scale) -> bool:
    """Tell whether a scale is what was learned, up to another solver's rounding.

    Where two terms weigh nearly alike, rounding may keep the one or the other.
    """
    weights, others = kept.weights, learned.weights
    if len(weights.keys() & others.keys()) < _SAME * len(weights):
        return False
    return all(abs(weight - others.get(term, weight)) <= 2 for term, weight in weights.items())


def _together(message: Message) -> set[str]:
    return set().union(*map(terms, message))


def shares(scale: Scale, bounds: Iterable[int]) -> Iterator[tuple[int, dict[str, float]]]:
    """Give, for each bound, which share of the unlearned samples of a sort weighs as much."""
    heaviest: dict[str, list[int]] = {sort: [] for sort in (*SORTS, "courteous")}
    for sample in unlearned():
        totals = [
            scale.weigh(folded) for folded in weighed(sample) if word_count(folded) >= FEWEST_WORDS
        ]
        heaviest[sample.sort].append(max(totals, default=-1000))
    for least in bounds:
        yield (
            least,
            {
                sort: sum(total >= least for total in totals) / len(totals)
                for sort, totals in heaviest.items()
            },
        )


def written(scale: Scale, given: Labelled) -> str:
    """Give the file that holds a scale."""
    head = _HEAD.format(hurtful=len(given.hurtful), fine=len(given.fine))
    return head + lines(scale)


def lines(scale: Scale) -> str:
    """Give the weights of a scale as its file lists them."""
    return "".join(f"  {weight:+} {term}\n" for term, weight in sorted(scale.weights.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    given = material()
    scale = learn(given)
    print(f"{'at least':>10}", *(f"{sort:>10}" for sort in (*SORTS, "courteous")))
    for least, found in shares(scale, range(0, 401, 50)):
        print(f"{least:10}", *(f"{share:10.1%}" for share in found.values()))
    if parser.parse_args().write:
        path = bundled() / "weights" / f"{NAME}.yaml"
        path.write_text(written(scale, given), encoding="utf-8")


if __name__ == "__main__":
    main()
