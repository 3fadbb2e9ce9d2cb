from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.errors import InputError
from tonecheck.text import Decoder, Origin, Piece, Position, Source, Span

law = settings(max_examples=500, deadline=None)

ENCODINGS = [
    ("utf-8", b""),
    ("utf-8", b"\xef\xbb\xbf"),
    ("utf-16-le", b"\xff\xfe"),
    ("utf-16-be", b"\xfe\xff"),
    ("utf-32-le", b"\xff\xfe\x00\x00"),
    ("utf-32-be", b"\x00\x00\xfe\xff"),
]
LINE_ENDS = ["\r\n", "\r", "\n"]
NO_LINE_ENDS = ["\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]

characters = st.one_of(
    st.sampled_from([*LINE_ENDS, *NO_LINE_ENDS, " ", "a", "é", "\U0001f600"]),
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
)
texts = st.lists(characters, max_size=30).map("".join)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


# Source


@law
@given(texts)
def test_positions_strictly_increase(text: str) -> None:
    source = Source("x", text)
    places = [source.position(offset) for offset in range(len(text) + 1)]
    assert places[0] == Position(1, 1)
    assert all(here < there for here, there in pairwise(places))


@law
@given(texts)
def test_a_position_leads_back_to_its_offset(text: str) -> None:
    source = Source("x", text)
    for offset in range(len(text) + 1):
        place = source.position(offset)
        assert source.line(place.line).start + place.column - 1 == offset


@law
@given(texts)
def test_lines_are_what_lies_between_line_ends(text: str) -> None:
    source = Source("x", text)
    lines = re.split(r"\r\n|\r|\n", text)
    assert source.position(len(text)).line == len(lines)
    assert [source.line(n).of(text) for n in range(1, len(lines) + 1)] == lines


@pytest.mark.parametrize("end", LINE_ENDS)
def test_a_line_end_ends_one_line(end: str) -> None:
    source = Source("x", f"a{end}b")
    assert source.position(1 + len(end)) == Position(2, 1)
    assert source.line(1) == Span(0, 1)


@pytest.mark.parametrize("other", NO_LINE_ENDS)
def test_other_separators_end_no_line(other: str) -> None:
    assert Source("x", f"a{other}b").position(2) == Position(1, 3)


@pytest.mark.parametrize("offset", [-1, 3])
def test_an_offset_outside_has_no_position(offset: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        Source("x", "ab").position(offset)


@pytest.mark.parametrize(("encoding", "bom"), ENCODINGS)
@law
@given(text=texts.filter(lambda text: not text.startswith("\ufeff")))
def test_decoding_and_encoding_are_inverse(encoding: str, bom: bytes, text: str) -> None:
    data = bom + text.encode(encoding)
    source = Source.decode("x", data)
    assert source.text == text
    assert source.encode() == data


@law
@given(st.binary(max_size=60))
def test_any_bytes_of_mail_survive(data: bytes) -> None:
    data = b"a" + data.replace(b"\0", b"")
    assert Source.decode("x", data, errors="surrogateescape").encode() == data


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"ok\nb\xff", "x:2: not UTF-8 text (byte 0xff); save the file as UTF-8, or exclude it"),
        (b"a\r\nb\0", "x:2: a NUL byte: this looks like a binary file; exclude it"),
        (b"a\rb\rc\xff", "x:3: not UTF-8 text"),
        (b"a\r\nb\xff", "x:2: not UTF-8 text"),
        (b"\xff\xfea", "x:1: not UTF-16-LE text"),
        (b"\xff\xfea\0\n\0b", "x:2: not UTF-16-LE text"),
        (b"\xff\xfe\x0a\x0a\x0a\x0ab", "x:1: not UTF-16-LE text"),
    ],
)
def test_what_is_no_text_gets_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(InputError, match="^" + re.escape(sentence)):
        Source.decode("x", data)


# Span


@law
@given(st.data())
def test_overlap_and_containment_are_those_of_sets(data: st.DataObject) -> None:
    one, two = data.draw(spans(8)), data.draw(spans(8))
    first, second = set(range(one.start, one.end)), set(range(two.start, two.end))
    assert one.overlaps(two) == bool(first & second)
    if one.contains(two):
        assert second <= first
    if len(two):
        assert one.contains(two) == (second <= first)


