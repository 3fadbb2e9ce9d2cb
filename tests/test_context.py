# What is known around a message, and who told it.

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.anatomy.thread import Quoted, quoted, signed
from tonecheck.engine import Engine, answered, prepare
from tonecheck.engine.around import informed
from tonecheck.formats import Format, read
from tonecheck.library import Library
from tonecheck.message import Context, Message, Teller
from tonecheck.run import Input, Plan, Run
from tonecheck.text import Source

REPLY = "Hi Jo,\n\nIt ships today.\n\nKind regards,\nMira Holm\n"
QUESTION = "Where is my parcel?\n\nYou promised Tuesday."
ON = "On Mon, 4 May 2026 at 09:12,"


def of(text: str, form: Format = Format.PLAIN) -> Message:
    (message,) = read(Source("a.txt", text), form)
    return prepare(message)


def quote(text: str, mark: str = "> ") -> str:
    return "\n".join(f"{mark}{line}".rstrip() for line in text.splitlines())


words = st.lists(
    st.sampled_from(["Where is it?", "Hello,", "", "order 4418", "I paid £85.", "- the lid", "Jo"]),
    min_size=1,
    max_size=6,
).map("\n".join)


@settings(max_examples=500, deadline=None)
@given(words.filter(str.strip), st.sampled_from(["> ", ">", " > ", ">> "]))
def test_quoted_mail_is_read_as_it_was_written(text: str, mark: str) -> None:
    text = "Hello,\n" + text
    message = of(f"{REPLY}\n{ON} Jo Park <jo@mail.example> wrote:\n{quote(text, mark)}\n")
    (found,) = quoted(message)
    assert found.writer == "Jo Park"
    assert found.text.split() == text.split()


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet=">-: \nOnwroteFrom@.1234,Jo", max_size=200))
def test_any_text_has_a_thread(text: str) -> None:
    message = of(text)
    signed(message)
    assert all(entry.text for entry in quoted(message))


@pytest.mark.parametrize(
    ("head", "writer"),
    [
        (f"{ON} Jo Park <jo@mail.example> wrote:", "Jo Park"),
        ("On Mon, May 4, 2026 at 9:12 PM Jo Park <jo@mail.example> wrote:", "Jo Park"),
        (f"{ON} Jo Park\n<jo@mail.example> wrote:", "Jo Park"),
        ("Am 4. Mai 2026 um 09:12 schrieb Jo Park <jo@mail.example>:", "Jo Park"),
        ("Le 4 mai 2026 à 09:12, Zoë de Wit a écrit :", "Zoë de Wit"),
        (f"{ON} jo@mail.example wrote:", None),
        (f"{ON} Harbour Support <help@harbour.example> wrote:", None),
    ],
)
def test_the_writer_is_named_above_the_quoted_mail(head: str, writer: str | None) -> None:
    assert quoted(of(f"{REPLY}\n{head}\n{quote(QUESTION)}\n")) == [Quoted(QUESTION, writer)]


def test_a_forwarded_head_names_the_writer() -> None:
    head = "From: Jo Park <jo@mail.example>\nSent: Monday, 4 May 2026\nTo: Harbour\nSubject: Lid"
    text = f"{REPLY}\n-----Original Message-----\n{head}\n\n{QUESTION}\n"
    assert quoted(of(text)) == [Quoted(QUESTION, "Jo Park")]


def test_older_mail_stands_after_the_newer() -> None:
    older = f"On Sun, 3 May 2026 at 08:00, Mira Holm wrote:\n{quote('It comes on Tuesday.')}"
    newest = quote(f"{QUESTION}\n\n{older}")
    text = f"{REPLY}\n{ON} Jo Park wrote:\n{newest}\n"
    assert quoted(of(text)) == [
        Quoted(QUESTION, "Jo Park"),
        Quoted("It comes on Tuesday.", "Mira Holm"),
    ]


def test_quotations_between_the_answers_are_one_message() -> None:
    text = "> Where is it?\n\nIt ships today.\n\n> And the lid?\n\nTomorrow."
    assert quoted(of(text)) == [Quoted("Where is it?\n\nAnd the lid?", None)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Where is it?\n\nThanks,\nJo Park", "Jo Park"),
        ("Where is it? Thanks, Siobhán Keane", "Siobhán Keane"),
        ("Where is it? Many thanks. Jo", "Jo"),
        ("Where is it?\n\nRegards\n\nJo Park\nHarbour Street 4", "Jo Park"),
        ("Where is it? Mira x", "Mira"),
        ("where is it?? - mira", "mira"),
        ("Where is it?\nthx mira", "mira"),
        ("Where is it? Mira Costa, Leeds", "Mira Costa"),
        ("No heat. Mr Tarn, 6 Beck Side", "Mr Tarn"),
        ("Kind regards Mira Costa (order 5512)", "Mira Costa"),
        ("Where is it?\nRegards\nT. Costa (Mrs)\nOrchard End", "Mrs T. Costa"),
        ("Where is it?\n(Mrs) Ivy Costa", "Mrs Ivy Costa"),
        ("Where is it?\nWith best wishes from rainy Leeds,\nMira", "Mira"),
        ("Where is it?\nMira\nSent from my iPhone", "Mira"),
        ("I have spoken to Mira Costa.", None),
        ("Where is my stuff? Amazon Prime", None),
        ("please fix something thanks! link", None),
        ("Hidden charges.. Kai 😤", None),
        ("Where is it? Thanks", None),
        ("Where is it? Thanks. Please help", None),
        ("It went to Leeds. Best Buy sent it.", None),
        ("Where is it?\n\nCheers,\nHarbour Lamps Ltd", None),
        ("", None),
    ],
)
def test_a_message_is_signed_by_a_person_or_by_nobody(text: str, name: str | None) -> None:
    assert signed(of(text)) == name


