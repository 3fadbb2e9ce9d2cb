from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.marks import is_name, malformed, mark, nest, scan
from tonecheck.message import Mark, Message, Part, Region, What
from tonecheck.text import Origin, Source, Span

P, T = What.PLACEHOLDER, What.CONTROL_TAG
IDENTITY = "identity-number"


def message(text: str, *regions: Region) -> Message:
    whole = (Region(Part.BODY, Span(0, len(text))),) if text else ()
    blocks = (Span(0, len(text)),) if text else ()
    origin = Origin.verbatim(len(text)) if text else Origin(())
    return Message(Source("reply.txt", text), text, origin, regions or whole, blocks)


def found(text: str, *what: What) -> list[tuple[What, str, str]]:
    return [(m.what, m.span.of(text), m.key) for m in scan(text) if not what or m.what in what]


FRAGMENTS = st.sampled_from(
    [
        *(
            "{{ }} {{{ }}} {% %} "
            "{# #} %{ ${ #{ } *| |* << >> [[ ]] {! %% <%= <% %> « » “ ” ‘ ’ \" ' { }"
            " <#if <#-- --> > </#if> {{! {{!-- @if( @else @endif @php @endphp ( )"
            " [ ] name first_name NAME order 4242 :) https://a.example/ a@b.example 😀 |"
        ).split(),
        *(
            "{% comment %}",
            "{% endcomment %}",
            " ",
            "\n",
            "\n\n",
            "x",
            "[your name]",
            "{{name}}",
            "4242 4242 4242 4242",
            "CVV 123",
            "-",
        ),
    ]
)
TEXTS = st.lists(FRAGMENTS, max_size=25).map("".join) | st.text(max_size=60)
laws = settings(max_examples=500, deadline=None)


@laws
@given(TEXTS)
def test_marks_are_sorted_nest_and_never_cross(text: str) -> None:
    open_marks: list[Mark] = []
    before = (0, 0)
    for one in scan(text):
        assert before <= (one.span.start, -one.span.end) or before == (0, 0)
        before = (one.span.start, -one.span.end)
        while open_marks and open_marks[-1].span.end <= one.span.start:
            open_marks.pop()
        assert not open_marks or open_marks[-1].span.contains(one.span)
        open_marks.append(one)
        assert 0 < len(one.span) <= len(text) - one.span.start


@laws
@given(TEXTS)
def test_placeholders_and_tags_lie_apart(text: str) -> None:
    spans = [one.span for one in scan(text) if one.what in (P, T)]
    assert all(a.end <= b.start for a, b in pairwise(spans))


@laws
@given(TEXTS)
def test_marking_twice_changes_nothing(text: str) -> None:
    once = mark(message(text))
    assert mark(once) == once


@laws
@given(TEXTS)
def test_what_is_malformed_overlaps_no_placeholder(text: str) -> None:
    whole = [one.span for one in scan(text) if one.what in (P, T)]
    for broken in malformed(text):
        assert len(broken) > 0
        assert not any(broken.start <= span.start and span.end <= broken.start for span in whole)
        assert not any(span.contains(broken) for span in whole)


