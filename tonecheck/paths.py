"""Which files are messages: what the command line names, less what is no message."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tonecheck.formats import format_of
from tonecheck.late import late
from tonecheck.settings import Finder, Globs

_PROJECT_FILES = late(
    r"(?:readme|changelog|changes|history|news|release[-_ ]?notes|licen[cs]e|licen[cs]es|copying|"
    r"notice|authors|contributors|contributing|code[-_]of[-_]conduct|security|support|governance|"
    r"maintainers|owners|codeowners|todo|roadmap|install(?:ation|ing)?|upgrad(?:e|ing)|"
    r"migrat(?:ion|ing)|architecture|design|development|developing|hacking|testing|"
    r"third[-_]party.*|patents|credits|citation|agents|claude|gemini|llms(?:-full)?|"
    r"copilot-instructions|pull_request_template|issue_template|robots|humans|ads|"
    r"cmakelists|entry_points|top_level|sources|dependency_links|requires|"
    r"(?:.*[-_.])?requirements(?:[-_.].*)?|(?:.*[-_.])?constraints(?:[-_.].*)?)"
    r"(?:[-_.][a-z]{2}(?:[-_][a-z]{2})?)?\.(?:md|markdown|txt)",
    re.IGNORECASE,
)
_PROJECT_FOLDERS = frozenset(
    "docs doc documentation site-packages node_modules vendor third_party build dist target "
    "__pycache__ venv env tests test testdata fixtures licenses changelog.d newsfragments".split()
)


class Choice(NamedTuple):
    """A file and whether it is checked; if not, why."""

    path: Path
    checked: bool
    reason: str = ""


def choose(
    paths: Iterable[Path], finder: Finder, *, exclude: Iterable[str] = (), force: bool = False
) -> Iterator[Choice]:
    """Give every file that the paths name or hold, in order, each once.

    Files named outright are checked whatever they are, unless `force` holds them to the same
    excludes as files found in folders. A path that does not exist is given as checked: reading
    it fails with a sentence.
    """
    flagged = Globs(exclude)
    cwd = Path.cwd()
    seen: set[str] = set()
    for path in paths:
        named = not os.path.isdir(path)  # noqa: PTH112 - is_dir() raises for names too long
        for file in [path] if named else _walk(path):
            key = os.path.abspath(file)  # noqa: PTH100 - resolve() would follow links
            if key in seen:
                continue
            seen.add(key)
            reason = "" if named and not force else _reason(file, finder, flagged, cwd, path)
            yield Choice(file, not reason, reason)


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(here) / name
            # A pipe or a device would be waited on for ever; a broken link gets its sentence.
            if not name.startswith(".") and (path.is_file() or not path.exists()):
                yield path


def _reason(file: Path, finder: Finder, flagged: Globs, cwd: Path, under: Path) -> str:
    """Say why a file is left out; an empty string for one that is a message."""
    settings = finder.of(file)
    relative = settings.relative(file)
    here = Path(os.path.abspath(file))  # noqa: PTH100
    from_here = here.relative_to(cwd).as_posix() if here.is_relative_to(cwd) else relative
    if settings.excluded.match(relative) or flagged.match(from_here):
        return "excluded by settings"
    if settings.messages is not None:
        if not settings.messages.match(relative):
            return "not among `files`"
        return "" if format_of(file.name) else "no format for this suffix"
    if format_of(file.name) is None:
        return "no format for this suffix"
    inside = Path(relative).parts if file == under else file.relative_to(under).parts
    if _PROJECT_FILES.fullmatch(file.name) or _PROJECT_FOLDERS & set(inside[:-1]):
        return "a project file, not a message"
    return ""
