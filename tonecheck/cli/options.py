"""Flags that need more than a conversion."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import typer

from tonecheck.errors import SettingsError, brief, did_you_mean
from tonecheck.message import Context
from tonecheck.report import OutputFormat
from tonecheck.settings import Choices, Globs

_FILE_ONLY = ("files", "overrides", "sources")


def config_file(entries: Sequence[str]) -> Path | None:
    """Give the settings file among `--config` values; raises `SettingsError` for two of them."""
    files = [Path(entry) for entry in entries if not _is_setting(entry)]
    if len(files) > 1:
        raise SettingsError(
            f"--config: one settings file at most, not {len(files)}; a setting is KEY=VALUE"
        )
    if files and not os.path.exists(files[0]):  # noqa: PTH110
        raise SettingsError(
            f"--config: no settings file ‘{brief(str(files[0]))}’; a setting is KEY=VALUE"
        )
    return files[0] if files else None


def flag_choices(entries: Sequence[str]) -> Choices:
    """Give the settings among `--config` values, written `key = value` as in TOML.

    A bare word counts as a string. Folders of rules are relative to the current folder. Raises
    `SettingsError` for what is no setting, or one that only a settings file can hold.
    """
    given = [entry for entry in entries if _is_setting(entry)]
    if not given:
        return Choices()
    from tonecheck.settings.validation import validate
    from tonecheck.toml import Document, read_toml

    table: dict[str, Any] = {}
    for entry in given:
        try:
            _merge(table, read_toml("--config", os.fsencode(entry)).data)
        except SettingsError:
            key, _, value = entry.partition("=")
            table[key.strip()] = value.strip()
    for key in _FILE_ONLY:
        if key in table:
            raise SettingsError(f"--config: ‘{key}’ belongs in a settings file")
    if isinstance(table.get("rule-paths"), list):
        table["rule-paths"] = [str(Path.cwd() / str(path)) for path in table["rule-paths"]]
    return validate(Document("--config", table))


def _merge(table: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        if isinstance(value, dict) and isinstance(table.get(key), dict):
            _merge(table[key], value)
        else:
            table[key] = value


def _is_setting(entry: str) -> bool:
    return "=" in entry and not os.path.exists(entry)  # noqa: PTH110 - exists() raises for long ones


def names(flag: str, given: Sequence[str] | None) -> tuple[str, ...] | None:
    """Split names at commas, as linters let one write them; raises a usage error for none."""
    if given is None:
        return None
    found = tuple(name.strip() for entry in given for name in entry.split(",") if name.strip())
    if not found:
        raise typer.BadParameter("names no rule; name one or leave it out", param_hint=flag)
    return found


def patterns(given: Sequence[str] | None) -> list[str]:
    """Pass on the patterns of `--exclude`; raises `SettingsError` for one that is none."""
    try:
        Globs(given or ())
    except SettingsError as error:
        raise SettingsError(f"--exclude: {error}") from error
    return list(given or ())


def around(
    in_reply_to: Path | None, customer_name: str | None, first_reply: bool | None, now: str | None
) -> Context:
    """Give what flags tell of a message; of a customer's mail the sender is the customer.

    Raises `InputError` for a file that cannot be read and a usage error for what is no time.
    """
    customer = Context() if in_reply_to is None else _customer(in_reply_to)
    return replace(
        customer,
        customer_name=customer.customer_name if customer_name is None else customer_name,
        first_reply=first_reply,
        now=_moment(now),
    )


def _customer(path: Path) -> Context:
    from tonecheck.engine import answered

    return answered(path)


def _moment(given: str | None) -> str | None:
    if given is None:
        return None
    try:
        datetime.fromisoformat(given)
    except ValueError:
        raise typer.BadParameter(
            f"‘{brief(given)}’ is no time in ISO 8601, such as 2026-05-04T09:30", param_hint="--now"
        ) from None
    return given


def further_report(entry: str) -> tuple[OutputFormat, Path]:
    """Read a `FORMAT=PATH`; raises `SettingsError` for an unknown format or a missing path."""
    name, _, path = entry.partition("=")
    formats = [form.value for form in OutputFormat]
    if name not in formats:
        raise SettingsError(
            f"--report: no format ‘{brief(name)}’{did_you_mean(name, formats)}; "
            f"write FORMAT=PATH, the format one of {', '.join(formats)}"
        )
    if not path:
        raise SettingsError(f"--report: ‘{brief(entry)}’ names no file; write {name}=PATH")
    return OutputFormat(name), Path(path)
