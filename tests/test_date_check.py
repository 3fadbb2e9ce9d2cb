from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tonecheck.checks.date import NO_DAY_OF_SENDING
from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.finding import Report
from tonecheck.formats import Format, read
from tonecheck.library import Library
from tonecheck.message import Context, Kind
from tonecheck.text import Source

Make = Callable[..., Library]

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = (
    "January February March April May June July August September October November December".split()
)


@pytest.fixture
def library(make: Make) -> Library:
    return make(dates={"check": {"kind": "date", "act": "pledge"}, "text": "{match}: {fault}"})


def judge(library: Library, text: str, now: str | None = None, sent: str | None = None) -> Report:
    (message,) = read(Source("x", text), Format.PLAIN)
    message = replace(prepare(message), kind=Kind.MESSAGE, context=Context(now=now, sent=sent))
    return Engine(library).judge([Job(message, Ruleset(tuple(library.rules.values())))])


def faults(report: Report) -> list[str]:
    return [finding.text for finding in report.findings]


def written(day: date) -> list[str]:
    month = MONTHS[day.month - 1]
    return [
        f"{day.day} {month} {day.year}",
        f"the {day.day}th of {month} {day.year}",
        f"{day.day} {month if month == 'May' else f'{month[:3]}.'} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month[:3]} {day.day}th {day.year}",
        day.isoformat(),
    ]


some_days = st.dates(date(2022, 1, 1), date(2029, 12, 31))


@settings(
    max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(some_days, st.integers(0, 6), st.integers(0, 5), st.sampled_from([" ", ", "]))
def test_a_weekday_is_wrong_exactly_when_the_calendar_says_so(
    library: Library, day: date, weekday: int, form: int, comma: str
) -> None:
    text = f"It came on {DAYS[weekday]}{comma}{written(day)[form]}."
    found = faults(judge(library, text, now="2025-06-01"))
    assert bool(found) is (weekday != day.weekday())
    assert all(fault.endswith(f"is a {DAYS[day.weekday()]}") for fault in found)


@settings(
    max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(some_days, st.integers(-150, 350))
def test_a_true_weekday_without_a_year_is_never_wrong(
    library: Library, today: date, ahead: int
) -> None:
    day = today + timedelta(ahead)
    text = f"It is on {DAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]}."
    assert faults(judge(library, text, now=today.isoformat())) == []


@settings(
    max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(some_days, st.integers(-80, 80), st.booleans())
def test_a_promise_is_late_when_its_day_is_past(
    library: Library,
    today: date,
    ahead: int,
    has_year: bool,  # noqa: FBT001
) -> None:
    day = today + timedelta(ahead)
    year = f" {day.year}" if has_year else ""
    text = f"We will call on {day.day} {MONTHS[day.month - 1]}{year}."
    found = faults(judge(library, text, now=f"{today}T12:00"))
    assert bool(found) is (ahead < -1)


@settings(
    max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(1, 12), st.integers(1, 12), st.integers(2020, 2030), st.sampled_from("/."))
def test_a_date_that_reads_two_ways_is_left_alone(
    library: Library, first: int, second: int, year: int, sign: str
) -> None:
    text = f"It came on {first:02}{sign}{second:02}{sign}{year}."
    assert faults(judge(library, text, now="2031-01-01")) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("It comes on 31 June.", "31 June: June has no day 31"),
        ("It comes on June 31st.", "June 31st: June has no day 31"),
        ("It comes on 30/02/2026.", "30/02/2026: February has no day 30"),
        ("It comes on 2026-02-30.", "2026-02-30: February has no day 30"),
        ("It comes on 29 February 2027.", "29 February 2027: February 2027 has no day 29"),
        ("It comes on 2026-13-01.", "2026-13-01: there is no such date"),
        ("It comes on Friday 30/06/2026.", "Friday 30/06/2026: 30 June 2026 is a Tuesday"),
        ("It comes on Friday 03/04/2025.", "Friday 03/04/2025: the weekday is another"),
        ("It comes on Fri 12 June 2025.", "Fri 12 June 2025: 12 June 2025 is a Thursday"),
    ],
)
def test_what_no_calendar_has(library: Library, text: str, fault: str) -> None:
    assert faults(judge(library, text)) == [fault]


@pytest.mark.parametrize(
    "text",
    [
        "It comes on 29 February.",
        "It comes on 29 February 2028.",
        "In June 31 people came.",
        "May 31 is free, and 31 may come.",
        "Version 31.06.2 is out.",
        "You wrote “31 June” to us.",
        "Call 30/02/2026/77.",
        "It comes on Friday 12/06/2026.",
        "It has 31 junctions, and Sun 31 is a hotel.",
        "The last two digits are 31. June is near.",
    ],
)
def test_what_is_no_fault_of_a_date(library: Library, text: str) -> None:
    assert faults(judge(library, text)) == []


@pytest.mark.parametrize(
    ("text", "is_late"),
    [
        ("We will call you on 3 June.", True),
        ("We will call you back by 3 June 2026.", True),
        ("We will write no later than 3 June.", True),
        ("We called on 3 June.", False),
        ("We will call about the lamp that came on 3 June.", False),
        ("We will send what you paid on 3 June.", False),
        ("We will send the bill of 3 June.", False),
        ("We will never call on 3 June.", False),
        ("We will call. It came on 3 June.", False),
    ],
)
def test_only_a_promise_for_a_past_day_is_late(
    library: Library, text: str, *, is_late: bool
) -> None:
    assert bool(faults(judge(library, text, now="2026-06-10"))) is is_late


@pytest.mark.parametrize(
    ("text", "is_unknown"),
    [
        ("It comes on Friday, 12 June.", True),
        ("We will call on 12 June.", True),
        ("We will call on 12 June 2026.", True),
        ("It came on 12 June.", False),
        ("It came on Friday, 12 June 2026.", False),
        ("It comes on Friday.", False),
    ],
)
def test_what_needs_the_day_of_sending_is_said_where_that_is_unknown(
    library: Library, text: str, *, is_unknown: bool
) -> None:
    report = judge(library, text)
    reasons = [skipped.reason for skipped in report.skipped]
    assert reasons == ([NO_DAY_OF_SENDING] if is_unknown else [])
    assert report.findings == ()
    assert judge(library, text, now="2026-06-01").skipped == ()


@pytest.mark.parametrize(
    ("sent", "is_known"),
    [
        ("Wed, 10 Jun 2026 09:00:00 +0200", True),
        ("Wed, 10 Jun 2026", False),
        ("yesterday", False),
        ("", False),
        ("Wed, 99 Jun 99999 99:00:00", False),
    ],
)
def test_the_header_tells_the_day_of_sending(
    library: Library, sent: str, *, is_known: bool
) -> None:
    report = judge(library, "We will call on 3 June.", sent=sent)
    assert bool(report.findings) is is_known
    assert bool(report.skipped) is not is_known


def test_the_chosen_day_wins_over_the_header(library: Library) -> None:
    sent = "Wed, 10 Jun 2026 09:00:00 +0200"
    assert judge(library, "We will call on 3 June.", now="2026-05-01", sent=sent).findings == ()
