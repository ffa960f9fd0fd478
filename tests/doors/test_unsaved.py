"""While the database is away, whoever speaks at a door is told what was kept, and whom to call."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from adapters.doors.hearing import Hearing
from bot.asking import Pressed, Said, Surface
from bot.assistant import Assistant
from bot.card import Say
from bot.conversation import Conversation
from reports.people import PersonId
from tests.bot.house import TEACHER, Bot
from tests.fakes import MemoryTalks


class Full(MemoryTalks):
    def save(self, who: PersonId, conversation: Conversation) -> bool:  # noqa: ARG002 - it is what every store is given
        raise sqlite3.OperationalError("database or disk is full")


class Away(Full):
    def load(self, who: PersonId) -> Conversation | None:  # noqa: ARG002 - it is what every store is given
        raise sqlite3.OperationalError("unable to open database file")


@dataclass(frozen=True)
class Teacher:
    assistant: Callable[[], Assistant]
    who: PersonId = TEACHER


def told(talks: MemoryTalks, what: Said | Pressed) -> str:
    bot = Bot(talks=talks)
    hearing = Hearing(lambda: bot.now, 1.0)
    (reply,) = asyncio.run(hearing.hear(Teacher(lambda: bot.assistant), what, Surface.FORM))
    return "\n".join(part.text for part in reply.card.parts if isinstance(part, Say))


def test_f07_a_full_disk_says_that_nothing_was_sent_and_whom_to_call() -> None:
    said = told(Full(), Pressed("report"))
    assert said.startswith("I couldn't save this. Nothing was sent. Please try again in a few minutes.")
    assert "01632 960101" in said
    assert "Call 999 now if anyone is in danger." in said


def test_a_database_that_is_away_promises_nothing() -> None:
    assert told(Away(), Pressed("report")).startswith("I couldn't save this, and I can't tell yet whether it was sent.")
