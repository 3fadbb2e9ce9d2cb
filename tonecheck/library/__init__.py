"""The rules and acts of a run: found, read, refused or compiled, and kept compiled on disk."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tonecheck.acts import Shape
from tonecheck.cache import Cache, digest
from tonecheck.errors import RuleError
from tonecheck.library.compiled import freeze, thaw
from tonecheck.patterns import Lexicon
from tonecheck.rule import Rule

_PACKAGE = Path(__file__).resolve().parent.parent
_COARSEST_TICK = 2.0  # seconds; FAT's


@dataclass(frozen=True)
class Library:
    """Rules by name, the acts they ask for, and the lexicon that finds both in sentences."""

    rules: dict[str, Rule]
    shapes: dict[str, Shape]
    acts: tuple[str, ...]
    lexicon: Lexicon

    def resolve(self, name: str) -> str | None:
        """Give the rule that a name or an old name stands for, None for no rule."""
        if name in self.rules:
            return name
        return next((rule.name for rule in self.rules.values() if name in rule.aliases), None)

    def categories(self) -> tuple[str, ...]:
        """Give the categories in alphabetical order."""
        return tuple(sorted({rule.category for rule in self.rules.values()}))


def bundled() -> Path:
    """Give the folder of rules that ship with tonecheck.

    A wheel carries it inside the package as `_rules`; in a checkout or an editable install it
    lies beside the package.
    """
    installed = _PACKAGE / "_rules"
    return installed if installed.is_dir() else _PACKAGE.parent / "rules"


def rule_files(folders: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Give (folder, file) for every rule and act file, each once, in a fixed order.

    Raises `RuleError` for a folder that does not exist.
    """
    return [(Path(entry.folder), Path(entry.path)) for entry in _entries(folders)]


class _Entry(NamedTuple):
    """A file below a folder, and what its file system says of it."""

    folder: str
    path: str
    stat: os.stat_result

    def unchanged(self) -> str:
        """Give what changes when the file does; reading it would take longer."""
        stat = self.stat
        return f"{self.path}:{stat.st_size}:{stat.st_mtime_ns}:{stat.st_ctime_ns}:{stat.st_ino}"

    def changed(self) -> float:
        """Give when the file was last changed, in seconds."""
        return max(self.stat.st_mtime, self.stat.st_ctime)


def _entries(folders: Sequence[Path]) -> list[_Entry]:
    found: dict[tuple[int, int], _Entry] = {}
    for folder in folders:
        if folder.is_file():
            entries = [_Entry(str(folder.parent), str(folder), folder.stat())]
        elif folder.is_dir():
            entries = _below(str(folder), (".yaml", ".yml"))
        else:
            raise RuleError(f"{folder}: no such file or folder of rules")
        for entry in entries:
            found.setdefault((entry.stat.st_dev, entry.stat.st_ino), entry)
    return list(found.values())


def _below(folder: str, suffixes: tuple[str, ...]) -> list[_Entry]:
    """Give the files below a folder in the order of their paths; `rglob` takes thrice as long."""
    paths = sorted(
        os.path.join(here, name)  # noqa: PTH118 - called for every file of rules on every run
        for here, _, names in os.walk(folder)
        for name in names
        if name.endswith(suffixes)
    )
    return [_Entry(folder, path, os.stat(path)) for path in paths]  # noqa: PTH116


def load(extra: Sequence[Path] = (), cache: Cache | None = None) -> Library:
    """Give the bundled rules and those of further folders.

    The compiled form is taken from the cache where the same bytes were compiled before. Raises
    `RuleError` for the first file that cannot be used.
    """
    entries = _entries([bundled(), *extra])
    cache = cache or Cache(None)
    code = _code()
    seen = "seen-" + digest([code, *(entry.unchanged().encode() for entry in entries)])
    # A file changed in the very tick in which it was seen would look unchanged.
    key = cache.get(seen, after=max(entry.changed() for entry in entries) + _COARSEST_TICK)
    if not isinstance(key, str):
        key = "rules-" + digest([code, *_contents(entries)])
        cache.put(seen, key)
    kept = cache.content(key)
    if kept is not None:
        try:
            return Library(*thaw(kept))
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            pass  # an older form: compiled anew below
    from tonecheck.library.compiling import compile_files

    parts = compile_files([(Path(entry.folder), Path(entry.path)) for entry in entries])
    cache.put_content(key, freeze(*parts))
    return Library(*parts)


def _code() -> bytes:
    """Give what changes when the code that compiles, or the Python that runs it, does."""
    here = (entry.unchanged() for entry in _below(str(_PACKAGE), (".py",)))
    return digest([bytes(sys.version_info[:2]), *(entry.encode() for entry in here)]).encode()


def _contents(entries: Iterable[_Entry]) -> Iterator[bytes]:
    for entry in entries:
        path = Path(entry.path)
        yield path.relative_to(entry.folder).as_posix().encode()
        yield path.read_bytes()
