"""What we promised earlier in a thread and the reply passes over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Cited, Found, earlier_unknown
from tonecheck.late import late
from tonecheck.message import Channel
from tonecheck.record import record
from tonecheck.text import Span

# Deeds that are seen when they are done; words for one speak of all in its row.
_DEEDS = """
refund refunded reimburse reimbursed repay repaid credit credited money amount payment paid pay
send sent resend post posted ship shipped dispatch dispatched deliver delivered parcel courier way
call called ring rang phone phoned telephone spoke spoken number
visit visited come came technician engineer fitter appointment
replace replaced replacement exchange exchanged new
cancel cancelled canceled cancellation stop stopped end ended
repair repaired fix fixed mend mended works working
book booked arrange arranged booking reserve reserved
change changed correct corrected amend amended update updated
remove removed delete deleted take taken gone
collect collected pick picked pickup collection
waive waived lift lifted fee charge charges
"""
_PROMISE = late(
    r"\b(?:i|we|(?:my|our|a|the) \w+(?: \w+)?|you|it|they|he|she)"
    r"(?:'ll| will| shall|(?:'m| am|'re| are|'s| is) going to)"
    r"(?: (?:also|then|now|personally|gladly|certainly|both|all|each|be|have|get|receive|see))*"
    r" (?P<deed>[^.?!\n]{2,160})"
)
_HEAD = 4  # words of a promise among which its deed stands
# Whoever writes keeps these by writing; with these nothing is promised.
_BY_WRITING = late(
    r"^(?:write|reply|answer|get back|come back|be in touch|let you|keep you|update you|check|"
    r"look|find out|ask|investigate|e-?mail|contact|message|in touch|confirm|inform|need|not|never)"
    r"\b"
)
_IF = late(r"\b(?:if|unless|should|once|when|whenever|as soon as)\b")
_TAKEN_UP = late(r"\bpromis|\bas (?:agreed|announced)\b|\b(?:i|we) (?:said|told you|wrote) ")


@record(frozen=True, slots=True, kw_only=True)
class Promised(Check):
    """Find replies without a word of what our last message before them promised to do.

    A promise is taken up by its deed, by another word for it, or by the thing that it was about.
    One to write, to look or to ask is kept by writing; one with a condition binds nobody yet.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"ours"})

    kind: Literal["promised"] = "promised"

    def unknown(self, reading: Reading, rule: str) -> str | None:
        """Say so when there are earlier replies and nothing tells what they were."""
        del rule
        return earlier_unknown(reading)

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the reply's first own word for the first promise of which it says nothing."""
        del rule, channel
        earlier, start = reading.message.context.earlier, reading.edge("start")
        if not earlier or start is None:
            return
        from tonecheck.checks.facts import recalled
        from tonecheck.checks.words import content

        said = " ".join(sentence.folded for sentence in reading.own)
        if _TAKEN_UP.search(said):
            return
        words = content(said)
        for promise, deeds in _promises(earlier[-1]):
            if not words & deeds:
                fields = {"ours": Cited(recalled(earlier[-1], promise))}
                yield Found(start, fields, absent=True)
                return


def _promises(text: str) -> Iterator[tuple[Span, set[str]]]:
    """Give the place of each promise of a text, and the stems of words that would take it up."""
    from tonecheck.checks.words import content
    from tonecheck.language import fold

    known = [content(row) for row in _DEEDS.strip().split("\n")]
    folded = fold(text)
    for match in _PROMISE.finditer(folded):
        before = folded[: match.start()]
        led = before[max(before.rfind("."), before.rfind("\n")) + 1 :]
        deed = match["deed"]
        if _BY_WRITING.match(deed) or _IF.search(led) or _IF.search(deed):
            continue
        head = content(" ".join(deed.split()[:_HEAD]))
        rows = [row for row in known if row & head]
        if rows:
            yield Span(match.start(), match.end()), content(deed).union(*rows)
