from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.anatomy import addressee, dissect
from tonecheck.marks import mark
from tonecheck.message import Message, Part, Region, What
from tonecheck.text import Origin, Source, Span

SHORT = {
    "subject": Part.SUBJECT,
    "g": Part.GREETING,
    "b": Part.BODY,
    "c": Part.CLOSING,
    "s": Part.SIGNATURE,
    "h": Part.HISTORY,
    "d": Part.DISCLAIMER,
    "code": Part.CODE,
}
Cuts = list[tuple[str, str]]


def message(text: str, regions: tuple[Region, ...] = ()) -> Message:
    whole = (Region(Part.BODY, Span(0, len(text))),) if text else ()
    origin = Origin.verbatim(len(text)) if text else Origin(())
    return Message(
        Source("reply.txt", text), text, origin, regions or whole, tuple(paragraphs(text))
    )


def paragraphs(text: str) -> list[Span]:
    spans: list[Span] = []
    at = 0
    for paragraph in text.split("\n\n"):
        words = paragraph.strip()
        if words:
            start = text.index(words, at)
            spans.append(Span(start, start + len(words)))
            at = start + len(words)
    return spans


def parts(dissected: Message) -> Cuts:
    names = {part: name for name, part in SHORT.items()}
    return [(names[r.what], dissected.words(r.span)) for r in dissected.regions]


LINES = st.sampled_from(
    [
        "Hi Priya,",
        "Hi Ana, your parcel is lost.",
        "Dear all",
        "@bob hi",
        "Priya,",
        "Thanks for writing, Tom!",
        "Hi {{ first_name }},",
        "> quoted",
        ">> more",
        "> Account > Billing",
        "On Mon, 3 Nov 2025 at 10:12, Ana <ana@x.example> wrote:",
        "On 3 Nov 2025 you wrote:",
        "On Monday we wrote:",
        "From: Ana <a@x.example>",
        "Sent: Monday 3 Nov 2025",
        "To: us",
        "Subject: hello",
        "-----Original Message-----",
        "________________________________",
        "--",
        "-- ",
        "Kind regards,",
        "Best, Tom",
        "Tom",
        "Support team",
        "See you Friday. Kind regards, Tom",
        "^BS",
        "P.S. One more thing.",
        "This email is confidential and intended only for the addressee.",
        "{% if vip %}",
        "",
        "",
        "  ",
        "\t",
        "A long line of prose that goes on for a while, and then ends.",
        "##- Please type your reply above this line -##",
        "“open",
        "closed”",
    ]
)
TEXTS = st.builds(
    lambda lines, end: end.join(lines),
    st.lists(LINES | st.text(max_size=20), max_size=10),
    st.sampled_from(["\n", "\r\n", "\r", " "]),
)
PARTS = st.sampled_from([Part.BODY, Part.BODY, Part.CODE, Part.HISTORY, Part.SUBJECT])


@st.composite
def messages(draw: st.DrawFn, told: st.SearchStrategy[Part] = PARTS) -> Message:
    text = draw(TEXTS)
    if not text:
        return message(text)
    inner = draw(st.lists(st.integers(1, len(text)), max_size=3, unique=True))
    edges = sorted({0, len(text), *inner})
    regions = tuple(Region(draw(told), Span(start, end)) for start, end in pairwise(edges))
    return mark(message(text, regions if draw(st.booleans()) else ()))


laws = settings(max_examples=600, deadline=None)


@laws
@given(messages())
def test_regions_cover_the_text_and_those_of_the_format_stay(given_message: Message) -> None:
    dissected = dissect(given_message)
    assert "".join(words for _, words in parts(dissected)) == given_message.text
    for region in given_message.regions:
        if region.what is not Part.BODY:
            assert any(
                one.what is region.what and one.span.contains(region.span)
                for one in dissected.regions
            )


