"""What every kind of check is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple

from tonecheck.acts import Reading
from tonecheck.message import Channel
from tonecheck.patterns import Patterns, kebab
from tonecheck.text import Span

Limit = float | dict[Channel, float]
"""A bound for all channels, or one for some: a channel not named has none."""


NO_CUSTOMER_MESSAGE = "no customer message"
NO_CUSTOMER_NAME = "the customer's name is not known"
NO_EARLIER_REPLY = "our earlier replies are not known"


class Stage(Enum):
    """When open patterns are settled: what can cause a finding first, then what can prevent one."""

    TRIGGERS = 1
    ABSENCES = 2


class Cited(NamedTuple):
    """Words from outside the message, on one line, secrets masked: what the customer wrote."""

    words: str


class Found(NamedTuple):
    """A place that a check objects to; `absent` where the words there are not the fault.

    `overall` tells that the message as a whole is at fault, wherever the objection stands. Fields
    of the rule's text are figures, or words that the report may have to leave out: spans of the
    message and words cited from the customer's.
    """

    span: Span
    fields: Mapping[str, str | Span | Cited] = MappingProxyType({})
    absent: bool = False
    overall: bool = False


class Check(ABC):
    """The settings of a check, as a rule file writes them, and how it judges a reading.

    `find` is pure. Patterns of the check itself are settled under the owners `rule/slot`.
    """

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": kebab}

    FIELDS: ClassVar[frozenset[str]] = frozenset()
    """The `{fields}` that a rule's text may use."""

    def slots(self) -> dict[str, Patterns]:
        """Give the check's own patterns by slot; none unless a kind has some."""
        return {}

    def asks(self) -> tuple[str, ...]:
        """Give the acts that the check asks for; none unless a kind does."""
        return ()

    def needs(self, reading: Reading, rule: str, stage: Stage) -> Iterator[str]:
        """Give the owners whose open patterns could still change what `find` says."""
        del reading, rule, stage
        return iter(())

    def unknown(self, reading: Reading, rule: str) -> str | None:
        """Say why something cannot be judged for lack of context; None when all can."""
        del reading, rule
        return None

    @abstractmethod
    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the places that the check objects to, in order."""


def earlier_unknown(reading: Reading) -> str | None:
    """Say so when there are earlier replies and nothing tells what they were."""
    context = reading.message.context
    missing = context.earlier is None and context.first_reply is False
    return NO_EARLIER_REPLY if missing else None


def slot(rule: str, name: str) -> str:
    """Name the owner of a check's own patterns."""
    return f"{rule}/{name}"


def limit(value: Limit, channel: Channel) -> float | None:
    """Give the bound for a channel, None where it has none."""
    return value.get(channel) if isinstance(value, dict) else value


def number(value: float) -> str:
    """Write a figure for people: no decimals where there are none, else one."""
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"
