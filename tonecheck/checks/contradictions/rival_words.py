"""Words of a kind of which one thing can bear only one: the colour of a jacket, a shoe's side."""

from __future__ import annotations

import re
from typing import NamedTuple

from tonecheck.checks.values import MONTH, NUMBERS, WEEKDAY
from tonecheck.late import late

_COLOURS = (
    "black|white|grey|gray|silver|gold|golden|beige|brown|red|pink|purple|violet|lilac|blue|navy|"
    "turquoise|teal|green|olive|yellow|orange|cream|ivory|burgundy|maroon|khaki|charcoal|"
    "cyan|magenta|amber"
)
_STUFFS = (
    "oak|pine|beech|walnut|ash|maple|teak|bamboo|leather|suede|cotton|linen|wool|woollen|silk|"
    "velvet|denim|"
    "polyester|steel|brass|copper|iron|aluminium|plastic|glass|marble|ceramic|paper|porcelain"
)
_TASTES = (
    "chocolate|vanilla|strawberry|lemon|carrot|almond|hazelnut|raspberry|cherry|banana|coffee|"
    "apple|chicken|beef|lamb|pork|salmon|tuna|vegan|vegetarian|jasmine|peppermint|mint|ginger|camomile|"
    "caramel|peach|pear|plum|mango|pistachio"
)
_TONGUES = (
    "spanish|italian|french|german|english|portuguese|dutch|polish|russian|arabic|japanese|chinese|"
    "mandarin|korean|swedish|danish|norwegian|turkish|greek|latin|hebrew|hindi"
)
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_DAY = rf"(?:{WEEKDAY}|mon|tues?|weds?|thurs?|thu|fri|sat|sun)"
_SIDES = "left|right"
_ENDS = "front|rear|back|hind"
_LEVELS = "upper|lower|top|bottom|middle"
_QUARTERS = "north|south|east|west|northern|southern|eastern|western"
_SEATS = "driver's|driver|passenger's|passenger|nearside|offside"
_HEATS = "gas|electric|induction|diesel|petrol|hybrid|oil"
_TERMS = "monthly|yearly|annual|weekly|quarterly|daily"
_SIZES = "small|medium|large|extra large|single|double|twin|king|queen"
_KIN = (
    ("son", "daughter", "boy", "girl"),
    ("mother", "father", "mum", "dad", "mom"),
    ("wife", "husband"),
    ("brother", "sister"),
    ("aunt", "uncle"),
    ("grandmother", "grandfather", "gran", "nan", "grandma", "grandad", "grandpa", "granddad"),
    ("niece", "nephew"),
    ("dog", "cat", "rabbit", "horse", "pony", "hamster", "parrot", "puppy", "kitten"),
)
# What is too much of the one is not too much of the other.
_DEGREES = (
    "small|tight|narrow|short|large|big|loose|wide|long",
    "hot|warm|cold",
    "early|late",
    "loud|quiet",
    "dark|light|bright",
    "thick|thin",
    "sweet|salty|sour|bitter",
    "hard|soft",
    "fast|slow",
)
_MEANS = (
    "(?:bank )?transfer|direct debit|standing order|(?:gift |credit |debit )?card|cash|paypal|"
    "cheque|voucher|klarna|(?:apple|google) pay"
)
_ADDRESSES = "delivery|shipping|billing|invoice|home|work|e-?mail|postal"
_REMEDIES = "refund|replacement|exchange|repair|voucher"
_OF = (
    r"\b(?:the|my|your|his|her|its|an?|new|our|left|right|big|small|large)"
    r"(?: new| old| big| small)? "
)
_CAPITAL = r"(?-i:[A-Z][\w'-]+)"


