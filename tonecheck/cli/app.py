"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from tonecheck import __version__
from tonecheck.cli.check import check
from tonecheck.cli.parse import parse
from tonecheck.cli.rule import rule
from tonecheck.cli.test import test

app = typer.Typer(
    name="tonecheck",
    help="A courtesy linter for outgoing messages.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:
    if value:
        typer.echo(f"tonecheck {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Check outgoing messages for courtesy."""


app.command()(check)
app.command()(rule)
app.command()(test)
app.command()(parse)
