"""How much waits to be carried: a number, of every school together."""

from __future__ import annotations

from datetime import datetime

from adapters.stores.rows import Store, utc

DUE = "SELECT count(*) AS due FROM errands WHERE due <= :now"


def due(store: Store, now: datetime) -> int:
    with store.reading() as rows:
        return int(rows.query(DUE, now=utc(now))[0]["due"])
