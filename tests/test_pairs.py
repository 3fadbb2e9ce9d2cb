# Replies held against what their customers wrote: hits and traps, in tests/pairs.

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.formats import Format, read
from tonecheck.library import Library
from tonecheck.message import Channel, Context, Kind, Message
from tonecheck.text import Source

FOLDER = Path(__file__).parent / "pairs"
FIELDS = {
    "customer",
    "reply",
    "channel",
    "customer-name",
    "now",
    "first-reply",
    "read",
    "expect",
    "may",
}
# The share of its pairs that a rule must name, in what it was written from and in what it was not.
BOUNDS = {
    "asks-for-known": (0.95, 0.90),
    "wrong-entity": (0.95, 0.63),
    "unanswered-question": (0.90, 0.45),
    "name-mismatch": (0.95, 0.80),
    "tone-mismatch": (0.95, 0.90),
    "missing-apology": (0.95, 0.70),
}
COMPARING = (
    *BOUNDS,
    "contradicted-fact",
    "cheer-in-grief",
    "missing-empathy",
    "lower-case-name",
    "name-unused",
    "cold-open",
    "late-unacknowledged",
    "suggestion-ignored",
    "no-echo",
)


class Pair(NamedTuple):
    """A customer's message and a reply; `expect` may name alternatives apart by a bar.

    `tuned`: the checks were written with a look at it; of those that are not marked as `read`
    every other pair was kept for measuring.
    """

    name: str
    row: dict[str, Any]
    tuned: bool

    @property
    def expected(self) -> list[set[str]]:
        return [set(rules.split("|")) for rules in self.row["expect"]]


def pairs() -> Iterator[Pair]:
    for path in sorted(FOLDER.glob("*.yaml")):
        seen: Counter[str] = Counter()
        for row in yaml.safe_load(path.read_text("utf-8")):
            kind = "hit" if row["expect"] else "trap"
            kind = f"read-{kind}" if row.get("read") else kind
            seen[kind] += 1
            tuned = row.get("read", seen[kind] % 2 == 1)
            yield Pair(f"{path.stem}-{kind}-{seen[kind]}", row, tuned=tuned)


PAIRS = list(pairs())
TRAPS = [pair for pair in PAIRS if not pair.row["expect"]]


@pytest.fixture(scope="module")
def found(library: Library) -> dict[str, set[str]]:
    rules = Ruleset(tuple(library.rules[rule] for rule in COMPARING))
    report = Engine(library).judge([Job(message(pair), rules) for pair in PAIRS])
    names: dict[str, set[str]] = {pair.name: set() for pair in PAIRS}
    for finding in report.findings:
        names[finding.message_id or ""].add(finding.rule)
    return names


def message(pair: Pair) -> Message:
    row = pair.row
    (reply,) = read(Source(pair.name, row["reply"]), Format.PLAIN)
    context = Context(
        in_reply_to=row["customer"],
        customer_name=row.get("customer-name"),
        first_reply=row.get("first-reply", True),
        now=row.get("now"),
    )
    channel = Channel(row.get("channel", "email"))
    return replace(
        prepare(reply), id=pair.name, kind=Kind.MESSAGE, channel=channel, context=context
    )


def test_there_are_many_pairs_and_half_are_courteous() -> None:
    assert len(PAIRS) >= 300
    assert 0.45 <= len(TRAPS) / len(PAIRS) <= 0.55
    assert len({pair.row["reply"] for pair in PAIRS}) == len(PAIRS)
    for pair in PAIRS:
        assert pair.row.keys() <= FIELDS, pair.name
        rules = {rule for rules in pair.expected for rule in rules} | set(pair.row.get("may", ()))
        assert rules <= set(COMPARING), pair.name


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_nothing_is_found_that_is_not_there(pair: Pair, found: dict[str, set[str]]) -> None:
    allowed = set(pair.row.get("may", ())).union(*pair.expected)
    assert found[pair.name] <= allowed


@pytest.mark.parametrize("tuned", [True, False], ids=["read", "unread"])
@pytest.mark.parametrize("rule", BOUNDS)
def test_each_rule_names_its_share(rule: str, found: dict[str, set[str]], *, tuned: bool) -> None:
    wanted = [
        (pair, rules)
        for pair in PAIRS
        for rules in pair.expected
        if rule in rules and pair.tuned is tuned
    ]
    hits = sum(bool(rules & found[pair.name]) for pair, rules in wanted)
    assert len(wanted) >= 7
    assert hits / len(wanted) >= BOUNDS[rule][not tuned], f"{hits} of {len(wanted)}"
