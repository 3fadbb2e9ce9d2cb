"""The variables and tags of template languages.

Which variable a placeholder stands for is told by its shape alone: nothing is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

from tonecheck.late import late
from tonecheck.marks.fields import is_field
from tonecheck.message import Mark, What
from tonecheck.record import record
from tonecheck.text import Span

_LONGEST = 200  # of a placeholder
_LONGEST_TAG = 2000
_LONGEST_COMMENT = 20_000
_LONGEST_CLOSING = 20  # of the tag that ends a comment, from its name on


@record(frozen=True, slots=True)
class Brackets:
    """How settings say that placeholders are written: what opens one and what closes it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    open: str
    close: str


class _Dialect(NamedTuple):
    """How a template language writes a variable or a tag; `shape` is what may stand inside."""

    close: str
    what: What = What.PLACEHOLDER
    shape: re.Pattern[str] | None = None
    longest: int = _LONGEST


_VARIABLE = late(r"[ \t]*[$@!]?[A-Za-z_][^{}<>\n]{0,199}")
_WORDS = late(r"[A-Za-z][\w.&'/-]{0,60}(?: [\w.&'/-]{1,60}){0,5}")
_TAG = What.CONTROL_TAG
_DIALECTS = {
    "{{{": _Dialect("}}}"),
    "{{!--": _Dialect("--}}", _TAG, longest=_LONGEST_COMMENT),
    "{{--": _Dialect("--}}", _TAG, longest=_LONGEST_COMMENT),
    "{{!": _Dialect("}}", _TAG, longest=_LONGEST_COMMENT),
    "{{": _Dialect("}}"),
    "{%": _Dialect("%}", _TAG, longest=_LONGEST_TAG),
    "{#": _Dialect("#}", _TAG, longest=_LONGEST_COMMENT),
    "{!!": _Dialect("!!}"),
    "{!": _Dialect("}", shape=late(r"\$?[A-Za-z][\w.]{0,99}(?:\([^{}\n]{0,99}\))?")),
    "%{": _Dialect("}", shape=_VARIABLE),
    "#{": _Dialect("}", shape=_VARIABLE),
    "${": _Dialect("}", shape=_VARIABLE),
    "*|": _Dialect("|*", shape=re.compile(r"[A-Z]\w{0,60}(?::[^|*\n]{0,120})?")),
    "<<": _Dialect(">>", shape=_WORDS),
    "[[": _Dialect("]]", shape=_WORDS),
    "%%": _Dialect("%%", shape=_WORDS),
    "<%=": _Dialect("%>"),
    "<%#": _Dialect("%>", _TAG, longest=_LONGEST_COMMENT),
    "<%": _Dialect("%>", _TAG, longest=_LONGEST_TAG),
    "<#--": _Dialect("-->", _TAG, longest=_LONGEST_COMMENT),
}
_TRANSLATES = ("trans", "_(", "{t ", "gettext", "| t", "|t")
_SIGNED = frozenset({"#{", "${", "%{"})
_OPENERS = late(
    "|".join(re.escape(opener) for opener in sorted(_DIALECTS, key=len, reverse=True))
    + r"|</?#(?=[a-z])|<attribute(?=[ \t]+key=)|[{\[«]|(?<![\w-])-(?=[A-Z])|(?<![\w%])%(?=[A-Za-z])"
    + r"|(?<![\w#])##?(?=[A-Za-z]\w+#)|(?<![\w$])\$(?=[A-Za-z]\w+\$)|(?<![\w@])@@(?=[A-Za-z]\w+@@)"
)
_BRACED = late(r"\{([A-Za-z_]\w{1,60}(?:\.\w{1,60}){0,6})\}")
# “Settings > [your name] > Sync” is the way through a menu: the reader sees the name there.
_FIELD = late(
    r"\{([A-Za-z][\w' -]{0,60})\}"
    r"|(?<!\w [>›→] )\[([A-Za-z][\w'/: -]{0,80})\](?![(\[:])(?! [>›→] \w)"
    r"|«[ \u00a0]?([A-Za-z][\w' -]{0,60}?)[ \u00a0]?»|-([A-Z_]{3,30})-(?![\w-])"
    r"|%([A-Za-z][A-Za-z0-9_]{2,40})%(?![\w%])"
    r"|##?([A-Za-z]\w{2,40})##?(?![\w#])|\$([A-Za-z]\w{2,40})\$(?![\w$])|@@([A-Za-z]\w{2,40})@@"
)
_HELP_SCOUT = late(r"[A-Za-z]\w*(?:\.\w+)+(?:,.*)?|[A-Za-z]\w*,\s*fallback=.*")
_BRACELESS = late(r"[^{}]+|t ['\"][^'\"\n]*['\"][^{}]*")
_BLOCK = late(r"[#/^]|else(?:if)?\b")
_BLANK_LINE = late(r"\n[ \t\r]*\n")
_MAILCHIMP_TAG = late(r"(?:IF|IFNOT|ELSE|ELSEIF|END|RSS\w*|INTERESTED)\b")
_FREEMARKER = late(
    r"</?#(?:if|else[iI]f|else|list|items|sep|switch|case|default|break|on|macro|nested|return"
    r"|function|assign|local|global|import|include|compress|escape|noescape|attempt|recover"
    r"|setting|ftl|outputformat|autoesc|noautoesc|stop|t|lt|rt|nt)\b"
    r"[^<>()]*+(?:\([^()<]*+\)[^<>()]*+)*+>"
)


