# A reply held against the customer's message.

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck import Linter
from tonecheck.checks.questions.asked import Asked, questions
from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.finding import Finding, Report
from tonecheck.formats import Format, read
from tonecheck.library import Library
from tonecheck.message import Context, Kind
from tonecheck.text import Source

CARD = "4111 1111 1111 1111"
COMPARING = (
    "asks-for-known",
    "contradicted-fact",
    "lower-case-name",
    "name-mismatch",
    "name-unused",
    "unanswered-question",
    "wrong-entity",
)


def judge(
    library: Library, text: str, context: Context, *rules: str, snippets: bool = True
) -> Report:
    (message,) = read(Source("a.txt", text), Format.PLAIN)
    job = Job(
        replace(prepare(message), kind=Kind.MESSAGE, context=context),
        Ruleset(tuple(library.rules[rule] for rule in rules)),
    )
    return Engine(library, snippets=snippets).judge([job])


def found(library: Library, text: str, context: Context, *rules: str) -> list[Finding]:
    return list(judge(library, text, context, *rules).findings)


THEIRS = (
    "Where is order 4418?",
    "I paid £85 on 12 May.",
    "My number is 0161 496 0122.",
    "Write to jo.park@mail.example.",
    f"My card is {CARD}.",
    "How much is the postage, and when does it ship?",
    "Is it blue? Can I return the oak frame?",
    "Photo attached. Thanks, Jo Park",
    "",
)
OURS = (
    "Hi Jo,\n\n",
    "Dear Ms Pork,\n\n",
    "Hello,\n\n",
    "Order 4481 is on the van.",
    "Could you send me your order number?",
    "You paid £58 on 21 May.",
    "Please send us a photo.",
    "We rang 0161 496 0212.",
    "Yes.",
    "It is {{ colour }}.",
    "\n\n> Where is order 4418?\n\n",
)


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.sampled_from(OURS), max_size=5),
    st.lists(st.sampled_from(THEIRS), max_size=4),
    st.sampled_from([None, "Jo Park", "Park, Jo", "Harbour Lamps Ltd", "王伟", "kev_1987"]),
)
def test_findings_stand_in_the_reply_and_tell_no_secret(
    library: Library, ours: list[str], theirs: list[str], name: str | None
) -> None:
    text = " ".join(ours)
    context = Context(in_reply_to=" ".join(theirs) or None, customer_name=name)
    for rule in COMPARING:
        for finding in judge(library, text, context, rule).findings:
            assert finding.words in {None, finding.message_span.of(text)}
            assert finding.region != "history"
            assert CARD not in finding.text


@pytest.mark.parametrize("rule", COMPARING)
def test_without_context_the_rule_is_skipped_with_a_reason(library: Library, rule: str) -> None:
    reply = "Hello,\n\nOrder 4481 is on the van. Could you send me your order number?"
    if "name" in rule and rule != "name-unused":
        reply = f"Hi jo,\n\n{reply}"
    report = judge(library, reply, Context(), rule)
    assert report.findings == ()
    (skipped,) = report.skipped
    assert skipped.reason in {"no customer message", "the customer's name is not known"}


def test_words_of_the_customer_stay_out_of_a_report_without_snippets(library: Library) -> None:
    context = Context(in_reply_to="Where is order 4418?", customer_name="Jo Park")
    for rule, text in (
        ("wrong-entity", "Order 4481 is on the van."),
        ("name-mismatch", "Hi Ana,\n\nit ships."),
        ("asks-for-known", "Could you send me your order number?"),
    ):
        (finding,) = judge(library, text, context, rule, snippets=False).findings
        assert finding.words is None
        assert finding.fix is None
        assert not any(word in finding.text for word in ("4418", "4481", "Jo"))
        assert not any("Jo" in suggestion for suggestion in finding.suggestions)


def test_secrets_in_a_question_are_masked(library: Library) -> None:
    theirs = f"How much is the fee for {CARD}?"
    (finding,) = found(library, "It is blue.", Context(in_reply_to=theirs), "unanswered-question")
    assert CARD not in finding.text
    assert "•" in finding.text
    assert finding.words is None


