"""Mail as RFC 5322 has it: the subject and the plain-text body, decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message as Head
from email.utils import getaddresses

from tonecheck.errors import InputError
from tonecheck.formats import plain, transfer
from tonecheck.message import Context, Message, Part, Region
from tonecheck.text import Origin, Source, Span

_LINE = re.compile(r"[^\r\n]*(\r\n|\r|\n|\Z)")
_NAME = re.compile(r"([!-9;-~]{1,80}):[ \t]*")
_KNOWN = re.compile(
    r"from|sender|to|b?cc|subject|date|reply-to|mime-version|content-[!-9;-~]+|message-id"
    r"|in-reply-to|references|x-[!-9;-~]+|received|return-path",
    re.IGNORECASE,
)
_ENVELOPE = re.compile(r"From \S+ [^\r\n]*\d\d:\d\d")  # how mailboxes begin a mail
_DEEPEST = 20  # multiparts within multiparts
_LONGEST = 10_000  # of a field that says what a part is; the library is slow with long ones


@dataclass(frozen=True, slots=True)
class _Field:
    """A header field: the range of its value, and that of the line end after it."""

    name: str
    value: Span
    line_end: Span


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A part of a mail that is no multipart."""

    head: Head
    body: Span

    @property
    def attached(self) -> bool:
        return self.head.get_content_disposition() == "attachment"


def read(source: Source) -> tuple[Message, ...]:
    """Give the file as one message; a file without mail headers is read as plain text.

    A mail without a plain-text part gives an empty text. Raises `InputError` for a charset that
    nobody knows, and for parts that cannot be told apart.
    """
    text = source.text
    whole = Span(0, len(text))
    fields, body = _fields(text, whole)
    if body is None or not _known(fields):
        return plain.read(source)
    leaves = tuple(_leaves(text, fields, body))
    context = _context(text, fields, leaves)
    for leaf in leaves:
        if leaf.head.get_content_type() == "text/plain" and not leaf.attached:
            return (_message(source, fields, leaf, context),)
    if any(leaf.head.get_content_maintype() == "multipart" for leaf in leaves):
        raise InputError(
            f"{source.name}: the parts of a multipart cannot be told apart (no boundary is named, "
            f"or more than {_DEEPEST} lie in each other); save the mail anew, or exclude it"
        )
    return (Message(source, "", Origin.verbatim(0), (), (), context=context),)


def _message(source: Source, fields: list[_Field], leaf: _Leaf, context: Context) -> Message:
    text = source.text
    charset = leaf.head.get_content_charset("")
    if not transfer.is_charset(charset):
        raise InputError(
            f"{source.name}: unknown charset ‘{charset[:40]}’ in Content-Type; "
            "name one that exists, such as utf-8"
        )
    encoding = str(leaf.head.get("content-transfer-encoding", "")).strip().lower()
    stretches: list[transfer.Stretch] = []
    for field in fields:
        if field.name.lower() == "subject":
            stretches += transfer.header(text, field.value)
            stretches.append((field.line_end, field.line_end.of(text), None))
            break
    subject = sum(len(shown) for _, shown, _ in stretches)
    if not subject or not context.subject:
        stretches, subject = [], 0
    stretches += transfer.body(text, leaf.body, encoding, charset)
    words, origin = Origin.build(stretches)
    regions = tuple(plain.regions(words, Span(subject, len(words))))
    if subject:
        regions = (Region(Part.SUBJECT, Span(0, subject)), *regions)
    return Message(
        source=source,
        text=words,
        origin=origin,
        regions=regions,
        blocks=tuple(_blocks(words, regions)),
        context=context,
    )


def _blocks(words: str, regions: tuple[Region, ...]) -> Iterator[Span]:
    for region in regions:
        if region.what is not Part.SUBJECT:
            yield from plain.blocks(words, [region])
        elif (line := region.span.of(words)).strip():
            yield Span(len(line) - len(line.lstrip()), len(line.rstrip()))


def _context(text: str, fields: list[_Field], leaves: tuple[_Leaf, ...]) -> Context:
    values: dict[str, str] = {}
    for field in fields:
        values.setdefault(field.name.lower(), _unfolded(text, field))
    sender = _names(values.get("from"))
    subject = values.get("subject")
    return Context(
        subject=None if subject is None else transfer.header_words(subject),
        sent=values.get("date"),
        sender=sender[0] if sender else None,
        recipients=_names(values.get("to")),
        attachments=tuple(leaf.head.get_filename("") for leaf in leaves if leaf.attached),
    )


def _unfolded(text: str, field: _Field) -> str:
    return re.sub(r"[\r\n]+", "", field.value.of(text)).strip()


def _names(value: str | None) -> tuple[str, ...] | None:
    """Give the names in an address field, and the addresses of those without one."""
    if value is None:
        return None
    try:
        pairs = getaddresses([value])
    except RecursionError:  # comments nested hundreds deep
        return None
    return tuple(transfer.header_words(name or address) for name, address in pairs if address)


def _known(fields: list[_Field]) -> int:
    return sum(_KNOWN.fullmatch(field.name) is not None for field in fields)


def _fields(text: str, within: Span) -> tuple[list[_Field], Span | None]:
    """Give the header fields, and the body after the blank line.

    Where that line is missing, two fields of mail tell that the body comes all the same; None
    when they do not.
    """
    fields: list[_Field] = []
    stop = within.end
    for line in _LINE.finditer(text, within.start, within.end):
        start, (end, after) = line.start(), line.span(1)
        if start == 0 and _ENVELOPE.match(text, start, end):
            continue
        if start == after:  # the end of the text
            break
        if start == end:
            return fields, Span(after, within.end)
        name = _NAME.match(text, start, end)
        if text[start] in " \t" and fields:
            last = fields[-1]
            fields[-1] = _Field(last.name, Span(last.value.start, end), Span(end, after))
        elif name:
            fields.append(_Field(name.group(1), Span(name.end(), end), Span(end, after)))
        else:
            stop = start
            break
    return fields, Span(stop, within.end) if _known(fields) > 1 else None


def _leaves(text: str, fields: list[_Field], body: Span, depth: int = 0) -> Iterator[_Leaf]:
    """Give the parts in the order of the document."""
    head = Head()
    for field in fields:
        if field.name.lower().startswith("content-"):
            head[field.name] = _unfolded(text, field)[:_LONGEST]
    boundary = head.get_boundary()
    if head.get_content_maintype() != "multipart" or not boundary or depth == _DEEPEST:
        yield _Leaf(head, body)
        return
    for part in _parts(text, body, boundary):
        inner, rest = _fields(text, part)
        if rest is None:
            inner, rest = [], part
        yield from _leaves(text, inner, rest, depth + 1)


def _parts(text: str, body: Span, boundary: str) -> Iterator[Span]:
    start: int | None = None
    before = body.start  # where the last line's words end
    for line in _LINE.finditer(text, body.start, body.end):
        end, after = line.span(1)
        words = text[line.start() : end].rstrip(" \t")
        if words in (f"--{boundary}", f"--{boundary}--"):
            if start is not None:
                yield Span(start, max(start, before))
            if words.endswith(f"{boundary}--"):
                return
            start = after
        before = end
    if start is not None:
        yield Span(start, body.end)
