"""Mail threads: which mails are ours, what each of them answers, and what we wrote before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, NamedTuple

from tonecheck.finding import NotRead
from tonecheck.message import OWN, Envelope, Message, Part, Teller
from tonecheck.sources import COPY, CUSTOMERS, Contents

_MOST_EARLIER = 20  # of our own messages before one; the latest count
_FARTHEST = 100  # mails up the thread; of a longer way nobody has made one by hand


class Mail(NamedTuple):
    """A mail with its regions found; one without a sender is a draft, and ours."""

    message: Message
    agents: tuple[str, ...]

    @property
    def envelope(self) -> Envelope:
        """Give what its head tells; nothing of a text without a head."""
        return self.message.envelope or Envelope()

    @property
    def is_ours(self) -> bool:
        """Tell whether one of the agents sent it."""
        sender = self.envelope.sender
        return sender is None or any(_is(sender, agent) for agent in self.agents)


def _is(sender: str, agent: str) -> bool:
    """Tell whether an address is the agent's, or lies in the domain that stands after an `@`."""
    return sender.endswith(agent.lower()) if agent.startswith("@") else sender == agent.lower()


def sorted_out(files: Sequence[tuple[Contents, tuple[str, ...]]]) -> Iterator[Contents]:
    """Give the contents of files, read with the agents of each, as their threads show them.

    Of the messages ours are left, with what the thread tells of them.
    """
    found = iter(placed([Mail(one, agents) for file, agents in files for one in file.messages]))
    for file, _ in files:
        own = [next(found) for _ in file.messages]
        left = [one for one in own if isinstance(one, NotRead)]
        yield file._replace(
            messages=tuple(one for one in own if isinstance(one, Message)),
            not_read=(*file.not_read, *left),
        )


def placed(mails: Sequence[Mail]) -> list[Message | NotRead]:
    """Give each of our mails with what its thread tells, and say which are not judged.

    What is known of a message stays. Mails are found by `In-Reply-To` and `References`; the
    earlier ones by their dates too.
    """
    thread = _Threads(mails)
    return [thread.placed(number) for number in range(len(mails))]


class _Threads:
    """Some mails, and how they hang together."""

    def __init__(self, mails: Sequence[Mail]) -> None:
        self._mails = mails
        self._ours = [mail.is_ours for mail in mails]
        self._sent = [moment(mail.message.context.sent) for mail in mails]
        self._by_id: dict[str, int] = {}
        for number, mail in enumerate(mails):
            if mail.envelope.id is not None:
                self._by_id.setdefault(mail.envelope.id, number)
        self._above = [self._answered(number) for number in range(len(mails))]
        self._earlier = self._timed()

    def placed(self, number: int) -> Message | NotRead:
        """Give a mail with its context, or say why it is not judged."""
        message = self._mails[number].message
        if not self._ours[number]:
            return _left(message, CUSTOMERS)
        own = self._mails[number].envelope.id
        if own is not None and self._by_id[own] != number:
            return _left(message, COPY)
        above = self._way_up(number)
        asked = next((one for one in above if not self._ours[one]), None)
        undated = [one for one in reversed(above) if self._ours[one] and self._sent[one] is None]
        earlier = [*undated, *self._earlier.get(number, [])]
        if self._sent[number] is None:
            earlier = [one for one in reversed(above) if self._ours[one]]
        found: dict[str, Any] = {
            "earlier": tuple(_own_words(self._mails[one].message) for one in earlier)
        }
        if earlier:
            found["first_reply"] = False
        if (now := self._sent[number]) is not None:
            found["now"] = now.isoformat()
        if asked is not None:
            found |= self._asked(asked, now)
        return _told(message, found)

    def _asked(self, asked: int, now: datetime | None) -> dict[str, Any]:
        """Give what the customer's message tells, and how long it waited."""
        from tonecheck.names import is_person

        message, found = self._mails[asked].message, dict[str, Any]()
        if message.text.strip():
            found["in_reply_to"] = spoken(message)
        sender = message.context.sender
        if sender is not None and is_person(sender):
            found["customer_name"] = sender
        then = self._sent[asked]
        if now is not None and then is not None and then <= now:
            found["waited"] = int((now - then).total_seconds())
        return found

    def _answered(self, number: int) -> int | None:
        """Give the nearest of the mails above one that is here."""
        envelope = self._mails[number].envelope
        known = (self._by_id[one] for one in envelope.answers if one in self._by_id)
        return next((above for above in known if above != number), None)

    def _way_up(self, number: int) -> list[int]:
        """Give the mails above one, the nearest first."""
        way: list[int] = []
        at = self._above[number]
        while at is not None and at != number and len(way) < _FARTHEST and at not in way:
            way.append(at)
            at = self._above[at]
        return way

    def _timed(self) -> dict[int, list[int]]:
        """Give those of our dated mails that were sent before each of them in its thread."""
        threads: dict[str, list[tuple[datetime, int]]] = {}
        first = _Together()
        for number, mail in enumerate(self._mails):
            first.join([f"mail {number}", *_ids(mail.envelope)])
        for number, sent in enumerate(self._sent):
            own = self._mails[number].envelope.id
            is_copy = own is not None and self._by_id[own] != number
            if self._ours[number] and sent is not None and not is_copy:
                threads.setdefault(first.of(f"mail {number}"), []).append((sent, number))
        earlier: dict[int, list[int]] = {}
        for timed in threads.values():
            timed.sort()
            for place, (_, number) in enumerate(timed):
                before = timed[max(place - _MOST_EARLIER, 0) : place]
                earlier[number] = [one for _, one in before]
        return earlier


