"""Rule and act files: YAML in, validated dataclasses out, errors with file, line and field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import count
from pathlib import Path
from typing import Any, ClassVar, TypeVar, get_args

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails
from yaml.reader import ReaderError

from tonecheck.acts import Act, Weight
from tonecheck.checks import AnyCheck
from tonecheck.errors import RuleError, brief, did_you_mean
from tonecheck.patterns import Patterns, kebab
from tonecheck.rule import Example, FixSpec, Rule, When

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CHECKS: dict[str, type[AnyCheck]] = {
    next(str(field.default) for field in fields(kind) if field.name == "kind"): kind
    for kind in get_args(AnyCheck)
}
_WEIGHT = re.compile(r"([+-]\d{1,6}) (\S+(?: \S+)?)")
_DEEPEST = 100
_MOST_VALUES = 100_000  # the longest of our own files has a hundredth of it
_UNKNOWN = frozenset({"unexpected_keyword_argument", "extra_forbidden"})
_MISSING = frozenset({"missing", "missing_argument"})
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """Words that phrases of several rules share: `<insult>` means any of words/insult.yaml.

    An entry is a word or a phrase; `source` tells where the words were taken from, where it was
    not their author's head.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": kebab}

    summary: str
    words: tuple[str, ...]
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightList:
    """Weights that a check or an act adds up, one a line: the figure, then its words.

    `source` tells what they were learned from.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": kebab}

    summary: str
    weights: str
    source: str

    def by_words(self) -> dict[str, int]:
        """Give the figures by what they weigh; raises `ValueError` for a line that is none."""
        found: dict[str, int] = {}
        for line in self.weights.splitlines():
            parts = _WEIGHT.fullmatch(line)
            if parts is None:
                raise ValueError(
                    f"“{brief(line)}” is no weight; write a whole number and its word, or two words"
                )
            if parts[2] in found:
                raise ValueError(f"“{brief(parts[2])}” is weighed twice")
            found[parts[2]] = int(parts[1])
        return found


_adapters: dict[type[Any], TypeAdapter[Any]] = {}  # building one costs more than using it


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
        name = ".".join(brief(str(part)) for part in where)
        return RuleError(
            f"{self.path}:{line}: {name}: {text}" if name else f"{self.path}:{line}: {text}"
        )


def read_document(path: Path) -> Document:
    """Read a YAML file; raises `RuleError` for what is not a mapping with keys named once."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: not UTF-8 text; save it as UTF-8") from error
    try:
        _refuse_depth(path, text)
        node = yaml.compose(text, Loader=_Loader)
    except ReaderError as error:
        line = text.count("\n", 0, text.find(chr(error.character))) + 1
        raise RuleError(
            f"{path}:{line}: not YAML: a control character (U+{error.character:04X}); take it out"
        ) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleError(f"{path}:{line}: not YAML: {error.problem}") from error
    lines: dict[tuple[str | int, ...], int] = {}
    data = _values(path, node, (), lines, count(1)) if node is not None else None
    if not isinstance(data, dict):
        raise RuleError(f"{path}:1: a rule, an act or a word list is a mapping of fields")
    return Document(path, data, lines)


