# Mail as it should not be: damaged, mislabelled, hostile. It is read, or refused in a sentence.

from __future__ import annotations

import base64
import time
from contextlib import suppress
from itertools import count

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tonecheck.engine import left_out, prepare
from tonecheck.errors import InputError
from tonecheck.finding import Failure
from tonecheck.formats import Format, decode, read
from tonecheck.language import sentences
from tonecheck.message import Message, Part
from tonecheck.text import Origin, Source, Span
from tonecheck.threads import Mail, placed

law = settings(max_examples=500, deadline=None)

HEAD = b"From: Bob <bob@shop.example>\nTo: ana@home.example\nSubject: Lid\n"
WORDS = "Hi Ana,\n\nYou failed to pay the €5.\n\nRegards,\nBob\n"
PLAIN = b"Content-Type: text/plain; charset="
MIXED = b"Content-Type: multipart/mixed; boundary="
CODED = b"Content-Transfer-Encoding: "
DIGITS = base64.encodebytes(WORDS.encode())


def read_all(data: bytes, form: Format = Format.EMAIL) -> tuple[Message, ...]:
    messages = read(decode("a.eml", data, form), form)
    for message in messages:
        assert_places(message)
    return messages


def assert_places(message: Message) -> None:
    file = message.source.text
    assert "".join(piece_of(message.origin, file)) == message.text
    assert sum(len(region.span) for region in message.regions) == len(message.text)
    if message.alternative is not None:
        assert_places(message.alternative)


def piece_of(origin: Origin, file: str) -> list[str]:
    return [
        piece.source.of(file) if piece.decode is None else piece.decode(piece.source.of(file))
        for piece in origin.pieces
    ]


def body(message: Message) -> str:
    parts = (r.span for r in message.regions if r.what is not Part.SUBJECT)
    return "".join(message.words(span) for span in parts)


@pytest.mark.parametrize("rest", [
    PLAIN + b"utf-16\n\n" + WORDS.encode("utf-16"),
    PLAIN + b"utf-16\n\n" + b"\xfe\xff" + WORDS.encode("utf-16-be"),
    PLAIN + b"utf-16-le\n\n" + WORDS.encode("utf-16-le"),
    PLAIN + b"utf-32-be\n\n" + WORDS.encode("utf-32-be"),
    PLAIN + b"utf-7\n\n" + WORDS.encode("utf-7"),
    PLAIN + b"utf8mb4\n\n" + WORDS.encode(),
    PLAIN + b"'utf-8'\n\n" + WORDS.encode(),
    PLAIN + b"utf-16\n" + CODED + b"base64\n\n" + base64.encodebytes(WORDS.encode("utf-16")),
    PLAIN + b"utf-16\n" + CODED + b"base64\n\n" + base64.encodebytes(WORDS.encode("utf-16-le")),
    PLAIN + b"utf-16\n" + CODED + b"quoted-printable\n\n"
    + b"=\n".join(b"=%02X" % byte for byte in WORDS.encode("utf-16")),
    CODED + b'"base64"\n\n' + DIGITS,
    CODED + b"Base64 (so they say)\n\n" + DIGITS,
    CODED + b"8bit \xef\xbb\xbf\xe9\n\n" + WORDS.encode(),
    b"Content-Type: text/plain; name=\xc3\xa9\xe9\n\n" + WORDS.encode(),
    b"Content-Disposition: inline; filename=\xc3\xa9\xe9\n\n" + WORDS.encode(),
    CODED + b"base64\n\n" + DIGITS.replace(b"g", b"g*", 1),
    CODED + b"base64\n\n" + DIGITS.replace(b"\n", b" \t\n\n"),
    b"No field at all\nContent-Type: text/plain\n\n" + WORDS.encode(),
    b"Content-Type : text/plain\n\n" + WORDS.encode(),
    b"Content-Type:\n text/plain;\n\tcharset=\n utf-8\n\n" + WORDS.encode(),
    b"Content-Type: text\n\n" + WORDS.encode(),
    MIXED + b'"a\n b"\n\n--a b\n\n' + WORDS.encode() + b"\n--a b--\n",
    MIXED[:-1] + b"*0=a; boundary*1=b\n\n--ab\n\n" + WORDS.encode() + b"\n--ab--\n",
    MIXED + b"a:b(c)\n\n--a:b(c)\n\n" + WORDS.encode() + b"\n--a:b(c)--\n",
    MIXED + b'"(a+)[b]*?"\n\n--(a+)[b]*?\n\n' + WORDS.encode() + b"\n--(a+)[b]*?",
    MIXED + b"lost\n\n--a\nContent-Type: text/plain\n\n" + WORDS.encode() + b"\n--a--\n",
    MIXED + b"a\r\n\r\n--a\r\n\r\n" + WORDS.encode() + b"\r--a--\r\n",
    MIXED + b"a\n\n--a\n--a\nContent-Type: text/plain\n--a\n\n" + WORDS.encode() + b"\n--a--",
    MIXED + b"a\n\n--a\n\n" + WORDS.encode() + b"\n--a\nContent-Type: x/y\n\n\0\xff\n--a--\n",
])  # fmt: skip
def test_what_can_be_understood_is_read(rest: bytes) -> None:
    (message,) = read_all(HEAD + rest)
    assert body(message).strip() == WORDS.strip()
    assert not any(isinstance(left, Failure) for left in left_out(message))
    start = message.text.index("failed")
    stands = "".join(piece_of(message.origin, message.source.text))[start : start + 6]
    assert stands == "failed"


