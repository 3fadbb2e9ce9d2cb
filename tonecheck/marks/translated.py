"""The words inside tags that have them translated: `{% trans "Hello," %}`, `{{ _("Hello,") }}`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tonecheck.late import late
from tonecheck.message import Mark, What
from tonecheck.text import Span

_STRING = r"(?:\"(?P<double>[^\"\\<>\n]{1,2000})\"|'(?P<single>[^'\"\\<>\n]{1,2000})')"
_SHAPES = (
    late(
        rf"\{{%[-+]?\s*(?:trans|translate)\s+{_STRING}(?:\s+(?:noop|context\s[^%]*))?\s*[-+]?%\}}"
    ),
    late(
        r"(?:\{\{\{?|\{!!|<%=)[-~]?\s*"
        rf"(?:(?:I18n\.|i18n\.)?(?:__?|u?gettext|trans|translate|t)(?:\(\s*|\s+)){_STRING}[^\n]*"
    ),
    late(rf"\{{\{{[-~]?\s*{_STRING}\s*\|\s*(?:t|trans|translate)\b[^\n]*"),
)
_FORMATTED = late(r"%\((\w{1,60})\)[sd]")


def opened(text: str, found: Iterable[Mark], read: Callable[[str], list[Mark]]) -> Iterator[Mark]:
    """Yield marks with such tags in two, around their words; `read` finds placeholders in those."""
    for mark in found:
        string = _string(mark.span.of(text))
        if string is None:
            yield mark
            continue
        words = string.shift(mark.span.start)
        yield Mark(What.CONTROL_TAG, Span(mark.span.start, words.start), "trans")
        inside = [one._replace(span=one.span.shift(words.start)) for one in read(words.of(text))]
        inside += [
            Mark(What.PLACEHOLDER, Span(*match.span()), match[1])
            for match in _FORMATTED.finditer(text, words.start, words.end)
        ]
        yield from sorted(inside, key=lambda one: one.span)
        yield Mark(What.CONTROL_TAG, Span(words.end, mark.span.end), "endtrans")


def _string(tag: str) -> Span | None:
    for shape in _SHAPES:
        match = shape.match(tag)
        if match:
            group = "double" if match["double"] else "single"
            return Span(*match.span(group)) if _is_prose(match[group]) else None
    return None


def _is_prose(words: str) -> bool:
    """Tell words from a key such as `mail.hello`."""
    spoken = " " in words.strip() or words.endswith((",", ".", "!", "?", ":"))
    return spoken and any(character.isalpha() for character in words)
