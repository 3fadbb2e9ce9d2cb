"""Names in a customer's message that are somebody else's: a relative's, a colleague's of ours."""

from __future__ import annotations

from itertools import islice

from tonecheck.acts import Reading
from tonecheck.late import late
from tonecheck.text import Span

_NAME = r"(?P<{0}>(?-i:[A-Z][\w'-]+)(?: (?-i:[A-Z][\w'-]+))?)"
_BYSTANDER = late(
    r"(?i:\b(?:my|our|your|his|her|the) (?:[\w-]+ ){0,2}?(?:wife|husband|partner|mother|mum|mom|"
    r"father|dad|son|daughter|sister|brother|aunt|uncle|niece|nephew|grand\w+|friend|boss|"
    r"neighbour|neighbor|colleague|agent|advisor|adviser|assistant|driver|technician|engineer|"
    r"manager|plumber|receptionist|waiter|waitress|trainer|dog|cat|horse|puppy|baby|boy|girl)"
    r",? (?:called |named |is )?"
    + _NAME.format("kin")
    + r"|\b(?:spoke|spoken|speaking|speak|talked|talking|chatted|dealt|met|emailed|rang|phoned)"
    r"(?: (?:to|with))? (?:a |an |one |your )?"
    + _NAME.format("met")
    + r"|\b"
    + _NAME.format("said")
    + r" (?:who |has |had )?(?:told|said|promised|assured|helped|served|answered|advised|wrote|"
    r"(?:from|in|at|on) your)\b)"
)
_MOST = 100  # names that are looked at


def bystanders(customer: Reading) -> list[Span]:
    """Give the places of names that the customer's message tells to be of others."""
    found = (
        Span(*match.span(group)).shift(sentence.span.start)
        for sentence in customer.sentences
        for match in _BYSTANDER.finditer(sentence.masked)
        for group in ("kin", "met", "said")
        if match[group]
    )
    return list(islice(found, _MOST))
