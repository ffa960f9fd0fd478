"""The secrets of enrolled authenticators, sealed, and how often a wrong code was given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import LiteralString

from adapters.stores.rows import Store, utc
from adapters.vault import Vault
from reports.people import PersonId

FREE_TRIES = 5
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)

Counter = Callable[[str, str], int | None]
"""Reads a code against a secret: the number of the half-minute it belongs to, or None."""

TRY: LiteralString = """
UPDATE desk_authenticators SET tries = tries + 1
WHERE school = :school AND person = :person AND held <= :now RETURNING sealed, last, tries
"""


@dataclass(frozen=True)
class Tried:
    """What came of a code. `held`: until when no code is looked at, where there were too many wrong ones."""

    right: bool
    held: datetime | None = None


class StoredAuthenticators:
    """Each secret is sealed under a key of its own, bound to its school and its person."""

    def __init__(self, store: Store, vault: Vault) -> None:
        self._store, self._vault = store, vault

    def seal(self, school: str, person: PersonId, secret: str) -> bytes:
        return self._vault.seal(_key(school, person), secret.encode(), _key(school, person))

    def opened(self, school: str, person: PersonId, sealed: bytes) -> str:
        return self._vault.open(_key(school, person), sealed, _key(school, person)).decode()

    def enrol(self, school: str, person: PersonId, sealed: bytes, last: int, now: datetime) -> None:
        """In the place of an earlier one. `last`: the number of the code that proved it, which is used up."""
        row = {"school": school, "person": person, "sealed": sealed, "last": last, "tries": 0, "held": utc(now)}
        with self._store.transaction() as rows:
            rows.put("desk_authenticators", [row], key=("school", "person"))

    def enrolled(self, school: str, person: PersonId) -> bool:
        with self._store.reading() as rows:
            return bool(rows.count("desk_authenticators", {"school": school, "person": person}))

    def forget(self, school: str, person: PersonId) -> None:
        self._vault.destroy(_key(school, person))
        with self._store.transaction() as rows:
            rows.remove("desk_authenticators", {"school": school, "person": person})

    def attempt(self, school: str, person: PersonId, code: str, count: Counter, now: datetime) -> Tried:
        """Counted before it is looked at, so that many tries at once are no more tries than one after the other."""
        who = {"school": school, "person": person}
        with self._store.transaction() as rows:
            counted = next(iter(rows.query(TRY, now=utc(now), **who)), None)
            if counted is None:
                held = next((row["held"] for row in rows.find("desk_authenticators", who)), utc(now))
                return Tried(False, datetime.fromisoformat(held))
            number = count(self.opened(school, person, counted["sealed"]), code)
            if number is not None and number > counted["last"]:
                rows.change("desk_authenticators", who, {"tries": 0, "last": number})
                return Tried(True)
            held_until = _held(counted["tries"], now)
            if held_until:
                rows.change("desk_authenticators", who, {"held": utc(held_until)})
        return Tried(False, held_until)


def _held(tries: int, now: datetime) -> datetime | None:
    """After five wrong codes a minute, and twice as long after each further one, to an hour."""
    if tries < FREE_TRIES:
        return None
    doubled: int = 2 ** min(tries - FREE_TRIES, 10)
    return now + min(LONGEST_WAIT, FIRST_WAIT * doubled)


def _key(school: str, person: PersonId) -> str:
    return f"desk/{school}/{person}"
