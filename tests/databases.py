"""Empty databases for a test, of each kind that there is, dropped afterwards."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from adapters.stores.address import Address
from adapters.stores.rows import Store
from adapters.stores.sqlite import Sqlite
from tests.conftest import POSTGRES

NEXT = count(1)
KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.needs("postgresql"))]


@contextmanager
def postgres() -> Iterator[str]:
    """The address of an empty database of the test server. Whoever is still connected at the end is thrown out."""
    import psycopg

    name = f"candour_test_{os.getpid()}_{next(NEXT)}"
    with psycopg.connect(POSTGRES, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(POSTGRES)._replace(path=f"/{name}").geturl()
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def empty(kind: str, folder: Path) -> Iterator[Callable[[str], Store]]:
    """Opens the store of that name as another process would, each time it is called; all are closed at the end."""
    with ExitStack() as opened:
        open_one = _postgres(opened.enter_context(postgres())) if kind == "postgres" else _sqlite(folder)

        def store(name: str = "candour") -> Store:
            found = open_one(name)
            opened.callback(found.close)
            return found

        yield store


def _sqlite(folder: Path) -> Callable[[str], Store]:
    return lambda name: Sqlite(folder / f"{name}.db")


def _postgres(url: str) -> Callable[[str], Store]:
    from adapters.stores.postgres import Postgres

    return lambda name: Postgres(Address.read(url).within(name))
