"""The commands, put together."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from tonecheck import __version__

COMMANDS = ("check", "rule", "test", "parse")


def build(arguments: Sequence[str] = ()) -> typer.Typer:
    """Give the command line for some arguments: all commands, or the one that they begin with.

    Typer works out every option of every command it knows, which takes longer than a short check.
    """
    app = typer.Typer(
        name="tonecheck",
        help="A courtesy linter for outgoing messages.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_main)
    named = tuple(arguments[:1])
    for name in named if set(named) & set(COMMANDS) else COMMANDS:
        app.command()(getattr(import_module(f"tonecheck.cli.{name}"), name))
    return app


def _version(value: bool) -> None:
    if value:
        typer.echo(f"tonecheck {__version__}")
        raise typer.Exit


def _main(
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Check outgoing messages for courtesy."""