@pytest.mark.parametrize(
    ("text", "what", "key"),
    [
        ("{{ customer.first_name }}", P, "customer.first_name"),
        ("{{name}}", P, "name"),
        ('{{ name | fallback: "there" }}', P, "name"),
        ("{{- name -}}", P, "name"),
        ("{{{raw_note}}}", P, "raw_note"),
        ("{{1}}", P, "1"),
        ("{{\n  order.id\n}}", P, "order.id"),
        ("{% if paid %}", T, "if paid"),
        ("{%- endif -%}", T, "endif"),
        ("{%\n  if paid\n%}", T, "if paid"),
        ("{# a note #}", T, "a note"),
        ("{{#if vip}}", T, "#if vip"),
        ("{{/if}}", T, "/if"),
        ("{{else}}", T, "else"),
        ("{{!-- a {{note}} --}}", T, "a {{note}}"),
        ("{{! a note }}", T, "a note"),
        ("{{-- a {{ $note }} --}}", T, "a {{ $note }}"),
        ("<%# a note %>", T, "a note"),
        ("<#-- a <b>note</b> -->", T, "a <b>note</b>"),
        ("{% comment %} Hi {{ name }}. {% endcomment %}", T, "comment"),
        ('{%- comment "why" -%}{% if a %}{%- endcomment -%}', T, 'comment "why"'),
        ("{% comment %}", T, "comment"),
        ("<#if a.b gt 2>", T, "#if a.b gt 2"),
        ("<#if (a > b)>", T, "#if (a > b)"),
        ("</#if>", T, "#if"),
        ("<#else>", T, "#else"),
        ("%{first_name}", P, "first_name"),
        ("#{agent.name}", P, "agent.name"),
        ("${order.id}", P, "order.id"),
        ("*|FNAME|*", P, "FNAME"),
        ("*|IF:PAID|*", T, "IF:PAID"),
        ("*|END:IF|*", T, "END:IF"),
        ("<<First Name>>", P, "First Name"),
        ("[[surname]]", P, "surname"),
        ("{!Contact.Name}", P, "Contact.Name"),
        ("%%FIRST_NAME%%", P, "FIRST_NAME"),
        ("%CUSTOMER_NAME%", P, "CUSTOMER_NAME"),
        ("%AMOUNT%", P, "AMOUNT"),
        ("{%customer.firstName,fallback=there%}", P, "customer.firstName"),
        ("{%customer.firstName%}", P, "customer.firstName"),
        ("<%= order.id %>", P, "order.id"),
        ("<% if paid %>", T, "if paid"),
        ("«First Name»", P, "First Name"),
        ("«OrderDate»", P, "OrderDate"),
        ("[CUSTOMER NAME]", P, "CUSTOMER NAME"),
        ("[FIRST_NAME]", P, "FIRST_NAME"),
        ("[insert date]", P, "insert date"),
        ("[your name]", P, "your name"),
        ("[agent name]", P, "agent name"),
        ("[date]", P, "date"),
        ("{first_name}", P, "first_name"),
        ("{orderNumber}", P, "orderNumber"),
        ("{customer.name}", P, "customer.name"),
        ("-FIRSTNAME-", P, "FIRSTNAME"),
        ("#FIRSTNAME#", P, "FIRSTNAME"),
        ("##ORDER_ID##", P, "ORDER_ID"),
        ("$AMOUNT$", P, "AMOUNT"),
        ("@@first_name@@", P, "first_name"),
        ("%firstname%", P, "firstname"),
    ],
)
def test_a_placeholder_is_read_with_its_variable(text: str, what: What, key: str) -> None:
    assert found(f"Well {text}, then.", P, T) == [(what, text, key)]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("@if($a) Hi. @else Bye. @endif", ["@if($a)", "@else", "@endif"]),
        ("@if (f($a, (b()))) Hi\n@endif", ["@if (f($a, (b())))", "@endif"]),
        (
            "@php $a = 1; @endphp Hi @php $b = 2; @endphp",
            ["@php $a = 1; @endphp", "@php $b = 2; @endphp"],
        ),
        ("@foreach($a as $b){{ $b }}@endforeach", ["@foreach($a as $b)", "@endforeach"]),
        ("Hi @else, ask @if and a@if.example @endif", ["@else", "@endif"]),
        ("Hi @if(x), I wrote to sales@endurance.example.", []),
        ("Ask @else and @if.", []),
    ],
)
def test_directives_of_blade_are_tags_where_one_is_ended(text: str, tags: list[str]) -> None:
    assert [words for _, words, _ in found(text, T)] == tags


@pytest.mark.parametrize(
    "comment",
    [
        "{# %s #}",
        "{%% comment %%}%s{%% endcomment %%}",
        "{{!-- %s --}}",
        "{{! %s }}",
        "{{-- %s --}}",
        "<%%# %s %%>",
        "<#-- %s -->",
    ],
)
def test_a_comment_is_one_tag_however_long(comment: str) -> None:
    text = comment % ("You failed to pay.\n\n" * 150)
    assert [one.span for one in scan(text)] == [Span(0, len(text))]


