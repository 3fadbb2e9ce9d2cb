from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tonecheck.checks import Metric
from tonecheck.engine import Engine, Job, Ruleset, prepare
from tonecheck.finding import Finding, Report
from tonecheck.formats import Format, read
from tonecheck.library import Library
from tonecheck.message import Channel, Context, Kind
from tonecheck.text import Source

Make = Callable[..., Library]


def judge(  # noqa: PLR0913 - what a message may be given
    library: Library,
    text: str,
    *,
    channel: Channel = Channel.EMAIL,
    kind: Kind = Kind.MESSAGE,
    format: Format = Format.PLAIN,  # noqa: A002
    context: Context | None = None,
) -> Report:
    (message,) = read(Source("x", text), format)
    message = replace(prepare(message), kind=kind, channel=channel, context=context or Context())
    return Engine(library).judge([Job(message, Ruleset(tuple(library.rules.values())))])


def found(report: Report) -> list[str | None]:
    return [finding.words for finding in report.findings]


def only(report: Report) -> Finding:
    (finding,) = report.findings
    return finding


# match


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        ({}, "Blue cheese is here. More blue cheese comes.", ["Blue cheese", "blue cheese"]),
        ({"never": ["no blue cheese"]}, "There is no blue cheese.", []),
        ({"near": ["thanks"]}, "Blue cheese. Thanks.", ["Blue cheese"]),
        ({"near": ["thanks"]}, "Blue cheese.", []),
        ({"near": ["thanks", "sorrow"]}, "Blue cheese. We are so sorry.", ["Blue cheese"]),
        ({"near": ["thanks"]}, "Blue cheese. Thanks for nothing.", []),
        ({"near": ["thanks"], "within": 0}, "Blue cheese. Thanks.", []),
        ({"near": ["thanks"], "within": 0}, "Blue cheese, thanks.", ["Blue cheese"]),
        ({"near": ["thanks"], "within": 1}, "Thanks. Blue cheese.", ["Blue cheese"]),
        ({"near": ["thanks"], "within": 1}, "Thanks. Well. Blue cheese.", []),
        ({"near": ["thanks"], "within": 2}, "Thanks. Well. Blue cheese.", ["Blue cheese"]),
        ({"lacking": ["thanks"]}, "Blue cheese.", ["Blue cheese"]),
        ({"lacking": ["thanks"]}, "Blue cheese. Thanks.", []),
        ({"lacking": ["thanks"], "within": 0}, "Blue cheese. Thanks.", ["Blue cheese"]),
        ({"lacking": ["thanks"], "within": 0}, "Blue cheese, thanks.", []),
        ({"near": ["thanks"], "lacking": ["sorrow"]}, "Thanks, blue cheese. I am sorry.", []),
    ],
)
def test_match(make: Make, options: dict[str, Any], text: str, expected: list[str]) -> None:
    library = make(cheese={"check": {"kind": "match", "phrases": ["blue cheese"], **options}})
    assert found(judge(library, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "There is no blue cheese.",
        "If blue cheese comes, call us.",
        "You wrote that blue cheese is late.",
        "The box says “blue cheese” on it.",
    ],
)
def test_match_counts_only_what_is_said(make: Make, text: str) -> None:
    assert found(judge(make(cheese={}), text)) == []
    patterns = {"kind": "match", "phrases": ["blue cheese"], "unless": []}
    assert found(judge(make(cheese={"check": patterns}), text)) == ["blue cheese"]


def test_match_names_its_words_in_the_text(make: Make) -> None:
    library = make(cheese={"text": "“{match}” smells.", "suggest": ["{match}, please"]})
    finding = only(judge(library, "Have some Blue\ncheese now."))
    assert finding.words == "Blue\ncheese"
    assert finding.text == "“Blue cheese” smells."
    assert finding.suggestions == ("Blue cheese, please",)


