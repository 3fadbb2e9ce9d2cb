# What comparing a reply with the customer's message finds where no rule was written from it.

from __future__ import annotations

from collections import Counter
from importlib import import_module
from typing import Any

import pytest

from tonecheck.engine import Engine

bench = import_module("bench.exchanges")  # pytest puts this folder on the path
ROWS: list[Any] = list(bench.exchanges())
# Of the half that is never read: the least share of drafts named, the most good replies accused.
BOUNDS = {
    "wrong-fact": (0.26, 5),
    "unanswered-question": (0.16, 5),
    "tone-mismatch": (0.88, 3),
    "missing-apology": (0.66, 8),
    "wrong-name": (0.77, 1),
    "asks-for-known": (0.48, 1),
}


@pytest.fixture(scope="module")
def counts(engine: Engine) -> dict[str, Any]:
    found: dict[str, Any] = bench.counted(engine, [row for row in ROWS if row.is_held])
    return found


@pytest.mark.parametrize(("fault", "bounds"), BOUNDS.items())
def test_faults_are_named_and_good_replies_left_alone(
    fault: str, bounds: tuple[float, int], counts: dict[str, Any]
) -> None:
    least, most = bounds
    count = counts[fault]
    assert count.named >= least * count.drafts
    assert count.accused <= most


def test_the_exchanges_are_many_and_each_fault_is_in_both_halves() -> None:
    assert len({row.customer for row in ROWS}) == len(ROWS) == 1050
    halves = Counter((row.fault, row.is_held) for row in ROWS)
    assert all(halves[fault, held] >= 25 for fault in BOUNDS for held in (True, False))
    assert set(BOUNDS) == set(bench.FITTING)
    assert halves[bench.TRAP, True] + halves[bench.TRAP, False] >= 200


def test_what_is_at_fault_stands_where_it_says() -> None:
    for row in ROWS:
        theirs = row.fault == "unanswered-question"
        text = row.customer if theirs else row.faulty
        assert row.where is None or row.where in (text or ""), row.place
        assert (row.faulty is None) is (row.fault == bench.TRAP), row.place
        assert row.faulty != row.good, row.place
