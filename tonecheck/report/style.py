"""Colour for terminals, and characters that must not reach one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tonecheck.finding import Severity

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_CODES = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "cyan": "36", "blue": "34"}
_SEVERITY = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


@dataclass(frozen=True, slots=True)
class Style:
    """Paints words, or leaves them plain."""

    color: bool

    def paint(self, words: str, *codes: str) -> str:
        """Give the words in a style; unchanged without colour."""
        if not self.color:
            return words
        return f"\x1b[{';'.join(_CODES[code] for code in codes)}m{words}\x1b[0m"

    def severity(self, severity: Severity) -> str:
        """Give the severity's name in its colour."""
        return self.paint(severity.value, "bold", _SEVERITY[severity])


def visible(text: str) -> str:
    """Replace control characters, so that no message can steer the reader's terminal."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text).replace("\t", " ")


def plural(count: int, noun: str) -> str:
    """Give a count with its noun: `1 error`, `2 errors`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
