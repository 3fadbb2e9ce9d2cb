"""The phrase language of rules and acts: what it means, as a regex over a folded sentence.

    we (are|were) sorry      words; alternatives
    (so|very)? sorry         an optional group
    sorry … way              up to four words between, not across ; : . ? ! or brackets
    ~fail to                 every form of a verb
    <number> <unit>          a closed class of words
    <word>ing                a word with that ending, but not "thing" or "morning"
    <insult>                 a word of the list in rules/words/insult.yaml
    <word> is <same>         the word again that the phrase's first <word> stands for
    ^thanks    noted$        only at the sentence's start, only at its end
    sorry, but               a comma where it must stand

Case, curly quotes and contractions are one: the pattern is widened (`did not` also finds
"didn't"), the text is never altered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from types import MappingProxyType

from tonecheck.patterns.classes import CLASSES, WORD, ended
from tonecheck.patterns.commonest import frequency
from tonecheck.patterns.tokens import Lists, PhraseError, tokens_of

Forms = Callable[[str], tuple[str, ...]]
"""Gives every form of a verb, the verb itself first."""

GAP_WORDS = 4
_GAP = rf",?(?: +{WORD}){{0,{GAP_WORDS}}}"
_START = r"(?<!\w)(?<!\w[-'])"
_END = r"(?!\w)(?!-\w)(?!'t\b)"  # "we can" is not in "we can't"
_SIGNS = ",:—–!?."
_SAID = "<said>"  # a <word> that is to be repeated; a letter or two would be an accident

_AUXILIARIES = (
    "do does did is are was were has have had could would should must need might wo sha"
).split()
_BARE_NT = "|".join(rf"(?<=\b{verb}nt)" for verb in _AUXILIARIES)  # "went" is not "we not"
# What a word becomes when it leans on the word before it.
_LEANING = {
    "not": rf"(?: +not|n't|nt(?:{_BARE_NT})|(?<=\bcan)(?:not|'?t))",
    "are": r"(?: +are|'re)",
    "am": r"(?: +am|'m|(?<=\bi)m)",
    "is": r"(?: +is|'s)",
    "has": r"(?: +has|'s)",
    "have": r"(?: +have|'ve)",
    "had": r"(?: +had|'d)",
    "would": r"(?: +would|'d)",
    "will": r"(?: +(?:will|wo(?=n'?t))|'ll)",
}
_BEFORE_NOT = {"will": r"(?:will|wo(?=n'?t))", "shall": r"(?:shall|sha(?=n'?t))"}
_RUN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Node:
    """One element of a phrase: its regex alone and after a word, and what must be there."""

    first: str
    later: str
    needs: frozenset[str] | None  # one of these words; None when nothing is certain
    optional: bool = False
    gap: bool = False
    opens_with_sign: bool = False  # so that no word need end before it
    closes_with_sign: bool = False
    reach: int = 1  # the most spaces it can take in, the one before it included
    plain: tuple[str, ...] = ()  # its alternatives where each is one word that leans on none


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase ready to match: a regex whose group 1 is the hit, and what must be there.

    A sentence can only match if it holds a word of each of `needs`, in their order, each at most
    so many spaces after the one before; compiling a regex costs more than a thousand such looks.
    `words` is the rarest of these sets, for an index.
    """

    regex: str
    words: tuple[str, ...]
    needs: tuple[tuple[tuple[str, ...], int], ...]


