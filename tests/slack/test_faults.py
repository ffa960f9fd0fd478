"""Faults by number that need Slack's door and stand in no other file: F13, F19, F48, F52, F55."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median

from adapters.doors.answering import LOOKS
from adapters.slack.clauses import CHANGED
from bot.notices import WAITING
from knowledge.policy import Version
from tests.slack.filling import ACCOUNT, COLLEAGUE_REPORT, HEAD_REPORT, asked, fill, press, put, report, shown_code
from tests.slack.stage import ALICE, CHAIR, COLLEAGUE, HEAD, HEAD_ON_TEAMS, ON_SLACK, Stage, play, stage
from tests.slack.telling import text
from tests.slack.test_recipients import the_case
from tests.stories.stage import Clock

BUCKET = 0.05  # seconds: what is nearer than this tells nothing over a network


async def pressed(st: Stage, who: str, action: str) -> str:
    """What somebody sees who sends this button, whether or not they were shown one."""
    button = {"type": "button", "action_id": "press:0", "block_id": "b", "value": action}
    container = {"type": "message", "message_ts": "1.1", "channel_id": st.slack.im(who)}
    payload = {"type": "block_actions", **st.slack._base(who), "actions": [button], "container": container}
    await st.slack._form({"payload": json.dumps(payload)}, "block_actions")
    await st.settle()
    return text(st.slack.top(who)["blocks"])


def test_f13_a_notice_that_nobody_looks_at_counts_as_delivered_and_the_next_is_told_in_time(tmp_path: Path) -> None:
    async def story() -> None:
        clock = Clock()
        accounts = {**ON_SLACK, "d.deputy": "U09DEP"}
        async with stage(tmp_path, clock=clock, accounts=accounts) as st:
            code = await report(st, ALICE, COLLEAGUE_REPORT)
            await st.carry()
            await pressed(st, ALICE, "status")
            await put(st, ALICE, {"code": code})
            assert "Delivered" in text(st.slack.top(ALICE)["blocks"])
            assert "Opened" not in text(st.slack.top(ALICE)["blocks"])
            clock.at += timedelta(days=6)
            await st.carry()
            assert WAITING in st.said_to("U09DEP")
            assert ACCOUNT not in st.said_to("U09DEP")

    play(story())


def test_f19_a_head_with_accounts_on_two_platforms_is_excluded_on_this_one(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            (head,) = [p for p in st.house.school(None).school.people if p.slack == HEAD]
            assert head.teams == HEAD_ON_TEAMS
            await report(st, ALICE, HEAD_REPORT)
            await st.carry()
            assert [m["channel"] for m in st.slack.messages] == [st.slack.im(CHAIR)]
            await st.slack.open_home(HEAD)
            await st.settle()
            for action in (f"open:{the_case(st)}", "inbox"):
                assert ACCOUNT not in await pressed(st, HEAD, action)
            assert ACCOUNT not in st.said_to(HEAD)

    play(story())


def test_f48_to_the_excluded_a_report_about_them_is_like_one_that_never_was(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await report(st, ALICE, HEAD_REPORT)
            await st.carry()
            real, never = f"open:{the_case(st)}", "open:CNEVERWAS"
            times: dict[str, list[float]] = {real: [], never: []}
            shown = set()
            for _ in range(12):
                for action, took in times.items():
                    began = time.perf_counter()
                    shown.add(await pressed(st, HEAD, action))
                    took.append(time.perf_counter() - began)
            assert len(shown) == 1
            assert abs(median(times[real]) - median(times[never])) < BUCKET
            assert await pressed(st, HEAD, "inbox") == await pressed(st, COLLEAGUE, "inbox")
            for user in (HEAD, COLLEAGUE):
                await st.slack.open_home(user)
            await st.settle()
            homes = [text(st.slack.home[user]["blocks"]) for user in (HEAD, COLLEAGUE)]
            assert homes[0] == homes[1]

    play(story())


def test_f52_a_policy_that_is_replaced_in_mid_report_changes_no_route(tmp_path: Path) -> None:
    async def story() -> None:
        clock = Clock()
        async with stage(tmp_path, clock=clock) as st:
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            await fill(st, ALICE, COLLEAGUE_REPORT, until="where")
            assert "This will go to Helen Ashdown" in text(st.slack.top(ALICE)["blocks"])
            shelf, school = st.house.shelf, st.house.school(None).school.id
            for policy in shelf.current(school):  # each without the clause that said who is told
                kept = policy.clauses[: len(policy.clauses) // 2]
                shelf.put(school, replace(policy, version=Version("replaced", "2026-11-20"), clauses=kept))
            clock.at += LOOKS
            await fill(st, ALICE, COLLEAGUE_REPORT)
            await put(st, ALICE, {"code": shown_code(st, ALICE)[-4:]})
            await st.carry()
            assert [m["channel"] for m in st.slack.messages] == [st.slack.im(HEAD)]
            assert CHANGED.title in await pressed(st, ALICE, "clause:0123456789abcdef0123")
            assert st.slack.violations == []

    play(story())


def test_f55_guidance_comes_at_once_while_many_report(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            writing = asyncio.gather(*(st.slack.slash(ALICE, "/report") for _ in range(40)))
            began = time.perf_counter()
            await st.slack.slash(COLLEAGUE, "/policy", "999")
            assert time.perf_counter() - began < 3
            assert "Call 999 now" in st.said_to(COLLEAGUE)
            await writing
            await st.settle()
            assert asked(st, ALICE) == "danger"
            await press(st, ALICE, "Someone is in danger")
            assert "Call 999 now" in text(st.slack.top(ALICE)["blocks"])

    play(story())
