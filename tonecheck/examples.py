"""Rules and acts held to their own examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tonecheck.acts import Act
from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.finding import Finding, Report
from tonecheck.formats import Format, read
from tonecheck.library import bundled, load, rule_files
from tonecheck.library.compiling import read_files
from tonecheck.message import Context, Kind, Message
from tonecheck.rule import Example, Rule
from tonecheck.text import Source, Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one rule or act fared: its name, how many examples it has, and what they complain of."""

    name: str
    path: Path
    examples: int
    complaints: tuple[str, ...]


def hold(paths: Sequence[Path] = ()) -> Iterator[Outcome]:
    """Run the examples of the rules and acts in files or folders (default: the bundled ones).

    They may use the bundled acts. Raises `RuleError` for a file that cannot be used.
    """
    engine = Engine(load(paths))
    rules, acts, _, _, documents = read_files(rule_files([bundled(), *paths]))
    chosen = {path.resolve() for _, path in rule_files(paths or [bundled()])}
    for name, act in sorted(acts.items()):
        path = documents[f"acts/{name}"].path
        if path.resolve() in chosen:
            examples = len(act.says) + len(act.does_not)
            yield Outcome(name, path, examples, tuple(act_complaints(name, act, engine)))
    for name, rule in sorted(rules.items()):
        path = documents[name].path
        if path.resolve() in chosen:
            yield Outcome(name, path, len(rule.examples), tuple(complaints(rule, engine)))


def act_complaints(name: str, act: Act, engine: Engine) -> Iterator[str]:
    """Say where an act and its examples disagree."""
    for text in act.says:
        if not engine.read(_message(text, Example())).said(name):
            yield f"says: {text!r}: the act is not found"
    for text in act.does_not:
        for said in engine.read(_message(text, Example())).said(name):
            yield f"does-not: {text!r}: found in {said.span.of(text)!r}"


def complaints(rule: Rule, engine: Engine) -> Iterator[str]:
    """Say where a rule and its examples disagree; only this rule runs on them, all acts do."""
    for example in rule.examples:
        if example.bad is not None:
            yield from _bad(rule, example, engine)
        if example.good is not None:
            report = _lint(rule, example.good, example, engine)
            for finding in report.findings:
                where = "the message" if finding.words is None else repr(finding.words)
                yield f"good: {example.good!r}: found fault with {where}"
            yield from _unjudged(example.good, report)


def _bad(rule: Rule, example: Example, engine: Engine) -> Iterator[str]:
    text, wanted = unmark(example.bad or "")
    report = _lint(rule, text, example, engine)
    found = [finding.message_span for finding in report.findings]
    yield from _unjudged(text, report)
    if not found:
        yield f"bad: {example.bad!r}: nothing found"
    elif wanted and found != wanted:
        words = [span.of(text) for span in found]
        yield f"bad: {example.bad!r}: found {words}"
    if example.good is not None and any(finding.fix for finding in report.findings):
        fixed = _fixed(text, report.findings)
        if fixed != example.good:
            yield f"bad: {example.bad!r}: mended to {fixed!r}, not to {example.good!r}"


def _unjudged(text: str, report: Report) -> Iterator[str]:
    for skipped in report.skipped:
        yield f"{text!r}: not judged ({skipped.reason}); give the example what is missing"


def _fixed(text: str, findings: Sequence[Finding]) -> str:
    edits = [edit for finding in findings if finding.fix for edit in finding.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def unmark(text: str) -> tuple[str, list[Span]]:
    """Take « » out of a text and give the spans that they enclosed, in order."""
    plain: list[str] = []
    spans: list[Span] = []
    start = at = 0
    for character in text:
        if character == "«":
            start = at
        elif character == "»":
            spans.append(Span(start, at))
        else:
            plain.append(character)
            at += 1
    return "".join(plain), spans


def _lint(rule: Rule, text: str, example: Example, engine: Engine) -> Report:
    if example.options:
        rule = rule.with_options(example.options)
    return engine.judge([Job(_message(text, example), Ruleset((rule,)))])


def _message(text: str, example: Example) -> Message:
    (message,) = read(Source("example", text), Format.PLAIN)
    context = Context(
        in_reply_to=example.in_reply_to,
        customer_name=example.customer_name,
        first_reply=example.first_reply,
        now=example.now,
        attachments=example.attachments,
        earlier=example.earlier,
        waited=example.waited,
        known_variables=example.known_variables,
    )
    return replace(
        prepare(message),
        kind=example.kind or Kind.MESSAGE,
        channel=example.channel,
        context=context,
    )
