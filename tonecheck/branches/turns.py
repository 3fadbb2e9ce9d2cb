"""The turns that the tags of a template take: into an arm, on to the next, and out again."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a pair of tags encloses, as far as branches go."""

    IF = 1
    CASE = 2
    LOOP = 3  # read once; what follows its `else` is another arm
    PLURAL = 4  # a text for one, and perhaps another for many


class Step(Enum):
    """What a tag does."""

    OPEN = 1
    ARM = 2
    CLOSE = 3


_BRANCHING = (Kind.IF, Kind.CASE, Kind.LOOP)


class Turn(NamedTuple):
    """One turn; `asks` is the condition of an arm, as it is written, or the subject of a `case`.

    What a name opened is closed under that name, or without any. An arm belongs to the innermost
    pair of tags that is of one of its `kinds`.
    """

    step: Step
    name: str = ""
    kinds: tuple[Kind, ...] = _BRANCHING
    asks: str | None = None
    negated: bool = False


def opens(kind: Kind, name: str, asks: str | None = None, *, negated: bool = False) -> Turn:
    """Begin something; the first arm of an `if` begins with it."""
    return Turn(Step.OPEN, name, (kind,), asks, negated)


def arm(asks: str, *, negated: bool = False) -> Turn:
    """Go on to an arm that has a condition of its own."""
    return Turn(Step.ARM, kinds=(Kind.IF, Kind.LOOP), asks=asks, negated=negated)


def value(asks: str) -> Turn:
    """Go on to the arm for a value of what a `case` names."""
    return Turn(Step.ARM, kinds=(Kind.CASE,), asks=asks)


def otherwise(*kinds: Kind) -> Turn:
    """Go on to the arm for all other cases."""
    return Turn(Step.ARM, kinds=kinds or _BRANCHING)


def closes(name: str = "") -> Turn:
    """End what was begun."""
    return Turn(Step.CLOSE, name)
