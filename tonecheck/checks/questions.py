"""What a customer asks, and whether a reply holds an answer of that type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.language import Scope
from tonecheck.late import late
from tonecheck.message import Part
from tonecheck.text import Span


class Asked(StrEnum):
    """The type of answer that a question asks for."""

    WHEN = "when"
    HOW_MUCH = "how much"
    HOW_MANY = "how many"
    YES_NO = "yes or no"
    OTHER = "other"  # where, who, which, why, how: whatever the reply says may be it
    REQUEST = "request"  # answered by doing it


class Question(NamedTuple):
    """A question in a message, without what leads to it, and its type."""

    asked: Asked
    span: Span


_AUX = (
    r"(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|"
    r"isn't|aren't|don't|doesn't|didn't|can't|won't)"
)
_SUBJECT = (
    r"(?:i|we|you|it|he|she|they|this|that|these|those|there|the|my|our|your|any|anyone|anything|"
    r"someone|somebody|all|both|it's|a|an|his|her|their)"
)
_WHEN = (
    r"(?:when|(?:by|until|from|since) when|(?:at |by |on )?(?:what|which) (?:time|day|date)s?|"
    r"how (?:soon|quickly|fast|long|much longer|many (?:days|weeks|hours)))"
)
_MUCH = (
    r"(?:(?:roughly |about )?how much(?! (?:longer|more|time))|"
    r"what(?:'s| is| are| was| would be| does| do| will| would)? (?:the |your |my |an? )?"
    r"(?:total |exact |shipping |delivery |postage )?(?:price|cost|fee|fees|charge|rate|it cost))"
)
_STARTS = (
    (Asked.WHEN, late(rf"{_WHEN}\b")),
    (Asked.HOW_MUCH, late(rf"{_MUCH}\b")),
    (Asked.HOW_MANY, late(r"how many\b")),
    (Asked.REQUEST, late(r"(?:can|could|would|will|please can|please could) (?:you|someone|u)\b")),
    (Asked.OTHER, late(r"(?:where|who|whom|whose|which|what|why|how)\b")),
    (Asked.YES_NO, late(rf"whether\b|{_AUX} {_SUBJECT}\b|is [a-z]+ing\b|any (?:chance|way)\b")),
)
# Words that lead to a question, and those that join a second one to it.
_LEAD = late(
    r"(?:(?:hi|hello|hey|hiya|dear [\w ]{1,20}|thanks|thank you|ok|okay|so|and|but|or|also|oh|well|"
    r"great|please|pls|sorry|plus|again|just|now|then|yes|no|@\w+|quick question|question|"
    r"one (?:more )?(?:thing|question)|if so|if not|in that case|by the way|btw|first|"
    r"second(?:ly)?|finally|lastly|roughly|about)\b[\s,:.!–—-]*)+"
)
_INDIRECT = late(
    r"\b(?:(?:can|could|would) (?:you|someone|anyone) (?:please |kindly )?"
    r"(?:tell|let|advise|confirm|explain|say|check|remind|help)"
    r"(?: (?:me|us))?(?: (?:know|understand|to me))?|please (?:tell me|let me know|advise|confirm|"
    r"say)|(?:i|we)(?: am|'m| was| were|'re| are)? (?:just )?wonder(?:ing)?|(?:i|we)(?:'d| would) "
    r"(?:like|love|need) to know|(?:i|we) need to know|(?:do you|any(?:one)?) (?:know|idea)|"
    r"not sure|wondering) (?P<rest>(?:if|whether|when|where|what|which|who|how|why)\b)"
)
_JOINED = late(
    rf"(?:,? (?:and|or|also|plus|but)(?: also)?|[,;:]) (?=(?:also )?(?:{_WHEN}|{_MUCH}|how many|"
    rf"where|who|which|whether|(?:can|could|do|does|is|are|will|would|should|may) {_SUBJECT})\b)"
)
_RHETORICAL = late(
    r"\b(?:kidding|joking|joke|serious(?:ly)?|how are you|how(?:'s| is) it going|how do you do|"
    r"what(?:'s| is) (?:wrong with|the point|going on|up with|this|happening|up)|"
    r"who (?:cares|does that)|really|right|isn't it|don't you think|you think|"
    r"do you (?:even|guys|people|want me|realise|realize|understand|know how|care|not)|"
    r"are you (?:even|guys|people|there|sure|going to|aware|listening)|"
    r"how (?:can|could|dare|is it (?:possible|that|even)|hard|about|come)|why|"
    r"what (?:the|kind of|sort of|a) |wtf|ridiculous|unacceptable|"
    r"am i (?:supposed|expected|meant|stupid|the only)|"
    r"is (?:anyone|anybody|that|this) (?:too much|there|how|a joke|normal|it)|"
    r"guess what|you know what|how many (?:times|more)|how much (?:longer|more)|"
    r"when (?:will you|are you going to|are you guys|you (?:guys )?(?:can|will))|"
    r"how long (?:do|must|am|should|will) (?:i|you)|(?:anyone|anybody) (?:else|there|home)|"
    r"what (?:gives|now|else)|remember|know why|ever)\b"
)


def questions(reading: Reading) -> list[Question]:
    """Give the questions of a message in order, compound ones apart, rhetorical ones left out."""
    found: list[Question] = []
    for number, sentence in enumerate(reading.sentences):
        if sentence.region not in (Part.BODY, Part.GREETING):
            continue
        quoted = [s for scope, s in reading.analyses[number].scopes if scope is Scope.QUOTED]
        if _RHETORICAL.search(sentence.folded):
            continue
        for start, end in _clauses(sentence.folded):
            asked = _type(sentence.folded[start:end], marked=sentence.folded.endswith("?"))
            span = Span(start, end)
            if asked and not any(span.overlaps(other) for other in quoted):
                found.append(Question(asked, span.shift(sentence.span.start)))
    return found


def _clauses(folded: str) -> Iterator[tuple[int, int]]:
    """Cut a sentence where a second question begins; what leads to a question is left out."""
    joints = [match.span() for match in _JOINED.finditer(folded)]
    edges = [(0, 0), *joints, (len(folded), len(folded))]
    for (_, start), (end, _) in pairwise(edges):
        lead = _LEAD.match(folded, start, end)
        begin = lead.end() if lead and lead.end() < end else start
        yield begin, begin + len(folded[begin:end].rstrip(" ,;"))


def _type(clause: str, *, marked: bool) -> Asked | None:
    """Give the type of a question; without its mark only what begins like one is a question."""
    indirect = _INDIRECT.search(clause)
    if indirect:
        rest = clause[indirect.start("rest") :]
        return next((asked for asked, start in _STARTS if start.match(rest)), Asked.YES_NO)
    for asked, start in _STARTS:
        if start.match(clause):
            # "When I restart it, it freezes?" asks for no time.
            plain = clause.startswith("when ") and not _inverted(clause)
            found = Asked.OTHER if plain else asked
            return None if found is Asked.OTHER and not marked else found
    if not clause.endswith("?"):
        return None
    # The question may come after a clause: "Before I order: is it in stock?"
    for comma in re.finditer(r"[,:;–—-] ", clause):
        rest = clause[comma.end() :]
        for asked, start in _STARTS:
            if start.match(rest):
                return asked
    return Asked.OTHER


def _inverted(clause: str) -> bool:
    """Tell whether a verb and its subject follow the question word: “when will it”."""
    return re.match(rf"(?:\S+ ){{1,4}}?{_AUX} {_SUBJECT}\b", clause) is not None
