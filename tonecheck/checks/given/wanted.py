"""A kind of thing that can be asked for."""

from __future__ import annotations

import re
from typing import NamedTuple

from tonecheck.entities import Fact
from tonecheck.late import late

COUNT = (
    r"(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen|nineteen|twenty|"
    r"thirty|forty|fifty)"
)
"""A small number in figures or in words."""

_NUMBER = r"(?: ?(?:number|numbers|no\b\.?|nr\b\.?|id\b|ref(?:erence)?\b|code))"


class Thing(NamedTuple):
    """A kind of thing: how a request names it, and where the customer's message gives it.

    `labels` are those of numbers that count as it, an empty one stands for a bare number; `shown`
    is held against sentences as written. `near`: whatever else the request names must be named by
    the customer too, but for so many words, most often the verb, that may be `unnamed`.
    """

    asked: re.Pattern[str]
    fact: Fact | None = None
    labels: tuple[str, ...] = ()
    shown: re.Pattern[str] | None = None
    near: bool = False
    unnamed: int = 1


def numbered(names: str, *labels: str) -> Thing:
    """Give the number of something, by its names and the labels that it bears in a text."""
    asked = (
        rf"\b(?:{names}){_NUMBER}|\b(?:number|reference|ref|code) (?:of|for|on) (?:your|the|this) "
        rf"(?:{names})\b"
    )
    return Thing(late(asked), Fact.NUMBER, labels)


def shown(asked: str, theirs: str, *, near: bool = False, unnamed: int = 1) -> Thing:
    """Give a thing that words of the customer's show, whatever their case."""
    return Thing(late(asked), shown=late(theirs, re.IGNORECASE), near=near, unnamed=unnamed)
