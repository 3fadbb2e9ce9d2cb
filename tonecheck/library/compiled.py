"""The compiled form of rules and acts: what a run needs of them, as lines of JSON.

The first line holds the rules and the index of words; each pattern has a line of its own, read
when a sentence has its words: a message needs a tenth of them. Reading back imports neither
pydantic nor a YAML library.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, fields, replace
from typing import Any, TypeVar, get_args, overload

from tonecheck.acts import Shape
from tonecheck.cache import dumped
from tonecheck.checks import AnyCheck, Count, Match, Share
from tonecheck.checks import Sequence as SequenceCheck
from tonecheck.finding import Severity
from tonecheck.language import Scope
from tonecheck.message import Channel, Kind, Part, What
from tonecheck.patterns import Group, Lexicon, Pattern, Patterns, Tier
from tonecheck.rule import FixSpec, Rule, When

_KINDS: dict[str, type[AnyCheck]] = {
    str(field.default): kind
    for kind in get_args(AnyCheck)
    for field in fields(kind)
    if field.name == "kind"
}
T = TypeVar("T")
_EXPLAINS = ("why", "evidence", "examples")  # what only `rule` and `test` show, from the files


def freeze(
    rules: dict[str, Rule], shapes: dict[str, Shape], acts: tuple[str, ...], lexicon: Lexicon
) -> list[str]:
    """Give the lines of a compiled library."""
    head = {
        "rules": [_sparse(rule) for rule in rules.values()],
        "shapes": {owner: shape._asdict() for owner, shape in shapes.items()},
        "acts": acts,
        "index": lexicon.index,
        "groups": len(lexicon.groups),
    }
    return [dumped(entry) for entry in (head, *lexicon.groups, *lexicon.patterns)]


def _sparse(rule: Rule) -> dict[str, Any]:
    """Leave out what the lexicon holds (patterns) and what a run does not show."""
    check = rule.check
    if isinstance(check, Match):
        check = replace(check, phrases=(), tokens=(), syntax=(), regex=(), never=(), unless=())
    elif isinstance(check, SequenceCheck):
        check = replace(check, then=Patterns())
    elif isinstance(check, Count | Share) and isinstance(check.of, Patterns):
        check = replace(check, of=Patterns())
    data = asdict(replace(rule, check=check))
    return {key: value for key, value in data.items() if key not in _EXPLAINS}


def thaw(
    lines: Sequence[bytes],
) -> tuple[dict[str, Rule], dict[str, Shape], tuple[str, ...], Lexicon]:
    """Give the library back; raises `KeyError`, `TypeError` or `ValueError` for damaged values."""
    data = json.loads(lines[0])
    rules = {entry["name"]: _rule(entry) for entry in data["rules"]}
    shapes = {owner: _shape(entry) for owner, entry in data["shapes"].items()}
    patterns = 1 + data["groups"]
    lexicon = Lexicon(
        _Lines(lines[1:patterns], _group), _Lines(lines[patterns:], _pattern), data["index"]
    )
    return rules, shapes, tuple(data["acts"]), lexicon


class _Lines(Sequence[T]):
    """Things that are read from their lines when they are first asked for."""

    def __init__(self, lines: Sequence[bytes], read: Callable[[list[Any]], T]) -> None:
        self._lines = lines
        self._read = read
        self._known: dict[int, T] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        known = self._known.get(at)
        if known is None:
            known = self._known[at] = self._read(json.loads(self._lines[at]))
        return known


def _group(values: list[Any]) -> Group:
    owner, unless, never = values
    return Group(owner, tuple(unless), never)


def _pattern(values: list[Any]) -> Pattern:
    group, kind, tier, body, words, needs = values
    return Pattern(group, kind, Tier(tier), body, words, needs)


def _rule(entry: dict[str, Any]) -> Rule:
    values = {key: _tuples(value) for key, value in entry.items()}
    severity = entry["severity"]
    if isinstance(severity, dict):
        values["severity"] = {Channel(key): Severity(value) for key, value in severity.items()}
    else:
        values["severity"] = Severity(severity)
    values["check"] = _check(entry["check"])
    values["when"] = None if entry["when"] is None else _when(entry["when"])
    values["fix"] = None if entry["fix"] is None else FixSpec(**entry["fix"])
    values["in_"] = tuple(Part(part) for part in entry["in_"])
    return Rule(**values)


def _check(entry: dict[str, Any]) -> AnyCheck:
    values = {key: _tuples(value) for key, value in entry.items()}
    for key in ("of", "then"):
        if isinstance(values.get(key), dict):
            values[key] = Patterns()
    if isinstance(values.get("max"), dict):
        values["max"] = {Channel(key): bound for key, bound in values["max"].items()}
    return _KINDS[entry["kind"]](**values)


def _when(entry: dict[str, Any]) -> When:
    values = {key: _tuples(value) for key, value in entry.items()}
    values["kind"] = tuple(Kind(kind) for kind in entry["kind"])
    values["any"] = tuple(_when(alternative) for alternative in entry["any"])
    return When(**values)


def _shape(entry: dict[str, Any]) -> Shape:
    return Shape(
        parts=tuple(Part(part) for part in entry["parts"]),
        layout=None if entry["layout"] is None else Part(entry["layout"]),
        mark=None if entry["mark"] is None else What(entry["mark"]),
        scope=None if entry["scope"] is None else Scope(entry["scope"]),
    )


def _tuples(value: Any) -> Any:  # noqa: ANN401
    return tuple(value) if isinstance(value, list) else value
