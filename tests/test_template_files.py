from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tonecheck.cache import default_folder
from tonecheck.finding import Report
from tonecheck.message import Kind, Message, Part
from tonecheck.run import Input, Plan, Run
from tonecheck.settings import Choices

BODY = "Your lamp {{ number }} left here today, and it will be with you on Friday.\n"
Read = Callable[..., Message]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def call(name: str, text: str, kind: Kind | None = None) -> Message:
        path = tmp_path / name
        path.write_text(text)
        run = Run(Plan(flags=Choices(kind=kind), cache=default_folder()))
        (message,) = run.contents(Input(path, name)).messages
        return message

    return call


def check(folder: Path, name: str, text: str) -> Report:
    (folder / name).write_text(text)
    return Run(Plan(cache=default_folder())).check([Input(folder / name, name)])


# Words that lie in other files


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", '{% extends "base.txt" %}\n{% block body %}\n' + BODY + "{% endblock %}\n"),
        ("a.html", "{% extends 'base.html' %}{% block body %}<p>" + BODY + "</p>{% endblock %}"),
        ("base.txt", "Hi {{ name }},\n\n{% block body %}{% endblock %}"),
        ("a.liquid", "{% layout 'mail' %}\n" + BODY),
        ("a.blade.php", "@extends('mail')\n@section('body')\n" + BODY + "@endsection\n"),
        ("a.txt.erb", "<% content_for :body do %>\n" + BODY + "<% end %>\n"),
        ("layout.txt.erb", "<%= yield %>\n\nKind regards,\n<%= agent.name %>\n"),
        ("a.ftl", '<#import "mail.ftl" as layout>\n<@layout.main>\n' + BODY + "</@layout.main>\n"),
        ("a.hbs", "{{#extend 'mail'}}\n" + BODY + "{{/extend}}\n"),
        ("a.txt.j2", '{% include "mail/greeting.txt" %}\n\n' + BODY),
        ("a.txt.twig", "{{ include('header.txt.twig') }}\n\n" + BODY),
        ("a.txt.hbs", "{{> mail_header}}\n\n" + BODY),
        ("b.txt.erb", "<%= render 'shared/greeting' %>\n\n" + BODY),
        ("c.txt.erb", "<%= t('order_mailer.shipped.dear_customer') %>\n\n" + BODY),
        ("d.txt.erb", "<%= I18n.t 'hello' %>\n\n" + BODY),
        ("b.ftl", '${msg("greeting")}\n\n' + BODY),
        ("b.blade.php", "{{ __('mail.greeting') }}\n\n" + BODY),
        ("b.liquid", "{{ 'customer.order.hello' | t }}\n\n" + BODY),
    ],
)
def test_a_template_that_another_file_completes_is_a_snippet(
    read: Read, tmp_path: Path, name: str, text: str
) -> None:
    message = read(name, text)
    assert message.kind is Kind.SNIPPET
    assert "kind" in message.assumed
    absent = [f.rule for f in check(tmp_path, name, text).findings if f.rule.startswith("missing")]
    assert absent == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", BODY),
        ("a.txt.j2", '{% include "mail/order_lines.txt" %}\n' + BODY),
        ("a.hbs", "{{> styles}}\n" + BODY),
        ("a.txt.erb", "<% if paid %>" + BODY + "<% end %>"),
        ("b.txt", "{{ section }} {{ block }} {{ t }} {{ layout }} " + BODY),
        ("c.txt", "{% comment %} see header.txt {% endcomment %}" + BODY),
    ],
)
def test_other_templates_are_whole_replies(
    read: Read, tmp_path: Path, name: str, text: str
) -> None:
    assert read(name, text).kind is Kind.TEMPLATE
    rules = {finding.rule for finding in check(tmp_path, name, text).findings}
    assert "missing-greeting" in rules


def test_what_the_user_says_goes_over_what_the_file_shows(read: Read) -> None:
    text = '{% extends "base.txt" %}\n' + BODY
    assert read("a.txt", text, kind=Kind.TEMPLATE).kind is Kind.TEMPLATE


# Subject lines


@pytest.mark.parametrize(
    "name",
    [
        "refund_subject.txt",
        "refund-subject.txt",
        "subject.txt",
        "refund.subject.txt",
        "refund_subject.txt.j2",
        "Refund_Subject.liquid",
        "refund_subject_line.txt",
    ],
)
def test_a_file_of_a_subject_line_is_a_subject_alone(read: Read, tmp_path: Path, name: str) -> None:
    text = "{% load i18n %}{% blocktrans %}Your lamp {{ number }} is here{% endblocktrans %}\n"
    message = read(name, text)
    assert [region.what for region in message.regions] == [Part.SUBJECT]
    assert message.kind is Kind.SNIPPET
    assert not check(tmp_path, name, text).findings


def test_faults_of_a_subject_line_are_found(tmp_path: Path) -> None:
    report = check(tmp_path, "late_subject.txt", "YOU FAILED TO PAY: act now!!!\n")
    (finding,) = (f for f in report.findings if f.rule == "you-failed")
    assert (finding.region, finding.start.line, finding.start.column) == ("subject", 1, 1)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("change_of_subject.txt", f"{BODY}\n{BODY}\n{BODY}\n{BODY}"),
        ("data_subject_request.txt", BODY),
        ("subjective.txt", BODY),
    ],
)
def test_letters_about_a_subject_are_letters(read: Read, name: str, text: str) -> None:
    assert Part.SUBJECT not in {region.what for region in read(name, text).regions}


# Greetings in a frame


@pytest.mark.parametrize(
    "text",
    [
        "************\nHi {{ name }},\n************\n\n" + BODY,
        "====\nDear Ms Ott,\n====\n\n" + BODY,
        "Use this link to look at your lamp. It is good for a day.\n\n[Shop]\n\n***\nHi Ana,\n***\n"
        + BODY,
        "-----\r\nHello Ana,\r\n-----\r\n\r\n" + BODY,
    ],
)
def test_a_greeting_between_rulers_is_one(read: Read, text: str) -> None:
    message = read("a.txt", text)
    greetings = [region for region in message.regions if region.what is Part.GREETING]
    assert [message.words(one.span).split()[0] for one in greetings][-1] in {"Hi", "Dear", "Hello"}


@pytest.mark.parametrize(
    "text",
    [
        "We have looked at your lamp, and it is fine.\n\nHi Ana,\n\n" + BODY,
        "We have looked at your lamp, and it is fine.\n***\nHi Ana,\n" + BODY,
        "We have looked at it.\n***\nLamps and more\n***\n" + BODY,
    ],
)
def test_after_prose_nothing_else_is_taken_for_one(read: Read, text: str) -> None:
    assert Part.GREETING not in {region.what for region in read("a.txt", text).regions}
