"""What styles say of an element: whether it is seen, and how it stands among others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tonecheck.late import late

_DECLARATION = re.compile(r"([\w-]+)[ \t\r\n]*:([^;]*)")
_COMMENT = late(r"/\*.*?\*/|/\*.*", re.DOTALL)
_BRACE = late(r"[{}]")
_SELECTOR = late(r"[a-z0-9]*([.#][\w-]+)")
_NUMBER = late(r"(?<![\w.#-])(\d*\.?\d+)([a-z%]*)")
_ZERO = late(r"0*\.?0*(?:px|pt|r?em|%|in|cm)?")
_RELATIVE = frozenset({"em", "%"})
_KEEPS = {"pre": True, "pre-wrap": True, "pre-line": True, "break-spaces": True}
_SMALL = 1.0  # a margin below it parts nothing
_CONDITIONAL = re.compile(r"\{%|\{\{[#^]|<[%?#]")


class Style(NamedTuple):
    """What a style attribute decides; None where it says nothing."""

    display: str = ""
    gone: bool = False  # it takes no room, whatever it holds
    gone_in_outlook: bool = False
    visible: bool | None = None
    tiny: bool | None = None  # letters of no size
    keeps: bool | None = None  # line ends and spaces are shown as they stand
    margin: bool | None = None  # there is room above or below
    border_top: bool = False
    border_none: bool = False


def read(words: str) -> Style:
    """Read a style attribute; one that a template may or may not fill in says nothing."""
    if not words or _CONDITIONAL.search(words):
        return Style()
    told = {name.lower(): _value(value) for name, value in _DECLARATION.findall(words)}
    return Style(
        display=told.get("display", ""),
        gone=_ZERO.fullmatch(told.get("max-height", "-")) is not None,
        gone_in_outlook=told.get("mso-hide") == "all",
        visible=None if "visibility" not in told else told["visibility"] == "visible",
        tiny=_tiny(told.get("font-size") or told.get("font") or ""),
        keeps=_KEEPS.get(told["white-space"], False) if "white-space" in told else None,
        margin=_margin(told),
        border_top=told.get("border-top", "").startswith("solid"),
        border_none=told.get("border", "").startswith("none"),
    )


def _value(words: str) -> str:
    return words.lower().replace("!important", "").strip()


def _tiny(size: str) -> bool | None:
    number = _NUMBER.search(size)
    if number is None:
        return False if size and size != "inherit" else None
    if float(number[1]) == 0:
        return True
    return None if number[2] in _RELATIVE else False


def _margin(told: dict[str, str]) -> bool | None:
    sides = told.get("margin", "").split()
    above = told.get("margin-top", sides[0] if sides else "")
    below = told.get("margin-bottom", sides[2] if len(sides) > 2 else "".join(sides[:1]))
    if not above or not below:
        return None
    return any(_size(side) >= _SMALL for side in (above, below))


def _size(words: str) -> float:
    number = _NUMBER.search(words)
    if number is None:
        return 0 if words.startswith("-") else _SMALL
    return float(number[1]) * (16 if number[2] in ("em", "rem") else 1)


def hidden(sheet: str) -> Iterator[str]:
    """Give the classes (`.name`) and ids (`#name`) that a style sheet hides on every screen."""
    sheet = _COMMENT.sub(" ", sheet)
    at = depth = 0
    selectors = ""
    for brace in _BRACE.finditer(sheet):
        inside = sheet[at : brace.start()]
        at = brace.end()
        if brace.group() == "{":
            depth += 1
            selectors = inside if depth == 1 else ""
            continue
        depth = max(depth - 1, 0)
        if depth == 0 and selectors and "@" not in selectors:
            style = read(inside)
            if style.display == "none" or style.visible is False:
                for selector in selectors.split(","):
                    named = _SELECTOR.fullmatch(selector.strip())
                    if named:
                        yield named[1]
        selectors = ""
