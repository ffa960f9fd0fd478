"""What tests of real processes and commands start from: the sample school, made ready once, and copied for each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tests.processes.terminal import sample  # here, for most runs need no process

    return sample(tmp_path_factory.mktemp("prepared") / "school")


@pytest.fixture
def school(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "school"))
