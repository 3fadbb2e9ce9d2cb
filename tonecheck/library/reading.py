"""Rule and act files: YAML in, validated dataclasses out, errors with file, line and field."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import TypeAdapter, ValidationError

from tonecheck.acts import Act
from tonecheck.checks import AnyCheck
from tonecheck.errors import RuleError, did_you_mean
from tonecheck.patterns import kebab
from tonecheck.rule import Rule

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CHECKS: dict[str, type[AnyCheck]] = {
    next(str(field.default) for field in fields(kind) if field.name == "kind"): kind
    for kind in get_args(AnyCheck)
}
T = TypeVar("T")


@dataclass(frozen=True)
class Document:
    """A YAML file's values, all scalars as strings, and the line each field stands on."""

    path: Path
    data: dict[str, Any]
    lines: dict[tuple[str | int, ...], int]

    def error(self, where: tuple[str | int, ...], text: str) -> RuleError:
        """Give the error for a field: `file:line: field: what is wrong`."""
        line = 1
        for length in range(len(where), -1, -1):
            if where[:length] in self.lines:
                line = self.lines[where[:length]]
                break
        name = ".".join(str(part) for part in where)
        return RuleError(
            f"{self.path}:{line}: {name}: {text}" if name else f"{self.path}:{line}: {text}"
        )


def read_document(path: Path) -> Document:
    """Read a YAML file; raises `RuleError` for what is not a mapping with keys named once."""
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=_Loader)
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: not UTF-8 text; save it as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleError(f"{path}:{line}: not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise RuleError(f"{path}: not YAML: {error}") from error
    lines: dict[tuple[str | int, ...], int] = {}
    data = _values(path, node, (), lines) if node is not None else None
    if not isinstance(data, dict):
        raise RuleError(f"{path}:1: a rule or act file is a mapping of fields")
    return Document(path, data, lines)


def _values(
    path: Path,
    node: Any,  # noqa: ANN401 - YAML's own nodes
    where: tuple[str | int, ...],
    lines: dict[tuple[str | int, ...], int],
) -> Any:  # noqa: ANN401
    lines.setdefault(where, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        out: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in out:
                raise RuleError(f"{path}:{key_node.start_mark.line + 1}: {key}: named twice")
            lines[*where, key] = key_node.start_mark.line + 1
            out[key] = _values(path, value_node, (*where, key), lines)
        return out
    if isinstance(node, yaml.SequenceNode):
        return [_values(path, item, (*where, i), lines) for i, item in enumerate(node.value)]
    return node.value


def check_name(path: Path) -> str:
    """Give the name a file lends its rule or act; raises `RuleError` unless it is kebab-case."""
    if not _KEBAB.fullmatch(path.stem):
        raise RuleError(f"{path}: the file's name must be kebab-case: lower-case words and hyphens")
    return path.stem


def read_rule(document: Document, category: str) -> Rule:
    """Validate a rule file; raises `RuleError` naming the first wrong field."""
    data = dict(document.data)
    for taken in ("name", "category"):
        if taken in data:
            raise document.error((taken,), f"unknown key; a rule's {taken} is its file's place")
    check = data.get("check")
    if not isinstance(check, dict) or "kind" not in check:
        raise document.error(("check",), f"needs a kind: one of {', '.join(sorted(_CHECKS))}")
    kind = _CHECKS.get(check["kind"])
    if kind is None:
        hint = did_you_mean(check["kind"], _CHECKS)
        raise document.error(("check", "kind"), f"no kind of check ‘{check['kind']}’{hint}")
    data["check"] = _validate(document, kind, check, ("check",))
    data |= {"name": check_name(document.path), "category": category}
    return _validate(document, Rule, data, ())


def read_act(document: Document) -> Act:
    """Validate an act file; raises `RuleError` naming the first wrong field."""
    return _validate(document, Act, document.data, ())


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _validate(
    document: Document, kind: type[T], data: dict[str, Any], under: tuple[str | int, ...]
) -> T:
    try:
        value: T = _adapter(kind).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        # A branch of a union adds its own name to the place; only what the file has is shown.
        where = under + tuple(part for part in first["loc"] if _in_file(document, under, part))
        raise document.error(where, _sentence(kind, first["type"], first["msg"], where)) from error
    return value


def _in_file(document: Document, under: tuple[str | int, ...], part: str | int) -> bool:
    del under
    return (
        isinstance(part, int)
        or any(part in path for path in document.lines)
        or "-" in part
        or part.islower()
    )


def _sentence(kind: type[Any], code: str, text: str, where: tuple[str | int, ...]) -> str:
    if code in {"unexpected_keyword_argument", "extra_forbidden"}:
        return f"unknown key{did_you_mean(str(where[-1]), _keys(kind))}"
    if code in {"missing", "missing_argument"}:
        return "is required"
    return text[0].lower() + text[1:]


def _keys(kind: type[Any]) -> list[str]:
    keys = [kebab(field.name) for field in fields(kind)] if is_dataclass(kind) else []
    return [key for key in keys if key not in {"name", "category"}]
