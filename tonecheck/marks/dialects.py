"""Which template languages' forms count as placeholders, where settings choose among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tonecheck.marks.placeholders import Brackets, placeholders
from tonecheck.message import Mark, What
from tonecheck.text import Span

AUTO = "auto"

_DOUBLE = ("{{", "{%", "{#")
_PRODUCTS = {
    "blade": ("{{", "{!!", "@"),
    "chatwoot": _DOUBLE,
    "django": _DOUBLE,
    "ejs": ("<%",),
    "erb": ("<%",),
    "freemarker": ("${", "<#", "</#"),
    "freescout": ("{%",),
    "freshdesk": _DOUBLE,
    "front": _DOUBLE,
    "gorgias": _DOUBLE,
    "handlebars": ("{{",),
    "helpscout": ("{%",),
    "hubspot": _DOUBLE,
    "intercom": (*_DOUBLE, "<attribute"),
    "jinja": _DOUBLE,
    "liquid": _DOUBLE,
    "mailchimp": ("*|",),
    "mustache": ("{{",),
    "osticket": ("%{",),
    "salesforce": ("{!", "{{{"),
    "twig": _DOUBLE,
    "zammad": ("#{",),
    "zendesk": _DOUBLE,
    "zoho": ("${",),
}
_OPENERS = (*{o for openers in _PRODUCTS.values() for o in openers}, *"{%«-", "[[", "<<")
_WORDS = r"[A-Za-z](?:[\w .'/-]{0,60}[\w'])?"
# Forms that prose uses too, so that they count only where settings name them.
_BARE = {
    "angles": rf"<({_WORDS})>",
    "braces": rf"\{{({_WORDS})\}}",
    "brackets": rf"\[({_WORDS})\](?![(\[:])",
    "dashes": r"(?<![\w-])-([A-Z][A-Z0-9_]{1,40})-(?![\w-])",
    "guillemets": rf"«[ \u00a0]?({_WORDS})[ \u00a0]?»",
    "percents": r"(?<![\w%])%([A-Za-z]\w{1,60})%(?![\w%])",
    "square": rf"\[\[({_WORDS})\]\]",
}
NAMES = (AUTO, *sorted({*_PRODUCTS, *_BARE}))
"""What `placeholders` in settings may name."""


def chosen(text: str, wanted: Sequence[str | Brackets]) -> list[Mark]:
    """Give the placeholders and control tags of the languages wanted, in order; they lie apart.

    With `auto` among them, what is found is what is usual and the forms named beside it.
    """
    usual = placeholders(text)
    kept = [mark for mark in usual if belongs(mark.span.of(text), wanted)]
    found: list[Mark] = []
    for mark in sorted([*_bare(text, wanted), *kept], key=_place):
        if not found or found[-1].span.end <= mark.span.start:
            found.append(mark)
    return found


def _place(mark: Mark) -> tuple[int, int]:
    return mark.span.start, -mark.span.end


def belongs(words: str, wanted: Sequence[str | Brackets]) -> bool:
    """Tell whether a placeholder as it is written may be of a language wanted.

    A note to fill something in, such as `[date]`, is of none, and may stand anywhere.
    """
    if AUTO in wanted or not words.startswith(_OPENERS):
        return True
    return words.startswith(tuple(o for name in wanted for o in _PRODUCTS.get(str(name), ())))


def _bare(text: str, wanted: Sequence[str | Brackets]) -> Iterator[Mark]:
    for form in wanted:
        if isinstance(form, Brackets):
            shape = rf"{re.escape(form.open)}[ \t]*({_WORDS})[ \t]*{re.escape(form.close)}"
        elif form in _BARE:
            shape = _BARE[form]
        else:
            continue
        for match in re.finditer(shape, text):
            yield Mark(What.PLACEHOLDER, Span(*match.span()), match.group(1))
