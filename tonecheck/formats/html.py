"""HTML and MJML, read as the customer sees them: no markup, nothing hidden, white space collapsed.

Variables and tags of templates are hidden from the scanner under letters of the same length, so
that they stay whole wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tonecheck.formats import clients, markup, styles, templates
from tonecheck.formats.elements import BREAKS, VOID, Break, Element, Nest
from tonecheck.formats.markup import SPACE, Sort, Token
from tonecheck.formats.shown import Shown
from tonecheck.late import late
from tonecheck.message import Message, Part
from tonecheck.text import Source, Span

_STRETCH = re.compile(rf"[{SPACE}]+|[^{SPACE}]+(?: [^{SPACE}]+)*")
_LINE = re.compile(r"\r\n|\r|\n|[^\r\n]+")
_FIRST_LINE_END = re.compile(r"\r\n|\r|\n")
_HIDDEN = frozenset(
    "head template svg xml datalist rp mj-head mj-preview mj-attributes mj-style mj-title".split()
)
_CODE = frozenset("code kbd samp tt".split())
_TELLING = _HIDDEN | _CODE | {"pre", "listing", "blockquote"}  # even without attributes
_PICTURES = frozenset("img image mj-image amp-img input".split())
_PROSE_PRE = late(r"\bmoz-")
_TIGHT = late(r"(?:x_?)?[Mm]so\w*|p[12]")  # paragraphs of Outlook and Apple: no margins
_PREHEADER = "preheader"  # what most templates call the class that their style sheet hides
_BLANK = re.compile(rf"[{SPACE}]")


class _State(NamedTuple):
    """How things stand at a place of the page."""

    gone: bool = False
    invisible: bool = False
    tiny: bool = False
    keeps: bool = False
    literal: bool = False
    part: Part = Part.BODY
    code: int = 0  # where the outermost code element begins, counted from 1

    @property
    def hidden(self) -> bool:
        return self.gone or self.invisible or self.tiny


def read(source: Source) -> tuple[Message, ...]:
    """Give the file as one message; quoted mail, signatures and code are regions of their own."""
    tags = templates.tags(source.text)
    reader = _Reader(source.text, templates.veil(source.text, tags), Shown(source.text, tags))
    for token in markup.tokens(reader.page):
        reader.take(token)
    return (reader.shown.message(source),)


class _Reader:
    """Goes through a page tag by tag."""

    def __init__(self, text: str, page: str, shown: Shown) -> None:
        self.page = page
        self.shown = shown
        self._text = text
        self._state = _State()
        self._nest = Nest[_State]()
        self._hidden_names: set[str] = {f".{_PREHEADER}"}
        self._quoted = False  # all that follows is quoted mail
        self._ruled = False  # the next words stand under a rule
        self._skips_line = False  # the next words follow the tag of a `pre`
        self._not_outlook = False
        self._closed_code: set[int] = set()

    def take(self, token: Token) -> None:
        """Read the next token."""
        if token.sort is Sort.WORDS or token.sort is Sort.REFERENCE:
            self._show(token)
        elif token.sort is Sort.OPEN:
            self._open(token)
        elif token.sort is Sort.CLOSE:
            self._close(token.name)
        elif token.sort is Sort.COMMENT:
            words = token.span.of(self.page)
            if "[endif]" in words:
                self._not_outlook = False
            elif words.startswith("<!--[if !"):
                self._not_outlook = True
        elif token.name == "style":
            self._hidden_names.update(styles.hidden(token.span.of(self.page)))

    # What is shown

    def _show(self, token: Token) -> None:
        if self._state.hidden:
            return
        if token.sort is Sort.REFERENCE:
            self._reference(token.span)
        elif self._state.keeps:
            self._kept(token.span)
        else:
            self._collapsed(token.span)

    def _part(self, words: str) -> Part:
        """Give what the next words belong to."""
        if self._ruled:
            self._quoted = self._quoted or clients.begins_header(words)
            self._ruled = False
        if self._quoted or self._state.part is Part.HISTORY:
            return Part.HISTORY
        return Part.CODE if self._state.literal else self._state.part

    @property
    def _code(self) -> int:
        """Where the code that is open begins, 0 when there is none."""
        code = self._state.code
        return 0 if code in self._closed_code else code

    def _reference(self, span: Span) -> None:
        raw = span.of(self._text)
        text = markup.character(raw)
        self._skips_line = False
        if not text:
            return
        if _BLANK.fullmatch(text) and not self._state.keeps:
            self.shown.blank(span, line_end=False)
        elif text in "\r\n":
            self.shown.new_line()
        else:
            part = self._part(text)
            self.shown.decoded(span, text, markup.character, part, self._code)

    def _collapsed(self, span: Span) -> None:
        for found in _STRETCH.finditer(self.page, span.start, span.end):
            start, end = found.span()
            if _BLANK.match(self.page, start):
                beside = self.page[start - 1 : start] + self.page[end : end + 1]
                line_end = templates.STEERING in beside and "\n" in found.group()
                self.shown.blank(Span(start, end), line_end=line_end)
            else:
                part = self._part(found.group())
                self.shown.words(Span(start, end), part, self._code)

    def _kept(self, span: Span) -> None:
        start = span.start
        if self._skips_line and (first := _FIRST_LINE_END.match(self.page, start, span.end)):
            start = first.end()
        self._skips_line = False
        for found in _LINE.finditer(self.page, start, span.end):
            if found.group()[0] in "\r\n":
                self.shown.new_line()
            else:
                part = self._part(found.group())
                self.shown.words(Span(*found.span()), part, self._code)

    def _picture(self, value: Span) -> None:
        """Show what stands for a picture: a block of its own, but for signs such as emoji."""
        apart = re.search(r"[^\W_]", value.of(self._text)) is not None
        self.shown.part(Break.LINE if apart else Break.NONE)
        outer, self._state = self._state, self._state._replace(keeps=False)
        for token in markup.runs(self.page, value, attribute=True):
            self._show(token)
        self._state = outer
        self.shown.part(Break.LINE if apart else Break.NONE)

    # How elements lie in each other

    def _open(self, tag: Token) -> None:
        name = tag.name
        if name in ("html", "body", "mjml", "mj-body"):
            self._ended(self._nest.make_room(name))
            self.shown.part(Break.LINE)
            return
        self._ended(self._nest.make_room(name))
        own_id = self._value(tag, "id")
        style = styles.read(self._value(tag, "style"))
        self._quoted = self._quoted or clients.ends_own_words(
            name, own_id, self._value(tag, "data-marker")
        )
        classes = frozenset(self._value(tag, "class").split())
        state = self._inside(tag, style, classes, own_id)
        if name == "br":
            self._break()
        if name in _PICTURES and "alt" in tag.attributes and not state.hidden:
            self._picture(tag.attributes["alt"])
        part = _break(name, style, classes)
        self.shown.part(Break.NONE if state.hidden else part)
        if name in VOID or (tag.empty and ("-" in name or ":" in name)):
            return
        self._nest.push(Element(name, part, self._state))
        self._ruled = self._ruled or (style.border_top and not state.hidden)
        self._skips_line = name == "pre"
        self._state = state

    def _inside(
        self, tag: Token, style: styles.Style, classes: frozenset[str], own_id: str
    ) -> _State:
        """Give how things stand in an element."""
        state, name = self._state, tag.name
        if not tag.attributes and name not in _TELLING:
            return state
        hidden_names = {f".{one}" for one in classes} | {f"#{own_id}"}
        gone = (
            name in _HIDDEN
            or style.gone
            or style.display == "none"
            or (style.gone_in_outlook and name != "a" and not self._not_outlook)
            or ("hidden" in tag.attributes and self._value(tag, "hidden") != "until-found")
            or (not style.display and not self._hidden_names.isdisjoint(hidden_names))
        )
        prose = name == "pre" and (
            "wrap" in tag.attributes or style.keeps or _PROSE_PRE.search(" ".join(classes))
        )
        part = clients.part_of(name, classes, own_id, self._value(tag, "type"), style)
        keeps = True if name in ("pre", "listing") else state.keeps
        return state._replace(
            gone=state.gone or gone,
            invisible=state.invisible if style.visible is None else not style.visible,
            tiny=state.tiny if style.tiny is None else style.tiny,
            keeps=keeps if style.keeps is None else style.keeps,
            literal=state.literal or (name in ("pre", "listing") and not prose),
            part=state.part if part is Part.BODY or state.part is Part.HISTORY else part,
            code=self._code or (tag.span.start + 1 if name in _CODE else 0),
        )

    def _close(self, name: str) -> None:
        if name == "br":
            self._break()
            return
        closed = self._ended(self._nest.close(name))
        if not closed and name in _CODE and self._nest.has(name):
            self._closed_code.add(self._state.code)  # though blocks in it are open
        if not closed and name in BREAKS and not self._state.hidden:
            # In the part of a page, what was opened elsewhere still parts words.
            self.shown.part(Break.PARAGRAPH if name == "p" else Break.LINE)

    def _ended(self, elements: Iterator[Element[_State]]) -> bool:
        """Go back to how things stood before some elements; tell whether there are any."""
        closed = False
        for element in elements:
            if not self._state.hidden:
                self.shown.part(element.part)
            self._state = element.before
            closed = True
        return closed

    def _break(self) -> None:
        if not self._state.hidden:
            self.shown.new_line()

    def _value(self, tag: Token, name: str) -> str:
        span = tag.attributes.get(name)
        return span.of(self._text) if span else ""


def _break(name: str, style: styles.Style, classes: frozenset[str]) -> Break:
    """Give what parts an element from its neighbours, as far as its style leaves that alone."""
    kind = BREAKS.get(name, Break.NONE)
    if style.display.startswith("inline"):
        return Break.NONE
    if kind is Break.NONE and style.display in ("block", "table", "flex", "grid", "list-item"):
        return Break.LINE
    if kind is Break.PARAGRAPH and name == "p":
        margin = style.margin
        if margin is None:
            margin = not any(_TIGHT.fullmatch(one) for one in classes)
        return kind if margin else Break.LINE
    return kind
