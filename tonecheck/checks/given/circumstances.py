"""What happened, where and for how much, and what is wished: asked for, and shown by a customer."""

from __future__ import annotations

from tonecheck.checks.given.wanted import Thing, shown
from tonecheck.checks.values import WEEKDAY
from tonecheck.entities import Fact
from tonecheck.late import late

_WHEN_FREE = (
    rf"(?:{WEEKDAY}s?|tomorrow|(?:week)?days|weekends?|mornings?|afternoons?|evenings?|any ?time|"
    r"(?:after|before|from|until|between) (?:\d|noon|work)|\d{1,2}(?:st|nd|rd|th)?(?: of)? "
    r"(?-i:[A-Z][a-z]{2,})|all day)"
)
_COUNT = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen)"

CIRCUMSTANCES = (
    # When somebody can come.
    shown(
        r"\bwhen (?:would|could|can|should|do|are|may) (?!else|we expect)[\w' ]{1,40}?"
        r"(?:suit|convenient|good time|best|(?:be|are) (?:at )?(?:home|free|available)|free|"
        r"available|come|visit|work for you)\b"
        r"|\b(?:which|what) (?:days?|dates?)(?: and times?| or times?)? (?:would |could |can |are |"
        r"is |do )?(?:you )?(?:suits?|works?|best|convenient|free|good|available|be)\b"
        r"|\b(?:your|some) availability\b|\bwhen (?:it suits|you(?:'re| are|'ll be|"
        r" will be| would be)) (?:at home|free|available|in)\b",
        rf"\b(?:free|available|at home|in|home|suits? (?:me|us)|works? for (?:me|us)|i can (?:do|"
        rf"come)"
        rf"|we can (?:do|come)|i could (?:do|come)|best)\b(?: (?:is|are|on|any|only|every|next|"
        rf"this|"
        rf"would|be|all|day|the))* {_WHEN_FREE}\b",
    ),
    shown(
        r"\bhow many nights\b|\bhow long (?:will|would|do|are) you (?:be )?(?:like to )?stay",
        rf"\b{_COUNT} nights?\b|\bfrom (?:the )?\d{{1,2}}[^.?!]{{0,20}} (?:to|until|till) (?:the "
        rf")?\d",
    ),
    shown(
        r"\b(?:travel|flight|departure|arrival) dates?\b|\bdates? of (?:your )?(?:travel|departure|"
        r"arrival)\b|\bwhen (?:are|do|will) you (?:be )?(?:fly|travel|arriv|leav)\w*",
        r"\b(?:fly|flying|flight|travel\w*|arriv\w*|leav\w*)\b[^.?!]{0,60}?\b(?:on|from) (?:the )?"
        r"(?:\d{1,2}(?:st|nd|rd|th)?(?: of)? (?-i:[A-Z][a-z]{2,})|(?-i:[A-Z][a-z]{2,}) \d{1,2}\b)",
    ),
    shown(
        r"\bwhere (?:are|will|do) you (?:be )?(?:fly|travel|leav|depart|start)\w* (?:from|to)\b|"
        r"\bwhich airports?\b|\b(?:departure airport|destination)\b",
        r"\b(?:fly|flying|flight|travel\w*|train|ferry)\b[^.?!]{0,15}? from (?-i:[A-Z])\w+ to "
        r"(?-i:[A-Z])\w+",
    ),
    shown(
        r"\b(?:for|at) (?:what|which) time\b|\bwhat time (?:should|shall|would you like|do you "
        r"want|"
        r"did you (?:want|book))\b",
        r"\b(?:table|book\w*|reserv\w+|appointment|slot|lesson|pick\w*)\b[^.?!]{0,60}? at (?:about "
        r"|"
        r"around )?(?:\d{1,2}(?:[:.]\d\d)?\b(?! ?(?:%|km|[a-z]+ (?:street|road)))|one|two|three|"
        r"four|"
        r"five|six|seven|eight|nine|ten|eleven|noon|half past)\b",
    ),
    # Where it was got and who said so.
    shown(
        r"\bwhere (?:did you|you) (?:buy|bought|order|ordered|purchased?|get|got)\b|\bwhere (?:was "
        r"it|"
        r"it was) (?:bought|purchased)\b",
        r"\b(?:bought|ordered|purchased|got)\b[^.?!]{0,40}?\b(?:(?:at|from|in) (?:your|the) "
        r"(?:[\w-]+ ){0,2}(?:shop|store|branch|website|app)|online|(?:at|from|in) (?-i:[A-Z])\w+)",
    ),
    shown(
        r"\bwho (?:did you (?:speak|talk)|you (?:spoke|talked|dealt)|served you|told you)\b|"
        r"\bname of (?:the|our) (?:colleague|agent|advisor|adviser|person)\b",
        r"\b(?:spoke|talked|dealt|chatted) (?:to|with) (?:your colleague |a )?(?!(?-i:I)\b)"
        r"(?-i:[A-Z][a-z]+)\b|\b(?-i:[A-Z][a-z]+),? (?:who )?(?:told me|promised|said|assured)\b",
    ),
    # What is wrong with what.
    shown(
        r"\bwhich (?:part|piece|item|one|side|bit)s? (?:of (?:it|the \w+) )?(?:is|are|was|were|has|"
        r"have|arrived|came)\b[^?]{0,20}(?:broken|damaged|missing|faulty|affected|cracked)|\bwhat "
        r"(?:exactly )?(?:is|was) (?:broken|damaged|missing|faulty)\b",
        r"\bthe (?!whole|parcel|order|package|item|product|box|delivery|it\b)(?:[\w-]+ ){1,3}(?:is|"
        r"are|was|were|has|have|came|arrived) (?:been )?(?:completely |badly |totally )?(?:broken|"
        r"damaged|missing|faulty|cracked|torn|bent|smashed)\b",
    ),
    shown(
        r"\bwhat (?:would you like|do you want|can|should|may) (?:us |we )?(?:to )?do(?: about| "
        r"for|[?]|$)"
        r"|\bhow (?:would|do) you (?:like|want|wish) (?:us )?to (?:proceed|resolve|handle|put)",
        r"\b(?:i(?:'d| would) (?:like|prefer)|i want|please (?:send|give|transfer)|send me)\b"
        r"(?: \w+){0,2} (?:refund|replacement|money back|exchange)\b(?! or\b)",
    ),
    # Figures.
    Thing(
        late(
            r"\b(?:how much|what amount|which amount) (?:were you|was|did (?:you|we|they)|you were|"
            r"you"
            r"|we|they) (?:charged?|paid|pay|billed|debited|taken)\b(?! for)|\bthe (?:exact "
            r")?(?:amount"
            r"|sum|price) (?:that )?(?:you (?:paid|were charged)|(?:that )?was (?:charged|taken))"
        ),
        Fact.AMOUNT,
    ),
    shown(
        r"\b(?:budget|price range)\b|\bhow much (?:would|do|can|could) you (?:like|want|wish)? "
        r"?(?:to )?"
        r"spend\b",
        r"\b(?:budget|up to|spend|no more than|not more than|at most|maximum(?: "
        r"of)?)\b[^.?!]{0,20}?"
        r"(?:[£€$] ?\d|\d+ ?(?:euros?|pounds|dollars|€))",
    ),
    shown(
        r"\b(?:meter|metre) readings?\b",
        r"\b(?:reading|meter)\b[^.?!]{0,30}?\d{3,}",
    ),
    shown(
        r"\bmileage\b|\bhow many (?:miles|kilometres|kilometers|km)\b|\bodometer\b",
        r"\b\d[\d.,]*k? ?(?:miles|km|kilometres|kilometers)\b",
    ),
    shown(
        r"\b(?:registration(?: number)?|number plate|licen[cs]e plate|reg(?:istration)? number)\b"
        r"(?! (?:form|fee|desk|page|process))",
        r"(?-i:\b[A-Z]{2}\d{2} ?[A-Z]{3}\b)|\b(?:reg|registration|plate)s?(?: number)?(?: is|:)? "
        r"(?-i:[A-Z]{1,3}[- ]?[A-Z\d]{1,4}[- ]?\d{1,4}\b)",
    ),
    # What was kept.
    shown(
        r"\b(?:do you (?:still )?have|have you (?:still )?(?:got|kept)|did you keep) (?:the|your|a|"
        r"any)"
        r"[^?]{0,30}?(?:receipt|proof of purchase|invoice)\b",
        r"\b(?:i|we)(?:'ve| have)?(?: still| also)? (?:have|kept|got|keep) (?:the |my |our |a |all "
        r"the )"
        r"?(?:\w+ and (?:the )?)?(?:receipt|invoice|proof)\b",
    ),
    shown(
        r"\b(?:do you (?:still )?have|have you (?:still )?(?:got|kept)|did you keep) (?:the|your|"
        r"all)"
        r"[^?]{0,30}?(?:packaging|box|wrapping|carton)\b",
        r"\b(?:i|we)(?:'ve| have)?(?: still| also)? (?:have|kept|got|keep) (?:the |my |our |all "
        r"(?:of )?"
        r"the )?(?:original |old )?(?:\w+ and (?:the )?)?(?:packaging|box|wrapping|carton)\b",
    ),
)