def test_words_in_wide_characters_stand_at_their_own() -> None:
    (message,) = read_all(HEAD + PLAIN + b"utf-16-le\n\n" + WORDS.encode("utf-16-le"))
    start = message.text.index("failed")
    place = message.place(Span(start, start + 6))
    assert place.of(message.source.text) == "f\0a\0i\0l\0e\0d\0"


def test_what_follows_base64_is_read_as_it_stands() -> None:
    footer = b"\n____________\nTo leave this list, write to us.\n"
    (message,) = read_all(HEAD + CODED + b"base64\n\n" + DIGITS + footer)
    assert body(message).startswith(WORDS)
    assert body(message).endswith("To leave this list, write to us.\n")


@pytest.mark.parametrize(
    "words", ["Hello\n\nit is here.\n", "Dear\nAna, so\n", "ok\n", "So it is.\n"]
)
def test_prose_that_claims_to_be_base64_is_prose(words: str) -> None:
    (message,) = read_all(HEAD + CODED + b"base64\n\n" + words.encode())
    assert (body(message) == words) is (" " in words)


@pytest.mark.parametrize(
    ("rest", "sentence"),
    [
        (CODED + b"base64\n\n" + DIGITS.replace(b"W", b"*"), "damaged base64"),
        (MIXED + b"a\n\n--a--\n", "cannot be told apart"),
        (PLAIN + b"x-none\n\nHi", "unknown charset ‘x-none’"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(rest: bytes, sentence: str) -> None:
    with pytest.raises(InputError, match=rf"^a\.eml: .*{sentence}.*; .*$"):
        read_all(HEAD + rest)


@pytest.mark.parametrize("data", [b"Hi \0", b"\0", b"Note: this\n\nis \0\n"])
def test_a_draft_with_a_nul_is_a_binary_file(data: bytes) -> None:
    with pytest.raises(InputError, match="a NUL byte"):
        read_all(data)


def test_a_mail_may_hold_a_nul() -> None:
    assert body(read_all(HEAD + b"\nHi \0 Ana\n")[0]) == "Hi \0 Ana\n"


def test_a_surrogate_that_no_file_holds_is_read() -> None:
    (message,) = read(
        Source("x", "From: a@b.example\nSubject: \ud800\n\nHi \ud800\n"), Format.EMAIL
    )
    assert message.text.endswith("\n")


SCRAPS = [
    *(f"{name}\n" for name in (
        "From: a@b.example", 'From: "', "Subject: =?utf-8?b?w6k=?= x", "Subject: =?x-y?q?=41?=",
        "Content-Type: multipart/mixed; boundary=a",
        'Content-Type: multipart/alternative; boundary="b c"',
        'Content-Type: multipart/related; boundary=a; start="<1>"',
        "Content-Type: multipart/signed", "Content-Type: multipart/encrypted; boundary=a",
        "Content-Type: multipart/digest; boundary=a", "Content-Type: message/rfc822",
        "Content-Type: text/html; charset=utf-16",
        'Content-Type: text/plain; charset="iso-2022-jp"',
        "Content-Type: text/plain; charset*=utf-8''%E9; format=flowed; delsp=yes",
        "Content-Type: text/plain; charset=utf-7", "Content-Type: text/markdown", "Content-Type: ;",
        "Content-Type: text/html; charset=gb18030", "Content-Type: text/plain; charset=hz",
        "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: quoted-printable",
        "Content-Disposition: attachment; filename*0*=utf-8''%C3; filename*1*=%A9",
        'Content-Disposition: inline; filename="',
        "Content-Disposition: attachment; filename*=x''%ff",
        "Content-Transfer-Encoding: é\udce9", "Content-Type: text/plain; charset=é\udce9",
        "Content-ID: <1>", "Message-ID: <1@x>", "In-Reply-To: <1@x> <2@x>", "References: <<>>",
        "Date: Mon, 4 May 2026 25:61:00 +9999", "To: (((", "--a", "--a--", "--b c", "--b c--",
        "--a \t", "\nFrom x Mon May  4 09:12:00 2026", ">From x", " folded", "\t=?utf-8?q?=", "",
        "Hi Ana,", "You failed to pay.", "<p>You <b>failed</b> to pay &amp; so</p>", "=C3=A9=",
        "=E9 =20", "=", "w6kgw6k=", "V2UgV2UgV2UgV2UgV2UgV2Ug", "> quoted", "soft ", "-- ",
    )),
    *("\r\n", "\r", "\0", "\x1b$B", "~{", "+AOk-", "\udcff\udcfe", "\udce9", "é\u0301\U0001f600"),
    *("\u2028", "{{ name }}", "{% if a %}", "{% endif %}", "<!--", "-->", "SGk="),
]  # fmt: skip


@settings(max_examples=1000, deadline=None)
@given(
    st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join),
    st.sampled_from(["", "From: a@b.example\nSubject: S\n"]),
    st.sampled_from(["\n", "\r\n"]),
)
@example("Content-Type: text/html; charset=utf-16\nContent-Transfer-Encoding: "
         "quoted-printable\n\n=C3=A9=\n=20", "From: a@b.example\n", "\n")  # fmt: skip
def test_any_mail_is_read_or_refused_and_no_character_is_lost(
    scraps: str, head: str, end: str
) -> None:
    data = (head + scraps).replace("\n", end).encode("utf-8", "surrogateescape")
    for form in (Format.EMAIL, Format.MBOX):
        prepared: list[Message] = []
        with suppress(InputError):
            prepared = [prepare(message) for message in read_all(data, form)]
        assert all(left.path == "a.eml" for one in prepared for left in left_out(one))
        mails = [Mail(message, ("@b.example",)) for message in prepared]
        assert len(placed(mails)) == len(mails)
        for message in prepared:
            starts = [sentence.span.start for sentence in sentences(message)]
            assert starts == sorted(starts)


# Size

PROSE = "We are sorry that your parcel is late, and we will look into it today.\n"
MANY = 1_000_000


def many_parts() -> bytes:
    part = b"--b\nContent-Type: text/plain\nContent-Disposition: inline\n\nYour parcel is here.\n"
    return HEAD + MIXED + b"b\n\n" + part * 10_000 + b"--b--\n"


def nested_parts() -> bytes:
    opened = b"".join(b"--%d\n%s%d\n\n" % (n, MIXED, n + 1) for n in range(19))
    return HEAD + MIXED + b"0\n\n" + opened + b"--19\n\n" + PROSE.encode() * 10_000


def coded(encoding: bytes, words: bytes) -> bytes:
    return HEAD + CODED + encoding + b"\n\n" + words


@pytest.mark.parametrize(
    "data",
    [
        many_parts(),
        nested_parts(),
        HEAD + b"\n" + b"> a\n" * (MANY // 4),
        HEAD + b"\n" + b"--b\n" * (MANY // 4),
        HEAD + MIXED + b"-\n\n" + b"-" * MANY,
        HEAD + MIXED + b"b\n\n" + b"--b\n" * (MANY // 20),
        HEAD + b"Content-Type: multipart/mixed\n\n" + b"--b\n" * (MANY // 4),
        HEAD + b"References: " + b"<1@a> " * (MANY // 6) + b"\n\nHi\n",
        HEAD + b"X-A: b\n c\n" * (MANY // 10) + b"\nHi\n",
        HEAD + b"no field\n" * (MANY // 9),
        coded(b"base64", base64.encodebytes(PROSE.encode() * 10_000)),
        coded(b"base64", b"A" * MANY),
        coded(b"base64", b"A B" * (MANY // 3)),
        coded(b"quoted-printable", b"=\n" * (MANY // 2)),
        coded(b"quoted-printable", b"=E2=82=AC" * (MANY // 9)),
        HEAD + PLAIN + b"utf-16-le\n\n" + ("We are sorry. " * (MANY // 28)).encode("utf-16-le"),
        HEAD + b"Content-Type: text/plain; format=flowed; delsp=yes\n\n" + b"a \n" * (MANY // 3),
    ],
    ids=count(),
)
def test_a_megabyte_is_read_in_time(data: bytes) -> None:
    start = time.process_time()
    with suppress(InputError):
        for message in read(decode("a.eml", data, Format.EMAIL), Format.EMAIL):
            prepare(message)
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    "unit", [b"From a 09:00 2026\n", b"\nFrom a 09:00 2026\nA: b\n\n", b">From a\n", b"\n\nFrom "]
)
def test_a_megabyte_of_mailbox_is_read_in_time(unit: bytes) -> None:
    data = b"From a 09:00 2026\n" + HEAD + b"\n" + unit * (MANY // 5 // len(unit))
    start = time.process_time()
    messages = read(decode("a.mbox", data, Format.MBOX), Format.MBOX)
    assert messages
    assert time.process_time() - start < 20
