# Mail of many parts: whose words are read, what is told of the rest, and where all of it stands.

from __future__ import annotations

import base64
import quopri
import re
from dataclasses import replace
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.engine import Engine, Job, Ruleset, left_out, prepare
from tonecheck.errors import InputError
from tonecheck.finding import Failure, NotRead, Report
from tonecheck.formats import Format, read
from tonecheck.library import Library
from tonecheck.message import Kind, Message, Part
from tonecheck.text import Source, Span

law = settings(max_examples=500, deadline=None)


def read_one(data: bytes | str) -> Message:
    data = data if isinstance(data, bytes) else data.encode("utf-8", "surrogateescape")
    source = Source.decode("a.eml", data, errors="surrogateescape")
    (message,) = read(source, Format.EMAIL)
    return message


def regions(message: Message) -> list[tuple[Part, str]]:
    return [(region.what, message.words(region.span)) for region in message.regions]


def assert_places(message: Message) -> None:
    file = message.source.text
    for piece in message.origin.pieces:
        shown, stands = piece.text.of(message.text), piece.source.of(file)
        assert (stands if piece.decode is None else piece.decode(stands)) == shown


HEAD = "From: Bob <bob@shop.example>\nTo: ana@home.example\nSubject: Your lid\n"


def multipart(kind: str, *parts: str, boundary: str = "o", more: str = "") -> str:
    inner = "".join(f"--{boundary}\n{part}\n" for part in parts)
    return f"Content-Type: multipart/{kind}; boundary={boundary}{more}\n\n{inner}--{boundary}--\n"


def text(words: str, kind: str = "plain", more: str = "") -> str:
    return f"Content-Type: text/{kind}; charset=utf-8\n{more}\n{words}"


def named(kind: str, name: str, disposition: str = "attachment") -> str:
    return f'Content-Type: {kind}\nContent-Disposition: {disposition}; filename="{name}"\n\nx'


LOGO = named("image/png", "l.png", "inline")
MIXED = "Content-Type: multipart/mixed"
SIGNATURE = "Content-Type: application/pgp-signature; name=signature.asc\n\nxyz"
FORWARDED = "Content-Type: message/rfc822\n\nFrom: a@b.example\nSubject: S\n\nYou failed.\n"


# Which part is the writer's own


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(
    ("mail", "words", "attachments"),
    [
        (text("Hi."), "Hi.", ()),
        (text("<p>Hi <b>Jo</b>.", "html"), "Hi Jo.", ()),
        (multipart("alternative", text("plain"), text("<p>rich", "html")), "rich", ()),
        (multipart("alternative", text("<p>rich", "html"), text("plain")), "rich", ()),
        (multipart("alternative", text("plain"), text(" <p> ", "html")), "plain", ()),
        (multipart("alternative", text("plain"), text("x", "x-amp-html")), "plain", ()),
        (
            multipart("alternative", text("plain"), named("text/calendar", "i.ics")),
            "plain",
            ("i.ics",),
        ),
        (multipart("mixed", named("text/plain", "a.txt"), text("Hi.")), "Hi.", ("a.txt",)),
        (
            multipart("mixed", text("Hi."), named("text/plain", "a.txt", "inline")),
            "Hi.",
            ("a.txt",),
        ),
        (
            multipart("mixed", named("text/plain", "a.txt", "inline"), text("Hi.")),
            "x\n\nHi.",
            (),
        ),
        (
            multipart("mixed", text("One."), named("image/png", "b.png", "inline"), text("Two.")),
            "One.\n\nTwo.",
            ("b.png",),
        ),
        (multipart("mixed", text("Hi."), "Content-Type: image/png\n\nx"), "Hi.", ("image/png",)),
        (
            multipart(
                "mixed",
                multipart(
                    "alternative",
                    text("plain"),
                    multipart("related", text("rich", "html"), LOGO, boundary="r"),
                    boundary="i",
                ),
                named("application/pdf", "c.pdf"),
            ),
            "rich",
            ("l.png", "c.pdf"),
        ),
        (
            multipart(
                "related",
                named("image/png", "l.png", "inline"),
                text("rich", "html", "Content-ID: <1>\n"),
                more='; start="<1>"',
            ),
            "rich",
            ("l.png",),
        ),
        (multipart("signed", text("Hi."), SIGNATURE), "Hi.", ()),
        (multipart("report", text("Hi."), "Content-Type: message/delivery-status\n\nx"), "Hi.", ()),
        (multipart("mixed", text("Hi."), FORWARDED), "Hi.", ("message/rfc822",)),
        (multipart("x-own", text("Hi.")), "Hi.", ()),
        (multipart("mixed", "\nHi."), "Hi.", ()),
        (multipart("mixed", text("")), "", ()),
        (multipart("mixed", named("application/pdf", "c.pdf")), "", ("c.pdf",)),
    ],
)  # fmt: skip
def test_the_writers_own_words_are_read(
    mail: str, words: str, attachments: tuple[str, ...], end: str
) -> None:
    message = read_one((HEAD + mail).replace("\n", end))
    body = "".join(words for what, words in regions(message) if what is not Part.SUBJECT)
    assert body.replace(end, "\n").strip() == words
    assert message.context.attachments == attachments
    assert_places(message)
    prepare(message)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Content-Disposition: attachment; filename*=utf-8''caf%C3%A9.pdf", "café.pdf"),
        ("Content-Disposition: attachment; filename*0=a; filename*1=b.pdf", "ab.pdf"),
        (
            "Content-Disposition: attachment;\n filename*0*=utf-8''%C3%A9;\n filename*1=.pdf",
            "é.pdf",
        ),
        ("Content-Disposition: attachment; filename*=x-none''a%E9.pdf", "aé.pdf"),
        ("Content-Disposition: attachment; filename==?utf-8?q?caf=C3=A9.pdf?=", "café.pdf"),
        ('Content-Disposition: attachment; filename="=?utf-8?b?w6k=?=.pdf"', "é.pdf"),
        ("Content-Type: image/png; name=c.png", "c.png"),
        ("Content-Disposition: attachment", "text/plain"),
    ],
)
def test_attachments_have_names(head: str, name: str) -> None:
    message = read_one(HEAD + multipart("mixed", text("Hi."), f"{head}\n\nx"))
    assert message.context.attachments == (name,)


