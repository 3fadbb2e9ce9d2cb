"""Nouns none of which goes by the name of another: the customer's boots are not “your sandals”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from tonecheck.acts import Reading
from tonecheck.checks.contradictions.clauses import clause
from tonecheck.checks.facts import told
from tonecheck.language import Sentence
from tonecheck.late import late
from tonecheck.message import OWN, What
from tonecheck.text import Span

# A row is a kind, of which each thing has one; what joins two words is a name of the same thing.
_GOODS = """\
boots sandals trainers=sneakers slippers heels loafers
jumper=sweater=pullover=cardigan shirt=blouse dress skirt trousers=jeans coat=jacket scarf \
gloves hat=cap swimsuit=bikini socks tie
ring necklace=pendant=chain bracelet=bangle earrings brooch watch
kettle toaster blender mixer grill=barbecue microwave juicer
fridge freezer oven=cooker dishwasher dryer=drier washing-machine hoover
desk sofa=couch=settee armchair wardrobe bookcase=shelf rug=carpet lamp mattress stool \
sideboard
duvet=quilt pillow=cushion towel curtain blanket=throw
pram=buggy=stroller=pushchair cot=crib highchair
violin cello viola guitar piano flute trumpet clarinet saxophone harp ukulele accordion drums
roses tulips lilies sunflowers orchids carnations peonies dahlias
suitcase rucksack=backpack handbag briefcase
"""
# Of these a reply may well speak on its own, so that only "your kitchen" is the customer's.
_OTHERS = """\
wrist ankle knee elbow shoulder hip neck thumb toe finger rib heel
kitchen bathroom bedroom hallway=hall cellar=basement attic=loft garage balcony nursery
birthday anniversary wedding christening=baptism funeral graduation engagement
van=lorry=truck motorbike=motorcycle bike=bicycle scooter=moped caravan=motorhome=camper
volvo skoda audi bmw mercedes toyota honda ford fiat renault peugeot citroen opel=vauxhall \
vw=volkswagen nissan mazda hyundai kia tesla porsche jaguar
nikon canon fuji=fujifilm sony leica olympus panasonic pentax
iphone samsung=galaxy huawei nokia oneplus xiaomi fairphone
printer scanner monitor keyboard headset webcam
lenovo=thinkpad dell asus acer macbook
bosch siemens miele aeg whirlpool electrolux beko
paypal mastercard amex klarna
yoga pilates zumba spinning aerobics boxing judo karate ballet tango salsa tennis badminton \
squash golf football=soccer swimming
mower strimmer=trimmer chainsaw drill sander jigsaw
flight train ferry cruise coach=bus
breakfast lunch dinner=supper brunch
maths=mathematics biology chemistry physics history geography
"""
_WORD = late(r"washing[ -]machine|[a-z]+")
_YOURS = late(r"\byour (?:[a-z'-]+ ){0,2}$")
_THE = late(r"\bthe (?:[a-z'-]+ )?$")
_BOUGHT = late(
    r"^ (?:that |which )?(?:you(?:'ve| have| had)? (?:\w+ )?(?:bought|ordered|chose|booked|had|"
    r"sent|brought|returned|rented|hired|hurt|broke)|from your)\b"
)
_ELSE = late(
    r"\b(?:another|others?|instead|next|also|if|or|rather|than|swap\w*|chang\w*|"
    r"upgrad\w*|not|never|maybe|perhaps|match\w*)\b|n't\b"
)
_OF_ANOTHER = late(
    r"^ (?:strap|bag|case|cover|park|hours|number|call|code|game|room|table|time)s?\b"
)


class _Noun(NamedTuple):
    kind: int
    thing: str
    span: Span
    sentence: Sentence


def nouns(reading: Reading, customer: Reading) -> Iterator[tuple[Span, str]]:
    """Yield each noun that the reply calls the customer's, who names another of its kind alone."""
    ours = list(_found(reading.own))
    theirs = list(_found(s for s in customer.sentences if s.region in OWN)) if ours else []
    said, wrote = {one.thing for one in ours}, {one.thing for one in theirs}
    for one in ours:
        others = [other for other in theirs if other.kind == one.kind]
        alone = len({other.thing for other in others}) == 1
        if one.thing in wrote or not alone or others[0].thing in said:
            continue
        is_goods = one.kind < _GOODS.count("\n")
        here = _is_theirs(one.sentence, one.span, is_goods=is_goods)
        if here and not _is_name(reading, one.span):
            yield one.span, told(customer.message, others[0].span)


def _found(sentences: Iterable[Sentence]) -> Iterator[_Noun]:
    for sentence in sentences:
        for match in _WORD.finditer(sentence.folded):
            known = _things().get(_single(match.group().replace(" ", "-")))
            if known is not None:
                yield _Noun(*known, Span(*match.span()).shift(sentence.span.start), sentence)


def _is_theirs(sentence: Sentence, span: Span, *, is_goods: bool) -> bool:
    here = clause(sentence, span)
    start, end = span.start - sentence.span.start, span.end - sentence.span.start
    before, after = sentence.folded[here.start : start], sentence.folded[end : here.end]
    yours = _YOURS.search(before)
    theirs = yours or _BOUGHT.search(after) or (is_goods and _THE.search(before))
    if _OF_ANOTHER.search(after) or not theirs:
        return False
    return _ELSE.search(yours.group() if yours else before) is None


def _is_name(reading: Reading, span: Span) -> bool:
    return any(mark.span.overlaps(span) for mark in reading.message.marked(What.NAME))


@cache
def _things() -> dict[str, tuple[int, str]]:
    """Give the number of its kind and its first name by each name of a thing."""
    found = {}
    for number, row in enumerate((_GOODS + _OTHERS).splitlines()):
        for names in row.split():
            first, *others = (_single(name) for name in names.split("="))
            for name in (first, *others):
                found[name] = (number, first)
    return found


def _single(word: str) -> str:
    """Give a noun without its plural's ending."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")