def test_match_looks_only_where_the_rule_says(make: Make) -> None:
    text = "Hi Ana,\n\nBlue cheese is here.\n\nKind regards,\nBlue cheese team\n"
    assert found(judge(make(cheese={}), text)) == ["Blue cheese"]
    assert found(judge(make(cheese={"in": ["signature"]}), text)) == ["Blue cheese"]
    assert found(judge(make(cheese={"in": ["greeting"]}), text)) == []


def test_match_by_tokens_and_syntax(make: Make) -> None:
    tokens = [[{"LOWER": "blue"}, {"LEMMA": "moulder"}]]
    library = make(cheese={"check": {"kind": "match", "tokens": tokens}})
    assert found(judge(library, "The blue mouldered away.")) == ["blue mouldered"]
    syntax = [
        [
            {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LEMMA": "moulder"}},
            {
                "LEFT_ID": "verb",
                "REL_OP": ">",
                "RIGHT_ID": "who",
                "RIGHT_ATTRS": {"DEP": "nsubj"},
            },
        ]
    ]
    library = make(cheese={"check": {"kind": "match", "syntax": syntax}})
    assert found(judge(library, "You always mouldered here.")) == ["You always mouldered"]


# said


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        ({}, "We will call.", ["We will call"]),
        ({}, "We will never call.", []),
        ({"lacking": ["deadline"]}, "We will call. It is here by Friday.", []),
        ({"lacking": ["deadline"], "within": 0}, "We will call by Friday.", []),
        (
            {"lacking": ["deadline"], "within": 0},
            "We will call. It is here by Friday.",
            ["We will call"],
        ),
        ({"lacking": ["thanks"]}, "Thanks, we will call.", []),
        ({"lacking": ["thanks"], "not-as": ["thanks"]}, "Thanks, we will call.", ["we will call"]),
        (
            {"lacking": ["thanks", "sorrow"], "not-as": ["thanks"]},
            "Thanks, we will call. We are sorry.",
            [],
        ),
        ({"near": ["thanks"]}, "We will call.", []),
        ({"near": ["thanks"]}, "Thanks, we will call.", ["we will call"]),
        (
            {"lacking": ["deadline"], "within": 0},
            "We will call today. Then we will write. Then we’ll send it.",
            ["we will write", "we’ll send"],
        ),
    ],
)
def test_said(make: Make, options: dict[str, Any], text: str, expected: list[str]) -> None:
    library = make(vague={"check": {"kind": "said", "act": "pledge", **options}})
    assert found(judge(library, text)) == expected


# absent


@pytest.mark.parametrize(
    ("at", "place"), [("start", "Hello"), ("end", "tomorrow")], ids=["start", "end"]
)
def test_absent_stands_at_an_edge_without_words(make: Make, at: str, place: str) -> None:
    text = "Hello Ana,\n\nyour parcel comes tomorrow.\n\nKind regards,\nBo"
    library = make(missing={"check": {"kind": "absent", "acts": ["thanks"], "at": at}})
    finding = only(judge(library, text))
    assert finding.words is None
    assert finding.span.of(text) == place
    assert finding.fix is None


@pytest.mark.parametrize(
    ("body", "place"),
    [("Hello Ana,\n\nit came.\n", "Hello"), ("It came.\n", "It"), ("14:30\n", "Re"), ("", "Re")],
)
def test_absent_stands_in_the_subject_only_where_nothing_is_written_below(
    make: Make, body: str, place: str
) -> None:
    text = f"From: a@shop.example\nTo: b@home.example\nSubject: Re: Your order\n\n{body}"
    library = make(missing={"check": {"kind": "absent", "acts": ["thanks"]}})
    assert only(judge(library, text, format=Format.EMAIL)).span.of(text) == place


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        ("Thanks, it is here.", False),
        ("We are sorry, it is here.", False),
        ("It is here.", True),
        ("Thanks for nothing.", True),
        ("No thanks to you.", True),
        ("> Thanks\n\nIt is here.", True),
        ("👍", False),
        ("", False),
    ],
)
def test_absent_is_silenced_by_any_act_that_is_said(
    make: Make, text: str, *, is_missing: bool
) -> None:
    library = make(missing={"check": {"kind": "absent", "acts": ["thanks", "sorrow"]}})
    assert bool(judge(library, text).findings) is is_missing


