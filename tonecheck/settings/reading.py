"""Settings files: read once, kept, and written out again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from tonecheck.cache import Cache, digest
from tonecheck.errors import SettingsError
from tonecheck.finding import Severity
from tonecheck.formats import Format
from tonecheck.late import late
from tonecheck.marks import Brackets
from tonecheck.message import Channel, Kind, Language
from tonecheck.patterns import kebab
from tonecheck.settings import RECOMMENDED, Choices, Settings, Written, resolved
from tonecheck.sources import freeze as freeze_entry
from tonecheck.sources import thaw as thaw_entry
from tonecheck.toml import read_toml

_OURS = late(r"\[\s*tool\s*\.\s*tonecheck(?![\w-])")


def has_table(path: Path) -> bool:
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
    key = "settings-" + digest([b"5", path.name.encode(), data, *_presets(data)])
    written = _kept(cache.get(key))
    if written is None:
        document = read_toml(str(path), data)
        if path.name == "pyproject.toml":
            document = document.table("tool", "tonecheck")
        from tonecheck.settings.validation import validate

        written = validate(document)
        cache.put(key, {"settings": freeze(written)})
    return Settings(resolved(path).parent, written, path)


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


def freeze(written: Written) -> dict[str, Any]:
    """Give validated settings as plain JSON values, in the form of a settings file."""
    return _chosen(written) | {
        "overrides": [_chosen(override) for override in written.overrides],
        "sources": [freeze_entry(entry) for entry in written.sources],
    }


def _chosen(choices: Choices) -> dict[str, Any]:
    values = {f.name: getattr(choices, f.name) for f in fields(Choices)}
    if choices.placeholders is not None:
        values["placeholders"] = [
            asdict(form) if isinstance(form, Brackets) else form for form in choices.placeholders
        ]
    return {kebab(name): value for name, value in values.items() if value is not None}


def thaw(table: Mapping[str, Any]) -> Written:
    """Give settings that were validated before, without pydantic."""
    overrides = tuple(Choices(**_values(entry)) for entry in table.get("overrides", ()))
    sources = tuple(thaw_entry(entry) for entry in table.get("sources", ()))
    rest = {key: table[key] for key in table.keys() - {"overrides", "sources"}}
    return Written(**_values(rest), overrides=overrides, sources=sources)


def _values(table: Mapping[str, Any]) -> dict[str, Any]:
    makers = {"format": Format, "fail-on": Severity, "channel": Channel, "language": Language}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key in makers:
            value = makers[key](value)  # noqa: PLW2901
        elif key == "kind" and value != "auto":
            value = Kind(value)  # noqa: PLW2901
        elif key == "severity":
            value = {name: Severity(level) for name, level in value.items()}  # noqa: PLW2901
        elif key == "placeholders":
            value = tuple(Brackets(**v) if isinstance(v, dict) else v for v in value)  # noqa: PLW2901
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
        "language": Language.AUTO.value,
        "placeholders": ["auto"],
        "preview": False,
    }
    for name, value in asdict(choices).items():
        key = kebab(name)
        yield key, defaults.get(key) if value is None else value
