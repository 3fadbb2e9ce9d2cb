"""Findings written down: where, which words, what to say; secrets masked in all of it."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks import Cited, Found
from tonecheck.finding import Edit, Finding, Fix, Frame, Severity
from tonecheck.message import Part, What
from tonecheck.rule import FixSpec, Rule
from tonecheck.text import Source, Span

_DIGIT = re.compile(r"\d")
_LONGEST_QUOTE = 80
_LONGEST_LINE = 400  # a paragraph may be one line; a file of one line must not be copied often
_AROUND = 100
_MASK = "•"


class Objection(NamedTuple):
    """Something found by a rule, before it is written down."""

    rule: Rule
    severity: Severity
    found: Found
    region: Part
    sentence: int | None  # the number of the one it begins in


class Scribe:
    """Writes the findings of one message, in their order; repeats are numbered as they come.

    Worlds of one template share the numbers, and the places of `secrets` in the file.
    """

    def __init__(
        self,
        reading: Reading,
        *,
        snippets: bool,
        seen: Counter[str] | None = None,
        secrets: Sequence[Span] = (),
    ) -> None:
        self._reading = reading
        self._message = reading.message
        self._snippets = snippets
        self._seen: Counter[str] = Counter() if seen is None else seen
        self._text = Source("", reading.message.text)
        self._secrets = [mark.span for mark in self._message.marked(What.SECRET)]
        places = (self._message.place(secret) for secret in self._secrets)
        self._places = sorted({*places, *secrets})

    def write(self, objection: Objection) -> Finding:
        """Give the finding for an objection; `words` and frame are None without snippets."""
        rule, found = objection.rule, objection.found
        message = self._message
        span = message.place(found.span)
        words = None if found.absent else self._words(found.span)
        fields = {name: self._field(value) for name, value in found.fields.items()}
        return Finding(
            path=message.source.name,
            message_id=message.id,
            rule=rule.name,
            category=rule.category,
            severity=objection.severity,
            text=rule.text.format(**fields),
            words=words if self._snippets else None,
            span=span,
            start=message.source.position(span.start),
            end=message.source.position(span.end),
            message_span=found.span,
            message_start=self._text.position(found.span.start),
            region=objection.region.value,
            fingerprint=self._fingerprint(objection),
            suggestions=tuple(text.format(**fields) for text in rule.suggest),
            fix=None if rule.fix is None or found.absent else self._fix(rule.fix, objection),
            frame=self._frame(span) if self._snippets else None,
        )

    def _words(self, span: Span) -> str:
        words = self._message.words(span)
        for secret in overlapping(self._secrets, span):
            words = masked(
                words,
                max(secret.start, span.start) - span.start,
                min(secret.end, span.end) - span.start,
            )
        return words

    def _field(self, value: str | Span | Cited) -> str:
        if isinstance(value, str):
            return value
        if not self._snippets:
            return "…"
        words = value.words if isinstance(value, Cited) else " ".join(self._words(value).split())
        return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"

    def _fingerprint(self, objection: Objection) -> str:
        """Hash rule, message and sentence, digits folded: moving lines about does not change it."""
        rule, number = objection.rule, objection.sentence
        if number is None:
            near = self._message.words(objection.found.span)
        else:
            near = self._reading.sentences[number].folded
        words = " ".join(_DIGIT.sub("0", near).split())
        known = "\0".join((rule.name, self._message.id or "", words))
        name = hashlib.sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._seen[name] += 1
        return f"{name}:{self._seen[name]}"

    def _frame(self, span: Span) -> Frame:
        """Give the line that a finding begins on; of a very long one what stands around it."""
        source = self._message.source
        start = source.position(span.start)
        line = source.line(start.line)
        if (slot := self._message.slot) is not None:  # around it stands what is no part of it
            line = Span(max(line.start, slot.span.start), min(line.end, slot.span.end))
        shown = Span(
            max(line.start, span.start - _AROUND), min(line.end, span.start + _LONGEST_LINE)
        )
        text = shown.of(source.text)
        for place in overlapping(self._places, shown):
            text = masked(
                text,
                max(place.start, shown.start) - shown.start,
                min(place.end, shown.end) - shown.start,
            )
        before = "…" if shown.start > line.start else ""
        after = "…" if shown.end < line.end else ""
        column = span.start - shown.start + len(before) + 1
        end_column = max(min(span.end, shown.end) - span.start, 1) + column
        return Frame(start.line, f"{before}{text}{after}", column, end_column)

    def _fix(self, spec: FixSpec, objection: Objection) -> Fix | None:
        """Give the edit of the file; None where the words are not the file's own characters.

        A replacement that repeats words of the message repeats all of them, or there is none.
        """
        found, number = objection.found, objection.sentence
        text, span = self._message.text, found.span
        replacement = ""
        if spec.replace is not None:
            if "{" in spec.replace and not self._tells(span):
                return None
            fields = {
                name: self._message.words(value) if isinstance(value, Span) else self._field(value)
                for name, value in found.fields.items()
            }
            replacement = _cased(spec.replace.format(**fields), self._message.words(span))
        elif spec.delete == "sentence":
            if number is None:
                return None
            span = self._reading.sentences[number].span
        elif spec.delete is None:
            return None
        if spec.delete is not None:
            after = re.compile(r"[^\S\r\n]*").match(text, span.end)
            span = Span(span.start, after.end() if after else span.end)
        place = self._message.place(span)
        if place.of(self._message.source.text) != self._message.words(span):
            return None
        if (slot := self._message.slot) is not None:
            replacement = slot.escape(replacement)
        return Fix((Edit(place, replacement),), safe=spec.safe)

    def _tells(self, span: Span) -> bool:
        """Tell whether the words of a span may be repeated."""
        return self._snippets and not any(True for _ in overlapping(self._secrets, span))


def overlapping(spans: list[Span], other: Span) -> Iterator[Span]:
    """Give those of some ascending ranges that share a character with another."""
    for span in spans[bisect_right(spans, other.start, key=lambda span: span.end) :]:
        if span.start >= other.end:
            break
        yield span


def masked(words: str, start: int, end: int) -> str:
    """Give words with dots in the place of a range."""
    return words[:start] + _MASK * (end - start) + words[end:]


def _cased(replacement: str, words: str) -> str:
    """Begin with a capital where the replaced words did."""
    if words[:1].isupper() and replacement[:1].islower():
        return replacement[0].upper() + replacement[1:]
    return replacement
