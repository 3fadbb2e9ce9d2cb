"""What answers look like: times, sums, yes and no, places and reasons, and what is put off."""

from __future__ import annotations

from tonecheck.checks.words import content
from tonecheck.late import late

_UNIT = r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|nights?)"
TIME = late(
    r"\b(?:today|tomorrow|tonight|yesterday|now|soon(?:er|est)?|shortly|immediately|instantly|"
    r"already|straight away|right away|at once|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|"
    r"weekends?|weekdays?|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|mornings?|noon|midday|afternoons?|evenings?|nights?|midnight|quarter|"
    r"spring|summer|autumn|winter|christmas|easter|as soon as|within|any ?time|whenever|always|"
    r"end of|on (?:its|the|their) way|later|permanent\w*|forever|ago|eta|term|season|"
    r"round the clock|24/7|daily|each|every|instant\w*|once|"
    rf"{_UNIT}|next|last)\b|\b\d{{1,2}}(?:st|nd|rd|th)\b|\b\d{{1,2}}[:.]\d\d\b|\b\d{{1,2}} ?(?:am|"
    r"pm|h|o'clock)\b|\b(?:at|by|until|till|from|around|about|before|after|since|in|to|"
    r"and) \d{1,2}\b(?! ?[x%°])|\b\d{1,2} ?(?:to|-|–) ?\d{1,2}\b|\b(?:19|20)\d\d\b|"
    r"\b\d{1,2}/\d{1,2}\b"
)
DURATION = late(
    r"\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|couple of|several|"
    r"half|"
    rf"full|whole|under|same|next|more|about)[ -](?:[\w-]+ ){{0,2}}?{_UNIT}\b|\b{_UNIT}\b|"
    r"\b(?:within|tomorrow|today|tonight|yesterday|overnight|immediately|instant\w*|shortly|soon|"
    r"straight away|right away|at once|already|now|quick\w*|permanent\w*|forever|always|for good|"
    r"not long|no time|while you wait|until|till|(?:by|on|before|this|next) (?:the |next )?(?:mon|"
    r"tues|wednes|thurs|fri|satur|sun)day|by the|(?:by|in|end of|until) (?:january|february|march|"
    r"april|may|june|july|august|september|october|november|december))\b|\b\d{1,2}(?:st|nd|rd|"
    r"th)\b|\b\d{1,2}[:.]\d\d\b"
)
MONEY = late(
    r"[£€$₹¥]|\b(?:gbp|eur|usd|euros?|dollars?|pounds?|pence|cents?|free(?! (?:to|on))|nothing|"
    r"no (?:extra |further |additional )?(?:charge|cost|fee)|costs?|price[ds]?|pricing|fees?|"
    r"charg\w+|per|percent|included|quote|estimate|on us|on the house|complimentary|waive\w*|"
    r"refund\w*|full amount|depends)\b|\d ?%|\d+[.,]\d\d\b|\b\d{2,5}\b"
)
NUMBER = late(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|hundred|thousand|dozen|none|no|any|unlimited|as many|all|both|several|few|single|"
    r"couple|half|every|each|limit\w*|maximum|up to)\b"
)
REASON = late(
    r"\b(?:because|since|as (?:we|the|our|your|it|they|you|there)|due to|reason|so that|that's why|"
    r"which is why|mistakes?|errors?|slip|fault|by accident|wrongly|in error|caused|rests? on|"
    r"owing to|went out|come from|comes from|result of|had not|hadn't|didn't|did not|forgot\w*|"
    r"overlooked|normal|usual|so as|in order to|made of|made up|makes up)\b|:"
)
PLACE = late(
    r"\b(?:in|on|at|beside|behind|near|next to|opposite|under|below|above|inside|outside|to|from|"
    r"by|here|there|left|right|street|road|square)\b"
)
WHOM = late(
    r"\b(?:i|we|me|us|you|our|my|team|desk|colleagues?|manager|office|mr|ms|mrs|dr|only|nobody|"
    r"no one|everyone|anyone|ask for)\b|@"
)
# What makes more than a courtesy of a sentence that begins like one.
TELLING = late(
    r"\d|\b(?:yes|no|not|cannot|can't|you(?:'ll| can| could| may| should| need| will| must)|but|"
    r"because)\b|n't\b|[:–—]"
)
METHOD = late(
    r"(?:^|[,;:.] |\b(?:and|then|please|just|simply) )(?:open|click|go|press|hold|turn|tap|select|"
    r"choose|connect|take|send|fill|call|ring|sign|log|enter|type|set|put|use|switch|unplug|plug|"
    r"wait|try|follow|scan|download|install|bring|drop|write|reply|visit|ask|tell|give|add|remove|"
    r"wet|wash|start|allow|look|check|find|show|see|email|e-mail|leave|keep|let|make|split)\b|"
    r"\byou(?:'ll| can| could| may| just| need| should|'d| will)\b|\bby \w+ing\b"
)
THERE = late(r"\b(?:there(?:'s| is| are)|can|may|might|could)\b")
DEED = late(r"\b(?:i|we)(?:'ve| have|'ll| will)\b")
YES = late(
    r"\b(?:yes|yep|yeah|yup|aye|sure|certainly|absolutely|of course|definitely|indeed|correct|"
    r"exactly|gladly|with pleasure|by all means|no problem|no trouble|not a problem|no need|"
    r"welcome|possible|fine|okay|ok|happy to|glad to|afraid|sadly|unfortunately|sorry|nope|neither|"
    r"either way|likely)\b|^no\b|(?<=[,.;:!–—-] )no\b|\bright\b"
)
MARKER = late(
    r"\b(?:yes|yep|yeah|yup|nope|sure|certainly|absolutely|of course|definitely|indeed|correct|"
    r"exactly|gladly)\b|^no\b|(?<=[,.;:!–—-] )no\b"
)
NOT = late(
    r"\b(?:not|no|never|none|nothing|cannot|can't|without|no longer|only|unable|neither|nor|nobody|"
    r"except|sold out|out of stock|gone)\b|n't\b"
)
# "It does.", "we do", "you may": the shape of an answer that repeats nothing of the question.
ECHO = late(
    r"\b(?:i|we)(?:'d| would)\b(?=[ ]?[:;,.!])|(?:^|[,;–—-] )(?:it|they|we|that|this|you|there|he|"
    r"she|i|both|all|most)(?:'s|'re|'ll|'ve| is| are| does| do| did| has| have| can| could| will|"
    r" would| should| may| might| was| were| needn't| need| must| comes?| works?| fits?| includes?|"
    r" costs?)\b"
)
# "It is!" tells nothing but yes; a "though" may tell no to the next question as well.
BARE = late(
    r"^(?:yes|no|yep|nope|sure|of course|certainly|absolutely)?[,!.]? ?(?:(?:it|we|you|they|there|"
    r"that) (?:is|are|do|does|can|may|will|have|has|isn't|aren't|don't|doesn't|can't|won't))?[.!]*$"
)
AGREES = late(
    r"^(?:yes|no|yep|nope|of course|certainly|indeed|sure|gladly)\b|^(?:it|we|they|there|"
    r"you) (?:do|does|can|may|will)(?= ?[:;,.!–—-])|^(?:it|we|they|there) (?:is|are|does|"
    r"do) indeed\b"
)
CONTRAST = late(r"\b(?:though|but|however|instead|except|unless|only|rather)\b")
BOTH = late(r"\b(?:both|either|neither|all (?:of|three|four)|yes (?:to|on) (?:both|all)|each of)\b")
# What is found out later, asked of others, moved elsewhere or not known leaves nothing open here.
POSTPONED = late(
    r"\b(?:i|we|they|she|he|somebody|someone|colleagues?|team|department|\w+ team)(?:'ll| will|'m|"
    r" am|'re| are|'ve| have|'s| is| has|'d| would|'ll be| can)?(?: (?:just|now|already|also|"
    r"happily|gladly|personally|be|been|then|both|to|going|currently))* (?:check\w*|"
    r"find(?:ing)? out|look(?:ing|ed)? (?:into|at|up|this)|ask(?:ed|ing)?\b(?! you)|"
    r"get(?:ting)? back|com(?:e|ing) back|let you know|updat\w+|repl\w+|confirm\w*|answer\w*|"
    r"investigat\w+|follow\w*|call\w*|ring\w*|phon\w+|writ\w+|email\w*|e-mail\w*|contact\w*|"
    r"reach\w*|chas\w+|pass\w*|forward\w*|speak\w*|talk\w*|in touch|message|trac(?:k|e|ing)\w*|"
    r"rais\w+|escalat\w+|clarif\w+|review\w*|discuss\w*|advise|have a look|on it|feedback)\b|"
    r"\b(?:dms?|direct message|private message|inbox|pm (?:me|us))\b|\b(?:message|contact|call|"
    r"ring|phone|email|e-mail|text|reply|write to|(?:send (?:us )?(?:an? )?|an )(?:e-?mail|message|"
    r"dm) to|get in touch|reach out|speak to|talk to|reach|give us a call|chat with) (?:us|me|our|"
    r"the|your|them|to us|with us|with me|with)\b(?! to (?:sign up|book|order|join|subscribe))|"
    r"\b(?:visit|see|check|consult) (?:our|the|your) (?:\w+ ){0,2}?(?:website|site|pages?|app|"
    r"faqs?|account|shop|store|branch)\b|\b(?:still|yet) (?:to be|being) \w+ed\b|\b(?:don't know|"
    r"do not know|can't (?:say|tell)|cannot (?:say|tell)|not (?:yet )?(?:sure|known|certain)|"
    r"no (?:news|date|information|info|eta|timeline|plans?)|depends?|passed|forwarded|escalated|"
    r"attached|attach|enclosed|below|above|link|instructions|on the (?:page|card|label|sheet))\b"
)
COURTESY = late(
    r"^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.!?]{0,30}$|(?:and |so |"
    r"many |once again,? )?(?:thanks|thank you|we appreciate|i appreciate|we look forward|"
    r"i look forward|looking forward|look forward|we hope|i hope|hope\b|have a |enjoy\b|see you|"
    r"best\b|kind regards|warm|take care|happy \w+|all the best|we(?:'d| would) love to (?:welcome|"
    r"see|have)|it (?:was|is) (?:a|such|great|lovely|good)|how (?:kind|lovely|nice)|"
    r"good (?:to hear|that you)|great to hear|let me take|we trust|congratulations|welcome\b|(?:if|"
    r"should) (?:you|there)[^.!?]{0,60}\b(?:questions?|anything|help|need)|"
    r"(?:please )?(?:do )?(?:not hesitate|feel free|let (?:me|us) know if|just (?:ask|shout|let))))"
)
APOLOGY = late(
    r"^(?:(?:and|oh|so|first|again|ugh|ah|gosh|hi|hey|hello)\b,? ?)*(?:i(?:'m| am)|we(?:'re| are)|"
    r"we|i|my|our|please)?\b ?(?:so |very |really |truly |sincerely |do )*(?:sorry|apologies|"
    r"apologise|apologize|accept (?:my|our))\b"
)
ELSEWHERE = late(
    r"\b(?:on|at|in|to|visit|see|check|consult) (?:our|the) (?:\w+ )?(?:website|web ?site|site|"
    r"web ?pages?|faqs?|help (?:centre|center|pages?)|brochure|handbook|terms)\b"
)
OFFER = late(
    r"^(?:so,? |and |then )?(?:shall|should|would|may|could|can) (?:i|we|you like|that|it|this|"
    r"\w+day)\b|\bwould you like (?:me|us)\b|\b(?:suit|work for|okay with|be all right)\b"
)

