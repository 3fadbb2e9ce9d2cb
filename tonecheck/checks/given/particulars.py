"""Hours, measures, places and people: how a reply asks for them, and how a customer gives them."""

from __future__ import annotations

from tonecheck.checks.given.wanted import COUNT, shown
from tonecheck.checks.values import WEEKDAY

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DAY = (
    rf"\b(?:{WEEKDAY}s?|tomorrow|weekends?|weekdays?|(?:every|any|all|most|each) day|"
    rf"(?:this|next) week|\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}}(?: of)? {MONTH})\b"
)
HOUR = (
    r"(?:\b(?:mornings?|afternoons?|evenings?|noon|midday|lunch(?:time)?|all day|any ?time|"
    r"after work|"
    r"half past|quarter (?:to|past)|(?:after|before|until|till|from|by|between|past|around|about) "
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)|earlies|lates|"
    r"nights?)\b|\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|h|o'clock)\b|\b\d{1,2}[:.]\d\d\b)"
)
_THERE = (
    r"\b(?:home|free|available|around|here|in|reach\w*|suits?|works?|best|can do|(?:can|"
    r"could) (?:come|"
    r"make|be)|back|away|out|off|shift|earlies|fine|ok|okay|prefer\w*|no use|no good|call|ring|"
    r"phone|"
    r"collect|deliver|come|please|anyone)\b"
)
_MEET = (
    r"(?:home|free|available|(?:be|are|you) in\b|suits?|convenient|good|best|come|visit|call|"
    r"ring|phone|talk|speak|"
    r"reach|collect|deliver|drop|pick|work for|works|be there|like us)"
)
_STREET = (
    r"(?:street|st|road|rd|lane|ln|avenue|ave|drive|close|terrace|court|place|square|way|gardens|"
    r"crescent|hill|row|grove|boulevard|walk|side|view|mews|park|parade|quay|wharf|yard|green|end)"
)
_NAMED = r"(?-i:[A-Z][\w'’.-]+ ){1,3}"
ADDRESS = (
    rf"\b\d{{1,4}}[a-z]?,? {_NAMED}{_STREET}\b|\b{_NAMED}{_STREET},? (?:no\.? ?)?\d{{1,4}}[a-z]?\b|"
    r"(?-i:\b[A-Z])\w+(?:strasse|straße|str\.|straat|gata|gatan|vej|weg|gasse|platz|laan|allee|"
    r"plein|"
    r"tie|katu) \d|\b(?:rue|via|calle|avenida|rua|plaza|piazza) (?:\w+ ){0,2}(?-i:[A-Z])"
)
_PERSON = (
    r"(?:(?:mr|mrs|ms|miss|dr)\.? )?(?-i:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|"
    r"February|"
    r"March|April|May|June|July|August|September|October|November|December|I\b)[A-Z][a-z]+)"
)
_WHO_DID = (
    r"\bwho (?:did|served|treated|told|sold|cut|gave|came|visited|fitted|installed|delivered|"
    r"helped|"
    r"was|looked|dealt|handled|took|made|saw|have you|you)\b"
)
_LENGTH = (
    r"\b\d[\d.,]* ?(?:cm|mm|m|in|inch|inches|ft|feet|foot|metres?|meters?|yards?|\"|”)(?!\w)|"
    rf"\b{COUNT} (?:inch|inches|feet|foot|centimet\w+|metres?|meters?|yards?)\b|"
    r"\b\d+ ?(?:x|×|by) ?\d+|\b\d{2,4} (?:high|wide|deep|tall|long|across)\b"
)
HAPPENED = (
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b|{MONTH} (?:the )?\d{{1,2}}\b|"
    rf"\d{{1,2}}[./]\d{{1,2}}\b|the \d{{1,2}}(?:st|nd|rd|th)\b|{WEEKDAY}s?\b|yesterday|"
    r"this morning|last (?:week|night|month|year|spring|summer|autumn|winter)|"
    r"(?:days?|weeks?|months?|years?) ago)"
)