def test_a_language_that_a_reader_sees_is_a_placeholder_in_blade() -> None:
    text = "@lang('mail.hello')\n@if($a)\nHi\n@endif"
    assert found(text, P) == [(P, "@lang('mail.hello')", "lang('mail.hello')")]


@pytest.mark.parametrize(
    "text",
    [
        "It reads [sic] in the letter, see [1] and [2, p. 4].",
        "Type {} and {1,2} and {0}.",
        'Send {"k":1} and {"a": {"b": true}} to us.',
        "Use 50% of the bottle, or 100% if it is small.",
        "A << B >> C",
        "a <<\nb\n>> c",
        "p { color: red }",
        "[[1, 2], [3]]",
        "{{1,2},{3,4}}",
        "{{a: 1, b: 2}, {c: 3}}",
        "{{}} and {{ }}",
        "{{name",
        "name}}",
        "{{{name}}",
        "{{name}",
        "{ {name} }",
        "{{name\n\nand more}}",
        "**Total**|**5**|**6**",
        "Look at [our page](https://shop.example) or [link](x).",
        "[EXTERNAL EMAIL]",
        "[see above]",
        "« Bonjour à tous »",
        "from 5%%to 10%%",
        "well-KNOWN-thing and A-B-C",
        "Set %PATH% first.",
        "Open Settings > [your name] > Sync.",
        "Open [your name] › Sync, or Settings → [your name].",
    ],
)
def test_what_only_looks_like_a_placeholder_is_none(text: str) -> None:
    assert found(text, P, T) == []


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Hi {{name},", ["{{name}"]),
        ("Hi {{name, your", ["{{name"]),
        ("Hi name}}, your", ["name}}"]),
        ("Hi {name}}, your", ["{name}}"]),
        ("Hi { {name} }, your", ["{ {name} }"]),
        ("Hi {{{name}}, your", ["{{{name}}"]),
        ("{{name, order {{id}} went", ["{{name"]),
        ("Paid {% if a now", ["{% if"]),
        ("Hi *|FNAME, your", ["*|FNAME"]),
        ("Hi FNAME|*, your", ["FNAME|*"]),
        ("Hi ${name, your", ["${name"]),
        ("Order %ORDER_ID left", ["%ORDER_ID"]),
        ("Order <%= order.id left", ["<%= order.id"]),
        ("Hi {{ }}", ["{{ }}"]),
        ("Hi {{name}}, {% if a %}b{% endif %} {order_id} [your name]", []),
        ("Order #{{ order.id }} for ${{ total }}, {{ off }}%{{ end }}", []),
        ('Send {"a": {"b": true}} now', []),
        ("p { b { color: red}}", []),
        ("5% of {1,2} and a << b", []),
        ("I saved 20% (really) :-}", []),
    ],
)
def test_broken_placeholders(text: str, broken: list[str]) -> None:
    assert [span.of(text) for span in malformed(text)] == broken


@pytest.mark.parametrize(
    "key",
    "name first_name firstName FirstName customer.name FNAME LNAME requester.first_name agent_name "
    "recipient customer user.full_name @order.user.first_name ticket.requester.name Contact.Name "
    "surname FIRST_NAME last_name signer_name".split(),
)
def test_variables_that_hold_a_name(key: str) -> None:
    assert is_name(key)


