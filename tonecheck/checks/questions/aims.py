"""What the questions of a message are after: the words and traits that tell one from another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import chain
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks.questions import forms
from tonecheck.checks.questions.asked import INDIRECT, Asked, Question
from tonecheck.checks.words import content, stems
from tonecheck.late import late

_NEAR = 24  # letters before a question in which “if so” stands
_WORDY = 4
_SOME = 2
_AUX = (
    r"(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|"
    r"must|if|whether|what|which|where|how|why|who)"
)
_LED = rf"(?:{_AUX} ){{1,4}}(?:also |still |already |then )?"
_PRONOUN = late(
    rf"{_LED}(?:i|we|you|it|he|she|they|this|that|there|these|those|someone|somebody|anyone|"
    r"anybody)\b"
)
_YOU = late(rf"{_LED}(?:you|someone|somebody|your)\b")
_ASKER = late(
    r"\b(?:i|we|my|our|me|us)\b|\b(?:possible|way|chance|would it be)\b|"
    r"\b(?:ok|okay|fine|allowed|all right|safe)\b(?= (?:to|if|for (?:me|us) to)\b)"
)
# “… the bug [where the speaker drops the wifi]” tells which bug.
_ASIDE = late(
    r"\b(?:where|which|that|who|when|while|because|since|after|before|although|though|if|so|"
    r"unless|in case|once|until|and)\b|[,(–—]"
)
_AGE = late(r"\b[\w-]+[ -]years?[ -]olds?\b")
# Stems that tell no matter from another.
_IDLE = frozenset(
    (
        "becaus whethe ever else myself right somebo new old well everyt anothe kind sort part "
        "alread even one see se"
    ).split()
)
_IF_SO = late(
    r"\bif (?:so|yes|it (?:is|does)|that's the case)\b\W*$|\bin (?:that|which) case\b\W*$"
)
_IF_NOT = late(
    r"\bif (?:not|no|that's not|it (?:isn't|doesn't))\b\W*$|\b(?:otherwise|or else)\b\W*$"
)


class Subject(Enum):
    """Whom a question is about: the customer, the firm, or a thing."""

    ASKER = 1
    US = 2
    THING = 3


class Trait(Enum):
    """What may make a sentence the answer though it shares no word with the question."""

    CHOICE = 1  # between this and that
    TIMED = 2  # for, by or at a time
    NEEDED = 3  # whether something must be
    MEASURED = 4  # how far, how often
    EXISTING = 5  # whether there is one
    DONE = 6  # whether it will be done
    NAMED = 7  # of a thing that it names, no “it”
    PLACE = 8
    ALONE = 9  # the only question
    IF_SO = 10  # hangs on a yes to another
    IF_NOT = 11


_SHOWN = {
    Trait.CHOICE: late(r"\bor\b(?! (?:not|so|more|at least)\b)"),
    Trait.NEEDED: forms.NEED,
    Trait.MEASURED: late(r"^how "),
    Trait.EXISTING: late(
        r"^(?:is|are|was|were|will|if|whether|do|does)(?: \w+)? (?:there|(?:you |it |they )?"
        r"have(?! to\b)|you (?:have|offer|sell|stock|keep))\b"
    ),
    Trait.DONE: late(
        r"\b(?:be|been|being|get|gets) (?:\w+ly )?(?:\w{2,}ed|made|done|sent|paid|kept|given|taken|"
        r"put)\b"
    ),
    Trait.PLACE: late(r"^where\b"),
}
_TIMED = (forms.POINT, late(r"\b(?:early|earlier|late|later|sooner|how soon)\b"))
_STANDS_FOR = late(r"\b(?:it|they|them|that|this|these|those|one|ones)\b")


class Aim(NamedTuple):
    """What one of a message's questions is after, in stems.

    `thing`: what it is about; `focus`: its other words that no other question has; `heads`: those
    that ask something of the thing; `known`: all words of the message.
    """

    asked: Asked
    subject: Subject
    thing: frozenset[str]
    focus: frozenset[str]
    heads: frozenset[str]
    known: frozenset[str]
    traits: frozenset[Trait]


def aims(customer: Reading, asked: Sequence[Question]) -> list[Aim]:
    """Give the aim of each question, in order."""
    texts = [_rest(customer, question) for question in asked]
    parted = [_parted(text) for text in texts]
    counted = Counter(chain.from_iterable({*thing, *rest} for thing, _, rest in parted))
    common = {word for word, times in counted.items() if times > 1} | _IDLE
    known = frozenset(content(customer.message.text.lower())) - _IDLE
    found = []
    for question, text, (thing, heads, rest) in zip(asked, texts, parted, strict=True):
        traits = {*_traits(text), *_hinges(customer, question)}
        if len(asked) == 1:
            traits.add(Trait.ALONE)
        found.append(
            Aim(
                question.asked,
                _subject(text),
                thing=frozenset(thing) - common,
                focus=frozenset(rest) - common,
                heads=frozenset(heads) - common,
                known=known,
                traits=frozenset(traits),
            )
        )
    return found


def _traits(text: str) -> Iterator[Trait]:
    yield from (trait for trait, shape in _SHOWN.items() if shape.search(text))
    if any(shape.search(text) for shape in _TIMED):
        yield Trait.TIMED
    if not _STANDS_FOR.search(text):
        yield Trait.NAMED


def _hinges(customer: Reading, question: Question) -> Iterator[Trait]:
    start = question.span.start
    before = customer.message.text[max(0, start - _NEAR) : start].lower()
    if _IF_SO.search(before):
        yield Trait.IF_SO
    if _IF_NOT.search(before):
        yield Trait.IF_NOT


def _subject(text: str) -> Subject:
    if _YOU.match(text):
        return Subject.US
    return Subject.ASKER if _ASKER.search(text) else Subject.THING


def _rest(customer: Reading, question: Question) -> str:
    """Give the words of a question, without “could you tell me”."""
    text = re.sub(r"['’]s\b", "", question.span.of(customer.message.text).lower())
    text = _AGE.sub("child", text)
    indirect = INDIRECT.search(text)
    return text[indirect.start("rest") :] if indirect else text


def _parted(text: str) -> tuple[list[str], list[str], list[str]]:
    """Give the thing, what is asked of it, and all but the thing: “is the oat bread | nut-free”."""
    told = stems(text)
    if not _PRONOUN.match(text):
        be = text.find(" be ")
        if be > 0:
            return stems(text[:be]), stems(text[be:]), stems(text[be:])
        size = 2 if len(told) > _WORDY else int(len(told) > _SOME)
        return told[:size], told[size:], told[size:]
    verb = text.find(" ", text.find(" ") + 1)
    aside = _ASIDE.search(text, verb + 1)
    return [], (stems(text[: aside.start()]) if aside else []) or told, told
