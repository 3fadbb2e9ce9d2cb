"""Text made comparable without moving a character: one case, one apostrophe, one space."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tonecheck.late import late

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02b9\u02bb\u02bc\u02c8\u2032\u00b4\u0060\uff07"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\uff02"
_HYPHENS = "\u2010\u2011\ufe63\uff0d"
_SPACES = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)

_STRAIGHT = {
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **dict.fromkeys(map(ord, _DOUBLE_QUOTES), '"'),
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    **dict.fromkeys(map(ord, _SPACES), " "),
}
# A byte that mail could not decode lives on as a lone surrogate, which nothing can encode.
_SURROGATE = late("[\ud800-\udfff]")

_WORD = late(r"\w+(?:['-]+\w+)*")
_NEGATIVE_STEMS = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_ENDINGS = {
    "re": ("are",),
    "m": ("am",),
    "ll": ("will",),
    "ve": ("have",),
    "d": ("would", "had"),
    "s": ("is", "has"),
}
_VERBS = (
    *("do", "does", "did", "is", "are", "was", "were", "has", "have", "had"),
    *("could", "would", "should", "must", "need", "might"),
)
# Contractions that people write without their apostrophe and that are no other word.
_BARE = {
    "cannot": ("can", "not"),
    "cant": ("can", "not"),
    "wont": ("will", "not"),
    "shant": ("shall", "not"),
    "aint": ("is", "not"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "youre": ("you", "are"),
    "youve": ("you", "have"),
    "youll": ("you", "will"),
    "youd": ("you", "would", "had"),
    "weve": ("we", "have"),
    "theyre": ("they", "are"),
    "theyve": ("they", "have"),
    "theyll": ("they", "will"),
    "itll": ("it", "will"),
    "thats": ("that", "is", "has"),
    "theres": ("there", "is", "has"),
    "heres": ("here", "is", "has"),
    "whats": ("what", "is", "has"),
    "lets": ("let", "us"),
    **{f"{verb}nt": (verb, "not") for verb in _VERBS},
    **{f"{verb}ve": (verb, "have") for verb in ("could", "would", "should", "might", "must")},
}


def straighten(text: str) -> str:
    """Give the text with straight quotes, plain hyphens and plain spaces; same length, same case.

    En and em dashes stay. What cannot be encoded becomes U+FFFD.
    """
    text = text.translate(_STRAIGHT)
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def fold(text: str) -> str:
    """Give the straightened text in lower case; always as long as `text`."""
    return lower(straighten(text))


def lower(text: str) -> str:
    """Give the text in lower case, as long as it is."""
    if text.isascii():
        return text.lower()
    # The only character whose lower case is two characters long.
    return text.replace("İ", "i").lower()


def words(folded: str) -> list[str]:
    """Give the words of a folded sentence in order, contractions and hyphenated words twice.

    First as they stand, then in full: "we're" gives "we're", "we", "are". A contraction with two
    readings gives both ("he'd": "would", "had").
    """
    plain = _WORD.findall(folded)
    if "'" not in folded and "-" not in folded and _BARE.keys().isdisjoint(plain):
        return plain
    found: list[str] = []
    for word in plain:
        found.append(word)
        if "-" in word:
            for part in re.split("-+", word):
                found.append(part)
                found.extend(_expanded(part))
        else:
            found.extend(_expanded(word))
    return found


def places(folded: str) -> dict[str, list[int]]:
    """Give, for each of the `words` of a folded sentence, after how many spaces it stands."""
    found: dict[str, list[int]] = {}
    for place, chunk in enumerate(folded.split()):
        bare = chunk.strip('.,;:!?"()')
        if bare.isalpha() and bare not in _BARE:
            found.setdefault(bare, []).append(place)
            continue
        for word in words(chunk):
            found.setdefault(word, []).append(place)
    return found


def _expanded(word: str) -> Sequence[str]:
    """Give the words that a contraction is made of: "couldn't've" gives could, not, have."""
    if "'" not in word:
        return _BARE.get(word, ())
    stem, *endings = re.split("'+", word)
    found = [stem]
    for ending in endings:
        last = found[-1]
        if ending == "t" and last.endswith("n"):
            verb = last[:-1]
            found[-1:] = [_NEGATIVE_STEMS.get(verb, verb), "not"]
        else:
            found.extend(_ENDINGS.get(ending, (ending,)))
            if ending == "s" and last == "let":
                found.append("us")
    return found
