"""What can be said of template variables beyond their brackets, and of notes left in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from tonecheck.errors import did_you_mean
from tonecheck.late import late
from tonecheck.message import Kind, Mark, Message, What
from tonecheck.text import Span

_PATH = late(r"[$@&]?[A-Za-z_]\w*(?:(?:\.|->|\.\.)\w+|\[\w{1,40}\])*")
_PLAIN = late(r"[$@&]?[A-Za-z_][\w .'/-]*")
_LOGIC = late(r" (?:or|and|if|unless|else|not) ")
# What a loop or a tag of a template names itself.
_NAMED_HERE = (
    late(r"\bfor\s+(\w+)(?:\s*,\s*(\w+))?\s+in\b"),
    late(r"\b(?:assign|set|capture|increment|decrement|macro|local|global|let|var|const)\s+(\w+)"),
    late(r"\bas\s+(\w+)(?:\s*(?:,|=>)\s*\$?(\w+))?"),
    late(r"\|\s*(\w+)(?:[\s,]+(\w+))?\s*\|"),
    late(r"\b(\w+)\s*=(?!=)"),
)
_ALWAYS = frozenset("forloop loop this self super block yield".split())
_CONDITION = late(r"#(?:if|unless)\b")

_COMMENTS = ("{#", "{{!", "{{--", "<%#", "<#--")
_DIRECTIVE = late(
    r"(?:(?:#|//)[ \t]*)?\btonecheck:[ \t]*(?:file-ignore|ignore|disable|enable)\[[^\n]*"
)
_LONGEST = 20_000  # of a comment


def unknown_variables(message: Message, known: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """Yield the placeholders whose variable is not known, and the nearest one as a hint.

    What a template names itself is known, and so are the fields of what a section walks through.
    Of functions and literals nothing is said.
    """
    own = _ALWAYS | _named_here(message)
    inside = 0  # sections of Handlebars and Mustache: names there are those of their items
    for mark in message.marked(What.PLACEHOLDER, What.CONTROL_TAG):
        if mark.what is What.CONTROL_TAG:
            if message.words(mark.span).startswith("{{") and not _CONDITION.match(mark.key):
                inside += mark.key.startswith(("#", "^"))
                inside -= mark.key.startswith("/") and mark.key not in {"/if", "/unless"}
            continue
        names = [] if inside > 0 else list(_names(mark, message.words(mark.span)))
        if names and not any(_is_known(name, known, own) for name in names):
            yield mark.span, did_you_mean(names[0], known)


def _names(mark: Mark, words: str) -> Iterator[str]:
    """Give what a placeholder may be called: all its words, or the path it begins with."""
    key = " ".join(mark.key.split())
    path = _PATH.match(key)
    if path is None:
        return
    rest = key[path.end() :].lstrip()
    if rest.startswith(("(", '"', "'", "&")) or (words.startswith("<%") and rest):
        return
    if _PLAIN.fullmatch(key) and not _LOGIC.search(key):
        yield key
    if path.group() != key:
        yield path.group()


def _is_known(name: str, known: Sequence[str], own: frozenset[str]) -> bool:
    bare = name.lstrip("$@&")
    if re.split(r"[.\[-]", bare, maxsplit=1)[0] in own:
        return True
    return any(fnmatchcase(one, entry) for one in (name, bare) for entry in known)


def _named_here(message: Message) -> frozenset[str]:
    return frozenset(
        name
        for mark in message.marked(What.CONTROL_TAG)
        for shape in _NAMED_HERE
        for match in shape.finditer(mark.key)
        for name in match.groups()
        if name
    )


def comments(message: Message) -> Iterator[Span]:
    """Yield the notes that nothing takes out before the customer reads them, in order.

    The comments of template languages are such only in what is about to be sent.
    """
    tags = list(message.marked(What.CONTROL_TAG, What.DIRECTIVE))
    apart = [mark.span for mark in (*tags, *message.marked(What.QUOTATION))]
    found = [
        span
        for span in _visible(message.text)
        if not any(other.overlaps(span) and other.start <= span.start for other in apart)
    ]
    if message.kind is Kind.MESSAGE:
        found += [
            tag.span
            for tag in tags
            if message.words(tag.span).startswith(_COMMENTS) or tag.key.split()[:1] == ["comment"]
        ]
    yield from sorted(found)


def _visible(text: str) -> Iterator[Span]:
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        end = text.find("-->", start, start + _LONGEST)
        at = start + 4 if end < 0 else end + 3
        if end >= 0:
            yield Span(start, at)
    if "tonecheck:" in text:
        yield from (Span(*match.span()) for match in _DIRECTIVE.finditer(text))
