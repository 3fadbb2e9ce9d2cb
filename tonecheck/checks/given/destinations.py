"""Where something is to go, or somebody lives, asked of a customer who wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tonecheck.checks.given.doubts import is_sure
from tonecheck.checks.given.particulars import ADDRESS
from tonecheck.language import Sentence
from tonecheck.late import late

_SENT = (
    r"(?:send|sending|sent|post|deliver|ship|mail|e-?mail|forward|return|go|address|bring|"
    r"dispatch|reach)"
)
_WHERE = late(
    rf"\bwhere (?:to|(?:should|shall|can|may|do|would|must|is|are) (?:we|i|it|they|you|the [\w-]+)"
    rf"(?: like)?)(?: [\w'-]+){{0,4}}? (?:to )?{_SENT}\b|\b(?:to )?(?:which|what) (?:e-?mail |"
    r"postal |delivery )?(?:address|mailbox|inbox)\b|\b(?:which|what|the) address (?:should|shall|"
    rf"to|we|you)\b[^?]{{0,30}}\b{_SENT}\b"
)
_MAILBOX = r"\bto (?-i:Linkk*)"  # how a sentence reads where an address of mail stands
_GOES = late(
    rf"\b(?:send|post|deliver|ship|mail|e-?mail|forward|dispatch|goes?)\b[^?!]{{0,80}}?"
    rf"(?:{_MAILBOX}|{ADDRESS})|\b(?:mail|delivery|postal|shipping|new|my|our) (?:address )?(?:is|"
    rf":)"
    rf" ?(?:(?-i:Linkk*)|{ADDRESS})",
    re.IGNORECASE,
)
_WHOSE = late(
    r"\b(?:your|the) (?:correct|right|actual|proper|present|current|real|true|exact|valid|"
    r"up-to-date|new|full|complete)(?: (?:postal|home|delivery|street|billing|and \w+))? address\b|"
    r"\bwhere (?:do )?you (?:actually |now )?live\b|\bwhere (?:do|are) you (?:actually |now )?liv"
)
_LIVES = late(
    rf"\b(?:live|lives|living|moved|moving|am|are|address is|should (?:be|read|say)|correct is|"
    rf"it's|is)(?: now)?(?: (?:at|in|to|on))? (?:{ADDRESS}|(?P<bare>(?:no\.?|number) "
    rf"?\d{{1,4}}[a-z]?\b))",
    re.IGNORECASE,
)
_STREET = late(ADDRESS, re.IGNORECASE)
_NOT = late(
    r"\b(?:used to|old|former|previous|wrong|not to|no longer|instead of|don't|do not|never|"
    r"didn't|nobody|away|until)\b"
)


def destinations(request: str, shown: Sequence[Sentence]) -> Iterator[tuple[int, Sentence]]:
    """Give where a folded request for an address ends, and the statement that tells it."""
    for asked, told in ((_WHERE, _GOES), (_WHOSE, _LIVES)):
        match = asked.search(request)
        if match is None:
            continue
        for sentence in shown:
            given = told.search(sentence.masked) if is_sure(sentence) else None
            if given is None or _NOT.search(sentence.folded) is not None:
                continue
            # "I live at no. 18" is an address only where the street is told too.
            if not given.groupdict().get("bare") or any(_STREET.search(s.masked) for s in shown):
                yield match.end(), sentence
                break
