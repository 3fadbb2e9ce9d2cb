from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.language import fold, sentences, straighten, word_count, word_spans, words
from tonecheck.language.sentences import LONGEST
from tonecheck.message import Mark, Message, Part, Region, What
from tonecheck.text import Origin, Source, Span

law = settings(max_examples=500, deadline=None)

ODDITIES = (
    "İıßΣς’‘“”„«»\u2011\u2013\u2014\u00a0\u2028\ud800\ufeff\u200d🙂👍🏽é…\r\n\t'\"-_.,!?:;()<>{}%"
)
texts = st.text(
    st.one_of(st.sampled_from(ODDITIES), st.sampled_from("abcXYZ 019"), st.characters()),
    max_size=200,
)
SCRAPS = (
    "Hello Dr. etc. e.g. 3.5 We you’re sorry! really?! “Yes. No.” J. Smith ... … wait… 🙂 :) "
    "(ok.) \n \r\n - Inc. no. 5 p.m. i.e. I. thanks, {{name}} %s 'so' don't"
).split(" ")
prose = st.lists(st.sampled_from(SCRAPS), max_size=60).map(" ".join)


@st.composite
def messages(draw: st.DrawFn) -> Message:
    text = draw(st.one_of(texts, prose, prose.map(lambda some: some * 30)))
    edges = st.lists(st.integers(0, len(text)), max_size=6, unique=True).map(sorted)
    cuts = [cut for cut in draw(edges) if 0 < cut < len(text)]
    bounds = [0, *cuts, len(text)] if text else []
    regions = tuple(
        Region(draw(st.sampled_from(Part)), Span(start, end)) for start, end in pairwise(bounds)
    )
    corners = draw(edges)
    blocks = tuple(
        Span(start, end) for start, end in zip(corners[::2], corners[1::2], strict=False)
    )
    places = draw(edges)
    marks = tuple(
        Mark(draw(st.sampled_from(What)), Span(start, end), draw(st.sampled_from(["name", "id"])))
        for start, end in zip(places[::2], places[1::2], strict=False)
    )
    return Message(
        Source("test.txt", text), text, Origin.verbatim(len(text)), regions, blocks, marks
    )


def message_of(text: str, part: Part = Part.BODY, *marks: Mark) -> Message:
    whole = Span(0, len(text))
    return Message(
        source=Source("test.txt", text),
        text=text,
        origin=Origin.verbatim(len(text)),
        regions=(Region(part, whole),),
        blocks=(whole,),
        marks=marks,
    )


def mark_on(text: str, what: What, words: str, key: str = "") -> Mark:
    at = text.index(words)
    return Mark(what, Span(at, at + len(words)), key)


@law
@given(texts)
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(straighten(text)) == len(text)


@law
@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert straighten(straighten(text)) == straighten(text)
    assert fold(straighten(text)) == fold(text)


@law
@given(texts)
def test_folded_text_can_be_encoded(text: str) -> None:
    fold(text).encode()
    straighten(text).encode()


@law
@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyzäéß", min_size=1), max_size=12))
def test_words_hold_every_plain_word_in_order(plain: list[str]) -> None:
    rest = iter(words(fold(" ".join(plain))))
    assert all(word in rest for word in plain)


@law
@given(messages())
def test_sentences_ascend_within_one_region_and_one_block(message: Message) -> None:
    at = 0
    edges = {edge for block in message.blocks for edge in (block.start, block.end)}
    for sentence in sentences(message):
        assert sentence.span.start >= at
        at = sentence.span.end
        homes = [region for region in message.regions if region.span.contains(sentence.span)]
        assert [region.what for region in homes] == [sentence.region]
        assert sentence.region is not Part.CODE
        assert not any(sentence.span.start < edge < sentence.span.end for edge in edges)


