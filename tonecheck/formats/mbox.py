"""Mailboxes of one file: each mail follows a line that begins with `From ` and has a date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tonecheck.formats import email
from tonecheck.formats.email import head
from tonecheck.message import Message, Unread
from tonecheck.text import Decoder, Origin, Source, Span

# Bodies have lines that begin so too, where nobody escaped them: a header must follow.
_FROM = re.compile(
    r"(?:\A|(?>\r\n|\r|\n){2})(From [^\r\n]{1,300})(?>\r\n|\r|\n)(?=[!-9;-~]{1,80}:)"
)
_CLOCK = re.compile(r"\d\d:\d\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ESCAPED = re.compile(r"(?<![^\r\n])>(?=>*From )")


def read(source: Source) -> tuple[Message, ...]:
    """Give the mails of a mailbox, each named by its Message-ID, else by its number.

    A mail above the first such line is one too; other text there is left out.
    """
    text = source.text
    starts = [found for found in _FROM.finditer(text) if _is_dated(found[1])]
    edges = [*(found.start(1) for found in starts), len(text)]
    stretches = [Span(found.end(), end) for found, end in zip(starts, edges[1:], strict=True)]
    lead = Span(0, edges[0])
    above = head.read(text, lead)
    if above is not None and above.is_mail:
        stretches.insert(0, lead)
        lead = Span(0, 0)
    messages = [_mail(source, stretch, number) for number, stretch in enumerate(stretches, 1)]
    if messages and lead.of(text).strip():
        left = (Unread("text above the first mail", lead), *messages[0].unread)
        messages[0] = replace(messages[0], unread=left)
    return tuple(messages)


def _is_dated(line: str) -> bool:
    return _CLOCK.search(line) is not None and _YEAR.search(line) is not None


def _mail(source: Source, stretch: Span, number: int) -> Message:
    text = stretch.of(source.text)
    escapes = [found.start() for found in _ESCAPED.finditer(text)]
    if escapes:
        words, origin = Origin.build(_unescaped(text, escapes, stretch.start))
        inner = _read(Source(source.name, words), Span(0, len(words)))
        message = _placed(inner, source, origin)
    else:
        message = _read(source, stretch)
    own = message.envelope.id if message.envelope else None
    return replace(message, id=own or f"mail {number}")


def _read(source: Source, stretch: Span) -> Message:
    return email.mail(source, head.read(source.text, stretch) or head.Head((), stretch))


def _placed(inner: Message, source: Source, origin: Origin) -> Message:
    other = inner.alternative
    return replace(
        inner,
        source=source,
        origin=inner.origin.then(origin),
        unread=tuple(left._replace(span=origin.hull(left.span)) for left in inner.unread),
        alternative=None if other is None else _placed(other, source, origin),
    )


def _unescaped(
    text: str, escapes: list[int], shift: int
) -> Iterator[tuple[Span, str, Decoder | None]]:
    at = 0
    for escape in [*escapes, len(text)]:
        yield Span(at, escape).shift(shift), text[at:escape], None
        at = min(escape + 1, len(text))
