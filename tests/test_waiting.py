# How long a customer waited, and what was written before.

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.checks.overdue import _named, _weekends

DAY = 86_400


@pytest.mark.parametrize(
    ("now", "waited", "free"),
    [
        ("2026-11-16T10:00:00+00:00", 64 * 3600, 48 * 3600),  # from Friday to Monday
        ("2026-11-15T10:00:00+00:00", 3600, 3600),  # within a Sunday
        ("2026-11-14T01:00:00+00:00", 2 * 3600, 3600),  # into a Saturday
        ("2026-11-18T10:00:00+00:00", DAY, 0),
        ("2026-11-18T10:00:00+00:00", 14 * DAY, 4 * DAY),
    ],
)
def test_weekends_between_two_moments_are_counted(now: str, waited: int, free: int) -> None:
    assert _weekends(now, waited) == free


@given(st.integers(0, 300 * DAY), st.integers(0, 300 * DAY))
@settings(max_examples=500, deadline=None)
def test_a_longer_wait_never_has_less_of_weekends_nor_more_than_itself(
    waited: int, more: int
) -> None:
    now = datetime(2026, 11, 18, 10, 30, tzinfo=UTC)
    first, second = _weekends(now.isoformat(), waited), _weekends(now.isoformat(), waited + more)
    assert 0 <= first <= waited
    assert first <= second <= first + more
    later = now + timedelta(days=7)
    assert _weekends(later.isoformat(), waited) == first


@pytest.mark.parametrize(
    ("seconds", "name"),
    [(59, "a moment"), (60, "1 minute"), (7199, "1 hour"), (3 * DAY, "3 days")],
)
def test_a_wait_is_named_in_its_greatest_whole_unit(seconds: int, name: str) -> None:
    assert _named(seconds) == name
