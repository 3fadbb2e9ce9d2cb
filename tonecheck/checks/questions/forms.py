"""What answers look like: times, sums, yes and no, places and reasons, and what is put off."""

from __future__ import annotations

from tonecheck.checks.values import MONTH, MONTHS, WEEKDAY
from tonecheck.late import late

_NO_VERB = "|".join(name for name in MONTHS if name != "may")

_UNIT = r"(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|nights?)"
TIME = late(
    r"\b(?:today|tomorrow|tonight|yesterday|now|soon(?:er|est)?|shortly|immediately|instantly|"
    rf"already|straight away|right away|at once|{WEEKDAY}s?|weekends?|weekdays?|{MONTH}|"
    r"mornings?|the moment|noon|midday|afternoons?|evenings?|nights?|midnight|quarter|"
    r"spring|summer|autumn|winter|christmas|easter|as soon as|within|any ?time|whenever|always|"
    r"end of|on (?:its|the|their) way|later|permanent\w*|forever|ago|eta|term|season|"
    r"round the clock|24/7|daily|each|every|instant\w*|once|"
    rf"{_UNIT}|next|last)\b|\b\d{{1,2}}(?:st|nd|rd|th)\b|\b\d{{1,2}}[:.]\d\d\b|\b\d{{1,2}} ?(?:am|"
    r"pm|h|o'clock)\b|\b(?:at|by|until|till|from|around|about|before|after|since|in|to|"
    r"and) \d{1,2}\b(?! ?[x%°])|\b\d{1,2} ?(?:to|-|–) ?\d{1,2}\b|\b(?:19|20)\d\d\b|"
    r"\b\d{1,2}/\d{1,2}\b"
)
# A point in time, of those that come: not “still” or “every”.
POINT = late(
    rf"\b(?:today|tomorrow|tonight|{WEEKDAY}s?|weekends?|{_NO_VERB}|christmas|easter|noon|midnight|"
    r"morning|afternoon|evening|(?:next|this) (?:week|month|year|spring|summer|autumn|winter)|"
    r"in time|yet|soon)\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}[:.]\d\d\b|"
    r"\b\d{1,2} ?(?:am|pm|o'clock)\b"
)
DURATION = late(
    r"\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|couple of|several|"
    rf"half|full|whole|under|same|next|more|about)[ -](?:[\w-]+ ){{0,2}}?{_UNIT}\b"
    rf"(?! (?:guarantee|warranty))|(?<!-)\b{_UNIT}\b|"
    r"\b(?:within|tomorrow|today|tonight|yesterday|overnight|immediately|instant\w*|shortly|soon|"
    r"straight away|right away|at once|already|now|quick\w*|permanent\w*|forever|always|for good|"
    r"not long|no time|while you wait|until|till|(?:by|on|before|this|next) (?:the |next )?"
    rf"{WEEKDAY}|by the|(?:by|in|end of|until) {MONTH})\b|"
    r"\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}[:.]\d\d\b"
)
MONEY = late(
    r"[£€$₹¥]|\b(?:gbp|eur|usd|euros?|dollars?|pounds?|pence|cents?|free(?! (?:to|on))|nothing|"
    r"no (?:extra |further |additional )?(?:charge|cost|fee)|costs?|price[ds]?|pricing|fees?|"
    r"charg(?:e|es|ed|ing)|per|percent|included|quote|estimate|on us|on the house|complimentary|"
    r"waive\w*|"
    r"refund\w*|full amount|depends)\b|\d ?%|\d+[.,]\d\d\b|\b(?!(?:19|20)\d\d\b)\d{2,5}\b(?! "
    r"?(?:km|cm|mm|kg|g|m|ml|"
    r"litres?|minutes?|hours?|days?|weeks?|months?|years?|people|guests|persons|seats|rooms|nights|"
    r"am|"
    rf"pm|o'clock|{MONTH})\b|[:.]\d)"
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
NEED = late(
    r"\b(?:have to|has to|need(?:s|ed)?|must|required?|necessary|enough|will do|suffices?)\b"
)
BECAUSE = late(r"\b(?:because|due to|reason|owing to|caused|that's why|which is why|as a result)\b")
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
    r"either way|likely)\b|^no\b|(?<=[,.;:!–—-] )no\b|"
    r"(?<!top )(?<!bottom )(?<!the )(?<!on )\bright\b(?! ?(?:-|away|side|corner|button|now|hand|"
    r"here|after))"
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
CONTRAST = late(r"\b(?:apart from|though|but|however|instead|except|unless)\b")
BOTH = late(
    r"^(?:yes,? |no,? |and |sure,? )?(?:both|either|neither)\b(?! (?:\w+s|in|on|at|by|for|with|"
    r"from)\b)|"
    r"\b(?:yes|no) (?:to|on) (?:both|all)\b|\b(?:both|either|neither)\b(?= ?[.,;!]|"
    r" (?:is|are|works?|will|can|questions|points|of (?:which|them)|done)\b)|"
    r"\ball (?:three|four)\b(?= ?(?:[.,;:!]|are|were|have|can|is))"
)
# What is found out later, asked of others, moved elsewhere or not known leaves nothing open here.
POSTPONED = late(
    r"\b(?!(?:i|we)(?:'ve| have)(?: now| already| just)? (?:updat|confirm|review|answer|"
    r"track|trac|clarif)\w+)(?:i|we|they|she|he|somebody|someone|colleagues?|team|department|\w+ "
    r"team)(?:'ll| will|'m|"
    r" am|'re| are|'ve| have|'s| is| has|'d| would|'ll be| can)?(?: (?:\w+ly|just|now|already|also|"
    r"be|been|then|both|to|going))* (?:check\w*|"
    r"find(?:ing)? out|look(?:ing|ed)? (?:into|at|up|this)|ask(?:ed|ing)?\b(?! you)|"
    r"get(?:ting)? back|com(?:e|ing) back|let you know|updat\w+|repl\w+|confirm\w*|answer\w*|"
    r"investigat\w+|follow\w*|call\w*|ring\w*|phon\w+|writ\w+|email\w*|e-mail\w*|contact\w*|"
    r"reach\w*|chas\w+|pass\w*|forward\w*|speak\w*|talk\w*|in touch|message|trac(?:k|e|ing)\w*|"
    r"rais\w+|escalat\w+|clarif\w+|review\w*|discuss\w*|advise|have a look|on it|feedback)\b|"
    r"\b(?:dms?|direct message|private message|inbox|pm (?:me|us))\b|\b(?<!you )(?<!\ba )(?<!\ban "
    r")(?:message|contact|call|"
    r"ring|phone|email|e-mail|text|reply|write to|(?:send (?:us )?(?:an? )?|an )(?:e-?mail|message|"
    r"dm) to|get in touch|reach out|speak to|talk to|reach|give us a call|chat with) (?:us|me|our|"
    r"the|your|them|to us|with us|with me|with)\b(?! to (?:sign up|book|order|join|subscribe))|"
    r"\b(?:visit|see|check|consult) (?:our|the|your) (?:\w+ ){0,2}?(?:website|site|pages?|app|"
    r"faqs?|account|shop|store|branch)\b|\b(?:still|yet) (?:to be|being) \w+ed\b|\b(?:don't know|"
    r"do not know|can't (?:say|tell)|cannot (?:say|tell)|not (?:yet )?(?:sure|known|certain)|"
    r"no (?:news|date|information|info|eta|timeline|plans?)|depends?|passed|forwarded|escalated|"
    r"below|(?:this|following|sent you the|sent you a|here is the|here is a) link|instructions|on "
    r"the (?:page|card|label|sheet))\b|\b(?:see|as|told|said|listed|"
    r"shown|explained|written) above\b"
)
# What goes with a mail tells what was asked, unless it is only a paper that follows from a deed.
ATTACHED = late(r"\b(?:attached|attach|attachment|enclosed)\b")
PAPER = late(
    r"\b(?:invoice|certificate|confirmation|label|receipt|form|ticket|tickets|voucher|"
    r"contract|returns? slip|copy)\b"
)
COURTESY = late(
    r"^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.!?]{0,30}$|(?:and |so |"
    r"many |once again,? )?(?:thanks|thank you|we appreciate|i appreciate|we look forward|"
    r"i look forward|looking forward|look forward|we hope|i hope|hope\b|have a |enjoy\b|see you|"
    r"best\b|kind regards|warm|have fun|all good wishes|take care|happy \w+|all the best|we(?:'d| "
    r"would) love to (?:welcome|"
    r"see|have)|it (?:was|is) (?:a|such|great|lovely|good)|how (?:kind|lovely|nice)|what (?:an?|"
    r"lovely|great|good|wonderful)|"
    r"(?:good|great|lovely|nice|wonderful|glad) (?:to hear|that you)|let me take|we trust|"
    r"congratulations|welcome\b|(?:if|"
    r"should) (?:you|there|any\w*)[^.!?]{0,60}\b(?:questions?|anything|help|need|let (?:me|us) "
    r"know|"
    r"not right|unclear)|"
    r"(?:please )?(?:do )?(?:not hesitate|feel free|let (?:me|us) know if|just (?:ask|shout|let))))"
)
# “If anything is unclear, let me know”: no answer, whatever else is in it.
ASK_ON = late(
    r"^(?:and |so |many )?(?:thanks|thank you)\b[^.!?:;–—]{0,20}? for (?:your|the|this|writing|"
    r"getting|"
    r"asking|sending|telling|choosing|letting|contacting|reaching|bringing)(?:(?! and | but "
    r")[^.!?:;–—]"
    r"){0,90}[.!]?$|^(?:for|with|in case of) (?:any )?(?:further |other |more )?(?:questions?|"
    r"information|queries|"
    r"help|problems?)\b|^(?:if|should) (?:you|there)\b[^.!?]{0,40}\b(?:questions?|quer(?:y|ies)|"
    r"any "
    r"(?:other|further|more)|anything else|further help|more help)\b|^(?:please )?(?:do not|don't) "
    r"hesitate|^(?:please )?(?:do )?feel free to (?:contact|write|call|ask|get|reach)|^you can "
    r"(?:always "
    r")?(?:reach|call|contact|find) us\b|^we(?:'re| are) (?:always )?(?:here|happy to help|glad to "
    r"help)\b|^(?:if|should) (?:you|there|any\w*)\b[^.!?]{0,60}\b(?:let (?:me|us) know|just (?:ask|"
    r"reply|"
    r"shout|hit reply|write)|hit reply|get in touch|write (?:to us|back)|drop (?:me|us) a)\b"
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
