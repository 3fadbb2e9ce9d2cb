"""`tonecheck parse`: show how a message was understood."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Optional

import typer

from tonecheck.message import Channel, Kind


def parse(
    path: Annotated[Path, typer.Argument(metavar="[PATH]", help="A file, or - for stdin.")] = Path(
        "-"
    ),
    stdin_filename: Annotated[
        Optional[Path],  # noqa: UP045 - typer evaluates it
        typer.Option(help="The path that stdin stands for: its format and settings."),
    ] = None,
    kind: Annotated[
        Optional[Kind],  # noqa: UP045
        typer.Option(help="What the text is."),
    ] = None,
    channel: Annotated[
        Optional[Channel],  # noqa: UP045
        typer.Option(help="Where the message goes."),
    ] = None,
) -> None:
    """Show regions, marks, sentences and acts of a message, each with line and column."""
    from tonecheck.cache import Cache, default_folder
    from tonecheck.cli.check import _input
    from tonecheck.engine import Engine
    from tonecheck.paths import Choice
    from tonecheck.report.reading import as_text
    from tonecheck.run import Run
    from tonecheck.settings import Choices, Finder

    cache = Cache(default_folder())
    run = Run(Finder(cache), Choices(kind=kind, channel=channel), cache=cache)
    named = stdin_filename if path == Path("-") and stdin_filename else path
    given = _input(Choice(named, checked=True), stdin_filename)
    library = run.library(given.path)
    engine = Engine(library)
    assumed = [name for name, value in (("kind", kind), ("channel", channel)) if value is None]
    for message in run.messages(given):
        sys.stdout.write(as_text(engine.read(message), library.acts, assumed))
