"""Words compared: those that carry a matter, without their endings, and slips of the pen."""

from __future__ import annotations

import re

from tonecheck.late import late

_WORD = late(r"[a-z][a-z'-]{2,}|\d{2,}")
_COMMON = frozenset(
    (
        "the and for are was were you your yours our ours his her its their them they this that "
        "these those there here with from have has had does did can could will would should may "
        "might must shall not but also any all some one two get got getting take make know like "
        "want need please when where what which who how why long much many about into out off "
        "over under after before again still just only then than too very more most been being "
        "able possible anything something someone anyone way without still would it's i'm i've "
        "i'd don't can't isn't doesn't didn't won't we've you've thanks thank hello hey tell let "
        "help really back come going thing things way yet now today time day use using used"
    ).split()
)

_SHORT = 4
_TELLING = 6  # letters that are enough to tell currencies from curtains


def content(folded: str) -> set[str]:
    """Give the stems of the words of a folded text that are not of the commonest."""
    return set(stems(folded))


def stems(folded: str) -> list[str]:
    """Give those stems in the order of the text."""
    return [stem(word) for word in _WORD.findall(folded) if word not in _COMMON]


def is_common(folded: str) -> bool:
    """Tell whether a folded word is one of the commonest."""
    return folded in _COMMON


def stem(word: str) -> str:
    """Give the first letters of a word, without its commonest endings where enough is left."""
    word = word.removesuffix("'s")
    if len(word) <= _SHORT:
        return word.removesuffix("s").removesuffix("e")
    return re.sub(r"(?<=\w{3})(?:ing|ed|es|s|e|ly)$", "", word)[:_TELLING]


def slipped(one: str, other: str) -> bool:
    """Tell whether two values are one slip apart: a sign other, missing, or two swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, their_rest = one[start:], other[start:]
    if len(rest) == len(their_rest):
        return rest[1:] == their_rest[1:] or swapped(one, other)
    return rest[1:] == their_rest or rest == their_rest[1:]


def swapped(one: str, other: str) -> bool:
    """Tell whether two values differ by two signs that have changed places."""
    apart = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return len(one) == len(other) and len(apart) == 2 and apart[0] == apart[1][::-1]
