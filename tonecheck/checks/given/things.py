"""Things that a reply may ask for, and how a customer's message shows that it gives them."""

from __future__ import annotations

from tonecheck.checks.given.wanted import Thing, numbered, shown
from tonecheck.entities import Fact
from tonecheck.late import late

# Words between what asks and the noun: "which *router* model", "your *current home* address".
_OWN = (
    r"\b(?:which|what(?:'s| is| was| are)?|the|your|his|her|its|their|an?|any|some|"
    r"of) (?:[\w'-]+ ){0,2}"
)
_WHICH = r"\b(?:which|what) (?:[\w'-]+ ){0,2}"
_COLOURS = (
    r"(?:black|white|grey|gray|silver|gold(?:en)?|beige|brown|red|pink|purple|violet|lilac|blue|"
    r"navy|turquoise|teal|green|olive|yellow|orange|cream|ivory|burgundy|maroon|khaki|charcoal|"
    r"mustard|sand|rose|copper|bronze|lavender)"
)
_PICTURE = r"(?:photo(?:s|graphs?)?|pictures?|pics?|screenshots?|screen shots?|images?|videos?)"
_SYSTEM = r"(?:ios|ipados|macos|os x|windows|android|ubuntu|debian|fedora|linux|chromeos)"
_HERE = r"(?:attached|enclosed|included|attachments?|below|see attach\w+)"


