"""The words of a request that name something, and those that name the same otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from tonecheck.checks.words import content, stem

# Words of requests that name nothing.
_FILLER = frozenset(
    stem(word)
    for word in (
        "tell send give know let please kindly share provide look find help need like would start "
        "set put exact exactly rough roughly approximately current currently usual usually perhaps "
        "also first just able further proceed sure make made happen detail details information "
        "question "
        "moment chance happy glad running have own concerned affected involved referring mean "
        "meant "
        "talking speak prefer want suit best good easy state advise remind specify include note "
        "reply write email message text receive forward attach upload supply add number code "
        "reference copy scan file document right correct kind type sort one ones thing quickly "
        "briefly possible possibly get see say ask arrange sorted idea name called "
        "customer old previous existing original lost broken damaged instance example height width "
        "depth length measure measurement dimension size yours mine ours theirs each every "
        "particular "
        "specific soon once dear".split()
    )
)
# Verbs as customers tell and requests ask, and nouns of them.
_KIN = {
    stem(one): stem(other)
    for one, other in (
        pair.split(":")
        for pair in (
            "built:build bought:buy purchase:buy sent:send left:leave broke:break broken:break "
            "came:come "
            "coming:come went:go paid:pay payment:pay lost:lose found:find sold:sell wrote:write "
            "spoke:speak "
            "took:take taken:take gave:give given:give held:hold kept:keep flew:fly flight:fly "
            "flying:fly "
            "fell:fall drove:drive rang:ring wore:wear worn:wear felt:feel heard:hear "
            "stood:stand met:meet "
            "began:begin chose:choose drank:drink ate:eat eat:eat slept:sleep arrival:arrive "
            "departure:depart delivery:deliver booking:book travelling:travel stayed:stay "
            "moving:move "
            "signature:sign signed:sign order:order ordered:order ending:end ends:end "
            "renewal:renew "
            "installation:install repair:repair accident:happen appointment:appoint "
            "treatment:treat "
            "dripping:drip started:start starting:start began:start happened:happen children:child "
            "allergies:allergic allergy:allergic leaking:leak".split()
        )
    )
}


def topic(folded: str) -> set[str]:
    """Give the stems of a folded text that name something, without words of requests."""
    return content(folded) - _FILLER


def kin(stems: Iterable[str]) -> set[str]:
    """Give stems with those of one root as one: `pay` for paid and payment."""
    return {_KIN.get(one, one) for one in stems}
