"""Rules explained: for the terminal, as JSON, and as the Markdown of rules/README.md."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import Any

from tonecheck.finding import Severity
from tonecheck.patterns import kebab
from tonecheck.rule import Example, Rule

_WIDTH = 96
_HEADER = """\
# The rules

This page is generated from the rule files: `tonecheck rule --all --output-format markdown`.
Severities by channel are given where they differ; a channel that is not named is off.
"""


def as_list(rules: Sequence[Rule]) -> str:
    """Give one line a rule: name, severity, summary."""
    width = max((len(rule.name) for rule in rules), default=0)
    return "".join(f"{rule.name:{width}}  {_grade(rule):8}  {rule.summary}\n" for rule in rules)


def as_text(rules: Sequence[Rule]) -> str:
    """Explain rules for the terminal."""
    return "\n".join("".join(f"{line}\n" for line in _text(rule)) for rule in rules)


def _text(rule: Rule) -> Iterator[str]:
    yield f"{rule.name} ({rule.category}, {_grade(rule)}{_off(rule)})"
    yield from _wrapped(rule.summary, "  ")
    yield ""
    yield "Why"
    yield from _wrapped(rule.why, "  ")
    if rule.evidence:
        yield ""
        yield "Evidence"
        for entry in rule.evidence:
            yield from _wrapped(entry, "  - ", "    ")
    if rule.measured:
        yield ""
        yield "Measured"
        yield from _wrapped(rule.measured, "  ")
    yield ""
    yield "Examples"
    for example in rule.examples:
        for label, text in (("bad", example.bad), ("good", example.good)):
            if text is not None:
                first = f"  {label + ':':6}"
                yield from _quoted(text, first)
    if rule.suggest:
        yield ""
        yield "Instead"
        for entry in rule.suggest:
            yield from _wrapped(entry, "  - ", "    ")
    if rule.options:
        yield ""
        yield f"Options: {', '.join(rule.options)}"


def _quoted(text: str, first: str) -> Iterator[str]:
    lines = text.rstrip("\n").split("\n")
    yield first + lines[0]
    yield from (" " * len(first) + line if line else "" for line in lines[1:])


def _wrapped(text: str, first: str, rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=first if rest is None else rest
    )


def _grade(rule: Rule) -> str:
    if isinstance(rule.severity, Severity):
        return rule.severity.value
    levels = dict.fromkeys(severity.value for severity in rule.severity.values())
    return "/".join(levels)


def _off(rule: Rule) -> str:
    if rule.status == "preview":
        return ", preview"
    return "" if rule.default else ", off by default"


def as_json(rules: Sequence[Rule]) -> str:
    """Give a list of objects; examples keep their « » marks."""
    return json.dumps([_object(rule) for rule in rules], ensure_ascii=False, indent=2) + "\n"


def _object(rule: Rule) -> dict[str, Any]:
    severity: Any = rule.severity
    if isinstance(severity, dict):
        severity = {channel.value: level.value for channel, level in severity.items()}
    return {
        "name": rule.name,
        "category": rule.category,
        "summary": rule.summary,
        "why": rule.why.strip(),
        "evidence": list(rule.evidence),
        "measured": rule.measured.strip(),
        "severity": severity,
        "default": rule.default,
        "status": rule.status,
        "language": rule.language,
        "aliases": list(rule.aliases),
        "in": [part.value for part in rule.in_],
        "check": rule.check.kind,
        "text": rule.text,
        "suggest": list(rule.suggest),
        "fixable": rule.fix is not None,
        "options": dict(rule.options or {}),
        "supersedes": list(rule.supersedes),
        "yields": rule.yields,
        "examples": [_example(example) for example in rule.examples],
    }


def _example(example: Example) -> dict[str, Any]:
    values = {kebab(spec.name): getattr(example, spec.name) for spec in fields(example)}
    return {name: value for name, value in values.items() if value is not None}


def as_markdown(rules: Sequence[Rule]) -> str:
    """Give the rule reference: one table, then a section a rule."""
    lines = [_HEADER, "| rule | category | severity | what it finds |", "|---|---|---|---|"]
    lines += [
        f"| [{rule.name}](#{rule.name}) | {rule.category} | {_grade(rule)}{_off(rule)} "
        f"| {_cell(rule.summary)} |"
        for rule in rules
    ]
    return "\n".join([*lines, *("\n".join(_section(rule)) for rule in rules)]) + "\n"


def _section(rule: Rule) -> Iterator[str]:
    yield f"\n## {rule.name}\n"
    yield f"{rule.summary}. Category `{rule.category}`, {_by_channel(rule)}{_off(rule)}.\n"
    yield " ".join(rule.why.split())
    if rule.evidence:
        yield ""
        yield from (f"* {' '.join(entry.split())}" for entry in rule.evidence)
    if rule.measured:
        yield f"* Measured: {' '.join(rule.measured.split())}"
    yield ""
    yield "```text"
    for example in rule.examples:
        for label, text in (("bad", example.bad), ("good", example.good)):
            if text is not None:
                yield from _quoted(text, f"{label + ':':6}")
    yield "```"
    if rule.suggest:
        yield ""
        yield f"Instead: {'; '.join(rule.suggest)}"


def _by_channel(rule: Rule) -> str:
    if isinstance(rule.severity, Severity):
        return rule.severity.value
    return ", ".join(f"{channel.value}: {level.value}" for channel, level in rule.severity.items())


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
