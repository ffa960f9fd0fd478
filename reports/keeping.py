"""What a desk needs of those who keep cases and carry notices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from reports.case import Case
from reports.errands import Decision, Errand
from reports.ledger import Audited
from reports.people import PersonId
from reports.report import CaseId


class Cases(Audited, Protocol):
    """Keeps events and words sealed under each case's own key."""

    def load(self, id: CaseId) -> Case:
        """Raises Sealed where it is there and can't be opened."""

    def record(self, case: Case, decision: Decision, words: Mapping[str, str]) -> bool:
        """Keep all of it in one transaction, or none; False if the case has moved on since it was loaded."""

    def words(self, id: CaseId) -> Mapping[str, str]: ...

    def mark(self, id: CaseId, person: PersonId) -> str:
        """A hash of the person under the case's own key, which nobody without that key can make or undo."""

    def delivered_to(self, person: PersonId) -> Sequence[CaseId]:
        """Oldest first."""

    def ids(self) -> Sequence[CaseId]:
        """Every case that there is, and none that was erased."""

    def erase(self, id: CaseId, now: datetime) -> None:
        """Destroy what was withdrawn: its key, then all that it sealed. What is left says only that its id was used.

        Safe to repeat. What is held for legal reasons stays until that is over.
        """

    def claim(self, now: datetime, until: datetime) -> tuple[int, Errand] | None:
        """The errand longest due, urgent ones first, hidden from everyone else until then."""

    def done(self, errand: int) -> None: ...

    def put_off(self, errand: int, until: datetime) -> None: ...


class Receipts(Protocol):
    """Finds a case by the reporter's private code, and keeps no tie between them that is readable without it."""

    def expect(self, code: str) -> None:
        """A hint, which returns at once: this code will soon be kept, and what is slow about that may begin."""

    def forget(self, code: str) -> None:
        """A hint: it will not be asked for again soon."""

    def keep(self, code: str, id: CaseId) -> None: ...

    def find(self, code: str) -> CaseId | None: ...

    def renew(self, old: str, new: str, id: CaseId) -> None:
        """From now on the new code finds it, and the old one answers like one that never was: both or neither."""

    def destroy(self, code: str) -> None:
        """From now on it answers like one that never was."""


class Courier(Protocol):
    def notify(self, to: PersonId, message: str) -> None:
        """Tell someone, neutrally, that something waits for them. `message` is the same at every try.

        Raises Unreachable when no try will ever succeed; anything else is tried again.
        """


class Unreachable(Exception):
    """There is no way to reach this person."""
