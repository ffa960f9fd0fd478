"""Whatever Slack might send, bent out of shape: never a fault of ours, and never left without an answer."""

from __future__ import annotations

import copy
import json
import logging
import os
import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.slack.filling import ACCOUNT, COLLEAGUE_REPORT, fill, put, report
from tests.slack.stage import ALICE, HEAD, Stage, play, stage
from tests.slack.telling import text
from tests.stories.stage import Clock

TURNS = int(os.environ.get("HOSTILE_TURNS", "20000" if os.environ.get("CANDOUR_EXHAUSTIVE") == "1" else "1500"))
ODD: tuple[Any, ...] = (
    None,
    "",
    0,
    -1,
    1e308,
    True,
    [],
    {},
    [[]],
    {"id": []},
    "x" * 5_000,
    "\u0000",
    "\ud83d",
    "open:",
    "page:-9",
    "page:99999999999999999999",
    "box:happened",
    "clause:",
    "report:x",
    "view_submission",
    "message_action",
    "T01TEST",
    {"type": "modal", "private_metadata": "[]", "state": 3},
    {"values": {"danger": {"v": {"selected_options": "no"}}}},
)


def documented(st: Stage) -> list[dict[str, Any]]:
    """One of each shape that Slack documents."""
    base = st.slack._base(ALICE)
    im = st.slack.im(ALICE)
    message = {"ts": "1.1", "channel": im, "user": ALICE, "text": "hello"}
    said = {"type": "message", "channel_type": "im", **message}
    view = {"id": "V1", "hash": "h", "type": "modal", "callback_id": "form", "blocks": [], "private_metadata": META}
    state = {"values": {"danger": {"v": {"type": "radio_buttons", "selected_option": {"value": "no"}}}}}
    button = {"type": "button", "action_id": "press:0", "block_id": "b", "value": "report", "action_ts": "1"}
    pressed = {"type": "block_actions", **base, "actions": [button], "container": {"type": "view", "view_id": "V1"}}
    outer = {
        "type": "event_callback",
        "team_id": "T01TEST",
        "authorizations": [{"team_id": "T01TEST", "user_id": "U0"}],
    }
    events = (
        said,
        {**said, "files": [{"id": "F1"}], "subtype": "file_share"},
        {"type": "app_mention", **message, "channel": "C01GEN"},
        {"type": "app_home_opened", "user": ALICE, "channel": im, "tab": "home"},
        {"type": "app_home_opened", "user": ALICE, "channel": im, "tab": "messages"},
    )
    command = {"team_id": "T01TEST", "user_id": ALICE, "channel_id": "C01GEN", "trigger_id": "1", "text": "photos?"}
    return [
        *({**outer, "event_id": "E", "event": event} for event in events),
        {**command, "command": "/policy", "response_url": st.slack.response_url(ALICE, "C01GEN")},
        {**command, "command": "/report"},
        {**pressed, "view": view},
        {**pressed, "message": message, "channel": {"id": im}},
        {"type": "view_submission", **base, "view": {**view, "state": state}},
        {"type": "view_closed", **base, "view": view, "is_cleared": False},
        {"type": "shortcut", **base, "callback_id": "report_privately", "action_ts": "1"},
        {"type": "message_action", **base, "callback_id": "report_message", "message": message, "message_ts": "1.1"},
        {"type": "block_suggestion", **base, "action_id": "v", "block_id": "b", "value": ""},
    ]


META = json.dumps({"asked": ["danger"], "again": "report", "page": 0, "boxes": 1, "shown": ""})


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in inner:
        yield from places(each, (*path, name))


def bent(payload: dict[str, Any], chance: random.Random) -> Any:
    """The same with one to three things replaced, left out or repeated."""
    found = copy.deepcopy(payload)
    for _ in range(chance.randint(1, 3)):
        path = chance.choice(list(places(found)))
        if not path:
            continue
        holder: Any = found
        for name in path[:-1]:
            holder = holder[name]
        if chance.random() < 0.3 and isinstance(holder, dict):
            del holder[path[-1]]
        else:
            holder[path[-1]] = copy.deepcopy(chance.choice(ODD))
    return found


