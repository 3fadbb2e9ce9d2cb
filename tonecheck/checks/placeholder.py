"""Template variables in a text that is about to be sent, or written wrongly."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found
from tonecheck.marks import is_name, malformed
from tonecheck.message import Channel, Message, Part, What
from tonecheck.record import record
from tonecheck.text import Span

_COULD_SAY = ("{{", "{%", "[[", "%{", "<%=")
_OTHERWISE = ("|", "default", "fallback", " or ", "??", "?:")


@record(frozen=True, slots=True, kw_only=True)
class Placeholder(Check):
    """Find placeholders that nothing has filled, brackets that do not close, or bare names.

    A bare name is one in the greeting without a word for an empty record, in a template language
    that could say one.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match"})

    state: Literal["unresolved", "malformed", "bare-name"]
    kind: Literal["placeholder"] = "placeholder"

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the placeholders in order; those in code are left alone."""
        del rule, channel
        message = reading.message
        if self.state == "unresolved":
            spans = [mark.span for mark in message.marked(What.PLACEHOLDER, What.CONTROL_TAG)]
        elif self.state == "bare-name":
            spans = list(_bare_names(message))
        else:
            spans = list(malformed(message.text))
            tags = message.marked(What.PLACEHOLDER, What.CONTROL_TAG)  # some only a format can tell
            spans = list(_outside(spans, [mark.span for mark in tags]))
        for span in _outside(spans, [mark.span for mark in message.marked(What.CODE)]):
            yield Found(span, {"match": span})


def _outside(spans: Iterable[Span], others: list[Span]) -> Iterator[Span]:
    """Give the spans that lie in none of some others, which are in order and apart."""
    starts = [other.start for other in others]
    for span in spans:
        at = bisect_right(starts, span.start) - 1
        if at < 0 or not others[at].contains(span):
            yield span


def _bare_names(message: Message) -> Iterator[Span]:
    for region in message.regions:
        if region.what is Part.GREETING and not any(
            True for _ in message.marked(What.CONTROL_TAG, within=region.span)
        ):
            for mark in message.marked(What.PLACEHOLDER, within=region.span):
                text = message.words(mark.span)
                has_other = any(sign in text.strip("*") for sign in _OTHERWISE)
                if text.startswith(_COULD_SAY) and is_name(mark.key) and not has_other:
                    yield mark.span