_ATTRIBUTE = late(
    r"<attribute[ \t]+key=(?:\"([\w.]{1,99})\"|'([\w.]{1,99})')[^<>\n]{0,200}>(?:</attribute>)?"
)


def placeholders(text: str) -> list[Mark]:
    """Give the placeholders and control tags of a text in order; they lie apart."""
    found = translated(text, list(_read(text)))
    if "@end" not in text:
        return found
    from tonecheck.marks.directives import blade, is_blade

    if not is_blade(text):
        return found
    apart: list[Mark] = []
    for mark in sorted([*found, *blade(text)], key=lambda mark: mark.span):
        if not apart or apart[-1].span.end <= mark.span.start:
            apart.append(mark)
    return apart


def translated(text: str, found: list[Mark]) -> list[Mark]:
    """Take tags that have words translated apart, so that the words are prose."""
    if not found or not any(sign in text for sign in _TRANSLATES):
        return found
    from tonecheck.marks.translated import opened

    return list(opened(text, found, lambda words: list(_read(words))))


def _read(text: str) -> Iterator[Mark]:
    near: dict[str, int] = {}
    at = 0
    while opener := _OPENERS.search(text, at):
        start, at = opener.span()
        dialect = _DIALECTS.get(opener.group())
        if dialect is not None:
            found = _delimited(text, start, at, dialect, near)
            if found is None and opener.group() == "{{{":
                at = _past(text, at, "{")
            elif found is None and opener.group() in _SIGNED:
                at = start + 1  # "order #{{ number }}"
        elif text[start] == "<":
            found = _directive(text, start)
        else:
            found = _field(text, start)
        if found is not None:
            yield found
            at = found.span.end


def _past(text: str, at: int, character: str) -> int:
    while text.startswith(character, at):
        at += 1
    return at


def _delimited(
    text: str, start: int, inner: int, dialect: _Dialect, near: dict[str, int]
) -> Mark | None:
    end = _next(text, dialect.close, inner, near)
    if not 0 <= end - inner <= dialect.longest:
        return None
    opener, inside = text[start:inner], text[inner:end]
    if opener in inside or not _fits(inside, dialect):
        return None
    if opener == "%%" and text[start - 1 : start].isdigit():
        return None
    content = inside.strip(" \t\r\n-~")
    if not content or (opener in ("{{", "{{{") and not _BRACELESS.fullmatch(content)):
        return None
    what, key = _judge(opener, content, dialect.what)
    end += len(dialect.close)
    if opener == "{%" and key.split(maxsplit=1)[0] == "comment":
        end = _comment_end(text, end, near)
    return Mark(what, Span(start, end), key)


def _next(text: str, words: str, start: int, near: dict[str, int]) -> int:
    """Find words from a place on that never goes back, so that no stretch is searched twice."""
    known = near.get(words, 0)
    if 0 <= known < start or words not in near:
        known = near[words] = text.find(words, start)
    return known


def _comment_end(text: str, start: int, near: dict[str, int]) -> int:
    """Give where the comment ends that a tag begins, where the tag does if nothing ends it."""
    closing = _next(text, "endcomment", start, near)
    end = text.find("%}", closing, closing + _LONGEST_CLOSING) if closing >= 0 else -1
    return end + 2 if end >= 0 else start


