"""Ties a reporter's code to their case in a way that only the code can read.

scrypt (RFC 7914) turns the code into two keys: one finds the row, the other opens it.
"""

from __future__ import annotations

import hashlib

from cryptography.exceptions import InvalidTag

from adapters.stores.rows import Store
from adapters.vault import Vault, open_with, seal_with
from reports.report import CaseId

SALT = "receipts"  # the name of the key whose mark of the school is the salt: the database alone helps no guess
COST = 2**15  # scrypt's n: about 0.08 s and 32 MB a guess
BLOCK = 8
MEMORY = 64 * 1024 * 1024


class StoredReceipts:
    def __init__(self, store: Store, vault: Vault, school: str, cost: int = COST) -> None:
        self._store, self._vault, self._school, self._cost = store, vault, school, cost

    def keep(self, code: str, id: CaseId) -> None:
        finder, key = self._keys(code)
        row = {"finder": finder, "sealed": seal_with(key, id.encode(), finder)}
        with self._store.transaction() as rows:
            rows.put("receipts", [row], key=("finder",))

    def find(self, code: str) -> CaseId | None:
        finder, key = self._keys(code)
        with self._store.reading() as rows:
            row = next(iter(rows.find("receipts", {"finder": finder})), None)
        try:
            return CaseId(open_with(key, row["sealed"], finder).decode()) if row else None
        except InvalidTag:
            return None

    def _keys(self, code: str) -> tuple[str, bytes]:
        salt = self._vault.mark(SALT, self._school).encode()
        both = hashlib.scrypt(code.encode(), salt=salt, n=self._cost, r=BLOCK, p=1, maxmem=MEMORY, dklen=64)
        return both[:32].hex(), both[32:]
