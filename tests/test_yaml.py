from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tonecheck.errors import InputError
from tonecheck.formats import Notation, reader
from tonecheck.formats.tree import Document, DocumentError, Node
from tonecheck.text import Source, Span

law = settings(max_examples=500, deadline=None)

YAML = reader(Notation.YAML)


def read(text: str) -> list[object]:
    """Give the values of documents, and the errors as they are said."""
    return [
        entry.root.value if isinstance(entry, Document) else str(entry)
        for entry in YAML.documents(Source("a.yaml", text))
    ]


def strings(node: Node, seen: set[int]) -> Iterator[Node]:
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node.value, str):
        yield node
    for inner in node.inside.values() if isinstance(node.inside, dict) else node.inside:
        assert isinstance(inner, Node)
        yield from strings(inner, seen)


def pieces(text: str, node: Node) -> list[tuple[str, str]]:
    """Give what stands in the file and what it stands for, piece by piece."""
    origin, _ = YAML.locate(Source("a.yaml", text), node)
    found = []
    for piece in origin.pieces:
        raw = piece.source.of(text)
        found.append((raw, raw if piece.decode is None else piece.decode(raw)))
    return found


# Values

tokens = st.sampled_from(
    [
        *("a", "b c", "- ", "x: ", "\n", "\n  ", "\n    ", "\r\n", "\r\n  ", "\r", "'", '"', "''"),
        *("\\n", "\\", "\\u00e9", "|", "|-\n", "|+\n  ", ">\n  ", ">2\n", "# c", "\t", " ", "  "),
        *(
            "&a ",
            "*a",
            "!!str ",
            "!x ",
            "{",
            "}",
            "[",
            "]",
            ", ",
            ": ",
            "---\n",
            "...\n",
            "é",
            "🙂",
        ),
        *("e\u0301", "\x85", "\u2028", "true", "12", "? ", "- |\n   a\n    b\n\n   c\n"),
        *("- >\n   a\n\n    b\n   c\n   d\n", "k: 'x\n\n  y '\n", 'm: "a \\\n   b\\ \n\n  c"\n'),
    ]
)


@law
@given(st.lists(tokens, max_size=14).map("".join))
@example("a: >+\n\n  b\n c\n\n   d\n\n\n  e\n\n")
@example("- |1\n  a\n b\n")
@example('"a\\\r\n   \\  b  \r\n\r\n c\\x41\\U0001F642"')
@example("'a''b\n\n\n  c'")
def test_strings_are_those_of_pyyaml_and_every_piece_of_them_decodes(text: str) -> None:
    try:
        theirs = list(yaml.compose_all(text, Loader=yaml.CSafeLoader))
    except (yaml.YAMLError, ValueError):
        assume(False)  # noqa: FBT003
    written = {(node.start_mark.index, node.value) for node in scalars(theirs)}
    for document in YAML.documents(Source("a.yaml", text)):
        if isinstance(document, DocumentError):
            continue
        for node in strings(document.root, set()):
            assert (node.start, node.value) in written
            found = pieces(text, node)
            assert "".join(told for _, told in found) == node.value


def scalars(nodes: list[yaml.Node]) -> Iterator[yaml.ScalarNode]:
    seen: set[int] = set()
    left = list(nodes)
    while left:
        node = left.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.MappingNode):
            left += [part for pair in node.value for part in pair]
        else:
            left += node.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", True),
        ("False", False),
        ("~", None),
        ("- ", [None]),
        ("12", 12),
        ("-0.5", -0.5),
        ("1.5e3", 1500.0),
        ("yes", "yes"),
        ("No", "No"),
        ("012", "012"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("+49301234567", "+49301234567"),
        ("12:30", "12:30"),
        ("2026-05-04", "2026-05-04"),
        ("'12'", "12"),
        ("!!str true", "true"),
        ("!!bool 'true'", True),
        ("!own 12", "12"),
        ("1" * 5000, "1" * 5000),
        ("1" * 18, int("1" * 18)),
        ("{1: a, null: b, [x]: c}", {"1": "a", "null": "b", "[x]": "c"}),
        ("<<: 1", {"<<": 1}),
        ("a: &a {x: 1, y: 2}\nb: {x: 3, <<: *a}", {"a": {"x": 1, "y": 2}, "b": {"x": 3, "y": 2}}),
        ("<<: [{x: 1}, {x: 2, y: 3}]", {"x": 1, "y": 3}),
        ('{"<<": {x: 1}}', {"<<": {"x": 1}}),
        ("- &a x\n- *a", ["x", "x"]),
    ],
)
def test_a_value_is_what_it_is_in_the_core_schema(text: str, expected: object) -> None:
    (value,) = read(text)
    assert (value, type(value)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain\n  more", [("plain", "plain"), ("\n  ", " "), ("more", "more")]),
        ("'it''s'", [("it", "it"), ("''", "'"), ("s", "s")]),
        ('"a\\tb\\x41"', [("a", "a"), ("\\t", "\t"), ("b", "b"), ("\\x41", "A")]),
        ('"a \\\n  b"', [("a ", "a "), ("b", "b")]),
        ("|\n  a\n  b\n", [("a\n", "a\n"), ("b\n", "b\n")]),
        (">-\n  a\r\n  b\r\n", [("a", "a"), ("\r\n", " "), ("b", "b")]),
        ("&x !y |2-\n   a\n", [(" a", " a")]),
        # A first line of blanks leaves the indent in doubt.
        ("|1-\n  \n    a", [("|1-\n  \n    a", " \n   a")]),
    ],
)
def test_a_string_is_taken_apart_as_it_is_written(
    text: str, expected: list[tuple[str, str]]
) -> None:
    (document,) = YAML.documents(Source("a.yaml", text))
    assert isinstance(document, Document)
    assert pieces(text, document.root) == expected


