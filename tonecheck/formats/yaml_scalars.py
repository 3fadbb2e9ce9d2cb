"""YAML's five ways to write a string, each taken apart into pieces.

What is taken apart is held against the value that the library gave: where the two differ, the
whole string is one piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tonecheck.formats.tree import Node, Stretch, double_quoted, origin_of
from tonecheck.late import late
from tonecheck.message import Slot
from tonecheck.text import Decoder, Origin, Source, Span

_BREAK = r"(?:\r\n|[\r\n\x85\u2028\u2029])"
_NO_BREAK = r"[^\r\n\x85\u2028\u2029]"
_PROPERTIES = late(
    r"(?:(?:&[^\s,\[\]{}]++|!<[^>\s]*+>|![^\s,\[\]{}]*+)"
    rf"(?:[ \t]|{_BREAK}|(?<=\s)\#{_NO_BREAK}*+)*+)*+"
)
_HEADER = late(rf"[|>][-+0-9]{{0,2}}[ \t]*+(?:\#{_NO_BREAK}*+)?{_BREAK}?")
_FOLD = rf"[ \t]*+{_BREAK}(?:[ \t]*+{_BREAK})*+[ \t]*+"
_JOINED = rf"\\{_BREAK}(?:[ \t]*+{_BREAK})*+[ \t]*+"
_CODE = r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)"
_BLANK = r"(?P<blank>[ \t]++)"  # takes what is no fold at once: a run of blanks costs its length
_PLAIN = late(rf"(?P<fold>{_FOLD})|{_BLANK}")
_SINGLE = late(rf"(?P<fold>{_FOLD})|{_BLANK}|(?P<code>'')")
_DOUBLE = late(rf"(?P<joined>{_JOINED})|(?P<fold>{_FOLD})|{_BLANK}|(?P<code>{_CODE})")
_LINE = late(rf"(?P<indent> *+)(?P<words>{_NO_BREAK}*+)(?P<end>{_BREAK}|\Z)")
_BREAKS = late(_BREAK)
_NEWLINES = late(r"\n+")
_CODES = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def locate(source: Source, node: Node) -> tuple[Origin, Slot]:
    """Tell where the characters of a string come from; quotation marks and indents are gaps."""
    text, value = source.text, str(node.value)
    start = _ends(_PROPERTIES, text, node.start, node.end)
    first = text[start : start + 1] if start < node.end else ""
    column = source.position(start).column
    if first and first in "|>":
        block = _Block(text, Span(start, node.end), value)
        parts, slot = block.parts(), Slot(block.inner, block.escaped)
    elif first == '"':
        inner = Span(start + 1, node.end - 1)
        parts, slot = _flow(text, inner, _DOUBLE), Slot(inner, double_quoted)
    elif first == "'":
        inner = Span(start + 1, node.end - 1)
        parts, slot = _flow(text, inner, _SINGLE), Slot(inner, partial(_in_single, column))
    else:
        inner = Span(start, node.end)
        parts, slot = _flow(text, inner, _PLAIN), Slot(inner, partial(_in_plain, column))
    return origin_of(value, parts, Span(start, node.end)), slot


def _flow(text: str, inner: Span, tokens: re.Pattern[str]) -> Iterator[Stretch]:
    """Take a plain or quoted string apart, its quotation marks already taken off."""
    at = inner.start
    for token in tokens.finditer(text, inner.start, inner.end):
        if token.lastgroup == "blank":
            continue
        yield Span(at, token.start()), text[at : token.start()], None
        at = token.end()
        decode = _DECODERS[str(token.lastgroup)]
        yield Span(token.start(), at), decode(token.group()), decode
    yield Span(at, inner.end), text[at : inner.end], None


def _folded(raw: str) -> str:
    """Give what a line's end and the empty lines after it stand for."""
    first, *rest = (_as_newline(end) for end in _BREAKS.findall(raw))
    if first != "\n":
        return "".join([first, *rest])
    return "".join(rest) or " "