class _Together:
    """Names that hang together, each led to one that stands for all of them."""

    def __init__(self) -> None:
        self._next: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Give the name that stands for a name's whole group."""
        way = []
        while (above := self._next.get(name, name)) != name:
            way.append(name)
            name = above
        for one in way:
            self._next[one] = name
        return name

    def join(self, names: Sequence[str]) -> None:
        """Put the groups of some names together."""
        first = self.of(names[0])
        for name in names[1:]:
            self._next[self.of(name)] = first


def _ids(envelope: Envelope) -> list[str]:
    own = [] if envelope.id is None else [envelope.id]
    return [f"<{one}>" for one in (*own, *envelope.answers)]


def _told(message: Message, found: dict[str, Any]) -> Message:
    context, told = message.context, dict(message.told_by)
    fresh = {name: value for name, value in found.items() if getattr(context, name) is None}
    tellers = {"now": Teller.HEADER}
    told |= {name: tellers.get(name, Teller.THREAD) for name in fresh}
    return replace(message, context=replace(context, **fresh), told_by=told)


def _left(message: Message, why: str) -> NotRead:
    name, whole = message.source.name, message.origin.pieces
    if not whole:
        return NotRead(name, message.id, why)
    first, last = whole[0].source.start, whole[-1].source.end
    words = message.source.text[first:last].rstrip()
    lines = [message.source.position(place).line for place in (first, first + len(words))]
    return NotRead(name, message.id, why, *lines)


def spoken(message: Message) -> str:
    """Give what the writer of a message says, without what they quote."""
    said = [region.span for region in message.regions if region.what is not Part.HISTORY]
    return "".join(message.words(span) for span in said)


def _own_words(message: Message) -> str:
    own = OWN - {Part.SUBJECT}
    said = [region.span for region in message.regions if region.what in own]
    return "".join(message.words(span) for span in said).strip()


def moment(date: str | None) -> datetime | None:
    """Give the time that a `Date` field names; one that names no zone is in UTC."""
    if date is None:
        return None
    from email.utils import parsedate_to_datetime

    try:
        found = parsedate_to_datetime(date)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found
