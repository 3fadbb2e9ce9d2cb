"""Why something is asked for although it is told: the customer is unsure, or it did not fit."""

from __future__ import annotations

from tonecheck.checks.words import content
from tonecheck.language import Sentence
from tonecheck.late import late

_UNSURE = late(
    r"\b(?:not (?:quite |entirely |really |absolutely |completely )?(?:sure|certain)|unsure|"
    r"or (?:was|is|were) it|or maybe|or perhaps|or possibly|or (?:the )?\d+(?:st|nd|rd|th)\b|"
    r"or the day|or,? if|if i remember|(?:can't|cannot|don't|do not) (?:quite |exactly "
    r")?(?:remember|"
    r"recall)|"
    r"no idea|i guess|might have been|may have been|must have been|could have been)\b"
)
_VOID = late(
    r"\b(?:no longer (?:valid|in use|mine|active|works?|the right|up to date)|has expired|"
    r"number (?:was|has been) stolen|phone (?:was|has been|is) (?:stolen|lost|broken)|"
    r"(?:can't|cannot|couldn't|could not|unable to|failed to|forgot to|how (?:can|do) i|"
    r"where (?:can|do) i|will|'ll) (?:also |then )?(?:attach|upload|enclose)|"
    r"(?:isn't|is not) (?:mine|valid|in use) any ?more)\b"
)
_AMISS = late(
    r"\b(?:sold out|out of stock|(?:is|are) (?:already )?(?:full|taken)|fully booked|booked out|no "
    r"longer|"
    r"(?:can't|cannot|could not|couldn't|can not|unable to) (?:find|see|offer|make|match|trace)|"
    r"(?:doesn't|does not|didn't|did not|don't|do not) (?:match|exist|belong|fit|have|work|seem)|"
    r"no (?:customer|order|booking|account|record|entry|such|trace|contract|invoice|policy)|"
    r"not (?:found|valid|in our|available|known|one of ours|possible)|invalid|bounced|came back|"
    r"belongs to|missing a|too (?:short|long|few|many)|a digit|digits|incomplete|"
    r"have no \w+ left|none left)\b"
)
_FEW = 4  # words of what the customer gave, of which one tells it
_TOKEN = late(r"[a-z]*\d[\w.:-]*\w|\d")


def is_unsure(folded: str) -> bool:
    """Tell whether a folded sentence of a customer's leaves open what it says, or tells it void."""
    return _UNSURE.search(folded) is not None or _VOID.search(folded) is not None


def is_sure(sentence: Sentence) -> bool:
    """Tell whether a sentence of a customer's states what it says, and asks or doubts nothing."""
    return not (sentence.folded.rstrip().endswith("?") or is_unsure(sentence.folded))


def refuses(before: str, theirs: str) -> bool:
    """Tell whether a folded sentence before a request says that what the customer gave is amiss.

    It names a figure or a word of theirs.
    """
    if _AMISS.search(before) is None:
        return False
    given = theirs.casefold()
    if set(_TOKEN.findall(given)) & set(_TOKEN.findall(before)):
        return True
    words = content(given)
    return len(words) <= _FEW and bool(words & content(before))
