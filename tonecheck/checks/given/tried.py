"""What a customer has done already, looked up by what a reply asks or tells them to do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from typing import NamedTuple

from tonecheck.checks.words import content
from tonecheck.language import Sentence
from tonecheck.late import late

_ASKED = late(
    r"\b(?:have|did) you (?:(?:already|also|ever|perhaps|maybe|by any chance) )?"
    r"(?:(?P<tried>tried|try) )?(?P<done>[a-z-]+)(?P<what>[^.?!;:]*)"
)
_TOLD = late(
    r"^(?:please|kindly|simply|just|first|then|could you|can you|would you|you could|you can|try|"
    r"let's)(?: (?:please|kindly|also|just|first|then|simply|quickly))? (?:try (?:to )?)?"
    r"(?P<done>[a-z-]+)(?P<what>[^.?!;:]*?)(?= and | then |,|[.?!;:]|$)"
)
# Cures that somebody is told to try; of other deeds a customer may be asked for one more.
_CURES = (
    "restart reboot reinstall re-install re-start reset clear unplug replug swap update uninstall "
    "clean descale bleed"
).split()
_DONE = late(
    r"\b(?:i|we)(?:'ve| have| had|)(?: (?:already|also|just|both|even|now|then))* "
    r"(?:[a-z-]+ed|tried|reset|bought|sent|rang|wrote|spoke|read)\b.*"
)
_DEED = late(r"\b(?:[a-z-]+(?:ed|ing)|reset|bought|sent|rang|wrote|spoke|read)\b")
_IT = late(r"\b(?:it|them|everything|all|that|this|both)\b")
_AGAIN = late(r"\b(?:again|once more|one more time|this time|after (?:that|the)|another way|now)\b")
_OTHER = late(r"\b(?:another|different|other|second)\b")
_SEVERAL = late(
    r"\b(?:two|three|four|five|several|many|all|both|another|different|other|various|every|second)\b"
)
_SAYS_NOTHING = frozenset(
    "differ other another second already please yet devic machin unit product item system".split()
)
_SHOWN_HOW = late(r"\blinkk*\b|\b(?:steps|here|page|guide|instructions|article)\b")
_MOST = 20  # sentences that tell of one deed
_PAST = {"send": "sent", "buy": "bought", "ring": "rang", "write": "wrote", "speak": "spoke"}


class _Done(NamedTuple):
    """Something done: the words that tell of it, those that carry the matter, and where."""

    words: str
    things: set[str]
    sentence: Sentence


class Deeds:
    """What a customer's sentences tell to be done, looked up by what a request asks for."""

    def __init__(self, shown: Sequence[Sentence]) -> None:
        self._shown = shown

    def tried(self, request: str) -> tuple[int, Sentence] | None:
        """Give where a request ends for something done, and the sentence that tells of it.

        `request` is folded. To do something again or in another way is not the same.
        """
        asked = _ASKED.match(request)
        match = asked or _TOLD.match(request)
        if match is None or _SHOWN_HOW.search(request) or _AGAIN.search(match.group()):
            return None
        word = match["done"]
        if asked is None and not _is_cure(word):
            return None
        # "Have you tried a different cable": the deed is to try, and the thing all that follows.
        bare = asked is not None and asked["tried"] is not None and not word.endswith("ing")
        things = content(f"{word}{match['what']}" if bare else match["what"]) - _SAYS_NOTHING
        if things - self._things:
            return None
        for done in self._done.get(_deed("tried") if bare else _deed(word), ())[:_MOST]:
            if _OTHER.search(match.group()) and not _SEVERAL.search(done.words):
                continue
            if things & done.things or (not bare and _IT.search(done.words)):
                return match.end(), done.sentence
        return None

    @cached_property
    def _things(self) -> set[str]:
        return {thing for sentence in self._shown for thing in content(sentence.folded)}

    @cached_property
    def _done(self) -> dict[str, list[_Done]]:
        """Give what was done by its verb."""
        found: dict[str, list[_Done]] = {}
        for sentence in self._shown:
            if match := _DONE.search(sentence.folded):
                done = _Done(match.group(), content(match.group()), sentence)
                for deed in {_deed(verb) for verb in _DEED.findall(done.words)}:
                    found.setdefault(deed, []).append(done)
        return found


def tells_a_cure(request: str) -> bool:
    """Tell whether a folded request tells somebody to try a cure, which names no thing wanted."""
    match = _TOLD.match(request)
    return match is not None and _is_cure(match["done"])


def _is_cure(word: str) -> bool:
    return _deed(word) in _cures()


@cache
def _cures() -> frozenset[str]:
    return frozenset(map(_deed, _CURES))


def _deed(word: str) -> str:
    """Give a verb without its ending: `reset` of resetting, `clean` of cleaned."""
    bare = _PAST.get(word, word)
    for ending in ("ing", "ed"):
        bare = bare.removesuffix(ending) if len(bare) > len(ending) + 2 else bare
    if bare[-2:-1] == bare[-1:] and not bare.endswith(("ll", "ss")):
        bare = bare[:-1]
    return bare.removesuffix("e")
