"""What a customer's message gives, looked up by what a reply asks for."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from tonecheck.acts import Reading
from tonecheck.checks.facts import given, told
from tonecheck.checks.given.accounts import accounts
from tonecheck.checks.given.choices import Choices
from tonecheck.checks.given.circumstances import CIRCUMSTANCES
from tonecheck.checks.given.days import changed, days
from tonecheck.checks.given.destinations import destinations
from tonecheck.checks.given.doubts import is_unsure
from tonecheck.checks.given.naming import KIN, namings
from tonecheck.checks.given.nouns import Nouns
from tonecheck.checks.given.occasions import OCCASIONS
from tonecheck.checks.given.particulars import PARTICULARS
from tonecheck.checks.given.things import THINGS
from tonecheck.checks.given.traits import TRAITS
from tonecheck.checks.given.tried import Deeds, tells_a_cure
from tonecheck.checks.given.wanted import Thing
from tonecheck.entities import Entity, Fact
from tonecheck.late import late
from tonecheck.message import OWN
from tonecheck.text import Span

# Another thing of the kind, a check of identity, or something to keep ready for another day.
_OTHER = late(
    r"\b(?:(?:confirm|verify|double-?check)(?! (?:for (?:us|me) )?(?:which|what)\b)|again|others?|"
    r"else|besides|in addition|apart from|below (?:that|it|this)|underneath|another|second|new "
    r"(?!address)|different|both|clearer|closer|"
    r"more(?! (?:details|information|specific))|also used|alternative|"
    r"full(?! (?:postal )?(?:address|name))|whole|instead|last (?:four|4)|if (?:it|that) is|"
    r"or (?:the|your) |until now|so far|previously|"
    r"remaining|rest of|security|identity|ever|next time|in (?:the )?future|whenever|"
    r"when you (?:call|come|visit|arrive|write|book|ring))\b"
)
# A request needs no question mark; "what a message" and "…, which came" are none.
_REQUESTS = late(
    r"(?!(?:(?:for|in|on|at|by|with|from|under|to) )?(?:which|what|whose|where|when|who|how|do|"
    r"does|did|is|are|was|were|"
    r"have|has)\b)"
)
_TOLD_TO = late(
    r"(?:please|kindly|(?:could|can|would|will) you)"
    r"(?: (?:please|kindly|first|perhaps|possibly|also|just|briefly|quickly|try|"
    r"therefore))* (?P<verb>[a-z-]+)"
)
_ASKS = late(
    r"(?:send|give|tell|share|provide|have|get|let|supply|dm|pm|forward|attach|prefer|like|reply|"
    r"specify|"
    r"state|remind|include|add|note|e-?mail|say|write|upload|confirm|quote|show|text|message|"
    r"measure|"
    r"describe|list|name|choose|pick|decide|indicate|advise|explain|respond|come|enter|post|see|"
    r"be|mind|"
    r"rather|want|need|look|spell|check|take|do|kindly|record|jot|drop|ping|fill|furnish)$"
)
# "which train are you on" asks for the train.
_AUXILIARY = late(r"(?:do|does|did|is|are|was|were|have|has)\b")
_CONFIRMS = late(r"\b(?:(?<!do you )still|right|correct|also|yet|now|same)\b|\d")
_OPEN = late(r"\b(?:which|what|who|whose|where|when|why|how)\b")
_OURS = late(
    r"\b(?:i|we)(?:'ll| will|'ve| have|'m| am|'re| are)\b"
    r"(?:(?!\b(?:need|know|ask|asking|wondering|sure)\b)[^.;:?!]){0,60}$"
)
_TELL = late(
    r"\b(?:tell (?:us|me)|let (?:us|me) know|say (?:which|whether)|know (?:which|whether|if)|"
    r"decide|"
    r"specify|indicate)\b"
)
_STOP = late(r"[?!;]|\.(?=\s|$)")
# Beside what is new another thing may be asked for that is known.
_NEW_ONE = late(r"(?<=[a-z]) and (?:the|your|its) new (?!address)[^?,;]*")
_INSTEAD = "instead"  # asks for what is wished, which the customer may have said
_WISHES = late(r"\b(?:instead|like|want|prefer|rather|swap|please|for (?:the|an?))\b")
# What we know, or will do ourselves; and what is to be kept at hand.
_WE_KNOW = late(
    r"\b(?:i|we|it|that|this|they)(?:'ve| have| can| could|'ll| will)? (?:now |already |clearly )?"
    r"(?:know|see|found(?: out)?|understand|tells?(?: us| me)?|noted|saw|checked|shows?(?: us| me)?"
    r"|explains?) $"
)
_READY = late(r"\b(?:ready|at hand|to hand|handy)\b")
_LATER = late(
    r"^(?:if you (?:ever|need to|should)|should you|next time|in (?:the )?future|when you)\b"
)
# Where what is asked for ends and what will be done with it begins.
_PURPOSE = late(
    r",? (?:so (?:that )?(?:i|we|he|she|they)|because|then|and (?:i|we|you|he|she|they)(?:'ll|'d|"
    r" will| can|"
    r" could| shall| would)|(?<=, )you(?:'ll| will| shall| can| get)|(?:i|we)(?:'ll| will)|"
    r"(?:once|as soon as|until) (?:i|we)|if (?:that|it)"
    r" (?:does|is))\b"
)
_LEAD = 12  # letters of a request in which no purpose begins
_NAME = late(
    r"\b(?:have|get|give (?:us|me)|tell (?:us|me)|know|send (?:us|me)|what(?:'s| is)|need|with|"
    r"provide|state)"
    r" (?:please )?your (?:full |last |first |sur|family |own )?name\b(?! (?:and|on|of|for)\b)|"
    r"\bwho(?:m)? (?:am i|are we) (?:speaking|talking|writing|chatting) (?:to|with)\b"
)
_RELATIVE = late(rf"\b{KIN}\b")
_YOURS = late(r"\byour (son|daughter|sister|brother|mother|father|wife|husband)\b")
_PICTURE_OF = late(
    r"\b(?:photos?|photographs?|pictures?|pics?|images?|screenshots?) of (?:the|your|its|this|that)"
    r" (?!damage|problem|issue|fault|defect|error|whole|entire|item|product|parcel)"
    r"(?P<what>[\w-]+)"
)
_AND = late(r",? (?:and|or)(?: also)? (?=(?:what|which|how|when|who|where)\b)")
_FAR = 400  # letters of a request that are looked at
_LONG = 5  # digits from which on a number that is called nothing is one of an order


class Known:
    """What the customer's message gives, looked up by what a request asks for."""

    def __init__(self, customer: Reading, reading: Reading) -> None:
        self._customer = customer
        unsure = {
            number
            for number, sentence in enumerate(customer.sentences)
            if is_unsure(sentence.folded)
        }
        self._facts = [one for one in given(reading) if one.sentence not in unsure]
        self._name = reading.message.context.customer_name
        self._shown = [sentence for sentence in customer.sentences if sentence.region in OWN]
        self._sure = [sentence for sentence in self._shown if not is_unsure(sentence.folded)]
        self._deeds = Deeds(self._sure)
        self._choices = Choices(self._shown)
        self._nouns = Nouns(self._sure)

    def asked(self, sentence: str, start: int, before: str = "") -> tuple[int, str] | None:
        """Give where in a sentence the last known thing ends, and the customer's words for it.

        The request begins at `start` of the folded sentence; `before` is what was said before it.
        """
        request = sentence[start : start + _FAR]
        # "How long did you hold it" asks for more than whether.
        more = _AUXILIARY.match(request) and _OPEN.search(sentence, 0, start)
        done = None if more else self._deeds.done(request, f"{before} {sentence[:start]}")
        if done is not None:
            return done[0], told(self._customer.message, done[1].span)
        return None if _is_no_request(sentence, start, request) else self._told(request)

    def _told(self, request: str) -> tuple[int, str] | None:
        """Give where the last known thing that a request names ends, and what tells it."""
        stop = _STOP.search(request)
        question = stop is not None and stop.group() == "?"
        request = request[: stop.end()] if stop else request
        purpose = _PURPOSE.search(request, _LEAD)
        request = request[: purpose.start()] if purpose else request
        settles = question or _TELL.search(request) is not None
        chosen = self._choices.made(request, self._nouns) if settles else None
        if chosen is not None:
            return chosen[0], told(self._customer.message, chosen[1].span)
        if _AUXILIARY.match(request) and (not question or _CONFIRMS.search(request)):
            return None
        moved = changed(request, self._sure)
        if moved is not None:
            return moved[0], told(self._customer.message, moved[1].span)
        request = _NEW_ONE.sub("", request)
        other = _OTHER.search(request)
        if other is not None and other.group() != _INSTEAD:
            return None
        put = question or _REQUESTS.match(request) is not None
        wished = other is not None
        found = (self._kinds(request, one, put=put, wished=wished) for one in _clauses(request))
        return max(itertools.chain.from_iterable(found), default=None)

    def _kinds(
        self, request: str, clause: Span, *, put: bool, wished: bool
    ) -> Iterator[tuple[int, str]]:
        """Give the ends of the things known that a clause of a request names, and what tells them.

        Of what is no certain request, nor a question, only things of fixed names are looked up.
        """
        if put:
            words = clause.of(request)
            for end, sentence in itertools.chain(
                self._nouns.given(words),
                *(find(words, self._sure) for find in (accounts, days, destinations, namings)),
            ):
                yield clause.start + end, told(self._customer.message, sentence.span)
            name = self._named(clause.of(request))
            if name is not None:
                yield clause.start + name[0], name[1]
        for thing in (*THINGS, *OCCASIONS, *CIRCUMSTANCES, *PARTICULARS, *TRAITS):
            match = thing.asked.search(request, clause.start, clause.end)
            if match is None:
                continue
            rest = request[clause.start : match.start()] + request[match.end() : clause.end]
            if thing.near and not (put and self._nouns.names_all(rest, thing.unnamed)):
                continue
            theirs = self._words(thing, wished=wished)
            if theirs and not self._is_of_another(clause.of(request), theirs):
                yield match.end(), theirs

    def _is_of_another(self, clause: str, theirs: str) -> bool:
        """Tell whether something is asked of other people, or of a kind that was not named."""
        people, told_of = (set(_RELATIVE.findall(text)) for text in (clause, theirs.casefold()))
        if people and told_of and not people & told_of:
            return True
        if any(self._nouns.lacks(one) for one in _YOURS.findall(clause)):
            return True
        if "billing" in clause and not self._nouns.names_all("billing"):
            return True
        of = _PICTURE_OF.search(clause)
        return of is not None and not self._nouns.names_all(of["what"])

    def _named(self, request: str) -> tuple[int, str] | None:
        """Give where a request for the customer's name ends, and the name if it is known."""
        match = _NAME.search(request)
        name = self._name
        if match is None or name is None or ("full" in match.group() and " " not in name):
            return None
        return match.end(), name

    def _words(self, thing: Thing, *, wished: bool) -> str:
        """Give the customer's words for a thing, none where they do not name it, or wish for it."""
        if thing.fact is not None:
            spans = (
                one.span
                for one in self._facts
                if one.entity.fact is thing.fact
                and (thing.fact is not Fact.NUMBER or _counts(one.entity, thing.labels))
            )
            span = next(spans, None)
            return told(self._customer.message, span) if span else ""
        if thing.shown is not None:
            for sentence in self._sure:
                if wished and not _WISHES.search(sentence.folded):
                    continue
                if match := thing.shown.search(sentence.masked):
                    span = Span(*match.span()).shift(sentence.span.start)
                    return told(self._customer.message, span)
        return ""


def _is_no_request(sentence: str, start: int, request: str) -> bool:
    """Tell whether words tell somebody to do something, or are amid another question."""
    if tells_a_cure(request) or _LATER.match(sentence):
        return True
    if _OPEN.match(request) and _OURS.search(sentence, 0, start) and "?" not in sentence[start:]:
        return True  # "we will write when the sale begins"
    told_to = _TOLD_TO.match(request)
    if told_to is not None and _ASKS.match(told_to["verb"]) is None:
        return True  # "please keep your receipt"
    if _WE_KNOW.search(sentence, 0, start) or (told_to and _READY.search(request)):
        return True
    return _AUXILIARY.match(request) is not None and _OPEN.search(sentence, 0, start) is not None


def _clauses(request: str) -> Iterator[Span]:
    """Give the parts of a request that ask one thing each: “which lamp is it, and since when?”."""
    start = 0
    for match in _AND.finditer(request):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(request))


def _counts(number: Entity, labels: tuple[str, ...]) -> bool:
    """Tell whether a number may be what is asked for: called so, or called nothing and long."""
    if number.label:
        return number.label in labels
    return "" in labels and sum(map(str.isdigit, number.value)) >= _LONG
