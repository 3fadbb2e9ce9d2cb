"""Numbers that stand for one person or their account, and keys and passwords that open one.

A number counts only with the check digits of its country, and mostly only where a word says what
it is: other numbers of the same length are about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from tonecheck.late import late
from tonecheck.message import Mark, What
from tonecheck.text import Span

_REACH = 40  # how far from a number the word for it may stand
_WORD = late(r"[\w'’-]+")
_DIGITS = late(r"\d(?:[ ./-]?\w){5}")


class _Number(NamedTuple):
    """A number of a country: how it is written, stdnum's module, and words one of which names it.

    Where a word is looked for first, most shapes need not be compiled in most runs.
    """

    shape: re.Pattern[str]
    module: str | None
    words: tuple[str, ...] = ()


_YOURS = (
    *(f"{whose} iban" for whose in ("your", "my", "his", "her", "their")),
    *("your account", "your bank account", "your bank", "refunded", "refunded it", "you gave us"),
)
_NUMBERS = (
    _Number(late(r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?"), "iban", _YOURS),
    _Number(late(r"\d{3}-\d{2}-\d{4}"), "us.ssn", ("ssn", "social security")),
    _Number(
        late(r"(?![DFIQUV])[A-Z](?![DFIQUVO])[A-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]"),
        None,
        ("national insurance", "ni number", "ni no", "nino"),
    ),
    _Number(late(r"\d{3}[ -]?\d{3}[ -]?\d{4}"), "gb.nhs", ("nhs",)),
    _Number(late(r"\d{3}[ -]?\d{3}[ -]?\d{3}"), "ca.sin", ("sin", "social insurance")),
    _Number(late(r"\d{3} ?\d{3} ?\d{2,3}"), "au.tfn", ("tfn", "tax file")),
    _Number(late(r"\d{4}[ -]?\d{4}[ -]?\d{4}"), "in_.aadhaar", ("aadhaar", "aadhar")),
    _Number(late(r"[A-Z]{5}\d{4}[A-Z]"), "in_.pan", ("pan",)),
    _Number(late(r"\d{7}[A-W][A-IW]?"), "ie.pps", ("pps", "ppsn")),
    _Number(late(r"\d{8}-?[A-Z]"), "es.dni", ("dni", "nif")),
    _Number(late(r"[XYZ]\d{7}-?[A-Z]"), "es.nie", ("nie",)),
    _Number(late(r"[12]\d{4}[\dAB]\d{7,9}"), "fr.nir", ("nir", "insee", "sécurité sociale")),
    _Number(
        late(r"\d{2} ?\d{3} ?\d{3} ?\d{3}"),
        "de.idnr",
        ("steuer-id", "steueridentifikationsnummer", "tax id", "tax identification"),
    ),
    _Number(late(r"\d{9}"), "nl.bsn", ("bsn", "burgerservicenummer")),
    _Number(
        late(r"\d{6}[-+]\d{4}|\d{8}-\d{4}"),
        "se.personnummer",
        ("personnummer", "personal number", "personal identity number"),
    ),
    _Number(late(r"\d{11}"), "pl.pesel", ("pesel",)),
    _Number(late(r"\d{13}"), "za.idnr", ("id number", "id no", "identity number")),
    _Number(
        late(r"(?=[A-Z]*\d{6})[A-Z]{0,2}\d{6,9}"),
        None,
        ("passport number", "passport no"),
    ),
    # What follows is written as nothing else is.
    _Number(late(r"[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]"), "it.codicefiscale"),
    _Number(late(r"\d{3}\.\d{3}\.\d{3}-\d{2}"), "br.cpf"),
    _Number(late(r"\d{6}[-+A]\d{3}[0-9A-Y]"), "fi.hetu"),
    _Number(late(r"\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}"), "be.nn"),
    _Number(late(r"756\.\d{4}\.\d{4}\.\d{2}"), "ch.ssn"),
)
_OURS = late(r"\b(?:our|example|sample|test|payable to|pay (?:it )?(?:in)?to)\b")
_SAID_TO_BE = (
    r"(?: (?:is|was|will be)(?: now| still)?:?"
    r"| (?:has |have |is |was )?(?:now )?(?:been )?(?:re-?set |changed |set )?(?:back )?to:?"
    r"| ?[:=]) ?"
)
# What no word is: it holds a digit, a capital or a sign in its midst, or stands in quotes.
_NO_WORD = (
    r"(?:(?=[^\s\d]{0,40}\d)(?!\d{1,3}-)|(?=(?-i:[A-Za-z]?[a-z]{2,20}[A-Z]|[A-Za-z]{3,20}[@#$&*+=_]\w)))"
    r"[^\s\"”'’()<>{}]{5,40}(?<![.,;:!?])"
)
_PASSWORD = late(
    r"\b(?:password|passcode|passphrase)(?: for (?:your|the) [\w-]{2,20})?"
    + _SAID_TO_BE
    + rf"[\"“'‘(]?({_NO_WORD}|(?<=[\"“'‘])[^\s\"”'’()<>{{}}]{{4,40}}(?=[\"”'’]))",
    re.IGNORECASE,
)
_USED_AS = late(
    rf"\b(?:use|using|enter|type|try|with) [\"“'‘]?({_NO_WORD})[\"”'’]? as (?:your|the|a) "
    r"(?:temporary |new |first )?(?:password|passcode|passphrase)\b"
    rf"|\b(?:and|with|the|,) (?:the )?(?:temporary |new )?password [\"“'‘]?({_NO_WORD})",
    re.IGNORECASE,
)
_PIN = late(
    r"\b[Yy]our (?:[a-z]{2,12} )?(?:PIN|Pin|pin)(?: (?:code|number))?"
    + _SAID_TO_BE
    + r"(\d{4,8})(?![\w%])"
    r"|\bPIN(?: (?:code|number))? (?:for|of) your [a-z -]{3,20}?"
    + _SAID_TO_BE
    + r"(\d{4,8})(?![\w%])"
)
# What several people are meant to know, or works only once.
_SHARED = late(
    r"\b(?:wi-?fi|wlan|guests?|network|meeting|zoom|teams|webinar|conference|dial-in|door|gate"
    r"|entrance|key ?(?:box|safe)|collection|pick-?up|parcel|delivery|one-time|example|sample)\b",
    re.IGNORECASE,
)
_KEY_SIGNS = ("_live_", "gh", "xox", "AKIA", "AIza", "glpat-", "eyJ", "-----BEGIN")
_KEYS = late(
    r"(?<![\w-])(?:(?:sk|rk)_live_\w{16,99}|gh[pousr]_\w{30,99}|xox[baprs]-[\w-]{10,99}"
    r"|AKIA[A-Z0-9]{16}|AIza[\w-]{35}|glpat-[\w-]{20,40}"
    r"|eyJ[\w-]{10,999}\.eyJ[\w-]{10,1999}\.[\w-]{10,999})(?![\w-])"
    r"|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----"
)


def identity_numbers(text: str) -> Iterator[Mark]:
    """Give the numbers of persons and accounts whose check digits are right."""
    if _DIGITS.search(text) is None:
        return
    small = text.lower()
    for number in _NUMBERS:
        if number.words and not any(word in small for word in number.words):
            continue
        for match in number.shape.finditer(text):
            if _alone(text, match) and _is_named(text, match, number) and _checks(match, number):
                yield Mark(What.SECRET, Span(*match.span()), "identity-number")


def access_keys(text: str) -> Iterator[Mark]:
    """Give the keys of well-known services, told by how they begin."""
    if any(sign in text for sign in _KEY_SIGNS):
        for match in _KEYS.finditer(text):
            yield Mark(What.SECRET, Span(*match.span()), "access-key")


def passwords(text: str) -> Iterator[Mark]:
    """Give what is called a password or PIN, and holds a digit or is quoted, as no word is."""
    small = text.lower()
    for sign, pattern in (("pass", _PASSWORD), ("pass", _USED_AS), ("pin", _PIN)):
        for match in pattern.finditer(text) if sign in small else ():
            value = Span(*match.span(match.lastindex or 0))
            before = text[max(match.start() - _REACH, 0) : value.start].rpartition("\n")[2]
            if not _SHARED.search(before):
                yield Mark(What.SECRET, value, "password")


def _alone(text: str, match: re.Match[str]) -> bool:
    """Tell whether nothing goes on before or after a number that could be part of it."""
    before, after = (
        text[max(match.start() - 1, 0) : match.start()],
        text[match.end() : match.end() + 2],
    )
    if before.isalnum() or before in {*"_#/+-."}:
        return False
    runs_on = after[:1].isalnum() or after[:1] == "_"
    return not runs_on and not (after[:1] in {*"-/.@"} and after[1:].isalnum())


def _is_named(text: str, match: re.Match[str], number: _Number) -> bool:
    """Tell whether one of its words stands shortly before a number, and it is not our own."""
    if not number.words:
        return True
    near = text[max(match.start() - _REACH, 0) : match.start()].lower().rpartition("\n")[2]
    words = _WORD.findall(near)
    said = f" {' '.join(words)} "
    return any(f" {word} " in said for word in number.words) and not _OURS.search(near)


def _checks(match: re.Match[str], number: _Number) -> bool:
    if number.module is None:
        return True
    module = import_module(f"stdnum.{number.module}")
    return bool(module.is_valid(match.group()))
