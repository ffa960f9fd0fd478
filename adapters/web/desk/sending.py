"""How the desk's letters go: by the school's mail server; without one shown in the terminal, or refused."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TextIO

from adapters.assembly import House
from adapters.mail.letter import Writer
from adapters.mail.post import Post
from adapters.web.desk import tokens
from adapters.web.desk.letters import Mail
from reports.desk import Unreachable


class NotSent(OSError):
    """A letter could not be sent: SMTP_URL is not set, or no letter can reach that address."""


@dataclass(frozen=True)
class Posted:
    post: Post
    writer: Writer
    clock: Callable[[], datetime]

    def send(self, to: str, subject: str, body: str) -> None:
        """Raises OSError, as smtplib's own errors are."""
        try:
            letter = self.writer.letter(to, subject, body, f"desk.{tokens.drawn()}", self.clock())
            self.post.send(letter, to)
        except (ValueError, Unreachable):
            raise NotSent(NotSent.__doc__) from None


@dataclass(frozen=True)
class Shown:
    """In development, whoever started the process reads it there."""

    stream: TextIO

    def send(self, to: str, subject: str, body: str) -> None:
        print(f"\nA letter to {to}: {subject}\n\n{body}", file=self.stream, flush=True)


class Refused:
    def send(self, to: str, subject: str, body: str) -> None:  # noqa: ARG002 - nobody gets it
        raise NotSent(NotSent.__doc__)


def sender(house: House) -> Mail:
    if house.post:
        return Posted(house.post, house.writer, house.clock)
    return Refused() if house.settings.production else Shown(sys.stderr)
