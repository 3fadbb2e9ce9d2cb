"""What rules and acts look for in a sentence, compiled, indexed and matched."""

from __future__ import annotations

from typing import Any, ClassVar

from tonecheck.patterns.lexicon import Analysis, Group, Hit, Lexicon, Needs, Pattern, Status, Tier
from tonecheck.patterns.scales import Scale
from tonecheck.record import record

__all__ = [
    "UNLESS",
    "Analysis",
    "Group",
    "Hit",
    "Lexicon",
    "Needs",
    "Pattern",
    "Patterns",
    "Scale",
    "Status",
    "Tier",
    "kebab",
]

UNLESS = ("quoted", "negated", "hypothetical", "reported")
"""The scopes that void a hit where a file does not say otherwise."""


def kebab(name: str) -> str:
    """Spell a field as rule and act files do: `in_` is `in`, `first_reply` is `first-reply`."""
    return name.rstrip("_").replace("_", "-")


@record(frozen=True, slots=True, kw_only=True)
class Patterns:
    """What to look for, as rule and act files write it.

    `never` phrases void a hit that they overlap; `unless` lists the scopes that void one.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": kebab}

    phrases: tuple[str, ...] = ()
    tokens: tuple[tuple[dict[str, Any], ...], ...] = ()
    syntax: tuple[tuple[dict[str, Any], ...], ...] = ()
    regex: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    unless: tuple[str, ...] = UNLESS

    def __bool__(self) -> bool:
        return bool(self.phrases or self.tokens or self.syntax or self.regex)
