"""Facts that a text names: numbers of orders, amounts, days, addresses; each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from tonecheck.late import late
from tonecheck.text import Span


class Fact(StrEnum):
    """What kind of thing a fact is."""

    NUMBER = "number"  # of an order, a ticket, a seat: `label` says of what, where that is told
    AMOUNT = "amount"  # of money: `label` is the currency
    DATE = "date"  # a day of a month: `value` is month-day, `label` the year where there is one
    TIME = "time"  # of day
    MEASURE = "measure"  # a size or a capacity: `label` is the unit
    MAILBOX = "mailbox"
    PHONE = "phone"


class Entity(NamedTuple):
    """A fact that a text names; values that mean the same are equal."""

    fact: Fact
    span: Span
    value: str
    label: str = ""


_LABELS = {
    "order": "order|purchase order|po",
    "ticket": "ticket|case|request|incident|support case",
    "booking": "booking|reservation|confirmation|itinerary|trip|pnr",
    "invoice": "invoice|bill",
    "claim": "claim",
    "reference": "reference|ref",
    "account": "account|customer|client",
    "membership": "membership|member",
    "policy": "policy",
    "voucher": "voucher|gift card",
    "parcel": "tracking|parcel|shipment|consignment|awb",
    "serial": "serial|imei|model",
    "flight": "flight",
}
PLACES = tuple(
    "assignment lecture lesson chapter module exercise lot seat room platform gate unit volume "
    "episode section page table bay flat apartment row locker".split()
)
"""What has a number of few digits, which is the label of its facts."""
_LABELLED = late(
    r"\b(?:"
    + "|".join(f"(?P<{name}>(?:{words}))" for name, words in _LABELS.items())
    + r")s?(?: (?:number|no|nr|num|id|ref|reference|code))?\b[.,]?[ \t]*"
    r"(?:(?:is|was|=|:|#|no\.?|nr\.?|-|–|—)[ \t]*){0,2}[#(\[\"]?"
    r"(?P<value>(?:(?-i:[A-Z]{2}) (?=\d{2,4}\b)|(?=[A-Z/-]{0,10}\d))[A-Z\d]+(?:[-/][A-Z\d]+)*)"
    r"(?![\w%])(?!\.\d)(?![.,:]\d)",
    re.IGNORECASE,
)
_NUMBERED = late(
    rf"\b(?P<place>{'|'.join(PLACES)})(?: (?:number|no\.?))? ?#?(?P<value>\d{{1,4}}[A-Z]?)"
    r"(?![\w%]|[.,:/-]\d)",
    re.IGNORECASE,
)
# What only a number of an order or a ticket looks like: FD-0098, R-4471, 55-80213, #4418.
_BARE = late(
    r"(?<![\w#/.@-])(?:#(?P<hash>\d{3,12})|(?P<code>[A-Z]{1,5}-?\d{3,12}(?:-\d{1,6})?"
    r"|\d{2,4}-\d{4,8}))(?![\w%/@-])(?!\.\w)"
)
_CURRENCIES = {
    "gbp": r"£|GBP",
    "eur": r"€|EUR|euros?",
    "usd": r"\$|US\$|USD|dollars?|bucks",
    "inr": r"₹|INR|rupees?",
    "jpy": r"¥|JPY|yen",
    "chf": r"CHF",
    "sek": r"SEK|kronor",
}
_CURRENCY = "|".join(f"(?P<{name}N>{words})" for name, words in _CURRENCIES.items())
_SUM = r"\d{1,3}(?:[,.]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"
_AMOUNT = late(
    rf"(?<![\w£€$₹¥.,])(?:(?:{_CURRENCY.replace('N>', '1>')})[ \u00a0]?(?P<sum1>{_SUM})"
    rf"|(?P<sum2>{_SUM})[ \u00a0]?(?:{_CURRENCY.replace('N>', '2>')})(?![\w]))(?![\d%])",
    re.IGNORECASE,
)
# A sum without its currency; what could be a time of day is none.
_PLAIN_SUM = late(
    r"(?:(?<![\w£€$₹¥.,:/-] )|(?<= x )|(?<=paid )|(?<=charged )|(?<=refunded )|(?<=cost )|(?<=of )|"
    r"(?<=is )|(?<=was )|(?<=the ))(?<![\w£€$₹¥.,:/-])(?:2[5-9]|[3-9]\d|\d{3,6})[.]\d\d"
    r"(?![\w.,:%/-]| ?(?!(?:back|for|to|and|on|in|from|as|was|is|has|by|off|but)\b)[a-z])"
)
_MONTH = (
    r"(?P<mN>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?(?:\.(?=,? \d))?"
)
_DATE = late(
    rf"(?<![\w/.-])(?:(?P<d0>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH.replace('N>', '0>')}"
    rf"(?:,? (?P<y0>\d{{4}}))?(?![\w/-])"
    rf"|{_MONTH.replace('N>', '1>')} (?:the )?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:,? (?P<y1>\d{{4}}))?(?![\w/:-])"
    r"|(?P<y2>\d{4})-(?P<m2>\d\d)-(?P<d2>\d\d)(?![\w-]))",
    re.IGNORECASE,
)
_TIME = late(
    r"(?<![\w:.,£$€])(?:(?P<h>[01]?\d|2[0-3])[:.](?P<min>[0-5]\d)(?: ?(?P<half>[ap])\.?m\b\.?)?"
    r"|(?P<hour>1[0-2]|[1-9]) ?(?P<part>[ap])\.?m\b\.?)(?![\w:%]|[.,]\d)",
    re.IGNORECASE,
)
_MEASURE = late(
    r"(?<![\w£$€.,])(?P<value>\d{1,6}(?:[.,]\d{1,3})?)[ -]?"
    r"(?P<unit>gb|tb|mb|mm|cm|inch|inches|kg|ml|litres?|liters?|watts?|volts?|mah|mbps|mbit|kwh|km)\b",
    re.IGNORECASE,
)
_MAILBOX = late(
    r"(?<![\w.+@-])[\w+-]{1,64}(?:\.[\w+-]{1,64}){0,5}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
)
_PHONE = late(
    r"(?<![\w.,/:#-])(?:(?:\+\d{1,3}[ .-]?)?\(\d{1,5}\)[ .-]?|\+\d{1,3}[ .-]\d{1,4}[ .-]"
    r"|0\d{1,4}[ .-])\d{2,4}(?:[ .-]?\d{2,4}){1,3}(?![\w/-])|(?<![\w.,/:#-])\+\d{8,14}(?!\w)"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def entities(text: str) -> list[Entity]:
    """Give the facts that a text names, in order; of those that overlap the first kind counts."""
    if not any(map(str.isdigit, text)) and "@" not in text:
        return []
    taken = bytearray(len(text))
    found: list[Entity] = []
    for read in (_mailboxes, _dates, _amounts, _measures, _phones, _numbers, _times):
        for entity in read(text):
            start, end = entity.span.start, entity.span.end
            if not any(taken[start:end]):
                taken[start:end] = b"x" * (end - start)
                found.append(entity)
    return sorted(found, key=lambda entity: entity.span)


def _mailboxes(text: str) -> Iterator[Entity]:
    for match in _MAILBOX.finditer(text) if "@" in text else ():
        yield Entity(Fact.MAILBOX, Span(*match.span()), match.group().casefold())


def _dates(text: str) -> Iterator[Entity]:
    for match in _DATE.finditer(text):
        part = {name[0]: value for name, value in match.groupdict().items() if value is not None}
        if match["m1"] is not None and match["m1"].islower():
            continue  # "I may 12 times"
        month = part["m"] if part["m"].isdigit() else _MONTHS.index(part["m"].lower()) + 1
        value = f"{int(month):02}-{int(part['d']):02}"
        yield Entity(Fact.DATE, Span(*match.span()), value, part.get("y", ""))


def _amounts(text: str) -> Iterator[Entity]:
    for match in _PLAIN_SUM.finditer(text):
        yield Entity(Fact.AMOUNT, Span(*match.span()), _sum(match.group()))
    for match in _AMOUNT.finditer(text):
        groups = match.groupdict()
        currency = next(name for name in groups if groups[name] and not name.startswith("sum"))
        value = _sum(groups["sum1"] or groups["sum2"])
        yield Entity(Fact.AMOUNT, Span(*match.span()), value, currency[:-1])


def _sum(written: str) -> str:
    """Give an amount without separators: 1,200.50 and 1.200,5 are 1200.50."""
    whole, cents = re.fullmatch(r"([\d.,]*?)(?:[.,](\d{1,2}))?", written).groups()  # type: ignore[union-attr]
    return f"{int(re.sub(r'[.,]', '', whole))}.{(cents or '').ljust(2, '0')}"


def _measures(text: str) -> Iterator[Entity]:
    for match in _MEASURE.finditer(text):
        unit = match["unit"].lower()
        value = match["value"].replace(",", ".")
        yield Entity(Fact.MEASURE, Span(*match.span()), value, unit[:4])


def _phones(text: str) -> Iterator[Entity]:
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if 8 <= len(digits) <= 15:
            yield Entity(Fact.PHONE, Span(*match.span()), digits)


def _numbers(text: str) -> Iterator[Entity]:
    for match in _LABELLED.finditer(text):
        label = next(name for name in _LABELS if match[name] is not None)
        value = match["value"]
        if len(value) > 2 and (value.isupper() or not value.isalpha()) and _is_number(value):
            yield Entity(Fact.NUMBER, Span(*match.span("value")), value.upper(), label)
    for match in _NUMBERED.finditer(text):
        span = Span(*match.span("value"))
        yield Entity(Fact.NUMBER, span, match["value"].upper(), match["place"].lower())
    for match in _BARE.finditer(text):
        group = "hash" if match["hash"] else "code"
        yield Entity(Fact.NUMBER, Span(*match.span(group)), match[group].upper())


def _is_number(value: str) -> bool:
    """Tell whether the word after “order” is a number of one: not 12th, 3pm or 20kg."""
    return not re.fullmatch(r"(?i)\d{1,4}(?:st|nd|rd|th|am|pm|kg|cm|gb|h|hrs?|x|days?)", value)


def _times(text: str) -> Iterator[Entity]:
    for match in _TIME.finditer(text):
        hour = int(match["h"] or match["hour"])
        half = (match["half"] or match["part"] or "").lower()
        hour = hour % 12 + (12 if half == "p" else 0) if half else hour
        yield Entity(Fact.TIME, Span(*match.span()), f"{hour:02}:{match['min'] or '00'}")
