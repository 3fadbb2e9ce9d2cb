"""What a customer's message gives, looked up by what a reply asks for."""

from __future__ import annotations

from tonecheck.acts import Reading
from tonecheck.checks.facts import given, told
from tonecheck.checks.given.circumstances import CIRCUMSTANCES
from tonecheck.checks.given.occasions import OCCASIONS
from tonecheck.checks.given.things import THINGS
from tonecheck.checks.given.tried import Deeds, tells_a_cure
from tonecheck.checks.given.wanted import Thing
from tonecheck.entities import Entity, Fact
from tonecheck.late import late
from tonecheck.message import OWN
from tonecheck.text import Span

# Another thing of the kind, a check of identity, or something to keep ready for another day.
_OTHER = late(
    r"\b(?:(?:confirm|verify|double-?check)(?! (?:for (?:us|me) )?(?:which|what)\b)|again|others?|"
    r"another|second|new (?!address)|different|both|clearer|closer|more|also used|alternative|full|"
    r"whole|instead|last (?:four|4)|if (?:it|that) is|or (?:the|your) |until now|so far|previously|"
    r"remaining|rest of|security|identity|ever|next time|in (?:the )?future|whenever|"
    r"when you (?:call|come|visit|arrive|write|book|ring))\b"
)
_LATER = late(
    r"^(?:if you (?:ever|need to|should)|should you|next time|in (?:the )?future|when you)\b"
)
_FAR = 400  # letters of a request that are looked at
_LONG = 5  # digits from which on a number that is called nothing is one of an order


class Known:
    """What the customer's message gives, looked up by what a request asks for."""

    def __init__(self, customer: Reading, reading: Reading) -> None:
        self._customer = customer
        self._facts = given(reading)
        self._shown = [sentence for sentence in customer.sentences if sentence.region in OWN]
        self._deeds = Deeds(self._shown)

    def asked(self, sentence: str, start: int) -> tuple[int, str] | None:
        """Give where in a sentence the last known thing ends, and the customer's words for it.

        The request begins at `start` of the folded sentence.
        """
        request = sentence[start : start + _FAR]
        done = self._deeds.tried(request)
        if done is not None:
            return done[0], told(self._customer.message, done[1].span)
        if tells_a_cure(request) or _OTHER.search(request) or _LATER.match(sentence):
            return None
        found = []
        for thing in (*THINGS, *OCCASIONS, *CIRCUMSTANCES):
            match = thing.asked.search(request)
            theirs = self._words(thing) if match else ""
            if match and theirs:
                found.append((match.end(), theirs))
        return max(found, default=None)

    def _words(self, thing: Thing) -> str:
        """Give the customer's words for a thing, none where they do not name it."""
        if thing.fact is not None:
            spans = (
                one.span
                for one in self._facts
                if one.entity.fact is thing.fact
                and (thing.fact is not Fact.NUMBER or _counts(one.entity, thing.labels))
            )
            span = next(spans, None)
            return told(self._customer.message, span) if span else ""
        if thing.shown is not None:
            for sentence in self._shown:
                if match := thing.shown.search(sentence.masked):
                    span = Span(*match.span()).shift(sentence.span.start)
                    return told(self._customer.message, span)
        return ""


def _counts(number: Entity, labels: tuple[str, ...]) -> bool:
    """Tell whether a number may be what is asked for: called so, or called nothing and long."""
    if number.label:
        return number.label in labels
    return "" in labels and sum(map(str.isdigit, number.value)) >= _LONG
