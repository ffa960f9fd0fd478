"""What a test of the recipient desk starts from: the sample school's, with a report that waits for its chair."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.reception import Reception, reception


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Reception]:
    with reception(tmp_path) as found:
        yield found
