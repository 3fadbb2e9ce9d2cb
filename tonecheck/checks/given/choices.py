"""A choice put to a customer who has made it: “a refund or a replacement?”, “which of the two?”."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tonecheck.checks.given.nouns import Nouns
from tonecheck.checks.words import is_common, stem
from tonecheck.language import Sentence
from tonecheck.late import late

_OR = late(r"(?P<one>[^?;:.]{2,60}?),? or (?P<other>[^?;:.]{2,60})")
# What two sides of a choice do not name.
_VAGUE = late(
    r"\b(?:something|else|just|any|anything|other|another|different|both|never|not|specific|"
    r"certain|"
    r"particular|more|less|all|\d+)\b"
)
# Words at which a side of a choice begins and ends.
_EDGES = frozenset(
    "by with on in using a an the your to at from of for is are was were it you do does did we i "
    "between into via that this would like prefer rather want us should shall be and have has them "
    "our my shall will instead again please as suit suits better best work works or if "
    "whether".split()
)
_PEOPLE = ("you", "us", "me", "it", "them")
_THINGS = ("it", "them")
_MOST = 3  # words of one side
_WISHED = late(
    r"\b(?:would you|do you (?:want|prefer|need)|you(?:'d| would) (?:like|prefer|rather|want)|"
    r"you (?:want|prefer)|shall (?:we|i)|should (?:we|i)|like|prefer|rather)\b"
)
_WANTS = late(
    r"\b(?:i'd|we'd|i would|we would|want\w*|like|prefer\w*|please|need|rather|instead|go with|"
    r"take|"
    r"choose|chose|happy with|enough|can you|could you|can i|could i|may i)\b"
)
_NO = late(
    r"\b(?:not|no|never|don't|doesn't|won't|isn't|aren't|rather than|instead of|without|nor)\b"
    r"(?P<what>[^.;,()]{0,25})|(?P<fine>[^.;,()]{1,25}) (?:is|are|was|were|works?)(?: both|"
    r" all)? (?:fine|"
    r"ok|okay|all right|good|perfect|intact|undamaged|perfectly)\b"
)
_MAYBE = late(r"\b(?:or|either|whether|which|if(?! possible| i may| that's (?:ok|all right)))\b")
_ASKS_FOR = late(r"\b(?:can|could|may|would) (?:you|i|we)\b")
_BRIEF = frozenset(("eu", "us", "uk", "pc", "tv", "am", "pm"))
_WORDS = late(r"[a-z\d][\w'-]*")
_REFUSED = late(
    r"\b(?:don't|do not|would not|wouldn't) (?:want|need|like|care for|accept)\b"
    r"(?P<what>[^.;,()]{0,30})|\bnot interested in\b(?P<other>[^.;,()]{0,30})"
)
# What is one remedy or way in several words.
_PHRASES = (
    (
        late(
            r"\bmoney back\b|(?:[£€$] ?)?\b\d[\d.,]*(?: ?(?:€|£|euros?|pounds|dollars))? back\b|"
            r"\bback (?:on|to) my (?:card|paypal|account)\b"
        ),
        "refund",
    ),
    (late(r"\bnew (?:one|pair|copy|set)s?\b|\bsame (?:one|thing) again\b"), "replacement"),
    (late(r"\b(?:money off|price reduction|partial refund|rebate)\b"), "discount"),
    (late(r"\bone[- ]way\b"), "single"),
    (late(r"\b(?:both ways|round[- ]trip|there and back)\b"), "return"),
)
# Words for one remedy or way, each row.
_SAME = (
    "replacement replace replaced exchange exchanged swap swapped swop new-one",
    "refund refunded money reimburse reimbursement reimbursed",
    "redelivery redeliver redelivered delivered resend resent reship again",
    "collect collection collected pickup picked",
    "phone call ring rung telephone",
    "email mail e-mail inbox",
    "iphone ios ipad apple",
    "morning mornings",
    "afternoon afternoons",
)
_SENSES = {stem(word): number for number, row in enumerate(_SAME) for word in row.split()}
_REMEDIES: frozenset[object] = frozenset(range(4))
_EMPTY = frozenset(
    stem(word)
    for word in (
        "like prefer rather want would should shall just still please have them that this the "
        "with for you your our us again instead one ones two more send get give it's is are "
        "know tell let which whether order by do does suit suits best".split()
    )
)
_OF_SEVERAL = late(
    r"\bwhich (?:one|ones|of (?:the|your|these|those|them)|(?:two|three)|option|version|of)\b"
)
_PICKS = late(
    r"\b(?:keep\w*|return\w*|cancel\w*|exchang\w+|swap\w*|want\w*|like|lik(?:e|ing)|go with|take|"
    r"choose|"
    r"chosen|prefer\w*|picked|end(?:ed)?|send(?:ing)? back|remove|close|need|order|book|change|"
    r"extend|renew|stop|have)\b"
)
_ORDINAL = (
    r"(?:first|second|third|last|left|right|top|bottom|front|back|bigger|smaller|larger|older|"
    r"newer|"
    r"cheaper|upper|lower|other|latter|former)"
)
_COLOUR = (
    r"(?:black|white|grey|gray|silver|gold|beige|brown|red|pink|purple|blue|navy|green|yellow|"
    r"orange|"
    r"cream|mustard)"
)
_TELLS_APART = late(
    rf"\b(?:the|my|our) (?:{_ORDINAL}|{_COLOUR})\b|\b(?:number|no\.?|option|version|plan|the one|"
    rf"room|"
    r"line|permit|policy|ticket|only)(?: \w+){0,3} (?-i:[A-Z]\b|[A-Z]*-?\d[\w-]*)|"
    r"\bending (?:in )?\d|"
    r"\bthat one\b|\b(?:the|only the) (?!wrong|other|new|same)\w+ one\b|\b(?:with|for|take|option) "
    r"(?-i:[A-Z])\b"
)


class Choices:
    """What a customer's sentences choose, looked up by the choices of a request."""

    def __init__(self, shown: Sequence[Sentence]) -> None:
        self._shown = shown

    def made(self, request: str, nouns: Nouns) -> tuple[int, Sentence] | None:
        """Give where a folded request ends for a choice made, and the sentence that makes it."""
        for match in _OR.finditer(request):
            sides = _last(match["one"].split()), _first(match["other"].split())
            one, other = map(_senses, sides)
            if len(one) == 1 < len(other):
                other = _senses(sides[1].split(maxsplit=1)[0]) or other
            if not one or not other or one & other or any(map(_VAGUE.search, sides)):
                continue
            wished = _WISHED.search(request[: match.end()]) is not None
            rest = request.replace(sides[0], " ").replace(sides[1], " ")
            if not wished and not nouns.names_all(rest):
                continue
            sentence = self._settled(one, other, wished=wished)
            if sentence is not None:
                at = match.start("other") + match["other"].find(sides[1])
                return at + len(sides[1]), sentence
        several = _OF_SEVERAL.search(request)
        if several is not None:
            sentences = (s for s in self._shown if not s.folded.rstrip().endswith("?"))
            for sentence in sentences:
                if _TELLS_APART.search(sentence.masked) and _PICKS.search(sentence.folded):
                    return several.end(), sentence
        return None

    def _settled(self, one: set[object], other: set[object], *, wished: bool) -> Sentence | None:
        """Give the sentence that takes or refuses one side of a choice."""
        for mine, theirs in ((one, other), (other, one)):
            sentence = self._chosen(mine, theirs, wished=wished)
            if sentence is None and wished:
                sentence = self._refused(mine, theirs)
            if sentence is not None:
                return sentence
        return None

    def _chosen(self, mine: set[object], theirs: set[object], *, wished: bool) -> Sentence | None:
        """Give the sentence that takes one side of a choice, unless the other is open too."""
        found: Sentence | None = None
        for sentence in self._shown:
            said = _senses(sentence.folded)
            if theirs & said and not _refuses(sentence, theirs):
                return None
            if not mine <= said or _refuses(sentence, mine):
                continue
            if sentence.folded.rstrip().endswith("?") and not _ASKS_FOR.search(sentence.folded):
                continue
            if wished and _MAYBE.search(sentence.folded):
                continue
            # A refund may be spoken of that nobody asks for; other things are named to be had.
            if wished and _REMEDIES & (mine | theirs) and not _WANTS.search(sentence.folded):
                continue
            found = found or sentence
        return found

    def _refused(self, mine: set[object], theirs: set[object]) -> Sentence | None:
        """Give the sentence that plainly refuses one side of a choice and names no other."""
        for sentence in self._shown:
            if (match := _REFUSED.search(sentence.folded)) is not None:
                refused = _senses(match["what"] or match["other"] or "")
                if mine <= refused and not theirs & refused:
                    return sentence
        return None


def _last(words: list[str]) -> str:
    """Give the last words before an edge: `android` of "on an android"."""
    if len(words) > 1 and words[-1] in _THINGS:
        words = words[:-1]
    if words[-1:] and words[-1] in _PEOPLE:
        return ""
    return " ".join(reversed(_side(reversed(words))))


def _first(words: list[str]) -> str:
    return " ".join(_side(words))


def _side(words: Iterable[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if word.strip(",") in _EDGES:
            if found:
                break
        else:
            found.append(word.strip(","))
            if len(found) == _MOST:
                break
    return found


def _senses(folded: str) -> set[object]:
    """Give the stems of a folded text, those that mean one thing as one."""
    for phrase, word in _PHRASES:
        folded = phrase.sub(word, folded)
    words = _WORDS.findall(folded)
    telling = (word for word in words if (len(word) > 2 and not is_common(word)) or word in _BRIEF)
    found = {stem(word) for word in telling} - _EMPTY
    return {_SENSES.get(one, one) for one in found}


def _refuses(sentence: Sentence, side: set[object]) -> bool:
    """Tell whether a sentence says no to one side of a choice."""
    return any(
        side & _senses(match["what"] or match["fine"]) for match in _NO.finditer(sentence.folded)
    )
