from __future__ import annotations

from pathlib import Path

import pytest

from tonecheck.engine import Engine
from tonecheck.library import Library, load


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep tests away from the user's cache, and programs they start as well."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TONECHECK_CACHE_DIR", str(folder))
        yield folder


@pytest.fixture(scope="session")
def library() -> Library:
    return load()


@pytest.fixture(scope="session")
def engine(library: Library) -> Engine:
    return Engine(library)
