"""The whole of it from outside: commands, a mail server and web pages, and who must get what is typed by hand here."""

from __future__ import annotations

import re
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.mail_sink import SENDER, Sink, free_port, running
from tests.processes.dialogue import SENT, last_four
from tests.processes.terminal import CANDOUR, KEY, PATIENCE, Terminal, candour, chat, environment
from tests.processes.visitor import Visitor

PEOPLE = (
    *("h.head", "d.deputy", "s.dsl", "dd.dsl2", "k.computing", "b.business", "l.lead", "t.teacher", "a.assistant"),
    *("c.colleague", "r.reception", "o.office", "m.midday", "c.chair", "v.vice", "g.gov"),
)
ABOUT_THE_HEAD, ABOUT_A_COLLEAGUE = "She read my messages aloud: heron-canary.", "He wrote about me: curlew-canary."
HEAD_SAID = ("report", "no", "start", "harassment or discrimination", "the headteacher")
COLLEAGUE_SAID = ("report", "no", "start", "bullying or unkind messages online", "a colleague", "Redgrave")
ENDS = ("none of them", "that's right", "use my name")
RECIPIENTS = {"c.chair": ABOUT_THE_HEAD, "h.head": ABOUT_A_COLLEAGUE}  # typed by hand: nobody else, and no other words
ADDRESSES = {"c.chair@school.example", "h.head@school.example"}
NOTICE = "Subject: You have a private item"
NEVER = (b"canary", b"Ashdown", b"Redgrave", b"Holloway", b"Adeyemi", b"arassment", b"ullying")
QUESTION = "When was that?"
CHANGES = ("Message-ID", "Date", "To")
READY = "Or type: "


@dataclass
class World:
    """One school with its mail server and its processes."""

    folder: Path
    sink: Sink
    site: str

    def report(self, *said: str, account: str) -> str:
        """Type a whole report. Gives its code."""
        with chat(self.folder) as terminal:
            terminal.until("private items sent to you.")
            for line in (*said, *ENDS, account, "no, that's all"):
                terminal.ask(line, READY)
            terminal.ask("send", "type the last 4 characters of your code.")
            terminal.ask(last_four(terminal.shown), SENT)
            assert terminal.leave() == 0
            return re.findall(r"Your private code: +((?:\w{4} ?){4})", terminal.shown)[-1].strip()

    def inboxes(self) -> dict[str, str]:
        """Everything that the terminal shows to each person who opens all that waits for them."""
        typed = "".join(f"as {who}\ninbox\n1\n1\n" for who in PEOPLE)
        done = candour(self.folder, "chat", "--as", "t.teacher", typed=typed)
        assert done.status == 0
        _, *shown = done.out.split("You are now ")
        assert [part.partition(".\n")[0] for part in shown] == list(PEOPLE)
        return dict(zip(PEOPLE, shown, strict=True))

    def notices(self) -> list[EmailMessage]:
        return [letter for letter in self.sink.letters if f"Subject: {letter['Subject']}" == NOTICE]

    def linked(self, path: str) -> str:
        found = [re.search(rf"{self.site}{path}\S+", letter.get_content()) for letter in self.sink.letters]
        return next(link[0] for link in reversed(found) if link)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder, port = tmp_path_factory.mktemp("world"), free_port()
    with ExitStack() as ended:
        sink = ended.enter_context(running(Sink()))
        site = f"http://localhost:{port}"
        settings = {
            "CANDOUR_KEY": KEY,
            "PUBLIC_URL": site,
            "SMTP_URL": f"smtp://127.0.0.1:{sink.port}?from={SENDER}",
        }
        (folder / ".env").write_text("".join(f"{name}={value}\n" for name, value in settings.items()))
        migrated = candour(folder, "migrate")
        assert migrated.status == 0, migrated.told
        ended.enter_context(serving(folder, site, port))
        worker = ended.enter_context(Terminal(folder, "worker"))
        worker.until("Carrying reports.")
        yield World(folder, sink, site)


@contextmanager
def serving(folder: Path, site: str, port: int) -> Iterator[None]:
    command = [*CANDOUR, "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=folder, env=environment(folder), stderr=subprocess.DEVNULL)
    try:
        until(lambda: alive(site))
        yield
    finally:
        process.kill()
        process.wait(PATIENCE)


def alive(site: str) -> bool:
    try:
        with urllib.request.urlopen(f"{site}/healthz", timeout=PATIENCE) as answer:  # noqa: S310 - our own process
            return bool(answer.status == 200)
    except urllib.error.URLError:
        return False


def until(holds: Callable[[], object]) -> None:
    before = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < before
        time.sleep(0.1)


def plain(raw: bytes) -> bytes:
    """Without the headers that differ from letter to letter."""
    head, _, body = raw.partition(b"\r\n\r\n")
    kept = [line for line in head.split(b"\r\n") if not line.startswith(tuple(f"{name}:".encode() for name in CHANGES))]
    return b"\r\n".join(kept) + b"\r\n\r\n" + body


def comes_in(world: World) -> Visitor:
    """The chair, who is on no chat: an authenticator is set up, and a letter's link is opened with its code."""
    chair = Visitor(world.site)
    enrolled = candour(world.folder, "desk", "enrol", "c.chair", "--school", "sample")
    chair.enrol(enrolled.out.splitlines()[0])
    chair.get("/desk")
    chair.press("Send me a link", email="c.chair@school.example")
    until(lambda: any(letter["Subject"] == "Your link to Candour" for letter in world.sink.letters))
    chair.sign_in(world.linked("/desk/in/"))
    return chair


def deals_with_it(chair: Visitor) -> None:
    chair.press("Open item 1")
    assert "canary" not in chair.page.text
    chair.press("Open")
    assert ABOUT_THE_HEAD in chair.page.text
    chair.press("Acknowledge")
    chair.press("Open it again")
    chair.press("Ask a question")
    chair.press("Continue", answer=QUESTION)
    assert QUESTION in chair.page.text
    chair.press("Continue")  # "Send" is chosen by itself
    assert "I've sent your question" in chair.page.text
    assert "curlew-canary" not in "".join(chair.pages)


def test_two_reports_reach_whom_they_are_for_and_nobody_else_by_any_way(world: World) -> None:
    code = world.report(*HEAD_SAID, account=ABOUT_THE_HEAD)
    world.report(*COLLEAGUE_SAID, account=ABOUT_A_COLLEAGUE)
    until(lambda: len(world.sink.to) >= len(RECIPIENTS))
    deals_with_it(comes_in(world))
    followed = candour(world.folder, "chat", "--as", "t.teacher", typed=f"status\n{code}\n").out
    assert QUESTION in followed
    assert "Acknowledged:" in followed

    for who, shown in world.inboxes().items():
        for account in RECIPIENTS.values():
            assert (account in shown) == (RECIPIENTS.get(who) == account), who
        assert ("Nothing is waiting for you." in shown) == (who not in RECIPIENTS), who
    assert sorted(letter["To"] for letter in world.notices()) == sorted(ADDRESSES)
    assert set(world.sink.to) == ADDRESSES
    assert len({plain(raw) for raw in world.sink.raw if NOTICE.encode() in raw}) == 1
    assert not [word for raw in world.sink.raw for word in NEVER if word in raw]
