"""How many reports of each kind a month had, sealed, and never changed once it is written."""

from __future__ import annotations

import json

from cryptography.exceptions import InvalidTag

from adapters.stores.rows import Store
from adapters.vault import Erased, Vault, WrongKey
from reports.counting import Counts
from reports.sealed import Sealed

KEY = "figures"  # the name of the key that seals them; no case's, and destroyed with none


class StoredFigures:
    def __init__(self, store: Store, vault: Vault, school: str) -> None:
        self._store, self._vault, self._school = store, vault, school

    def freeze(self, month: str, counts: Counts) -> None:
        """The first count of a month stays, whoever counts it again."""
        sealed = self._vault.seal(KEY, json.dumps(dict(counts), sort_keys=True).encode(), self._about(month))
        with self._store.transaction() as rows:
            rows.add_new("figures", {"school": self._school, "month": month, "sealed": sealed})

    def all(self) -> dict[str, Counts]:
        """By month. Raises Sealed."""
        with self._store.reading() as rows:
            found = rows.find("figures", {"school": self._school}, order="month")
        return {row["month"]: self._opened(row["month"], row["sealed"]) for row in found}

    def _opened(self, month: str, sealed: bytes) -> Counts:
        try:
            counts: Counts = json.loads(self._vault.open(KEY, sealed, self._about(month)))
        except (Erased, WrongKey, InvalidTag):
            raise Sealed(Sealed.__doc__) from None
        return counts

    def _about(self, month: str) -> str:
        return f"{self._school}/{KEY}/{month}"
