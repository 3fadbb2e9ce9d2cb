"""Figures of a reply that are one of the customer's with its digits mixed up or one mistaken.

Whatever they are called, unless each is called something else: "flight *8482*" for 8842,
"version *5.1.2*" for 5.2.1, "seat *B101*" for D101, "*£864*" for £86.40, "the *12th*" for the 21st.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks.facts import stated, told
from tonecheck.checks.words import slipped
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.message import OWN, PROSE, Part
from tonecheck.text import Span

_FIGURE = late(
    r"(?<![\w.,:/#-])#?(?P<figure>(?:[a-z]{1,4}-?)?\d[\d.,-]{0,30}\d|\d\d(?:st|nd|rd|th))"
    r"(?!\w|[.,:/-]\d)",
)
# Where the reply says that it means another one, or puts the customer's right.
_ANOTHER = late(
    r"\b(?:new|replac(?:ement|es|ing)\w*|another|second|others?|instead|separate|differ\w*|"
    r"following|next|both|rather|change places|digits?|figures|ending)\b|"
    r"\b(?:not|nor|wrong\w*|correct\w*|also|previous|earlier) (?:[\w'#.]+ ){0,3}$"
)
_UNSURE = ("isn't it?", "is it?", "right?", "correct?", "is that so?")
_YEAR = late(r"(?:19|20)\d\d")
_LETTERED = late(r"[a-z]\d{3,}")
_SUM = late(r"\d+(?:\.\d\d)?")
_SHARE = late(r"%|\b(?:per cent|percent|tenth|deposit|fee|discount|off|ten|10|instal\w+|each)\b")
_VERSION = late(r"\b(?:version|release|build|firmware|v) $")
_MIXED = 3  # digits from which on it is no chance that two figures have the same ones
_FEW = 2  # the same of days of a month and of versions
_MISTAKEN = 4  # digits from which on one that is mistaken leaves the others telling
_APART = 3  # places at most in which two figures of the same digits differ
_MOST = 80  # figures of a message that are looked at


class _Figure(NamedTuple):
    value: str
    span: Span
    sentence: Sentence
    label: str  # what it is called, such as an order; empty where it has no such name
    least: int  # digits from which on it is no chance that another has the same ones


def figures(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each figure that is a slip for just one of the customer's, and theirs."""
    theirs = list(islice(_figures(customer, OWN), _MOST))
    ours = list(islice(_figures(reading, PROSE), _MOST)) if theirs else []
    wrote, said = {one.value for one in theirs}, {one.value for one in ours}
    for one in ours:
        meant = [two for two in theirs if two.value not in said and _could_be(one, two)]
        sure = [two for two in meant if not two.sentence.folded.rstrip().endswith(_UNSURE)]
        is_one = len({two.value for two in meant}) == 1
        if sure and is_one and one.value not in wrote and not _is_another(one):
            yield one.span, told(customer.message, sure[0].span)


def _could_be(one: _Figure, other: _Figure) -> bool:
    called = {one.label, other.label} - {""}
    least = min(one.least, other.least)
    return len(called) < 2 and (
        _is_mixed(one.value, other.value, least)
        or _is_mistaken(one.value, other.value)
        or (_is_shifted(one.value, other.value) and not _is_tenth(one))
    )


def _is_mixed(one: str, other: str, least: int) -> bool:
    """Tell whether two figures have the same digits, `least` or more, in another order."""
    alike = re.sub(r"\d", "0", one) == re.sub(r"\d", "0", other)
    enough = sum(map(str.isdigit, one)) >= least
    apart = sum(a != b for a, b in zip(one, other, strict=False))
    return alike and enough and sorted(one) == sorted(other) and 0 < apart <= _APART


def _is_mistaken(one: str, other: str) -> bool:
    """Tell whether long figures differ by a digit, or shorter ones by the letter before them."""
    if _LETTERED.fullmatch(one) and _LETTERED.fullmatch(other):
        return one[0] != other[0] and one[1:] == other[1:]
    if not (one.isdigit() and other.isdigit()) or min(len(one), len(other)) < _MISTAKEN:
        return False
    year = len(one) == _MISTAKEN and _YEAR.fullmatch(one)
    return slipped(one, other) and not year and (len(one) == len(other) or len(one) > _MISTAKEN)


def _is_shifted(one: str, other: str) -> bool:
    """Tell whether two sums differ by their point alone."""
    if not (_SUM.fullmatch(one) and _SUM.fullmatch(other)) or float(one) == float(other):
        return False
    bare, theirs = (value.replace(".", "").rstrip("0") for value in (one, other))
    return bare == theirs and len(bare) >= _MIXED


def _is_tenth(one: _Figure) -> bool:
    """Tell whether a sum may well be a tenth of the customer's, or ten times as much."""
    return _SHARE.search(one.sentence.folded) is not None


def _is_another(one: _Figure) -> bool:
    start = one.span.start - one.sentence.span.start
    folded = one.sentence.folded
    return any(_ANOTHER.search(words) for words in (folded[:start], folded[start:]))


def _figures(reading: Reading, parts: Collection[Part]) -> Iterator[_Figure]:
    called = [(fact.span, fact.entity.label) for fact in stated(reading, parts)]
    for sentence in reading.sentences:
        if sentence.region in parts:
            for match in _FIGURE.finditer(sentence.folded):
                figure = match["figure"]
                few = figure[-1].isalpha() or _VERSION.search(sentence.folded, 0, match.start())
                value = figure.rstrip("stndrh").replace(",", "").removesuffix(".00")
                span = Span(*match.span("figure")).shift(sentence.span.start)
                label = next((name for place, name in called if place.overlaps(span)), "")
                yield _Figure(value, span, sentence, label, _FEW if few else _MIXED)
