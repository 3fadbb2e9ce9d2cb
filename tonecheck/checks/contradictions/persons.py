"""People with a title whom the customer did not name, for one whom they did.

"I'll take it over to *Ms Kerr*", where the box is for Ms Kidd.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.clauses import clause
from tonecheck.checks.facts import told
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.message import PROSE, Part
from tonecheck.text import Span

_TITLED = late(
    r"\b(?P<title>Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?)\.? "
    r"(?:[A-Z][\w-]+ (?!and\b))?(?P<name>[A-Z][\w-]+(?:'[A-Z][\w-]+)?)"
)
_WORD = late(r"[\w-]+(?:'[A-Z][\w-]+)?")
# One of ours, or another than the customer's.
_OURS = late(
    r"\b(?:our|my|colleague|manager|instead|also|another|other|new|not|or|call\w*|ring|write to|"
    r"will|can|from|ask for)\b|'ll\b|n't\b"
)
_TELLING = frozenset({Part.SUBJECT, Part.BODY})  # who writes is no third person
_MOST = 40  # people of a message who are looked at


class _Person(NamedTuple):
    title: str
    name: str
    span: Span
    sentence: Sentence


def persons(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each name that stands for another person's of the same title, and theirs."""
    ours = list(islice(_people(reading, _TELLING), _MOST))
    theirs = list(islice(_people(customer, _TELLING), _MOST)) if ours else []
    if not theirs:
        return
    said, wrote = _words(reading), _words(customer)
    greeted = {one.name for one in _people(reading, PROSE - _TELLING)}
    for one in ours:
        left = [two for two in theirs if two.title == one.title and two.name not in said]
        others = {two.name for two in left}
        if len(others) == 1 and one.name not in wrote | greeted and not _is_ours(one):
            yield one.span, told(customer.message, left[0].span)


def _people(reading: Reading, parts: Collection[Part]) -> Iterator[_Person]:
    for sentence in reading.sentences:
        if sentence.region in parts:
            for match in _TITLED.finditer(sentence.masked):
                span = Span(*match.span("name")).shift(sentence.span.start)
                yield _Person(match["title"], match["name"], span, sentence)


def _words(reading: Reading) -> frozenset[str]:
    """Give the words of a message, its greeting and signature included."""
    return frozenset(_WORD.findall(reading.message.text))


def _is_ours(one: _Person) -> bool:
    here = clause(one.sentence, one.span)
    start = one.span.start - one.sentence.span.start
    return _OURS.search(one.sentence.folded, here.start, start) is not None
