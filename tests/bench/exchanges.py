"""Measure what comparing a reply with the customer's message finds, and whom it accuses wrongly.

    cd tests; python -m bench.exchanges

tests/bench/exchanges holds exchanges of a customer and an agent, by series and trade: a draft with
one fault of six kinds beside the same draft as it should have been, and traps that have no fault.
Their writers knew no rule, and no rule of its time was written when those of a series were. Of
those in even places nothing but counts is ever looked at when rules are written, those in odd
places are read. Only of wrong facts in even places those that were missed have been seen, too: of
the first series once the second was there, of the second by mistake, and nothing was written from
these. Printed is, for either half of a series, how many drafts with a fault the fitting rules name,
and how many good replies they object to.
"""

# ruff: noqa: T201

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import yaml

from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.formats import Format, read
from tonecheck.library import load
from tonecheck.message import Channel, Context, Kind
from tonecheck.text import Source

FOLDER = Path(__file__).parent / "exchanges"
SERIES = ("first", "second")
FITTING = {
    "wrong-fact": ("wrong-entity", "contradicted-fact", "impossible-date"),
    "unanswered-question": ("unanswered-question",),
    "tone-mismatch": ("tone-mismatch", "cheer-in-grief", "too-light", "too-casual"),
    "missing-apology": ("missing-apology",),
    "wrong-name": ("name-mismatch", "name-unused"),
    "asks-for-known": ("asks-for-known",),
}
"""The faults, and the rules that name them."""
TRAP = "trap"


class Exchange(NamedTuple):
    """A customer's message and a draft with a fault, if any, beside a good one."""

    series: str
    place: str  # its file and where it stands there, from 1
    is_held: bool
    fault: str
    channel: Channel
    name: str | None
    customer: str
    faulty: str | None
    good: str
    where: str | None  # the words at fault; of an open question the customer's


class Count(NamedTuple):
    """How many drafts with a fault were named, of how many, and good replies accused of it."""

    named: int
    drafts: int
    accused: int
    replies: int


def exchanges(*series: str) -> Iterator[Exchange]:
    """Give the exchanges of some series, or of all, in the order of their files."""
    for one in series or SERIES:
        for path in sorted((FOLDER / one).glob("*.yaml")):
            for place, row in enumerate(yaml.safe_load(path.read_text("utf-8")), 1):
                yield Exchange(
                    one,
                    f"{path.stem}:{place}",
                    place % 2 == 0,
                    row["fault"],
                    Channel(row["channel"]),
                    row.get("name"),
                    row["customer"],
                    row.get("faulty"),
                    row["good"],
                    row.get("where"),
                )


def counted(engine: Engine, given: Iterable[Exchange]) -> dict[str, Count]:
    """Count for each fault what the fitting rules say of some exchanges."""
    rules = Ruleset(tuple(engine.library.rules[n] for names in FITTING.values() for n in names))
    rows = list(given)
    jobs = [
        _job(row, text, f"{kind} {number}", rules)
        for number, row in enumerate(rows)
        for kind, text in (("faulty", row.faulty), ("good", row.good))
        if text is not None
    ]
    spoke: dict[str, set[str]] = {}
    for finding in engine.judge(jobs).findings:
        spoke.setdefault(finding.message_id or "", set()).add(finding.rule)
    counts = {}
    for fault, names in FITTING.items():
        drafts = [number for number, row in enumerate(rows) if row.fault == fault]
        counts[fault] = Count(
            sum(not spoke.get(f"faulty {n}", set()).isdisjoint(names) for n in drafts),
            len(drafts),
            sum(not spoke.get(f"good {n}", set()).isdisjoint(names) for n in range(len(rows))),
            len(rows),
        )
    return counts


def _job(row: Exchange, text: str, name: str, rules: Ruleset) -> Job:
    (message,) = read(Source(row.place, text), Format.PLAIN)
    context = Context(in_reply_to=row.customer, customer_name=row.name)
    known = replace(prepare(message), id=name, channel=row.channel, context=context)
    return Job(replace(known, kind=Kind.MESSAGE), rules)


def main() -> None:
    engine = Engine(load())
    for series in SERIES:
        rows = list(exchanges(series))
        for title, is_held in (("read", False), ("never read", True)):
            print(f"{f'{series} series, {title}':26}{'named':>12}{'good accused':>16}")
            for fault, count in counted(
                engine, (row for row in rows if row.is_held is is_held)
            ).items():
                named, accused = f"{count.named}/{count.drafts}", f"{count.accused}/{count.replies}"
                print(f"  {fault:24}{named:>12}{accused:>16}")


if __name__ == "__main__":
    main()
