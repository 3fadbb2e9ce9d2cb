"""What can be known around a message from the message itself: its head, and the mail it quotes.

What was told outright stays; each thing is known or unknown, never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tonecheck.anatomy import addressee, dissect
from tonecheck.errors import InputError
from tonecheck.formats import Format, format_at, load, read
from tonecheck.marks import Brackets, mark
from tonecheck.message import Context, Message, Part, Teller, What
from tonecheck.text import Source


def prepare(message: Message, placeholders: Sequence[str | Brackets] = ()) -> Message:
    """Give a message as a format read it its marks, the regions it falls into, and its worlds.

    Placeholders are those of the template languages named, the usual ones where none is.
    """
    if message.alternative is not None:
        other = prepare(message.alternative, placeholders)
        message = replace(message, alternative=other)
    marked = mark(message, placeholders)
    whole = dissect(marked)
    if any(found.what is What.CONTROL_TAG for found in marked.marks):
        from tonecheck.branches import split

        branches = split(marked, message.marks)
        if branches is not None:
            worlds = tuple(
                world._replace(message=dissect(mark(world.message, placeholders)))
                for world in branches.worlds
            )
            return replace(whole, branches=branches._replace(worlds=worlds))
    return whole


def informed(message: Message) -> tuple[Message, Message | None]:
    """Give a message with what its head and its history tell, and the message that it answers."""
    context, told = message.context, dict(message.told_by)
    found: dict[str, Any] = {}

    def tell(name: str, value: object, teller: Teller) -> None:
        if value is not None and getattr(context, name) is None and name not in found:
            found[name], told[name] = value, teller

    tell("customer_name", _addressee(context), Teller.HEADER)
    if any(region.what is Part.HISTORY for region in message.regions):
        from tonecheck.anatomy.thread import quoted, same_writer, signed

        own = (context.sender, signed(message))
        thread = quoted(message)
        ours = [one for one in thread if any(same_writer(one.writer, name) for name in own)]
        others = [one for one in thread if one not in ours]
        greeted = addressee(message)
        # A colleague may have written last; whom the reply greets is whom it answers.
        known = (one for one in others if same_writer(one.writer, greeted))
        theirs = next(known, others[0] if others else None)
        if ours:
            tell("first_reply", value=False, teller=Teller.HISTORY)
            tell("earlier", tuple(one.text for one in reversed(ours)), Teller.HISTORY)
        if theirs is not None:
            tell("in_reply_to", theirs.text, Teller.HISTORY)
            tell("customer_name", theirs.writer, Teller.HISTORY)
    text = found.get("in_reply_to", context.in_reply_to)
    customer = None if text is None else _prepared(text)
    if customer is not None and context.customer_name is None:
        from tonecheck.anatomy.introduced import introduced
        from tonecheck.anatomy.thread import signed

        tell("customer_name", signed(customer) or introduced(customer), Teller.IN_REPLY_TO)
    if found:
        message = replace(message, context=replace(context, **found), told_by=told)
    return message, customer


def answered(path: Path) -> Context:
    """Read the customer's message from a file: its text and, of a mail, who sent it.

    Raises `InputError` for a file that cannot be read.
    """
    form = format_at(path) or Format.PLAIN
    messages = read(load(path, form), form)
    if len(messages) != 1:
        raise InputError(
            f"{path}: holds {len(messages)} mails, and one is wanted; save the customer's by itself"
        )
    message = messages[0]
    sender = message.context.sender
    said = (region.span for region in message.regions if region.what is not Part.HISTORY)
    return Context(
        in_reply_to="".join(message.words(span) for span in said),
        customer_name=sender if sender and _is_person(sender) else None,
    )


def _addressee(context: Context) -> str | None:
    """Give the name of the only person whom the head of a mail addresses."""
    match context.recipients:
        case [name] if _is_person(name):
            return name
        case _:
            return None


def _is_person(name: str) -> bool:
    from tonecheck.names import is_person

    return is_person(name)


def _prepared(text: str) -> Message:
    (message,) = read(Source("in-reply-to", text), Format.PLAIN)
    return dissect(mark(message))
