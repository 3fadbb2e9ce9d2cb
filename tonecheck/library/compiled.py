"""The compiled form of rules and acts: what a run needs of them, as JSON.

The head holds the rules and the index of words; a pattern has JSON of its own behind it, read
when a sentence has its words, and so have its guards, read once it is found: a message needs a
tenth of them. Reading back imports neither pydantic nor a YAML library.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping, Sequence
from dataclasses import asdict, fields, replace
from functools import partial
from itertools import accumulate, chain
from typing import Any, TypeVar, get_args, overload

from tonecheck.acts import Shape
from tonecheck.cache import dumped
from tonecheck.checks import AnyCheck, Count, Match, Share
from tonecheck.checks import Sequence as SequenceCheck
from tonecheck.finding import Severity
from tonecheck.language import Scope
from tonecheck.message import Channel, Kind, Part, What
from tonecheck.patterns import Group, Lexicon, Needs, Pattern, Patterns, Scale, Tier
from tonecheck.rule import FixSpec, Rule, When

_KINDS: dict[str, type[AnyCheck]] = {
    str(field.default): kind
    for kind in get_args(AnyCheck)
    for field in fields(kind)
    if field.name == "kind"
}
T = TypeVar("T")
_DIGITS = 12  # of the number at the beginning
# What only `rule` and `test` show, from the files.
_EXPLAINS = ("why", "evidence", "measured", "examples")


def freeze(
    rules: dict[str, Rule], shapes: dict[str, Shape], acts: tuple[str, ...], lexicon: Lexicon
) -> bytes:
    """Give a compiled library: its head's length, the head, and what that tells the lengths of."""
    shared = _shared(pattern.needs for pattern in lexicon.patterns)
    groups = [dumped(group) for group in lexicon.groups]
    patterns = [dumped(_brief(pattern, shared)) for pattern in lexicon.patterns]
    choices = [dumped(choice) for choice in shared]
    scales = [dumped(scale.lines) for scale in lexicon.scales.values()]
    head = {
        "rules": [_sparse(rule) for rule in rules.values()],
        "shapes": {owner: shape._asdict() for owner, shape in shapes.items()},
        "acts": acts,
        "index": {word: " ".join(map(str, numbers)) for word, numbers in lexicon.index.items()},
        "owners": lexicon.owners,
        "groups": list(map(len, groups)),
        "patterns": list(map(len, patterns)),
        "choices": list(map(len, choices)),
        "scales": {name: len(scale) for name, scale in zip(lexicon.scales, scales, strict=True)},
    }
    written = dumped(head)
    lists = (groups, patterns, choices, scales)
    return b"".join([b"%0*d" % (_DIGITS, len(written)), written, *chain.from_iterable(lists)])


def _shared(every: Iterable[Needs]) -> dict[tuple[str, ...], int]:
    """Give numbers to the choices of words that several patterns need, word lists above all."""
    seen = Counter(tuple(choice) for needs in every for choice, _ in needs)
    often = [choice for choice, times in seen.items() if times > 1 and len(choice) > 1]
    return {choice: number for number, choice in enumerate(often)}


def _brief(pattern: Pattern, shared: Mapping[tuple[str, ...], int]) -> Pattern:
    """Leave out the words, which the index holds, and name shared choices by their number."""
    needs: Any = [(shared.get(tuple(choice), choice), spaces) for choice, spaces in pattern.needs]
    return pattern._replace(words=(), needs=needs)


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
    content: bytes | memoryview,
) -> tuple[dict[str, Rule], dict[str, Shape], tuple[str, ...], Lexicon]:
    """Give the library back; raises `KeyError`, `TypeError` or `ValueError` for damaged values."""
    end = _DIGITS + int(bytes(content[:_DIGITS]))
    data = json.loads(bytes(content[_DIGITS:end]))
    rules = {entry["name"]: _rule(entry) for entry in data["rules"]}
    shapes = {owner: _shape(entry) for owner, entry in data["shapes"].items()}
    groups = _Written(content[end:], data["groups"], _group)
    end += groups.size
    choices: _Written[list[str]] = _Written(
        content[end + sum(data["patterns"]) :], data["choices"], list
    )
    patterns = _Written(content[end:], data["patterns"], partial(_pattern, choices))
    scales = _Scales(content[end + patterns.size + choices.size :], data["scales"])
    lexicon = Lexicon(groups, patterns, _Index(data["index"]), data["owners"], scales)
    return rules, shapes, tuple(data["acts"]), lexicon


class _Written(Sequence[T]):
    """Things that are read from their JSON when they are first asked for."""

    def __init__(
        self, content: bytes | memoryview, lengths: list[int], read: Callable[[Any], T]
    ) -> None:
        self._content = content
        self._ends = list(accumulate(lengths, initial=0))
        self._read = read
        self._known: dict[int, T] = {}
        self.size = self._ends[-1]

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        known = self._known.get(at)
        if known is None:
            written = bytes(self._content[self._ends[at] : self._ends[at + 1]])
            known = self._known[at] = self._read(json.loads(written))
        return known


class _Scales(Mapping[str, Scale]):
    """Scales by name, read when a sentence is first weighed."""

    def __init__(self, content: bytes | memoryview, lengths: dict[str, int]) -> None:
        self._numbers = {name: number for number, name in enumerate(lengths)}
        self._written = _Written(content, list(lengths.values()), Scale)

    def __getitem__(self, name: str) -> Scale:
        return self._written[self._numbers[name]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


class _Index(Mapping[str, Sequence[int]]):
    """Numbers of patterns by word, kept as text until a word is asked for."""

    def __init__(self, written: dict[str, str]) -> None:
        self._written = written

    def __getitem__(self, word: str) -> list[int]:
        return list(map(int, self._written[word].split()))

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)

    def keys(self) -> KeysView[str]:
        """Give the words; a dict's own view of them meets other sets faster."""
        return self._written.keys()


def _group(values: list[Any]) -> Group:
    owner, unless, never = values
    return Group(owner, tuple(unless), never)


def _pattern(choices: Sequence[list[str]], values: list[Any]) -> Pattern:
    group, kind, tier, body, words, needs = values
    for need in needs:
        if isinstance(need[0], int):
            need[0] = choices[need[0]]
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
    for key in ("hours", "max"):
        if isinstance(values.get(key), dict):
            values[key] = {Channel(channel): bound for channel, bound in values[key].items()}
    return _KINDS[entry["kind"]](**values)


def _when(entry: dict[str, Any]) -> When:
    values = {key: _tuples(value) for key, value in entry.items()}
    values["kind"] = tuple(Kind(kind) for kind in entry["kind"])
    values["channel"] = tuple(Channel(channel) for channel in entry["channel"])
    values["any"] = tuple(_when(alternative) for alternative in entry["any"])
    return When(**values)


def _shape(entry: dict[str, Any]) -> Shape:
    return Shape(
        parts=tuple(Part(part) for part in entry["parts"]),
        layout=None if entry["layout"] is None else Part(entry["layout"]),
        mark=None if entry["mark"] is None else What(entry["mark"]),
        scope=None if entry["scope"] is None else Scope(entry["scope"]),
        weighs=_tuples(entry["weighs"]),
    )


def _tuples(value: Any) -> Any:  # noqa: ANN401
    return tuple(value) if isinstance(value, list) else value
