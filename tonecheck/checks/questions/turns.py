"""Turns of a clause: what denies, directs, grants, repeats, or points back to something named."""

from __future__ import annotations

from tonecheck.late import late

CUT = late(
    r"[;:–—] |, (?=(?:and|but|while|which)\b|so (?!that\b))|"
    r" (?=(?:and|but) (?:we|i|you|it|they|there|the|your)\b)"
)
JOINT = late(r"^(?:and|but|so|while) ")
PERSON = late(r"^(?:i|we|you|they|he|she|it)\b")
NOUN = late(r"\b(?:the|your|our|my|an?|every|each|all|most|many|some|any) [a-z]")
VERB = late(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|do|does|did|may|must|should)\b|"
    r"'(?:s|re|ve|ll|d)\b|n't\b|ed\b"
)
ADVERB = late(
    r"(?:just|only|from|until|till|by|at|on|in|to|about|around|between|every|via|through|within|"
    r"with|without|for|as|once)\b"
)
# “It is the gentle cycle that they need”: what it is about has been named before.
BACK = late(
    r"(?<!^to )\b(?:it|they|them|these|those|ones|one(?= ?[.,;:!]|$| of its| aside| left| of them|"
    r" for| in| to| with| too)|both(?! \w+s\b)|either|neither|same)\b(?! (?:of (?:the|our|your)|"
    r"day|time)\b)|"
    r"^(?:which|who)\b|\b(?:this|that)(?= (?:is|was|will|would|does|did|can|could|may|works?|too|"
    r"way|depends|means|comes|has|one)\b| ?[.,;:!]|['’]|$)"
)
BACK_FIRST = late(
    r"^(?:yes,? |no,? |and |but |so |then |as |since |because )*(?:it|they|these|those|both|either|"
    r"neither|he|she|this|that|th(?:is|ese|ose) \w+|which|who|all of (?:it|them)|none of (?:it|"
    r"them)|one)\b"
)
GOES_ON = late(r"(?:it|they|he|she|that|this)\b|you (?:don't|do not|needn't|won't)\b")
FURTHER = late(r"\b(?:also|too|as well|in addition|besides|moreover|furthermore|by the way)\b")
ADMITS = late(
    r"^(?:that|this|it|which|what)\b[^.!?]{0,30}?\b(?:should(?: not|n't)?(?: ever| never)? have|"
    r"must (?:not|have|be|feel)|is not (?:how|what|good|the)|isn't (?:how|what|good|the)|our "
    r"(?:mistake|fault|error))"
)
_REFUSES = (
    r"\b(?:not|never|none|nothing|cannot|can't|no longer|unable|neither|nor|nobody|sold out|out of "
    r"stock|gone)\b|n't\b"
)
REFUSES = late(_REFUSES)
DENIES = late(rf"{_REFUSES}|\b(?:no|only)\b")
OURS = late(r"\b(?:we|us|our)\b")
READER = late(
    r"\b(?:you|yours?|it|its|they|them|this(?! (?:year|week|month|season|summer|spring|autumn|"
    r"winter))|that|these|those|he|she)\b"
)
DIRECTS = late(
    r"\byou(?:'ll)?(?: \w+ly| just| also| always)? (?:can|could|may|might|must|need|needn't|should|"
    r"shouldn't|can't|cannot|don't (?:need|have)|do not (?:need|have)|have to|have until|are "
    r"welcome)\b|\byou're welcome\b"
)
IMPERATIVE = late(
    r"\bplease (?!find|note|accept|do not hesitate|don't|let|feel)\w+|^(?:and |then |so |just |"
    r"simply |please |first |next |do |(?:to|for|if|in|on|once|when|from|under) [^,]{3,60}, )*(?:"
    r"allow|apply|ask|avoid|bring|brush|call|change|charge|check|choose|clear|click|come|"
    r"connect|copy|cut|delete|dial|download|drag|drive|drop|empty|enter|feel free|fill|follow|"
    r"get|give|go|hold|install|keep|lay|leave|let|lift|log|look|make|mark|move|open|order|paste|"
    r"pay|peel|pick|plug|pop|post|press|print|pull|push|put|remove|reply|reset|restart|ring|"
    r"rinse|rub|run|save|scan|screw|scroll|see|select|send|set|show|sign|slide|soak|stay|store|"
    r"swipe|switch|take|tap|tell|text|try|turn|type|unplug|unscrew|update|use|visit|wait|wash|"
    r"wear|wipe|write)\b"
)
HOW_TO = late(
    r"\byou(?:'ll)? (?:just |only |first |simply |would |will )?(?:need|have|must|should)\b|"
    r"\bby \w+ing\b|\b(?:i|we)(?:'ve| have|'ll| will)\b"
)
DEED = late(
    r"\b(?:i|we)(?:'ve| have|'ll| will|'m going| am going)\b|\b(?:has|have|'s)(?: now|"
    r" already)? been\b|\b(?:is|are)(?: now| all)? (?:yours|done|sorted|booked|reserved|cancelled|"
    r"changed|moved)\b"
)
WE_DID = late(r"\b(?:i|we)(?:'ve| have|'ll| will)\b")
WENT = late(r"\b(?:was|were|had|has|have|became|become|went|got|came|made|broke|fell|ran)\b")
FOUND = late(
    r"\b(?:find|found|behind|under|beside|next to|opposite|at the|on the|in the|top|bottom)\b"
)
HAVING = late(
    r"\b(?:we|you|they|it|all|each|every \w+)(?:'ll|'ve| will| also)? (?:have|has|get|find|got|"
    r"offer|offers|sell|keep|stock)\b|\bcomes? with\b"
)
GRANTS = late(
    r"\b(?:possible|fine|welcome|happy to|glad to|gladly|pleasure|no problem|no trouble|allowed|"
    r"permitted|included|available|safe|suitable|normal|right|true|correct|okay|ok|afraid|enough|"
    r"usual|able to)\b|\b(?:one|two|three|four|some|few|none|no|\d+) (?:\w+ )?(?:left|free)\b"
)
_AUX = (
    r"(?:'s|'re|'ll|'ve|'d| is| are| does| do| did| has| have| can| could| will| would| should|"
    r" may| might| was| were| needn't| need| must)\b"
)
# “It does”, “you may”, “in your place I would”: the shape of an answer.
_ENDS = (
    r"(?: |^)(?:i|we|you|it|they|that|there) (?:is|are|do|does|did|have|has|can|could|would|will|"
    r"may)(?: too| indeed)?[ .,!]*$"
)
_BEGINS = r"^(?:yes,? |no,? |and |but |so |then |now |here )*"
ECHOES_THING = late(
    rf"{_ENDS}|{_BEGINS}(?:it|they|that|this|there|he|she|both|all|most|everyone){_AUX}"
)
ECHOES_US = late(rf"{_ENDS}|{_BEGINS}(?:i|we|everyone|nobody|most|all of us){_AUX}")
ECHOES_ASKER = late(rf"{_ENDS}|{_BEGINS}(?:you|we|anyone|everyone|nobody){_AUX}")
