"""A message as its reader sees it: text, the regions it falls into, and the marks in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from tonecheck.text import Origin, Position, Source, Span


class Part(StrEnum):
    """What a region of a message is."""

    SUBJECT = "subject"
    GREETING = "greeting"
    BODY = "body"
    CLOSING = "closing"  # the sign-off: "Kind regards,"
    SIGNATURE = "signature"  # name, role, telephone; the lines below the sign-off or after "-- "
    HISTORY = "history"  # quoted mail: somebody else's words, or our own of another day
    DISCLAIMER = "disclaimer"
    CODE = "code"


OWN = frozenset({Part.SUBJECT, Part.GREETING, Part.BODY, Part.CLOSING, Part.SIGNATURE})
"""The parts that the writer wrote for this message: where tone may be judged."""

PROSE = frozenset({Part.SUBJECT, Part.GREETING, Part.BODY, Part.CLOSING})
"""The writer's own parts that are sentences; the words of a message are counted here."""


class What(StrEnum):
    """What a mark stands on."""

    PLACEHOLDER = "placeholder"  # a variable that a template fills; `key` is the variable
    CONTROL_TAG = "control-tag"  # {% if %} and its like: steers the template, is never shown
    URL = "url"  # an address of the web or of a mailbox
    QUOTATION = "quotation"  # words between paired quotation marks, the marks included
    EMOJI = "emoji"
    DIRECTIVE = "directive"  # an instruction to tonecheck
    CODE = "code"  # a code span inside a sentence
    NAME = "name"  # the name that the message addresses
    SECRET = "secret"  # what must not be printed; `key` is its kind, such as card-number


class Kind(StrEnum):
    """What a text is for."""

    MESSAGE = "message"  # about to be sent
    TEMPLATE = "template"  # a whole reply with placeholders
    SNIPPET = "snippet"  # a canned text whose greeting and sign-off the helpdesk adds


class Teller(StrEnum):
    """What told something that is known around a message."""

    FLAG = "flag"  # the command line
    SETTINGS = "settings"
    RECORD = "record"  # the record of a file that the message lies in
    HEADER = "header"  # the mail's own head
    IN_REPLY_TO = "in-reply-to"  # how the customer's message is signed
    HISTORY = "history"  # the mail quoted under the reply
    THREAD = "thread"  # other mails of the same thread


class Channel(StrEnum):
    """Where a message goes."""

    EMAIL = "email"
    CHAT = "chat"
    SOCIAL = "social"
    SMS = "sms"


class Language(StrEnum):
    """What a message is taken for."""

    AUTO = "auto"  # what its words tell
    ENGLISH = "en"


class Region(NamedTuple):
    """A stretch of a message's text that is one part of it; may begin in mid-line."""

    what: Part
    span: Span


class Mark(NamedTuple):
    """Something in the text that is not ordinary prose; marks may nest, never cross."""

    what: What
    span: Span
    key: str = ""


class Slot(NamedTuple):
    """The stretch of a file of many messages that one of them fills.

    `escape` writes words as they must stand in it.
    """

    span: Span
    escape: Callable[[str], str]


class Unread(NamedTuple):
    """A stretch of a message's file that was left out of its text, such as mail in a mail.

    `error` is the sentence that says why it could not be read, where it should have been.
    """

    what: str
    span: Span
    error: str = ""


class Envelope(NamedTuple):
    """What the head of a mail tells of its place among others; ids have no angle brackets."""

    id: str | None = None
    answers: tuple[str, ...] = ()  # ids of the mails above it in its thread, the nearest first
    sender: str | None = None  # the address, in small letters


