"""How common a word is in business mail: what an index should not be built on."""

from __future__ import annotations

_BY_RANK = """
the to you your we and of a for in is i it this that have on be our with are as if not will can
or at my by please from do was has an so me us thank thanks no but any would all been when there
what which they more out up just here get know let one about also how they'd them their he she
his her its may should could then than now only need had did does were am new like time see
order help use back make made after other some these those over into again who where very well
go day days today send sent email account contact want way work able ask take give find check
first last next before long still even because why off down too good great best sorry really
don't can't i'm i'll we'll you're it's that's we're hi hello dear regards team customer service
support question questions message issue problem number name date number page site website link
click phone call reply hear soon look looking forward happy hope right through same each since
being must might such every own both between under own while during though yet ever never always
nothing something anything everything someone anyone else two three much many few less most least
until within without against around another once here's there's let's say said tell told think
thought feel felt try tried come came going put keep kept set show shown seem seems sure please
payment paid pay price card refund return delivery item product parcel box shipping received
receive update details information access change password login user data file system app online
open close closed start end minute minutes hour hours week weeks month months year year's monday
tuesday wednesday thursday friday saturday sunday morning afternoon evening tomorrow yesterday
"""
_RANK = {word: rank for rank, word in reversed(list(enumerate(dict.fromkeys(_BY_RANK.split()))))}
COMMONEST = frozenset(list(_RANK)[-300:])
"""The 300 words that a grammar pattern may not rest on alone."""


def frequency(word: str) -> float:
    """Give a rough share of sentences that hold a word: Zipf's law over the list above."""
    rank = _RANK.get(word)
    return 0.0005 if rank is None else 1.0 / (rank + 3)
