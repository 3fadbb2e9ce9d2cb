"""What a reply says, clause by clause, and which of it can be the answer to a question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.checks.questions import forms, turns
from tonecheck.checks.questions.aims import Aim, Subject, Trait
from tonecheck.checks.questions.asked import Asked
from tonecheck.checks.questions.matters import widened
from tonecheck.checks.words import content
from tonecheck.language import word_count

# The form that an answer of a type has.
_FORMS = {
    Asked.WHEN: forms.TIME,
    Asked.HOW_LONG: forms.DURATION,
    Asked.HOW_MUCH: forms.MONEY,
    Asked.HOW_MANY: forms.NUMBER,
}
STRICT = frozenset(_FORMS)
_LOOSE = frozenset((Asked.WHEN, Asked.HOW_LONG))
_ECHOES = {
    Subject.THING: (turns.ECHOES_THING,),
    Subject.US: (turns.ECHOES_US, turns.ECHOES_THING),
    Subject.ASKER: (turns.ECHOES_ASKER, turns.ECHOES_THING),
}
_BRIEF = 3  # words: “Kim does.”
_SHORT = 6  # of a fragment: “The oat one, by far.”
_LONGER = 9  # of one that begins like none: “Just yourself and a bottle of water.”
_FEW = 2  # heads, one of which is enough
_SEVERAL = 2


class Statement:
    """A clause of a reply, what it looks like, and the questions that it is taken up with."""

    def __init__(self, text: str, before: str, *, whole: bool, follows: Statement | None) -> None:
        self.text = text
        self.words = content(text)
        self.follows = follows
        self.taken: set[int] = set()
        back = turns.BACK.search(text)
        ones = back is not None and back[0].startswith("one")
        # “The driver rings before they come” points to nothing outside.
        bound = back is not None and not ones and turns.NOUN.search(text[: back.start()])
        self.points_back = back is not None and not bound
        self.begins_back = ones or turns.BACK_FIRST.match(text) is not None
        self.goes_on = bool(before) and turns.GOES_ON.match(text) is not None
        self._points_out = self.points_back and not turns.NOUN.search(before)
        self._is_led = bool(before)
        self._is_fragment = whole and self._has_no_verb()

    @property
    def puts_off(self) -> bool:
        """Tell whether something is found out later, asked of others, or told elsewhere."""
        attached = self.says(forms.ATTACHED) and not self.says(forms.PAPER)
        return attached or self.says(forms.POSTPONED)

    def says(self, *shapes: re.Pattern[str]) -> bool:
        """Tell whether it has one of some forms."""
        return any(shape.search(self.text) for shape in shapes)

    def is_formed(self, aim: Aim) -> bool:
        """Tell whether it has the form that a question of a strict type wants."""
        return aim.asked in _FORMS and self.says(_FORMS[aim.asked])

    def touches(self, aim: Aim) -> bool:
        """Tell whether it takes up what a message's only question asks."""
        heads = len(widened(aim.heads) & self.words)
        if len(aim.heads) <= _FEW or aim.asked is not Asked.YES_NO:
            return heads > 0 or len(widened(aim.focus) & self.words) >= _SEVERAL
        if heads != 1:
            return heads > 1
        return self.says(
            forms.YES, turns.DENIES, turns.GRANTS, turns.DIRECTS, turns.READER, forms.CONTRAST
        )

    def ties(self, aim: Aim) -> int:
        """Count what ties it to one of several questions, its own words twice."""
        own = aim.focus | aim.thing
        exact = own & self.words
        # Talk of money is in many an answer to something else.
        kin = widened(own, priced=not exact) & self.words
        count = len(exact) + len(kin)
        if aim.asked is Asked.YES_NO and not (aim.focus & exact or kin - exact):
            return count * self.says(forms.YES, turns.DENIES, turns.ECHOES_THING)
        return count

    def fulfils(self, aim: Aim) -> bool:
        """Tell whether it has a form that hardly anything but an answer has."""
        if aim.asked is Asked.WHY:
            return self.says(forms.BECAUSE)
        if Trait.PLACE in aim.traits:
            return self.says(turns.FOUND) and bool(self.words & aim.known)
        return Trait.NEEDED in aim.traits and self.says(forms.NEED)

    def can_answer(self, aim: Aim) -> bool:
        """Tell whether it can be meant as the answer to a question that it may not touch on."""
        if aim.asked in STRICT:
            return self.says(turns.REFUSES) or (self.is_formed(aim) and self._is_apt(aim))
        if aim.asked is Asked.WHY:
            return self._gives_reason(aim)
        if self.says(turns.ADMITS):
            return False
        if self.says(forms.YES):
            return True
        if self.says(turns.FURTHER):
            return False
        return self._is_fragment or self._may_mean(aim) or self._has_form(aim)

    def _has_form(self, aim: Aim) -> bool:
        """Tell whether it has a form that answers to a question of this type often have."""
        if aim.asked is Asked.HOW:
            return self.says(turns.IMPERATIVE, turns.HOW_TO, turns.DENIES)
        if aim.asked is Asked.YES_NO:
            echoes = self.follows is None and self.says(*_ECHOES[aim.subject])
            return echoes or self.says(turns.DENIES) or self._may_concern(aim)
        counted = Trait.MEASURED in aim.traits and self.says(forms.NUMBER)
        return counted or self._may_concern(aim)

    def _gives_reason(self, aim: Aim) -> bool:
        if self.says(turns.IMPERATIVE):
            return False
        told = self.says(turns.WENT) and not self.says(turns.WE_DID)
        meant = self._is_fragment or self._may_mean(aim)
        return told or meant or self.says(forms.YES, forms.REASON)

    def _has_no_verb(self) -> bool:
        goes_on = self.follows is not None and self.begins_back
        size = word_count(self.text)
        told = goes_on or (size > _BRIEF and self.says(turns.VERB, turns.PERSON))
        return not told and size <= (_LONGER if turns.ADVERB.match(self.text) else _SHORT)

    def _is_apt(self, aim: Aim) -> bool:
        """Tell whether it speaks of the customer, or of something that they have named.

        Words for time are in many a sentence that tells no time.
        """
        if aim.asked not in _LOOSE or self.says(forms.POINT):
            return True
        ours = aim.subject is Subject.US and self.says(turns.OURS)
        if Trait.ALONE not in aim.traits or self._is_fragment or self._is_led or ours:
            return True
        return self.says(turns.READER, turns.IMPERATIVE) or bool(self.words & widened(aim.known))

    def _may_mean(self, aim: Aim) -> bool:
        """Tell whether a pronoun of it can stand for what was asked about."""
        if self.follows is not None or not self._points_out:
            return False
        if aim.subject is not Subject.THING or Trait.ALONE not in aim.traits:
            return True
        return self.begins_back and (aim.asked is not Asked.YES_NO or self.says(turns.VERB))

    def _may_concern(self, aim: Aim) -> bool:
        """Tell whether it is of a form that answers have which share no word with a question."""
        traits, known = aim.traits, bool(self.words & aim.known)
        if Trait.EXISTING in traits and self.says(turns.HAVING):
            return True
        if Trait.DONE in traits and self.says(turns.WE_DID):
            return True
        if Trait.TIMED in traits and (known or self.says(turns.READER)) and self.says(forms.POINT):
            return True
        if aim.subject is Subject.ASKER:
            near = known or Trait.ALONE in traits or self.points_back
            if self.says(turns.DIRECTS) or (near and self.says(turns.IMPERATIVE)):
                return True
            if known and self.says(turns.DEED):
                return True
        return known and self.says(turns.GRANTS)


def statements(paragraphs: list[list[str]]) -> Iterator[Statement]:
    """Give the clauses of sentences, in paragraphs."""
    for sentences in paragraphs:
        last: Statement | None = None
        for sentence in sentences:
            clauses = turns.CUT.split(sentence)
            before = ""
            for clause in clauses:
                text = turns.JOINT.sub("", clause.strip())
                if text:
                    last = Statement(text, before, whole=len(clauses) == 1, follows=last)
                    yield last
                before += clause