@pytest.mark.parametrize(("start", "end"), [(2, 1), (-1, 0)])
def test_a_span_runs_forward(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


# Origin


def upper(raw: str) -> str:
    return raw.upper()


def doubled(raw: str) -> str:
    return raw + raw


def length(raw: str) -> str:
    return f"<{len(raw)}>" if raw else ""


DECODERS: list[Callable[[str], str]] = [upper, doubled, length]


@dataclass(frozen=True)
class Layer:
    """A text made from a text below it."""

    text: str
    origin: Origin


@st.composite
def layers(draw: st.DrawFn, below: str) -> Layer:
    parts: list[tuple[Span, str, Decoder | None]] = []
    at = 0
    while at < len(below) and draw(st.booleans()):
        start = draw(st.integers(at, min(at + 2, len(below))))
        end = draw(st.integers(start, min(start + 5, len(below))))
        raw = below[start:end]
        decode = draw(st.none() | st.sampled_from(DECODERS))
        parts.append((Span(start, end), raw if decode is None else decode(raw), decode))
        at = end
    return Layer(*Origin.build(parts))


def assert_true(origin: Origin, text: str, below: str) -> None:
    at = here = 0
    for piece in origin.pieces:
        assert piece.text.start == at
        assert piece.source.start >= here
        raw = piece.source.of(below)
        assert (piece.decode(raw) if piece.decode else raw) == piece.text.of(text)
        at, here = piece.text.end, piece.source.start
    assert at == len(text)


@st.composite
def stacks(draw: st.DrawFn, height: int) -> tuple[str, list[Layer]]:
    file = draw(st.text("abc \n", min_size=1, max_size=25))
    built: list[Layer] = []
    for _ in range(height):
        built.append(draw(layers(built[-1].text if built else file)))
    return file, built


@law
@given(stacks(1))
def test_pieces_cover_the_text_ascend_and_are_true(stack: tuple[str, list[Layer]]) -> None:
    file, (layer,) = stack
    assert_true(layer.origin, layer.text, file)


@law
@given(stacks(1), st.data())
def test_a_wider_range_has_a_wider_hull(
    stack: tuple[str, list[Layer]], data: st.DataObject
) -> None:
    _, (layer,) = stack
    wide = data.draw(spans(len(layer.text)))
    narrow = data.draw(spans(len(wide))).shift(wide.start)
    if len(narrow):
        assert layer.origin.hull(wide).contains(layer.origin.hull(narrow))


@law
@given(stacks(1), st.data())
def test_hulls_of_later_ranges_start_later(
    stack: tuple[str, list[Layer]], data: st.DataObject
) -> None:
    _, (layer,) = stack
    one, two = sorted([data.draw(spans(len(layer.text))), data.draw(spans(len(layer.text)))])
    if len(one) and len(two):
        assert layer.origin.hull(one).start <= layer.origin.hull(two).start


@law
@given(st.integers(0, 30), st.integers(0, 30), st.data())
def test_a_verbatim_hull_is_exact(size: int, start: int, data: st.DataObject) -> None:
    span = data.draw(spans(size))
    assert Origin.verbatim(size, start).hull(span) == span.shift(start)


@law
@given(stacks(2))
def test_composed_pieces_are_true(stack: tuple[str, list[Layer]]) -> None:
    file, (below, above) = stack
    assert_true(above.origin.then(below.origin), above.text, file)


@law
@given(stacks(3), st.data())
def test_composition_is_associative(stack: tuple[str, list[Layer]], data: st.DataObject) -> None:
    file, (one, two, three) = stack
    left = three.origin.then(two.origin).then(one.origin)
    right = three.origin.then(two.origin.then(one.origin))
    assert_true(left, three.text, file)
    assert_true(right, three.text, file)
    span = data.draw(spans(len(three.text)))
    assert left.hull(span) == right.hull(span)


@law
@given(stacks(1), st.data())
def test_an_empty_range_maps_to_an_empty_one(
    stack: tuple[str, list[Layer]], data: st.DataObject
) -> None:
    _, (layer,) = stack
    at = data.draw(st.integers(0, len(layer.text)))
    assert len(layer.origin.hull(Span(at, at))) == 0


@pytest.mark.parametrize(
    "pieces",
    [
        (Piece(Span(1, 2), Span(0, 1)),),
        (Piece(Span(0, 1), Span(0, 1)), Piece(Span(2, 3), Span(1, 2))),
        (Piece(Span(0, 1), Span(5, 6)), Piece(Span(1, 2), Span(4, 5))),
    ],
)
def test_pieces_that_leave_holes_or_go_back_are_refused(pieces: tuple[Piece, ...]) -> None:
    with pytest.raises(ValueError, match="broken at"):
        Origin(pieces)


def test_neighbours_without_a_gap_are_one_piece() -> None:
    text, origin = Origin.build([(Span(0, 2), "ab", None), (Span(2, 3), "c", None)])
    assert text == "abc"
    assert origin.pieces == (Piece(Span(0, 3), Span(0, 3)),)
