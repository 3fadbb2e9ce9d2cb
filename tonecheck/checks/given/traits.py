"""What somebody or something is like: its kind, size, level, health, breed, account or hour."""

from __future__ import annotations

from tonecheck.checks.given.wanted import COUNT, shown

_BREEDS = (
    r"(?:beagle|labrador|retriever|poodle|spaniel|terrier|collie|dachshund|boxer|corgi|pug|husky|"
    r"shepherd|schnauzer|chihuahua|greyhound|whippet|bulldog|rottweiler|setter|mongrel|crossbreed|"
    r"labradoodle|cockapoo|tabby|siamese|persian|ragdoll|shorthair|maine coon|bengal|shetland|"
    r"arab|haflinger|cob)"
)
_RIDES = r"(?:train|bus|coach|ferry|tram|boat|connection|departure|service|shuttle|flight)"
_SHOWS = r"(?:performance|show|showing|screening|concert|matinee|matinée|session|slot)"
_CLOCK = r"\d{1,2}[:.]\d\d"

_LANGUAGES = (
    r"(?:english|german|french|spanish|italian|portuguese|dutch|polish|turkish|arabic|russian|"
    r"ukrainian|greek|swedish|danish|norwegian|finnish|czech|hungarian|romanian|chinese|mandarin|"
    r"japanese|korean|hindi|urdu|welsh)"
)
# What kinds of things are called, and some of each.
_KINDS = (
    (
        r"(?:kitchen |household )?(?:appliance|machine)",
        (
            r"dishwashers?|washing machine|tumble dryer|dryer|fridge|freezer|oven|cooker|hob|"
            r"microwave|"
            r"kettle|toaster|hoover|vacuum(?: cleaner)?|coffee machine|blender|mixer|iron"
        ),
    ),
    (
        r"(?:make of )?(?:car|vehicle)",
        (
            r"skoda|golf|volvo|ford|fiesta|toyota|yaris|honda|nissan|bmw|audi|mercedes|peugeot|"
            r"renault|"
            r"clio|fiat|seat leon|kia|hyundai|mazda|opel|vauxhall|corsa|astra|polo|passat|citroen|"
            r"citroën|dacia|tesla|mini cooper|suzuki|subaru|land rover|volkswagen|vw"
        ),
    ),
    (
        r"(?:musical )?instrument",
        (
            r"piano|guitar|violin|cello|viola|flute|clarinet|trumpet|saxophone|drums?|recorder|"
            r"harp|"
            r"oboe|trombone|ukulele|accordion|organ"
        ),
    ),
    (
        r"(?:kind of |type of |sort of )?(?:animal|pet)s?",
        (
            r"dogs?|cats?|rabbits?|hamsters?|guinea pigs?|parrots?|budgies?|ponies|pony|horses?|"
            r"tortoises?|ferrets?|puppy|kittens?"
        ),
    ),
    (
        r"(?:piece of |item of )?(?:clothing|garment)",
        (
            r"shirt|blouse|dress|skirt|trousers|jeans|jacket|coat|jumper|sweater|cardigan|suit|"
            r"scarf|"
            r"gloves|hat|t-shirt|pyjamas|leggings"
        ),
    ),
    (
        r"(?:piece of )?furniture",
        (
            r"sofa|armchair|chair|table|desk|wardrobe|bed|bookcase|shelf|shelves|sideboard|chest "
            r"of "
            r"drawers|cabinet|bench|stool"
        ),
    ),
)

