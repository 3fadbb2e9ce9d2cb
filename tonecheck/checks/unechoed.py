"""A reply that never names what the customer wrote about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import NO_CUSTOMER_MESSAGE, Found, slot
from tonecheck.checks.match import Match
from tonecheck.message import Channel
from tonecheck.record import record

_NAMED = 6  # words that name what a message is about; of fewer none need come back


@record(frozen=True, slots=True, kw_only=True)
class Unechoed(Match):
    """Find the first stand-in for the matter in a reply that names nothing of the matter itself.

    The patterns are the stand-ins ("your issue"). The matter is named where the reply has a word
    of the customer's, or one that speaks of the same, that is not among the `idle` ones; with
    more than `most` words that are not idle it may name it in words of its own. A customer's
    message of fewer than `theirs` own words need not name any, and a reply of fewer than `ours`
    has little room for it.
    """

    theirs: int
    ours: int
    most: int
    idle: tuple[str, ...] = ()
    kind: Literal["unechoed"] = "unechoed"  # type: ignore[assignment]

    def unknown(self, reading: Reading, rule: str) -> str | None:
        """Say so when there is a stand-in and the customer's message is unknown."""
        stands = reading.customer is None and reading.said(slot(rule, "match"))
        return NO_CUSTOMER_MESSAGE if stands else None

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the first stand-in, where it is all that the reply says of the matter."""
        customer = reading.customer
        long_enough = reading.word_count >= self.ours
        if customer is None or customer.word_count < self.theirs or not long_enough:
            return
        first = next(Match.find(self, reading, rule, channel), None)
        if first is not None and not self._is_named(reading, customer):
            yield first._replace(overall=True)

    def _is_named(self, reading: Reading, customer: Reading) -> bool:
        """Tell whether the reply names anything of the customer's, or much in words of its own."""
        from tonecheck.checks.questions.matters import widened
        from tonecheck.checks.words import content

        idle = content(" ".join(self.idle))
        theirs, ours = (
            set[str]().union(*(content(one.folded) for one in whose.own)) - idle
            for whose in (customer, reading)
        )
        few = len(theirs) < _NAMED or len(ours) > self.most
        return few or bool(widened(theirs) & ours)
