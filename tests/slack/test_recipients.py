"""The recipient's side on Slack: a neutral notice, their own items alone, and everyone else refused in one way."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.slack import tokens
from adapters.slack.carrier import Busy, SlackWay
from bot import dealing
from bot.notices import WAITING
from bot.receiving import ALONE, NOT_HERE
from bot.welcome import DELETED, GONE
from reports.desk import Unreachable
from reports.people import Person, PersonId
from tests.slack.filling import ACCOUNT, COLLEAGUE_REPORT, HEAD_REPORT, at_the_gate, fill, notice, press, report
from tests.slack.stage import ALICE, CHAIR, COLLEAGUE, HEAD, NOW, STRANGER, Stage, play, stage
from tests.slack.telling import text

EVERY_VERB = ("gate", "open", "ack", "conflict", "pass", *sorted(dealing.VERBS))
"""What a recipient may do with a case."""
SOMEBODY = Person(PersonId("h.head"), "Helen", slack=HEAD)


def the_case(st: Stage) -> str:
    with st.house.database.reading() as rows:
        return str(rows.query("SELECT case_id FROM events LIMIT 1")[0]["case_id"])


async def reported(st: Stage, answers: Any = COLLEAGUE_REPORT) -> None:
    await report(st, ALICE, answers)
    await st.carry()


def test_a_notice_is_the_same_bytes_whatever_it_is_about(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await reported(st)
            await reported(st, HEAD_REPORT)
            seen = [notice(st, user) for user in (HEAD, CHAIR)]
            for shown in seen:
                assert shown["text"] == WAITING
                assert shown["blocks"][0] == {
                    "type": "section",
                    "text": {"type": "plain_text", "text": WAITING, "emoji": False},
                }
            assert seen[0]["blocks"] == seen[1]["blocks"]
            assert the_case(st) not in json.dumps(seen)
            assert st.slack.violations == []

    play(story())


def test_a_recipient_reads_it_alone_and_acknowledges(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await reported(st)
            await at_the_gate(st, HEAD)
            assert ALONE in json.dumps(st.slack.top(HEAD))
            assert ACCOUNT not in json.dumps(st.slack.top(HEAD))
            await press(st, HEAD, "Open")
            assert ACCOUNT in json.dumps(st.slack.top(HEAD))
            assert "Tamsin Holloway" in json.dumps(st.slack.top(HEAD))
            await press(st, HEAD, "Acknowledge")
            assert "Acknowledged" in json.dumps(st.slack.top(HEAD))
            assert ACCOUNT not in json.dumps(st.slack.messages)
            await st.slack.open_home(HEAD)
            await st.settle()
            assert "acknowledged" in json.dumps(st.slack.home[HEAD])
            assert ACCOUNT not in json.dumps(st.slack.home[HEAD])
            for other in (CHAIR, COLLEAGUE):
                assert ACCOUNT not in st.said_to(other)
            assert st.slack.violations == []

    play(story())


async def forged(st: Stage, who: str, action: str) -> object:
    """What somebody sees who sends a button that was never theirs."""
    payload = {
        "type": "block_actions",
        **st.slack._base(who),
        "actions": [{"type": "button", "action_id": "press:0", "block_id": "b", "value": action}],
        "container": {"type": "message", "message_ts": "1.1", "channel_id": st.slack.im(HEAD)},
    }
    assert (await st.slack._form({"payload": json.dumps(payload)}, "block_actions"))[0] == 200
    await st.settle()
    return [block.get("elements") or block.get("text") for block in st.slack.top(who)["blocks"]]


def test_f32_f33_another_persons_button_is_refused_in_constant_words(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await reported(st)
            ids = (the_case(st), "CNEVERWAS", f"{the_case(st)}:{HEAD}")
            for who in (ALICE, CHAIR, COLLEAGUE, STRANGER):
                shown = [await forged(st, who, f"{verb}:{id}") for verb in EVERY_VERB for id in ids]
                assert [each for each in shown if each != shown[0]] == []
                assert NOT_HERE.parts[0].text in json.dumps(shown)  # type: ignore[union-attr]
                assert ACCOUNT not in json.dumps(st.slack.top(who))

    play(story())


def test_a_recipient_who_is_named_in_a_button_is_not_thereby_the_actor(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await reported(st)
            payload = {
                "type": "block_actions",
                **st.slack._base(COLLEAGUE),
                "actions": [
                    {"type": "button", "action_id": "press:0", "block_id": "b", "value": f"open:{the_case(st)}"}
                ],
                "container": {"type": "view", "view_id": "V1"},
                "message": {"user": HEAD, "text": "forwarded"},
                "view": {"type": "home", "private_metadata": json.dumps({"user": HEAD}), "user_id": HEAD},
            }
            await st.slack._form({"payload": json.dumps(payload)}, "block_actions")
            await st.settle()
            assert ACCOUNT not in st.said_to(COLLEAGUE)

    play(story())


@pytest.mark.parametrize("word", ["user_disabled", "user_not_found", "channel_not_found", "cannot_dm_bot"])
def test_f11_somebody_who_is_not_on_slack_any_more_is_unreachable(tmp_path: Path, word: str) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:

            async def gone(_: object) -> object:
                return st.slack._no(word)

            st.slack.m_chat_postMessage = gone
            way = tokens.way(st.house, st.house.school(None))
            with pytest.raises(Unreachable):
                await in_thread(way, SOMEBODY)

    play(story())


def test_f09_slack_is_left_alone_for_as_long_as_it_says(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            clock = [0.0]
            way = SlackWay(st.slack.token, st.slack.api, lambda: clock[0])
            st.slack.force_429 = 1
            with pytest.raises(Exception, match="ratelimited"):
                await in_thread(way, SOMEBODY)
            with pytest.raises(Busy):
                await in_thread(way, SOMEBODY)
            assert len(st.slack.calls) == 1
            clock[0] = 1.1
            await in_thread(way, SOMEBODY)
            assert WAITING in st.said_to(HEAD)
            assert st.slack.violations == []

    play(story())


def test_f10_a_slack_that_is_down_is_tried_again(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            way = SlackWay(st.slack.token, "http://127.0.0.1:1/api/")
            with pytest.raises(OSError, match="refused"):
                await in_thread(way, SOMEBODY)
            away = SlackWay("xoxb-revoked", st.slack.api)
            with pytest.raises(Exception, match="invalid_auth"):
                await in_thread(away, SOMEBODY)

    play(story())


async def in_thread(way: SlackWay, person: Person) -> None:
    import asyncio

    await asyncio.to_thread(way.notify, person, "C1.h.head")


def test_a_try_that_is_repeated_bears_the_same_id(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            way = tokens.way(st.house, st.house.school(None))
            await in_thread(way, SOMEBODY)
            await in_thread(way, SOMEBODY)
            ids = [arguments["client_msg_id"] for _, arguments in st.slack.calls]
            assert ids[0] == ids[1]
            assert "h.head" not in ids[0]

    play(story())


@pytest.mark.parametrize("tidied", [False, True])
def test_the_home_tab_says_nothing_of_a_report_that_they_began_themselves(tmp_path: Path, tidied: bool) -> None:
    """Slack keeps that page: it said "Your earlier report wasn't sent and has been deleted"."""
    at = [NOW]

    async def story() -> None:
        async with stage(tmp_path, clock=lambda: at[0]) as st:
            await reported(st)
            await st.slack.slash(HEAD, "/report")
            await st.settle()
            await fill(st, HEAD, COLLEAGUE_REPORT, until="happened")
            st.slack.stack.clear()
            at[0] += timedelta(minutes=40)
            if tidied:
                st.house.talks("sample").forget_idle(at[0])
            await st.slack.open_home(HEAD)
            await st.settle()
            home = text(st.slack.home[HEAD]["blocks"])
            assert "Open item 1" in json.dumps(st.slack.home[HEAD])
            for told in (DELETED, GONE):
                assert told.parts[0].text not in home  # type: ignore[union-attr]
            await st.slack.slash(HEAD, "/report")
            await st.settle()
            kept = (DELETED, GONE)[tidied]
            assert kept.parts[0].text in text(st.slack.top(HEAD)["blocks"])  # type: ignore[union-attr]

    play(story())
