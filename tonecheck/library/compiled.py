"""The compiled form of rules and acts: what a run needs of them, as plain JSON values.

Reading it back imports neither pydantic nor a YAML library.
"""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from typing import Any, get_args

from tonecheck.acts import Shape
from tonecheck.checks import AnyCheck, Count, Match, Sequence
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
_EXPLAINS = ("why", "evidence", "examples")  # what only `rule` and `test` show, from the files


def freeze(
    rules: dict[str, Rule], shapes: dict[str, Shape], acts: tuple[str, ...], lexicon: Lexicon
) -> dict[str, Any]:
    """Give the JSON values of a compiled library."""
    return {
        "rules": [_sparse(rule) for rule in rules.values()],
        "shapes": {owner: shape._asdict() for owner, shape in shapes.items()},
        "acts": acts,
        "groups": [[group.owner, group.unless, group.never] for group in lexicon.groups],
        "patterns": [
            [pattern.group, pattern.kind, pattern.tier, pattern.body, pattern.words, pattern.needs]
            for pattern in lexicon.patterns
        ],
    }


def _sparse(rule: Rule) -> dict[str, Any]:
    """Leave out what the lexicon holds (patterns) and what a run does not show."""
    check = rule.check
    if isinstance(check, Match):
        check = replace(check, phrases=(), tokens=(), syntax=(), regex=(), never=(), unless=())
    elif isinstance(check, Sequence):
        check = replace(check, then=Patterns())
    elif isinstance(check, Count) and isinstance(check.of, Patterns):
        check = replace(check, of=Patterns())
    data = asdict(replace(rule, check=check))
    return {key: value for key, value in data.items() if key not in _EXPLAINS}


def thaw(
    data: dict[str, Any],
) -> tuple[dict[str, Rule], dict[str, Shape], tuple[str, ...], Lexicon]:
    """Give the library back; raises `KeyError`, `TypeError` or `ValueError` for damaged values."""
    rules = {entry["name"]: _rule(entry) for entry in data["rules"]}
    shapes = {owner: _shape(entry) for owner, entry in data["shapes"].items()}
    groups = [Group(owner, tuple(unless), never) for owner, unless, never in data["groups"]]
    patterns = [
        Pattern(group, kind, Tier(tier), body, words, needs)
        for group, kind, tier, body, words, needs in data["patterns"]
    ]
    return rules, shapes, tuple(data["acts"]), Lexicon(groups, patterns)


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
