"""`[[sources]]`: where messages lie in files of many records, and what is known around each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, ClassVar, Literal, NamedTuple

from tonecheck.finding import Failure, NotRead
from tonecheck.message import Message
from tonecheck.patterns import kebab
from tonecheck.record import record

NO_SOURCE = "no [[sources]] matches"
"""Why a file of records is not read."""

NO_READER = "no format for this suffix"
"""Why a file is not read although an entry matches it."""


NO_MAILS = "no mails"
"""Why a mailbox is not read."""


CUSTOMERS = "customer's message"
COPY = "copy"
"""Why mails of a thread are not judged: somebody else wrote them, or they came before."""


@record(frozen=True, slots=True)
class Fixed:
    """A value that holds for every record, where a path would look it up."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    value: str | bool


@record(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One `[[sources]]` as it is written; `each`, `text` and `id` are JSONPaths.

    `each` finds the records in a document. All other paths begin at the record.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": kebab}

    files: tuple[str, ...]
    text: str
    each: str = "$"
    id: str | None = None
    format: Literal["text", "markdown", "html"] = "text"
    in_reply_to: str | Fixed | None = None
    customer_name: str | Fixed | None = None
    channel: str | Fixed | None = None
    kind: str | Fixed | None = None
    first_reply: str | Fixed | None = None
    now: str | Fixed | None = None


class Contents(NamedTuple):
    """What was found in an input: its messages, records that failed, and what was left unread."""

    messages: tuple[Message, ...] = ()
    failures: tuple[Failure, ...] = ()
    not_read: tuple[NotRead, ...] = ()

    @property
    def unmatched(self) -> bool:
        """Tell whether nothing was read for want of an entry or a reader."""
        return any(entry.what in {NO_SOURCE, NO_READER} for entry in self.not_read)


def freeze(entry: SourceEntry) -> dict[str, Any]:
    """Give an entry as plain JSON values, in the form of a settings file."""
    values = {f.name: getattr(entry, f.name) for f in fields(SourceEntry)}
    return {
        kebab(name): {"value": value.value} if isinstance(value, Fixed) else value
        for name, value in values.items()
        if value is not None
    }


def thaw(table: Mapping[str, Any]) -> SourceEntry:
    """Give an entry that was validated before, without pydantic."""
    values: dict[str, Any] = {
        key.replace("-", "_"): Fixed(**value) if isinstance(value, dict) else value
        for key, value in table.items()
    }
    return SourceEntry(**values | {"files": tuple(table["files"])})
