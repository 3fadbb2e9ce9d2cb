from __future__ import annotations

import os
from pathlib import Path

import pytest

from tonecheck.cache import Cache
from tonecheck.paths import Choice, choose
from tonecheck.settings import Finder


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Hello.\n")


def choices(*paths: str, exclude: tuple[str, ...] = (), force: bool = False) -> list[Choice]:
    finder = Finder(Cache(None))
    return list(choose(map(Path, paths or (".",)), finder, exclude=exclude, force=force))


def checked(*paths: str, exclude: tuple[str, ...] = (), force: bool = False) -> list[str]:
    found = choices(*paths, exclude=exclude, force=force)
    return [choice.path.as_posix() for choice in found if choice.checked]


def test_files_come_in_order_each_folder_after_its_files() -> None:
    put("b.txt", "a.md", "z/a.txt", "c/d/b.eml", "c/z.txt", "C.txt")
    assert checked() == ["C.txt", "a.md", "b.txt", "c/z.txt", "c/d/b.eml", "z/a.txt"]
    assert checked("z", "b.txt") == ["z/a.txt", "b.txt"]


def test_of_a_maildir_the_mails_are_checked() -> None:
    put("Mail/cur/1:2,S", "Mail/new/2.a.json", "Mail/tmp/3", "Mail/index.log", "Mail/.x/cur/4")
    put("Mail/.Sent/cur/5", "Mail/.Sent/new/6", "Mail/.Sent/tmp/7", "cur/8", "tmp/9.txt")
    assert checked() == [
        "Mail/.Sent/cur/5",
        "Mail/.Sent/new/6",
        "Mail/cur/1:2,S",
        "Mail/new/2.a.json",
        "tmp/9.txt",
    ]


def test_a_pipe_in_a_folder_is_not_waited_on_and_a_broken_link_gets_its_sentence() -> None:
    put("replies/a.txt")
    os.mkfifo("replies/b.txt")
    Path("replies/c.txt").symlink_to("nowhere.txt")
    assert checked("replies") == ["replies/a.txt", "replies/c.txt"]


def test_each_file_is_given_once() -> None:
    put("a/b.txt", "a/c.txt")
    assert checked("a/c.txt", "a", ".", "a/../a/b.txt") == ["a/c.txt", "a/b.txt"]


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "readme.txt",
        "README.de.md",
        "CHANGELOG.md",
        "LICENSE.txt",
        "CONTRIBUTING.md",
        "CODE_OF_CONDUCT.md",
        "requirements.txt",
        "requirements-dev.txt",
        "dev-requirements.txt",
        "robots.txt",
        "AGENTS.md",
        "docs/refund.md",
        "tests/refund.txt",
        "a/node_modules/b/refund.md",
        "SOURCES.txt",
    ],
)
def test_project_files_are_no_messages(name: str) -> None:
    put(name, "refund.md")
    assert checked() == ["refund.md"]
    (left_out,) = [choice for choice in choices() if not choice.checked]
    assert left_out.path.as_posix() == name
    assert left_out.reason == "a project file, not a message"


@pytest.mark.parametrize("name", ["refund.md", "read-me-first/a.txt", "support/late.md", "a b.txt"])
def test_other_files_of_known_formats_are_messages(name: str) -> None:
    put(name)
    assert checked() == [name]


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "templates/base.html",
        "app/templates/messages/inbox.html",
        "htmlcov/replies_py.html",
        "snippets/cart.liquid",
        "templates/motd.txt.j2",
        "emails/README.md.j2",
        "emails/requirements.txt.erb",
        "docs/emails/a.html",
    ],
)
def test_pages_and_templates_are_messages_only_among_mails(here: Path, name: str) -> None:
    put(name)
    (choice,) = choices()
    assert not choice.checked
    assert checked(name) == [name]
    (here / "tonecheck.toml").write_text(f"files = ['{name}']\n")
    assert checked() == [name]


@pytest.mark.parametrize(
    "name",
    [
        "emails/a.html",
        "app/views/order_mailer/shipped.html.erb",
        "app/views/order_mailer/shipped.text.erb",
        "templates/emailTemplates/a.hbs",
        "macros/refund.html",
        "canned-responses/refund.liquid",
        "src/welcome.mjml",
        "src/welcome.mjml.erb",
    ],
)
def test_pages_and_templates_in_folders_of_mails_are_messages(name: str) -> None:
    put(name)
    assert checked() == [name]
    assert checked(name, force=True) == [name]


def test_folder_of_mails_named_outright_says_so_for_what_lies_in_it() -> None:
    put("emails/a.html", "pages/b.html")
    assert checked("emails", "pages") == ["emails/a.html"]


def test_project_folder_named_outright_is_looked_into() -> None:
    put("docs/refund.md", "docs/tests/late.md")
    assert checked("docs") == ["docs/refund.md"]


@pytest.mark.parametrize("name", ["a.py", "a.rst", "a.json5", "a", "a.txt.bak"])
def test_other_formats_are_left_out(name: str) -> None:
    put(name)
    assert [(choice.checked, choice.reason) for choice in choices()] == [
        (False, "no format for this suffix")
    ]


@pytest.mark.parametrize("name", [".hidden.txt", ".git/a.txt", "a/.venv/b.md"])
def test_hidden_files_and_folders_are_not_looked_at(name: str) -> None:
    put(name)
    assert choices() == []
    assert checked(name) == [name]


