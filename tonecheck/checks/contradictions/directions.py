"""What goes from one to the other, told the wrong way round.

"From *Leeds to York*" for York to Leeds, "from *Friday to Monday*" where Friday was wanted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.naming import WORD, names
from tonecheck.checks.facts import told
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.message import OWN, PROSE
from tonecheck.text import Span

_WORD = r"[\w'.£€$-]+"
_FROM_TO = late(
    rf"\bfrom (?P<start>{_WORD}(?: {_WORD}){{0,4}}?) (?:over |down |up |across |back )?(?:in)?to "
    rf"(?P<end>{_WORD}(?: {_WORD}){{0,2}})"
)
# The wanted one first.
_INSTEAD = late(
    rf"(?<![\w'.£€$-])(?P<end>{_WORD}(?: {_WORD}){{0,4}}) "
    r"(?:instead of|rather than|in place of|and not|not) "
    rf"(?P<start>{_WORD}(?: {_WORD}){{0,2}})"
)
# "I booked the one, but what I got is the other."
_GOT = late(
    r"\b(?:book|order|ask|want|reserv|chose|choose|meant|need|request|start|bought|signed)\w* "
    r"(?:for )?(?P<end>[^.;?!]{2,50}?)[,;]? (?:but|and|yet)\b[^.?!]{0,40}?\b(?:got|received|"
    r"(?:was|were|been) (?:sent|given|charged|delivered|booked)|came|sent me|says?|shows?|for|is|"
    r"it's) (?P<start>[^.;?!,]{2,40})"
)
# "Your letter says the one. It is the other."
_SAYS = late(
    r"\b(?:says?|said|shows?|has|states?|reads?|lists?|put|wrote)\b(?P<start>[^.;?!]{2,50})[.;,] "
    r"(?:but |and )?(?:i|it|we|that|she|he|my \w+)\b(?:'s| is| was)?(?P<end>[^.;?!]{2,40})"
)
_BOTH_WAYS = late(r"\b(?:return|round trip|there and back|and back|both ways|other way|swap\w*)\b")
_MOST = 30  # ways told in a message that are looked at


class _Way(NamedTuple):
    start: frozenset[str]
    end: frozenset[str]
    span: Span


def directions(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each way that the customer told in the other direction, and their words."""
    prose = [one for one in reading.sentences if one.region in PROSE]
    ours = list(islice(_ways(prose, (_FROM_TO,)), _MOST))
    own = [one for one in customer.sentences if one.region in OWN] if ours else []
    if any(_BOTH_WAYS.search(one.folded) for one in own):
        return
    theirs = list(islice(_ways(own, (_FROM_TO, _INSTEAD, _GOT)), _MOST)) + list(_corrected(own))
    for one in ours:
        turned = [two for two in theirs if one.start & two.end and one.end & two.start]
        same = any(one.start & two.start and one.end & two.end for two in theirs)
        if turned and not same:
            yield one.span, told(customer.message, turned[0].span)


def _ways(sentences: list[Sentence], patterns: tuple[re.Pattern[str], ...]) -> Iterator[_Way]:
    for sentence in sentences:
        for pattern in patterns:
            for match in pattern.finditer(sentence.folded):
                yield from _way(match, sentence.span.start)


def _corrected(sentences: list[Sentence]) -> Iterator[_Way]:
    """Give what somebody has written otherwise than it is, told in one sentence or in two."""
    for one, two in pairwise([*sentences, *sentences[-1:]]):
        gap = max(two.span.start - one.span.end, 0) if two is not one else 0
        both = one.folded if two is one else one.folded + " " * gap + two.folded
        for match in _SAYS.finditer(both):
            yield from _way(match, one.span.start)


def _way(match: re.Match[str], start: int) -> Iterator[_Way]:
    begins, ends = frozenset(names(match["start"])), frozenset(names(match["end"]))
    if begins - ends and ends - begins:
        telling = [word.end() for word in WORD.finditer(match["end"]) if names(word.group())]
        stop = max(match.start("end") + telling[-1], match.end("start"))
        yield _Way(begins - ends, ends - begins, Span(match.start(), stop).shift(start))
