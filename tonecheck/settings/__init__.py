"""Settings: the nearest file above each checked file, its overrides, and the flags on top."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar, Literal

from tonecheck.cache import Cache
from tonecheck.errors import SettingsError, brief
from tonecheck.finding import Severity
from tonecheck.formats import Format
from tonecheck.marks import Brackets
from tonecheck.message import Channel, Kind, Language
from tonecheck.patterns import kebab
from tonecheck.record import record
from tonecheck.sources import SourceEntry

NAMES = ("tonecheck.toml", ".tonecheck.toml", "pyproject.toml")
RECOMMENDED = "recommended"
ALL = "ALL"


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
    language: Language | None = None
    format: Format | None = None
    agents: tuple[str, ...] | None = None  # whose mails are judged: addresses, or @domains
    exclude: tuple[str, ...] | None = None
    rule_paths: tuple[str, ...] | None = None
    placeholders: tuple[str | Brackets, ...] | None = None
    known_variables: tuple[str, ...] | None = None
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
        full = resolved(path)
        if full.is_relative_to(self.folder):
            return full.relative_to(self.folder).as_posix()
        return full.as_posix().lstrip("/")

    def rule_folders(self, choices: Choices) -> tuple[Path, ...]:
        """Give the folders of further rules."""
        return tuple(resolved(self.folder / path) for path in choices.rule_paths or ())

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
        self._given = _read(given, cache) if given is not None else None
        self._isolated = isolated
        self._known: dict[Path, Settings] = {}

    def of(self, path: Path) -> Settings:
        """Give the settings for a file or folder: the nearest above it, or the defaults."""
        if self._given is not None:
            return self._given
        full = resolved(path)
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
            if path.is_file() and (name != "pyproject.toml" or _is_ours(path)):
                return _read(path, self._cache)
        return None


def _read(path: Path, cache: Cache) -> Settings:
    from tonecheck.settings.reading import read_settings

    return read_settings(path, cache)


def _is_ours(pyproject: Path) -> bool:
    from tonecheck.settings.reading import has_table

    return has_table(pyproject)


def resolved(path: Path) -> Path:
    """Follow links; a path that cannot exist (links in a ring, a name too long) stays as it is."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return Path(os.path.abspath(path))  # noqa: PTH100
