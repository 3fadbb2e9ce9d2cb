"""Settings: the nearest file above each checked file, its overrides, and the flags on top."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, Literal

from tonecheck.cache import Cache, digest
from tonecheck.errors import SettingsError, brief, did_you_mean
from tonecheck.finding import Severity
from tonecheck.late import late
from tonecheck.message import Channel, Kind
from tonecheck.patterns import kebab
from tonecheck.record import record
from tonecheck.rule import figure
from tonecheck.sources import Fixed, SourceEntry
from tonecheck.sources import freeze as freeze_entry
from tonecheck.sources import thaw as thaw_entry
from tonecheck.toml import Document, Place, mistake_in, read_toml

NAMES = ("tonecheck.toml", ".tonecheck.toml", "pyproject.toml")
RECOMMENDED = "recommended"
ALL = "ALL"
_OURS = late(r"\[\s*tool\s*\.\s*tonecheck(?![\w-])")


@record(frozen=True, slots=True, kw_only=True)
class Choices:
    """What settings can choose for a file; None leaves it to what stands below."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": kebab}

    files: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: Severity | None = None
    kind: Literal["auto"] | Kind | None = None
    channel: Channel | None = None
    exclude: tuple[str, ...] | None = None
    rule_paths: tuple[str, ...] | None = None
    preview: bool | None = None
    severity: dict[str, Severity] | None = None
    rules: dict[str, dict[str, float]] | None = None

    def over(self, below: Choices) -> Choices:
        """Give these choices, and those below for what they leave open."""
        both = {f.name: (getattr(self, f.name), getattr(below, f.name)) for f in fields(Choices)}
        return Choices(
            **{name: under if mine is None else mine for name, (mine, under) in both.items()}
        )


@record(frozen=True, slots=True, kw_only=True)
class Written(Choices):
    """A settings file as it is written."""

    overrides: tuple[Choices, ...] = ()
    sources: tuple[SourceEntry, ...] = ()


@dataclass(frozen=True)
class Settings:
    """The choices of one settings file, and the folder that its patterns are relative to.

    Without a file the defaults hold.
    """

    folder: Path
    written: Written = field(default_factory=Written)
    path: Path | None = None

    def choices(self, path: Path) -> Choices:
        """Give the choices for a file; of overrides that match, the last wins key by key."""
        chosen = Choices().over(self.written)
        for number, override in enumerate(self.written.overrides):
            if self._override_globs[number].match(self.relative(path)):
                chosen = replace(override, files=None).over(chosen)
        return replace(chosen, files=self.written.files)

    def entries(self, path: Path) -> tuple[SourceEntry, ...]:
        """Give the `[[sources]]` that match a file, in their order."""
        if not self.written.sources:
            return ()
        relative = self.relative(path)
        entries = zip(self.written.sources, self._source_globs, strict=True)
        return tuple(entry for entry, globs in entries if globs.match(relative))

    def relative(self, path: Path) -> str:
        """Give a path as the patterns see it; one outside the folder keeps its own parts."""
        full = _resolved(path)
        if full.is_relative_to(self.folder):
            return full.relative_to(self.folder).as_posix()
        return full.as_posix().lstrip("/")

    def rule_folders(self, choices: Choices) -> tuple[Path, ...]:
        """Give the folders of further rules."""
        return tuple(_resolved(self.folder / path) for path in choices.rule_paths or ())

    @cached_property
    def _override_globs(self) -> list[Globs]:
        return [Globs(override.files or ()) for override in self.written.overrides]

    @cached_property
    def _source_globs(self) -> list[Globs]:
        return [Globs(entry.files) for entry in self.written.sources]

    @cached_property
    def messages(self) -> Globs | None:
        """Give the patterns of files that are messages here, None where none are given."""
        return None if self.written.files is None else Globs(self.written.files)

    @cached_property
    def excluded(self) -> Globs:
        """Give the patterns of files that are left out."""
        return Globs(self.written.exclude or ())


