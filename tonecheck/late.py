"""Regexes compiled when first used: compiling them all would be a good part of a short run."""

from __future__ import annotations

import re
from typing import Any, cast


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Give a regex that is compiled at its first use; a wrong one raises `re.error` only then."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    """Stands in for a compiled regex until a method of it is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the regex has
        value = getattr(re.compile(*self._source), name)
        setattr(self, name, value)  # the next use finds the method without coming here
        return value
