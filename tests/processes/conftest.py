"""What every test of real processes starts from: the sample school, made ready once, and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.processes.terminal import sample


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample(tmp_path_factory.mktemp("prepared") / "school")


@pytest.fixture
def school(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "school"))
