"""Which open patterns must be settled, and no others.

In the first stage what could cause a finding is settled, in the second what could prevent one;
a rule whose condition is already false asks for nothing, and one certain hit ends the search for
an absent thing. So findings are the same as if every sentence had been parsed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tonecheck.acts import Reading
from tonecheck.checks import Stage
from tonecheck.finding import Tally
from tonecheck.patterns import Analysis, Lexicon
from tonecheck.rule import Rule

Judged = tuple[Reading, tuple[Rule, ...]]


def settle(judged: Iterable[Judged], lexicon: Lexicon, *, eager: bool = False) -> Tally:
    """Settle what the rules need of the readings, in at most two batches for all of them.

    `eager` settles everything at once instead. The tally counts sentences handed to each tier.
    """
    judged = list(judged)
    tokenized = parsed = 0
    for stage in Stage:
        wanted: dict[int, tuple[Analysis, set[str]]] = {}
        for reading, rules in judged:
            asked = _all_open(reading) if eager else _asked(reading, rules, stage)
            for analysis, owner in asked:
                wanted.setdefault(id(analysis), (analysis, set()))[1].add(owner)
        done = lexicon.settle((analysis, frozenset(owners)) for analysis, owners in wanted.values())
        tokenized += done[0]
        parsed += done[1]
    return Tally(tokenized=tokenized, parsed=parsed)


def _asked(
    reading: Reading, rules: tuple[Rule, ...], stage: Stage
) -> Iterator[tuple[Analysis, str]]:
    for rule in rules:
        if rule.when is not None:
            if rule.when.holds(reading) is False:
                continue
            for whose, owner in rule.when.needs(reading, stage):
                yield from ((analysis, owner) for analysis in whose.open(owner))
        for owner in rule.check.needs(reading, rule.name, stage):
            yield from ((analysis, owner) for analysis in reading.open(owner))


def _all_open(reading: Reading) -> Iterator[tuple[Analysis, str]]:
    for whose in (reading, reading.customer):
        if whose is not None:
            for analysis in whose.analyses:
                yield from ((analysis, owner) for owner, open_ in analysis.pending.items() if open_)
