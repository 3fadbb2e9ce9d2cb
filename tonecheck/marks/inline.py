"""Addresses, quotations and emoji."""

from __future__ import annotations

import re

from tonecheck.late import late
from tonecheck.message import Mark, What
from tonecheck.text import Span

_URL = late(r"(?<!\w)(?:https?://|www\.(?=\w)|mailto:(?=\w))[^\s<>\"“”«»]{1,2000}", re.IGNORECASE)
_MAIL = late(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?<![\d_-])")
_TRAILING = ".,;:!?'’…*_~"
_PAIRS = {")": "(", "]": "[", "}": "{"}

_QUOTATIONS = (
    re.compile(r"“[^“”]{1,598}”|„[^“”„]{1,598}[“”]"),
    re.compile(r"(?<![\w\"”])\"(?=\S)[^\"]{1,598}(?<=\S)\"(?!\w)"),
    re.compile(r"(?<!\w)‘(?=\S)(?!n’)(?:[^‘’]|’(?=\w)){1,598}(?<=\S)’(?!\w)"),
    re.compile(r"«[^«»]{1,598}»"),
)
_BLANK_LINE = late(r"\n[ \t\r]*\n|\r[ \t]*\r")

_PICTURE = (
    "[\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2639\u263a\u2648-\u2653"
    "\u2665\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3"
    "\u26f5\u26fa\u26fd\u2705\u270a-\u270d\u2728\u274c\u274e\u2753-\u2755\u2757\u2764\u2795-\u2797"
    "\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a"
    "\U0001f201\U0001f21a\U0001f22f\U0001f232-\U0001f23a\U0001f250\U0001f251"
    "\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f90c-\U0001f9ff"
    "\U0001fa70-\U0001faff]"
)
_UNIT = (
    rf"(?:{_PICTURE}\ufe0f?|[\u00a9\u00ae\u203c-\u3299]\ufe0f)"
    "[\U0001f3fb-\U0001f3ff]?\ufe0f?[\U000e0020-\U000e007f]{0,16}"
)
_JOINED = rf"(?:[\u2640\u2642\u2695\u2696\u26a7\u2708]\ufe0f?|{_UNIT})"
_TYPED = (":)", ":(", ":D", ":P", ":-", ":'(", ";)", ";-)", "=)", "<3", "xD")
_SAD = late(r":['-]?\(")
_EMOJI = late(
    "[\U0001f1e6-\U0001f1ff]{2}|[0-9#*]\ufe0f?\u20e3"
    rf"|{_UNIT}(?:\u200d{_JOINED}){{0,8}}"
    r"|(?:(?<=[\s.,!?…])|(?<![^\n]))(?::-?[)(DP]|;-?\)|:'\(|=\)|<3|xD)(?![\w(:/])"
    r"|(?<=[A-Za-z])(?::-[)(]|;-\)|:\)|;\))(?![\w(:/])"
)


def urls(text: str) -> list[Mark]:
    """Give the addresses of the web and of mailboxes, without the punctuation after them."""
    found = [_trimmed(text, match) for match in _URL.finditer(text)]
    spans = [Span(*match.span()) for match in _MAIL.finditer(text)]
    at = 0
    for span in spans:
        while at < len(found) and found[at].end <= span.start:
            at += 1
        if at == len(found) or not found[at].overlaps(span):
            found.insert(at, span)
    return [Mark(What.URL, span) for span in found]


def _trimmed(text: str, match: re.Match[str]) -> Span:
    start, end = match.span()
    surplus = {close: text.count(close, start, end) for close in _PAIRS}
    for close, opener in _PAIRS.items():
        surplus[close] -= text.count(opener, start, end)
    while end > start:
        last = text[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return Span(start, end)


def quotations(text: str) -> list[Mark]:
    """Give what stands between paired quotation marks, the marks included; at most 600 long."""
    return [
        Mark(What.QUOTATION, Span(*match.span()))
        for quotation in _QUOTATIONS
        for match in quotation.finditer(text)
        if not _BLANK_LINE.search(match.group())
    ]


def emoji(text: str) -> list[Mark]:
    """Give pictures and typed smileys; a joined sequence is one."""
    if text.isascii() and not any(typed in text for typed in _TYPED):
        return []
    return [
        Mark(What.EMOJI, Span(*match.span()))
        for match in _EMOJI.finditer(text)
        if not (match.group().endswith(")") and _in_brackets(text, match.start()))
    ]


def _in_brackets(text: str, at: int) -> bool:
    """Tell whether a bracket that a smiley would close was opened shortly before."""
    before = text[max(at - 60, 0) : at].rpartition("\n")[2]
    before = _SAD.sub("", before)
    return before.rfind("(") > before.rfind(")")
