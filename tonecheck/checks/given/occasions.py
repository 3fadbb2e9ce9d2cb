"""Days, ages and counts that a reply may ask for, and how a customer's message shows them."""

from __future__ import annotations

from tonecheck.checks.given.wanted import shown
from tonecheck.checks.values import WEEKDAY

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
# A day as people write it, between two other words.
_DATED = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b|{_MONTH} (?:the )?\d{{1,2}}\b|"
    rf"\d{{1,2}}[./]\d{{1,2}}\b|the \d{{1,2}}(?:st|nd|rd|th)\b|{WEEKDAY}\b|yesterday|last (?:week|"
    r"night))"
)
_COUNT = (
    r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty)"
)

OCCASIONS = (
    shown(
        r"\bdate of (?:the |your )?(?:purchase|order)\b|\b(?:purchase|order) date\b|"
        r"\bwhen (?:did you|"
        r"you) (?:buy|bought|order|ordered|purchased?|get it|got it)\b",
        rf"\b(?:bought|ordered|purchased|got)\b[^.?!]{{0,60}}?\b(?:on |in )?(?:{_DATED}|"
        rf"{_MONTH}\b)",
    ),
    shown(
        r"\b(?:which|what|the) (?:date|day|time)s? (?:is|was|of|for) (?:your|the) (?:current |"
        r"original |present |existing )?(?:appointment|booking|reservation|stay|flight|trip|visit|"
        r"order|lesson|delivery|check-?up|event|party|wedding)\b|\bwhen (?:is|"
        r"was) your (?:current |original )?(?:appointment|booking|reservation|stay|flight|trip|"
        r"visit|lesson|delivery|check-?up|event|party|wedding)\b|\b(?:date|day) of (?:your|"
        r"the) (?:appointment|booking|stay|flight|trip|visit|"
        r"travel|lesson|delivery|event|journey)\b|\bwhen (?:did you|you) (?:stay|travel|visit|fly)",
        r"\b(?:appointment|booking|book(?:ed)?|reserv\w+|stay(?:ed)?|flight|flew|trip|visit(?:ed)?|"
        r"lesson|delivery|check-?up|was on|travell?(?:ed|ing)|party|"
        rf"wedding)\b[^.?!]{{0,60}}?{_DATED}",
    ),
    shown(
        r"\b(?:which|what) months?\b",
        rf"\b(?:in|for|from|until|during) {_MONTH}\b",
    ),
    shown(
        r"\bwhen (?:did )?(?:it|this|that|the [\w' -]{1,30}?|"
        r"you (?:first )?notice[d]?[\w' ]{0,20}?)(?: first)? (?:start|began|begin|happen|occur|"
        r"notice|appear)\w*|\bsince when\b|\bhow long "
        r"(?:has|have) (?:it|this|that|the|you|he|she|they) ",
        rf"\b(?:since|started|began|ever since|has been|happened)\b[^.?!]{{0,40}}?(?:{_DATED}|"
        rf"{_MONTH}\b|this morning|last \w+|days?\b|weeks?\b|months?\b|the update|tuesday's)",
    ),
    shown(
        r"\bhow old\b|\b(?:what(?:'s| is)|the|your|his|her|child's) age\b",
        r"\b(?:aged?|is|he's|she's|i'm|i am|turns|turning) \d{1,2}\b(?! ?(?:%|am|pm|:|minutes|"
        r"hours|days|weeks|months|km|euros?|pounds|people|of))|\b\d{1,2}[ -]years?[ -]old\b|"
        r"\b(?-i:[A-Z])\w+ \((?:[\w ]+, )?\d{1,2}(?: years?)?\)|\b(?:son|daughter|father|mother|"
        r"dad|mum|boy|girl)\b"
        r"[^.?!]{0,20}\(\d{1,2}\)",
    ),
    shown(
        r"\bhow many (?:people|guests|persons|adults|of you|are you|will (?:you|there) be|in your "
        r"party)\b|\b(?:the )?(?:number of (?:people|guests|persons)|(?:party|group) size)\b",
        r"\b(?:for|table for|party of|group of|we(?:'re| are)|there(?:'s| are)|of) (?:about "
        rf")?{_COUNT}"
        rf"\b(?! (?:nights?|days?|weeks?|hours?|%|pm|am|minutes?))|\b{_COUNT} (?:people|guests|"
        r"persons|"
        r"adults|of us)\b",
    ),
    shown(
        r"\bhow many (?:[\w'-]+ ){0,2}(?:would you like|do you (?:need|want|require)|you(?:'d|"
        r" would) like|did you order|you ordered|you (?:need|want))\b|\b(?:which|what) quantity\b|"
        r"\b(?:the|your) "
        r"quantity\b",
        rf"\b(?:need|like|want|ordered|order|bought|buy|send)\b[^.?!]{{0,20}}?\b{_COUNT} (?!days|"
        r"weeks|"
        r"hours|months|years|minutes|pm|am)[a-z]",
    ),
    shown(
        r"\b(?:which|what) dates?\b(?! (?:would|did|do|suit|works?|is (?:good|"
        r"best))[^?]*(?:instead|new|move|change|rather))|\bwhat day (?:would|do) you (?:like|"
        r"want) to (?:come|book|arrive|"
        r"stay)",
        rf"\b(?:for|on|from|between) {_DATED}[^.?!]*?\b(?:to|until|and|-|for) (?:the )?\d|"
        rf"\b(?:book|reserve|reserved|booked|hire|rent)\b[^.?!]{{0,40}}{_DATED}",
    ),
)
