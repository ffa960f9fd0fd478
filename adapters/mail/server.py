"""Which mail server sends our letters, and how it is reached: read from an address whose password is never shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

HERE = frozenset({"localhost", "127.0.0.1", "::1"})
HOST = re.compile(r"[\w.:-]+", re.ASCII)
MAILBOX = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)*", re.ASCII)
WANTED = "Wanted smtps://NAME:PASSWORD@HOST?from=ADDRESS or smtp+starttls://... (value not shown)."


class Safety(StrEnum):
    """How a connection is kept from being read: from its first byte, from STARTTLS on, or not at all."""

    TLS = "smtps"
    STARTTLS = "smtp+starttls"
    NONE = "smtp"


PORTS = {Safety.TLS: 465, Safety.STARTTLS: 587, Safety.NONE: 25}


class BadServer(ValueError):
    """What was wanted; never a character of the address, which may hold a password."""

    def __init__(self, fault: str) -> None:
        super().__init__(f"{fault}. {WANTED}")


@dataclass(frozen=True)
class Server:
    """`sender` is the address that letters come from; without a user name, nobody logs in."""

    safety: Safety
    host: str
    port: int
    sender: str
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    def __str__(self) -> str:
        return f"{self.host}, port {self.port}"

    @classmethod
    def read(cls, url: str, sender: str = "") -> Server:
        """`sender` counts where the address names none. Raises BadServer."""
        try:
            parts = urlsplit(url)
            asked = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise BadServer("not the address of a mail server") from None
        safety = _safety(parts, host, asked)
        user = unquote(parts.username or "")
        written = asked.get("from") or sender or user
        if not is_mailbox(written):
            raise BadServer("it names nobody that letters come from: add ?from=ADDRESS, or set MAIL_FROM")
        return cls(safety, host, port or PORTS[safety], written, user, unquote(parts.password or ""))


def _safety(parts: SplitResult, host: str, asked: dict[str, str]) -> Safety:
    if parts.scheme not in PORTS or not HOST.fullmatch(host) or parts.path.strip("/") or parts.fragment:
        raise BadServer("not the address of a mail server")
    if asked.keys() - {"from"}:
        raise BadServer("after its ? may stand from only")
    safety = Safety(parts.scheme)
    if safety is Safety.NONE and host not in HERE:
        raise BadServer("letters and password would cross the network in clear; smtp:// may only name this machine")
    return safety


def is_mailbox(text: str) -> bool:
    return len(text) <= 254 and MAILBOX.fullmatch(text) is not None
