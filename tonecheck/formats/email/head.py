"""The head of a mail: its fields, where they stand, and what they tell of the mail."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import getaddresses

from tonecheck.formats.email import transfer
from tonecheck.message import Context, Envelope
from tonecheck.text import Span

LINE = re.compile(r"[^\r\n]*(\r\n|\r|\n|\Z)")
_NAME = re.compile(r"([!-9;-~]{1,80})(?:[ \t]{1,9}(?=:))?:[ \t]*")
_KNOWN = re.compile(
    r"from|sender|to|b?cc|subject|date|reply-to|mime-version|content-[!-9;-~]+|message-id"
    r"|in-reply-to|references|x-[!-9;-~]+|received|return-path",
    re.IGNORECASE,
)
# Prose may begin with "From: Berlin"; these are fields whatever follows.
_TECHNICAL = re.compile(
    r"mime-version|content-[!-9;-~]+|message-id|in-reply-to|references|x-[!-9;-~]+|received"
    r"|return-path",
    re.IGNORECASE,
)
_ENVELOPE = re.compile(r"From \S+ [^\r\n]*\d\d:\d\d")  # how mailboxes begin a mail
_ID = re.compile(r"<([^<>\s]{1,500})>")
_ADDRESS = re.compile(r"[^@\s]{1,200}@[^@\s]{1,200}")
_MOST_IDS = 100  # of a thread; the nearest count


@dataclass(frozen=True, slots=True)
class Field:
    """A header field: the range of its value, and that of the line end after it."""

    name: str
    value: Span
    line_end: Span


@dataclass(frozen=True, slots=True)
class Head:
    """The fields of a mail or a part, and the range of what stands below them."""

    fields: tuple[Field, ...]
    body: Span

    @property
    def is_mail(self) -> bool:
        """Tell whether any field is one that mails have."""
        return any(_KNOWN.fullmatch(field.name) for field in self.fields)

    def values(self, text: str) -> dict[str, str]:
        """Give the first value of each field by its name in small letters, unfolded."""
        found: dict[str, str] = {}
        for field in self.fields:
            found.setdefault(field.name.lower(), unfolded(text, field))
        return found

    def field(self, name: str) -> Field | None:
        """Give the first field of a name, which is written in small letters."""
        return next((field for field in self.fields if field.name.lower() == name), None)


def read(text: str, within: Span, *, part: bool = False) -> Head | None:
    """Give the head that a range begins with; None where there is none.

    It ends at a blank line. Where that is missing, two fields of mail, one of them sure, tell that
    the body comes all the same; a part of a mail may be a head and nothing else. A line that is no
    field, amid fields, is passed over.
    """
    fields: list[Field] = []
    stop = within.end
    for line in LINE.finditer(text, within.start, within.end):
        start, (end, after) = line.start(), line.span(1)
        if start == within.start and _ENVELOPE.match(text, start, end):
            continue
        if start == after:  # the end of the text
            break
        if start == end:
            return Head(tuple(fields), Span(after, within.end))
        name = _NAME.match(text, start, end)
        if text[start] in " \t" and fields:
            last = fields[-1]
            fields[-1] = Field(last.name, Span(last.value.start, end), Span(end, after))
        elif name:
            fields.append(Field(name.group(1), Span(name.end(), end), Span(end, after)))
        elif not (fields and _is_field(text, after, within.end)):
            stop = start
            break
    known = [field for field in fields if _KNOWN.fullmatch(field.name)]
    if part and stop == within.end and fields and len(known) == len(fields):
        return Head(tuple(fields), Span(stop, stop))
    if len(known) > 1 and any(_is_sure(text, field) for field in known):
        return Head(tuple(fields), Span(stop, within.end))
    return None


def _is_field(text: str, at: int, end: int) -> bool:
    """Tell whether a field that mails have begins at a place."""
    name = _NAME.match(text, at, end)
    return name is not None and _KNOWN.fullmatch(name.group(1)) is not None


def _is_sure(text: str, field: Field) -> bool:
    return bool(_TECHNICAL.fullmatch(field.name)) or "@" in field.value.of(text)


def unfolded(text: str, field: Field) -> str:
    """Give the value of a field on one line."""
    return re.sub(r"[\r\n]+", "", field.value.of(text)).strip()


def context(values: dict[str, str], attachments: tuple[str, ...]) -> Context:
    """Give what the values of a head tell of the mail."""
    sender = _names(values.get("from"))
    subject = values.get("subject")
    return Context(
        subject=None if subject is None else transfer.header_words(subject),
        sent=values.get("date"),
        sender=sender[0] if sender else None,
        recipients=_names(values.get("to")),
        attachments=attachments,
    )


def envelope(values: dict[str, str]) -> Envelope:
    """Give what the values of a head tell of the mail's place among others."""
    ids = _ID.findall(values.get("message-id", ""))
    above = [
        *_ID.findall(values.get("in-reply-to", ""))[:1],
        *reversed(_ID.findall(values.get("references", ""))),
    ]
    senders = [address for _, address in _pairs(values.get("from", "")) or ()]
    return Envelope(
        id=ids[0] if ids else None,
        answers=tuple(dict.fromkeys(above))[:_MOST_IDS],
        sender=next((found.lower() for found in senders if _ADDRESS.fullmatch(found)), None),
    )


def _names(value: str | None) -> tuple[str, ...] | None:
    """Give the names in an address field, and the addresses of those without one."""
    pairs = None if value is None else _pairs(value)
    if pairs is None:
        return None
    return tuple(transfer.header_words(name or address) for name, address in pairs if address)


def _pairs(value: str) -> list[tuple[str, str]] | None:
    """Give the names and addresses in a field; None where comments nest hundreds deep."""
    try:
        return getaddresses([value])
    except RecursionError:
        return None
