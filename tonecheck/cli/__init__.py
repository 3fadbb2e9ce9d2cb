"""The command line: parse, call one function, print, exit.

Exit codes: 0 nothing at or above `--fail-on`, 1 findings, 2 anything wrong with the input,
130 Ctrl-C. A closed pipe is no error.
"""

from __future__ import annotations

import os
import sys
from typing import NoReturn

from tonecheck.errors import TonecheckError


def main() -> NoReturn:
    """Run the command line and exit; never with 1 for an error, never with a traceback."""
    # Typer would otherwise force colours into help texts that are piped, on CI machines.
    os.environ.setdefault("_TYPER_FORCE_DISABLE_TERMINAL", "1")
    from tonecheck.cli.app import app

    try:
        code = app(standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone; keep the interpreter from complaining when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except (KeyboardInterrupt, EOFError):
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
        show()
        sys.exit(2)
    if os.environ.get("TONECHECK_TRACEBACK"):
        raise error
    kind = type(error).__name__
    fail(f"internal error ({kind}: {error}); please report it. TONECHECK_TRACEBACK=1 shows where")


def fail(text: str) -> NoReturn:
    """Print an error's sentence and exit with 2."""
    print(f"tonecheck: error: {text}", file=sys.stderr)
    sys.exit(2)


def warn(text: str) -> None:
    """Print a warning on stderr."""
    print(f"tonecheck: warning: {text}", file=sys.stderr)
