"""A fact that is almost the customer's, or takes its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import NO_CUSTOMER_MESSAGE, Check, Cited, Found
from tonecheck.message import Channel
from tonecheck.record import record
from tonecheck.text import Span

Finder = Callable[[Reading, Reading], Iterable[tuple[Span, str]]]
"""Gives the places in a reply that contradict the customer's message, and the words of theirs."""
Way = Literal[
    "slips",
    "figures",
    "relatives",
    "directions",
    "rivals",
    "nouns",
    "anchored",
    "aligned",
    "in-order",
    "arrivals",
    "refused",
    "received",
    "lone",
    "persons",
]


@record(frozen=True, slots=True, kw_only=True)
class WrongEntity(Check):
    """Find facts that differ from the one which the customer's message states in their place.

    The `ways` in which they are told each have a module of the package `contradictions`. Where the
    reply names the customer's own value too, or speaks of another thing, nothing is found.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match", "theirs"})

    ways: tuple[Way, ...]
    kind: Literal["wrong-entity"] = "wrong-entity"

    def unknown(self, reading: Reading, rule: str) -> str | None:
        """Say so when there are figures and nothing to hold them against."""
        del rule
        if reading.customer is not None:
            return None
        figures = any(any(map(str.isdigit, sentence.masked)) for sentence in reading.own)
        return NO_CUSTOMER_MESSAGE if figures else None

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield each fact that is not the customer's but stands for it."""
        del rule, channel
        customer = reading.customer
        if customer is None:
            return
        finders = _finders()
        found = [one for way in self.ways for one in finders[way](reading, customer)]
        taken: list[Span] = []
        for span, theirs in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
            if not (taken and taken[-1].overlaps(span)):
                taken.append(span)
                yield Found(span, {"match": span, "theirs": Cited(theirs)})


def _finders() -> dict[Way, Finder]:
    from tonecheck.checks.contradictions.aligned import aligned
    from tonecheck.checks.contradictions.anchored import anchored
    from tonecheck.checks.contradictions.arrivals import arrivals
    from tonecheck.checks.contradictions.directions import directions
    from tonecheck.checks.contradictions.figures import figures
    from tonecheck.checks.contradictions.in_order import in_order
    from tonecheck.checks.contradictions.lone import lone
    from tonecheck.checks.contradictions.persons import persons
    from tonecheck.checks.contradictions.received import received
    from tonecheck.checks.contradictions.refused import refused
    from tonecheck.checks.contradictions.relatives import relatives
    from tonecheck.checks.contradictions.rival_nouns import nouns
    from tonecheck.checks.contradictions.rivals import rivals
    from tonecheck.checks.contradictions.slips import slips

    return {
        "slips": slips,
        "figures": figures,
        "relatives": relatives,
        "directions": directions,
        "rivals": rivals,
        "nouns": nouns,
        "anchored": anchored,
        "aligned": aligned,
        "in-order": in_order,
        "arrivals": arrivals,
        "refused": refused,
        "received": received,
        "lone": lone,
        "persons": persons,
    }
