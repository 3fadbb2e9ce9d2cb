# Mailboxes: one file of many mails, and folders with one mail a file.

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.cache import default_folder
from tonecheck.engine import answered, left_out
from tonecheck.errors import InputError
from tonecheck.finding import NotRead
from tonecheck.formats import Format, format_at, format_of, read
from tonecheck.message import Message, Part
from tonecheck.run import Input, Plan, Run
from tonecheck.settings import Choices
from tonecheck.text import Source, Span

law = settings(max_examples=500, deadline=None)

FROM = "From ana@shop.example Mon May  4 09:12:00 2026\n"
FAULT = "You failed to attach the receipt."


def mail(body: str, *, number: int = 0, more: str = "") -> str:
    named = f"Message-ID: <{number}@shop.example>\n" if number else ""
    return (
        f"From: Ana <ana@shop.example>\nTo: jo@mail.example\nSubject: Lid\n{named}{more}\n{body}\n"
    )


def box(*mails: str) -> str:
    return "".join(f"{FROM}{one}\n" for one in mails)


def read_all(text: str | bytes) -> tuple[Message, ...]:
    data = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
    messages = read(Source.decode("a.mbox", data, errors="surrogateescape"), Format.MBOX)
    for message in messages:
        for piece in message.origin.pieces:
            shown, stands = piece.text.of(message.text), piece.source.of(message.source.text)
            assert (stands if piece.decode is None else piece.decode(stands)) == shown
    return messages


def body(message: Message) -> str:
    parts = (r.span for r in message.regions if r.what is not Part.SUBJECT)
    return "".join(message.words(span) for span in parts)


def plan(*select: str) -> Plan:
    return Plan(flags=Choices(select=select), isolated=True, cache=default_folder())


# Mails in a mailbox


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_every_mail_is_a_message_with_its_id(end: str) -> None:
    text = box(mail("One."), mail("Two.", number=7), mail("Three.")).replace("\n", end)
    messages = read_all(text)
    assert [message.id for message in messages] == ["mail 1", "7@shop.example", "mail 3"]
    assert [body(message).strip() for message in messages] == ["One.", "Two.", "Three."]
    assert all(message.context.subject == "Lid" for message in messages)


@pytest.mark.parametrize(
    "line",
    [
        "From MAILER-DAEMON Fri Jul  8 12:08:34 2011",
        "From 1790@xxx Mon Jan 01 00:00:00 +0000 2026",
        "From - Sat Jan 03 01:05:34 1996",
        "From a@b.example 2026-05-04T09:30",
    ],
)
def test_lines_above_a_mail_have_many_forms(line: str) -> None:
    text = f"{line}\n{mail('One.')}\n{line}\n{mail('Two.')}"
    assert [body(message).strip() for message in read_all(text)] == ["One.", "Two."]


@pytest.mark.parametrize(
    "words",
    [
        "From now on we open at 09:00.\nNote: not on Sunday.",
        "Hi,\n\nFrom 09:00 we are open.\nAll day.",
        "Hi,\n\nFrom now on\nNote: closed.",
        "Hi,\n\n From a@b.example Mon May  4 09:12:00 2026\nNote: x",
        "Hi,\nFrom a@b.example Mon May  4 09:12:00 2026\nNote: x",
    ],
)
def test_prose_begins_no_mail(words: str) -> None:
    first, second = read_all(box(mail(words), mail("Two.")))
    assert body(first).strip() == words.strip()
    assert body(second).strip() == "Two."


def test_a_mail_alone_is_a_mailbox_too() -> None:
    (message,) = read_all(mail("One.", number=3))
    assert (message.id, body(message).strip()) == ("3@shop.example", "One.")


def test_text_above_the_first_mail_is_told() -> None:
    (message,) = read_all("Not a mail.\n\n" + box(mail("One.")))
    assert list(left_out(message)) == [
        NotRead("a.mbox", "mail 1", "text above the first mail", 1, 1)
    ]


@pytest.mark.parametrize("text", ["", "\n", "No mails here.", "From afar\n\n"])
def test_a_file_without_mails_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.mbox"
    path.write_text(text)
    report = Run(plan("you-failed")).check([Input(path, "a.mbox")])
    assert report.not_read == (NotRead("a.mbox", None, "no mails"),)
    assert (report.messages, report.errors) == (0, ())


