"""What would be a message on Slack or Teams, for someone who uses the terminal."""

from __future__ import annotations

from adapters.stores.rows import Store
from reports.people import PersonId


class StoredNotices:
    """Neutral: it says to whom, and that something waits; never what."""

    def __init__(self, store: Store, school: str) -> None:
        self._store, self._school = store, school

    def notify(self, to: PersonId, message: str) -> None:
        row = {"message": message, "school": self._school, "recipient": to, "seen": 0}
        with self._store.transaction() as rows:
            rows.add_new("notices", row)

    def unseen(self, who: PersonId) -> int:
        """How many came since this person last looked; from now on they count as seen."""
        with self._store.transaction() as rows:
            return rows.change("notices", {"school": self._school, "recipient": who, "seen": 0}, {"seen": 1})
