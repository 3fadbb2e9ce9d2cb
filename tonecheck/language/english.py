"""Whether a message is English, told by its commonest words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tonecheck.language.folding import fold
from tonecheck.language.sentences import MASKED, Sentence
from tonecheck.late import late
from tonecheck.message import PROSE, Message

FEWEST = 8
"""A message of fewer words counts as English."""

# Only words that no other large language has: neither "die" and "was" nor "service" and "online".
_ENGLISH = frozenset(
    (
        "the to you your yours our ours and of for it its this that these those have has had be "
        "been being with are if not will would could should may might must shall can't cannot "
        "don't doesn't didn't isn't wasn't aren't won't wouldn't couldn't shouldn't haven't "
        "hasn't i'm i've i'll i'd we're we've we'll we'd you're you've you'll you'd it's that's "
        "there's here's let's what's they're from any but all when there what which who whose how "
        "why where because though although while whether they them their his him she my mine than "
        "then now only even still just also too very much many few more most less other another "
        "same such each every both either neither own first last next some someone something "
        "anything nothing everything everyone anyone else once again ever never always often soon "
        "already about after before between through during without within until against around "
        "under up down out off into onto back away here's per upon get got give given take took "
        "make made made come came going gone go know known see seen seem seems find found look "
        "looking hear heard feel felt tell told say said ask asked think thought want wanted need "
        "needed try tried keep kept let put send sent show shown work works working help helping "
        "able way time times day days week weeks month months year years today tomorrow yesterday "
        "hour hours morning afternoon evening monday tuesday wednesday thursday friday saturday "
        "sunday please thank thanks sorry dear hi hey good great well best right sure happy glad "
        "hope really kind regards like new few old two three one customer customers card refund "
        "refunds delivery delivered received receive return returned payment paid charge charged "
        "issue issues reply call change check did does were can do"
    ).split()
)
_ENOUGH = 5  # one word in so many; of ordinary replies every second one is among these
_FEW_CAPITALS = 3  # one small word in so many; German has two
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
# Written without spaces; a word has about two of these.
_UNSPACED = late(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\U00020000-\U0003ffff]"
)


def foreign(message: Message, sentences: Sequence[Sentence]) -> str | None:
    """Name the language of a message that is not English; None for one that is.

    Decided by most of the writer's own words; addresses, variables and code are none.
    """
    own = [sentence for sentence in sentences if sentence.region in PROSE]
    if _is_english(sentence.folded for sentence in own):
        return None
    text = " ".join(_bare(message, own))
    if _is_english([fold(text)]) or _is_list_of_names(text):
        return None
    from tonecheck.language.foreign import named

    return named(text)


def _is_english(folded: Iterable[str]) -> bool:
    known = words = 0
    for text in folded:
        found = _WORD.findall(text)
        words += len(found)
        known += sum(word in _ENGLISH for word in found)
        if not text.isascii():
            words += len(_UNSPACED.findall(text)) // 2
    return words < FEWEST or known * _ENOUGH >= words


def _is_list_of_names(text: str) -> bool:
    """Tell whether words with capitals prevail, as in addresses, but not all letters are such."""
    words = _WORD.findall(text)
    small = sum(not word[0].isupper() for word in words)
    return small * _FEW_CAPITALS < len(words) and not text.isupper()


def _bare(message: Message, own: Sequence[Sentence]) -> Iterator[str]:
    """Give the words of sentences without what is masked in them."""
    marks = [mark.span for mark in message.marks if mark.what in MASKED]
    following = 0
    for sentence in own:
        at = sentence.span.start
        while following < len(marks) and marks[following].end <= at:
            following += 1
        for mark in marks[following:]:
            if mark.start >= sentence.span.end:
                break
            if mark.start > at:
                yield message.text[at : mark.start]
            at = max(at, mark.end)
        yield message.text[at : max(at, sentence.span.end)]
