"""A greeting that calls the customer by a name that is not theirs, or not as they write it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from tonecheck.acts import Reading
from tonecheck.checks.base import NO_CUSTOMER_NAME, Check, Cited, Found
from tonecheck.late import late
from tonecheck.message import Channel, Part, Teller, What
from tonecheck.record import record
from tonecheck.text import Span

_WORD = late(r"[^\W\d_](?:[\w'’.-]*\w)?")
_CALLED = late(r"(?:^|, )(?P<name>[A-Z][\w'’-]+)(?=[.!?,])")
_SHORT = 3
_TITLE = late(r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Madam|Herr|Frau)\.?[ \t]+$")


@record(frozen=True, slots=True, kw_only=True)
class NameMismatch(Check):
    """Find names that a message addresses and that differ from the customer's.

    `of` tells how: `person` for a name that is nobody's around the message, has first and last
    swapped, or bears a title that is not theirs; `case` for the right one begun in lower case.
    Nicknames and initials are the person's.
    """

    FIELDS: ClassVar[frozenset[str]] = frozenset({"match", "name"})

    of: Literal["person", "case"]
    kind: Literal["name-mismatch"] = "name-mismatch"

    def unknown(self, reading: Reading, rule: str) -> str | None:
        """Say so when a name is addressed that could be wrong, and the customer's is unknown."""
        del rule
        words = [reading.message.words(span) for span in _addressed(reading)]
        doubtful = words if self.of == "person" else [name for name in words if name[0].islower()]
        known = reading.message.context.customer_name is not None
        return None if known or not doubtful else NO_CUSTOMER_NAME

    def find(self, reading: Reading, rule: str, channel: Channel) -> Iterator[Found]:
        """Yield the name, unless one of several that are addressed is the customer's."""
        del rule, channel
        name = reading.message.context.customer_name
        if name is None:
            return
        addressed = list(_addressed(reading))
        if not addressed:
            if self.of == "person":
                yield from _misspelt(reading, name)
                yield from _called_otherwise(reading, [], name)
            return
        from tonecheck.names import is_person

        if not is_person(name) or not all(is_person(reading.message.words(s)) for s in addressed):
            return
        if self.of == "case":
            yield from _in_lower_case(reading, addressed, name)
        elif not any(_is_theirs(reading, span, name) for span in addressed):
            span = addressed[0]
            right = _as_addressed(reading, span, name)
            yield Found(span, {"match": span, "name": Cited(right)})
        else:
            if len(addressed) == 1:
                from tonecheck.checks.titles import mistitled

                found = mistitled(reading, addressed[0], name)
                if found is not None:
                    yield Found(found[0], {"match": found[0], "name": Cited(found[1])})
            yield from _called_otherwise(reading, addressed, name)


def _addressed(reading: Reading) -> Iterator[Span]:
    """Give the names that are addressed in words: no variables, no handles."""
    message = reading.message
    unsure = [mark.span for mark in message.marked(What.PLACEHOLDER, What.CONTROL_TAG, What.URL)]
    for mark in message.marked(What.NAME):
        handle = message.text[max(mark.span.start - 1, 0) : mark.span.start] == "@"
        if not handle and not any(span.overlaps(mark.span) for span in unsure):
            yield mark.span


def _is_theirs(reading: Reading, span: Span, name: str) -> bool:
    from tonecheck.names import alike, is_given, parts

    words = parts(reading.message.words(span))
    theirs = parts(name)
    if len(words) == len(theirs) == 2 and words == theirs[::-1] and "," not in name:
        return False
    known = [*theirs, *_mentioned(reading)]
    joined = "".join(theirs)
    if len(words) > 1 and len(theirs) > 1:
        # Of a whole name both ends are theirs; a first word that is no given name may be a rank.
        ends = words[-1:] if not is_given(words[0]) else [words[0], words[-1]]
        return all(end in joined or any(alike(end, other) for other in known) for end in ends)
    return any(alike(word, other) for word in words for other in known) or "".join(words) == joined


def _mentioned(reading: Reading) -> Iterator[str]:
    """Give the words by which the customer may call themselves around the message.

    Where only the quoted mail tells whom the reply answers, all names in it are as good.
    """
    if reading.customer is not None:
        from tonecheck.checks.own_names import own_names

        yield from own_names(reading.customer)
    message = reading.message
    if message.told_by.get("customer_name") is Teller.HISTORY:
        for region in message.regions:
            if region.what is Part.HISTORY:
                yield from _names(message.words(region.span))


def _names(text: str) -> Iterator[str]:
    """Give the words that may be names, folded."""
    from tonecheck.names import fold

    for word in _WORD.findall(text):
        if word[0].isupper() and len(word) > 2:
            yield fold(word.removesuffix("'s").removesuffix("’s"))


def _misspelt(reading: Reading, name: str) -> Iterator[Found]:
    """Yield a word that calls the customer amid a sentence and is a slip of their name."""
    from tonecheck.checks.words import slipped
    from tonecheck.names import alike, fold, is_person, parts

    if not is_person(name):
        return
    known = [*parts(name), *_mentioned(reading)]
    for sentence in reading.own:
        for match in _CALLED.finditer(sentence.span.of(reading.message.text)):
            word = fold(match["name"])
            if any(alike(word, other) for other in known):
                continue
            right = [part for part in parts(name) if len(part) > _SHORT and slipped(word, part)]
            if right:
                span = Span(*match.span("name")).shift(sentence.span.start)
                spelt = next(w for w in _WORD.findall(name) if fold(w) == right[0])
                yield Found(span, {"match": span, "name": Cited(spelt)})


def _called_otherwise(reading: Reading, addressed: list[Span], name: str) -> Iterator[Found]:
    """Yield a name by which the customer is called below the greeting, and which is not theirs.

    The names in the greeting are not looked at.
    """
    from tonecheck.checks.vocatives import vocatives
    from tonecheck.names import alike, fold, is_person, parts

    if not is_person(name):
        return
    message = reading.message
    known: list[str] | None = None
    for span, titled in vocatives(reading):
        if any(span.overlaps(other) for other in addressed):
            continue
        if known is None:
            known = [*parts(name), *_mentioned(reading)]
            known += [word for one in addressed for word in parts(message.words(one))]
        if not any(alike(fold(message.words(span)), other) for other in known):
            yield Found(
                span, {"match": span, "name": Cited(_WORD.findall(name)[-1 if titled else 0])}
            )
            return


def _in_lower_case(reading: Reading, addressed: list[Span], name: str) -> Iterator[Found]:
    from tonecheck.names import fold

    body = [reading.message.words(s.span) for s in reading.own if s.region is Part.BODY]
    if body and not any(words[0].isupper() for words in body):
        return
    written: dict[str, str] = {fold(word): word for word in _WORD.findall(name)}
    for span in addressed:
        words = reading.message.words(span)
        right = written.get(fold(words))
        if right is not None and words[0].islower() and right[0].isupper():
            yield Found(span, {"match": span, "name": Cited(right)})


def _as_addressed(reading: Reading, span: Span, name: str) -> str:
    """Give the customer's name as the greeting needs it: all of it, the first word or the last."""
    message = reading.message
    words: list[str] = _WORD.findall(name)
    if len(_WORD.findall(message.words(span))) > 1 or len(words) < 2:
        return name
    if "," in name:
        words = [*words[1:], words[0]]
    titled = _TITLE.search(message.text[max(span.start - 12, 0) : span.start])
    return words[-1] if titled else words[0]
