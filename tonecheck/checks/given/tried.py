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
    r"(?:\b(?:i|we)(?:'ve| have| had|)(?: (?:already|also|just|both|even|now|then))* |"
    r"(?<!'m )(?<!am )(?<!is )(?<!are )(?<!was )\balready |^)"
    r"(?:[a-z-]+ed|tried|reset|bought|sent|rang|wrote|spoke|read)\b.*"
)
_DEED = late(r"\b(?:[a-z-]+(?:ed|ing)|reset|held|bought|sent|rang|wrote|spoke|read)\b")
_IT = late(r"\b(?:it|them|everything|all|that|this|both)\b")
_AGAIN = late(r"\b(?:again|once more|one more time|this time|after (?:that|the)|another way|now)\b")
_OTHER = late(r"\b(?:another|different|other|second)\b")
_SEVERAL = late(
    r"\b(?:two|three|four|five|several|many|all|both|another|different|other|various|every|"
    r"second)\b"
)
_SAYS_NOTHING = frozenset(
    "differ other another anothe second already please yet devic machin unit product item "
    "system".split()
)
_SHOWN_HOW = late(r"\blinkk*\b|\b(?:steps|here|page|guide|instructions|article|to version)\b")
_TRIAL = late(
    r"(?:(?P<asked>(?:have|did) you )(?:(?:already|also|ever|perhaps|maybe|by any chance|first) )*|"
    r"(?:please|kindly|could you|can you|would you|will you|could i ask you to|may i ask you to)"
    r"(?: (?:please|kindly|also|just|first|therefore|quickly|perhaps))* )"
    r"(?P<what>(?:try|tried|check|carry out|perform|run|do|done|change|chang|replac|swap|switch|"
    r"turn|"
    r"have a (?:quick |good )?look|take a (?:quick |good )?look|"
    r"plug|unplug|press|hold|held|reset|restart|reboot|reinstall|re-install|updat|clear|clean|"
    r"descal|"
    r"bleed|log|sign|charg|connect|disconnect|reconnect|test|delet|uninstall|remov|open|clos|"
    r"measur|"
    r"tighten|adjust|fill|ask|look|search|make sure)[a-z]*\b[^?!;]*)"
)
# The same done in other words.
_ALIKE = (
    "check look search inspect",
    "turn switch",
    "change replac swap exchang",
    "hold press push",
    "install reinstall re-install",
    "open click",
    "log sign",
)
_LOOK = late(r"(?:have|take) a (?:[a-z]+ )?look\b")
# Turned off and on is restarted, and installed again is reinstalled.
_OFF_AND_ON = late(r"\boff and (?:then )?(?:back )?on(?: again)?\b")
_JUST_DONE = late(
    r"\b(?:i|we)(?:'ve| have)? (?:just |now |since )?(?:re|sent|reset|changed|mended|fixed|put|"
    r"made|"
    r"added|opened|switched)|\bjust (?:now|sent|reset)\b|\b(?:again|once more|new link)\b"
)
_PARTS = late(r",? (?:or|and)(?: (?:then|also|whether))? |, ")
_TOLD_DONE = late(
    r"\b(?:i|we|she|he|wife|husband|son|daughter|neighbour|neighbor)(?:'ve|'d)?(?: (?:have|has|had|"
    r"already|also|just|even|then|now|both))* (?:(?!need|want|wish|ask|order|receiv|notic|"
    r"return)[a-z-]+ed|"
    r"did|done|took|reset|tried|held|swapped)\b|"
    r"(?<!'m )(?<!am )(?<!is )(?<!are )(?<!was )already [a-z-]+(?:ed|set|done)\b|\btried\b|"
    r"\bdone (?:that|all|the)\b"
)
_TRIES = late(r"(?:try|tried|carry out|perform|run)\b")
_LIGHT = frozenset(
    "try tri check carri carry perfor run did done mak sure see nothin anythi whethe first let "
    "lets "
    "tell know pleas kindl fresh full quick simple would could again best perhap help chang".split()
)
_ANY_DEVICE = frozenset("app phon laptop comput router softwa progra devic tv televi".split())
_RESTART = "restart"
_AGAIN_LAST = late(r"\bagain$")
# A deed told without what it was done to.
_ALONE = late(r"\bre-?[a-z]+ed(?: (?:twice|already|too|and|but|it)|[.,;!]|$)")
_LONG = 3  # words from which on a question is about more than the deed
_MUCH = 0.6  # of what is asked, told by one sentence
_MOST = 20  # sentences that tell of one deed
_PAST = {
    "send": "sent",
    "buy": "bought",
    "ring": "rang",
    "write": "wrote",
    "speak": "spoke",
    "hold": "held",
}


