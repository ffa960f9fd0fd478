"""A real mail server that keeps what it is sent, and refuses or holds up whom a test names."""

from __future__ import annotations

import asyncio
import datetime as dt
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "bot", "sesame"
SENDER = "candour@school.example"
HOST = "127.0.0.1"


@dataclass
class Sink:
    """`answers` by recipient, such as "550 5.1.1 nobody"; `slow` waits so many seconds before it takes a letter."""

    answers: dict[str, str] = field(default_factory=dict)
    slow: dict[str, float] = field(default_factory=dict)
    raw: list[bytes] = field(default_factory=list)
    to: list[str] = field(default_factory=list)
    logins: list[tuple[str, str]] = field(default_factory=list)
    port: int = 0

    @property
    def letters(self) -> list[EmailMessage]:
        return [message_from_bytes(raw, policy=default) for raw in self.raw]  # type: ignore[misc]

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Envelope, address: str, _options: Any) -> str:
        await asyncio.sleep(self.slow.get(address, 0))
        answer = self.answers.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Envelope) -> str:
        self.raw.append(bytes(envelope.content or b""))
        self.to.extend(envelope.rcpt_tos)
        return "250 OK"

    def login(self, _server: Any, _session: Any, _envelope: Any, _mechanism: str, given: Any) -> AuthResult:
        assert isinstance(given, LoginPassword)
        self.logins.append((given.login.decode(), given.password.decode()))
        return AuthResult(success=self.logins[-1] == (USER, PASSWORD))


@contextmanager
def running(sink: Sink, tls: ssl.SSLContext | None = None, starttls: ssl.SSLContext | None = None) -> Iterator[Sink]:
    sink.port = sink.port or free_port()
    login = {"authenticator": sink.login} if tls or starttls else {}
    # It takes only STARTTLS for TLS, and warns where it asks for a login without.
    asked = {"auth_required": True} if starttls else {"auth_require_tls": False}
    controller = Controller(
        sink,
        hostname=HOST,
        port=sink.port,
        ssl_context=tls,
        tls_context=starttls,
        require_starttls=starttls is not None,
        **login,
        **asked,
    )
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        return int(taken.getsockname()[1])


def certificate(folder: Path, host: str = HOST) -> tuple[ssl.SSLContext, Path]:
    """What a server of that name shows, made by itself, and the file by which a client may trust it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = dt.datetime.now(dt.UTC)
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.DNSName(host)])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    public, private = folder / "server.pem", folder / "server.key"
    public.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    shown.load_cert_chain(public, private)
    return shown, public