@laws
@given(messages() | messages(PARTS | st.just(Part.SIGNATURE)))
def test_dissecting_twice_changes_nothing(given_message: Message) -> None:
    once = dissect(given_message)
    assert dissect(once) == once


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Hi Ana,\n\nWe found it.\n|Tom, who cares\n|", [Part.GREETING, Part.BODY, Part.SIGNATURE]),
        ("It left.\n\nKind regards,\nTom\n|Acme\n|", [Part.BODY, Part.CLOSING, Part.SIGNATURE]),
        ("It left.\n|Regards,\nTom\n|", [Part.BODY, Part.CLOSING, Part.SIGNATURE]),
        ("It left.\n|Acme Ltd\n|And one more thing.", [Part.BODY, Part.SIGNATURE, Part.BODY]),
        ("It left.\n\n> a\n|> b\n|", [Part.BODY, Part.HISTORY]),
    ],
)
def test_a_signature_that_the_format_told_is_one(told: str, expected: list[Part]) -> None:
    before, signed, after = told.split("|")
    stretches = ((Part.BODY, before), (Part.SIGNATURE, signed), (Part.BODY, after))
    regions: list[Region] = []
    at = 0
    for part, words in stretches:
        regions += [Region(part, Span(at, at + len(words)))] if words else []
        at += len(words)
    dissected = dissect(mark(message(before + signed + after, tuple(regions))))
    assert [region.what for region in dissected.regions] == expected
    assert dissect(dissected) == dissected


@laws
@given(messages())
def test_no_block_crosses_a_region_and_none_loses_words(given_message: Message) -> None:
    dissected = dissect(given_message)
    starts = {region.span.start for region in dissected.regions}
    for block in dissected.blocks:
        assert not any(block.start < start < block.end for start in starts)

    def words(spans: tuple[Span, ...]) -> str:
        return "".join("".join(given_message.words(span).split()) for span in spans)

    assert words(dissected.blocks) == words(given_message.blocks)


@laws
@given(messages())
def test_only_names_are_added_to_the_marks(given_message: Message) -> None:
    added = set(dissect(given_message).marks) - set(given_message.marks)
    assert set(given_message.marks) <= set(dissect(given_message).marks)
    assert all(one.what is What.NAME and len(one.span) for one in added)