@pytest.mark.parametrize(
    ("text", "is_missing"),
    [
        ("We are sorry, it is here.", False),
        ("Thanks, it is here.", True),
        ("Thanks, it is here, and thanks again.", True),
        ("Thanks, it is here. We are sorry.", False),
        ("It is here.", True),
    ],
)
def test_an_act_counts_for_nothing_where_its_words_are_those_of_another(
    make: Make, text: str, *, is_missing: bool
) -> None:
    check = {"kind": "absent", "acts": ["thanks", "sorrow"], "not-as": ["thanks"]}
    assert bool(judge(make(missing={"check": check}), text).findings) is is_missing


def test_absent_at_the_end_finds_a_place_after_a_body_without_words(make: Make) -> None:
    library = make(missing={"check": {"kind": "absent", "acts": ["thanks"], "at": "end"}})
    text = "Hi Ana,\n\n👍"
    assert only(judge(library, text)).span.of(text) == "Ana"


# sequence


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (8, "We are sorry but no.", ["We are sorry but"]),
        (8, "We are sorry. But no.", []),
        (8, "But we are sorry.", []),
        (2, "We are sorry for it but no.", ["We are sorry for it but"]),
        (1, "We are sorry for it but no.", []),
        (0, "We are sorry, but no.", ["We are sorry, but"]),
        (8, "We are sorry but no, but yes.", ["We are sorry but"]),
        (8, "We apologise but no. We apologise but yes.", ["We apologise but"] * 2),
    ],
)
def test_sequence(make: Make, words: int, text: str, expected: list[str]) -> None:
    check = {"kind": "sequence", "first": "sorrow", "then": {"phrases": ["but"]}, "words": words}
    library = make(but={"check": check, "text": "{match}|{first}|{then}"})
    report = judge(library, text)
    assert found(report) == expected
    for finding in report.findings:
        whole, first, then = finding.text.split("|")
        assert whole.startswith(first)
        assert whole.endswith(then)


# count


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        ({"of": "thanks", "max": 2}, "Thanks. Thanks. Ok.", []),
        ({"of": "thanks", "max": 2}, "Thanks. Thank you. THANKS. Thanks.", ["THANKS"]),
        ({"of": "thanks", "max": 0}, "Thanks.", ["Thanks"]),
        ({"of": "thanks", "max": 1, "per": "sentence"}, "Thanks. Thanks.", []),
        (
            {"of": "thanks", "max": 1, "per": "sentence"},
            "Thanks, thank you. Ok. Thank you and thanks.",
            ["thank you", "thanks"],
        ),
        ({"of": {"phrases": ["cheese"]}, "max": 1}, "Cheese and cheese.", ["cheese"]),
        ({"of": {"regex": ["!"]}, "max": 2}, "Yes! No! So!", ["!"]),
        ({"of": "thanks", "max": {"chat": 0}}, "Thanks.", []),
        ({"of": "thanks", "max": {"email": 0}}, "Thanks.", ["Thanks"]),
    ],
)
def test_count(make: Make, options: dict[str, Any], text: str, expected: list[str]) -> None:
    library = make(many={"check": {"kind": "count", **options}})
    assert found(judge(library, text)) == expected


def test_count_tells_its_figures(make: Make) -> None:
    check = {"kind": "count", "of": "thanks", "max": {"email": 1, "chat": 2}}
    library = make(many={"check": check, "text": "{count} of {max}: {match}"})
    text = "Thanks. Thanks. Thanks. It is on its way."
    assert only(judge(library, text)).text == "3 of 1: Thanks"
    assert only(judge(library, text)).span.start == 8
    assert only(judge(library, text, channel=Channel.CHAT)).span.start == 16
    assert judge(library, text, channel=Channel.SMS).findings == ()


