# What the customer told, asked for in other words; and what is asked for with good reason.

from __future__ import annotations

from dataclasses import replace

import pytest

from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.formats import Format, read
from tonecheck.library import Library
from tonecheck.message import Context, Kind
from tonecheck.text import Source

RULE = "asks-for-known"


def asks(library: Library, theirs: str, ours: str) -> bool:
    (message,) = read(
        Source("a.txt", f"Hello,\n\nThank you for writing. {ours}\n\nSam"), Format.PLAIN
    )
    context = Context(in_reply_to=theirs)
    job = Job(
        replace(prepare(message), kind=Kind.MESSAGE, context=context),
        Ruleset((library.rules[RULE],)),
    )
    return bool(Engine(library).judge([job]).findings)


@pytest.mark.parametrize(
    ("theirs", "ours", "known"),
    [
        # what happened
        ("A pipe burst on 3 March.", "On which day did the damage occur?", True),
        ("My bike was stolen on Friday night.", "Please tell us when the theft took place.", True),
        ("I bought the lamp on 3 March; it broke.", "When did the damage occur?", False),
        ("The pipe burst on 3 March.", "When did you report the damage?", False),
        ("The pipe burst on 3 March.", "On which day did the plumber come?", False),
        ("It fell on 3 May, and again on 5 May.", "On which day did it happen?", False),
        ("A pipe burst on 3 March, or was it the 4th?", "When did it happen?", False),
        ("The heating broke. I wrote on 3 March.", "On which day did it fail?", False),
        ("It came on 12 May.", "Could you give us the date of delivery?", True),
        ("It should have come on 12 May.", "What was the date of delivery?", False),
        ("It happened at the car park in Fenton Street.", "Where did it happen?", True),
        # what shall end, begin or be there
        ("Please cancel my pass as of 1 July.", "State the date on which it is to end.", True),
        ("I give notice to 30 April.", "Please name the date by which you will leave.", True),
        ("Please cancel the pass I bought on 1 July.", "As of when shall it end?", False),
        ("We'd like the paper from 6 May.", "From which date would you like it?", True),
        ("I need 25 of them by Friday.", "By when do you need them?", True),
        ("I need 25 of them soon.", "By when do you need them?", False),
        ("My contract ends on 30 June.", "From when would you like the new one?", False),
        ("Please pause it from 3 to 17 August.", "For what period should we pause it?", True),
        ("Please pause it from 3 August.", "For what period should we pause it?", False),
        ("I'm off to Crete on 2 July, back on the 16th.", "What are your travel dates?", True),
        ("I'm off to Crete in summer.", "What are your travel dates?", False),
        ("I was born on 4 May 1961.", "What is your date of birth?", True),
        ("Room for two from 12 to 14 June.", "When would you like to arrive?", True),
        ("Room for two in June.", "When would you like to arrive?", False),
        ("I'd like to come on 12 June.", "What date do you have in mind?", True),
        ("I'd like to end it on 1 May or, if cheaper, on 1 June.", "When shall it end?", False),
        # what is moved
        ("Please move it from Tuesday to Thursday.", "To which day shall we move it?", True),
        ("Please move it from Tuesday.", "To which day shall we move it?", False),
        ("My flight was moved to 9.40.", "What is the new time of the taxi?", False),
        ("Reg. KM19 ABC.", "Please send me your registration and the new time.", True),
    ],
)
def test_a_day_is_known_by_what_it_is_the_day_of(
    library: Library, theirs: str, ours: str, *, known: bool
) -> None:
    assert asks(library, theirs, ours) is known


@pytest.mark.parametrize(
    ("theirs", "ours", "known"),
    [
        ("Please send it to jo@mail.example.", "Where should we send it?", True),
        ("Post it to 7 Mill Lane, please.", "Let me know where to send it.", True),
        ("Don't post it to 7 Mill Lane.", "Let me know where to send it.", False),
        ("I live at 7 Mill Lane, away until June.", "Where should we send it?", False),
        ("I live at 4 Fern Road.", "Could you send us your correct address?", True),
        ("Bills go to 8 Fern Road. I live at no. 18.", "What is your correct address?", True),
        ("I live at no. 18.", "What is your correct address?", False),
        ("You write to 8 Fern Road, which is wrong.", "What is your correct address?", False),
        ("Please send it to 5 Mill Lane.", "What is your billing address?", False),
        # names and words
        ("You wrote Thomson. It's Thompson.", "How should your name be spelled?", True),
        ("It's Thompson.", "Tell me how your name should read, and you'll get a new one.", True),
        ("You got my name wrong.", "How should your name be spelled?", False),
        ("Please change the name to Rolf Beck.", "Whose name should be on it?", True),
        ("A voucher for my sister, please.", "Whose name should be on it?", False),
        ("Make it out to Hale & Sons.", "To whom should it be made out?", True),
        ("My sister is called Nora.", "What is your sister's name?", True),
        ("Your driver Tom was rude.", "What was the driver's name?", True),
        ("Please refund it to my credit card.", "Where should the refund go?", True),
        ("My refund has not come.", "Where should the refund go?", False),
        ("My sister Nora and my brother come.", "What is your brother's name?", False),
        ('Engrave "Forever, T." in the ring.', "What should we engrave?", True),
        ('It says "Card refused 51".', "What exactly does the message say?", True),
        ("It says something odd.", "What exactly does the message say?", False),
    ],
)
def test_places_and_names_are_known_by_what_is_done_with_them(
    library: Library, theirs: str, ours: str, *, known: bool
) -> None:
    assert asks(library, theirs, ours) is known


