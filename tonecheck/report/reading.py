"""A reading for people: what `tonecheck parse` prints."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields

from tonecheck.acts import Reading
from tonecheck.message import Message, What
from tonecheck.report.style import visible
from tonecheck.text import Span

_LONGEST = 72
_WORTH_TELLING = frozenset({"in_reply_to", "customer_name", "now", "attachments"})


def as_text(reading: Reading, acts: Sequence[str], assumed: Collection[str] = ()) -> str:
    """Write regions, marks, sentences and acts, in order, each with line:column of its start."""
    return "".join(f"{line}\n" for line in _lines(reading, acts, assumed))


def _lines(reading: Reading, acts: Sequence[str], assumed: Collection[str]) -> Iterator[str]:
    message = reading.message
    shown = _masked(message)
    name = f" ({visible(message.id)})" if message.id else ""
    yield f"{visible(message.source.name)}{name}: {reading.word_count} own words"
    for key in ("kind", "channel"):
        value = getattr(message, key)
        yield f"  {key:13} {value}{' (assumed)' if key in assumed else ''}"
    taken = reading.foreign or "English"
    yield f"  language      {taken}{' (not judged)' if reading.foreign else ''}"
    yield "context"
    yield from _context(reading)
    yield "regions"
    for region in message.regions:
        yield _row(message, shown, region.span, region.what)
    yield "marks"
    for mark in message.marks:
        yield _row(message, shown, mark.span, f"{mark.what} {mark.key}".strip())
    yield "sentences"
    for sentence in reading.sentences:
        yield _row(message, shown, sentence.span, sentence.region)
    yield "acts"
    said = sorted(
        (entry for act in acts for entry in reading.every(act)),
        key=lambda entry: (entry.span, entry.owner, entry.status),
    )
    for entry in said:
        yield _row(message, shown, entry.span, f"{entry.owner} ({entry.status})")


def _context(reading: Reading) -> Iterator[str]:
    """Write what is known around a message, and what told it; the rest is unknown."""
    message = reading.message
    for spec in fields(message.context):
        value = getattr(message.context, spec.name)
        name = spec.name.replace("_", "-")
        if spec.name == "in_reply_to" and reading.customer is not None:
            value = _short(_masked(reading.customer.message))
        elif isinstance(value, bool):
            value = "yes" if value else "no"
        elif isinstance(value, tuple):
            value = ", ".join(value) or "none"
        if value is not None:
            teller = message.told_by.get(spec.name)
            yield f"  {name:13} {visible(value)}{f' ({teller})' if teller else ''}"
        elif spec.name == "first_reply":
            yield f"  {name:13} yes (assumed)"
        elif spec.name in _WORTH_TELLING:
            yield f"  {name:13} unknown"


def _masked(message: Message) -> str:
    """Give the text with dots in the place of secrets."""
    pieces: list[str] = []
    at = 0
    for mark in message.marked(What.SECRET):
        if mark.span.end > at:
            start = max(at, mark.span.start)
            pieces += (message.text[at:start], "•" * (mark.span.end - start))
            at = mark.span.end
    return "".join((*pieces, message.text[at:]))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _row(message: Message, shown: str, span: Span, what: str) -> str:
    words = _short(span.of(shown))
    place = message.position(span.start)
    end_place = message.source.position(message.place(span).end)
    where = f"{place.line}:{place.column}-{end_place.line}:{end_place.column}"
    return f"  {where:14} {what:24}  {visible(words)}"
