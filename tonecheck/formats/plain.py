"""Plain text: what stands in the file is what the customer reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tonecheck.late import late
from tonecheck.message import Message, Part, Region
from tonecheck.text import Origin, Source, Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_QUOTED = re.compile(r"(?:[ \t]*>)+")
_ITEM = re.compile(r"[ \t]*(?:[-*•]|[0-9]{1,2}[.)]|[A-Za-z]\))[ \t]")
_FENCE = re.compile(r" {0,3}(`{3,})[^`\r\n]*(?:\r\n|\r|\n|\Z)")
_FRONT_MATTER = late(
    r"---[ \t]*\r?\n(?:(?:[A-Za-z_][\w-]*:|[ \t]+\S|- )[^\r\n]*\r?\n){1,50}+"
    r"---[ \t]*(?:\r?\n|\Z)"
)
_RULER = re.compile(r"[ \t]*(?:-{2,}|_{2,}|={2,}|\*{2,})[ \t]*\Z")


def read(source: Source) -> tuple[Message, ...]:
    """Give the file as one message; what stands between lines of three backticks is code.

    So are the keys of a template.
    """
    text = source.text
    start = _front_matter(text)
    head = [Region(Part.CODE, Span(0, start))] if start else []
    parts = (*head, *regions(text, Span(start, len(text))))
    return (
        Message(
            source=source,
            text=text,
            origin=Origin.verbatim(len(text)),
            regions=parts,
            blocks=tuple(blocks(text, parts)),
        ),
    )


def _front_matter(text: str) -> int:
    """Give the length of the keys that a template begins with, between lines of `---`."""
    found = _FRONT_MATTER.match(text) if text.startswith("---") else None
    return found.end() if found else 0


def regions(text: str, within: Span) -> Iterator[Region]:
    """Give a range as body, and as code what is fenced with three backticks or more.

    Both fences stand on lines of their own and belong to the code; one that is not closed opens
    nothing.
    """
    at = within.start
    for code in _fenced(text, within):
        if code.start > at:
            yield Region(Part.BODY, Span(at, code.start))
        yield Region(Part.CODE, code)
        at = code.end
    if at < within.end:
        yield Region(Part.BODY, Span(at, within.end))


def blocks(text: str, parts: Iterable[Region]) -> Iterator[Span]:
    """Give the paragraphs and list items of all regions but code."""
    for part in parts:
        if part.what is not Part.CODE:
            yield from paragraphs(text, part.span)


def _fenced(text: str, within: Span) -> Iterator[Span]:
    if "```" not in text:
        return
    start, length = -1, 0
    for line in _LINE.finditer(text, within.start, within.end):
        fence = _FENCE.fullmatch(text, line.start(), line.end())
        if fence is None:
            continue
        if start < 0:
            start, length = line.start(), len(fence[1])
        elif len(fence[1]) >= length and fence.group().strip(" `\r\n") == "":
            yield Span(start, line.end())
            start = -1


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
