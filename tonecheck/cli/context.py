"""Options that tell what stdin stands for and what is known around a message."""

# Typer reads these types when the program runs, and must find Optional spelt out.
# ruff: noqa: UP045

from pathlib import Path
from typing import Annotated, Optional

import typer

from tonecheck.cli import as_path

StdinFilename = Annotated[
    Optional[Path],
    typer.Option(
        metavar="PATH",
        parser=as_path,
        help="The path that stdin stands for: its format and settings.",
    ),
]
InReplyTo = Annotated[
    Optional[Path],
    typer.Option(
        metavar="PATH",
        parser=as_path,
        help="The customer's message that is answered: text, Markdown or mail.",
    ),
]
CustomerName = Annotated[
    Optional[str], typer.Option(metavar="NAME", help="The customer's name, if known.")
]
FirstReply = Annotated[
    Optional[bool],
    typer.Option("--first-reply/--no-first-reply", help="Is it our first reply? Default: assumed."),
]
Now = Annotated[
    Optional[str],
    typer.Option(metavar="TIME", help="The time of sending, ISO 8601; the clock is never read."),
]
