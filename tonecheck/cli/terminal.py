"""What the terminal can show: colour, a progress bar, and output that may lose its reader."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TextIO

import typer

from tonecheck.cli import let_go, unwritten

_LONG_RUN = 200  # files; a shorter run is over before a bar is read
_PIECE = 8192


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def colored(choice: Color, stream: TextIO | None) -> bool:
    """Decide on colour: the flag, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, CLICOLOR, TERM."""
    if choice is not Color.AUTO:
        return choice is Color.ALWAYS
    env = os.environ
    if env.get("NO_COLOR"):
        return False
    if any(env.get(name, "") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    if env.get("CLICOLOR") == "0" or env.get("TERM") == "dumb":
        return False
    return stream is not None and stream.isatty()


def emit(text: str) -> None:
    """Write data to stdout; a reader that has gone ends the command with exit code 0."""
    if sys.stdout is None:
        unwritten("stdout is closed")
    try:
        # Piecewise: an unbuffered stdout swallows what a leaving reader did not take of one write.
        for start in range(0, len(text), _PIECE):
            sys.stdout.write(text[start : start + _PIECE])
        sys.stdout.flush()
    except BrokenPipeError:
        # Typer would make it exit code 1, which says "findings".
        let_go()
        raise typer.Exit(0) from None
    except OSError as error:
        unwritten(str(error.strerror))


@contextmanager
def progress(total: int) -> Iterator[Callable[[], None] | None]:
    """Show a bar on stderr for a long run on a terminal; gives what to call for each file done."""
    if total < _LONG_RUN or sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=total)
        yield lambda: bar.advance(task)