def compile_phrase(phrase: str, forms: Forms, lists: Lists = MappingProxyType({})) -> Phrase:
    """Turn a phrase into a regex and the words one of which a sentence must hold.

    Raises `PhraseError` for broken brackets, a gap at an end, a list that does not exist, and a
    phrase without any word that must be there.
    """
    tokens = tokens_of(phrase, lists)
    at_start = tokens[:1] == ["^"]
    at_end = tokens[-1:] == ["$"]
    body = _repeated(tokens[at_start : len(tokens) - at_end])
    nodes, rest = _sequence(body, 0, forms)
    if rest != len(body):
        raise PhraseError(f"unbalanced “{body[rest]}”")
    if not nodes:
        raise PhraseError("an empty phrase")
    _refuse_loose_gaps(nodes, "of a phrase")
    rarest = _rarest(nodes)
    if rarest is None:
        raise PhraseError("no word that must be there: every part is optional or any word")
    opening = r"\A\W{0,3}" if at_start else _START
    if not at_start and _opens_with_sign(nodes):
        opening = rf"(?:{_START}|(?=[{_SIGNS}]))"
    closing = r"(?=\W*\Z)" if at_end else _END
    if not at_end and _closes_with_sign(nodes):
        closing = rf"(?:{_END}|(?<=[{_SIGNS}]))"
    return Phrase(
        f"{opening}({_emit(nodes)}){closing}",
        tuple(sorted(rarest)),
        tuple(_needs(nodes)),
    )


def _repeated(tokens: list[str]) -> list[str]:
    """Let the first `<word>` be remembered where `<same>` asks for it again."""
    asked = [at for at, token in enumerate(tokens) if token == "<same>"]
    if not asked:
        return tokens
    said = tokens.index("<word>") if "<word>" in tokens else len(tokens)
    if said > asked[0]:
        raise PhraseError("<same> repeats a <word> that stands before it")
    return [*tokens[:said], _SAID, *tokens[said + 1 :]]


def _sequence(tokens: list[str], at: int, forms: Forms) -> tuple[list[_Node], int]:
    nodes: list[_Node] = []
    while at < len(tokens) and tokens[at] not in {"|", ")", ")?"}:
        if tokens[at] == "(":
            node, at = _group(tokens, at + 1, forms)
            nodes.append(node)
            continue
        nodes.append(_leaf(tokens[at], tokens[at - 1] if at else "", forms))
        at += 1
    return nodes, at


def _group(tokens: list[str], at: int, forms: Forms) -> tuple[_Node, int]:
    branches: list[list[_Node]] = []
    while True:
        branch, at = _sequence(tokens, at, forms)
        branches.append(branch)
        if at >= len(tokens):
            raise PhraseError("a “(” without its “)”")
        closer = tokens[at]
        at += 1
        if closer != "|":
            break
    if any(not branch for branch in branches):
        raise PhraseError("an empty alternative; write (a|b)? for an optional group")
    for branch in branches:
        _refuse_loose_gaps(branch, "of an alternative")
        if all(node.optional for node in branch):
            raise PhraseError("an alternative that may be empty; write (a|b)? for a group that may")
    needs: set[str] | None = set()
    for branch in branches:
        rarest = _rarest(branch)
        if rarest is None or needs is None:
            needs = None
        else:
            needs |= rarest
    optional = closer == ")?"
    certain = None if optional or needs is None else frozenset(needs)
    if all(len(branch) == 1 and branch[0].plain for branch in branches):
        plain = tuple(word for branch in branches for word in branch[0].plain)
        return _of_words(plain, certain, optional=optional), at
    first = "|".join(_emit(branch) for branch in branches)
    later = "|".join(_emit(branch, start=False) for branch in branches)
    reach = max(sum(node.reach for node in branch) for branch in branches)
    node = _Node(
        f"(?:{first})",
        f"(?:{later})",
        certain,
        optional=optional,
        opens_with_sign=any(map(_opens_with_sign, branches)),
        closes_with_sign=any(map(_closes_with_sign, branches)),
        reach=reach,
    )
    return node, at


def _of_words(
    plain: tuple[str, ...], needs: frozenset[str] | None, *, optional: bool = False
) -> _Node:
    """Give a node of words that lean on none: with the space in front said once for all."""
    regex = plain[0] if len(plain) == 1 else f"(?:{'|'.join(plain)})"
    return _Node(regex, rf" +{regex}", needs, optional=optional, plain=plain)


