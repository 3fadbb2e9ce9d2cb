# What is found in templates that branch. How tags are read stands in test_branches.py.

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.engine.worlds import named
from tonecheck.finding import Report
from tonecheck.formats import Format, read
from tonecheck.library import Library
from tonecheck.message import Context, Kind, Message
from tonecheck.report import OutputFormat, render
from tonecheck.text import Source, Span

Make = Callable[..., Library]
law = settings(max_examples=500, deadline=None)

FAULT = "You failed to pay."
SENTENCES = (
    "Thank you for writing.",
    "Your lamp left us today.",
    "It will be with you by Friday.",
    "We are sorry for the delay.",
    "Please send us a photo of it.",
    "Write to us if anything is missing.",
)


# --- templates, made with what they say ----------------------------------------------------------


@dataclass(frozen=True)
class Words:
    text: str


@dataclass(frozen=True)
class If:
    conditions: tuple[str, ...]
    arms: tuple[tuple[Node, ...], ...]  # one more than conditions where there is an `else`


Node = Words | If


@dataclass(frozen=True)
class Dialect:
    first: str
    next: str
    last: str
    end: str


DIALECTS = (
    Dialect("{% if X %}", "{% elsif X %}", "{% else %}", "{% endif %}"),
    Dialect("{%- if X -%}", "{%- elif X -%}", "{%- else -%}", "{%- endif -%}"),
    Dialect("{{#if X}}", "{{else if X}}", "{{else}}", "{{/if}}"),
    Dialect("<% if X %>", "<% elsif X %>", "<% else %>", "<% end %>"),
    Dialect("<% if (X) { %>", "<% } else if (X) { %>", "<% } else { %>", "<% } %>"),
    Dialect("<#if X>", "<#elseif X>", "<#else>", "</#if>"),
    Dialect("@if(X)", "@elseif(X)", "@else", "@endif"),
    Dialect("*|IF:X|*", "*|ELSEIF:X|*", "*|ELSE:|*", "*|END:IF|*"),
)


def written(nodes: tuple[Node, ...], dialect: Dialect, gap: str) -> str:
    parts = []
    for node in nodes:
        if isinstance(node, Words):
            parts.append(node.text)
            continue
        tags = [dialect.first, *[dialect.next] * (len(node.conditions) - 1)]
        for tag, condition, arm in zip(tags, node.conditions, node.arms, strict=False):
            parts += [tag.replace("X", condition.upper()), written(arm, dialect, gap)]
        if len(node.arms) > len(node.conditions):
            parts += [dialect.last, written(node.arms[-1], dialect, gap)]
        parts.append(dialect.end)
    return gap.join(parts)


def said(nodes: tuple[Node, ...], true: frozenset[str]) -> list[str]:
    """Give what a template says while some conditions are true."""
    found: list[str] = []
    for node in nodes:
        if isinstance(node, Words):
            found += node.text.split()
            continue
        met = [n for n, condition in enumerate(node.conditions) if condition in true]
        taken = met[0] if met else len(node.conditions)
        found += said(node.arms[taken], true) if taken < len(node.arms) else []
    return found


def all_words(nodes: tuple[Node, ...]) -> list[str]:
    found: list[str] = []
    for node in nodes:
        if isinstance(node, Words):
            found += node.text.split()
        else:
            found += [word for arm in node.arms for word in all_words(arm)]
    return found


def conditions(nodes: tuple[Node, ...]) -> set[str]:
    ifs = [node for node in nodes if isinstance(node, If)]
    return {c for node in ifs for c in node.conditions} | {
        c for node in ifs for arm in node.arms for c in conditions(arm)
    }


@st.composite
def trees(draw: st.DrawFn, names: tuple[str, ...] = tuple("abcdef")) -> tuple[Node, ...]:
    """Draw a template; no condition stands inside an arm that settles it already."""
    numbers = count(1)

    def nodes(depth: int, free: tuple[str, ...]) -> tuple[Node, ...]:
        found: list[Node] = []
        for _ in range(draw(st.integers(1 if depth else 2, 3))):
            if depth < 3 and free and draw(st.booleans()):
                asked = tuple(
                    draw(st.lists(st.sampled_from(free), min_size=1, max_size=3, unique=True))
                )
                left = tuple(name for name in free if name not in asked)
                arms = len(asked) + draw(st.integers(0, 1))
                found.append(If(asked, tuple(nodes(depth + 1, left) for _ in range(arms))))
            else:
                found.append(Words(f"word{next(numbers)}"))
        return tuple(found)

    return nodes(0, names)