THREAD = f"{REPLY}\n{ON} Jo Park <jo@mail.example> wrote:\n{quote(QUESTION)}\n"
OURS = f"{REPLY}\n{ON} Mira Holm <mira@shop.example> wrote:\n{quote('It comes.')}\n"


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        (
            THREAD,
            Context(),
            {"in_reply_to": (QUESTION, "history"), "customer_name": ("Jo Park", "history")},
        ),
        (THREAD, Context(in_reply_to="Blue?"), {"customer_name": ("Jo Park", "history")}),
        (THREAD, Context(customer_name="Jo"), {"in_reply_to": (QUESTION, "history")}),
        (
            THREAD,
            Context(recipients=("Joanna Park",)),
            {"in_reply_to": (QUESTION, "history"), "customer_name": ("Joanna Park", "header")},
        ),
        (REPLY, Context(recipients=("a@b.example",)), {}),
        (REPLY, Context(recipients=("Jo Park", "Al Ray")), {}),
        (
            REPLY,
            Context(in_reply_to="Blue?\n\nThanks,\nJo Park"),
            {"customer_name": ("Jo Park", "in-reply-to")},
        ),
        (
            OURS,
            Context(),
            {"first_reply": (False, "history"), "earlier": (("It comes.",), "history")},
        ),
        (OURS, Context(first_reply=True), {"earlier": (("It comes.",), "history")}),
        (REPLY, Context(), {}),
    ],
)
def test_what_was_told_stays_and_the_rest_is_read(
    library: Library, text: str, context: Context, expected: dict[str, tuple[object, str]]
) -> None:
    read_ = Engine(library).read(replace(of(text), context=context)).message
    told = {name: value for name, (value, _) in expected.items()}
    assert read_.context == replace(context, **told)  # type: ignore[arg-type]
    assert read_.told_by == {name: Teller(teller) for name, (_, teller) in expected.items()}


def test_what_the_customer_quotes_is_not_the_customers(library: Library) -> None:
    theirs = f"Blue?\n\n{ON} Mira Holm wrote:\n{quote('Red?')}"
    reading = Engine(library).read(replace(of(REPLY), context=Context(in_reply_to=theirs)))
    assert reading.customer is not None
    assert reading.customer.customer is None


MAIL = "From: Jo Park <jo@mail.example>\nTo: help@shop.example\nSubject: Lid\n\nIs it blue?\n"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.eml", MAIL, Context(in_reply_to="Lid\nIs it blue?\n", customer_name="Jo Park")),
        ("a.md", "Is it **blue**?\n", Context(in_reply_to="Is it blue?\n")),
        ("a.txt", "Is it blue?\n", Context(in_reply_to="Is it blue?\n")),
        ("a.msg", "Is it blue?\n", Context(in_reply_to="Is it blue?\n")),
        ("b.eml", MAIL.replace("Jo Park ", ""), Context(in_reply_to="Lid\nIs it blue?\n")),
        (
            "c.eml",
            MAIL.replace("Lid\n", "Lid\nContent-Type: text/html\n") + "<blockquote>Red.",
            Context(in_reply_to="Lid\nIs it blue?\n\n", customer_name="Jo Park"),
        ),
    ],
)
def test_the_customers_message_is_read_from_a_file(
    tmp_path: Path, name: str, text: str, expected: Context
) -> None:
    (tmp_path / name).write_text(text)
    assert answered(tmp_path / name) == expected


def test_flags_win_over_records_and_records_over_the_history(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "> Is it blue?\\n\\nYes.", "name": "Jo", "asked": "Is it red?"}\n')
    (tmp_path / "tonecheck.toml").write_text(
        '[[sources]]\nfiles = ["*.jsonl"]\ntext = "$.text"\ncustomer-name = "$.name"\n'
        'in-reply-to = "$.asked"\n'
    )

    def told(context: Context) -> Message:
        (message,) = Run(Plan(context=context)).contents(Input(path, "a.jsonl")).messages
        return message

    record = told(Context())
    assert (record.context.customer_name, record.context.in_reply_to) == ("Jo", "Is it red?")
    assert set(record.told_by.values()) == {Teller.RECORD}
    flag = told(Context(in_reply_to="Is it green?"))
    assert flag.context.in_reply_to == "Is it green?"
    assert flag.told_by == {"in_reply_to": Teller.FLAG, "customer_name": Teller.RECORD}


def test_our_own_mails_below_are_what_we_wrote_earlier_the_oldest_first() -> None:
    text = (
        "Hello Ana,\n\nthe part has come.\n\nBest wishes,\nIlse\n\n"
        "On Tue, 3 Mar 2026 at 10:00, Ilse wrote:\n> The part is on order.\n>\n"
        "> On Mon, 2 Mar 2026 at 10:00, Ana wrote:\n>> Any news?\n>>\n"
        ">> On Sun, 1 Mar 2026 at 10:00, Ilse wrote:\n>>> We have asked the maker.\n"
    )
    known, _ = informed(of(text))
    assert known.context.earlier is not None
    assert [one.strip() for one in known.context.earlier] == [
        "We have asked the maker.",
        "The part is on order.",
    ]
    assert known.told_by["earlier"] is Teller.HISTORY
