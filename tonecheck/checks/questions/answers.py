"""Which questions of a customer's a reply leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from tonecheck.acts import Reading
from tonecheck.checks.questions import forms, turns
from tonecheck.checks.questions.aims import Aim, Trait, aims
from tonecheck.checks.questions.asked import Asked, Question
from tonecheck.checks.questions.matters import widened
from tonecheck.checks.questions.statements import STRICT, Statement, statements
from tonecheck.checks.words import content
from tonecheck.language import word_count
from tonecheck.late import late
from tonecheck.message import Channel, Part, What

_TELLS = (forms.MARKER, forms.NOT, late(r"\d"))
_NAME = late(r"\w+")
_ACRONYM = late(r"\b[A-Z][A-Z\d]{2,}\b")
_LONG = 60  # words
_MOST = 50  # questions; among more it cannot be told which is answered where
_SIGNATURE = 4
_OWN = 2  # what a word of a question's own counts
_NEARLY = 1.5  # times that it may be tied more closely to another question
_TALKATIVE = 12  # words in which a yes or a no could have been said


def unanswered(reading: Reading, customer: Reading, asked: list[Question]) -> Iterator[Question]:
    """Yield the questions for which the reply holds nothing that can be meant as the answer."""
    if any(reading.message.marked(What.URL, What.PLACEHOLDER, What.CODE)):
        return
    said = _body(reading)
    text = _joined(said)
    wanted = [question for question in asked if question.asked is not Asked.REQUEST]
    if not 0 < len(wanted) <= _MOST:
        return
    yield from _unnamed(reading, customer, asked)
    if forms.ELSEWHERE.search(text) and not any(shape.search(text) for shape in _TELLS):
        yield wanted[0]
        return
    reply = _Reply(said, aims(customer, wanted))
    opened = [number for number in range(len(wanted)) if reply.leaves_open(number)]
    if not reply.puts_off and not _waits(reading, reply, wanted, opened):
        yield from (wanted[number] for number in opened)


def _waits(reading: Reading, reply: _Reply, wanted: list[Question], opened: list[int]) -> bool:
    """Tell whether the answer may come later: in a chat or a post one thing comes after another."""
    every = len(opened) == len(wanted)
    if reading.message.channel is Channel.EMAIL:
        return reply.asks_back and (every or not reply.answers_any)
    return reply.asks_back or (every and any(one.asked not in STRICT for one in wanted))


class _Reply:
    """The clauses of a reply that may answer, and the questions that each is taken up with."""

    def __init__(self, said: list[list[str]], sought: Sequence[Aim]) -> None:
        self._aims = sought
        self._alone = len(sought) == 1
        back = [one for sentences in said for one in sentences if one.endswith("?")]
        self.asks_back = any(not forms.OFFER.search(sentence) for sentence in back)
        told = [
            [one for one in sentences if one not in back and not _is_courtesy(one)]
            for sentences in said
        ]
        self._said = list(statements(told))
        self._words = content(_joined(said))
        # A bare yes is for the first question that can have one.
        choices = (at for at, aim in enumerate(sought) if aim.asked is Asked.YES_NO)
        self._first_choice = next(choices, None)
        self._formed: set[int] = set()
        for one in self._said:
            one.taken = self._takes_up(one)
        self.puts_off = any(one.puts_off for one in self._said)
        self.answers_any = any(one.taken for one in self._said)

    def leaves_open(self, number: int) -> bool:
        """Tell whether nothing that is said can be the answer to a question."""
        aim = self._aims[number]
        if Trait.IF_NOT in aim.traits or (Trait.IF_SO in aim.traits and self._says(turns.DENIES)):
            return False
        if not self._alone and self._says(forms.BOTH):
            return False
        told = self._could_answer(number) and self._is_passed_over(number)
        if aim.asked not in STRICT and not told:
            return False
        return not any(one.can_answer(aim) for one in self._free(number))

    def _is_passed_over(self, number: int) -> bool:
        """Tell whether the whole reply is silent about what a question asks, as far as words tell.

        Of one question that wants a yes or a no silence tells nothing: most answers to it are in
        words of their own. Of several, one is silence where it has a word or two that could come
        back, or where nothing points back to it.
        """
        aim = self._aims[number]
        own = aim.focus | aim.thing
        is_named = bool(widened(own, priced=False) & self._words)
        if self._alone:
            return is_named or aim.asked is not Asked.YES_NO
        if is_named:
            return False
        return len(own) > 1 or not any(one.points_back for one in self._free(number))

    def _could_answer(self, number: int) -> bool:
        """Tell whether an answer would be known by its words, and has none so far."""
        aim = self._aims[number]
        vague = self._alone and aim.asked is Asked.OTHER and Trait.CHOICE not in aim.traits
        if not aim.focus or vague or any(number in one.taken for one in self._said):
            return False
        if number == self._first_choice and self._is_affirmed(number):
            return False
        least = 0 if self.answers_any else _TALKATIVE * len(self._aims)
        return sum(word_count(one.text) for one in self._said) >= least

    def _is_affirmed(self, number: int) -> bool:
        return any(
            one.says(forms.MARKER) and (not one.taken or number in one.taken) for one in self._said
        )

    def _takes_up(self, one: Statement) -> set[int]:
        """Give the questions that a clause is about."""
        aims = list(enumerate(self._aims))
        if self._alone:
            return {n for n, aim in aims if one.is_formed(aim) or one.touches(aim)}
        taken = self._tied(one) | {n for n, aim in aims if one.fulfils(aim)}
        if not taken and one.says(turns.IMPERATIVE):
            taken = {n for n, aim in aims if aim.asked is Asked.HOW}
        if self._first_choice is not None and (
            one.says(forms.BARE) or (not taken and one.says(forms.AGREES))
        ):
            taken.add(self._first_choice)
        return taken

    def _tied(self, one: Statement) -> set[int]:
        """Give the questions whose words or form a clause has most of."""
        before = set() if one.follows is None else one.follows.taken
        ties = [one.ties(aim) for aim in self._aims]
        if before and (one.points_back or one.goes_on) and max(ties) < _OWN:
            ties = [_OWN * (n in before) for n in range(len(ties))]
        for n, aim in enumerate(self._aims):
            # “It costs £40” is about what was spoken of; a second day or sum may be anything.
            named = Trait.NAMED in aim.traits
            other = named and one.begins_back and bool(before) and n not in before
            if one.is_formed(aim) and (ties[n] or not (other or n in self._formed)):
                ties[n] += 1 if named else _OWN
        taken = {n for n, tie in enumerate(ties) if tie and tie * _NEARLY >= max(ties)}
        self._formed |= {n for n in taken if one.is_formed(self._aims[n])}
        return taken

    def _free(self, number: int) -> Iterator[Statement]:
        """Give the clauses that take up no question but the one."""
        for one in self._said:
            if not one.taken - {number} or number in one.taken or one.says(forms.CONTRAST):
                yield one

    def _says(self, *shapes: re.Pattern[str]) -> bool:
        return any(one.says(*shapes) for one in self._said)


def _is_courtesy(sentence: str) -> bool:
    if forms.ASK_ON.match(sentence):
        return True
    opening = forms.COURTESY.match(sentence) or forms.APOLOGY.match(sentence)
    return opening is not None and not forms.TELLING.search(sentence)


def _unnamed(reading: Reading, customer: Reading, asked: list[Question]) -> Iterator[Question]:
    """Give each question about a thing with a name that a long reply never says."""
    if reading.word_count < _LONG or (
        len(asked) < 2 and forms.MARKER.search(_joined(_body(reading)))
    ):
        return
    said = {word.lower() for word in _NAME.findall(reading.message.text)}
    for question in asked:
        if question.asked is not Asked.REQUEST:
            names = _ACRONYM.findall(question.span.of(customer.message.text))
            if names and not any(name.lower() in said for name in names):
                yield question


def _joined(said: list[list[str]]) -> str:
    return " ".join(sentence for sentences in said for sentence in sentences)


def _body(reading: Reading) -> list[list[str]]:
    """Give the sentences of the body by paragraph, without a last line that can only be a name."""
    body = [sentence for sentence in reading.sentences if sentence.region is Part.BODY]
    apart = groupby(body, lambda sentence: reading.paragraph(sentence.span.start))
    said = [[sentence.folded.strip() for sentence in group] for _, group in apart]
    last = said[-1][-1] if said else ""
    signed = last[-1:].isalnum() and word_count(last) <= _SIGNATURE
    email = reading.message.channel is Channel.EMAIL
    if signed and len(body) > 1 and (email or len(said[-1]) == 1 < len(said)):
        said[-1].pop()
    return said