@law
@given(
    st.sampled_from(["'a'", '"a"', "|-\n  a", "a: |-\n  a", "- a: 'a'", "a: >-\n  a", "a: a"]),
    st.text(st.sampled_from("ab é🙂\n\"'\\"), min_size=1, max_size=8),
)
def test_what_is_put_into_a_string_is_read_back(text: str, more: str) -> None:
    more = more.strip() or "x"
    if text == "a: a":
        more = more.replace("'", "").replace('"', "").strip() or "x"
    if '"' not in text and "|" not in text:  # at a fold no blanks can stand
        more = re.sub(r" *\n *", "\n", more)
    source = Source("a.yaml", text)
    (document,) = YAML.documents(source)
    assert isinstance(document, Document)
    *_, node = strings(document.root, set())
    origin, slot = YAML.locate(source, node)
    at = origin.hull(Span(0, 1)).end
    (value,) = read(text[:at] + slot.escape(more) + text[at:])
    assert value in ("a" + more, {"a": "a" + more}, [{"a": "a" + more}])


# What is refused


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: b\n- c", "a.yaml:2: not YAML: did not find expected key (column 1)"),
        ("a:\n\t- b", "a.yaml:2: not YAML: found character that cannot start any token (column 1)"),
        ("a: 'b\n\n", "a.yaml:3: not YAML: found unexpected end of stream (column 1)"),
        ("a: b\na: c", "a.yaml:2: the key ‘a’ stands here for the second time (column 1)"),
        ("- *x", "a.yaml:1: no anchor ‘&x’ stands above the alias ‘*x’ (column 3)"),
        ("a: &x [1, *x]", "a.yaml:1: the alias ‘*x’ stands inside what it repeats (column 11)"),
        (
            "[" * 101 + "]" * 101,
            "a.yaml:1: values lie more than 100 deep in each other (column 101)",
        ),
        ("{a: " * 5_000, "a.yaml:1: values lie more than 100 deep in each other (column 401)"),
        ("- !e!x a", "a.yaml:1: not YAML: found undefined tag handle"),
    ],
)
def test_what_is_no_yaml_is_refused_with_its_place(text: str, sentence: str) -> None:
    *_, said = read(text)
    assert str(said).startswith(sentence)
    assert str(said).endswith("; mend it, or exclude the file")


def test_the_last_of_equal_keys_counts_and_the_documents_before_an_error_are_read() -> None:
    assert read("a: 1\na: 2\n---\nb: 3\n---\n]")[0] == {"a": 2}
    assert read("a: 1\na: 2\n---\nb: 3\n---\n]")[2] == {"b": 3}
    assert len(read("a: 1\na: 2\n---\nb: 3\n---\n]")) == 4


@pytest.mark.parametrize("sign", ["\x07", "\x7f", "\ufffe", "\ufeff"])
def test_a_character_that_yaml_does_not_know_is_refused_with_its_place(sign: str) -> None:
    before = "" if sign == "\ufeff" else "a: b\nc: "
    with pytest.raises(InputError) as refused:
        read(f"{before}{sign}d")
    line, column = (1, 1) if sign == "\ufeff" else (2, 4)
    assert str(refused.value).startswith(
        f"a.yaml:{line}: not YAML: the character U+{ord(sign):04X} (column {column}); "
    )


def test_a_bomb_of_aliases_is_refused_and_many_aliases_are_not() -> None:
    bomb = "a: &l0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"b{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12)
    )
    start = time.process_time()
    (said,) = read(bomb)
    assert str(said).startswith("a.yaml:6: aliases repeat more than 100000 values (column ")
    assert time.process_time() - start < 5
    (value,) = read("a: &a x\nb:\n" + "- *a\n" * 20_000)
    assert value == {"a": "x", "b": ["x"] * 20_000}