class Kind(NamedTuple):
    """How a word of a kind stands in a text: group `v`, and the thing it belongs to.

    The thing's words are in groups `n`, `m` or `o`; a kind without `things` can have one word only
    in a message. Where the reply must name it otherwise than the customer it has its own pattern.
    """

    ours: re.Pattern[str]
    theirs: re.Pattern[str]
    things: bool = True
    places: bool = False  # of which we may have others of our own
    most: int = 1  # values that the customer may name, where the reply's is none of them
    lone: bool = False  # enough to tell the only one of a kind from another
    paired: bool = False  # of two things each has its own: a left shoe and a right one
    hosted: bool = False  # a count of guests, to which the reply may add their host


def _modifier(words: str, before: str = "", *, lone: bool = False) -> Kind:
    """Give a kind whose words stand before their noun, or after it with `in`."""

    def pattern_of(start: str) -> str:
        return (
            rf"(?:\b(?P<o>\w+) in (?:the |an? )?|{start})\b(?P<v>{words})\b"
            r"(?:[ -](?P<n>[\w'-]+))?(?: (?P<m>[\w'-]+))?"
        )

    pattern = late(pattern_of(before), re.IGNORECASE)
    loose = late(pattern_of(""), re.IGNORECASE) if before == _OF else pattern
    return Kind(pattern, loose, most=2, lone=lone, paired=words == _SIDES)


def _framed(ours: str, theirs: str = "", *, things: bool = False, most: int = 1) -> Kind:
    patterns = late(ours, re.IGNORECASE), late(theirs or ours, re.IGNORECASE)
    return Kind(*patterns, things, most=2 if things else most)


def _relatives(words: tuple[str, ...]) -> Kind:
    group = "|".join(words)
    return _framed(
        rf"\byour (?:late |dear |little |poor |elderly )?(?P<v>(?:{group})(?:-in-law)?)\b",
        rf"\b(?:my|our) (?:\w+ ){{0,2}}?(?P<v>(?:{group})(?:-in-law)?)\b",
    )


