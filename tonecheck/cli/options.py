"""Flags that need more than a conversion: `--config` and `--report`."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tonecheck.errors import SettingsError, did_you_mean
from tonecheck.report import OutputFormat
from tonecheck.settings import Choices, validate


def config_file(entries: list[str]) -> Path | None:
    """Give the settings file among `--config` values; raises `SettingsError` for two of them."""
    files = [Path(entry) for entry in entries if not _is_setting(entry)]
    if len(files) > 1:
        raise SettingsError(f"--config: one settings file at most, not {len(files)}")
    return files[0] if files else None


def flag_choices(entries: list[str]) -> Choices:
    """Give the settings among `--config` values, written `key = value` as in TOML.

    Raises `SettingsError` for one that is no setting; a bare word counts as a string.
    """
    lines = [entry for entry in entries if _is_setting(entry)]
    table: dict[str, object] = {}
    for line in lines:
        try:
            table |= tomllib.loads(line)
        except tomllib.TOMLDecodeError:
            key, _, value = line.partition("=")
            table[key.strip()] = value.strip()
    return validate(table, "--config") if table else Choices()


def _is_setting(entry: str) -> bool:
    return "=" in entry and not Path(entry).exists()


def further_report(entry: str) -> tuple[OutputFormat, Path]:
    """Read a `FORMAT=PATH`; raises `SettingsError` for an unknown format or a missing path."""
    name, _, path = entry.partition("=")
    formats = [form.value for form in OutputFormat]
    if name not in formats:
        raise SettingsError(f"--report: no format ‘{name}’{did_you_mean(name, formats)}")
    if not path:
        raise SettingsError(f"--report: ‘{entry}’ names no file; write {name}=PATH")
    return OutputFormat(name), Path(path)
