"""Facts of a reply that stand for one of the customer's and are not it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.clauses import clause
from tonecheck.checks.facts import Stated, given, stated, told
from tonecheck.checks.words import slipped, swapped
from tonecheck.entities import Fact
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.text import Span

# Where the clause of a fact says that it is about another thing, or changes this one.
_ANOTHER = late(
    r"\b(?:new|replac\w+|another|second|third|others?|also|next|instead|previous(?:ly)?|earlier|"
    r"separate|differ\w*|following|upgrad\w+|switch\w*|swap\w*|offer\w*|available|free|empty|"
    r"vacant|can(?!')|could|would|"
    r"not|never|rather|actually|correct\w*|wrong\w*|should|plus|minus|less|part\w*|fees?|"
    r"discount\w*|between|or|from|by|earliest|latest|until|till|original(?:ly)?|old|extra|additional|"
    r"further|past|used|else)\b",
    re.IGNORECASE,
)
# The same in a sentence that names a whole number of an order, or in which digits are swapped.
_SURELY_ANOTHER = late(
    r"\b(?:new|replac(?:ement|es|ing)\w*|another|second|others?|instead|separate|differ\w*|"
    r"following|next|both|"
    r"rather)\b|\b(?:not|nor|wrong\w*|correct\w*|also|previous|earlier) (?:[\w'#.]+ ){0,3}$",
    re.IGNORECASE,
)
# A second thing of the kind has the same measure; one instead of it may have another.
_INSTEAD = late(
    r"\b(?:instead|rather|upgrad\w+|offer\w*|also|or|only|larg\w+|small\w+|bigger|differ\w*|"
    r"alternative\w*|other|available|not|never)\b",
    re.IGNORECASE,
)
# What a customer bounds or guesses, another measure may keep to.
_BOUND = late(
    r"\b(?:max\w*|min\w*|at (?:least|most)|up to|under|over|about|around|roughly|more than|"
    r"less than)\b",
    re.IGNORECASE,
)
_CHANGED = late(
    r"\b(?:(?:mov|chang|re-?book|re-?schedul|put|transfer|reserv|hold)\w*|now|ready|free|yours|"
    r"you(?:'ll)? have|given?|we(?:'ve| have))\b",
    re.IGNORECASE,
)
# Where something is sent anew, another order may stand for it.
_ANEW = late(
    r"\b(?:swap\w*|exchang\w*|replac\w*|again|anew|instead|rather|re-?sen[dt]|re-?order\w*)\b",
    re.IGNORECASE,
)
_MONEY = late(r"\b(quot|pa(?:id|y)|charg|pric|invoic|deposit|cost|bill)", re.IGNORECASE)
_NEXT_WORD = late(r"[ -]([^\W\d_]{3,}?)s?\b")
# Numbers that a customer names and a reply hands out only where it says that it does.
_MONTHLY = late(r"\b(?:invoice|bill|payment|instal\w+|statement|rent|fee|salary)\b", re.IGNORECASE)
_THEIRS = frozenset({"order", "booking", "policy", "membership", "claim"})
_MADE = late(
    r"\b(?:plac|creat|open|mak|mad|set|book|rais|start|issu|regist|find|under|as)\w*\b|\bis$",
    re.IGNORECASE,
)
_MOST = 100  # facts in a message; among more nothing is told to stand for one of them
_SHORTEST = 4  # digits of a number that can be told from its neighbours
_CODE = 5  # signs of one with letters
_NEAR = 30  # letters before a code in which it is called the customer's
_YOURS = late(r"\b(?:your|you) (?:[\w'-]+ ){0,2}$", re.IGNORECASE)
_SUM = 3  # digits of an amount in which a swap is hardly a price of another thing


def slips(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield the place of each fact that is not the customer's but stands for it, and theirs."""
    theirs = given(reading)
    ours = list(stated(reading)) if 0 < len(theirs) <= _MOST else []
    if len(ours) > _MOST:
        return
    missing = [one for one in theirs if not any(_same(one, other) for other in ours)]
    for one in ours:
        if any(_same(one, other) for other in theirs):
            continue
        meant = [
            other
            for other in missing
            if _meant(reading, one, other, theirs, ours)
            and not _speaks_of_another(reading, one, other)
        ]
        if len({other.entity.value for other in meant}) == 1:
            yield one.span, told(customer.message, meant[0].span)


def _same(one: Stated, other: Stated) -> bool:
    """Tell whether two facts are one; the end of a number stands for all of it."""
    first, second = one.entity, other.entity
    if first.fact is not second.fact:
        return False
    if first.fact is not Fact.NUMBER:
        return first.value == second.value
    few, many = sorted((_bare(first.value), _bare(second.value)), key=len)
    return few == many or (len(few) >= 3 and many.endswith(few))


