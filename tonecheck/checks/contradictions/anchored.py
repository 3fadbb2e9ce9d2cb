"""Days, sums and stretches of time that a reply gives to what had another: told by their anchors.

An anchor is a word beside the fact that says what it is of: "the *deposit* of 150 euros", "you
*rang* on Thursday", "the *invoice* for March".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.attributed import DAYS, STRETCH, is_attributed
from tonecheck.checks.contradictions.changes import is_past, may_be_moved
from tonecheck.checks.contradictions.clauses import clause, is_stated
from tonecheck.checks.facts import Stated, stated, told
from tonecheck.checks.values import (
    CAPITALISED_MONTH,
    MONTHS,
    NUMBERS,
    WEEKDAY,
    WEEKDAYS,
)
from tonecheck.checks.words import is_common, stem
from tonecheck.entities import Fact
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.message import OWN, PROSE, Part
from tonecheck.text import Span

_WORDED = late(
    rf"\b(?:(?P<weekday>{WEEKDAY})(?:'s|s)?"
    rf"|(?P<month>(?-i:{CAPITALISED_MONTH}))(?! \d)"
    r"|since (?P<year>(?:19|20)\d\d)"
    rf"|(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})[ -](?P<unit>minute|hour|day|week|month|year)s?"
    r"|(?P<part>morning|afternoon|evening))\b",
    re.IGNORECASE,
)
_KINDS = ("weekday", "month", "year", "part")
_UNITS = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43800, "year": 525600}
_WORD = late(r"[^\W\d_][\w'-]*|\d+")
# Words that stand between an anchor and its fact, or say nothing of what it is.
_EMPTY = frozenset(
    "of on in at for from to by the a an your my our this last that was is am pm dated until till "
    "euros euro pounds dollars us me you "
    "we i it and with around about exactly sorry run runs ran last lasts lasted cost costs stands "
    "falls fell".split()
).union(MONTHS, WEEKDAYS)
_BEFORE, _AFTER = 1, 2  # words with a meaning, beside a fact, of which each can be its anchor
_AROUND = 80  # letters on each side of a fact that are looked at
_ALIKE = 4  # letters from which on a beginning is a stem
_AS_YOU = late(
    r"(?: \w+)?,? (?:as |that |which )?you(?:'ve| have| had)? (?P<deed>ordered|booked|paid|bought|"
    r"wanted|requested|asked|chose|returned|sent|mentioned|wrote)\b"
)
_IN_MONTH = late(rf" (?:for|in|of) (?P<month>{CAPITALISED_MONTH})\b")
_LOYAL = late(
    r"\b(?:with (?:you|us)|customers?|members?|clients?|loyal\w*|guests?)\b", re.IGNORECASE
)
_WAITED = late(
    r"\b(?:wait\w*|without|patien\w*|out of (?:order|action)|been|after|lasted|delay\w*|late|"
    r"too long)\b",
    re.IGNORECASE,
)
_COMPARED = frozenset({Fact.DATE, Fact.TIME, Fact.AMOUNT, STRETCH, *_KINDS})
# What each customer did for one time only, whatever it was: wait, and be a customer.
_SO_LONG = {STRETCH: _WAITED, "year": _LOYAL}
_MOST = 60  # facts of a message that are looked at
_SHARED = 2  # words in common that tell of one matter
_HALF = 12


class _Placed(NamedTuple):
    """A fact with the stems around it; `anchors` are those right beside it."""

    kind: str
    value: str
    span: Span
    sentence: Sentence
    anchors: frozenset[str]
    around: frozenset[str]


def anchored(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield the place of each fact whose anchors had another value, and the customer's words."""
    ours = list(islice(_placed(reading, PROSE), _MOST))
    theirs = list(islice(_placed(customer, OWN), _MOST)) if ours else []
    said = {(one.kind, one.value) for one in ours}
    wrote = {(one.kind, one.value) for one in theirs}
    told_of: set[tuple[str, str]] = set()
    for one in ours:
        # What is news where it is first named is the reply's own further on.
        if (one.kind, one.value) in told_of:
            continue
        told_of.add((one.kind, one.value))
        if (one.kind, one.value) in wrote or _is_day_named(one, customer):
            continue
        others = [
            two
            for two in theirs
            if two.kind == one.kind and (two.kind, two.value) not in said and _apart(one, two)
        ]
        meant = [two for two in others if _same_anchor(one, two)]
        if one.kind != Fact.DATE:
            meant = meant or [two for two in others if len(_shared(one, two)) >= _SHARED]
        if not meant and one.kind in _SO_LONG and len(others) == 1:
            how = _SO_LONG[one.kind]
            meant = [two for two in others if _says(how, one) and _says(how, two)]
        if (
            len({two.value for two in meant}) != 1
            or not _is_attributed(one)
            or not is_stated(meant[0].sentence, meant[0].span)
        ):
            continue
        if (
            one.kind not in DAYS
            or is_past(one.sentence, one.span)
            or not may_be_moved(reading, customer)
        ):
            yield one.span, told(customer.message, meant[0].span)


