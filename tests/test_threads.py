# Threads: whose mails are judged, what each answers, and how long the customer waited.

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.cache import default_folder
from tonecheck.cli import main
from tonecheck.engine import prepare
from tonecheck.finding import NotRead, Report
from tonecheck.formats import Format, read
from tonecheck.message import Context, Envelope, Message, Teller
from tonecheck.processes import spread
from tonecheck.report import OutputFormat, statistics
from tonecheck.report.style import duration
from tonecheck.run import Input, Plan, Run
from tonecheck.settings import Choices
from tonecheck.text import Source
from tonecheck.threads import Mail, moment, placed

law = settings(max_examples=500, deadline=None)

AGENTS = ("@shop.example", "ana@other.example")
START = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
FROM = "From x@y.example Mon May  4 09:12:00 2026\n"
CUSTOMER, AGENT = "Jo Park <jo@mail.example>", "Ana <ana@shop.example>"


def mail(
    name: str = "", *, by: str = CUSTOMER, to: str = "", after: int | None = None, body: str = ""
) -> str:
    """Write a mail: its id, who wrote it, what it answers (ids, the root first), hours, words."""
    head = f"From: {by}\n" if by else ""
    head += "Subject: Lid\n"
    head += f"Message-ID: <{name}>\n" if name else ""
    if to:
        ids = to.split()
        head += f"In-Reply-To: <{ids[-1]}>\nReferences: {' '.join(f'<{one}>' for one in ids)}\n"
    if after is not None:
        head += f"Date: {format_datetime(START + timedelta(hours=after))}\n"
    return f"{head}\n{body or 'Words of ' + name}\n"


def of(text: str) -> Message:
    (message,) = read(Source("a.eml", text), Format.EMAIL)
    return prepare(message)


def contexts(*mails: str) -> list[Context | str]:
    found = placed([Mail(of(text), AGENTS) for text in mails])
    return [one.what if isinstance(one, NotRead) else one.context for one in found]


def known(context: Context | str) -> Context:
    assert isinstance(context, Context)
    return context


# Whose mails they are


@pytest.mark.parametrize(
    ("by", "ours"),
    [
        ("Ana <ana@shop.example>", True),
        ("ANA@SHOP.EXAMPLE", True),
        ("ana@other.example", True),
        ("bob@other.example", False),
        ("ana@my.shop.example", False),
        ("ana@workshop.example", False),
        ('"@shop.example" <a@b.example>', False),
        ("nobody", True),
        ("", True),
    ],
)
def test_agents_are_addresses_and_domains(by: str, ours: bool) -> None:  # noqa: FBT001
    (found,) = contexts(mail("1", by=by))
    assert (found == "customer's message") is not ours


def test_a_text_without_a_head_is_our_draft() -> None:
    (message,) = read(Source("a.eml", "Hi Jo,\n\nit is here.\n"), Format.EMAIL)
    (found,) = placed([Mail(message, AGENTS)])
    assert isinstance(found, Message)


def test_a_mail_that_lies_there_twice_is_judged_once() -> None:
    own = mail("2", by=AGENT)
    first, second = contexts(own, own)
    assert isinstance(first, Context)
    assert second == "copy"
    assert known(contexts(own, own, mail("3", by=AGENT, to="2"))[2]).earlier == ("Words of 2",)


# What they answer


def test_a_reply_knows_what_it_answers_and_when() -> None:
    _, found = contexts(mail("1", after=0), mail("2", by=AGENT, to="1", after=26))
    context = known(found)
    assert context.in_reply_to == "Lid\nWords of 1\n"
    assert (context.customer_name, context.waited) == ("Jo Park", 26 * 3600)
    assert context.now == "2026-05-05T11:00:00+00:00"
    assert (context.earlier, context.first_reply) == ((), None)


def test_a_later_reply_knows_the_earlier_ones() -> None:
    found = contexts(
        mail("4", by=AGENT, to="1 2 3", after=9),
        mail("2", by=AGENT, to="1", after=1, body="Hi Jo,\n\nOne.\n\n> Words of 1\n"),
        mail("1", after=0),
        mail("3", to="1 2", after=2),
        mail("5", by=AGENT, to="1", after=12),
    )
    context = known(found[0])
    assert context.in_reply_to == "Lid\nWords of 3\n"
    assert (context.earlier, context.first_reply) == (("Hi Jo,\n\nOne.",), False)
    assert context.waited == 7 * 3600
    assert known(found[4]).earlier == ("Hi Jo,\n\nOne.", "Words of 4")