@law
@given(messages())
def test_sentences_are_trimmed_say_something_and_are_not_endless(message: Message) -> None:
    for sentence in sentences(message):
        for at in (sentence.span.start, sentence.span.end - 1):
            in_mark = any(mark.span.start <= at < mark.span.end for mark in message.marks)
            assert in_mark or not message.text[at].isspace()
        assert any(sign.isalnum() or sign > "\u2000" for sign in sentence.masked)
        assert len(sentence.masked) == len(sentence.folded) == len(sentence.span) <= LONGEST
        assert sentence.folded == fold(sentence.masked)


@law
@given(messages())
def test_no_word_outside_code_is_lost(message: Message) -> None:
    covered = [0] * len(message.text)
    for sentence in sentences(message):
        for at in range(sentence.span.start, sentence.span.end):
            covered[at] += 1
    for region in message.regions:
        for at in range(region.span.start, region.span.end):
            silent = region.what is Part.CODE or any(
                mark.span.start <= at < mark.span.end
                and mark.what in (What.CONTROL_TAG, What.DIRECTIVE, What.PLACEHOLDER)
                for mark in message.marks
            )
            if message.text[at].isalnum() and not silent:
                assert covered[at] == 1, (at, message.text[at])


@law
@given(messages())
def test_sentences_do_not_depend_on_earlier_calls(message: Message) -> None:
    assert sentences(message) == sentences(message)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("DON’T", "don't"),
        ("“So”", '"so"'),
        ("a\u00a0b\r\nc", "a b  c"),
        ("İstanbul", "istanbul"),
        ("e\u2011mail \u2013 \u2014", "e-mail \u2013 \u2014"),
        ("don`t can´t won\u02bct", "don't can't won't"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("folded", "found"),
    [
        ("we're here", ["we're", "we", "are", "here"]),
        ("didn't", ["didn't", "did", "not"]),
        ("didnt", ["didnt", "did", "not"]),
        ("can't", ["can't", "can", "not"]),
        ("cant", ["cant", "can", "not"]),
        ("cannot", ["cannot", "can", "not"]),
        ("won't", ["won't", "will", "not"]),
        ("wont", ["wont", "will", "not"]),
        ("shan't", ["shan't", "shall", "not"]),
        ("ain't", ["ain't", "is", "not"]),
        ("let's go", ["let's", "let", "is", "has", "us", "go"]),
        ("it's", ["it's", "it", "is", "has"]),
        ("he'd", ["he'd", "he", "would", "had"]),
        ("she'll", ["she'll", "she", "will"]),
        ("i've", ["i've", "i", "have"]),
        ("i'm", ["i'm", "i", "am"]),
        ("im", ["im", "i", "am"]),
        ("couldn't've", ["couldn't've", "could", "not", "have"]),
        ("follow-up", ["follow-up", "follow", "up"]),
        ("i'm-sorry", ["i'm-sorry", "i'm", "i", "am", "sorry"]),
        ("the customers' orders", ["the", "customers", "orders"]),
        ("o'clock", ["o'clock", "o", "clock"]),
        ("'quoted' words", ["quoted", "words"]),
        ("3.5 kg -- ok", ["3", "5", "kg", "ok"]),
        ("", []),
    ],
)
def test_words(folded: str, found: list[str]) -> None:
    assert words(folded) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We're here", 2),
        ("don’t", 1),
        ("24 hours", 1),
        ("A4 - 'tis well-known", 3),
        ("--- 12.5 %", 0),
        ("", 0),
    ],
)
def test_word_count(text: str, count: int) -> None:
    assert word_count(text) == count
    assert len(word_spans(text)) == count


@law
@given(texts)
def test_words_stand_where_they_are_said_to(text: str) -> None:
    spans = word_spans(text)
    assert len(spans) == word_count(text)
    assert all(word_count(span.of(text)) == 1 for span in spans)
    assert all(first.end < second.start for first, second in pairwise(spans))


