"""How mail wraps text for transport: charsets, quoted-printable, base64, encoded words.

Everything works on stretches of the file, read as UTF-8 with surrogates for the bytes that are
not, and gives each stretch with its text and with the decoder that makes it.
"""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from tonecheck.formats.email import charsets
from tonecheck.text import Decoder, Span

Stretch = tuple[Span, str, Decoder | None]

_LAYOUT = " \t\r\n"
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_SOFT_BREAK = r"=[ \t]*(?:\r\n|\r|\n|\Z)"
_TRAILING = r"(?<![ \t])[ \t]++(?=[\r\n]|\Z)"
_QUOTED = re.compile(
    rf"=[0-9A-Fa-f]{{2}}(?:(?:{_SOFT_BREAK})*=[0-9A-Fa-f]{{2}})*|[^\x00-\x7f]+"
    rf"|{_SOFT_BREAK}|{_TRAILING}"
)
_QUOTED_BYTE_WRAPPED = re.compile(rf"=([0-9A-Fa-f]{{2}})(?:{_SOFT_BREAK})*")
_QUOTED_LENGTH = len("=20")
_QUOTED_BYTE = re.compile(rf"=([0-9A-Fa-f]{{2}})|{_SOFT_BREAK}|{_TRAILING}".encode())
# A digit may be damaged in a long line; a line of words has blanks.
_BASE64_LINES = re.compile(
    r"(?:[ \t]*+(?:[A-Za-z0-9+/]*+=*+|[!-~]{20,}+)[ \t]*+(?:\r\n|\r|\n|\Z))*+"
)
_FIRST_DIGITS = re.compile(r"\s*[A-Za-z0-9+/]{19}")  # no word is that long
_UNIT = re.compile(r"=[0-9A-Fa-f]{2}|=[ \t]*(?:\r\n|\r|\n|\Z)|.", re.DOTALL)
_NO_DIGIT = re.compile(r"[^A-Za-z0-9+/=\s]")
_BOM = "\ufeff"
_ENCODED_WORD = re.compile(r"=\?([^?\s]+)\?([BbQq])\?([^?\s]*)\?=")
_STATELESS = frozenset({"utf-8", "iso8859-1", "cp1252"})  # each character has its own bytes


class PartError(ValueError):
    """A part that cannot be decoded; `str()` of it says why, and what to do."""


def body(text: str, span: Span, encoding: str, charset: str) -> Iterator[Stretch]:
    """Decode a body that stands in a range of the file; an unknown encoding is read as none."""
    words = span.of(text)
    if encoding == "base64":
        stretches = _from_base64_lines(words, charset)
    elif charsets.is_wide(charset):
        is_quoted = encoding == "quoted-printable"
        unpack = _unpack_quoted if is_quoted else _unpack_bytes
        stretches = _from_wide(words, _Unwrap(unpack, charset))
    elif encoding == "quoted-printable":
        stretches = _from_quoted_printable(words, charset)
    else:
        stretches = _from_bytes(words, charset)
    for place, shown, decode in stretches:
        yield place.shift(span.start), shown, decode


def header(text: str, span: Span) -> Iterator[Stretch]:
    """Decode a header's value: encoded words, and lines that were folded."""
    raw = span.of(text)
    words = raw.strip(_LAYOUT)
    shift = span.start + len(raw) - len(raw.lstrip(_LAYOUT))
    at = 0
    after_word = False
    for word in _ENCODED_WORD.finditer(words):
        between = words[at : word.start()]
        if not charsets.is_charset(word.group(1).partition("*")[0]):
            continue
        if between.strip() or not after_word:
            yield from _unfolded(words, Span(at, word.start()), shift)
        place = Span(*word.span())
        yield place.shift(shift), _encoded_word(word.group()), _encoded_word
        at = word.end()
        after_word = True
    yield from _unfolded(words, Span(at, len(words)), shift)


def header_words(words: str) -> str:
    """Give a header's value as its reader sees it."""
    return "".join(shown for _, shown, _ in header(words, Span(0, len(words)))).strip()


