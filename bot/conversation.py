"""Holds a conversation open across restarts, processes and platforms."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.step import Answers
from reports.people import PersonId

IDLE = timedelta(minutes=30)  # after so long without a word an unsent report is destroyed
KEPT_FOR = timedelta(hours=24)  # where its owner asked for that


@dataclass(frozen=True)
class Conversation:
    """The state is the answers. Kept sealed, under a key of its own that is destroyed with it."""

    id: str  # of the case or message to be: drawn at the start, so that sending twice files once
    flow: str
    answers: Answers
    touched: datetime
    code: str = ""  # the reporter's private code, drawn at the start and shown once
    misses: int = 0  # answers in a row that were not understood
    hidden: bool = False  # taken up again only when its owner asks
    kept: bool = False  # its owner asked for it to be kept for a day
    everything: bool = False  # its owner asked to add more than an urgent report asks for
    was: Answers = field(default_factory=dict)  # answers taken back, or not yet good: offered again where they stood
    about: str = ""  # what is written about: a recipient's case, or the question that a reporter answers
    version: int = 0
    window: str = ""  # what the forms of a report call it: its own id is the case's, and no form holds that

    @property
    def of(self) -> str:
        """What is drawn of it says so, and nothing that says otherwise is taken for it."""
        return self.window or self.id

    @property
    def lapses(self) -> datetime:
        return self.touched + (KEPT_FOR if self.kept else IDLE)

    def lapsed(self, now: datetime) -> bool:
        return now > self.lapses


@dataclass(frozen=True)
class Gone:
    """There was a conversation; it lay idle and was destroyed unsent. Told once."""


class Conversations(Protocol):
    """One conversation a person, found by who they are, which is not kept in clear."""

    def load(self, who: PersonId) -> Conversation | Gone | None: ...

    def save(self, who: PersonId, conversation: Conversation) -> bool:
        """False if it has moved on since it was loaded: load it again."""

    def close(self, who: PersonId) -> None:
        """Destroy it and its key."""
