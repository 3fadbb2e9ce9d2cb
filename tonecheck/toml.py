"""TOML in, values out, and the line each key stands on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from tonecheck.errors import SettingsError, brief
from tonecheck.late import late

Place = tuple[str | int, ...]

_KEY = r"""(?:[\w-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_KEYS = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_HEADER = late(rf"[ \t]*(\[\[?)[ \t]*({_KEYS})[ \t]*\]")
_ENTRY = late(rf"[ \t]*({_KEYS})[ \t]*=")
_DEEPEST = 8  # parts of a key that are told apart: tool.tonecheck.overrides.rules.long.max
_MOST_LEVELS = 500
_AT_LINE = late(r"\(at line (\d+)")
_DEEP_KEY = late(rf"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){{{_MOST_LEVELS}}}""")
_LONG_STRING = late(r'"""|' + "'''")
_IN_TOML = (
    ("a valid tuple", "a list"),
    ("a valid dictionary", "a table"),
    ("a dictionary or an instance of Choices", "a table"),
    ("a valid boolean, unable to interpret input", "true or false"),
)
_UNKNOWN = frozenset({"unexpected_keyword_argument", "extra_forbidden"})


@dataclass(frozen=True)
class Document:
    """The values of a TOML file, or of a table in it; those of flags have no text."""

    where: str
    data: dict[str, Any]
    text: str = ""
    under: Place = ()

    def table(self, *keys: str) -> Document:
        """Give a table of the file, empty where there is none."""
        data: Any = self.data
        for key in keys:
            data = data.get(key, {})
            if not isinstance(data, dict):
                raise self.error(keys, "needs to be a table")
        return Document(self.where, data, self.text, keys)

    def error(self, place: Place, text: str) -> SettingsError:
        """Give the error for a key: `file:line: key: what is wrong and what to do`."""
        lines = _lines(self.text)
        full = self.under + place
        known = [full[:length] for length in range(len(full), 0, -1) if full[:length] in lines]
        at = f"{self.where}:{lines[known[0]]}" if known else self.where
        name = ".".join(brief(str(part)) for part in place)
        return SettingsError(f"{at}: {name}: {text}" if name else f"{at}: {text}")


def read_toml(where: str, data: bytes) -> Document:
    """Read a TOML file; raises `SettingsError` with the line of what is no TOML."""
    import tomllib

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsError(
            f"{where}:{line}: not TOML: not UTF-8 text (byte 0x{data[error.start]:02x}); "
            "save it as UTF-8"
        ) from error
    too_deep = SettingsError(f"{where}: nested too deep; a few levels are enough")
    if _DEEP_KEY.search(text):  # tomllib would take memory by the square of the levels
        raise too_deep
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise SettingsError(f"{where}:{line}: not TOML: {error}") from error
    except RecursionError:
        raise too_deep from None
    except ValueError as error:  # int() refuses to read thousands of digits
        raise SettingsError(f"{where}: a number of too many digits; write a smaller one") from error
    return Document(where, values, text)


def mistake_in(errors: Sequence[Mapping[str, Any]]) -> tuple[Place, str, bool]:
    """Give the key that pydantic objects to, why, in TOML's words, and whether it is unknown."""
    first = errors[0]
    # Pydantic names the branches of a choice after the key: literal['auto'].
    place = tuple(part for part in first["loc"] if "[" not in str(part))
    expected = [
        error["ctx"]["expected"]
        for error in errors
        if error["loc"][: len(place)] == place and "expected" in error.get("ctx", {})
    ]
    text = first["msg"][0].lower() + first["msg"][1:]
    if expected:
        text = f"input should be {', '.join(expected)}"
    for theirs, ours in _IN_TOML:
        text = text.replace(theirs, ours)
    return place, text, first["type"] in _UNKNOWN


def _lines(text: str) -> dict[Place, int]:
    """Find the line of each table and of each key that starts a line."""
    lines: dict[Place, int] = {}
    counts: dict[Place, int] = {}
    table: Place = ()
    closing = ""
    for number, line in enumerate(text.split("\n"), 1):
        inside = closing
        for quotes in _LONG_STRING.findall(line):
            closing = "" if quotes == closing else closing or quotes
        if inside:
            continue
        if header := _HEADER.match(line):
            table = _numbered(_parts(header[2]), counts)
            lines.setdefault(table, number)
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            lines.setdefault(table, number)
        elif entry := _ENTRY.match(line):
            place = table
            for part in _parts(entry[1]):
                place = (*place, part)
                lines.setdefault(place, number)
    return lines


def _parts(keys: str) -> Place:
    found = islice(re.finditer(_KEY, keys), _DEEPEST)
    return tuple(part[0][1:-1] if part[0][0] in "\"'" else part[0] for part in found)


def _numbered(keys: Place, counts: dict[Place, int]) -> Place:
    """Put in the number of the entry that a header inside an array of tables speaks of."""
    place: Place = ()
    for key in keys[:-1]:
        place = (*place, key)
        if place in counts:
            place = (*place, counts[place])
    return (*place, *keys[-1:])
