# Kinds of check that look at where something stands, how much of it there is, what goes with it.

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tonecheck.checks.dangling import NO_ATTACHMENTS
from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.finding import Report
from tonecheck.formats import Format, read
from tonecheck.library import Library
from tonecheck.library.compiled import freeze, thaw
from tonecheck.message import Channel, Context, Kind
from tonecheck.text import Source

Make = Callable[..., Library]


def judge(
    library: Library,
    text: str,
    *,
    channel: Channel = Channel.EMAIL,
    form: Format = Format.PLAIN,
    context: Context | None = None,
) -> Report:
    (message,) = read(Source("x", text), form)
    message = replace(
        prepare(message), kind=Kind.MESSAGE, channel=channel, context=context or message.context
    )
    return Engine(library).judge([Job(message, Ruleset(tuple(library.rules.values())))])


def found(report: Report) -> list[str | None]:
    return [finding.words for finding in report.findings]


# late

LATE = {"kind": "late", "act": "sorrow", "after": 0.6, "sentences": 4}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is red. It is blue. It is here. We are sorry.", ["We are sorry"]),
        ("It is red. It is blue. We are sorry. It is here.", []),
        ("It is red. It is blue. It is new. We are sorry. It is here.", ["We are sorry"]),
        ("We are sorry. It is blue. It is here. We are sorry.", []),
        ("It is red. It is here. We are sorry.", []),
        ("It is red. It is blue. It is here. You wrote that we are sorry.", []),
        ("Hi Ana,\n\nit is red. It is blue. It is here. We are sorry.\n\nBo", ["We are sorry"]),
    ],
)
def test_late(make: Make, text: str, expected: list[str]) -> None:
    assert found(judge(make(late={"check": LATE}), text)) == expected


# share

THANKS = {"phrases": ["thank you", "thanks"], "never": ["thanks for nothing"]}
SHARE = {"kind": "share", "of": THANKS, "max": 50, "sentences": 3}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thanks for it. It is red. Thank you. It is here.", []),
        ("Thanks for it. It is red. Thank you. Thanks.", ["Thanks"]),
        ("Thanks for it. It is red. Thanks, thank you, thanks.", ["Thanks"]),
        ("Thanks, thanks, thanks. It is red. It is here.", []),
        ("Thanks for it. Thank you.", []),
        ("Thanks for nothing. It is red. Thank you.", []),
    ],
)
def test_share(make: Make, text: str, expected: list[str]) -> None:
    assert found(judge(make(share={"check": SHARE}), text)) == expected


def test_share_tells_its_figures(make: Make) -> None:
    text = "{count} of {sentences} (limit {max}): {match}"
    report = judge(make(share={"check": SHARE, "text": text}), "Thanks. Thank you. It is here.")
    assert [finding.text for finding in report.findings] == ["2 of 3 (limit 50): Thanks"]


# dangling

FILE = {"kind": "dangling", "to": "attachment", "phrases": ["(is|are) attached"]}


@pytest.mark.parametrize(
    ("attachments", "text", "expected", "reasons"),
    [
        ((), "The bill is attached.", ["is attached"], []),
        (("bill.pdf",), "The bill is attached.", [], []),
        (("",), "The bill is attached.", [], []),
        (None, "The bill is attached.", [], [NO_ATTACHMENTS]),
        (None, "The bill is here.", [], []),
        ((), "You wrote that the bill is attached.", [], []),
        (None, "You wrote that the bill is attached.", [], []),
    ],
)
def test_words_about_a_file_need_one(
    make: Make,
    attachments: tuple[str, ...] | None,
    text: str,
    expected: list[str],
    reasons: list[str],
) -> None:
    report = judge(make(file={"check": FILE}), text, context=Context(attachments=attachments))
    assert found(report) == expected
    assert [skipped.reason for skipped in report.skipped] == reasons


def test_a_mail_tells_what_is_attached(make: Make) -> None:
    library = make(file={"check": FILE})
    head = "From: a@example.org\nTo: b@example.org\nSubject: x\n"
    plain = "Content-Type: text/plain\n\nThe bill is attached.\n"
    assert found(judge(library, f"{head}{plain}", form=Format.EMAIL)) == ["is attached"]
    mail = (
        f'{head}Content-Type: multipart/mixed; boundary="b"\n\n--b\n{plain}--b\n'
        "Content-Type: application/pdf\nContent-Disposition: attachment; filename=bill.pdf\n\n"
        "xx\n--b--\n"
    )
    assert found(judge(library, mail, form=Format.EMAIL)) == []


@pytest.mark.parametrize(
    ("form", "text", "is_dangling"),
    [
        (Format.PLAIN, "Follow this link.", True),
        (Format.PLAIN, "Follow this link: https://a.example", False),
        (Format.PLAIN, "Follow this link.\n\nhttps://a.example", False),
        (Format.PLAIN, "Follow this link: {{ reset_url }}", False),
        (Format.MARKDOWN, "Follow this link.", True),
        (Format.MARKDOWN, "Follow [this link](https://a.example).", False),
        (Format.MARKDOWN, "Follow [this link](/reset).", False),
    ],
)
def test_words_about_a_link_need_one(
    make: Make, form: Format, text: str, *, is_dangling: bool
) -> None:
    library = make(link={"check": {"kind": "dangling", "to": "link", "phrases": ["this link"]}})
    report = judge(library, text, form=form)
    assert bool(report.findings) is is_dangling
    assert report.skipped == ()


