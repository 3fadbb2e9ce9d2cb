"""What `check` prints and writes."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from tonecheck.cli import fail, tell
from tonecheck.cli.terminal import Color, colored, emit
from tonecheck.finding import Report
from tonecheck.paths import Choice
from tonecheck.report import OutputFormat, render, statistics
from tonecheck.report.style import plural, visible
from tonecheck.run import Input, Run


def write(
    report: Report,
    form: OutputFormat,
    file: Path | None,
    further: Sequence[tuple[OutputFormat, Path]],
    *,
    color: Color,
    quiet: bool,
    counts: bool,
) -> None:
    """Write a report to stdout or a file, and further ones to theirs; files come first."""
    for wanted, path in further:
        _save(render(report, wanted), path)
    paint = file is None and form.for_people and colored(color, sys.stdout)
    text = statistics(report, form) if counts else render(report, form, color=paint, quiet=quiet)
    if file is None:
        emit(text)
    else:
        _save(text, file)


def _save(text: str, path: Path) -> None:
    try:
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        fail(f"{path}: cannot be written: {error.strerror}")


def tell_run(report: Report, run: Run, inputs: Sequence[Input]) -> None:
    """Say on stderr how a run went, and what was assumed."""
    tally = report.tally
    share = tally.parsed / tally.unique if tally.unique else 0.0
    tell(
        f"{plural(report.files, 'file')}, {plural(report.messages, 'message')}, "
        f"{plural(tally.sentences, 'sentence')}, {tally.unique} distinct"
    )
    tell(
        f"parsed {plural(tally.parsed, 'sentence')} = {share:.1%}; tokenized {tally.tokenized} more"
    )
    for path in sorted({str(run.choices(given.path)[0].path or "") for given in inputs}):
        tell(f"settings: {path or 'none found, defaults hold'}")
    if inputs:
        _, choices = run.choices(inputs[0].path)
        tell(
            f"channel {choices.channel or 'email (assumed)'}; "
            f"kind {choices.kind or 'told by each file (assumed)'}; "
            "first reply assumed where nothing tells"
        )


def show_files(choices: Sequence[Choice]) -> None:
    """List files: what is checked, and what is not with the reason."""
    for choice in choices:
        note = "" if choice.checked else f"\tnot read: {choice.reason}"
        emit(f"{visible(choice.path.as_posix())}{note}\n")


def show_settings(run: Run, path: Path) -> None:
    """Write the settings that hold for a path, flags included, as TOML."""
    from tonecheck.settings.reading import shown

    settings, choices = run.choices(path)
    emit(f"# {settings.path or 'no settings file: defaults'}\n")
    for key, value in shown(choices):
        if value is not None:
            emit(f"{key} = {_toml(value)}\n")


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_toml(entry) for entry in value) + "]"
    if isinstance(value, StrEnum):
        return json.dumps(value.value)
    return json.dumps(value, ensure_ascii=False)
