"""The tokens of HTML, as browsers take them apart, each with its place.

A page that stops in the middle of a tag loses nothing: what cannot be a tag is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from html import unescape
from html.entities import html5
from typing import NamedTuple

from tonecheck.late import late
from tonecheck.text import Span

SPACE = " \\t\\n\\f\\r"
"""The white space of HTML, to stand in the brackets of a regex: not that of Unicode."""

_SIGN = re.compile(r"[<&]")
_NAME = re.compile(rf"[A-Za-z][^{SPACE}/>\ue000\ue001]*+")
_GAP = re.compile(rf"[{SPACE}/]*+")
_ATTRIBUTE = re.compile(rf"=?[^{SPACE}/>=]*+")
_EQUALS = re.compile(rf"[{SPACE}]*+=[{SPACE}]*+")
_UNQUOTED = late(rf"[^{SPACE}>]*+")
_COMMENT_END = late(r"--!?>")
_REFERENCE = re.compile(
    r"&(?:#(?:[0-9]++|[xX][0-9A-Fa-f]++);?|(?P<name>[A-Za-z][A-Za-z0-9]{0,31}+)(?P<end>;?))"
)
_LONGEST_NUMBER = 12  # digits of a character's number; longer ones are no character's
_LITERAL = frozenset("script style title textarea xmp iframe noembed noframes".split())


class Sort(Enum):
    """What a token is."""

    WORDS = auto()
    REFERENCE = auto()  # an entity or the number of a character
    OPEN = auto()
    CLOSE = auto()
    LITERAL = auto()  # what stands in an element that holds no markup, as style does
    COMMENT = auto()  # and what browsers take for one


class Token(NamedTuple):
    """A stretch of a page; `name` is in small letters, and an attribute maps to its value.

    `empty` tells that a tag ends in a slash.
    """

    sort: Sort
    span: Span
    name: str = ""
    attributes: Mapping[str, Span] = {}
    empty: bool = False


def tokens(page: str) -> Iterator[Token]:
    """Give the tokens of a page in order, end to end."""
    scanner = _Scanner(page)
    start = at = 0
    while sign := _SIGN.search(page, at):
        here = sign.start()
        token = scanner.reference(here) if sign.group() == "&" else scanner.markup(here)
        if token is None:
            at = here + 1
            continue
        if start < here:
            yield Token(Sort.WORDS, Span(start, here))
        yield token
        start = at = token.span.end
        if token.sort is Sort.OPEN and token.name in _LITERAL:
            at = scanner.literal(token)
            if at > start:
                yield Token(Sort.LITERAL, Span(start, at), token.name)
            start = at
    if start < len(page):
        yield Token(Sort.WORDS, Span(start, len(page)))


def runs(page: str, within: Span, *, attribute: bool = False) -> Iterator[Token]:
    """Give the words and references in a stretch that holds no markup."""
    start = at = within.start
    while (here := page.find("&", at, within.end)) >= 0:
        end = _reference(page, here, within.end, attribute=attribute)
        at = end or here + 1
        if end:
            if start < here:
                yield Token(Sort.WORDS, Span(start, here))
            yield Token(Sort.REFERENCE, Span(here, end))
            start = end
    if start < within.end:
        yield Token(Sort.WORDS, Span(start, within.end))


def character(raw: str) -> str:
    """Give what a reference stands for; of numbers that are no character's, what browsers show."""
    return unescape(raw) if len(raw) < _LONGEST_NUMBER or raw[1] != "#" else _numbered(raw)


def _numbered(raw: str) -> str:
    """Give a character by its number, which may have zeros before it, or far too many digits."""
    digits = raw[2:].rstrip(";")
    base = "x" if digits[0] in "xX" else ""
    digits = digits[len(base) :].lstrip("0") or "0"
    return unescape(f"&#{base}{digits};") if len(digits) < _LONGEST_NUMBER else "\ufffd"