class Arm(NamedTuple):
    """One way through a branch of a template: the tag that it begins with, and what it shows.

    One that is not written shows nothing: what an `if` without `else` is otherwise. Its tag is
    the one that opens the `if`. That tag is the `opening` of an `else`, which asks nothing itself.
    """

    tag: Span
    shows: Span
    written: bool = True
    opening: Span | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What is known around a message; None means unknown, never "no"."""

    in_reply_to: str | None = None
    customer_name: str | None = None
    first_reply: bool | None = None
    subject: str | None = None
    sent: str | None = None  # the Date header as it stands
    sender: str | None = None
    recipients: tuple[str, ...] | None = None
    now: str | None = None
    attachments: tuple[str, ...] | None = None
    earlier: tuple[str, ...] | None = None  # what we wrote before in this thread, oldest first
    waited: int | None = None  # seconds from the customer's message to this one
    known_variables: tuple[str, ...] | None = None  # that a template may use


@dataclass(frozen=True)
class Message:
    """One message: its text and where it came from, cut into regions.

    The regions lie end to end and cover the text, so nothing is lost. `blocks` are the stretches
    that no sentence crosses (paragraphs, list items, headings): ascending, apart, and possibly
    with layout between them. Kind and channel are None until settings or defaults decide them.
    A message that is the whole of its file has no slot; one in which nothing branches has no
    branches.
    """

    source: Source
    text: str
    origin: Origin
    regions: tuple[Region, ...]
    blocks: tuple[Span, ...]
    marks: tuple[Mark, ...] = ()
    id: str | None = None
    kind: Kind | None = None
    channel: Channel | None = None
    language: Language = Language.AUTO
    context: Context = field(default_factory=Context)
    slot: Slot | None = None
    envelope: Envelope | None = None  # of mails alone
    unread: tuple[Unread, ...] = ()
    assumed: frozenset[str] = frozenset()  # of kind and channel, what nothing told
    told_by: Mapping[str, Teller] = field(default_factory=dict)  # by field of the context
    branches: Branches | None = None
    alternative: Message | None = None  # the same in other words, such as a mail's plain part

    def __post_init__(self) -> None:
        at = 0
        for region in self.regions:
            if region.span.start != at or not len(region.span):
                raise ValueError(f"regions must lie end to end; broken at offset {at}")
            at = region.span.end
        if at != len(self.text):
            raise ValueError(f"regions end at {at}, the text at {len(self.text)}")
        if sum(len(piece.text) for piece in self.origin.pieces) != len(self.text):
            raise ValueError("the origin must cover the text")
        at = 0
        for block in self.blocks:
            if block.start < at or block.end > len(self.text):
                raise ValueError(f"blocks must ascend and lie apart; broken at offset {at}")
            at = block.end

    def words(self, span: Span) -> str:
        """Give the text that a span covers."""
        return span.of(self.text)

    def place(self, span: Span) -> Span:
        """Give the range of the file that a range of the text came from."""
        return self.origin.hull(span)

    def position(self, offset: int) -> Position:
        """Give the line and column in the file of an offset in the text."""
        return self.source.position(self.origin.hull(Span(offset, offset)).start)

    def marked(self, *what: What, within: Span | None = None) -> Iterator[Mark]:
        """Give the marks of some kinds, in order; of a range only those that lie wholly in it."""
        if within is None:
            return (mark for mark in self.marks if mark.what in what)
        start, end = (bisect_left(self._mark_starts, edge) for edge in (within.start, within.end))
        near = self.marks[start:end]
        return (mark for mark in near if mark.what in what and mark.span.end <= within.end)

    @cached_property
    def _mark_starts(self) -> list[int]:
        return [mark.span.start for mark in self.marks]


class World(NamedTuple):
    """A reading of a template: the message with some arms only, and where in the whole it lies.

    `arms` are the numbers of those that it shows.
    """

    message: Message
    origin: Origin
    arms: frozenset[int]


class Branches(NamedTuple):
    """The arms of a template, in order, and the worlds in which it is read.

    The first world shows the first arm of each branch. Arms in no world are not read.
    """

    arms: tuple[Arm, ...]
    worlds: tuple[World, ...]