class Globs:
    """Patterns in gitignore's dialect; raises `SettingsError` for one that is none."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self._spec = None
        if patterns := list(patterns):
            from pathspec import GitIgnoreSpec

            try:
                self._spec = GitIgnoreSpec.from_lines(patterns)
            except (ValueError, re.error) as error:
                if len(patterns) > 1:
                    _ = [Globs([pattern]) for pattern in patterns]  # the wrong one names itself
                raise SettingsError(
                    f"‘{brief(patterns[0])}’ is no pattern as in .gitignore, such as ‘archive/**’"
                ) from error

    def match(self, path: str) -> bool:
        """Tell whether a path, relative and with slashes, is matched."""
        return self._spec is not None and self._spec.match_file(path)


class Finder:
    """Finds and reads the settings that hold for files; each settings file is read once."""

    def __init__(self, cache: Cache, *, given: Path | None = None, isolated: bool = False) -> None:
        self._cache = cache
        self._given = read_settings(given, cache) if given is not None else None
        self._isolated = isolated
        self._known: dict[Path, Settings] = {}

    def of(self, path: Path) -> Settings:
        """Give the settings for a file or folder: the nearest above it, or the defaults."""
        if self._given is not None:
            return self._given
        full = _resolved(path)
        folder = full if os.path.isdir(full) else full.parent  # noqa: PTH112
        if self._isolated:
            return Settings(folder)
        return self._above(folder)

    def _above(self, folder: Path) -> Settings:
        known = self._known.get(folder)
        if known is None:
            known = self._here(folder)
            if known is None:
                parent = folder.parent
                known = Settings(Path.cwd()) if parent == folder else self._above(parent)
            self._known[folder] = known
        return known

    def _here(self, folder: Path) -> Settings | None:
        for name in NAMES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or _has_table(path)):
                return read_settings(path, self._cache)
        return None


def _resolved(path: Path) -> Path:
    """Follow links; a path that cannot exist (links in a ring, a name too long) stays as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return Path(os.path.abspath(path))  # noqa: PTH100


def _has_table(path: Path) -> bool:
    """Tell whether a pyproject.toml speaks of tonecheck; a broken one may."""
    data = path.read_bytes()
    if b"tonecheck" not in data:
        return False
    try:
        tools = read_toml(str(path), data).data.get("tool")
    except SettingsError:
        return _OURS.search(data.decode("utf-8", "replace")) is not None
    return isinstance(tools, dict) and "tonecheck" in tools


