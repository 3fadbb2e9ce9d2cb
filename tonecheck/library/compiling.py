"""Rule and act files made ready: read, held against each other, their patterns compiled."""

from __future__ import annotations

import string
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tonecheck.acts import Act, Shape
from tonecheck.checks import Absent, Weighed, slot
from tonecheck.errors import RuleError, brief, did_you_mean
from tonecheck.library.reading import (
    Document,
    WeightList,
    WordList,
    check_name,
    read_act,
    read_document,
    read_rule,
    read_weights,
    read_words,
)
from tonecheck.patterns import Group, Lexicon, Pattern, Patterns, Scale
from tonecheck.patterns.classes import CLASSES
from tonecheck.patterns.compiling import PatternError, compile_patterns
from tonecheck.patterns.phrases import compile_phrase
from tonecheck.patterns.tokens import PhraseError, tokens_of
from tonecheck.rule import Rule, compare

FEWEST_EXAMPLES = 3
_ACTS = "acts"
_WORDS = "words"
_WEIGHTS = "weights"
# What options of users may set in a check.
_NUMBERS = frozenset({"at_least", "hours", "max", "within", "words"})


@cache
def verb_forms(verb: str) -> tuple[str, ...]:
    """Give every form of a verb, the verb itself first, then alphabetically."""
    from lemminflect import getAllInflections

    forms = {
        form.lower() for forms in getAllInflections(verb, upos="VERB").values() for form in forms
    }
    if verb == "be":
        forms |= {"am", "is", "are", "was", "were", "been", "being"}
    return (verb, *sorted(forms - {verb}))


def compile_files(
    files: list[tuple[Path, Path]],
) -> tuple[dict[str, Rule], dict[str, Shape], tuple[str, ...], Lexicon]:
    """Read and compile (folder, file) pairs; raises `RuleError` for the first unusable file."""
    rules, acts, words, weights, documents = read_files(files)
    lists = {name: found.words for name, found in words.items()}
    scales = {name: _scale(name, found, documents) for name, found in sorted(weights.items())}
    for rule in rules.values():
        _refuse(rule, rules, acts, documents[rule.name])
    _refuse_scales(rules, acts, scales, documents)
    shapes: dict[str, Shape] = {}
    groups: list[Group] = []
    patterns: list[Pattern] = []

    def add(document: Document, where: str, owner: str, written: Patterns) -> None:
        try:
            group, compiled = compile_patterns(owner, len(groups), written, verb_forms, lists)
        except PatternError as error:
            raise document.error(_place(document, error.written, where), str(error)) from error
        groups.append(group)
        patterns.extend(compiled)

    for name, act in sorted(acts.items()):
        weighs = None if act.weighs is None else (act.weighs.weights, act.weighs.at_least)
        shapes[name] = Shape(act.in_, act.layout, act.mark, act.scope, weighs)
        for written in act.any:
            add(documents[f"{_ACTS}/{name}"], "any", name, written)
    for name, rule in sorted(rules.items()):
        for part, written in rule.check.slots().items():
            shapes[slot(name, part)] = Shape(rule.in_)
            add(documents[name], "check", slot(name, part), written)
    ordered = {name: rules[name] for name in sorted(rules)}
    return ordered, shapes, tuple(sorted(acts)), Lexicon(groups, patterns, scales=scales)


class Files(NamedTuple):
    """Rules, acts, word lists and weights by name, and the documents they came from.

    Documents of all but rules bear the folder's name too: `acts/thanks`, `words/insult`.
    """

    rules: dict[str, Rule]
    acts: dict[str, Act]
    words: dict[str, WordList]
    weights: dict[str, WeightList]
    documents: dict[str, Document]


def read_files(files: list[tuple[Path, Path]]) -> Files:
    """Read (folder, file) pairs; raises `RuleError` for the first unusable file."""
    read = Files({}, {}, {}, {}, {})
    for folder, path in files:
        name = check_name(path)
        what = _what(folder, path)
        key = f"{what}/{name}" if what else name
        if key in read.documents:
            raise RuleError(f"{path}: the name ‘{name}’ is taken by {read.documents[key].path}")
        document = read.documents[key] = read_document(path)
        if what == _ACTS:
            read.acts[name] = read_act(document)
            _refuse_act(read.acts[name], document)
        elif what == _WORDS:
            read.words[name] = read_words(document)
            _refuse_words(name, read.words[name], document)
        elif what == _WEIGHTS:
            read.weights[name] = read_weights(document)
        else:
            read.rules[name] = read_rule(document, path.parent.name or "custom")
    return read


def _what(folder: Path, path: Path) -> str | None:
    """Name the folder that makes a file something else than a rule; None for a rule."""
    around = {*path.relative_to(folder).parts[:-1], folder.name}
    return next((what for what in (_ACTS, _WORDS, _WEIGHTS) if what in around), None)


def _refuse_words(name: str, found: WordList, document: Document) -> None:
    """Refuse a list that a phrase could not take in."""
    if name in CLASSES:
        raise document.error((), f"<{name}> is a class of the phrase language; choose another name")
    if not found.words:
        raise document.error(("words",), "a list has words")
    for number, entry in enumerate(found.words):
        wrong = _wrong(entry) or ("is named twice" if entry in found.words[:number] else None)
        if wrong:
            raise document.error(("words", number), f"“{brief(entry)}” {wrong}")


def _scale(name: str, found: WeightList, documents: dict[str, Document]) -> Scale:
    """Give the weights of a file by their words; raises `RuleError` for a line that is none."""
    try:
        return Scale.of(found.by_words())
    except ValueError as error:
        raise documents[f"{_WEIGHTS}/{name}"].error(("weights",), str(error)) from error


