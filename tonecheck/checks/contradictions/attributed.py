"""Whether a reply states a day, a sum or a time as the customer's own, and no news of ours."""

from __future__ import annotations

import re

from tonecheck.checks.contradictions.changes import is_past, is_rough, tells_what_happened
from tonecheck.checks.contradictions.clauses import clause
from tonecheck.entities import Fact
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.text import Span

# What the clause of a fact says where it is about a day to come, another thing or another value.
_ANEW = late(
    r"\b(?:new|next|instead|can|could|would|will|may(?= \w+ (?:be|have))|might|should|offer\w*|"
    r"available|free|open|until|till|by|within|earliest|latest|(?<!after )only|others?|another|"
    r"also|or|between|mov\w+|re-?book\w*|re-?schedul\w*|postpon\w*|put|transfer\w*|not|never|"
    r"rather|if|usually|always|"
    r"normally|takes?|from now|each|per|every|plus|minus|less|up to|at least|part of|rest|left|"
    r"remain\w*|differ\w*|discount\w*|fees?|refund\w*|back|credit\w*|total|extra|additional|"
    r"further|now|earlier|later|again|second|third|previous|both|correct\w*|today|tomorrow|"
    r"tonight|since then|then|ago)\b|n't\b|'ll\b|\bfrom (?=[£$€\d])",
    re.IGNORECASE,
)
_DEFINITE = late(r"\b(?:your|you|the)\b", re.IGNORECASE)
# "Your deposit of", "the charge of", "you rang on": what stands there is said to be the customer's.
_TIGHT = late(
    r"\b(?:your|(?<!with )(?<!see )(?<!to )(?<!for )(?<!meet )(?<!ring )(?<!call )(?<!reach )"
    r"you(?:'ve| have| had)?|the) (?:[\w'-]+ ){1,3}?(?:(?:of|on|from|at|for|in|dated) "
    r")?(?:the )?$",
    re.IGNORECASE,
)
_YOURS = late(r"\byour [\w'-]+ (?:at|of|for) $", re.IGNORECASE)
_OF_YOURS = late(r"^(?:[ -][\w'-]+)?,? (?:as )?(?:you|your)\b", re.IGNORECASE)
_YOUR = late(r"\b(?:your|the) $", re.IGNORECASE)
_TO_COME = late(r"\b(?:will|next|from|shows?|see|be|also|new|would|if|not)\b|'ll\b", re.IGNORECASE)
_PAPER = late(
    r"\b(?:invoice|bill|statement|report|payslip|receipt) (?:for|of|from) $", re.IGNORECASE
)
# "Nobody should wait four days": as long as the customer did.
_NO_WAIT = late(
    r"\b(?:nobody|no one|no customer|you) should(?:n't| not| never)? (?:ever )?(?:have (?:had )?)?"
    r"(?:to )?(?:wait|be without)(?:ed)? (?:for )?$",
    re.IGNORECASE,
)
# "Ten minutes ago" is our news, unless it tells what the customer did.
_AGO = late(r" ago\b")
_SINCE_YOU = late(r"\b(?:when|since|after|as) you\b", re.IGNORECASE)
DAYS = frozenset({Fact.DATE, Fact.TIME, "weekday", "part"})
"""Kinds of which the reply often names a new one: when something is to be."""

STRETCH = "stretch"
"""The kind of a stretch of time, whose value is a count and a unit."""


def is_attributed(sentence: Sentence, span: Span, kind: str, *, so_long: bool = False) -> bool:
    """Tell whether the clause of a fact gives it to the customer, or to what they tell of.

    `so_long`: the clause says how long they waited, or have been with us.
    """
    here = clause(sentence, span)
    words = here.of(sentence.masked)
    at = span.start - sentence.span.start - here.start
    before, after = words[:at], sentence.masked[here.start + at + len(span) :]
    if is_rough(before) or (_AGO.match(after) and not _SINCE_YOU.search(before)):
        return False
    sure = _is_called_theirs(before, after, words, kind)
    if sure is not None:
        return sure
    if kind == Fact.AMOUNT or (kind in DAYS and not is_past(sentence, span)):
        return False
    known = so_long or (kind == STRETCH and tells_what_happened(words))
    return (known or _DEFINITE.search(words) is not None) and _ANEW.search(words) is None


def _is_called_theirs(before: str, after: str, words: str, kind: str) -> bool | None:
    """Tell what the words right beside a fact say; None where they say nothing of whose it is."""
    tight = _TIGHT.search(before)
    if _YOUR.search(before) and kind in {Fact.AMOUNT, Fact.TIME}:
        return True
    if kind == Fact.TIME and not (_YOURS.search(before) or tells_what_happened(words)):
        return None
    if tight or _OF_YOURS.search(after):
        return _ANEW.search(tight.group() if tight else before) is None
    if _YOUR.search(before) and kind == "month":
        return _TO_COME.search(words) is None
    return (
        True
        if (_PAPER.search(before) and not _TO_COME.search(words)) or _NO_WAIT.search(before)
        else None
    )
