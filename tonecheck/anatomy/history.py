"""Quoted mail: the other side's words, and our own of another day.

Where in doubt a line is the writer's own.
"""

from __future__ import annotations

import re

from tonecheck.anatomy.lines import Cut, Line
from tonecheck.late import late
from tonecheck.message import Part

_REPLY_MARKER = late(r"##- ?.{5,100}? ?-##$|-{2,} ?(?:Please )?(?:Reply|Type your reply) above")
_FORWARDED = late(
    r"(?:-{3,}|_{3,}) ?(?:Original Message|Original Appointment|Forwarded message|"
    r"Forwarded by [^\n]{1,80}|Urspr[üu]ngliche Nachricht|Message d'origine|Mensaje original|"
    r"Messaggio originale|Reply message) ?(?:-{3,}|_{3,})$|Begin forwarded message:$",
    re.IGNORECASE,
)
_ATTRIBUTION_START = late(
    r"(?:On|Am|Le|El|Il|Op|Em|Den|Am Di|Vào) (?=[^\n]{0,200})|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[ T]"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4}[, ]"
)
_ATTRIBUTION_END = late(
    r"(?:\bwrote|\bschrieb(?: [^\n:]{1,80})?|a écrit|escribió|ha scritto|schreef|escreveu|skrev"
    r"(?: [^\n:]{1,80})?|geschrieben)[ \u00a0]?:$"
)
_ADDRESS = late(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})")
_YEAR = late(r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d\d\b")
_TIME = late(r"\b\d{1,2}[:.h]\d\d\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_FIELD = late(
    r"[*_]{0,2}(?:From|Sent|To|Cc|Bcc|Subject|Date|Reply-To|Von|Gesendet|An|Betreff|Datum|De|Envoyé|À|"
    r"Objet|Enviado|Para|Asunto)[*_]{0,2} ?:[*_]{0,2}(?= |$)"
)
_RULE = late(r"[_-]{5,}$")


def find(lines: list[Line]) -> list[Cut]:
    """Give where quoted mail begins and where the writer's own words go on, in order."""
    end = _top_posted(lines)
    quoted = _quoted(lines[:end], more=end < len(lines)) + [True] * (len(lines) - end)
    cuts: list[Cut] = []
    within = False
    for line, is_quoted in zip(lines, quoted, strict=True):
        if line.own and is_quoted != within:
            cuts.append(Cut(line.span.start, Part.HISTORY if is_quoted else Part.BODY))
            within = is_quoted
    return cuts


def _top_posted(lines: list[Line]) -> int:
    """Give the number of lines above the place from which all is quoted mail."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.own and (_FORWARDED.match(line.words) or header_block(lines, at)):
            return at - 1 if at and _RULE.match(lines[at - 1].words) and lines[at - 1].own else at
        length = _attribution(lines, at)
        if length and _whole(lines, at, length) and not _followed(lines, at + length):
            return at
        at += length or 1
    return len(lines)


def _whole(lines: list[Line], at: int, length: int) -> bool:
    """Tell whether an attribution is surely one: an address, or both a year and a time."""
    words = " ".join(line.words for line in lines[at : at + length])
    return bool(_ADDRESS.search(words) or (_YEAR.search(words) and _TIME.search(words)))


def _followed(lines: list[Line], at: int) -> bool:
    return at < len(lines) and (not lines[at].own or lines[at].words.startswith(">"))


def _attribution(lines: list[Line], at: int) -> int:
    """Give how many lines the attribution that begins here takes, 0 when there is none."""
    first = lines[at]
    if not first.own or not _ATTRIBUTION_START.match(first.words):
        return 0
    words = ""
    for length in (1, 2, 3):
        if at + length > len(lines):
            break
        line = lines[at + length - 1]
        if not line.own or len(line.words) > 200 or (length > 1 and line.apart):
            break
        words = f"{words} {line.words}"
        if _ATTRIBUTION_END.search(words):
            known = _ADDRESS.search(words) or _YEAR.search(words) or _TIME.search(words)
            return length if known else 0
    return 0


def header_block(lines: list[Line], at: int) -> bool:
    """Tell whether three or more fields of a mail's head stand here, an address or date in them."""
    if not _FIELD.match(lines[at].words):
        return False
    names: set[str] = set()
    telling = False
    for line in lines[at : at + 8]:
        field = _FIELD.match(line.words)
        if not line.own or not field:
            break
        names.add(field.group())
        words = line.words[field.end() :]
        telling = telling or bool(_ADDRESS.search(words) or _YEAR.search(words))
    return telling and len(names) >= 3


def _quoted(lines: list[Line], *, more: bool) -> list[bool]:
    """Tell for each line whether it is quoted; `more` says that quoted mail follows the last."""
    marked = [line.own and line.words.startswith(">") for line in lines]
    quoted = list(marked)
    for at, line in enumerate(lines):
        alone = not any(marked[max(at - 1, 0) : at]) and not any(marked[at + 1 : at + 2])
        if marked[at] and alone and _is_menu_path(line.words):
            quoted[at] = False
        if line.own and _REPLY_MARKER.match(line.words):
            quoted[at] = True
    for at, end in reversed(attributions(lines)):
        if end == len(lines):
            followed = more
        else:
            followed = marked[end] or quoted[end] or not lines[end].own
            quoted[end] = quoted[end] or marked[end]
        if followed:
            quoted[at:end] = [True] * (end - at)
    return quoted


def _is_menu_path(words: str) -> bool:
    """Tell whether a line is a way through menus, as `> Account > Billing` is."""
    steps = words[1:].split(" > ")
    return len(steps) > 1 and all(step.strip() and ">" not in step for step in steps)


def attributions(lines: list[Line]) -> list[tuple[int, int]]:
    """Give where lines that say who wrote what follows begin and end: "On …, Jo Park wrote:"."""
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        length = _attribution(lines, at)
        if length:
            found.append((at, at + length))
        at += length or 1
    return found
