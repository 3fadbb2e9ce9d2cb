"""Blade's directives: tags that are told by their names alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from tonecheck.message import Mark, What
from tonecheck.text import Span

_INSIDE = r"[^()\n]*+"
for _ in range(4):  # brackets in brackets
    _INSIDE = rf"(?:[^()\n]++|\({_INSIDE}\))*+"
_WITH_BRACKETS = (
    "if elseif unless foreach forelse for while isset empty switch case can cannot canany auth "
    "guest section hasSection sectionMissing slot component include includeIf includeWhen extends "
    "push prepend stack env error once props each inject class style checked php session "
    "lang choice yield json"
).split()
_BARE = (
    "else empty break continue default auth guest production show stop parent csrf once "
    "verbatim php overwrite append"
).split()
_SHOWN = frozenset(["lang", "choice", "yield", "json"])
_BLADE = re.compile(
    rf"(?<![\w@.])@(?:(?P<one>{'|'.join(_WITH_BRACKETS)})[ \t]?\({_INSIDE}\)"
    rf"|(?P<two>{'|'.join(_BARE)}|end[a-zA-Z]{{2,12}})(?![\w(.@-]))"
)
_IS_BLADE = re.compile(
    r"(?<![\w@.])@end(?:if|unless|for|foreach|forelse|while|isset|empty|switch|can|cannot|canany"
    r"|auth|guest|section|component|slot|lang|php|verbatim|push|once|env|error|production)\b"
)
_END_PROGRAM = re.compile(r"@endphp\b")


def is_blade(text: str) -> bool:
    """Tell whether a text ends one of Blade's directives; elsewhere `@if` may be somebody."""
    return _IS_BLADE.search(text) is not None


def blade(text: str) -> Iterator[Mark]:
    """Give Blade's directives; what `@php` and `@endphp` enclose is one of them."""
    program_ends = [found.end() for found in _END_PROGRAM.finditer(text)]
    after = 0
    for found in _BLADE.finditer(text):
        start, end = found.span()
        if start < after:
            continue
        name = found["one"] or found["two"]
        if found["two"] == "php":
            last = bisect_left(program_ends, end)
            end = program_ends[last] if last < len(program_ends) else end
        after = end
        what = What.PLACEHOLDER if name in _SHOWN else What.CONTROL_TAG
        yield Mark(what, Span(start, end), name if name == "php" else text[start + 1 : end])
