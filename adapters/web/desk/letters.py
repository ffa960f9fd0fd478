"""The letters of the desk: each holds a link or a warning, and never a word of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Mail(Protocol):
    def send(self, to: str, subject: str, body: str) -> None:
        """Hand one letter of plain text over to be delivered. May wait for a network; may raise."""


@dataclass(frozen=True)
class Letter:
    subject: str
    body: str


def link(address: str, minutes: int) -> Letter:
    return Letter(
        "Your link to Candour",
        f"Somebody, we hope you, asked for a link to sign in to Candour.\n\n{address}\n\n"
        f"It works once, and for {minutes} minutes. You will need the code that your authenticator app shows.\n\n"
        "If you didn't ask for it, you need do nothing.\n",
    )


def enrolled() -> Letter:
    return Letter(
        "A new authenticator for Candour",
        "An authenticator app was set up for you in Candour just now. If you had one before, it no longer works.\n\n"
        "If that wasn't you, tell another senior person at your school today, in person or by phone.\n",
    )
