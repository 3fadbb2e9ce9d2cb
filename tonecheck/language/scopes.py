"""Where in a sentence words are not simply said: quoted, negated, supposed, reported, asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from tonecheck.late import late
from tonecheck.text import Span


class Scope(StrEnum):
    """How words stand in a sentence when they are not simply said."""

    QUOTED = "quoted"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    REPORTED = "reported"
    ASKED = "asked"


def scopes(folded: str) -> tuple[tuple[Scope, Span], ...]:
    """Give the scopes of a folded sentence, sorted by start, end and name.

    A scope begins right after the word or mark that opens it, so that a phrase which holds that
    word ("did not", "sorry if") is not inside. Scopes of one name do not overlap.
    """
    found: list[tuple[Scope, Span]] = []
    asked = is_question(folded)
    if '"' in folded or "'" in folded or "«" in folded:
        found += ((Scope.QUOTED, span) for span in _quoted(folded))
    if _MAY_NEGATE.search(folded):
        found += ((Scope.NEGATED, span) for span in _negated(folded, asked=asked))
    if _MAY_SUPPOSE.search(folded):
        found += ((Scope.HYPOTHETICAL, span) for span in _hypothetical(folded, asked=asked))
    if _MAY_REPORT.search(folded):
        found += ((Scope.REPORTED, span) for span in _reported(folded))
    if asked:
        found.append((Scope.ASKED, Span(0, len(folded))))
    if len(found) > 1:
        found.sort(key=lambda scope: (scope[1].start, scope[1].end, scope[0]))
    return tuple(found)


# --- quoted -------------------------------------------------------------------------------------

_DOUBLE = late(r'["«»]')
# An apostrophe that opens follows a space or a bracket; one that closes is followed by no letter.
_SINGLE = late(
    r"(?<![^\s(\[{\"«/\u2013\u2014-])'"
    r"(?![\s']|(?:em|til|tis|twas|cause|cos|bout|round|n|\d\ds)\b)(?P<opens>(?=.))"
    r"|(?<=[^\s(\[{])'(?!\w)"
)
_OF_SEVERAL = late(r"(?<=s)' \w")


def quotations(text: str) -> Iterator[Span]:
    """Give the places in paired double quotes, marks included; the text must be straightened."""
    if '"' not in text and "«" not in text:
        return
    start, closer = -1, ""
    for mark in _DOUBLE.finditer(text):
        at, sign = mark.start(), mark.group()
        if start >= 0 and sign == closer and not _clearly_opens(text, at):
            if at > start + 1:
                yield Span(start, at + 1)
            start, closer = -1, ""
        elif sign == "«" and not closer:
            start, closer = at, "»"
        elif sign == '"' and closer != "»" and _may_open(text, at):
            start, closer = at, '"'


def _may_open(text: str, at: int) -> bool:
    """Tell whether a straight mark can open: 27" and a mark after a full stop cannot."""
    after = text[at - 1 : at]
    before = text[at + 1 : at + 2]
    return not (after.isalnum() or (after and after in ".,!?…")) and not (
        before.isspace() or not before
    )


def _clearly_opens(text: str, at: int) -> bool:
    """Tell whether a straight mark stands between a space and a letter: it closes nothing."""
    return text[at] == '"' and text[at - 1].isspace() and text[at + 1 : at + 2].isalnum()


def _quoted(folded: str) -> Iterator[Span]:
    """Give what stands in quotes of any kind, marks excluded; of nested ones the outer."""
    found: list[Span] = []
    outside: list[str] = []
    at = 0
    for span in quotations(folded):
        found.append(Span(span.start + 1, span.end - 1))
        outside += (folded[at : span.start], '"' * len(span))
        at = span.end
    found += _single_quotations("".join((*outside, folded[at:])))
    reach = 0
    for span in sorted(found):
        if span.start >= reach and len(span):
            yield span
            reach = span.end


