"""A reading for people: what `tonecheck parse` prints."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields

from tonecheck.acts import Reading
from tonecheck.message import Message, What
from tonecheck.report.style import visible
from tonecheck.text import Span

_LONGEST = 72


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
    for spec in fields(message.context):
        value = getattr(message.context, spec.name)
        known = value is not None
        if spec.name == "first_reply" and not known:
            yield "  first-reply   yes (assumed)"
        elif known:
            told = (", ".join(value) or "none") if isinstance(value, tuple) else str(value)
            yield f"  {spec.name.replace('_', '-'):13} {visible(told)}"
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


def _row(message: Message, shown: str, span: Span, what: str) -> str:
    words = " ".join(span.of(shown).split())
    if len(words) > _LONGEST:
        words = words[: _LONGEST - 1] + "…"
    place = message.position(span.start)
    end_place = message.source.position(message.place(span).end)
    where = f"{place.line}:{place.column}-{end_place.line}:{end_place.column}"
    return f"  {where:14} {what:24}  {visible(words)}"
