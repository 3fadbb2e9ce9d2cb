"""What a reply does or names though the customer wrote that it is to be another.

"To the shop, not to *my home*", "stainless rather than *zinc*", "I don't want *a refund*".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.clauses import clauses
from tonecheck.checks.contradictions.naming import WORD, name, names
from tonecheck.checks.facts import told
from tonecheck.checks.values import WEEKDAYS
from tonecheck.checks.words import stem
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.message import OWN, PROSE
from tonecheck.text import Span

_FEW = r"(?P<no>[\w'.-]+(?: [\w'.-]+){0,4})"
_WISHED = r"(?:please|pls|need|want|prefer|send me|'d like|would like)"
# "… and not on …" after a noun; a verb's own "not" stands behind its auxiliary.
_NOT = (
    r"(?:(?:,|;|,? and)? (?<![a-z]ly )(?<!\bbut )(?<!there )(?<!fore )(?<!\b(?:do|am|is|if|or) )"
    r"(?<!\b(?:did|are|was|can|has|had|why|may) )(?<!\b(?:does|were|will|have) )"
    r"(?<!\b(?:could|would) )(?<!\bshould ))not (?=(?:to|on|in|at|for|the|my|our|a|an|as|by|with|"
    r"from|dr|mr|ms|mrs|\d+)\b)"
)
_RATHER = late(
    rf"(?:{_NOT}|\b{_WISHED}\b[^.;:?!]{{3,60}}?,? (?:and |but )?not "
    r"(?!(?:to|be|been|have|had|\w+ed|\w+ing)\b)|"
    rf",? (?:rather than|instead of|in place of|as opposed to) ){_FEW}",
)
_NONE = late(
    r"\b(?:do not|don'?t|no need to) (?:want|need|send|give me|bother with) (?:an? |any |the |my |"
    r"our |another )?(?P<no>money|refund|replacement|voucher|exchange|repair|credit|discount|visit|"
    r"call)\b|"
    r"\b(?:did not|didn'?t|never) (?:ask(?:ed)? for|order(?:ed)?|want(?:ed)?|book(?:ed)?|"
    r"request(?:ed)?) (?:an? |any |the |your |some )?"
    r"(?P<none>[\w'.-]+(?: [\w'.-]+)?)|"
    r"(?<!\bam )(?<!'m )(?<!\bis )(?<!'s )\bno (?P<neither>[\w'-]+)"
    r"(?:,? please| this time|,? thank| for (?:me|us)\b)"
)
_NO_GOOD = late(
    r"\b(?:(?:i|we) (?:can't|cannot|can not|couldn't) (?:do|make|manage) (?:an? |on )?"
    r"(?P<day>\w+day)|(?P<no>[\w-]+)(?:'s|s'| is| are| would be)? (?:no (?:good|use)|"
    r"out of the question|won't do|(?:doesn't|don't|does not|do not|won't) (?:suit|work for)))\b"
)
# Without a wish, "X, not Y" may say how things are.
_WISH = late(
    rf"\b(?:{_WISHED}|like|ask\w*|order\w*|book\w*|would|could|can|send|chang\w*|switch\w*|"
    r"swap\w*|put|make|tell|should|must|meant|deliver\w*|post|is|has to|i've|wants|needs)\b|'s\b"
)
_CUT = late(r"[.;?!:(]|, ")
_STOP = late(
    r" (?:as|because|since|which|who|that|please|so|but|if|where|when|while|till|until|i|we|it's|"
    r"he|she|they|you|for|and|or|again|anymore|any more)\b"
)
# The reply arranges it …
_ARRANGED = late(
    r"\b(?:comes? to|changed?|booked|posted?|sent|sends?|go(?:es)?|going|will|now|told|put|set|"
    r"moved|refunded|cancell?e?d?|arranged|have|has|ordered|as you|once)\b|'(?:ve|ll)\b"
)
# … and does not say that it is off.
_DENIED = late(
    r"\b(?:not|no|never|instead|rather|longer|off|cancel\w*|remov\w*|wrong\w*|stop\w*|delet\w*|"
    r"without|sorry|mistak\w*|apolog\w*|from|replac\w*|should have|but|unless|if|neither|nor|"
    r"only|label|return\w*|collect\w*|leave|why|whether|old|swap\w*|correct\w*|out|thanks?|nothing|nobody|none|was|were|had|"
    r"did)\b|n't\b"
)
_AND_THE = late(r" and (?:the|your|both|all) [\w'-]+(?: [\w'-]+)?$")
_PAID_BACK = late(
    r"\b(?:sen[dt]|put|pay|paid|goes|credit\w*) (?:the |your |it |that )?(?:whole |full )?"
    r"(?:amount |sum |price |money )?(?P<back>back) (?:to|on|onto|into) (?:your|the) (?:card|"
    r"account|bank)\b"
)
# One name for what is the same remedy.
_SAME = {
    "money": "refund",
    "reimbu": "refund",
    "exchan": "swap",
    "replac": "swap",
    "end": "cancel",
    "termin": "cancel",
}
_DAYS = frozenset(map(stem, WEEKDAYS))
_GENERAL = frozenset(
    "order parcel thing fuss problem troubl word email mail messag reply answer call need want "
    "worry hear wait accoun bother number custom everyt".split()
)
_MARKS = frozenset("not rather than instead place opposed please pls".split())
_MOST = 12


class _Choice(NamedTuple):
    """What was wanted, what was not, and where the customer says so."""

    wanted: frozenset[str]
    refused: frozenset[str]
    span: Span


def refused(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each word for what the customer refused, where what they wanted is not named."""
    choices = list(islice(_choices(customer), _MOST))
    prose = [one for one in reading.sentences if one.region in PROSE] if choices else []
    said = {_name(word) for one in prose for word in WORD.findall(one.folded)}
    for choice in choices:
        for sentence in prose if not choice.wanted & said else ():
            for here in clauses(sentence) if not sentence.folded.rstrip().endswith("?") else ():
                # the verb of "and the lid" stands in the clause before
                start = 0 if _AND_THE.match(here.of(sentence.folded)) else here.start
                words = sentence.folded[start : here.end]
                found = (m for m in WORD.finditer(words) if _name(m.group()) in choice.refused)
                match = next(found, None)
                if match is None and "refund" in choice.refused:
                    match = _PAID_BACK.search(words)
                if match and _is_done(words, match):
                    span = Span(*match.span()).shift(start + sentence.span.start)
                    yield span, told(customer.message, choice.span)


