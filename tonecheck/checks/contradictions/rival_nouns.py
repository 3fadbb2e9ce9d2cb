"""Nouns none of which goes by the name of another: the customer's boots are not “your sandals”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.clauses import clause
from tonecheck.checks.contradictions.kinds import GOODS, OTHERS, single, things
from tonecheck.checks.facts import told
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.message import OWN, What
from tonecheck.text import Span

_WORD = late(r"washing[ -]machine|[a-z]+")
_YOURS = late(r"\byour (?:[a-z'-]+ ){0,2}$")
_THE = late(r"\bthe (?:[a-z'-]+ )?$")
_BOUGHT = late(
    r"^ (?:that |which )?(?:you(?:'ve| have| had)? (?:\w+ )?(?:bought|ordered|chose|booked|had|"
    r"sent|brought|returned|rented|hired|hurt|broke)|from your)\b"
)
_ELSE = late(
    r"\b(?:another|others?|instead|next|also|if|or|rather|than|swap\w*|chang\w*|"
    r"upgrad\w*|not|never|maybe|perhaps|match\w*)\b|n't\b"
)
_OF_ANOTHER = late(
    r"^ (?:strap|bag|case|cover|park|hours|number|call|code|game|room|table|time)s?\b"
)


class _Noun(NamedTuple):
    kind: int
    thing: str
    span: Span
    sentence: Sentence


def nouns(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each noun that the reply calls the customer's, who names another of its kind alone."""
    ours = list(_found(reading.own))
    theirs = list(_found(s for s in customer.sentences if s.region in OWN)) if ours else []
    said, wrote = {one.thing for one in ours}, {one.thing for one in theirs}
    for one in ours:
        others = [other for other in theirs if other.kind == one.kind]
        alone = len({other.thing for other in others}) == 1
        if one.thing in wrote or not alone or others[0].thing in said:
            continue
        is_goods = one.kind < GOODS.count("\n")
        here = _is_theirs(one.sentence, one.span, is_goods=is_goods)
        if here and not _is_name(reading, one.span):
            yield one.span, told(customer.message, others[0].span)


def _found(sentences: Iterable[Sentence]) -> Iterator[_Noun]:
    for sentence in sentences:
        for match in _WORD.finditer(sentence.folded):
            known = things(GOODS, OTHERS).get(single(match.group().replace(" ", "-")), ())
            for one in known:
                yield _Noun(*one, Span(*match.span()).shift(sentence.span.start), sentence)


def _is_theirs(sentence: Sentence, span: Span, *, is_goods: bool) -> bool:
    here = clause(sentence, span)
    start, end = span.start - sentence.span.start, span.end - sentence.span.start
    before, after = sentence.folded[here.start : start], sentence.folded[end : here.end]
    yours = _YOURS.search(before)
    theirs = yours or _BOUGHT.search(after) or (is_goods and _THE.search(before))
    if _OF_ANOTHER.search(after) or not theirs:
        return False
    return _ELSE.search(yours.group() if yours else before) is None


def _is_name(reading: Reading, span: Span) -> bool:
    return any(mark.span.overlaps(span) for mark in reading.message.marked(What.NAME))
