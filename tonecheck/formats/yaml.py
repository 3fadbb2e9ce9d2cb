"""YAML: the values of its core schema, and the place of each.

A plain `true` is a boolean, `12` a number and `~` nothing; `yes`, `012` and a date stay the strings
that they look like. The last of several equal keys counts, and is an error beside the values.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from tonecheck.errors import InputError, brief
from tonecheck.formats.tree import Document, DocumentError, Node
from tonecheck.late import late
from tonecheck.text import Source

if TYPE_CHECKING:
    import yaml

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_FLAGS = {name: name[0] in "tT" for name in "true True TRUE false False FALSE".split()}
# Of more digits, it is the name of something: no number is made of it that would lose some.
_WHOLE = late(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = late(r"-?(?:0|[1-9][0-9]{0,14})\.[0-9]{1,14}(?:[eE][-+]?[0-9]{1,2})?")
_TYPES = frozenset(f"tag:yaml.org,2002:{name}" for name in ("null", "bool", "int", "float"))
_UNREADABLE = late(r"\A\ufeff|[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_DEEPEST = 100
_MOST_ALIASED = 100_000
"""Values that may be there again by aliases; a few lines could make billions of them."""


def documents(source: Source) -> Iterator[Document | DocumentError]:
    """Give the documents of a file; those before one that is no YAML can still be read.

    Raises `InputError` for a file with characters that YAML does not allow.
    """
    read = list(_read(source))
    several = sum(isinstance(entry, Node) for entry in read) > 1
    number = 0
    for entry in read:
        if isinstance(entry, DocumentError):
            yield entry
        else:
            number += 1
            yield Document(entry, f"document {number}" if several else "")


def _read(source: Source) -> Iterator[Node | DocumentError]:
    import yaml

    if (wrong := _UNREADABLE.search(source.text)) is not None:
        place = source.position(wrong.start())
        raise InputError(
            f"{source.name}:{place.line}: not YAML: the character U+{ord(wrong.group()):04X} "
            f"(column {place.column}); write it as an escape in quotation marks, or take it out"
        )
    events = yaml.parse(source.text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    try:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                composer = _Composer(source, events)
                root = composer.value(next(events), 1).node
                if root.end > root.start or root.value is not None:
                    yield root
                yield from composer.errors
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        said = error.problem or error.context or "it cannot be read"
        yield _error(source, mark.index if mark is not None else 0, f"not YAML: {said}")
    except _Broken as broken:
        yield _error(source, broken.at, str(broken))


def _error(source: Source, at: int, text: str) -> DocumentError:
    place = source.position(min(at, len(source.text)))
    said = f"{text} (column {place.column}); mend it, or exclude the file"
    return DocumentError(f"{source.name}:{place.line}: {said}", place.line)


class _Broken(Exception):  # noqa: N818 - becomes a DocumentError
    def __init__(self, text: str, at: int) -> None:
        super().__init__(text)
        self.at = at


class _Made(NamedTuple):
    """A value, the number of values in it, itself and those of aliases included, and as a key."""

    node: Node
    weight: int
    name: str
    merges: bool = False


class _Composer:
    """Makes the nodes of one document out of the library's events."""

    def __init__(self, source: Source, events: Iterator[yaml.Event]) -> None:
        self._source = source
        self._events = events
        self._anchors: dict[str, _Made | None] = {}  # None: its value is being read
        self._aliased = 0
        self.errors: list[DocumentError] = []

    def value(self, event: yaml.Event, depth: int) -> _Made:
        """Give the value that begins with an event; it takes the events up to its end."""
        import yaml

        anchor = event.anchor if isinstance(event, yaml.NodeEvent) else None
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if anchor is not None:
            self._anchors[anchor] = None
        if isinstance(event, yaml.ScalarEvent):
            made = self._scalar(event)
        elif depth > _DEEPEST:
            raise _Broken(f"values lie more than {_DEEPEST} deep in each other", _start(event))
        elif isinstance(event, yaml.SequenceStartEvent):
            made = self._sequence(event, depth)
        else:
            made = self._mapping(event, depth)
        if anchor is not None:
            self._anchors[anchor] = made
        return made

    def _alias(self, event: yaml.AliasEvent) -> _Made:
        at, name = _start(event), brief(str(event.anchor))
        if event.anchor not in self._anchors:
            raise _Broken(f"no anchor ‘&{name}’ stands above the alias ‘*{name}’", at)
        made = self._anchors[event.anchor]
        if made is None:
            raise _Broken(f"the alias ‘*{name}’ stands inside what it repeats", at)
        self._aliased += made.weight
        if self._aliased > _MOST_ALIASED:
            raise _Broken(f"aliases repeat more than {_MOST_ALIASED} values", at)
        return made._replace(merges=False)

    def _scalar(self, event: yaml.ScalarEvent) -> _Made:
        value: object = event.value
        if (event.implicit[0] and not event.style) or event.tag in _TYPES:
            value = _resolved(event.value)
        node = Node(value, _start(event), _end(event))
        merges = event.value == "<<" and bool(event.implicit[0])
        return _Made(node, 1, event.value, merges)

    def _sequence(self, start: yaml.SequenceStartEvent, depth: int) -> _Made:
        import yaml

        inside: list[Node] = []
        weight = 1
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            made = self.value(event, depth + 1)
            inside.append(made.node)
            weight += made.weight
        values = [node.value for node in inside]
        return self._made(start, event, values, inside, weight)

    def _mapping(self, start: yaml.Event, depth: int) -> _Made:
        import yaml

        own: dict[str, Node] = {}
        merged: dict[str, Node] = {}
        weight = 1
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.value(event, depth + 1)
            made = self.value(next(self._events), depth + 1)
            weight += key.weight + made.weight
            under = _mappings(made.node) if key.merges else None
            if under is not None:
                for mapping in under:
                    merged = dict(mapping) | merged
                continue
            if key.name in own:
                text = f"the key ‘{brief(key.name)}’ stands here for the second time"
                self.errors.append(_error(self._source, _start(event), text))
            own[key.name] = made.node
        inside = merged | own
        values = {name: node.value for name, node in inside.items()}
        return self._made(start, event, values, inside, weight)

    def _made(
        self,
        start: yaml.Event,
        end: yaml.Event,
        value: object,
        inside: dict[str, Node] | list[Node],
        weight: int,
    ) -> _Made:
        node = Node(value, _start(start), _end(end), inside)
        return _Made(node, weight, self._source.text[node.start : node.end])


def _start(event: yaml.Event) -> int:
    return 0 if event.start_mark is None else event.start_mark.index


def _end(event: yaml.Event) -> int:
    return 0 if event.end_mark is None else event.end_mark.index


def _mappings(node: Node) -> list[dict[str, Node]] | None:
    """Give the mappings that a merge key names, the strongest first; None if it names others."""
    nodes = node.inside if isinstance(node.inside, list) else [node]
    found = [entry.inside for entry in nodes if isinstance(entry.inside, dict)]
    return found if len(found) == len(nodes) else None


def _resolved(written: str) -> object:
    if written in _NOTHING:
        return None
    if written in _FLAGS:
        return _FLAGS[written]
    if _WHOLE.fullmatch(written):
        return int(written)
    if _DECIMAL.fullmatch(written):
        return float(written)
    return written