def _placed(reading: Reading, parts: Collection[Part]) -> Iterator[_Placed]:
    facts: dict[int, list[Stated]] = {}
    for fact in islice(stated(reading, parts), _MOST):
        facts.setdefault(fact.sentence, []).append(fact)
    for number, sentence in enumerate(reading.sentences):
        if sentence.region not in parts:
            continue
        found = [
            (_kind(fact), _clock(fact.entity.fact, fact.entity.value), fact.span)
            for fact in facts.get(number, ())
        ]
        taken = [span for _, _, span in found]
        for match in _WORDED.finditer(sentence.masked):
            span = Span(*match.span()).shift(sentence.span.start)
            if not any(span.overlaps(other) for other in taken):
                found.append((*_read(match), span))
        for kind, value, span in found:
            if kind in _COMPARED or kind.startswith(Fact.MEASURE):
                yield _Placed(kind, value, span, sentence, *_beside(sentence, span, kind))


def _kind(fact: Stated) -> str:
    """Give the kind of a fact, of a measure with its unit: only like ones can be compared."""
    if fact.entity.fact is Fact.MEASURE:
        return f"{Fact.MEASURE} {fact.entity.label}"
    return fact.entity.fact.value


def _read(match: re.Match[str]) -> tuple[str, str]:
    if match["count"]:
        word = match["count"].lower()
        count = NUMBERS.index(word) + 1 if word in NUMBERS else int(word)
        return STRETCH, f"{count} {match['unit'].lower()}"
    kind = next(kind for kind in _KINDS if match[kind])
    return kind, match[kind].lower()


def _clock(fact: Fact, value: str) -> str:
    """Give a time of day as a clock shows it, whatever the half of the day; else the value."""
    if fact is not Fact.TIME:
        return value
    return f"{int(value[:2]) % _HALF:02}{value[2:]}"


def _beside(sentence: Sentence, span: Span, kind: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the stems right beside a place and those of the words around it.

    What the customer did with it is beside it too: "a rail of 260 cm, as you *ordered*".
    """
    start, end = span.start - sentence.span.start, span.end - sentence.span.start
    here = clause(sentence, span)
    folded = sentence.folded
    before = _stems(folded, max(start - _AROUND, 0), start)
    after = _stems(folded, end, end + _AROUND)
    beside = _stems(folded, max(here.start, start - _AROUND), start)[-_BEFORE:]
    beside += _stems(folded, end, min(here.end, end + _AROUND))[:_AFTER]
    if deed := _AS_YOU.match(folded, end):
        beside.append(stem(deed["deed"]))
    if kind == Fact.AMOUNT and (month := _IN_MONTH.match(sentence.masked, end)):
        beside.append(month["month"])
    return frozenset(beside), frozenset(before + after)


def _stems(folded: str, start: int, end: int) -> list[str]:
    return [found for found in map(_stem, _WORD.findall(folded, start, end)) if found]


def _stem(word: str) -> str:
    """Give the stem of a word that says what something is of, nothing for another word."""
    bare = word.removesuffix("'s")
    if bare in _EMPTY or is_common(bare) or len(bare) <= 2 or bare in NUMBERS:
        return ""
    return stem(bare)


def _akin(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _ALIKE and long.startswith(short))


def _shared(one: _Placed, other: _Placed) -> set[str]:
    return {word for word in one.around if any(_akin(word, two) for two in other.around)}


def _same_anchor(one: _Placed, other: _Placed) -> bool:
    return any(_akin(word, two) for word in one.anchors for two in other.anchors)


def _is_attributed(one: _Placed) -> bool:
    so_long = one.kind in _SO_LONG and _says(_SO_LONG[one.kind], one)
    return is_attributed(one.sentence, one.span, one.kind, so_long=so_long)


def _is_day_named(one: _Placed, customer: Reading) -> bool:
    """Tell whether the customer writes the day of a date without its month, or in figures."""
    day = one.value[3:].removeprefix("0")
    named = rf"(?<!\d){day}(?:st|nd|rd|th|[./-])?(?!\d)"
    return one.kind == Fact.DATE and re.search(named, customer.message.text) is not None


def _apart(one: _Placed, other: _Placed) -> bool:
    """Tell whether two values cannot mean the same, as three weeks and twenty days can."""
    if one.kind != STRETCH:
        return True
    (count, unit), (theirs, their_unit) = one.value.split(), other.value.split()
    if unit == their_unit:
        return True
    few, many = sorted((int(count) * _UNITS[unit], int(theirs) * _UNITS[their_unit]))
    return many >= 2 * few


def _says(pattern: re.Pattern[str], one: _Placed) -> bool:
    return pattern.search(clause(one.sentence, one.span).of(one.sentence.masked)) is not None