# metric

LONG = (
    "Notwithstanding considerations of organisational characteristics, responsibilities multiply. "
)


@pytest.mark.parametrize("of", ["ari", "coleman-liau", "lix"])
def test_grade_is_not_told_below_thirty_words(make: Make, of: str) -> None:
    library = make(grade={"check": {"kind": "metric", "of": of, "max": 8}, "text": "{value}>{max}"})
    assert judge(library, LONG * 4).findings == ()  # 28 words
    finding = only(judge(library, LONG * 5))
    assert finding.span.of(LONG * 5) == LONG.strip()
    value, most = finding.text.split(">")
    assert float(value) > float(most) == 8


def test_plain_words_have_a_low_grade(make: Make) -> None:
    library = make(grade={"check": {"kind": "metric", "of": "ari", "max": 8}})
    assert judge(library, "We sent it off and it is on its way. " * 5).findings == ()


@pytest.mark.parametrize("of", ["ari", "coleman-liau", "lix"])
def test_address_and_variable_are_one_short_word_of_a_grade(make: Make, of: str) -> None:
    library = make(grade={"check": {"kind": "metric", "of": of, "max": 8}})
    text = "See https://shop.example/a-b/c_d?e=f-g for {{ order.number_of_the_year }} or so. " * 5
    assert judge(library, text).findings == ()


def test_list_items_without_stops_do_not_make_one_long_sentence(make: Make) -> None:
    library = make(grade={"check": {"kind": "metric", "of": "ari", "max": 8}})
    text = "- we sent it off\n\n- it is on its way\n\n" * 10
    assert judge(library, text).findings == ()


@pytest.mark.parametrize(
    ("of", "limit", "text", "expected"),
    [
        ("sentence-words", 3, "One two three. One two three four. A b c d e.", 2),
        ("sentence-words", 5, "One two three. One two three four.", 0),
        ("words", 6, "One two three. One two three four.", 1),
        ("words", 7, "One two three. One two three four.", 0),
        ("words", 2, "One two at 12:30 on 5/12, 24 7.", 1),
        ("words", 4, "One two at 12:30 on 5/12, 24 7.", 0),
        ("words", 3, "See https://shop.example/a-b/c_d?e=f-g {{ order.number }}.", 0),
        ("words", 2, "See https://shop.example/a-b/c_d?e=f-g {{ order.number }}.", 1),
        ("sentence-words", 3, "See https://shop.example/a-b/c_d?e=f-g {{ order.number }}.", 0),
        ("words", 2, "", 0),
        ("words", {"chat": 2}, "One two three.", 0),
    ],
)
def test_metric_of_lengths(
    make: Make, of: str, limit: float | dict[str, int], text: str, expected: int
) -> None:
    library = make(long={"check": {"kind": "metric", "of": of, "max": limit}})
    assert len(judge(library, text).findings) == expected


def test_option_of_a_user_moves_a_limit(make: Make) -> None:
    fields = {
        "check": {"kind": "metric", "of": "sentence-words", "max": 30},
        "options": {"max-words": "max"},
    }
    rule = make(long=fields).rules["long"]
    assert isinstance(rule.check, Metric)
    assert rule.with_options({"max-words": 3}).check == replace(rule.check, max=3.0)
    with pytest.raises(ValueError, match="did you mean ‘max-words’"):
        rule.with_options({"max-word": 3})
    with pytest.raises(ValueError, match="needs a number"):
        rule.with_options({"max-words": "few"})


# placeholder and card-number


