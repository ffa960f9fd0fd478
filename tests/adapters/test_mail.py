"""Letters over a real mail server: the same for every report, and only to a server that proves who it is."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.courier import Timed, TooSlow
from adapters.mail.letter import Writer
from adapters.mail.post import Mailbox, Post
from adapters.mail.server import Safety, Server
from reports.desk import Unreachable
from reports.people import Person, PersonId
from tests.mail_sink import HOST, PASSWORD, SENDER, USER, Sink, certificate, free_port, running

AT = datetime(2026, 11, 20, 10, tzinfo=UTC)
KEY = bytes(32)
HEAD = Person(PersonId("h.head"), "Helen Ashdown", email="head@school.example")
WRITER = Writer(SENDER, KEY, "https://candour.school.example")


@pytest.fixture
def sink() -> Iterator[Sink]:
    with running(Sink()) as found:
        yield found


def post(sink: Sink, safety: Safety = Safety.NONE, context: ssl.SSLContext | None = None, host: str = HOST) -> Post:
    login = (USER, PASSWORD) if safety is not Safety.NONE else ("", "")
    return Post(Server(safety, host, sink.port, SENDER, *login), context or ssl.create_default_context(), patience=2.0)


def mailbox(sink: Sink) -> Mailbox:
    return Mailbox(post(sink), WRITER, lambda: AT)


def test_a_notice_arrives_and_says_only_that_something_waits(sink: Sink) -> None:
    mailbox(sink).notify(HEAD, "CASE7K.h.head")
    (letter,) = sink.letters
    assert sink.to == ["head@school.example"]
    assert letter["To"] == "head@school.example"
    assert letter["From"] == f"Candour <{SENDER}>"
    assert letter["Subject"] == "You have a private item"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter.get_content_type() == "text/plain"
    assert "https://candour.school.example/desk" in letter.get_content()
    for word in ("CASE7K", "h.head", "Helen", "Ashdown", "report"):
        assert word.encode() not in sink.raw[0].replace(b"head@school.example", b"")


def test_every_notice_is_the_same_but_for_its_id_and_date(sink: Sink) -> None:
    for message in ("C1.h.head", "C2.h.head", "THREAT.h.head"):
        mailbox(sink).notify(HEAD, message)
    assert len({_without_id(raw) for raw in sink.raw}) == 1
    assert len({letter["Message-ID"] for letter in sink.letters}) == 3


def _without_id(raw: bytes) -> bytes:
    return b"\n".join(line for line in raw.splitlines() if not line.startswith(b"Message-ID:"))


def test_f03_a_repeat_has_the_same_message_id_and_another_key_gives_another(sink: Sink) -> None:
    for clock in (AT, AT + timedelta(hours=1)):
        replace(mailbox(sink), clock=lambda clock=clock: clock).notify(HEAD, "C1.h.head")
    first, again = (letter["Message-ID"] for letter in sink.letters)
    assert first == again
    assert replace(WRITER, key=b"another").notice("a@b.example", "C1.h.head", AT)["Message-ID"] != first


def test_without_a_public_address_there_is_no_link(sink: Sink) -> None:
    replace(mailbox(sink), writer=replace(WRITER, public_url="")).notify(HEAD, "m")
    assert "http" not in sink.letters[0].get_content()


@pytest.mark.parametrize("answer", ["550 5.1.1 nobody", "551 gone", "553 5.1.3 bad address", "550 nobody"])
def test_f11_an_address_that_is_refused_for_good_is_unreachable(sink: Sink, answer: str) -> None:
    sink.answers[HEAD.email] = answer
    with pytest.raises(Unreachable):
        mailbox(sink).notify(HEAD, "m")


@pytest.mark.parametrize(
    "answer", ["450 4.2.1 later", "451 try again", "452 4.2.2 full", "550 5.7.1 policy", "530 5.7.0 log in"]
)
def test_f10_a_server_in_trouble_is_tried_again(sink: Sink, answer: str) -> None:
    sink.answers[HEAD.email] = answer
    with pytest.raises(smtplib.SMTPException):
        mailbox(sink).notify(HEAD, "m")
    sink.answers.clear()
    mailbox(sink).notify(HEAD, "m")
    assert len(sink.letters) == 1


def test_a_server_that_is_not_there_is_tried_again() -> None:
    with pytest.raises(ConnectionRefusedError):
        mailbox(Sink(port=free_port())).notify(HEAD, "m")


def test_an_address_that_no_header_may_hold_is_unreachable(sink: Sink) -> None:
    with pytest.raises(Unreachable):
        mailbox(sink).notify(replace(HEAD, email="a@b.example\r\nBcc: c@d.example"), "m")
    assert sink.raw == []


@pytest.mark.parametrize("safety", [Safety.TLS, Safety.STARTTLS])
def test_over_tls_it_logs_in_to_a_server_it_trusts(safety: Safety, tmp_path: Path) -> None:
    shown, public = certificate(tmp_path)
    tls = {"tls": shown} if safety is Safety.TLS else {"starttls": shown}
    trusting = ssl.create_default_context(cafile=public)
    with running(Sink(), **tls) as sink:
        post(sink, safety, trusting, "localhost").send(WRITER.notice(HEAD.email, "m", AT), HEAD.email)
    assert sink.logins == [(USER, PASSWORD)]
    assert len(sink.letters) == 1


@pytest.mark.parametrize("safety", [Safety.TLS, Safety.STARTTLS])
@pytest.mark.parametrize("wrong", ["unknown certificate", "another name"])
def test_a_server_that_cannot_prove_who_it_is_gets_no_password(safety: Safety, wrong: str, tmp_path: Path) -> None:
    shown, public = certificate(tmp_path, "elsewhere.example")
    tls = {"tls": shown} if safety is Safety.TLS else {"starttls": shown}
    context = ssl.create_default_context(cafile=public if wrong == "another name" else None)
    with running(Sink(), **tls) as sink, pytest.raises(ssl.SSLCertVerificationError):
        post(sink, safety, context).check()
    assert sink.logins == []


def test_a_server_without_starttls_gets_no_password_in_clear(sink: Sink) -> None:
    with pytest.raises(smtplib.SMTPNotSupportedError):
        post(sink, Safety.STARTTLS).check()
    assert sink.logins == []


def test_f09_a_server_that_dawdles_is_given_up_on_and_not_begun_again_meanwhile(sink: Sink) -> None:
    sink.slow[HEAD.email] = 1.0
    way = Timed(mailbox(sink), limit=0.2)
    for _ in range(2):
        with pytest.raises(TooSlow):
            way.notify(HEAD, "m")
    other = replace(HEAD, id=PersonId("c.chair"), email="chair@school.example")
    way.notify(other, "m")
    while HEAD.id in way.busy:
        pass
    assert sink.to == ["chair@school.example", "head@school.example"]