def _single_quotations(folded: str) -> Iterator[Span]:
    """Give what stands in single quotes, marks excluded.

    The apostrophe of "the customers' orders" closes only when nothing after it can.
    """
    start, doubtful = -1, -1
    for mark in _SINGLE.finditer(folded):
        at = mark.start()
        if mark["opens"] is not None:
            if doubtful >= 0:
                yield Span(start + 1, doubtful)
            start, doubtful = at, -1
        elif start < 0:
            continue
        elif _OF_SEVERAL.match(folded, at):
            doubtful = at if doubtful < 0 else doubtful
        else:
            yield Span(start + 1, at)
            start, doubtful = -1, -1
    if doubtful >= 0:
        yield Span(start + 1, doubtful)


# --- clauses ------------------------------------------------------------------------------------

_SUBJECT = "(?:i|we|you|he|she|it|they|there|this|that|the|your|our|my|any|anyone|anything)"
# Punctuation between digits belongs to a number or a time of day.
_STOP = r"[,;.!?…](?!\d)|\u2014| \u2013 | --? |\)"
_COLON = r"|:(?!\d)"
_NEW_CLAUSE = (
    r"|\b(?:but|however|although|though)\b"
    r"|\b(?:and|so) (?:(?:i|we|you|he|she|it|they)(?:'\w+)?|please|thank|thanks|sorry)\b"
)
_NEGATION_END = late(_STOP + _COLON + _NEW_CLAUSE)
_SUPPOSITION_END = late(_STOP + _COLON + r"|\b(?:but|then|please)\b")
_REPORT_END = late(_STOP + _NEW_CLAUSE)


def _stretch(folded: str, start: int, ending: re.Pattern[str]) -> Span:
    end = ending.search(folded, start)
    return Span(start, end.start() if end else len(folded))


def _is_empty(folded: str, span: Span) -> bool:
    return not span.of(folded).strip()


# --- negated ------------------------------------------------------------------------------------

# A quick look that spares most sentences the long one; it may only be too generous.
_MAY_NEGATE = late(
    r"n(?:'t|o(?:[tr]?\b|ne|bod|thi|whe)|ever|either)|[adeiost]nt\b|hardly|without|barely|seldom|scarcely"
    r"|rather than|instead of"
)
_NT = (
    r"(?:[a-z]+n't|(?:do|does|did|is|are|was|were|has|have|had|could|would|should|must|need"
    r"|ca|wo|ai|sha)nt)"
)
_NEGATOR = late(
    r"\b(?:"
    rf"cannot|(?:can|could|will|would) not|(?:ca|could|wo|would)n'?t"
    rf"|(?<!why )(?<!or )(?<!if )(?:do )?not|(?<!why ){_NT}"
    r"|(?<!or )(?<!say )no(?: one|-one)?|never|nobody|none|nothing|nowhere|neither|nor"
    r"|without|hardly|barely|scarcely|seldom|instead of|rather than"
    r")(?![\w'-])"
)
_CAN = r"(?:can(?:'?t|not| not)|could(?:n'?t| not))"
_HOW_MUCH = (
    r"how (?:much|truly|deeply|very|sorry|grateful|thankful|glad|happy|pleased|bad|awful|hard"
    r"|terrible|embarrassed|ashamed|upset|frustrat\w+|annoy\w+|disappoint\w+|stressful)"
)
# Phrases with a negator that deny nothing: they stress, invite, limit or ask.
_DENIES_NOTHING = late(
    rf"(?!{_CAN})(?:(?:do|will|would) )?(?:not|{_NT}) (?:only|just|merely|simply|solely)\b"
    r"|not (?:least|to mention|to worry|(?:later|more|less|fewer|sooner|earlier|longer) than)\b"
    rf"|(?:(?:do|will|would) )?(?:not|never|{_NT}) hesitate\b"
    r"|(?:do not|don'?t|never) (?:worry|forget|be (?:shy|afraid)|fear|mind)\b"
    r"|never (?:been|felt) (?:so|more|better|happier)\b"
    rf"|{_CAN} (?:wait (?:to|for|until)|(?:help|resist) (?:but|\w+ing)|but)\b"
    rf"|{_CAN}(?: [\w'-]+){{1,8}}? enough\b"
    rf"|{_CAN} (?:even |possibly |ever )?(?:begin to )?"
    rf"(?:tell|express|imagine|describe|explain|say)(?: to)?(?: you)? {_HOW_MUCH}\b"
    r"|could(?:n'?t| not) (?:be|have been|feel|agree|ask for|have asked for)(?: an?| any)?"
    r" (?:more|better|happier|sorrier|prouder|nicer|clearer|easier|simpler)\b"
    rf"|{_NT} (?:i|you|we|they|he|she|it|there) ?\?"
    r"|no (?:problems?|doubt|worr(?:y|ies)|matter|wonder|sooner|\d"
    r"|(?:later|more|less|fewer|longer|earlier|greater|higher|lower) than)\b"
    r"|nothing (?:but|short of|less than)\b|none (?:other than|the less)\b|hardly wait\b"
    r"|without (?:an?y? )?(?:doubt|fail|question|hesitation|exception|(?:further )?(?:delay|ado))\b"
)
# "Didn't you read it?" takes for granted what it seems to deny.
_LEADING_QUESTION = late(rf"\W*(?:(?:and|but|so|or|well),? )?(?:{_NT}) {_SUBJECT}\b")

