"""Two web processes on one database, and a database that is slow: one visible effect, and nothing lost."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from pathlib import Path

import pytest

from adapters.commands.migrate import stocked
from tests import databases
from tests.slack.fake import FakeSlack
from tests.slack.filling import COLLEAGUE_REPORT, asked, fill, put, shown_code
from tests.slack.stage import ALICE, HEAD, SECRET, Stage, opened, play, served, stage, users

FRIEND = "May I accept a friend request from a pupil?"


def cases(st: Stage) -> int:
    with st.house.database.reading() as rows:
        return int(rows.query("SELECT count(DISTINCT case_id) AS many FROM events")[0]["many"])


@pytest.mark.needs("postgresql")
def test_a_report_goes_through_two_processes_on_one_postgresql_and_is_filed_once(tmp_path: Path) -> None:
    async def story(url: str) -> None:
        where = {"DATABASE_URL": url, "KEYS_URL": f"{url}?schema=candour_keys", "SLACK_SIGNING_SECRET": SECRET}
        async with FakeSlack(users=users()) as slack:
            houses = [opened(tmp_path, slack.api, **where) for _ in range(2)]
            stocked(houses[0], houses[0].school(None))
            async with served(houses[0]) as (door, first), served(houses[1]) as (_, second):
                st = Stage(slack, houses[0], door)
                slack.app_url = first
                await slack.slash(ALICE, "/report")
                await st.settle()
                for turn in range(20):  # each answer goes to the other process
                    slack.app_url = (first, second)[turn % 2]
                    if asked(st, ALICE) in ("send", ""):
                        break
                    question = asked(st, ALICE)
                    await put(st, ALICE, {question: COLLEAGUE_REPORT[question]})
                form = slack._form

                async def both(fields: dict[str, str], kind: str) -> object:
                    slack.app_url = first
                    other = asyncio.create_task(form(fields, kind))
                    await asyncio.sleep(0)
                    slack.app_url = second
                    answers = await asyncio.gather(other, form(fields, kind))
                    return answers[0]

                slack._form = both
                await put(st, ALICE, {"send": "send"})
                slack._form = form
                assert cases(st) == 1
                await fill(st, ALICE, COLLEAGUE_REPORT)
                code = shown_code(st, ALICE)
                await put(st, ALICE, {"code": code[-4:]})
                await st.carry()
                assert [m["channel"] for m in slack.messages] == [slack.im(HEAD)]
                assert slack.violations == []
            for house in houses:
                house.close()

    with databases.postgres() as url:
        play(story(url))


def test_f06_a_database_that_is_locked_is_waited_for_and_the_form_says_so(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            await fill(st, ALICE, COLLEAGUE_REPORT, until="send")
            other = opened(tmp_path, st.slack.api, SLACK_SIGNING_SECRET=SECRET)
            held, free = threading.Event(), threading.Event()

            def hold() -> None:
                with other.database.transaction():
                    held.set()
                    free.wait(20)

            thread = threading.Thread(target=hold)
            thread.start()
            held.wait(5)
            _, reply = await put(st, ALICE, {"send": "send"})
            assert "One moment" in json.dumps(reply)
            took = max(d[3] for d in st.slack.deliveries if d[0] == "view_submission")
            assert took < 3.0
            free.set()
            thread.join()
            await st.settle()
            other.close()
            assert shown_code(st, ALICE)
            assert cases(st) == 1
            assert st.slack.violations == []

    play(story())


def test_a_question_is_answered_while_the_database_is_locked(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.dm(ALICE, FRIEND)
            await st.settle()
            other = opened(tmp_path, st.slack.api, SLACK_SIGNING_SECRET=SECRET)
            with other.database.transaction():
                began = time.monotonic()
                await st.slack.dm(HEAD, FRIEND)
                await st.settle()
                assert "What the policy says" in st.said_to(HEAD)
                assert time.monotonic() - began < 4.0
            other.close()
            assert st.slack.violations == []

    play(story())
