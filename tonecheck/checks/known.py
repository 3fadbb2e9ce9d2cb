"""What a customer's message gives, looked up by what a reply asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from tonecheck.acts import Reading
from tonecheck.checks.facts import given, told
from tonecheck.entities import Fact
from tonecheck.late import late
from tonecheck.message import OWN
from tonecheck.text import Span

_NUMBER = r"(?: ?(?:number|no\b\.?|id\b|ref(?:erence)?\b|code))"
_NUMBERS = {
    "order": late(rf"\border{_NUMBER}|\bnumber of (?:your|the) order\b"),
    "ticket": late(rf"\b(?:ticket|case){_NUMBER}"),
    "booking": late(rf"\b(?:booking|reservation|confirmation|itinerary|trip){_NUMBER}"),
    "invoice": late(rf"\binvoice{_NUMBER}"),
    "claim": late(rf"\bclaim{_NUMBER}"),
    "account": late(rf"\b(?:account|customer|membership){_NUMBER}"),
    "parcel": late(rf"\b(?:tracking|parcel|shipment|consignment){_NUMBER}"),
    "serial": late(rf"\b(?:serial|imei){_NUMBER}"),
    "flight": late(rf"\bflight{_NUMBER}"),
}
_FACTS = {
    Fact.MAILBOX: late(r"\b(?:your|the) e-?mail(?: address)?\b(?! (?:us|me|we|i|to|that|from)\b)"),
    Fact.PHONE: late(r"\b(?:phone|telephone|mobile|cell|contact) number\b"),
}
# What is asked for, and how the customer's message shows it.
_WORDS = (
    (
        late(
            r"\b(?:photos?|pictures?|pics?|screenshots?|images?)\b(?! (?:of|from|show|that|where))"
        ),
        late(
            r"\b(?:photos?|pictures?|pics?|screenshots?|images?)\b(?: \w+){0,3} "
            r"(?:attached|enclosed|included)|\b(?:attached|enclosed|attaching)\b(?: \w+){0,3} "
            r"(?:photos?|pictures?|pics?|screenshots?|images?)\b"
        ),
    ),
    (
        late(r"\boperating system\b|\b(?:version of (?:ios|android|windows|macos)|os version)\b"),
        late(r"\b(?:ios|macos|os x|windows|android)[ -]?\d+(?:\.\d+)+"),
    ),
    (
        late(r"\b(?:which|what) (?:web )?browser\b|\bbrowser (?:and|or|are) "),
        late(r"\b(?:chrome|firefox|safari|edge|opera)\b(?: \d+[\d.]*)?"),
    ),
    (
        late(
            r"\b(?:refund or (?:an? )?(?:replacement|exchange)|(?:replacement|exchange) or "
            r"(?:an? )?refund)\b"
        ),
        late(
            r"\b(?:like|want|prefer)\b(?: \w+){0,2} (?:refund|replacement|exchange)\b"
            r"(?! (?:or|policy))"
        ),
    ),
    (
        late(
            r"\bdate of (?:the |your )?purchase\b|\bpurchase date\b"
            r"|\bwhen (?:did you|you) (?:buy|bought|order|ordered|purchased?)\b"
        ),
        late(
            r"\b(?:bought|ordered|purchased)\b[^.?!]{0,60}?\bon (?:the )?\d{1,2}(?:st|nd|rd|th)?"
            r"(?: of)? [a-z]{3,9}\b"
        ),
    ),
)
_OTHER = late(
    r"\b(?:confirm|verify|double-?check|again|others?|another|second|new|different|both|clearer|"
    r"closer|more|also used|alternative|full|last (?:four|4)|if (?:it|that) is|or (?:the|your) )\b"
)


class Known:
    """What the customer's message gives, looked up by what a request asks for."""

    def __init__(self, customer: Reading, reading: Reading) -> None:
        self._customer = customer
        self._facts = given(reading)

    def asked(self, request: str) -> tuple[int, str] | None:
        """Give where in the request the last known thing ends, and the customer's words for it."""
        if _OTHER.search(request):
            return None
        found = [
            (match.end(), theirs)
            for pattern, theirs in self._things
            if (match := pattern.search(request))
        ]
        return max(found, default=None)

    @cached_property
    def _things(self) -> list[tuple[re.Pattern[str], str]]:
        return [(pattern, theirs) for pattern, theirs in self._all_things() if theirs]

    def _all_things(self) -> Iterator[tuple[re.Pattern[str], str]]:
        for label, pattern in _NUMBERS.items():
            yield pattern, self._number(label)
        for fact, pattern in _FACTS.items():
            spans = [one.span for one in self._facts if one.entity.fact is fact]
            yield pattern, self._words(spans[0]) if spans else ""
        for pattern, shown in _WORDS:
            yield pattern, self._shown(shown)

    def _number(self, label: str) -> str:
        spans = [one.span for one in self._facts if one.entity.label == label]
        return self._words(spans[0]) if spans else ""

    def _shown(self, pattern: re.Pattern[str]) -> str:
        for sentence in self._customer.sentences:
            if sentence.region in OWN and (match := pattern.search(sentence.folded)):
                return self._words(Span(*match.span()).shift(sentence.span.start))
        return ""

    def _words(self, span: Span) -> str:
        return told(self._customer.message, span)
