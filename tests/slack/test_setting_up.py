"""Setting Slack up: the manifest, the tokens of workspaces, and what the doctor says of both."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from adapters.doctor.findings import Weight
from adapters.doctor.slack import slack
from adapters.slack import opening, tokens
from adapters.slack.manifest import SCOPES, manifest
from bot import notices
from bot.setting import Setting
from tests.conftest import ROOT
from tests.slack.fake import FakeSlack
from tests.slack.fake_tables import SCOPES as NEEDED
from tests.slack.schema import faults
from tests.slack.stage import ALICE, KEY, SOCKET, opened, play, school, stage

SCHEMA = json.loads((Path(__file__).parent / "slack_manifest.schema.json").read_text(encoding="utf-8"))
ADDRESS = "https://candour.school.example/slack/events"


@pytest.mark.parametrize("address", ["", ADDRESS])
def test_slack_accepts_the_manifest(address: str) -> None:
    assert list(faults(manifest(address), SCHEMA, SCHEMA)) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda m: m["features"].update(unknown=1),
        lambda m: m["display_information"].pop("name"),
        lambda m: m["display_information"].update(name="x" * 36),
        lambda m: m["settings"].update(socket_mode_enabled="yes"),
        lambda m: m["features"]["shortcuts"][0].update(type="local"),
        lambda m: m["features"]["agent_view"]["suggested_prompts"].extend([{"title": "a", "message": "b"}] * 4),
    ],
)
def test_the_check_of_a_manifest_sees_what_is_wrong(spoil: Callable[[dict[str, Any]], object]) -> None:
    spoilt = manifest(ADDRESS)
    spoil(spoilt)
    assert list(faults(spoilt, SCHEMA, SCHEMA))


def test_with_an_address_no_socket_is_asked_for_and_without_one_no_address() -> None:
    assert manifest()["settings"]["socket_mode_enabled"]
    assert "http" not in json.dumps(manifest())
    assert not manifest(ADDRESS)["settings"]["socket_mode_enabled"]
    assert json.dumps(manifest(ADDRESS)).count(ADDRESS) == 4


def test_the_manifest_asks_for_no_more_than_is_used() -> None:
    called = {"chat.postMessage", "users.info", "assistant.threads.setSuggestedPrompts", "conversations.open"}
    heard = {"app_mentions:read", "im:history", "commands"}
    assert set(SCOPES) == heard | {NEEDED[method] for method in called}


def test_slack_with_only_the_scopes_of_the_manifest_is_enough(tmp_path: Path) -> None:
    async def story() -> None:
        async with stage(tmp_path) as st:
            st.slack.scopes = set(SCOPES)
            await st.slack.dm(ALICE, "May I accept a friend request from a pupil?", thread_ts="1.1")
            await st.slack.mention(ALICE, "C01GEN", "I want to report a colleague")
            await st.slack.open_home(ALICE)
            await st.slack.open_home(ALICE, tab="messages")
            await st.slack.slash(ALICE, "/report")
            await st.settle()
            assert st.slack.violations == []

    play(story())


def kept(folder: Path, *words: str, typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """The command as someone types it."""
    environ = {"CANDOUR_KEY": KEY, "CANDOUR_SCHOOLS": str(school(folder)), "PATH": "", **more}
    return subprocess.run(
        [sys.executable, "-m", "adapters", "slack", *words],
        cwd=folder,
        env={**environ, "PYTHONPATH": str(ROOT)},
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_token_is_kept_sealed_and_wins_over_that_of_env(tmp_path: Path) -> None:
    done = kept(tmp_path, "token", "--team", "T01TEST", typed="xoxb-of-the-table\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "xoxb" not in done.stdout
    house = opened(tmp_path, "http://127.0.0.1:1/api/")
    assert tokens.token(house, house.school(None)) == "xoxb-of-the-table"
    with house.database.reading() as rows:
        (row,) = rows.query("SELECT * FROM workspaces")
    assert b"of-the-table" not in row["sealed"]
    house.close()


@pytest.mark.parametrize(
    ("words", "typed", "says"),
    [
        (("token", "--team", "T9"), "xoxb-1", "--team: no school.toml has this slack_team."),
        (("token",), "xoxb-1", "--team: no school.toml has this slack_team."),
        (("token", "--team", "T01TEST"), "xoxp-secret", "The token doesn't begin with xoxb-"),
        (("manifest", "--http"), "", "PUBLIC_URL: missing."),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path: Path, words: tuple[str, ...], typed: str, says: str) -> None:
    done = kept(tmp_path, *words, typed=typed)
    assert done.returncode == 2
    assert done.stderr.startswith(says)
    assert "secret" not in done.stderr


def test_the_command_prints_the_manifest(tmp_path: Path) -> None:
    printed = kept(tmp_path, "manifest", "--http", PUBLIC_URL="https://candour.school.example").stdout
    assert json.loads(printed) == manifest(ADDRESS)
    assert json.loads(kept(tmp_path, "manifest").stdout) == manifest()


async def examined(folder: Path, spoil: Callable[[FakeSlack], object], **settings: str) -> dict[str, Weight]:
    """What the doctor finds with this Slack, by its sentence."""
    async with FakeSlack() as there:
        spoil(there)
        house = opened(folder, there.api, SLACK_APP_TOKEN=SOCKET, **settings)
        found = await asyncio.to_thread(lambda: list(slack(house, house.school(None))))
        house.close()
    return {finding.says: finding.weight for finding in found}


@pytest.mark.parametrize(
    ("spoil", "musts"),
    [
        (lambda _: None, []),
        (lambda there: setattr(there, "token", "xoxb-new"), ["Slack refuses the bot's token: invalid_auth."]),
        (lambda there: setattr(there, "app_token", "xapp-new"), ["Slack refuses SLACK_APP_TOKEN: invalid_auth."]),
        (lambda there: setattr(there, "team", "T9"), ["The bot's token is for the workspace T9, not T01TEST."]),
        (lambda there: there.scopes.discard("users:read"), ["The app lacks scopes: users:read."]),
    ],
)
def test_the_doctor_tries_the_tokens(
    tmp_path: Path, spoil: Callable[[FakeSlack], object], musts: Sequence[str]
) -> None:
    def whole(there: FakeSlack) -> None:
        there.scopes = set(SCOPES)
        spoil(there)

    found = play(examined(tmp_path, whole))
    told = [says for says, weight in found.items() if weight is Weight.MUST]
    assert [says for says, start in zip(told, musts, strict=True) if not says.startswith(start)] == []


def test_the_doctor_without_a_network_says_so(tmp_path: Path) -> None:
    house = opened(tmp_path, "http://127.0.0.1:1/api/", SLACK_APP_TOKEN=SOCKET)
    assert {finding.weight for finding in slack(house, house.school(None))} == {Weight.WORTH}
    house.close()


def test_another_address_of_slack_is_for_development_alone(tmp_path: Path) -> None:
    house = opened(tmp_path, "http://127.0.0.1:1/api/")
    assert tokens.api(house.settings) == "http://127.0.0.1:1/api/"
    assert tokens.api(replace(house.settings, production=True)) == tokens.API
    house.close()


def test_the_notice_on_slack_says_what_slack_keeps_in_ninety_words() -> None:
    setting = Setting("Slack", opening.COULD_SEE, 90)
    assert len(" ".join(part.text for part in notices.notice(setting)).split()) <= 90
    assert "people who run it could see that you used me" in opening.COULD_SEE
