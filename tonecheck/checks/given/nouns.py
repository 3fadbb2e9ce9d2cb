"""Things asked for by any noun, and sentences of a customer's that give their value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from tonecheck.checks.given.kinship import kin, topic
from tonecheck.checks.given.wanted import COUNT
from tonecheck.checks.values import WEEKDAY
from tonecheck.checks.words import content, stem, stems
from tonecheck.language import Sentence
from tonecheck.late import late

_LABELLED = late(
    r"\b(?:the|your|its|his|her|their|a|an|which|what(?:'s| is)?)"
    r" (?P<before>(?:[a-z][\w'-]* ){1,3}?)(?:number|no\b\.?|id|code|ref(?:erence)?)\b"
    r"|\b(?:number|id|code|ref(?:erence)?) (?:of|for|on) (?:one of )?(?:the |your |this |that |"
    r"its )?"
    r"(?P<behind>[a-z][\w'-]*(?: [a-z][\w'-]*)?)"
)
_VALUE = late(
    r"(?P<lead>[\w'-]*)[\s:#(,.–—-]{0,4}(?<![\w£$€.,-])"
    r"(?P<value>(?=[A-Za-z/-]{0,12}\d)[A-Za-z\d]{1,8}(?:[-/][A-Za-z\d]{1,8}){0,4})(?![\w%]|[.,:]\d)"
)
_CALLS = late(r"^(?:number|no|nr|id|code|ref|reference|is|was|it's|called|the|and|to|of|with|)$")
_QUANTITY = late(
    r"\d[\d.,]*(?:st|nd|rd|th|am|pm|k?g|c?m|km|mm|h|x|gb|mb|€)?$|[12]\d{3}$", re.IGNORECASE
)
_WHICH = late(r"\b(?:which|what) (?P<noun>[a-z][\w-]*)(?: (?P<more>[a-z][\w-]*))?")
_NOT_NOUNS = frozenset(
    "time times day days date dates kind type sort way of else exactly is are was were do does "
    "did "
    "would should can could may might will has have had you your the it they we happens "
    "happened one ones remedy remedies solution solutions option options make model reason "
    "reasons "
    "question questions problem problems issue issues kinds types sorts ways".split()
)
# Before a noun these words do not tell which one it is.
_PLAIN = frozenset(
    "one the a an my our your his her its their this that these those same other whole new wrong "
    "old "
    "last "
    "first next entire two three four five both exact right correct different only current "
    "previous "
    "original another any some every each all no of in on at for to from with and or but is was "
    "are "
    "were be been had has have very own such what which more little big small nice lovely good bad "
    "great poor broken damaged missing faulty late please by as not if i we you he she it they "
    "just "
    "over under about above below per via between btwn through during after before since until "
    "than "
    "like then there here many few several why how who where what lot much even still again out "
    "off up "
    "down back into onto near get got go going need want my locked stupid bloody usual said also "
    "when while because so".split()
)
# As in "your driver Tom".
_STAFF = frozenset(
    map(stem, "driver technician engineer agent guide teacher waiter nurse doctor courier".split())
)
_CALLED_SO = late(
    rf"(?!I\b|(?i:{WEEKDAY}|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|the|and|but|it|he|she|we|link+|alex)\b)[A-Z][a-z]+$"
)
_VERB = 1  # words that name no thing
_SIDED = late(
    r"[(,-] (?:(?:it's|the|on|my) )*(?:left|right|upper|lower|front|back|rear|top|bottom|middle|"
    r"inner|outer)\b|(?:is|has|was) [\w ]{1,16} , (?:the|my) (?:left|right)\b"
)
_IS = ("is", "was", "are", "were", ":", "=", "of", "reads")
_ONE = late(r"(?:(?:the|an?|my) )?(?:\w+ one\b|[\"“'A-Z]|\w*\d)")
_OF_THEIRS = late(
    r"\b(?:what(?:'s| is| was| are)|have|know|give (?:us|me)|tell (?:us|me)|send (?:us|me)|"
    r"provide|need|"
    r"confirm) (?:your|the|its|his|her|their) (?P<noun>[a-z][\w'-]*(?: of birth| [a-z][\w'-]*)?)\b"
)
_SAID_IS = late(
    r"\b(?P<noun>[^\W\d_]+)(?: of birth)?(?: (?:is|was|are|reads|of|at)|:|"
    r" =)[ ]?(?P<value>\S+(?: \S+)?)"
)
# What is told by a plain word.
_WORDED = frozenset(
    stem(word)
    for word in "username login nickname occupation job profession nationality language breed "
    "colour "
    "color password hobby diet title".split()
)
_HOW_MANY = late(r"\bhow many (?:more )?(?P<noun>[a-z][\w-]*)(?: (?P<more>[a-z][\w-]*))?")
_WILL = late(r"\bwill (?:you (?:bring|have|come)|be coming)\b")
_CAME = late(r"\b(?:arriv\w*|receiv\w*|got|came|missing|left|lack\w*)\b")
_OF_THEM = late(rf"\b{COUNT} of (?:them|these|us)\b")
_ATTACHED = late(r"\b(?:attach\w*|enclos\w+|appended|uploaded|in the attachment)\b")
_SENDS = late(
    r"\b(?:send|attach|share|upload|forward|provide|email|e-mail|need|require|supply|have|get|"
    r"let us "
    r"have|submit|bring|hand in)\b"
)
_WHETHER = late(
    r"(?:^|, |: |- |and |or |know |tell (?:me|us) |check )(?:whether|if|do|does|did|is|are|was|"
    r"were|"
    r"have|has) (?:you|there|it|the|your|they|he|she|any)\b(?! (?:want|need|wish|mind|know|prefer|"
    r"like|think|happy|able|interested|ok|okay|sure|tried|checked|looked|considered|aware|"
    r"familiar|certain|referring|talking|received|had|got))(?P<what>[^?;]*)"
)
_NOW = late(
    r"\b(?:still|now|yet|ever|also|today|tomorrow|work|works|suit|suits|ok|okay|fine|help|helps|"
    rf"better|happy|possible|at all|by any chance|happen|\d+|{WEEKDAY})\b"
)
_HAS = frozenset(
    "no any without have has had got with allergic nobody not isn't wasn't never".split()
)
_FOR_INSTANCE = frozenset(map(stem, "instance example have exactly please perhaps maybe".split()))
_WANTS = late(
    r"\b(?:i'd|we'd|would|want\w*|like|prefer\w*|please|need\w*|get|book\w*|order|exchang\w+|"
    r"swap\w*|"
    r"rather|instead|looking for|go with|take|choose|chose|should)\b"
)
_WISHED = late(
    r"\b(?:would you (?:like|prefer|rather|want)|do you (?:want|prefer|need)|you(?:'d| would) "
    r"(?:like|prefer|rather|want)|you (?:want|prefer|need)|instead|should|shall)\b"
)


class Nouns:
    """The nouns of a customer's sentences with their values, looked up by what a request asks."""

    def __init__(self, shown: Sequence[Sentence]) -> None:
        self._shown = shown

    def given(self, request: str) -> Iterator[tuple[int, Sentence]]:
        """Give where a folded request ends for each thing known, and the sentence that gives it."""
        for find in self._ways:
            found = find(request)
            if found is not None:
                yield found

    @property
    def _ways(self) -> Iterable[Callable[[str], tuple[int, Sentence] | None]]:
        yield from (self._labelled, self._named, self._which, self._counted)
        yield from (self._attached, self._whether)

    def names_all(self, request: str, but: int = 0) -> bool:
        """Tell whether the customer names what a folded part of a request names, but so many."""
        return len(_topic(request) - self._all) <= but

    def lacks(self, word: str) -> bool:
        """Tell whether the customer does not name a word."""
        return kin((stem(word),)).isdisjoint(self._all)

    @cached_property
    def _all(self) -> set[str]:
        return kin(one for sentence in self._shown for one in content(sentence.folded))

    def _labelled(self, request: str) -> tuple[int, Sentence] | None:
        """Give a number of something: “the id of one of the requests”, “its VAT id”."""
        for match in _LABELLED.finditer(request):
            label = [one for one in stems(match["before"] or match["behind"]) if topic(one)]
            if not label or not _topic(request[: match.end()]) <= self._all:
                continue
            for sentence in self._shown:
                if label[-1] in content(sentence.folded) and _has_value(sentence.masked, label):
                    return match.end(), sentence
        return None

    def _named(self, request: str) -> tuple[int, Sentence] | None:
        """Give what is called so: “your username”, “its VAT rate”."""
        for match in _OF_THEIRS.finditer(request):
            named = [stem(word) for word in match["noun"].split() if word not in _PLAIN]
            worded = stem(match["noun"].split()[-1]) in _WORDED
            if named and (sentence := self._called.get((named[-1], not worded))):
                return match.end(), sentence
        return None

    @cached_property
    def _called(self) -> dict[tuple[str, bool], Sentence]:
        """Give the first sentence that says what the stem of a noun is, or that it is one value."""
        found: dict[tuple[str, bool], Sentence] = {}
        for sentence in self._shown:
            for said in _SAID_IS.finditer(sentence.masked):
                noun = stem(said["noun"].casefold())
                found.setdefault((noun, False), sentence)
                if _ONE.match(said["value"]):
                    found.setdefault((noun, True), sentence)
        return found

    def _which(self, request: str) -> tuple[int, Sentence] | None:
        """Give which of several it is: “which door” of who is at the back door."""
        for match in _WHICH.finditer(request):
            noun, more = (stem(match[group]) if match[group] else "" for group in ("noun", "more"))
            wished = _WISHED.search(request) is not None
            # What is wished is most often asked with a verb of its own: "which would you book".
            if match["noun"] in _NOT_NOUNS or not self.names_all(request, _VERB if wished else 0):
                continue
            for sentence in self._shown:
                if wished and (sentence.folded.endswith("?") or not _WANTS.search(sentence.folded)):
                    continue
                if _is_told_apart(sentence, more if more in self._all else noun):
                    return match.end(), sentence
        return None

    def _counted(self, request: str) -> tuple[int, Sentence] | None:
        """Give how many of something there are: “how many bedrooms”."""
        for match in _HOW_MANY.finditer(request):
            nouns = kin(stem(match[group]) for group in ("noun", "more") if match[group])
            rest = _topic(request) - nouns
            came = _CAME.search(request) is not None
            # "How many of them will you bring" asks with a verb of its own.
            if len(rest - self._all) > (_VERB if _WILL.search(request) else 0):
                continue
            for sentence in self._shown:
                if came and not _CAME.search(sentence.folded):
                    continue
                if nouns & _said(sentence) and _OF_THEM.search(sentence.folded):
                    return match.end(), sentence
                for count in _COUNTED.finditer(sentence.folded):
                    if nouns & kin(map(stem, count["nouns"].split())):
                        return match.end(), sentence
        return None

    def _attached(self, request: str) -> tuple[int, Sentence] | None:
        """Give what lies with the message: “a copy of the certificate”."""
        if not _SENDS.search(request):
            return None
        asked = _topic(request)
        if not asked or not asked <= self._all:
            return None
        for sentence in self._attaching:
            if asked & _said(sentence):
                return len(request.rstrip(" ?.!")), sentence
        return None

    @cached_property
    def _attaching(self) -> list[Sentence]:
        return [sentence for sentence in self._shown if _ATTACHED.search(sentence.folded)]

    def _whether(self, request: str) -> tuple[int, Sentence] | None:
        """Give whether something is so: “are there any lights on it?” of who sees no lights."""
        match = _WHETHER.search(request)
        if match is None or _NOW.search(match["what"]):
            return None
        asked = kin(content(match["what"]) - _FOR_INSTANCE)
        if not asked or not asked <= self._all:
            return None
        for sentence in self._shown:
            if sentence.folded.rstrip().endswith("?") or not asked <= _said(sentence):
                continue
            words = sentence.folded.split()
            single = len(asked) == 1
            if not single or any(
                kin({stem(word.strip(".,!"))}) & asked and _HAS & set(words[max(at - 2, 0) : at])
                for at, word in enumerate(words)
            ):
                return match.end(), sentence
        return None


