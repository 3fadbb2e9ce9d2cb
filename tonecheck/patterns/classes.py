"""Classes of words that the phrase language knows by itself."""

from __future__ import annotations

import re

# A folded sentence has no white space but the plain space.
WORD = r"[^ ;:.?!()\[\]{}]+"

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty-four twenty-five twenty thirty forty-five "
    "forty-eight forty fifty sixty seventy-two seventy eighty ninety"
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
_MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_UNITS = "minute minutes hour hours day days week weeks month months hrs mins"
CLASSES: dict[str, tuple[str, frozenset[str]]] = {
    "number": (
        rf"(?:\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?|{'|'.join(_NUMBERS.split())})",
        frozenset({"<digit>", *_NUMBERS.split()}),
    ),
    "day": (rf"(?:{'|'.join(_DAYS.split())})", frozenset(_DAYS.split())),
    "month": (rf"(?:{'|'.join(_MONTHS.split())})", frozenset(_MONTHS.split())),
    "unit": (
        rf"(?:(?:business|working|calendar) +)?(?:{'|'.join(_UNITS.split())})",
        frozenset(_UNITS.split()),
    ),
    "clock": (
        (
            r"(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?"
            r"|noon|midday|midnight|\d{1,2} ?o'clock)"
        ),
        frozenset({"<digit>", "noon", "midday", "midnight"}),
    ),
    "word": (WORD, frozenset()),
    "same": (r"(?P=said)", frozenset()),
}
"""Closed classes: their regex and the words one of which must be there (none: any word)."""

# What has an ending without being a form of a shorter word, as far as phrases would be misled.
_NO_FORMS = {
    "ing": (
        "thing something anything nothing everything king ring wing spring string during morning "
        "evening ceiling sibling darling sterling shilling"
    ),
    "ly": "reply apply supply family fly july italy bully ally rely imply comply multiply assembly",
}


def ended(ending: str) -> str:
    """Give the regex of a word with an ending."""
    others = "|".join(_NO_FORMS.get(ending, "").split())
    spared = rf"(?!(?:{others})(?![\w'-]))" if others else ""
    return rf"{spared}[^\W_][\w'-]*{re.escape(ending)}"