THINGS = (
    # Numbers.
    numbered("order|purchase", "order", "reference", ""),
    numbered("ticket|case", "ticket"),
    numbered("booking|reservation|confirmation|itinerary|trip", "booking", "reference"),
    numbered("invoice|bill", "invoice"),
    numbered("claim", "claim"),
    numbered("policy", "policy"),
    numbered("account|customer|client", "account"),
    numbered("member|membership", "membership"),
    numbered("tracking|parcel|shipment|consignment|delivery", "parcel"),
    numbered("serial|imei", "serial"),
    numbered("flight", "flight"),
    numbered("card|gift card|voucher", "voucher"),
    Thing(
        late(r"\b(?:your|the|a|booking|which) reference(?: number| code)?\b(?! to)"),
        Fact.NUMBER,
        ("reference", "booking", "order", "ticket", "claim"),
    ),
    Thing(late(r"\bwhich flight\b"), Fact.NUMBER, ("flight",)),
    Thing(late(r"\bwhich (?:invoice|bill)\b"), Fact.NUMBER, ("invoice",)),
    Thing(late(r"\bwhich order\b"), Fact.NUMBER, ("order",)),
    shown(
        rf"{_WHICH}(?:lecture|lesson|chapter|module|episode)\b",
        r"\b(?:lecture|lesson|chapter|module|episode) (?:number |no\.? )?\d",
    ),
    shown(
        r"\b(?:which|what) (?:room|seat|flat|platform|gate|table)\b|\b(?:room|seat|flat) number\b",
        r"\b(?:room|seat|flat|platform|gate|table) (?:number |no\.? )?\d+[a-z]?\b",
    ),
    # Ways to reach somebody.
    Thing(
        late(
            r"\b(?:your|the|an|which|what(?:'s|"
            r" is)?) (?:[\w'-]+ ){0,2}?e-?mail(?: address)?\b(?! (?:us|me|we|i|to|that|from|"
            r"you sent|confirmation|with)\b)"
        ),
        Fact.MAILBOX,
    ),
    Thing(
        late(
            r"\b(?:phone|telephone|mobile|cell|contact) number\b|\bnumber (?:we|i) can (?:call|"
            r"reach|ring)\b|\bnumber to (?:call|reach|ring)\b|"
            r"\b(?:which|what) (?:phone )?number (?:can|may|could|should|shall|do) (?:we|i) "
            r"(?:best )?(?:call|reach|ring|phone)\b"
        ),
        Fact.PHONE,
    ),
    shown(
        r"\b(?:which|what(?:'s| is)?|your|the) (?:(?:new|full|postal|home|delivery|shipping|street|"
        r"current|billing|exact) ){0,2}address\b",
        r"(?:\b(?:at|to|is|address|live|in)\b|^|[:,(]) ?(?:(?:flat|apartment|"
        r"unit) \w+,? )?\d{1,4}[a-z]?,? (?-i:[A-Z][\w'.-]+ ){1,3}(?:street|st|road|rd|lane|ln|"
        r"avenue|ave|drive|"
        r"close|terrace|court|place|square|way|gardens|crescent|hill|row|grove|boulevard)\b",
    ),
    shown(
        r"\b(?:your|the|which|what(?:'s| is)?) (?:postcode|post code|postal code|zip(?: code)?)\b",
        r"\b(?-i:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})\b|\b(?:postcode|zip(?: code)?)(?: is|:)? \w*\d",
    ),
    shown(
        r"\bunder (?:which|what) name\b|\b(?:which|what) name (?:is|was|did|have)\b|"
        r"\bname (?:of the booking|the (?:booking|reservation|order) is (?:in|under))\b|\b(?:may|"
        r"can|could) (?:i|we) (?:please )?(?:have|get|take|ask) your (?:full )?name\b|"
        r"\bwhat(?:'s| is) your (?:full )?name\b",
        r"\b(?:my name is|i'm|i am|this is|name of|under(?: the name)?|in the name of) "
        r"(?:(?:mr|mrs|ms|dr)\.? )?(?-i:[A-Z][\w'-]+)",
    ),
    # What the customer sent along.
    shown(
        rf"\b{_PICTURE}\b(?! (?:from|show|that|where|id\b|identification|on our|below))",
        rf"\b{_PICTURE}\b[^.?!]{{0,40}}\b{_HERE}\b|\b(?:attached|enclosed|attaching|here(?:'s| is| "
        rf"are)|i(?:'ve| have) (?:sent|attached|added|enclosed|included)|see)\b[^.?!]{{0,40}}\b"
        rf"{_PICTURE}\b",
    ),
    shown(
        r"\b(?:your|the|a|any) (?:copy of (?:your|the) )?(?:receipt|proof of purchase)\b"
        r"(?! (?:is|was|shows|number))",
        rf"\b(?:receipt|proof of purchase|invoice)\b[^.?!]{{0,30}}\b{_HERE}\b|\b(?:attached|"
        r"enclosed|"
        r"attaching|here(?:'s| is)|see)\b[^.?!]{0,30}\b(?:receipt|proof of purchase|invoice)\b",
    ),
    # The device and what runs on it.
    shown(
        rf"{_OWN}(?:operating system|os)\b",
        rf"\b{_SYSTEM} ?\d[\d.]*|\b(?:on|using|running|run|use|have) (?:an? |my )?{_SYSTEM}\b",
    ),
    shown(
        rf"\bversion of {_SYSTEM}|\b{_SYSTEM} version\b",
        r"\b(?:ios|ipados|macos|android|ubuntu)(?: version)? ?\d+\.\d|\b(?:windows|os x) ?\d+",
    ),
    shown(
        r"\b(?:which|what|the|your) (?:web )?browser\b",
        r"\b(?:chrome|firefox|safari|edge|opera|brave|vivaldi)\b",
    ),
    shown(
        r"\b(?:which|what) (?:kind of |type of |sort of )?(?:device|phone|tablet|computer|laptop|"
        r"machine|handset|console)\b|\b(?:the|your) (?:kind|type|make|name) of (?:your )?(?:device|"
        r"phone|tablet|computer|laptop)\b",
        r"\b(?:on|with|using|use|my|have|an?) (?:\w+ ){0,2}?(?:ipad|iphone|macbook|imac|galaxy|"
        r"pixel|"
        r"kindle|chromebook|thinkpad|surface|xbox|playstation|ps[45]|switch|fire tablet|mac)\b",
    ),
    shown(
        rf"{_OWN}(?<!ios )(?<!android )(?<!windows )(?<!macos )version\b(?! of\b)|\bversion of "
        r"(?:the|"
        r"our|your) (?:app|software|firmware|programme?|game)\b",
        r"\b(?:version|v|release|build) ?\d[\w.]*|\b(?:app|firmware|software) \d+\.\d",
    ),
    shown(
        rf"{_OWN}(?:model|make)(?: (?:number|name|no\b\.?))?\b(?! of\b)",
        r"(?-i:\b[A-Z]{1,5}-?\d{2,5}[A-Z]{0,3}\b)|\bmodel (?:is |no\.? |number )?(?-i:[A-Z\d])|"
        r"(?-i:\b(?!Order|Room|Flight|Ticket|Case|Invoice|January|February|March|April|May|June|"
        r"July|August|September|October|November|December|Lecture|Level|Grade|Class|Flat|Unit|Gate|"
        r"Seat|Table|Since|Until|After|Before|About|Over|From|Around|Windows|Android|Chrome|"
        r"Version|Paid|Booking|Account|Bought|The|For|And|But|Only|On|At|In|My|Our|Row|Bus|Line|"
        r"Platform)"
        r"[A-Z][a-z]{2,12} \d{1,4}[a-z]?\b(?![:/.]\d))",
    ),
    shown(
        rf"{_OWN}error (?:message|code|number|text)\b|\b(?:which|what) error\b|\bwhat (?:does )?"
        r"(?:it|the (?:screen|message|error)) (?:say|says)\b",
        r"\berror(?: message| code)?(?:[ :]+(?:i|we) (?:get|see|got) is)?[ :]*(?:is |says )?[\"'(]?"
        r"(?-i:[A-Z]{1,4}[-_ ]?\d{2,6}|\d{2,6}|0x\w+)|\b(?:says?|saying|reads?|shows?|message|"
        r"error)"
        r":? [\"'](?=[a-z])",
    ),
    # What it is that they have or want.
    shown(
        r"\b(?:which|what)(?: \w+)? size\b|\b(?:your|the) (?:shoe |dress |"
        r"exact )?size\b(?! (?:guide|"
        r"chart|of|is|was|table))",
        r"\bsizes? (?:\d|(?:x*[sml]|xl|small|medium|large)\b)|\b(?:an?|in|the) (?-i:(?:X{0,3}[SL]|"
        r"M))\b"
        r"|\b(?:usually |normally )?wear (?:an? )?\d{1,2}\b",
    ),
    shown(
        r"\b(?:which|what) colou?r\b|\b(?:the|your) (?:preferred |exact )?colou?r\b(?! (?:of our|"
        r"chart|"
        r"is|was|code))",
        rf"\b{_COLOURS}\b",
    ),
    shown(
        r"\b(?:which|what|your) (?:[\w'-]+ )?(?:plan|tariff|package|subscription|tier)\b",
        r"\b(?:on|have|with|from|in|is|using|our|my) (?:the |your |a |"
        r"our )?(?-i:[A-Z]\w+(?: [A-Z]\w+)?)(?: (?:plan|tariff|package|subscription|tier|"
        r"membership)\b| to (?-i:[A-Z]))"
        r"|\b(?:free|basic|premium|standard) (?:plan|tariff|package|subscription|tier)\b",
    ),
    shown(
        r"\b(?:which|what) (?:shop|store|branch|restaurant|hotel|location|airport|station)\b|"
        r"\b(?:the|your) (?:shop|store|branch) (?:where|in which)\b",
        r"\b(?:your|the|at|in) (?:(?-i:[A-Z])[\w'-]+ ){1,2}(?:shop|store|branch|restaurant|hotel|"
        r"airport|station)\b|\b(?:shop|store|branch|restaurant|hotel|airport) (?:in|at|on) "
        r"(?-i:[A-Z])",
    ),
    shown(
        r"\brefund or (?:an? )?(?:replacement|exchange)|(?:replacement|exchange) or (?:an? "
        r")?refund\b",
        r"\b(?:like|want|prefer)\b(?: \w+){0,2} (?:refund|replacement|exchange)\b(?! (?:or|"
        r"policy))",
    ),
    shown(
        r"\bhow (?:did you pay|you paid)\b|\b(?:payment method|method of payment|(?:which|what) (?:"
        r"payment|card))\b",
        r"\b(?:paid|pay|payment|charged|bought|booked)\b[^.?!]{0,40}\b(?:paypal|visa|mastercard|"
        r"amex|"
        r"apple pay|google pay|klarna|credit card|debit card|bank transfer|in cash|direct debit)\b",
    ),
    shown(
        r"\breason (?:for|of|why)\b|\bwhy you(?:'d| would)? (?:like|want|wish|are)\b",
        r"\b(?:because|due to|since i|as (?:i|we)(?:'m| am|'re| are)|too (?:big|small|long|short|"
        r"tight|"
        r"wide|narrow|large|heavy|loud|expensive|dark)|pinch|(?:does|do)(?:n't| not) fit)\b",
    ),
)
