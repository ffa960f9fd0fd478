"""What would be a message on Slack or Teams, for someone who uses the terminal."""

from __future__ import annotations

from adapters.stores.sqlite import Sqlite, table
from reports.people import PersonId


class SqliteNotices:
    """Neutral: it says to whom, and that something waits; never what."""

    def __init__(self, store: Sqlite, school: str) -> None:
        self._store, self._school = store, school

    def notify(self, to: PersonId, message: str) -> None:
        row = {"message": message, "school": self._school, "recipient": to, "seen": 0}
        with self._store.transaction() as db:
            table(db, "notices").insert(row, ignore=True)

    def unseen(self, who: PersonId) -> int:
        """How many came since this person last looked; from now on they count as seen."""
        with self._store.transaction() as db:
            done = db.execute(
                "UPDATE notices SET seen = 1 WHERE school = ? AND recipient = ? AND seen = 0", [self._school, who]
            )
            return int(done.rowcount)
