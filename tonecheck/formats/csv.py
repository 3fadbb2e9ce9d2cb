"""CSV and TSV: a record for each row, its cells under the names in the header line.

Cells are those that Python's csv reads. What divides them in CSV is what the header line has most
of: comma, semicolon or tab; a line `sep=;` above it, as Excel writes one, says so too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tonecheck.errors import brief
from tonecheck.formats.tree import Document, DocumentError, Node, Stretch, origin_of
from tonecheck.late import late
from tonecheck.message import Slot
from tonecheck.text import Origin, Source, Span

_DIVIDERS = ",;\t"
_SEP = late(r"sep=([,;\t|])(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_FIRST_ROW = late(r'[\r\n]*+(?:"(?:[^"]++|"")*+"|[^"\r\n]++|")*+')
_QUOTED = late(r'"(?:[^"]++|"")*+"')
_ROW_END = late(r"\r\n|\r|\n|\Z")
_TWO = late('""')


def comma_documents(source: Source) -> Iterator[Document | DocumentError]:
    """Give the rows of a file; a row of too few or too many cells is an error of its own."""
    told = _SEP.match(source.text)
    if told is not None:
        yield from _documents(source, told[1], told.end())
        return
    first = _FIRST_ROW.match(source.text)
    header = _QUOTED.sub("", first.group() if first is not None else "")
    yield from _documents(source, max(_DIVIDERS, key=header.count), 0)


def tab_documents(source: Source) -> Iterator[Document | DocumentError]:
    """Give the rows of a file whose cells are divided by tabs."""
    yield from _documents(source, "\t", 0)


def locate(source: Source, node: Node) -> tuple[Origin, Slot]:
    """Tell where the characters of a cell come from; its quotation marks are no part of it."""
    quoted = _QUOTED.match(source.text, node.start, node.end)
    if quoted is None:
        whole = Span(node.start, node.end)
        return origin_of(str(node.value), [(whole, whole.of(source.text), None)], whole), Slot(
            whole, str
        )
    inner = Span(node.start + 1, quoted.end() - 1)
    parts = [*_pieces(source.text, inner), _verbatim(source.text, quoted.end(), node.end)]
    return origin_of(str(node.value), parts, Span(node.start, node.end)), Slot(inner, _doubled)


def _pieces(text: str, inner: Span) -> Iterator[Stretch]:
    at = inner.start
    for two in _TWO.finditer(text, inner.start, inner.end):
        yield _verbatim(text, at, two.start())
        at = two.end()
        yield Span(two.start(), at), '"', _single
    yield _verbatim(text, at, inner.end)


def _verbatim(text: str, start: int, end: int) -> Stretch:
    return Span(start, end), text[start:end], None


def _single(raw: str) -> str:
    return raw.replace('""', '"')


def _doubled(words: str) -> str:
    return words.replace('"', '""')


class _Row(NamedTuple):
    """The cells of a row; `broken` where a quotation mark is opened and never closed."""

    start: int
    cells: list[Node]
    broken: bool = False

    @property
    def blank(self) -> bool:
        """Tell whether no cell has a word."""
        return not self.broken and not any(str(cell.value).strip() for cell in self.cells)


@cache
def _cell(divider: str) -> re.Pattern[str]:
    other = rf"[^{re.escape(divider)}\r\n]*+"
    return re.compile(
        rf'(?:"(?P<quoted>(?:[^"]++|"")*+)(?P<closed>"(?P<tail>{other}))?|(?P<plain>{other}))'
    )


def _rows(text: str, divider: str, at: int) -> Iterator[_Row]:
    cell = _cell(divider)
    while at < len(text):
        row = _Row(at, [])
        while True:
            found = cell.match(text, at)
            if found is None or (found["plain"] is None and not found["closed"]):
                yield row._replace(broken=True)
                return
            value = found["plain"]
            if value is None:
                value = _single(found["quoted"]) + found["tail"]
            at = found.end()
            row.cells.append(Node(value, found.start(), at))
            if text[at : at + 1] != divider:
                break
            at += 1
        yield row
        end = _ROW_END.match(text, at)
        at = end.end() if end is not None else len(text)


def _documents(source: Source, divider: str, at: int) -> Iterator[Document | DocumentError]:
    names: list[str] | None = None
    for row in _rows(source.text, divider, at):
        line = source.position(row.start).line
        if row.blank:
            continue
        if row.broken:
            said = "a quotation mark is opened in this row and not closed; close it"
        elif names is None:
            names = [str(cell.value).strip() for cell in row.cells]
            twice = next((name for name in names if name and names.count(name) > 1), None)
            if twice is None:
                continue
            said = f"two columns bear the name ‘{brief(twice)}’, only the last is read; rename one"
        elif len(row.cells) < len(names):
            said = (
                f"{_cells(len(row.cells))}, and the header line has {len(names)}; "
                "add what is missing"
            )
        elif any(str(cell.value).strip() for cell in row.cells[len(names) :]):
            said = (
                f"{_cells(len(row.cells))}, and the header line has {len(names)}; "
                "put what holds a divider in quotation marks"
            )
        else:
            inside = {name: cell for name, cell in zip(names, row.cells, strict=False) if name}
            values = {name: cell.value for name, cell in inside.items()}
            root = Node(values, row.start, row.cells[-1].end, inside)
            yield Document(root, f"line {line}")
            continue
        yield DocumentError(f"{source.name}:{line}: {said}", line)


def _cells(number: int) -> str:
    return f"{number} cell{'s' * (number != 1)}"
