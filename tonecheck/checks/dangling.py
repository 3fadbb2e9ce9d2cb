"""Words that point to a file or an address which does not go with the message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Found, slot
from tonecheck.checks.match import Match
from tonecheck.message import Channel
from tonecheck.record import record

NO_ATTACHMENTS = "not known what is attached"


@record(frozen=True, slots=True, kw_only=True)
class Dangling(Match):
    """Find words where what they point to is missing: an attachment, or a link of any kind.

    Whether files go with a message is often unknown; then words about them cannot be judged.
    """

    to: Literal["attachment", "link"]
    kind: Literal["dangling"] = "dangling"  # type: ignore[assignment]

    def unknown(self, reading: Reading, rule: str) -> str | None:
        """Say so when words speak of attachments that nobody has told of."""
        if self.to == "attachment" and reading.message.context.attachments is None:
            return NO_ATTACHMENTS if reading.said(slot(rule, "match")) else None
        return None

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield each place that points to nothing."""
        attached = reading.message.context.attachments
        there = reading.has_links if self.to == "link" else attached != ()
        if not there:
            yield from Match.find(self, reading, rule, channel)
