"""Template variables in a text that is about to be sent, or written wrongly."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import Check, Found
from tonecheck.late import late
from tonecheck.marks import is_name, malformed
from tonecheck.message import Channel, Message, Part, What
from tonecheck.record import record
from tonecheck.text import Span

_COULD_SAY = ("{{", "{%", "[[", "%{", "<%=")
NO_VARIABLES = "no known-variables in the settings"
"""Why nothing can be said of which variables exist."""
_BENT = late(r"(?:[:|(,=]|\b(?:default|fallback|or))[ \t]*[“”„‘’]\w")
_OTHERWISE = ("|", "default", "fallback", " or ", "??", "?:")


@record(frozen=True, slots=True, kw_only=True)
class Placeholder(Check):
    """Find placeholders that nothing has filled, and what is wrong with those of a template.

    A bare name is one in the greeting without a word for an empty record, in a template language
    that could say one. Unknown ones are not among the variables that settings know. A comment is
    a note that would be sent. `hint` names the nearest variable, empty where there is none.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match", "hint"})

    state: Literal["unresolved", "malformed", "bare-name", "unknown", "comment"]
    kind: Literal["placeholder"] = "placeholder"

    def unknown(self, reading: Reading, rule: str) -> str | None:
        """Say that no variables are known, of a message that uses some."""
        del rule
        message = reading.message
        if self.state != "unknown" or message.context.known_variables is not None:
            return None
        return NO_VARIABLES if any(True for _ in message.marked(What.PLACEHOLDER)) else None

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the placeholders in order; those in code are left alone."""
        del rule, channel
        message = reading.message
        hints: dict[Span, str] = {}
        if self.state == "unknown":
            hints = dict(_unknown(message))
            spans = list(hints)
        elif self.state == "comment":
            spans = list(_comments(message))
        elif self.state == "unresolved":
            spans = [mark.span for mark in message.marked(What.PLACEHOLDER, What.CONTROL_TAG)]
        elif self.state == "bare-name":
            spans = list(_bare_names(message))
        else:
            spans = list(malformed(message.text))
            tags = message.marked(What.PLACEHOLDER, What.CONTROL_TAG)  # some only a format can tell
            spans = list(_outside(spans, [mark.span for mark in tags]))
            spans = sorted([*spans, *_bent(message)])
        for span in _outside(spans, [mark.span for mark in message.marked(What.CODE)]):
            yield Found(span, {"match": span, "hint": hints.get(span, "")})


def _unknown(message: Message) -> Iterator[tuple[Span, str]]:
    if (known := message.context.known_variables) is not None:
        from tonecheck.checks.variables import unknown_variables

        yield from unknown_variables(message, known)


def _bent(message: Message) -> Iterator[Span]:
    """Give the tags in which a word processor has bent the quotation marks of a string."""
    for mark in message.marked(What.PLACEHOLDER, What.CONTROL_TAG):
        words = message.words(mark.span)
        if words.startswith(("{{", "{%")) and _BENT.search(words):
            yield mark.span


def _comments(message: Message) -> Iterator[Span]:
    signs = "<!--" in message.text or "tonecheck:" in message.text
    if signs or any(True for _ in message.marked(What.CONTROL_TAG)):
        from tonecheck.checks.variables import comments

        yield from comments(message)


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