# words that lead their part


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("Regards,\nHarbour Team", ["Harbour Team"]),
        ("Regards,\nBo\nHarbour Team", []),
        ("Regards,\nHarbour Team\nHarbour Team", ["Harbour Team"]),
    ],
)
def test_leading_words_stand_first_in_their_part(make: Make, end: str, expected: list[str]) -> None:
    check = {"kind": "match", "phrases": ["harbour team"], "leading": True}
    library = make(team={"check": check, "in": ["signature"]})
    assert found(judge(library, f"Hi Ana,\n\nit is here.\n\n{end}\n")) == expected


# counted by paragraph


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Why? How?", ["?"]),
        ("Why?\n\nHow?", []),
        ("- Why?\n- How?", []),
        ("Why? Well.\n\nHow? Who? What?", ["?"]),
    ],
)
def test_count_per_paragraph(make: Make, text: str, expected: list[str]) -> None:
    check = {"kind": "count", "of": {"regex": ["\\?"]}, "max": 1, "per": "paragraph"}
    assert found(judge(make(many={"check": check}), text)) == expected


# the length of paragraphs and of the whole


@pytest.mark.parametrize(
    ("of", "limit", "text", "expected"),
    [
        ("paragraph-words", 3, "One two.\n\nOne two three four.", ["One two three four."]),
        ("paragraph-words", 3, "One two. Three.\nFour five.", ["One two. Three.\nFour five."]),
        ("paragraph-words", 3, "- One two three\n- four five six", []),
        ("paragraph-words", 3, "Hi Ana,\n\nit is red.\n\nAll the very best,\nBo", []),
        ("paragraph-words", 3, "It is red.\n\n> One two three four five.", []),
        ("characters", 10, "It is red.", []),
        ("characters", 9, "It is red.", ["It is red."]),
        ("characters", 9, "\n\nIt is.  \n\n\n", []),
        ("characters", 30, "It: https://a.example/" + "a" * 99, []),
        ("characters", 26, "It: https://a.example/" + "a" * 99, None),
        ("characters", 20, "It is.\n\n> It was red, and it is blue.", []),
    ],
)
def test_metric_of_shape(
    make: Make, of: str, limit: int, text: str, expected: list[str] | None
) -> None:
    report = judge(make(long={"check": {"kind": "metric", "of": of, "max": limit}}), text)
    assert len(report.findings) == 1 if expected is None else found(report) == expected


# identity-number


@pytest.mark.parametrize(
    ("of", "text"),
    [
        ("identity-number", "Your SSN 536-90-4399 is known."),
        ("access-key", "It is ghp_aaaabbbbccccddddeeeeffff00001111 now."),
        ("password", "Noted.\n\n> My password is lamp-4711.\n"),
    ],
)
def test_what_identifies_is_found_anywhere_and_never_shown(make: Make, of: str, text: str) -> None:
    anywhere = ["subject", "greeting", "body", "closing", "signature", "history", "code"]
    fields: dict[str, Any] = {"check": {"kind": "identity-number", "of": of}, "in": anywhere}
    report = judge(make(secret={**fields, "text": "“{match}” is one."}), text)
    (finding,) = report.findings
    assert set(finding.words or "") == {"•"}
    for secret in ("536", "ghp_aaaa", "4711"):
        assert secret not in repr(report)


# placeholders without a word for an empty record


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hi {{ first_name }},\n\nit is here.", ["{{ first_name }}"]),
        ("Hi {{ first_name | default: 'you' }},\n\nit is here.", []),
        ("Hi [[name]],\n\nit is here.", ["[[name]]"]),
        ("Hi [[name|you]],\n\nit is here.", []),
        ("Hi {first_name},\n\nit is here.", []),
        ("Hi *|FNAME|*,\n\nit is here.", []),
        ("Hi {% if first_name %}{{ first_name }}{% endif %},\n\nit is here.", []),
        ("Hi,\n\nit is here, {{ first_name }}.", []),
    ],
)
def test_a_bare_name_is_one_in_the_greeting_alone(
    make: Make, text: str, expected: list[str]
) -> None:
    check = {"kind": "placeholder", "state": "bare-name"}
    library = make(bare={"check": check, "in": ["greeting"]})
    assert found(judge(library, text)) == expected


# all


def test_the_kinds_survive_being_kept_on_disk(make: Make) -> None:
    link = {"kind": "dangling", "to": "link", "phrases": ["this link"], "leading": True}
    checks = {"late": LATE, "share": SHARE, "file": FILE, "link": link}
    checks |= {"dates": {"kind": "date", "act": "pledge"}}
    library = make(**{name: {"check": check} for name, check in checks.items()})
    content = freeze(library.rules, library.shapes, library.acts, library.lexicon)
    kept = thaw(content)[0]
    for name, rule in library.rules.items():
        assert type(kept[name].check) is type(rule.check)
    assert kept["late"].check == library.rules["late"].check
    assert kept["dates"].check == library.rules["dates"].check