def _unfolded(words: str, span: Span, shift: int) -> Iterator[Stretch]:
    for line in re.finditer(r"[^\r\n]+", span.of(words)):
        for place, shown, decode in _from_bytes(line.group(), ""):
            yield place.shift(shift + span.start + line.start()), shown, decode


def _encoded_word(raw: str) -> str:
    _, charset, kind, payload, _ = raw.split("?")
    unpack = _unpack_base64 if kind in "Bb" else _unpack_underlined
    return re.sub(r"[\r\n]+", " ", charsets.decode(unpack(payload), charset.partition("*")[0]))


def _unpack_underlined(payload: str) -> bytes:
    return _unpack_quoted(payload.replace("_", "=20"))


# Bytes and charsets


@dataclass(frozen=True, slots=True)
class _Unwrap:
    """A decoder: undo the transfer encoding, then the charset."""

    unpack: Callable[[str], bytes]
    charset: str

    def __call__(self, raw: str) -> str:
        return charsets.decode(self.unpack(raw), self.charset)


@dataclass(frozen=True, slots=True)
class _Amid:
    """A decoder: of the bytes that another unpacks, some alone stand for characters."""

    whole: _Unwrap
    start: int
    end: int

    def __call__(self, raw: str) -> str:
        return charsets.decode(self.whole.unpack(raw)[self.start : self.end], self.whole.charset)


def _unpack_bytes(raw: str) -> bytes:
    try:
        return raw.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a surrogate that stands for no byte, in a text that is no file's
        return raw.encode("utf-8", "surrogatepass")


def _unpack_quoted(raw: str) -> bytes:
    def byte(found: re.Match[bytes]) -> bytes:
        return bytes.fromhex(found.group(1).decode()) if found.group(1) else b""

    return _QUOTED_BYTE.sub(byte, _unpack_bytes(raw))


def _unpack_base64(raw: str) -> bytes:
    digits = re.sub(r"[^A-Za-z0-9+/]", "", raw)
    if len(digits) % 4 == 1:  # six bits are no byte
        digits = digits[:-1]
    return binascii.a2b_base64(digits + "=" * (-len(digits) % 4))


def _from_bytes(words: str, charset: str) -> Iterator[Stretch]:
    decode = _Unwrap(_unpack_bytes, charset)
    if words.isascii() and decode(words) == words:
        yield Span(0, len(words)), words, None
        return
    for line in _LINE.finditer(words):
        runs = [Span(*run.span()) for run in _NOT_ASCII.finditer(words, *line.span())]
        yield from _line(words, Span(*line.span()), runs, decode)


def _from_quoted_printable(words: str, charset: str) -> Iterator[Stretch]:
    decode = _Unwrap(_unpack_quoted, charset)
    start = 0
    for line in _LINE.finditer(words):
        end = line.end()
        if line.group().rstrip(_LAYOUT).endswith("=") and end < len(words):
            continue  # the line goes on after a soft break
        runs = [
            Span(*place)
            for run in _QUOTED.finditer(words, start, end)
            for place in _characters(run.group(), run.start(), charset)
        ]
        yield from _line(words, Span(start, end), runs, decode)
        start = end


