"""gettext's PO: a record for each entry, `msgid`, `msgstr`, `msgstr[0]` … its keys.

The header, obsolete entries (`#~`) and fuzzy ones are not read: no program shows them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tonecheck.errors import brief
from tonecheck.formats.tree import Document, DocumentError, Node, Stretch, origin_of
from tonecheck.late import late
from tonecheck.message import Slot
from tonecheck.text import Origin, Source, Span

_LINE = late(r"[^\r\n]*+(?:\r\n|[\r\n]|\Z)")
_STRING = r'"(?:[^"\\\r\n]++|\\[^\r\n])*+"'
_STRINGS = late(
    r"[ \t]*+(?:(?P<key>msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]{1,2}\])?)[ \t]*+)?"
    rf"(?P<strings>(?:{_STRING}[ \t]*+)++)[ \t\r\n]*+"
)
_INNER = late(r'"((?:[^"\\\r\n]++|\\[^\r\n])*+)"')
_ESCAPE = late(  # the bytes of one character, or whatever else an escape is
    r"\\(?:3[0-7]{2}|x[c-fC-F][0-9a-fA-F])(?:\\(?:2[0-7]{2}|x[89abAB][0-9a-fA-F])){1,3}"
    r"|\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|.)"
)
_BYTE = late(r"\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3}))")
_FUZZY = late(r"#,(?:[^\r\n]*[ \t,])?fuzzy[ \t]*+(?:,|[\r\n]|\Z)")
_DOMAIN = late(rf"domain[ \t]+{_STRING}[ \t\r\n]*+")
_CODES = {"n": "\n", "t": "\t", "b": "\b", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}


def documents(source: Source) -> Iterator[Document | DocumentError]:
    """Give the entries of a file that programs show; a line that is no PO costs its entry."""
    reader = _Reader(source)
    for line in _LINE.finditer(source.text):
        if line.group():
            yield from reader.line(line.group(), line.start())
    yield from reader.done()


def locate(source: Source, node: Node) -> tuple[Origin, Slot]:
    """Tell where the characters of a string come from; what lies between its lines is a gap."""
    whole = Span(node.start, node.end)
    slot = Slot(Span(node.start + 1, node.end - 1), _escaped)
    return origin_of(str(node.value), _pieces(source.text, whole), whole), slot


def _pieces(text: str, whole: Span) -> Iterator[Stretch]:
    for string in _INNER.finditer(text, whole.start, whole.end):
        at = string.start(1)
        for escape in _ESCAPE.finditer(text, at, string.end(1)):
            yield Span(at, escape.start()), text[at : escape.start()], None
            at = escape.end()
            yield Span(escape.start(), at), _unescaped(escape.group()), _unescaped
        yield Span(at, string.end(1)), text[at : string.end(1)], None


def _unescaped(raw: str) -> str:
    """Give what an escape stands for; numbers are bytes of UTF-8."""
    if raw[1] not in "01234567" and not _BYTE.match(raw):
        return _CODES.get(raw[1], raw[1])
    codes = (int(hexes, 16) if hexes else int(octal, 8) for hexes, octal in _BYTE.findall(raw))
    return bytes(code & 0xFF for code in codes).decode("utf-8", "replace")


def _escaped(words: str) -> str:
    codes = {ord(sign): f"\\{name}" for name, sign in _CODES.items()}
    return words.translate(codes | {ord('"'): '\\"', ord("\\"): "\\\\"})


class _Entry(NamedTuple):
    """What was read of an entry so far: its strings by keyword, and where it begins."""

    start: int
    strings: dict[str, list[Span]]
    fuzzy: bool


class _Reader:
    """Reads a file line by line."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._entry: _Entry | None = None
        self._key = ""
        self._fuzzy = False
        self._broken = False

    def line(self, line: str, at: int) -> Iterator[Document | DocumentError]:
        """Read a line; gives the entry before it where it begins another."""
        bare = line.strip()
        if not bare or bare.startswith("#"):
            if bare and self._entry is not None and self._key.startswith("msgstr"):
                yield from self.done()
            self._fuzzy = self._fuzzy or _FUZZY.match(bare) is not None
            return
        found = _STRINGS.fullmatch(line)
        if found is None:
            if not _DOMAIN.fullmatch(line):
                yield from self._error(at, line)
            return
        key = found["key"]
        start = at + found.start("strings")
        strings = Span(start, start + len(found["strings"].rstrip()))
        if key is None:
            if self._entry is not None:
                self._entry.strings[self._key].append(strings)
            elif not self._broken:
                yield from self._error(at, line)
            return
        if self._begins(key):
            yield from self.done()
            self._entry, self._fuzzy, self._broken = _Entry(at, {}, self._fuzzy), False, False
        if self._entry is None or key in self._entry.strings:
            yield from self._error(at, line)
            return
        self._key = key
        self._entry.strings[key] = [strings]

    def done(self) -> Iterator[Document | DocumentError]:
        """Give the entry that was read, if programs show it."""
        entry, last = self._entry, self._key
        self._entry, self._key = None, ""
        if entry is None:
            return
        if "msgid" not in entry.strings or not last.startswith("msgstr"):
            line = self._source.position(entry.start).line
            missing = "msgstr" if "msgid" in entry.strings else "msgid"
            said = f"not PO: this entry has no {missing}; mend it"
            yield DocumentError(f"{self._source.name}:{line}: {said}", line)
            return
        inside = {key: self._node(spans) for key, spans in entry.strings.items()}
        values = {key: node.value for key, node in inside.items()}
        if entry.fuzzy or not (values["msgid"] or "msgctxt" in values):
            return
        end = max(node.end for node in inside.values())
        told = (str(values[key]) for key in ("msgctxt", "msgid") if values.get(key))
        name = ": ".join(" ".join(words.split()) for words in told)
        yield Document(Node(values, entry.start, end, inside), brief(name))

    def _begins(self, key: str) -> bool:
        """Tell whether a keyword begins an entry."""
        if key == "msgctxt":
            return True
        return key == "msgid" and (self._entry is None or self._key != "msgctxt")

    def _node(self, spans: list[Span]) -> Node:
        whole = Span(spans[0].start, spans[-1].end)
        value = "".join(text for _, text, _ in _pieces(self._source.text, whole))
        return Node(value, whole.start, whole.end)

    def _error(self, at: int, line: str) -> Iterator[DocumentError]:
        number = self._source.position(at).line
        said = "neither a comment nor a keyword with its string in quotation marks"
        if _STRINGS.fullmatch(line):
            said = "this string belongs to no keyword of an entry"
        yield DocumentError(f"{self._source.name}:{number}: not PO: {said}; mend this line", number)
        self._entry, self._key, self._broken = None, "", True
