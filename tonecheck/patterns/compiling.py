"""Patterns as files write them, compiled; nothing here is needed once they are."""

from __future__ import annotations

from tonecheck.patterns import UNLESS, Patterns
from tonecheck.patterns.grammar import GrammarError, compile_syntax, compile_tokens
from tonecheck.patterns.lexicon import Group, Pattern, Tier
from tonecheck.patterns.linear import RegexError, compile_regex
from tonecheck.patterns.phrases import Forms, Phrase, PhraseError, compile_phrase


class PatternError(ValueError):
    """A pattern that cannot be used; names its field and says why."""


def compile_patterns(
    owner: str, number: int, patterns: Patterns, forms: Forms
) -> tuple[Group, list[Pattern]]:
    """Compile one owner's patterns into the group that will have a number.

    Raises `PatternError`, which names the pattern, for one that cannot match, has no starting
    word or can run away.
    """
    unknown = set(patterns.unless) - set(UNLESS)
    if unknown:
        raise PatternError(f"unless: no scope ‘{min(unknown)}’; there are {', '.join(UNLESS)}")
    compiled: list[Pattern] = []
    never = tuple(_phrase(written, forms).regex for written in patterns.never)
    for written in patterns.phrases:
        phrase = _phrase(written, forms)
        compiled.append(Pattern(number, "phrase", Tier.TEXT, phrase.regex, phrase.words))
    for written in patterns.regex:
        try:
            signals = compile_regex(written)
        except RegexError as error:
            raise PatternError(f"“{written}”: {error}") from error
        compiled.append(Pattern(number, "regex", Tier.TEXT, written, signals))
    try:
        for tokens in patterns.tokens:
            body, words, deep = compile_tokens(list(tokens), forms)
            tier = Tier.GRAMMAR if deep else Tier.TOKENS
            compiled.append(Pattern(number, "tokens", tier, body, words))
        for tree in patterns.syntax:
            nodes, words = compile_syntax(list(tree), forms)
            compiled.append(Pattern(number, "syntax", Tier.GRAMMAR, nodes, words))
    except GrammarError as error:
        raise PatternError(f"tokens or syntax pattern: {error}") from error
    return Group(owner, patterns.unless, never), compiled


def _phrase(written: str, forms: Forms) -> Phrase:
    try:
        return compile_phrase(written, forms)
    except PhraseError as error:
        raise PatternError(f"“{written}”: {error}") from error
