"""CommonMark with tables and strikethrough, and the place of every character it shows.

markdown-it says only on which lines a block stands. Its own rules decide everything here, but
each runs inside one of ours, which notes what the rule consumed and where that stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.rules_block import StateBlock, heading, lheading, paragraph, table
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    newline,
    strikethrough,
    text,
)
from markdown_it.token import Token

from tonecheck.text import Decoder, Span

Env = MutableMapping[str, Any]
"""What markdown-it carries from the blocks to their content: the link definitions."""

_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_TITLE_MARKS = re.compile(r"#{1,6}")

_InlineRule = Callable[[StateInline, bool], bool]
_BlockRule = Callable[[StateBlock, int, int, bool], bool]


class Unit(NamedTuple):
    """A stretch of a block's content that is shown: as it stands, or decoded."""

    span: Span
    decode: Decoder | None = None
    code: int | None = None  # where the code span begins that it belongs to
    loose: bool = False  # its trailing spaces are dropped before a line end
    marker: Token | None = None  # of emphasis: shown only when it has no partner


def blocks(page: str) -> tuple[list[Token], Env]:
    """Give the block tokens of a page whose line ends are line feeds.

    `meta["spans"]` of an inline token are the ranges of the page that make up its content.
    """
    env: Env = {}
    tokens: list[Token] = []
    _parser().block.parse(page, _parser(), env, tokens)
    return tokens, env


def cut_short(tokens: list[Token]) -> bool:
    """Tell whether blocks lie so deep in each other that markdown-it leaves out what they hold."""
    return any(token.level + 1 >= _parser().options.maxNesting for token in tokens)


def cost(content: str) -> int:
    """Tell how many characters of a block's content could be markup: each is a round of rules."""
    return sum(1 for _ in _parser().inline.terminator_re.finditer(content))


def unparsed(content: str) -> list[Unit]:
    """Give a block's content as it stands, markup and all."""
    return [Unit(Span(0, len(content)))]


def units(content: str, env: Env) -> list[Unit]:
    """Give what is shown of a block's content, in order."""
    env = {**env, "units": []}
    try:
        _parser().inline.parse(content, _parser(), env, [])
    except RecursionError:  # images nested hundreds deep
        return unparsed(content)
    return _settled(env["units"])


def _settled(found: Sequence[Unit]) -> list[Unit]:
    return [unit for unit in found if unit.marker is None or unit.marker.content]


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.inline.ruler2.disable("fragments_join")  # it would reuse the tokens of markers
    inline = parser.inline.ruler
    inline.at("text", _noting(text, _text))
    inline.at("newline", _noting(newline, _newline))
    inline.at("escape", _noting(escape, _escape))
    inline.at("backticks", _noting(backtick, _backticks))
    inline.at("strikethrough", _noting(strikethrough.tokenize, _markers))
    inline.at("emphasis", _noting(emphasis.tokenize, _markers))
    inline.at("image", _image)
    inline.at("autolink", _noting(autolink, _autolink))
    inline.at("html_inline", _noting(html_inline, _tag))
    inline.at("entity", _noting(entity, _entity))
    inline.push("rest", _rest)
    block = parser.block.ruler
    block.at("table", _placing(table, _cells), {"alt": ["paragraph", "reference"]})
    block.at(
        "heading", _placing(heading, _title), {"alt": ["paragraph", "reference", "blockquote"]}
    )
    block.at("lheading", _placing(lheading, _rows))
    block.at("paragraph", _placing(paragraph, _rows))
    return parser


# What inline rules show


