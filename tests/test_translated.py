from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tonecheck.cache import default_folder
from tonecheck.marks import scan
from tonecheck.message import Message, Part, What
from tonecheck.run import Input, Plan, Run

law = settings(max_examples=500, deadline=None)
TEMPLATE = {What.PLACEHOLDER, What.CONTROL_TAG}


def read(folder: Path, text: str) -> Message:
    path = folder / "a.txt"
    path.write_bytes(text.encode())
    (message,) = Run(Plan(cache=default_folder())).contents(Input(path, "a.txt")).messages
    return message


def prose(text: str) -> str:
    shown = text
    for mark in scan(text):
        if mark.what in TEMPLATE:
            blank = "·" * len(mark.span)
            shown = shown[: mark.span.start] + blank + shown[mark.span.end :]
    return re.sub("·+", "·", shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('{% trans "Hello Ana," %}', "·Hello Ana,·"),
        ("{%- translate 'Hello Ana,' -%}", "·Hello Ana,·"),
        ('{% trans "Your lamp" noop %}', "·Your lamp·"),
        ('{% translate "Your lamp" context "shop" %}', "·Your lamp·"),
        ('{{ _("Your lamp is here.") }}', "·Your lamp is here.·"),
        ("{{ gettext('Your lamp is here.') }}", "·Your lamp is here.·"),
        ("{{ __('Your lamp is here.') }}", "·Your lamp is here.·"),
        ("{!! __('Your lamp is here.') !!}", "·Your lamp is here.·"),
        ("{{t 'Your lamp is here.'}}", "·Your lamp is here.·"),
        ("{{{t 'Your lamp is here.' a=b}}}", "·Your lamp is here.·"),
        ("{{t 'Hi {name}, hello' name=x}}", "·Hi ·, hello·"),
        ("{{ 'Your lamp is here.' | trans }}", "·Your lamp is here.·"),
        ("{{ 'Your lamp is here.'|t }}", "·Your lamp is here.·"),
        ('<%= _("Your lamp is here.") %>', "·Your lamp is here.·"),
        ('{{ _("%(name)s, your lamp") }}', "·, your lamp·"),
        ("{% trans 'Hello,' %}", "·Hello,·"),
        # shown elsewhere, a key, or no string at all
        ('{% trans "Hello Ana," as hello %}', "·"),
        ("{{ 'customer.order.hello' | t }}", "·"),
        ("{{t 'hello'}}", "·"),
        ("<%= t('mail.hello') %>", "·"),
        ('{{ name | default: "my friend" }}', "·"),
        ('{% trans "a \\"b\\" c" %}', "·"),
        ("{% transport a b %}", "·"),
    ],
)
def test_the_words_in_a_tag_that_translates_are_prose(text: str, shown: str) -> None:
    assert prose(text) == shown


SIGNS = "{{ }} {{{ }}} {% %} _( __( trans translate ) ' \" | t {t <%= %> Hello, {name} %(n)s \n"
PIECES = st.sampled_from(SIGNS.split(" "))


@law
@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_tags_lie_apart_however_they_are_taken_apart(text: str) -> None:
    spans = [one.span for one in scan(text) if one.what in TEMPLATE]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(len(span) for span in spans)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", '{% load i18n %}\n{% trans "You failed to pay the bill." %}\n'),
        ("a.html", "<p>{% trans 'You failed to pay the bill.' %}</p>"),
        ("a.hbs", "<td class=\"a\">{{{t 'You failed to pay the bill.' a=(b '<a>')}}}</td>"),
        ("b.html", '<img alt="{% trans "You failed to pay the bill." %}">'),
        ("a.md.j2", 'Hi Ana,\n\n* {{ _("You failed to pay the bill.") }}\n'),
        ("a.txt.erb", '<%= _("You failed to pay the bill.") %>\n'),
    ],
)
def test_faults_in_words_to_be_translated_stand_where_they_lie(
    tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text)
    report = Run(Plan(cache=default_folder())).check([Input(tmp_path / name, name)])
    (finding,) = (f for f in report.findings if f.rule == "you-failed")
    assert finding.span.of(text) == finding.words == "You failed to pay"


def test_a_greeting_to_be_translated_is_one(tmp_path: Path) -> None:
    text = '{% trans "Hello," %}\n\n{% trans "Your lamp is here." %}\n'
    (tmp_path / "a.txt").write_text(text)
    report = Run(Plan(cache=default_folder())).check([Input(tmp_path / "a.txt", "a.txt")])
    assert "missing-greeting" not in {finding.rule for finding in report.findings}


@pytest.mark.parametrize(
    "text",
    [
        "---\nid: 4\nsubject: x\n---\nYour lamp is here.\n",
        "---\r\nid: 4\r\ntags:\r\n  - a\r\n---\r\nYour lamp is here.\r\n",
    ],
)
def test_the_keys_that_a_template_begins_with_are_no_prose(tmp_path: Path, text: str) -> None:
    message = read(tmp_path, text)
    assert [region.what for region in message.regions] == [Part.CODE, Part.BODY]
    assert message.words(message.regions[1].span).strip() == "Your lamp is here."


@pytest.mark.parametrize(
    "text",
    [
        "---\nYour lamp is here.\n---\nIt is red.\n",
        "---\nid: 4\nYour lamp is here.\n",
        "Hi Ana,\n---\nid: 4\n---\n",
    ],
)
def test_other_lines_between_rulers_are_prose(tmp_path: Path, text: str) -> None:
    assert Part.CODE not in {region.what for region in read(tmp_path, text).regions}