_PARTY = (
    rf"\b(?:the|all) (?P<v>{_COUNT}) of you\b|\b(?:table|room|dinner|lunch|booking|reservation) "
    r"for "
    rf"(?P<w>{_COUNT})\b(?! (?:nights?|days?|weeks?|hours?|\w*day))|\byour party of "
    rf"(?P<x>{_COUNT})\b|\bfor (?:all )?(?P<y>{_COUNT}) (?:persons|people|guests)\b"
)
_THEIR_PARTY = (
    r"\b(?:table|room|dinner|lunch|booking|reservation|booked|book) (?:a table )?for "
    rf"(?P<v>{_COUNT})\b"
    rf"(?! (?:nights?|days?|weeks?|hours?))|\bwe(?:'re| are| will be|'ll be) (?P<w>{_COUNT})\b"
    r"(?= (?:people|guests|in (?:all|total)|of us)|[,.!?)]| *$)"
    rf"|\b(?P<x>{_COUNT}) of us\b|\b(?P<y>{_COUNT}) (?:people|guests|persons)\b"
)
_PLAN = r"(?:plan|tariff|package|membership|subscription|tier|licence|license)"
_PLACE = rf"(?!(?i:{WEEKDAY}|{MONTH})\b)(?-i:[A-Z][a-z'-]{{2,}})"
_THINGS = r"(?P<n>(?!days|weeks|hours|minutes|months|years|times)[a-z][a-z-]{3,}s)\b"
_AT = late(
    r"\b(?P<n>[a-z]{4,}) (?:in|at|from|to) (?:the )?"
    rf"(?P<v>(?!(?i:{WEEKDAY}|{MONTH}|{_TONGUES})\b)"
    r"[A-Z][a-z'-]{2,})\b"
)
KINDS = (
    _modifier(_COLOURS, lone=True),
    _modifier(_STUFFS, lone=True),
    _modifier(_TASTES),
    _modifier(_SIDES, r"\b(?:the|my|your|his|her|a|an|new|our)(?: new| old)? "),
    _modifier(_ENDS, _OF),
    _modifier(_LEVELS, _OF),
    _modifier(_QUARTERS, _OF),
    _modifier(_SEATS),
    _modifier(_HEATS, _OF),
    _modifier(_TERMS, _OF),
    _modifier(_SIZES, r"\b(?:the|my|your|a|an|our) "),
    *map(_relatives, _KIN),
    _framed(
        rf"\b(?:your|the) (?P<v>{_TONGUES}) (?:lesson|class|course|group|exam|test|tutor|teacher|"
        r"version)",
        rf"\b(?:my|the|our|your|a|an) (?:\w+ ){{0,2}}?(?P<v>{_TONGUES}) (?:lesson|class|course|"
        r"group|exam|"
        r"test|tutor|teacher|version)",
    ),
    _framed(_PARTY, _THEIR_PARTY)._replace(hosted=True),
    _framed(
        r"\b(?:after|for|these|those|with us for)(?: (?:over|nearly|almost|more than))? "
        rf"(?P<v>{_COUNT}) "
        r"years (?:with us|as (?:a|our) (?:customer|member|guest)|of (?:loyalty|custom))",
        rf"\b(?:customer|member|client|with you|guest)\b[^.?!]{{0,20}} (?P<v>{_COUNT}) years\b|"
        rf"\b(?P<w>{_COUNT}) years\b[^.?!]{{0,20}}\b(?:customer|member|client|with you)\b",
    ),
    _framed(
        rf"\b(?:your|on the|have the|in the) (?P<v>{_CAPITAL}) {_PLAN}\b",
        rf"\b(?:on|have|got|my|our|your|the|a|for) (?:the |your |a )?(?P<v>{_CAPITAL}) {_PLAN}\b",
    ),
    _framed(
        r"\b(?:flight|train|coach|bus|ferry|journey|trip|crossing|transfer|taxi|"
        r"cab)\b[^.?!,]{0,15}? "
        rf"to (?P<v>{_CAPITAL})",
        r"\b(?:flight|train|coach|bus|ferry|journey|trip|crossing|transfer|taxi|cab|fly|flying|"
        r"flew|travel\w*)\b"
        rf"[^.?!]{{0,40}}? to (?P<v>{_CAPITAL})",
    ),
    _framed(
        r"\b(?P<n>appointment|check-?up|session|consultation|visit|lesson|class|tour|"
        r"treatment) with "
        rf"(?:(?:dr|mr|mrs|ms|miss|prof)\.? )?(?P<v>{_CAPITAL})",
        things=True,
    ),
    _framed(
        rf"\byour (?P<v>{WEEKDAY}) (?P<n>\w+)(?: (?P<m>\w+))?",
        rf"\b(?:my|our|your|the) (?P<v>{WEEKDAY}) (?P<n>\w+)(?: (?P<m>\w+))?(?: \w+)?",
        things=True,
    ),
    _framed(
        rf"\b(?P<v>{WEEKDAY}),? (?:the )?(?P<k>\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH})\b",
        things=True,
    ),
    _framed(
        rf"\b(?P<v>{_DAY}),? (?:the )?(?P<k>\d{{1,2}}(?:st|nd|rd|th))\b(?! (?:of )?{MONTH})",
        things=True,
    ),
    # "Happy 40th", "16 Abbey Road", "the 19:30 show", "the 2 tickets you bought".
    _framed(r"\b(?P<n>happy|her|his|my|your) (?P<v>\d{1,3}(?:st|nd|rd|th))\b(?! of)", things=True),
    _framed(
        r"\b(?:your|her|his|their) (?P<v>\d{1,3}(?:st|nd|rd|th)) (?P<n>birthday|anniversary)\b",
        r"\b(?P<v>\d{1,3}(?:st|nd|rd|th)) (?:\w+ )?(?P<n>birthday|anniversary)\b",
        things=True,
    ),
    _framed(
        rf"\b(?:your|the|a|new) (?P<v>{_ADDRESSES}) (?P<n>address)\b(?! (?:as|and)\b)",
        rf"\b(?P<v>{_ADDRESSES}) (?P<n>address)\b",
        things=True,
    ),
    _framed(
        r"(?<![\d.,:])\b(?P<v>\d{1,4}[a-z]?) (?P<n>(?-i:[A-Z][\w'-]+))(?= (?:road|rd|street|st|"
        r"lane|avenue|"
        r"ave|terrace|close|drive|court|place|square|way|gardens|crescent|hill|grove|row)\b)",
        things=True,
    ),
    _framed(
        r"\b(?:the|your) (?P<v>\d{1,2}[:.]\d\d) (?P<n>\w+)",
        r"\b(?P<v>\d{1,2}[:.]\d\d) (?P<n>\w+)",
        things=True,
    ),
    _framed(
        rf"\b(?:your|all|both) (?P<v>{_COUNT}) {_THINGS}|\bthe (?P<w>{_COUNT}) "
        r"(?P<m>[a-z][a-z-]{3,}s)\b"
        r"(?= (?:you|that you|we (?:sent|delivered|sold)|from your|in your|of your))",
        rf"\b(?P<v>{_COUNT}) (?:\w+ ){{0,2}}?{_THINGS}",
        things=True,
    ),
    _framed(rf"\b(?P<v>{_COUNT})-(?P<k>[a-z]{{4,}} [a-z]{{4,}})", things=True),
    _framed(
        rf"\b(?P<v>{_CAPITAL}) (?P<n>(?-i:Corner|Street|Road|Lane|Square|Park|Bridge|Hill|House|"
        r"Hotel|Hall|Station|Centre|Center|School|Court|Gate|Market|Church|Avenue|Hospital|Airport|"
        r"Beach))\b",
        things=True,
    ),
    _framed(
        r"\b(?P<v>\d{1,3})(?:st|nd|rd|th) birthday\b|"
        rf"\b(?:he|she|your \w+) (?:turns|is turning|turned|becomes) (?P<w>{_COUNT})\b",
        rf"\b(?:turns|turning|turned|will be|is|'s|aged) (?P<v>{_COUNT})\b(?! ?[%:/]| (?!next|this|"
        r"on|in|years?|today|tomorrow)[a-z])|"
        r"\b(?P<w>\d{1,3})(?:st|nd|rd|th) birthday\b",
    ),
    _framed(
        r"\b(?:your payment|you(?:'ve| have)? paid)\b[^.?!,]{0,12}? (?:by|via|with|in) "
        rf"(?:an? |your )?(?P<v>{_MEANS})\b|\b(?:your|the) (?P<w>{_MEANS}) payment\b",
        rf"\b(?:by|via|with|in) (?:my |an? |the |your )?(?P<v>{_MEANS})\b",
        most=2,
    ),
    _framed(
        rf"\byour (?:\w+ )?(?:flat|house|home|shop|office|hotel|stay|visit|trip|branch|store|"
        rf"studio) "
        rf"(?:in|at|to) (?P<v>{_PLACE})\b",
        rf"\b(?:in|at|from|to) (?P<v>{_PLACE})\b",
        most=2,
    ),
    _framed(
        rf"\b(?:shop|store|branch|market|counter) (?:in|at) (?P<v>{_PLACE}),? where you\b|"
        rf"\b(?P<w>{_PLACE}) (?:shop|store|branch|counter),? where you\b",
        rf"\b(?:in|at|from|to|your|our) (?P<v>{_PLACE})\b",
        most=2,
    ),
    # "Too tight", "as you asked, a refund".
    *(_framed(rf"\btoo (?P<v>{degrees})\b") for degrees in _DEGREES),
    _framed(
        r"\bas (?:you )?(?:asked|requested|wished|wanted|agreed)\b[^.?!]{0,30}?"
        rf"\b(?P<v>{_REMEDIES})\b",
        r"\b(?:like|want|please|prefer|need|asked? for|asking for)\b[^.?!]{0,25}?"
        rf"\b(?P<v>{_REMEDIES})\b",
    ),
    # "The fair in Hanover", "flying from Cork".
    Kind(_AT, _AT, most=2, places=True),
)
