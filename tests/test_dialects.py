from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.cache import Cache, default_folder
from tonecheck.errors import SettingsError
from tonecheck.finding import Report
from tonecheck.marks import Brackets, scan
from tonecheck.marks.dialects import NAMES
from tonecheck.message import What
from tonecheck.run import Input, Plan, Run
from tonecheck.settings.reading import freeze, read_settings, thaw

law = settings(max_examples=500, deadline=None)
TEMPLATE = {What.PLACEHOLDER, What.CONTROL_TAG}


def found(text: str, *wanted: str | Brackets) -> list[tuple[str, str]]:
    return [(m.span.of(text), m.key) for m in scan(text, wanted) if m.what is What.PLACEHOLDER]


@pytest.mark.parametrize(
    ("product", "words", "key"),
    [
        ("zendesk", "{{ticket.requester.first_name}}", "ticket.requester.first_name"),
        ("freshdesk", "{{ticket.requester.firstname}}", "ticket.requester.firstname"),
        ("intercom", '{{first_name | fallback: "there"}}', "first_name"),
        ("intercom", '<attribute key="user.name" default="there"/>', "user.name"),
        ("intercom", "<attribute key='first_name'></attribute>", "first_name"),
        ("helpscout", "{%customer.firstName%}", "customer.firstName"),
        ("helpscout", "{%customer.firstName,fallback=there%}", "customer.firstName"),
        ("freescout", "{%user.fullName%}", "user.fullName"),
        ("front", "{{recipient.first_name}}", "recipient.first_name"),
        ("gorgias", "{{ticket.customer.firstname}}", "ticket.customer.firstname"),
        ("chatwoot", "{{contact.name}}", "contact.name"),
        ("zammad", "#{ticket.customer.firstname}", "ticket.customer.firstname"),
        ("osticket", "%{ticket.name.first}", "ticket.name.first"),
        ("salesforce", "{!Contact.FirstName}", "Contact.FirstName"),
        ("salesforce", "{{{Recipient.FirstName}}}", "Recipient.FirstName"),
        ("salesforce", "{!NULLVALUE(Contact.FirstName, 'there')}", "Contact.FirstName"),
        ("hubspot", "{{ contact.firstname }}", "contact.firstname"),
        ("zoho", "${Contacts.First Name}", "Contacts.First Name"),
        ("zoho", "${!Cases.Subject}", "Cases.Subject"),
        ("mailchimp", "*|FNAME|*", "FNAME"),
        ("erb", "<%= @order.number %>", "@order.number"),
        ("ejs", "<%= order.number %>", "order.number"),
        ("blade", "{!! $order !!}", "$order"),
        ("freemarker", "${order.number}", "order.number"),
    ],
)
def test_each_product_writes_its_variables_so(product: str, words: str, key: str) -> None:
    text = f"Your lamp {words} is here."
    assert found(text) == [(words, key)]
    assert found(text, product) == [(words, key)]
    assert found(text, "auto", product) == [(words, key)]


@pytest.mark.parametrize(
    ("form", "words", "key"),
    [
        ("braces", "{first name}", "first name"),
        ("braces", "{x}", "x"),
        ("brackets", "[Kundenname]", "Kundenname"),
        ("dashes", "-VORNAME-", "VORNAME"),
        ("angles", "<first_name>", "first_name"),
        ("guillemets", "«Vorname»", "Vorname"),
        ("percents", "%vorname%", "vorname"),
        ("square", "[[vorname]]", "vorname"),
        (Brackets("(:", ":)"), "(: vorname :)", "vorname"),
        (Brackets("__", "__"), "__vorname__", "vorname"),
    ],
)
def test_forms_that_prose_has_too_count_where_they_are_named(
    form: str | Brackets, words: str, key: str
) -> None:
    text = f"Hello {words}, your lamp is here."
    assert found(text, form) == [(words, key)]
    assert found(text, "auto", form) == [(words, key)]


@pytest.mark.parametrize(
    "text",
    [
        "It weighs {about} two pounds [sic], see [1] and [our page](https://example.org).",
        "The well-known -AND- sign, a 5%-10% rise, <soon>, «Oui».",
    ],
)
def test_such_forms_are_prose_unless_they_are_named(text: str) -> None:
    assert not [one for one in found(text) if one != ("{about}", "about")]
    assert found(text, "zendesk") == []


