"""F46: a report that goes by letter, Slack, Teams, web desk or PostgreSQL leaves no word where none should be."""

from __future__ import annotations

import json
import logging
import uuid
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from tests.databases import postgres
from tests.mail_sink import SENDER, Sink, free_port, running
from tests.privacy.planted import CANARIES, HEAD, ID, WORDS, Clock, found, plant
from tests.processes.dialogue import ABOUT_A_COLLEAGUE, ACCOUNT, CODE, SENT, last_four
from tests.processes.terminal import Terminal, candour, house, sample
from tests.processes.test_canary import COLLEAGUE, traces
from tests.slack import filling
from tests.slack import stage as slack
from tests.slack.filling import COLLEAGUE_REPORT, notice, press, report
from tests.teams import filling as dialogs
from tests.teams import stage as teams
from tests.teams.test_recipients import notices
from tests.web import reception as web

RELATIONS = (
    "SELECT oid::regclass::text, pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class"
    " WHERE relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema') AND relkind IN ('r', 'i', 't')"
)
LOGGED = "SELECT name, pg_read_binary_file('pg_wal/' || name) FROM pg_ls_waldir() WHERE name >= %s"
KIND = "harassment"  # a word of the policies too, which are kept in clear
NOW_WRITING = "SELECT pg_walfile_name(pg_current_wal_lsn())"


def logged(caplog: pytest.LogCaptureFixture, *words: str) -> list[str]:
    """Every line of any log, of any library in the process, that holds one of the words; but for the mail server's."""
    lines = [f"{one.name} {one.getMessage()} {one.exc_text or ''}".casefold() for one in caplog.records]
    return [line for line in lines if not line.startswith("mail.") for word in words if word.casefold() in line]