@pytest.mark.parametrize(
    ("theirs", "ours", "words"),
    [
        # one slip away
        ("order 4418", "Order 4481 is late.", "4481"),
        ("order 4418", "Order 4419 is late.", "4419"),
        ("order 44180", "Order 4418 is late.", "4418"),
        ("order FD-0098", "FD-0089 is late.", "FD-0089"),
        ("I paid £1,250.", "The £1,520 you paid are back.", "£1,520"),
        ("call 0161 496 0122", "I rang 0161 496 0212.", "0161 496 0212"),
        # another one altogether
        ("order 4418", "Order 9071 is late.", "9071"),
        ("I paid £8.", "The £9 you paid are back.", "£9"),
        # the same, or not to be held against it
        ("order 4418", "Order 4418 is late.", None),
        ("order #4418", "4418 is late.", None),
        ("order 4418", "Order 4481 replaces it.", None),
        ("order 4418", "I have placed order 9071 for you.", None),
        ("order 4418", "Your ticket is 4481.", None),
        ("orders 4418 and order 4481", "Order 4481 is late.", None),
        ("order 4418 and order 4480", "Order 4481 is late.", None),
        ("I paid £85.", "The lamp costs £58.", None),
        ("on 12 May", "on 13 May", None),
        ("on 12 May", "The 12 May is full; 21 May has room.", None),
        ("seat 4", "I have moved you to seat 5.", None),
        ("two 32 GB kits", "The 16 GB plan is on.", None),
        ("“order 4418”", "It is {{ order 4481 }}.", None),
    ],
)
def test_a_slip_is_told_from_another_thing(
    library: Library, theirs: str, ours: str, words: str | None
) -> None:
    context = Context(in_reply_to=theirs)
    findings = found(library, ours, context, "wrong-entity", "contradicted-fact")
    assert [finding.words for finding in findings] == ([] if words is None else [words])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When does it ship?", ["when"]),
        ("where is it, and how much is the lid?", ["other", "how much"]),
        ("Is it blue? Also can I return mine?", ["yes or no", "yes or no"]),
        ("is it still there, and do you take cards?", ["yes or no", "yes or no"]),
        ("how long does the refund take", ["how long"]),
        ("do you have it in tall", ["yes or no"]),
        ("Can you tell me how many seats are left?", ["how many"]),
        ("I was wondering whether it fits.", ["yes or no"]),
        ("Could you change my address?", ["request"]),
        ("Before I pay, is there a fee?", ["yes or no"]),
        ("Before I pay: any fee?", ["other"]),
        ("Thanks! And what's the price of the red one?", ["how much"]),
        # none
        ("When I restart it, it stops.", []),
        ("When it rains, it stops?", ["other"]),
        ("Hi, how are you?", []),
        ("Are you kidding me?", []),
        ("How much longer must I wait?", []),
        ("He asked “when does it ship?”", []),
        ("What a lovely lamp.", []),
        ("It is blue.", []),
        ("", []),
    ],
)
def test_questions_are_split_and_typed(library: Library, text: str, expected: list[str]) -> None:
    (message,) = read(Source("a.txt", text), Format.PLAIN)
    reading = Engine(library).read(prepare(message))
    asked = questions(reading)
    assert [question.asked.value for question in asked] == expected
    assert all(question.span.of(text).strip() for question in asked)


def test_every_type_of_question_has_a_name_of_its_own() -> None:
    assert len({asked.value for asked in Asked}) == len(Asked)


@pytest.mark.parametrize(
    ("theirs", "ours", "times"),
    [
        ("How much is it?", "It is blue.", 1),
        ("How much is it, and when does it ship?", "It is blue.", 2),
        ("How much is it?", "It is £12.", 0),
        ("How much is it?", "There is no charge.", 0),
        ("How much is it?", "That depends on the size.", 0),
        ("How much is it?", "See https://shop.example/prices.", 0),
        ("How much is it?", "I will find out and write to you.", 0),
        ("How much is it?", "We do not sell it.", 0),
        ("How many seats are left?", "The show is a success.", 1),
        ("How many seats are left?", "Twelve.", 0),
        ("Is there a ramp?", "Details can be found on our website.", 1),
        ("Is there a ramp?", "Yes; more can be found on our website.", 0),
        ("Thanks!", "It is blue.", 0),
        ("How much is it?", "", 0),
    ],
)
def test_an_answer_is_of_the_type_that_is_asked_for(
    library: Library, theirs: str, ours: str, times: int
) -> None:
    context = Context(in_reply_to=theirs)
    assert len(found(library, ours, context, "unanswered-question")) == times


@pytest.mark.parametrize(
    ("greeted", "words"), [("Jo", None), ("Tom", None), ("Owen", None), ("Ana", "Ana")]
)
def test_any_name_in_the_quoted_mail_may_be_greeted(
    library: Library, greeted: str, words: str | None
) -> None:
    text = (
        f"Hi {greeted},\n\nit ships.\n\nRegards,\nMira Holm\n\n"
        "On 4 May 2026 at 10:00, Tom Ray <tom@shop.example> wrote:\n> Hi Jo,\n> I will ask.\n>\n"
        "> On 3 May 2026 at 09:00, Jo Park <jo@mail.example> wrote:\n>> It is Owen's lamp.\n"
    )
    findings = found(library, text, Context(), "name-mismatch")
    assert [finding.words for finding in findings] == ([] if words is None else [words])


def test_whom_the_reply_greets_is_whom_it_answers(library: Library) -> None:
    for greeted, answered in (("Jo", "Is it blue?"), ("Tom", "I will ask."), ("", "I will ask.")):
        text = (
            f"Hi {greeted},\n\nit ships.\n\nRegards,\nMira Holm\n\n"
            "On 4 May 2026 at 10:00, Tom Ray <tom@shop.example> wrote:\n> I will ask.\n>\n"
            "> On 3 May 2026 at 09:00, Jo Park <jo@mail.example> wrote:\n>> Is it blue?\n"
        )
        (message,) = read(Source("a.txt", text), Format.PLAIN)
        context = Engine(library).read(prepare(message)).message.context
        assert context.in_reply_to == answered


def test_the_history_is_what_a_text_answers() -> None:
    text = "Hi Jo,\n\nOrder 4481 is on the van.\n\nRegards,\nMira\n\n> Where is order 4418?\n"
    linter = Linter(select=["wrong-entity"], cache=False)
    assert [finding.words for finding in linter.check(text).findings] == ["4481"]
    assert linter.check(text, context=Context(in_reply_to="Order 4481?")).findings == ()
