"""The right name in the wrong place: a family name without its title, or another's title."""

from __future__ import annotations

from tonecheck.acts import Reading
from tonecheck.late import late
from tonecheck.names import fold, is_given, parts
from tonecheck.text import Span

_TITLE = late(
    r"\b(?P<title>Mrs?|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Madam)\.?[ \t]+(?:[A-Z][\w'-]+[ \t]+)?$"
)
_NAMES = r"(?:[^\S\n]+[A-Z][\w'.-]*){1,3}"
_THEIRS = late(
    rf"\(?\b(?P<title>Mrs?|Ms|Miss|Mx|Dr|Prof|Professor)\b\.?\)?(?:[ \t]Dr\.?)?(?P<names>{_NAMES})"
    r"|(?P<before>[A-Z][\w'.-]*(?:[^\S\n]+[A-Z][\w'.-]*){0,2}),?[^\S\n]+"
    r"\((?P<behind>Mrs?|Ms|Miss|Mx|Dr|Prof)\.?\)"
)
_FAMILY = late(r"(?i:\b(?:family|last|sur) ?name(?:'s| is|:)? )(?P<family>[A-Z][\w'-]+)")
_SELF = late(r"(?i:\b(?:this is|i am|i['’]?m|it['’]?s|it is)|^[\s\w]{0,8})[ \n]$")
_APART = late(
    r"(?:^|[.!?,;:)\n–—-]\s*|\b(?i:thanks|regards|yours|sincerely|faithfully|wishes)\s+)$"
)
_BEFORE = 30  # letters before a title that are looked at
_SIGNED = 60  # letters at the end of a message in which its writer signs
_SEXES = {"Mr": "m", "Mrs": "f", "Ms": "f", "Miss": "f"}
_LEARNED = {"Dr": "Dr", "Prof": "Professor", "Professor": "Professor"}
# Women who say Mrs or Miss mean it; Ms is right for both.
_NARROW = {("Mrs", "Miss"), ("Miss", "Mrs")}
# First halves of given names of two words.
_DOUBLE = frozenset(
    "john jean juan jose hans karl carl klaus abdul mohammed muhammad mohamed mary anna maria "
    "marie luis marco ana sri siti billy jan johann".split()
)


def mistitled(reading: Reading, span: Span, name: str) -> tuple[Span, str] | None:
    """Give the place of a name that is the customer's but is not called so, and what is right.

    Where a family name may stand first nothing is told.
    """
    message = reading.message
    called = message.words(span)
    before = _TITLE.search(message.text, max(span.start - 30, 0), span.start)
    swapped = _misplaced(reading, called, name, before["title"] if before else None)
    if swapped is not None:
        return span, swapped
    if before is None or before["title"] not in _SEXES:
        return None
    known = parts(name)
    last = fold(called.split()[-1])
    titles = {title for title, family in _own_titles(reading, name) if last == family}
    if not titles and len(known) > 1 and "," not in name and last == known[-1]:
        titles = _by_given_name(next(one for one in name.split() if known[0] in parts(one)))
    if not titles or any(_fits(before["title"], title) for title in titles):
        return None
    right = min(titles, key=lambda title: (title not in _LEARNED, title))
    return Span(before.start(), span.end), f"{_LEARNED.get(right, right)} {called}"


def _fits(called: str, title: str) -> bool:
    return _SEXES.get(called) == _SEXES.get(title) and (called, title) not in _NARROW


def _misplaced(reading: Reading, called: str, name: str, title: str | None) -> str | None:
    """Give the other word of a name of two, where the one that is called needs a title or none."""
    known = parts(name)
    words = [word for word in name.split() if parts(word) and fold(word) in known]
    if len(known) != 2 or len(words) != 2 or "," in name or len(called.split()) != 1:
        return None
    word = fold(called)
    family = _family(reading)
    if family in known and title in _SEXES and word in known and word != family:
        return words[known.index(family)]
    if family is not None or _is_family_first(known) or word in _used(reading):
        return None
    if title is None and word == known[1] and _is_familys(known):
        return words[0]
    if title in _SEXES and word == known[0] and is_given(known[0]):
        return words[1]
    return None


def _is_familys(known: list[str]) -> bool:
    """Tell whether the second of two words is surely a family name."""
    from tonecheck.given_names import MEN, WOMEN

    first, last = known
    if not is_given(first):
        return False
    return not is_given(last) or (last in MEN and first in MEN | WOMEN and first not in _DOUBLE)


def _is_family_first(known: list[str]) -> bool:
    from tonecheck.given_names import FIRST_FAMILIES

    return known[0] in FIRST_FAMILIES and not is_given(known[0])


def _family(reading: Reading) -> str | None:
    """Give the family name that the customer's message calls so."""
    if reading.customer is None:
        return None
    match = _FAMILY.search(reading.customer.message.text)
    return fold(match["family"]) if match else None


def _by_given_name(given: str) -> set[str]:
    """Give the title that a given name calls for, none where it may be anyone's."""
    from tonecheck.given_names import MEN, WOMEN

    halves = {fold(half) for half in given.split("-")}
    return {title for title, names in (("Ms", WOMEN), ("Mr", MEN)) if halves & names}


def _own_titles(reading: Reading, name: str) -> list[tuple[str, str]]:
    """Give the titles that the customer bears, with each word of the name beside it.

    In a message those count with which it ends, and those behind "this is" and the like.
    """
    found = list(_THEIRS.finditer(name))
    if reading.customer is not None:
        text = reading.customer.message.text.rstrip()
        found += (
            match
            for match in _THEIRS.finditer(text)
            if _SELF.search(text, max(match.start() - _BEFORE, 0), match.start())
            or (
                match.end() > len(text) - _SIGNED
                and _APART.search(text, max(match.start() - _BEFORE, 0), match.start())
            )
        )
    return [
        (match["title"] or match["behind"], fold(word))
        for match in found
        for word in (match["names"] or match["before"]).split()
    ]


def _used(reading: Reading) -> set[str]:
    """Give the words with which the customer signs, if there is a customer's message."""
    if reading.customer is None:
        return set()
    last = reading.customer.message.text.split()[-1:]
    before = reading.customer.message.text.split()[-2:-1]
    alone = not before or not is_given(before[0].strip(".,"))
    return {fold(word) for word in last} if alone else set()