# "It did not arrive because you failed to …" gives a fact as reason. One is denied right after the
# negator ("it is not because …"), and where saying, thinking or blaming is ("we are not saying …").
_REASON = late(
    r"\bbecause\b|\bsince (?:i|we|you|it|they)\b(?!-)"
    r"|\bas you(?:(?:'ve| had| have| were| are)? not| (?:did|had|have|were|are)(?:n'?t| not| never)"
    r"| (?:never|failed|forgot|neglected|refused|ignored|missed|chose|gave|sent|left|entered|typed"
    r"|provided|supplied|waited|opened|changed|cancelled|ordered))\b"
)
_DENIES_REASON = late(
    r"[ ]*(?:(?:at all|just|only|simply|merely|purely|necessarily|been|be)[ ]*)*\Z"
    r"|.*?\b(?:say(?:s|ing)?|said|tell(?:ing)?|told|means?|meant|suggest\w*|imply\w*|implied"
    r"|claim\w*|think\w*|thought|believ\w+|blam\w+|accus\w+|assum\w+|writ(?:e|ing)|wrote|asking"
    r"|mention\w*|insist\w*|argu\w+|conclud\w+|refusing|punish\w*|judg(?:e|ed|ing)"
    r"|do(?:ing|ne|es)? (?:this|that|it|so)"
    r"|(?:case|true|sure|certain|clear|likely|feel|shows?|proves?|evidence|sign|proof)"
    r" (?:that|if|it|you|this|we))\b"
    r"|.*?\bas (?!(?:i|we|you|it|they|he|she) )(?:\w+ ){1,2}\Z"  # "not as late as you were"
)


def _before_reason(folded: str, span: Span) -> Span:
    """Cut a negation off where a reason begins that is a fact."""
    reason = _REASON.search(folded, span.start, span.end)
    if reason is None or _DENIES_REASON.match(folded[span.start : reason.start()]):
        return span
    return Span(span.start, reason.start())


def _negated(folded: str, *, asked: bool) -> Iterator[Span]:
    reach = 0
    if asked and (leading := _LEADING_QUESTION.match(folded)):
        reach = leading.end()
    for negator in _NEGATOR.finditer(folded):
        if negator.start() < reach or _DENIES_NOTHING.match(folded, negator.start()):
            continue
        span = _before_reason(folded, _stretch(folded, negator.end(), _NEGATION_END))
        if not _is_empty(folded, span):
            yield span
            reach = span.end


# --- hypothetical -------------------------------------------------------------------------------

