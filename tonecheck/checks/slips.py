"""Facts of a reply that stand for one of the customer's and are not it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.acts import Reading
from tonecheck.checks.base import Cited, Found
from tonecheck.checks.facts import Stated, given, stated, told
from tonecheck.entities import Fact
from tonecheck.late import late

# Where the reply says that it speaks of another thing, or changes this one.
_ANOTHER = late(
    r"\b(?:new|replac\w+|another|second|third|others?|also|next|instead|previous(?:ly)?|earlier|"
    r"separate|differ\w*|following|our|upgrad\w+|switch\w*|swap\w*|offer\w*|available|"
    r"not|never|rather|actually|correct\w*|wrong\w*|sorry|should|plus|minus|less|part\w*|fees?|"
    r"discount\w*|between|or|from|earliest|latest|until|till|unfortunately|afraid|cannot|can't|"
    r"unable|isn't|wasn't|original(?:ly)?|old|up|down|extra|additional|further|past|used|else)\b",
    re.IGNORECASE,
)
# A second thing of the kind has the same measure; one instead of it may have another.
_INSTEAD = late(
    r"\b(?:instead|rather|upgrad\w+|offer\w*|also|or|only|larg\w+|small\w+|bigger|differ\w*|"
    r"alternative\w*|other|available|not|never)\b",
    re.IGNORECASE,
)
_CHANGED = late(r"\b(?:mov|chang|re-?book|re-?schedul|put|transfer|reserv|hold)\w*", re.IGNORECASE)
_MONEY = late(r"\b(quot|pa(?:id|y)|charg|pric|invoic|deposit|cost|bill)", re.IGNORECASE)
_NEXT_WORD = late(r"[ -]([^\W\d_]{3,}?)s?\b")
_MOST = 100  # facts in a message; among more nothing is told to stand for one of them
_SHORTEST = 4  # digits of a number that can be told from its neighbours


def slips(reading: Reading, customer: Reading) -> Iterator[Found]:
    """Yield each fact that is not the customer's but stands for it, with what they wrote."""
    theirs = given(reading)
    ours = list(stated(reading)) if 0 < len(theirs) <= _MOST else []
    if len(ours) > _MOST:
        return
    missing = [one for one in theirs if not any(_same(one, other) for other in ours)]
    for one in ours:
        if any(_same(one, other) for other in theirs) or _speaks_of_another(reading, one):
            continue
        meant = [other for other in missing if _meant(reading, one, other, theirs, ours)]
        if len({other.entity.value for other in meant}) == 1:
            cited = Cited(told(customer.message, meant[0].span))
            yield Found(one.span, {"match": one.span, "theirs": cited})


def _same(one: Stated, other: Stated) -> bool:
    """Tell whether two facts are one; the end of a number stands for all of it."""
    first, second = one.entity, other.entity
    if first.fact is not second.fact:
        return False
    if first.fact is not Fact.NUMBER:
        return first.value == second.value
    few, many = sorted((_bare(first.value), _bare(second.value)), key=len)
    return few == many or (len(few) >= 3 and many.endswith(few))


def _speaks_of_another(reading: Reading, one: Stated) -> bool:
    measure = one.entity.fact is Fact.MEASURE
    return bool((_INSTEAD if measure else _ANOTHER).search(_sentence(reading, one)))


def _sentence(reading: Reading, one: Stated) -> str:
    return reading.sentences[one.sentence].span.of(reading.message.text)


def _meant(
    reading: Reading, one: Stated, other: Stated, theirs: list[Stated], ours: list[Stated]
) -> bool:
    """Tell whether a fact of the reply stands where one of the customer's should."""
    first, second = one.entity, other.entity
    if first.fact is not second.fact or reading.customer is None:
        return False
    match first.fact:
        case Fact.NUMBER:
            meant = _number(reading, one, other, theirs, ours)
        case Fact.AMOUNT:
            topics = _topics(reading, one) & _topics(reading.customer, other)
            meant = first.label == second.label and _alone(other, theirs) and bool(topics)
            meant = meant and _slip_in_sum(first.value, second.value)
        case Fact.DATE:
            day, their_day = first.value[3:], second.value[3:]
            meant = first.value[:3] == second.value[:3] and day == their_day[::-1]
            meant = meant and _alone(other, theirs)
        case Fact.MEASURE:
            thing = _thing(reading, one)
            meant = first.label == second.label and _alone(other, theirs) and _alone(one, ours)
            meant = meant and thing is not None and thing == _thing(reading.customer, other)
        case Fact.MAILBOX:
            meant = _slip(first.value, second.value)
        case Fact.PHONE:
            meant = len(first.value) == len(second.value) and _slip(first.value, second.value)
        case Fact.TIME:
            meant = False
    return meant


def _topics(reading: Reading, one: Stated) -> set[str]:
    return {found.lower() for found in _MONEY.findall(_sentence(reading, one))}


def _slip_in_sum(one: str, other: str) -> bool:
    """Tell whether two amounts of two digits or more are as long as each other, and a slip."""
    few = len(one) < len("10.00")
    return not few and len(one) == len(other) and _slip(one, other)


def _number(
    reading: Reading, one: Stated, other: Stated, theirs: list[Stated], ours: list[Stated]
) -> bool:
    first, second = one.entity, other.entity
    if first.label and second.label and first.label != second.label:
        return False
    written = (_bare(first.value), _bare(second.value))
    if min(sum(map(str.isdigit, value)) for value in written) >= _SHORTEST:
        return _slip(*written)
    return (
        first.label == second.label != ""
        and max(map(len, written)) < _SHORTEST
        and _alone(other, theirs)
        and _alone(one, ours)
        and not _CHANGED.search(_sentence(reading, one))
    )


def _alone(one: Stated, others: list[Stated]) -> bool:
    """Tell whether no other value of the kind and label is named beside a fact."""
    values = {
        other.entity.value
        for other in others
        if (other.entity.fact, other.entity.label) == (one.entity.fact, one.entity.label)
    }
    return len(values) == 1


def _thing(reading: Reading, one: Stated) -> str | None:
    """Give the word after a measure, without a plural's s."""
    found = _NEXT_WORD.match(reading.message.text, one.span.end)
    return found.group(1).lower() if found else None


def _bare(value: str) -> str:
    return re.sub(r"[-/]", "", value)


def _slip(one: str, other: str) -> bool:
    """Tell whether two values are one slip apart: a sign other, missing, or two swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, their_rest = one[start:], other[start:]
    if len(rest) == len(their_rest):
        swapped = rest[:2] == their_rest[:2][::-1] and rest[2:] == their_rest[2:]
        return rest[1:] == their_rest[1:] or swapped
    return rest[1:] == their_rest or rest == their_rest[1:]
