"""What a reply mends, replaces or mourns though the customer wrote that it is in order.

"The kettle is fine, the toaster is dead", and the reply: "a new *kettle* leaves us today".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.clauses import clauses
from tonecheck.checks.contradictions.naming import WORD, name, names
from tonecheck.checks.facts import told
from tonecheck.checks.words import stem
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.message import OWN, PROSE
from tonecheck.text import Span

_DEGREE = (
    r"(?:(?:all|quite|perfectly|absolutely|just|still|completely|totally|otherwise|really|very|"
    r"as) ){0,2}"
)
# What a customer says of a thing that needs nothing done to it; praise alone is no such word.
_IN_ORDER = late(
    rf"(?:\b(?:is|are|was|were|looks?|seems?|came|arrived|fits?|fitted)|'s|'re) (?:both )?{_DEGREE}"
    r"(?:fine|perfect|ok|okay|alright|all right|right|correct|whole|intact|undamaged|unharmed|"
    r"unhurt|untouched|unaffected|working|in (?:\w+ )?order|in (?:perfect|good|fine) (?:state|"
    r"condition|shape|nick)|a dream|a joy|as good as new|spotless|safe|tip-top|perfectly|well|"
    r"beautifully|not the (?:problem|issue|trouble))\b"
    r"(?! (?:of|to|for|about|on top|in saying|that|enough)\b)|"
    r"\b(?:works?|worked|runs?|ran|loads?|plays?|played|opens?|closes?|prints?|charges?|heats?|"
    r"cools?|fits?|rings?|sounds?|goes|went|came|came out|does|do|connects?|turns? on|starts?) "
    rf"{_DEGREE}(?:fine|well|perfectly|beautifully|ok|okay|smoothly|as (?:it|they) should|"
    r"as normal|as ever|a treat|like new|without (?:a|any) \w+)\b|\bplays? on\b|"
    r"\b(?:flying|ticking|running|humming) along\b|\b(?:still|also) works?\b|"
    r"\b(?:showed up|turned up|did (?:come|arrive)|"
    r"(?:has|have|had) (?:come|arrived|been (?:credited|paid|delivered|fixed|mended|refunded)))"
    r"(?= *$)"
)
_NOT_SO = late(
    r"\b(?:not|never|no longer|if|whether|should|hope|until|used to|any|same)\b|n't\b|\?"
)
# What a customer says where something else is not in order.
_AILING = late(
    r"\b(?:but|not|no|never|nothing|only|still|instead|except|yet|broke\w*|crack\w*|dead|damag\w*|"
    r"faulty|missing|lost|gone|wrong|leak\w*|crash\w*|fail\w*|snapped|torn|bent|stuck|stopped|"
    r"stolen|smell\w*|nois\w*|itself|blink\w*|blank|white page|backwards|cold|bare|crackl\w*|"
    r"freez\w*|empty|late|cancel\w*|mistake|ill|sick|unwell|poorly|fever|measles|chickenpox|flu|"
    r"damp|mould\w*)\b|n't\b"
)
# What a reply says of a thing that it takes for the broken or lost one, or does about it.
_TREATED = late(
    r"\b(?:broke(?:n)?|cracked|damaged?|faulty|missing|lost|astray|fault|bug|crash\w*|leak\w*|"
    r"fail\w*|torn|smashed|stolen|stuck|wrong|dead|stopped|delayed|late|introduced|new|fresh|"
    r"another|replac\w+|repair\w*|mend\w*|fix\w*|exchang\w+|drain|reset|restor\w+|put|collect\w*|"
    r"bring|claim|refund\w*|goes out|go out|sent|send|ordered|due|again|set|do|look at|check\w*|"
    r"measur\w*|hit|affected|absent|excused|off sick|"
    r"recover\w*|(?:there(?:'s| is)|you have) no)\b"
)
_GLAD = late(
    r"\b(?:glad|pleased|happy|relieved|good|nice|love|enjoy\w*|thanks?|keep|unlike|already|not|"
    r"(?<!there's )(?<!there is )(?<!you have )no|no (?:need|reason|charge|doubt|hurry)|stays?|"
    r"remain\w*|untouched|as well|both|too|also|other)\b|n't\b"
)
_DEFINITE = late(r"(?:\b(?:the|your|no|new|that|fresh|an?|in|on|for)|^) *(?:[\w'-]+ ){0,3}$")
# "You're working": who does, is no thing in order.
_SOMEBODY = late(r"\b(?:i|you|we|they|who|he|she) *$")
_RELATIVE = late(r" ?(?:that|which|who)\b")
_GENERAL = frozenset(
    map(
        stem,
        "order parcel box package delivery item thing rest everything all product card email "
        "letter refund money thanks one weather".split(),
    )
)
_MOST = 40  # clauses of a message that are looked at
_NEAR = 60  # letters before a word that are looked at
_NAMED = 5  # words that name a thing


class _Clause(NamedTuple):
    sentence: Sentence
    span: Span

    @property
    def words(self) -> str:
        return self.span.of(self.sentence.folded)


class _Sound(NamedTuple):
    """A thing that is in order: the words that name it alone, and where the customer says so."""

    names: frozenset[str]
    span: Span


def in_order(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each thing that is treated as the faulty one, and the customer's words for it."""
    sound = _sound(customer)
    for sentence in reading.sentences if sound else ():
        for here in clauses(sentence) if sentence.region in PROSE else ():
            words = here.of(sentence.folded)
            if _GLAD.search(words) or _IN_ORDER.search(words) or not _TREATED.search(words):
                continue
            for match in WORD.finditer(words):
                meant = [one for one in sound if name(match.group()) in one.names]
                if meant and _DEFINITE.search(words, *_before(match)):
                    span = Span(*match.span()).shift(here.start + sentence.span.start)
                    yield span, told(customer.message, meant[0].span)
                    break


def _before(match: re.Match[str]) -> tuple[int, int]:
    return max(match.start() - _NEAR, 0), match.start()


def _sound(customer: Reading) -> list[_Sound]:
    """Give what is in order where something else is not."""
    found = list(islice(_clauses(customer), _MOST))
    fine = {number: match for number, one in enumerate(found) if (match := _told_fine(one))}
    others = [one for number, one in enumerate(found) if fine and number not in fine]
    ailing = [one.words for one in others if _AILING.search(one.words)]
    taken = {name(word) for words in ailing for word in WORD.findall(words)}
    sound = []
    for number, match in fine.items() if ailing else ():
        one = found[number]
        called = _called(found, number, match.start())
        if alone := frozenset(called[-_NAMED:]) - taken - _GENERAL:
            sound.append(_Sound(alone, one.span.shift(one.sentence.span.start)))
    return sound


def _clauses(customer: Reading) -> Iterator[_Clause]:
    for sentence in customer.sentences:
        for here in clauses(sentence) if sentence.region in OWN else ():
            yield _Clause(sentence, here)


def _told_fine(one: _Clause) -> re.Match[str] | None:
    match = _IN_ORDER.search(one.words)
    before = one.words[: match.start()] if match else ""
    return None if _NOT_SO.search(before) or _SOMEBODY.search(before) else match


def _called(found: list[_Clause], number: int, end: int) -> list[str]:
    """Give the words for a subject that stands before `end`, or in a clause further back."""
    called = names(found[number].words[:end])
    back = number - 1
    while not called and back >= 0 and found[back].sentence is found[number].sentence:
        called = [] if _RELATIVE.match(found[back].words) else names(found[back].words)
        back -= 1
    return called
