"""Where on Teams to write to a recipient: sealed, and found by a keyed hash of who they are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from adapters.stores.rows import Store
from adapters.vault import Erased, Vault
from reports.people import PersonId

NAME = "references"  # the name of the key that seals them


class StoredReferences:
    """`school` keeps two schools' people apart who have one id."""

    def __init__(self, store: Store, vault: Vault, school: str) -> None:
        self._store, self._vault, self._school = store, vault, school

    def keep(self, who: PersonId, reference: Mapping[str, Any]) -> None:
        """Written only if it is another than before."""
        if self.find(who) == reference:
            return
        key = self._key(who)
        row = {"who": key, "sealed": self._vault.seal(NAME, json.dumps(reference).encode(), key)}
        with self._store.transaction() as rows:
            rows.put("teams_references", [row], key=("who",))

    def find(self, who: PersonId) -> Mapping[str, Any] | None:
        key = self._key(who)
        with self._store.reading() as rows:
            row = next(iter(rows.find("teams_references", {"who": key})), None)
        try:
            found: Mapping[str, Any] | None = json.loads(self._vault.open(NAME, row["sealed"], key)) if row else None
        except Erased:
            return None
        return found

    def forget(self, who: PersonId) -> None:
        with self._store.transaction() as rows:
            rows.remove("teams_references", {"who": self._key(who)})

    def _key(self, who: PersonId) -> str:
        return self._vault.mark(NAME, f"{self._school}\0{who}")
