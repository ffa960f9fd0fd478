"""Unsent reports in SQLite: sealed under keys of their own, found by a hash of who is talking."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from adapters.stores.packing import pack, unpack
from adapters.stores.sqlite import Sqlite, table
from adapters.vault import Erased, Vault
from bot.conversation import Conversation, Gone
from reports.people import PersonId

INDEX = "talks"  # the name of the key that hashes people: without it no row can be tied to anyone


class SqliteTalks:
    """`school` keeps two schools' people apart who have one id."""

    def __init__(self, store: Sqlite, vault: Vault, school: str) -> None:
        self._store, self._vault, self._school = store, vault, school

    def load(self, who: PersonId) -> Conversation | Gone | None:
        key = self._key(who)
        with self._store.reading() as db:
            row = next(iter(table(db, "talks").rows_where("who = ?", [key])), None)
        if row is None:
            return None
        if row["sealed"] is None:
            return Gone()
        try:
            talk: Conversation = unpack(self._vault.open(_draft(key), row["sealed"], key), Conversation)
        except Erased:
            return Gone()
        return talk

    def save(self, who: PersonId, conversation: Conversation) -> bool:
        key, version = self._key(who), conversation.version
        saved = replace(conversation, version=version + 1)
        row = {
            "who": key,
            "sealed": self._vault.seal(_draft(key), pack(saved), key),
            "version": saved.version,
            "lapses": conversation.lapses.isoformat(),
        }
        with self._store.transaction() as db:
            held = next((held["version"] for held in table(db, "talks").rows_where("who = ?", [key])), 0)
            if held != version:
                return False
            table(db, "talks").insert(row, replace=True)
        return True

    def close(self, who: PersonId) -> None:
        """The key goes first: whatever happens next, nobody reads it again."""
        key = self._key(who)
        self._vault.destroy(_draft(key))
        with self._store.transaction() as db:
            table(db, "talks").delete_where("who = ?", [key])

    def forget_idle(self, now: datetime) -> int:
        """Destroy what lay untouched since; its owner is told when they come back. Returns how many."""
        with self._store.reading() as db:
            rows = list(table(db, "talks").rows_where("lapses < ? AND sealed IS NOT NULL", [now.isoformat()]))
        for row in rows:
            self._vault.destroy(_draft(row["who"]))
            with self._store.transaction() as db:
                db.execute("UPDATE talks SET sealed = NULL WHERE who = ? AND version = ?", [row["who"], row["version"]])
        return len(rows)

    def _key(self, who: PersonId) -> str:
        return self._vault.mark(INDEX, f"{self._school}\0{who}")


def _draft(key: str) -> str:
    return f"draft:{key}"
