"""All patterns of a run behind one word index, and what they find in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from tonecheck.language import Scope, parse, places, scopes, tokenize
from tonecheck.patterns.matchers import Matchers
from tonecheck.patterns.scales import Scale
from tonecheck.text import Span

_CAPS = re.compile(r"[A-Z]{2}")
_DIGIT = re.compile(r"\d")
_RUN = re.compile(r"\w+")


class Tier(StrEnum):
    """What a pattern needs of a sentence, cheapest first."""

    TEXT = "text"
    TOKENS = "tokens"
    GRAMMAR = "grammar"


class Status(StrEnum):
    """How words stand in their sentence; only `said` and `asked` ones count."""

    SAID = "said"
    QUOTED = "quoted"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"
    REPORTED = "reported"
    ASKED = "asked"


_VOIDING = (Scope.QUOTED, Scope.REPORTED, Scope.NEGATED, Scope.HYPOTHETICAL)


class Hit(NamedTuple):
    """Words of a sentence that a pattern of an owner matches; the span counts from its start."""

    owner: str
    span: Span
    status: Status

    @property
    def counts(self) -> bool:
        """Tell whether the words are really said."""
        return self.status in {Status.SAID, Status.ASKED}


Needs = Sequence[tuple[Sequence[str], int]]
"""What must be in a sentence: a word of each set, in their order, so many spaces on at most."""
ANYWHERE = -1
"""Instead of a number of spaces: the word may stand anywhere in the sentence."""


class Group(NamedTuple):
    """Patterns of one owner that share their guards."""

    owner: str
    unless: tuple[str, ...]
    never: Sequence[tuple[str, Needs]] = ()


class Pattern(NamedTuple):
    """One compiled pattern: `body` is a regex, or a list for one of spaCy's matchers.

    A sentence needs one of `words`, and one of each of `needs` in their order. These are words
    of the sentence, or its punctuation characters, `<digit>` and `<caps>`.
    """

    group: int
    kind: str  # phrase | regex | tokens | syntax
    tier: Tier
    body: Any
    words: Sequence[str]
    needs: Needs = ()


class Analysis:
    """What is known of one distinct sentence: a pure function of its masked text.

    Its words decide at once which patterns they could start. Text patterns are looked for when
    their owner is first asked for, token and grammar patterns when they are settled: most owners
    are never asked for.
    """

    def __init__(self, lexicon: Lexicon, masked: str, folded: str) -> None:
        self.masked = masked
        self.folded = folded
        self.places = _places(masked, folded)
        self.pending: dict[str, list[int]] = {}
        self._lexicon = lexicon
        self._startable: dict[str, list[int]] = {}
        self._hits: dict[str, list[Hit]] = {}
        for number in lexicon.startable(self.places):
            owner, tier = lexicon.owner(number), lexicon.patterns[number].tier
            waiting = self._startable if tier is Tier.TEXT else self.pending
            waiting.setdefault(owner, []).append(number)
        self.owners = frozenset(self._startable) | frozenset(self.pending)

    @cached_property
    def scopes(self) -> tuple[tuple[Scope, Span], ...]:
        """Give the sentence's scopes, worked out when first asked for."""
        return scopes(self.folded)

    def hits(self, owner: str) -> list[Hit]:
        """Give the hits of an owner among the patterns settled so far, text patterns included."""
        for number in self._startable.pop(owner, ()):
            for start, end in self._lexicon.find(number, self):
                self.add(number, start, end)
        return self._hits.get(owner, [])

    def scale(self, name: str) -> Scale:
        """Give a scale to weigh the sentence on; raises `KeyError` for one not there."""
        return self._lexicon.scales[name]

    def add(self, number: int, start: int, end: int) -> None:
        """Note a hit of a pattern unless its owner's guards void it or it is known already."""
        group = self._lexicon.groups[self._lexicon.patterns[number].group]
        if any(
            max(start, voided.start) < min(end, voided.end)
            for voided in self._lexicon.never(group, self)
        ):
            return
        hit = Hit(group.owner, Span(start, end), _status(self, start, group.unless))
        hits = self._hits.setdefault(group.owner, [])
        if hit not in hits:
            hits.append(hit)