@pytest.mark.parametrize(
    ("state", "text", "expected"),
    [
        ("unresolved", "Hi {{ first_name }},\n\nyour {{order_id}} is here.", 2),
        ("unresolved", "Hi Ana,\n\nyour parcel is here.", 0),
        ("unresolved", "{% if paid %}It is paid.{% endif %}", 2),
        ("malformed", "Hi {{ first_name }},\n\nyour parcel is here.", 0),
        ("malformed", "Hi {{ first_name },\n\nyour parcel is here.", 1),
    ],
)
def test_placeholder(make: Make, state: str, text: str, expected: int) -> None:
    library = make(left={"check": {"kind": "placeholder", "state": state}, "text": "{match}"})
    report = judge(library, text)
    assert len(report.findings) == expected
    for finding in report.findings:
        assert finding.span.of(text) == finding.words == finding.text


def test_placeholder_in_code_is_left_alone(make: Make) -> None:
    library = make(left={"check": {"kind": "placeholder", "state": "unresolved"}})
    text = "Write `{{ first_name }}` there, {{ first_name }}."
    assert len(judge(library, text, format=Format.MARKDOWN).findings) == 1


ANYWHERE = ["subject", "greeting", "body", "closing", "signature", "history", "code"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Your card 4111 1111 1111 1111 was charged.", 1),
        ("Your card 4111111111111111 was charged.", 1),
        ("Your card 4111 1111 1111 1112 was charged.", 0),
        ("Noted.\n\n> My card is 4111 1111 1111 1111.\n", 1),
    ],
)
def test_card_number_is_found_anywhere_and_never_shown(
    make: Make, text: str, expected: int
) -> None:
    library = make(
        card={"check": {"kind": "card-number"}, "in": ANYWHERE, "text": "“{match}” is a number."}
    )
    report = judge(library, text)
    assert len(report.findings) == expected
    assert "1111" not in repr(report)


# when

ALWAYS: dict[str, object] = {"check": {"kind": "match", "phrases": ["blue cheese"]}}
CHEESE = "Blue cheese, thanks."


@pytest.mark.parametrize(
    ("when", "context", "expected"),
    [
        ({"kind": ["message"]}, {}, True),
        ({"kind": ["template", "snippet"]}, {}, False),
        ({"channel": ["chat", "email"]}, {}, True),
        ({"channel": ["social"]}, {}, False),
        ({"channel": ["email"], "customer": ["grumbles"]}, {"in_reply_to": "It is broken."}, True),
        ({"first-reply": True}, {}, True),
        ({"first-reply": True}, {"first_reply": True}, True),
        ({"first-reply": True}, {"first_reply": False}, False),
        ({"first-reply": False}, {}, False),
        ({"first-reply": False}, {"first_reply": False}, True),
        ({"says": ["thanks"]}, {}, True),
        ({"says": ["thanks", "sorrow"]}, {}, False),
        ({"lacks": ["sorrow"]}, {}, True),
        ({"lacks": ["sorrow", "thanks"]}, {}, False),
        ({"words": ">= 3"}, {}, True),
        ({"words": "> 3"}, {}, False),
        ({"words": "<3"}, {}, False),
        ({"words": "<= 3"}, {}, True),
        ({"customer": ["grumbles"]}, {}, None),
        ({"customer": ["grumbles"]}, {"in_reply_to": "It is broken."}, True),
        ({"customer": ["grumbles"]}, {"in_reply_to": "It is not broken."}, False),
        ({"customer": ["grumbles", "thanks"]}, {"in_reply_to": "It is broken."}, False),
        ({"customer": ["grumbles"]}, {"in_reply_to": ""}, False),
        ({"customer": ["grumbles"], "says": ["sorrow"]}, {}, False),
        ({"customer": ["grumbles"], "says": ["thanks"]}, {}, None),
        ({"any": [{"says": ["sorrow"]}, {"says": ["thanks"]}]}, {}, True),
        ({"any": [{"says": ["sorrow"]}, {"lacks": ["thanks"]}]}, {}, False),
        ({"any": [{"says": ["sorrow"]}, {"customer": ["grumbles"]}]}, {}, None),
        ({"any": [{"says": ["thanks"]}, {"customer": ["grumbles"]}]}, {}, True),
        ({"any": [{"customer": ["grumbles"]}], "says": ["sorrow"]}, {}, False),
        ({}, {}, True),
    ],
)
def test_condition_is_three_valued(
    make: Make, when: dict[str, Any], context: dict[str, Any], *, expected: bool | None
) -> None:
    library = make(cheese=ALWAYS | {"when": when})
    report = judge(library, CHEESE, context=Context(**context))
    assert found(report) == (["Blue cheese"] if expected else [])
    reasons = [(skipped.rule, skipped.reason, skipped.messages) for skipped in report.skipped]
    assert reasons == ([("cheese", "no customer message", 1)] if expected is None else [])


