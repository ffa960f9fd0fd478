"""How often a private code was tried today, by a keyed hash that changes every day and names nobody."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import LiteralString

from adapters.stores.rows import Store, utc
from adapters.vault import Vault
from bot.tries import FREE, wait
from reports.people import PersonId

log = logging.getLogger("candour.codes")
INDEX = "tries"  # the name of the key that hashes people and days
FORGOTTEN = timedelta(days=1)
TOLD = 10  # wrong tries of one person in a day between words in the log

FIRST: LiteralString = """
INSERT INTO tries (who, tries, held) VALUES (:who, 1, :now) ON CONFLICT DO NOTHING RETURNING tries
"""
NEXT: LiteralString = "UPDATE tries SET tries = tries + 1 WHERE who = :who AND held <= :now RETURNING tries"
SWEEP: LiteralString = "DELETE FROM tries WHERE held < :before RETURNING who"


class StoredTries:
    """Counted before a code is looked at, so that many at once are no more tries than one after the other."""

    def __init__(self, store: Store, vault: Vault, school: str) -> None:
        self._store, self._vault, self._school = store, vault, school

    def may(self, who: PersonId, now: datetime) -> bool:
        row = {"who": self._key(who, now)}
        with self._store.transaction() as rows:
            counted = rows.query(NEXT, now=utc(now), **row) or rows.query(FIRST, now=utc(now), **row)
            if not counted:
                return False
            tries = int(counted[0]["tries"])
            if tries >= FREE:
                rows.change("tries", row, {"held": utc(now + wait(tries))})
            if tries == 1:
                rows.query(SWEEP, before=utc(now - FORGOTTEN))
        if tries % TOLD == 0:
            log.warning("One person has given %d wrong private codes today.", tries)
        return True

    def right(self, who: PersonId, now: datetime) -> None:
        with self._store.transaction() as rows:
            rows.remove("tries", {"who": self._key(who, now)})

    def _key(self, who: PersonId, now: datetime) -> str:
        return self._vault.mark(INDEX, f"{self._school}\0{now:%Y-%m-%d}\0{who}")