def test_only_the_languages_named_count() -> None:
    text = "Hi {{ name }}, %{number}, *|FNAME|*, [[city]], [your name], {% if a %}x{% endif %}"
    assert [words for words, _ in found(text, "osticket")] == ["%{number}", "[your name]"]
    assert [words for words, _ in found(text, "mailchimp")] == ["*|FNAME|*", "[your name]"]
    tags = [m.span.of(text) for m in scan(text, ["liquid"]) if m.what in TEMPLATE]
    assert tags == ["{{ name }}", "[your name]", "{% if a %}", "{% endif %}"]


FORMS = st.lists(
    st.sampled_from(NAMES) | st.builds(Brackets, *[st.sampled_from(["(:", "|", "[", "__"])] * 2),
    min_size=1,
    max_size=4,
)
PIECES = "{{ }} {% %} {! } [ ] [[ ]] « » - % %{ #{ *| |* < > <% (: __ | name NAME you \n".split(" ")


@law
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), FORMS)
def test_placeholders_lie_apart_whatever_is_wanted(
    text: str, wanted: Sequence[str | Brackets]
) -> None:
    spans = [one.span for one in scan(text, wanted) if one.what in TEMPLATE]
    assert all(a.end <= b.start for a, b in pairwise(spans))


# Settings


def check(folder: Path, settings_file: str, text: str, name: str = "a.txt") -> Report:
    (folder / "tonecheck.toml").write_text(settings_file)
    (folder / name).write_text(text)
    return Run(Plan(cache=default_folder())).check([Input(folder / name, name)])


def test_settings_tell_how_placeholders_are_written(tmp_path: Path) -> None:
    settings_file = 'kind = "message"\nplaceholders = ["braces", {open = "(:", close = ":)"}]\n'
    report = check(tmp_path, settings_file, "Hi {your name}, it comes (:day:), not {{ today }}.")
    assert [f.words for f in report.findings if f.rule == "unresolved-placeholder"] == [
        "{your name}",
        "(:day:)",
    ]


def test_a_page_has_only_the_placeholders_of_the_languages_named(tmp_path: Path) -> None:
    settings_file = 'kind = "message"\nplaceholders = ["osticket"]\n'
    page = "<p>Hi %{ticket.name}, it is {{ lamp }}.</p>"
    report = check(tmp_path, settings_file, page, "a.html")
    words = [f.words for f in report.findings if f.rule == "unresolved-placeholder"]
    assert words == ["%{ticket.name}"]


def test_known_variables_are_told_by_settings(tmp_path: Path) -> None:
    text = "Hi {{ frist_name }},\n\nyour lamp {{ order.number }} is here."
    report = check(tmp_path, 'known-variables = ["first_name", "order.*"]\n', text)
    (finding,) = (f for f in report.findings if f.rule == "unknown-variable")
    assert finding.words == "{{ frist_name }}"
    assert "(did you mean ‘first_name’?)" in finding.text
    assert (finding.start.line, finding.start.column) == (1, 4)
    assert "unknown-variable" not in {skipped.rule for skipped in report.skipped}


def test_without_known_variables_the_rule_is_skipped(tmp_path: Path) -> None:
    report = check(tmp_path, "", "Hi {{ frist_name }},\n\nyour lamp is here.")
    assert ("unknown-variable", "no known-variables in the settings", 1) in report.skipped
    assert "unknown-variable" not in {finding.rule for finding in report.findings}


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (
            'placeholders = ["zendsk"]',
            "placeholders.0: no template language ‘zendsk’ (did you mean",
        ),
        ('placeholders = ["qqqqq"]', "there are auto, angles"),
        ('placeholders = [{open = "", close = "]"}]', "placeholders.0: `open` and `close` are"),
        ('placeholders = [{open = "( ", close = "]"}]', "placeholders.0: `open` and `close` are"),
        ('known-variables = ["{{name}}"]', "known-variables.0: name the variable alone"),
        ('known-variables = "name"', "known-variables: input should be a list"),
    ],
)
def test_settings_that_cannot_be_used_are_refused_with_their_line(
    tmp_path: Path, line: str, error: str
) -> None:
    path = tmp_path / "tonecheck.toml"
    path.write_text(f"ignore = []\n{line}\n")
    with pytest.raises(SettingsError) as caught:
        read_settings(path, Cache(None))
    assert str(caught.value).startswith(f"{path}:2: ")
    assert error in str(caught.value)


def test_settings_of_placeholders_are_kept_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "tonecheck.toml"
    path.write_text('placeholders = ["auto", {open = "[[", close = "]]"}]\nlanguage = "en"\n')
    written = read_settings(path, Cache(None)).written
    assert written.placeholders == ("auto", Brackets("[[", "]]"))
    assert thaw(freeze(written)) == written
