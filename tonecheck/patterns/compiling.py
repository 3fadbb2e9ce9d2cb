"""Patterns as files write them, compiled; nothing here is needed once they are."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from tonecheck.errors import brief, did_you_mean
from tonecheck.language.sentences import LONGEST
from tonecheck.patterns import UNLESS, Patterns
from tonecheck.patterns.grammar import GrammarError, compile_syntax, compile_tokens, needed
from tonecheck.patterns.lexicon import ANYWHERE, Group, Needs, Pattern, Tier
from tonecheck.patterns.linear import RegexError, compile_regex, shortest
from tonecheck.patterns.phrases import Forms, Phrase, compile_phrase
from tonecheck.patterns.tokens import Lists, PhraseError


class PatternError(ValueError):
    """A pattern that cannot be used; says why, and how it is `written` where that is known."""

    def __init__(self, text: str, written: object = None) -> None:
        super().__init__(text)
        self.written = written


def compile_patterns(
    owner: str,
    number: int,
    patterns: Patterns,
    forms: Forms,
    lists: Lists = MappingProxyType({}),
) -> tuple[Group, list[Pattern]]:
    """Compile one owner's patterns into the group that will have a number.

    Raises `PatternError`, which names the pattern, for one that cannot match, has no starting
    word or can run away.
    """
    if not patterns:
        raise PatternError("no phrases, tokens, syntax or regex to look for")
    for scope in patterns.unless:
        if scope not in UNLESS:
            hint = did_you_mean(scope, UNLESS) or f"; there are {', '.join(UNLESS)}"
            raise PatternError(f"no scope ‘{brief(scope)}’{hint}", scope)
    compiled: list[Pattern] = []
    never = tuple(
        (phrase.regex, phrase.needs)
        for phrase in (_phrase(written, forms, lists) for written in patterns.never)
    )
    for written in patterns.phrases:
        phrase = _phrase(written, forms, lists)
        compiled.append(
            Pattern(number, "phrase", Tier.TEXT, phrase.regex, phrase.words, phrase.needs)
        )
    for written in patterns.regex:
        try:
            signals = compile_regex(written)
        except RegexError as error:
            raise PatternError(f"“{brief(written)}”: {error}", written) from error
        compiled.append(Pattern(number, "regex", Tier.TEXT, written, signals))
    compiled.extend(_grammar(number, patterns, forms))
    return Group(owner, patterns.unless, never), compiled


def _grammar(number: int, patterns: Patterns, forms: Forms) -> Iterator[Pattern]:
    for tokens in map(list, patterns.tokens):
        try:
            body, words, deep = compile_tokens(tokens, forms)
        except GrammarError as error:
            raise PatternError(f"a tokens pattern: {error}", tokens) from error
        tier = Tier.GRAMMAR if deep else Tier.TOKENS
        yield Pattern(number, "tokens", tier, body, words, _anywhere(body))
    for tree in map(list, patterns.syntax):
        try:
            body, words = compile_syntax(tree, forms)
        except GrammarError as error:
            raise PatternError(f"a syntax pattern: {error}", tree) from error
        yield Pattern(number, "syntax", Tier.GRAMMAR, body, words, _anywhere(body))


def _anywhere(body: list[dict[str, Any]]) -> Needs:
    return tuple((tuple(sorted(words)), ANYWHERE) for words in needed(body))


def _phrase(written: str, forms: Forms, lists: Lists) -> Phrase:
    try:
        phrase = compile_phrase(written, forms, lists)
    except PhraseError as error:
        raise PatternError(f"“{brief(written)}”: {error}", written) from error
    if len(written) > LONGEST and shortest(phrase.regex) > LONGEST:
        raise PatternError(
            f"“{brief(written)}”: longer than a sentence ever is ({LONGEST} characters), so it "
            "matches nothing; name its telling part",
            written,
        )
    return phrase
