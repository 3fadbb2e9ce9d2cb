"""Matters that people speak of in many words: whoever asks with one is answered with another."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from tonecheck.checks.words import content

_MONEY = """
pay paid cost costs price prices priced charge charged charges fee fees free refund refunded
discount discounts cheaper deposit money payment payments euro euros pound pounds included extra
"""
_MATTERS = """
dog dogs cat pet pets animal animals puppy four-legged
park parking car cars vehicle garage spaces
bike bikes bicycle bicycles e-bike e-bikes cycling
monday tuesday wednesday thursday friday saturday sunday weekend weekends weekday weekdays daily
holiday holidays christmas easter vacation vacations year-round
open opening opens closed closes close shut
valid expire expires expiry validity
include included includes contain contains part additional
safe harmless harm toxic tested danger dangerous
allow allowed permitted forbidden welcome prohibited
wash washed washing wash-proof clean cleaned dry-clean dry-cleaned cycle degrees softener laundry
photo photos picture pictures image images
start starts begin begins beginning
move moved moves transfer transferred
teacher trainer instructor coach teaches teach
vegetarian vegan meat meatless
child children kid kids baby toddler under-fives under-5s pram buggy pushchair son daughter little
vegan vegetarian gluten allergy allergies allergic nut nuts allergen allergens
wifi wi-fi internet online wireless network
stock available availability left sold
ship ships shipping deliver delivers delivery delivered send post postage courier driver van
return returns returned send exchange
document documents paper papers form forms passport certificate licence card
step steps step-free wheelchair lift ramp access accessible stairs level
phone call ring number telephone hotline
book booking reserve reservation reserved
warranty guarantee guaranteed covered cover covers
student students reduced concession discount discounts
size sizes small large medium width wide wider height high higher measure measures
long longer length short shorter
repair repaired fix fixed mend mended
breakfast lunch dinner meal meals food eat coffee bread rolls roll bakery café restaurant
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
_PRICED = frozenset().union(*(content(word) for word in _MONEY.split()))


def widened(words: AbstractSet[str], *, priced: bool = True) -> set[str]:
    """Give words with all that speak of the same matters; `priced`: of money too."""
    kin = [row for row in _KIN if row & words]
    if priced and _PRICED & words:
        kin.append(_PRICED)
    return set(words).union(*kin)
