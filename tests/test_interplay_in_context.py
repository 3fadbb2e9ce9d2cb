# What the customer did, and rules side by side: a fitting reply has no fault, a cold one has one.

from __future__ import annotations

from functools import cache

import pytest

from tonecheck import Linter
from tonecheck.finding import Finding
from tonecheck.message import Channel, Context

FITTING = {
    "my parcel never arrived": "I am sorry that it is lost. I will post a new one on Friday.",
    "Nobody came again!!! This is a joke.": (
        "I am sorry that you waited in for us twice. Our fitter will ring you today at 4."
    ),
    "My father passed away on Sunday. Please close his account.": (
        "I am very sorry for your loss. I have closed the account, and nothing is left to pay."
    ),
    "I wrote to you on the 3rd and have had no answer about the lid.": (
        "I am sorry that you had to ask twice. The new lid leaves on Friday."
    ),
    "You should sell the lid in red.": (
        "Thank you for the idea of a red lid. I have passed it to our workshop."
    ),
    "Thank you so much, the new lid is lovely!": "Thank you, that made our day.",
    "Please close my account.": "Thank you for the years with us. I have closed it today.",
}
COLD = [
    ("missing-apology", "my parcel never arrived", "The next one leaves on Friday.", None),
    ("missing-apology", "you charged me twice, I am furious", "Here is 12 back.", None),
    ("missing-empathy", "My wife died in May.", "I have closed the account.", None),
    (
        "late-unacknowledged",
        "I wrote to you on the 3rd, any news?",
        "The lid leaves on Friday.",
        None,
    ),
    (
        "tone-mismatch",
        "My father passed away on Sunday.",
        "Super news, it is closed. I am very sorry for your loss.",
        "Super news",
    ),
    (
        "cold-open",
        "the lid arrived broken",
        "Please send us the old lid. I am sorry that it broke.",
        "Please send",
    ),
]


@cache
def linter() -> Linter:
    return Linter()


def judged(body: str, customer: str, channel: Channel = Channel.EMAIL) -> list[Finding]:
    end = "Write to me if anything is unclear.\n\nKind regards,\nMira Holm"
    text = f"Dear Ms Novak,\n\n{body}\n\n{end}"
    context = Context(in_reply_to=customer, first_reply=True, now="2026-06-01", attachments=())
    return list(linter().check(text, channel=channel, context=context).findings)


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("customer", FITTING)
def test_a_fitting_reply_has_no_fault(customer: str, channel: Channel) -> None:
    found = judged(FITTING[customer], customer, channel)
    assert [(finding.rule, finding.words) for finding in found] == []


@pytest.mark.parametrize(("rule", "customer", "body", "words"), COLD)
def test_a_cold_reply_has_one_fault(rule: str, customer: str, body: str, words: str | None) -> None:
    found = judged(body, customer)
    assert [(finding.rule, finding.words) for finding in found] == [(rule, words)]


@pytest.mark.parametrize(("rule", "customer", "body", "words"), COLD)
def test_without_the_customer_s_words_no_such_fault_is_named(
    rule: str, customer: str, body: str, words: str | None
) -> None:
    del customer, words
    context = Context(first_reply=True, now="2026-06-01", attachments=())
    report = linter().check(body, context=context)
    assert rule not in {finding.rule for finding in report.findings}
    assert rule in {skipped.rule for skipped in report.skipped}
