"""What comes to Slack's door: only what Slack signed, of a workspace that a school named, and each thing once."""

from __future__ import annotations

import asyncio
import json
import time
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from adapters.faults import Faults
from adapters.slack import opening
from adapters.stores.rows import Store
from tests.slack.stage import ALICE, SECRET, Stage, opened, play, school, served, stage

TABLES = ("claims", "talks", "events", "feedback", "workspaces")
PATIENCE = 20.0  # seconds for a busy machine


def body(**changed: Any) -> bytes:
    event = {"type": "message", "channel_type": "im", "channel": "D1", "user": ALICE, "text": "photos?", "ts": "1.1"}
    return json.dumps(
        {"type": "event_callback", "team_id": "T01TEST", "event_id": "Ev1", "event": event, **changed}
    ).encode()


async def post(st: Stage, data: bytes, headers: dict[str, str] | None = None, **signing: Any) -> int:
    sent = {"Content-Type": "application/json", **st.slack.sign(data, **signing), **(headers or {})}
    sent = {name: value for name, value in sent.items() if value}
    async with st.slack.http.post(st.slack.app_url, data=BytesIO(data), headers=sent) as response:
        return int(response.status)


def rows(store: Store) -> int:
    with store.reading() as held:
        return sum(held.query(f"SELECT count(*) AS many FROM {table}")[0]["many"] for table in TABLES)  # noqa: S608 - ours


def test_f31_what_slack_did_not_sign_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            now = time.time()
            assert await post(st, body(), secret="another") == 401  # noqa: S106 - nobody's
            assert await post(st, body(), ts=now - 360) == 401
            assert await post(st, body(), ts=now + 360) == 401
            assert await post(st, body(), {"X-Slack-Signature": ""}) == 401
            assert await post(st, body(), {"X-Slack-Request-Timestamp": ""}) == 401
            assert await post(st, body(), {"X-Slack-Request-Timestamp": "abc"}) == 401
            assert await post(st, body(), {"X-Slack-Request-Timestamp": "\u0661\u0662"}) == 401
            assert await post(st, body(), st.slack.sign(body() + b" ")) == 401
            assert await post(st, b"{nope", {"X-Slack-Signature": "v0=00"}) == 401
            assert await post(st, b"ssl_check=1&token=x", {"X-Slack-Signature": ""}) == 401
            assert rows(st.house.database) == 0
            assert st.slack.calls == []

    play(story())


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"{nope", 400),
        (b"[1]", 400),
        (b"\xff\xfe", 400),
        (b'{"type": "event_callback", "event": [], "authorizations": 3}', 400),
        (b"payload=%5B1%5D", 400),
        (b"", 403),
        (b"{}", 403),
        (b"x" * 10_000_000, 413),
        (b'{"a":' * 5_000, 400),
    ],
    ids=["broken", "list", "no text", "no shape", "list in a form", "empty", "nobody", "10 MB", "bottomless"],
)
def test_signed_garbage_is_refused_and_never_a_fault_of_ours(tmp_path: Path, data: bytes, status: int) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            assert await post(st, data) == status
            assert rows(st.house.database) == 0
            assert st.slack.calls == []

    play(story())


