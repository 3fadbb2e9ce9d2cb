"""Mail as RFC 5322 and MIME have it: the subject and the writer's own words, decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tonecheck.errors import InputError
from tonecheck.formats import plain
from tonecheck.formats.email import body, head, parts, transfer
from tonecheck.message import Kind, Message, Unread
from tonecheck.text import Origin, Source, Span

_WORD = re.compile(r"\w+")


def read(source: Source) -> tuple[Message, ...]:
    """Give the file as one message; a file without mail headers is read as plain text.

    A mail without text gives an empty one. Raises `InputError` where none of its text can be read,
    for a charset that nobody knows or parts that cannot be told apart.
    """
    above = head.read(source.text, Span(0, len(source.text)))
    if above is None or not above.is_mail:
        source.refuse_binary()
        return plain.read(source)
    message = mail(source, above)
    errors = [left.error for left in message.unread if left.error]
    if errors and not message.text:
        raise InputError(f"{source.name}: {errors[0]}")
    return (message,)


def mail(source: Source, above: head.Head) -> Message:
    """Give the mail below a head, its subject first; of alternatives the one that was edited.

    A plain one with words of its own is the alternative of the message. What could not be read,
    and mail within the mail, stands in `unread`; a mail of which nothing but the subject could be
    read is empty.
    """
    values = above.values(source.text)
    whole = parts.read(source.text, above, above.body)
    rich, simple = (parts.own(whole, rich=way) for way in (True, False))
    texts, left = _texts(source, rich)
    other: list[Message] = []
    beside: list[Unread] = []
    if rich != simple:
        other, beside = _texts(source, simple)
        if not any(text.text.strip() for text in texts):
            texts, other = other, []
    left += parts.unread(whole)
    context = head.context(values, parts.attachments(whole, [*rich, *simple]))
    message = Message(source, "", Origin(()), (), ())
    if texts:
        message = body.joined(source, [*_subject(source, above), *texts])
    return replace(
        message,
        context=context,
        envelope=head.envelope(values),
        unread=(*left, *(entry for entry in beside if entry not in left)),
        # Who reads but a part of a mail cannot tell what it lacks.
        kind=Kind.SNIPPET if any(entry.error for entry in left) else None,
        alternative=body.joined(source, other) if _says_more(other, texts) else None,
    )


def _says_more(some: list[Message], others: list[Message]) -> bool:
    """Tell whether texts have a word that others lack."""
    words, known = (
        {word for one in texts for word in _WORD.findall(one.text.casefold())}
        for texts in (some, others)
    )
    return not words <= known


def _texts(source: Source, own: list[parts.Part]) -> tuple[list[Message], list[Unread]]:
    texts: list[Message] = []
    left: list[Unread] = []
    for part in own:
        try:
            texts.append(body.words(source, part))
        except transfer.PartError as error:
            left.append(Unread("part", part.span, str(error)))
    return texts, left


def _subject(source: Source, above: head.Head) -> Iterator[Message]:
    field = above.field("subject")
    if field is None:
        return
    stretches = list(transfer.header(source.text, field.value))
    if any(shown.strip() for _, shown, _ in stretches):
        line_end = (field.line_end, field.line_end.of(source.text), None)
        yield body.subject(source, [*stretches, line_end])
