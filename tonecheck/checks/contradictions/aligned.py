"""Words amid the customer's own words where the customer has another of the kind.

"The essay of *Monday* at 23:50" and "the essay of *Tuesday* at 23:50": what stands on both sides is
the same, so the one stands for the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.changes import is_past, is_rough, may_be_moved
from tonecheck.checks.contradictions.clauses import clause, is_heard
from tonecheck.checks.facts import told
from tonecheck.checks.values import MONTHS, NUMBERS, WEEKDAYS
from tonecheck.checks.words import is_common, stem
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.message import OWN, PROSE, Part, What
from tonecheck.text import Span

_TOKEN = late(r"[^\W_]+(?:[-'.:/][^\W_]+)*")
_MONTHS = frozenset(MONTHS)
_WEEKDAYS = frozenset(WEEKDAYS)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_ORDINAL = late(r"\d{1,3}(?:st|nd|rd|th)")
_CODE = late(r"(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z\d-]{2,12}")
_THIRD = 3
_PRICED = late(r"[£$€₹¥] ?$")
_DIGITS = 4  # of a number that counts something
_SHORT = 3  # letters of a word that can tell something
_MONTHLY = frozenset({"invoic", "bill", "paymen", "rent", "instal", "statem"})
_FAR = 6  # words on each side among which those that tell something are looked for
_ENOUGH = 2  # words in common on both sides
_FIGURES = frozenset({"number", "code"})
_MANY = 400  # words of a message that are looked at
# Where the clause of the reply offers, changes or compares.
_OFFERED = late(
    r"\b(?:instead|can|could|would|may(?= \w+ (?:be|have))|might|should|offer\w*|available|"
    r"(?<!-)free|open|until|till|earliest|latest|only|others?|another|also|or|between|mov\w+|next "
    r"time|"
    r"re-?book\w*|re-?schedul\w*|postpon\w*|put|transfer\w*|not|never|rather|if|chang\w*|than|"
    r"differ\w*|extra|additional|remaining|upgrad\w*|you(?: now|'ll) have|ready|now in)\b|n't\b",
    re.IGNORECASE,
)
# Where it may, unless the word stands right between the customer's own.
_ANEW = late(r"\b(?:will|now|but|correct\w*|less|more|further|new|second)\b|'ll\b", re.IGNORECASE)
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "miss", "prof"})


class _Slot(NamedTuple):
    """A word of a kind, with the two words that tell something before it and after it."""

    kind: str
    value: str
    span: Span
    sentence: Sentence
    before: tuple[str, ...]  # the nearest first
    after: tuple[str, ...]


def aligned(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each word of a kind that stands amid words among which the customer's was another."""
    theirs = list(islice(_slots(customer, OWN), _MANY))
    ours = list(islice(_slots(reading, PROSE), _MANY)) if theirs else []
    wrote = {(one.kind, one.value) for one in theirs}
    said = {(one.kind, one.value) for one in ours}
    for one in ours:
        if (one.kind, one.value) in wrote:
            continue
        meant = [two for two in theirs if two.kind == one.kind and _match(one, two)]
        values = {two.value for two in meant}
        if len(values) != 1 or (meant[0].kind, meant[0].value) in said or _is_news(one):
            continue
        amid = _is_amid(one, meant[0])
        if _ANEW.search(_before(one) if one.kind in _FIGURES else _clause(one)) and not amid:
            continue
        if is_heard(meant[0].sentence, meant[0].span) and not amid:
            continue
        if (
            not _is_day(one)
            or is_past(one.sentence, one.span)
            or not may_be_moved(reading, customer)
        ):
            yield one.span, told(customer.message, meant[0].span)


def _slots(reading: Reading, parts: Collection[Part]) -> Iterator[_Slot]:
    for sentence in reading.sentences:
        if sentence.region not in parts:
            continue
        found = [(match.group(), Span(*match.span())) for match in _TOKEN.finditer(sentence.masked)]
        telling = [_telling(word) for word, _ in found]
        names = [mark.span for mark in reading.message.marked(What.NAME, within=sentence.span)]
        for at, (word, place) in enumerate(found):
            kind = _kind(word, found[at - 1][0].lower() if at else "")
            if kind == "number" and _PRICED.search(sentence.masked, 0, place.start):
                kind = "price"
            span = place.shift(sentence.span.start)
            if kind and not any(span.overlaps(name) for name in names):
                before = islice(filter(None, reversed(telling[max(at - _FAR, 0) : at])), 2)
                after = islice(filter(None, telling[at + 1 : at + 1 + _FAR]), 2)
                yield _Slot(kind, _value(word), span, sentence, tuple(before), tuple(after))


def _kind(word: str, before: str) -> str:
    """Give the kind of a word that can stand for another of it, nothing for other words.

    A name is known by the title before it.
    """
    word = word.removesuffix("'s")
    folded = word.lower()
    if word.isdigit():
        return "number" if len(word) <= _DIGITS else ""
    for kind, words in (("number", NUMBERS), ("month", _MONTHS), ("weekday", _WEEKDAYS)):
        if folded in words:
            return kind if kind != "month" or word[0].isupper() else ""
    if _ORDINAL.fullmatch(folded) or folded in _ORDINALS[2:]:
        return "ordinal"
    if _CODE.fullmatch(word):
        return "code"
    return "name" if before in _TITLES and word[0].isupper() else ""


def _value(word: str) -> str:
    folded = word.lower().removesuffix("'s")
    if folded in NUMBERS:
        return str(NUMBERS.index(folded) + 1)
    if folded in _ORDINALS[2:]:
        number = _ORDINALS.index(folded) + 1
        return f"{number}{'rd' if number == _THIRD else 'th'}"
    return folded


def _telling(word: str) -> str:
    """Give the stem of a word that tells something, nothing for other words."""
    value = _value(word)
    if value[0].isdigit() or value in _MONTHS or value in _WEEKDAYS or value in _TITLES:
        return value
    return "" if len(value) < _SHORT or is_common(value) else stem(value)


def _match(one: _Slot, two: _Slot) -> bool:
    """Tell whether two words on the sides of a place are the same, one of them right beside it."""
    before, after = set(one.before) & set(two.before), set(one.after) & set(two.after)
    left, right = one.before[:1] == two.before[:1], one.after[:1] == two.after[:1]
    if one.kind == "number" and not (left and before):
        after -= _MONTHS  # many things happen on days of one month
    if one.kind == "month" and not _MONTHLY.isdisjoint({*one.before, *one.after}):
        return False
    return bool((left and before) or (right and after)) and len(before) + len(after) >= _ENOUGH


def _is_amid(one: _Slot, two: _Slot) -> bool:
    """Tell whether two words stand right between the same two others."""
    left, right = one.before[:1] == two.before[:1], one.after[:1] == two.after[:1]
    return bool(left and right and one.before and one.after)


def _is_day(one: _Slot) -> bool:
    return one.kind in {"weekday", "month", "ordinal"} or (
        one.kind == "number" and not _MONTHS.isdisjoint({*one.before[:1], *one.after[:1]})
    )


def _is_news(one: _Slot) -> bool:
    here = clause(one.sentence, one.span)
    words = here.of(one.sentence.masked)
    if is_rough(one.sentence.masked[here.start : one.span.start - one.sentence.span.start]):
        return True
    return _OFFERED.search(words) is not None


def _before(one: _Slot) -> str:
    return one.sentence.masked[: one.span.end - one.sentence.span.start]


def _clause(one: _Slot) -> str:
    return clause(one.sentence, one.span).of(one.sentence.masked)
