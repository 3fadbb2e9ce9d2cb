"""`tonecheck parse`: show how a message was understood."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from tonecheck.cli import as_path
from tonecheck.cli.context import CustomerName, FirstReply, InReplyTo, Now, StdinFilename
from tonecheck.message import Channel, Kind


def parse(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="[PATH]", parser=as_path, help="A file, or - for stdin. Default: -."
        ),
    ] = Path("-"),
    stdin_filename: StdinFilename = None,
    kind: Annotated[
        Optional[Kind],  # noqa: UP045
        typer.Option(help="What the text is. Default: told by the file."),
    ] = None,
    channel: Annotated[
        Optional[Channel],  # noqa: UP045
        typer.Option(help="Where the message goes. Default: email."),
    ] = None,
    in_reply_to: InReplyTo = None,
    customer_name: CustomerName = None,
    first_reply: FirstReply = None,
    now: Now = None,
) -> None:
    """Show what is known around a message, its regions, marks, sentences and acts, and where."""
    from tonecheck.cache import default_folder
    from tonecheck.cli import options, tell, warn
    from tonecheck.cli.inputs import opened
    from tonecheck.cli.terminal import emit
    from tonecheck.engine import Engine, left_out
    from tonecheck.finding import Failure
    from tonecheck.report.reading import as_text
    from tonecheck.run import Plan, Run
    from tonecheck.settings import Choices

    context = options.around(in_reply_to, customer_name, first_reply, now)
    flags = Choices(kind=kind, channel=channel)
    run = Run(Plan(flags=flags, cache=default_folder(), context=context))
    given = opened(path, stdin_filename)
    library = run.library(given.path)
    engine = Engine(library)
    contents = run.threads([given]).get(given) or run.contents(given)
    not_read, failures = list(contents.not_read), list(contents.failures)
    for message in contents.messages:
        emit(as_text(engine.readings(message), message, library.acts))
        for left in left_out(message):
            if isinstance(left, Failure):
                failures.append(left)
            else:
                not_read.append(left)
    for entry in not_read:
        where = f"{entry.path}:{entry.line}" if entry.line else entry.path
        warn(f"{where}: not read: {entry.what}")
    for failure in failures:
        tell(f"error: {failure.text}")
    if failures:
        raise typer.Exit(2)
