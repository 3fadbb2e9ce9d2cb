"""Which questions of a customer's a reply leaves open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from tonecheck.acts import Reading
from tonecheck.checks import forms
from tonecheck.checks.questions import Asked, Question
from tonecheck.checks.words import content, stems
from tonecheck.language import word_count
from tonecheck.late import late
from tonecheck.message import Channel, Part, What

# The forms one of which an answer of a type has; the strict ones are open without.
_STRICT = {
    Asked.WHEN: (forms.TIME,),
    Asked.HOW_LONG: (forms.DURATION,),
    Asked.HOW_MUCH: (forms.MONEY,),
    Asked.HOW_MANY: (forms.NUMBER,),
}
_SHAPES = _STRICT | {Asked.WHY: (forms.REASON,), Asked.HOW: (forms.METHOD, forms.DEED)}
_TELLS = (forms.MARKER, forms.NOT, late(r"\d"))
_NAME = late(r"\w+")
_ACRONYM = late(r"\b[A-Z][A-Z\d]{2,}\b")
_LONG = 60  # words
_SHORT = 6
_MOST = 50  # questions; among more it cannot be told which is answered where
_WORDY = 4
_SIGNATURE = 4
_TALKATIVE = 12  # words in which a yes or a no could have been said


def unanswered(reading: Reading, customer: Reading, asked: list[Question]) -> Iterator[Question]:
    """Yield the questions for which the reply holds nothing of their type."""
    if any(reading.message.marked(What.URL, What.PLACEHOLDER, What.CODE)):
        return
    said = _body(reading)
    text = " ".join(said)
    yield from _unnamed(reading, customer, asked)
    wanted = [question for question in asked if question.asked is not Asked.REQUEST]
    if not 0 < len(wanted) <= _MOST:
        return
    if forms.ELSEWHERE.search(text) and not any(shape.search(text) for shape in _TELLS):
        yield wanted[0]
        return
    reply = _Reply(said, wanted, [_matter(customer, question) for question in wanted])
    if reply.puts_off:
        return
    opened = [
        number for number, question in enumerate(wanted) if reply.leaves_open(number, question)
    ]
    # In a chat or a post one thing comes after the other.
    running = reading.message.channel is not Channel.EMAIL
    single = len(wanted) == 1 and wanted[0].asked not in _STRICT
    if running and (reply.asks_back or single):
        return
    if reply.asks_back and len(opened) == len(wanted):
        return
    yield from (wanted[number] for number in opened)


class _Reply:
    """The sentences of a reply that may answer, and the questions whose words they take up."""

    def __init__(self, said: list[str], asked: list[Question], matters: list[list[str]]) -> None:
        shared = {word for word, times in Counter(chain(*map(set, matters))).items() if times > 1}
        self._focus = [set(matter) - shared for matter in matters]
        # "Is the oat bread [made without nuts]?": the thing itself any reply will name.
        told = matters[0] if matters else []
        self._predicate = set(told[2 if len(told) > _WORDY else len(told) > 2 :])
        back = [sentence for sentence in said if sentence.endswith("?")]
        self.asks_back = any(not forms.OFFER.search(sentence) for sentence in back)
        self._said = [one for one in said if one not in back and not _is_courtesy(one)]
        words = [content(sentence) for sentence in self._said]
        wide = [forms.widened(focus) for focus in self._focus]
        self._takes_up = [{n for n, focus in enumerate(wide) if focus & own} for own in words]
        self._shapes = [_SHAPES.get(question.asked, ()) for question in asked]
        # A bare yes is for the first question that can have one.
        choices = (at for at, one in enumerate(asked) if one.asked is Asked.YES_NO)
        self._first_choice = next(choices, None)
        if self._first_choice is not None:
            for taken, sentence in zip(self._takes_up, self._said, strict=True):
                if forms.BARE.match(sentence) or (not taken and forms.AGREES.match(sentence)):
                    taken.add(self._first_choice)
        self._alone = sum(map(word_count, self._said)) >= _TALKATIVE
        self.puts_off = self._says(forms.POSTPONED)

    def leaves_open(self, number: int, question: Question) -> bool:
        """Tell whether nothing that is said takes up a question or has the form of its answer."""
        if self._says(forms.BOTH) or (number == self._first_choice and self._says(forms.MARKER)):
            return False
        shapes = self._shapes[number]
        refused = any(forms.NOT.search(sentence) for sentence in self._free(number))
        if shapes and (refused or self._says(*shapes)):
            return False
        if question.asked in _STRICT:
            return True
        if len(self._focus) == 1:
            return question.asked is Asked.YES_NO and self._is_beside_the_point()
        if not self._focus[number] or any(number in taken for taken in self._takes_up):
            return False
        return self._answers_others(number) and not any(
            _may_answer(question, sentence) for sentence in self._free(number)
        )

    def _free(self, number: int) -> Iterator[str]:
        """Give the sentences that take up no question but the one."""
        for sentence, taken in zip(self._said, self._takes_up, strict=True):
            if not taken - {number} or forms.CONTRAST.search(sentence):
                yield sentence

    def _answers_others(self, number: int) -> bool:
        """Tell whether a question other than one has an answer."""
        return any(taken - {number} for taken in self._takes_up) or any(
            other != number and self._says(*shapes) for other, shapes in enumerate(self._shapes)
        )

    def _says(self, *shapes: re.Pattern[str]) -> bool:
        return any(shape.search(sentence) for shape in shapes for sentence in self._said)

    def _is_beside_the_point(self) -> bool:
        """Tell whether no sentence could be meant as a yes or a no, or says what was asked."""
        asked = forms.widened(self._predicate)
        return not any(
            content(sentence) & asked or _may_answer(None, sentence) for sentence in self._said
        )


def _may_answer(question: Question | None, sentence: str) -> bool:
    """Tell whether a sentence that takes up no question may answer one for all that.

    Without a question: one for yes or no which is the only one.
    """
    asked = Asked.YES_NO if question is None else question.asked
    if asked is not Asked.YES_NO:
        return True
    shapes = [forms.YES, forms.NOT, forms.METHOD]
    if question is None:
        shapes += [forms.ECHO, forms.DEED, forms.TIME, forms.THERE]
    return word_count(sentence) <= _SHORT or any(shape.search(sentence) for shape in shapes)


def _is_courtesy(sentence: str) -> bool:
    opening = forms.COURTESY.match(sentence) or forms.APOLOGY.match(sentence)
    return opening is not None and not forms.TELLING.search(sentence)


def _unnamed(reading: Reading, customer: Reading, asked: list[Question]) -> Iterator[Question]:
    """Give each question about a thing with a name that a long reply never says."""
    if reading.word_count < _LONG or (
        len(asked) < 2 and forms.MARKER.search(" ".join(_body(reading)))
    ):
        return
    said = {word.lower() for word in _NAME.findall(reading.message.text)}
    for question in asked:
        if question.asked is not Asked.REQUEST:
            names = _ACRONYM.findall(question.span.of(customer.message.text))
            if names and not any(name.lower() in said for name in names):
                yield question


def _body(reading: Reading) -> list[str]:
    """Give the sentences of the body, without a last line that can only be a signature."""
    body = [sentence for sentence in reading.sentences if sentence.region is Part.BODY]
    if len(body) > 1 and body[-1].folded.rstrip()[-1:].isalnum():
        apart = reading.paragraph(body[-1].span.start) != reading.paragraph(body[-2].span.start)
        if apart and word_count(body[-1].folded) <= _SIGNATURE:
            body.pop()
    return [sentence.folded.strip() for sentence in body]


def _matter(customer: Reading, question: Question) -> list[str]:
    return stems(re.sub(r"['’]s\b", "", question.span.of(customer.message.text).lower()))
