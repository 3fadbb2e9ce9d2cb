from __future__ import annotations

import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tonecheck.errors import InputError
from tonecheck.formats import Notation, reader
from tonecheck.formats.tree import Document, Node
from tonecheck.text import Source

law = settings(max_examples=500, deadline=None)

TOML = reader(Notation.TOML)

tokens = st.sampled_from(
    [
        *("a = ", "b.c = ", '"k e" = ', "'q' = ", '"x"', '"a\\n\\u00e9"', "'lit'", "1", "true"),
        *('"""\nml \\\n   x\n"""', "'''\nab'c'''", '""""q"""""', "[1,2]", '["a", "b"]', "1e3"),
        *('{x = "y", z = [ "w" ]}', "\n", "\n", "\r\n", "[t]\n", "[[r]]\n", "[[r.s]]\n", "[r.u]\n"),
        *(' # c "x"\n', "2026-05-04", '"🙂e\u0301"', '["""\r\na\r\n\\\r\n  b""",\n # c\n]', "''"),
    ]
)


def strings(node: Node) -> Iterator[Node]:
    if isinstance(node.value, str):
        yield node
    for inner in node.inside.values() if isinstance(node.inside, dict) else node.inside:
        assert isinstance(inner, Node)
        yield from strings(inner)


@law
@given(st.lists(tokens, max_size=10).map("".join))
@example("[[r]]\n[[r.s]]\na = 'x'\n[[r]]\n[r.u]\nb.c = \"y\"\n")
@example("a = [\"x\", ['y', {z = '''\nw'''}],]\nb = {c.d = 'v'}")
def test_values_are_those_of_tomllib_and_every_string_is_taken_apart(text: str) -> None:
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        with pytest.raises(InputError, match=r"a\.toml:\d+: not TOML: "):
            list(TOML.documents(Source("a.toml", text)))
        return
    source = Source("a.toml", text)
    (document,) = TOML.documents(source)
    assert isinstance(document, Document)
    assert document.root.value == expected
    for node in strings(document.root):
        origin, slot = TOML.locate(source, node)
        told = [
            (piece.decode or str)(piece.source.of(text))  # without a decoder, it is the text
            for piece in origin.pieces
        ]
        assert "".join(told) == node.value
        written = text[node.start : node.end]
        assert tomllib.loads(f"a = {written}")["a"] == node.value
        assert written[0] == written[-1]
        assert slot.span.start > node.start


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a = 1\nb = ", "a.toml:2: not TOML: "),
        ("a = 1\na = 2", "a.toml:2: not TOML: "),
        ("a = " + "[" * 5_000, "a.toml: nested too deep; a few levels are enough"),
        ("a = 1\nb = " + "[" * 101 + "]" * 101, "a.toml:2: values lie more than 100 deep"),
        ("a." * 150 + "b = 1", "a.toml:1: values lie more than 100 deep"),
        ("[" + "a." * 150 + "b]", "a.toml:1: values lie more than 100 deep"),
        ("a = " + "1" * 5_000, "a.toml: a number of too many digits; write a smaller one"),
    ],
)
def test_what_is_no_toml_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(InputError) as refused:
        list(TOML.documents(Source("a.toml", text)))
    assert str(refused.value).startswith(sentence)
    assert "\n" not in str(refused.value)


def test_values_know_their_lines() -> None:
    text = "x = 1\n[[r]]\na = 'b'\n[[r]]\n# c\nd.e = [\n  'f',\n  {g = 2},\n]\n"
    (document,) = TOML.documents(Source("a.toml", text))
    assert isinstance(document, Document)
    for location, line in [
        (("x",), 1),
        (("r", 0), 2),
        (("r", 0, "a"), 3),
        (("r", 1), 4),
        (("r", 1, "d"), 6),
        (("r", 1, "d", "e", 0), 7),
        (("r", 1, "d", "e", 1, "g"), 8),
    ]:
        assert text.count("\n", 0, document.root.at(location).start) + 1 == line


@pytest.mark.parametrize("quotes", ['"', '"""'])
def test_what_is_put_into_a_string_is_read_back(quotes: str) -> None:
    text = f"a = {quotes}b{quotes}"
    source = Source("a.toml", text)
    (document,) = TOML.documents(source)
    assert isinstance(document, Document)
    _, slot = TOML.locate(source, document.root.at(("a",)))
    more = '"so"\\\n\té\x07'
    grown = text[: slot.span.end] + slot.escape(more) + text[slot.span.end :]
    assert tomllib.loads(grown) == {"a": "b" + more}