@pytest.mark.parametrize(
    ("mails", "answered"),
    [
        ((mail("1"), mail("2", by=AGENT, to="1"), mail("3", by=AGENT, to="1 2")), "1"),
        ((mail("1"), mail("3", by=AGENT, to="1 lost")), "1"),
        ((mail("1"), mail("3", by=AGENT, to="lost")), None),
        ((mail("1"), mail("3", by=AGENT)), None),
        ((mail("1", to="3"), mail("3", by=AGENT, to="1")), "1"),
        ((mail("3", by=AGENT, to="3"),), None),
        ((mail("2", by=AGENT, to="3"), mail("3", by=AGENT, to="2")), None),
        ((mail("1", body="> only quoted\n"), mail("3", by=AGENT, to="1")), "1"),
    ],
)
def test_what_is_answered_is_the_nearest_mail_of_somebody_else(
    mails: tuple[str, ...], answered: str | None
) -> None:
    context = known(contexts(*mails)[-1])
    assert (context.in_reply_to is None) is (answered is None)


def test_what_the_customer_quotes_is_left_out() -> None:
    body = "Is it blue?\n\nOn Mon, 4 May 2026 at 09:12, Ana <a@shop.example> wrote:\n> Red.\n"
    found = contexts(mail("1", body=body), mail("2", by=AGENT, to="1"))
    assert known(found[1]).in_reply_to == "Lid\nIs it blue?\n\n"


@pytest.mark.parametrize("by", ["Harbour Lamps Ltd <jo@mail.example>", "jo@mail.example"])
def test_only_a_persons_name_is_the_customers(by: str) -> None:
    found = contexts(mail("1", by=by), mail("2", by=AGENT, to="1"))
    assert known(found[1]).customer_name is None


def test_without_dates_the_way_up_tells_what_came_before() -> None:
    found = contexts(
        mail("4", by=AGENT, to="1 2 3"),
        mail("5", by=AGENT, to="1"),
        mail("3", to="1 2"),
        mail("2", by=AGENT, to="1"),
        mail("1"),
    )
    assert known(found[0]).earlier == ("Words of 2",)
    assert known(found[0]).waited is None
    assert known(found[1]).earlier == ()


def test_what_is_known_stays() -> None:
    reply = of(mail("2", by=AGENT, to="1", after=1))
    context = replace(reply.context, in_reply_to="Red?", now="2026-01-01", first_reply=True)
    told = replace(reply, context=context, told_by={"now": Teller.FLAG})
    _, found = placed([Mail(of(mail("1", after=0)), AGENTS), Mail(told, AGENTS)])
    assert isinstance(found, Message)
    assert (found.context.in_reply_to, found.context.now) == ("Red?", "2026-01-01")
    assert found.told_by == {
        "now": Teller.FLAG,
        "customer_name": Teller.THREAD,
        "earlier": Teller.THREAD,
        "waited": Teller.THREAD,
    }


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Mon, 4 May 2026 11:00:00 +0200", START),
        ("Mon, 4 May 2026 09:00:00 -0000", START),
        ("4 May 2026 09:00 GMT (in the morning)", START),
        ("Mon, 99 May 2026 11:00:00 +0200", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        ("Mon, 4 May 2026 11:00:00 +9999", None),
        ("Mon, 4 May 99999999999 11:00:00", None),
    ],
)
def test_dates_are_read(date: str | None, expected: datetime | None) -> None:
    assert moment(date) == expected


IDS = st.sampled_from("1 2 3 4 5".split())


HOURS = st.none() | st.integers(0, 9)


@law
@given(st.lists(st.tuples(IDS, st.lists(IDS, max_size=3), st.booleans(), HOURS), max_size=8))
def test_any_thread_is_sorted_out(
    rows: list[tuple[str, list[str], bool, int | None]],
) -> None:
    mails = [
        mail(name, by=AGENT if ours else CUSTOMER, to=" ".join(to), after=after)
        for name, to, ours, after in rows
    ]
    found = contexts(*mails)
    theirs = sum(not ours for *_, ours, _ in rows)
    assert sum(one == "customer's message" for one in found) == theirs
    for one in found:
        if isinstance(one, Context):
            assert one.earlier is not None
            assert one.waited is None or one.waited >= 0
            assert (one.first_reply is False) is bool(one.earlier)


@law
@given(st.permutations(range(5)))
def test_the_order_of_dated_mails_does_not_matter(order: list[int]) -> None:
    mails = [
        mail("1", after=0),
        mail("2", by=AGENT, to="1", after=1),
        mail("3", to="1 2", after=2),
        mail("4", by=AGENT, to="1 2 3", after=3),
        mail("5", by=AGENT, to="1 2 3", after=4),
    ]
    found = contexts(*(mails[number] for number in order))
    assert [found[order.index(number)] for number in range(5)] == contexts(*mails)


def test_ten_thousand_mails_are_sorted_out_in_time() -> None:
    one = of(mail("1"))
    chain = [
        replace(
            one,
            envelope=Envelope(f"{n}", (f"{n - 1}",), "a@shop.example"),
            context=Context(sent=format_datetime(START + timedelta(minutes=n))),
        )
        for n in range(10_000)
    ]
    start = time.process_time()
    found = placed([Mail(message, AGENTS) for message in chain])
    assert time.process_time() - start < 20
    assert isinstance(found[-1], Message)
    assert found[-1].context.earlier is not None
    assert len(found[-1].context.earlier) == 20


