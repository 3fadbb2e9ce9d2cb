"""Words of a reply that rival the customer's: another colour, side or place of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.clauses import clause
from tonecheck.checks.contradictions.rival_words import KINDS, Kind
from tonecheck.checks.facts import told
from tonecheck.checks.values import NUMBERS
from tonecheck.checks.words import content
from tonecheck.late import late
from tonecheck.message import OWN, PROSE, Part, What
from tonecheck.text import Span

_SAME = {
    word: meant
    for meant, words in (
        ("mother", "mum mom"),
        ("father", "dad"),
        ("son", "boy"),
        ("daughter", "girl"),
        ("gray", "grey"),
        ("gold", "golden"),
        ("wool", "woollen"),
        ("dog", "puppy"),
        ("cat", "kitten"),
        ("horse", "pony"),
        ("grandmother", "gran nan grandma"),
        ("grandfather", "grandad grandpa granddad"),
        ("chinese", "mandarin"),
        ("blue", "navy"),
        ("small", "tight narrow short"),
        ("large", "big loose wide long"),
        ("hot", "warm"),
        ("light", "bright"),
        ("replacement", "exchange"),
        ("delivery", "shipping postal"),
        ("billing", "invoice"),
        ("card", "credit_card debit_card"),
        ("transfer", "bank_transfer"),
        ("monday", "mon"),
        ("tuesday", "tue tues"),
        ("wednesday", "wed weds"),
        ("thursday", "thu thur thurs"),
        ("friday", "fri"),
        ("saturday", "sat"),
        ("sunday", "sun"),
    )
    for word in words.split()
}
# Where a reply speaks of another thing than the customer's, or offers one.
_RATHER = late(
    r"^ ?but\b|\b(?:another|others?|also|next|instead|previous|separate|differ\w*|switch\w*|"
    r"swap\w*|offer\w*|available|not|never|rather|only|either|or|as well|too(?= *$)|alternativ\w*|"
    r"wrong\w*|mix\w*|except|unlike|compared|like|if|whether|should|sold|move\w*|chang\w*|"
    r"upgrad\w*|than|both|"
    r"now|sample|match\w*|goes with)\b|n't\b",
    re.IGNORECASE,
)
_COUNTED = late(
    r"\b(?:extra|add\w*|more|total|altogether|plus|remaining|first|last|new|less|fewer|of the)\b",
    re.IGNORECASE,
)
_OURS = late(
    r"\b(?:our|my|i|via|nearest|near|there(?:'s| is| are)|send|sent|write|written)\b", re.IGNORECASE
)
_YOURS = late(r"\byour (?:\w+ )?\w+ (?:in|at|from|to) (?:the )?[A-Z]")
_VAGUE = frozenset({"hand", "one", "side"})  # "the left-hand one" says not what is on the left
_NEAR = 30  # letters beside a word that is the customer's own in which another is spoken of
_MOST = 100  # words of a kind in a message that are looked at
_FEW = 2  # values of a thing among which the reply's own has no place


class _Word(NamedTuple):
    value: str
    things: frozenset[str]
    span: Span
    sentence: int


def rivals(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each rival's place and what the customer wrote."""
    ours = "\n".join(s.masked for s in reading.sentences if s.region in PROSE)
    said, wrote = _values(ours), _values(customer.message.text)
    for kind in KINDS:
        mine = list(islice(_words(reading, kind.ours, PROSE), _MOST))
        wanted = list(islice(_words(customer, kind.theirs, OWN), _MOST if mine else 0))
        for word in mine:
            if (word.value in wrote and not kind.paired) or _speaks_of_another(reading, word, kind):
                continue
            theirs = [other for other in wanted if not kind.things or word.things & other.things]
            if not theirs and kind.lone and _is_theirs(reading, word, customer):
                theirs = wanted if len({one.value for one in (*mine, *wanted)}) == _FEW else []
            if kind.paired and any(one.value == word.value and not one.things for one in wanted):
                continue  # "the right-hand one" may be the same thing
            values = {other.value for other in theirs}
            if kind.hosted and word.value.isdigit() and str(int(word.value) - 1) in values:
                continue
            if 0 < len(values) <= kind.most and not values & said:
                yield word.span, told(customer.message, theirs[0].span)


def _speaks_of_another(reading: Reading, word: _Word, kind: Kind) -> bool:
    """Tell whether the clause of a word offers, changes or compares something."""
    sentence = reading.sentences[word.sentence]
    here = clause(sentence, word.span)
    around = here.of(sentence.masked)
    if not kind.things:
        at = word.span.start - sentence.span.start
        around = sentence.masked[max(here.start, at - _NEAR) : min(here.end, at + _NEAR)]
    if word.value.isdigit() and _COUNTED.search(around):
        return True
    if kind.places and _OURS.search(around) and not _YOURS.search(around):
        return True
    return _RATHER.search(around) is not None


def _is_theirs(reading: Reading, word: _Word, customer: Reading) -> bool:
    """Tell whether a word describes "the" or "your" thing that the customer's message names."""
    sentence = reading.sentences[word.sentence]
    before = sentence.masked[: word.span.start - sentence.span.start]
    named = any(word.things & content(one.folded) for one in customer.sentences)
    return named and before.endswith(("the ", "your ", "The ", "Your "))


def _words(reading: Reading, pattern: re.Pattern[str], parts: frozenset[Part]) -> Iterator[_Word]:
    for number, sentence in enumerate(reading.sentences):
        if sentence.region not in parts:
            continue
        names = list(reading.message.marked(What.NAME, within=sentence.span))
        for match in pattern.finditer(sentence.masked):
            found = match.groupdict()
            group = next(name for name in "vwxy" if found.get(name))
            span = Span(*match.span(group)).shift(sentence.span.start)
            if not any(mark.span.overlaps(span) for mark in names):
                around = " ".join(found[name] for name in "nmo" if found.get(name))
                things = frozenset(content(around.lower())) - _VAGUE
                if found.get("k"):
                    things = frozenset(
                        {re.sub(r"(?<=\d)(?:st|nd|rd|th)| of", "", found["k"].lower())}
                    )
                yield _Word(_value(found[group]), things, span, number)


def _values(text: str) -> set[str]:
    words = re.findall(r"[\w'-]+(?:[:.]\d\d)?", text)
    return {_value(word) for word in (*words, *map(" ".join, pairwise(words)))}


def _value(word: str) -> str:
    folded = word.lower().removesuffix("'s").replace(".", ":")
    if folded in NUMBERS:
        return str(NUMBERS.index(folded) + 1)
    return _SAME.get(folded.replace(" ", "_"), folded)
