"""TOML as a file of records: the values that Python's tomllib gives, and the place of each.

tomllib has no places, so a second reading finds them; what it reads is known to be TOML. (The
lines of settings are found by `tonecheck.toml`, which needs no ends and no strings.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tonecheck.errors import InputError, SettingsError
from tonecheck.formats.tree import Document, Node, Stretch, double_quoted, origin_of
from tonecheck.late import late
from tonecheck.message import Slot
from tonecheck.text import Origin, Source, Span
from tonecheck.toml import Place, read_toml

_BLANK = late(r"[ \t]*+")
_GAP = late(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+")
_BARE = late(r"[^\s.=\]\"']++")
_STRING = late(
    r'"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5}|"(?:[^"\\]++|\\.)*+"|'
    r"'''(?:[^']++|'{1,2}(?!'))*+'{3,5}|'[^']*+'",
    re.DOTALL,
)
_OTHER = late(r"[^,\]}#\r\n]++")
_FIRST_LINE_END = late(r"\r?\n")
_ESCAPE = late(
    r"\r\n|\\(?:[ \t]*+\r?\n[ \t\r\n]*+|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)"
)
_NEWLINE = late(r"\r\n")
_CODES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}

_DEEPEST = 100


def documents(source: Source) -> Iterator[Document]:
    """Give the one value of a file; raises `InputError` for what is no TOML."""
    try:
        values = read_toml(source.name, source.text.encode("utf-8", "surrogatepass")).data
    except SettingsError as error:
        todo = "" if "; " in str(error) else "; mend it, or exclude the file"
        raise InputError(f"{error}{todo}") from error
    scanner = _Scanner(source)
    scanner.document()
    yield Document(_node(values, (), scanner.spans, 0)._replace(end=len(source.text)))


def locate(source: Source, node: Node) -> tuple[Origin, Slot]:
    """Tell where the characters of a string come from; its quotation marks are no part of it."""
    text, whole = source.text, Span(node.start, node.end)
    quote = text[node.start : node.start + 1]
    long = len(whole) >= 6 and text.startswith(quote * 3, node.start)
    marks = 3 if long else 1
    inner = Span(node.start + marks, node.end - marks)
    if long and (first := _FIRST_LINE_END.match(text, inner.start, inner.end)):
        inner = Span(first.end(), inner.end)
    parts = _pieces(text, inner, _ESCAPE if quote == '"' else _NEWLINE)
    return origin_of(str(node.value), parts, whole), Slot(
        inner, double_quoted if quote == '"' else str
    )


def _pieces(text: str, inner: Span, escapes: re.Pattern[str]) -> Iterator[Stretch]:
    at = inner.start
    for escape in escapes.finditer(text, inner.start, inner.end):
        yield Span(at, escape.start()), text[at : escape.start()], None
        at = escape.end()
        yield Span(escape.start(), at), _unescaped(escape.group()), _unescaped
    yield Span(at, inner.end), text[at : inner.end], None


def _unescaped(raw: str) -> str:
    if raw == "\r\n":
        return "\n"
    if raw[1] in " \t\r\n":  # the end of a line that goes on
        return ""
    if raw[1] in "xuU":
        return chr(int(raw.lstrip("\\xuU"), 16))
    return _CODES.get(raw[1], raw[1])


def _node(value: object, place: Place, spans: Mapping[Place, Span], start: int) -> Node:
    """Give a value with its place; a table that only dotted names make begins with what is in it.

    `start` is where a value stands that has no place at all.
    """
    span = spans.get(place, Span(start, start))
    if isinstance(value, dict):
        named = {key: _node(v, (*place, key), spans, span.start) for key, v in value.items()}
        end = max([span.end, *(node.end for node in named.values())])
        values = {key: node.value for key, node in named.items()}
        return Node(values, span.start, end, named)
    if isinstance(value, list):
        listed = [_node(v, (*place, n), spans, span.start) for n, v in enumerate(value)]
        end = max([span.end, *(node.end for node in listed)])
        return Node([node.value for node in listed], span.start, end, listed)
    return Node(value, span.start, span.end)


class _Scanner:
    """Finds the place of each value in a text that is TOML."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        self._at = 0
        self._counts: dict[Place, int] = {}  # arrays of tables: the number of the last one
        self.spans: dict[Place, Span] = {}

    def document(self) -> None:
        """Read tables and keys to the end of the text."""
        table: Place = ()
        while (start := self._skip(_GAP)) < len(self._text):
            if self._text[start] != "[":
                self._entry(table)
                continue
            self._at += 2 if (several := self._text.startswith("[[", start)) else 1
            table = self._numbered(self._keys(), start)
            if several:
                self._counts[table] = self._counts.get(table, -1) + 1
                table = (*table, self._counts[table])
            self._skip(_BLANK)
            self._at += 2 if several else 1
            self.spans[table] = Span(start, self._at)

    def _numbered(self, keys: list[str], start: int) -> Place:
        """Put in the numbers of the tables of arrays that a header goes through."""
        place: Place = ()
        for number, key in enumerate(keys):
            place = (*place, key)
            self._bound(place)
            self.spans.setdefault(place, Span(start, start))
            if place in self._counts and number < len(keys) - 1:
                place = (*place, self._counts[place])
        return place

    def _keys(self) -> list[str]:
        keys = []
        while True:
            start = self._skip(_BLANK)
            if self._text[start] in "\"'":
                raw = self._take(_STRING)
                pieces = _pieces(raw, Span(1, len(raw) - 1), _ESCAPE if raw[0] == '"' else _NEWLINE)
                keys.append("".join(text for _, text, _ in pieces))
            else:
                keys.append(self._take(_BARE))
            if self._text[self._skip(_BLANK)] != ".":
                return keys
            self._at += 1

    def _value(self, place: Place) -> None:
        self._bound(place)
        start = self._skip(_BLANK)
        first = self._text[start]
        if first in "[{":
            self._at += 1
            number = 0
            while self._text[self._skip(_GAP)] not in "]}":
                if first == "[":
                    self._value((*place, number))
                else:
                    self._entry(place)
                number += 1
                if self._text[self._skip(_GAP)] == ",":
                    self._at += 1
            self._at += 1
        elif first in "\"'":
            self._take(_STRING)
        else:
            self._at = start + len(self._take(_OTHER).rstrip())
        self.spans[place] = Span(start, self._at)

    def _entry(self, table: Place) -> None:
        start = self._at
        place = table
        for key in self._keys():
            place = (*place, key)
            self.spans.setdefault(place, Span(start, start))
        self._skip(_BLANK)
        self._at += 1  # =
        self._value(place)

    def _bound(self, place: Place) -> None:
        if len(place) > _DEEPEST:
            line = self._source.position(self._at).line
            raise InputError(
                f"{self._source.name}:{line}: values lie more than {_DEEPEST} deep in each other; "
                "mend it, or exclude the file"
            )

    def _skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found is not None else self._at
        return self._at

    def _take(self, pattern: re.Pattern[str]) -> str:
        start = self._at
        return self._text[start : self._skip(pattern)]