def test_customer_acts_are_not_our_own(make: Make) -> None:
    library = make(cheese=ALWAYS | {"when": {"says": ["grumbles"]}})
    assert judge(library, CHEESE, context=Context(in_reply_to="It is broken.")).findings == ()


# severity, supersedes, fixes


def test_rule_is_off_on_a_channel_that_its_severity_does_not_name(make: Make) -> None:
    library = make(cheese=ALWAYS | {"severity": {"email": "error", "chat": "info"}})
    assert only(judge(library, CHEESE)).severity == "error"
    assert only(judge(library, CHEESE, channel=Channel.CHAT)).severity == "info"
    assert judge(library, CHEESE, channel=Channel.SMS).findings == ()


def test_superseded_finding_gives_way_where_they_overlap_in_one_sentence(make: Make) -> None:
    library = make(
        cheese=ALWAYS,
        stinking_cheese={
            "check": {"kind": "match", "phrases": ["stinking blue cheese"]},
            "supersedes": ["cheese"],
        },
    )
    report = judge(library, "Stinking blue cheese, and blue cheese.")
    assert [(f.rule, f.span.start) for f in report.findings] == [
        ("stinking-cheese", 0),
        ("cheese", 26),
    ]


@pytest.mark.parametrize(
    ("fix", "text", "mended"),
    [
        ({"replace": "brie"}, "Some blue cheese here.", "Some brie here."),
        ({"replace": "brie"}, "Blue cheese here.", "Brie here."),
        ({"replace": "mild {match}"}, "Some blue cheese here.", "Some mild blue cheese here."),
        ({"delete": "match"}, "Some blue cheese here.", "Some here."),
        ({"delete": "sentence"}, "Hi. Some blue cheese here. Ok.", "Hi. Ok."),
    ],
)
def test_fix(make: Make, fix: dict[str, Any], text: str, mended: str) -> None:
    finding = only(judge(make(cheese=ALWAYS | {"fix": fix}), text))
    assert finding.fix is not None
    (edit,) = finding.fix.edits
    assert text[: edit.span.start] + edit.replacement + text[edit.span.end :] == mended


def test_fix_repeats_long_words_in_full_or_not_at_all(make: Make) -> None:
    check = {"kind": "match", "regex": [r"\bblue\b [a-z ]{1,200}cheese"]}
    library = make(cheese={"check": check, "fix": {"replace": "mild {match}"}})
    text = "Some blue " + "very " * 30 + "cheese."
    finding = only(judge(library, text))
    assert finding.fix is not None
    assert finding.fix.edits[0].replacement == "mild " + text[5:-1]
    card = "Some blue card 4111 1111 1111 1111."
    check = {"kind": "match", "regex": [r"\bblue\b card [0-9 ]+"]}
    library = make(cheese={"check": check, "fix": {"replace": "mild {match}"}})
    assert only(judge(library, card)).fix is None


def test_deleting_the_sentence_of_a_place_in_code_is_no_fix(make: Make) -> None:
    library = make(
        card={"check": {"kind": "card-number"}, "in": ANYWHERE, "fix": {"delete": "sentence"}}
    )
    text = "See:\n\n```\n4111 1111 1111 1111\n```\n"
    assert only(judge(library, text, format=Format.MARKDOWN)).fix is None