WHOLE: list[Cuts] = [
    [("g", "Hi Priya,\n\n"), ("b", "It left today.\n\n"), ("c", "Kind regards,\n"), ("s", "Tom")],
    [("g", "Hi Ana, "), ("b", "your parcel is lost.")],
    [("g", "Hi Ana! "), ("b", "Thanks for the photos.")],
    [("g", "hi priya, "), ("b", "thanks for this, all done")],
    [("g", "Hello Fatima — "), ("b", "your refund went out.")],
    [
        ("g", "Dear Mr O'Neill\n\n"),
        ("b", "We found it.\n\n"),
        ("c", "Yours sincerely,\n"),
        ("s", "J. Low"),
    ],
    [("g", "Good morning! "), ("b", "Your table is ready.")],
    [("g", "Hi there,\n\n"), ("b", "It works again.\n\n"), ("c", "Thanks")],
    [("b", "Re: your order\n\n"), ("g", "Dear Ms Cole,\n\n"), ("b", "It left today.")],
    [
        ("b", "12 Mill Lane\nLeeds\n\n3 May 2025\n\n"),
        ("g", "Dear Ms Cole,\n\n"),
        ("b", "It left today."),
    ],
    [("g", "Priya,\n\n"), ("b", "It left today.\n\n"), ("c", "Best,\n"), ("s", "Tom")],
    [("g", "@bluebird "), ("b", "sorry about this, please send us a DM. "), ("s", "^BS")],
    [("g", "@bluebird Hi Ana, "), ("b", "all sorted.")],
    [("g", "Hi both,\n"), ("b", "the room is yours.\n"), ("c", "Cheers\n"), ("s", "Ned")],
    [("g", "To whom it may concern,\n\n"), ("b", "The lease has ended.")],
    [("b", "Thanks. Thanks. Thanks.")],
    [("b", "Best. Best.")],
    [("b", "Thanks, Bo")],
    [("g", "Hi Ana, "), ("b", "thanks. Thanks. Thanks.")],
    [("g", "Hi Ana,\n\n"), ("c", "Thanks. "), ("s", "Bo")],
    [("b", "It came today.\nThanks. Sorry.")],
    [("b", "It came today.\n\nThanks. Sorry. Thanks.")],
    [("b", "It came today.\n\n"), ("c", "Regards, "), ("s", "Order Desk")],
    [("g", "Good news, Priya: "), ("b", "it is in.")],
    [("g", "Hi Priya! 🎉\n\n"), ("b", "It is in.")],
    [("g", "Hi Ana "), ("b", "your parcel is lost.")],
    [("b", "Hi-res images are attached.")],
    [("b", "Dear customers rely on us.")],
    [("b", "Hello Fresh sent your box.")],
    [("b", "Morning deliveries are full.")],
    [("b", "Unfortunately,\nthe shop is shut.")],
    [("b", "Thanks for writing, Priya! It is on its way.")],
    [("b", "However, we can send another.")],
    [("g", "Hi Ana,\n\n"), ("b", "Thank you for your patience.")],
    [("g", "Hi Ana,\n\n"), ("b", "It is done.\n\n"), ("c", "Best, "), ("s", "Tom")],
    [
        ("g", "Hi Ana,\n\n"),
        ("b", "It is done.\n\n"),
        ("c", "Many thanks\n"),
        ("s", "Tom\nShop team"),
    ],
    [("g", "Hi Ana,\n\n"), ("b", "It is done.\n\n"), ("c", "Thanks again, "), ("s", "Priya")],
    [("g", "Hi Ana,\n\n"), ("b", "It is done.\n\n"), ("c", "kind regards,\n"), ("s", "k.")],
    [
        ("g", "Hi Ana,\n\n"),
        ("b", "It is done.\n\n"),
        ("c", "Warm wishes,\n"),
        ("s", "The Mill Shop team"),
    ],
    [
        ("g", "Hi Ana,\n\n"),
        ("b", "It is done.\n\n"),
        ("c", "Enjoy the long weekend,\n"),
        ("s", "Tom"),
    ],
    [("g", "Hi Ana,\n\n"), ("b", "It is done.\n\n"), ("c", "Have a great day!")],
    [("g", "Hi Ana,\n\n"), ("b", "It is done.\n\n"), ("s", "— Tom")],
    [("g", "Hi Ana,\n\n"), ("b", "It is done.\n\n"), ("s", "Tom\nSupport team")],
    [
        ("g", "Hi Ana,\n\n"),
        ("b", "It is done.\n\n"),
        ("s", "-- \nTom Reed\nThe Mill Shop\n01632 960000"),
    ],
    [
        ("g", "Hi Ana,\n\n"),
        ("b", "It is done.\n\n"),
        ("c", "Best,\n"),
        ("s", "Tom\n\nSent from my iPhone"),
    ],
    [("g", "Hi Ana,\n\n"), ("b", "It is done.\n\n"), ("s", "Sent from my iPhone")],
    [
        ("g", "Hi Ana,\n\n"),
        ("b", "It is done. See you Friday. "),
        ("c", "Kind regards, "),
        ("s", "Tom"),
    ],
    [("b", "It is done, see you Friday. "), ("c", "Kind regards, Tom")],
    [("g", "Hi Ana,\n\n"), ("b", "We need:\n--\none form\n--\ntwo photos\n\nCan you send them?")],
    [("g", "Hi Ana,\n\n"), ("b", "We can do it.\n\nPlease tell us which day suits you best.")],
    [
        ("g", "Hi Ana,\n\n"),
        ("b", "Thanks,\n\nbut we have to say no this time, as the shop is closed."),
    ],
    [
        ("g", "Hi Ana,\n\n"),
        ("b", "It is done.\n\n"),
        ("c", "Best,\n"),
        ("s", "Tom\n\n"),
        ("b", "P.S. The key is with Ned."),
    ],
    [
        ("g", "Hi Ana,\n\n"),
        ("b", "It is done.\n\n"),
        ("c", "Best,\n"),
        ("s", "Tom\n\n"),
        (
            "d",
            "This email is confidential and intended only for the addressee.\n\nIt may be wrong.",
        ),
    ],
    [
        ("g", "Hi Ana,\n\n"),
        ("b", "It is done.\n\n"),
        ("d", "If you are not the intended recipient, please delete it."),
    ],
    [("b", "It is done.\n\n"), ("d", "Please consider the environment before printing this.")],
    [("b", "It is done.\n\n"), ("d", "CONFIDENTIALITY NOTICE: for the addressee alone.")],
    [
        ("g", "Hi Ana,\n\n"),
        ("b", "It is done.\n\n"),
        ("c", "Safe travels! 🎉\n"),
        ("s", "Tom\nTicket desk\n\n"),
        ("d", "The Mill Shop. This email may contain private words."),
    ],
    [("b", "It is done.\n\nThe attached papers are confidential, so keep them safe.")],
    [
        ("b", "Yes, do.\n\n"),
        ("h", "> Shall I send it?\n\n"),
        ("b", "And this one too.\n\n"),
        ("h", "> Both?"),
    ],
    [("b", "Yes, do.\n\n"), ("h", "On 3 Nov 2025, Ana wrote:\n> Shall I?\n")],
    [
        ("b", "Yes, do.\n\n"),
        ("h", "On Mon, 3 Nov 2025 at 10:12, Ana\n<ana@x.example> wrote:\n\n> Shall I?"),
    ],
    [
        ("b", "Yes, do.\n\n"),
        ("h", "On Mon, 3 Nov 2025 at 10:12, Ana <ana@x.example> wrote:\nShall I?"),
    ],
    [("b", "Yes, do.\n\n"), ("h", "Am 3.11.2025 um 10:12 schrieb Ana Roth:\n> Soll ich?")],
    [("b", "Yes, do.\n\n"), ("h", "Le lun. 3 nov. 2025 à 10:12, Ana a écrit :\n> Oui ?")],
    [("b", "Yes, do.\n\n"), ("h", "El lun, 3 nov 2025 a las 10:12, Ana escribió:\n> Sí?")],
    [
        ("b", "Yes, do.\n\n"),
        ("h", "From: Ana <ana@x.example>\nSent: 3 November\nTo: Shop\nSubject: Key\n\nShall I?"),
    ],
    [
        ("b", "Yes, do.\n\n"),
        (
            "h",
            "________________________________\nVon: Ana\nGesendet: 3. Mai 2025\nAn: uns\n\nJa?",
        ),
    ],
    [("b", "Yes, do.\n\n"), ("h", "-----Original Message-----\nShall I?")],
    [("b", "See below.\n\n"), ("h", "---------- Forwarded message ---------\nShall I?")],
    [
        ("h", "##- Please type your reply above this line -##\n\n"),
        ("g", "Hi Ana,\n\n"),
        ("b", "Done."),
    ],
    [("b", "On Monday we wrote to you about the lease.")],
    [("b", "On Monday we wrote:\nthe order ships on Friday.")],
    [("b", "On 3 November you wrote:\nit never came. It has now.")],
    [("b", "From: Berlin\nTo: Paris\nis the route we offer.")],
    [("b", "From: Berlin\nTo: Paris\nDate: any\nis the route we offer.")],
    [("b", "Go to\n> Account > Billing\nand pick a card.")],
    [("b", "Yes.\n"), ("h", "> Is Account > Billing right?\n> Thanks\n"), ("b", "It is.")],
    [
        ("g", "Hello {{ customer.first_name }},\n\n"),
        ("b", "It left.\n\n"),
        ("c", "Best,\n"),
        ("s", "{{ agent.name }}"),
    ],
    [("g", "Dear *|FNAME|*,\n"), ("b", "it left.")],
    [("g", "Hi {{#if name}}{{name}}{{else}}there{{/if}},\n\n"), ("b", "It left.")],
    [("g", "Hello {{name},\n\n"), ("b", "It left.")],
    [("g", "\n  Hi Ana,\n\n"), ("b", "It left.\n")],
    [("g", "Hi Ana,\r\n\r\n"), ("b", "It left.\r\n\r\n"), ("c", "Best,\r\n"), ("s", "Tom\r\n")],
    [("g", "Hola Inés,\n\n"), ("b", "It left.\n\n"), ("c", "With many thanks,\n"), ("s", "Tom")],
    [("g", "Howdy folks!\n"), ("b", "The fair is on.")],
    [
        ("g", "Dear Sir/Madam,\n\n"),
        ("b", "It left.\n\n"),
        ("c", "Yours faithfully,\n"),
        ("s", "The Mill"),
    ],
    [("g", "Hi Ana,\n\n"), ("b", "It left.\n\n"), ("c", "Speak soon\n"), ("s", "Tom | The Mill")],
    [("b", " \n ")],
    [("b", "No.")],
    [("b", "Noted.\n\nDone.")],
]


