"""Template tags in a page of markup: atoms that no markup takes apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tonecheck.late import late
from tonecheck.marks.placeholders import placeholders, translated
from tonecheck.message import Mark, What
from tonecheck.text import Span

VARIABLE, STEERING = "\ue000", "\ue001"
"""What a veiled page has in the place of variables and of control tags: letters to markup."""

_PROGRAM = re.compile(r"<\?(?:php\b|=)|<%|<#--|</?[#@](?=[\w-])|\{\{\{?")
_DIRECTIVE = late(r"[^<>()]*+(?:\([^()<]*+\)[^<>()]*+)*+>")
# Strings in a variable may hold markup and braces.
_INSIDE_VARIABLE = late(r"(?:[^{}'\"]{1,500}+|'[^'\n]{0,500}+'|\"[^\"\n]{0,500}+\"){1,40}+\}\}\}?")
_TAG_INSIDE = late(r"<[/!A-Za-z]")
_STRING = late(r"\"[^\"]*+\"|'[^']*+'")
_SHOWS = late(r"<\?=|<\?php\s+(?:echo|print)\b|<%=|\{\{\{?(?![#/^!])")
_KEY = late(r"\$?[A-Za-z_][\w.>-]*")
_LIKE_MARKUP = late(
    r"</[A-Za-z][\w:-]*\s*>|<!doctype html|<(?:a|b|br|div|h[1-6]|hr|html|img|li|mjml|p|span|strong"
    r"|table|td|tr|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def is_markup(text: str) -> bool:
    """Tell whether a template is a page of markup rather than plain text."""
    bare = _veiled(text, tags(text))
    return _LIKE_MARKUP.search(bare) is not None


def tags(page: str) -> list[Mark]:
    """Give the variables and control tags of a page, in order; they lie apart.

    A variable that an editor broke up with markup, as in `{{<b>name</b>}}`, is none of them: it is
    whole again once the markup is gone.
    """
    kept: list[Mark] = []
    at = 0
    for found in sorted([*placeholders(page), *_programs(page)], key=lambda mark: mark.span):
        if found.span.start >= at and not _broken_up(found, page):
            kept.append(found)
            at = found.span.end
    return translated(page, kept)


def veil(page: str, marks: Sequence[Mark]) -> str:
    """Put letters in the place of tags, one for each character."""
    return _veiled(page.replace(VARIABLE, "\ufffd").replace(STEERING, "\ufffd"), marks)


def _veiled(page: str, marks: Sequence[Mark]) -> str:
    parts: list[str] = []
    at = 0
    for mark in marks:
        letter = STEERING if mark.what is What.CONTROL_TAG else VARIABLE
        parts += (page[at : mark.span.start], letter * len(mark.span))
        at = mark.span.end
    return "".join((*parts, page[at:]))


def _broken_up(mark: Mark, page: str) -> bool:
    if mark.what is not What.PLACEHOLDER or page[mark.span.start] == "<":
        return False
    return _TAG_INSIDE.search(_STRING.sub("", mark.span.of(page))) is not None


def _programs(page: str) -> Iterator[Mark]:
    """Give what PHP, ERB and FreeMarker write in angle brackets, and variables of every length."""
    at = 0
    lasts = {close: page.rfind(close) for close in ("?>", "%>", "-->")}
    while found := _PROGRAM.search(page, at):
        start, at = found.span()
        opener = found.group()
        if opener == "<#--":
            end = _after(page, "-->", at, lasts)
        elif opener == "<%":
            end = _after(page, "%>", at, lasts)
        elif opener.startswith("<?"):
            # A program may run to the end of its file.
            end = _after(page, "?>", at, lasts) or len(page)
        else:
            shape = _INSIDE_VARIABLE if opener[0] == "{" else _DIRECTIVE
            inside = shape.match(page, at)
            end = inside.end() if inside else 0
        if not end:
            continue
        span = Span(start, end)
        shows = _SHOWS.match(page, start, end)
        key = _KEY.search(page, shows.end(), end) if shows else None
        if shows:
            yield Mark(What.PLACEHOLDER, span, key.group() if key else span.of(page))
        else:
            yield Mark(What.CONTROL_TAG, span, span.of(page).strip("<>{}%?/ \t\r\n-"))
        at = end


def _after(page: str, close: str, at: int, lasts: dict[str, int]) -> int:
    """Give where a mark that closes ends, 0 when there is none."""
    return page.find(close, at) + len(close) if lasts[close] >= at else 0
