"""Payloads bent out of shape: no fault of ours is answered with 500, and nobody's words are logged."""

from __future__ import annotations

import copy
import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from tests.teams.connector import Connector
from tests.teams.filling import WORD
from tests.teams.stage import ALICE, PEOPLE, Stage, play, stage

ODD: some.SearchStrategy[Any] = some.sampled_from(
    [None, True, 0, -1, 1e308, 10**30, "", "x" * 200, "\ud83d", "\u0000", WORD, [], {}, [[]], {"a": {"b": []}}, ["x"]]
)
ACTIONS = (
    "report",
    "back",
    "hide",
    "page:99",
    "page:x",
    "box:",
    "open:",
    "here",
    "here:yes",
    "here:again",
    "helpful",
    "no",
)
KEYS = some.text(max_size=12) | some.sampled_from(
    ["candour", "press", "sign", "asked", "several", "page", "boxes", "data"]
)


def bodies(teams: Connector) -> list[dict[str, Any]]:
    sign = {"asked": ["danger"], "several": [], "page": 0, "boxes": 1, "opener": "x", "here": True, "again": "report"}
    data = {"candour": {"press": "", "sign": sign, "next": True}, "danger": "no"}
    execute = {"action": {"type": "Action.Execute", "verb": "candour", "data": data}, "trigger": "manual"}
    return [
        teams.activity(ALICE, "message", text=f"May I post photos? {WORD}", attachments=[{"contentType": "text/html"}]),
        teams.activity(ALICE, "message", "19:room", text="<at>Candour</at> help", entities=[{"type": "mention"}]),
        teams.activity(ALICE, "message", text="", value=data, replyToId="1"),
        teams.activity(ALICE, "invoke", name="task/fetch", value={"data": data}),
        teams.activity(ALICE, "invoke", name="task/submit", value={"data": data}),
        teams.activity(ALICE, "invoke", name="adaptiveCard/action", value=execute),
        teams.activity(ALICE, "invoke", name="composeExtension/fetchTask", value={"messagePayload": {}}),
        teams.activity(ALICE, "invoke", name="message/submitAction", value={}),
        teams.activity(ALICE, "conversationUpdate", membersAdded=[{"id": "28:x"}]),
        teams.activity(ALICE, "installationUpdate", action="remove"),
        teams.activity(ALICE, "typing"),
    ]


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, each in inner:
        yield (*at, name)
        yield from places(each, (*at, name))


def bent(body: dict[str, Any], place: tuple[Any, ...], odd: Any, how: str) -> dict[str, Any]:
    made = copy.deepcopy(body)
    holder: Any = made
    for name in place[:-1]:
        holder = holder[name]
    if how == "drop":
        del holder[place[-1]]
    else:
        holder[place[-1]] = odd
    return made


EXAMPLES = int(os.environ.get("HOSTILE_TURNS", "300")) // 60  # each bends sixty payloads
BENDS = some.tuples(some.integers(0, 10_000), ODD, some.booleans())
BENT = some.tuples(some.integers(0, 100), some.lists(BENDS, min_size=1, max_size=3))


@settings(max_examples=EXAMPLES, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(some.lists(BENT, min_size=60, max_size=60), some.dictionaries(KEYS, ODD))
def test_no_payload_bent_out_of_shape_breaks_the_door(
    tmp_path_factory: pytest.TempPathFactory, caplog: pytest.LogCaptureFixture, several: Any, table: Any
) -> None:
    caplog.set_level(logging.INFO)
    caplog.clear()

    async def story() -> None:
        async with stage(tmp_path_factory.mktemp("door")) as st:
            await st.installed(ALICE)
            for which, bends in several:
                body = bodies(st.teams)[which % len(bodies(st.teams))]
                for place, odd, drops in bends:
                    at = list(places(body))
                    body = bent(body, at[place % len(at)], odd, "drop" if drops else "put")
                await looked_at(st, body)
            await looked_at(st, table)

    play(story(), 60)
    assert WORD not in caplog.text
    assert "Traceback" not in caplog.text


async def looked_at(st: Stage, body: Any) -> None:
    service = body.get("serviceUrl")
    status, _ = await st.teams.post(body, st.teams.signed(serviceurl=service if isinstance(service, str) else "x"))
    assert status in (200, 400, 401, 403), (status, json.dumps(body)[:2_000])
    await st.settle()


@pytest.mark.parametrize("what", ["task/fetch", "task/submit", "adaptiveCard/action", "composeExtension/submitAction"])
def test_every_action_that_anyone_could_send_is_answered_with_a_card_or_a_word(tmp_path: Path, what: str) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            for action in ACTIONS:
                for sign in ({}, {"here": True, "page": 7, "boxes": 99}, {"asked": ["code"], "page": "x"}):
                    data = {"candour": {"press": action, "sign": sign}}
                    value = {"action": {"data": data}} if what == "adaptiveCard/action" else {"data": data}
                    await st.teams.invoke(ALICE, what, value)
                    await st.settle()
            assert st.teams.violations == []

    play(story())


def test_what_goes_wrong_inside_is_told_kindly_and_logged_without_words(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            await st.installed(ALICE)
            st.house.database.close()
            st.house.door_store.close()
            shown = await st.teams.invoke(ALICE, "task/fetch", {"data": {"candour": {"press": "report"}}})
            assert "Something went wrong on our side" in json.dumps(shown)
            await st.say(ALICE, f"May I post photos? {WORD}")

    play(story())
    assert WORD not in caplog.text
    assert PEOPLE[ALICE] not in caplog.text


def test_half_a_character_is_never_sent_on(tmp_path: Path) -> None:
    """Found by the payloads above: an id with half a character in it came back out of the door."""

    async def story() -> None:
        async with stage(tmp_path) as st:
            st.teams.installed.add(ALICE)
            posted = st.teams.activity(ALICE, "message", text="help \ud83d")
            posted["from"]["id"] = "29:\ud83d"
            assert (await st.teams.post(posted))[0] == 200
            await st.settle()
            st.teams.kept().encode()
            assert len(st.teams.messages) == 1

    play(story())