class Template(NamedTuple):
    tree: tuple[Node, ...]
    text: str
    first_tag: str


templates = st.builds(
    lambda tree, dialect, gap: Template(tree, written(tree, dialect, gap), dialect.first),
    trees(),
    st.sampled_from(DIALECTS),
    st.sampled_from([" ", "\n", "\n\n", "\r\n"]),
)


def message_of(text: str, form: Format = Format.PLAIN, kind: Kind = Kind.TEMPLATE) -> Message:
    (message,) = read(Source("a.liquid", text), form)
    return replace(prepare(message), kind=kind, context=Context(first_reply=True))


def shown(message: Message) -> list[str]:
    return re.findall(r"word\d+", message.text)


@law
@given(templates)
def test_every_world_is_what_some_data_makes_of_the_template(
    made: Template,
) -> None:
    tree, text, _ = made
    found = message_of(text).branches
    names = sorted(conditions(tree))
    possible = [
        said(tree, frozenset(name for at, name in enumerate(names) if bits >> at & 1))
        for bits in range(2 ** len(names))
    ]
    if found is None:
        assert not names
        return
    for world in found.worlds:
        assert shown(world.message) in possible
    assert shown(found.worlds[0].message) == said(tree, frozenset(names))


@law
@given(templates)
def test_every_word_is_shown_in_some_world_and_there_are_no_more_worlds_than_arms(
    made: Template,
) -> None:
    tree, text, first_tag = made
    message = message_of(text)
    if message.branches is None:
        assert shown(message) == all_words(tree)
        return
    arms, worlds = message.branches
    assert {word for world in worlds for word in shown(world.message)} == set(all_words(tree))
    ifs = text.count(first_tag.partition("X")[0])
    assert 2 <= len(worlds) <= 1 + len(arms) - ifs
    assert set().union(*(world.arms for world in worlds)) == set(range(len(arms)))


@law
@given(templates)
def test_every_word_of_a_world_stands_in_the_file_where_it_says(
    made: Template,
) -> None:
    text = made.text
    message = message_of(text)
    for world in message.branches.worlds if message.branches else ():
        left = world.message
        for word in re.finditer(r"word\d+", left.text):
            start, end = word.span()
            place = left.place(Span(start, end))
            assert place.of(text) == word.group()
            assert world.origin.hull(Span(start, end)) == place


def judge(library: Library, message: Message, *, eager: bool = False, rules: str = "") -> Report:
    chosen = [rule for name, rule in library.rules.items() if not rules or name in rules.split()]
    return Engine(library, eager=eager).judge([Job(message, Ruleset(tuple(chosen)))])


def told(report: Report) -> list[tuple[str, str | None]]:
    return [(finding.rule, finding.words) for finding in report.findings]


@st.composite
def letters(draw: st.DrawFn) -> list[str]:
    some = draw(st.lists(st.sampled_from((*SENTENCES, FAULT)), min_size=1, max_size=4))
    return ["Hi Ana,", *some, "Kind regards,\nBo"][draw(st.integers(0, 1)) :]


@settings(max_examples=150, deadline=None)
@given(letters(), st.data(), st.sampled_from(DIALECTS), st.sampled_from(["\n\n", "\r\n\r\n"]))
def test_arms_that_say_the_same_change_nothing(
    library: Library, parts: list[str], data: st.DataObject, dialect: Dialect, gap: str
) -> None:
    first = data.draw(st.integers(0, len(parts) - 1))
    last = data.draw(st.integers(first + 1, len(parts)))
    inner = tuple(map(Words, parts[first:last]))
    tree: tuple[Node, ...] = (
        *map(Words, parts[:first]),
        If(("a", "b"), (inner, inner, inner)),
        *map(Words, parts[last:]),
    )
    plain = judge(library, message_of(gap.join(parts)))
    branching = judge(library, message_of(written(tree, dialect, gap)))
    # What stands in each arm stands there three times, and a fault in it is one in each.
    assert set(told(plain)) == set(told(branching))
    absent = [finding for finding in branching.findings if finding.words is None]
    assert len(absent) == sum(finding.words is None for finding in plain.findings)
    assert all(finding.branch is None for finding in absent)
    assert branching.skipped == plain.skipped