@pytest.mark.parametrize("cuts", WHOLE, ids=lambda cuts: "".join(words for _, words in cuts)[:60])
def test_a_message_falls_into_its_parts(cuts: Cuts) -> None:
    text = "".join(words for _, words in cuts)
    assert parts(dissect(mark(message(text)))) == cuts


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hi Priya,\n\nIt left.", "Priya"),
        ("Dear Mr O'Neill,\n\nIt left.", "O'Neill"),
        ("Hey Siobhán!\nIt left.", "Siobhán"),
        ("Good morning, April —\nit left.", "April"),
        ("Dear Dr. van der Berg:\n\nIt left.", "van der Berg"),
        ("Hello Mr. and Mrs. Green,\n\nIt left.", "Green"),
        ("Hi Eun-ji,\n\nIt left.", "Eun-ji"),
        ("Hi -FIRSTNAME-\n\nIt left.", "-FIRSTNAME-"),
        ("Hi Ana and Tom,\n\nIt left.", "Ana"),
        ("Hi Ana Maria Ruiz,\n\nIt left.", "Ana Maria Ruiz"),
        ("hi priya, thanks", "priya"),
        ("@bluebird sorry about this", "bluebird"),
        ("Hello {{customer.first_name}},\n\nIt left.", "{{customer.first_name}}"),
        ("Dear {{title}} {{last_name}},\n\nIt left.", "{{last_name}}"),
        ("Dear %FIRSTNAME% %LASTNAME%,\n\nIt left.", "%FIRSTNAME% %LASTNAME%"),
        ("Priya,\n\nIt left.", "Priya"),
        ("Mr Pym,\n\nIt left.", "Pym"),
        ("Thanks for writing, Priya! It left.", "Priya"),
        ("Sorry about that, Tom.", "Tom"),
        ("You're right, Mr Adeyemi.", "Adeyemi"),
        ("I'm sorry, Bettina, it is late.", "Bettina"),
        ("Good morning!\n\nThanks for waiting, Ana.", "Ana"),
        ("Hi there,\n\nIt left.", None),
        ("Hi all,\n\nIt left.", None),
        ("Dear Sir or Madam,\n\nIt left.", None),
        ("Dear Valued Customer,\n\nIt left.", None),
        ("Hi everyone,\n\nIt left.", None),
        ("Dear Support Team,\n\nIt left.", None),
        ("Hello again,\n\nIt left.", None),
        ("In fact, April is busy.", None),
        ("We ship to Paris, France.", None),
        ("Thanks,\n\nIt left.", None),
        ("Hi, it left.", None),
        ("Hi, Priya here from the shop.", None),
        ("Hello,\n\nTom asked me to write.", None),
        ("hi, sorry, it left", None),
        ("", None),
    ],
)
def test_the_name_addressed(text: str, name: str | None) -> None:
    assert addressee(dissect(mark(message(text)))) == name


