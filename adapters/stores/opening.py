"""Opens the store that a setting names: a file, or a schema of a database."""

from __future__ import annotations

from adapters.stores.address import Address, Place
from adapters.stores.rows import Store


def opened(place: Place) -> Store:
    if isinstance(place, Address):
        from adapters.stores.postgres import Postgres

        return Postgres(place)
    from adapters.stores.sqlite import Sqlite

    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Sqlite(place)
