"""Who wrote what in the quoted mail under a reply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tonecheck.anatomy import history
from tonecheck.anatomy.lines import Line
from tonecheck.late import late
from tonecheck.message import Message, Part
from tonecheck.names import is_given, is_person, parts
from tonecheck.text import Span

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_MARKS = late(r"(?:[ \t]*>)+[ \t]?")
_LAYOUT = late(r"[_-]{5,}$|-{3,}|##-|Begin forwarded message:$")
_FIELD = late(r"[*_]{0,2}(?P<name>[A-Za-zÀ-ÿ-]{1,12})[*_]{0,2} ?:[*_]{0,2} ?(?P<value>.*)$")
_FROM = frozenset({"from", "von", "de"})
_SAID = late(
    r"\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|geschrieben)\b"
)
_ADDRESS = late(r"[<\[(][^<>\[\]()]{0,100}[>\])]|\S{1,64}@\S{1,100}")
_WHEN = late(r"^.*[\d,]|\b(?:[AaPp]\.?[Mm]\.?|[Uu]hr|at|um|via .*)(?=\s|$)")
_TITLE = r"(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Rev)"
_SIGN_OFF = (
    r"(?i:thanks|thank you|thx|tia|many thanks|cheers|best|regards|kind regards|best regards|br|"
    r"(?:best |kind |good )?wishes|yours|love|sincerely|yours sincerely|yours faithfully|"
    r"greetings|hugs|"
    r"respectfully|with (?:best|kind|warm|many)[\w ]{0,30}|yours \w+|(?:mit|viele|beste|liebe)"
    r" [\w ]{0,30}|merci|danke|gracias|grazie|ciao|cordialement|saludos|bien à vous)"
)
_NAME = r"[^\W\d_a-z][^\W\d_'’-]*(?:['’-][^\W\d_]+)*"
_INITIAL = r"[A-Z]\.?"
_MID = r"(?:(?:van|von|de|da|di|del|der|den|la|le|bin|al|el) ){0,2}"
_PERSON = (
    rf"(?:\(?{_TITLE}\b\.?\)? ?){{0,2}}(?:(?:{_INITIAL} ){{1,3}}|(?:{_NAME}) )?{_MID}(?:{_NAME})"
    rf"(?: {_MID}{_NAME}){{0,2}}"
)
_SIGNED = late(
    rf"(?:(?:^|[.!?,;:)\s-]){_SIGN_OFF}(?: again| so much| in advance)?(?: from)?(?P<apart>[ ]?"
    rf"[,.!–—-]*\s+)(?P<name>{_PERSON}|[^\W\d_]{{2,20}}))[.!]?$"
)
_SIGNING_OFF = late(rf"(?:^|\n)[ \t]*{_SIGN_OFF}[\s,.!–—-]*$")
# "… three weeks ago. Ruth Amadi": a name alone after the last sentence. One word may be a sigh.
_TRAILING = late(
    rf"[.!?)](?P<apart>\s+|\s*[~–—/-]+\s*)(?i:from )?(?P<name>{_PERSON}|[^\W\d_]{{2,20}})$"
)
# What may follow a name: kisses, a title, where they live.
_KISSES = late(r"(?:[\s,]+x{1,4})+$", re.IGNORECASE)
_SMILES = late(r"[^\w.,!?()'’-]+$")
_BEHIND = late(rf",? \((?P<title>{_TITLE})\.?\)$")
_PLACE = late(
    r"(?:,? \([^()\n]{1,30}\)|, (?:[\w'-]+ ){0,2}\d[\w-]*(?: [\w'-]+){0,3}"
    r"|, [A-Z][a-z]{2,}(?: [A-Z][a-z]+)?)$"
)
_TITLED = late(rf"^\(?{_TITLE}\b")
_LEADING = late(r"^[\s~^/–—-]+")
_WHOLE_NAME = late(_PERSON)
_END = 120  # characters at the end of a message in which its writer signs
_BELOW = 4  # lines that may stand under the name
_FEW = 6  # words of such a line


class Quoted(NamedTuple):
    """A message in the history, and the name of who wrote it, where that is told."""

    text: str
    writer: str | None


def quoted(message: Message) -> list[Quoted]:
    """Give the messages quoted under or among the own words, the newest first.

    Marks of quotation and the lines that say who wrote are taken off.
    """
    depths, lines = _dequoted(message)
    starts = _starts(lines)
    found: list[Quoted] = []
    own: list[str] = []
    writer: str | None = None
    depth: int | None = None
    at = 0
    while at < len(lines):
        if at in starts:
            found.append(Quoted(_joined(own), writer))
            end, writer = starts[at]
            own, depth, at = [], None, end
            continue
        line = lines[at]
        if not _LAYOUT.match(line.words):
            depth = depths[at] if depth is None else depth
            if depths[at] == depth:
                own += ["", line.words] if line.apart and own else [line.words]
        at += 1
    found.append(Quoted(_joined(own), writer))
    return [entry for entry in found if entry.text]


def signed(message: Message) -> str | None:
    """Give the name of a person with which a message ends, if it ends with one."""
    for region in message.regions:
        if region.what is Part.SIGNATURE:
            words = _LEADING.sub("", message.words(region.span).strip())
            for line in words.splitlines()[:2]:
                bare, title = _bare(line.strip(" .,"))
                if _WHOLE_NAME.fullmatch(bare) and _is_signature(bare):
                    return _titled(bare, title)
    words = "".join(message.words(r.span) for r in message.regions if r.what is not Part.HISTORY)
    for end in _ends(words):
        tail, title = _bare(words[max(end - _END, 0) : end].rstrip())
        if _SIGNING_OFF.search(tail):
            continue
        match = _SIGNED.search(_SMILES.sub("", tail))
        name = match.group("name") if match else _trailing(tail)
        vague = match and (match["apart"] == " " or match["name"].islower())
        if match and vague and not _is_surely_a_name(match["name"]):
            continue
        if name and _is_signature(name):
            return _titled(name, title)
    return None


def _ends(words: str) -> Iterator[int]:
    """Give where a name may end: before each of the last few lines, then at the end."""
    end = len(words.rstrip())
    ends = [end]
    for _ in range(_BELOW):
        start = words.rfind("\n", 0, end) + 1
        below = words[start:end].strip()
        if not start or len(below.split()) > _FEW or below.endswith((".", "?", "!")):
            break
        end = start - 1
        ends.append(end)
    yield from reversed(ends)


def _bare(words: str) -> tuple[str, str]:
    """Give the words without what follows a name, and the title that follows it."""
    words = _KISSES.sub("", words)
    if behind := _BEHIND.search(words):
        return words[: behind.start()], behind["title"]
    bare = _PLACE.sub("", words)
    if bare != words:
        name = _trailing(bare) or ""
        given = name.split()[:1] and is_given(name.split()[0]) and " " in name
        if given or _TITLED.match(name) or _SIGNED.search(bare):
            return bare, ""
    return words, ""


def _titled(name: str, title: str) -> str:
    return f"{title} {name}" if title else name.replace("(", "").replace(")", "")


def _is_signature(name: str) -> bool:
    return is_person(name) and not _is_formula(name)


def _is_surely_a_name(words: str) -> bool:
    return _TITLED.match(words) is not None or is_given(words.split(maxsplit=1)[0])


def _trailing(tail: str) -> str | None:
    end = _TRAILING.search(tail)
    if end is None:
        return None
    name: str = end.group("name")
    words = name.split()
    apart = end.group("apart")
    sure = ("\n" in apart and name[0].isupper()) or len(words[0].strip(".")) == 1
    sure = sure or _TITLED.match(name) is not None or (" " in name and not apart.isspace())
    return name if sure or is_given(words[0]) else None


def same_writer(one: str | None, other: str | None) -> bool:
    """Tell whether two names name one writer: all words of the shorter are in the longer."""
    if not one or not other:
        return False
    few, many = sorted((set(parts(one)), set(parts(other))), key=len)
    return bool(few) and few <= many


def _is_formula(name: str) -> bool:
    return any(word in _FORMULAS for word in name.lower().split())


_FORMULAS = frozenset(
    "thanks thank cheers regards best please sorry hello hi ok okay help asap urgent kind wishes "
    "yes no order ticket sent not very so never still you your merry happy have wtf omg lol total "
    "absolute absolutely poor bad just really awful terrible shocking what how why disgusting "
    "joke sent from iphone android wherever everyone all there here".split()
)


def _dequoted(message: Message) -> tuple[list[int], list[Line]]:
    """Give the lines of the history without their marks, and how many marks each had."""
    depths: list[int] = []
    lines: list[Line] = []
    apart = True
    for region in message.regions:
        if region.what is not Part.HISTORY:
            continue
        apart = True
        for match in _LINE.finditer(message.words(region.span)):
            marks = _MARKS.match(match[1])
            words = match[1][marks.end() if marks else 0 :].strip()
            if not words:
                apart = True
                continue
            depths.append(marks.group().count(">") if marks else 0)
            lines.append(Line(Span(0, len(words)), words, own=True, apart=apart))
            apart = False
    return depths, lines


def _starts(lines: list[Line]) -> dict[int, tuple[int, str | None]]:
    """Give, for each line that a quoted message begins at, where its words begin and who wrote."""
    found: dict[int, tuple[int, str | None]] = {}
    for at, end in history.attributions(lines):
        found[at] = (end, _writer(" ".join(line.words for line in lines[at:end])))
    at = 0
    while at < len(lines):
        if at in found or not history.header_block(lines, at):
            at += 1
            continue
        fields = list(_fields(lines, at))
        names = [_writer(value) for name, value in fields if name in _FROM]
        found[at] = (at + len(fields), names[0] if names else None)
        at += len(fields)
    return found


def _fields(lines: list[Line], at: int) -> Iterator[tuple[str, str]]:
    for line in lines[at : at + 8]:
        field = _FIELD.match(line.words)
        if field is None:
            return
        yield field.group("name").lower(), field.group("value")


def _writer(words: str) -> str | None:
    """Give the name in an attribution or a From field; None when it is no person's."""
    bare = _ADDRESS.sub(" ", _SAID.sub(" ", words)).strip(" \t:\"'*")
    name = " ".join(_WHEN.sub(" ", bare).split()).strip(" ,:;\"'")
    return name if name and is_person(name) else None


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip()