def _opens_with_sign(nodes: Iterable[_Node]) -> bool:
    """Tell whether what nodes match may begin with punctuation."""
    for node in nodes:
        if node.opens_with_sign:
            return True
        if not node.optional:
            return False
    return False


def _closes_with_sign(nodes: Sequence[_Node]) -> bool:
    """Tell whether what nodes match may end with punctuation."""
    for node in reversed(nodes):
        if node.closes_with_sign:
            return True
        if not node.optional:
            return False
    return False


def _refuse_loose_gaps(nodes: list[_Node], of_what: str) -> None:
    """Refuse a gap that has no words on one side: it would take in whatever stands there."""
    firm = [node for node in nodes if not node.optional]
    if firm and (firm[0].gap or firm[-1].gap):
        raise PhraseError(f"“…” cannot stand at an end {of_what}")


def _leaf(token: str, before: str, forms: Forms) -> _Node:
    if token == "…":
        return _Node(_GAP, _GAP, None, gap=True, reach=GAP_WORDS)
    if token.startswith("<"):
        name, _, ending = token[1:].partition(">")
        regex, needs = (ended(ending), frozenset[str]()) if ending else _class(name)
        return _Node(regex, rf" +{regex}", needs or None, reach=2)  # "3 pm", "working days"
    if token in "^$":
        raise PhraseError(f"“{token}” stands at an end of the phrase only")
    if token in _SIGNS:
        sign = re.escape(token)
        return _Node(sign, rf" *{sign}", None, opens_with_sign=True, closes_with_sign=True)
    words = forms(token[1:]) if token.startswith("~") else (token,)
    needs = frozenset(map(_signal, words))
    if not any(_leans(word, before) for word in words):
        return _of_words(tuple(map(re.escape, words)), needs)
    first = "|".join(_BEFORE_NOT.get(word, re.escape(word)) for word in words)
    later = "|".join(_leaning(word, before) for word in words)
    return _Node(f"(?:{first})", f"(?:{later})", needs)


def _leans(word: str, before: str) -> bool:
    return word in _LEANING or word in _BEFORE_NOT or (word == "us" and before == "let")


def _signal(word: str) -> str:
    """Give what the index of words knows a word by: "24/7" and "e-mail's" are several there.

    The rarest of these hides most sentences: "minded" of "closed-minded".
    """
    runs = _RUN.findall(word)
    return min(runs, key=lambda run: (frequency(run), -len(run)), default=word[0])


def _leaning(word: str, before: str) -> str:
    if word == "us" and before == "let":
        return r"(?: +us|'s)"
    plain = _BEFORE_NOT.get(word, re.escape(word))
    return _LEANING.get(word, rf" +{plain}")


def _class(name: str) -> tuple[str, frozenset[str]]:
    if name == _SAID[1:-1]:
        return r"(?P<said>[^\W\d_]{3,30})", frozenset()
    return CLASSES[name]


def _emit(nodes: list[_Node], *, start: bool = True) -> str:
    """Join nodes; while everything so far is optional, spaces follow instead of leading."""
    out: list[str] = []
    for node in nodes:
        if start and node.optional:
            out.append(rf"(?:{node.first} +)?")
        elif start:
            out.append(node.first)
            start = False
        else:
            out.append(f"(?:{node.later})?" if node.optional else node.later)
    return "".join(out)


def _needs(nodes: list[_Node]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Give the sets of words one of each of which must be there, and how far from the last."""
    spaces = 0
    for node in nodes:
        spaces += node.reach
        if node.needs:
            yield tuple(sorted(node.needs)), spaces
            spaces = node.reach - 1  # its word may stand at its beginning


def _rarest(nodes: list[_Node]) -> frozenset[str] | None:
    certain = [node.needs for node in nodes if node.needs]
    return min(certain, key=_commonness, default=None)


def _commonness(words: frozenset[str]) -> tuple[float, list[str]]:
    return fsum(map(frequency, words)), sorted(words)