class Lexicon:
    """The patterns of a library; immutable but for regexes and matchers built at first use.

    `index` gives the numbers of the patterns that a word can start, `owners` the owner of each
    group; they are made from patterns and groups where they are not known.
    """

    def __init__(
        self,
        groups: Sequence[Group],
        patterns: Sequence[Pattern],
        index: Mapping[str, Sequence[int]] | None = None,
        owners: Sequence[str] | None = None,
        scales: Mapping[str, Scale] = MappingProxyType({}),
    ) -> None:
        self.groups = groups
        self.owners = [group.owner for group in groups] if owners is None else owners
        self.patterns = patterns
        self.index = _indexed(patterns) if index is None else index
        self.scales = scales
        self._regexes: dict[str, re.Pattern[str]] = {}
        self._matchers = Matchers()

    def owner(self, number: int) -> str:
        """Give the owner of a pattern."""
        return self.owners[self.patterns[number].group]

    def startable(self, known: dict[str, list[int]]) -> list[int]:
        """Give the patterns that a sentence with these words could match, in order."""
        numbers = {n for word in known.keys() & self.index.keys() for n in self.index[word]}
        return [n for n in sorted(numbers) if _in_reach(self.patterns[n].needs, known)]

    def find(self, number: int, analysis: Analysis) -> Iterator[tuple[int, int]]:
        """Yield where a text pattern matches in a sentence."""
        pattern = self.patterns[number]
        text = analysis.folded if pattern.kind == "phrase" else analysis.masked
        for found in self._regex(pattern.body).finditer(text):
            yield found.span(1) if found.re.groups and found[1] else found.span()

    def never(self, group: Group, analysis: Analysis) -> Iterator[Span]:
        """Yield the stretches of a sentence in which hits of a group are void."""
        for regex, needs in group.never:
            if _in_reach(needs, analysis.places):
                for found in self._regex(regex).finditer(analysis.folded):
                    yield Span(*found.span(1))

    def settle(self, wanted: Iterable[tuple[Analysis, frozenset[str]]]) -> tuple[int, int]:
        """Decide pending patterns of the named owners.

        Gives how many sentences were tokenized and how many were parsed.
        """
        tokens: list[tuple[Analysis, list[int]]] = []
        grammar: list[tuple[Analysis, list[int]]] = []
        for analysis, owners in wanted:
            numbers = sorted(n for owner in owners for n in analysis.pending.get(owner, ()))
            if numbers:
                deep = any(self.patterns[n].tier is Tier.GRAMMAR for n in numbers)
                (grammar if deep else tokens).append((analysis, numbers))
        for batch, read in ((tokens, tokenize), (grammar, parse)):
            # Alike lengths together keep spaCy's batches dense; the text makes the order total.
            batch.sort(key=lambda entry: (len(entry[0].masked), entry[0].masked))
            if batch:
                docs = read([analysis.masked for analysis, _ in batch])
                for (analysis, numbers), doc in zip(batch, docs, strict=True):
                    self._decide(analysis, numbers, doc)
        return len(tokens), len(grammar)

    def _decide(self, analysis: Analysis, numbers: list[int], doc: Any) -> None:  # noqa: ANN401 - a spaCy Doc
        for number in numbers:
            pattern = self.patterns[number]
            for start, end in self._matchers.find(pattern.kind, number, pattern.body, doc):
                analysis.add(number, start, end)
            analysis.pending[self.owner(number)].remove(number)

    def _regex(self, pattern: str) -> re.Pattern[str]:
        compiled = self._regexes.get(pattern)
        if compiled is None:
            compiled = self._regexes[pattern] = re.compile(pattern)
        return compiled


def _indexed(patterns: Iterable[Pattern]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns):
        for word in pattern.words:
            index.setdefault(word, []).append(number)
    return index


def _places(masked: str, folded: str) -> dict[str, list[int]]:
    """Give the places of a sentence's words, counted in spaces; what else it has is placeless."""
    found = places(folded)
    if "'" in folded:
        for word in _RUN.findall(folded):  # a regex may end at the apostrophe of "don't"
            found.setdefault(word, [])
    for character in set(masked):
        if not character.isalnum() and not character.isspace():
            found.setdefault(character, [])
    if _DIGIT.search(masked):
        found["<digit>"] = []
    if _CAPS.search(masked):
        found["<caps>"] = []
    return found


def _in_reach(needs: Needs, known: dict[str, list[int]]) -> bool:
    """Tell whether words of each set stand in order, none too far from one before it."""
    ends: list[int] | None = None  # where the words so far may have ended; None for anywhere
    for choice, spaces in needs:
        if spaces == ANYWHERE:
            if not any(word in known for word in choice):
                return False
            continue
        here: list[int] = []
        for word in choice:
            where = known.get(word)
            if where is None:
                continue
            if not where:
                here = []
                break  # it is there, who knows where
            here += where
        else:
            if ends is not None:
                here = [at for at in here if any(at - spaces <= end <= at for end in ends)]
            if not here:
                return False
            ends = here
            continue
        ends = None
    return True


def _status(analysis: Analysis, start: int, unless: tuple[str, ...]) -> Status:
    """Name the scope that voids words starting at an offset, else `asked` or `said`."""
    around = {scope for scope, span in analysis.scopes if span.start <= start < span.end}
    for scope in _VOIDING:
        if scope in around and scope.value in unless:
            return Status(scope.value)
    return Status.ASKED if Scope.ASKED in around else Status.SAID
