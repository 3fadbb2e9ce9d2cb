"""Colour for terminals, and characters that must not reach one."""

from __future__ import annotations

import re
from typing import NamedTuple

from tonecheck.finding import Severity

# Controls, directions of writing, and the lone surrogates that undecodable bytes become.
_UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_CODES = {"bold": "1", "dim": "2", "red": "31", "yellow": "33", "cyan": "36", "blue": "34"}
_SEVERITY = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


_UNITS = ((86400, "d", 3600, "h"), (3600, "h", 60, "min"), (60, "min", 1, "s"))


class Style(NamedTuple):
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
    """Replace what a message could steer the reader's terminal with; the length stays the same.

    Line ends and tabs become spaces, so that quoted words never start a line of the report.
    """
    return _UNSEEN.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    return " " if found[0] in "\t\n\r" else "\N{REPLACEMENT CHARACTER}"


def duration(seconds: int) -> str:
    """Give a stretch of time in its two largest units, such as `2 d 3 h`."""
    for unit, name, lesser, lesser_name in _UNITS:
        if seconds >= unit:
            rest = seconds % unit // lesser
            return f"{seconds // unit} {name}" + (f" {rest} {lesser_name}" if rest else "")
    return f"{seconds} s"


def plural(count: int, noun: str) -> str:
    """Give a count with its noun: `1 error`, `2 errors`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
