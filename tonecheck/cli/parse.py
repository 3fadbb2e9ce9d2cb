"""`tonecheck parse`: show how a message was understood."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from tonecheck.cli import as_path
from tonecheck.message import Channel, Kind


def parse(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="[PATH]", parser=as_path, help="A file, or - for stdin. Default: -."
        ),
    ] = Path("-"),
    stdin_filename: Annotated[
        Optional[Path],  # noqa: UP045 - typer evaluates it
        typer.Option(
            metavar="PATH",
            parser=as_path,
            help="The path that stdin stands for: its format and settings.",
        ),
    ] = None,
    kind: Annotated[
        Optional[Kind],  # noqa: UP045
        typer.Option(help="What the text is. Default: told by the file."),
    ] = None,
    channel: Annotated[
        Optional[Channel],  # noqa: UP045
        typer.Option(help="Where the message goes. Default: email."),
    ] = None,
    in_reply_to: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option(
            metavar="PATH",
            parser=as_path,
            help="The customer's message that is answered: text, Markdown or mail.",
        ),
    ] = None,
    customer_name: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(metavar="NAME", help="The customer's name, if known."),
    ] = None,
    first_reply: Annotated[
        Optional[bool],  # noqa: UP045
        typer.Option(
            "--first-reply/--no-first-reply", help="Is it our first reply? Default: assumed."
        ),
    ] = None,
    now: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            metavar="TIME", help="The time of sending, ISO 8601; the clock is never read."
        ),
    ] = None,
) -> None:
    """Show what is known around a message, its regions, marks, sentences and acts, and where."""
    from tonecheck.cache import default_folder
    from tonecheck.cli import options, tell, warn
    from tonecheck.cli.inputs import opened
    from tonecheck.cli.terminal import emit
    from tonecheck.engine import Engine
    from tonecheck.report.reading import as_text
    from tonecheck.run import Plan, Run
    from tonecheck.settings import Choices

    context = options.around(in_reply_to, customer_name, first_reply, now)
    flags = Choices(kind=kind, channel=channel)
    run = Run(Plan(flags=flags, cache=default_folder(), context=context))
    given = opened(path, stdin_filename)
    library = run.library(given.path)
    engine = Engine(library)
    contents = run.contents(given)
    for message in contents.messages:
        emit(as_text(engine.read(message), library.acts, message.assumed))
    for entry in contents.not_read:
        where = f"{entry.path}:{entry.line}" if entry.line else entry.path
        warn(f"{where}: not read: {entry.what}")
    for failure in contents.failures:
        tell(f"error: {failure.text}")
    if contents.failures:
        raise typer.Exit(2)
