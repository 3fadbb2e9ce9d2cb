"""The shape of a rule file: plain dataclasses that pydantic validates when a file is read."""

from __future__ import annotations

import operator
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from math import inf, nan
from typing import Any, ClassVar, Literal

from tonecheck.acts import WRITTEN, Reading
from tonecheck.checks import NO_CUSTOMER_MESSAGE, AnyCheck, Stage
from tonecheck.errors import brief, did_you_mean
from tonecheck.finding import Severity
from tonecheck.message import Channel, Kind, Part
from tonecheck.patterns import kebab
from tonecheck.record import record

_CONFIG: dict[str, Any] = {"extra": "forbid", "alias_generator": kebab}
_COMPARISON = re.compile(r"(>=|<=|>|<)\s*(\d+)")
_OPERATORS = {">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt}


@record(frozen=True, slots=True, kw_only=True)
class When:
    """When a rule speaks at all; everything given must hold.

    `says` wants all its acts, `lacks` none of them, `customer` all in the customer's message and
    `customer-lacks` none there, `any` at least one of its conditions; `words` compares the own
    words (`">= 30"`).
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _CONFIG

    kind: tuple[Kind, ...] = ()
    channel: tuple[Channel, ...] = ()
    first_reply: bool | None = None
    says: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    customer: tuple[str, ...] = ()
    customer_lacks: tuple[str, ...] = ()
    words: str | None = None
    any: tuple[When, ...] = ()

    def asks(self) -> Iterator[str]:
        """Give every act that the condition names."""
        yield from self.says + self.lacks + self.customer + self.customer_lacks
        for alternative in self.any:
            yield from alternative.asks()

    def needs(self, reading: Reading, stage: Stage) -> Iterator[tuple[Reading, str]]:
        """Give the acts, and whose, that are still open and could decide the condition."""
        mine = self.says if stage is Stage.TRIGGERS else self.lacks
        yield from ((reading, act) for act in mine if reading.state(act) is None)
        if stage is Stage.TRIGGERS and reading.customer is not None:
            theirs = self.customer + self.customer_lacks
            yield from ((reading.customer, act) for act in theirs)
        for alternative in self.any:
            yield from alternative.needs(reading, stage)

    def holds(self, reading: Reading) -> bool | None:
        """Tell whether the condition holds in Kleene's logic; None for unknown."""
        unknown = False
        for fact in self._facts(reading):
            if fact is False:
                return False
            unknown = unknown or fact is None
        return None if unknown else True

    def _facts(self, reading: Reading) -> Iterator[bool | None]:
        """Yield what was asked for one by one, the cheapest first: the first no ends the matter."""
        if self.kind:
            yield reading.message.kind in self.kind
        if self.channel:
            yield reading.message.channel in self.channel
        if self.first_reply is not None:
            yield (reading.message.context.first_reply is not False) is self.first_reply
        if self.words is not None:
            yield compare(self.words, reading.word_count)
        yield from (reading.state(act) for act in self.says)
        yield from (_not(reading.state(act)) for act in self.lacks)
        customer = reading.customer
        yield from (None if customer is None else customer.state(act) for act in self.customer)
        yield from (
            None if customer is None else _not(customer.state(act)) for act in self.customer_lacks
        )
        if self.any:
            yield _any(alternative.holds(reading) for alternative in self.any)


def _not(value: bool | None) -> bool | None:  # noqa: FBT001 - Kleene's logic
    return None if value is None else not value


def _any(values: Iterable[bool | None]) -> bool | None:
    unknown = False
    for value in values:
        if value:
            return True
        unknown = unknown or value is None
    return None if unknown else False


def compare(comparison: str, value: int) -> bool:
    """Tell whether a count satisfies a comparison such as `>= 30`; raises `ValueError`."""
    found = _COMPARISON.fullmatch(comparison.strip())
    if found is None:
        raise ValueError(f"not a comparison: ‘{comparison}’; write it like “>= 30”")
    return bool(_OPERATORS[found[1]](value, int(found[2])))


def figure(value: object) -> float:
    """Give an option’s figure; raises `ValueError` for none, or one below 0."""
    try:
        number = float(str(value))
    except ValueError:
        number = nan
    if not 0 <= number < inf:
        raise ValueError(f"needs a number from 0 up, not {brief(str(value))}")
    return number


@record(frozen=True, slots=True, kw_only=True)
class FixSpec:
    """How a finding can be mended: other words, or the match or its sentence left out."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _CONFIG

    replace: str | None = None
    delete: Literal["match", "sentence"] | None = None
    insert: Literal["greeting", "thanks", "sign-off", "invitation"] | None = None
    safe: bool = False


@record(frozen=True, slots=True, kw_only=True)
class Example:
    """A text that the rule finds fault with, one that it leaves alone, or both: before and after.

    « » in `bad` assert exactly those spans.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _CONFIG

    bad: str | None = None
    good: str | None = None
    in_reply_to: str | None = None
    customer_name: str | None = None
    channel: Channel = Channel.EMAIL
    kind: Kind | None = None
    first_reply: bool | None = None
    now: str | None = None
    attachments: tuple[str, ...] | None = None
    earlier: tuple[str, ...] | None = None
    waited: int | None = None
    known_variables: tuple[str, ...] | None = None
    options: dict[str, str] | None = None


@record(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that a courteous message does not do; name and category are its file's place.

    `severity` is one for all channels or one by channel: a channel not named is off. `options`
    maps what users may set to fields of the check. A rule of `any` language judges messages that
    are not English, too. `measured` tells on how many real texts the
    rule spoke, courteous and rude ones, and when that was counted. A rule that `yields` says
    nothing of a sentence in which any other objects to words.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _CONFIG

    name: str
    category: str
    summary: str
    severity: Severity | dict[Channel, Severity]
    check: AnyCheck
    text: str
    why: str = ""
    evidence: tuple[str, ...] = ()
    measured: str = ""
    default: bool = True
    status: Literal["stable", "preview"] = "stable"
    language: Literal["en", "any"] = "en"
    aliases: tuple[str, ...] = ()
    when: When | None = None
    in_: tuple[Part, ...] = WRITTEN
    suggest: tuple[str, ...] = ()
    fix: FixSpec | None = None
    options: dict[str, str] | None = None
    supersedes: tuple[str, ...] = ()
    yields: bool = False
    examples: tuple[Example, ...] = ()

    def severity_on(self, channel: Channel) -> Severity | None:
        """Give the severity on a channel, None where the rule is off there."""
        if isinstance(self.severity, dict):
            return self.severity.get(channel)
        return self.severity

    def with_options(self, given: Mapping[str, object]) -> Rule:
        """Give the rule with a user's options in its check; raises `ValueError` for a bad one."""
        fields: dict[str, Any] = {}
        for option, value in given.items():
            target = (self.options or {}).get(option)
            if target is None:
                known = self.options or {}
                hint = did_you_mean(option, known) or f"; there are {', '.join(known) or 'none'}"
                raise ValueError(f"no option ‘{brief(option)}’{hint}")
            try:
                fields[target.replace("-", "_")] = figure(value)
            except ValueError as error:
                raise ValueError(f"{option}: {error}") from None
        return replace(self, check=replace(self.check, **fields)) if fields else self

    def asks(self) -> Iterator[str]:
        """Give every act that the rule names."""
        yield from self.check.asks()
        if self.when is not None:
            yield from self.when.asks()

    def unknown(self, reading: Reading) -> str | None:
        """Say why the rule cannot be judged for lack of context; None when it can."""
        holds = True if self.when is None else self.when.holds(reading)
        if holds is None:
            return NO_CUSTOMER_MESSAGE
        return self.check.unknown(reading, self.name) if holds else None
