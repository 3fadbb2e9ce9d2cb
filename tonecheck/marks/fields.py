"""What the words of a variable say about what it holds."""

from __future__ import annotations

import re

from tonecheck.late import late

_WORD = late(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_OTHERWISE = late(r"\s+or\s|\|\||\?\?|[|,!?(\"]")

_NAMES = frozenset(
    (
        "name names fname lname firstname lastname surname forename fullname nickname username "
        "givenname displayname mname"
    ).split()
)
_QUALIFIERS = frozenset(
    ["first", "last", "full", "given", "family", "middle", "preferred", "display", "nick", "short"]
)
_PEOPLE = frozenset(
    (
        "customer customers client user users agent requester recipient sender contact person "
        "member guest buyer owner author assignee admin subscriber patient student teacher parent "
        "child passenger driver employee manager staff rep representative advisor adviser reader "
        "lead visitor attendee donor account_holder cardholder holder signer host traveller me "
        "you your their my who operator technician friend spouse partner team_member colleague "
        "tenant landlord applicant candidate insured policyholder booker caller receiver player"
    ).split()
)
_THINGS = frozenset(
    (
        "account address app application area article bank book brand branch building business "
        "campaign carrier category channel city class clinic club company country county course "
        "courier department device document domain event field file folder form game group hotel "
        "image item job key label list location method model option order organisation "
        "organization org package parcel park plan platform policy product programme program "
        "project property queue region restaurant role room school screen section seller server "
        "service shop site software state status store street subscription supplier system table "
        "tag team template test theatre ticket tier title tool topic town track type unit variant "
        "vaccine vendor venue version website workspace"
    ).split()
)
_FIELDS = frozenset(
    (
        "name date time order number id email address phone amount price total link url company "
        "product item day month year reference ref code ticket case invoice tracking title role "
        "position signature deadline city country location firstname lastname surname fullname "
        "quantity balance duration agent customer"
    ).split()
)
_AROUND = frozenset(
    (
        "a an the your our their first last full customer client user agent rep representative "
        "manager order delivery due start end shipping tracking billing invoice ticket case "
        "support team company product item account phone telephone mobile contact email e mail "
        "job business reference booking reservation new old original expected estimated current "
        "return refund of for or and recipient requester sender guest member patient event course "
        "plan store shop brand website department here"
    ).split()
)
_ASKS = frozenset(["insert", "enter", "add", "your", "fill"])
_NOT_UPPER = frozenset(
    ["EXTERNAL", "SPAM", "RESOLVED", "SOLVED", "CLOSED", "URGENT", "SIC", "REDACTED"]
)
_UPPER = late(r"[A-Z][A-Z0-9_'/-]*(?: [A-Z0-9_'/&-]+)+")


def is_person_name(key: str) -> bool:
    """Tell whether a variable holds the name of a person, by the words it is made of."""
    words = [word.lower() for word in _WORD.findall(_OTHERWISE.split(key.strip(), maxsplit=1)[0])]
    named = [at for at, word in enumerate(words) if word in _NAMES]
    if not named:
        rest = [word for word in words if word not in _QUALIFIERS]
        return bool(words) and len(words) <= 3 and all(word in _PEOPLE for word in rest)
    if any(word in _THINGS for word in words[named[-1] :]):
        return False
    for word in reversed(words[: named[-1]]):
        if word in _PEOPLE or word in _QUALIFIERS:
            return True
        if word in _THINGS:
            return False
    return words[named[-1]] != "name" or (len(words) <= 2 and words[0] in ("name", "the"))


def is_field(words: str) -> bool:
    """Tell whether words in brackets ask to be filled in, as in `[customer name]`."""
    if _UPPER.fullmatch(words) or re.fullmatch(r"[A-Z]+(?:_[A-Z]+)+", words):
        first = re.split(r"[ _]", words)[0]
        return first not in _NOT_UPPER and not re.search(r"(?:^| )\d+(?: |$)", words)
    shape = _WORD if " " not in words and not words.isupper() else re.compile(r"[A-Za-z]+|\d+")
    parts = [part.lower() for part in shape.findall(words)]
    if not parts:
        return False
    if parts[0] in _ASKS and len(parts) > 1:
        return True
    if words.isupper() and len(parts) == 1:
        return parts[0] in _FIELDS or parts[0].endswith("name")
    known = all(part in _FIELDS or part in _AROUND for part in parts)
    return known and len(parts) <= 5 and any(part in _FIELDS for part in parts)