class _Done(NamedTuple):
    """Something done: the words that tell of it, those that carry the matter, and where."""

    words: str
    things: set[str]
    sentence: Sentence


class Deeds:
    """What a customer's sentences tell to be done, looked up by what a request asks for."""

    def __init__(self, shown: Sequence[Sentence]) -> None:
        self._shown = shown

    def done(self, request: str, before: str) -> tuple[int, Sentence] | None:
        """Give where a request ends for something done, and the sentence that tells of it.

        `request` is folded, as is what the reply says `before`: what we have done since is a
        reason to look again.
        """
        return None if _JUST_DONE.search(before) else self._tried(request) or self._redone(request)

    def _tried(self, request: str) -> tuple[int, Sentence] | None:
        """Give that of what is told by the same verb.

        To do something again or in another way is not the same.
        """
        asked = _ASKED.match(request)
        match = asked or _TOLD.match(request)
        if match is None or _SHOWN_HOW.search(request):
            return None
        word = match["done"]
        off_and_on = _OFF_AND_ON.search(match.group()) is not None
        if off_and_on:
            word = _RESTART
        elif _AGAIN.search(match.group()):
            word = f"re{word}"
            if _deed(word) not in self._done or not _AGAIN_LAST.search(match.group()):
                return None
        if asked is None and not _is_cure(word):
            return None
        # "Have you tried a different cable": the deed is to try, and the thing all that follows.
        bare = asked is not None and asked["tried"] is not None
        bare = bare and not (off_and_on or word.endswith("ing"))
        things = content(f"{word}{match['what']}" if bare else match["what"]) - _SAYS_NOTHING
        if things - self._things:
            return None
        for done in self._done.get(_deed("tried") if bare else _deed(word), ())[:_MOST]:
            if _OTHER.search(match.group()) and not _SEVERAL.search(done.words):
                continue
            whole = _ALONE.search(done.words) is not None or _OFF_AND_ON.search(done.words)
            if things & done.things or (not bare and (_IT.search(done.words) or whole)):
                return match.end(), done.sentence
        return None

    def _redone(self, request: str) -> tuple[int, Sentence] | None:
        """Give the same for a remedy or a check that the customer tells in other words.

        Of several that are asked one is enough.
        """
        match = _TRIAL.match(request)
        if match is None or _AGAIN.search(match["what"]) or _SHOWN_HOW.search(match["what"]):
            return None
        at = match.start("what")
        for part in _PARTS.split(match["what"]):
            end = at + len(part)
            at = end + 1
            if _OTHER.search(part) and not any(_SEVERAL.search(d.folded) for d in self._told):
                continue
            things = content(part) - _SAYS_NOTHING - _LIGHT
            others = _OTHER.search(part) and _TRIES.match(match["what"])
            for sentence in self._told if others and things else ():
                if things <= content(sentence.folded) and _SEVERAL.search(sentence.folded):
                    return request.find(part) + len(part), sentence
            things -= _ANY_DEVICE - self._things
            if match["asked"] is not None and len(things) > _LONG:
                return None
            verb = content(part.split(maxsplit=1)[0])
            deeds = _alike(_deed("look" if _LOOK.match(part) else part.split(maxsplit=1)[0]))
            for sentence in self._told if things else ():
                words = content(sentence.folded)
                shared = things & words
                # All of it is told with the verb itself.
                if things - verb <= words and deeds & set(
                    map(_deed, _DEED.findall(sentence.folded))
                ):
                    return request.find(part) + len(part), sentence
                alone = match["asked"] is not None or _is_cure(part.split(maxsplit=1)[0])
                enough = len(shared) > 1 or (len(things) == 1 and alone)
                trial = alone or _TRIES.match(match["what"]) is not None
                if trial and enough and len(shared) >= _MUCH * len(things):
                    return request.find(part) + len(part), sentence
        return None

    @cached_property
    def _told(self) -> list[Sentence]:
        """Give the sentences that tell of something done."""
        return [sentence for sentence in self._shown if _TOLD_DONE.search(sentence.folded)]

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
                deeds = {_deed(verb) for verb in _DEED.findall(done.words)}
                if _OFF_AND_ON.search(done.words):
                    deeds.add(_RESTART)
                for deed in deeds:
                    found.setdefault(deed, []).append(done)
        return found


def tells_a_cure(request: str) -> bool:
    """Tell whether a folded request tells somebody to try a cure, which names no thing wanted."""
    match = _TOLD.match(request)
    return match is not None and _is_cure(match["done"])


def _is_cure(word: str) -> bool:
    return _deed(word) in _cures()


def _alike(deed: str) -> set[str]:
    rows = (row.split() for row in _ALIKE)
    return {deed}.union(*(row for row in rows if deed in row))


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
