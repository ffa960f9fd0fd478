"""What a person says to the bot, what it says back, and what it needs to do so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.card import Card
from knowledge.library import Answer, Closest, Silence
from reports.people import PersonId
from reports.report import CaseId

AGAIN = "again"  # pressed to see once more what stands open: a page is turned, or an answer came twice


@dataclass(frozen=True)
class Said:
    text: str


@dataclass(frozen=True)
class Pressed:
    action: str
    about: str = ""  # the address of a message that a report is about, and none of its words


class Surface(StrEnum):
    """Where it is said, and so what may be said back."""

    FORM = "form"  # theirs alone, and nobody keeps it: a terminal, a form
    CHAT = "chat"  # theirs alone, and whoever runs the platform keeps it: a private message
    ROOM = "room"  # others read it: a channel


@dataclass(frozen=True)
class Filled:
    """What a form returned for the section that stood on the screen, by the names of its questions.

    Choices by value, people by id, words as one value for each box; none for what was left empty.
    """

    answers: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Dropped:
    """A picture, a file, a voice note or a forwarded message, which nobody opened: only that it came is known."""


@dataclass(frozen=True)
class Incoming:
    who: PersonId
    at: datetime
    what: Said | Pressed | Filled | Dropped
    asked: str = ""  # the question that stood on the screen, where the surface knows: another window may be ahead
    surface: Surface = Surface.FORM
    of: str = ""  # as the card had it on which it was said, where the surface knows


@dataclass(frozen=True)
class Reply:
    card: Card
    wipes: bool = False  # what stood on the screen before is taken away


Replies = tuple[Reply, ...]


class Library(Protocol):
    def ask(self, question: str, today: date | None = None) -> Answer | Closest | Silence: ...

    @property
    def titles(self) -> tuple[str, ...]: ...


class Chance(Protocol):
    """Draws what nobody may guess."""

    def case_id(self) -> CaseId: ...

    def code(self) -> str:
        """Sixteen characters that are hard to confuse when read aloud or copied by hand."""
