"""Records read as their `[[sources]]` entries say: a message for each text that they find."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from tonecheck.finding import Failure, NotRead
from tonecheck.formats import Format, Notation, read, reader
from tonecheck.formats.tree import Document, DocumentError, Node
from tonecheck.message import Context, Message
from tonecheck.sources import Contents, Fixed, SourceEntry, values
from tonecheck.sources.query import Location, find, shown
from tonecheck.text import Source, Span

T = TypeVar("T")

_MOST_NAMES = 4


def read_records(source: Source, notation: Notation, entries: Sequence[SourceEntry]) -> Contents:
    """Give the messages of a file, and the records that failed or have no text.

    A text that two entries find is read as the first of them says; one that stands in several
    places by an alias is one message with the ids of all. Raises `InputError` when the
    file cannot be read at all.
    """
    reading = _Reading(source, notation, entries)
    for document in reader(notation).documents(source):
        if isinstance(document, DocumentError):
            reading.failures.append(Failure(source.name, str(document), document.line))
        else:
            reading.add(document)
    if not reading.records and not reading.failures:
        reading.not_read.append(NotRead(source.name, None, "no records"))
    return Contents(reading.named(), tuple(reading.failures), tuple(reading.not_read))


class _RecordError(Exception):
    """Something in a record that cannot be used: where, and the sentence that says why."""

    def __init__(self, node: Node, key: str, path: str, text: str) -> None:
        super().__init__(f"{key} = {path}: {text}")
        self.node = node


class _Reading:
    """What was found in a file so far."""

    def __init__(self, source: Source, notation: Notation, entries: Sequence[SourceEntry]) -> None:
        self._source = source
        self._locate = reader(notation).locate
        self._entries = entries
        self._messages: dict[Span, Message] = {}
        self._names: dict[Span, list[str]] = {}
        self.failures: list[Failure] = []
        self.not_read: list[NotRead] = []
        self.records = 0

    def named(self) -> tuple[Message, ...]:
        """Give the messages, each with all its ids."""
        return tuple(
            replace(message, id=_listed(self._names[place]))
            for place, message in self._messages.items()
        )

    def add(self, document: Document) -> None:
        """Read the records of a document, by every entry."""
        read: dict[Location, bool] = {}  # records: is there a text in one, or an error
        nodes: dict[Location, Node] = {}
        taken: set[Location] = set()
        for entry in self._entries:
            try:
                records = _matches(document.root, "each", entry.each)
            except _RecordError as error:
                self._fail(error)
                continue
            for place, record in records:
                nodes[place] = record
                try:
                    again = read.get(place, False)
                    found = self._record(document, entry, place, taken, again=again)
                except _RecordError as error:
                    self._fail(error)
                    found = True
                read[place] = found or read.get(place, False)
        self.records += len(read)
        for place in (place for place, found in read.items() if not found):
            line = self._line(nodes[place])
            name = _default(document, place, several=bool(place))
            self.not_read.append(NotRead(self._source.name, name, "no text", line, line))

    def _record(
        self,
        document: Document,
        entry: SourceEntry,
        place: Location,
        taken: set[Location],
        *,
        again: bool,
    ) -> bool:
        """Read the texts of a record that are not taken; tell whether it has any.

        Ids stay apart: of several texts, and of those that an entry finds in a record `again`,
        each is named with its path.
        """
        record = document.root.at(place)
        texts = _texts(record, entry.text)
        fresh = [(way, node) for way, node in texts if (*place, *way) not in taken]
        if not fresh:
            return bool(texts)
        own = _told(record, "id", entry.id, values.name)
        kind = _told(record, "kind", entry.kind, values.kind)
        channel = _told(record, "channel", entry.channel, values.channel)
        context = Context(
            in_reply_to=_told(record, "in-reply-to", entry.in_reply_to, values.text),
            customer_name=_told(record, "customer-name", entry.customer_name, values.text),
            first_reply=_told(record, "first-reply", entry.first_reply, values.flag),
            now=_told(record, "now", entry.now, values.moment),
        )
        several = again or len(texts) > 1
        for way, node in fresh:
            if own is None:
                name = _default(document, (*place, *way), several=several or bool(place))
            else:
                name = f"{own} {shown(way)}" if several else own
            taken.add((*place, *way))
            stands = Span(node.start, node.end)
            self._names.setdefault(stands, []).append(name)
            if stands not in self._messages:
                message = self._message(node, Format(entry.format))
                self._messages[stands] = replace(
                    message, kind=kind, channel=channel, context=context
                )
        return True

    def _message(self, node: Node, form: Format) -> Message:
        (message,) = read(Source(self._source.name, str(node.value)), form)
        origin, slot = self._locate(self._source, node)
        return replace(message, source=self._source, origin=message.origin.then(origin), slot=slot)

    def _fail(self, error: _RecordError) -> None:
        name, line = self._source.name, self._line(error.node)
        self.failures.append(Failure(name, f"{name}:{line}: {error}", line))

    def _line(self, node: Node) -> int:
        return self._source.position(node.start).line


def _default(document: Document, place: Location, *, several: bool) -> str:
    """Name a place of a document; a document with a name may need no more."""
    if document.name and not several:
        return document.name
    return f"{document.name} {shown(place)}".lstrip()


def _listed(names: list[str]) -> str:
    """Write the ids of a text that stands in several places."""
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return ", ".join(names[:_MOST_NAMES]) + more


def _matches(node: Node, key: str, path: str) -> list[tuple[Location, Node]]:
    try:
        return [(way, node.at(way)) for way, _ in find(path, node.value)]
    except ValueError as error:
        raise _RecordError(node, key, path, str(error)) from error


def _texts(record: Node, path: str) -> list[tuple[Location, Node]]:
    """Give the strings that a path finds; the only value it finds must be one, or nothing."""
    found = [(way, node) for way, node in _matches(record, "text", path) if node.value is not None]
    texts = [(way, node) for way, node in found if isinstance(node.value, str)]
    if found and not texts:
        _, node = found[0]
        raise _RecordError(
            node, "text", path, f"needs to be a string, not {values.type_of(node.value)}"
        )
    return texts


def _told(
    record: Node, key: str, given: str | Fixed | None, meaning: Callable[[object], T]
) -> T | None:
    """Give what a record says of a field; None where it has nothing, or a blank, to say."""
    if given is None:
        return None
    if isinstance(given, Fixed):
        return meaning(given.value)
    found = [node for _, node in _matches(record, key, given) if not _blank(node.value)]
    if not found:
        return None
    if len(found) > 1:
        raise _RecordError(found[1], key, given, f"one value is wanted, and there are {len(found)}")
    try:
        return meaning(found[0].value)
    except values.UnfitError as error:
        raise _RecordError(found[0], key, given, str(error)) from error


def _blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
