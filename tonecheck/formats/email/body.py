"""The words of a mail: its parts decoded, each read as its type says, and joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tonecheck.formats import plain
from tonecheck.formats.email import charsets, head, transfer
from tonecheck.formats.email.parts import Part as MailPart
from tonecheck.message import Mark, Message, Part, Region
from tonecheck.text import Origin, Piece, Source, Span

_SIGNATURE_MARK = "-- "
_QUOTATION = ">"


def subject(source: Source, stretches: Sequence[transfer.Stretch]) -> Message:
    """Give a message that is nothing but a subject line."""
    words, origin = Origin.build(stretches)
    start = len(words) - len(words.lstrip())
    block = Span(start, len(words.rstrip()))
    return Message(source, words, origin, (Region(Part.SUBJECT, Span(0, len(words))),), (block,))


def words(source: Source, part: MailPart) -> Message:
    """Give the words of a part; raises `PartError` for one that cannot be decoded."""
    charset = part.charset
    if not charsets.is_charset(charset):
        raise transfer.PartError(
            f"unknown charset ‘{charset[:40]}’ in Content-Type; name one that exists, such as utf-8"
        )
    text, origin = Origin.build(transfer.body(source.text, part.body, part.encoding, charset))
    if part.kind == "text/html":
        from tonecheck.formats.html import read as read_html

        (page,) = read_html(Source(source.name, text))
        return replace(page, source=source, origin=page.origin.then(origin))
    if part.kind == "text/markdown":
        from tonecheck.formats import Format, read

        (page,) = read(Source(source.name, text), Format.MARKDOWN)
        return replace(page, source=source, origin=page.origin.then(origin))
    if part.flows(delsp=True):
        text, inner = Origin.build(_reflowed(text))
        origin = inner.then(origin)
    regions = tuple(plain.regions(text, Span(0, len(text))))
    return Message(source, text, origin, regions, tuple(plain.blocks(text, regions)))


def _reflowed(text: str) -> Iterator[transfer.Stretch]:
    """Leave out the line breaks within words that `DelSp` lets writers put there."""
    at = 0
    for line, following in pairwise(head.LINE.finditer(text)):
        end = line.start(1) - 1  # where the space stands that says that the line goes on
        words, more = text[line.start() : end + 1], text[following.start() : following.start(1)]
        goes_on = words.endswith(" ") and words != _SIGNATURE_MARK and words[0] != _QUOTATION
        if goes_on and end >= at and more and more[0] != _QUOTATION:
            yield Span(at, end), text[at:end], None
            at = following.start() + (more[0] == " ")
    yield Span(at, len(text)), text[at:], None


def joined(source: Source, messages: Sequence[Message]) -> Message:
    """Join messages of one file, in their order there; between them comes a blank line."""
    from tonecheck.formats.shown import blank_line

    pieces: list[Piece] = []
    regions: list[Region] = []
    blocks: list[Span] = []
    marks: list[Mark] = []
    texts: list[str] = []
    at = 0
    for message in messages:
        if not message.text:
            continue
        if pieces and regions[-1].what is not Part.SUBJECT:
            gap = Span(pieces[-1].source.end, message.origin.pieces[0].source.start)
            pieces.append(Piece(Span(at, at + 2), gap, blank_line))
            last = regions[-1]
            regions[-1] = Region(last.what, Span(last.span.start, at + 2))
            texts.append("\n\n")
            at += 2
        pieces += [
            Piece(piece.text.shift(at), piece.source, piece.decode)
            for piece in message.origin.pieces
        ]
        regions += [Region(region.what, region.span.shift(at)) for region in message.regions]
        blocks += [block.shift(at) for block in message.blocks]
        marks += [mark._replace(span=mark.span.shift(at)) for mark in message.marks]
        texts.append(message.text)
        at += len(message.text)
    return Message(
        source, "".join(texts), Origin(tuple(pieces)), tuple(regions), tuple(blocks), tuple(marks)
    )
