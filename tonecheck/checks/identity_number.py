"""Numbers that stand for a person or an account, anywhere in a message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found
from tonecheck.message import Channel, What
from tonecheck.record import record


@record(frozen=True, slots=True, kw_only=True)
class IdentityNumber(Check):
    """Find the numbers that the scanner marked as secret, or with `of` keys and passwords."""

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match"})

    kind: Literal["identity-number"] = "identity-number"
    of: Literal["identity-number", "access-key", "password"] = "identity-number"

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the numbers in order; history and code included."""
        del rule, channel
        for mark in reading.message.marked(What.SECRET):
            if mark.key == self.of:
                yield Found(mark.span, {"match": mark.span})
