"""Relatives and animals of whom the customer wrote nothing, for one whom they named."""

from __future__ import annotations

from collections.abc import Iterator

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.clauses import clause
from tonecheck.checks.facts import told
from tonecheck.late import late
from tonecheck.message import OWN, PROSE
from tonecheck.text import Span

# A row is one relation; what stands behind the colon names people of whom this can be one.
_RELATIONS = """\
mother mum mom mam mummy ma: parents
father dad daddy pa: parents
son boy lad: child children kids twins baby little grandson teenager toddler
daughter girl lass: child children kids twins baby little granddaughter teenager toddler
husband hubby: partner spouse wife
wife: partner spouse husband
brother: siblings twin
sister: siblings twin
grandmother gran nan grandma granny nana: grandparents
grandfather grandad granddad grandpa grampa: grandparents
grandson: grandchild grandchildren grandkids
granddaughter: grandchild grandchildren grandkids
aunt auntie aunty:
uncle:
niece:
nephew:
cousin:
fiance fiancé: partner
fiancee fiancée: partner
dog puppy pup bitch labrador spaniel terrier retriever collie whippet poodle: pet
cat kitten tomcat: pet
rabbit bunny: pet
horse pony mare gelding foal: pet
hamster guinea-pig: pet
parrot budgie bird cockatiel: pet
neighbour neighbor: next-door
flatmate housemate roommate:
colleague coworker:
tenant lodger:
landlord landlady:
"""
_KIN = {
    word: row.partition(":")[0].split()[0]
    for row in _RELATIONS.splitlines()
    for word in row.partition(":")[0].split()
}
_OF_WHOM = {
    row.partition(":")[0].split()[0]: frozenset(row.partition(":")[2].split())
    for row in _RELATIONS.splitlines()
}
_NAMES = "|".join(sorted(_KIN, key=len, reverse=True))
_YOURS = late(rf"\byour (?:late |dear |little |poor |elderly )?(?P<kin>(?:{_NAMES})(?:-in-law)?)\b")
_THEIRS = late(rf"\b(?P<kin>(?:step|great-?)?(?:{_NAMES})(?:-in-law)?)s?\b")
_MINE = late(
    rf"(?:\b(?:my|our|the) (?:[\w'-]+ ){{0,2}}?|^|[,;:] )(?P<kin>(?:{_NAMES})(?:-in-law)?)\b"
)
_WORD = late(r"[\w-]+")
_ANYBODY = late(r"\b(?:or|if|any|maybe|perhaps|another|instead|whether|also|both|not)\b")
_MOST = 30  # relatives of a message who are looked at
# A relative of a relative is somebody else's again: her brother is the writer's son.
_THEIR_OWN = late(rf"\b(?:her|his|their) (?:\w+ )?(?:{_NAMES})\b")


def relatives(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each relative whom the reply calls theirs, and the one whom they named."""
    prose = [sentence for sentence in reading.sentences if sentence.region in PROSE]
    yours = [(match, one) for one in prose for match in _YOURS.finditer(one.folded)][:_MOST]
    if not yours:
        return
    own = [sentence for sentence in customer.sentences if sentence.region in OWN]
    mine = [(match, one) for one in own for match in _MINE.finditer(one.folded)][:_MOST]
    words = {word for one in own for word in _WORD.findall(one.folded)}
    wrote = {_relation(match["kin"]) for one in own for match in _THEIRS.finditer(one.folded)}
    said = {_relation(match["kin"]) for one in prose for match in _THEIRS.finditer(one.folded)}
    if not mine or any(_THEIR_OWN.search(one.folded) for one in own):
        return
    for match, sentence in yours:
        kin = _relation(match["kin"])
        if kin in wrote or words & _OF_WHOM.get(kin, frozenset()):
            continue
        left = [(theirs, one) for theirs, one in mine if _relation(theirs["kin"]) not in said]
        span = Span(*match.span("kin")).shift(sentence.span.start)
        begins = clause(sentence, span).start
        if left and not _ANYBODY.search(sentence.folded, begins, match.start()):
            theirs, one = left[0]
            place = Span(*theirs.span("kin")).shift(one.span.start)
            yield span, told(customer.message, place)


def _relation(kin: str) -> str:
    bare = kin.removesuffix("-in-law")
    return _KIN.get(bare, bare) + kin[len(bare) :]
