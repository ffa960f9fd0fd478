"""Unsent reports: sealed under keys of their own, found by a hash of who is talking."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from cryptography.exceptions import InvalidTag

from adapters.stores.packing import pack, unpack
from adapters.stores.rows import Row, Store, Taken, utc
from adapters.vault import Erased, Vault, WrongKey
from bot.conversation import Conversation, Gone
from reports.people import PersonId

IDLE = "SELECT who, version FROM talks WHERE lapses < :now AND sealed IS NOT NULL"
INDEX = "talks"  # the name of the key that hashes people: without it no row can be tied to anyone


class StoredTalks:
    """`school` keeps two schools' people apart who have one id."""

    def __init__(self, store: Store, vault: Vault, school: str) -> None:
        self._store, self._vault, self._school = store, vault, school

    def load(self, who: PersonId) -> Conversation | Gone | None:
        key = self._key(who)
        with self._store.reading() as rows:
            row = next(iter(rows.find("talks", {"who": key})), None)
        if row is None:
            return None
        if row["sealed"] is None:
            return Gone()
        try:
            talk: Conversation = unpack(self._vault.open(_draft(key), row["sealed"], key), Conversation)
        except (Erased, WrongKey, InvalidTag):  # whatever became of it, nobody reads it: its owner may begin again
            return Gone()
        return talk

    def save(self, who: PersonId, conversation: Conversation) -> bool:
        key, version = self._key(who), conversation.version
        saved = replace(conversation, version=version + 1)
        row: Row = {
            "sealed": self._vault.seal(_draft(key), pack(saved), key),
            "version": saved.version,
            "lapses": utc(conversation.lapses),
        }
        try:
            with self._store.transaction() as rows:
                if version:
                    return bool(rows.change("talks", {"who": key, "version": version}, row))
                rows.add("talks", [{"who": key, **row}])
        except Taken:
            return False
        return True

    def close(self, who: PersonId) -> None:
        """The key goes first: whatever happens next, nobody reads it again."""
        key = self._key(who)
        self._vault.destroy(_draft(key))
        with self._store.transaction() as rows:
            rows.remove("talks", {"who": key})

    def forget_idle(self, now: datetime) -> int:
        """Destroy what lay untouched since; its owner is told when they come back. Returns how many."""
        with self._store.reading() as rows:
            idle = rows.query(IDLE, now=utc(now))
        return sum(self._forget(row) for row in idle)

    def _forget(self, row: Row) -> bool:
        """Unless it was touched meanwhile. It is made one version newer first, so that an answer which was on its way
        is refused and never kept under a key that goes.
        """
        newer = {"who": row["who"], "version": row["version"] + 1}
        with self._store.transaction() as rows:
            if not rows.change("talks", row, newer):
                return False
        self._vault.destroy(_draft(row["who"]))
        with self._store.transaction() as rows:
            rows.change("talks", newer, {"sealed": None})
        return True

    def _key(self, who: PersonId) -> str:
        return self._vault.mark(INDEX, f"{self._school}\0{who}")


def _draft(key: str) -> str:
    return f"draft:{key}"
