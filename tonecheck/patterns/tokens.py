"""A phrase cut into tokens, its contractions written out and its groups not too deep."""

from __future__ import annotations

import re

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
_TOKEN = re.compile(r"\s*(…\??|\(|\)\?|\)|\||<[a-z]+>|~?[\w'&/+%#@*-]+|[,^$:—–!?.])")


class PhraseError(ValueError):
    """A phrase that cannot be used; says why."""


def tokens_of(phrase: str) -> list[str]:
    """Give the tokens of a phrase in lower case; raises `PhraseError` for what is none.

    A contraction becomes its words ("can't" is `can not`, "she'd" a group of both it may be).
    """
    tokens: list[str] = []
    at = 0
    text = phrase.strip().lower().replace("’", "'")
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            raise PhraseError(f"cannot read “{text[at:].strip()[:20]}”")
        token, at = found[1], found.end()
        tokens += ["…"] if token.startswith("…") else _uncontracted(token)
    _refuse_depth(tokens)
    return tokens


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
