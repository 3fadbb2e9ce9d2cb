"""What customer and reply each name one of, and not the same: a salmon, a seat at the window.

Of a kind of which somebody has one, another is a mistake. Where there may be many, it is one only
where the reply says that it is the customer's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.clauses import clause
from tonecheck.checks.contradictions.kinds import COMMON, FINE, GOODS, OTHERS, single, things
from tonecheck.checks.facts import told
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.message import OWN, PROSE, Part, What
from tonecheck.text import Span

_WORD = late(r"[^\W_]+(?:['&-][^\W_]+)*")
# Where a reply speaks of another thing, compares, or offers one.
_RATHER = late(
    r"\b(?:another|others?|also|next|instead|previous|separate|differ\w*|switch\w*|swap\w*|"
    r"offer\w*|available|not|never|rather|only|either|or|as well|alternativ\w*|wrong\w*|mix\w*|"
    r"except|unlike|compared|like|if|whether|should|sold|chang\w*|upgrad\w*|than|both|sample|"
    r"match\w*|suggest\w*|recommend\w*|new|"
    r"on request|happy to|found|we have|(?<!-)free|too(?= *$))\b|n't\b"
)
_DENIED = late(r"\b(?:not|never|no|instead of|rather than|without)\b|n't\b")
# A thing of ours, or the way on which money goes back.
_NOT_THEIRS = late(
    r"\b(?:our|my|whose|own|\w+'s) (?:[\w'-]+ ){0,2}$|"
    r"\b(?:back|refund\w*|sen[dt]|repa(?:y|id))\b[^.;]{0,40} (?:by|via) $"
)
_YOURS = late(r"\byour (?:[\w'-]+ ){0,2}$")
_DEED = (
    r"(?:bought|ordered|chose|booked|had|sent|brought|returned|rented|hired|paid|asked|wanted|"
    r"mention\w*|reserved|wrote|wished|applied|described|saw)"
)
_YOU = r"you(?:'ve| have| had|'d)?"
_YOU_DID = late(rf"\b{_YOU} {_DEED} (?:for |up )?(?:[\w'-]+ ){{0,3}}$")
_THAT_YOU_DID = late(rf"(?:[ -][\w'-]+){{0,2}},? (?:as |that |which )?{_YOU} {_DEED}\b")
_MOST = 60  # words of a message that are looked at


class _Word(NamedTuple):
    kind: int
    value: str
    span: Span
    sentence: Sentence

    @property
    def start(self) -> int:
        return self.span.start - self.sentence.span.start

    @property
    def end(self) -> int:
        return self.span.end - self.sentence.span.start

    @property
    def clause(self) -> Span:
        return clause(self.sentence, self.span)

    @property
    def before(self) -> str:
        return self.sentence.folded[self.clause.start : self.start]


def lone(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each word for a thing of which the customer has another, and theirs."""
    ours = list(islice(_words(reading, PROSE), _MOST))
    theirs = list(islice(_words(customer, OWN), _MOST)) if ours else []
    for one in ours:
        others = [two for two in theirs if two.kind == one.kind]
        mine = {two.value for two in ours if two.kind == one.kind}
        wrote = {two.value for two in others}
        left = wrote - mine
        if one.value in wrote or len(mine - wrote) != 1 or not left or _is_news(one):
            continue
        meant = [two for two in others if two.value in left and not _is_denied(two)]
        fine = one.kind < FINE.count("\n") and len(left) == 1 and mine.isdisjoint(wrote)
        if meant and (fine or _is_called_theirs(one)):
            yield one.span, told(customer.message, meant[0].span)


def _words(reading: Reading, parts: Collection[Part]) -> Iterator[_Word]:
    known = things(FINE, COMMON, GOODS, OTHERS)
    for sentence in reading.sentences:
        if sentence.region not in parts:
            continue
        names = [mark.span for mark in reading.message.marked(What.NAME, within=sentence.span)]
        found = list(_WORD.finditer(sentence.folded))
        for at, match in enumerate(found):
            end = found[min(at + 1, len(found) - 1)].end()
            kinds = known.get(single(sentence.folded[match.start() : end]), ())
            if not kinds:
                end = match.end()
                kinds = known.get(single(match.group()), ())
            span = Span(match.start(), end).shift(sentence.span.start)
            if not any(name.overlaps(span) for name in names):
                for kind, value in kinds:
                    yield _Word(kind, value, span, sentence)


def _is_denied(one: _Word) -> bool:
    return _DENIED.search(one.before) is not None


def _is_called_theirs(one: _Word) -> bool:
    """Tell whether the reply says of a thing that it is the customer's or that they chose it."""
    if _YOURS.search(one.before) or _YOU_DID.search(one.before):
        return True
    return _THAT_YOU_DID.match(one.sentence.folded, one.end) is not None


def _is_news(one: _Word) -> bool:
    """Tell whether a reply asks, offers or compares, or speaks of a thing of ours."""
    if one.sentence.folded.rstrip().endswith("?") or _NOT_THEIRS.search(one.before):
        return True
    return _RATHER.search(one.clause.of(one.sentence.folded)) is not None