PARTICULARS = (
    # When they are there, by day, by hour, or either.
    shown(
        rf"\bwhen (?!did|was|were|had|i |we |it |he |she |they |you (?:got|had|were|came|went|"
        rf"did))[^?.]{{0,50}}?\b{_MEET}\b|"
        r"\b(?:your|some) availability\b",
        rf"^(?=[\s\S]*{_THERE})(?=[\s\S]*(?:{DAY}|{HOUR}))[\s\S]+",
        near=True,
    ),
    shown(
        r"\b(?:what|which) times?\b(?! (?:did|was|were|had))[^?.]{0,50}\b(?:you|suits?|best|"
        r"convenient|good|works?)\b|\bmornings? or (?:an? |in the )?(?:afternoon|evening)s?\b|"
        r"\btime of (?:the )?day\b|"
        r"\b(?:best|good|convenient|right) times? to (?:call|ring|reach|phone|visit|come)\b|"
        r"\bbefore or after (?!the|you|we)\w+",
        rf"^(?=[\s\S]*{_THERE})(?=[\s\S]*{HOUR})[\s\S]+",
        near=True,
    ),
    shown(
        rf"\b(?:what|which) (?:days?|dates?)\b(?! (?:did|was|were|had))[^?.]{{0,50}}\b{_MEET}\b",
        rf"^(?=[\s\S]*{_THERE})(?=[\s\S]*{DAY})[\s\S]+",
        near=True,
    ),
    # When it was.
    shown(
        r"\bwhen (?:was|were|did) (?:it|this|that|the|your|you)\b|\b(?:on )?(?:what|"
        r"which) (?:date|day)"
        r" (?:was|did|were)\b",
        rf"^(?![\s\S]*\b(?:wrote|rang|called|phoned|told|reported|asked|took out|signed|joined)\b)"
        rf"(?![\s\S]*{HAPPENED}[^.]*\b(?:and|or)\b[^.]*{HAPPENED})"
        rf"(?=[\s\S]*{HAPPENED})[\s\S]+",
        near=True,
        unnamed=0,
    ),
    # Measures.
    shown(
        r"\bhow (?:large|big|tall|high|wide|deep|thick|long (?:is|are|should))\b|\b(?:size|"
        r"dimensions?|"
        r"measurements?|height|width|depth|diameter|length)\b(?! (?:guide|chart|is|was))",
        _LENGTH,
        near=True,
    ),
    shown(
        r"\bhow heavy\b|\bweigh\w*\b",
        rf"\b(?:\d[\d.,]*|{COUNT}) ?(?:kg|kilos?|kilogram\w*|lbs?|pounds|stone|grams?|oz|tons?|"
        rf"tonnes?)\b",
        near=True,
    ),
    shown(
        r"\bhow old\b|\b(?:which|what) year\b|\byear (?:of|it was) (?:manufacture|construction|"
        r"built|made)",
        r"\b(?:built|made|dates?|new|bought|from)(?: it)? (?:in |around |about |"
        r"back to )?(?:1[6-9]|20)\d\d"
        r"\b|\b(?:the|a|an|my) (?:1[6-9]|20)\d\d (?:one|model|edition|version)\b|"
        r"\b\d{1,3}[ -](?:years?|"
        r"months?|weeks?)[ -]old\b",
        near=True,
    ),
    shown(
        r"\bhow (?:hot|cold|warm)\b|\b(?:what|which) temperature\b",
        r"\b\d{1,3} ?(?:°|degrees|c\b|f\b)",
        near=True,
    ),
    shown(
        r"\bhow often\b|\bhow many times\b",
        r"\b(?:every (?:day|night|time|hour|week|month|morning|evening|few|\d+)|once|twice|daily|"
        r"weekly|"
        rf"monthly|fortnightly|each time|{COUNT} times)\b",
        near=True,
    ),
    shown(
        r"\b(?:what|how much)\b[^?]{0,40}\b(?:worth|valued|cost|paid|"
        r"pay|charged|priced|quoted)\b(?! for\b)",
        r"(?:[£€$] ?\d|\b\d[\d.,]* ?(?:euros?|pounds|dollars|€|£))[\d.,]*",
        near=True,
    ),
    # Where it is.
    shown(
        r"\b(?:which|what(?:'s| is)?|your|the|its|his|her|their|[a-z]+'s) (?:(?:new|full|postal|"
        r"home|"
        r"delivery|shipping|street|current|billing|exact) ){0,2}address\b(?! (?:book|bar|line|"
        r"label))",
        ADDRESS,
    ),
    shown(
        r"\b(?:which|what) (?:street|road)\b|\bwhere (?:exactly )?(?:is it|are you|is this|"
        r"is that)\b",
        rf"{ADDRESS}|\b(?:on|in|at|of|along|opposite|near|outside) {_NAMED}{_STREET}\b",
    ),
    shown(
        r"\b(?:which|what) (?:city|town|country|location|venue|branch|shop|store|site)\b",
        rf"\b(?:in|at|to|near|from) (?:the |your )?{_PERSON}",
        near=True,
    ),
    # Who it was.
    shown(
        rf"{_WHO_DID}|\bname of (?:the|our) (?:colleague|agent|advisor|adviser|person|driver|"
        rf"engineer|"
        r"technician|stylist|nurse|doctor|teacher)\b",
        rf"\b(?:with|by|saw|met|named|called|your|told|to|asked) (?!i\b){_PERSON}\b",
        near=True,
    ),
    # What runs, and what it shows.
    shown(
        r"\b(?:which|what) version of (?:the|our|your) \w+",
        r"\b(?:version|v|release|build) ?\d[\w.]*",
    ),
    shown(
        r"\b(?:which|what|the|your) (?:make or |make and )?model\b(?! of\b)",
        r"\b(?:the|my|an?|our|your) (?-i:[A-Z][a-z]+ (?:[IVX]{1,4}|\d{1,4}[A-Za-z]{0,3}|Pro|Plus|"
        r"Mini|Max|"
        r"Air|Lite|SE|XL)\b)",
    ),
    shown(
        r"\b(?:an?|any|the|which|what) (?:error|fault) (?:code|message|number)\b|"
        r"\b(?:which|what) code (?:is|does|do|did|was)\b|\bwhat (?:does|"
        r"do) (?:it|"
        r"the \w+) (?:say|show|display)",
        r"\b(?:shows?|showing|says?|saying|displays?|reads?|flash\w*|gets?|gives?|code|fault|"
        r"error) "
        r"(?:(?:me|an?|the|error|code|message) ){0,3}[\"“']?(?-i:[A-Z]{1,3}-?\d{1,4}|\d{2,4})\b",
    ),
    shown(
        r"\b(?:which|what) (?:(?:error|exact|whole) )?(?:message|text|wording|words|warning)\b|"
        r"\bwhat (?:does|did) [^?]{1,25} (?:say|read|show|display)\b",
        r"[\"“'‘](?=\w)[^\"”“]{3,80}[\"”'’]",
        near=True,
    ),
    # Who they are, and whom it is for.
    shown(
        r"\bname of (?:your|the) (?:dog|cat|pet|horse|son|daughter|child|guest|baby|wife|husband|"
        r"partner)\b|"
        r"\b(?:your|the|his|her) (?:dog|cat|pet|horse|son|daughter|child|baby|wife|husband|"
        r"partner)'s name\b|"
        r"\b(?:is|are) (?:he|she|it|they|your \w+) called\b",
        r"\b(?:dog|cat|pet|horse|son|daughter|child|baby|wife|husband|partner|boy|girl)s?,?"
        r"(?: called| named| is)? (?-i:[A-Z][a-z]+)",
    ),
    shown(
        r"\bhow old\b|\b(?:his|her|child's|your) age\b",
        r"\b(?-i:[A-Z]\w+|he|she|son|daughter|boy|girl)(?:'s| is| was)(?: just| now|"
        r" only)? (?:two|three|four|"
        r"five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3})\b(?! \w+s\b)|\ba \w+ of \d{1,2}\b",
        near=True,
    ),
    shown(
        r"\b(?:what|which)(?:'s| is| was)? (?:(?:is|the|special|your) )*occasion\b",
        r"\b(?:birthdays?|weddings?|anniversar\w+|christening|baptism|retirement|graduation|"
        r"funeral|wake|reunion|engagement|\d0th|golden jubilee|hen (?:do|party|night)|stag (?:do|"
        r"party|night)|baby shower)\b",
    ),
    shown(
        r"\bhow (?:will|are|do|did|would) you (?:be )?(?:travel|com(?:e|ing)|get|arriv)\w*",
        r"\b(?:by (?:train|car|bus|coach|plane|air|ferry|boat|bike|bicycle|taxi|tram)|driving|"
        r"on foot|we(?:'ll| will) drive|i(?:'ll| will) drive)\b",
        near=True,
    ),
    shown(
        r"\b(?:dietary|diet|allerg\w+|intoleran\w+|food (?:needs|requirements|preferences))\b",
        r"\b(?:allerg\w+|intoleran\w+|vegan|vegetarian|gluten|coeliac|celiac|halal|kosher|lactose|"
        r"(?:doesn't|don't|does not|do not|can't) (?:eat|have|drink)|no (?:nuts|dairy|meat|fish|"
        r"pork|milk))\b",
    ),
    shown(
        r"\bunder (?:which|what) name\b|\bname (?:on|of) the (?:booking|reservation|order|"
        r"account)\b",
        r"\bname (?:on|for|of) [^.?!]{0,25}?(?:is|:) (?-i:[A-Z])",
    ),
    shown(
        r"\bflight (?:number|no)\b|\bwhich flight\b",
        r"(?-i:\b[A-Z][A-Z\d] ?\d{2,4}\b)",
    ),
    # What they did, and what they hope for.
    shown(
        r"\b(?:what|which (?:steps|things|remedies))(?: (?:all|exactly))? (?:have|"
        r"did) you (?:already |so "
        r"far )?(?:tried|try|done|do)\b",
        r"\b(?:i|we)(?:'ve| have)? (?:already |also |even )*(?:tried|restarted|reset|reinstalled|"
        r"cleared|"
        r"checked|changed|replaced|cleaned|unplugged|updated)\b",
    ),
    shown(
        r"\bwhat (?:outcome|solution|resolution)\b|\bhoping for\b|\bhow (?:would you like us to|"
        r"can we|"
        r"should we|may we) (?:put|resolve|solve|settle)\b",
        r"\b(?:want|like|prefer|expect|request|please)\b[^.?!]{0,20}\b(?:refund|money|"
        r"replacement|exchange|"
        r"new one|repair\w*|credit|voucher)\b",
    ),
    shown(
        r"\bdescri(?:be|ption)\b|\bwhat (?:does|do|did) (?:it|they|the [\w' -]{1,30}) look like\b",
        r"\b(?:black|white|gr[ea]y|silver|gold\w*|beige|brown|red|pink|purple|blue|navy|green|"
        r"yellow|orange|"
        r"cream|leather|wool\w*|cotton|wooden|metal|plastic|canvas|denim|stripe\w*|tartan|"
        r"chequered)\b",
        near=True,
    ),
    shown(
        r"\bwhat (?:seems to be|exactly is|is|was) (?:the )?(?:problem|issue|matter|trouble|"
        r"wrong)\b|"
        r"\bwhat(?:'s| is) (?:wrong|the matter)\b|\bwhat (?:the )?(?:problem|issue|fault) is\b|"
        r"\bhow (?:can|may) (?:i|we) help(?: you)?(?: today)?\?",
        r"\b(?:won't|keeps?|leaks?|leaking|drips?|dripping|cracked|smells?|noise|blank|stuck|"
        r"flicker\w*|torn|"
        r"missing|stain\w*|blinks?|blinking|went (?:black|dead|blank)|switches itself|"
        r"turns itself)\b",
    ),
    shown(
        r"\b(?:which|what) (?:items?|products?|articles?|goods)\b(?! (?:is|are|was|"
        r"were) (?:in stock|on))",
        r"\b(?:bought|ordered|returning|return|exchange|purchased) (?:the|my|your|an?|two|three|"
        r"this) "
        r"(?!(?:item|product|order|parcel|package|thing)s?\b)[\w-]+|\bthe (?!(?:item|product|"
        r"order|parcel|"
        r"package|thing|website|app|page|site|delivery|driver)s?\b)[\w-]+ (?:i|we) (?:bought|"
        r"ordered|got)\b",
    ),
    shown(
        r"\bwhich (?:laptop|phone|tablet|computer|device|console|tv|television)\b",
        r"\b(?:ipad|iphone|macbook|imac|galaxy|pixel|kindle|chromebook|thinkpad|surface|xbox|"
        r"playstation|ps[45])\b",
    ),
    shown(
        r"\b(?:which|what) side\b",
        r"\b(?:left|right|top|bottom|front|back|inside|outside|upper|lower)\b",
        near=True,
    ),
    # What they want instead.
    shown(
        r"\b(?:which|what) (?:[\w'-]+ and )?size\b",
        r"\b(?:an?|the|size|in|to|for) (?:x+-?)?(?:small|medium|large)\b",
    ),
)
