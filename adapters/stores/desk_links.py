"""Links to the recipient desk that work once: kept only as what their secret part hashes to."""

from __future__ import annotations

from datetime import datetime
from typing import LiteralString

from adapters.stores.rows import Store, utc
from reports.people import PersonId

USE: LiteralString = """
DELETE FROM desk_links WHERE token = :token AND purpose = :purpose AND until > :now RETURNING school, person
"""
LIVE: LiteralString = """
SELECT count(*) AS live FROM desk_links
WHERE school = :school AND person = :person AND purpose = :purpose AND until > :now
"""
SWEEP: LiteralString = "DELETE FROM desk_links WHERE until <= :now RETURNING token"


class StoredLinks:
    """`purpose` keeps a link to sign in from being one to enrol."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, token: str, purpose: str, school: str, person: PersonId, until: datetime) -> None:
        row = {"token": token, "purpose": purpose, "school": school, "person": person, "until": utc(until)}
        with self._store.transaction() as rows:
            rows.add("desk_links", [row])

    def use(self, token: str, purpose: str, now: datetime) -> tuple[str, PersonId] | None:
        """The school and the person it was made for, to whoever comes first; None ever after."""
        with self._store.transaction() as rows:
            used = rows.query(USE, token=token, purpose=purpose, now=utc(now))
        return next(((row["school"], PersonId(row["person"])) for row in used), None)

    def live(self, purpose: str, school: str, person: PersonId, now: datetime) -> int:
        """How many of this person's links could still be used."""
        with self._store.reading() as rows:
            found = rows.query(LIVE, school=school, person=person, purpose=purpose, now=utc(now))
        return int(found[0]["live"])

    def revoke(self, purpose: str, school: str, person: PersonId) -> None:
        with self._store.transaction() as rows:
            rows.remove("desk_links", {"purpose": purpose, "school": school, "person": person})

    def sweep(self, now: datetime) -> None:
        """Remove what has run out."""
        with self._store.transaction() as rows:
            rows.query(SWEEP, now=utc(now))
