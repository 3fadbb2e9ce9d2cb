"""Markdown, read as the customer sees it rendered: without markup, line by line.

Variables and tags of templates are hidden from the parser under letters of the same length, so
that they stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape

from markdown_it.token import Token

from tonecheck.formats import commonmark, plain
from tonecheck.formats.commonmark import Unit
from tonecheck.message import Mark, Message, Part, Region, What
from tonecheck.text import Decoder, Origin, Source, Span

_VEIL = "\ue000"  # a letter to Markdown: neither space nor punctuation
_TAG = re.compile(
    r"\{\{\{?[^{}\n]{1,200}\}\}\}?"
    r"|\{%[^%{\n]{1,200}%\}"
    r"|\{#[^#{\n]{1,200}#\}"
    r"|\*\|[^|*\n]{1,80}\|\*"
    r"|[$#%]\{[^{}\n]{1,80}\}"
    r"|<<[ ]?\w[\w .-]{0,80}>>"
    r"|\[\[[ ]?\w[\w .-]{0,80}\]\](?![\[(:])"
    r"|<%[^%<\n]{1,200}%>"
)
# What stands in angle brackets and is no element of HTML was meant to be filled in: `<first name>`.
_BLANK = re.compile(r"<([A-Za-z][A-Za-z0-9-]{0,40})(?: [\w'-]{1,40}){0,5}>")
_CLOSED = re.compile(r"</([A-Za-z][A-Za-z0-9-]{0,40})")
_ELEMENTS = frozenset(
    (
        "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink "
        "blockquote body br button canvas caption center cite code col colgroup data datalist dd "
        "del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form "
        "frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd "
        "label legend li link main map mark marquee math menu meta meter nav nobr noframes "
        "noscript object ol optgroup option output p param picture plaintext pre progress q rb rp "
        "rt rtc ruby s samp script search section select slot small source span strike strong "
        "style sub summary sup svg table tbody td template textarea tfoot th thead time title tr "
        "track tt u ul var video wbr xmp"
    ).split()
)
_KEY = re.compile(r"#|[\w-]+[ \t]*:")
_HIDDEN = re.compile(r"<(script|style)\b", re.IGNORECASE)
_INLINE = re.compile(
    r"<!--|</?(?:a|abbr|b|code|del|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|u)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(r"</?[A-Za-z]|<[!?]|&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z0-9]{2,31});")

_MOST_LINES = 100_000
_MOST_MARKUP = 100_000  # characters that could be markup; a megabyte of prose has fewer

_Stretch = tuple[Span, str, Decoder | None]


def read(source: Source) -> tuple[Message, ...]:
    """Give the file as one message; code blocks and block quotes are regions of their own.

    No letter is so long that its markup takes seconds to read: of a page with more, paragraphs
    are shown as they stand. One of very many lines, or whose quotes and lists lie deeper in each
    other than Markdown is read, is taken as plain text.
    """
    page, unified = _unified(source.text)
    if page.count("\n") > _MOST_LINES:
        return plain.read(source)
    blanks = _blanks(page)
    veiled = _TAG.sub(lambda tag: _VEIL * len(tag.group()), page.replace("\0", "\ufffd"))
    veiled = _BLANK.sub(
        lambda found: _VEIL * len(found.group()) if found[1] in blanks else found.group(), veiled
    )
    start = _front_matter(page)
    veiled = re.sub(r"[^\n]", " ", veiled[:start]) + veiled[start:]
    tokens, env = commonmark.blocks(veiled)
    if commonmark.cut_short(tokens):
        return plain.read(source)
    starts = [0, *(end.end() for end in re.finditer("\n", page)), len(page)]
    draft = _Draft(page, start, blanks)
    depth, left = 0, _MOST_MARKUP
    for token in tokens:
        if token.type in ("blockquote_open", "blockquote_close"):
            depth += token.nesting
        own = Part.HISTORY if depth else Part.BODY
        if token.type == "inline":
            spans = token.meta["spans"]
            content = "".join(span.of(veiled) for span in spans)
            cost = commonmark.cost(content)
            if cost > left:
                draft.add_prose(own, spans, commonmark.unparsed(content))
                continue
            left -= cost
            draft.add_prose(own, spans, commonmark.units(content, env))
        elif token.type == "html_block":
            draft.add_html(own, _lines(token, veiled, starts))
        elif token.type in ("fence", "code_block"):
            words, origin = _place(_lines(token, veiled, starts), page)
            draft.add(own if depth else Part.CODE, words, origin)
    return (draft.message(source, unified),)


def _unified(page: str) -> tuple[str, Origin]:
    """Give the text with line feeds for line ends, and its origin."""
    if "\r" not in page:
        return page, Origin.verbatim(len(page))
    parts: list[_Stretch] = []
    at = 0
    for end in re.finditer(r"\r\n?", page):
        parts.append((Span(at, end.start()), page[at : end.start()], None))
        at = end.end()
        if end.group() == "\r\n":
            parts.append((Span(at - 1, at), "\n", None))
        else:
            parts.append((Span(at - 1, at), "\n", commonmark.line_feed))
    parts.append((Span(at, len(page)), page[at:], None))
    return Origin.build(parts)


def _blanks(page: str) -> frozenset[str]:
    """Give the first words of what angle brackets ask for: no elements of HTML, nowhere closed."""
    closed = {found[1].lower() for found in _CLOSED.finditer(page)}
    words = {found[1] for found in _BLANK.finditer(page)}
    return frozenset(word for word in words if word.lower() not in _ELEMENTS | closed)


def _front_matter(page: str) -> int:
    """Give the length of the metadata at the top: between lines of `---`, a key first."""
    lines = page.split("\n") if page.startswith("---") else []
    if len(lines) < 3 or lines[0].rstrip() != "---" or not _KEY.match(lines[1]):
        return 0
    at = 0
    for number, line in enumerate(lines):
        at += len(line) + 1
        if number and line.rstrip() in ("---", "..."):
            return min(at, len(page))
    return 0


def _place(spans: Sequence[Span], page: str) -> tuple[str, Origin]:
    return Origin.build((span, span.of(page), None) for span in spans)


def _lines(token: Token, page: str, starts: Sequence[int]) -> list[Span]:
    """Give the lines of a block's literal content, each with its line end."""
    first = (token.map or (0, 0))[0] + (token.type == "fence")
    spans: list[Span] = []
    for number, line in enumerate(token.content.split("\n"), first):
        if not line and number >= first + token.content.count("\n"):
            break
        start, end = starts[number], starts[number + 1]
        words = page[start:end].removesuffix("\n")
        indented = line if words.endswith(line) else line.lstrip(" ")  # a tab, taken apart
        spans.append(Span(start + len(words) - len(indented), end))
    return spans


