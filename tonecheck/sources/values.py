"""What the fields of a `[[sources]]` entry may hold: checked in settings and in every record.

What a wrong path leads to may be a message, so errors quote no value but short names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from tonecheck.message import Channel, Kind
from tonecheck.patterns import kebab
from tonecheck.sources import Fixed, SourceEntry
from tonecheck.sources.query import mistake as mistaken

_FLAGS = {"true": True, "false": False}
_TYPES = (
    (type(None), "null"),
    (bool, "true or false"),  # before the numbers, of which Python counts it as one
    ((int, float), "a number"),
    (str, "a string"),
    (list, "an array"),
    ((date, time), "a date or time"),
)


class UnfitError(Exception):
    """A value of the wrong type or meaning; says what it needs to be."""


def text(value: object) -> str:
    """Give a string as it is; raises `UnfitError` for anything else, as all below do."""
    if not isinstance(value, str):
        raise UnfitError(f"needs to be a string, not {type_of(value)}")
    return value


def name(value: object) -> str:
    """Give an id, a string or a whole number, as a string."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return text(value)


def flag(value: object) -> bool:
    """Give true or false; formats that know strings alone write them as such."""
    if isinstance(value, str) and value.lower() in _FLAGS:
        return _FLAGS[value.lower()]
    if not isinstance(value, bool):
        raise UnfitError(f"needs to be true or false, not {type_of(value)}")
    return value


def channel(value: object) -> Channel:
    """Give the channel of a name."""
    return Channel(_one_of([known.value for known in Channel], text(value)))


def kind(value: object) -> Kind:
    """Give the kind of a name."""
    return Kind(_one_of([known.value for known in Kind], text(value)))


def moment(value: object) -> str:
    """Give a time in ISO 8601 as it is written; that of TOML is a value of its own."""
    written = value.isoformat() if isinstance(value, date) else text(value)
    try:
        datetime.fromisoformat(written)
    except ValueError:
        raise UnfitError("needs to be a time in ISO 8601, such as 2026-05-04T09:30") from None
    return written


AROUND: Mapping[str, Callable[[object], object]] = {
    "in_reply_to": text,
    "customer_name": text,
    "channel": channel,
    "kind": kind,
    "first_reply": flag,
    "now": moment,
}
"""The fields that tell what is known around a message, and what their values mean."""


def mistake(entry: SourceEntry) -> tuple[str, str] | None:
    """Give the key of an entry that cannot be used and what is wrong with it, if any is."""
    if not entry.files:
        return "files", "name at least one pattern of files"
    for key in ("each", "text", "id", *AROUND):
        value = getattr(entry, key)
        wrong = None
        if isinstance(value, Fixed):
            try:
                AROUND[key](value.value)
            except UnfitError as error:
                wrong = str(error)
        elif value is not None:
            wrong = mistaken(value) or _fixed(key, value)
        if wrong is not None:
            return kebab(key), wrong
    return None


def _fixed(key: str, value: str) -> str | None:
    """Say what is wrong with a string that means itself, where the name of a member belongs."""
    if AROUND.get(key, text) is text or value.startswith("$"):
        return None
    try:
        AROUND[key](value)
    except UnfitError:
        return None
    return f'names a member of each record; for all of them write {{value = "{value}"}}'


def type_of(value: object) -> str:
    """Name the type of a value as JSON does; TOML has dates too."""
    return next((name for types, name in _TYPES if isinstance(value, types)), "an object")


def _one_of(names: list[str], value: str) -> str:
    if value not in names:
        short = f", not ‘{value}’" if len(value) <= 20 and value.isidentifier() else ""
        raise UnfitError(f"needs to be one of {', '.join(names)}{short}")
    return value