@settings(max_examples=150, deadline=None)
@given(trees(), st.data(), st.sampled_from(DIALECTS), st.sampled_from(["\n\n", "\r\n\r\n"]))
def test_a_fault_in_any_arm_is_found_and_names_the_arm(
    library: Library, tree: tuple[Node, ...], data: st.DataObject, dialect: Dialect, gap: str
) -> None:
    word = data.draw(st.sampled_from(all_words(tree)))
    text = re.sub(rf"{word}\b", FAULT, written(tree, dialect, gap))
    message = message_of(text)
    (finding,) = judge(library, message, rules="you-failed").findings
    assert finding.span.of(text) == finding.words == "You failed to pay"
    around = [
        arm
        for arm in (message.branches.arms if message.branches else ())
        if arm.shows.contains(finding.message_span)
    ]
    innermost = max(around, key=lambda arm: arm.shows.start, default=None)
    assert finding.branch == (named(message, innermost) if innermost else None)


@settings(max_examples=100, deadline=None)
@given(trees(), st.data(), st.sampled_from(DIALECTS))
def test_lazy_is_eager_in_every_world(
    rich: Library, tree: tuple[Node, ...], data: st.DataObject, dialect: Dialect
) -> None:
    sentences = (*SENTENCES, FAULT, "You quibbled about it.", "The frame mouldered.")
    text = re.sub(
        r"word\d+",
        lambda _: data.draw(st.sampled_from(sentences)),
        written(tree, dialect, "\n"),
    )
    message = message_of(text)
    lazy, eager = judge(rich, message), judge(rich, message, eager=True)
    assert replace(lazy, tally=eager.tally) == eager
    keys = [finding.fingerprint for finding in lazy.findings]
    assert len(set(keys)) == len(keys)


# --- cases -------------------------------------------------------------------------------------

GREETED = "everywhere"
BODY = "Thank you for writing. Your lamp left us today.\n\nWrite to us if anything is missing.\n"
END = "\nKind regards,\nBo Lind\n"


def found(library: Library, text: str, rules: str) -> list[tuple[str, str | None]]:
    report = judge(library, message_of(text), rules=rules)
    return [(finding.rule, finding.branch) for finding in report.findings]


