"""Letters of the desk over a real mail server: a link arrives and opens it, and what cannot go spills nothing."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from adapters.web.desk.letters import link
from adapters.web.desk.sending import NotSent, Refused, sender
from tests.mail_sink import SENDER, Sink, running
from tests.web.reception import LINK, WEB, reception

TO = "c.chair@school.example"


def test_a_link_that_came_by_a_real_mail_server_opens_the_desk(tmp_path: Path) -> None:
    with running(Sink()) as sink:
        url = f"smtp://127.0.0.1:{sink.port}?from={SENDER}"
        with reception(tmp_path, by_post=True, SMTP_URL=url) as desk:
            desk.report()
            chair = desk.browser()
            chair.enrol()
            chair.ask_for_link()
            told, linked = sink.letters[-2:]
            assert (told["Subject"], linked["Subject"]) == ("A new authenticator for Candour", "Your link to Candour")
            assert linked["To"] == TO
            assert told["Message-ID"] != linked["Message-ID"]
            chair.get(LINK.search(linked.get_content())[1])  # type: ignore[index]
            chair.press("Continue")
            chair.press("Sign in", code=chair.code())
            assert "Item 1" in chair.words


def test_an_address_that_takes_no_letters_is_told_to_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with running(Sink(answers={TO: "550 5.1.1 nobody here"})) as sink:
        url = f"smtp://127.0.0.1:{sink.port}?from={SENDER}"
        with reception(tmp_path, by_post=True, SMTP_URL=url) as desk, caplog.at_level(logging.DEBUG, "candour"):
            chair = desk.browser()
            chair.enrol()
            known, unknown = chair.ask_for_link(), chair.ask_for_link("nobody@school.example")
            assert known.body == unknown.body
    said = [record.getMessage() for record in caplog.records if record.name == "candour.desk"]
    assert set(said) == {"A letter could not be sent: NotSent"}


def test_in_production_without_a_mail_server_no_letter_is_shown_anywhere(tmp_path: Path) -> None:
    from adapters.assembly import House

    environ = {"CANDOUR_ENV": "production", "CANDOUR_DISK": "kept", "PUBLIC_URL": WEB, "CANDOUR_KEY": "0" * 64}
    post = sender(House.open(environ, tmp_path))
    assert isinstance(post, Refused)
    letter = link(WEB, 15)
    with pytest.raises(NotSent):
        post.send(TO, letter.subject, letter.body)


def test_in_development_a_letter_is_shown_to_whoever_started_the_process(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with reception(tmp_path, by_post=True) as desk:
        chair = desk.browser()
        chair.enrol()
        chair.ask_for_link()
    assert LINK.search(capsys.readouterr().err)
