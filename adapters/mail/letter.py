"""Writes the only letters we send: the same words for every report, every school and every urgency."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

NAME = "Candour"
SUBJECT = "You have a private item"
WAITS = "You have a private item in Candour. Please open it when you're alone.\n"
OPEN_AT = "Type inbox where you talk to Candour, or open {link}\n"
OPEN = "Type inbox where you talk to Candour.\n"
NOBODY_READS = "Nobody reads replies to this letter: please don't answer it.\n"
DESK = "/desk"


@dataclass(frozen=True)
class Writer:
    """`public_url` without a slash at its end, or empty; `key` is the server's own, so that ids tell nothing."""

    sender: str
    key: bytes
    public_url: str = ""

    def notice(self, to: str, message: str, at: datetime) -> EmailMessage:
        """`message` is the same at every try, and so is the Message-ID, by which a mailbox knows a repeat."""
        way = OPEN_AT.format(link=self.public_url + DESK) if self.public_url else OPEN
        return self.letter(to, SUBJECT, f"{WAITS}\n{way}\n{NOBODY_READS}", message, at)

    def letter(self, to: str, subject: str, text: str, message: str, at: datetime) -> EmailMessage:
        """Raises ValueError where an address or subject holds what no header may."""
        written = EmailMessage(policy=SMTP)
        written["From"] = f"{NAME} <{self.sender}>"
        written["To"] = to
        written["Subject"] = subject
        written["Date"] = format_datetime(at)
        written["Message-ID"] = f"<{self._id(message)}@{self.sender.rpartition('@')[2]}>"
        written["Auto-Submitted"] = "auto-generated"
        written["X-Auto-Response-Suppress"] = "All"  # Exchange's own name for the same
        written.set_content(text)
        return written

    def _id(self, message: str) -> str:
        return hmac.new(self.key, b"message-id\0" + message.encode(), hashlib.sha256).hexdigest()[:32]
