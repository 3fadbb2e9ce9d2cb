from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.finding import Finding, Report, Severity
from tonecheck.formats import Format, read
from tonecheck.language import parse, tokenize
from tonecheck.library import Library
from tonecheck.message import OWN, Channel, Context, Kind, Message, What
from tonecheck.text import Source

law = settings(max_examples=500, deadline=None)
# A failing law shows its library, which is long; that must not hide what failed.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

CARD = "4111 1111 1111 1111"
FRAGMENTS = (
    # openings
    "Hi Ana,",
    "Dear customer,",
    "Hello {{ customer.first_name }},",
    "Good morning, April —",
    # kind
    "Thank you for telling us.",
    "We are sorry that the lamp broke.",
    "We will call you by Friday.",
    "You can keep the lamp, or we’ll swap it today.",
    "Please send us a photo of it 🙂",
    # rude
    "You failed to attach the receipt.",
    "You didn't read the label!!!",
    "As we ALREADY told you, calm down.",
    "Thanks for nothing.",
    "That is not our problem.",
    "We regret any inconvenience this may have caused.",
    "Your call is important to us.",
    "We are sorry, but you were late.",
    "You quibbled about the moulded frame.",
    "The frame, once more, mouldered here.",
    # how words stand
    "We are not saying you failed to pay.",
    "If you failed to read it, write to us.",
    "You wrote that “you failed to pay”.",
    "Did you forget to pay?",
    "He said: 'calm down'.",
    # what is not prose
    f"Your card {CARD} was charged.",
    "My cvv is 123.",
    "See https://example.org/a?b=calm_down or `{{ x }}`.",
    "{% if paid %}It is paid.{% else %}You never paid.{% endif %}",
    "[insert name here]",
    "> You never pay, you failed to reply.",
    "> My card is 4111-1111-1111-1111, calm down.",
    "On Mon, 1 Jan 2024 at 10:00, Bo <bo@example.org> wrote:",
    # endings
    "Kind regards,",
    "Bo Lind\nSupport team",
    "-- \nBo",
    "",
    "İstanbul’da ﬁne \U0001f468\u200d\U0001f469\u200d\U0001f467 é",
)
drafts = st.lists(
    st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from([" ", "\n", "\n\n", "\r\n\r\n"])),
    max_size=9,
).map(lambda parts: "".join(text + after for text, after in parts))
contexts = st.builds(
    Context,
    in_reply_to=st.sampled_from([None, "", "It is broken. Where is my refund?", "Thanks!"]),
    first_reply=st.sampled_from([None, True, False]),
    customer_name=st.sampled_from([None, "Ana"]),
)
formats = st.sampled_from([Format.PLAIN, Format.MARKDOWN])


def message_of(
    text: str,
    kind: Kind = Kind.MESSAGE,
    channel: Channel = Channel.EMAIL,
    context: Context | None = None,
    form: Format = Format.PLAIN,
) -> Message:
    (message,) = read(Source("draft.txt", text), form)
    return replace(prepare(message), kind=kind, channel=channel, context=context or Context())


messages = st.builds(
    message_of, drafts, st.sampled_from(Kind), st.sampled_from(Channel), contexts, formats
)


