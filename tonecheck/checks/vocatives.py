"""Names by which a message calls its reader below the greeting: “Thanks, Ana, …”, “…, Mr Cho!”."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.acts import Reading
from tonecheck.late import late
from tonecheck.message import Part
from tonecheck.names import is_given
from tonecheck.text import Span

_TITLE = r"(?:(?P<title{0}>Mrs?|Ms|Miss|Mx|Dr|Prof|Professor)\b\.? )?"
_NAME = r"(?P<name{0}>[^\W\d_a-z][^\W\d_]+(?:['’-][^\W\d_]+)?)"
_ONE = _TITLE + _NAME
_NEXT = (
    r"(?i:i|we|you|it|this|that|they|please|thank|thanks|your|let|could|would|can|sorry|so|no|yes|"
    r"what|how|if|there|just|good|here|all|(?:the|our|my)(?! [\w' -]{1,30},))\b"
)
_CALLED = late(
    # "Laura, I have …", "Mr Cho - your …"
    rf"^{_ONE.format(1)}(?:(?:,| [–—-]|!) (?={_NEXT})|!+$)"
    # "Thanks Laura, …", "So sorry Mr Cho! …"
    r"|^(?i:(?:many |so |very |oh,? |ah,? )?(?:thanks?|thank you|sorry|cheers|welcome(?: back)?|"
    r"congratulations|morning|afternoon|evening|hello|hi|hey|right|ok|okay|sure|no problem|"
    r"of course)"
    rf"(?: again| so much| very much| a lot)?,? ){_ONE.format(2)}(?=[,.!…]| [–—-])"
    # "… your patience, Laura."
    rf"|(?P<lead>[^,]*), {_ONE.format(3)}(?P<end>[.!?…]+|$)"
)
_TO_READER = late(
    r"\b(?:you|your|yours|thank|thanks|sorry|apolog\w+|have|enjoy|hope|welcome|of course|great|"
    r"happy|see|take care|good)\b"
)
_OF_OTHERS = late(
    r"\b(?:to|from|by|with|and|our|my|your|his|her|the|colleague|named|called)(?: [\w'-]+){0,3}$"
)

_MOST = 60  # sentences that are looked at


def vocatives(reading: Reading) -> Iterator[tuple[Span, bool]]:
    """Give the places of names that call the reader in the body, and whether a title leads them.

    Without a title only given names are told from other words.
    """
    body = [sentence for sentence in reading.own if sentence.region is Part.BODY]
    for number, sentence in enumerate(body, 1):
        text = sentence.masked
        for match in _CALLED.finditer(text) if number <= _MOST else ():
            group = next(one for one in "123" if match[f"name{one}"])
            titled = match[f"title{group}"] is not None
            if not titled and not is_given(match[f"name{group}"]):
                continue
            last = number == len(body) and match.end() == len(text.rstrip())
            if group == "3" and not _calls(match["lead"], match["end"], last=last):
                continue
            if group == "2" and last:
                continue  # "Thanks, Laura" signs
            yield Span(*match.span(f"name{group}")).shift(sentence.span.start), titled


def _calls(lead: str, end: str, *, last: bool) -> bool:
    """Tell whether words before a name at the end of a sentence are said to its bearer."""
    lead = lead.casefold()
    sure = not last or "!" in end or "?" in end
    return sure and _TO_READER.search(lead) is not None and _OF_OTHERS.search(lead) is None
