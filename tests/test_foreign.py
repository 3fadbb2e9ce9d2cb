from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tonecheck
from tonecheck.engine import prepare
from tonecheck.formats import Format, read
from tonecheck.language import sentences
from tonecheck.language.english import foreign
from tonecheck.report.full import full
from tonecheck.report.machine import json_report
from tonecheck.text import Source

law = settings(max_examples=500, deadline=None)

GERMAN = "Es tut uns leid, dass Ihr Paket zerbrochen bei Ihnen angekommen ist."
ENGLISH = "We are sorry that the parcel was broken when it reached you."


def language(text: str) -> str | None:
    (message,) = read(Source("x", text), Format.PLAIN)
    message = prepare(message)
    return foreign(message, sentences(message))


def replies() -> Iterator[tuple[str, str]]:
    name = ""
    for line in (Path(__file__).parent / "foreign.txt").read_text("utf-8").splitlines():
        if line.startswith("== "):
            name = line[3:]
        elif line and not line.startswith("#"):
            yield name, line


@pytest.mark.parametrize(("name", "text"), list(replies()))
def test_a_short_reply_in_another_language_is_named(name: str, text: str) -> None:
    assert language(text) == name


def test_many_languages_are_tried_with_eight_replies_each() -> None:
    every = [name for name, _ in replies()]
    assert len(set(every)) >= 15
    assert all(every.count(name) >= 8 for name in every)


@pytest.mark.parametrize(
    "text",
    [
        "Order 4471, parcel DE 1290, Frau Ott, Lindenstraße 4, 10115 Berlin, Germany, lamp, black",
        "npm install --save-dev lamp@2.0.1 && npm run build, then open localhost:8080 please",
        "Alexander von Humboldt, Gabriel García Márquez, Simone de Beauvoir, Umberto Eco: arrived.",
        "Router firmware 2.4.1 beta: reset cable modem, power cycle, LED solid green, retry sync.",
        "Black Forest Gateau, Crème Brûlée, Tarte Tatin, Tiramisù, Panna Cotta: ready Friday noon.",
        "Re: Rückfrage zu Rechnung 12: thank you, we have paid it back and you owe us nothing.",
        "Tickets: Berlin Hauptbahnhof, Köln Messe/Deutz, Paris Nord, Lille Europe, Gent-Dampoort.",
        "Lampen Ott GmbH, Lager Nord, Tor 3, Lindenstraße 4, 10115 Berlin, Deutschland",
        "ok ok ok ok ok ok ok ok ok ok ok ok",
        "12 13 14 15 16 17 18 19 20 21 22 23",
        "😀 😀 😀 😀 😀 😀 😀 😀 😀 😀",
        "Hi {{ vorname }}, {{ anrede }} {{ nachname }}, {{ bestellung }} {{ am_datum }}",
        "Look at https://example.org/das/ist/eine/sehr/lange/adresse/die/nichts/bedeutet/und/so",
    ],
)
def test_english_and_what_is_no_language_is_judged(text: str) -> None:
    assert language(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{ENGLISH} {ENGLISH} {GERMAN}", None),
        (f"{GERMAN} {GERMAN} {ENGLISH}", "German"),
        ("Das Geld ist unterwegs, Frau Ott, danke.", None),  # seven words
        ("Das Geld ist nun unterwegs, Frau Ott, danke.", "German"),
        (f"{ENGLISH}\n\nOn Monday, Eva Ott wrote:\n> {GERMAN}\n> {GERMAN}\n> {GERMAN}", None),
        (f"{GERMAN}\n\nOn Monday, Eva Ott wrote:\n> {ENGLISH}\n> {ENGLISH}\n> {ENGLISH}", "German"),
        (f"{ENGLISH}\n\n```\n{GERMAN}\n{GERMAN}\n```\n", None),
        (f"{GERMAN}\n\n```\n{ENGLISH}\n{ENGLISH}\n```\n", "German"),
        ("荷物が壊れ", None),  # two or three words
        (GERMAN.upper(), "German"),
    ],
)
def test_most_of_the_writers_own_words_decide(text: str, name: str | None) -> None:
    assert language(text) == name


