"""Two real `candour serve` processes on one PostgreSQL: what Slack repeats is done once, and a kill loses nothing.

Each delivery goes to both processes three times, as Slack repeats what it believes to be lost.
"""

from __future__ import annotations

import asyncio
import json
import urllib.parse
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from adapters.stores.address import Address
from adapters.stores.postgres import Postgres
from bot.notices import WAITING
from tests import databases
from tests.processes.slack_serving import Looking, Served, laid, running, seen, settings, until
from tests.slack.fake import FakeSlack
from tests.slack.filling import ACCOUNT, COLLEAGUE_REPORT, asked, asked_all, put, shown_code
from tests.slack.stage import ALICE, CHAIR, COLLEAGUE, HEAD, play, users

FRIEND = "May I accept a friend request from a pupil?"
TIMES = 3
ROOM = "C01GEN"
WORKING = "--with-worker"
pytestmark = pytest.mark.needs("postgresql")


@dataclass
class Repeating:
    """Slack as it is on a bad day."""

    slack: FakeSlack
    to: list[str]  # where every delivery goes, in this order
    times: int = TIMES
    statuses: list[int | None] = field(default_factory=list)
    posted: list[tuple[bytes, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.once = self.slack._post
        self.slack._post = self.post

    async def post(self, body: bytes, kind: str, *how: Any, **more: Any) -> Any:
        """All at once; Slack heeds the answer to the first."""
        self.posted.append((body, kind))
        under_way = []
        for url in self.to * self.times:
            self.slack.app_url = url
            under_way.append(asyncio.create_task(self.once(body, kind, *how, **more)))
            await asyncio.sleep(0)  # it has read where to go
        answers = await asyncio.gather(*under_way)
        self.statuses += [answer[0] for answer in answers]
        return answers[0]

    async def post_late(self) -> None:
        """Every form and button that was ever sent comes once more, the newest first, as if somebody pressed it now."""
        for body, _ in reversed(list(self.posted)):
            payload = json.loads(urllib.parse.parse_qs(body.decode()).get("payload", ["{}"])[0])
            if payload.get("type") == "view_submission":
                payload["trigger_id"] = self.slack.trigger(payload["user"]["id"])
                late = urllib.parse.urlencode({"payload": json.dumps(payload)}).encode()
                await self.post(late, "application/x-www-form-urlencoded")


@dataclass
class Two:
    slack: FakeSlack
    slacks: Repeating
    served: tuple[Served, Served]
    url: str

    @property
    def st(self) -> Any:
        return Looking(self.slack)

    def events(self) -> list[str]:
        """The case of every event that is kept."""
        store = Postgres(Address.read(self.url))
        try:
            with store.reading() as rows:
                return [str(row["case_id"]) for row in rows.query("SELECT case_id FROM events")]
        finally:
            store.close()

    def notices(self, user: str) -> int:
        return sum(WAITING in m["text"] for m in self.slack.visible(user))

    async def answer(self, until_asked: str) -> None:
        """Section by section."""
        while (questions := asked_all(self.st, ALICE)) and until_asked not in questions:
            await put(self.st, ALICE, {name: COLLEAGUE_REPORT[name] for name in questions if name in COLLEAGUE_REPORT})

    async def press(self, user: str, label: str) -> None:
        """In the form that stands open."""
        view = self.slack.top(user)
        elements = [each for block in view["blocks"] for each in block.get("elements", ())]
        (found,) = [each for each in elements if each.get("text", {}).get("text") == label]
        before = json.dumps(view["blocks"])
        await self.slack.click(user, found["action_id"], view=view)
        await until(lambda: json.dumps(self.slack.top(user)["blocks"]) != before)


@asynccontextmanager
async def two(folder: Path, *first: str) -> AsyncIterator[Two]:
    """`first` goes to the one of the two that a test may kill: what its worker held would be free after its lease."""
    with databases.postgres() as url:
        async with FakeSlack(users=users()) as slack:
            given = settings(folder, slack, DATABASE_URL=url, KEYS_URL=f"{url}?schema=candour_keys")
            await laid(folder, given)
            async with AsyncExitStack() as lives:
                words = (first, (WORKING,))
                start = [lives.enter_async_context(running(folder, slack, given, *each)) for each in words]
                one, other = await asyncio.gather(*start)
                yield Two(slack, Repeating(slack, [one.url, other.url]), (one, other), url)


def test_what_slack_delivers_six_times_is_done_once_from_the_question_to_the_acknowledgement(tmp_path: Path) -> None:
    async def story() -> None:
        async with two(tmp_path, WORKING) as both:
            slack = both.slack
            await slack.dm(ALICE, FRIEND)
            await slack.mention(CHAIR, ROOM, FRIEND)
            await until(lambda: seen(slack, ALICE, "What the policy says") and len(slack.messages) == 4)
            await slack.slash(ALICE, "/report")
            await until(lambda: slack.top(ALICE))
            await both.answer("code")
            await put(both.st, ALICE, {"code": shown_code(both.st, ALICE)[-4:]})
            await until(lambda: both.notices(HEAD))
            notice = next(m for m in slack.visible(HEAD) if WAITING in m["text"])
            await slack.click(HEAD, "press:0", notice)
            await until(lambda: slack.top(HEAD))
            for label in ("Open item 1", "Open", "Acknowledge"):
                await both.press(HEAD, label)
            kept = both.events()
            await both.slacks.post_late()
            await asyncio.sleep(1)
            assert len(set(kept)) == 1
            assert both.events() == kept
            assert [both.notices(who) for who in (HEAD, CHAIR, COLLEAGUE)] == [1, 0, 0]
            assert len(slack.messages) == 5
            assert len([call for call in slack.calls if "views.open" in str(call)]) == 2
            assert set(both.slacks.statuses) == {200}
            for other in (CHAIR, COLLEAGUE):
                assert ACCOUNT not in slack.seen_text(other)
            assert slack.violations == []

    play(story(), seconds=120)


@pytest.mark.parametrize("after", [0.0, 0.02, 0.06], ids=["at once", "while it is read", "while it is kept"])
def test_a_process_killed_while_it_files_leaves_one_report_to_the_other(tmp_path: Path, after: float) -> None:
    async def story() -> None:
        async with two(tmp_path) as both:
            slack, (one, other) = both.slack, both.served
            both.slacks.times = 1
            both.slacks.to = [one.url]
            await slack.slash(ALICE, "/report")
            await until(lambda: slack.top(ALICE))
            await both.answer("send")
            pressing = asyncio.create_task(put(both.st, ALICE, {"send": "send"}))
            await asyncio.sleep(after)
            one.process.kill()
            await one.process.wait()
            await pressing
            slack.violations.clear()  # Slack says that it had no answer, which is so
            both.slacks.to = [other.url]
            while asked(both.st, ALICE) == "send":  # its reader presses again
                await put(both.st, ALICE, {"send": "send"})
            await put(both.st, ALICE, {"code": shown_code(both.st, ALICE)[-4:]})
            await until(lambda: both.notices(HEAD))
            await both.slacks.post_late()
            assert len(set(both.events())) == 1
            assert both.notices(HEAD) == 1
            assert both.slacks.statuses[-1] == 200
            assert not {500, 502, 503} & set(both.slacks.statuses)
            assert slack.violations == []

    play(story(), seconds=120)