# The whole way through


THREAD = (
    mail("1", after=0, body="Where is order 4418?"),
    mail("2", by=AGENT, to="1", after=1, body="Hi Jo,\n\nIt ships today.\n\nRegards,\nAna"),
    mail("3", to="1 2", after=30, body="It is not here. You failed to send it."),
    mail(
        "4", by=AGENT, to="1 2 3", after=33, body="Hi Jon,\n\nYou failed to pay.\n\nRegards,\nAna"
    ),
)


def lay(folder: Path, shape: str) -> Path:
    (folder / "tonecheck.toml").write_text('agents = ["@shop.example"]\n')
    if shape == "mbox":
        path = folder / "a.mbox"
        path.write_text("".join(f"{FROM}{one}\n" for one in THREAD))
        return path
    box = folder / "box"
    for name in ("cur", "new", "tmp"):
        (box / name).mkdir(parents=True)
    for number, one in enumerate(reversed(THREAD)):
        place = box / "cur" / f"{number}.host:2,S" if shape == "maildir" else box / f"{number}.eml"
        place.write_text(one)
    return box


def report(path: Path, *flags: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["tonecheck", "check", str(path), *flags])
        with pytest.raises(SystemExit) as done:
            main()
    return int(done.value.code or 0), capsys.readouterr().out


@pytest.mark.parametrize("shape", ["mbox", "maildir", "eml"])
def test_only_our_mails_are_judged(
    tmp_path: Path, shape: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = lay(tmp_path, shape)
    rules = "you-failed,name-mismatch"
    code, out = report(path, "--select", rules, "--output-format", "json", capsys=capsys)
    shown = json.loads(out)
    assert code == 1
    assert {(f["rule"], f["words"]) for f in shown["findings"]} == {
        ("you-failed", "You failed to pay"),
        ("name-mismatch", "Jon"),
    }
    assert shown["summary"]["messages"] == 2
    assert [entry["what"] for entry in shown["not_read"]] == ["customer's message"] * 2


def test_statistics_tell_how_long_replies_took(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = lay(tmp_path, "mbox")
    _, out = report(path, "--select", "you-failed", "--statistics", capsys=capsys)
    assert out.splitlines() == [
        "1\twarning\tyou-failed",
        f"1 h\treply\t{path.as_posix()} (2)",
        f"3 h\treply\t{path.as_posix()} (4)",
        "1 h\tmedian reply",
    ]
    _, out = report(
        path, "--select", "you-failed", "--statistics", "--output-format", "json", capsys=capsys
    )
    assert json.loads(out)[1:] == [
        {"path": path.as_posix(), "message_id": "2", "seconds": 3600},
        {"path": path.as_posix(), "message_id": "4", "seconds": 10800},
    ]


def test_without_agents_every_mail_is_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = lay(tmp_path, "mbox")
    (tmp_path / "tonecheck.toml").unlink()
    _, out = report(path, "--select", "you-failed", "--statistics", capsys=capsys)
    assert out == "2\twarning\tyou-failed\n"


def test_several_processes_see_whole_threads(tmp_path: Path) -> None:
    path = lay(tmp_path, "eml")
    inputs = [Input(one, one.name) for one in sorted(path.glob("*.eml"))]
    plan = Plan(
        flags=Choices(select=("you-failed", "name-mismatch", "asks-for-known"), agents=AGENTS),
        isolated=True,
        cache=default_folder(),
    )
    alone, several = Run(plan).check(inputs), spread(plan, inputs, 2)
    assert (several.findings, several.not_read) == (alone.findings, alone.not_read)
    assert sorted(several.replies) == sorted(alone.replies)
    assert len(alone.findings) == 2


def test_a_broken_file_of_a_thread_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_text("From: a@shop.example\nContent-Type: text/plain; charset=x-y\n\nHi")
    inputs = [Input(path, "a.eml"), Input(tmp_path / "none.eml", "none.eml")]
    plan = Plan(
        flags=Choices(select=("you-failed",), agents=AGENTS),
        isolated=True,
        cache=default_folder(),
    )
    found = Run(plan).check(inputs)
    assert [failure.path for failure in found.errors] == ["a.eml", "none.eml"]


def test_no_replies_no_times() -> None:
    assert statistics(Report(), OutputFormat.FULL) == ""


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (59, "59 s"),
        (60, "1 min"),
        (90, "1 min 30 s"),
        (3600, "1 h"),
        (93600, "1 d 2 h"),
    ],
)
def test_a_duration_is_told_in_two_units(seconds: int, words: str) -> None:
    assert duration(seconds) == words
