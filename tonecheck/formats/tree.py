"""What files of many records are read into: plain values, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tonecheck.errors import InputError
from tonecheck.message import Slot
from tonecheck.text import Decoder, Origin, Piece, Source, Span


class Node(NamedTuple):
    """A value as the format's own library gives it, and the range of the file that it fills.

    `inside` are the nodes of an object's members or a list's elements, under the same keys as
    the values.
    """

    value: object
    start: int
    end: int
    inside: Mapping[str, Node] | Sequence[Node] = ()

    def at(self, location: Sequence[str | int]) -> Node:
        """Give the node at a location; raises `LookupError` where there is none."""
        node = self
        for step in location:
            inside = node.inside
            node = inside[str(step)] if isinstance(inside, Mapping) else inside[int(step)]
        return node


class DocumentError(InputError):
    """A document that cannot be read; the file's others can."""

    def __init__(self, text: str, line: int) -> None:
        super().__init__(text)
        self.line = line


class Document(NamedTuple):
    """A value that does not lie in another one: a whole file, or one of its lines.

    `name` says which of the file's documents it is; a file's only one has none.
    """

    root: Node
    name: str = ""


class Reader(NamedTuple):
    """How a format is read.

    `documents` gives what the file holds, in order, and an error in place of a document that
    cannot be read; it raises `InputError` where that costs the others too. `locate` tells where the
    characters of a string come from, and the slot that it fills.
    """

    documents: Callable[[Source], Iterator[Document | DocumentError]]
    locate: Callable[[Source, Node], tuple[Origin, Slot]]


Stretch = tuple[Span, str, Decoder | None]
"""A place in the file, the text it stands for, and what decodes it (None: it is that text)."""


def origin_of(value: str, parts: Iterable[Stretch], whole: Span) -> Origin:
    """Give the origin of a string that was taken apart, held against the library's value.

    Where the two differ, the string is one piece: all of `whole`.
    """
    read, origin = Origin.build(parts)
    if read == value:
        return origin
    return Origin((Piece(Span(0, len(value)), whole, _Known(value)),) if value else ())


@dataclass(frozen=True, slots=True)
class _Known:
    """Decodes a stretch of a file that the library read, and that we cannot take apart."""

    value: str

    def __call__(self, raw: str) -> str:
        del raw
        return self.value


def double_quoted(words: str) -> str:
    """Write words as YAML and TOML want them between double quotes."""
    return "".join(map(_coded, words))


def _coded(sign: str) -> str:
    if sign in '"\\':
        return "\\" + sign
    if sign == "\n":
        return "\\n"
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"
