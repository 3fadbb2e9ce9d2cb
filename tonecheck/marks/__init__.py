"""Finding what is not ordinary prose: placeholders, addresses, quotations, emoji, secrets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tonecheck.marks.inline import emoji, quotations, urls
from tonecheck.marks.placeholders import Brackets, is_name, malformed, placeholders
from tonecheck.marks.secrets import secrets
from tonecheck.message import Mark, Message, Part, What
from tonecheck.text import Span

__all__ = ["Brackets", "is_name", "malformed", "mark", "nest", "scan"]


def mark(message: Message, wanted: Sequence[str | Brackets] = ()) -> Message:
    """Add the marks that can be told from the text alone; those that stand there already win.

    Placeholders are those of the template languages wanted, the usual ones where none is named.
    Quotations end with the block they begin in, and code holds neither quotations nor emoji.
    """
    code = [region.span for region in message.regions if region.what is Part.CODE]
    code += [known.span for known in message.marked(What.CODE)]
    edges = {edge for block in message.blocks for edge in (block.start, block.end)}
    edges |= {region.span.start for region in message.regions}
    found = _outside(scan(message.text, wanted), sorted(code), sorted(edges))
    return replace(message, marks=nest([*_wanted(message, wanted), *found]))


def _wanted(message: Message, wanted: Sequence[str | Brackets]) -> Sequence[Mark]:
    """Leave out of the marks that a format told the placeholders of other languages."""
    if not wanted:
        return message.marks
    from tonecheck.marks.dialects import belongs

    templates = (What.PLACEHOLDER, What.CONTROL_TAG)
    return [
        known
        for known in message.marks
        if known.what not in templates or belongs(message.words(known.span), wanted)
    ]


def scan(text: str, wanted: Sequence[str | Brackets] = ()) -> tuple[Mark, ...]:
    """Give the marks of a text by start, the longer first; they may nest, never cross."""
    if wanted:
        from tonecheck.marks.dialects import chosen

        variables = chosen(text, wanted)
    else:
        variables = placeholders(text)
    plain = _hide(text, [found.span for found in variables])
    addresses = urls(plain)
    spans = [found.span for found in addresses]
    prose = _hide(plain, spans)
    return nest([*variables, *addresses, *secrets(prose), *emoji(prose), *quotations(prose)])


def _hide(text: str, spans: Iterable[Span]) -> str:
    """Put underscores in the place of some spans, so that they read as one word."""
    pieces: list[str] = []
    at = 0
    for span in spans:
        if span.start < at:
            continue
        pieces += (text[at : span.start], "_" * len(span))
        at = span.end
    return "".join((*pieces, text[at:]))


def nest(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Sort marks by start, longer first, without doubles or any that crosses an earlier one."""
    ranked = sorted(enumerate(dict.fromkeys(marks)), key=lambda one: _place(one[1]))
    stack: list[tuple[int, Mark]] = []
    crossed: set[int] = set()
    for rank, found in ranked:
        while stack and stack[-1][1].span.end <= found.span.start:
            stack.pop()
        # An earlier mark wins over a later one that it crosses, whichever starts first.
        while stack and stack[-1][1].span.end < found.span.end:
            if stack[-1][0] < rank:
                crossed.add(rank)
                break
            crossed.add(stack.pop()[0])
        if rank not in crossed:
            stack.append((rank, found))
    return tuple(found for rank, found in ranked if rank not in crossed)


def _place(mark: Mark) -> tuple[int, int, str, str]:
    return mark.span.start, -mark.span.end, mark.what, mark.key


def _outside(marks: Iterable[Mark], code: list[Span], edges: list[int]) -> list[Mark]:
    """Leave out quotations and emoji in code, and quotations that run across an edge."""
    kept: list[Mark] = []
    at_code = at_edge = 0
    for found in marks:
        if found.what in (What.QUOTATION, What.EMOJI):
            while at_code < len(code) and code[at_code].end <= found.span.start:
                at_code += 1
            if at_code < len(code) and code[at_code].overlaps(found.span):
                continue
        if found.what is What.QUOTATION:
            while at_edge < len(edges) and edges[at_edge] <= found.span.start:
                at_edge += 1
            if at_edge < len(edges) and edges[at_edge] < found.span.end:
                continue
        kept.append(found)
    return kept
