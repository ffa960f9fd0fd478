"""What every test of the doctor starts from: the ready school, stocked once and copied for each, and a mail server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.adapters.doctor.looked_at import MAIL_PORT
from tests.adapters.ready_school import stocked, written
from tests.mail_sink import Sink, running


@pytest.fixture(scope="session", autouse=True)
def mail_server() -> Iterator[None]:
    with running(Sink(port=MAIL_PORT)):
        yield


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = written(tmp_path_factory.mktemp("prepared") / "school")
    stocked(folder)
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "school"))
