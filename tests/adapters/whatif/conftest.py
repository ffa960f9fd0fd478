"""What every test of `candour whatif` starts from: the sample school, opened, and its matrix."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.assembly import House
from adapters.commands.whatif import supposed
from adapters.whatif.words import Matrix
from tests.adapters.ready_school import NOW
from tests.processes.terminal import house, sample


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample(tmp_path_factory.mktemp("whatif") / "school")


@pytest.fixture(scope="session")
def opened(folder: Path) -> House:
    return house(folder, lambda: NOW)


@pytest.fixture(scope="session")
def found(opened: House) -> Matrix:
    return supposed(opened, opened.school("sample"))
