# What of a customer's questions a mail leaves open.

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.checks.questions.aims import Subject, Trait, aims
from tonecheck.checks.questions.answers import unanswered
from tonecheck.checks.questions.asked import Question, questions
from tonecheck.checks.questions.matters import widened
from tonecheck.checks.words import content
from tonecheck.engine import Engine, prepare
from tonecheck.formats import Format, read
from tonecheck.message import Channel
from tonecheck.text import Source

LAMPS = "Our lamps are made by hand in a mill by the river, and every one has a number."
ASKED = (
    "Does the red lamp dim?",
    "Is it glass or plastic?",
    "When does it ship?",
    "How much is the postage to Malta?",
    "Why was tax added?",
    "What do I have to do to dim it?",
    "The page doesn't say whether toys are safe.",
    "Could you send me the list?",
    "I am Ana.",
)
TOLD = (
    "It does.",
    "The postage is £4.",
    "Our lamps come on Monday.",
    "Turn the knob.",
    "We deliver from a mill by the river; each box is made of card.",
    "Which lamp is it?",
    "Thank you for your mail.",
    LAMPS,
)


def left_open(engine: Engine, theirs: str, ours: str) -> list[str]:
    customer, reply = (
        engine.read(replace(prepare(message), channel=Channel.EMAIL))
        for text in (theirs, f"Dear Ana,\n\n{ours}\n\nKind regards,\nMira Holm")
        for message in read(Source("a.txt", text), Format.PLAIN)
    )
    return [one.span.of(theirs) for one in unanswered(reply, customer, questions(customer))]


def typed(engine: Engine, text: str) -> list[Question]:
    (message,) = read(Source("a.txt", text), Format.PLAIN)
    return questions(engine.read(prepare(message)))


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(ASKED), max_size=4), st.lists(st.sampled_from(TOLD), max_size=5))
def test_only_questions_are_open_and_none_that_are_put_off(
    engine: Engine, theirs: list[str], ours: list[str]
) -> None:
    asked, told = " ".join(theirs), " ".join(ours)
    for words in left_open(engine, asked, told):
        assert words in asked
        assert words != "I am Ana."
    assert left_open(engine, asked, f"{told} I will ask the maker and write to you.") == []
    assert left_open(engine, asked, f"{told} See https://lamps.example/help.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The page doesn't say whether dogs may come.", ["yes or no"]),
        ("I did not understand whether towels are given.", ["yes or no"]),
        ("My son wants to know how tall it is.", ["other"]),
        ("Kindly clarify (1) whether it folds, (2) how much it weighs.", ["yes or no", "how much"]),
        ("Three things:\n\n- is the wool rough\n- when does it ship", ["yes or no", "when"]),
        ("r u open on sunday & do students pay less", ["yes or no", "yes or no"]),
        ("The lamp is lovely. And the cord?", ["other"]),
        ("what age, how many pieces and what's the wait?", ["how many", "how many", "how long"]),
        ("Does the “long” cord come too?", ["yes or no"]),
        ("She said “is it safe?” and laughed.", []),
        ("Do they want us to freeze before they act?", []),
        ("No matter whether it rains, we walk.", []),
        ("Or who do I ring about it?", ["other"]),
        ("Please tell me how I can change my seat.", ["how"]),
        ("My question is when the sale starts.", ["when"]),
        ("Please let me know the delivery time.", ["when"]),
        ("Could you tell me the price of the red one?", ["how much"]),
        ("What do I have to do to open it?", ["how"]),
        ("Would you be able to come in May?", ["yes or no"]),
        ("What went wrong?", ["why"]),
        ("Is the card still good, and if so until when?", ["yes or no", "when"]),
        ("Is it blue? And the price?", ["yes or no", "how much"]),
        ("1. Is it blue? 2. Can we hang it up?", ["yes or no", "yes or no"]),
        ("Do you ship to Malta, and is gift wrap possible?", ["yes or no", "yes or no"]),
        ("I was hoping you could tell me where to park.", ["other"]),
        ("whats the difference between the two", ["other"]),
        ("Plumber still coming at two?", ["yes or no"]),
        ("Do real stamps still exist, or is it all stickers?", ["other"]),
        # none
        ("Who needs a spoon anyway?", []),
        ("Honestly, what were you thinking?", []),
        ("Let me know if you need my number.", []),
        ("I have no idea how much I paid.", []),
        ("Who would have thought?", []),
        ("I could also do it myself but I'd rather not.", []),
    ],
)
def test_questions_without_a_mark_are_seen(engine: Engine, text: str, expected: list[str]) -> None:
    assert [question.asked.value for question in typed(engine, text)] == expected


