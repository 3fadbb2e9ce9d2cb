"""Text as it lies in a file, and how what a reader sees maps back to it.

All offsets are code points of the decoded file: the byte order mark is removed, newlines are
left as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from tonecheck.errors import InputError

_LINE_END = re.compile(r"\r\n|\r|\n")  # what editors count; str.splitlines() knows eight more
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

Decoder = Callable[[str], str]
"""Turns a stretch of a file into the text it stands for (an entity, an escape, a base64 group)."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points; `start` equals `end` for a place between two."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def shift(self, by: int) -> Span:
        """Give the same range, `by` code points later (earlier when negative)."""
        return Span(self.start + by, self.end + by)

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside; equal spans contain each other."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)

    def of(self, text: str) -> str:
        """Give the words of `text` that this span covers."""
        return text[self.start : self.end]


class Position(NamedTuple):
    """A place for people: line and column, both counted from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A named text exactly as it was decoded from a file.

    `encode()` gives the file's bytes back. Lines end at CRLF, CR and LF only.
    """

    name: str
    text: str
    encoding: str = "utf-8"
    bom: bytes = b""

    @classmethod
    def decode(cls, name: str, data: bytes, *, errors: str = "strict") -> Source:
        """Decode a file: UTF-8, or UTF-16/32 where a byte order mark says so.

        `errors="surrogateescape"` lets any byte survive, for mail whose parts name their own
        charsets. Raises `InputError` for a binary file and for bytes that cannot be decoded.
        """
        bom, encoding = next(((b, e) for b, e in _BOMS if data.startswith(b)), (b"", "utf-8"))
        try:
            text = data[len(bom) :].decode(encoding, errors)
        except UnicodeDecodeError as error:
            line = _count_lines(error.object[: error.start].decode(encoding, "replace"))
            raise InputError(
                f"{name}:{line}: not {encoding.upper()} text "
                f"(byte 0x{error.object[error.start]:02x}); save the file as UTF-8, or exclude it"
            ) from error
        source = cls(name, text, encoding, bom)
        if errors == "strict":
            source.refuse_binary()
        return source

    def refuse_binary(self) -> None:
        """Raise `InputError` where the text has a NUL, as only binary files have."""
        if "\0" in self.text:
            line = _count_lines(self.text[: self.text.index("\0")])
            raise InputError(
                f"{self.name}:{line}: a NUL byte: this looks like a binary file; exclude it, "
                "or save it as UTF-8 if it is text"
            )

    def encode(self) -> bytes:
        """Give the file's bytes, byte order mark included."""
        errors = "surrogateescape" if self.encoding == "utf-8" else "strict"
        return self.bom + self.text.encode(self.encoding, errors)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Give the line and column of an offset; the text's end is a place too."""
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} lies outside {self.name}")
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> Span:
        """Give the span of a line, counted from 1, without its line end."""
        start = self._line_starts[number - 1]
        ends_here = number == len(self._line_starts)
        end = len(self.text) if ends_here else self._line_starts[number]
        # Looks at the last two characters alone: of a line of megabytes many may ask for the span.
        if end > start and self.text[end - 1] == "\n":
            end -= 1
        if end > start and self.text[end - 1] == "\r":
            end -= 1
        return Span(start, end)