def test_a_part_that_cannot_be_read_costs_its_mail_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    bad = mail(FAULT, more="Content-Type: text/plain; charset=x-y\n")
    path.write_text(box(mail("One."), bad, mail(FAULT)))
    report = Run(plan("you-failed")).check([Input(path, "a.mbox")])
    assert [failure.text for failure in report.errors] == [
        "a.mbox:14: unknown charset ‘x-y’ in Content-Type; name one that exists, such as utf-8"
    ]
    assert [finding.message_id for finding in report.findings] == ["mail 3"]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        (FAULT, "8bit"),
        (FAULT.replace("failed", "fai=\nled"), "quoted-printable"),
        ("WW91IGZhaWxlZCB0byBhdHRh\nY2ggdGhlIHJlY2VpcHQu", "base64"),
    ],
)
def test_a_fault_in_the_third_mail_has_its_id_and_place(
    tmp_path: Path, written: str, encoding: str, end: bytes
) -> None:
    third = mail(written, number=3, more=f"Content-Transfer-Encoding: {encoding}\n")
    text = box(mail("One."), mail(">From here on.\n>>From"), third, mail("Four."))
    path = tmp_path / "a.mbox"
    path.write_bytes(text.encode().replace(b"\n", end))
    (finding,) = Run(plan("you-failed")).check([Input(path, "a.mbox")]).findings
    assert (finding.message_id, finding.rule) == ("3@shop.example", "you-failed")
    line = text[: text.index(written)].count("\n") + 1
    assert (finding.start.line, finding.start.column) == (line, 1)


# Lines that were escaped


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (">From here on.", "From here on."),
        (">>From here on.", ">From here on."),
        ("> From here on.", "> From here on."),
        ("a >From b", "a >From b"),
        (">From\n>From a\n>From b", ">From\nFrom a\nFrom b"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_escaped_lines_are_read_as_they_were_written(written: str, expected: str, end: str) -> None:
    (message,) = read_all(box(mail(written)).replace("\n", end))
    assert body(message).replace(end, "\n").strip() == expected
    start = message.text.rindex("From")
    assert message.place(Span(start, start + 4)).of(message.source.text) == "From"


BODIES = st.lists(
    st.sampled_from("From a|>From b|>>From c|\n|\n\n|é|=|\U0001f600 |word".split("|")),
    max_size=12,
).map("".join)
ENDS = st.sampled_from(["\n", "\r\n"])


@law
@given(st.lists(BODIES, min_size=1, max_size=5), ENDS)
def test_what_was_escaped_is_read_back(bodies: list[str], end: str) -> None:
    escaped = [re.sub(r"(?m)^(>*From )", r">\1", words) for words in bodies]
    numbered = [mail(f"{words} word{n}word", number=n + 1) for n, words in enumerate(escaped)]
    messages = read_all(box(*numbered).replace("\n", end))
    assert [body(message).replace(end, "\n").rstrip("\n") for message in messages] == [
        f"{words} word{n}word" for n, words in enumerate(bodies)
    ]
    for number, message in enumerate(messages):
        word = f"word{number}word"
        start = message.text.index(word)
        place = message.place(Span(start, start + len(word)))
        assert place.of(message.source.text) == word


@law
@given(
    st.lists(
        st.sampled_from([FROM, mail("One."), "\n", "From ", ">From ", "a", "Subject: x\n"]),
        max_size=12,
    ).map("".join),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_mailbox_is_read(text: str, end: str) -> None:
    messages = read_all(text.replace("\n", end))
    assert all(message.id for message in messages)


# Maildir


def maildir(folder: Path, **mails: str) -> Path:
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    for place, text in mails.items():
        (folder / place.replace("_", "/", 1)).write_text(text)
    return folder


def test_a_maildir_holds_mails(tmp_path: Path) -> None:
    folder = maildir(tmp_path / "Mail", **{"cur_1.a:2,S": "x", "new_2.a.json": "x", "tmp_3": "x"})
    assert format_at(folder / "cur" / "1.a:2,S") is Format.EMAIL
    assert format_at(folder / "new" / "2.a.json") is Format.EMAIL
    assert format_at(folder / "tmp" / "3") is None
    (tmp_path / "cur").mkdir()
    assert format_at(tmp_path / "cur" / "1") is None
    assert format_of("a.mbox") is Format.MBOX


def test_mails_of_a_maildir_are_named_by_id_or_file(tmp_path: Path) -> None:
    folder = maildir(
        tmp_path / "Mail", **{"cur_1.a:2,S": mail(FAULT), "new_2.a.json": mail(FAULT, number=2)}
    )
    run = Run(plan("you-failed"))
    inputs = [Input(path, path.name) for path in sorted(folder.rglob("*.a*"))]
    findings = run.check(inputs).findings
    assert [(f.path, f.message_id) for f in findings] == [
        ("1.a:2,S", "1.a"),
        ("2.a.json", "2@shop.example"),
    ]


# As the message that is answered


def test_the_message_that_is_answered_is_the_only_one(tmp_path: Path) -> None:
    (tmp_path / "one.mbox").write_text(box(mail("One.")))
    assert answered(tmp_path / "one.mbox").in_reply_to == "Lid\nOne.\n\n"
    (tmp_path / "two.mbox").write_text(box(mail("One."), mail("Two.")))
    with pytest.raises(InputError, match=r"two\.mbox: holds 2 mails, and one is wanted"):
        answered(tmp_path / "two.mbox")
