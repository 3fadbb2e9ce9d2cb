"""Sentences: cut by blocks and by rule, so that no model is needed and no word is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tonecheck.language.folding import lower, straighten
from tonecheck.language.scopes import quotations
from tonecheck.late import late
from tonecheck.marks import is_name
from tonecheck.message import Mark, Message, Part, What
from tonecheck.text import Span

LONGEST = 600
"""No sentence is longer than this many code points."""


class Sentence(NamedTuple):
    """One sentence of a message: where it lies and how it reads once marks are masked.

    `masked` and `folded` are as long as the span, so offsets in them are offsets in it.
    """

    span: Span
    region: Part
    masked: str
    folded: str


def sentences(message: Message) -> tuple[Sentence, ...]:
    """Give the sentences of all regions but code, in order; none crosses a region or a block."""
    masked = _mask(message)
    found = []
    for part, stretch in _stretches(message):
        for span in _split(masked, message.text, stretch, part):
            shown = span.of(masked).replace(_PAD, " ")
            found.append(Sentence(span, part, shown, lower(shown)))
    return tuple(found)


# --- masking ------------------------------------------------------------------------------------

# Fills up a masked name; becomes a space once the sentence is trimmed, so that the span of a
# sentence never ends inside a placeholder.
_PAD = "\0"
MASKED = {
    What.PLACEHOLDER,
    What.CONTROL_TAG,
    What.DIRECTIVE,
    What.URL,
    What.CODE,
    What.SECRET,
}
_DIGIT = late(r"\d")


def _mask(message: Message) -> str:
    text = straighten(message.text).replace(_PAD, " ")
    marks = sorted(
        (mark for mark in message.marks if mark.what in MASKED),
        key=lambda mark: (mark.span.start, -mark.span.end),
    )
    parts: list[str] = []
    at = 0
    for mark in marks:
        if mark.span.start >= at:  # else it lies inside a mark that is masked already
            parts += (text[at : mark.span.start], _stand_in(mark, text))
            at = mark.span.end
    return "".join((*parts, text[at:]))


def _stand_in(mark: Mark, text: str) -> str:
    """Give what a mark is read as, exactly as long as the mark."""
    length = len(mark.span)
    if mark.what is What.SECRET:
        return _DIGIT.sub("0", mark.span.of(text))
    if mark.what in (What.CONTROL_TAG, What.DIRECTIVE):
        return " " * length
    if mark.what is What.URL:
        return "Link".ljust(length, "k")[:length]
    if mark.what is What.CODE:
        return "Code".ljust(length, "e")[:length]
    return "Alex".ljust(length, _PAD if is_name(mark.key) else "x")[:length]


# --- stretches ----------------------------------------------------------------------------------


def _stretches(message: Message) -> Iterator[tuple[Part, Span]]:
    """Cut regions at the edges of blocks; what lies between blocks is a stretch of its own."""
    cuts = sorted({edge for block in message.blocks for edge in (block.start, block.end)})
    index = 0
    for region in message.regions:
        start = region.span.start
        while index < len(cuts) and cuts[index] <= start:
            index += 1
        while index < len(cuts) and cuts[index] < region.span.end:
            if region.what is not Part.CODE:
                yield region.what, Span(start, cuts[index])
            start = cuts[index]
            index += 1
        if region.what is not Part.CODE:
            yield region.what, Span(start, region.span.end)


# --- splitting ----------------------------------------------------------------------------------

_EMOJI = (
    "\u203c\u2049\u2139\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2934\u2935\u2b05-\u2b55"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_SPEAKS = late(rf"[^\W_]|[{_EMOJI}]")
# A run of stops, the quotes and brackets that it closes, and the emoji that belong to it. Before
# a capital, `!` and `?` end a sentence without a space as well.
_STOP = late(
    r"(?<![.!?…])(?P<signs>[.!?…]++)(?P<close>[\"')\]}»›*_]*+)"
    rf"(?:[ ]*+(?:[{_EMOJI}\ufe0f\u200d]++|[:;]-?[()DP](?!\w)))*+(?=[\s\0]|(?<=[!?])[A-Z]|\Z)"
)
_NEXT = late(r"[\s\0]*+[\"'(\[{«#*_]*+([^\W_]{0,20})")
_INK = late(r"[^ ]")
_LINE_END = late(r"[\r\n]+")
_LONGEST_QUOTATION = 300
_BLANK = " \0"


def _split(masked: str, text: str, stretch: Span, part: Part) -> Iterator[Span]:
    shown = stretch.of(masked)
    if part is Part.GREETING:
        cuts = [0, len(shown)]
    elif part in (Part.CLOSING, Part.SIGNATURE):
        cuts = [0, *_line_ends(shown, stretch.of(text)), len(shown)]
    else:
        cuts = [0, *_boundaries(shown), len(shown)]
    for start, end in _joined(shown, cuts):
        for first, last in _pieces(shown, start, end):
            yield Span(stretch.start + first, stretch.start + last)


def _line_ends(shown: str, text: str) -> Iterator[int]:
    """Give the offsets after line ends, but for those inside a masked mark."""
    return (line.end() for line in _LINE_END.finditer(text) if shown[line.end() - 1] == " ")


def _joined(shown: str, cuts: list[int]) -> Iterator[tuple[int, int]]:
    """Give the stretches between cuts; one that says nothing goes to the one before it."""
    start, end, says = 0, 0, False
    for here, there in pairwise(cuts):
        says_more = _SPEAKS.search(shown, here, there) is not None
        if says and says_more:
            yield start, end
            start = here
        end, says = there, says or says_more
    if says:
        yield start, end


def _pieces(shown: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Trim a sentence, and cut one that is too long at a space; what says nothing is left out."""
    while ink := _INK.search(shown, start, end):
        start = ink.start()
        stop = min(end, start + LONGEST)
        if stop < end:
            space = max(shown.rfind(sign, start, stop + 1) for sign in _BLANK)
            stop = space if space > start else stop
        last = start + len(shown[start:stop].rstrip(" "))
        if _SPEAKS.search(shown, start, last):
            yield start, last
        start = stop