@pytest.mark.parametrize(
    ("opening", "branch"),
    [
        ("{% if a %}\nHi Ana,\n{% else %}\nHello,\n{% endif %}\n\n", GREETED),
        ("{% if a %}\nHi Ana,\n{% endif %}\n\n", "without {% if a %}, line 1"),
        ("{% if a %}\nHi Ana,\n{% else %}\n{% endif %}\n\n", "{% else %} of {% if a %}, line 3"),
        ("{% if a %}\n{% else %}\nHi Ana,\n{% endif %}\n\n", "{% if a %}, line 1"),
        (
            "{% if a %}\nHi Ana,\n{% elsif b %}\n{% else %}\nHi,\n{% endif %}\n\n",
            "{% elsif b %}, line 3",
        ),
        ("{% if a %}Hi Ana,{% else %}Hello,{% endif %}\n\n", GREETED),
        ("Hi{% if a %} Ana{% endif %},\n\n", GREETED),
        ("{{#if a}}Hi Ana,{{/if}}{{^if a}}{{/if}}\n\n", "without {{#if a}}, line 1"),
        ("{{#a}}Hi Ana,{{/a}}{{^a}}Hello,{{/a}}\n\n", GREETED),
        ("{% unless a %}Hi Ana,{% endunless %}\n\n", "without {% unless a %}, line 1"),
        (
            "{% case a %}{% when 1 %}Hi Ana,{% else %}{% endcase %}\n\n",
            "{% else %} of {% case a %}, line 1",
        ),
        ("<% if a %>\nHi Ana,\n<% end %>\n\n", "without <% if a %>, line 1"),
        ("*|IF:FNAME|*\nHi *|FNAME|*,\n*|ELSE:|*\nHi,\n*|END:IF|*\n\n", GREETED),
        (
            "{% if a %}{% if b %}Hi Ana,{% endif %}{% else %}Hi,{% endif %}\n\n",
            "without {% if b %}, line 1",
        ),
        ("{% if a %}\nThe lamp.\n{% endif %}\n\n", None),
    ],
)
def test_a_greeting_is_missing_only_where_no_arm_has_one(
    library: Library, opening: str, branch: str | None
) -> None:
    expected = [] if branch == GREETED else [("missing-greeting", branch)]
    assert found(library, opening + BODY + END, "missing-greeting") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{{% if a %}}{FAULT}{{% endif %}}", [("you-failed", "{% if a %}, line 1")]),
        (
            f"{{% if a %}}A.{{% else %}}{FAULT}{{% endif %}}",
            [("you-failed", "{% else %} of {% if a %}, line 1")],
        ),
        (f"{{% if a %}}A.{{% endif %}} {FAULT}", [("you-failed", None)]),
        (f"{{% for b in c %}}{FAULT}{{% endfor %}}", [("you-failed", None)]),
        (
            f"{{% for b in c %}}{FAULT}{{% else %}}A.{{% endfor %}}",
            [("you-failed", "{% for b in c %}, line 1")],
        ),
        (
            f"{{% if a %}}A. {FAULT}{{% else %}}B. {FAULT}{{% endif %}}",
            [
                ("you-failed", "{% if a %}, line 1"),
                ("you-failed", "{% else %} of {% if a %}, line 1"),
            ],
        ),
        (
            "{% if a %}You{% else %}We{% endif %} failed to pay.",
            [("you-failed", "{% if a %}, line 1")],
        ),
        ("You {% if a %}{% else %}have {% endif %}failed to pay.", [("you-failed", None)]),
        (
            "{% if a %}You{% else %}We{% endif %} failed to\n{% if b %}pay{% else %}go{% endif %}",
            [
                ("you-failed", "{% if a %}, line 1 and {% if b %}, line 2"),
                ("you-failed", "{% else %} of {% if b %}, line 2"),
            ],
        ),
        (f"{{# {FAULT} #}}A.{{% comment %}}{FAULT}{{% endcomment %}}", []),
        (f"{{{{!-- {FAULT} --}}}}A.<%# {FAULT} %><#-- {FAULT} -->{{{{-- {FAULT} --}}}}", []),
        (f"{{% if a %}}{FAULT}", [("you-failed", None)]),
    ],
)
def test_a_fault_names_the_arm_it_needs(
    library: Library, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert found(library, text, "you-failed") == expected


def test_what_needs_two_arms_names_both(make: Make) -> None:
    library = make(twice={"check": {"kind": "count", "of": {"phrases": ["so"]}, "max": 2}})
    text = "{% if a %}So.{% endif %} {% if b %}So.{% endif %} So."
    assert found(library, text, "twice") == [("twice", "{% if a %}, line 1 and {% if b %}, line 1")]


def test_what_either_of_two_arms_brings_about_names_both(make: Make) -> None:
    library = make(twice={"check": {"kind": "count", "of": {"phrases": ["so"]}, "max": 1}})
    text = "{% if a %}So.{% else %}So. So.{% endif %} {% if b %}Ah.{% else %}So.{% endif %}"
    either = "{% else %} of {% if a %}, line 1 or {% else %} of {% if b %}, line 1"
    assert found(library, text, "twice") == [("twice", either)]


def test_what_is_too_much_of_the_whole_is_one_finding_wherever_it_is_counted(make: Make) -> None:
    library = make(twice={"check": {"kind": "count", "of": {"phrases": ["so"]}, "max": 1}})
    text = "So. {% if a %}So.{% else %}So, so.{% endif %} So."
    assert found(library, text, "twice") == [("twice", None)]


def test_what_a_tag_takes_up_is_not_sent(make: Make) -> None:
    library = make(long={"check": {"kind": "metric", "of": "characters", "max": 10}})
    assert found(library, "Yes{% if a %}, {% endif %}sure", "long") == []
    assert found(library, "Yes{% if a %}, {% endif %}indeed", "long") == [
        ("long", "{% if a %}, line 1")
    ]


def test_a_rule_that_cannot_be_judged_counts_once(library: Library) -> None:
    text = "Hi,\n\n{% if a %}A.{% elsif b %}B.{% else %}C.{% endif %}"
    report = judge(library, message_of(text))
    assert report.skipped
    assert {skipped.messages for skipped in report.skipped} == {1}
    assert report.messages == 1


def test_a_message_with_unfilled_tags_names_each_tag_once(library: Library) -> None:
    text = "Hi {% if a %}{{ b }}{% else %}you{% endif %},"
    report = judge(library, message_of(text, kind=Kind.MESSAGE), rules="unresolved-placeholder")
    assert [(f.words, f.branch) for f in report.findings] == [
        ("{% if a %}", None),
        ("{{ b }}", "{% if a %}, line 1"),
        ("{% else %}", None),
        ("{% endif %}", None),
    ]


def test_arms_beyond_the_last_world_are_listed_as_not_read(library: Library) -> None:
    text = "".join(
        f"{{% if a{n} %}}\nA.\n{{% else %}}\n{FAULT}\n{{% endif %}}\n" for n in range(66)
    )
    report = judge(library, message_of(text), rules="you-failed")
    assert len(report.findings) == 63
    lines = [(entry.what, entry.line, entry.end_line) for entry in report.not_read]
    assert lines == [("branches", 5 * n + 3, 5 * n + 5) for n in (63, 64, 65)]


def test_what_is_not_read_is_told_once_for_all_worlds(library: Library) -> None:
    text = "Hi,\n\n{% if a %}A.{% else %}B.{% endif %}\n\n> Where is it?\n> Bo\n"
    report = judge(library, message_of(text))
    assert [(e.what, e.line, e.end_line) for e in report.not_read] == [("history", 5, 6)]


def test_a_template_is_empty_only_if_all_worlds_are(library: Library) -> None:
    assert not judge(library, message_of("{% if a %}Hello.{% endif %}")).not_read
    assert not judge(library, message_of("{% if a %}{{ b }}{% endif %}")).errors


def test_a_secret_in_another_arm_of_the_line_is_masked(library: Library) -> None:
    text = f"{{% if a %}}Your card 4111 1111 1111 1111. {{% else %}}{FAULT}{{% endif %}}"
    report = judge(library, message_of(text))
    assert {"you-failed", "card-number"} <= {finding.rule for finding in report.findings}
    for form in OutputFormat:
        assert "4111 1111" not in render(report, form)


def test_a_secret_in_a_tag_is_masked_in_the_name_of_the_arm(library: Library) -> None:
    text = f"{{% if card == '4111 1111 1111 1111' %}}{FAULT}{{% endif %}}"
    (finding,) = judge(library, message_of(text), rules="you-failed").findings
    assert finding.branch is not None
    assert finding.branch.endswith("%}, line 1")


def test_without_snippets_an_arm_is_named_by_its_line(library: Library) -> None:
    message = message_of(f"A.\n{{% if a %}}\n{FAULT}\n{{% endif %}}\n\n{{% if b %}}Hi{{% endif %}}")
    rules = Ruleset((library.rules["you-failed"],))
    (finding,) = Engine(library, snippets=False).judge([Job(message, rules)]).findings
    assert (finding.branch, finding.words) == ("line 2", None)


def test_a_long_tag_is_named_by_its_beginning(library: Library) -> None:
    text = f"{{% if {' and '.join(['a'] * 30)} %}}{FAULT}{{% endif %}}"
    ((_, branch),) = found(library, text, "you-failed")
    assert branch is not None
    assert re.fullmatch(r"\{% if a.{40,52}…, line 1", branch)


def test_the_arm_stands_in_every_report(library: Library) -> None:
    text = f"A.\n{{% if a %}}\n{FAULT}\n{{% endif %}}\n"
    report = judge(library, message_of(text), rules="you-failed")
    branch = "{% if a %}, line 2"
    assert f"\n  branch: {branch}\n" in render(report, OutputFormat.FULL)
    assert render(report, OutputFormat.CONCISE).endswith(f" (branch: {branch})\n")
    assert json.loads(render(report, OutputFormat.JSON))["findings"][0]["branch"] == branch
    assert json.loads(render(report, OutputFormat.JSON_LINES))["branch"] == branch


def test_a_fix_is_given_only_where_its_words_lie_together(make: Make) -> None:
    library = make(cheese={"fix": {"replace": "brie"}})
    for text, fixed in (
        ("{% if a %}Blue cheese.{% endif %}", True),
        ("Blue {% if a %}and red {% endif %}cheese.", False),
    ):
        (finding,) = judge(library, message_of(text), rules="cheese").findings
        assert (finding.fix is not None) is fixed


def test_words_that_flow_around_an_arm_are_reported_from_end_to_end(make: Make) -> None:
    text = "Well, blue {% if a %}and red {% endif %}cheese it is."
    (finding,) = judge(make(cheese={}), message_of(text), rules="cheese").findings
    assert finding.words == "blue {% if a %}{% endif %}cheese"
    assert finding.span.of(text) == "blue {% if a %}and red {% endif %}cheese"
    assert finding.branch == "without {% if a %}, line 1"


def test_a_page_is_judged_arm_by_arm(library: Library) -> None:
    page = (
        "<p>{% if name %}Dear {{ name }},{% else %}<!-- -->{% endif %}</p>\n<p>Thank you.</p>\n"
        f"{{% if late %}}<p>It is late &amp; {FAULT.lower()}</p>{{% endif %}}\n<p>Bye</p>"
    )
    report = judge(library, message_of(page, Format.HTML), rules="missing-greeting you-failed")
    assert [(f.rule, f.branch, f.start.line) for f in report.findings] == [
        ("missing-greeting", "{% else %} of {% if name %}, line 1", 2),
        ("you-failed", "{% if late %}, line 3", 3),
    ]


def test_one_rule_speaks_for_another_in_each_world(make: Make) -> None:
    phrases = ["blue cheese and wine"]
    library = make(
        cheese={},
        pairing={"check": {"kind": "match", "phrases": phrases}, "supersedes": ["cheese"]},
    )
    text = "Blue cheese{% if a %} and wine{% endif %}."
    assert found(library, text, "cheese pairing") == [
        ("cheese", "without {% if a %}, line 1"),
        ("pairing", "{% if a %}, line 1"),
    ]


def test_alike_findings_in_two_arms_are_numbered(library: Library) -> None:
    text = f"{{% if a %}}{FAULT}{{% else %}}{FAULT}{{% endif %}}"
    one, other = judge(library, message_of(text), rules="you-failed").findings
    assert one.fingerprint.split(":")[0] == other.fingerprint.split(":")[0]
    assert (one.fingerprint.split(":")[1], other.fingerprint.split(":")[1]) == ("1", "2")


def test_a_reply_that_does_not_branch_pays_nothing() -> None:
    program = (
        "import sys, tonecheck\n"
        "tonecheck.check('Hi Ana,\\n\\nThank you, {{ name }}. You failed to pay.')\n"
        "print([name for name in sys.modules if 'branches' in name or 'engine.worlds' in name])"
    )
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_a_record_that_branches_is_judged_arm_by_arm(library: Library) -> None:
    from tonecheck.formats import Notation
    from tonecheck.sources import SourceEntry
    from tonecheck.sources.reading import read_records

    text = '{"a": "Hi.\\n{% if b == \\"c\\" %}You\\u0020failed to pay.{% else %}Bye.{% endif %}"}\n'
    entry = SourceEntry(files=("*.json",), text="$.a")
    (record,) = read_records(Source("a.json", text), Notation.JSON, [entry]).messages
    message = replace(prepare(record), kind=Kind.SNIPPET)
    (finding,) = judge(library, message, rules="you-failed").findings
    assert finding.words == "You failed to pay"
    assert finding.span.of(text) == "You\\u0020failed to pay"
    assert finding.branch == '{% if b == "c" %}, line 1'
