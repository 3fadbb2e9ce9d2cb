"""How elements of HTML lie in each other, in pages where half the tags are missing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import Generic, NamedTuple, TypeVar

State = TypeVar("State")


class Break(IntEnum):
    """What parts an element from what stands before and after it; the greater wins."""

    NONE = 0
    CELL = 1
    LINE = 2
    PARAGRAPH = 3


_PARAGRAPHS = (
    "p h1 h2 h3 h4 h5 h6 ul ol dl menu dir blockquote pre listing figure fieldset hr mj-text "
    "mj-button"
)
_LINES = (
    "div li table caption tbody thead tfoot tr section article header footer main nav aside "
    "address form dt dd figcaption details summary legend center hgroup search dialog option "
    "optgroup textarea mj-section mj-column mj-wrapper mj-group mj-hero mj-table mj-raw mj-social "
    "mj-social-element mj-navbar mj-navbar-link mj-accordion mj-accordion-element "
    "mj-accordion-title mj-accordion-text mj-body"
)
_CELLS = "td th"
BREAKS = {
    name: kind
    for names, kind in (
        (_PARAGRAPHS, Break.PARAGRAPH),
        (_LINES, Break.LINE),
        (_CELLS, Break.CELL),
    )
    for name in names.split()
}
"""The elements that stand apart from what is around them."""

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr".split()
)
"""The elements that hold nothing and are never closed."""

IN_HEAD = frozenset(
    "base basefont bgsound link meta noframes noscript script style template title xml".split()
)
"""The elements that may stand in a head; any other ends it."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WALLS = ("td", "th", "caption", "table", "template")  # no tag inside closes what is outside
_ROWS = ("tbody", "thead", "tfoot")
_TABLE = frozenset({"tr", "td", "th", "caption", *_ROWS})
_LETS_P_STAND = frozenset({"td", "th", "tr", "caption", "option", "optgroup", *_ROWS})
# What an opening tag closes, and what shields it from being closed.
_ENDS = {
    "li": (("li",), ("ul", "ol", "menu", "dir")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "tr": (("tr", "caption"), ("table", "template")),
    "td": (("td", "th"), ("table", "tr", "template")),
    "th": (("td", "th"), ("table", "tr", "template")),
    **dict.fromkeys(_ROWS, ((*_ROWS, "tr", "caption"), ("table", "template"))),
    "option": (("option",), ("select",)),
}
_ITEMS = frozenset({"li", "dt", "dd", "option"})


class Element(NamedTuple, Generic[State]):
    """An open element, and how things stood before it."""

    name: str
    part: Break
    before: State


class Nest(Generic[State]):
    """The elements that are open, the outermost first."""

    def __init__(self) -> None:
        self._open: list[Element[State]] = []
        self._places: dict[str, list[int]] = {}
        self._blocks: list[int] = []

    def push(self, element: Element[State]) -> None:
        """Open an element."""
        self._places.setdefault(element.name, []).append(len(self._open))
        if element.name in BREAKS:
            self._blocks.append(len(self._open))
        self._open.append(element)

    def make_room(self, name: str) -> Iterator[Element[State]]:
        """Close, innermost first, what cannot hold an element of this name."""
        if name in _ENDS:
            ends, shields = _ENDS[name]
            at = self._first_after(
                ends, self._wall(*shields) if name in _ITEMS else self._last(*shields)
            )
            yield from self._close(at)
        if name in BREAKS and name not in _LETS_P_STAND:
            yield from self._close(self._first_after(("p",), self._wall()))
        if name not in IN_HEAD:
            yield from self.close("head")

    def close(self, name: str) -> Iterator[Element[State]]:
        """Close the innermost element of a name, and what is open in it; nothing if none may."""
        names = _HEADINGS if name in _HEADINGS else (name,)
        at = self._last(*names)
        if name in _TABLE:
            wall = self._last("table", "template")
        elif name in ("table", "head", "template"):
            wall = -1
        elif name in BREAKS:
            wall = self._wall()
        else:
            wall = self._blocks[-1] if self._blocks else -1
        yield from self._close(at if at > wall else -1)

    def has(self, name: str) -> bool:
        """Tell whether an element of this name is open."""
        return self._last(name) >= 0

    def _last(self, *names: str) -> int:
        """Give the place of the innermost element of some names, -1 when none is open."""
        return max(places[-1] if (places := self._places.get(name)) else -1 for name in names)

    def _wall(self, *names: str) -> int:
        """Give the place of the innermost wall, or element of some names.

        Cells are walls only in a table: of a page's part the rest may be anywhere.
        """
        return self._last(*names, *(_WALLS if self.has("table") else ("template",)))

    def _first_after(self, names: tuple[str, ...], wall: int) -> int:
        """Give the outermost of the innermost elements of some names that stand behind a wall."""
        places = [at for at in (self._last(name) for name in names) if at > wall]
        return min(places, default=-1)

    def _close(self, at: int) -> Iterator[Element[State]]:
        while 0 <= at < len(self._open):
            element = self._open.pop()
            self._places[element.name].pop()
            if element.name in BREAKS:
                self._blocks.pop()
            yield element