def _joined(raw: str) -> str:
    """Give what an escaped line's end and the empty lines after it stand for."""
    return "".join(_as_newline(end) for end in _BREAKS.findall(raw)[1:])


def _unescaped(raw: str) -> str:
    if raw == "''":
        return "'"
    if raw[1] in "xuU" and len(raw) > 2:
        code = int(raw.lstrip("\\xuU"), 16)
        return chr(code) if code < 0x110000 else raw
    return _CODES.get(raw[1], raw[1])


def _as_newline(raw: str) -> str:
    return raw if raw in "\u2028\u2029" else "\n"


_DECODERS: dict[str, Decoder] = {"fold": _folded, "joined": _joined, "code": _unescaped}


def _in_plain(column: int, words: str) -> str:
    # Lines that go on are indented as far as the string's first, which is always far enough.
    return _unfolded(words, column - 1)


def _unfolded(words: str, indent: int) -> str:
    return _NEWLINES.sub(lambda run: f"{run[0]}\n{' ' * indent}", words)


def _in_single(column: int, words: str) -> str:
    return _in_plain(column, words.replace("'", "''"))


class _Block:
    """A literal (`|`) or folded (`>`) block string."""

    def __init__(self, text: str, span: Span, value: str) -> None:
        header = _ends(_HEADER, text, span.start, span.end)
        self._text = text
        self._sign = span.of(text)[0]
        self._keeps = text.find("+", span.start, span.start + 3) >= 0
        self._strips = text.find("-", span.start, span.start + 3) >= 0
        self.inner = Span(header, span.end)
        self._indent = self._indent_of(value)

    def escaped(self, words: str) -> str:
        """Write words as they must stand in the block."""
        if self._sign == ">":
            return _unfolded(words, self._indent)
        return words.replace("\n", "\n" + " " * self._indent)

    def _indent_of(self, value: str) -> int:
        """Tell how far lines are indented, by what is left of the first one that has words."""
        words = value.lstrip("\n\u2028\u2029")
        left = len(words) - len(words.lstrip(" "))
        deepest = 0
        for line in self._found():
            if line["words"]:
                return max(len(line["indent"]) - left, 0)
            deepest = max(deepest, len(line["indent"]))
        return deepest  # no line has words

    def _found(self) -> Iterator[re.Match[str]]:
        for line in _LINE.finditer(self._text, self.inner.start, self.inner.end):
            if line.start() < line.end():
                yield line

    def parts(self) -> Iterator[Stretch]:
        """Take the lines apart as the YAML specification joins them."""
        held: list[Span] = []  # the ends of lines since the last one with words
        begun = was_blank = False
        for line in self._found():
            words = Span(min(line.start() + self._indent, line.start("end")), line.start("end"))
            end = Span(line.start("end"), line.end("end"))
            if len(words):
                is_blank = self._text[words.start] in " \t"
                folds = self._sign == ">" and begun and not was_blank and not is_blank
                yield from self._between(held, folds=folds)
                yield words, words.of(self._text), None
                held, begun, was_blank = [], True, is_blank
            if len(end):
                held.append(end)
        if self._keeps:
            yield from self._between(held, folds=False)
        elif begun and not self._strips:
            yield from self._between(held[:1], folds=False)

    def _between(self, ends: list[Span], *, folds: bool) -> Iterator[Stretch]:
        """Give what the ends of lines between two with words stand for."""
        if folds and ends and _as_newline(ends[0].of(self._text)) == "\n":
            if len(ends) == 1:
                yield ends[0], " ", _folded
            ends = ends[1:]
        for end in ends:
            raw = end.of(self._text)
            yield end, _as_newline(raw), None if _as_newline(raw) == raw else _as_newline


def _ends(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    found = pattern.match(text, start, end)
    return found.end() if found is not None else start
