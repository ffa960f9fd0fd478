"""Ties a reporter's code to their case in a way that only the code can read.

scrypt (RFC 7914) turns the code into two keys: one finds the row, the other opens it.
"""

from __future__ import annotations

import hashlib
from functools import cached_property, partial

from cryptography.exceptions import InvalidTag

from adapters.stores.derivation import Ahead
from adapters.stores.rows import Rows, Store
from adapters.vault import Vault, open_with, seal_with
from reports.report import CaseId

SALT = "receipts"  # the name of the key whose mark of the school is the salt: the database alone helps no guess
COST = 2**15  # scrypt's n: about 0.08 s and 32 MB a guess
BLOCK = 8
MEMORY = 64 * 1024 * 1024


def receipt_mark(vault: Vault, id: CaseId) -> str:
    """By which a case that is erased finds its receipt: without the case's own key nobody can make or link it.

    Raises Erased.
    """
    return vault.mark(id, "receipt")


class StoredReceipts:
    def __init__(self, store: Store, vault: Vault, school: str, cost: int = COST) -> None:
        self._store, self._vault, self._school, self._cost = store, vault, school, cost
        self._ahead: Ahead[tuple[str, bytes]] = Ahead()

    def expect(self, code: str) -> None:
        derive = partial(_derived, code, self._salt, self._cost)  # the thread that runs it touches no store
        self._ahead.expect(code, derive)

    def forget(self, code: str) -> None:
        self._ahead.forget(code)

    def keep(self, code: str, id: CaseId) -> None:
        keys = self._ahead.get(code) or _derived(code, self._salt, self._cost)
        with self._store.transaction() as rows:
            self._put(rows, keys, id)

    def renew(self, old: str, new: str, id: CaseId) -> None:
        (gone, _), keys = _derived(old, self._salt, self._cost), _derived(new, self._salt, self._cost)
        with self._store.transaction() as rows:
            self._put(rows, keys, id)  # the mark of the case now leads to the new one alone
            rows.remove("receipts", {"finder": gone})

    def _put(self, rows: Rows, keys: tuple[str, bytes], id: CaseId) -> None:
        finder, key = keys
        row = {"finder": finder, "sealed": seal_with(key, id.encode(), finder)}
        rows.put("receipts", [row], key=("finder",))
        rows.put("receipt_marks", [{"mark": receipt_mark(self._vault, id), "finder": finder}], key=("mark",))

    def find(self, code: str) -> CaseId | None:
        finder, key = _derived(code, self._salt, self._cost)  # always as slow: the time tells nothing of the code
        with self._store.reading() as rows:
            row = next(iter(rows.find("receipts", {"finder": finder})), None)
        try:
            return CaseId(open_with(key, row["sealed"], finder).decode()) if row else None
        except InvalidTag:
            return None

    def destroy(self, code: str) -> None:
        finder, _ = _derived(code, self._salt, self._cost)
        with self._store.transaction() as rows:
            rows.remove("receipts", {"finder": finder})
            rows.remove("receipt_marks", {"finder": finder})

    @cached_property
    def _salt(self) -> bytes:
        return self._vault.mark(SALT, self._school).encode()


def _derived(code: str, salt: bytes, cost: int) -> tuple[str, bytes]:
    both = hashlib.scrypt(code.encode(), salt=salt, n=cost, r=BLOCK, p=1, maxmem=MEMORY, dklen=64)
    return both[:32].hex(), both[32:]