@pytest.mark.parametrize(
    ("mail", "expected"),
    [
        (
            multipart("mixed", text("Hi."), FORWARDED),
            [NotRead("a.eml", None, "forwarded message", 11, 16)],
        ),
        (
            multipart("digest", "\nSubject: a\n\nb"),
            [
                NotRead("a.eml", None, "forwarded message", 6, 11),
            ],
        ),
        (
            multipart("encrypted", text("Version: 1"), named("application/octet-stream", "e.asc")),
            [NotRead("a.eml", None, "encrypted", 6, 15)],
        ),
        (
            multipart("mixed", text("Hi."), "Content-Type: multipart/mixed\n\nx"),
            [
                Failure(
                    "a.eml",
                    "a.eml:11: the parts of a multipart cannot be told apart (no boundary is named "
                    "or found, or more than 20 lie in each other); save the mail anew, or exclude "
                    "it",
                    11,
                )
            ],
        ),
        (
            multipart("mixed", text("Hi."), "Content-Type: text/plain; charset=x-y\n\nx"),
            [
                Failure(
                    "a.eml",
                    "a.eml:11: unknown charset ‘x-y’ in Content-Type; name one that exists, such "
                    "as utf-8",
                    11,
                )
            ],
        ),
    ],
)
def test_what_is_left_out_is_told(mail: str, expected: list[NotRead | Failure]) -> None:
    message = read_one(HEAD + mail)
    assert list(left_out(message)) == expected
    assert "failed" not in message.text
    failed = any(isinstance(left, Failure) for left in expected)
    assert message.kind is (Kind.SNIPPET if failed else None)


@pytest.mark.parametrize(
    "mail",
    [
        multipart("mixed", text("Hi."), "Content-Type: text/plain; charset=x-y\n\nx"),
        multipart("alternative", "Content-Type: text/plain; charset=x-y\n\nx", text("Hi.", "html")),
        multipart("alternative", text("Hi."), "Content-Type: text/html; charset=x-y\n\nx"),
    ],
)
def test_an_unknown_charset_costs_its_part_alone(mail: str) -> None:
    assert regions(read_one(HEAD + mail))[1:] == [(Part.BODY, "Hi.")]


def judged(library: Library, mail: str, *names: str) -> Report:
    message = prepare(read_one(HEAD + mail))
    message = replace(message, kind=message.kind or Kind.MESSAGE)
    rules = tuple(library.rules[name] for name in names)
    return Engine(library).judge([Job(message, Ruleset(rules))])


FAULTS = ("you-failed", "missing-greeting", "unresolved-placeholder", "long-sentence")


