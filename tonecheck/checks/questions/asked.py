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
    HOW_LONG = "how long"
    HOW_MUCH = "how much"
    HOW_MANY = "how many"
    YES_NO = "yes or no"
    WHY = "why"
    HOW = "how"
    OTHER = "other"  # where, who, which: whatever the reply says may be it
    REQUEST = "request"  # answered by doing it


class Question(NamedTuple):
    """A question in a message, without what leads to it, and its type."""

    asked: Asked
    span: Span


_AUX = (
    r"(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|"
    r"must|"
    r"isn't|aren't|don't|doesn't|didn't|can't|won't|r)"
)
_SUBJECT = (
    r"(?:i|we|you|u|ya|it|he|she|they|this|that|these|those|there|the|my|our|your|any|anyone|anything|"
    r"someone|somebody|all|both|it's|a|an|his|her|their)"
)
_WHEN = (
    r"(?:when|(?:by|until|from|since) when|(?:at |by |on )?(?:what|which) (?:time|day|date)s?|"
    r"how (?:soon|quickly|fast))"
)
_LONG = (
    r"(?:how (?:long|much longer|many (?:minutes|hours|days|weeks|months))|"
    r"what(?:'s| is| would be) (?:the|your) (?:wait|waiting time|lead time|turnaround)|"
    r"what (?:lead|waiting) time)"
)
_MUCH = (
    r"(?:(?:roughly |about )?how much(?! (?:longer|more|time))|what(?:(?:'s| is| are| was|"
    r" would be| does| do| will| would)(?: (?:the|your|my|an?))?| (?:the|"
    r"your)) (?:[\w-]+ )?(?:prices?|costs?|fees?|charges?|rates?|it cost)|"
    r"what (?:[\w'-]+ ){1,4}?(?:costs?|charges?)\b|"
    r"what (?:will|would|do|must|should) (?:i|we) (?:have to )?pay\b)"
)
_STARTS = (
    (Asked.HOW_LONG, late(rf"(?:about |for )?{_LONG}\b")),
    (Asked.WHEN, late(rf"{_WHEN}\b")),
    (Asked.HOW_MUCH, late(rf"{_MUCH}\b")),
    (Asked.HOW_MANY, late(r"(?:how many|how old|what age)\b")),
    (
        Asked.YES_NO,
        late(
            r"(?:(?:can|could|would|will) (?:you|someone)(?: guys)?|are you|will you) (?:still "
            r")?(?:be )?able to\b"
        ),
    ),
    (Asked.REQUEST, late(r"(?:can|could|would|will|please can|please could) (?:you|someone|u)\b")),
    (
        Asked.WHY,
        late(
            r"what (?:happened|went wrong|has happened|caused)\b|"
            r"(?:why|how come) (?:was|were|is|are|did|do|does|has|have|am) (?!(?:you|your|u|"
            r"they|he|she|nobody|no|nothing|everything|everyone|this so|it so)\b)"
        ),
    ),
    (
        Asked.HOW,
        late(r"what (?:do|should|must|can|could|shall|would) (?:i|we) (?:need to |have to )?do\b"),
    ),
    (Asked.HOW, late(r"how (?:do|does|can|could|would|should|must|may|to|is|are|i|we)\b")),
    (Asked.OTHER, late(r"(?:(?:what|where|who|how)s|where|who|whom|whose|which|what|how)\b")),
    (
        Asked.YES_NO,
        late(
            rf"whether\b|{_AUX} {_SUBJECT}\b|is [a-z]+ing\b|any (?:chance|way)\b|"
            r"(?:do|does|did) (?!not\b|wh|let\b|please\b|have\b|come\b|feel\b|keep\b|send\b|give\b|"
            r"ask\b|write\b)[a-z]+s? (?:still |also |even |ever |really )?[a-z]+"
        ),
    ),
)
_ELLIPTIC = late(
    r"(?:any|the|my|your|a|what about|how about|and the|and for|what if|until when|for how)\b"
)
_FEW, _SEVERAL = 2, 7  # words of a question without a verb: “the hinges?”, “safe to drink?”
_CHOICE = late(r" or (?!not\b|so\b|at least\b|more\b)")  # "the fifteenth or the eighteenth?"
_NEGATIVE = late(r"(?:is|are|do|does|did|was|were|wo|would|should|could|ca|have|has)n't\b")
_VERB_FIRST = late(rf"{_AUX} (?:[\w'-]+ )")
# Words that lead to a question, and those that join a second one to it.
_LEAD = late(
    r"(?:[-–•*] |\(?\d[.)] |\(?[a-d]\) |(?:one|two|three|four)[,:] |"
    r"(?:hi|hello|hey|hiya|dear [\w ]{1,20}|thanks|thank you|ok|okay|so|and|"
    r"but|or|also|oh|well|"
    r"great|sorry|plus|again|just|now|then|yes|no|@\w+|(?:two|three|four|some|a "
    r"few) (?:things|questions)|quick question|question|"
    r"one (?:more )?(?:thing|question)|last (?:thing|question)|if so|if not|if yes|if no|"
    r"in that case|by the way|btw|first|"
    r"second(?:ly)?|finally|lastly|roughly|about)\b[\s,:.!–—-]*)+"
)
_TELL = (
    r"(?:tell|let|advise|inform|confirm|explain|clarify|say|check|remind|help|see)(?: (?:to "
    r")?(?:me|"
    r"us))?(?: (?:know|understand))?"
)
# What tells that a question follows, though no mark does: “the page doesn't say whether …”.
_UNKNOWN = (
    r"(?:(?:i|we)(?: am|'m| was| were|'re| are)? (?:also |just |still )?wonder(?:ing|ed)?|"
    r"wondering|"
    r"(?:i|we)(?:'d| would|'m| am|'re| are)?(?: also| just| really)? (?:like|love|need|want|wanted|"
    r"curious|keen|interested|trying|hoping|glad|be (?:glad|interested|grateful|curious|keen))"
    r" (?:to )?(?:know|ask|find out|hear|check|understand|learn)|(?:i|we)(?:'m| am|'re| are|'d "
    r"be)? "
    r"(?:also )?(?:curious|interested(?: in)?)|my (?:\w+ )?question (?:is|was)|(?:may|can|could) i "
    r"(?:also |just )?ask(?: you)?|(?:would|do) you mind (?:telling|letting) (?:me|us)(?: know)?|"
    r"(?:not|un)(?: quite| entirely)?(?: ?sure| ?clear)(?: to (?:me|us))?(?: about)?|"
    r"(?:no idea|(?:do not|don't) know)(?=,? (?:if|whether|how to|where to|what to|when|(?:how|"
    r"where|what) i "
    r"(?:can|should|need|have))\b)|(?:couldn't|could not|can't|cannot) (?:find|see|tell|work)(?: "
    r"out)?"
    r"(?: anywhere)?|(?:doesn't|does not|didn't|did not|don't|do not) (?:say|tell(?: me| us)?|"
    r"mention|state|explain|show|make (?:it )?clear)|nowhere does it say|"
    r"(?:likes?|loves?|wants?|needs?|wish(?:es)?|curious|interested|keen|eager|dying|anxious)"
    r"(?: me| us)? to (?:know|ask|hear|learn|find out|understand)|"
    r"(?:someone|somebody|anyone|anybody) (?:can|could|might) tell(?: me| us)?|"
    r"find(?:ing)? out(?: (?:from|on|in) (?:your|the) \w+)?)"
)
# “Please decide whether …”, “(2) whether …”; not “no matter whether”.
_WHETHER = late(
    r"(?<!matter )(?<!regardless of )(?<!doubt )(?<!depending on )(?<!depends on )\bwhether "
    r"(?!or not\b)"
)
INDIRECT = late(
    rf"(?:\b(?:(?:can|could|would) (?:you|someone|somebody|anyone|anybody) (?:please |kindly |also "
    rf"|"
    rf"perhaps |maybe )*{_TELL}|please (?:also )?{_TELL}|^(?:also )?(?:tell (?:me|us)|let (?:me|"
    rf"us) know|advise|confirm)|\b(?:hope|hoping|grateful if|glad if) you (?:can|could|would|"
    rf"might) "
    rf"{_TELL}|(?:do you|any(?:one|body)?) (?:know|idea)|{_UNKNOWN}),?) "
    r"(?P<rest>(?:when(?! you\b|(?: it| this| that)(?:'s| is)\b| done)|if (?!you (?:need|want|"
    r"require|have any|would like)\b|i can help|we can help)|whether|"
    r"where|what|which|who|how|why|until|by when|from when)\b)"
)
_NAMED = (
    (Asked.HOW_MUCH, late(r"(?:price|prices|cost|costs|fee|fees|charge|charges|rate|rates)\b")),
    (Asked.WHEN, late(r"(?:time|times|date|dates|hours|opening hours|deadline)\b")),
)
# “And the price?”
_BARE = late(
    r"(?:the|your) (?:[\w-]+ ){0,2}?(?P<what>(?:prices?|costs?|fees?|charges?|rates?|times?|dates?|"
    r"hours|deadline)\b[^,;:]{0,30}\?)"
)
# “Please let me know the delivery time.”
_TELL_THING = late(
    rf"\b(?:(?:can|could|would) you (?:please |also |perhaps )*|^(?:please )?(?:also )?){_TELL} "
    r"(?:of |about )?(?:the|your) (?P<rest>(?:[\w-]+ ){0,2}?)(?=(?:prices?|costs?|fees?|charges?|"
    r"rates?|times?|dates?|hours|deadline)\b)"
)
_JOINED = late(
    rf"(?:,? (?:and|plus|but)(?: also)?|, also|[,;:](?! (?:which|who|where) )| [&+–—-]+|\.{{2,}}) "
    rf"(?=(?:also |(?:if|in) (?:so|yes|not|no|that case|which case),? )?(?:{_WHEN}|{_LONG}|{_MUCH}|"
    r"how many|where|who|which|whats?|what's|why|whether|how (?:do|can|does)|"
    r"how \w+ (?:is|are|do|does|can|should|will|would)|"
    rf"{_AUX} {_SUBJECT})\b(?! [\w']+\?$))|(?:, (?:and|or(?! \w+ "
    r"(?:it|they|that|this|there)\b))| [&+–—-]+) "
    r"(?=(?:is|are|do|does|can|will) (?!not\b|be\b)[a-z]+ )|"
    r",? (?:and )?(?=\(?\d\) (?:whether|if|how|what|when|where|which|who|why|can|is|are|do|does)\b)"
)
_RHETORICAL = late(
    r"\b(?:do you think(?=\W*$)|kidding|joking|joke|serious(?:ly)?|how are you|how(?:'s| is) it "
    r"going|how do you do|"
    r"who (?:would(?: have|'ve)|needs)|what were you |on earth|"
    r"what(?:'s| is) (?:wrong with|the point|going on|up with|"
    r"happening|up|this(?=\W*$))|who (?:cares|"
    r"does that)|really|, right|isn't it|don't you think|(?<!do )you think|do you (?:(?:guys |"
    r"people )?(?:even|ever|actually|just|care|read|listen)|want me|realise|realize|understand|"
    r"know how|not)|are you (?:even|guys|people|there|sure|going to|aware|listening)|how (?:can|"
    r"could|do|did) (?:you|this|that|it|they|anyone)|how (?:dare|is it (?:possible|that|even)|hard|"
    r"about|come)|why (?:can't|don't|won't|do|are|is|would|can|should|did|have|haven't|isn't|"
    r"aren't|not|oh) (?:you|your|u|they|no|nobody|it so|this|everything|nothing|why|we|i\b)|"
    r"why[?!]|but why|what (?:the (?:hell|heck|fuck|f|actual)|kind of|sort of|a) |wtf|ridiculous|"
    r"unacceptable|am i (?:supposed|expected|meant|stupid|the only)|is (?:anyone|anybody|that|"
    r"this) (?:too much|there|how|a joke|normal|it)|guess what|you know what|how many (?:times|"
    r"more)|how much (?:longer|more)|when (?:are you (?:going to|guys)|will you (?:guys|people|"
    r"ever|finally|stop|learn|fix))|how long (?:must|am|should) i|(?:anyone|anybody) (?:else|there|"
    r"home)|what (?:gives|now|else)|remember|know why|(?:you|ye|they|anyone|anybody|nobody) ever|"
    r"(?:do|does) (?:they|nobody|no one|somebody|anybody really|people) (?:want|think|expect|never|"
    r"read|care)|may (?:he|she|they|it) )\b"
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
            if asked and not any(other.start <= start < other.end for other in quoted):
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
    named = _TELL_THING.search(clause)
    if named:
        rest = clause[named.end() :]
        return next(asked for asked, start in _NAMED if start.match(rest))
    indirect = INDIRECT.search(clause)
    if indirect:
        rest = clause[indirect.start("rest") :]
        return _started(rest) or (Asked.WHY if rest.startswith("why") else Asked.YES_NO)
    return _direct(clause, marked=marked)


def _direct(clause: str, *, marked: bool) -> Asked | None:
    """Give the type of a question that is asked outright, or by a “whether”."""
    if _NEGATIVE.match(clause) or (clause.startswith("had ") and not marked):
        return None  # "Isn't that what we pay for?", "Had I known …"
    asked = _started(clause)
    if asked is Asked.YES_NO and _CHOICE.search(clause):
        return Asked.OTHER
    if asked in {None, Asked.OTHER} and _WHETHER.search(clause):
        return Asked.YES_NO
    if asked is not None:
        # "When I restart it, it freezes?" asks for no time.
        plain = clause.startswith("when ") and not _inverted(clause)
        found = Asked.OTHER if plain else asked
        doubtful = (
            found in {Asked.OTHER, Asked.WHY, Asked.HOW} and not marked and not _inverted(clause)
        )
        return None if doubtful else found
    return _turned(clause) if clause.endswith("?") else None


def _started(clause: str) -> Asked | None:
    """Give the type of question that a clause begins like."""
    return next((asked for asked, start in _STARTS if start.match(clause)), None)


def _turned(clause: str) -> Asked | None:
    """Give the type of a question that begins like none: "Before I order: is it in stock?"."""
    if _VERB_FIRST.match(clause):
        return Asked.YES_NO
    rests = [clause[comma.end() :] for comma in re.finditer(r"[,:;–—-] ", clause)]
    begun = next((asked for rest in rests if (asked := _started(rest))), None)
    elliptic = any(_ELLIPTIC.match(rest) for rest in (clause, *rests))
    named = _BARE.match(clause)
    if named:
        return next(asked for asked, start in _NAMED if start.match(named["what"]))
    brief = _FEW <= len(clause.split()) <= _SEVERAL
    return begun or (Asked.OTHER if elliptic else Asked.YES_NO if brief else None)


def _inverted(clause: str) -> bool:
    """Tell whether a verb and its subject follow the question word: “when will it”."""
    return (
        re.match(rf"(?:what|where|who|how)s |(?:\S+ ){{1,3}}?{_AUX} {_SUBJECT}\b", clause)
        is not None
    )