def _is_done(words: str, match: re.Match[str]) -> bool:
    """Tell whether a clause of the reply arranges what a word in it stands for."""
    rest = f"{words[: match.start()]}-{words[match.end() :]}"
    return _DENIED.search(rest) is None and _ARRANGED.search(words) is not None


def _choices(customer: Reading) -> Iterator[_Choice]:
    for sentence in customer.sentences:
        if sentence.region not in OWN:
            continue
        for match in _RATHER.finditer(sentence.folded):
            end = match.start("no")
            if _WISH.search(sentence.folded, 0, end):
                marker = max(end - len(" instead of "), 0)
                cuts = [cut.end() for cut in _CUT.finditer(sentence.folded, 0, marker)]
                before = _names(sentence.folded[cuts[-1] if cuts else 0 : end])
                yield from _choice(sentence, match, before or _names(sentence.folded[:end]))
        for pattern in (_NONE, _NO_GOOD):
            for match in pattern.finditer(sentence.folded):
                yield from _choice(sentence, match, [])


def _choice(sentence: Sentence, match: re.Match[str], before: list[str]) -> Iterator[_Choice]:
    words = next(word for word in match.groupdict().values() if word)
    words = words.removeprefix("for ")
    stop = _STOP.search(f" {words}")
    other = _names(words[: max(stop.start() - 1, 0)] if stop else words)[:2]
    kind = _kind(other[0]) if other else ""
    wanted = [word for word in before if _kind(word) == kind] if kind else before[-1:]
    if alone := frozenset(other) - set(before) - _GENERAL:
        yield _Choice(frozenset(wanted), alone, Span(*match.span()).shift(sentence.span.start))


def _kind(word: str) -> str:
    return "number" if word[0].isdigit() else "weekday" if word in _DAYS else ""


def _names(words: str) -> list[str]:
    return [_SAME.get(one, one) for one in names(words, but=_MARKS)]


def _name(word: str) -> str:
    return _SAME.get(name(word), name(word))
