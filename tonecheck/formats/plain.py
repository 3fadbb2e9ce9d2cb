"""Plain text: what stands in the file is what the customer reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.message import Message, Part, Region
from tonecheck.text import Origin, Source, Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_QUOTED = re.compile(r"(?:[ \t]*>)+")
_ITEM = re.compile(r"[ \t]*(?:[-*•]|[0-9]{1,2}[.)]|[A-Za-z]\))[ \t]")
_RULER = re.compile(r"[ \t]*(?:-{2,}|_{2,}|={2,}|\*{2,})[ \t]*\Z")


def read(source: Source) -> tuple[Message, ...]:
    """Give the file as one message."""
    text = source.text
    whole = Span(0, len(text))
    return (
        Message(
            source=source,
            text=text,
            origin=Origin.verbatim(len(text)),
            regions=(Region(Part.BODY, whole),) if text else (),
            blocks=tuple(paragraphs(text, whole)),
        ),
    )


def paragraphs(text: str, within: Span) -> Iterator[Span]:
    """Give the paragraphs and list items in a range, trimmed of surrounding whitespace.

    Lines of one paragraph stay together, except where the depth of `>` quotation changes. Rulers
    such as `-- ` and `_____` belong to no paragraph.
    """
    start: int | None = None
    end = depth = 0
    for line in _LINE.finditer(text, within.start, within.end):
        quote = _QUOTED.match(text, line.start(), line.end())
        inner = quote.end() if quote else line.start()
        words = text[inner : line.end()].strip()
        deep = quote.group().count(">") if quote else 0
        empty = not words or _RULER.match(words) is not None
        if start is not None and (
            empty or deep != depth or _ITEM.match(text, inner, line.end()) is not None
        ):
            yield Span(start, end)
            start = None
        depth = deep
        if empty:
            continue
        stretch = text[line.start() : line.end()]
        if start is None:
            start = line.start() + len(stretch) - len(stretch.lstrip())
        end = line.start() + len(stretch.rstrip())
    if start is not None:
        yield Span(start, end)