def _reference(page: str, start: int, stop: int, *, attribute: bool = False) -> int:
    """Give where the reference that begins here ends, 0 when there is none.

    A name may lack its semicolon and run on into a word, but not in an attribute.
    """
    found = _REFERENCE.match(page, start, stop)
    if found is None:
        return 0
    name = found["name"]
    if name is None or (found["end"] and f"{name};" in html5):
        return found.end()
    length = next((length for length in range(len(name), 1, -1) if name[:length] in html5), 0)
    end = start + 1 + length
    if not length or (attribute and re.match(r"[\w=]", page[end : min(end + 1, stop)])):
        return 0
    return end


class _Scanner:
    """Reads one token at a time, and remembers what it looked for in vain."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._last_end = page.rfind(">")
        self._last_section = page.rfind("]]>")
        self._loose = False  # quotation marks do not pair: every tag ends at its first bracket
        self._unclosed: set[str] = set()

    def reference(self, start: int) -> Token | None:
        end = _reference(self._page, start, len(self._page))
        return Token(Sort.REFERENCE, Span(start, end)) if end else None

    def markup(self, start: int) -> Token | None:
        """Give the tag or comment that begins here; None where the bracket is text."""
        page = self._page
        if page.startswith("<!--", start):
            return Token(Sort.COMMENT, Span(start, self._end_of_comment(start + 4)))
        if start > self._last_end:
            return None
        if page.startswith(("<!", "<?"), start):
            if page.startswith("<![CDATA[", start) and start < self._last_section:
                return Token(Sort.COMMENT, Span(start, page.index("]]>", start) + 3))
            return Token(Sort.COMMENT, Span(start, page.index(">", start) + 1))
        closes = page.startswith("/", start + 1)
        name = _NAME.match(page, start + 1 + closes)
        if name is None:
            end = page.index(">", start) + 1
            return Token(Sort.COMMENT, Span(start, end)) if closes else None
        sort = Sort.CLOSE if closes else Sort.OPEN
        end, attributes = self._attributes(name.end())
        empty = page.startswith("/", end - 2)
        return Token(sort, Span(start, end), name.group().lower(), attributes, empty)

    def literal(self, tag: Token) -> int:
        """Give where the content of an element without markup ends; never closed, it is the rest.

        One that was closed at once, as XHTML may, has none.
        """
        start = tag.span.end
        found = None
        if tag.name not in self._unclosed:
            end = re.compile(rf"</{tag.name}(?=[{SPACE}/>])", re.IGNORECASE)
            found = end.search(self._page, start)
        if found:
            return found.start()
        self._unclosed.add(tag.name)
        return start if tag.empty else len(self._page)

    def _end_of_comment(self, at: int) -> int:
        for short in (">", "->"):
            if self._page.startswith(short, at):
                return at + len(short)
        found = _COMMENT_END.search(self._page, at)
        return found.end() if found else len(self._page)

    def _attributes(self, at: int) -> tuple[int, dict[str, Span]]:
        """Give where a tag ends, and its attributes; of one given twice, the first counts."""
        page = self._page
        if not self._loose:
            found = self._quoted(at, len(page))
            if found is not None:
                return found
            self._loose = True
        end = page.index(">", at) + 1
        inner = self._quoted(at, end)
        return inner if inner is not None else (end, {})

    def _quoted(self, at: int, stop: int) -> tuple[int, dict[str, Span]] | None:
        """Read attributes up to a bracket outside of quotation marks; None when there is none."""
        page = self._page
        attributes: dict[str, Span] = {}
        while at < stop:
            gap = _GAP.match(page, at, stop)
            at = gap.end() if gap else at
            if page.startswith(">", at):
                return at + 1, attributes
            name = _ATTRIBUTE.match(page, at, stop)
            at = name.end() if name else at
            equals = _EQUALS.match(page, at, stop)
            value = Span(at, at)
            if equals:
                at = equals.end()
                quote = page[at : at + 1]
                if quote and quote in "\"'":
                    close = page.find(quote, at + 1, stop)
                    if close < 0:
                        return None
                    value, at = Span(at + 1, close), close + 1
                else:
                    plain = _UNQUOTED.match(page, at, stop)
                    value = Span(at, plain.end() if plain else at)
                    at = value.end
            if name:
                attributes.setdefault(name.group().lower(), value)
        return None
