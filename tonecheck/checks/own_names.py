"""The words by which customers call themselves in their message; other names in it are others'."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.acts import Reading
from tonecheck.late import late
from tonecheck.message import Part
from tonecheck.names import fold

_WORD = late(r"[^\W\d_](?:[\w'’.-]*\w)?")
_CAPITAL = r"[^\W\d_a-z][\w'’.-]*"
_NAMES = rf"{_CAPITAL}(?:,? (?:(?:and|&|van|von|de|da|di|del|der|den|la) ){{0,2}}{_CAPITAL}){{0,4}}"
# As in "everybody calls me Bunny", "Jo Park here", "booked under Ruiz".
_CALLED = late(
    r"(?:(?i:\b(?:calls?|called) (?:me|us)|\b(?:known as|go(?:es)? by|i am|i['’]?m|we are|we['’]re|"
    r"this is|it['’]?s|mine is)|\bunder)"
    rf"(?i: (?:now|just|mr|mrs|ms|miss|dr|prof)\b\.?)? [\"“'(]?(?P<after>{_NAMES}))"
    rf"|(?P<before>{_NAMES}),? (?i:here|speaking|again|writing)\b"
    rf"|^(?P<first>{_CAPITAL}(?: {_CAPITAL}){{1,2}})(?=[,:(])"
)
# Where a name is to be changed or spelt, any name near is as good as theirs.
_OF_NAMES = late(
    r"(?i:\b(?:my|our|the|family|last|maiden|first|given|full|middle|married)[ -]|\bsur)names?\b"
    r"(?! of (?:the|your) (?!booking|order|account|reservation))"
)
# What ends a message: "Thanks, Ann", "Jo & Sam Park", "(Mrs) Ivy Dean".
_SIGNED = late(
    r"(?:^|[.!?,;:~–—()\n/-]\s*|\b(?i:thanks|thank you|thx|ta|cheers|regards|love|best|wishes|"
    rf"yours|from|sincerely|faithfully|respectfully|greetings|xx?)\s+)(?P<names>{_NAMES})"
    r"(?:,? ?\([^()]{1,20}\))?[\s.!]*$"
)
_LAST = 2  # sentences in which a message may be signed
_LOWER = 3  # words at the end that may be a name begun in lower case


def own_names(customer: Reading) -> Iterator[str]:
    """Give the folded words of a customer's message that may be the name of its writer."""
    text = customer.message.text
    count = len(customer.sentences)
    for number, sentence in enumerate(customer.sentences, 1):
        words = sentence.span.of(text)
        if sentence.region is Part.GREETING:
            continue
        if sentence.region is not Part.BODY:
            yield from _names(words)
            continue
        if _OF_NAMES.search(words):
            yield from _names(words)
            continue
        for match in _CALLED.finditer(" ".join(words.split())):
            for group in ("after", "before", "first"):
                yield from _names(match[group] or "")
        if number > count - _LAST and (signed := _SIGNED.search(words)):
            yield from _names(signed["names"])
        if number == count:
            yield from (fold(word) for word in words.split()[-_LOWER:] if word.islower())


def _names(words: str) -> Iterator[str]:
    """Give the words that may be names, folded."""
    for word in _WORD.findall(words):
        if word[0].isupper() and len(word) > 2:
            yield fold(word.removesuffix("'s").removesuffix("’s"))
