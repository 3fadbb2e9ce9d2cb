"""Which questions of a customer's a reply leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.acts import Reading
from tonecheck.checks.questions import Asked, Question
from tonecheck.late import late
from tonecheck.message import Part, What

_WHEN = late(
    r"\d|\b(?:today|tomorrow|tonight|yesterday|now|soon(?:er|est)?|shortly|immediately|instantly|"
    r"already|yet|recently|just|currently|straight away|right away|at once|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|weekends?|january|february|march|april|may|june|july|"
    r"august|september|october|november|december|morning|noon|midday|afternoon|evening|night|"
    r"midnight|minutes?|hours?|days?|weeks?|months?|years?|quarter|spring|summer|autumn|winter|"
    r"christmas|easter|once|until|till|when|while|as soon as|within|anytime|any time|always|"
    r"whenever|next|last|later|end of|delay\w*|on (?:its|the|their) way|immediate|"
    r"permanent\w*|forever|ago|date|time|schedul\w+|eta)\b"
)
_MUCH = late(
    r"[£€$₹¥]|\b(?:gbp|eur|usd|euros?|dollars?|pounds?|pence|cents?|free|nothing|no "
    r"(?:extra |further |additional )?(?:charge|cost|fee)|costs?|price[ds]?|pricing|fees?|"
    r"charg\w+|per|percent|included|quote|estimate|on us|on the house|complimentary|waive\w*|"
    r"refund\w*|full amount|depends)\b|\d ?%|\d+[.,]\d\d\b|\b\d{2,5}\b"
)
_MANY = late(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|hundred|thousand|dozen|none|no|any|unlimited|as many|all|both|several|few|single|"
    r"couple|half|every|each|limit\w*|maximum|up to)\b"
)
# A reply that finds out, asks back, shows where to look or says that it cannot tell leaves nothing
# open that could be seen from here.
_POSTPONED = late(
    r"\?|\b(?:(?:i|we)(?:'ll| will| am|'m| are|'re|'ve| have|'d| would| can|'s)\b[^.!?]{0,40}?\b"
    r"(?:check|find out|look|ask|get back|come back|let you know|updat|repl|confirm|answer|"
    r"investigat|follow|call|ring|phone|write|email|e-mail|contact|reach|chas|pass|forward|"
    r"speak|talk|help|assist|dm|message|find|see|track|trac)\w*|"
    r"(?:dm|pm|message|contact|call|ring|email|e-mail|visit|see|check|send|share|provide|tell|"
    r"give|let|follow|reply|reach|write|drop|click|try|go|join|head|pop|get in touch|have a look|"
    r"look|refer) (?:us|me|out|your?|our|the|to|back|with|through|over|in|into|here|this|at|a|it|"
    r"here's|that|on)\b|direct message|dms?|depends?|don't know|do not know|"
    r"not sure|not (?:yet )?known|no (?:news|date|information|info|eta|timeline|plans?)|"
    r"can(?:not|'t)|unable|not able|won't|unfortunately|attached|enclosed|below|"
    r"above|link|steps|instructions|details|passed|forwarded|escalated|team|department)\b"
)
_REFUSED = late(
    r"\b(?:we|i|it|they|there|this|that)(?: (?:do|does|did|is|are|was|were|has|have)(?:n't| not)|"
    r"'s not|'re not|'m not)\b|\bno longer\b"
)
# An answer that sends the customer to look for themselves, and leads to no address.
_ELSEWHERE = late(
    r"\b(?:on|at|in|to|visit|see|check|consult) (?:our|the) (?:\w+ )?(?:website|web ?site|site|"
    r"web ?pages?|faqs?|help (?:centre|center|pages?)|brochure|handbook|terms)\b"
)
_MARKERS = late(
    r"\b(?:yes|yep|yeah|yup|nope|sure|certainly|absolutely|of course|definitely|indeed|correct|"
    r"exactly)\b|^no\b|(?<=[,.;:!–—] )no\b"
)
_ANSWERS = {Asked.WHEN: _WHEN, Asked.HOW_MUCH: _MUCH, Asked.HOW_MANY: _MANY}
_FIGURE = late(r"\d")
_NAME = late(r"\w+")
_ACRONYM = late(r"\b[A-Z][A-Z\d]{2,}\b")
_LONG = 60  # words
_WORD = late(r"[a-z][a-z'-]{2,}|\d{2,}")
_COMMON = frozenset(
    (
        "the and for are was were you your yours our ours his her its their them they this that "
        "these those there here with from have has had does did can could will would should may "
        "might must shall not but also any all some one two get got getting take make know like "
        "want need please when where what which who how why long much many about into out off "
        "over under after before again still just only then than too very more most been being "
        "able possible anything something someone anyone way without still would it's i'm i've "
        "i'd don't can't isn't doesn't didn't won't we've you've thanks thank hello hey tell let "
        "help really back come going thing things way yet now today time day use using used"
    ).split()
)


def unanswered(reading: Reading, customer: Reading, asked: list[Question]) -> Iterator[Question]:
    """Yield the questions for which the reply holds nothing of their type."""
    prose = (Part.BODY, Part.GREETING)
    body = [sentence.folded for sentence in reading.sentences if sentence.region in prose]
    text = " ".join(body)
    if any(reading.message.marked(What.URL, What.PLACEHOLDER, What.CODE)):
        return
    yield from _unnamed(reading, customer, asked)
    wanted = [question for question in asked if question.asked is not Asked.REQUEST]
    if _REFUSED.search(text):
        return
    if _ELSEWHERE.search(text) and not _MARKERS.search(text) and not _FIGURE.search(text):
        yield from wanted[:1]
        return
    if _POSTPONED.search(text):
        return
    lacking = {kind for kind, answer in _ANSWERS.items() if not answer.search(text)}
    yield from (question for question in asked if question.asked in lacking)
    yield from _unechoed(customer, asked, body)


def _unnamed(reading: Reading, customer: Reading, asked: list[Question]) -> Iterator[Question]:
    """Give each of several questions about a thing with a name that a long reply never says."""
    if len(asked) < 2 or reading.word_count < _LONG:
        return
    said = {word.lower() for word in _NAME.findall(reading.message.text)}
    for question in asked:
        if question.asked is not Asked.REQUEST:
            names = _ACRONYM.findall(question.span.of(customer.message.text))
            if names and not any(name.lower() in said for name in names):
                yield question


def _unechoed(customer: Reading, asked: list[Question], body: list[str]) -> Iterator[Question]:
    """Give one of several questions for yes or no whose matter the reply never comes to."""
    choices = [question for question in asked if question.asked is Asked.YES_NO]
    markers = sum(len(_MARKERS.findall(sentence)) for sentence in body)
    if len(choices) < 2 or markers != 1:
        return
    said = {_stem(word) for sentence in body for word in _WORD.findall(sentence)}
    silent = [question for question in choices if not _matter(customer, question) & said]
    # A bare yes is for the first of them.
    if len(silent) == 1 and silent[0] != choices[0] and len(_matter(customer, silent[0])) >= 2:
        yield silent[0]


def _matter(customer: Reading, question: Question) -> set[str]:
    words = question.span.of(customer.message.text).lower()
    return {_stem(word) for word in _WORD.findall(words) if word not in _COMMON}


def _stem(word: str) -> str:
    return re.sub(r"(?:ing|ed|es|s|e|ly)$", "", word) if len(word) > 4 else word