def _characters(run: str, start: int, charset: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of a run of quoted bytes that hold a character each, if that is known."""
    if len(run) <= _QUOTED_LENGTH or run[0] != "=":
        yield start, start + len(run)
        return
    reader = codecs.getincrementaldecoder(charsets.of(_unpack_quoted(run), charset))()
    at = 0
    with suppress(UnicodeError):
        for byte in _QUOTED_BYTE_WRAPPED.finditer(run):
            if reader.decode(bytes.fromhex(byte[1])) and not reader.getstate()[0]:
                yield start + at, start + byte.end()
                at = byte.end()
    if at < len(run):
        yield start + at, start + len(run)


def _line(words: str, line: Span, runs: Sequence[Span], decode: Decoder) -> Iterator[Stretch]:
    """Give a line run by run; as one, where its charset has a meaning for what lies between."""
    stretches: list[Stretch] = []
    at = line.start
    for run in runs:
        stretches.append((Span(at, run.start), words[at : run.start], None))
        raw = run.of(words)
        shown = decode(raw)
        stretches.append((run, shown, None if shown == raw else decode))
        at = run.end
    stretches.append((Span(at, line.end), words[at : line.end], None))
    whole = decode(line.of(words))
    if "".join(shown for _, shown, _ in stretches) == whole:
        yield from stretches
    else:
        yield line, whole, decode


def _from_wide(words: str, decode: _Unwrap) -> Iterator[Stretch]:
    """Give each character of a charset whose characters all have two bytes or four."""
    name = charsets.with_byte_order(decode.unpack(words), decode.charset)
    reader = codecs.getincrementaldecoder(name)()
    inner = _Unwrap(decode.unpack, name)
    stretches: list[tuple[Span, str]] = []
    start, shown = -1, ""
    try:
        for unit in _UNIT.finditer(words):
            raw = unit.group()
            data = decode.unpack(raw) if raw[0] == "=" else _unpack_bytes(raw)
            start = unit.start() if data and start < 0 else start
            shown += reader.decode(data)
            if shown and not reader.getstate()[0]:
                stretches.append((Span(start, unit.end()), shown))
                start, shown = -1, ""
    except UnicodeError:
        stretches = []
    is_sure = decode.unpack is _unpack_bytes  # nothing is taken out between the characters
    if not stretches or not (
        is_sure or all(inner(place.of(words)) == text for place, text in stretches)
    ):
        yield Span(0, len(words)), decode(words), decode
        return
    for place, shown in stretches[_begins_with_bom(stretches[0][1], name, decode.charset) :]:
        yield place, shown, inner


def _begins_with_bom(shown: str, name: str, charset: str) -> bool:
    """Tell whether what is shown is nothing but the mark that told the order of the bytes."""
    return shown == _BOM and name != charset


def _from_base64_lines(words: str, charset: str) -> Iterator[Stretch]:
    """Give what lines of base64 stand for, and what follows them as it stands."""
    lines = _BASE64_LINES.match(words)
    end = lines.end() if lines else 0
    if end < len(words) and _FIRST_DIGITS.match(words) is None:
        yield from _from_bytes(words, charset)
        return
    data = _unpack_base64(words[:end])
    if _NO_DIGIT.search(words, 0, end) and charsets.of(data, charset) == charsets.LAST_RESORT:
        raise PartError("damaged base64; save the mail anew, or exclude it")
    yield from _from_base64(words[:end], charset)
    for place, shown, decode in _from_bytes(words[end:], charset):
        yield place.shift(end), shown, decode


def _from_base64(words: str, charset: str) -> Iterator[Stretch]:
    """Give the smallest groups of four digits that hold whole characters.

    Where characters end inside of a group, it belongs to both stretches.
    """
    data = _unpack_base64(words)
    name = charsets.with_byte_order(data, charsets.of(data, charset))
    decode = _Unwrap(_unpack_base64, name)
    digits = [digit.start() for digit in re.finditer(r"[A-Za-z0-9+/]", words)]
    reader = codecs.getincrementaldecoder(name)()
    stretches: list[Stretch] = []
    start = 0
    at = 0
    while at < len(data):
        # A character that began in an earlier group is not joined with those that begin in this.
        step = at + 3 if start == at and at % 3 == 0 else at + 1
        try:
            shown = reader.decode(data[at:step])
        except UnicodeError:
            stretches = []
            break
        at = min(step, len(data))
        if not shown:
            continue
        end = at - len(reader.getstate()[0])
        first, last = start // 3 * 4, min((end + 2) // 3 * 4, len(digits))
        place = Span(digits[first], digits[last - 1] + 1)
        whole = start % 3 == 0 and end == min((end + 2) // 3 * 3, len(data))
        inner = decode if whole else _Amid(decode, start % 3, end - start // 3 * 3)
        stretches.append((place, shown, inner))
        start = end
    plain = codecs.lookup(name).name in _STATELESS
    if stretches and (
        plain or all(one(place.of(words)) == text for place, text, one in stretches if one)
    ):
        yield from stretches[_begins_with_bom(stretches[0][1], name, charset) :]
    elif digits:  # a charset whose characters depend on those before
        yield Span(digits[0], digits[-1] + 1), decode(words), decode
