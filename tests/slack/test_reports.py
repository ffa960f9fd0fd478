"""Private reports on Slack: in forms alone, sent once, and never a word of one in a message."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from tests.slack.filling import ACCOUNT, COLLEAGUE_REPORT, HEAD_REPORT, asked, fill, press, put, report, shown_code
from tests.slack.stage import ALICE, CHAIR, COLLEAGUE, HEAD, STRANGER, Stage, opened, play, served, stage

WORD = "zanzibar"


def events(st: Stage) -> int:
    with st.house.database.reading() as rows:
        return int(rows.query("SELECT count(DISTINCT case_id) AS many FROM events")[0]["many"])


def in_messages(st: Stage) -> str:
    return json.dumps(st.slack.messages, ensure_ascii=False)


def test_a_report_about_a_colleague_goes_to_the_head_and_nobody_else_sees_a_word(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            code = await report(st, ALICE, COLLEAGUE_REPORT)
            assert "Your report is on its way" in json.dumps(st.slack.top(ALICE))
            await st.carry()
            assert events(st) == 1
            assert WORD not in in_messages(st)
            assert code not in in_messages(st)
            for other in (HEAD, CHAIR, COLLEAGUE):
                assert WORD not in st.said_to(other)
            assert [m["channel"] for m in st.slack.messages] == [st.slack.im(HEAD)]
            assert st.slack.violations == []

    play(story())


def test_a_report_about_the_head_goes_past_the_head(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await report(st, ALICE, HEAD_REPORT)
            await st.carry()
            assert [m["channel"] for m in st.slack.messages] == [st.slack.im(CHAIR)]
            await st.slack.open_home(HEAD)
            await st.settle()
            assert "Your private items" not in st.said_to(HEAD)
            assert WORD not in st.said_to(HEAD)
            assert st.slack.violations == []

    play(story())


def test_somebody_whom_school_toml_does_not_name_may_report(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await report(st, STRANGER, {**COLLEAGUE_REPORT, "naming": "anonymous"})
            assert events(st) == 1
            assert st.slack.violations == []

    play(story())


def test_words_typed_in_the_chat_while_a_report_is_open_are_not_taken(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            await fill(st, ALICE, COLLEAGUE_REPORT, until="happened")
            await st.slack.dm(ALICE, "He said quetzalcoatl to me")
            await st.settle()
            ours = json.dumps([m for m in st.slack.messages if m["user"] == st.slack.bot])
            assert "Please use the private form" in ours
            assert "quetzalcoatl" not in ours
            await fill(st, ALICE, COLLEAGUE_REPORT, until="send")
            view = json.dumps(st.slack.top(ALICE))
            assert WORD in view
            assert "quetzalcoatl" not in view
            assert st.slack.violations == []

    play(story())


def test_the_chat_never_shows_a_question_of_the_report(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.dm(ALICE, "report")
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            await fill(st, ALICE, COLLEAGUE_REPORT, until="send")
            for words in (
                "back",
                "help",
                "who can see this",
                "danger",
                "1",
                "status",
                "inbox",
                "report",
                "999",
                "hello",
            ):
                await st.slack.dm(ALICE, words)
                await st.settle()
            assert WORD not in in_messages(st)
            assert "Callum" not in in_messages(st)
            assert "Nothing has been sent yet" not in in_messages(st)
            assert asked(st, ALICE) == "send"
            assert "Call 999 now" in in_messages(st)
            await st.slack.dm(ALICE, "stop")
            await st.settle()
            assert "Nothing has been sent, and I've deleted what you told me." in in_messages(st)
            assert st.slack.violations == []

    play(story())


def test_the_buttons_of_the_form(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            await fill(st, ALICE, COLLEAGUE_REPORT, until="more")
            await press(st, ALICE, "Back")
            assert asked(st, ALICE) == "happened"
            assert ACCOUNT in json.dumps(st.slack.top(ALICE))
            await press(st, ALICE, "I need more room")
            boxes = [b["block_id"] for b in st.slack.top(ALICE)["blocks"] if b["type"] == "input"]
            assert boxes == ["happened", "happened#2"]
            await put(st, ALICE, {"happened": ACCOUNT, "happened#2": "And again on Friday."})
            await press(st, ALICE, "Hide")
            assert WORD not in json.dumps(st.slack.top(ALICE))
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            await fill(st, ALICE, COLLEAGUE_REPORT, until="send")
            assert "And again on Friday." in json.dumps(st.slack.top(ALICE))
            await press(st, ALICE, "Stop and delete")
            assert "Stopped" in json.dumps(st.slack.top(ALICE))
            assert events(st) == 0
            assert st.slack.violations == []

    play(story())


def test_a_code_that_is_wrong_is_marked_and_the_right_one_ends_it(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            await fill(st, ALICE, COLLEAGUE_REPORT)
            code = shown_code(st, ALICE)
            _, reply = await put(st, ALICE, {"code": "0000"})
            assert reply["response_action"] == "errors"
            await put(st, ALICE, {"code": code[-4:]})
            assert code not in json.dumps(st.slack.top(ALICE))
            await st.carry()
            await st.slack.open_home(ALICE)
            await st.settle()
            button = next(
                e for b in st.slack.home[ALICE]["blocks"] for e in b.get("elements", []) if e["value"] == "status"
            )
            await st.slack.click(ALICE, button["action_id"], view=st.slack.home[ALICE])
            await st.settle()
            await put(st, ALICE, {"code": code})
            assert "Delivered" in json.dumps(st.slack.top(ALICE))
            assert code not in in_messages(st)
            assert st.slack.violations == []

    play(story())


async def redelivered(st: Stage, user: str, values: dict[str, Any], times: int) -> list[tuple[int, str]]:
    """The very same submission, as a platform that saw no answer sends it."""
    sent: list[dict[str, str]] = []
    form = st.slack._form

    async def caught(fields: dict[str, str], kind: str) -> tuple[int, str]:
        sent.append(fields)
        return await form(fields, kind)

    st.slack._form = caught
    await put(st, user, values)
    st.slack._form = form
    return [await form(sent[0], "view_submission") for _ in range(times)]


def test_f04_the_same_sending_delivered_four_times_files_one_report_with_one_code(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            await fill(st, ALICE, COLLEAGUE_REPORT, until="send")
            answers = await redelivered(st, ALICE, {"send": "send"}, 3)
            code = shown_code(st, ALICE)
            assert [text for _, text in answers if code not in text] == []
            assert events(st) == 1
            assert st.slack.violations == []

    play(story())


def test_f05_two_presses_of_send_at_once_file_one_report(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            await fill(st, ALICE, COLLEAGUE_REPORT, until="send")
            answers = await asyncio.gather(*(put(st, ALICE, {"send": "send"}) for _ in range(3)))
            assert {status for status, _ in answers} == {200}
            assert events(st) == 1
            await st.carry()
            assert [m["channel"] for m in st.slack.messages] == [st.slack.im(HEAD)]
            assert st.slack.violations == []

    play(story())


def test_a_restart_in_mid_report_loses_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            await fill(st, ALICE, COLLEAGUE_REPORT, until="more")
            second = opened(tmp_path, st.slack.api, SLACK_SIGNING_SECRET=st.slack.secret)
            async with served(second) as (_, url):
                st.slack.app_url = url
                await fill(st, ALICE, COLLEAGUE_REPORT)
                assert events(st) == 1
            second.close()
            assert st.slack.violations == []

    play(story())


def test_an_answer_from_a_form_that_is_long_over_is_searched_for_nowhere(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            await fill(st, ALICE, COLLEAGUE_REPORT, until="happened")
            await st.slack.dm(ALICE, "stop")
            await st.settle()
            await put(st, ALICE, {"happened": ACCOUNT})
            assert "This report has moved on" in json.dumps(st.slack.top(ALICE))
            assert WORD not in json.dumps(st.slack.top(ALICE))
            assert st.slack.violations == []

    play(story())


@pytest.mark.parametrize("way", ["shortcut", "message", "answer", "home"])
def test_every_way_into_the_private_form(tmp_path: Path, way: str) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            if way == "shortcut":
                await st.slack.shortcut(ALICE, "report_privately")
            elif way == "message":
                await st.slack.dm(HEAD, "see you at noon")
                await st.slack.shortcut(ALICE, "report_message", st.slack.messages[0])
            elif way == "home":
                await st.slack.open_home(ALICE)
                await st.settle()
                await st.slack.click(ALICE, "press:0", view=st.slack.home[ALICE])
            else:
                await st.slack.dm(ALICE, "May I accept a friend request from a pupil?")
                await st.settle()
                await st.slack.click(ALICE, "press:0", st.slack.visible(ALICE)[-1])
            await st.settle()
            assert asked(st, ALICE) == "danger"
            assert st.slack.violations == []

    play(story())
