"""The salutation, told by the shape of a line, and the name in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tonecheck.anatomy.lines import SLOT, Cut, Line
from tonecheck.late import late
from tonecheck.marks import is_name
from tonecheck.message import Part
from tonecheck.text import Span

_NOBODY = frozenset(
    (
        "lovely dude man buddy pal hun hon darling sweetie babe bro mate "
        "there all team everyone everybody customer customers sir sirs madam madame maam friend "
        "friends folks guys user users member members guest guests client clients both colleague "
        "colleagues partner partners subscriber subscribers shopper traveller resident residents "
        "parents parent family manager neighbour neighbours ladies gentlemen valued y'all yall "
        "people again committee support department staff crew buyer seller tenant patient "
        "applicant reader students"
    ).split()
)
_NOT_NAMES = frozenset(
    (
        "ok okay yes no so sorry thanks thank just we i i'm i've i'll this that it it's yeah sure "
        "again the your you our my in on at for and but as to please unfortunately however "
        "apologies welcome good great hope hoping quick regarding re noted done any not what when "
        "where why how who if is are do did can could would will here now today tomorrow "
        "yesterday hello hi hey dear inc ltd llc however actually also then well right fine "
        "update correct agreed understood perfect absolutely cheers regards best sincerely yours "
        "thx congratulations attention note important reminder monday tuesday wednesday thursday "
        "friday saturday sunday all too though either mate love really lol btw fyi asap etc"
    ).split()
)
_TITLE = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Madam|Rev|Capt|Herr|Frau|Señor|Señora)\b\.?)"
)
_WORD = rf"(?:[^\W\d_a-z{SLOT}](?:\.(?!\w)|[\w'’.-]*\w)?)"
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|bint|ibn|ter|ten|y|zu)"
# Possessive, so that a long placeholder is never tried in parts.
_SLOTS = rf"{SLOT}++(?:[ \t]+{SLOT}++)*"
_NAME = rf"(?:(?:{_PARTICLE} ){{0,3}}{_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{0,3}}|{_SLOTS})"
_HANDLE = r"@\w{1,40}"
_WHO = rf"(?:{_TITLE}(?: (?:and|&) {_TITLE})? )?(?:{_NAME})|{_HANDLE}|-[A-Z_]{{3,30}}-"
_END = r"[ \t]*(?:[,!:;.…]+|[—–-](?=[\s]|$)|(?=$))"
_HELLO = (
    r"(?:(?:hi|hello|hey),? dear|hi(?:ya| there)?|alright|hello(?: there)?|hey(?:a| there)?|"
    r"howdy|hallo|hola|ciao|bonjour|greetings|g'day|g’day|dear|"
    r"(?:a )?(?:very )?good (?:morning|afternoon|evening|day|news)|(?:morning|afternoon|evening))"
)
_OPENING = late(rf"(?i:{_HELLO}(?: again)?)(?=[\s,!.:;…—–]|$)")
_FORMAL = late(
    r"(?i:to whom it may concern|dear (?:sir|madam)(?:s|(?: ?/ ?| or | and )(?:sir|madam)s?)?)"
    + _END
)
_PARTY = late(rf"(?P<one>{_WHO})(?:(?:,? (?:and|&) |, )(?P<two>{_WHO}))?(?:[ \t]+there)?{_END}")
_NOBODY_PARTY = late(
    rf"(?i:(?:my |our |all |dear |valued |esteemed )*(?:[\w'’&/-]+ ){{0,3}}?(?P<last>[\w'’]+)"
    rf"(?: again| (?:in|of|at|from|on) [\w'’ ]{{1,40}})?){_END}"
)
_SEVERAL = late(r"(?i:to (?:(?:the|you) )?(?:all|both|two|three|four|five)(?: of you)?)" + _END)
_UNFILLED = late(rf"[{{<\[%*|$#]{{1,3}} ?[\w.]{{1,60}} ?[}}>\]%*|]{{0,3}}{_END}")
_AFTER = late(r"[ \t]*,?[ \t]*")
_ENDED = late(_END)
_LOWER = late(r"(?P<one>[^\W\d_]{2,20}(?:-[^\W\d_]{1,20})?)[ \t]*[,!]")
_STARTS = late(
    rf"(?P<one>{_WORD})(?= (?:I|I'm|I’m|we|your|you|thanks|thank|this|sorry|just|the|it|as)\b)"
)
_BARE = late(rf"(?:{_TITLE} )?(?P<one>{_NAME})[ \t]*(?:[,:]|[—–-]{{1,2}})$")
# “Mirko, thank you for telling us.”
_CALLED = late(
    rf"(?P<one>{_WORD}),(?= (?:many thanks|thank|thanks|please|sorry|welcome|congratulations|"
    r"(?:I|we)(?: am|['’]m| are|['’]re) (?:(?:so|very|really|truly|deeply|terribly) )*"
    r"(?:sorry|glad|happy|grateful))\b)"
)
_OPENERS = frozenset(
    (
        "first second third next last then still meanwhile indeed alas otherwise therefore hence "
        "besides moreover furthermore instead overall sometimes perhaps maybe everyone everybody "
        "anyone somebody someone question oh ah hmm wow ps seriously true"
    ).split()
)
_TAGGED = late(rf"(?P<one>{_HANDLE})(?:[ \t]+{_HANDLE}){{0,3}}[ \t]*[,:!-]?(?=\s|$)")
_BY_NAME = late(
    rf"(?i:thank|sorry|i'm|i’m|i am|so sorry|apologies|you're|you’re|you are|no|of course|sure|"
    rf"absolutely|great|good|welcome|understood|noted|happy|glad|congratulations|got it|fair|yes|"
    rf"ok|okay|cheers|oh|ah|that's|that’s)[^.!?,\n]{{0,70}}, (?:{_TITLE} )?"
    rf"(?P<one>{_NAME}|{_HANDLE})(?=[ \t]*(?:[.!?,…:;—–]|- |$))"
)
_RULER = late(r"([*=#~_-])\1{2,}")
_LETTERHEAD = 60  # characters; a longer line is prose
_SEARCHED = 12  # lines


def find(lines: list[Line]) -> tuple[list[Cut], list[Span]]:
    """Give where the greeting begins and ends, and the names it addresses."""
    prose = False
    for at, line in enumerate(lines[:_SEARCHED]):
        found = None
        if not prose or _is_framed(lines, at):  # a preheader may stand before a framed heading
            found = _salutation(line, first=at == 0, bare=at == 0 and len(lines) > 1)
        if found is not None:
            end, names = found
            return list(_cuts(lines, at, end)), names or _addressed(lines, at, end)
        prose = prose or len(line.words) > _LETTERHEAD or line.words.endswith((".", "!", "?"))
    return [], _addressed(lines, 0, 0)


def _is_framed(lines: list[Line], at: int) -> bool:
    """Tell whether a line stands between two rulers, as headings of plain text do."""
    around = lines[at - 1 : at] + lines[at + 1 : at + 2]
    return len(around) == 2 and all(_RULER.fullmatch(line.words) for line in around)


def _cuts(lines: list[Line], at: int, end: int) -> Iterator[Cut]:
    line = lines[at]
    yield Cut(line.span.start, Part.GREETING)
    rest = line.words[end:]
    if re.search(r"\w", rest):
        yield Cut(line.span.start + end + len(rest) - len(rest.lstrip()), Part.BODY)
    elif at + 1 < len(lines):
        yield Cut(lines[at + 1].span.start, Part.BODY)


def _salutation(line: Line, *, first: bool, bare: bool) -> tuple[int, list[Span]] | None:
    """Give where in the line its salutation ends and the names in it."""
    words = line.words
    start = 0
    names: list[Span] = []
    if tagged := _TAGGED.match(words):
        names.append(line.sub(tagged.start("one") + 1, tagged.end("one")))
        start = tagged.end() + len(words[tagged.end() :]) - len(words[tagged.end() :].lstrip())
    found = _spoken(line, start)
    if found is not None:
        return found[0], found[1] or names
    if tagged:
        return tagged.end(), names
    name = _BARE.match(words) if bare else None
    if name and _is_person(line, name):
        return name.end(), [_place(line, name, "one")]
    called = _CALLED.match(words) if first else None
    if called and _is_person(line, called) and not _opens(called["one"].lower()):
        return called.end(), [_place(line, called, "one")]
    return None


def _opens(word: str) -> bool:
    """Tell whether a word with a comma after it begins a sentence as no name does."""
    return word in _OPENERS or word.endswith("ly")


def _spoken(line: Line, start: int) -> tuple[int, list[Span]] | None:
    words = line.words
    if formal := _FORMAL.match(words, start):
        return formal.end(), []
    opening = _OPENING.match(words, start)
    if not opening:
        return None
    after = _AFTER.match(words, opening.end())
    at = after.end() if after else opening.end()
    for shape in (_PARTY, _LOWER, _STARTS):
        party = shape.match(words, at)
        if party and _is_person(line, party):
            two = party.groupdict().get("two")
            groups = ["one", "two"] if two else ["one"]
            return party.end(), [_place(line, party, group) for group in groups]
    nobody = _NOBODY_PARTY.match(words, at)
    if nobody and nobody.group("last").lower() not in _NOBODY:
        nobody = None
    nameless = nobody or _SEVERAL.match(words, at) or _UNFILLED.match(words, at)
    if nameless:
        return nameless.end(), []
    end = _ENDED.match(words, opening.end())
    if end and opening.group().lower() not in ("dear", "good news"):
        return end.end(), []
    return None


def _is_person(line: Line, match: re.Match[str]) -> bool:
    span = _place(line, match, "one")
    words = span.shift(-line.span.start).of(line.words)
    if SLOT in words:
        keys = [slot.key for slot in line.slots if span.contains(slot.span)]
        return all(is_name(key) or "name" in key.lower() for key in keys) or bool(match.start())
    parts = [part.strip(".").lower().replace("’", "'") for part in words.split()]
    if any(part in _NOT_NAMES for part in parts):
        return False
    return parts[-1] not in _NOBODY and parts[0] not in ("valued", "all")


def _place(line: Line, match: re.Match[str], group: str) -> Span:
    start, end = match.span(group)
    words = match.group(group)
    title = re.match(rf"{_TITLE}(?: (?:and|&) {_TITLE})? ", words)
    start += title.end() if title else 0
    if SLOT in words:
        return _variable(line, line.sub(start, end))
    if words.startswith("@"):
        start += 1
    return line.sub(start, end)


def _variable(line: Line, span: Span) -> Span:
    """Give the neighbouring placeholders that hold a name, or the whole when none surely does."""
    inside = [slot for slot in line.slots if span.contains(slot.span)]
    named = [slot.span for slot in inside if is_name(slot.key)]
    if not named:
        return inside[0].span if inside else span
    end = named[0].end
    for after in named[1:]:
        if after.start > end + 1:
            break
        end = after.end
    return Span(named[0].start, end)


def _addressed(lines: list[Line], at: int, end: int) -> list[Span]:
    """Give the name that the first sentence after the greeting ends with, if it does."""
    for line in lines[at : at + 2]:
        words = line.words
        offset = end + len(words[end:]) - len(words[end:].lstrip())
        end = 0
        if not words[offset:]:
            continue
        found = _BY_NAME.match(words, offset)
        if found and _is_person(line, found):
            return [_place(line, found, "one")]
        return []
    return []
