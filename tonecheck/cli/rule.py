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
        typer.Argument(metavar="[NAME]…", help="Rules to explain."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Explain every rule.")] = False,
    output_format: Annotated[RuleFormat, typer.Option(help="How to explain.")] = RuleFormat.TEXT,
) -> None:
    """Explain rules: what they find, why it hurts, and what to write instead.

    Rules of the settings file for the current folder count too.
    """
    from tonecheck.cache import Cache
    from tonecheck.cli import fail
    from tonecheck.errors import did_you_mean
    from tonecheck.library import bundled, rule_files
    from tonecheck.library.compiling import read_files
    from tonecheck.report import reference
    from tonecheck.settings import Finder

    settings = Finder(Cache(None)).of(Path.cwd())
    folders = settings.rule_folders(settings.choices(Path.cwd() / "-"))
    rules, _, _ = read_files(rule_files([bundled(), *folders]))
    aliases = {alias: known for known, found in rules.items() for alias in found.aliases}
    wanted = sorted(rules) if every or not names else names
    chosen = []
    for name in wanted:
        known = aliases.get(name, name)
        if known not in rules:
            fail(f"no rule ‘{name}’{did_you_mean(name, rules)}; `tonecheck rule` lists them")
        chosen.append(rules[known])
    if output_format is RuleFormat.JSON:
        text = reference.as_json(chosen)
    elif output_format is RuleFormat.MARKDOWN:
        text = reference.as_markdown(chosen)
    elif every or names:
        text = reference.as_text(chosen)
    else:
        text = reference.as_list(chosen)
    typer.echo(text, nl=False)