# Words of one matter: whoever asks for one is answered by another.
_MATTERS = """
pay paid cost costs price prices priced charge charged charges fee fees free refund refunded
discount discounts cheaper deposit money payment payments euro euros pound pounds included extra
dog dogs cat pet pets animal animals puppy four-legged
park parking car cars vehicle garage spaces
child children kid kids baby toddler under-fives under-5s pram buggy pushchair son daughter little
vegan vegetarian gluten allergy allergies allergic nut nuts allergen allergens
wifi wi-fi internet online wireless network
stock available availability left sold
ship ships shipping deliver delivers delivery delivered send post postage courier
return returns returned send exchange
document documents paper papers form forms passport certificate licence card
step step-free wheelchair lift ramp access accessible stairs level
phone call ring number telephone hotline
book booking reserve reservation reserved
warranty guarantee guaranteed covered cover covers cover
discount discounts student students reduced concession
size sizes small large medium
repair repaired fix fixed mend mended
breakfast lunch dinner meal meals food eat
language english german french spanish translated subtitles
keep kept stays
cancel cancelled cancellation
colour color colours
quick long duration lasts
cash cards pay contactless visa
appointment walk-in drop
"""
_KIN = [
    frozenset().union(*(content(word) for word in row.split()))
    for row in _MATTERS.split("\n")
    if row
]


def widened(words: set[str]) -> set[str]:
    """Give words with all that speak of the same matters."""
    return words.union(*(kin for kin in _KIN if kin & words))
