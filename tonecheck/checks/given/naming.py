"""Names and words to be written, asked of a customer who wrote how and whose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tonecheck.checks.given.doubts import is_sure
from tonecheck.language import Sentence
from tonecheck.late import late

_NAME = (
    r"(?-i:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|"
    r"June|July|August|September|October|November|December|I|The|That|This|It|Not|A|An|Linkk*)\b)"
    r"[A-Z][\w'’-]+)"
)
KIN = (
    r"(?:son|daughter|child|baby|wife|husband|partner|sister|brother|mother|mum|mom|father|dad|"
    r"grandson|granddaughter|grandmother|grandfather|gran|grandma|grandad|niece|nephew|aunt|uncle|"
    r"cousin|friend|colleague|neighbour|neighbor|boss|guest|dog|cat|puppy|kitten|pet|horse|pony|"
    r"rabbit|parrot|boy|girl|fiancé|fiancée)"
)
_STAFF = (
    r"(?:driver|technician|engineer|agent|guide|teacher|waiter|waitress|receptionist|nurse|doctor|"
    r"stylist|plumber|electrician|instructor|trainer|clerk|cashier|courier|adviser|advisor)"
)


class _Naming(NamedTuple):
    """What is asked about a name or a text, and what of a customer's shows it."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


_NAMINGS = (
    # How it is written.
    _Naming(
        late(
            r"\bhow (?:exactly )?(?:(?:should|do|does|is|would|shall|can|must) )?(?:we |you |i )?"
            r"(?:spell |write )?(?:your|the|his|her|their|its) (?:[\w-]+ )?name\b(?: (?:is|should|"
            r"shall|must|to))?[^?]{0,25}\b(?:spell\w*|spelt|read|written|writ\w*|appear)\b|"
            r"\bhow (?:to|do you|should we|shall we) (?:spell|write) (?:your|the|his|her) \w*"
            r" ?name\b|\b(?:correct|right|proper|exact) (?:spelling|name|form of your name)\b|"
            r"\bspelling of (?:your|the|his|her)\b"
        ),
        late(
            rf"\b(?:(?:it's|it is|it should (?:be|read|say)|should (?:be|read|say)|but|correct is|"
            rf"rather|name is|name's|spelled|spelt|spell it|written|called) (?:[\"“'‘])?{_NAME}|"
            rf"{_NAME},? with (?:an? |one |two |double )?(?:-|[a-z]\b))",
            re.IGNORECASE,
        ),
    ),
    # Whose it is, or shall be.
    _Naming(
        late(
            r"\b(?:whose|(?:which|what)) name (?:should|shall|is|was|would|to|do|did|will|are|goes|"
            r"you)\b|\b(?:in|under|on) (?:whose|(?:which|what)) name\b|\b(?:name|names) (?:that )?"
            r"(?:should|shall|is to|to) (?:be|go|appear|stand|put)\b|\b(?:to |for )?whom? (?:it |"
            r"(?:[\w-]+ ){0,3})(?:should|is|shall|to) (?:[\w-]+ ){0,3}(?:be |go )?(?:made out|"
            r"addressed|for|issued)\b|\bwho (?:is|should) (?:[\w-]+ ){1,3}(?:made out|addressed|"
            r"issued) to\b|\bto whom (?:should|shall|do|may|can) (?:we|i|it|the)\b"
        ),
        late(
            rf"\b(?:in|on|under|to|for) (?:the )?names? (?:of )?(?:is |are |to )?{_NAME}|"
            rf"\b(?:my|our|his|her) {KIN}'s (?:maiden |full )?name,? {_NAME}|"
            rf"\bname\b[^.?!]{{0,40}}?"
            rf"\b(?:to|into) {_NAME}|\bma[dk]e (?:it |this |(?:the |an? )?[\w-]+ )?out (?:the "
            rf"[\w-]+ )?(?:to|in the name "
            rf"of|for) {_NAME}|\baddress(?:ed)? (?:it )?to {_NAME}|\bfor (?:my|our) {KIN},? "
            rf"{_NAME}|"
            rf"\b(?:in|under) {_NAME}'s name\b|\b(?:booked|booking|reserved|reservation|ticket|"
            rf"order\w*) (?:is )?(?:under|for|as) {_NAME}",
            re.IGNORECASE,
        ),
    ),
    # What shall be written, or was.
    _Naming(
        late(
            r"\b(?:what|which) (?:text|words?|wording|message|inscription|dedication|lettering|"
            r"name)?"
            r" ?(?:exactly )?(?:should|shall|would you like|do you want|is|are|to)(?: (?:we|us|it|"
            r"the"
            r"|on|to|be))* ?(?:[\w-]+ )?(?:engrav\w*|writ\w*|print\w*|on the (?:cake|card|ring|"
            r"plate|"
            r"sign)|stand|say|read|put|embroider\w*|inscri\w*)\b|\b(?:your|the) (?:text|wording|"
            r"inscription|dedication) (?:for|on|of) (?:the|your)\b"
        ),
        late(
            r"\b(?:engrav\w*|writ\w*|print\w*|embroider\w*|inscri\w*|letter\w*|stand|say\w*|"
            r"read\w*|"
            r"text|words?|wording|on (?:it|the \w+)|like|put|cake|"
            r"card)\b[^\"“]{0,30}[\"“][^\"”]{2,90}"
            r"[\"”]|[\"“][^\"”]{2,90}[\"”],? (?:on|in|into|engraved|printed|written|across|as)\b",
            re.IGNORECASE,
        ),
    ),
    _Naming(
        late(
            r"\bwhat (?:exactly )?(?:does|did|is) [^?]{1,30} (?:say|read|show|display)\b|"
            r"\b(?:which|"
            r"what) (?:exact )?(?:error|message|warning|wording)\b|\b(?:exact|full) (?:wording|"
            r"text)"
            r"\b"
        ),
        late(
            r"\b(?:says?|saying|said|reads?|reading|shows?|showing|displays?|get|gets|got|message|"
            r"error|warning|notice)\b[^\"“]{0,20}[\"“][^\"”]{3,90}[\"”]",
            re.IGNORECASE,
        ),
    ),
)
_CALLED = late(
    rf"\b(?:name of (?:your|the|our) (?P<of>{KIN}|{_STAFF})|"
    rf"(?:your|the|our) (?P<one>{KIN}|{_STAFF})'s (?:first )?name|"
    rf"(?:is|are) your (?P<is>{KIN}) called)\b"
)


def namings(request: str, shown: Sequence[Sentence]) -> Iterator[tuple[int, Sentence]]:
    """Give where a folded request for a name or a text ends, and the statement that tells it."""
    for one in _NAMINGS:
        if match := one.asked.search(request):
            for sentence in shown:
                if is_sure(sentence) and one.told.search(sentence.masked):
                    yield match.end(), sentence
                    break
    called = _CALLED.search(request)
    if called is None:
        return
    kin = called["of"] or called["one"] or called["is"]
    told = re.compile(rf"\b{kin},?(?: is)?(?: called| named|'s name is)? {_NAME}", re.IGNORECASE)
    for sentence in shown:
        if is_sure(sentence) and told.search(sentence.masked):
            yield called.end(), sentence
            break
