"""What can go wrong outside tonecheck's own code.

    TonecheckError
    ├── InputError       a file or text that cannot be read as messages
    ├── RuleError        a rule or act file that cannot be used
    ├── SettingsError    a settings file or flag that cannot be used
    └── LanguageError    the language model is missing or broken

Each says in one sentence what is wrong, where, and what to do; the command line prints that
sentence and exits with 2.
"""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST_NAME = 80


class TonecheckError(Exception):
    """Any error that is the input's fault; `str()` of it is the sentence for the user."""


class InputError(TonecheckError):
    """A file or text that cannot be read as messages; costs that file alone."""


class RuleError(TonecheckError):
    """A rule or act file that cannot be used; starts with `file:line: field:` where known."""


class SettingsError(TonecheckError):
    """A settings file or flag that cannot be used."""


class LanguageError(TonecheckError):
    """The language model is missing or broken."""


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """Give ` (did you mean ‘x’?)` for the nearest known name, or an empty string."""
    from difflib import get_close_matches

    near = get_close_matches(wrong, sorted(known), n=1, cutoff=0.6)
    return f" (did you mean ‘{near[0]}’?)" if near else ""


def brief(name: str) -> str:
    """Give a name as errors quote it: the beginning of one longer than 80 characters."""
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
