from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tonecheck.errors import InputError
from tonecheck.formats import Notation, notation_of, reader
from tonecheck.formats.tree import Document, DocumentError, Node
from tonecheck.text import Origin, Piece, Source, Span

law = settings(max_examples=500, deadline=None)

JSON = reader(Notation.JSON)
LINES = reader(Notation.JSON_LINES)


def root(text: str) -> Node:
    (document,) = JSON.documents(Source("a.json", text))
    assert isinstance(document, Document)
    return document.root


def refusal(text: str) -> str:
    with pytest.raises(InputError) as refused:
        root(text)
    return str(refused.value)


def same(one: object, other: object) -> bool:
    """Compare as `==` does, but NaN equals itself, and 1, 1.0 and True differ."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, float) and isinstance(other, float) and math.isnan(one):
        return math.isnan(other)
    return one == other


def strings(node: Node) -> Iterator[Node]:
    if isinstance(node.value, str):
        yield node
    inside = node.inside.values() if isinstance(node.inside, dict) else node.inside
    for inner in inside:
        assert isinstance(inner, Node)
        yield from strings(inner)


def decoded(piece: Piece, text: str) -> str:
    raw = piece.source.of(text)
    return raw if piece.decode is None else piece.decode(raw)


# Values

characters = st.characters(codec=None)  # lone surrogates too
words = st.text(characters, max_size=8)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


@st.composite
def written(draw: st.DrawFn, value: Any) -> str:  # noqa: ANN401
    """Write a value in one of the ways that JSON allows, some members twice."""
    space = st.sampled_from(["", " ", "\n", "\r\n\t"])
    pad = draw(space)
    if isinstance(value, str):
        return f'{pad}"{"".join(draw(spelled(sign)) for sign in value)}"'
    if isinstance(value, list):
        return f"{pad}[{','.join(draw(written(entry)) for entry in value)}{draw(space)}]"
    if isinstance(value, dict):
        rows = [f"{draw(written(key))}:{draw(written(entry))}" for key, entry in value.items()]
        if draw(st.booleans()) and rows:
            first = next(iter(value))
            rows.insert(0, f"{draw(written(first))}: [0]")
        return f"{pad}{{{','.join(rows)}{draw(space)}}}"
    return f"{pad}{json.dumps(value)}"


def spelled(sign: str) -> st.SearchStrategy[str]:
    """Give the ways to write a character in a string."""
    code = json.dumps(sign)[1:-1]
    units = sign.encode("utf-16-be", "surrogatepass")
    hexes = [units[at : at + 2].hex() for at in range(0, len(units), 2)]
    ways = [
        code,
        "".join(f"\\u{unit}" for unit in hexes),
        "".join(f"\\u{u.upper()}" for u in hexes),
    ]
    if sign not in '"\\' and ord(sign) >= 0x20 and not 0xD800 <= ord(sign) < 0xE000:
        ways.append(sign)
    return st.sampled_from(ways)


@law
@given(values.flatmap(written))
def test_values_are_those_of_pythons_json(text: str) -> None:
    assert same(root(text).value, json.loads(text))


@law
@given(st.text(st.sampled_from('{}[]",:\\ \n01-.eEutrfalsn"'), max_size=12))
@example('{"a":1,"a":2}')
@example('"\\ud83d\\ud83d\\ude00"')
@example("-0")
@example("1E+2")
@example("-Infinity")
def test_what_pythons_json_refuses_is_refused_and_nothing_else(text: str) -> None:
    try:
        expected = json.loads(text)
    except ValueError:
        assert refusal(text).startswith("a.json:")
    else:
        assert same(root(text).value, expected)


@law
@given(values.flatmap(written))
def test_every_string_has_its_place_and_every_piece_of_it_decodes(text: str) -> None:
    source = Source("a.json", text)
    for node in strings(root(text)):
        assert isinstance(node.value, str)
        origin, slot = JSON.locate(source, node)
        assert "".join(decoded(piece, text) for piece in origin.pieces) == node.value
        assert text[slot.span.start - 1] == text[slot.span.end] == '"'
        assert json.loads(f'"{slot.span.of(text)}"') == node.value
        assert slot.span.contains(origin.hull(Span(0, len(node.value)))) or not node.value


@law
@given(words, words)
def test_what_is_put_into_a_string_is_read_back(before: str, more: str) -> None:
    text = json.dumps([before])
    source = Source("a.json", text)
    (node,) = strings(root(text))
    _, slot = JSON.locate(source, node)
    grown = text[: slot.span.end] + slot.escape(more) + text[slot.span.end :]
    assume(not (before[-1:] >= "\ud800" and before[-1:] < "\udc00"))  # could become a pair
    assert root(grown).value == [before + more]


def test_a_string_is_one_piece_between_escapes_and_one_for_each_escape() -> None:
    text = r'"Caf\u00e9 \ud83d\ude00\"ok\" \ud83d."'
    (node,) = strings(root(text))
    origin, slot = JSON.locate(Source("a.json", text), node)
    assert [piece.source.of(text) for piece in origin.pieces] == [
        "Caf", r"\u00e9", " ", r"\ud83d\ude00", r"\"", "ok", r"\"", " ", r"\ud83d", "."
    ]  # fmt: skip
    assert isinstance(origin, Origin)
    assert slot.span == Span(1, len(text) - 1)


def test_nodes_are_found_by_location_and_know_their_range() -> None:
    text = '{"a": [10, {"b": "x"}], "c": null}'
    tree = root(text)
    for location, expected in [
        ((), text),
        (("a",), '[10, {"b": "x"}]'),
        (("a", 0), "10"),
        (("a", 1, "b"), '"x"'),
        (("c",), "null"),
    ]:
        node = tree.at(location)
        assert text[node.start : node.end] == expected
    with pytest.raises(LookupError):
        tree.at(("a", 2))


# What is refused


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "a.json:1: not JSON: expecting value (column 1)"),
        ("\n\n{", "a.json:3: not JSON: a name in quotation marks is missing (column 2)"),
        ('{"a"\n1}', "a.json:2: not JSON: a colon is missing after the name (column 1)"),
        ('{"a": 1\r\n"b": 2}', "a.json:2: not JSON: a comma or } is missing (column 1)"),
        ("[1\r2]", "a.json:2: not JSON: a comma or ] is missing (column 1)"),
        ("[1,]", "a.json:1: not JSON: "),
        ('["a', "a.json:1: not JSON: unterminated string (column 2)"),
        ('["a\nb"]', "a.json:1: not JSON: invalid control character (column 4)"),
        (r'"\x"', "a.json:1: not JSON: invalid \\escape (column 2)"),
        ("{} {}", "a.json:1: not JSON: something follows the value (column 4)"),
        ("1" * 5000, "a.json:1: not JSON: a number of too many digits (column 1)"),
        ("\n" + "[" * 101 + "]" * 101, "a.json:2: not JSON: values lie more than 100 deep"),
        ('{"a":' * 100_000, "a.json:1: not JSON: values lie more than 100 deep"),
        ("# a comment\n{}", "a.json:1: not JSON: expecting value (column 1)"),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(text: str, sentence: str) -> None:
    said = refusal(text)
    assert said.startswith(sentence)
    assert said.endswith("; mend it, or exclude the file")


def test_a_hundred_levels_are_read() -> None:
    text = "[" * 100 + "]" * 100
    assert root(text).value == json.loads(text)


# JSON Lines


def test_each_line_is_a_document_and_a_broken_one_costs_itself_alone() -> None:
    text = '{"a": 1}\r\n\n \t\n{"a": \n[2]\r"\u2028"\n1 2\n"x'
    found = list(LINES.documents(Source("a.jsonl", text)))
    told = [
        str(entry) if isinstance(entry, DocumentError) else (entry.name, entry.root.value)
        for entry in found
    ]
    assert told == [
        ("line 1", {"a": 1}),
        "a.jsonl:4: not JSON: expecting value (column 7); mend this line",
        ("line 5", [2]),
        ("line 6", "\u2028"),
        "a.jsonl:7: not JSON: something follows the value (column 3); mend this line",
        "a.jsonl:8: not JSON: unterminated string (column 1); mend this line",
    ]
    assert [entry.line for entry in found if isinstance(entry, DocumentError)] == [4, 7, 8]


@law
@given(st.lists(values, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_lines_are_read_as_pythons_json_reads_them(rows: list[Any], end: str) -> None:
    text = "".join(json.dumps(row) + end for row in rows)
    found = list(LINES.documents(Source("a.jsonl", text)))
    for document, line in zip(found, text.split(end), strict=False):
        assert isinstance(document, Document)
        assert same(document.root.value, json.loads(line))
        assert text[document.root.start : document.root.end] == line
    assert len(found) == len(rows)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.json", Notation.JSON),
        ("b/a.JSON", Notation.JSON),
        ("a.jsonl", Notation.JSON_LINES),
        ("a.ndjson", Notation.JSON_LINES),
        ("a.txt", None),
        ("json", None),
        (".json", None),
    ],
)
def test_the_suffix_tells_the_notation(name: str, expected: Notation | None) -> None:
    assert notation_of(name) is expected
