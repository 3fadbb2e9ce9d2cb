"""What must not be sent: payment cards and their codes, numbers of persons, keys."""

from __future__ import annotations

import re

from tonecheck.late import late
from tonecheck.marks.identity import access_keys, identity_numbers, passwords
from tonecheck.message import Mark, What
from tonecheck.text import Span

_CARD = late(
    r"(?<![\w#+./*-])(?<!\d[ -])"
    r"(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5})"
    r"(?![\w/*])(?![.,-]\w)(?![ -]\d{4}(?!\w))"
)
_ISSUERS = (
    (re.compile(r"4"), (13, 16, 19)),
    (re.compile(r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720"), (16,)),
    (re.compile(r"3[47]"), (15,)),
    (re.compile(r"30[0-5]|3[689]"), (14, 16, 19)),
    (re.compile(r"35(?:2[89]|[3-8])"), (16, 17, 18, 19)),
    (re.compile(r"6(?:011|4[4-9]|5|2)"), (16, 17, 18, 19)),
    (re.compile(r"5[0678]|6[37]"), (13, 15, 16, 18, 19)),
)
_OTHER_NUMBER = late(
    r"\b(?:order|tracking|parcel|shipment|consignment|invoice|reference|ref|case|ticket|booking|"
    r"confirmation|imei|serial|iban|phone|tel|customer|article|item|sku|barcode|ean|isbn|voucher|"
    r"transaction|gift ?card|loyalty|membership)\b(?:(?!card|visa|paid)[^\n]){0,25}$",
    re.IGNORECASE,
)
_SECURITY_CODE = late(
    r"\b(?:cvv2?|cvc2?|cid|security code)(?: (?:number|code|no\.?))?(?: (?:is|was|of))?"
    r"[ \t]*[:=#–-]?[ \t]*[(\"“]?(\d{3,4})(?![\w%])(?![.,:/-]\d)(?![ -]digit)",
    re.IGNORECASE,
)


def secrets(text: str) -> list[Mark]:
    """Give card numbers, security codes, numbers of persons, keys; with all that groups them."""
    found = [
        Mark(What.SECRET, Span(*match.span()), "card-number")
        for match in _CARD.finditer(text)
        if _is_card(text, match)
    ]
    found += [
        Mark(What.SECRET, Span(*match.span(1)), "card-security-code")
        for match in _SECURITY_CODE.finditer(text)
    ]
    return [*found, *identity_numbers(text), *access_keys(text), *passwords(text)]


def _is_card(text: str, match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match.group())
    if len(set(digits)) == 1 or not any(
        len(digits) in lengths and prefix.match(digits) for prefix, lengths in _ISSUERS
    ):
        return False
    # Four by four is how cards are written; only a bare run may be some other number.
    grouped = len(digits) < len(match.group())
    if not grouped and _OTHER_NUMBER.search(text[max(match.start() - 40, 0) : match.start()]):
        return False
    from stdnum import luhn

    return bool(luhn.is_valid(digits))
