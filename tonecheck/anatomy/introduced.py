"""How a customer says who they are: “my name is …”, “this is …”, “it's … from the flower shop”."""

from __future__ import annotations

from tonecheck.late import late
from tonecheck.message import Message, Part
from tonecheck.names import is_given, is_person

_NAME = r"[^\W\d_a-z][^\W\d_'’-]*(?:['’-][^\W\d_]+)*"
_FULL = rf"{_NAME}(?: {_NAME}){{0,2}}"
_TITLE = r"(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor)\b\.? "
_INTRODUCED = late(
    rf"\b(?:(?P<sure>[Mm]y (?:full )?name(?:'s|’s| is))|(?P<this>[Tt]his is)|[Ii]t(?:'s|’s|s| is)|"
    rf"I(?:'m|’m|m| am))\s+(?P<name>(?P<title>{_TITLE})?{_FULL})"
    r"(?P<after> (?:from|here|again|speaking|calling|writing)\b)?(?=[\s.,;!–—-]|$)"
)
# "Mira here from room 12", "Mira Costa, order 5512. Where is it?"
_AHEAD = late(
    rf"(?:^|[,.!]\s+|(?i:hi|hello|hey)\s+)(?P<name>{_FULL})(?P<here>,? (?:here|speaking)\b)"
    rf"|^(?P<first>{_NAME} {_NAME}(?: {_NAME})?), (?:[\w-]+ ){{0,2}}[\w-]*\d"
)
_NO_NAME = late(
    r"(?:ly|ing|ed|day)\b|\b(?:Very|So|Not|Too|Just|Such|Really|Quite|Our|The|Your|No)\b"
)
_SENTENCE = late(r"[.!?]\s")


def introduced(message: Message) -> str | None:
    """Give the name by which a message's writer introduces themselves, if they do."""
    words = "".join(
        message.words(region.span)
        for region in message.regions
        if region.what not in {Part.HISTORY, Part.GREETING, Part.SUBJECT}
    )
    for match in _INTRODUCED.finditer(words):
        name = match["name"]
        known = match["sure"] or match["title"] or is_given(name.split()[0]) or match["after"]
        full = match["this"] and " " in name and not _SENTENCE.search(words, 0, match.start())
        if is_person(name) and (known or full) and not _NO_NAME.search(name):
            return name
    for match in _AHEAD.finditer(words.strip()):
        name = match["name"] or match["first"]
        if is_person(name) and is_given(name.split()[0]):
            return name
    return None
