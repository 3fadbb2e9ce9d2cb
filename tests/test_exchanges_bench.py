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
    ("first", "wrong-fact"): (0.3, 5),
    ("first", "unanswered-question"): (0.16, 5),
    ("first", "tone-mismatch"): (0.9, 2),
    ("first", "missing-apology"): (0.66, 8),
    ("first", "wrong-name"): (0.77, 1),
    ("first", "asks-for-known"): (0.48, 1),
    ("second", "wrong-fact"): (0.12, 4),
    ("second", "unanswered-question"): (0.18, 4),
    ("second", "tone-mismatch"): (0.42, 1),
    ("second", "missing-apology"): (0.48, 4),
    ("second", "wrong-name"): (1.0, 2),
    ("second", "asks-for-known"): (0.28, 0),
}


@pytest.fixture(scope="module")
def counts(engine: Engine) -> dict[str, Any]:
    held = [row for row in ROWS if row.is_held]
    return {
        series: bench.counted(engine, [row for row in held if row.series == series])
        for series in bench.SERIES
    }


@pytest.mark.parametrize(("series", "fault"), BOUNDS)
def test_faults_are_named_and_good_replies_left_alone(
    series: str, fault: str, counts: dict[str, Any]
) -> None:
    least, most = BOUNDS[series, fault]
    count = counts[series][fault]
    assert count.named >= least * count.drafts
    assert count.accused <= most


def test_the_exchanges_are_many_and_each_fault_is_in_both_halves() -> None:
    assert len({row.customer for row in ROWS}) == len(ROWS) == 1470
    halves = Counter((row.fault, row.is_held) for row in ROWS)
    assert all(halves[fault, held] >= 25 for fault in bench.FITTING for held in (True, False))
    assert set(BOUNDS) == {(series, fault) for series in bench.SERIES for fault in bench.FITTING}
    assert halves[bench.TRAP, True] + halves[bench.TRAP, False] >= 200


def test_what_is_at_fault_stands_where_it_says() -> None:
    for row in ROWS:
        theirs = row.fault == "unanswered-question"
        text = row.customer if theirs else row.faulty
        assert row.where is None or row.where in (text or ""), row.place
        assert (row.faulty is None) is (row.fault == bench.TRAP), row.place
        assert row.faulty != row.good, row.place
