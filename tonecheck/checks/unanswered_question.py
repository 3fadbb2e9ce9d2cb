"""A question of the customer's that has no counterpart in the reply."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import NO_CUSTOMER_MESSAGE, Check, Cited, Found
from tonecheck.message import Channel
from tonecheck.record import record


@record(frozen=True, slots=True, kw_only=True)
class UnansweredQuestion(Check):
    """Find questions for which the reply holds nothing of the type that they ask for.

    A time answers when, an amount how much, a number how many. Any other question is open where no
    clause of the reply has its words or others of the same matter, points back to it, or has a form
    that its answers have, and is not taken up with another question. A lone question that wants a
    yes or a no may be answered in words of any kind. A reply that promises to find out, asks back,
    or points somewhere leaves none.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"theirs", "type"})

    kind: Literal["unanswered-question"] = "unanswered-question"

    def unknown(self, reading: Reading, rule: str) -> str | None:
        """Say so when there is no customer's message."""
        del rule
        return NO_CUSTOMER_MESSAGE if reading.customer is None else None

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the end of the reply for each open question."""
        del rule, channel
        customer, end = reading.customer, reading.edge("end")
        if customer is None or end is None:
            return
        from tonecheck.checks.facts import told
        from tonecheck.checks.questions.answers import unanswered
        from tonecheck.checks.questions.asked import questions

        for question in unanswered(reading, customer, questions(customer)):
            words = told(customer.message, question.span)
            fields = {"theirs": Cited(words), "type": question.asked.value}
            yield Found(end, fields, absent=True)
