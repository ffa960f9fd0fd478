"""A process that kills itself (SIGKILL) at one chosen step: `python -m tests.processes.dying HOW STEP`.

HOW is a function of this module: deliver, file, ahead or finish.

A step is a collaborator and a method, such as `cases.record`; the process dies right after it, or with a minus sign
(`-receipts.keep`) right before. It runs on the real stores of the school in the working folder.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from adapters.assembly import House, now
from adapters.chance import SystemChance
from adapters.vault import Vault
from adapters.worker import Worker
from bot.asking import Incoming, Replies, Said
from bot.assistant import Assistant
from bot.card import Card, Secret
from reports.people import PersonId
from tests.processes.dialogue import ABOUT_A_COLLEAGUE
from tests.processes.terminal import house

TEACHER = PersonId("t.teacher")


@dataclass
class Mortal:
    """Passes everything on to the real collaborator, and dies at its step."""

    real: Any
    name: str
    step: str

    def __getattr__(self, method: str) -> Any:
        value = getattr(self.real, method)
        return self._deadly(value, f"{self.name}.{method}") if callable(value) else value

    def _deadly(self, call: Callable[..., Any], at: str) -> Callable[..., Any]:
        def called(*given: Any) -> Any:
            if self.step == f"-{at}":
                die()
            result = call(*given)
            if self.step == at:
                die()
            return result

        return called


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def mortal_vault(opened: House, step: str) -> None:
    """The vault's own store of keys dies too; every store of this house shares the vault."""
    opened.__dict__["vault"] = Vault(opened.vault.keyring, Mortal(opened.vault.wrapped, "keys", step))


def assistant(opened: House, step: str = "") -> Assistant:
    """The whole bot of the sample school, whose stores may die."""
    registered = opened.school("sample")
    if step:
        mortal_vault(opened, step)
    desk, talks = opened.desk(registered), opened.talks("sample")
    return Assistant(
        registered.school,
        opened.setting(registered),
        opened.library("sample"),
        replace(desk, cases=Mortal(desk.cases, "cases", step), receipts=Mortal(desk.receipts, "receipts", step)),
        Mortal(talks, "talks", step),
        SystemChance(),
    )


def say(bot: Assistant, line: str, at: datetime) -> Replies:
    return bot.hear(Incoming(TEACHER, at, Said(line)))


def code_in(replies: Replies) -> str:
    """The private code, where a receipt shows it."""
    shown = (part.text for reply in replies for part in reply.card.parts if isinstance(part, Secret))
    return next(shown, "").replace(" ", "")


def titles(replies: Replies) -> list[str]:
    return [reply.card.title for reply in replies]


def words(card: Card) -> str:
    return " ".join(getattr(part, "text", "") for part in card.parts)


def deliver(step: str) -> None:
    opened = house(Path.cwd())
    whole = opened.round(opened.school("sample"))
    cases = Mortal(whole.desk.cases, "cases", step)
    courier = Mortal(whole.courier, "courier", step)
    Worker((replace(whole, desk=replace(whole.desk, cases=cases), courier=courier),), now).drain()


def file(step: str) -> None:
    """Everything up to the check is answered and kept before the step may kill."""
    opened = house(Path.cwd())
    bot = assistant(opened)
    for line, _ in ABOUT_A_COLLEAGUE[:-1]:
        say(bot, line, now())
    say(assistant(opened, step), "send", now())


def ahead(step: str) -> None:
    """As one process does that lives from the first word on, and has worked the receipt out before it is sent."""
    opened = house(Path.cwd())
    bot = assistant(opened, step)
    for line, _ in ABOUT_A_COLLEAGUE:
        say(bot, line, now())


def finish(step: str) -> None:
    opened = house(Path.cwd())
    bot = assistant(opened)
    for line, _ in ABOUT_A_COLLEAGUE:
        replies = say(bot, line, now())
    code = code_in(replies)
    say(assistant(opened, step), code[-4:], now())


if __name__ == "__main__":
    {"deliver": deliver, "file": file, "ahead": ahead, "finish": finish}[sys.argv[1]](sys.argv[2])
    sys.exit(f"{sys.argv[2]} never happened.")