async def send(st: Stage, payload: Any) -> int:
    kept_whole = isinstance(payload, dict)
    if kept_whole and (payload.get("type") == "event_callback" or "event" in payload):
        data, kind = json.dumps(payload).encode(), "application/json"
    elif kept_whole and "command" in payload:
        flat = {name: value if isinstance(value, str) else json.dumps(value) for name, value in payload.items()}
        data, kind = urlencode(flat, errors="replace").encode(), "application/x-www-form-urlencoded"
    else:
        data, kind = urlencode({"payload": json.dumps(payload)}).encode(), "application/x-www-form-urlencoded"
    headers = {"Content-Type": kind, **st.slack.sign(data)}
    async with st.slack.http.post(st.slack.app_url, data=data, headers=headers) as response:
        return int(response.status)


def test_payloads_bent_out_of_shape_are_answered_and_break_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            chance = random.Random(7)  # noqa: S311 - a test's own chance
            shapes = documented(st)
            for payload in shapes:  # as they are, each is acknowledged
                assert await send(st, payload) == 200
            answered = [await send(st, bent(chance.choice(shapes), chance)) for _ in range(TURNS)]
            assert set(answered) <= {200, 400, 403}
            assert answered.count(200) > TURNS / 2
            await st.settle()
            with st.house.database.reading() as rows:
                assert rows.query("SELECT count(*) AS many FROM events")[0]["many"] == 0
            await st.slack.dm(HEAD, "May I accept a friend request from a pupil?")  # and it still works
            await st.settle()
            assert "friend request" in json.dumps(st.slack.visible(HEAD)[-1]["blocks"])

    play(story(), seconds=600)


def test_f46_no_log_holds_a_word_or_an_account_of_anybody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            code = await report(st, ALICE, COLLEAGUE_REPORT)
            await st.slack.dm(ALICE, "the word is quetzalcoatl")
            await st.slack.slash(ALICE, "/policy", "the word is quetzalcoatl")
            st.slack.token = "xoxb-changed"  # noqa: S105 - so that every call fails, and is logged
            await st.slack.dm(ALICE, "the word is quetzalcoatl")
            await st.slack.open_home(HEAD)
            await st.settle()
            ours = "\n".join(
                r.getMessage() for r in caplog.records if r.name.split(".")[0] not in ("aiohttp", "asyncio")
            )
            assert "failed: SlackApiError invalid_auth" in ours
            for secret in ("zanzibar", "quetzalcoatl", code[-4:], ALICE, HEAD, "xoxb-", "Callum"):
                assert secret not in ours, secret

    caplog.set_level(logging.DEBUG)
    for name in ("candour.slack", "slack_sdk", "slack_bolt"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    try:
        play(story())
    finally:
        for name in ("candour.slack", "slack_sdk", "slack_bolt"):
            logging.getLogger(name).setLevel(logging.NOTSET)


def test_f51_an_account_of_every_odd_character_is_kept_and_shown_whole(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            odd = "zanzibar <!channel> <@U02HEAD> *bold* `code` \u0628\u062e\u064a\u0631 " + "\U0001f600" * 1_400
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            await fill(st, ALICE, {**COLLEAGUE_REPORT, "happened": odd}, until="send")
            assert odd in json.dumps(st.slack.top(ALICE), ensure_ascii=False)
            assert ACCOUNT not in st.said_to(ALICE)
            assert st.slack.violations == []

    play(story())


def test_f37_wrong_codes_are_answered_alike_and_guidance_is_never_locked(tmp_path: Path) -> None:
    async def story() -> None:
        clock = Clock()
        async with stage(tmp_path, clock=clock) as st:
            code = await report(st, ALICE, COLLEAGUE_REPORT)
            shown = []
            for turn in range(9):
                await st.slack.dm(ALICE, "status")
                await st.settle()
                await st.slack.click(ALICE, "press:0", st.slack.visible(ALICE)[-1])
                await st.settle()
                await put(st, ALICE, {"code": code if turn == 8 else "AAAA BBBB CCCC DDDD"})
                shown.append(text(st.slack.top(ALICE)["blocks"]))
            assert len(set(shown)) == 1  # even the right code, while the wrong ones are waited out
            await st.slack.dm(ALICE, "999")
            await st.settle()
            assert "Call 999 now" in json.dumps(st.slack.messages[-1])
            clock.at += timedelta(minutes=1)
            await st.slack.dm(ALICE, "status")
            await st.settle()
            await st.slack.click(ALICE, "press:0", st.slack.visible(ALICE)[-1])
            await st.settle()
            await put(st, ALICE, {"code": code})
            assert "Goes to" in json.dumps(st.slack.top(ALICE)) or "State" in json.dumps(st.slack.top(ALICE))
            assert st.slack.violations == []

    play(story())
