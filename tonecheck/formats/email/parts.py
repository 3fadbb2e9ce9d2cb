"""The parts of a mail: which are the writer's own words, which are files that go with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message as Fields
from functools import cached_property

from tonecheck.formats.email import charsets, head, transfer
from tonecheck.message import Unread
from tonecheck.text import Span

_DIGEST = "multipart/digest"
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime"})
DEEPEST = 20  # multiparts within multiparts
_NOT_APART = (
    "the parts of a multipart cannot be told apart (no boundary is named or found, or "
    f"more than {DEEPEST} lie in each other); save the mail anew, or exclude it"
)
_LONGEST = 10_000  # of a field that says what a part is; the library is slow with long ones
_DIVIDER = re.compile(
    r"^--(\S[^\r\n]{0,69})[ \t]*(?:\r\n|\r|\n)content-[a-z-]+:", re.IGNORECASE | re.MULTILINE
)
_TOKEN = re.compile(r"[A-Za-z0-9-]+")
_UNDECODED = re.compile(r"[\ud800-\udfff]")  # the library fails where other letters stand beside
_END = re.compile(r"(--)?[ \t]*(?:\r\n|\r|\n|\Z)")
_SEALS = frozenset(
    (
        "application/pgp-signature application/pkcs7-signature application/x-pkcs7-signature "
        "application/pgp-encrypted application/pgp-keys text/x-amp-html text/rfc822-headers "
        "message/delivery-status message/disposition-notification message/feedback-report"
    ).split()
)
"""What goes with a mail and is neither read nor sent for its own sake."""
_LED = frozenset({"multipart/related", "multipart/signed", "multipart/report"})
"""Multiparts of which one part, mostly the first, has the words."""


@dataclass(frozen=True)
class Part:
    """A part of a mail, or all of it: what its head says of it, its range, and parts in it."""

    fields: Fields
    span: Span
    body: Span
    parts: tuple[Part, ...] = ()

    @cached_property
    def kind(self) -> str:
        """Give the content type, such as `text/html`."""
        return self.fields.get_content_type()

    @property
    def is_multipart(self) -> bool:
        """Tell whether it should hold parts."""
        return self.kind.startswith("multipart/")

    @property
    def encoding(self) -> str:
        """Give the transfer encoding in small letters, an empty string where none is named."""
        named = _TOKEN.search(str(self.fields.get("content-transfer-encoding", "")))
        return named.group().lower() if named else ""

    @property
    def charset(self) -> str:
        """Give the name of the charset, an empty string where there is none."""
        return charsets.known(self.fields.get_content_charset(""))

    @property
    def is_attached(self) -> bool:
        """Tell whether it says that it is a file, not words to be read at once."""
        return self.fields.get_content_disposition() == "attachment"

    @cached_property
    def name(self) -> str:
        """Give the name of the file that it is, an empty string where there is none."""
        return transfer.header_words(self.fields.get_filename(""))

    def flows(self, *, delsp: bool) -> bool:
        """Tell whether its lines are wrapped as RFC 3676 has it, `delsp` or not."""
        return (
            str(self.fields.get_param("format", "")).lower() == "flowed"
            and (str(self.fields.get_param("delsp", "")).lower() == "yes") is delsp
        )


def read(text: str, above: head.Head, span: Span, *, depth: int = 0) -> Part:
    """Give a part with all parts in it; multiparts too deep in others stay whole."""
    fields = Fields()
    for field in above.fields:
        if field.name.lower().startswith("content-"):
            value = head.unfolded(text, field)[:_LONGEST]
            fields[field.name] = _UNDECODED.sub("\ufffd", value)
    whole = Part(fields, span, above.body)
    if not whole.is_multipart or whole.kind == _DIGEST or depth == DEEPEST:
        return whole
    named, body = fields.get_boundary(), above.body
    found = list(_divided(text, body, named)) if named else []
    if not found and (likely := _likely_boundary(text, body)):
        found = list(_divided(text, body, likely))
    parts = tuple(
        read(
            text,
            head.read(text, inner, part=True) or head.Head((), inner),
            inner,
            depth=depth + 1,
        )
        for inner in found
    )
    return Part(fields, span, above.body, parts)


def _likely_boundary(text: str, body: Span) -> str | None:
    """Give what divides the parts of a multipart whose head does not say it."""
    found = _DIVIDER.search(text, body.start, body.end)
    return found[1].rstrip() if found else None


def _divided(text: str, body: Span, boundary: str) -> Iterator[Span]:
    start: int | None = None
    at = body.start
    divider = f"--{boundary}"
    while (found := text.find(divider, at, body.end)) >= 0:
        at = found + len(divider)
        ends = _END.match(text, at, body.end)
        if ends is None or (found > body.start and text[found - 1] not in "\r\n"):
            at = found + 1
            continue
        if start is not None:
            yield Span(start, max(start, _before(text, found)))
        if ends[1]:
            return
        start = at = ends.end()
    if start is not None:
        yield Span(start, body.end)


def _before(text: str, at: int) -> int:
    """Give where the line ends that another follows: the end of it belongs to the divider."""
    at -= text[at - 1 : at] == "\n"
    return at - (text[at - 1 : at] == "\r")


def own(part: Part, *, rich: bool) -> list[Part]:
    """Give the parts of text that the writer wrote, in order.

    Of alternatives it is the marked-up one if `rich`, else the plain one, as far as there is one.
    """
    if not part.parts:
        readable = part.kind in {"text/plain", "text/html", "text/markdown"}
        return [part] if readable and not part.is_attached else []
    if part.kind in _ENCRYPTED:
        return []
    if part.kind == "multipart/alternative":
        ways = [way for inner in part.parts if (way := own(inner, rich=rich))]
        wanted = [way for way in ways if any(one.kind == "text/html" for one in way) is rich]
        return (wanted or ways or [[]])[-1]
    if part.kind in _LED:
        return own(_root(part), rich=rich)
    found: list[Part] = []
    for inner in part.parts:
        if not (found and inner.name and not inner.parts):
            found += own(inner, rich=rich)
    return found


def _root(part: Part) -> Part:
    """Give the part that the others of a multipart serve."""
    start = str(part.fields.get_param("start", ""))
    named = (inner for inner in part.parts if start and inner.fields.get("content-id") == start)
    return next(named, part.parts[0])


def attachments(part: Part, words: list[Part]) -> tuple[str, ...]:
    """Give the names of the files in a part, or their types for want of names."""
    known = {id(one) for one in words}
    return tuple(
        leaf.name or leaf.kind
        for leaf in _leaves(part)
        if id(leaf) not in known and not leaf.is_multipart and _is_file(leaf)
    )


def _leaves(part: Part) -> Iterator[Part]:
    """Give the parts that hold no others, and those that nobody can read as one."""
    if not part.parts or part.kind in _ENCRYPTED:
        yield part
        return
    for inner in part.parts:
        yield from _leaves(inner)


def _is_file(leaf: Part) -> bool:
    if leaf.kind in _SEALS:
        return False
    return leaf.is_attached or bool(leaf.name) or not leaf.kind.startswith("text/")


def unread(part: Part) -> Iterator[Unread]:
    """Give what is left out of a mail and might be looked for: mail in it, what is encrypted."""
    for leaf in _leaves(part):
        if leaf.kind in {"message/rfc822", _DIGEST}:
            yield Unread("forwarded message", leaf.span)
        elif leaf.kind in _ENCRYPTED:
            yield Unread("encrypted", leaf.span)
        elif leaf.is_multipart:
            yield Unread("parts", leaf.span, _NOT_APART)
