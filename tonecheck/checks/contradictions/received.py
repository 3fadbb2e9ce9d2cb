"""What the customer got, told as what they had ordered, or sent to them again.

"You sent the red one and I ordered the blue", and the reply: "the *red* one you ordered is on its
way".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.clauses import clauses
from tonecheck.checks.contradictions.naming import WORD, name, names
from tonecheck.checks.facts import told
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.message import OWN, PROSE
from tonecheck.text import Span

_ORDERED = r"(?:ordered|chosen?|wanted|asked for|booked|paid for|picked|requested|signed up for)"
_GOT = (
    r"(?:sent(?: me| us)?|got|received|delivered|fell out|came out|it(?:'s| is| was)|"
    r"(?:what|the one that) (?:came|arrived) (?:is|was)|went to)"
)
# "You sent the one and I ordered the other."
_GOT_THEN = late(
    rf"\b{_GOT} (?P<got>[^.;?!,]{{2,40}}?),? (?:and|but|when|though|while|;|,) (?:i|we)"
    rf"(?:'d| had)? {_ORDERED} (?P<wanted>[^.;?!,]{{2,40}})"
)
# "I had changed it to the one. It went to the other."
_WANTED_THEN = late(
    rf"\b(?:{_ORDERED}|expecting|expected|changed (?:it|(?:the|my) \w+) to) "
    rf"(?P<wanted>[^.;?!]{{2,90}})(?:[.;!]|,? but|,? and)[^.;?!,]{{0,20}}\b{_GOT}(?: was| is)? "
    r"(?P<got>[^.;?!,]{2,40})"
)
_ORDERED_BY_YOU = late(rf"\byou(?:'ve| have| had|'d)? {_ORDERED}\b")
_YOU_ORDERED = late(
    rf"(?:[ -][\w'-]+){{0,2}},? (?:that |which |as )?you(?:'ve| have| had|'d)? {_ORDERED}\b"
)
_SENT = late(
    r"\b(?:brings?|leaves|goes out|on (?:its|their|the) way|will (?:bring|send|post)|in it (?:is|"
    r"are)|as you (?:have|ordered|wanted|wished))\b"
)
_BACK = late(
    r"\b(?:instead|back|return\w*|collect\w*|keep|wrong|sorry|took|takes?|not|never|rather|label|"
    r"mistake|mix\w*|should have|swap\w*|exchange\w*|other|but|got|came|received|if|why)\b|n't\b|\?"
)
# What is sent about a thing, and words that name none.
_PAPERS = frozenset(
    map(
        name,
        "confirmation letter email mail message invoice bill label receipt ticket tickets card "
        "note one ones order parcel reply answer".split(),
    )
)
_MOST = 10  # pairs of a message that are looked at
_FEW = 4  # words that name the thing which came


class _Pair(NamedTuple):
    """What names alone the thing that came, what names the one that was wanted, and where."""

    got: frozenset[str]
    wanted: frozenset[str]
    span: Span


def received(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each word for what the customer got where it stands for what they ordered."""
    pairs = list(islice(_pairs(customer), _MOST))
    for sentence in reading.sentences if pairs else ():
        for here in clauses(sentence) if sentence.region in PROSE else ():
            words = here.of(sentence.folded)
            said = {name(word) for word in WORD.findall(words)}
            for pair in pairs:
                match = next((m for m in WORD.finditer(words) if name(m.group()) in pair.got), None)
                if match and not pair.wanted & said and _is_taken(words, sentence, here, match):
                    span = Span(*match.span()).shift(here.start + sentence.span.start)
                    yield span, told(customer.message, pair.span)


def _is_taken(words: str, sentence: Sentence, here: Span, match: re.Match[str]) -> bool:
    """Tell whether a clause has it that a word is for what the customer ordered, or gets now."""
    after = sentence.folded[here.start + match.end() :]
    if _YOU_ORDERED.match(after) or _ORDERED_BY_YOU.search(words[: match.start()]):
        return True
    return _SENT.search(words) is not None and _BACK.search(words) is None


def _pairs(customer: Reading) -> Iterator[_Pair]:
    own = [one for one in customer.sentences if one.region in OWN]
    for at, sentence in enumerate(own):
        yield from _found(_GOT_THEN, sentence.folded, sentence.span.start)
        after = own[at + 1] if at + 1 < len(own) else None
        gap = " " * max(after.span.start - sentence.span.end, 0) if after else ""
        both = sentence.folded + gap + after.folded if after else sentence.folded
        yield from _found(_WANTED_THEN, both, sentence.span.start)


def _found(pattern: re.Pattern[str], words: str, start: int) -> Iterator[_Pair]:
    for match in pattern.finditer(words):
        got, wanted = names(match["got"])[:_FEW], names(match["wanted"])
        alone, left = frozenset(got) - set(wanted) - _PAPERS, frozenset(wanted) - set(got)
        if alone and left:
            yield _Pair(alone, left, Span(*match.span()).shift(start))
