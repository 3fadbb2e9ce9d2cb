"""`tonecheck test`: hold rules and acts to their own examples."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from tonecheck.cli import as_path


def test(
    paths: Annotated[
        Optional[list[Path]],  # noqa: UP045 - typer evaluates it
        typer.Argument(
            metavar="[PATH]…",
            parser=as_path,
            help="Rule files or folders. Default: the rules that ship.",
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print failures only.")] = False,
) -> None:
    """Run the examples of rules and acts; exits with 1 when one disagrees."""
    from tonecheck.cli.terminal import emit
    from tonecheck.examples import hold
    from tonecheck.report.style import visible

    outcomes = list(hold(paths or []))
    failed = [outcome for outcome in outcomes if outcome.complaints]
    for outcome in failed:
        emit(f"{visible(str(outcome.path))}: {outcome.name} disagrees with its examples:\n")
        emit("".join(f"    {visible(complaint)}\n" for complaint in outcome.complaints))
    if not quiet or failed:
        examples = sum(outcome.examples for outcome in outcomes)
        good = len(outcomes) - len(failed)
        emit(
            f"{good} rules and acts agree with their examples, {len(failed)} do not; "
            f"{examples} examples run.\n"
        )
    raise typer.Exit(int(bool(failed)))
