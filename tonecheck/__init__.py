"""tonecheck: a courtesy linter for outgoing messages.

    >>> import tonecheck
    >>> report = tonecheck.check("You failed to attach the receipt.")
    >>> [finding.rule for finding in report.findings]

The names below are imported when first used, so that `import tonecheck` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tonecheck.errors import (
        InputError,
        LanguageError,
        RuleError,
        SettingsError,
        TonecheckError,
    )
    from tonecheck.finding import Edit, Finding, Fix, Report, Severity
    from tonecheck.formats import Format
    from tonecheck.linter import Linter, check
    from tonecheck.message import Channel, Context, Kind, Language
    from tonecheck.text import Position, Span

__version__ = "0.1.0"

__all__ = [
    "Channel",
    "Context",
    "Edit",
    "Finding",
    "Fix",
    "Format",
    "InputError",
    "Kind",
    "Language",
    "LanguageError",
    "Linter",
    "Position",
    "Report",
    "RuleError",
    "SettingsError",
    "Severity",
    "Span",
    "TonecheckError",
    "__version__",
    "check",
]

_HOMES = {
    "errors": ("InputError", "LanguageError", "RuleError", "SettingsError", "TonecheckError"),
    "finding": ("Edit", "Finding", "Fix", "Report", "Severity"),
    "formats": ("Format",),
    "linter": ("Linter", "check"),
    "message": ("Channel", "Context", "Kind", "Language"),
    "text": ("Position", "Span"),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            value: object = getattr(import_module(f"tonecheck.{home}"), name)
            globals()[name] = value
            return value
    raise AttributeError(f"module 'tonecheck' has no attribute '{name}'")
