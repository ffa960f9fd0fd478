"""Every kind of store, empty, for the contracts that all of them keep."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.stores import migrations
from adapters.stores.rows import Store
from tests.contracts.stores import Stores, in_memory, kept
from tests.databases import KINDS, empty


@pytest.fixture(params=KINDS)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Opens a store by its name as another process would; in the beginning nothing is in it."""
    with empty(request.param, tmp_path) as store:
        yield store


@pytest.fixture
def laid(opened: Callable[[str], Store]) -> Callable[[str], Store]:
    """The same, with its tables laid."""
    migrations.migrate(opened("candour"), migrations.DATABASE)
    migrations.migrate(opened("keys"), migrations.KEYS)
    return opened


@pytest.fixture(params=["memory", *KINDS])
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stores]:
    if request.param == "memory":
        yield in_memory()
    else:
        with empty(request.param, tmp_path) as store:
            yield kept(store)