@pytest.mark.parametrize(
    ("plain", "rich", "expected"),
    [
        ("Hi, you failed to pay.", "Hi, you failed to pay.", [("you-failed", 13)]),
        ("Hi, you failed to pay. [1]", "Hi, you failed to pay.", [("you-failed", 13)]),
        ("Hi, you failed to pay.", "Hi, it is here.", [("you-failed", 9)]),
        ("Hi, it is here.", "Hi, you failed to pay.", [("you-failed", 13)]),
        ("Hi {{ name }}, so.", "Hi Ana, so.", [("unresolved-placeholder", 9)]),
        ("[logo] It is here.", "Hi, it is here.", []),
        ("Hi, " + "it is here and " * 20 + "so.", "Hi, it is " + "<br>and so." * 20, []),
    ],
)
def test_alternatives_are_both_read_and_reported_once(
    library: Library, plain: str, rich: str, expected: list[tuple[str, int]]
) -> None:
    mail = multipart("alternative", text(plain), text(rich, "html"))
    report = judged(library, mail, *FAULTS)
    assert [(finding.rule, finding.start.line) for finding in report.findings] == expected
    assert report.messages == 1


def test_the_alternative_tells_nothing_else_twice(library: Library) -> None:
    quoted = "\n\nOn Mon, 4 May 2026, Jo <jo@mail.example> wrote:\n> No.\n"
    cited = "<blockquote type=cite>No."
    mail = multipart("alternative", text("Hi there," + quoted), text("Hi," + cited, "html"))
    report = judged(library, mail, "wrong-entity")
    assert len(report.not_read) == 1
    assert [entry.messages for entry in report.skipped] == [1] * len(report.skipped)


def test_a_report_tells_what_was_left_out(library: Library) -> None:
    mail = multipart("mixed", text("Hi."), "Content-Type: text/plain; charset=x-y\n\nx", FORWARDED)
    report = judged(library, mail, "you-failed")
    assert [failure.line for failure in report.errors] == [11]
    assert [entry.what for entry in report.not_read] == ["forwarded message"]