@pytest.mark.parametrize(
    "key",
    [
        *(
            "order_id product_name company_name date link customer.email order.name file_name"
        ).split(),
        *("event.name customer.company.name phone account_number shop_name sla.due_at").split(),
        "",
        "1",
    ],
)
def test_variables_that_hold_something_else(key: str) -> None:
    assert not is_name(key)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://a.example/x?y=1, please.", ["https://a.example/x?y=1"]),
        ("(see www.a.example/x).", ["www.a.example/x"]),
        ("https://a.example/x_(y).", ["https://a.example/x_(y)"]),
        ("Write to help@shop.example.", ["help@shop.example"]),
        ("mailto:help@shop.example", ["mailto:help@shop.example"]),
        ("https://a.example/{{ order.id }}/track now", ["https://a.example/{{ order.id }}/track"]),
        ("Hi @priya, 3@4 and www. nothing", []),
    ],
)
def test_addresses(text: str, expected: list[str]) -> None:
    assert [words for _, words, _ in found(text, What.URL)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("You wrote “it's late” and left.", ["“it's late”"]),
        ('Press "Reset", then "OK".', ['"Reset"', '"OK"']),
        ("She said ‘it’s fine’ twice.", ["‘it’s fine’"]),
        ("Il dit «bonjour» à tous", ["«bonjour»"]),
        ("“He said ‘never again’ to us”", ["“He said ‘never again’ to us”", "‘never again’"]),
        ("don't, the customers' parcels, rock 'n' roll", []),
        ("don’t, the customers’ parcels, rock ‘n’ roll", []),
        ('a 24" screen and a 27" one', []),
        ('an open "quote\n\nand" more', []),
        ("“" + "a" * 700 + "”", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [words for _, words, _ in found(text, What.QUOTATION)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Great 🎉🎉", ["🎉", "🎉"]),
        ("👩🏽‍💻 and 🇩🇪 and 1️⃣ and ❤️", ["👩🏽‍💻", "🇩🇪", "1️⃣", "❤️"]),
        ("Done :) or :-( or ;) or :D", [":)", ":-(", ";)", ":D"]),
        ("thanks:)", [":)"]),
        ("until 10:) and (see below:) and (a :)", []),
        ("https://a.example/:) x", []),
        ("steps :(1) and 8:D", []),
        ("© ™ → ✓ •", []),
    ],
)
def test_emoji(text: str, expected: list[str]) -> None:
    assert [words for _, words, _ in found(text, What.EMOJI)] == expected


@pytest.mark.parametrize(
    ("text", "secret", "key"),
    [
        ("paid with 4242 4242 4242 4242 12/29", "4242 4242 4242 4242", "card-number"),
        ("card 4242-4242-4242-4242.", "4242-4242-4242-4242", "card-number"),
        ("your card 5555555555554444, ok", "5555555555554444", "card-number"),
        ("Amex 3782 822463 10005", "3782 822463 10005", "card-number"),
        ("the 2-series 2223003122003222", "2223003122003222", "card-number"),
        ("Dear customer, card 4111 1111 1111 1111", "4111 1111 1111 1111", "card-number"),
        ("for order 88 we took card 4242424242424242", "4242424242424242", "card-number"),
        ("CVV: 123", "123", "card-security-code"),
        ("the security code is 4821.", "4821", "card-security-code"),
        ("cvc 999", "999", "card-security-code"),
        ("your IBAN DE89 3704 0044 0532 0130 00 is", "DE89 3704 0044 0532 0130 00", IDENTITY),
        ("your account GB29NWBK60161331926819.", "GB29NWBK60161331926819", IDENTITY),
        ("SSN: 536-90-4399", "536-90-4399", IDENTITY),
        ("National Insurance number AB 12 34 56 C", "AB 12 34 56 C", IDENTITY),
        ("the NHS number 943 476 5919", "943 476 5919", IDENTITY),
        ("DNI 54362315K", "54362315K", IDENTITY),
        ("your passport number is K1234567", "K1234567", IDENTITY),
        ("RCCMNL83S18D969H on file", "RCCMNL83S18D969H", IDENTITY),
        ("CPF 390.533.447-05", "390.533.447-05", IDENTITY),
        ("131052-308T", "131052-308T", IDENTITY),
        (
            "the key ghp_aaaabbbbccccddddeeeeffff00001111",
            "ghp_aaaabbbbccccddddeeeeffff00001111",
            "access-key",
        ),
        ("-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----", "access-key"),
        ("the password is “lamp-4711”", "lamp-4711", "password"),
        ("Password: xY7-kk2p.", "xY7-kk2p", "password"),
        ("The password is “sunflower”.", "sunflower", "password"),
        ("Your card PIN is still 4471.", "4471", "password"),
        ("The PIN for your account is 90210", "90210", "password"),
        ("I set your password to Tulip-1987.", "Tulip-1987", "password"),
        ("The password has been reset to blueTulip", "blueTulip", "password"),
        ("Use lamp_4711 as your password", "lamp_4711", "password"),
        ("Log in as ana with the password tulip_lamp", "tulip_lamp", "password"),
    ],
)
def test_secrets(text: str, secret: str, key: str) -> None:
    assert found(text, What.SECRET) == [(What.SECRET, secret, key)]


@pytest.mark.parametrize(
    "text",
    [
        "card 4242 4242 4242 4241",
        "order 4242424242424242",
        "tracking number 6011000990139424",
        "DE89 3704 0044 0532 0130 00",
        "GB29 NWBK 6016 1331 9268 19",
        "ring +44 20 7946 0958 or 01632 960114",
        "0000 0000 0000 0000",
        "**** **** **** 4242",
        "at 20250131235959 or 1738367999000",
        "https://a.example/4242424242424242",
        "424242424242424242424242",
        "4242 4242 4242 4242 4242",
        "#4242424242424242",
        "{{ 4242424242424242 }}",
        "IMEI 356938035643809",
        "your IBAN DE89 3704 0044 0532 0130 01",
        "pay to our account GB29 NWBK 6016 1331 9268 19",
        "your number, please.\nIBAN: GB29 NWBK 6016 1331 9268 19",
        "order 536-90-4399",
        "SSN 078-05-1120",
        "your invoice 943 476 5919",
        "ring 390.533.447-0500",
        "passport number X1234",
        "keys begin with ghp_ or sk_live_",
        "the password has 12 characters",
        "your password is 12-digit",
        "change your password to 12 characters",
        "log in with the password you chose",
        "your password is case-sensitive",
        "the wifi password is Alpen2024",
        "Zoom passcode: 884213",
        "your collection PIN is 4471",
        "your PIN is 4 digits long",
        "the pin is 4471 mm long",
        "the CVV has 3 or 4 digits",
        "CVV 123-digit",
    ],
)
def test_numbers_that_are_no_secrets(text: str) -> None:
    assert found(text, What.SECRET) == []


def test_marks_of_the_format_stay_and_win() -> None:
    text = 'Type "a `b" c` :)'
    given_mark = Mark(What.CODE, Span(8, 14))
    base = message(text)
    marked = mark(Message(base.source, text, base.origin, base.regions, base.blocks, (given_mark,)))
    assert [m.what for m in marked.marks] == [What.CODE, What.EMOJI]


def test_code_holds_no_quotations_but_placeholders() -> None:
    text = 'say "hi" {{name}} :)\nas "I" said'
    regions = (Region(Part.CODE, Span(0, 21)), Region(Part.BODY, Span(21, len(text))))
    marks = mark(message(text, *regions)).marks
    assert [text[m.span.start : m.span.end] for m in marks] == ["{{name}}", '"I"']


def test_a_quotation_ends_with_its_block() -> None:
    text = "say “a\nb” now"
    base = message(text)
    blocks = (Span(0, 6), Span(7, len(text)))
    parted = Message(base.source, text, base.origin, base.regions, blocks)
    assert [m.what for m in mark(base).marks] == [What.QUOTATION]
    assert mark(parted).marks == ()


def test_of_crossing_marks_the_earlier_given_stays() -> None:
    first, second = Mark(What.URL, Span(3, 9)), Mark(What.QUOTATION, Span(0, 5))
    assert nest([first, second]) == (first,)
    assert nest([second, first]) == (second,)
    assert nest([first, first]) == (first,)


@pytest.mark.parametrize(
    "piece",
    [
        *("{{", "{{{", "<<", "[[", "{%", "<%", "«", "“", '"', "‘", ":) ", "a}} ", "4242 ", "a@"),
        *(
            "A-",
            "{% comment %}",
            "{% comment %} endcomment ",
            "{!-- ",
            "<#if (",
            "<#if ( >",
            "@if(",
        ),
        *("@if(() ", "@php ", "@php @endphp ", "{# {{!-- <#-- "),
    ],
)
def test_a_megabyte_of_openers_is_read_in_time(piece: str) -> None:
    text = piece * (1_000_000 // len(piece)) + "@endif"
    assert all(one.span.end <= len(text) for one in scan(text))
    assert all(span.end <= len(text) for span in malformed(text))
