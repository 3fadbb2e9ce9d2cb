"""JSONPath: which places of a document a path gives, and the values there.

A member's or column's name alone, `Body`, is the path `$['Body']`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from tonecheck.late import late

Location = tuple[str | int, ...]
"""The way from a document's root to a value: names of members, numbers of elements."""

Match = tuple[Location, object]

# Importing the library takes longer than all else in a short run, and most paths are this simple.
_SIMPLE = late(
    r"\.(?P<name>[A-Za-z_]\w{0,99})|\.\*|\[\*\]|\[(?P<index>0|-?[1-9][0-9]{0,8})\]"
    r"|\['(?P<quoted>[^'\\\x00-\x1f]{0,99})'\]",
    re.ASCII,
)
_WORD = late(r"[A-Za-z_]\w*", re.ASCII)
# What cannot be a path that lacks its `$`.
_NAME = late(r"[^$.*@\[\]]{1,100}")


def find(path: str, value: object) -> list[Match]:
    """Give the places that a path finds in a plain value, in the order of RFC 9535.

    Raises `ValueError` saying why a path cannot be evaluated on this value.
    """
    try:
        return list(_compiled(path)(value))
    except Exception as error:
        if _is_the_librarys(error):
            raise ValueError(_first_line(error)) from error
        raise


def mistake(path: str) -> str | None:
    """Say what is wrong with a path; None for one that can be used."""
    if not path.startswith("$") and not _NAME.fullmatch(path):
        return f"‘{path}’ is neither a name, as ‘text’, nor a JSONPath, which begins with $"
    try:
        _compiled(path)
    except Exception as error:
        if _is_the_librarys(error):
            return f"‘{path}’ is no JSONPath: {_first_line(error)}"
        raise
    return None


def shown(location: Location) -> str:
    """Write a location as a path, `$.replies[3].body`."""
    return "$" + "".join(_step(part) for part in location)


def _step(part: str | int) -> str:
    if isinstance(part, int):
        return f"[{part}]"
    if _WORD.fullmatch(part):
        return f".{part}"
    escaped = part.replace("\\", "\\\\").replace("'", "\\'")
    return f"['{escaped}']"


@cache
def _compiled(path: str) -> Callable[[object], Iterable[Match]]:
    steps = _steps(path)
    if steps is not None:
        return lambda value: _walk(steps, value)
    import jsonpath

    class Environment(jsonpath.JSONPathEnvironment):
        max_recursion_depth = 1000  # readers of files bound how deep a value may be

    query = Environment(strict=True).compile(path)

    def matches(value: object) -> Iterator[Match]:
        # The library takes lists for tuples of any members; a value read from a file has none.
        for match in query.finditer(value):  # type: ignore[arg-type]
            outer = match.parent.obj if match.parent is not None else None
            if not isinstance(outer, str):  # its slices cut strings too
                yield match.parts, match.obj

    return matches


def _is_the_librarys(error: Exception) -> bool:
    return type(error).__module__.startswith("jsonpath")


def _first_line(error: Exception) -> str:
    # str() of the library's errors can itself fail.
    return str(next(iter(error.args), "cannot be evaluated")).split("\n", 1)[0]


def _steps(path: str) -> tuple[str | int | None, ...] | None:
    """Give the steps of a simple path, None standing for any; None for a path that is not."""
    if not path.startswith("$"):
        return (path,) if _NAME.fullmatch(path) else None
    steps: list[str | int | None] = []
    at = 1
    while at < len(path):
        step = _SIMPLE.match(path, at)
        if step is None:
            return None
        at = step.end()
        name = step["name"] if step["name"] is not None else step["quoted"]
        steps.append(int(step["index"]) if step["index"] is not None else name)
    return tuple(steps)


def _walk(steps: tuple[str | int | None, ...], value: object) -> list[Match]:
    found: list[Match] = [((), value)]
    for step in steps:
        found = [
            ((*location, key), inner)
            for location, outer in found
            for key, inner in _inside(outer, step)
        ]
    return found


def _inside(value: object, step: str | int | None) -> Iterable[tuple[str | int, object]]:
    if isinstance(value, dict):
        if step is None:
            return value.items()
        return [(step, value[step])] if isinstance(step, str) and step in value else []
    if isinstance(value, list):
        if step is None:
            return enumerate(value)
        if isinstance(step, int) and -len(value) <= step < len(value):
            return [(step % len(value), value[step])]
    return []
