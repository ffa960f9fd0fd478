"""One person's talk in a terminal: lines in, cards out, until they leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from adapters import unsaved
from adapters.console import Screen
from adapters.stores.away import AWAY
from bot.asking import Incoming, Pressed, Replies, Said
from bot.assistant import Assistant
from bot.card import Button
from bot.notices import WAITING
from reports.people import PersonId

LEAVE = frozenset({"quit", "exit", "bye"})
SWITCH = "as "  # "as h.head": be someone else, where anyone may be anyone


@dataclass
class Talk:
    """`unseen` tells how many notices came for a person since they were last told."""

    assistant: Assistant
    screen: Screen
    clock: Callable[[], datetime]
    unseen: Callable[[PersonId], int]
    who: PersonId
    people: frozenset[str] = frozenset()
    settle: Callable[[], object] = lambda: None  # carries what is due, so that news comes with the next line
    buttons: tuple[Button, ...] = field(default=())
    asked: str = ""  # the question that stands on the screen
    of: str = ""  # and what it belongs to

    def begin(self, first: str = "") -> None:
        self._show(self.assistant.greet(self.who, self.clock()))
        if first:
            self.hear(first)
        self.news()

    def run(self, lines: Iterable[str]) -> None:
        for line in lines:
            if line.strip().casefold() in LEAVE:
                return
            self.hear(line)
            self.news()

    def hear(self, line: str) -> None:
        if self.people and line.strip().casefold().startswith(SWITCH) and len(line.split()) == 2:
            self._become(PersonId(line.split()[1]))
            return
        what = self._pressed(line) or Said(line)
        self._show(unsaved.heard(self.assistant, Incoming(self.who, self.clock(), what, self.asked, of=self.of)))

    def news(self) -> None:
        """None while the database is away: whoever says something is told of that."""
        with suppress(*AWAY):
            self.settle()
            if self.unseen(self.who):
                self.screen.say(WAITING + " Type inbox.")

    def _become(self, who: PersonId) -> None:
        if who not in self.people:
            self.screen.say(f"“{who}” is nobody here. Try one of: {', '.join(sorted(self.people))}.")
            return
        self.who = who
        self.screen.say(f"You are now {who}.")
        self.begin()

    def _pressed(self, line: str) -> Pressed | None:
        said = line.strip().casefold()
        for number, button in enumerate(self.buttons, 1):
            if said in (str(number), button.label.casefold()):
                return Pressed(button.action)
        meant = [button for button in self.buttons if button.label.casefold().endswith(f" {said}")]
        return Pressed(meant[0].action) if len(meant) == 1 and len(said.split()) > 1 else None  # "item 1"

    def _show(self, replies: Replies) -> None:
        self.screen.show(replies)
        last = replies[-1].card if replies else None
        self.buttons = last.buttons if last and not last.asks else ()
        self.asked = last.asks[0].name if last and last.asks else ""
        self.of = last.of if last else ""