SPLITS = [
    # A bar stands where one sentence ends and the next begins.
    "Thank you for writing. |We have found your parcel.",
    "thanks for waiting. |send me the receipt and i will check.",
    "Is it broken? |We will send a new one! |Promise.",
    "What?! |Really!! |Yes.",
    "Please ask Mr. Lund or Mrs. Ek about it. |They know.",
    "Dr. Okafor is away. |Prof. Wu is here.",
    "Bring proof, e.g. a receipt, i.e. something on paper. |Thanks.",
    "Bring pens, paper, etc. to the desk.",
    "Bring pens, paper, etc. |We have the rest.",
    "It weighs approx. 3.5 kg. |It costs 1,200.50 in all.",
    "Order No. 5 is on its way.",
    "The answer is no. |We looked twice.",
    "We open at 9 a.m. every day. |We close at 5 p.m. |Please come early.",
    "It was sent by Acme Inc. to you. |It was sent by Acme Ltd. |We asked them.",
    "It came on 5 Jan. and left on 7 Feb. 2025. |All is well.",
    "It is in the sun. |Move it.",
    "J. Smith and A. B. Jones signed. |That was I. |Nobody else did.",
    "The U.S. team has it. |It left the U.S. |We know that.",
    "We looked and... found it. |Well... |We did.",
    "Hmm… let me see. |So… |We have it.",
    "Thanks! 🙂 |We are on it. 👍🏽 |Bye.",
    "Thanks! :) |We are on it.",
    "He wrote “It broke. It was new.” and left.",
    "He wrote “It broke.” |We replaced it.",
    "“Really?” she asked. |We said yes.",
    "We checked it (twice.) |It works.",
    "(It works!) and we are glad.",
    "Version 2.10.3 is out. |Get it at 10:30.",
    "1. Open the lid.",
    "a. Open the lid. |Then wait.",
    "Thanks!We will look.",
    "We called you on Monday\nbut nobody\nanswered. |We will call again.",
    "Hello . |Bye !",
    "Thanks . . . |Bye",
    "We sent 2. |You got 1.",
    "He works at St. Mary's vs. the old site. |See there.",
    "He works in Fish St. |We know him.",
    "Take Sun. off. |It is yours.",
    "Thanks, Max. |Your parcel is here.",
    'Here is a 27" screen. |Here is a 24" one.',
]


@pytest.mark.parametrize("marked", SPLITS)
def test_splitting(marked: str) -> None:
    parts = marked.split("|")
    if marked == "Thanks!We will look.":
        parts = ["Thanks!", "We will look."]
    text = "".join(parts)
    assert [one.span.of(text) for one in sentences(message_of(text))] == [
        part.strip() for part in parts
    ]


@pytest.mark.parametrize(
    ("part", "text", "found"),
    [
        (Part.GREETING, "Hi Ana! Hello Bo.", ["Hi Ana! Hello Bo."]),
        (Part.CLOSING, "Many thanks. Take care.\nBest", ["Many thanks. Take care.", "Best"]),
        (Part.SIGNATURE, "Ana Lund\r\nFish St. 5\r\n\r\nOslo", ["Ana Lund", "Fish St. 5", "Oslo"]),
        (Part.SUBJECT, "Your order. It left.", ["Your order.", "It left."]),
        (Part.HISTORY, "> You lied. I know.", ["> You lied.", "I know."]),
        (Part.DISCLAIMER, "This is private.", ["This is private."]),
        (Part.CODE, "print(1). Yes.", []),
        (Part.BODY, "--- *** ...", []),
        (Part.BODY, " \n ", []),
        (Part.BODY, "🙂", ["🙂"]),
        (Part.BODY, "... so it goes.", ["... so it goes."]),
    ],
)
def test_parts(part: Part, text: str, found: list[str]) -> None:
    assert [one.span.of(text) for one in sentences(message_of(text, part))] == found


def test_a_block_ends_a_sentence() -> None:
    text = "First point\nSecond point"
    message = Message(
        source=Source("test.txt", text),
        text=text,
        origin=Origin.verbatim(len(text)),
        regions=(Region(Part.BODY, Span(0, len(text))),),
        blocks=(Span(0, 11), Span(12, 24)),
    )
    assert [one.span for one in sentences(message)] == [Span(0, 11), Span(12, 24)]


