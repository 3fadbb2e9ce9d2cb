"""What never came, as the reply has it, and came, as the customer has it; and the other way round.

"The roses came, all twelve of them", and the reply: "I'm sorry they *haven't arrived* yet".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.clauses import clause, clauses
from tonecheck.checks.contradictions.naming import names
from tonecheck.checks.facts import told
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.message import OWN, PROSE
from tonecheck.text import Span

_CAME = late(
    r"(?:\b(?:has|have|did)|'s|'ve)? ?\b(?:come|came|arrived?|turn(?:ed)? up|g[eo]t (?:here|there)|"
    r"show(?:ed|n)? up|reached (?:me|us|him|her|them))\b"
    r"(?! (?:to|up|in|out|from|with|back|across|over|off|along|apart|of|late|for)\b)"
)
_NEVER_CAME = late(
    r"\b(?:never|nobody|no one|did not|didn't) (?:even )?(?:come|came|arrived?|turn(?:ed)? up|"
    r"show(?:ed)? up)\b"
)
# What a customer says of a thing that may not all be there, or that is not sure.
_UNSURE = late(
    r"\b(?:not|never|no|nor|if|when|whether|until|till|should|would|will|could|can|may|hope|only|"
    r"half|before|once|as soon as|had)\b|n't\b|'ll\b|\?"
)
_PARTLY = late(
    r"\b(?:but|except|rest|others?|missing|where(?='s| is| are)|yet|without|instead|"
    r"wrong|empty|second|half|another|no|one of|two of)\b|(?:\bnot|\bnever|n't) (?:yet |been )?"
    r"(?:c[oa]me|arriv|turn|show|receiv|got|get|had|here|there|deliver)"
)
# A reply says that it is not there to this day; of a day in the past it may well be true.
_IS_NOT_HERE = late(
    r"\b(?:(?:has|have)(?:n't| not| still not) (?:yet )?|never )(?:come|came|arrived?|turned up|"
    r"reached|g[oe]t to|got (?:here|there)|shown up|showed up|been delivered)\b"
    r"(?! (?:on time|in time|when|as|in|by|before|until|to (?:this|that|a|know)|across|with)\b)"
)
_CAME_LATE = late(r"\b(?:turned up|came|arrived|showed up) (?:so |too |very |rather )?late\b")
_SORRY = late(r"\bsorry(?: that| for| about)? ")
_OF = late(r" (?:for|of|from|with|in|to|at|on|which) ")
_MAYBE = late(r"\b(?:if|in case|should|whether|other|others|rest|why|until)\b|\?")
_MOST = 40  # clauses of a message that are looked at


class _Coming(NamedTuple):
    """A clause in which something came, the words for what it was, and those before it.

    Where it is only "it", what it was stands among those.
    """

    things: frozenset[str]
    before: frozenset[str]
    span: Span


def arrivals(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield what is said not to have come though it did, or to be late though it never came."""
    prose = [one for one in reading.sentences if one.region in PROSE]
    own = [one for one in customer.sentences if one.region in OWN]
    yield from _missed(prose, own, customer)
    if not any(" late" in one.folded for one in own):
        never = [match for one in own for match in _found(_NEVER_CAME, one)]
        for sentence in prose if never else ():
            for span in _found(_CAME_LATE, sentence):
                yield span, told(customer.message, never[0])


def _missed(
    prose: list[Sentence], own: list[Sentence], customer: Reading
) -> Iterator[tuple[Span, str]]:
    said = [(one, span) for one in prose for span in _found(_IS_NOT_HERE, one)]
    came = list(islice(_comings(own), _MOST)) if said else []
    partly = any(_PARTLY.search(one.folded) for one in own)
    for sentence, span in said:
        if _MAYBE.search(sentence.folded):
            continue
        here = clause(sentence, span)
        subject = sentence.folded[here.start : span.start - sentence.span.start]
        subject = _OF.split(_SORRY.split(subject)[-1], maxsplit=1)[0]
        things = frozenset(names(subject))
        meant = [one for one in came if _is_meant(one, things, partly=partly)]
        if meant:
            yield span, told(customer.message, meant[0].span)


def _is_meant(one: _Coming, things: frozenset[str], *, partly: bool) -> bool:
    if one.things:
        return not one.things.isdisjoint(things)
    return not partly and (not things or not one.before.isdisjoint(things))


def _comings(own: Iterable[Sentence]) -> Iterator[_Coming]:
    before: set[str] = set()
    for sentence in own:
        for here in clauses(sentence) if not sentence.folded.rstrip().endswith("?") else ():
            words = here.of(sentence.folded)
            match = _CAME.search(words)
            if match and not _UNSURE.search(words):
                things = frozenset(names(words[: match.start()]))
                yield _Coming(things, frozenset(before), here.shift(sentence.span.start))
        before.update(names(sentence.folded))


def _found(pattern: re.Pattern[str], sentence: Sentence) -> Iterator[Span]:
    for match in pattern.finditer(sentence.folded):
        yield Span(*match.span()).shift(sentence.span.start)
