"""Who is at the recipient desk: sessions, kept only as what their id hashes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import LiteralString

from adapters.stores.rows import Store, utc
from reports.people import PersonId

IDLE, LONGEST = timedelta(minutes=15), timedelta(hours=8)
CODE, ENROL, IN = "code", "enrol", "in"  # what a session may do: give a code, set up an authenticator, read

TOUCH: LiteralString = """
UPDATE desk_sessions SET seen = :now
WHERE token = :token AND seen > :idle AND begun > :long RETURNING school, person, stage, sealed
"""
SWEEP: LiteralString = "DELETE FROM desk_sessions WHERE seen <= :idle OR begun <= :long RETURNING token"
TURN: LiteralString = "UPDATE desk_sessions SET stage = :to WHERE token = :token AND stage = :stage RETURNING token"


@dataclass(frozen=True)
class Session:
    school: str
    person: PersonId
    stage: str
    sealed: bytes | None = None  # the authenticator's secret, while it is being set up


class StoredSessions:
    def __init__(self, store: Store) -> None:
        self._store = store

    def begin(self, token: str, session: Session, now: datetime) -> None:
        row = {
            "token": token,
            "school": session.school,
            "person": session.person,
            "stage": session.stage,
            "sealed": session.sealed,
            "begun": utc(now),
            "seen": utc(now),
        }
        with self._store.transaction() as rows:
            rows.add("desk_sessions", [row])

    def touch(self, token: str, now: datetime) -> Session | None:
        """The session, idle for no time now; None where it was idle too long, is too old, or never was."""
        limits = {"idle": utc(now - IDLE), "long": utc(now - LONGEST)}
        with self._store.transaction() as rows:
            found = rows.query(TOUCH, token=token, now=utc(now), **limits)
        return next((_session(**row) for row in found), None)

    def lock(self, token: str) -> None:
        """Ask for a code again before anything more is shown."""
        with self._store.transaction() as rows:
            rows.query(TURN, token=token, stage=IN, to=CODE)

    def end(self, token: str) -> None:
        with self._store.transaction() as rows:
            rows.remove("desk_sessions", {"token": token})

    def end_all(self, school: str, person: PersonId) -> None:
        with self._store.transaction() as rows:
            rows.remove("desk_sessions", {"school": school, "person": person})

    def sweep(self, now: datetime) -> None:
        """Remove what has run out."""
        with self._store.transaction() as rows:
            rows.query(SWEEP, idle=utc(now - IDLE), long=utc(now - LONGEST))


def _session(school: str, person: str, stage: str, sealed: bytes | None) -> Session:
    return Session(school, PersonId(person), stage, sealed)
