"""A section is one view on Slack: what was given stands in it, what is wrong is marked, and nothing is typed twice."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from bot import cover
from bot.notices import WAITING
from bot.picked import MISSING
from tests.slack.filling import (
    ACCOUNT,
    COLLEAGUE_REPORT,
    asked,
    asked_all,
    at_the_gate,
    fill,
    press,
    put,
    report,
    shown_code,
)
from tests.slack.stage import ALICE, CHAIR, GUEST, HEAD, Stage, play, stage

ADDRESS = "https://t.slack.com/archives/"
SEEN_OR_WHEN: dict[str, Any] = {**COLLEAGUE_REPORT, "more": ["when", "seen"]}


def field(st: Stage, name: str) -> dict[str, Any]:
    return next(b["element"] for b in st.slack.top(ALICE)["blocks"] if b.get("block_id") == name)


async def begun(st: Stage, until: str, answers: Any = COLLEAGUE_REPORT) -> None:
    await st.slack.slash(ALICE, "/report")
    await st.settle()
    await fill(st, ALICE, answers, until)


def test_a_whole_section_is_asked_at_once_and_a_wrong_field_is_marked_alone(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begun(st, "when", SEEN_OR_WHEN)
            assert asked_all(st, ALICE) == ("when", "place", "still", "link", "witnesses")
            wrong = {"when": "1 January 2031", "place": "the hall", "still": "no", "witnesses": ["not_listed"]}
            _, reply = await put(st, ALICE, wrong)
            assert reply["response_action"] == "errors"
            assert list(reply["errors"]) == ["when"]
            _, reply = await put(st, ALICE, {**wrong, "when": "last Friday"})
            assert reply["response_action"] == "update"
            assert asked(st, ALICE) == "send"
            assert "the hall" in json.dumps(st.slack.top(ALICE))
            assert st.slack.violations == []

    play(story())


def test_after_back_every_field_shows_what_was_given(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begun(st, "when", SEEN_OR_WHEN)
            await put(
                st, ALICE, {"when": "last Friday", "place": "the hall", "still": "no", "witnesses": ["r.reception"]}
            )
            await press(st, ALICE, "Back")
            assert field(st, "when")["initial_value"] == "last Friday"
            assert field(st, "still")["initial_option"]["value"] == "no"
            assert [o["value"] for o in field(st, "witnesses")["initial_options"]] == ["r.reception"]
            _, reply = await put(st, ALICE, {})  # as it stands
            assert reply["response_action"] == "update"
            assert asked(st, ALICE) == "send"
            assert st.slack.violations == []

    play(story())


def test_a_person_is_chosen_by_name_and_nobody_from_outside_the_list_is_taken(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begun(st, "who")
            listed = {option["value"] for option in field(st, "who")["options"]}
            people = {p.id for p in st.house.school(None).school.people if p.active}
            assert listed == {*people, "not_listed"}
            view = st.slack.top(ALICE)
            forged = {"type": "multi_static_select", "selected_options": [{"value": "U06GUEST"}]}
            shown = {**view, "state": {"values": {"who": {"v": forged}}}}
            payload = {"type": "view_submission", **st.slack._base(ALICE), "view": shown}
            _, text = await st.slack._form({"payload": json.dumps(payload)}, "view_submission")
            assert list(json.loads(text)["errors"]) == ["who"]
            _, reply = await put(st, ALICE, {"who": ["c.colleague", "not_listed"]})
            assert reply["response_action"] == "update"
            assert asked(st, ALICE) == "others"
            assert st.slack.violations == []

    play(story())


def test_names_are_looked_for_only_by_people_of_the_school(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            for who, many in ((ALICE, 1), (GUEST, 0)):
                payload = {
                    "type": "block_suggestion",
                    **st.slack._base(who),
                    "action_id": "v",
                    "block_id": "who",
                    "value": "redgrave",
                }
                _, text = await st.slack._form({"payload": json.dumps(payload)}, "block_suggestion")
                assert len(json.loads(text)["options"]) == many

    play(story())


def test_a_report_about_a_message_carries_its_address_and_none_of_its_words(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.slack.dm(HEAD, "see you at noon")
            await st.slack.shortcut(ALICE, "report_message", st.slack.messages[0])
            await st.settle()
            assert asked(st, ALICE) == "danger"
            await fill(st, ALICE, COLLEAGUE_REPORT, until="happened")
            assert asked_all(st, ALICE) == ("happened", "message")
            assert field(st, "message")["initial_value"].startswith(ADDRESS)
            await fill(st, ALICE, COLLEAGUE_REPORT)
            await put(st, ALICE, {"code": shown_code(st, ALICE)[-4:]})
            await st.carry()
            await at_the_gate(st, HEAD)
            await press(st, HEAD, "Open")
            case = json.dumps(st.slack.top(HEAD))
            assert ADDRESS in case
            assert "noon" not in case
            assert ADDRESS not in json.dumps(st.slack.messages)
            assert st.slack.violations == []

    play(story())


def test_a_message_that_is_reported_in_the_middle_is_added_to_the_open_report(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begun(st, "naming")
            await st.slack.dm(HEAD, "see you at noon")
            await st.slack.shortcut(ALICE, "report_message", st.slack.messages[0])
            await st.settle()
            assert asked(st, ALICE) == "naming"
            await put(st, ALICE, {"naming": "named"})
            assert field(st, "message")["initial_value"].startswith(ADDRESS)
            assert st.slack.violations == []

    play(story())


def test_hide_puts_a_tip_in_the_place_of_what_the_chat_said(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await report(st, CHAIR, {**COLLEAGUE_REPORT, "others": ["none"]})
            await st.carry()
            await st.slack.dm(HEAD, "May I accept a friend request from a pupil?")
            await st.slack.dm(HEAD, "report")
            await begun(st, "happened")
            await st.slack.dm(ALICE, "hello")
            await st.settle()
            ours = [m for m in st.slack.visible(HEAD) if m["user"] == st.slack.bot]
            assert len(ours) == 3
            await st.slack.slash(HEAD, "/report")
            await st.settle()
            await press(st, HEAD, "Hide")
            tip = cover.tip(st.house.clock().date()).parts[0].text  # type: ignore[union-attr]
            shown = [json.dumps(m["blocks"]) for m in st.slack.visible(HEAD) if m["user"] == st.slack.bot]
            assert sum(tip in blocks for blocks in shown) == 2
            assert sum(WAITING in blocks for blocks in shown) == 1  # neutral already, and must not be lost
            assert "friend request" not in "".join(shown)
            assert "private form" in json.dumps(st.slack.visible(ALICE))  # nobody else's chat
            await st.slack.dm(ALICE, "hide")
            await st.settle()
            assert "private form" not in json.dumps(st.slack.visible(ALICE))
            assert st.slack.violations == []

    play(story())


def test_a_view_that_is_sent_twice_shows_where_they_are_and_takes_nothing_again(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            sent: list[dict[str, str]] = []
            form = st.slack._form

            async def caught(fields: dict[str, str], kind: str) -> object:
                sent.append(fields)
                return await form(fields, kind)

            await st.slack.dm(ALICE, "status")
            await st.settle()
            await st.slack.click(ALICE, "press:0", st.slack.visible(ALICE)[-1])
            await st.settle()
            st.slack._form = caught
            await put(st, ALICE, {"code": "AAAA BBBB CCCC DDDD"})
            st.slack._form = form
            assert "No report found" in json.dumps(st.slack.top(ALICE))
            again = await asyncio.gather(*(form(sent[0], "view_submission") for _ in range(3)))
            assert {status for status, _ in again} == {200}
            assert "danger" not in "".join(text for _, text in again)  # no report was begun by it
            assert st.slack.violations == []

    play(story())


def test_danger_can_be_pressed_on_every_view_of_a_report(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await begun(st, "happened")
            await press(st, ALICE, "Someone is in danger")
            assert "Call 999 now" in json.dumps(st.slack.top(ALICE))
            assert asked(st, ALICE) == "happened"
            _, reply = await put(st, ALICE, {"happened": ""})
            assert reply["errors"] == {"happened": "required"}  # Slack itself holds it back
            await put(st, ALICE, {"happened": ACCOUNT})
            assert asked(st, ALICE) == "more"
            assert MISSING not in json.dumps(st.slack.top(ALICE))
            assert st.slack.violations == []

    play(story())