def _count_lines(text: str) -> int:
    return sum(1 for _ in _LINE_END.finditer(text)) + 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of decoded text and the stretch of the file it came from.

    Without a decoder the two are the same characters; with one, `decode(file[source])` is the
    text, and the piece cannot be taken apart.
    """

    text: Span
    source: Span
    decode: Decoder | None = None

    def __post_init__(self) -> None:
        if self.decode is None and len(self.text) != len(self.source):
            raise ValueError("a verbatim piece has two spans of one length")


@dataclass(frozen=True, slots=True)
class _Part:
    """Some characters of what a decoder gives: `decode(...)[start:end]`."""

    decode: Decoder
    start: int
    end: int

    def __call__(self, raw: str) -> str:
        return self.decode(raw)[self.start : self.end]


@dataclass(frozen=True, slots=True)
class _Chain:
    """A decoder applied to what other pieces decode first; their spans start at 0."""

    pieces: tuple[Piece, ...]
    decode: Decoder

    def __call__(self, raw: str) -> str:
        return self.decode("".join(_decoded(piece, raw) for piece in self.pieces))


def _decoded(piece: Piece, raw: str) -> str:
    words = piece.source.of(raw)
    return words if piece.decode is None else piece.decode(words)


@dataclass(frozen=True)
class Origin:
    """Where every character of a text came from.

    The pieces lie end to end in the text and never go back in the file; what the file has
    between them (markup, soft line breaks) is gap.
    """

    pieces: tuple[Piece, ...]
    _starts: list[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        at = here = 0
        for piece in self.pieces:
            if piece.text.start != at:
                raise ValueError(f"pieces must lie end to end in the text; broken at {at}")
            if piece.source.start < here:
                raise ValueError(f"pieces must not go back in the file; broken at {at}")
            at, here = piece.text.end, piece.source.start
        object.__setattr__(self, "_starts", [piece.text.start for piece in self.pieces])

    @classmethod
    def verbatim(cls, length: int, start: int = 0) -> Origin:
        """Give the origin of a text that is one stretch of its file."""
        return cls((Piece(Span(0, length), Span(start, start + length)),))

    @classmethod
    def build(cls, parts: Iterable[tuple[Span, str, Decoder | None]]) -> tuple[str, Origin]:
        """Join parts (place in the file, decoded text, decoder or None) into a text and its origin.

        Parts must ascend in the file. Neighbouring verbatim parts without a gap become one piece;
        empty ones are left out.
        """
        pieces: list[Piece] = []
        texts: list[str] = []
        at = 0
        for source, text, decode in parts:
            if not text:
                continue
            last = pieces[-1] if pieces else None
            if (
                last is not None
                and decode is None
                and last.decode is None
                and last.source.end == source.start
            ):
                pieces[-1] = Piece(
                    Span(last.text.start, at + len(text)), Span(last.source.start, source.end)
                )
            else:
                pieces.append(Piece(Span(at, at + len(text)), source, decode))
            texts.append(text)
            at += len(text)
        return "".join(texts), cls(tuple(pieces))

    def hull(self, span: Span) -> Span:
        """Give the smallest range of the file that holds a range of the text.

        An empty range maps to an empty one, before the character it stands at.
        """
        if not self.pieces:
            return Span(0, 0)
        if len(span) == 0:
            piece = self._at(span.start)
            if piece.decode is None:
                start = piece.source.start + span.start - piece.text.start
            else:
                start = piece.source.end if span.start >= piece.text.end else piece.source.start
            return Span(start, start)
        first, last = self._at(span.start), self._at(span.end - 1)
        start, end = first.source.start, last.source.end
        if first.decode is None:
            start += span.start - first.text.start
        if last.decode is None:
            end -= last.text.end - span.end
        return Span(start, end)

    def _at(self, offset: int) -> Piece:
        return self.pieces[max(bisect_right(self._starts, offset) - 1, 0)]

    def _within(self, span: Span) -> Iterator[Piece]:
        """Cut the pieces of a range of the text out of their neighbours."""
        index = max(bisect_right(self._starts, span.start) - 1, 0)
        while index < len(self.pieces) and self.pieces[index].text.start < span.end:
            piece = self.pieces[index]
            index += 1
            text = Span(max(piece.text.start, span.start), min(piece.text.end, span.end))
            if text == piece.text:
                yield piece
                continue
            start, end = text.start - piece.text.start, text.end - piece.text.start
            if piece.decode is None:
                yield Piece(text, Span(piece.source.start + start, piece.source.start + end))
            else:
                yield Piece(text, piece.source, _Part(piece.decode, start, end))

    def then(self, outer: Origin) -> Origin:
        """Compose: this origin leads into a text whose own origin is `outer`.

        Composition is associative as far as places go: `a.then(b).then(c)` and
        `a.then(b.then(c))` have the same hull for every range, if no decoder makes something out
        of an empty stretch.
        """
        return Origin(tuple(piece for inner in self.pieces for piece in _lead(inner, outer)))


def _lead(inner: Piece, outer: Origin) -> Iterator[Piece]:
    shift = inner.text.start - inner.source.start
    through = tuple(outer._within(inner.source))  # noqa: SLF001 - one family
    if inner.decode is None:
        for piece in through:
            yield Piece(piece.text.shift(shift), piece.source, piece.decode)
        return
    if not through:
        at = outer.hull(inner.source)
        yield Piece(inner.text, at, _Chain((), inner.decode))
        return
    source = Span(through[0].source.start, through[-1].source.end)
    parts = tuple(
        Piece(
            piece.text.shift(-inner.source.start), piece.source.shift(-source.start), piece.decode
        )
        for piece in through
    )
    yield Piece(inner.text, source, _Chain(parts, inner.decode))