def _speaks_of_another(reading: Reading, one: Stated, other: Stated) -> bool:
    sentence = reading.sentences[one.sentence]
    around = clause(sentence, one.span)
    if one.entity.fact is Fact.MEASURE:
        theirs = reading.customer.sentences[other.sentence] if reading.customer else sentence
        bound = _BOUND.search(clause(theirs, other.span).of(theirs.masked))
        return bound is not None or _INSTEAD.search(around.of(sentence.masked)) is not None
    if _is_long(one) or _surely_swapped(one, other):
        return _surely_of_another(sentence, one.span)
    return _ANOTHER.search(around.of(sentence.masked)) is not None


def _surely_of_another(sentence: Sentence, span: Span) -> bool:
    start = span.start - sentence.span.start
    said = (sentence.masked[:start], sentence.masked[start:])
    return any(_SURELY_ANOTHER.search(words) for words in said)


def _is_long(one: Stated) -> bool:
    """Tell whether a fact is a number that only one order, ticket or mailbox bears."""
    if one.entity.fact in {Fact.MAILBOX, Fact.PHONE}:
        return True
    return one.entity.fact is Fact.NUMBER and sum(map(str.isdigit, one.entity.value)) >= _SHORTEST


def _surely_swapped(one: Stated, other: Stated) -> bool:
    """Tell whether two values have their signs swapped, and so many that it can only be a slip."""
    first, second = one.entity.value, other.entity.value
    if one.entity.fact is Fact.AMOUNT:
        enough = len(first.removesuffix(".00").replace(".", "")) >= _SUM
    else:
        enough = one.entity.fact is not Fact.DATE
    return enough and swapped(first, second)


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
            meant = first.label == second.label or not (first.label and second.label)
            meant = meant and _slip_in_sum(first.value, second.value)
            meant = meant and (_surely_swapped(one, other) or bool(topics))
            meant = meant and _alone(other, theirs)
        case Fact.DATE:
            day, their_day = first.value[3:], second.value[3:]
            if first.value[:3] == second.value[:3]:
                meant = day == their_day[::-1]
            else:
                meant = day == their_day and not _MONTHLY.search(_sentence(reading, one))
            meant = meant and _alone(other, theirs)
        case Fact.MEASURE:
            thing = _thing(reading, one)
            meant = first.label == second.label and _alone(other, theirs) and _alone(one, ours)
            meant = meant and thing is not None and thing == _thing(reading.customer, other)
        case Fact.MAILBOX:
            meant = slipped(first.value, second.value)
        case Fact.PHONE:
            meant = len(first.value) == len(second.value) and slipped(first.value, second.value)
        case Fact.TIME:
            meant = False
    return meant


def _topics(reading: Reading, one: Stated) -> set[str]:
    return {found.lower() for found in _MONEY.findall(_sentence(reading, one))}


def _slip_in_sum(one: str, other: str) -> bool:
    """Tell whether two amounts of two digits or more are as long as each other, and a slip."""
    few = len(one) < len("10.00")
    return not few and len(one) == len(other) and slipped(one, other)


def _number(
    reading: Reading, one: Stated, other: Stated, theirs: list[Stated], ours: list[Stated]
) -> bool:
    first, second = one.entity, other.entity
    if first.label and second.label and first.label != second.label:
        return False
    written = (_bare(first.value), _bare(second.value))
    if min(sum(map(str.isdigit, value)) for value in written) >= _SHORTEST:
        return slipped(*written) or (
            first.label == second.label
            and first.label in _THEIRS
            and _alone(one, ours)
            and _alone(other, theirs)
            and not _ANOTHER.search(_sentence(reading, one))
            and not _MADE.search(_sentence(reading, one))
            and not _is_sent_anew(reading)
        )
    if min(map(len, written)) >= _CODE:
        return swapped(*written) or (slipped(*written) and _same_model(reading, one, *written))
    return (
        first.label == second.label != ""
        and max(map(len, written)) < _SHORTEST
        and _alone(other, theirs)
        and _alone(one, ours)
        and (swapped(*written) or not _CHANGED.search(_sentence(reading, one)))
    )


def _is_sent_anew(reading: Reading) -> bool:
    theirs = reading.customer.sentences if reading.customer else ()
    return any(_ANEW.search(one.masked) for one in (*theirs, *reading.own))


def _same_model(reading: Reading, one: Stated, written: str, theirs: str) -> bool:
    """Tell whether two codes begin with the same letters, and the reply's is "your" one."""
    letters = [re.match(r"[A-Z]{2,}", code) for code in (written, theirs)]
    before = reading.message.text[max(one.span.start - _NEAR, 0) : one.span.start]
    same = all(letters) and len({found[0] for found in letters if found}) == 1
    return same and _YOURS.search(before) is not None


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