def test_f46_a_letter_and_the_log_of_its_sending_hold_no_word(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    port = free_port()
    school = sample(tmp_path / "school", SMTP_URL=f"smtp://127.0.0.1:{port}?from={SENDER}")
    with running(Sink(port=port)) as sink, closing(house(school, Clock())) as opened:
        plant(opened)
    (letter,) = sink.letters
    told = (letter.as_string() + sink.raw[0].decode()).casefold()
    assert "private item" in told
    assert not [word for word in (*CANARIES, ID.casefold()) if word in told]
    assert logged(caplog, *CANARIES, ID, HEAD) == []
    assert not list(traces(school, tuple(word for word in CANARIES if word != KIND)))


def test_f46_on_slack_no_message_log_or_file_holds_a_word(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    people = (*slack.ON_SLACK, *slack.ON_SLACK.values())

    async def story() -> str:
        async with slack.stage(tmp_path / "school", LOG_LEVEL="debug") as st:
            code = await report(st, slack.ALICE, COLLEAGUE_REPORT)
            await st.carry()
            await st.slack.click(slack.HEAD, "press:0", notice(st, slack.HEAD))
            await st.settle()
            for label in ("Open item 1", "Open", "Acknowledge"):
                await press(st, slack.HEAD, label)
            kept = json.dumps(st.slack.messages) + json.dumps(st.slack.home)
            assert not [word for word in ("zanzibar", code, "harassment") if word.casefold() in kept.casefold()]
            assert found(tmp_path, [filling.ACCOUNT.encode(), filling.ACCOUNT.encode("utf-16-le")]) == []
            return code

    code = slack.play(story())
    assert logged(caplog, "zanzibar", code, *people) == []
    clear = ("zanzibar", code.casefold(), "person:c.colleague", "t.teacher")
    assert not list(traces(tmp_path / "school" / "data", clear))


def test_f46_on_teams_no_message_log_or_file_holds_a_word(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Through the real door and the strict connector; what Microsoft 365 would keep is every message as it ever was."""
    caplog.set_level(logging.DEBUG)
    people = (*teams.PEOPLE.values(), *teams.ON_TEAMS)

    async def story() -> str:
        async with teams.stage(tmp_path / "school", LOG_LEVEL="debug") as st:
            await st.installed(teams.HEAD)
            code = await dialogs.report(st, teams.ALICE)
            await st.carry()
            await st.teams.press(teams.HEAD, "Open your private items", notices(st, teams.HEAD)[0])
            for label in ("Open item 1", "Open"):
                await st.teams.press(teams.HEAD, label)
            assert dialogs.ACCOUNT in st.teams.now(teams.HEAD)
            await st.teams.press(teams.HEAD, "Acknowledge")
            await st.say(teams.ALICE, "status")
            await st.teams.press(teams.ALICE, "See what has become of it", st.teams.to(teams.ALICE)[-1])
            await st.teams.fill(teams.ALICE, {"code": code})
            assert "Acknowledged" in st.teams.now(teams.ALICE)
            await st.settle()
            kept = st.teams.kept().casefold()
            told = (dialogs.WORD, code.casefold(), "harassment", "c.colleague", "redgrave", st.case().casefold())
            assert [word for word in told if word in kept] == []
            words = dialogs.ACCOUNT
            assert found(tmp_path, [words.encode(), words.encode("utf-16-le"), code.encode()]) == []
            return code

    code = teams.play(story())
    assert logged(caplog, dialogs.WORD, code, *people) == []
    clear = (dialogs.WORD, code.casefold(), "person:c.colleague", "t.teacher")
    assert not list(traces(tmp_path / "school" / "data", clear))


def test_f46_on_the_web_desk_no_letter_log_or_file_holds_a_word(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with web.reception(tmp_path, LOG_LEVEL="debug") as desk:
        desk.report()
        chair = desk.browser()
        chair.sign_in()
        chair.read()
        assert web.ACCOUNT in chair.words
        chair.press("Acknowledge")
        letters = " ".join(f"{subject} {body}" for _, subject, body in desk.post.letters).casefold()
        assert found(tmp_path, [web.ACCOUNT.encode(), chair.secret.encode()]) == []
        secrets = (chair.cookie, chair.secret)
    words = ("corridor", "policy_breach", web.CASE.casefold(), "h.head", "t.teacher")
    assert not [word for word in words if word in letters]
    assert logged(caplog, *words, web.CHAIR, *secrets) == []
    clear = ("corridor", "policy_breach", (web.CASE * 2).casefold(), "t.teacher", *secrets)
    assert not list(traces(tmp_path / "data", clear))


@pytest.mark.needs("postgresql")
def test_f46_on_postgresql_no_page_of_a_table_index_or_log_of_the_server_holds_a_word(tmp_path: Path) -> None:
    """Real processes, read as the server itself keeps them; the server's log by a word that nobody else writes."""
    alone = f"canary{uuid.uuid4().hex}"
    with postgres() as url, psycopg.connect(url, autocommit=True) as looking:
        school = sample(tmp_path / "school", DATABASE_URL=url)
        begun = looking.execute(NOW_WRITING).fetchall()[0][0]
        with Terminal(school, "chat", "--as", "t.teacher") as terminal:
            terminal.until("private items sent to you.")
            for line, question in ABOUT_A_COLLEAGUE:
                terminal.ask(f"{line} {alone}" if line == ACCOUNT else line, question)
            code = CODE.findall(terminal.shown)[-1].replace(" ", "").casefold()
            terminal.ask(last_four(terminal.shown), SENT)
            assert terminal.leave() == 0
        assert candour(school, "worker", "--once").status == 0
        read = candour(school, "inbox", "--as", HEAD, typed="open item 1\nopen\nacknowledge\n")
        assert alone in read.out
        assert alone not in read.err
        looking.execute("CHECKPOINT")
        pages = {name: bytes(held).lower() for name, held in looking.execute(RELATIONS).fetchall()}
        log = [name for name, held in looking.execute(LOGGED, [begun]).fetchall() if alone.encode() in bytes(held)]
    assert len(pages) > 20
    words = (*COLLEAGUE, code, alone)
    assert [(name, word) for name, held in pages.items() for word in words if word.encode() in held] == []
    assert log == []
    assert not list(traces(school, (*words, WORDS.casefold())))
