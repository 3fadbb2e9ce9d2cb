"""The right name in the wrong place: a family name without its title, or another's title."""

from __future__ import annotations

from tonecheck.acts import Reading
from tonecheck.late import late
from tonecheck.names import fold, is_given, parts
from tonecheck.text import Span

_TITLE = late(
    r"\b(?P<title>Mrs?|Ms|Miss|Dr|Prof|Professor|Sir|Madam)\.?[ \t]+(?:[A-Z][\w'-]+[ \t]+)?$"
)
_THEIRS = late(r"\b(?P<title>Mrs?|Ms|Miss)\.?(?P<names>(?:[ \t]+[A-Z][\w'.-]*){1,3})")
_TITLES = {"Mr": "m", "Mrs": "f", "Ms": "f", "Miss": "f"}


def mistitled(reading: Reading, span: Span, name: str) -> tuple[Span, str] | None:
    """Give the place of a name that is the customer's but is not called so, and what is right.

    That a word is a given name is known of English names alone; of others nothing is told.
    """
    message = reading.message
    called = message.words(span)
    before = _TITLE.search(message.text, max(span.start - 30, 0), span.start)
    known = parts(name)
    if len(known) == 2 and "," not in name and len(called.split()) == 1 and is_given(known[0]):
        first, last = name.split()[-2:]
        if is_given(known[1]) or fold(called) in _used(reading):
            pass
        elif before is None and fold(called) == known[1]:
            return span, first
        elif before is not None and fold(called) == known[0] and before["title"] in _TITLES:
            return span, last
    if before is None or before["title"] not in _TITLES:
        return None
    titles = {title for title, family in _own_titles(reading, name) if fold(called) == family}
    if titles and _TITLES[before["title"]] not in {_TITLES[title] for title in titles}:
        whole = Span(before.start(), span.end)
        return whole, f"{min(titles)} {called}"
    return None


def _own_titles(reading: Reading, name: str) -> list[tuple[str, str]]:
    """Give the titles that the customer bears, with the name after each."""
    texts = [name] + ([reading.customer.message.text] if reading.customer else [])
    return [
        (found["title"], fold(word))
        for text in texts
        for found in _THEIRS.finditer(text)
        for word in found["names"].split()
    ]


def _used(reading: Reading) -> set[str]:
    """Give the words with which the customer signs, if there is a customer's message."""
    if reading.customer is None:
        return set()
    last = reading.customer.message.text.split()[-1:]
    before = reading.customer.message.text.split()[-2:-1]
    alone = not before or not is_given(before[0].strip(".,"))
    return {fold(word) for word in last} if alone else set()
