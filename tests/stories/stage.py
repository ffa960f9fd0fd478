"""Plays a story: lines that someone types and what the screen must then show, from first word to delivered letter.

A story is a text a school could read. `as h.head` makes the next lines that person's. `> words` is typed. `< words`
must be shown in answer; `! words` must not. `= 3 days` lets time pass. {code}, {last} and {reference} stand for what
the latest receipt showed, {old} for the code before it. A mark that ends in "t" is for where answers are typed: forms
pass it over (doors.py).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path

from adapters.assembly import House
from adapters.commands.migrate import stocked
from adapters.console import Screen
from adapters.conversation import Talk
from adapters.schoolfile import Registered
from adapters.worker import Worker
from bot.assistant import Assistant
from bot.card import Button
from reports.people import PersonId

CODE = re.compile(r"Your (?:new )?private code:?\s+((?:\w{4} ?){4})")
REFERENCE = re.compile(r"Reference: +(\w+)")
PASSES = re.compile(r"(\d+) (minute|hour|day)s?")
KEY = "0" * 64
TYPED = "t"


@dataclass
class Clock:
    at: datetime = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)  # a Friday in term

    def __call__(self) -> datetime:
        return self.at


@dataclass
class Stage:
    """One school, one clock, one worker, and a terminal for each person who comes."""

    house: House
    registered: Registered
    clock: Clock
    shown: str = ""
    everything: str = ""
    said: dict[str, str] = field(default_factory=dict)

    @classmethod
    def set(cls, folder: Path, schools: str = "", school: str | None = None, database: str = "") -> Stage:
        """`database` is the address of another than a SQLite file."""
        clock = Clock()
        environ = {"CANDOUR_HOME": str(folder / "data"), "CANDOUR_KEY": KEY}
        environ |= {"CANDOUR_SCHOOLS": schools, "DATABASE_URL": database}
        house = House.open(environ, folder, clock)
        registered = house.school(school)
        stocked(house, registered)
        return cls(house, registered, clock)

    def close(self) -> None:
        self.house.close()

    def play(self, story: str) -> Iterator[str]:
        """Yields a sentence for each line that did not come true."""
        who = ""
        for number, line in enumerate(story.splitlines(), 1):
            mark, _, words = line.strip().partition(" ")
            mark = mark.removesuffix(TYPED)
            words = self._filled(words.strip())
            if mark == "as":
                who = words
                self._show(who, None)
            elif mark == ">":
                self._show(who, words)
            elif mark == "=":
                self._pass(words)
            elif (mark == "<" and words not in self.shown) or (mark == "!" and words in self.shown):
                must = "did not show" if mark == "<" else "showed"
                yield f"line {number}: to {who} the screen {must} “{words}”; it showed:\n{self.shown}"

    def _show(self, who: str, words: str | None) -> None:
        stream = io.StringIO()
        self._worker.drain()
        unseen = self.house.notices(self.registered.school.id).unseen
        talk = Talk(self._assistant, Screen(stream), self.clock, unseen, PersonId(who), settle=self._worker.drain)
        if words is None:
            talk.begin()
        else:
            talk.buttons = self._buttons.get(who, ())
            talk.run([words])
        self._buttons[who] = talk.buttons
        self.shown = stream.getvalue()
        self.everything += self.shown
        self._note()

    def __post_init__(self) -> None:
        self._buttons: dict[str, tuple[Button, ...]] = {}

    @cached_property
    def _assistant(self) -> Assistant:
        """Made when it is first needed, so that policies may be taken in before."""
        return self.house.assistant(self.registered)

    @cached_property
    def _worker(self) -> Worker:
        return Worker((self.house.round(self.registered),), self.clock)

    def _note(self) -> None:
        if (found := CODE.search(self.shown)) and (code := found[1].strip()) != self.said.get("code"):
            self.said["old"] = self.said.get("code", "")
            self.said["code"] = code
            self.said["last"] = code[-4:]
        if found := REFERENCE.search(self.shown):
            self.said["reference"] = found[1]

    def _filled(self, words: str) -> str:
        for name, value in self.said.items():
            words = words.replace("{" + name + "}", value)
        return words

    def _pass(self, words: str) -> None:
        found = PASSES.fullmatch(words)
        assert found, f"“{words}” is no length of time"
        self.clock.at += timedelta(**{f"{found[2]}s": int(found[1])})