def test_own_text_around_code_is_one_sequence() -> None:
    own, code, rest = "Hi Ana,\n\nRun this:\n\n", "make all\n", "\nBest,\nTom"
    text = own + code + rest
    edges = (len(own), len(own) + len(code))
    regions = (
        Region(Part.BODY, Span(0, edges[0])),
        Region(Part.CODE, Span(*edges)),
        Region(Part.BODY, Span(edges[1], len(text))),
    )
    assert parts(dissect(message(text, regions))) == [
        ("g", "Hi Ana,\n\n"),
        ("b", "Run this:\n\n"),
        ("code", code),
        ("c", "\nBest,\n"),
        ("s", "Tom"),
    ]


def test_the_subject_is_no_letterhead() -> None:
    text = "Your order\nHi Ana,\nit left."
    regions = (Region(Part.SUBJECT, Span(0, 11)), Region(Part.BODY, Span(11, len(text))))
    assert [name for name, _ in parts(dissect(message(text, regions)))] == ["subject", "g", "b"]


def test_a_block_is_cut_where_a_region_begins() -> None:
    text = "Hi Ana, it left.\nBest,\nTom"
    dissected = dissect(replace(message(text), blocks=(Span(0, len(text)),)))
    assert [dissected.words(block) for block in dissected.blocks] == [
        "Hi Ana,",
        "it left.",
        "Best,",
        "Tom",
    ]


@pytest.mark.parametrize(
    "piece",
    [
        *("> a\n", "> a > ", "On ", "On x\n", "a", "A", "with ", "Tom\n\n", "\ue000", "\ue000 "),
        *("A ", "-", "This email is confidential\n\n", "From: a@b.example\n", "Tom. ", "\n"),
        "Kind regards,\n",
    ],
)
def test_a_megabyte_is_dissected_in_time(piece: str) -> None:
    text = "Hi " + piece * (1_000_000 // len(piece)) + "!\nBest,\nTom"
    dissected = dissect(message(text))
    assert dissected.regions[-1].span.end == len(text)


def test_a_long_placeholder_is_never_tried_in_parts() -> None:
    text = "Hi {{ name | default: '" + "x" * 150 + "' }} and more words here"
    assert addressee(dissect(mark(message(text)))) is None
