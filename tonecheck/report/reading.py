"""A reading for people: what `tonecheck parse` prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

from tonecheck.acts import Reading
from tonecheck.message import Message, What
from tonecheck.report.style import duration, plural, visible
from tonecheck.text import Span

_LONGEST = 72
_WORTH_TELLING = frozenset({"in_reply_to", "customer_name", "now", "attachments"})


def as_text(readings: Sequence[Reading], message: Message, acts: Sequence[str]) -> str:
    """Write regions, marks, sentences and acts, in order, each with line:column of its start.

    Of several readings, one for each world, the later ones show only what no earlier one has.
    """
    return "".join(f"{line}\n" for line in _lines(readings, message, acts))


def _lines(readings: Sequence[Reading], message: Message, acts: Sequence[str]) -> Iterator[str]:
    first = readings[0]
    name = f" ({visible(message.id)})" if message.id else ""
    size = f"{first.word_count} own words" if len(readings) == 1 else f"{len(readings)} worlds"
    yield f"{visible(message.source.name)}{name}: {size}"
    for key in ("kind", "channel"):
        assumed = " (assumed)" if key in message.assumed else ""
        yield f"  {key:13} {getattr(message, key)}{assumed}"
    if message.branches is None:
        yield _language(first)
    yield "context"
    yield from _context(first)
    if message.branches is None:
        for title, rows in _sections(first, acts):
            yield title
            yield from rows
        return
    from tonecheck.engine.worlds import named

    told: set[tuple[str, str]] = set()
    arms, worlds = message.branches.arms, message.branches.worlds
    for number, (world, reading) in enumerate(zip(worlds, readings, strict=True), 1):
        own = sorted(world.arms - worlds[0].arms)
        shown = "; ".join(visible(named(message, arms[arm])) for arm in own)
        yield f"world {number}: {shown or 'the first arm of each branch'}"
        yield f"  {reading.word_count} own words"
        yield _language(reading)
        for title, rows in _sections(reading, acts):
            new = [row for row in dict.fromkeys(rows) if (title, row) not in told]
            told.update((title, row) for row in new)
            if new:
                yield title
                yield from new


def _language(reading: Reading) -> str:
    taken = reading.foreign or "English"
    return f"  language      {taken}{' (not judged)' if reading.foreign else ''}"


def _sections(reading: Reading, acts: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    message = reading.message
    shown = _masked(message)
    regions = [_row(message, shown, region.span, region.what) for region in message.regions]
    yield "regions", regions
    marks = message.marks
    yield "marks", [_row(message, shown, m.span, f"{m.what} {m.key}".strip()) for m in marks]
    yield "sentences", [_row(message, shown, s.span, s.region) for s in reading.sentences]
    said = sorted(
        (entry for act in acts for entry in reading.every(act)),
        key=lambda entry: (entry.span, entry.owner, entry.status),
    )
    yield "acts", [_row(message, shown, e.span, f"{e.owner} ({e.status})") for e in said]


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
        elif spec.name == "earlier" and value is not None:
            value = plural(len(value), "message")
        elif spec.name == "waited" and value is not None:
            value = duration(value)
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
