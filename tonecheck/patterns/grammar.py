"""Patterns over tokens and parse trees, in the notation of spaCy's matchers.

Only attributes that the trimmed pipeline really sets are let through; `LEMMA` is rewritten to
the word forms, since without the lemmatizer it would silently match nothing.
"""

from __future__ import annotations

from typing import Any

from tonecheck.patterns.commonest import COMMONEST, frequency
from tonecheck.patterns.phrases import Forms

TokenAttrs = dict[str, Any]
"""One token's conditions, as spaCy documents them for its Matcher."""

_FLAGS = frozenset(
    [
        "IS_ALPHA",
        "IS_ASCII",
        "IS_DIGIT",
        "IS_LOWER",
        "IS_UPPER",
        "IS_TITLE",
        "IS_PUNCT",
        "IS_SPACE",
        "IS_SENT_START",
        "IS_QUOTE",
        "IS_BRACKET",
        "IS_CURRENCY",
        "LIKE_NUM",
        "LIKE_URL",
        "LIKE_EMAIL",
    ]
)
_VALUES = frozenset({"LOWER", "TEXT", "LEMMA", "TAG", "DEP"})
_NEEDS_PARSE = frozenset({"TAG", "DEP"})
_NODE_KEYS = frozenset({"LEFT_ID", "REL_OP", "RIGHT_ID", "RIGHT_ATTRS"})


class GrammarError(ValueError):
    """A token or syntax pattern that cannot be used; says why."""


def compile_tokens(
    pattern: list[TokenAttrs], forms: Forms
) -> tuple[list[TokenAttrs], tuple[str, ...], bool]:
    """Give the pattern for spaCy's Matcher, its starting words, and whether it needs a parse.

    Raises `GrammarError` for attributes that match nothing here, and for a pattern without a
    word that must be there.
    """
    rewritten = [_attributes(token, forms) for token in pattern]
    needs = [
        words
        for token in rewritten
        if token.get("OP", "1") in {"1", "+"} and (words := _words(token))
    ]
    parse = any(_NEEDS_PARSE & token.keys() for token in rewritten)
    return rewritten, _rarest(needs, parse=parse), parse


def compile_syntax(
    pattern: list[dict[str, Any]], forms: Forms
) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """Give the pattern for spaCy's DependencyMatcher and its starting words.

    Raises `GrammarError` as `compile_tokens` does, and for unknown or missing keys.
    """
    rewritten = []
    for node in pattern:
        if unknown := node.keys() - _NODE_KEYS:
            raise GrammarError(f"unknown key {min(unknown)}; a node has {_listed(_NODE_KEYS)}")
        if "RIGHT_ID" not in node or "RIGHT_ATTRS" not in node:
            raise GrammarError("a node needs RIGHT_ID and RIGHT_ATTRS")
        rewritten.append(node | {"RIGHT_ATTRS": _attributes(node["RIGHT_ATTRS"], forms)})
    needs = [words for node in rewritten if (words := _words(node["RIGHT_ATTRS"]))]
    return rewritten, _rarest(needs, parse=True)


def _attributes(token: TokenAttrs, forms: Forms) -> TokenAttrs:
    out: TokenAttrs = {}
    for key, value in token.items():
        if key == "OP":
            out[key] = value
        elif key in _FLAGS:
            out[key] = str(value).lower() == "true"
        elif key == "LEMMA":
            lemmas = value["IN"] if isinstance(value, dict) else [value]
            out["LOWER"] = {"IN": sorted({form for lemma in lemmas for form in forms(lemma)})}
        elif key in _VALUES:
            out[key] = value
        elif key == "POS":
            raise GrammarError("POS matches nothing without the attribute ruler; use TAG")
        else:
            raise GrammarError(
                f"{key} is not set by tonecheck's pipeline; use LOWER, LEMMA, TAG, DEP"
            )
    return out


def _words(token: TokenAttrs) -> frozenset[str] | None:
    for key in ("LOWER", "TEXT"):
        value = token.get(key)
        if isinstance(value, str):
            return frozenset({value.lower()})
        if isinstance(value, dict) and set(value) == {"IN"}:
            return frozenset(word.lower() for word in value["IN"])
    return None


def _rarest(needs: list[frozenset[str]], *, parse: bool) -> tuple[str, ...]:
    if not needs:
        raise GrammarError("no word that must be there; name one with LOWER or LEMMA")
    rarest = min(needs, key=lambda words: (sum(map(frequency, words)), sorted(words)))
    if parse and rarest & COMMONEST:
        common = ", ".join(sorted(rarest & COMMONEST)[:3])
        raise GrammarError(
            f"asks for a parse of every sentence with a common word ({common}); "
            "it must need a rarer one, or be a phrase"
        )
    return tuple(sorted(rarest))