_COUNTED = late(rf"\b{COUNT}[ -](?=(?P<nouns>[a-z][\w'-]*(?: [a-z][\w'-]*){{0,2}}))")


def _topic(request: str) -> set[str]:
    return kin(topic(request))


def _said(sentence: Sentence) -> set[str]:
    return kin(content(sentence.folded))


def _has_value(text: str, label: list[str]) -> bool:
    """Tell whether a number in a text is that of a label, by the word before it."""
    for match in _VALUE.finditer(text):
        value, lead = match["value"], match["lead"].lower()
        if sum(map(str.isdigit, value)) < 2 or (_QUANTITY.match(value) and len(value) < 4):
            continue
        if stem(lead) in label or _CALLS.match(lead):
            return True
    return False


def _is_told_apart(sentence: Sentence, noun: str) -> bool:
    """Tell whether a sentence says which one of a noun it is, before the noun or behind it."""
    words = re.findall(r"[\w'’-]+|[^\w\s]", sentence.masked)
    for at, word in enumerate(words):
        if stem(word.lower()) != noun:
            continue
        before = words[at - 1] if at else ""
        behind = words[at + 1] if at + 1 < len(words) else ""
        told = before.lower().rstrip("'’")
        # As in "my knee, the left one" and "the shoulder (left)".
        if _SIDED.match(" ".join(words[at + 1 : at + 8]).lower()):
            return True
        if told.isalnum() and told not in _PLAIN and len(told) > 2:
            return not told.endswith(("ed", "ing", "ly"))
        if behind in _IS and _ONE.match(" ".join(words[at + 2 : at + 6])):
            return True
        if noun in _STAFF and _CALLED_SO.match(behind):
            return True
        if behind[:1].isdigit() or (len(behind) == 1 and behind.isupper() and behind != "I"):
            return True
    return False
