from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
RUDE = (
    "Hi {{ name }},\n\nThank you for writing. You failed to sign the form; please send it again.\n"
)
KIND = (
    "Hi {{ name }},\n\nThank you for the form. Please sign it and send it again, and I will enter "
    "it today. If anything is unclear, just reply.\n\nKind regards,\n{{ agent }}\n"
)
MAIL = f"From: shop@example.org\nSubject: Your form\n\n{RUDE}".replace("{{ name }}", "Jo")
CONFIG = """\
repos:
  - repo: {repo}
    rev: {rev}
    hooks:
      - id: tonecheck
        verbose: true
"""

Hook = Callable[..., tuple[int, str]]


def git(*args: str, cwd: Path) -> str:
    identity = ["-c", "user.name=Tester", "-c", "user.email=tester@example.org"]
    done = subprocess.run(
        ["git", *identity, *args], cwd=cwd, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def commit(folder: Path) -> str:
    git("init", "--quiet", cwd=folder)
    git("add", "--all", cwd=folder)
    git("commit", "--quiet", "--no-verify", "--message", "Begin", cwd=folder)
    return git("rev-parse", "HEAD", cwd=folder)


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Give a repository of the files as they are now, and its one revision."""
    repo = tmp_path_factory.mktemp("tonecheck")
    listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in listed.split("\0"):
        if name and (ROOT / name).is_file():
            (repo / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, repo / name)
    return repo, commit(repo)


@pytest.fixture(scope="module")
def hook(clone: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> Hook:
    repo, rev = clone
    user = tmp_path_factory.mktemp("templates")
    files = {
        "replies/rude.md": RUDE,
        "replies/kind.md": KIND,
        "replies/rude.eml": MAIL,
        "replies/old/rude.txt": RUDE,
        "docs/rude.md": RUDE,
        "README.md": RUDE,
        "requirements.txt": RUDE,
        "ci.yaml": f"text: >\n  {RUDE.splitlines()[2]}\n",
        "tonecheck.toml": 'exclude = ["replies/old/"]\n',
        ".pre-commit-config.yaml": CONFIG.format(repo=repo, rev=rev),
    }
    for name, text in files.items():
        (user / name).parent.mkdir(parents=True, exist_ok=True)
        (user / name).write_text(text)
    commit(user)
    env = os.environ | {"PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("home"))}

    def run(*names: str) -> tuple[int, str]:
        which = ["--files", *names] if names else ["--all-files"]
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "run", "--color", "never", *which],
            cwd=user,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stdout + done.stderr
        return done.returncode, done.stdout

    return run


def test_a_rude_template_fails_the_commit_and_the_place_is_shown(hook: Hook) -> None:
    code, out = hook("replies/rude.md", "replies/kind.md")
    assert code == 1
    assert "warning[you-failed]" in out
    assert "--> replies/rude.md:3:24" in out
    assert "kind.md" not in out
    assert "exit code: 1" in out


def test_a_courteous_template_passes(hook: Hook) -> None:
    code, out = hook("replies/kind.md")
    assert code == 0
    assert "Passed" in out
    assert "All courteous. Checked 1 message in 1 file." in out


def test_mail_files_are_handed_over_though_they_have_no_type_of_their_own(hook: Hook) -> None:
    code, out = hook("replies/rude.eml")
    assert code == 1
    assert "--> replies/rude.eml:6:24" in out


@pytest.mark.parametrize(
    "name", ["README.md", "requirements.txt", "docs/rude.md", "replies/old/rude.txt"]
)
def test_project_files_and_excluded_ones_are_left_alone(hook: Hook, name: str) -> None:
    code, out = hook(name)
    assert code == 0
    assert "you-failed" not in out


def test_files_that_are_no_messages_are_not_handed_over(hook: Hook) -> None:
    code, out = hook("ci.yaml", "tonecheck.toml")
    assert code == 0
    assert "(no files to check)Skipped" in out


def test_a_whole_repository_has_only_its_own_faults(hook: Hook) -> None:
    code, out = hook()
    assert code == 1
    places = [line.split()[1] for line in out.splitlines() if line.startswith("  --> ")]
    assert {place.partition(":")[0] for place in places} == {"replies/rude.md", "replies/rude.eml"}


def test_try_repo_runs_the_hook_from_a_clone(clone: tuple[Path, str], tmp_path: Path) -> None:
    (tmp_path / "rude.md").write_text(RUDE)
    (tmp_path / "kind.md").write_text(KIND)
    commit(tmp_path)
    command = ["try-repo", str(clone[0]), "tonecheck", "--color", "never", "--verbose"]
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", *command, "--all-files"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "--> rude.md:3:24" in done.stdout
    assert "kind.md" not in done.stdout