def read_settings(path: Path, cache: Cache) -> Settings:
    """Read a settings file; raises `SettingsError` naming the file and the key that is wrong."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    key = "settings-" + digest([b"2", path.name.encode(), data, *_presets(data)])
    written = _kept(cache.get(key))
    if written is None:
        document = read_toml(str(path), data)
        if path.name == "pyproject.toml":
            document = document.table("tool", "tonecheck")
        written = validate(document)
        cache.put(key, {"settings": freeze(written)})
    return Settings(_resolved(path).parent, written, path)


def _presets(data: bytes) -> Iterator[bytes]:
    """Give what settings may be kept for that is not in their file: presets, spelled out."""
    if b"preset" in data:
        from tonecheck.sources.presets import PRESETS

        yield repr(PRESETS).encode()


def _kept(value: Any) -> Written | None:  # noqa: ANN401 - whatever the cache holds
    """Give kept settings, None for what is damaged or of another version."""
    try:
        return thaw(value["settings"])
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def validate(document: Document) -> Written:
    """Validate settings as they are written; raises `SettingsError` naming the key."""
    from pydantic import TypeAdapter, ValidationError

    from tonecheck.sources.presets import expanded
    from tonecheck.sources.values import mistake

    data, numbers = expanded(document)
    try:
        written = TypeAdapter(Written).validate_python(data)
    except ValidationError as error:
        place, text, unknown = mistake_in(error.errors())
        if place[0] == "sources" and len(place) > 1 and numbers:
            place = ("sources", numbers[int(place[1])], *place[2:])
        if unknown:
            shape = SourceEntry if place[0] == "sources" else Written
            known = [kebab(f.name) for f in fields(shape)]
            known += ["preset"] if shape is SourceEntry else []
            hint = did_you_mean(str(place[-1]), known) or f"; there are {', '.join(known)}"
            text = f"unknown key{hint}"
        elif place[0] == "sources" and place[-1] in {"str", Fixed.__name__}:
            place = place[:-1]
            text = "needs to be a JSONPath, such as ‘$.name’, or {value = …} with a string or true"
        raise document.error(place, text) from error
    for number, entry in zip(numbers, written.sources, strict=True):
        if (wrong := mistake(entry)) is not None:
            raise document.error(("sources", number, wrong[0]), wrong[1])
        _refuse_globs(document, ("sources", number, "files"), entry.files)
    _refuse(document, (), written)
    for number, override in enumerate(written.overrides):
        if not override.files:
            raise document.error(
                ("overrides", number), "needs `files`: the patterns of the files that it holds for"
            )
        _refuse(document, ("overrides", number), override)
    return written


def _refuse(document: Document, place: Place, choices: Choices) -> None:
    """Refuse what pydantic cannot see: patterns, paths and figures that cannot be used."""
    _refuse_globs(document, (*place, "files"), choices.files or ())
    _refuse_globs(document, (*place, "exclude"), choices.exclude or ())
    for number, path in enumerate(choices.rule_paths or ()):
        if "\0" in path:
            raise document.error((*place, "rule-paths", number), "a path holds no NUL; take it out")
    for rule, options in (choices.rules or {}).items():
        for option, value in options.items():
            try:
                figure(value)
            except ValueError as error:
                raise document.error((*place, "rules", rule, option), str(error)) from error


def _refuse_globs(document: Document, place: Place, patterns: Iterable[str]) -> None:
    try:
        Globs(patterns)
    except SettingsError as error:
        raise document.error(place, str(error)) from error


def freeze(written: Written) -> dict[str, Any]:
    """Give validated settings as plain JSON values, in the form of a settings file."""
    return _chosen(written) | {
        "overrides": [_chosen(override) for override in written.overrides],
        "sources": [freeze_entry(entry) for entry in written.sources],
    }


def _chosen(choices: Choices) -> dict[str, Any]:
    values = {f.name: getattr(choices, f.name) for f in fields(Choices)}
    return {kebab(name): value for name, value in values.items() if value is not None}


def thaw(table: Mapping[str, Any]) -> Written:
    """Give settings that were validated before, without pydantic."""
    overrides = tuple(Choices(**_values(entry)) for entry in table.get("overrides", ()))
    sources = tuple(thaw_entry(entry) for entry in table.get("sources", ()))
    rest = {key: table[key] for key in table.keys() - {"overrides", "sources"}}
    return Written(**_values(rest), overrides=overrides, sources=sources)


def _values(table: Mapping[str, Any]) -> dict[str, Any]:
    makers = {"fail-on": Severity, "channel": Channel}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key in makers:
            value = makers[key](value)  # noqa: PLW2901
        elif key == "kind" and value != "auto":
            value = Kind(value)  # noqa: PLW2901
        elif key == "severity":
            value = {name: Severity(level) for name, level in value.items()}  # noqa: PLW2901
        elif isinstance(value, list):
            value = tuple(value)  # noqa: PLW2901
        values[key.replace("-", "_")] = value
    return values


def shown(choices: Choices) -> Iterator[tuple[str, object]]:
    """Give each setting and its value, defaults spelled out, for `--show-settings`."""
    defaults: dict[str, object] = {
        "select": [RECOMMENDED],
        "fail-on": Severity.WARNING.value,
        "kind": "auto",
        "channel": Channel.EMAIL.value,
        "preview": False,
    }
    for name, value in asdict(choices).items():
        key = kebab(name)
        yield key, defaults.get(key) if value is None else value
