"""The end of a message: sign-off, signature and legal footer."""

from __future__ import annotations

import re

from tonecheck.anatomy.lines import SLOT, Cut, Line
from tonecheck.late import late
from tonecheck.message import Part
from tonecheck.text import Span

_ADVERB = r"(?:(?:with|my|our|very|kind|kindest|best|warm|warmest|friendly|sincere|sincerest|many|"
_ADVERB += r"good|fond|deepest|heartfelt|cordial|all|and) )*"
_FORMULA = (
    rf"(?:{_ADVERB}(?:regards|wishes|greetings|condolences|apologies|sympathy|rgds)(?: and thanks)?"
    r"|kr|best|all the best|all my best|yours(?: (?:sincerely|faithfully|truly|respectfully))?"
    r"|(?:most )?sincerely(?: yours)?|respectfully(?: yours)?|cordially|warmly|gratefully"
    r"|(?:with )?(?:many |huge |big |sincere )?(?:thanks|thank you|thx|ty)"
    r"(?: again| so much| very much| a lot| a million| in advance| once again"
    r"| and (?:kind |best |warm )?(?:regards|wishes))*"
    r"|cheers|ta|take care|talk (?:to you )?soon|speak (?:to you )?soon|see you (?:soon|then|there)"
    r"|until then|love|with (?:love|gratitude|appreciation)|bye(?: for now)?|goodbye|have a "
    r"(?:great|lovely|nice|good|wonderful|fantastic|super|pleasant|safe) [\w' ]{2,25})"
)
_LINE = late(rf"(?i:{_FORMULA})[ ]?[,.!:;…—–-]*(?:[ ]?[^\w\s{SLOT}]{{1,4}})?$")
# Possessive, so that one word is never tried as several names.
_NAME = rf"(?:[^\W\d_a-z{SLOT}][\w'’.-]{{0,30}}+|{SLOT}++)"
_NAMES = (
    rf"(?:[Tt]he )?{_NAME}(?: (?:of|at|from|and|&|the|van|de|der|von|in))?"
    rf"(?: ?{_NAME}|,){{0,5}}(?: (?:team|crew|support|desk))?"
)
_WITH_NAME = late(
    rf"(?P<formula>(?i:{_FORMULA}))(?:[,.!—–-]+[ ]?|[ ])(?P<name>{_NAMES}|[a-z]\.?)[.!]?$"
)
_INLINE = late(rf"(?<=[.!?…)] )(?P<formula>(?i:{_FORMULA}))(?:[,!—–-]+ ?(?P<name>{_NAMES})?)[.!]?$")
_INLINE_SURE = late(
    r"(?<=[.!?…)] )(?P<formula>(?i:(?:(?:with|kind|kindest|best|warm|warmest|many) )+"
    rf"(?:regards|wishes)|yours sincerely))[,.!]?(?: (?P<name>{_NAMES}))?[.!]?$"
)
_SENTENCE_END = re.compile(r"[.!?…)] ")
_DASHED = late(rf"(?:[—–~]|--?) ?{_NAMES}$|\^ ?[A-Za-z]{{1,12}}$|/[A-Z]{{2,3}}$")
_DASHED_INLINE = late(
    rf"(?<=[.!?…:)\w] )(?:\^ ?[A-Za-z]{{1,12}}|(?:(?<=[.!?…)] )[—–~-] ?{_NAME}))$"
)
_NAME_LINE = late(rf"{_NAMES}$|[A-Za-z]\.?$|(?:[A-Z]\.? ?){{1,3}}$")
_NOT_NAMES = frozenset(
    (
        "yeah yes no done noted ok okay "
        "sure great perfect sorry understood agreed correct right now "
        "today tomorrow monday tuesday wednesday thursday friday saturday sunday thanks hello hi "
        "please note total order date summary subtotal closed resolved fixed"
    ).split()
)
_DELIMITER = late(r"--$")
_DEVICE = late(r"(?:Sent|Get|Envoyé|Gesendet|Von) (?:from|with|via|Outlook|de|von|meinem) ?\S")
_POSTSCRIPT = late(r"P\.? ?S\b\.?[ :,]?")
_LEGAL = late(
    r"confidentiality (?:notice|note|warning)|legal (?:notice|disclaimer)|disclaimer\b"
    r"|(?:(?:the )?(?:information|contents?|material) (?:contained )?(?:in|of) )?this (?:e-?mail|"
    r"message|communication|transmission)\b[^\n]{0,160}?\b(?:confidential|privileged|legally|"
    r"intended (?:only|solely|for))"
    r"|[^\n]{0,80}?\bif you (?:are not|aren['’]t|have received this) (?:the |an )?"
    r"(?:(?:named |intended )*(?:recipient|addressee)|(?:e-?mail|message) (?:in error|by mistake))"
    r"|[^\n]{0,80}?\bthis (?:e-?mail|message) (?:may|might) contain (?:private|confidential)"
    r"|please (?:consider|think (?:of|about)) (?:the environment|before printing)",
    re.IGNORECASE,
)
_EXCLAIMED = late(r"![^\w\n]{0,20}$")
_SHORT = 75
_MOST = 10  # lines of a signature