@pytest.fixture(autouse=True)
def each_sentence_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Remember parses: the drafts are made of few sentences."""
    monkeypatch.setattr(
        "tonecheck.patterns.lexicon.parse", lambda texts: [_parsed(text) for text in texts]
    )
    monkeypatch.setattr(
        "tonecheck.patterns.lexicon.tokenize", lambda texts: [_tokenized(text) for text in texts]
    )


@cache
def _parsed(text: str) -> Any:  # noqa: ANN401 - a spaCy Doc
    return parse([text])[0]


@cache
def _tokenized(text: str) -> Any:  # noqa: ANN401
    return tokenize([text])[0]


def judge(library: Library, given_: Sequence[Message], *, eager: bool = False) -> Report:
    ruleset = Ruleset(tuple(library.rules.values()))
    return Engine(library, eager=eager).judge([Job(message, ruleset) for message in given_])


def without_tally(report: Report) -> Report:
    return replace(report, tally=Report().tally)


# Laws


@settings(max_examples=700, deadline=None)
@given(st.lists(messages, min_size=1, max_size=3))
def test_lazy_is_eager(rich: Library, some: list[Message]) -> None:
    lazy, eager = judge(rich, some), judge(rich, some, eager=True)
    assert without_tally(lazy) == without_tally(eager)
    assert lazy.tally.parsed <= eager.tally.parsed


def test_grammar_rules_of_these_tests_really_judge(rich: Library) -> None:
    text = "You quibbled about it. The frame mouldered and we regret it. Calm down."
    fired = {finding.rule for finding in judge(rich, [message_of(text)]).findings}
    assert {"moulders-then", "match-near", "customer-thanks"} <= fired
    report = judge(rich, [message_of("You quibbled.")])
    assert {"says-quibbles", "no-moulders"} <= {finding.rule for finding in report.findings}
    report = judge(rich, [message_of("We want to attach it.")])
    assert "counts-attaches" in {finding.rule for finding in report.findings}


def test_what_no_rule_needs_is_not_parsed(rich: Library) -> None:
    plain = judge(rich, [message_of("Thanks. The lamp is here.")])
    assert (plain.tally.tokenized, plain.tally.parsed) == (0, 0)
    held_back = judge(rich, [message_of("The frame mouldered.")])
    assert held_back.tally.parsed == 1
    assert judge(rich, [message_of("You quibbled.")]).tally.tokenized == 1


@law
@given(messages, messages, messages)
def test_company_changes_nothing(
    rich: Library, first: Message, second: Message, third: Message
) -> None:
    named = [
        replace(message, source=replace(message.source, name=name))
        for message, name in ((first, "a"), (second, "b"), (third, "c"))
    ]
    together = judge(rich, named)
    alone = [judge(rich, [message]) for message in named]
    assert together.findings == tuple(f for report in alone for f in report.findings)
    turned = judge(rich, named[::-1])
    assert (turned.findings, turned.skipped) == (together.findings, together.skipped)


@law
@given(st.lists(messages, min_size=1, max_size=3))
def test_engine_remembers_nothing(rich: Library, some: list[Message]) -> None:
    ruleset = Ruleset(tuple(rich.rules.values()))
    jobs = [Job(message, ruleset) for message in some]
    engine = Engine(rich)
    assert engine.judge(jobs) == engine.judge(jobs)


def regions_of(message: Message, finding: Finding) -> set[str]:
    """Give the region that holds a finding, of a template with branches that of each reading."""
    regions = list(message.regions)
    if message.branches is not None:
        regions = [
            region._replace(span=world.origin.hull(region.span))
            for world in message.branches.worlds
            for region in world.message.regions
        ]
    found = {r.what.value for r in regions if r.span.contains(finding.message_span)}
    assert message.branches is not None or len(found) == 1
    return found


def finding_lies_in_one_region_and_tone_in_the_writers_own(
    rich: Library, message: Message, report: Report
) -> None:
    for finding in report.findings:
        assert finding.region in regions_of(message, finding)
        rule = rich.rules[finding.rule]
        if rule.check.kind not in {"card-number", "placeholder"}:
            assert finding.region in OWN
        assert finding.region in rule.in_ or finding.words is None


def span_of_a_finding_covers_its_words(message: Message, report: Report) -> None:
    secrets = [mark.span for mark in message.marked(What.SECRET)]
    source = message.source.text
    for finding in report.findings:
        assert finding.span == message.place(finding.message_span)
        assert finding.start == message.source.position(finding.span.start)
        assert finding.end == message.source.position(finding.span.end)
        words = message.words(finding.message_span)
        assert words.strip() == words != ""
        if finding.words is None:
            continue
        if any(secret.overlaps(finding.message_span) for secret in secrets):
            assert len(finding.words) == len(words)
            assert "•" in finding.words
            continue
        if finding.words != words:
            # What stands between in another arm of a branch is not said there.
            rest = iter(words)
            assert message.branches is not None
            assert all(char in rest for char in finding.words)
            continue
        pieces = {char for char in finding.span.of(source) if char.isalnum()}
        assert {char for char in words if char.isalnum()} <= pieces
        if len(finding.span) == len(words):
            assert finding.span.of(source) == words


def card_number_is_in_no_output(message: Message, report: Report) -> None:
    told = repr(report)
    for mark in message.marked(What.SECRET):
        if mark.key == "card-number":
            assert message.words(mark.span) not in told
            assert re.sub(r"\D", "", message.words(mark.span)) not in told


def test_card_number_of_these_tests_is_found_and_masked(rich: Library) -> None:
    report = judge(rich, [message_of(f"You failed to pay with {CARD}, so calm down.")])
    assert {"you-failed", "card-number"} <= {finding.rule for finding in report.findings}
    assert "1111 1111" not in repr(report)


def frame_is_the_line_of_the_file_or_a_stretch_of_it(message: Message, report: Report) -> None:
    source = message.source
    for finding in report.findings:
        frame = finding.frame
        assert frame is not None
        assert frame.line == finding.start.line
        assert 1 <= frame.column < frame.end_column <= len(frame.text) + 2
        line = source.line(frame.line)
        start = finding.span.start - frame.column + 1
        assert line.start <= start
        assert start + len(frame.text) <= line.end
        real = source.text[start : start + len(frame.text)]
        for at, shown in enumerate(frame.text):
            cut = shown == "…" and at in {0, len(real) - 1}
            assert cut or shown in {real[at], "•"}


def findings_are_sorted_and_their_fingerprints_apart(report: Report) -> None:
    findings = report.findings
    assert list(findings) == sorted(findings, key=lambda finding: finding.order)
    prints = [finding.fingerprint for finding in findings]
    assert len(set(prints)) == len(prints)


def without_snippets_no_words_are_told(rich: Library, message: Message, report: Report) -> None:
    ruleset = Ruleset(tuple(rich.rules.values()))
    short = Engine(rich, snippets=False).judge([Job(message, ruleset)])
    assert [f.fingerprint for f in short.findings] == [f.fingerprint for f in report.findings]
    for finding in short.findings:
        assert finding.words is None
        assert finding.frame is None
        assert "quibbled" not in repr(finding)


def nothing_is_said_of_a_message_without_own_words(rich: Library, report: Report) -> None:
    empty = [entry for entry in report.not_read if entry.what == "empty"]
    if empty:
        kinds = {rich.rules[finding.rule].check.kind for finding in report.findings}
        assert kinds <= {"card-number", "placeholder"}


@law
@given(messages)
@example(message=message_of("You {% if late %}really{% else %}{% endif %} failed to pay."))
def test_what_is_told_of_a_message_keeps_the_laws(rich: Library, message: Message) -> None:
    report = judge(rich, [message])
    finding_lies_in_one_region_and_tone_in_the_writers_own(rich, message, report)
    span_of_a_finding_covers_its_words(message, report)
    card_number_is_in_no_output(message, report)
    frame_is_the_line_of_the_file_or_a_stretch_of_it(message, report)
    findings_are_sorted_and_their_fingerprints_apart(report)
    without_snippets_no_words_are_told(rich, message, report)
    nothing_is_said_of_a_message_without_own_words(rich, report)


def test_fingerprint_stays_when_lines_move_and_digits_change(rich: Library) -> None:
    here = judge(rich, [message_of("Order 17: you failed to pay.")])
    there = judge(rich, [message_of("Hi Ana,\n\nfine. Order 23: you failed to pay.")])
    one, other = (
        {f.fingerprint for f in report.findings if f.rule == "you-failed"}
        for report in (here, there)
    )
    assert one == other != set()


def test_fingerprints_of_repeats_are_numbered(rich: Library) -> None:
    report = judge(rich, [message_of("You failed to pay. You failed to pay.")])
    prints = [f.fingerprint for f in report.findings if f.rule == "you-failed"]
    assert [name.split(":")[1] for name in prints] == ["1", "2"]
    assert len({name.split(":")[0] for name in prints}) == 1


def test_severity_of_settings_goes_over_the_rules_own(library: Library) -> None:
    rules = Ruleset((library.rules["you-failed"],), {"you-failed": Severity.ERROR})
    report = Engine(library).judge([Job(message_of("You failed to pay."), rules)])
    assert [finding.severity for finding in report.findings] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("", Format.PLAIN, [("empty", None, None)]),
        ("👍\n", Format.PLAIN, [("empty", None, None)]),
        ("Fine.\n\n> You never\n> pay.\n", Format.PLAIN, [("history", 3, 4)]),
        ("Fine.\n\n```\ncalm down\n```\n", Format.MARKDOWN, [("code", 4, 4)]),
    ],
)
def test_what_was_not_read_is_told(
    library: Library, text: str, form: Format, expected: list[tuple[str, int | None, int | None]]
) -> None:
    report = judge(library, [message_of(text, form=form)])
    assert [(entry.what, entry.line, entry.end_line) for entry in report.not_read] == expected


PROGRAM = """
from dataclasses import asdict
import json
from tonecheck import Linter
from tonecheck.message import Context
texts = json.loads(__import__("sys").argv[1])
linter = Linter(select=["ALL"], cache=False, preview=True)
for text in texts:
    context = Context(in_reply_to="It is broken.")
    report = linter.check(text, name="x", context=context)
    print(json.dumps(asdict(report), default=str))
"""


def test_hash_seed_changes_nothing() -> None:
    whole = "\n\n".join(FRAGMENTS)
    texts = json.dumps([whole, whole.replace("\n\n", " "), *FRAGMENTS])
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, texts],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
    assert b"you-failed" in outputs.pop()


def test_parse_reads_every_pattern(rich: Library) -> None:
    reading = Engine(rich).read(message_of("You quibbled. The frame mouldered."))
    assert [said.span.of(reading.message.text) for said in reading.said("quibbles")] == [
        "You quibbled"
    ]
    assert [said.span.of(reading.message.text) for said in reading.said("moulders")] == [
        "frame mouldered"
    ]
    assert not any(any(analysis.pending.values()) for analysis in reading.analyses)


def test_tests_leave_the_users_cache_alone(own_cache: Path) -> None:
    from tonecheck.cache import default_folder

    assert default_folder() == own_cache
