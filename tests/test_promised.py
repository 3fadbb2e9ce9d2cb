# What we promised earlier in a thread, and replies that pass over it.

from __future__ import annotations

from dataclasses import replace

import pytest

from tonecheck.checks.base import NO_EARLIER_REPLY
from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.finding import Report
from tonecheck.formats import Format, read
from tonecheck.library import Library
from tonecheck.message import Channel, Context, Kind
from tonecheck.text import Source

AGAIN = "Hello again, it is Tuesday and I am still waiting for news."
EMPTY = "Hi Al,\n\nthank you for your message. We are open until six.\n\nBest,\nMia"


def judged(library: Library, reply: str, *earlier: str, first_reply: bool | None = None) -> Report:
    (message,) = read(Source("a.txt", reply), Format.PLAIN)
    context = Context(in_reply_to=AGAIN, earlier=earlier or None, first_reply=first_reply)
    told = replace(prepare(message), kind=Kind.MESSAGE, channel=Channel.EMAIL, context=context)
    rules = Ruleset((library.rules["earlier-promise"],))
    return Engine(library).judge([Job(told, rules)])


@pytest.mark.parametrize(
    ("promise", "reply"),
    [
        ("We'll refund the £12 by Friday.", "The £12 went out this morning."),
        ("We'll refund the lamp.", "The money is on its way."),
        ("Our fitter will visit you on Monday.", "The technician fell ill, I am sorry."),
        ("I am going to send you a new key.", "Has the parcel not come?"),
        ("I will cancel the plan today.", "Your plan has ended, I checked."),
        ("I will ring you tomorrow.", "I said that I would, and I forgot."),
        ("The bike will be collected on Monday.", "The driver picks it up today."),
    ],
)
def test_a_promise_is_taken_up_by_its_deed_or_its_thing(
    library: Library, promise: str, reply: str
) -> None:
    earlier = f"Hi Al,\n\n{promise}\n\nBest,\nMia"
    assert not judged(library, f"Hi Al,\n\n{reply}\n\nBest,\nMia", earlier).findings
    (finding,) = judged(library, EMPTY, earlier).findings
    assert promise.split(" ", 1)[0] in finding.text


@pytest.mark.parametrize(
    "said",
    [
        "I will write to you by Friday.",
        "We'll look into it and let you know.",
        "If it breaks, we will replace it.",
        "We will replace it if it breaks.",
        "I will not refund this.",
        "You will need to send the form.",
        "The shop will be closed on Sunday.",
    ],
)
def test_what_is_kept_by_writing_or_binds_nobody_is_no_promise(library: Library, said: str) -> None:
    assert not judged(library, EMPTY, f"Hi Al,\n\n{said}\n\nBest,\nMia").findings


def test_only_the_last_message_before_counts(library: Library) -> None:
    old, new = "We will refund the lamp.", "The lamp has been refunded."
    assert judged(library, EMPTY, new, old).findings
    assert not judged(library, EMPTY, old, new).findings


def test_a_card_number_in_the_promise_is_not_printed(library: Library) -> None:
    (finding,) = judged(
        library, EMPTY, "We will refund £12 to 4111 1111 1111 1111 on Friday."
    ).findings
    assert "1111" not in finding.text
    assert "refund £12" in finding.text


def test_it_is_told_when_our_earlier_replies_are_not_known(library: Library) -> None:
    report = judged(library, EMPTY, first_reply=False)
    assert [(one.rule, one.reason) for one in report.skipped] == [
        ("earlier-promise", NO_EARLIER_REPLY)
    ]