@pytest.mark.parametrize(
    ("theirs", "ours", "times"),
    [
        # beside the point
        ("Can the red lamp be dimmed?", LAMPS, 1),
        (
            "Why was tax added?",
            "The sum is due on 3 May. Please quote your number with it, and the day.",
            1,
        ),
        ("Is it glass or plastic?", LAMPS, 1),
        ("What do I have to do to dim it?", LAMPS, 1),
        ("Do you deliver? And is it safe for toys?", "We deliver on Mondays.", 1),
        ("Is it safe for toys? And do you deliver?", "Yes, we deliver on Mondays.", 1),
        ("Does it dim, and how much is postage?", "It does. It costs £40.", 1),
        ("Does it dim? And do you deliver?", "Both boxes are large. We deliver on Mondays.", 1),
        # to the point in other words
        ("Can the red lamp be dimmed?", f"{LAMPS} We will fit a dimmer for you.", 0),
        ("Does it dim?", f"It can, from bright to dark. {LAMPS}", 0),
        ("Why was tax added?", f"It was a slip of the till. {LAMPS}", 0),
        ("Why was tax added?", f"The law has changed, and lamps are now taxed. {LAMPS}", 0),
        ("Is it glass or plastic?", f"Neither, the shade is paper. {LAMPS}", 0),
        ("What do I have to do to dim it?", f"Turn the knob on its foot. {LAMPS}", 0),
        ("Do I need a bulb?", f"You have all you need in the box. {LAMPS}", 0),
        ("Do you deliver? If not, may I fetch it?", "Yes, our van is out every Monday.", 0),
        ("Does it dim, and how much is it?", "It does. It costs £40.", 0),
        ("Does it dim? And do you deliver?", "Yes to both.", 0),
        ("Does it dim?", "It is made of glass.", 0),
        # Nothing of a lone question's own is named: it may be answered in other words.
        ("Does it dim?", f"{LAMPS} It also comes in red and in blue.", 0),
        # Of several, one whose words are all there, or whose only word may be meant by “these”.
        ("Does it dim? And is the cord black?", "Dim it with the cord. These come in red.", 0),
    ],
)
def test_a_mail_that_tells_something_else_leaves_a_question_open(
    engine: Engine, theirs: str, ours: str, times: int
) -> None:
    assert len(left_open(engine, theirs, ours)) == times


@pytest.mark.parametrize(
    ("text", "subject", "traits"),
    [
        ("May we bring a dog?", Subject.ASKER, set()),
        ("Do you have a ramp?", Subject.US, {Trait.EXISTING}),
        ("Is the lamp red or blue?", Subject.THING, {Trait.CHOICE}),
        ("Must the box be kept?", Subject.THING, {Trait.NEEDED, Trait.DONE}),
        ("Where is the knob?", Subject.THING, {Trait.PLACE}),
        ("How far is the mill?", Subject.THING, {Trait.MEASURED}),
        ("Will the lamp ship on Monday?", Subject.THING, {Trait.TIMED}),
    ],
)
def test_a_question_has_a_subject_and_traits(
    engine: Engine, text: str, subject: Subject, traits: set[Trait]
) -> None:
    (message,) = read(Source("a.txt", text), Format.PLAIN)
    customer = engine.read(prepare(message))
    (aim,) = aims(customer, questions(customer))
    assert aim.subject is subject
    assert aim.traits == {Trait.ALONE, Trait.NAMED, *traits}


def test_words_of_one_matter_stand_for_one_another() -> None:
    assert content("dog") <= widened(content("pet"))
    assert content("free") <= widened(content("cost"))
    assert not content("free") <= widened(content("cost"), priced=False)
    assert widened({"knob"}) == {"knob"}
    assert widened(set()) == set()


def test_of_very_many_questions_none_is_told(engine: Engine) -> None:
    long = f"{LAMPS} " * 6
    few, many = (" ".join(["Is the VAT in it?"] * times) for times in (2, 60))
    assert left_open(engine, few, long)
    assert left_open(engine, many, long) == []
