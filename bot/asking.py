"""What a person says to the bot, what it says back, and what it needs to do so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.card import Card
from knowledge.library import Answer, Closest, Silence
from reports.people import PersonId
from reports.report import CaseId


@dataclass(frozen=True)
class Said:
    text: str


@dataclass(frozen=True)
class Pressed:
    action: str


@dataclass(frozen=True)
class Incoming:
    who: PersonId
    at: datetime
    what: Said | Pressed
    asked: str = ""  # the question that stood on the screen, where the surface knows: another window may be ahead


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
