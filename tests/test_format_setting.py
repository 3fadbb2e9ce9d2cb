from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tonecheck.cache import Cache, default_folder
from tonecheck.errors import SettingsError
from tonecheck.formats import Format, format_of
from tonecheck.paths import choose
from tonecheck.run import Input, Plan, Run
from tonecheck.settings import Finder
from tonecheck.settings.reading import freeze, read_settings, thaw

PAGE = "<p>You failed to <b>pay</b>.</p><!-- You failed to call. -->"
AS_HTML = '[[overrides]]\nfiles = ["letters/*"]\nformat = "html"\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letters").mkdir()
    return tmp_path


def blamed(path: str, text: bytes | None = None, form: Format | None = None) -> Iterator[str]:
    report = Run(Plan(cache=default_folder())).check([Input(Path(path), path, text, form)])
    for finding in report.findings:
        if finding.rule == "you-failed":
            yield f"{finding.start.line}:{finding.start.column} {finding.words}"


@pytest.mark.parametrize("name", ["a.tpl", "a.txt", "a.md", "a", "a.xml"])
def test_an_override_says_how_a_file_is_written(here: Path, name: str) -> None:
    (here / "tonecheck.toml").write_text(AS_HTML)
    (here / "letters" / name).write_text(PAGE)
    assert list(blamed(f"letters/{name}")) == ["1:4 You failed to pay"]


def test_the_override_holds_for_the_name_that_stdin_is_given(here: Path) -> None:
    (here / "tonecheck.toml").write_text(AS_HTML)
    assert list(blamed("letters/a.tpl", PAGE.encode())) == ["1:4 You failed to pay"]
    assert list(blamed("letters/a.tpl", PAGE.encode(), Format.PLAIN)) == ["1:4 You failed to pay"]
    assert len(list(blamed("other/a.txt", PAGE.encode(), Format.PLAIN))) == 2


def test_of_several_overrides_the_last_wins(here: Path) -> None:
    text = AS_HTML + '[[overrides]]\nfiles = ["letters/*.md"]\nformat = "markdown"\n'
    (here / "tonecheck.toml").write_text(text)
    (here / "letters" / "a.md").write_text("You **failed** to pay.\n\n```\nYou failed to pay.\n```")
    assert list(blamed("letters/a.md")) == ["1:1 You failed to pay"]


def test_files_whose_format_is_told_are_found_in_folders(here: Path) -> None:
    (here / "tonecheck.toml").write_text(AS_HTML)
    for name in ("letters/a.tpl", "letters/page.html", "b.tpl", "page.html"):
        (here / name).write_text(PAGE)
    finder = Finder(Cache(None))
    found = [choice.path.as_posix() for choice in choose([Path()], finder) if choice.checked]
    assert found == ["letters/a.tpl", "letters/page.html"]


def test_excludes_hold_whatever_the_format(here: Path) -> None:
    (here / "tonecheck.toml").write_text('exclude = ["letters/old*"]\n' + AS_HTML)
    (here / "letters" / "old.tpl").write_text(PAGE)
    assert not [choice for choice in choose([Path()], Finder(Cache(None))) if choice.checked]


def test_a_file_of_records_keeps_its_notation(here: Path) -> None:
    (here / "tonecheck.toml").write_text(AS_HTML)
    (here / "letters" / "a.json").write_text('{"body": "You failed to pay."}')
    report = Run(Plan(cache=default_folder())).check(
        [Input(Path("letters/a.json"), "letters/a.json")]
    )
    assert [entry.what for entry in report.not_read] == ["no [[sources]] matches"]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ('format = "html"\n', ":1: format: belongs in [[overrides]], which say of which files"),
        ('[[overrides]]\nfiles = ["*"]\nformat = "pdf"\n', ":3: overrides.0.format: input should"),
    ],
)
def test_a_format_that_cannot_be_used_is_refused(here: Path, text: str, error: str) -> None:
    (here / "tonecheck.toml").write_text(text)
    with pytest.raises(SettingsError) as caught:
        read_settings(here / "tonecheck.toml", Cache(None))
    assert error in str(caught.value)


def test_the_format_is_kept_with_the_settings(here: Path) -> None:
    (here / "tonecheck.toml").write_text(AS_HTML)
    written = read_settings(here / "tonecheck.toml", Cache(None)).written
    assert written.overrides[0].format is Format.HTML
    assert thaw(freeze(written)) == written


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("refund.html.erb", Format.HTML),
        ("welcome.txt.liquid", Format.PLAIN),
        ("reply.md.j2", Format.MARKDOWN),
        ("order.text.erb", Format.PLAIN),
        ("order.liquid", Format.TEMPLATE),
        ("page.MJML", Format.HTML),
    ],
)
def test_the_suffix_tells_the_format(name: str, form: Format) -> None:
    assert format_of(name) is form