def test_slack_may_check_the_address(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            data = b'{"type":"url_verification","challenge":"abc","token":"t"}'
            async with st.slack.http.post(st.slack.app_url, data=data, headers=st.slack.sign(data)) as response:
                assert await response.json() == {"challenge": "abc"}
            assert await post(st, data, {"X-Slack-Signature": ""}) == 401

    play(story())


def test_f50_an_unknown_workspace_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            st.slack.team = "T99OTHER"
            assert (await st.slack.dm(ALICE, "May I post photos?"))[0] == 403
            assert (await st.slack.slash(ALICE, "/report"))[0] == 403
            await st.settle()
            assert rows(st.house.database) == 0
            assert st.slack.calls == []

    play(story())


def test_f04_an_event_delivered_three_times_is_answered_once(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            for _ in range(3):
                await st.slack.dm(ALICE, "May I post photos of a school trip?", event_id="EvTWICE", dup=True)
            await st.settle()
            assert [call[0] for call in st.slack.calls] == ["chat.postMessage"]
            assert st.slack.violations == []

    play(story())


def test_two_web_processes_answer_an_event_once(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            second = opened(tmp_path, st.slack.api, SLACK_SIGNING_SECRET=SECRET)
            async with served(second) as (_, url):
                first = st.slack.app_url
                for turn in range(6):
                    data = body(
                        event_id=f"Ev{turn}", event={**json.loads(body())["event"], "channel": st.slack.im(ALICE)}
                    )
                    headers = {"Content-Type": "application/json", **st.slack.sign(data)}
                    await asyncio.gather(
                        *(st.slack.http.post(place, data=data, headers=headers) for place in (first, url))
                    )
                await st.settle()
            second.close()
            assert [call[0] for call in st.slack.calls] == ["chat.postMessage"] * 6

    play(story())


def test_what_nobody_asked_for_is_acknowledged(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            assert (await st.slack.event({"type": "team_join", "user": {"id": "U9"}}))[0] == 200
            assert (await st.slack.slash(ALICE, "/unknown", "photos"))[0] == 200
            assert (await st.slack.shortcut(ALICE, "unknown"))[0] == 200
            action = {"action_id": "nope", "type": "button", "block_id": "b"}
            payload = {"type": "block_actions", **st.slack._base(ALICE), "actions": [action], "container": {}}
            assert (await st.slack._form({"payload": json.dumps(payload)}, "block_actions"))[0] == 200
            for kind in ("view_closed", "block_suggestion", "dialog_submission", "something_new"):
                payload = {"type": kind, **st.slack._base(ALICE), "view": {"callback_id": "x", "type": "modal"}}
                assert (await st.slack._form({"payload": json.dumps(payload)}, kind))[0] == 200
            assert st.slack.violations == []

    play(story())


def test_f09_slack_says_to_slow_down_and_the_answer_still_comes(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            st.slack.force_429 = 1
            await st.slack.dm(ALICE, "May I accept a friend request from a pupil?")
            before = time.monotonic() + PATIENCE
            while "What the policy says" not in st.said_to(ALICE) and time.monotonic() < before:
                await asyncio.sleep(0.02)
            assert "What the policy says" in st.said_to(ALICE)
            assert st.slack.force_429 == 0
            assert st.slack.violations == []

    play(story())


def test_a_door_without_what_it_needs_says_what_is_missing(tmp_path: Path) -> None:
    for lacking, named in (("SLACK_BOT_TOKEN", "SLACK_BOT_TOKEN"), ("SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN")):
        house = opened(tmp_path, "http://127.0.0.1:1/api/", **{"SLACK_SIGNING_SECRET": SECRET, lacking: ""})
        with pytest.raises(Faults, match=named):
            opening.door(house)
        house.close()


def test_two_schools_may_not_share_a_workspace(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        file = school(tmp_path / name) / "school.toml"
        file.write_text(
            file.read_text(encoding="utf-8").replace('id = "sample"', f'id = "{name}"', 1), encoding="utf-8"
        )
    schools = {"CANDOUR_SCHOOLS": str(tmp_path), "SLACK_SIGNING_SECRET": SECRET}
    house = opened(tmp_path / "one", "http://127.0.0.1:1/api/", **schools)
    with pytest.raises(Faults, match="another school has this workspace"):
        opening.door(house)
    house.close()


def test_a_claim_is_forgotten_after_a_day(tmp_path: Path) -> None:
    from datetime import timedelta

    house = opened(tmp_path, "http://127.0.0.1:1/api/", SLACK_SIGNING_SECRET=SECRET)
    claims = opening.door(house).hears.claims
    now = house.clock()
    assert house.shelf
    assert claims.claim("a", now)
    assert not claims.claim("a", now)
    assert claims.sweep(now - timedelta(days=1)) == 0
    assert claims.sweep(now + timedelta(seconds=1)) == 1
    assert claims.claim("a", now)
    house.close()
