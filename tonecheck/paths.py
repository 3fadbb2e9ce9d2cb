"""Which files are messages: what the command line names, less what is no message."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tonecheck.formats import (
    Format,
    format_at,
    format_of,
    is_maildir,
    notation_of,
    template_of,
)
from tonecheck.late import late
from tonecheck.settings import Finder, Globs
from tonecheck.sources import NO_READER, NO_SOURCE

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
# Most HTML and most templates are pages or code: they are mails where their folder says so.
_MAIL_FOLDERS = frozenset(
    "mail mails email emails mailer mailers mailing mailings newsletter newsletters".split()
)
_REPLY_FOLDERS = frozenset(
    "macro macros reply replies canned response responses message messages letter letters".split()
)
_WEB_FOLDERS = frozenset(
    (
        "templates views layouts layout static public www web site pages sections theme themes src "
        "app apps components partials includes assets htmlcov coverage"
    ).split()
)
_WORD = late(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


class Choice(NamedTuple):
    """A file and whether it is checked; if not, why.

    `missed` is a file that was named outright and cannot be checked all the same.
    """

    path: Path
    checked: bool
    reason: str = ""
    missed: bool = False


def choose(
    paths: Iterable[Path], finder: Finder, *, exclude: Iterable[str] = (), force: bool = False
) -> Iterator[Choice]:
    """Give every file that the paths name or hold, in order, each once.

    Files named outright are checked whatever they are, unless `force` holds them to the same
    excludes as files found in folders; but a file of records always needs a `[[sources]]` that
    says where in it the messages lie. A path that does not exist is given as checked: reading it
    fails with a sentence.
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
            if named and not force:
                reason = _unmatched(file, finder)
                yield Choice(file, not reason, reason, missed=bool(reason))
            else:
                reason = _reason(file, finder, flagged, cwd, path)
                yield Choice(file, not reason, reason)


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(_inside(here, folders))
        for name in sorted(files):
            path = Path(here) / name
            # A pipe or a device would be waited on for ever; a broken link gets its sentence.
            if not name.startswith(".") and (path.is_file() or not path.exists()):
                yield path


def _inside(here: str, folders: list[str]) -> Iterator[str]:
    """Give the folders that are looked into: of a Maildir not `tmp`, but the Maildirs in it."""
    mails = "tmp" in folders and is_maildir(here)
    for name in folders:
        if name.startswith("."):
            if mails and is_maildir(os.path.join(here, name)):  # noqa: PTH118
                yield name
        elif name != "tmp" or not mails:
            yield name


def _unmatched(file: Path, finder: Finder) -> str:
    """Say why a file of records cannot be read; empty for one that can, and for other files."""
    if format_at(file) is not None:
        return ""
    matched, notation = bool(finder.of(file).entries(file)), notation_of(file.name)
    if notation is None:
        return NO_READER if matched else ""
    return "" if matched else NO_SOURCE


def _reason(file: Path, finder: Finder, flagged: Globs, cwd: Path, under: Path) -> str:
    """Say why a file is left out; an empty string for one that is a message."""
    settings = finder.of(file)
    relative = settings.relative(file)
    here = Path(os.path.abspath(file))  # noqa: PTH100
    from_here = here.relative_to(cwd).as_posix() if here.is_relative_to(cwd) else relative
    if settings.excluded.match(relative) or flagged.match(from_here):
        return "excluded by settings"
    if notation_of(file.name) is not None:
        return _unmatched(file, finder)  # empty for a mail of a Maildir, whatever its suffix
    if settings.messages is not None and not settings.messages.match(relative):
        return "not among `files`"
    if settings.choices(file).format is not None:
        return ""
    if format_at(file) is None:
        return NO_READER
    if file == under:
        inside, top = Path(relative), ""
    else:
        inside, top = file.relative_to(under), under.name
    return "" if settings.messages is not None else _unlikely(inside, top)


def _unlikely(path: Path, top: str) -> str:
    """Say why a file that nobody named is no message; `top` is the folder that was named."""
    name, folders = path.name, path.parts[:-1]
    made = template_of(name) or name
    if _PROJECT_FILES.fullmatch(made) or _PROJECT_FOLDERS & set(folders):
        return "a project file, not a message"
    page = made != name or format_of(name) is Format.HTML
    if not page or made.lower().endswith(".mjml") or _holds_mail([top, *folders]):
        return ""
    return "HTML or a template in no folder of mails; `files` in the settings takes it in"


def _holds_mail(folders: Iterable[str]) -> bool:
    """Tell whether folders of these names, one in the other, hold mails rather than pages."""
    words = {word.lower() for folder in folders for word in _WORD.findall(folder)}
    return bool(_MAIL_FOLDERS & words or (_REPLY_FOLDERS & words and not _WEB_FOLDERS & words))
