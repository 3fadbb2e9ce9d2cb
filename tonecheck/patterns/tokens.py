"""A phrase cut into tokens, its contractions written out and its groups not too deep."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tonecheck.errors import did_you_mean
from tonecheck.patterns.classes import CLASSES

Lists = Mapping[str, Sequence[str]]
"""Word lists by name: what `<name>` stands for in a phrase."""

_DEEPEST = 20  # groups in groups; each costs Python's stack several calls
_SHORT_S = frozenset(["it", "that", "he", "she", "what", "there", "here", "who"])
_ENDINGS = (("n't", ("not",)), ("'re", ("are",)), ("'m", ("am",)), ("'ve", ("have",)))
_IRREGULAR = {
    "cannot": ("can", "not"),
    "can't": ("can", "not"),
    "ain't": ("ain't",),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
}
_TOKEN = re.compile(
    r"\s*(…\??|\(|\)\?|\)|\||<[a-z][a-z0-9-]*>[a-z']*|~?[\w'&/+%#@*-]+|[,^$:—–!?.])"
)


class PhraseError(ValueError):
    """A phrase that cannot be used; says why."""


def tokens_of(phrase: str, lists: Lists) -> list[str]:
    """Give the tokens of a phrase in lower case; raises `PhraseError` for what is none.

    A contraction becomes its words ("can't" is `can not`, "she'd" a group of both it may be), a
    list's name a group of what it stands for.
    """
    tokens = _expanded(_written(phrase), lists)
    _refuse_depth(tokens)
    return tokens


def _written(phrase: str) -> list[str]:
    tokens: list[str] = []
    at = 0
    text = phrase.strip().lower().replace("’", "'")
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise PhraseError(f"cannot read “{text[at:].strip()[:20]}”")
        token, at = found[1], found.end()
        _refuse_glue(text, found.start(1), at)
        tokens += ["…"] if token.startswith("…") else _uncontracted(token)
    return tokens


def _refuse_glue(text: str, start: int, end: int) -> None:
    """Refuse `(shout|yell)ing` and `un<word>`: only `<word>` takes an ending."""
    token, after = text[start:end], text[end : end + 1]
    if token in {")", ")?"} and (after.isalpha() or after == "<"):
        raise PhraseError(f"“{token}{after}…”: a group takes no ending; write the words out in it")
    if token[-1].isalnum() and after == "<":
        raise PhraseError(f"“{token}<…”: put a space before “<”")
    if token[-1].isalnum() and after == "(" and text[end + 1 : end + 2].isalpha():
        raise PhraseError(f"“{token}(…”: put a space before “(”, or write both words out")


def _expanded(tokens: list[str], lists: Lists) -> list[str]:
    """Put the words of lists in the place of their names."""
    out: list[str] = []
    for token in tokens:
        name, ending = token[1:].partition(">")[::2] if token.startswith("<") else ("", "")
        if ending and name != "word":
            raise PhraseError(f"“{token}”: only <word> takes an ending")
        if not name or name in CLASSES:
            out.append(token)
        elif name in lists:
            out += _group([_written(entry) for entry in lists[name]])
        else:
            known = (*CLASSES, *sorted(lists))
            hint = did_you_mean(name, known) or f"; there are {', '.join(f'<{c}>' for c in known)}"
            raise PhraseError(f"no class <{name}>{hint}")
    return out


def _group(branches: list[list[str]]) -> list[str]:
    inner = [token for branch in branches for token in ("|", *branch)]
    return ["(", *inner[1:], ")"]


def _refuse_depth(tokens: list[str]) -> None:
    depth = 0
    for token in tokens:
        depth += {"(": 1, ")": -1, ")?": -1}.get(token, 0)
        if depth > _DEEPEST:
            raise PhraseError(f"groups nested more than {_DEEPEST} deep; write them side by side")


def _uncontracted(token: str) -> list[str]:
    if token in _IRREGULAR:
        return list(_IRREGULAR[token])
    for ending, words in _ENDINGS:
        if token.endswith(ending) and len(token) > len(ending):
            return [token.removesuffix(ending), *words]
    if token.endswith("'ll") and len(token) > len("'ll"):
        return [token.removesuffix("'ll"), "will"]
    if token.endswith("'d") and len(token) > len("'d"):
        return [token.removesuffix("'d"), "(", "would", "|", "had", ")"]
    if token.endswith("'s") and token.removesuffix("'s") in _SHORT_S:
        return [token.removesuffix("'s"), "(", "is", "|", "has", ")"]
    return [token]