@pytest.mark.parametrize(
    ("theirs", "ours", "known"),
    [
        ("My knee is swollen, the left one.", "Which knee is it?", True),
        ("It is for my shoulder (left).", "Please tell us which shoulder it is.", True),
        ("My knee is swollen.", "Which knee is it?", False),
        ("One speaker crackles.", "Which speaker is it?", False),
        ("Your driver Tom was rude.", "Which driver was it?", True),
        ("I play the piano.", "Which instrument does your daughter play?", False),
        ("We come with 14 children.", "How many children will you bring?", True),
        ("The 8:14 to Leeds was late.", "Which train were you on?", True),
        ("The train was late.", "Which train were you on?", False),
        ("The Sunday matinee, seat F14.", "Which performance and seat is it?", True),
        ("The dishwasher leaks.", "Which appliance leaks?", True),
        ("I'd like the Monday course.", "Which course would you like to book?", True),
        ("Please write to me in German.", "In which language should we write?", True),
        ("We have two cats.", "Do you have any pets?", True),
        ("I'd like to swap it for a 41.", "Which size would you like instead?", True),
        ("There are 26 of them, my pupils.", "How many pupils are there?", True),
        ("I ordered 3 candles.", "How many candles arrived?", False),
        # choices
        ("I don't want a voucher.", "Would you like a voucher or a refund?", True),
        ("I don't want a voucher.", "Would you like a refund or a new one?", False),
        ("Please give me the 149 back.", "Would you prefer a discount or a refund?", True),
        ("Please send a new one.", "Would you prefer a refund or a replacement?", True),
        ("I'd like to collect it.", "Shall we deliver it or will you collect it?", True),
        ("One way, please.", "Do you need a single or a return?", True),
        # tried
        (
            "I have already reinstalled it, the app.",
            "Have you tried installing the app again?",
            True,
        ),
        ("I turned it off and on again.", "Have you tried turning it off and on again?", True),
        ("I've held the button for ten seconds.", "Please hold the button for ten seconds.", True),
        ("I've held the button for a second.", "Please hold the button for ten seconds.", False),
        ("I looked in the spam folder.", "Please check your spam folder.", True),
        ("I tried three different cards.", "Could you try a different card?", True),
        ("I tried the red card.", "Could you try a different card?", False),
        ("I've filled in the form.", "Please fill in the form.", True),
        (
            "I looked in the spam folder.",
            "We've just sent it; please check your spam folder.",
            False,
        ),
        ("I held the button.", "How long did you hold the button?", False),
    ],
)
def test_what_is_meant_chosen_or_tried_is_known_in_other_words(
    library: Library, theirs: str, ours: str, *, known: bool
) -> None:
    assert asks(library, theirs, ours) is known


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("I think my order number is 551209, but I'm not sure.", "What is your order number?"),
        ("My order is 551209.", "There is no order 551209. Could you check the order number?"),
        ("I want the red one.", "The red one is sold out. Which colour would you like?"),
        ("Can I come on Monday?", "Monday is full. Which day would suit you otherwise?"),
        ("IBAN DE12 5001 0517 0648 4898 90 is no longer valid.", "Which account shall we pay to?"),
        ("A photo of the lid is attached.", "Could you send us a photo of the label?"),
        ("My order is 551209.", "I can see which order it is."),
        ("I couldn't attach the screenshot.", "Could you send us the screenshot?"),
        ("My order is 551209.", "If you call, please have your order number ready."),
    ],
)
def test_there_are_reasons_to_ask_for_what_is_told(
    library: Library, theirs: str, ours: str
) -> None:
    assert not asks(library, theirs, ours)


@pytest.mark.parametrize(
    "ours",
    [
        "If I could have your order number, I'll look.",
        "It would help to know your order number.",
        "And your order number?",
        "Just one thing: your order number?",
        "Reply with your order number.",
        "Just drop me your order number.",
        "Send your order number and we'll look.",
        "I'm missing your order number.",
        "I have to ask you for your order number.",
        "Any chance of your order number?",
        "Mind sharing your order number?",
        "Remind me of your order number?",
        "Without your order number I can't look.",
        "Your order number would be helpful.",
        "I don't know which order it is.",
        "I look forward to receiving your order number.",
    ],
)
def test_a_request_is_one_however_it_is_worded(library: Library, ours: str) -> None:
    assert asks(library, "My order 551209 has not come.", ours)


@pytest.mark.parametrize(
    "ours",
    [
        "With your order number 551209 I found it.",
        "You can track it with your order number.",
        "Without your order number I would not have found it.",
        "Enter your order number on our page to follow it.",
        "We no longer need your order number.",
        "The courier may ask for your order number.",
        "I'll send you the new order number.",
    ],
)
def test_to_speak_of_a_thing_is_not_to_ask_for_it(library: Library, ours: str) -> None:
    assert not asks(library, "My order 551209 has not come.", ours)