@law
@given(
    st.lists(
        st.sampled_from(
            "the lamp is on its way to you and we are sorry for that {{name}} https://x.org".split()
        ),
        max_size=30,
    ),
    st.text(max_size=12),
)
def test_english_words_stay_english_whatever_stands_among_them(words: list[str], odd: str) -> None:
    text = " ".join(["we have sent you the lamp and it is on its way", *words, odd])
    assert language(text) is None


def test_faults_of_tone_are_not_looked_for_in_another_language() -> None:
    report = tonecheck.check(GERMAN + " Ihr Wunsch ist unzulässig!!!")
    assert report.findings == ()
    assert [(entry.what, entry.line, entry.end_line) for entry in report.not_read] == [
        ("language (German)", 1, 1)
    ]
    assert report.skipped == ()


def test_what_needs_no_language_is_found_in_every_one() -> None:
    report = tonecheck.check(f"Hallo {{{{ vorname }}}},\n\n{GERMAN} Karte 4111 1111 1111 1111.")
    assert {finding.rule for finding in report.findings} == {
        "unresolved-placeholder",
        "card-number",
    }


def test_a_reply_that_settings_call_english_is_judged() -> None:
    report = tonecheck.check(GERMAN, language="en")
    assert not report.not_read
    assert "missing-greeting" in {finding.rule for finding in report.findings}


def test_the_reports_count_and_name_it() -> None:
    report = tonecheck.check(f"{GERMAN}\n\n{GERMAN}")
    assert "not read: 1 message in German\n" in full(report)
    assert '"what": "language (German)"' in json_report(report)


def test_one_foreign_reply_among_others_costs_them_nothing(tmp_path: Path) -> None:
    (tmp_path / "tonecheck.toml").write_text(
        'files = ["*.txt"]\n[[overrides]]\nfiles = ["b.txt"]\nlanguage = "en"\n'
    )
    for name, text in (("a", GERMAN), ("b", GERMAN), ("c", "You failed to pay.")):
        (tmp_path / f"{name}.txt").write_text(text)
    command = [sys.executable, "-m", "tonecheck", "check", "--output-format", "concise", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "a.txt" not in done.stdout
    assert "b.txt:1:1: warning[missing-greeting]" in done.stdout
    assert "error[you-failed]" in done.stdout or "warning[you-failed]" in done.stdout


def test_of_a_template_in_two_languages_the_english_arm_is_judged() -> None:
    text = f"{{% if german %}}{GERMAN} Danke!!!{{% else %}}{ENGLISH} Thank you!!!{{% endif %}}"
    linter = tonecheck.Linter(select=["doubled-exclamation"])
    report = linter.check(text, kind="template")
    (finding,) = report.findings
    assert finding.span.start > text.index("{% else %}")
    assert [entry.what for entry in report.not_read] == ["language (German)"]


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Hi Ana,\n\nThanks for your photo. Your lamp left here today.\n\nKind regards,\nTom",
        "Got it! Try turning it off and on, then sign in again.",
        "No worries, happy to help. Send us a DM with your order number.",
    ],
)
def test_an_ordinary_reply_loads_no_detector(text: str) -> None:
    code = (
        "import sys, tonecheck\n"
        f"tonecheck.check({text!r})\n"
        "assert not {'py3langid', 'numpy', 'tonecheck.language.foreign'} & sys.modules.keys()\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_message_can_be_told_its_language() -> None:
    (message,) = read(Source("x", GERMAN), Format.PLAIN)
    assert message.language is tonecheck.Language.AUTO
    assert replace(message, language=tonecheck.Language.ENGLISH).language == "en"
