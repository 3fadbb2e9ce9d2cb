"""What the arms of a branch ask, and what follows from the answers."""

from __future__ import annotations

import re
from typing import NamedTuple

_NOT = re.compile(r"(?:not\b|!(?!=)) *")
_EQUALS = re.compile(
    r"(?P<subject>[^\s=!<>&|()\"]+) *(?P<sign>={1,3}|!={1,2}|<>|\beq\b|\bne\b) *"
    r"(?P<value>\"[^\"]*\"|[^\s=!<>&|()\"]+)"
)
_PREFIXED = re.compile(
    r"(?P<sign>eq|is|equals?|ifEquals?|neq?|isnt|not_?eq) (?P<subject>[^\s()\"]+) "
    r"(?P<value>\"[^\"]*\"|[^\s()\"]+)",
    re.IGNORECASE,
)
_UNEQUAL = frozenset(["!=", "!==", "<>", "ne", "neq", "isnt", "noteq", "not_eq"])
_NOTHING = frozenset(['""', "blank", "empty", "nil", "null", "none", "undefined"])
_LONGEST = 300  # characters of a condition that is taken apart
_LITERAL = re.compile(r"\"|-?\d|true\b|false\b")


class Question(NamedTuple):
    """A question to the data: does `subject` hold, or equal `value`? `wanted` is the answer."""

    subject: str
    value: str | None = None
    wanted: bool = True

    @property
    def is_literal(self) -> bool:
        """Tell whether no other value of the subject can be asked for with success."""
        return self.value is not None and _LITERAL.match(self.value) is not None


def asked(words: str, *, negated: bool = False) -> Question:
    """Give what a condition asks; one that is not understood stands for itself.

    White space, the kind of quotes, outer brackets and the way of saying "not" make no difference.
    """
    words = " ".join(words.split()).replace("'", '"')
    wanted = not negated
    if len(words) > _LONGEST:
        return Question(words, None, wanted)
    while True:
        bare = _unwrapped(words)
        if (no := _NOT.match(bare)) and _is_one(bare[no.end() :]):
            bare, wanted = bare[no.end() :], not wanted
        if bare == words:
            break
        words = bare
    found = _EQUALS.fullmatch(words) or _PREFIXED.fullmatch(words)
    if found is None:
        return Question(words, None, wanted)
    if found["sign"].lower() in _UNEQUAL:
        wanted = not wanted
    if found["value"].lower() in _NOTHING:
        return Question(found["subject"], None, not wanted)
    return Question(found["subject"], found["value"], wanted)


def _unwrapped(words: str) -> str:
    """Take away brackets around the whole."""
    if not (words.startswith("(") and words.endswith(")")):
        return words
    depth = 0
    for at, character in enumerate(words):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return words[1:-1].strip() if at == len(words) - 1 else words
    return words


def _is_one(words: str) -> bool:
    """Tell whether a word of negation before the words would deny all of them."""
    return re.search(r" (?:and|or|&&|\|\|) |&&|\|\|", words) is None or _unwrapped(words) != words


class Facts:
    """What is taken for true in one world."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str | None], bool] = {}
        self._values: dict[str, str] = {}

    def answer(self, question: Question) -> bool | None:
        """Tell whether a question passes; None while nothing says so."""
        known = self._known.get((question.subject, question.value))
        if known is None and question.is_literal and question.subject in self._values:
            known = False  # it has another value
        return None if known is None else known is question.wanted

    def assume(self, question: Question, *, passes: bool) -> None:
        """Take a question to pass, or not to, unless the contrary is known."""
        if self.answer(question) is not None:
            return
        holds = passes is question.wanted
        self._known[question.subject, question.value] = holds
        if holds and question.is_literal and question.value is not None:
            self._values[question.subject] = question.value
