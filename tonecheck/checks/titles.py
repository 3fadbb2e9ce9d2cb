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
# Given names that hardly anyone of the other sex bears, in any of the languages that have them.
_WOMEN = frozenset(
    "abigail agnes alice amanda amelia angela anita anna anne annette barbara beatrice birgit "
    "brenda bridget carla carmen caroline catherine cecilia charlotte christina christine claire "
    "clara claudia cynthia deborah denise diana donna dorothy elena elisabeth elizabeth ellen "
    "emily emma erika esther eva fatima fiona florence frances gertrude giulia gloria gudrun "
    "hannah heather heidi helen helena ingrid irene isabel isabella jacqueline jane janet jennifer "
    "jessica joanna judith julia juliet karin katarzyna katharina katherine kathleen laura leila "
    "lena linda lisa louise lucia lucy magdalena margaret marianne martha mary matilda melanie "
    "melissa michelle miriam monica monika nadia nancy natalie olivia pamela patricia paula petra "
    "priya rachel rebecca renate rita rosa rosalind rosemary ruth sabine samantha sandra sara "
    "sarah sophia sophie stephanie susan susanne svetlana sylvia tatiana teresa theresa ursula "
    "valentina vanessa vera veronica victoria yvonne zoe".split()
)
_MEN = frozenset(
    "adam ahmed albert alexander alfred andrew anthony antonio arthur benjamin bernard bernd boris "
    "carl carlos christian christoph christopher daniel david dennis dieter dominik donald edward "
    "emil eric ernest fabian ferdinand fernando francesco franz frederick friedrich gareth "
    "geoffrey george gerald giovanni giuseppe graham gregory gustav hans harald harold heinrich "
    "henry hermann holger horst howard hugo ian igor ivan jack jacob james jens joachim johannes "
    "john jonas jonathan jorge jose joseph karl keith kenneth kevin klaus kurt lars lawrence "
    "leonard leroy liam lorenzo lukas manfred manuel marc marco marcus mario mark martin matthew "
    "michael miguel mohammed nicholas nigel oliver oscar otto pablo patrick paul pavel peter "
    "philip ralf ralph rainer raymond richard robert rodrigo roger roland ronald rudolf samuel "
    "sebastian sergio simon stefan stephen steven stuart sven theodore thomas thorsten tobias uwe "
    "victor vincent vladimir walter werner wilhelm william wolfgang".split()
)


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
    if not titles and len(known) > 1 and "," not in name and fold(called.split()[-1]) == known[-1]:
        titles = _by_given_name(known[0])
    if titles and _TITLES[before["title"]] not in {_TITLES[title] for title in titles}:
        whole = Span(before.start(), span.end)
        return whole, f"{min(titles)} {called}"
    return None


def _by_given_name(given: str) -> set[str]:
    """Give the title that a given name calls for, none where it may be anyone's."""
    if given in _WOMEN:
        return {"Ms"}
    return {"Mr"} if given in _MEN else set()


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
