"""Names of people compared: the same person, a nickname, or a slip of the pen."""

from __future__ import annotations

import re
from functools import cache
from unicodedata import normalize

from tonecheck.late import late

_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir madam rev capt herr frau mme jr sr".split()
)
_PARTICLES = frozenset("van von der den de del della di da dos du la le el al bin ibn ter".split())
_NOT_A_PERSON = late(
    r"\d|\b(?:ltd|limited|inc|llc|llp|plc|gmbh|ag|bv|corp|co|company|group|team|support|service|"
    r"services|desk|sales|info|help|admin|office|accounts?|billing|shop|store|care|customers?|"
    r"guest|user|unknown|anonymous|noreply|no-reply|test|department|the|and|my|your)\b|[&@_/+]",
    re.IGNORECASE,
)
_APART = late(r"[\s,.;()\"“”]+")
_COUPLE = late(r"^(?:mr|dr|herr)\.? (?:and|&|und) (?:mrs|ms|dr|frau)\.? ", re.IGNORECASE)
_SPELT_OUT = str.maketrans(
    {"ı": "i", "ð": "d", "þ": "th", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"}
)
_LONG = 5
_TRANSCRIBED = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("ks", "x"))

# Short forms of one name each row; those that are its first letters, two or more fewer, need none.
# Spellings of the name itself stand before the colon: one of them is a mistake for another.
_NICKNAMES = """\
abigail: abby gail
agnes: aggie
albert: bert al
alexander: sandy sasha xander alec lex al
alexandra: sandra sandy sasha lexi lexie
alfred: fred freddie alfie al
amanda: mandy
andrew: drew andy
ann anne: annie nan nancy
anna: annie nan
anthony: tony
antonia: toni
arthur: art artie
barbara: barb babs barbie
bartholomew: bart
beatrice: bea trixie
benjamin: ben benny benji
bernard: bernie
bridget: biddy bridie
caroline: carrie caz
catherine katherine kathryn katharine: cathy kathy kate katie kat kitty kay kit
cecilia: cissy celia
charles: charlie chuck chas chaz
charlotte: lottie charlie lotte
christina christine: chrissy tina chris kirsty
christopher: kit topher chris
clarence: clancy
cynthia: cindy
daniel: dan danny
david: dave davy
deborah: debbie debra debby
denise: denny
dennis: denny
dominic: nick dom
donald: don donnie
dorothy: dot dottie dolly
edmund: ed eddie ned ted
edward: ed eddie ned ted teddy
edwin: ed eddie
eleanor: ellie nell nora nellie lennie
elizabeth: liz lizzie lizzy beth betty bess bessie eliza libby lisa elsie betsy lisbet
emily: em emmy millie
emma: em emmy
ernest: ernie
eugene: gene
evelyn: evie
florence: flo florrie flossie
frances: fran fanny frankie
francis: frank frankie
frederick: fred freddie freddy
gabriel: gabe
gabrielle: gabby
george: georgie
gerald: gerry jerry
geraldine: gerry
gertrude: trudy gertie
gregory: greg
gwendolyn: gwen wendy
harold: harry hal
harriet: hattie harry
helen: nell nellie
henrietta: hetty etta
henry: harry hank hal
herbert: bert herb
hubert: bert
isabel isabella isobel: bella izzy belle
jacob: jake
jacqueline: jackie jacqui
james: jim jimmy jamie jem
jane: janie jenny
janet: jan
jason: jay
jeffrey geoffrey: jeff geoff
jennifer: jen jenny jenn
jeremy: jerry
jessica: jess jessie
joan: joanie
joanna joanne: jo
john: jack johnny jon
jonathan: jon jonny johnny
joseph: joe joey jo
josephine: jo josie
joshua: josh
judith: judy
julia julie: jules
kenneth: ken kenny
kimberly: kim
laura: laurie
lawrence laurence: larry laurie
leonard: leo len lenny
leopold: leo
leslie: les
lewis louis: lou louie
louise: lou
lillian: lily lil
lucinda: lucy cindy
lucille: lucy
madeleine: maddie maddy
margaret: peggy peg meg maggie marge margie greta daisy rita madge
maria: mia
martha: marty patty
martin: marty
mary: molly polly may mamie
matilda: tilly tilda
matthew: matt matty
maximilian: max
melissa: mel missy lissa
michael: mike mick mickey micky mikey
mildred: millie
miriam: mimi
nathaniel: nathan nat nate
natalie: nat
nicholas: nick nicky
nicola: nicky
oliver: ollie
olivia: liv livvy ollie
pamela: pam
patricia: pat patty tricia trish
patrick: pat paddy
penelope: penny
peter: pete
philip phillip: phil pip
philippa: pippa pip
priscilla: cilla prissy
rachel: rach
raymond: ray
rebecca: becky becca
reginald: reg reggie
richard: dick rick ricky rich richie
robert: bob bobby rob robbie bert
roberta: bobbie
roger: rodge
ronald: ron ronnie
rosamund rosemary: rosie rose roz
russell: russ
ruth: ruthie
samantha: sam sammy
samuel: sam sammy
sarah: sally sadie
stanley: stan
stephanie: steph stevie
stephen steven: steve stevie
susan susanna: sue susie suzie
sylvia: syl
tabitha: tabby
terence: terry
teresa theresa: terry tess tessa
theodore: ted theo teddy
thomas: tom tommy
timothy: tim timmy
tobias: toby
valerie: val
vanessa: nessa
veronica: ronnie vera
victor: vic
victoria: vicky vicki tori vic
vincent: vin vinnie
violet: vi
virginia: ginny
walter: walt wally
wilhelmina: mina minnie
william: bill billy will willy liam
winifred: winnie freda
yvonne: evie
zachary: zach zack zac
"""


