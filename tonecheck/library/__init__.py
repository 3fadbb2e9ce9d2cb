"""The rules and acts of a run: found, read, refused or compiled, and kept compiled on disk."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tonecheck.acts import Shape
from tonecheck.cache import Cache, digest
from tonecheck.errors import RuleError
from tonecheck.library.compiled import freeze, thaw
from tonecheck.patterns import Lexicon
from tonecheck.rule import Rule

_PACKAGE = Path(__file__).resolve().parent.parent
_FORMAT = b"1"


@dataclass(frozen=True)
class Library:
    """Rules by name, the acts they ask for, and the lexicon that finds both in sentences."""

    rules: dict[str, Rule]
    acts: tuple[str, ...]
    shapes: dict[str, Shape]
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
    found: dict[str, tuple[Path, Path]] = {}
    for folder in folders:
        if folder.is_file():
            paths = [folder]
        elif folder.is_dir():
            paths = _below(folder, (".yaml", ".yml"))
        else:
            raise RuleError(f"{folder}: no such file or folder of rules")
        for path in paths:
            root = folder.parent if folder == path else folder
            found.setdefault(os.path.realpath(path), (root, path))
    return list(found.values())


def _below(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    """Give the files below a folder in the order of their paths; `rglob` takes thrice as long."""
    return sorted(
        Path(here, name)
        for here, _, names in os.walk(folder)
        for name in names
        if name.endswith(suffixes)
    )


def load(extra: Sequence[Path] = (), cache: Cache | None = None) -> Library:
    """Give the bundled rules and those of further folders.

    The compiled form is taken from the cache where the same bytes were compiled before. Raises
    `RuleError` for the first file that cannot be used.
    """
    files = rule_files([bundled(), *extra])
    cache = cache or Cache(None)
    key = "rules-" + digest(_inputs(files))
    kept = cache.get(key)
    if kept is not None:
        try:
            return _library(*thaw(kept))
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):
            pass  # an older or damaged form: compiled anew below
    from tonecheck.library.compiling import compile_files

    parts = compile_files(files)
    cache.put(key, freeze(*parts))
    return _library(*parts)


def _library(
    rules: dict[str, Rule], shapes: dict[str, Shape], acts: tuple[str, ...], lexicon: Lexicon
) -> Library:
    return Library(rules, acts, shapes, lexicon)


def _inputs(files: list[tuple[Path, Path]]) -> Iterator[bytes]:
    yield _FORMAT
    yield bytes(sys.version_info[:2])
    for path in _below(_PACKAGE, (".py",)):
        # The code that compiles: a stat costs less than reading it, and a release changes both.
        stat = path.stat()
        yield f"{path.name}:{stat.st_size}:{stat.st_mtime_ns}".encode()
    for folder, path in files:
        yield path.relative_to(folder).as_posix().encode()
        yield path.read_bytes()