def _refuse_scales(
    rules: dict[str, Rule],
    acts: dict[str, Act],
    scales: dict[str, Scale],
    documents: dict[str, Document],
) -> None:
    for rule in rules.values():
        if isinstance(rule.check, Weighed):
            _refuse_scale(rule.check.weights, scales, documents[rule.name], "check")
    for name, act in acts.items():
        if act.weighs is not None:
            _refuse_scale(act.weighs.weights, scales, documents[f"{_ACTS}/{name}"], "weighs")


def _refuse_scale(name: str, scales: dict[str, Scale], document: Document, under: str) -> None:
    if name not in scales:
        hint = did_you_mean(name, scales)
        raise document.error((under, "weights"), f"no file weights/{name}.yaml{hint}")


def _wrong(entry: str) -> str | None:
    """Say why an entry cannot be part of a phrase; None where it can."""
    try:
        compile_phrase(entry, verb_forms)
    except PhraseError as error:
        return f"cannot be used: {error}"
    edges = {"^", "$"} & set(tokens_of(entry, {}))
    return f"may stand anywhere in a phrase, so it has no {min(edges)}" if edges else None


def _refuse_act(act: Act, document: Document) -> None:
    if not (act.any or act.layout or act.mark or act.scope or act.weighs):
        raise document.error(
            ("any",), "an act needs patterns, a layout, a mark, a scope or a weight"
        )
    for key, examples in (("says", act.says), ("does-not", act.does_not)):
        if len(examples) < FEWEST_EXAMPLES:
            raise document.error((key,), f"at least {FEWEST_EXAMPLES} examples are needed")


def _refuse(rule: Rule, rules: dict[str, Rule], acts: dict[str, Act], document: Document) -> None:
    """Refuse what pydantic cannot see: names, fields of texts, examples that assert nothing."""
    if rule.name in acts or rule.name in {other.category for other in rules.values()}:
        raise document.error(
            (), f"a rule never bears the name of an act or a category: {rule.name}"
        )
    for act in rule.asks():
        if act not in acts:
            raise document.error(
                _place(document, act, "when", "check"), f"no act ‘{act}’{did_you_mean(act, acts)}"
            )
    _refuse_names(rule, rules, document)
    _refuse_fields(rule, rule.text, document, ("text",))
    for number, text in enumerate(rule.suggest):
        _refuse_fields(rule, text, document, ("suggest", number))
    if rule.fix is not None and rule.fix.replace is not None:
        _refuse_fields(rule, rule.fix.replace, document, ("fix", "replace"))
    _refuse_settings(rule, document)
    _refuse_examples(rule, document)


def _refuse_names(rule: Rule, rules: dict[str, Rule], document: Document) -> None:
    for number, other in enumerate(rule.supersedes):
        if other not in rules:
            hint = did_you_mean(other, rules)
            raise document.error(("supersedes", number), f"no rule ‘{other}’{hint}")
        if other == rule.name or rule.name in rules[other].supersedes:
            raise document.error(
                ("supersedes", number), f"{rule.name} and {other} would drop each other’s findings"
            )
    for number, alias in enumerate(rule.aliases):
        if alias in rules:
            raise document.error(("aliases", number), f"‘{alias}’ is the name of a rule")


def _refuse_settings(rule: Rule, document: Document) -> None:
    if rule.when is not None and rule.when.words is not None:
        try:
            compare(rule.when.words, 0)
        except ValueError as error:
            raise document.error(("when", "words"), str(error)) from error
    for option, target in (rule.options or {}).items():
        if target not in _NUMBERS & {field.name for field in fields(rule.check)}:
            raise document.error(("options", option), f"the check has no figure ‘{target}’")


def _place(document: Document, written: object, *under: str) -> tuple[str | int, ...]:
    """Give where a text or pattern is written under some fields; else the last of these."""
    for where in document.lines:
        value: object = document.data
        for part in where:
            value = value[part]  # type: ignore[index]
        if written and value == written and where and where[0] in under:
            return where
    return (under[-1],)


def _refuse_fields(rule: Rule, text: str, document: Document, where: tuple[str | int, ...]) -> None:
    try:
        parsed = [entry for entry in string.Formatter().parse(text) if entry[1] is not None]
    except ValueError as error:
        raise document.error(where, f"unbalanced braces: {error}") from error
    if any(spec or conversion for _, _, spec, conversion in parsed):
        raise document.error(where, "a field is its name alone, without : or !")
    for name in sorted({str(name) for _, name, _, _ in parsed} - rule.check.FIELDS):
        given = ", ".join(f"{{{field}}}" for field in sorted(rule.check.FIELDS)) or "no fields"
        raise document.error(where, f"no field {{{name}}}; this check gives {given}")


def _refuse_examples(rule: Rule, document: Document) -> None:
    bad = [example.bad for example in rule.examples if example.bad is not None]
    good = [example.good for example in rule.examples if example.good is not None]
    for kind, found in (("bad", bad), ("good", good)):
        if len(found) < FEWEST_EXAMPLES:
            raise document.error(
                ("examples",), f"at least {FEWEST_EXAMPLES} {kind} ones are needed"
            )
    for number, example in enumerate(rule.examples):
        if example.bad is None and example.good is None:
            raise document.error(("examples", number), "needs `bad`, `good` or both")
        if (example.bad or "").count("«") != (example.bad or "").count("»"):
            raise document.error(("examples", number), "a « without its »")
        if isinstance(rule.check, Absent) and "«" in (example.bad or ""):
            raise document.error(
                ("examples", number), "what is absent has no words to mark with « »"
            )