def _refuse_depth(path: Path, text: str) -> None:
    """Refuse what is nested so deep that composing it would overflow the C library's stack."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                line = event.start_mark.line + 1 if event.start_mark else 1
                raise _too_deep(path, line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _too_deep(path: Path, line: int) -> RuleError:
    return RuleError(f"{path}:{line}: nested too deep, or an alias that holds itself")


def _values(
    path: Path,
    node: Any,  # noqa: ANN401 - YAML's own nodes
    where: tuple[str | int, ...],
    lines: dict[tuple[str | int, ...], int],
    values: Iterator[int],
) -> Any:  # noqa: ANN401
    lines.setdefault(where, node.start_mark.line + 1)
    if len(where) > _DEEPEST:
        raise _too_deep(path, lines[where[:1]])
    if next(values) > _MOST_VALUES:
        raise RuleError(
            f"{path}:{lines[where[:1]]}: {where[0]}: more than {_MOST_VALUES:,} values once "
            "aliases (*) stand for what they name; write out what is needed"
        )
    if isinstance(node, yaml.MappingNode):
        out: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                line = key_node.start_mark.line + 1
                raise RuleError(f"{path}:{line}: a field's name is one word, not a list")
            key = str(key_node.value)
            if key in out:
                raise RuleError(f"{path}:{key_node.start_mark.line + 1}: {brief(key)}: named twice")
            lines[*where, key] = key_node.start_mark.line + 1
            out[key] = _values(path, value_node, (*where, key), lines, values)
        return out
    if isinstance(node, yaml.SequenceNode):
        return [
            _values(path, item, (*where, i), lines, values) for i, item in enumerate(node.value)
        ]
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
    name = str(check["kind"])
    kind = _CHECKS.get(name)
    if kind is None:
        hint = did_you_mean(name, _CHECKS) or f"; there are {', '.join(sorted(_CHECKS))}"
        raise document.error(("check", "kind"), f"no kind of check ‘{brief(name)}’{hint}")
    data["check"] = _validate(document, kind, check, ("check",))
    data |= {"name": check_name(document.path), "category": category}
    return _validate(document, Rule, data, ())


def read_act(document: Document) -> Act:
    """Validate an act file; raises `RuleError` naming the first wrong field."""
    return _validate(document, Act, document.data, ())


def read_words(document: Document) -> WordList:
    """Validate a word list's file; raises `RuleError` naming the first wrong field."""
    return _validate(document, WordList, document.data, ())


def read_weights(document: Document) -> WeightList:
    """Validate a file of weights; raises `RuleError` naming the first wrong field."""
    return _validate(document, WeightList, document.data, ())


def _validate(
    document: Document, kind: type[T], data: dict[str, Any], under: tuple[str | int, ...]
) -> T:
    try:
        if kind not in _adapters:
            _adapters[kind] = TypeAdapter(kind)
        valid: T = _adapters[kind].validate_python(data)
    except ValidationError as error:
        first = _telling(error.errors(), data)
        missing = first["type"] in _MISSING
        where = _in_file(document, under, first["loc"], missing=missing)
        raise document.error(where, _sentence(kind, first["type"], first["msg"], where)) from error
    return valid


def _telling(errors: list[ErrorDetails], data: dict[str, Any]) -> ErrorDetails:
    """Choose the error to show: a misspelt key before the field that it leaves out.

    Of a mapping where a scalar might stand too, what is wrong inside tells most.
    """
    first = next((error for error in errors if error["type"] in _UNKNOWN), errors[0])
    alike = [error for error in errors if error["loc"][:1] == first["loc"][:1]]
    field = data.get(str(first["loc"][0])) if first["loc"] else None
    return max(alike, key=lambda error: len(error["loc"])) if isinstance(field, dict) else first


def _in_file(
    document: Document, under: tuple[str | int, ...], place: tuple[str | int, ...], *, missing: bool
) -> tuple[str | int, ...]:
    """Leave out of pydantic's place what the file has not: the names of a union's branches."""
    where = under
    for number, part in enumerate(place):
        absent_key = missing and number == len(place) - 1
        if absent_key or (*where, part) in document.lines:
            where = (*where, part)
    return where


def _sentence(kind: type[Any], code: str, text: str, where: tuple[str | int, ...]) -> str:
    if code in _UNKNOWN:
        return f"unknown key{did_you_mean(str(where[-1]), _keys(kind))}"
    if code in _MISSING:
        return "is required"
    return text[0].lower() + text[1:]


def _keys(kind: type[Any]) -> list[str]:
    """Give the keys that a file may have where one is unknown, those of nested mappings too."""
    kinds = [kind, Patterns, When, Weight, FixSpec, Example]
    keys = {kebab(field.name) for each in kinds if is_dataclass(each) for field in fields(each)}
    return sorted(keys - {"name", "category"})