def test_words_between_blocks_are_not_lost() -> None:
    text = "One. between Two."
    message = Message(
        source=Source("test.txt", text),
        text=text,
        origin=Origin.verbatim(len(text)),
        regions=(Region(Part.BODY, Span(0, len(text))),),
        blocks=(Span(0, 4), Span(13, 17)),
    )
    assert [one.masked for one in sentences(message)] == ["One.", "between", "Two."]


@pytest.mark.parametrize(
    ("text", "what", "on", "key", "masked"),
    [
        ("Hi {{name}}, hello", What.PLACEHOLDER, "{{name}}", "name", "Hi Alex    , hello"),
        ("Dear {{name}}", What.PLACEHOLDER, "{{name}}", "name", "Dear Alex    "),
        (
            "Order {{order.id}} left",
            What.PLACEHOLDER,
            "{{order.id}}",
            "order.id",
            "Order Alexxxxxxxxx left",
        ),
        ("Order %s left", What.PLACEHOLDER, "%s", "order_number", "Order Al left"),
        ("{% if a.b %}Yes.{% endif %}", What.CONTROL_TAG, "{% if a.b %}", "", "Yes.{% endif %}"),
        (
            "See https://a.io/b?c=1 now",
            What.URL,
            "https://a.io/b?c=1",
            "",
            "See Linkkkkkkkkkkkkkkk now",
        ),
        ("Run a.b()! now", What.CODE, "a.b()!", "", "Run Codeee now"),
        ("Card 4111-1111 is old", What.SECRET, "4111-1111", "card", "Card 0000-0000 is old"),
        ("So “nice” 🙂", What.QUOTATION, "“nice”", "", 'So "nice" 🙂'),
        ("So nice 🙂", What.EMOJI, "🙂", "", "So nice 🙂"),
    ],
)
def test_masking(text: str, what: What, on: str, key: str, masked: str) -> None:
    (sentence,) = sentences(message_of(text, Part.BODY, mark_on(text, what, on, key)))
    assert sentence.masked == masked


def test_stops_inside_marks_end_no_sentence() -> None:
    text = "We saw {{order. Id}} and left."
    mark = mark_on(text, What.PLACEHOLDER, "{{order. Id}}", "order")
    assert len(sentences(message_of(text, Part.BODY, mark))) == 1


def test_the_outer_mark_masks_the_inner() -> None:
    text = "See https://a.io/{{name}} now"
    url = mark_on(text, What.URL, "https://a.io/{{name}}")
    name = mark_on(text, What.PLACEHOLDER, "{{name}}", "name")
    (sentence,) = sentences(message_of(text, Part.BODY, url, name))
    assert sentence.masked == "See Link" + "k" * 17 + " now"


def test_a_long_sentence_is_cut_at_a_space() -> None:
    text = "word " * 300
    found = sentences(message_of(text))
    assert all(len(one.span) <= LONGEST for one in found)
    assert " ".join(one.masked for one in found) == text.strip()


def test_a_long_word_is_cut_hard() -> None:
    text = "a" * (2 * LONGEST + 5)
    assert [len(one.span) for one in sentences(message_of(text))] == [LONGEST, LONGEST, 5]


@pytest.mark.parametrize(
    "unit",
    ["! ", ".", "a", " ", '" ', '"a. ', "\u00ab", "e.g. ", "...a", "( ", "'a ", "🙂", "?)\n"],
)
@pytest.mark.parametrize("part", [Part.BODY, Part.SIGNATURE])
def test_hostile_text_takes_linear_time(unit: str, part: Part) -> None:
    text = unit * (400_000 // len(unit))
    start = time.process_time()
    found = sentences(message_of(text, part))
    words(fold(text))
    word_count(text)
    assert time.process_time() - start < 8
    assert sum(len(one.span) for one in found) <= len(text)