def _noting(
    rule: _InlineRule, note: Callable[[StateInline, int, int], Iterator[Unit]]
) -> _InlineRule:
    """Run a rule, then note what it shows of what it consumed."""

    def run(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
        start, known = state.pos, len(state.tokens)
        done = rule(state, silent)
        if done and not silent:
            state.env["units"].extend(note(state, start, known))
        return done

    return run


def _text(state: StateInline, start: int, _known: int) -> Iterator[Unit]:
    yield Unit(Span(start, state.pos), loose=True)


def _rest(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Note a character that no rule wants; markdown-it then shows it."""
    if not silent:
        state.env["units"].append(Unit(Span(state.pos, state.pos + 1), loose=True))
    return False


def _newline(state: StateInline, start: int, _known: int) -> Iterator[Unit]:
    noted: list[Unit] = state.env["units"]
    end = start
    while noted and noted[-1].loose and noted[-1].span.end == end:
        span = noted.pop().span
        end = span.start + len(span.of(state.src).rstrip(" "))
        if end > span.start:
            yield Unit(Span(span.start, end), loose=True)
            break
    yield Unit(Span(start, start + 1))


def _escape(state: StateInline, start: int, _known: int) -> Iterator[Unit]:
    token = state.tokens[-1]
    if token.type == "hardbreak":
        yield Unit(Span(start + 1, start + 2))
    else:
        yield Unit(Span(start + len(token.markup) - len(token.content), state.pos))


def _entity(state: StateInline, start: int, _known: int) -> Iterator[Unit]:
    yield Unit(Span(start, state.pos), _character)


def _markers(state: StateInline, start: int, known: int) -> Iterator[Unit]:
    end = state.pos
    found: list[Unit] = []
    for token in reversed(state.tokens[known:]):
        if end == start:  # what comes before is pending text
            break
        span = Span(end - len(token.content), end)
        found.append(Unit(span, marker=token))
        end = span.start
    return reversed(found)


def _backticks(state: StateInline, start: int, known: int) -> Iterator[Unit]:
    if len(state.tokens) == known:  # no closing run
        yield Unit(Span(start, state.pos), loose=True)
        return
    token = state.tokens[-1]
    inner = Span(start + len(token.markup), state.pos - len(token.markup))
    if len(token.content) < len(inner):
        inner = Span(inner.start + 1, inner.end - 1)
    at = inner.start
    for end in re.finditer("\n", inner.of(state.src)):
        here = inner.start + end.start()
        yield Unit(Span(at, here), code=start)
        yield Unit(Span(here, here + 1), _space, code=start)
        at = here + 1
    yield Unit(Span(at, inner.end), code=start)


def _autolink(state: StateInline, start: int, _known: int) -> Iterator[Unit]:
    inner = Span(start + 1, state.pos - 1)
    shown = state.tokens[-2].content
    yield Unit(inner, None if shown == inner.of(state.src) else _address)


def _tag(state: StateInline, start: int, _known: int) -> Iterator[Unit]:
    if _BREAK.fullmatch(state.src, start, state.pos):
        yield Unit(Span(start, state.pos), line_feed)


def _image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Note what the image's own parse of its description shows."""
    if silent:
        return image(state, silent)
    start = state.pos + len("![")
    outer: list[Unit] = state.env["units"]
    inner: list[Unit] = []
    state.env["units"] = inner
    done = image(state, silent)
    state.env["units"] = outer
    for unit in _settled(inner):
        code = None if unit.code is None else unit.code + start
        outer.append(unit._replace(span=unit.span.shift(start), code=code, marker=None))
    return done


def line_feed(_raw: str) -> str:
    """Give a line feed, whatever stands in the file."""
    return "\n"


def _space(_raw: str) -> str:
    return " "


def _character(raw: str) -> str:
    """Give what an entity stands for; unescapeAll leaves the numbers of no character alone."""
    shown = unescapeAll(raw)
    return "\ufffd" if shown == raw else shown


def _address(raw: str) -> str:
    return _parser().normalizeLinkText(raw)


# Where blocks take their content from


def _placing(
    rule: _BlockRule, place: Callable[[StateBlock, list[Token]], Iterator[list[Span]]]
) -> _BlockRule:
    """Run a rule, then tell its inline tokens where their content stands."""

    def run(state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        known = len(state.tokens)
        done = rule(state, line, end, silent)
        if done and not silent:
            added = [token for token in state.tokens[known:] if token.type == "inline"]
            for token, spans in zip(added, place(state, added), strict=True):
                token.meta["spans"] = spans
        return done

    return run


def _row(state: StateBlock, line: int) -> Span:
    """Give a line without the indent and markers of what it stands in."""
    start = state.bMarks[line] + state.tShift[line]
    return Span(start, max(start, state.eMarks[line]))


def _rows(state: StateBlock, added: list[Token]) -> Iterator[list[Span]]:
    for token in added:
        first, last = token.map or (0, 0)
        rows = [_row(state, line) for line in range(first, last)]
        ends = [Span(row.end, row.end + 1) for row in rows[:-1]]
        spans = [span for pair in zip(rows, ends, strict=False) for span in pair]
        yield _cut([*spans, *rows[-1:]], token.content, state.src)


def _title(state: StateBlock, added: list[Token]) -> Iterator[list[Span]]:
    for token in added:
        row = _row(state, (token.map or (0, 0))[0])
        marks = _TITLE_MARKS.match(state.src, row.start, row.end)
        start = marks.end() if marks else row.start
        lead = state.src[start : row.end].index(token.content[0]) if token.content else 0
        yield [Span(start + lead, start + lead + len(token.content))]


def _cells(state: StateBlock, added: list[Token]) -> Iterator[list[Span]]:
    for line, row in groupby(added, key=lambda token: (token.map or (0, 0))[0]):
        cells = _split(state.src, _row(state, line))
        for token in row:
            yield _cut(next(cells, []), token.content, state.src)


def _split(page: str, row: Span) -> Iterator[list[Span]]:
    """Give the spans of each cell of a row, without the backslashes before pipes in it."""
    cells: list[list[Span]] = [[]]
    at = row.start
    for pipe in re.finditer(r"\|", row.of(page)):
        here = row.start + pipe.start()
        if here > row.start and page[here - 1] == "\\":
            cells[-1].append(Span(at, here - 1))
            at = here
        else:
            cells[-1].append(Span(at, here))
            cells.append([])
            at = here + 1
    first = "".join(span.of(page) for span in cells[0])
    if len(cells) > 1 and not first.strip():  # the pipe that the row begins with
        del cells[0]
    cells[-1].append(Span(at, row.end))
    return iter(cells)


def _cut(spans: Sequence[Span], content: str, page: str) -> list[Span]:
    """Cut layout off both ends of what some ranges of the page make up, down to a content.

    Layout never holds the content's first or last character, whatever markdown-it strips.
    """
    if not content:
        return []
    words = "".join(span.of(page) for span in spans)
    start, end = words.index(content[0]), words.rindex(content[-1]) + 1
    kept: list[Span] = []
    at = 0
    for span in spans:
        inner = Span(max(start, at), max(start, at, min(end, at + len(span))))
        if len(inner):
            kept.append(inner.shift(span.start - at))
        at += len(span)
    return kept
