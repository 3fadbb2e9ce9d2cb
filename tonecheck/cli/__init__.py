"""The command line: parse, call one function, print, exit.

Exit codes: 0 nothing at or above `--fail-on`, 1 findings, 2 anything wrong with the input,
130 Ctrl-C. A closed pipe is no error.
"""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from tonecheck.errors import TonecheckError, brief

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})

_ALLOCATIONS = 50_000


def main() -> NoReturn:
    """Run the command line and exit; never with 1 for an error, never with a traceback."""
    # A run makes little garbage and keeps most of what it makes: looking through all of it again
    # and again would be a tenth of a short run.
    gc.set_threshold(_ALLOCATIONS, 50, 50)
    # Typer would otherwise force colours into help texts that are piped, on CI machines.
    os.environ.setdefault("_TYPER_FORCE_DISABLE_TERMINAL", "1")
    for stream in (sys.stdout, sys.stderr):
        # Messages hold characters that a terminal's own encoding may lack.
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")
    try:
        from tonecheck.cli.app import build

        code = build(sys.argv[1:])(prog_name="tonecheck", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        let_go()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except TonecheckError as error:
        fail(str(error))
    except Exception as error:  # noqa: BLE001 - anything else is our own fault, and never exit 1
        _other(error)
    sys.exit(code if isinstance(code, int) else 0)


def _other(error: Exception) -> NoReturn:
    import typer

    if isinstance(error, typer.Abort):
        sys.exit(130)
    show = getattr(error, "show", None)  # a usage error of click's, which knows how to print itself
    if show is not None:
        with suppress(OSError):
            show()
        sys.exit(2)
    if isinstance(error, OSError) and error.filename is not None:
        fail(f"{brief(str(error.filename))}: {error.strerror}")
    if isinstance(error, OSError) and error.errno in _FULL:
        unwritten(str(error.strerror))
    from tonecheck.run import internal

    fail(internal(error))


def let_go() -> None:
    """Send the rest of stdout nowhere: nobody takes it, and the flush at exit must not fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def unwritten(why: str) -> NoReturn:
    """Say that stdout does not take the report, and exit with 2."""
    if sys.stdout is not None:
        let_go()
    fail(f"cannot write the report: {why}")


def as_path(given: str) -> Path:
    """Read a path; an empty one, which `Path` takes for the current folder, is a usage error."""
    if not given:
        import typer

        raise typer.BadParameter("an empty path; name a file, or . for the current folder")
    return Path(given)


def fail(text: str) -> NoReturn:
    """Print an error's sentence and exit with 2."""
    tell(f"error: {text}")
    sys.exit(2)


def warn(text: str) -> None:
    """Print a warning on stderr."""
    tell(f"warning: {text}")


def tell(text: str) -> None:
    """Print a line on stderr; what it quotes of files cannot steer the terminal."""
    from tonecheck.report.style import visible

    if sys.stderr is not None:  # print() would take stdout instead
        with suppress(OSError):  # the exit code still tells
            print(f"tonecheck: {visible(text)}", file=sys.stderr, flush=True)