@pytest.mark.parametrize(
    ("mail", "words"),
    [
        (f"{MIXED}\n\nx\n--=_b\nContent-Id: 1\n\nHi.\n--=_b--\n", "Hi."),
        (f'{MIXED}; boundary="a b"\n\n--a b \n\nHi.\n--a b--', "Hi."),
        (f'{MIXED}; boundary="a;b"\n\n--a;b\n\nHi.\n--a;bc\n--a;b--', "Hi.\n--a;bc"),
        (f"{MIXED}; boundary=-\n\n---\n\nHi.\n----\n-----", "Hi.\n----"),
        (f"{MIXED};\n\tboundary=a\n\n--a\n\nHi. --a\n", "Hi. --a\n"),
        (f"{MIXED}; boundary=a\n\n--a\n--a\n--a\n\nHi.\n--a--\nend", "Hi."),
        (f"{MIXED}; boundary=a\n\n--a\n\n\nHi.\n\n--a--", "\nHi.\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_parts_are_told_apart(mail: str, words: str, end: str) -> None:
    message = read_one((HEAD + mail).replace("\n", end))
    assert "".join(words for _, words in regions(message)[1:]) == words.replace("\n", end)


def test_a_mail_of_nothing_but_an_unreadable_text_is_an_error() -> None:
    with pytest.raises(InputError, match=r"^a\.eml: the parts of a multipart"):
        read_one(HEAD + "Content-Type: multipart/mixed; boundary=a\n\nno part")


# Lines that flow


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("exam \nple is here.\n", "example is here.\n"),
        ("one  \ntwo \n three\n", "one twothree\n"),
        ("one\ntwo\n", "one\ntwo\n"),
        ("> one \n> two\n", "> one \n> two\n"),
        ("one \n> two\n", "one \n> two\n"),
        ("one\n-- \nBob\n", "one\n-- \nBob\n"),
        (" \n \n \n", "\n \n"),
        ("one \n\ntwo", "one \n\ntwo"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_words_that_flow_over_a_line_end_are_whole(words: str, expected: str, end: str) -> None:
    kind = "Content-Type: text/plain; format=flowed; delsp=yes\n\n"
    message = read_one((HEAD + kind + words).replace("\n", end))
    assert "".join(words for _, words in regions(message)[1:]) == expected.replace("\n", end)
    assert_places(message)
    kept = read_one((HEAD + kind.replace("; delsp=yes", "") + words).replace("\n", end))
    assert "".join(words for _, words in regions(kept)[1:]) == words.replace("\n", end)


# What is no mail


@pytest.mark.parametrize(
    "draft",
    [
        "Note: this is prose\n\nHi Ana,\n",
        "Note: this is prose.\nTo: be exact, two of them\nare lost.\n",
        "From: Berlin\nTo: Paris\nis the way that your parcel takes.\n",
    ],
)
def test_a_draft_without_a_head_is_a_draft(draft: str) -> None:
    message = read_one(draft)
    assert regions(message) == [(Part.BODY, draft)]
    assert message.envelope is None


# Places

WORDS = st.lists(
    st.sampled_from(
        "a|b |é|e\u0301|\U0001f600|👨\u200d👩\u200d👧|日本| |\r\n|\r\n\r\n|=".split("|")
    ),
    max_size=25,
).map("".join)
PLANTED = st.sampled_from(
    ["planted", "You failed", "plänted", "e\u0301e\u0301", "\U0001f600\U0001f601", "日本x"]
)
CODINGS = st.sampled_from(["8bit", "quoted-printable", "base64", "tight", "odd"])
KINDS = st.sampled_from(["plain", "html"])
ENDS = st.sampled_from(["\n", "\r\n"])


def coded(words: str, coding: str, width: int) -> tuple[str, str]:
    data = words.encode()
    if coding == "8bit":
        return words, "8bit"
    if coding == "quoted-printable":
        quoted = quopri.encodestring(data.replace(b"\r\n", b"\n")).decode()
        return quoted.replace("\n", "\r\n"), coding
    if coding == "tight":  # a soft break after every few characters
        quoted = "".join(f"={byte:02X}" for byte in data)
        lines = [quoted[at : at + 3 * width] for at in range(0, len(quoted), 3 * width)]
        return "=\r\n".join(lines), "quoted-printable"
    digits = base64.b64encode(data).decode()
    width = width if coding == "odd" else 76
    return "\r\n".join(digits[at : at + width] for at in range(0, len(digits), width)), "base64"


@law
@given(st.tuples(WORDS, PLANTED, WORDS), CODINGS, st.integers(1, 30), KINDS)
def test_a_planted_word_stands_where_it_is_said_to(
    parts: tuple[str, str, str], coding: str, width: int, kind: str
) -> None:
    word = parts[1]
    inner = "<p>{}   {}   {}</p>" if kind == "html" else "{}   {}   {}"
    body, encoding = coded(inner.format(*parts), coding, width)
    leaf = text(body, kind, f"Content-Transfer-Encoding: {encoding}\n").replace("\n\n", "\r\n\r\n")
    mail = multipart("mixed", text("First part."), leaf, named("image/png", "a.png"))
    message = read_one(HEAD + mail)
    assert_places(message)
    assert word in message.text
    for found in re.finditer(re.escape(word), message.text):
        span = Span(*found.span())
        hull = message.place(span)
        decoded = "".join(
            piece.decode(piece.source.of(message.source.text))
            if piece.decode
            else piece.source.of(message.source.text)
            for piece in message.origin.pieces
            if piece.text.overlaps(span)
        )
        assert word in decoded
        raw = hull.of(message.source.text)
        match encoding:
            case "8bit":
                assert raw == word
            case "quoted-printable":
                assert quopri.decodestring(raw.encode()).decode() == word
            case _:
                digits = re.sub(r"\s", "", raw)
                shown = base64.b64decode(digits + "=" * (-len(digits) % 4)).decode(
                    "utf-8", "ignore"
                )
                assert word in shown
                assert len(shown.encode()) - len(word.encode()) < 12


@law
@given(st.lists(st.sampled_from(["plain", "rich", "file", "nested"]), max_size=6), ENDS, CODINGS)
def test_no_word_of_any_part_is_lost(kinds: list[str], end: str, coding: str) -> None:
    leaves: list[str] = []
    for number, kind in enumerate(kinds):
        body, encoding = coded(f"word{number}word", coding, 5)
        how = f"Content-Transfer-Encoding: {encoding}\n"
        leaf = text(body, "html" if kind == "rich" else "plain", how)
        if kind == "file":
            leaf = named("text/plain", "a.txt")
        if kind == "nested":
            leaf = multipart("mixed", leaf, boundary=f"n{number}")
        leaves.append(leaf)
    message = read_one((HEAD + multipart("mixed", *leaves)).replace("\r\n", "\n").replace("\n", end)
                       if leaves else HEAD + text(""))  # fmt: skip
    wanted = [f"word{number}word" for number, kind in enumerate(kinds) if kind != "file"]
    assert re.findall(r"word\d+word", message.text) == wanted
    assert_places(message)


@law
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_what_the_standard_library_writes_as_alternatives_is_read(words: str) -> None:
    words = re.sub(r"[\x00-\x1f<&\x7f-\x9f]", " ", words)
    sent = EmailMessage()
    sent["From"], sent["Subject"] = "a@b.example", "S"
    sent.set_content("plain")
    sent.add_alternative(f"<p>{words}", subtype="html")
    sent.add_attachment(b"x", maintype="application", subtype="pdf", filename="é.pdf")
    message = read_one(sent.as_bytes())
    body = " ".join(words for what, words in regions(message) if what is not Part.SUBJECT)
    assert body.split() == (words.split() or ["plain"])
    assert message.context.attachments == ("é.pdf",)
