"""What there is to check: files and folders, or stdin under a name."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tonecheck.errors import InputError
from tonecheck.formats import Format, format_at, notation_of
from tonecheck.paths import Choice, choose
from tonecheck.run import Input, Run

STDIN = Path("-")


def chosen(
    paths: Sequence[Path],
    stdin_filename: Path | None,
    run: Run,
    exclude: Sequence[str],
    *,
    force: bool,
) -> list[Choice]:
    """Give every file that the paths name or hold; stdin stands as `-` among them.

    Without paths the current folder is meant, or stdin if it was given a name.
    """
    paths = list(paths) or [Path() if stdin_filename is None else STDIN]
    files = [path for path in paths if path != STDIN]
    found = [
        # No exclude makes up for a file that is not there.
        choice
        if choice.checked or os.path.lexists(choice.path)
        else Choice(choice.path, checked=True)
        for choice in choose(files, run.finder, exclude=exclude, force=force)
    ]
    if STDIN in paths:
        found.append(_stdin(stdin_filename, run, exclude, force=force))
    return found


def _stdin(name: Path | None, run: Run, exclude: Sequence[str], *, force: bool) -> Choice:
    """Choose stdin as the file would be chosen that it stands for."""
    if name is None or not (force or notation_of(name.name)):
        return Choice(STDIN, checked=True)
    choices = list(choose([name], run.finder, exclude=exclude, force=force))
    return choices[0]._replace(path=STDIN) if choices else Choice(STDIN, checked=True)


def opened(path: Path, stdin_filename: Path | None) -> Input:
    """Give a chosen path as an input; stdin is read now."""
    if path != STDIN:
        return Input(path, path.as_posix())
    if sys.stdin is None:
        raise InputError("stdin is closed; name a file")
    name = "<stdin>" if stdin_filename is None else stdin_filename.as_posix()
    form = format_at(Path(name)) or Format.PLAIN
    try:
        text = sys.stdin.buffer.read()
    except OSError as error:
        raise InputError(f"stdin cannot be read: {error.strerror}; name a file") from error
    return Input(stdin_filename or Path.cwd() / "-", name, text, form)
