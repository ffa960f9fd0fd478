"""What every test of the audit starts from: empty tables in each kind of database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.stores.rows import Store
from tests.audit import chained
from tests.databases import KINDS, empty


@pytest.fixture(params=KINDS)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    with empty(request.param, tmp_path) as store:
        chained.laid(store)
        yield store
