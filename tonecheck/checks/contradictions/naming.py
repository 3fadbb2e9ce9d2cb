"""Words that name a thing, compared by their stems, numbers by their value."""

from __future__ import annotations

from collections.abc import Collection

from tonecheck.checks.values import NUMBERS
from tonecheck.checks.words import is_common, stem
from tonecheck.late import late

WORD = late(r"[^\W_]+(?:['.][^\W_]+)*")
_SHORT = 3  # letters from which on a word can name something


def names(words: str, but: Collection[str] = ()) -> list[str]:
    """Give what names things in folded words, in order; `but`: words that name nothing there."""
    return [
        name(word)
        for word in WORD.findall(words)
        if word not in but and (len(word) >= _SHORT or word.isdigit()) and not is_common(word)
    ]


def name(word: str) -> str:
    """Give the stem of a folded word, of a number its value."""
    return str(NUMBERS.index(word) + 1) if word in NUMBERS else stem(word)
