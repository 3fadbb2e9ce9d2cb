"""Patterns over tokens and parse trees, in the notation of spaCy's matchers.

Only attributes that the trimmed pipeline really sets are let through; `LEMMA` is rewritten to
the word forms, since without the lemmatizer it would silently match nothing.
"""

from __future__ import annotations

import re
from math import fsum
from typing import Any

from tonecheck.patterns.commonest import COMMONEST, frequency
from tonecheck.patterns.phrases import Forms

TokenAttrs = dict[str, Any]
"""One token's conditions, as spaCy documents them for its Matcher."""

_FLAGS = frozenset(
    "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_UPPER IS_TITLE IS_PUNCT IS_SPACE IS_QUOTE IS_BRACKET "
    "IS_CURRENCY LIKE_NUM LIKE_URL LIKE_EMAIL".split()
)
_VALUES = frozenset({"LOWER", "TEXT", "LEMMA", "TAG", "DEP"})
_NEEDS_PARSE = frozenset({"TAG", "DEP"})
_NODE_KEYS = ("RIGHT_ID", "RIGHT_ATTRS", "LEFT_ID", "REL_OP")
_RELATIONS = frozenset("< > << >> . .* ; ;* $+ $- $++ $-- >+ >- >++ >-- <+ <- <++ <--".split())
_REPEATS = re.compile(r"[!?+*1]|\{\d{1,2}\}|\{\d{1,2},\d{0,2}\}|\{,\d{1,2}\}")
_SPLIT = {"ca": "can", "wo": "will", "sha": "shall", "nt": "not"}  # spaCy's halves of words
_APOSTROPHE = "'"  # what the index knows "n't" and "'ll" by: spaCy's tokens, but no words


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
    needs = needed(rewritten)
    parse = any(_NEEDS_PARSE & token.keys() for token in rewritten)
    return rewritten, _rarest(needs, parse=parse), parse


def compile_syntax(
    pattern: list[dict[str, Any]], forms: Forms
) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """Give the pattern for spaCy's DependencyMatcher and its starting words.

    Raises `GrammarError` as `compile_tokens` does, and for unknown or missing keys.
    """
    rewritten = []
    named: set[str] = set()
    for node in pattern:
        _refuse_node(node, named)
        named.add(node["RIGHT_ID"])
        rewritten.append(node | {"RIGHT_ATTRS": _attributes(node["RIGHT_ATTRS"], forms)})
    return rewritten, _rarest(needed(rewritten), parse=True)


def needed(body: list[dict[str, Any]]) -> list[frozenset[str]]:
    """Give the sets of words, one of each of which a compiled pattern needs in a sentence."""
    tokens = [entry.get("RIGHT_ATTRS", entry) for entry in body]
    certain = [token for token in tokens if token.get("OP", "1") in {"1", "+"}]
    return [words for token in certain if (words := _words(token))]


def _refuse_node(node: dict[str, Any], named: set[str]) -> None:
    """Refuse what spaCy would only refuse in the middle of a run."""
    if unknown := node.keys() - set(_NODE_KEYS):
        raise GrammarError(f"unknown key {min(unknown)}; a node has {', '.join(_NODE_KEYS)}")
    needed = _NODE_KEYS if named else _NODE_KEYS[:2]
    if missing := [key for key in needed if key not in node]:
        raise GrammarError(f"a node needs {' and '.join(needed)}; {missing[0]} is missing")
    if named and node["LEFT_ID"] not in named:
        raise GrammarError(f"LEFT_ID {node['LEFT_ID']} names no node before it")
    if named and node["REL_OP"] not in _RELATIONS:
        raise GrammarError(f"no REL_OP {node['REL_OP']}; there are {' '.join(sorted(_RELATIONS))}")
    if not isinstance(node["RIGHT_ATTRS"], dict):
        raise GrammarError("RIGHT_ATTRS is a mapping such as {LOWER: sorry}")


def _attributes(token: TokenAttrs, forms: Forms) -> TokenAttrs:
    out: TokenAttrs = {}
    for key, value in token.items():
        if key == "OP":
            if not _REPEATS.fullmatch(value):
                raise GrammarError(f"no OP {value}; there are ! ? + * {{2}} {{1,3}}")
            out[key] = value
        elif key in _FLAGS:
            out[key] = str(value).lower() == "true"
        elif key == "LEMMA":
            lemmas = _one_of(value)
            if not lemmas:
                raise GrammarError("LEMMA is one word or {IN: [words]}")
            out["LOWER"] = {"IN": sorted({form for lemma in lemmas for form in forms(lemma)})}
        elif key in _VALUES:
            if key == "LOWER" and any(word != word.lower() for word in _one_of(value)):
                raise GrammarError(f"LOWER {value} has capitals and would match nothing")
            out[key] = value
        elif key == "POS":
            raise GrammarError("POS matches nothing without the attribute ruler; use TAG")
        else:
            raise GrammarError(
                f"{key} is not set by tonecheck's pipeline; use LOWER, LEMMA, TAG, DEP"
            )
    return out


def _one_of(value: Any) -> list[str]:  # noqa: ANN401 - as YAML gives it
    """Give the words of `word` or `{IN: [words]}`; none for other conditions."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict) and set(value) == {"IN"} and isinstance(value["IN"], list):
        return value["IN"]
    return []


def _words(token: TokenAttrs) -> frozenset[str]:
    """Give the words one of which a token must be, as the index knows them; none for any word."""
    words = _one_of(token.get("LOWER")) or _one_of(token.get("TEXT"))
    return frozenset(
        _APOSTROPHE if _APOSTROPHE in word else _SPLIT.get(word.lower(), word.lower())
        for word in words
    )


def _rarest(needs: list[frozenset[str]], *, parse: bool) -> tuple[str, ...]:
    if not needs:
        raise GrammarError("no word that must be there; name one with LOWER or LEMMA")
    common = {*COMMONEST, _APOSTROPHE}
    # A long list of rare words may be seen as often as one common word: it does all the same.
    fit = [words for words in needs if not parse or not words & common]
    rarest = min(fit or needs, key=lambda words: (fsum(map(_cost, words)), sorted(words)))
    if not fit:
        named = ", ".join(sorted(rarest & common)[:3])
        raise GrammarError(
            f"asks for a parse of every sentence with a common word ({named}); "
            "it must need a rarer one, or be a phrase"
        )
    return tuple(sorted(rarest))


def _cost(word: str) -> float:
    return 0.3 if word == _APOSTROPHE else frequency(word)
