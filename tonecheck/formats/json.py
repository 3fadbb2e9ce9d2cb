"""JSON and JSON Lines: the values that Python's json gives, and the place of each.

As there, the last of several members of one name counts, and NaN and Infinity are numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder, dumps
from typing import NamedTuple

from tonecheck.formats.tree import Document, DocumentError, Node
from tonecheck.message import Slot
from tonecheck.text import Decoder, Origin, Source, Span

_LINE = re.compile(r"[^\r\n]+")
_SPACE = re.compile(r"[ \t\r\n]*")
_SCALAR = JSONDecoder()
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^u])"
)

_DEEPEST = 100
"""Values inside each other; Python's own limit depends on who calls."""


def documents(source: Source) -> Iterator[Document]:
    """Give the one value of a file; raises `InputError` for what is no JSON."""
    try:
        yield Document(_whole(source.text, 0, len(source.text)))
    except _Broken as broken:
        raise _error(source, broken, "mend it, or exclude the file") from None


def lines(source: Source) -> Iterator[Document | DocumentError]:
    """Give the values of a file with one on each line that is not blank."""
    for line in _LINE.finditer(source.text):
        if line.group().isspace():
            continue
        try:
            root = _whole(source.text, line.start(), line.end())
        except _Broken as broken:
            yield _error(source, broken, "mend this line")
        else:
            yield Document(root, f"line {source.position(line.start()).line}")


def locate(source: Source, node: Node) -> tuple[Origin, Slot]:
    """Tell where the characters of a string come from; its quotation marks are no part of it."""
    inner = Span(node.start + 1, node.end - 1)
    _, origin = Origin.build(_pieces(source.text, inner))
    return origin, Slot(inner, _escaped)


def _pieces(text: str, inner: Span) -> Iterator[tuple[Span, str, Decoder | None]]:
    at = inner.start
    for escape in _ESCAPE.finditer(text, inner.start, inner.end):
        yield Span(at, escape.start()), text[at : escape.start()], None
        at = escape.end()
        yield Span(escape.start(), at), _unescaped(escape.group()), _unescaped
    yield Span(at, inner.end), text[at : inner.end], None


def _unescaped(raw: str) -> str:
    words: str = _SCALAR.decode(f'"{raw}"')
    return words


def _escaped(words: str) -> str:
    return dumps(words, ensure_ascii=False)[1:-1]


class _Broken(Exception):  # noqa: N818 - becomes an InputError
    def __init__(self, text: str, at: int) -> None:
        super().__init__(text)
        self.text = text
        self.at = at


def _error(source: Source, broken: _Broken, todo: str) -> DocumentError:
    place = source.position(broken.at)
    said = f"not JSON: {broken.text} (column {place.column}); {todo}"
    return DocumentError(f"{source.name}:{place.line}: {said}", place.line)


def _whole(text: str, start: int, end: int) -> Node:
    scanner = _Scanner(text, end)
    node = scanner.value(start, 1)
    after = scanner.skip(node.end)
    if after < end:
        raise _Broken("something follows the value", after)
    return node


class _Scanner(NamedTuple):
    """Reads values; `end` is where the text ends for it."""

    text: str
    end: int

    def skip(self, at: int) -> int:
        """Give the place of the next character that is not white."""
        found = _SPACE.match(self.text, at, self.end)
        return at if found is None else found.end()

    def value(self, at: int, depth: int) -> Node:
        """Give the value that begins at a place or after the space there."""
        at = self.skip(at)
        first = self.text[at : at + 1] if at < self.end else ""
        if first and first in "{[":
            if depth > _DEEPEST:
                raise _Broken(f"values lie more than {_DEEPEST} deep in each other", at)
            return self._object(at, depth) if first == "{" else self._array(at, depth)
        value, stop = self._scalar(at)
        return Node(value, at, stop)

    def _object(self, start: int, depth: int) -> Node:
        values: dict[str, object] = {}
        inside: dict[str, Node] = {}
        at = self.skip(start + 1)
        if self._next(at, "}"):
            return Node(values, start, at + 1, inside)
        while True:
            if not self._next(at, '"'):
                raise _Broken("a name in quotation marks is missing", at)
            name, at = self._scalar(at)
            at = self.skip(at)
            if not self._next(at, ":"):
                raise _Broken("a colon is missing after the name", at)
            node = self.value(at + 1, depth + 1)
            values[str(name)], inside[str(name)] = node.value, node
            at = self.skip(node.end)
            if self._next(at, "}"):
                return Node(values, start, at + 1, inside)
            if not self._next(at, ","):
                raise _Broken("a comma or } is missing", at)
            at = self.skip(at + 1)

    def _array(self, start: int, depth: int) -> Node:
        inside: list[Node] = []
        at = self.skip(start + 1)
        if self._next(at, "]"):
            return Node([], start, at + 1, inside)
        while True:
            node = self.value(at, depth + 1)
            inside.append(node)
            at = self.skip(node.end)
            if self._next(at, "]"):
                return Node([node.value for node in inside], start, at + 1, inside)
            if not self._next(at, ","):
                raise _Broken("a comma or ] is missing", at)
            at += 1

    def _next(self, at: int, sign: str) -> bool:
        return at < self.end and self.text[at] == sign

    def _scalar(self, at: int) -> tuple[object, int]:
        try:
            value, stop = _SCALAR.raw_decode(self.text, at)
        except JSONDecodeError as error:
            said = error.msg.removesuffix(":").removesuffix(" at").removesuffix(" starting")
            raise _Broken(said[0].lower() + said[1:], min(error.pos, self.end)) from None
        except ValueError:  # Python's limit on digits
            raise _Broken("a number of too many digits", at) from None
        return value, stop
