"""What tonecheck keeps between runs: files named by a hash of all that they depend on.

Nothing in them is text of a message. A file's first line is a digest of its name and content: one
that is damaged, altered or renamed is the same as none.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

_KEPT = 30  # newest files; more are other versions' leftovers
_SUFFIX = ".kept"
_FORMER = ".json"  # what an earlier version wrote


def default_folder() -> Path:
    """Give the user's cache folder for tonecheck, as each platform wants it."""
    if given := os.environ.get("TONECHECK_CACHE_DIR"):
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "tonecheck"


def digest(parts: Iterable[bytes | memoryview]) -> str:
    """Give a short name for what depends on all the parts, in their order."""
    state = hashlib.sha256()
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()[:32]


class Cache(NamedTuple):
    """A folder of files, each below a digest of its name and content; without one, none."""

    folder: Path | None

    def get(self, key: str, *, after: float = 0) -> Any | None:  # noqa: ANN401 - whatever JSON holds
        """Give the value that was kept under a key, or None; None too if kept before a time."""
        content = self.content(key, after=after)
        try:
            return None if content is None else json.loads(bytes(content))
        except (ValueError, RecursionError):
            return None

    def put(self, key: str, value: object) -> None:
        """Keep a value; a folder that cannot be written is no error."""
        self.put_content(key, dumped(value))

    def content(self, key: str, *, after: float = 0) -> memoryview | None:
        """Give the bytes that were kept under a key; None where they were altered.

        `after` is in seconds, as file systems tell times; what was kept before it is not given.
        """
        if self.folder is None:
            return None
        path = self.folder / (key + _SUFFIX)
        try:
            if after and path.stat().st_mtime < after:
                return None
            data = path.read_bytes()
        except (OSError, ValueError):
            return None
        end = data.find(b"\n")
        content = memoryview(data)[end + 1 :]
        return content if data[: max(end, 0)] == _seal(key, content) else None

    def put_content(self, key: str, content: bytes) -> None:
        """Keep bytes; a folder that cannot be written is no error."""
        if self.folder is None:
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            # Written aside and moved into place: another run never reads half a file.
            aside = self.folder / f"{key}.{os.getpid()}.tmp"
            aside.write_bytes(_seal(key, content) + b"\n" + content)
            aside.replace(self.folder / (key + _SUFFIX))
            self._prune(self.folder)

    @staticmethod
    def _prune(folder: Path) -> None:
        kept = [path for path in folder.iterdir() if path.suffix in {_SUFFIX, _FORMER}]
        newest_first = sorted(kept, key=lambda p: p.stat().st_mtime, reverse=True)
        for path in newest_first[_KEPT:]:
            path.unlink(missing_ok=True)


def dumped(value: object) -> bytes:
    """Give a value as one line of JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _seal(key: str, content: bytes | memoryview) -> bytes:
    return digest([key.encode(), content]).encode()
