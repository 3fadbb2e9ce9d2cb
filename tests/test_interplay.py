# Rules side by side: a courteous message satisfies all of them, a single fault breaks only one.

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck import Linter
from tonecheck.engine import Engine, Job, prepare
from tonecheck.finding import Finding
from tonecheck.formats import Format, read
from tonecheck.message import Channel, Context, Kind
from tonecheck.selection import ruleset
from tonecheck.settings import Choices
from tonecheck.text import Source

GREETINGS = {
    Channel.EMAIL: (
        "Dear Ms {name},",
        "Hi {name},",
        "Hello {name},",
        "Good morning, {name},",
        "Dear {name},",
    ),
    Channel.CHAT: ("Hi {name}!", "Hello {name},", "Good evening, {name}!", "Hey {name},"),
    Channel.SOCIAL: ("Hi {name},", "Hello {name}!", "Hi {name}!"),
    Channel.SMS: ("Hi {name},", "Dear {name},", "Hello {name},"),
}
NAMES = ("Priya", "O'Neill", "Siobhán", "Wei", "Adaeze", "Jean-Luc", "Müller", "April")
VARIABLES = ("{{customer.first_name}}", "{{ first_name }}", "%{name}", "[[name]]")
THANKS = (
    "Thank you for telling us about the lid.",
    "Thanks for writing, and for the two photos.",
    "Thank you for your note of Tuesday.",
    "Thanks for letting us know so quickly.",
    "Many thanks for the clear description.",
)
OWNERSHIP = (
    "We packed the wrong lid, and that was our mistake.",
    "Our depot sent the parcel to an old address.",
    "I read the label wrongly on Monday.",
    "Our till charged the fee twice.",
    "The delay was caused by a broken belt in our workshop.",
)
APOLOGIES = (
    "I am sorry that you had to cook without it.",
    "I am sorry about the two lost days.",
    "We apologise for the wait at the desk.",
    "I'm sorry that the box came open.",
)
ANSWERS = (
    "The new lid costs nothing, and you can keep the old one.",
    "Yes, the lamp fits the old stand.",
    "The blue kettle holds two litres.",
    "I have put the fee back on your card.",
    "Here is the drawing: the screw goes in from below.",
    "We cannot refund the old lid because the seal is open, but I can send you a new one.",
)
PROMISES = (
    "I will send the new lid on Friday.",
    "We will post the part by noon tomorrow.",
    "I'll call you on Thursday at 10.",
    "Our fitter will be with you within two days.",
    "I will write to you by the end of the week.",
)
INVITATIONS = (
    "If anything is unclear, just reply here.",
    "Please write to me if the lid does not fit.",
    "Let me know if another day suits you better.",
    "Which of the two colours would you like?",
)
SIGN_OFFS = (
    "Kind regards,\nMira Holm",
    "Best wishes,\nTom",
    "Yours sincerely,\nA. Ferreira\nHarbour Lamps",
    "With best wishes,\nThe Harbour team",
)


@cache
def linter() -> Linter:
    return Linter()


def judged(
    text: str,
    channel: Channel = Channel.EMAIL,
    kind: Kind = Kind.MESSAGE,
    known: Context | None = None,
) -> list[Finding]:
    return list(linter().check(text, channel=channel, kind=kind, context=known or FRESH).findings)


FRESH = Context(first_reply=True, now="2026-06-01", attachments=())
ANSWERED = Context(
    first_reply=True,
    now="2026-06-01T10:00",
    attachments=(),
    in_reply_to="Here is the slip for order 4418. I paid £26 on 12 May, and a photo is attached.",
)


@st.composite
def courteous(draw: st.DrawFn, channel: Channel, kind: Kind) -> str:
    """Give a message of courteous sentences in their natural order, some of them left out."""

    def one(parts: tuple[str, ...]) -> str:
        return draw(st.sampled_from(parts))

    def perhaps(parts: tuple[str, ...]) -> list[str]:
        return [one(parts)] if draw(st.booleans()) else []

    fault = [one(OWNERSHIP), one(APOLOGIES)] if draw(st.booleans()) else []
    said = [one(THANKS), *fault, *draw(st.lists(st.sampled_from(ANSWERS), max_size=2, unique=True))]
    paragraphs = [" ".join(said), " ".join([one(PROMISES), *perhaps(INVITATIONS)])]
    if kind is Kind.SNIPPET:
        return "\n\n".join(paragraphs)
    greeting = one(GREETINGS[channel]).format(
        name=one(VARIABLES if kind is Kind.TEMPLATE else NAMES)
    )
    if channel is Channel.EMAIL:
        return "\n\n".join([greeting, *paragraphs, one(SIGN_OFFS)])
    return f"{greeting} {' '.join(paragraphs)}"


