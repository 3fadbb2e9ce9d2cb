"""What tonecheck keeps between runs: JSON files named by a hash of all that they depend on.

Nothing in them is text of a message. A damaged or stale file is the same as none.
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

_KEPT = 20  # newest files; more are other versions' leftovers


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


def digest(parts: Iterable[bytes]) -> str:
    """Give a short name for what depends on all the parts, in their order."""
    state = hashlib.sha256()
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()[:32]


class Cache(NamedTuple):
    """A folder of JSON files; without a folder nothing is kept."""

    folder: Path | None

    def get(self, key: str) -> Any | None:  # noqa: ANN401 - whatever JSON holds
        """Give what was kept under a key, or None."""
        if self.folder is None:
            return None
        try:
            return json.loads((self.folder / f"{key}.json").read_bytes())
        except (OSError, ValueError, RecursionError):
            return None

    def put(self, key: str, value: object) -> None:
        """Keep a value; a folder that cannot be written is no error."""
        if self.folder is None:
            return
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
            # Written aside and moved into place: another run never reads half a file.
            aside = self.folder / f"{key}.{os.getpid()}.tmp"
            aside.write_text(data, "utf-8")
            aside.replace(self.folder / f"{key}.json")
            self._prune(self.folder)

    @staticmethod
    def _prune(folder: Path) -> None:
        newest_first = sorted(folder.glob("*.json"), key=lambda p: p.stat().st_mtime, reverse=True)
        for path in newest_first[_KEPT:]:
            path.unlink(missing_ok=True)
