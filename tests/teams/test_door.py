"""Teams' door: only what the connector signed, for this app and this tenant; anything else is told so in one number."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from typing import Any

import pytest

from adapters.assembly import House
from adapters.faults import Faults
from adapters.teams import opening, tokens
from adapters.teams.tokens import KeysAway, SigningKeys
from tests.teams.connector import TENANT
from tests.teams.filling import report
from tests.teams.keys import jwk
from tests.teams.stage import ALICE, HEAD, PEOPLE, kept, opened, play, school, stage


@pytest.mark.parametrize("channel", [None, "", "webchat", "emulator", 7, ["msteams"]])
def test_another_channel_or_none_is_refused(tmp_path: Path, channel: object) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            posted = st.teams.activity(ALICE, "message", text="help") | {"channelId": channel}
            assert await st.teams.post(posted) == (401, None)

    play(story())


def test_a_key_that_may_not_sign_for_teams_is_refused(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            public = tokens._key(jwk("k1", ["webchat"]))
            st.door.checks.keys.held, st.door.checks.keys.next_read = {"k1": public}, float("inf")
            assert await st.teams.post(st.teams.activity(ALICE, "message", text="help")) == (401, None)

    play(story())


@pytest.mark.parametrize("tenant", ["", "00000000-0000-0000-0000-00000000ffff", None])
def test_another_tenant_is_refused_and_nothing_is_kept(tmp_path: Path, tenant: str | None) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            posted = st.teams.activity(ALICE, "message", text="help")
            posted["conversation"]["tenantId"] = tenant
            posted["channelData"] = {"tenant": {"id": tenant}}
            assert await st.teams.post(posted) == (403, None)
            assert kept(st) == 0

    play(story())


def test_two_tenants_in_one_request_are_refused(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            posted = st.teams.activity(ALICE, "message", text="help")
            posted["channelData"] = {"tenant": {"id": "another"}}
            assert await st.teams.post(posted) == (400, None)

    play(story())


def test_an_address_without_https_is_refused_although_a_token_vouches_for_it(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            for address in ("http://evil.example/", "http://127.0.0.1@evil.example/", "ftp://127.0.0.1/", "//x", "[::"):
                posted = st.teams.activity(ALICE, "message", text="help") | {"serviceUrl": address}
                assert await st.teams.post(posted, st.teams.signed(serviceurl=address)) == (401, None)

    play(story())


def test_f31_a_body_posted_again_does_nothing_again(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(ALICE)
            posted = st.teams.activity(ALICE, "message", text="May I post photos of a school trip?")
            header, before = st.teams.signed(), len(st.teams.messages)
            for _ in range(3):
                assert await st.teams.post(posted, header) == (200, None)
                await st.settle()
            assert len(st.teams.messages) == before + 1

    play(story())


def test_a_rotated_key_costs_no_request(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(ALICE)
            st.teams.kids, st.teams.signs = ["k2"], "k2"
            for _ in range(5):
                await st.say(ALICE, "help")
            assert st.teams.key_reads == 2

    play(story())


def test_unknown_keys_make_us_ask_once_an_hour_and_no_more(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(ALICE)
            st.teams.signs = "forged"
            for _ in range(20):
                assert (await st.teams.post(st.teams.activity(ALICE, "message", text="help")))[0] == 401
            assert st.teams.key_reads == 2

    play(story())


def test_keys_that_cannot_be_fetched_refuse_for_now_and_are_asked_for_again() -> None:
    at, answers = [0.0], [ValueError("away")]

    def fetch(address: str) -> Any:
        if answers:
            raise answers[0]
        return {"jwks_uri": "keys"} if address == "metadata" else {"keys": [jwk("k1"), {"kty": "oct"}, 7]}

    async def story() -> None:
        keys = SigningKeys("metadata", fetch, lambda: at[0])
        for _ in range(3):
            with pytest.raises(KeysAway):
                await keys.find("k1")
        answers.clear()
        at[0] = tokens.SOON + 1
        assert await keys.find("k1")
        answers.append(ValueError("away again"))
        at[0] += tokens.DAY + 1
        assert await keys.find("k1"), "keys that are old are better than none"
        await asyncio.sleep(0.05)

    play(story())


def test_a_slow_token_endpoint_stalls_nothing_else(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            assert st.teams.session
            st.teams.token_takes = 2.0
            st.teams.installed.add(ALICE)
            for _ in range(20):
                await st.teams.say(ALICE, "help")
            slowest = 0.0
            for _ in range(20):
                began = time.perf_counter()
                async with st.teams.session.get(st.teams.app_url.replace("/api/messages", "/nothing")) as answer:
                    assert answer.status == 200
                slowest = max(slowest, time.perf_counter() - began)
                await asyncio.sleep(0.05)
            assert slowest < 0.05
            await st.settle()
            assert st.teams.token_reads == 1
            assert len(st.teams.to(ALICE)) == 20

    play(story())


def without(folder: Path, *names: str, **settings: str) -> House:
    return opened(school(folder), "http://127.0.0.1:1", **dict.fromkeys(names, ""), **settings)


@pytest.mark.parametrize("name", opening.NEEDED)
def test_it_does_not_start_where_nothing_could_prove_who_calls(tmp_path: Path, name: str) -> None:
    with pytest.raises(Faults, match=f"{name}: missing"):
        opening.door(without(tmp_path, name))


def test_it_does_not_start_for_a_tenant_that_no_school_names(tmp_path: Path) -> None:
    with pytest.raises(Faults, match=r"no school\.toml has this teams_tenant"):
        opening.door(without(tmp_path, TEAMS_TENANT_ID="another"))


def test_the_open_door_is_for_this_machine_and_never_for_production(tmp_path: Path) -> None:
    with pytest.raises(Faults, match="set in production"):
        opening.door(without(tmp_path, CANDOUR_ENV="production", TEAMS_INSECURE_LOOPBACK="1", CANDOUR_DISK="kept"))

    async def story() -> None:
        async with stage(tmp_path, TEAMS_INSECURE_LOOPBACK="1") as st:
            assert st.teams.session
            posted = st.teams.activity(ALICE, "message", text="help")
            assert (await st.teams.post(posted, None))[0] == 200
            assert (await st.teams.post(posted, "Bearer garbage"))[0] == 401
            elsewhere = posted | {"serviceUrl": "https://evil.example/"}
            assert (await st.teams.post(elsewhere, None))[0] == 401
            forwarded = {"X-Forwarded-For": "203.0.113.9"}
            async with st.teams.session.post(st.teams.app_url, json=posted, headers=forwarded) as answer:
                assert answer.status == 401

    play(story())


def test_f50_a_second_tenant_with_the_same_people_never_crosses(tmp_path: Path) -> None:
    other = "00000000-0000-0000-0000-00000000bbbb"

    async def story() -> None:
        schools = tmp_path / "schools"
        school(schools / "one")
        school(schools / "two", other, "second")
        async with stage(tmp_path / "unused", CANDOUR_SCHOOLS=str(schools)) as st:
            await st.installed(HEAD)
            await report(st, ALICE)
            await st.carry()
            assert "You have a private item" in st.teams.seen(HEAD)
            value = {"data": {"candour": {"press": f"open:{st.case()}"}}}
            for tenant, sees in ((other, False), (TENANT, True)):
                posted = st.teams.activity(HEAD, "invoke", name="task/fetch", value=value)
                posted["conversation"]["tenantId"] = tenant
                posted["channelData"] = {"tenant": {"id": tenant}}
                status, shown = await st.teams.post(posted)
                assert status == 200
                assert ("zanzibar" in json.dumps(shown)) is sees
            assert PEOPLE[HEAD] not in st.teams.kept()

    play(story())