def find(lines: list[Line], after: int) -> list[Cut]:
    """Give where sign-off, signature, legal footer and postscript begin.

    Nothing before the offset `after`, where the body begins, is any of them.
    """
    own = [_from(line, after) for line in lines if line.span.end > after]
    cuts: list[Cut] = []
    legal = _legal(own)
    if legal < len(own):
        cuts.append(Cut(own[legal].span.start, Part.DISCLAIMER))
        own = own[:legal]
    postscript = next(
        (at for at in range(1, len(own)) if own[at].apart and _POSTSCRIPT.match(own[at].words)),
        len(own),
    )
    if len(own) - postscript <= 6:
        if postscript < len(own):
            cuts.append(Cut(own[postscript].span.start, Part.BODY))
        own = own[:postscript]
    return cuts + _ending(own, alone=own == lines)


def _from(line: Line, start: int) -> Line:
    """Give what stands in a line from an offset on."""
    if line.span.start >= start:
        return line
    words = line.words[start - line.span.start :]
    return line._replace(span=Span(start, line.span.end), words=words)


def _legal(lines: list[Line]) -> int:
    """Give the number of lines above the legal footer."""
    sign_off = max((at for at, line in enumerate(lines) if _LINE.match(line.words)), default=0)
    for at in range(sign_off + 1, len(lines)):
        if lines[at].apart and _LEGAL.match(lines[at].words):
            return at
    return len(lines)


def _ending(lines: list[Line], *, alone: bool) -> list[Cut]:
    delimiter = _delimiter(lines, 1 if alone else 0)
    cuts: list[Cut] = []
    if delimiter < len(lines):
        cuts.append(Cut(lines[delimiter].span.start, Part.SIGNATURE))
        lines = lines[:delimiter]
    if not lines:
        return cuts
    for at in range(len(lines) - 1, max(len(lines) - _MOST, 0) - 1, -1):
        below = lines[at + 1 :]
        if not all(_is_card(line.words) for line in below):
            break
        found = _sign_off(lines, at, alone=alone)
        if found:
            return cuts + found
    return cuts + _signature(lines)


def _delimiter(lines: list[Line], least: int) -> int:
    places = [at for at, line in enumerate(lines) if _DELIMITER.match(line.words)]
    if len(places) != 1 or places[0] < least or len(lines) - places[0] - 1 > _MOST + 5:
        return len(lines)
    return places[0] if all(_is_card(line.words) for line in lines[places[0] + 1 :]) else len(lines)


def _is_card(words: str) -> bool:
    """Tell whether a line may stand in a signature: short, and no sentence."""
    if "@" in words or "http" in words or "www." in words:
        return len(words) <= 200
    if len(words) > _SHORT:
        return bool(_DEVICE.match(words))
    return not (words.endswith((".", "!", "?", ":")) and len(words.split()) > 5)


def _sign_off(lines: list[Line], at: int, *, alone: bool) -> list[Cut]:
    line = lines[at]
    words, start = line.words, line.span.start
    below = lines[at + 1 :]
    cuts = [Cut(below[0].span.start, Part.SIGNATURE)] if below else []
    if _LINE.match(words):
        return [Cut(start, Part.CLOSING), *cuts]
    named = _WITH_NAME.match(words)
    if named and (at or below or not alone) and not _is_prose(named.group("name")):
        return [Cut(start, Part.CLOSING), Cut(start + named.start("name"), Part.SIGNATURE)]
    inline = None
    if _SENTENCE_END.search(words):
        inline = _INLINE.search(words) or _INLINE_SURE.search(words)
    if inline:
        begin = Cut(start + inline.start("formula"), Part.CLOSING)
        if inline.group("name") and (len(lines) > 1 or not alone):
            return [begin, Cut(start + inline.start("name"), Part.SIGNATURE)]
        return [begin, *cuts]
    length = len(words.split())
    wish = (words.endswith(",") and length <= 10) or (length <= 4 and _EXCLAIMED.search(words))
    if (
        wish
        and line.apart
        and below
        and _is_name_line(below[0].words)
        and not re.search(r"[.!?;:,] \w", words)
    ):
        return [Cut(start, Part.CLOSING), *cuts]
    return []


def _is_prose(name: str) -> bool:
    """Tell whether the words after a sign-off name nobody: "Thanks all", "Thanks. Sorry."."""
    if name.lower() in ("again", "all"):
        return True
    parts = name.split()
    known = [part.strip(".,").lower() in _NOT_NAMES for part in parts]
    stopped = any(no and part.endswith(".") for no, part in zip(known, parts, strict=True))
    return all(known) or stopped


def _is_name_line(words: str) -> bool:
    head, *rest = re.split(r"[,|(]| [-–—] ", words, maxsplit=1)
    head = head.strip()
    prose = (rest and words.endswith((".", "!", "?", "…"))) or len(words.split()) > 8
    if prose or not _NAME_LINE.match(head):
        return False
    return not any(part.strip(".,").lower() in _NOT_NAMES for part in head.split())


def _signature(lines: list[Line]) -> list[Cut]:
    """Find a signature that no sign-off introduces."""
    last = lines[-1]
    if len(lines) > 1 and (_DEVICE.match(last.words) or _DASHED.match(last.words)):
        return [Cut(last.span.start, Part.SIGNATURE)]
    inline = _DASHED_INLINE.search(last.words)
    if inline:
        return [Cut(last.span.start + inline.start(), Part.SIGNATURE)]
    first = len(lines) - 1
    while first > 0 and not lines[first].apart:
        first -= 1
    paragraph = lines[first:]
    if not first > 0 or len(paragraph) > 5 or not all(_is_card(line.words) for line in paragraph):
        return []
    if len(paragraph[0].words) > 2 and _is_name_line(paragraph[0].words):
        return [Cut(paragraph[0].span.start, Part.SIGNATURE)]
    return []
