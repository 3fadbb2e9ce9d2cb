from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tonecheck import __version__
from tonecheck.library import Library, bundled

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
ASK = (
    "import tonecheck, tonecheck.library as l;"
    "library = l.load();"
    "print(tonecheck.__file__, l.bundled(), len(library.rules), len(library.acts), sep='\\n')"
)


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkout")
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in listed.split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def built(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--outdir", folder, checkout, cwd=folder)
    return folder


def environment(folder: Path) -> Path:
    """Make an environment that finds this one's libraries, but not its tonecheck."""
    venv.create(folder, with_pip=False)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder / "bin" / "python"


@pytest.mark.parametrize("way", ["folder", "editable", "wheel", "sdist"])
def test_every_way_to_install_finds_the_rules(
    way: str, checkout: Path, built: Path, tmp_path: Path, library: Library
) -> None:
    ways: dict[str, list[str | Path]] = {
        "folder": [checkout],
        "editable": ["--editable", checkout],
        "wheel": [*built.glob("*.whl")],
        "sdist": [*built.glob("*.tar.gz")],
    }
    python = environment(tmp_path / "venv")
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "--quiet",
        "install",
        "--no-deps",
    ]
    run(*pip, *ways[way], cwd=tmp_path)
    home, rules, count, acts = run(python, "-I", "-c", ASK, cwd=tmp_path).splitlines()
    source = checkout if way == "editable" else tmp_path / "venv"
    assert Path(home).is_relative_to(source)
    assert Path(rules).is_relative_to(source)
    assert (int(count), int(acts)) == (len(library.rules), len(library.acts))
    program = python.parent / "tonecheck"
    assert run(program, "--version", cwd=tmp_path) == f"tonecheck {__version__}\n"


def test_the_wheel_holds_package_and_rules_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = {path.relative_to(bundled()).as_posix() for path in bundled().rglob("*.yaml")}
    assert {f"tonecheck/_rules/{rule}" for rule in rules} <= names
    assert {name.split("/")[0] for name in names} == {
        "tonecheck",
        f"tonecheck-{__version__}.dist-info",
    }
    assert "tonecheck/_rules/README.md" not in names
    assert "tonecheck/py.typed" in names
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_source_distribution_can_be_tested(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
    for name in ("tests/test_cli.py", "rules/blame/you-failed.yaml", "README.md", "LICENSE"):
        assert name in names