@pytest.mark.parametrize("name", ["README.md", "a.py", "docs/a.md", "none.txt", "archive/a.txt"])
def test_file_named_outright_is_checked_whatever_it_is(here: Path, name: str) -> None:
    (here / "tonecheck.toml").write_text("exclude = ['archive/']\nfiles = ['replies/**']\n")
    if name != "none.txt":
        put(name)
    assert checked(name) == [name]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("README.md", "a project file, not a message"),
        ("docs/a.md", "a project file, not a message"),
        ("a.py", "no format for this suffix"),
        ("archive/a.txt", "excluded by settings"),
        ("a.txt", ""),
    ],
)
def test_force_holds_named_files_to_the_rules_of_found_ones(
    here: Path, name: str, reason: str
) -> None:
    (here / "tonecheck.toml").write_text("exclude = ['archive/']\n")
    put(name)
    (choice,) = choices(name, force=True)
    assert (choice.checked, choice.reason) == (not reason, reason)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("archive/", ["a.txt", "b/c.txt"]),
        ("*.txt", []),
        ("/a.txt", ["archive/a.txt", "b/archive/d.txt", "b/c.txt"]),
        ("b/**/d.txt", ["a.txt", "archive/a.txt", "b/c.txt"]),
        ("b", ["a.txt", "archive/a.txt"]),
    ],
)
@pytest.mark.parametrize("by", ["settings", "flag"])
def test_exclude_is_read_as_gitignore_is(
    here: Path, by: str, pattern: str, expected: list[str]
) -> None:
    put("a.txt", "archive/a.txt", "b/c.txt", "b/archive/d.txt")
    if by == "settings":
        (here / "tonecheck.toml").write_text(f"exclude = ['{pattern}']\n")
    found = checked(exclude=(pattern,) if by == "flag" else ())
    assert sorted(found) == expected


def test_later_pattern_takes_a_file_back_in(here: Path) -> None:
    (here / "tonecheck.toml").write_text("exclude = ['*.txt', '!b.txt']\n")
    put("a.txt", "b.txt")
    assert checked() == ["b.txt"]


def test_files_setting_says_what_is_a_message(here: Path) -> None:
    (here / "tonecheck.toml").write_text("files = ['replies/**', 'docs/*.md']\n")
    put("a.txt", "replies/README.md", "replies/b.py", "docs/c.md")
    told = {choice.path.as_posix(): choice.reason for choice in choices()}
    assert told == {
        "a.txt": "not among `files`",
        "docs/c.md": "",
        "replies/README.md": "",
        "replies/b.py": "no format for this suffix",
        "tonecheck.toml": "no [[sources]] matches",
    }


def test_settings_of_the_nearest_file_hold(here: Path) -> None:
    put("a/x.txt", "b/x.txt")
    (here / "a" / "tonecheck.toml").write_text("exclude = ['x.txt']\n")
    assert checked() == ["b/x.txt"]


def test_patterns_hold_from_any_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put("archive/a.txt", "replies/b.txt")
    (here / "tonecheck.toml").write_text("exclude = ['/archive/']\n")
    monkeypatch.chdir(here / "replies")
    assert checked("..") == ["../replies/b.txt"]


def test_path_that_cannot_exist_is_left_to_the_reader(here: Path) -> None:
    (here / "ring.txt").symlink_to("ring.txt")
    too_long = "a" * 300 + ".txt"
    assert checked("ring.txt", too_long) == ["ring.txt", too_long]
    assert checked("ring.txt", too_long, force=True) == ["ring.txt", too_long]


SOURCES = """
files = ["replies/**"]
exclude = ["old/"]
[[sources]]
files = ["macros/*.json*", "tests/*.ndjson", "*.foo", "old/*.json"]
text = "$.body"
"""


def test_a_file_of_records_is_checked_where_a_source_matches(here: Path) -> None:
    (here / "tonecheck.toml").write_text(SOURCES)
    put("macros/a.json", "macros/b.JSONL", "tests/c.ndjson", "old/d.json")
    put("package.json", "replies/e.jsonl", "macros/f.foo", "replies/g.foo")
    told = {choice.path.as_posix(): choice.reason for choice in choices()}
    assert told == {
        "macros/a.json": "",
        "macros/b.JSONL": "no [[sources]] matches",
        "macros/f.foo": "not among `files`",
        "old/d.json": "excluded by settings",
        "package.json": "no [[sources]] matches",
        "replies/e.jsonl": "no [[sources]] matches",
        "replies/g.foo": "no format for this suffix",
        "tests/c.ndjson": "",
        "tonecheck.toml": "no [[sources]] matches",
    }


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("macros/a.json", ""),
        ("old/d.json", ""),
        ("package.json", "no [[sources]] matches"),
        ("macros/f.foo", "no format for this suffix"),
        ("macros/f.bar", ""),
    ],
)
def test_a_file_of_records_named_outright_needs_a_source_too(
    here: Path, name: str, reason: str
) -> None:
    (here / "tonecheck.toml").write_text(SOURCES)
    put(name)
    assert choices(name) == [
        Choice(Path(name), checked=not reason, reason=reason, missed=bool(reason))
    ]
    (held,) = choices(name, force=True)
    assert not held.missed
