"""Whether a reply may rightly name another day or figure than the customer."""

from __future__ import annotations

import re

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.clauses import clause
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.text import Span

# Where the day itself may have been changed, what is said of it later is no slip.
_MOVED = late(
    r"\b(?:mov(?:e|ed|ing)|re-?schedul\w*|postpon\w*|re-?book\w*|another (?:day|time|date|slot)|"
    r"later|earlier|instead|swap\w*|push\w*|bring \w+ forward|new (?:date|day|time|slot|"
    r"appointment)|(?:other|different|any) (?:date|day|time|slot)s?|"
    r"chang\w+ (?:my|our|your|the) (?:appointment|booking|date|day|time|delivery|slot|flight|"
    r"lesson|class|order|reservation))\b",
    re.IGNORECASE,
)
# What happened on a day tells that it is past, and no new one that was found instead.
_HAPPENED = late(
    r"\b(?!booked|scheduled|reserved|planned|confirmed|fixed|arranged|needed|offered|moved|used)"
    r"(?:\w{3,}ed|rang|bought|came|went|left|wrote|sent|paid|told|took|began|spoke|met|broke|gave|"
    r"found|kept|lost|brought|caught|sold|saw|fell|felt|stood|stayed|slept|ate|drove|flew|"
    r"made|had|did)\b",
    re.IGNORECASE,
)
_ROUGHLY = late(
    r"\b(?:over|more than|nearly|almost|about|around|some|roughly|up to|under|a good) $",
    re.IGNORECASE,
)


def may_be_moved(reading: Reading, customer: Reading) -> bool:
    """Tell whether either message speaks of another day or hour for something."""
    return any(_MOVED.search(one.masked) for one in (*reading.own, *customer.sentences))


def is_past(sentence: Sentence, span: Span) -> bool:
    """Tell whether the clause of a day says what happened on it."""
    here = clause(sentence, span).of(sentence.masked)
    return tells_what_happened(here) and _MOVED.search(here) is None


def tells_what_happened(words: str) -> bool:
    """Tell whether some words say what somebody did or what befell them."""
    return _HAPPENED.search(words) is not None


def is_rough(before: str) -> bool:
    """Tell whether the words before a figure say that it is not exact."""
    return _ROUGHLY.search(before) is not None