def _directive(text: str, start: int) -> Mark | None:
    if attribute := _ATTRIBUTE.match(text, start):
        return Mark(What.PLACEHOLDER, Span(*attribute.span()), attribute[1] or attribute[2])
    found = _FREEMARKER.match(text, start)
    return Mark(_TAG, Span(*found.span()), found.group().strip("<>/ ")) if found else None


def _fits(inside: str, dialect: _Dialect) -> bool:
    if dialect.shape:
        return dialect.shape.fullmatch(inside) is not None
    return dialect.what is _TAG or not _BLANK_LINE.search(inside)


def _judge(opener: str, content: str, what: What) -> tuple[What, str]:
    if opener in ("{{", "<%", "*|", "{%"):
        if opener == "{%" and _HELP_SCOUT.fullmatch(content):
            return What.PLACEHOLDER, content.partition(",")[0]
        tag = (opener == "{{" and _BLOCK.match(content)) or (
            opener == "*|" and _MAILCHIMP_TAG.match(content)
        )
        what = _TAG if tag else what
    if what is _TAG:
        return what, content
    if opener == "{!" and "(" in content:  # NULLVALUE(Contact.FirstName, "there")
        content = content.partition("(")[2].rstrip(")").partition(",")[0]
    return what, content.partition("|")[0].strip(" !") or content


def _field(text: str, start: int) -> Mark | None:
    if text[start] == "{" and text[max(start - 3, 0) : start].rstrip(" \t").endswith("{"):
        return None
    braced = _BRACED.match(text, start)
    if braced and text.startswith("}", braced.end()):
        return None
    if braced:
        return Mark(What.PLACEHOLDER, Span(*braced.span()), braced.group(1))
    field = _FIELD.match(text, start)
    if field is None:
        return None
    key = next(group for group in field.groups() if group is not None).strip()
    signed = text[start] in "#$@" or (text[start] == "%" and key.isupper())
    known = is_field(key) or (signed and ("_" in key or is_name(key)))
    return Mark(What.PLACEHOLDER, Span(*field.span()), key) if known else None


_BROKEN = late(
    r"\{\{\{?[ \t]*[\w.]{0,60}[ \t]*\}{0,2}"
    r"|\{[ \t]+\{[ \t]*[\w.]{1,60}[ \t]*\}[ \t]+\}"
    r"|\{%-?[ \t]*\w{0,60}|<%=?[ \t]*[\w.@]{0,60}"
    r"|\*\|[A-Z_]{2,60}\b|[$%#]\{[A-Za-z_][\w.]{0,60}"
    r"|(?<![\w.\"':{}])\{?[A-Za-z_][\w.]{0,60}[ \t]?\}\}"
    r"|(?<![\w.])[A-Za-z_]\w{0,60}[ \t]?-?%[}>]"
    r"|(?<![\w*|])[A-Z_]{2,60}\|\*"
    r"|(?<![\w%])%[A-Z]{2,30}_[A-Z_]{1,30}(?![\w%])"
)


def malformed(text: str) -> tuple[Span, ...]:
    """Give openers without closers, closers without openers, and openers that were split.

    Each span holds the broken marks and the variable next to them. Code of braces is left alone.
    """
    pieces: list[str] = []
    at = 0
    for found in placeholders(text):
        pieces += (text[at : found.span.start], " " * len(found.span))
        at = found.span.end
    rest = "".join((*pieces, text[at:]))
    return tuple(
        Span(*broken.span())
        for broken in _BROKEN.finditer(rest)
        if not (broken.group().endswith("}}") and _closes(rest, broken))
    )


def _closes(text: str, broken: re.Match[str]) -> bool:
    """Tell whether a `}}` ends braces that were opened earlier in its line, as in JSON."""
    if broken.group().startswith(("{{", "{ ")):
        return False
    before = text[max(broken.start() - 500, 0) : broken.start()].rpartition("\n")[2]
    return before.count("{") > before.count("}")


def is_name(key: str) -> bool:
    """Tell whether a variable holds the name of a person, as `customer.first_name` does."""
    from tonecheck.marks.fields import is_person_name

    return is_person_name(key)