def _boundaries(shown: str) -> Iterator[int]:
    """Give the offsets where a sentence ends inside a stretch."""
    first = len(shown) - len(shown.lstrip(_BLANK))
    quoted = [span for span in quotations(shown) if len(span) <= _LONGEST_QUOTATION]
    quotation = 0
    for stop in _STOP.finditer(shown):
        while quotation < len(quoted) and quoted[quotation].end <= stop.end():
            quotation += 1
        inside = quotation < len(quoted) and quoted[quotation].start < stop.start()
        if not inside and _ends_sentence(shown, stop, first):
            yield stop.end()


def _ends_sentence(shown: str, stop: re.Match[str], first: int) -> bool:
    following = _NEXT.match(shown, stop.end())
    word = following[1] if following else ""
    if stop["close"]:
        return not word[:1].islower()
    if stop["signs"] != ".":
        trails_off = "…" in stop["signs"] or ".." in stop["signs"]
        return not (trails_off and word[:1].islower())
    start = shown.rfind(" ", max(first, stop.start() - 16), stop.start()) + 1
    return not _abbreviates(shown[max(start, first) : stop.start()], word, starts=start <= first)


# --- abbreviations ------------------------------------------------------------------------------

_LONGEST_ABBREVIATION = 8  # "(messrs", with what may open before it
_NEVER_LAST = late(
    r"mrs?|ms|mx|dr|prof|messrs|capt|sgt|rev|hon|lt|col|gov|sen|mme|mlle|mt|e\.?g|i\.e|vs"
    r"|approx|cf|viz|incl|excl|resp|tel|ext|avg|attn"
)
_BEFORE_NUMBERS = late(r"nos?|nr|art|sec|fig|pp?|vol|ch|ref|acc|qty|apt")
_SELDOM_LAST = late(
    r"etc|inc|ltd|co|corp|llc|plc|jr|sr|bros|ave|blvd|rd|st|ft|min|max|dept|ph\.d|(?:[a-z]\.)+[a-z]"
)
# Written small these are words: "the sun", "he sat".
_DATES = late(
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun"
)
_ENUMERATOR = late(r"\d{1,3}|[A-Za-z]|[ivx]{1,4}")
_STARTER = late(
    r"i|we|you|s?he|it|they|the|this|that|these|those|there|here|if|when|while|once|after|before"
    r"|please|thanks?|our|your|my|their|his|her|its|an?|as|for|in|on|at|to|so|but|and|or|also"
    r"|however|then|still|just|now|what|why|how|who|where|can|could|will|would|do|does|did|is|are"
    r"|was|were|has|have|had|let|sorry|unfortunately|hope|feel|kind|best|no|not|yes|any|all"
)


def _abbreviates(word: str, following: str, *, starts: bool) -> bool:
    """Tell whether the full stop after a word is part of the word and ends no sentence."""
    if len(word) > _LONGEST_ABBREVIATION and "." not in word:
        return False
    word = word.lstrip("\"'([{«*_\0")
    small = word.lower()
    if _NEVER_LAST.fullmatch(small) or (starts and _ENUMERATOR.fullmatch(word)):
        return True
    if _BEFORE_NUMBERS.fullmatch(small):
        return following[:1].isdigit() or following == "of"
    initial = len(word) == 1 and word.isalpha() and word != "I"
    if initial or _SELDOM_LAST.fullmatch(small) or _DATES.fullmatch(word):
        starter = following[:1].isupper() and _STARTER.fullmatch(following.lower())
        return bool(following) and not starter
    return False


# --- counting -----------------------------------------------------------------------------------

_RUN = late(r"[\w'-]+")
_LETTER = late(r"[^\W\d_]")


def word_count(text: str) -> int:
    """Count the words of a text: runs of letters, digits, `'` and `-` that hold a letter."""
    return sum(1 for run in _RUN.findall(straighten(text)) if _LETTER.search(run))


def word_spans(text: str) -> list[Span]:
    """Give where the words stand that `word_count` counts."""
    return [
        Span(*run.span())
        for run in _RUN.finditer(straighten(text))
        if _LETTER.search(text, run.start(), run.end())
    ]
