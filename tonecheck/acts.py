"""What a message does (thanks, apologises, promises …), and all that a check may look at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Any, ClassVar, NamedTuple

from tonecheck.language import Scope, Sentence, word_count, word_spans
from tonecheck.message import PROSE, Language, Message, Part, What
from tonecheck.patterns import Analysis, Patterns, Status, kebab
from tonecheck.record import record
from tonecheck.text import Span

WRITTEN = tuple(part for part in Part if part in PROSE)
"""Where acts and tone faults are looked for unless a file says otherwise."""


@record(frozen=True, slots=True, kw_only=True)
class Weight:
    """How much a message weighs at least on a scale, a file of rules/weights.

    Its sentences are weighed as one, each word and pair once.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": kebab}

    weights: str
    at_least: int


@record(frozen=True, slots=True, kw_only=True)
class Act:
    """Something a message can do, as its file in rules/acts writes it.

    An act is done by the words of any of its patterns, by a part of the message (`layout`), by a
    mark of some kind (`mark`), by a sentence that stands in a scope (`scope`), or by all that is
    said, taken together (`weighs`).
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "alias_generator": kebab}

    summary: str
    says: tuple[str, ...]
    does_not: tuple[str, ...]
    language: str = "en"
    any: tuple[Patterns, ...] = ()
    layout: Part | None = None
    mark: What | None = None
    scope: Scope | None = None
    weighs: Weight | None = None
    in_: tuple[Part, ...] = WRITTEN


class Shape(NamedTuple):
    """How an owner of patterns (an act, or a slot of a rule's check) shows in a message."""

    parts: tuple[Part, ...] = WRITTEN
    layout: Part | None = None
    mark: What | None = None
    scope: Scope | None = None
    weighs: tuple[str, int] | None = None


class Said(NamedTuple):
    """One place where an owner's words, part or mark stands; the span is of the message's text."""

    owner: str
    span: Span
    sentence: int
    status: Status

    @property
    def counts(self) -> bool:
        """Tell whether it is really said: not quoted, negated, hypothetical or reported."""
        return self.status in {Status.SAID, Status.ASKED}


class Reading:
    """A message with its sentences and what is said in them: all that a check may look at.

    Answers are about the patterns settled so far; `state` and `open` tell what is not. A reading
    is not changed by asking.
    """

    def __init__(
        self,
        message: Message,
        sentences: Sequence[Sentence],
        analyses: Sequence[Analysis],
        shapes: Mapping[str, Shape],
        customer: Reading | None = None,
    ) -> None:
        self.message = message
        self.sentences = tuple(sentences)
        self.analyses = tuple(analyses)
        self.customer = customer
        self._shapes = shapes
        self._weights: dict[tuple[str, tuple[Part, ...]], tuple[int, int]] = {}

    def every(self, owner: str) -> list[Said]:
        """Give all places of an owner, with those that do not count, in order."""
        shape = self._shapes.get(owner, Shape())
        found = [
            *self._hits(owner, shape),
            *self._layout(owner, shape),
            *self._weighed(owner, shape),
        ]
        return sorted(found, key=lambda said: (said.span.start, -said.span.end, said.status))

    def said(self, owner: str) -> list[Said]:
        """Give the places of an owner that count; of overlapping ones the first, then longest."""
        kept: list[Said] = []
        for said in self.every(owner):
            if said.counts and not (kept and kept[-1].span.overlaps(said.span)):
                kept.append(said)
        return kept

    def state(self, owner: str) -> bool | None:
        """Tell whether an owner says anything; None while open patterns could still decide it."""
        shape = self._shapes.get(owner, Shape())
        places = chain(
            self._layout(owner, shape), self._hits(owner, shape), self._weighed(owner, shape)
        )
        if any(said.counts for said in places):
            return True
        return None if any(True for _ in self.open(owner)) else False

    def open(self, owner: str) -> Iterator[Analysis]:
        """Give the sentences in which patterns of an owner are not settled yet."""
        parts = self._shapes.get(owner, Shape()).parts
        for number in self._candidates.get(owner, ()):
            analysis = self.analyses[number]
            if self.sentences[number].region in parts and analysis.pending.get(owner):
                yield analysis

    @cached_property
    def _candidates(self) -> dict[str, list[int]]:
        """Give the sentences that hold words which could start a pattern, by its owner."""
        found: dict[str, list[int]] = {}
        for number, analysis in enumerate(self.analyses):
            for owner in analysis.owners:
                found.setdefault(owner, []).append(number)
        return found

    def _hits(self, owner: str, shape: Shape) -> Iterator[Said]:
        for number in self._candidates.get(owner, ()):
            sentence = self.sentences[number]
            if sentence.region in shape.parts:
                for hit in self.analyses[number].hits(owner):
                    span = hit.span.shift(sentence.span.start)
                    yield Said(owner, span, number, hit.status)

    def _layout(self, owner: str, shape: Shape) -> Iterator[Said]:
        if shape.layout is None and shape.mark is None and shape.scope is None:
            return
        for number, sentence in enumerate(self.sentences):
            if sentence.region is shape.layout:
                yield Said(owner, sentence.span, number, Status.SAID)
            if sentence.region in shape.parts:
                yield from self._standing(owner, shape, number)

    def _standing(self, owner: str, shape: Shape, number: int) -> Iterator[Said]:
        """Give a sentence that stands wholly in the scope, and the marks of the kind in it."""
        sentence = self.sentences[number]
        if shape.scope is not None:
            for scope, span in self.analyses[number].scopes:
                if scope is shape.scope and len(span) == len(sentence.span):
                    yield Said(owner, sentence.span, number, Status(scope.value))
        if shape.mark is not None:
            for mark in self.message.marked(shape.mark, within=sentence.span):
                yield Said(owner, mark.span, number, Status.SAID)

    def _weighed(self, owner: str, shape: Shape) -> Iterator[Said]:
        """Give the heaviest sentence of a message that weighs enough."""
        if shape.weighs is None:
            return
        name, least = shape.weighs
        key = (name, shape.parts)
        if key not in self._weights:
            self._weights[key] = self._weigh(name, shape.parts)
        total, heaviest = self._weights[key]
        if heaviest >= 0 and total >= least:
            yield Said(owner, self.sentences[heaviest].span, heaviest, Status.SAID)

    def _weigh(self, scale_name: str, parts: tuple[Part, ...]) -> tuple[int, int]:
        """Give what the sentences of some parts weigh, and which weighs most; -1 for none."""
        numbers = [n for n, sentence in enumerate(self.sentences) if sentence.region in parts]
        if not numbers:
            return 0, -1
        scale = self.analyses[numbers[0]].scale(scale_name)
        folded = [self.sentences[number].folded for number in numbers]
        each = [scale.weigh(words) for words in folded]
        return scale.weigh(*folded), numbers[each.index(max(each))]

    def amid(
        self,
        owner: str,
        near: Sequence[str],
        lacking: Sequence[str],
        distance: int | None,
        not_as: Sequence[str] = (),
    ) -> Iterator[Said]:
        """Yield where an owner is said near one of some owners and away from all of others.

        Near is at most `distance` sentences away, anywhere in the message without a distance;
        with no owners to be near, everywhere is. `not_as` is for the others, as in `meant`.
        """
        said = self.said(owner)
        wanted = self._speaking(near) if said else []
        unwanted = sorted({one.sentence for one in self.meant(lacking, not_as)}) if said else []
        for place in said:
            if near and not _close(wanted, place.sentence, distance):
                continue
            if not _close(unwanted, place.sentence, distance):
                yield place

    def meant(self, owners: Sequence[str], not_as: Sequence[str]) -> Iterator[Said]:
        """Yield where owners are said in words that are not those of an owner of `not_as`."""
        void = [said.span for owner in not_as for said in self.said(owner)]
        for owner in owners:
            for said in self.said(owner):
                if not any(said.span.overlaps(other) for other in void):
                    yield said

    def _speaking(self, owners: Sequence[str]) -> list[int]:
        """Give the sentences in which any of the owners says something, in order."""
        return sorted({said.sentence for owner in owners for said in self.said(owner)})

    @cached_property
    def has_links(self) -> bool:
        """Tell whether there is an address to follow: shown, behind words, or to be filled in."""
        message = self.message
        if any(True for _ in message.marked(What.URL, What.PLACEHOLDER, What.CONTROL_TAG)):
            return True
        behind = message.place(Span(0, len(message.text))).of(message.source.text)
        return "://" in behind or "href" in behind or "](" in behind

    @cached_property
    def foreign(self) -> str | None:
        """Name the message's language, None for English, and where settings say so."""
        if self.message.language is Language.ENGLISH:
            return None
        from tonecheck.language.english import foreign

        return foreign(self.message, self.sentences)

    @cached_property
    def own(self) -> tuple[Sentence, ...]:
        """Give the sentences that the writer wrote for this message, without the signature."""
        return tuple(sentence for sentence in self.sentences if sentence.region in PROSE)

    @cached_property
    def word_count(self) -> int:
        """Count the words of the writer's own sentences; a placeholder or a URL is one word."""
        return sum(word_count(sentence.masked) for sentence in self.own)

    def follows(self, number: int) -> bool:
        """Tell whether a sentence comes after another one of the same part."""
        part = self.sentences[number].region
        return number > 0 and self.sentences[number - 1].region is part

    def paragraph(self, offset: int) -> int:
        """Give the number of the paragraph or list item at an offset, -1 before the first."""
        return bisect_right(self.message.blocks, offset, key=lambda block: block.start) - 1

    def edge(self, at: str) -> Span | None:
        """Give the first own word (`start`) or the last of the body (`end`); None without words.

        The words of the subject are the first only where there are no others.
        """
        if at == "start":
            below = [sentence for sentence in self.own if sentence.region is not Part.SUBJECT]
            spans = (span for sentence in (*below, *self.own) for span in _words(sentence)[:1])
            return next(spans, None)
        body = [sentence for sentence in self.own if sentence.region is Part.BODY]
        last_first = (*reversed(body), *reversed(self.own))
        spans = (span for sentence in last_first for span in _words(sentence)[-1:])
        return next(spans, None)


def _words(sentence: Sentence) -> list[Span]:
    return [span.shift(sentence.span.start) for span in word_spans(sentence.masked)]


def _close(sentences: list[int], sentence: int, distance: int | None) -> bool:
    """Tell whether a sentence is at most a distance from one of others, which are in order."""
    if distance is None or not sentences:
        return bool(sentences)
    at = bisect_left(sentences, sentence - distance)
    return at < len(sentences) and sentences[at] <= sentence + distance