def parts(name: str) -> list[str]:
    """Give the words of a name, folded to be compared, without titles and particles.

    "Dr. Siobhán O'Neill-Ray" gives `siobhan` and `oneillray`. A name of particles alone keeps them.
    """
    words = [word for word in (fold(part) for part in _APART.split(_COUPLE.sub("", name))) if word]
    telling = [word for word in words if word not in _TITLES]
    return [word for word in telling if word not in _PARTICLES] or telling


def fold(name: str) -> str:
    """Give a name without case, marks, hyphens and apostrophes."""
    small = normalize("NFKD", normalize("NFKD", name).casefold())
    return "".join(sign for sign in small if sign.isalnum()).translate(_SPELT_OUT)


def is_person(name: str) -> bool:
    """Tell whether a name is likely a person's, in letters that can be compared with others."""
    found = parts(name)
    return (
        0 < len(found) <= 5
        and len(name) <= 80
        and not _NOT_A_PERSON.search(_COUPLE.sub("", name))
        and all("a" <= sign <= "z" for word in found for sign in word)
        and any(len(word) > 1 for word in found)
    )


def is_given(name: str) -> bool:
    """Tell whether a name is a given name, or a short form of one of English."""
    folded = fold(name)
    return folded in _nicknames() or folded in _given_names()


def alike(one: str, other: str) -> bool:
    """Tell whether two folded words may name one person: equal, a nickname, or an initial.

    The first three letters or more are a nickname where they leave out two letters at least: one
    letter fewer, as in Sara and Sarah, is another name.
    """
    one, other = _transcribed(one), _transcribed(other)
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and (len(short) == 1 or 3 <= len(short) <= len(long) - 2):
        return True
    known = _nicknames()
    return one in known.get(other, ()) or other in known.get(one, ())


def _transcribed(name: str) -> str:
    """Spell ä, ö, ü and x as one letter; short names have such letters of their own: Joe, Mae."""
    if len(name) < _LONG:
        return name
    for two, single in _TRANSCRIBED:
        name = name.replace(two, single)
    return name


@cache
def _given_names() -> frozenset[str]:
    from tonecheck.given_names import ANYONES, MEN, WOMEN

    return WOMEN | MEN | ANYONES


@cache
def _nicknames() -> dict[str, set[str]]:
    """Give the short forms of each name."""
    found: dict[str, set[str]] = {}
    for row in _NICKNAMES.splitlines():
        names, _, short = row.partition(": ")
        for name in names.split():
            found.setdefault(name, set()).update(short.split())
        for nickname in short.split():
            found.setdefault(nickname, set())
    return found