def _shown(words: str, blanks: frozenset[str]) -> Iterator[_Stretch]:
    """Give what an HTML block shows: its words, with a blank line for a tag that parts them."""
    at = 0
    while found := _MARKUP.search(words, at):
        yield Span(at, found.start()), words[at : found.start()], None
        start, at = found.span()
        blank = _BLANK.match(words, start)
        if blank and blank[1] in blanks:
            at = blank.end()
            yield Span(start, at), blank.group(), None
            continue
        if words[start] == "&":
            yield Span(start, at), unescape(found.group()), unescape
            continue
        at = _end_of_markup(words, start)
        if not _INLINE.match(words, start):
            yield Span(start, at), "\n\n", _blank_line
    yield Span(at, len(words)), words[at:], None


def _end_of_markup(words: str, start: int) -> int:
    hidden = _HIDDEN.match(words, start)
    if words.startswith("<!--", start):
        mark = "-->"
    elif hidden:
        mark = f"</{hidden.group(1)}>"
    else:
        mark = ">"
    end = words.find(mark, start)
    return len(words) if end < 0 else end + len(mark)


def _blank_line(_raw: str) -> str:
    return "\n\n"


def _tab(_raw: str) -> str:
    return "\t"


@dataclass
class _Draft:
    """A message as it grows, block by block; of what lies between them, line ends are kept."""

    page: str
    cursor: int
    blanks: frozenset[str]
    parts: list[_Stretch] = field(default_factory=list)
    length: int = 0
    borders: list[tuple[int, Part]] = field(default_factory=list)
    blocks: list[Span] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def add_prose(self, part: Part, spans: Sequence[Span], units: Sequence[Unit]) -> None:
        """Append a paragraph, heading, list item or cell: a block of its own."""
        content, inner = _place(spans, self.page)
        stretches: list[_Stretch] = []
        code: dict[int, Span] = {}
        length = 0
        for unit in units:
            raw = unit.span.of(content)
            shown = unit.decode(raw) if unit.decode else raw
            stretches.append((unit.span, shown, unit.decode))
            if unit.code is not None and shown:
                start = code[unit.code].start if unit.code in code else length
                code[unit.code] = Span(start, length + len(shown))
            length += len(shown)
        words, origin = Origin.build(stretches)
        start = len(words) - len(words.lstrip())
        block = Span(start, max(start, len(words.rstrip())))
        at = self.add(part, words, origin.then(inner), [block])
        self.marks.extend(Mark(What.CODE, span.shift(at)) for span in code.values())

    def add_html(self, part: Part, spans: Sequence[Span]) -> None:
        """Append an HTML block without its tags and comments."""
        content, inner = _place(spans, self.page)
        words, origin = Origin.build(_shown(content, self.blanks))
        blocks = tuple(plain.paragraphs(words, Span(0, len(words))))
        self.add(part, words, origin.then(inner), blocks)

    def add(self, part: Part, words: str, origin: Origin, blocks: Sequence[Span] = ()) -> int:
        """Append a stretch whose origin leads into the page; give where in the text it begins."""
        if not words:
            return self.length
        self._fill(origin.pieces[0].source.start, apart=self.length > 0)
        start = self.length
        if not self.borders or self.borders[-1][1] is not part:
            self.borders.append((start if self.borders else 0, part))
        self.blocks.extend(block.shift(start) for block in blocks if len(block))
        for piece in origin.pieces:
            self._push(piece.source, piece.text.of(words), piece.decode)
        self.cursor = origin.pieces[-1].source.end
        return start

    def message(self, source: Source, unified: Origin) -> Message:
        """Give the finished message; `unified` leads from the page into the file."""
        self._fill(len(self.page), apart=False)
        words, origin = Origin.build(self.parts)
        borders = self.borders or [(0, Part.BODY)]
        ends = [*(start for start, _ in borders[1:]), len(words)]
        return Message(
            source=source,
            text=words,
            origin=origin.then(unified),
            regions=tuple(
                Region(part, Span(start, end))
                for (start, part), end in zip(borders, ends, strict=True)
                if start < end
            ),
            blocks=tuple(self.blocks),
            marks=tuple(self.marks),
        )

    def _fill(self, until: int, *, apart: bool) -> None:
        """Keep the line ends up to a place; `apart` asks for something between two blocks."""
        before = self.length
        at = self.page.find("\n", self.cursor, until)
        while at >= 0:
            self._push(Span(at, at + 1), "\n", None)
            at = self.page.find("\n", at + 1, until)
        if apart and self.length == before and not self._on_new_line():
            self._push(Span(self.cursor, until), "\t", _tab)

    def _on_new_line(self) -> bool:
        return self.parts[-1][1].endswith("\n")

    def _push(self, span: Span, words: str, decode: Decoder | None) -> None:
        if words:
            self.parts.append((span, words, decode))
            self.length += len(words)
