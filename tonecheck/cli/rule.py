"""`tonecheck rule`: explain rules."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer


class RuleFormat(StrEnum):
    """How to explain."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def rule(
    names: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer evaluates it
        typer.Argument(
            metavar="[NAME]…", help="Rules or categories to explain. Default: list the rules."
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Explain every rule.")] = False,
    output_format: Annotated[RuleFormat, typer.Option(help="How to explain.")] = RuleFormat.TEXT,
) -> None:
    """Explain rules: what they find, why it hurts, and what to write instead.

    Rules of the settings file for the current folder count too.
    """
    from tonecheck.cache import Cache
    from tonecheck.cli import fail
    from tonecheck.cli.terminal import emit
    from tonecheck.errors import did_you_mean
    from tonecheck.library import bundled, rule_files
    from tonecheck.library.compiling import read_files
    from tonecheck.report import reference
    from tonecheck.settings import Finder

    settings = Finder(Cache(None)).of(Path.cwd())
    folders = settings.rule_folders(settings.choices(Path.cwd() / "-"))
    rules = read_files(rule_files([bundled(), *folders])).rules
    meant: dict[str, list[str]] = {}
    for name, found in sorted(rules.items()):
        for known in (name, *found.aliases, found.category):
            meant.setdefault(known, []).append(name)
    chosen = sorted(rules) if every or not names else []
    for name in names or []:
        if name not in meant:
            fail(f"no rule ‘{name}’{did_you_mean(name, meant)}; `tonecheck rule` lists them")
        chosen += [known for known in meant[name] if known not in chosen]
    wanted = [rules[name] for name in chosen]
    if output_format is RuleFormat.JSON:
        text = reference.as_json(wanted)
    elif output_format is RuleFormat.MARKDOWN:
        text = reference.as_markdown(wanted)
    elif every or names:
        text = reference.as_text(wanted)
    else:
        text = reference.as_list(wanted)
    emit(text)