_MAY_SUPPOSE = late(
    r"if\b|unless|whether|in case|in the event|as though|suppos|assum|imagine|provided that"
    rf"|as long as|let's say|(?:should|had|were) {_SUBJECT}\b"
)
_CLAUSE_START = r"(?:^\W{0,4}|(?<=[,;:] )|(?<=\band )|(?<=\bbut )|(?<=\bor ))"
_SUPPOSITION = late(
    r"\b(?:if(?! (?:possible|necessary|needed|required|applicable|appropriate|so)\b)"
    r"|unless|whether|in case(?! (?:no|number|id)\b| [#\d])|in the event|as though|as if"
    r"|supposing|assuming|provided that|as long as|let's say)(?![\w'-])"
    r"|^\W{0,4}(?:please |just |let's |let us )?(?:suppose|imagine)\b"
    rf"|{_CLAUSE_START}(?P<inverted>(?:should|had)(?= {_SUBJECT}\b)"
    r"|were(?= (?:i|you|we|they|he|she|it) to\b))"
)


def _hypothetical(folded: str, *, asked: bool) -> Iterator[Span]:
    reach = 0
    for opener in _SUPPOSITION.finditer(folded):
        if opener.start() < reach:
            continue
        if opener["inverted"] and asked and "," not in folded[opener.end() :]:
            continue  # "Should we send it again?" supposes nothing
        span = _stretch(folded, opener.end(), _SUPPOSITION_END)
        if not _is_empty(folded, span):
            yield span
            reach = span.end


# --- reported -----------------------------------------------------------------------------------

_MAY_REPORT = late(
    r"sa(?:y|id)|wr[io]te|told|telling|mention|state|claim|asks|asked|report|compl|expl|noted|indic"
    r"|descr|put it|according|words|reads|suggest"
)
_SPOKE = (
    r"(?:said|wrote|mentioned|stated|claimed|complained|explained|reported|indicated|noted"
    r"|described|told (?:us|me|our|my)|asked)"
)
_SPEAKS = r"(?:say|write|mention|state|claim)"
_ADVERB = r"(?: (?:also|just|already|now|once|first|then|previously|originally|clearly|rightly))?"
_REPORT = late(
    r"\b(?:"
    # "if you say", "have you asked", "what you wrote" report nothing.
    r"(?P<no>(?:can|could|would|will|do|did|have|had|if|should|when|whenever|may|might|must|to|let"
    r"|make|makes|made|before|after|once|until|unless|what"
    r"|whatever|everything|all|things?|words|message|e-?mail|letter|review|comment|anything) )?"
    rf"(?:you(?:'ve| have| had|'d)?{_ADVERB} {_SPOKE}|you{_ADVERB} {_SPEAKS}"
    rf"|you(?:'re| are| were){_ADVERB} (?:saying|claiming|telling us|reporting|describing))"
    r"|(?:he|she|they|courier|carrier|driver|colleague|agent|customer)(?:'s| has| have|'ve)?"
    rf"{_ADVERB} (?:{_SPOKE}|says|claims|states)"
    r"|told us|according to|as you put it|you put it|in your (?:own )?words"
    r"|your (?:message|e-?mail|mail|letter|note|review|ticket|post|tweet|comment|complaint|report)"
    rf"{_ADVERB} (?:says|said|states|stated|mentions|mentioned|reads|claims|claimed|explains"
    r"|explained|describes|described|asks|asked|suggests|suggested)"
    r")(?![\w'-])"
)


def _reported(folded: str) -> Iterator[Span]:
    reach = 0
    for report in _REPORT.finditer(folded):
        if report.start() < reach or report["no"]:
            continue
        span = _stretch(folded, report.end(), _REPORT_END)
        if not _is_empty(folded, span):
            yield span
            reach = span.end


# --- asked --------------------------------------------------------------------------------------

_AFTER_QUESTION = late(r"(?:[^\w.,;]|[:;]-?[DPdp](?!\w))*$")


def is_question(folded: str) -> bool:
    """Tell whether a sentence ends in a question mark; quotes, brackets, emoji may follow."""
    at = folded.rfind("?")
    return at >= 0 and _AFTER_QUESTION.match(folded, at + 1) is not None