TRAITS = (
    *(
        shown(
            rf"\b(?:which|what)(?: is the| is your|'s the|'s your)? {kind}\b(?! (?:would|do you "
            r"(?:want|prefer)|should))",
            rf"\b(?:{some})\b",
            near=True,
        )
        for kind, some in _KINDS
    ),
    shown(
        r"\bdo you (?:have|own|keep) (?:any )?(?:pets|animals)\b",
        rf"\b(?:have|own|with|keep|and) (?:(?:an?|my|our|two|three|the) )?(?:{_KINDS[3][1]})\b",
    ),
    shown(
        r"\b(?:which|what) language\b",
        rf"\bin {_LANGUAGES}\b|\bspeak(?:s|ing)? (?:only )?{_LANGUAGES}\b",
    ),
    shown(
        r"\bwhere (?:should|shall|can|may|do) (?:we |the )?(?:refund|money|pay|send the (?:refund|"
        r"money))\b|\bhow (?:should|would|do|can) (?:you|we) (?:like |want |wish )?(?:to )?"
        r"(?:receive|get|have|pay)? ?(?:back )?(?:the|your) (?:refund|money)\b",
        r"\b(?:refund\w*|back|money|pay|transfer)\b[^.?!]{0,40}? (?:to|on|onto|via|by) (?:my |our )"
        r"?(?:credit card|debit card|card|paypal|(?:bank )?account|bank transfer|cheque)\b",
    ),
    shown(
        r"\b(?:your|the) (?:[\w-]+ )?measurements\b",
        r"\bmeasurements?\b[^.?!]{0,30}?\d|\b(?:chest|bust|waist|hips?|inside leg)\b"
        r"[^.?!]{0,12}?\b\d{2,3}\b",
    ),
    shown(
        r"\bwhich card\b",
        r"\bending (?:in |with |on )?\d{3,4}\b",
    ),
    shown(
        r"\bhow long have you been (?:with us|an? \w+)\b",
        rf"\b(?:with you|customers?|members?|subscribers?|tenants?)\b[^.?!]{{0,20}} (?:since|for) "
        rf"(?:\d|{COUNT})|\bsince (?:19|20)\d\d\b",
    ),
    shown(
        r"\bhow often\b",
        rf"\b(?:every (?:second|other|{COUNT}) (?:days?|weeks?|months?)|(?:once|twice) an? \w+|"
        r"each (?:week|month))\b",
        near=True,
    ),
    shown(
        r"\b(?:which|what) size\b",
        r"\b(?:need|take|wear|want|like|for|to|have) (?:an? |size )\d{1,2}(?:[.,]5|½)?(?![\w.,]\d| "
        r"(?:minutes?|days?|weeks?|months?|years?|hours?|percent|%|euro|pound|person|people|"
        r"litre))\b",
    ),
    shown(
        r"\bhow many (?:people|guests|persons|adults|of you)\b",
        r"\b(?:my|our) (?:wife|husband|partner|friend|girlfriend|boyfriend|son|daughter|mother|"
        r"father|sister|brother) and (?:i|me|myself)\b|\b(?:just )?(?:the two|both) of us\b",
        near=True,
    ),
    shown(
        r"\b(?:what|which) age\b",
        r"\b\d{1,2}[ -]years?[ -]olds?\b|\baged? \d{1,2}\b|\b\d{1,2} years old\b",
    ),
    shown(
        r"\bwhere (?:are|will|do) you (?:be )?(?:com|travel|driv|set)\w*(?: off)? from\b",
        r"\b(?:com(?:e|ing)|travel\w*|driv\w*|drive)\b[^.?!]{0,25}? from (?-i:[A-Z])\w+",
    ),
    shown(
        r"\b(?:do you (?:still )?have|have you (?:still )?(?:got|kept)|did you keep) (?:the|your|a|"
        r"any)[^?]{0,30}?(?:receipt|proof of purchase|invoice)\b",
        r"\b(?:i|we)(?:'ve| have)?(?: still| also)? (?:have|kept|got|keep) [\w ]{1,30} and (?:the "
        r")?"
        r"(?:receipt|invoice)\b",
    ),
    shown(
        r"\b(?:which|what|your) (?:[\w'-]+ )?(?:plan|tariff|package|subscription|tier)\b",
        r"\b(?:on|have|with|from|for|in|is|our|my) (?:the |your |our )?(?-i:[A-Z]{1,3}) (?:plan|"
        r"tariff|package|subscription|tier)\b",
    ),
    shown(
        r"\b(?:your|the) (?:iban|bank details|account details)\b|\bwhich (?:bank )?account\b",
        r"(?-i:\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}\b)",
    ),
    shown(
        r"\b(?:sort code)\b",
        r"\b\d\d-\d\d-\d\d\b",
    ),
    shown(
        r"\b(?:what|which|your|the) (?:level|standard)\b(?! of)|\bhow (?:much )?(?:experienced?)\b|"
        r"\bhave you (?:ever )?(?:played|sailed|skied|ridden|danced|climbed|done (?:it|this|yoga)|"
        r"tried (?:it|this)) before\b|\bare you a beginner\b",
        r"\b(?:(?:complete|total|absolute|bloody|real|an?) )?(?:beginners?|novice)\b|"
        r"\b(?:intermediate|advanced)\b|\bnever (?:played|sailed|skied|ridden|danced|climbed|done|"
        rf"tried|held)\b|\b(?:played|sailed|skied|ridden|danced|climbed) for {COUNT} years\b",
    ),
    shown(
        r"\b(?:any |which |what |other )(?:regular )?(?:medication|medicines?|drugs|tablets)\b",
        r"\b(?:take|taking|am on|'m on|is on|takes)\b[^.?!]{0,20}?\b(?:tablets|thinners?|pills|"
        r"medication|insulin|metformin|warfarin|ibuprofen|aspirin|statins|antibiotics|blockers|"
        r"mg)\b",
        near=True,
    ),
    shown(
        r"\b(?:which|what|your|the) (?:[\w'-]+ )?breed\b",
        rf"\b{_BREEDS}s?\b",
    ),
    # What they were charged, without a currency.
    shown(
        r"\b(?:how much|(?:which|what) (?:amount|sum)) (?:were you|was|did (?:you|we|they)|you "
        r"were|"
        r"you|we|they) (?:charged?|paid|pay|billed|debited|taken?)\b(?! for)",
        r"\b(?:paid|charged|took|taken|debited|billed)\b[^.?!\d]{0,20}?\b\d{1,5}[.]\d\d\b",
    ),
    shown(
        r"\b(?:how (?:large|big)|(?:which|what) (?:size|volume|capacity))\b",
        r"\b\d[\d.,]*[- ]?(?:litres?|liters?|l|gallons?|ml|sq ?m|m2|m²|square (?:metres|meters|"
        r"feet))\b",
        near=True,
    ),
    # Which of those that run by the clock.
    shown(
        rf"\b(?:which|what) (?:[\w'-]+ (?:and|or) )?{_RIDES}\b(?! (?:would|do you (?:want|prefer)|"
        r"will you|are you (?:taking|going)))",
        rf"\b(?:the|my|our|on) {_CLOCK}(?: {_RIDES})?(?: (?:to|from|for) (?-i:[A-Z])| (?:was|is|"
        rf"didn't|did|never|left|{_RIDES}))|\b{_RIDES} (?:number |no\.? )?(?-i:[A-Z]{{0,3}}) "
        rf"?\d{{2,5}}"
        rf"\b|\b{_CLOCK} (?:am |pm )?(?:{_RIDES}|(?:to|from) (?-i:[A-Z]))|"
        rf"\b{_RIDES}\b[^.?!]{{0,20}}? "
        rf"(?:of|at) {_CLOCK}|\b(?:seat|coach|car|carriage) \d",
    ),
    shown(
        rf"\b(?:which|what) (?:[\w'-]+ (?:and|or) )?{_SHOWS}\b(?! (?:would|do you (?:want|"
        r"prefer)))",
        r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:'s)?,? (?:the )?(?:\d+(?:st|nd|rd|th)? "
        rf")?"
        rf"(?:[\w-]+ )?{_SHOWS}\b|\b{_SHOWS} (?:on|of|at) (?:the )?(?:\d|(?:mon|tues|wednes|thurs|"
        rf"fri|"
        r"satur|sun)day)",
    ),
    shown(
        r"\b(?:which|what) (?:[\w'-]+ (?:and|or) )(?:seat|room|coach|row|gate|platform)\b",
        r"\b(?:seat|room|coach|row|gate|platform) (?:number |no\.? )?(?-i:[A-Z])?\d+[a-z]?\b",
    ),
    shown(
        r"\b(?:which|what) (?:seat|row|locker|table|room|bay)\b",
        r"\b(?:seat|row|locker|table|room|bay) (?:number |no\.? )?(?-i:[A-Z])-?\d+\b",
    ),
)
