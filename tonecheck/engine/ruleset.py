"""Which rules judge a message, and how gravely."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from tonecheck.finding import Severity
from tonecheck.message import Channel, Message
from tonecheck.rule import Rule


@dataclass(frozen=True)
class Ruleset:
    """Rules in the order of their names, with the severities that settings gave some of them."""

    rules: tuple[Rule, ...]
    severity: dict[str, Severity] = field(default_factory=dict)

    def on(self, channel: Channel) -> tuple[tuple[Rule, Severity], ...]:
        """Give the rules that speak on a channel; one that is off there stays off."""
        spoken = ((rule, rule.severity_on(channel)) for rule in self.rules)
        return tuple(
            (rule, self.severity.get(rule.name, severity))
            for rule, severity in spoken
            if severity is not None
        )


class Job(NamedTuple):
    """A message, its kind and channel decided, and the rules to judge it by."""

    message: Message
    ruleset: Ruleset
