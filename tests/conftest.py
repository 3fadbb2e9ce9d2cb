from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tonecheck.engine import Engine
from tonecheck.library import Library, load


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
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
