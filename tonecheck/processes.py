"""A run that is spread over several processes."""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context

from tonecheck.finding import Report, merge
from tonecheck.run import Input, Plan, Run


def spread(
    plan: Plan, inputs: Sequence[Input], jobs: int, advance: Callable[[], None] | None = None
) -> Report:
    """Judge inputs in several processes: each does the whole run on its stretch of them.

    The report is the one that a single process gives, but for the tally: alike sentences of
    different stretches are counted in each.
    """
    bounds = [len(inputs) * number // jobs for number in range(jobs + 1)]
    stretches = [inputs[start:end] for start, end in pairwise(bounds)]
    reports: list[Report] = []
    with ProcessPoolExecutor(jobs, get_context("spawn"), _die_with_parent) as pool:
        done = pool.map(_work, [plan] * jobs, stretches, [inputs] * jobs)
        for stretch, report in zip(stretches, done, strict=True):
            reports.append(report)
            if advance is not None:
                for _ in stretch:
                    advance()
    return merge(reports)


def _work(plan: Plan, inputs: Sequence[Input], among: Sequence[Input]) -> Report:
    return Run(plan).check(inputs, among=among)


def _die_with_parent() -> None:
    """Let Ctrl-C end a worker without a word; the parent says what there is to say."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
