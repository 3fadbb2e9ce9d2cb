"""When, where, how and how long something is or was, asked of what a customer tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tonecheck.checks.given.kinship import kin, topic
from tonecheck.checks.given.particulars import DAY, HAPPENED, HOUR, MONTH
from tonecheck.checks.given.wanted import COUNT
from tonecheck.checks.words import content
from tonecheck.language import Sentence
from tonecheck.late import late

_HELP = r"(?:do|does|did|is|are|was|were|will|has|have|had)"
_UNIT = r"(?:minutes?|hours?|days?|nights?|weeks?|months?|years?)"
_MEANS = (
    r"\b(?:by (?:train|car|bus|coach|plane|ferry|boat|bike|bicycle|taxi|tram|post|mail|e-?mail|"
    r"letter|phone|telephone|card|credit card|debit card|cheque|check|transfer|bank transfer|"
    r"direct debit|paypal|invoice|hand|courier|app)|via \w+|online|over the phone|"
    r"(?:on|through|in|with|at) (?:the|your|my|our|a) (?:[\w-]+ )?(?:website|site|app|page|shop|"
    r"store|portal|counter|desk|card|voucher|phone|till|machine)|in (?:cash|person)|paypal|"
    r"(?:in|with) cash)\b"
)
_PLACE = (
    r"\b(?:in|at|on|near|under|behind|beside|outside|opposite|inside|above|below|from) "
    r"(?:(?:the|my|our|your|his|her|its|an?) (?!(?:moment|end|time|day|morning|evening|afternoon|"
    r"weekend|same|meantime|way|whole|past|future|beginning|first|last|next)\b)[a-z]|"
    r"(?-i:(?!I\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|"
    r"Sep|Oct|Nov|Dec)[a-z]*\b)[A-Z]))"
)


class _Question(NamedTuple):
    """A way to ask, and what a sentence holds that answers it."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    where: bool = False


_QUESTIONS = (
    _Question(
        late(r"\b(?:at )?(?:what|which) time (?P<help>" + _HELP + r") (?P<what>[^?;]*)"),
        late(HOUR, re.IGNORECASE),
    ),
    _Question(
        late(r"\b(?:(?:un)?til when|how long) (?P<help>" + _HELP + r") (?P<what>[^?;]*)"),
        late(
            rf"\b(?:until|till|since|for (?:the (?:last|past) )?{COUNT} {_UNIT}|{COUNT} {_UNIT})\b",
            re.IGNORECASE,
        ),
    ),
    _Question(
        late(
            r"\b(?:when|(?:on )?(?:what|which) da(?:y|te)) (?:exactly )?(?P<help>"
            r"did|was|were|do|does|will|is|are) (?P<what>[^?;]*)"
        ),
        late(
            rf"(?:{DAY}|{HOUR}|{HAPPENED}|\b(?:in|until|till|from|since|by) (?:the end of )?"
            rf"{MONTH}\b)",
            re.IGNORECASE,
        ),
    ),
    _Question(
        late(r"\bwhen (?P<help>you|it|he|she|they|the|this) (?P<what>[^?;]*)"),
        late(HAPPENED, re.IGNORECASE),
    ),
    _Question(
        late(r"\bwhere (?:exactly )?(?P<help>" + _HELP + r") (?P<what>[^?;]*)"),
        late(_PLACE, re.IGNORECASE),
        where=True,
    ),
    _Question(
        late(r"\bhow (?:exactly )?(?P<help>did|do|will|are|have) you (?P<what>[^?;]*)"),
        late(_MEANS, re.IGNORECASE),
    ),
)
# What is still to be settled, and what is asked about a time or place that is named already.
_SETTLED = late(
    r"\b(?:like|want|prefer|wish|suits?|convenient|hope|rather|expect|mean|plan|need|think|feel|"
    r"know|see|find|same|usually|now|then|afterwards|before|after|next|first|last|exact|try|"
    r"tried)\b"
)
_HAPPEN = late(r"\b(?:happen|occur|take place)\b")
_BEFORE = late(r"\b(?:until|till|before|by|since|after)\b")


def accounts(request: str, shown: Sequence[Sentence]) -> Iterator[tuple[int, Sentence]]:
    """Give where a question about something ends, and the statement that tells it already.

    The statement names all that the question names, and holds what answers it; a question that
    names a time itself asks for a closer one.
    """
    for question in _QUESTIONS:
        match = question.asked.search(request)
        if match is None or _SETTLED.search(match["what"]):
            continue
        asked = kin(topic(match["what"]))
        if not asked and question.where and _HAPPEN.search(match["what"]):
            asked = {"happen"}
        if not asked or question.told.search(match["what"]) or _BEFORE.search(match["what"]):
            continue
        for sentence in shown:
            if sentence.folded.rstrip().endswith("?") or not asked <= kin(content(sentence.folded)):
                continue
            if question.told.search(sentence.masked):
                yield match.end(), sentence
                break