AT_ONCE = (
    10  # messages judged together, which is quicker and changes nothing (tests/test_engine.py)
)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("channel", Channel)
@settings(max_examples=500 // AT_ONCE, deadline=None)
@given(data=st.data())
def test_a_courteous_message_satisfies_every_rule(
    engine: Engine, channel: Channel, kind: Kind, data: st.DataObject
) -> None:
    rules = ruleset(engine.library, Choices(), "the tests")
    contexts = st.sampled_from([FRESH, ANSWERED])
    drawn = data.draw(
        st.lists(st.tuples(courteous(channel, kind), contexts), min_size=AT_ONCE, max_size=AT_ONCE)
    )
    jobs = [
        Job(replace(prepare(message), kind=kind, channel=channel, context=context), rules)
        for text, context in drawn
        for message in read(Source(text, text), Format.PLAIN)
    ]
    found = engine.judge(jobs).findings
    assert [(one.path, one.rule, one.words) for one in found] == []


LETTER = """\
{greeting}

{thanks}

{body}

{end}
"""
WHOLE = {
    "greeting": "Dear Ms Novak,",
    "thanks": "Thank you for your letter about the kettle.",
    "body": "I will send a new lid on Friday.",
    "end": "Kind regards,\nMira Holm",
}


def test_the_letter_that_faults_are_planted_in_has_none() -> None:
    assert judged(LETTER.format(**WHOLE)) == []


PLANTED = [
    ("your-fault", "The crack «is entirely your own fault»."),
    ("you-failed", "«You failed to enclose» the slip."),
    ("should-have", "«You should have read» the label."),
    ("policy-shield", "«As per our terms», lids come alone."),
    ("conditional-apology", "We are «sorry if you were upset»."),
    ("regrets-feelings", "We are «sorry you were unhappy» with it."),
    ("generic-apology", "«Sorry for any inconvenience»."),
    ("grudging-apology", "I have been «asked to apologise»."),
    ("flippant-apology", "«Oops», that was the old lid."),
    ("empty-empathy", "«I understand your frustration»."),
    ("minimising", "It «is only a small scratch»."),
    ("calm-down", "«Please calm down»."),
    ("insult", "«You are an idiot»."),
    ("profanity", "The lid is «shit»."),
    ("disbelief", "«You claim that» the lid was open."),
    ("sarcasm", "«Congratulations on finally» reading it."),
    ("talks-down", "«Even a child can» fit the lid."),
    ("condescending-adverb", "«Needless to say», the lid is glass."),
    ("threat-or-silencing", "«Stop e-mailing» us."),
    ("repeat-rebuke", "«As I already said», the lid is glass."),
    ("overpromise", "«I guarantee it» will hold."),
    ("vague-time", "«We will fix the handle as soon as possible»."),
    ("hedged-promise", "The handle «should hopefully be» back."),
    ("truth-marker", "«To be honest», the handle is weak."),
    ("agentless-fault", "«Mistakes were made» with the handle."),
    ("stock-phrase", "«Your call is important to us»."),
    ("officialese-opener", "«We are writing to inform» you that the handle is glass."),
    ("jargon", "The «aforementioned» lid is glass."),
    ("presumptive-thanks", "«Thanks in advance»!"),
    ("survey-begging", "Please «give us 5 stars»."),
    ("third-party-blame", "The «courier is to blame»."),
    ("interrobang", "Is the old lid at hand«??»"),
    ("doubled-exclamation", "The new one is red«!!!»"),
    ("shouting", "«PLEASE READ THE LABEL»."),
    ("textspeak", "The lid is red, «thx» to Ana."),
    ("leftover-bracket", "The lid is red «TODO»."),
    ("unresolved-placeholder", "The lid is «{{colour}}»."),
    ("malformed-placeholder", "The lid is «{{colour}»."),
    ("card-number", "Your card «4111 1111 1111 1111» was charged."),
    ("card-security-data", "Your CVV «123» did not match."),
    ("secret-request", "Please «reply with your password»."),
    ("internal-note-leak", "«Note to self»: count the lids."),
    ("third-party-data", "The driver is Tom; «he lives at 4 Elm» Road."),
    ("door-closed", "«This matter is closed»."),
    ("apology-but", "«Sorry, but you» bent the lid."),
    ("commanding-modal", "«You must send» the old lid."),
    ("accusing-question", "«Why did you not read» the label?"),
    ("dismissive", "That is «not our problem»."),
    ("should-have", "«Had you read» the label, it would have held."),
    ("fault-denial", "«There was no error on our part»."),
    ("scare-quotes", "We read about «your “problem”»."),
    ("passive-aggressive-ellipsis", "«We did explain it...»"),
    ("choice-leftover", "We «sent a refund/replacement»."),
    ("choice-leftover", "The lid is red («delete as appropriate»)."),
    ("undecided-form", "«Your item(s)» will be red."),
    ("unfilled-name", "The red one costs «$NaN» now."),
    ("impossible-date", "The red one is here from «31 June» on."),
    ("impossible-date", "The red one came on «Friday 22 November 2026»."),
    ("missing-attachment", "The «receipt is attached»."),
    ("missing-link", "To see the red one, «click here»."),
    ("vague-reference", "We «look into the matter»."),
    ("identity-number", "Your account «GB82 WEST 1234 5698 7654 32» is known."),
    ("access-key", "The red key is «AKIAABCDEFGHIJKLMNOP»."),
    ("sent-password", "Your password is «lamp-4711»."),
    ("full-birth-date", "Your «date of birth 4 May 1986» matched."),
    ("do-not-reply", "«This mailbox is not monitored»."),
    ("question-overload", "Is it red? Is it blue? Is it old? Is it new«?»"),
]


KNOWN = Context(
    first_reply=True,
    now="2026-06-01T10:00",
    attachments=(),
    customer_name="Jana Novak",
    in_reply_to="Here is the slip for order 4418, and a photo is attached.\n\nThanks,\nJana Novak",
)
COMPARED = [
    ("name-mismatch", {"greeting": "Dear Ms «Nowak»,"}),
    ("lower-case-name", {"greeting": "Dear «jana»,"}),
    ("name-unused", {"greeting": "«Hello»,"}),
    ("impersonal-greeting", {"greeting": "«Dear Valued Customer»,"}),
    ("wrong-entity", {"body": "Order «4481» ships on Friday. I will send a new lid on Friday."}),
    (
        "asks-for-known",
        {"body": "«Please send us your order number». I will send a new lid on Friday."},
    ),
]

SECRET = {"card-number", "card-security-data", "identity-number", "access-key", "sent-password"}

# More than one rule knows these words; the most particular one speaks.
SUPERSEDED = [
    ("sarcasm", "«Congratulations on finally» reading it."),
    ("dismissive", "The leak has «nothing to do with us»."),
    ("insult", "«You're an asshole»."),
    ("accusation", "«You keep ignoring» the label."),
    ("scorn", "«It is a complete farce»."),
    ("door-closed", "«I won't be discussing exceptions»."),
    ("talks-down", "«You clearly did not read» the label."),
    ("stock-phrase", "«Please be advised that» the lid is glass."),
    ("fault-denial", "«That is not our fault»."),
]

FORMULAS = (
    "I will send a lid on Friday. «I am happy to help». Feel free to ask. I hope this helps. "
    "We look forward to helping you. If you need any further help, we are here to help."
)

OTHERWISE = [
    ("missing-greeting", {"greeting": ""}),
    ("missing-opening-thanks", {"thanks": "Your letter about the kettle is here."}),
    ("missing-signoff", {"end": ""}),
    ("missing-apology", {"body": "We packed the wrong lid. I will send a new one on Friday."}),
    ("missing-next-step", {"body": "I am so sorry that it leaks."}),
    ("missing-invitation", {"body": "We cannot refund the lid because the seal is open."}),
    ("impersonal-greeting", {"greeting": "«Dear Valued Customer»,"}),
    ("overfamiliar-address", {"greeting": "«Hey buddy»,"}),
    ("doubled-exclamation", {"greeting": "Dear Ms Novak«!!»"}),
    ("bare-refusal", {"body": "«We cannot refund» the lid. Let me know if it breaks."}),
    ("powerless", {"body": "«There is nothing I can do». Which of the two lids is it?"}),
    ("pass-the-buck", {"body": "«You will have to contact the» maker."}),
    ("powerless", {"body": "That is «above my pay grade»."}),
    ("pass-the-buck", {"body": "I am afraid «I just work here»."}),
    ("dont-know-dead-end", {"body": "«I am not sure when» it ships."}),
    ("missing-owner", {"body": "Your letter «has been forwarded to the repair» desk."}),
    ("faceless-promise", {"body": "«The relevant team will send» it. I have packed the lid."}),
    ("negative-ending", {"body": "The repair took a day. «I trust this is now clear»."}),
    ("emoji-in-bad-news", {"body": "I am sorry that it leaks «😂» I will post a lid on Friday."}),
    (
        "exclaimed-refusal",
        {"body": "The seal is open, so we cannot refund it«!» Which of the two lids is it?"},
    ),
    (
        "over-thanking",
        {"body": "Thanks for the photo. Thank you for the slip. «Thanks» for all. It ships today."},
    ),
    (
        "over-apologising",
        {
            "body": "I am sorry for the leak. I am sorry for the wait. We apologise for the noise. "
            "«We are sorry» for the dent. I will post a lid on Friday."
        },
    ),
    ("exclamation-load", {"body": "It is red! It is new! It ships on Friday«!»"}),
    (
        "acronym-load",
        {"body": "It ships once the RMA, as the SLA says, has an «ETA». I will call on Friday."},
    ),
    ("boilerplate-density", {"body": FORMULAS}),
    (
        "wall-of-text",
        {"body": f"«{' '.join(19 * ['The lid is red and new.'])}»"},
    ),
    ("unfilled-name", {"greeting": "«Dear ,»"}),
    ("second-greeting", {"thanks": "«Hello Ms Novak,»\n\nThank you for your letter."}),
    (
        "long-sentence",
        {
            "body": "«When the lid is on the pot and the pot is on the stove, the ring is on and "
            "the light is green, turn the red knob to the left until you hear a click and then "
            "wait for a minute before you lift it.»"
        },
    ),
]


def said(letter: str) -> list[tuple[str, str | None]]:
    """Give what is found in a letter; what is secret is masked by dots of the same length."""
    return [(found.rule, found.words) for found in judged(letter)]


def marked(fault: str) -> tuple[str, str | None]:
    """Give the text without its « » and the words between them."""
    words = fault.partition("«")[2].partition("»")[0]
    return fault.replace("«", "").replace("»", ""), words or None


@pytest.mark.parametrize(("rule", "fault"), PLANTED + SUPERSEDED)
def test_a_planted_fault_is_found_by_its_own_rule_alone(rule: str, fault: str) -> None:
    plain, words = marked(fault)
    if rule in SECRET:
        words = "•" * len(words or "")
    letter = LETTER.format(**{**WHOLE, "body": f"{WHOLE['body']} {plain}"})
    assert said(letter) == [(rule, words)]


@pytest.mark.parametrize(("rule", "parts"), OTHERWISE)
def test_a_letter_with_one_part_spoilt_has_one_finding(rule: str, parts: dict[str, str]) -> None:
    spoilt = {part: marked(text) for part, text in parts.items()}
    letter = LETTER.format(**{**WHOLE, **{part: text for part, (text, _) in spoilt.items()}})
    assert said(letter) == [(rule, words) for _, words in spoilt.values()]


def test_the_letter_has_no_faults_where_the_customer_is_known() -> None:
    assert judged(LETTER.format(**WHOLE), known=KNOWN) == []


@pytest.mark.parametrize(("rule", "parts"), COMPARED)
def test_a_letter_that_the_customer_belies_has_one_finding(
    rule: str, parts: dict[str, str]
) -> None:
    spoilt = {part: marked(text) for part, text in parts.items()}
    letter = LETTER.format(**{**WHOLE, **{part: text for part, (text, _) in spoilt.items()}})
    found = [(finding.rule, finding.words) for finding in judged(letter, known=KNOWN)]
    assert found == [(rule, words) for _, words in spoilt.values()]


def test_a_letter_that_leaves_a_question_open_says_which() -> None:
    asked = replace(KNOWN, in_reply_to="How much is the blue lid?")
    letter = LETTER.format(**{**WHOLE, "body": "The blue lid is made of glass."})
    found = [(finding.rule, finding.words) for finding in judged(letter, known=asked)]
    assert found == [("unanswered-question", None)]


def test_a_real_number_beside_a_test_number_is_found() -> None:
    numbers = "Pay with the test card 4242 4242 4242 4242, not with 4111 1111 1111 1111."
    letter = LETTER.format(**{**WHOLE, "body": f"{WHOLE['body']} {numbers}"})
    assert said(letter) == [("card-number", "•" * 19)] * 2
