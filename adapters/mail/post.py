"""Hands letters to the mail server, and tells an address that will never work from a server that is in trouble."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from email.message import EmailMessage

from adapters.mail.letter import Writer
from adapters.mail.server import Safety, Server
from reports.desk import Unreachable
from reports.people import Person

PATIENCE = 20.0  # seconds for each answer of the server
GREETING = "candour"  # what we call ourselves; the machine's own name is nobody's business
OUR_FAULT = frozenset({530, 534, 535, 538})  # it wants another login, whoever the letter is for
POLICY = b"5.7."  # it doesn't like us; the address may be good


@dataclass(frozen=True)
class Post:
    server: Server
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    patience: float = PATIENCE

    def send(self, letter: EmailMessage, to: str) -> None:
        """Raises Unreachable where the server says that this address takes no letters, now or ever."""
        with self._connected() as smtp:
            try:
                smtp.send_message(letter, self.server.sender, [to])
            except smtplib.SMTPRecipientsRefused as refused:
                if any(_for_good(*answer) for answer in refused.recipients.values()):
                    raise Unreachable from None
                raise

    def check(self) -> None:
        """Log in and out again. Raises OSError, as smtplib's own errors are."""
        with self._connected():
            pass

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        server = self.server
        with self._reached(server) as smtp:
            if server.safety is Safety.STARTTLS:
                smtp.starttls(context=self.context)
            if server.user:
                smtp.login(server.user, server.password)
            yield smtp

    def _reached(self, server: Server) -> smtplib.SMTP:
        if server.safety is Safety.TLS:
            return smtplib.SMTP_SSL(server.host, server.port, GREETING, timeout=self.patience, context=self.context)
        return smtplib.SMTP(server.host, server.port, GREETING, timeout=self.patience)


def _for_good(code: int, says: bytes) -> bool:
    return 500 <= code < 600 and code not in OUR_FAULT and not says.startswith(POLICY)


@dataclass(frozen=True)
class Mailbox:
    """The way to whoever has an e-mail address."""

    post: Post
    writer: Writer
    clock: Callable[[], datetime]

    def reaches(self, person: Person) -> bool:
        return bool(person.email)

    def notify(self, person: Person, message: str) -> None:
        try:
            letter = self.writer.notice(person.email, message, self.clock())
        except ValueError:
            raise Unreachable from None  # no header may hold this address
        self.post.send(letter, person.email)
