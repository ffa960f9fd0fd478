"""Makes Slack's door from the house: the workspaces that schools have named, each with its token and its people."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient

from adapters.assembly import House
from adapters.doors.answering import Answering
from adapters.faults import Faults
from adapters.schoolfile import Registered
from adapters.settings import Settings
from adapters.slack.app import Slack
from adapters.slack.door import Door
from adapters.slack.tokens import HOW, api, token
from adapters.slack.workspaces import Workspace
from adapters.stores.claims import StoredClaims
from adapters.stores.feedback import StoredFeedback
from bot.setting import Setting

QUIET = logging.getLogger("candour.slack.calls")  # Slack's own library would log what is sent
WAIT, TRIES = 10, 2  # seconds for one call of Slack's, and how often it is repeated when we are told to slow down
COULD_SEE = (
    "Slack belongs to the school: people who run it could see that you used me, and anything typed as a message. "
    "What you type in the form isn't kept as a message."
)


def wanted(house: House) -> bool:
    """Whether there is any Slack to listen to."""
    return bool(house.settings.slack) and any(school.slack_team for school in house.schools.values())


def door(house: House) -> Door:
    """Raises Faults where a workspace has no token, two schools share one, or nothing proves who is calling."""
    named = [registered for registered in house.schools.values() if registered.slack_team]
    faults = [*_shared(named), *_unproven(house.settings)]
    found = {registered.slack_team: token(house, registered) for registered in named}
    faults += [f"SLACK_BOT_TOKEN: missing for the workspace {team}. {HOW}" for team, held in found.items() if not held]
    if faults:
        raise Faults(faults)
    QUIET.setLevel(logging.ERROR)
    teams = {registered.slack_team: _workspace(house, registered, found[registered.slack_team]) for registered in named}
    slack = house.settings.slack
    hears = Slack(teams, StoredClaims(house.door_store), house.clock)
    return Door(hears, slack.get("SLACK_SIGNING_SECRET", ""), slack.get("SLACK_APP_TOKEN", ""), api(house.settings))


def _workspace(house: House, registered: Registered, token: str) -> Workspace:
    school = registered.school
    setting = Setting("Slack", COULD_SEE, school.retention.default, ZoneInfo(school.timezone), forms=True)
    return Workspace(
        registered.slack_team,
        school,
        client(token, api(house.settings)),
        Answering(house, registered, setting),
        lambda: house.shelf.current(school.id),
        StoredFeedback(house.door_store, school.id).count,
    )


def client(token: str, api: str) -> AsyncWebClient:
    """It waits as long as Slack says when it is told to slow down."""
    handlers = [AsyncConnectionErrorRetryHandler(), AsyncRateLimitErrorRetryHandler(max_retry_count=TRIES)]
    return AsyncWebClient(token=token, base_url=api, timeout=WAIT, logger=QUIET, retry_handlers=handlers)


def _shared(named: list[Registered]) -> list[str]:
    first: dict[str, Registered] = {}
    twice = [each for each in named if first.setdefault(each.slack_team, each) is not each]
    return [f"{each.path}: school.slack_team: another school has this workspace too. Wanted its own." for each in twice]


def _unproven(settings: Settings) -> list[str]:
    held: Mapping[str, str] = settings.slack
    if held.get("SLACK_SIGNING_SECRET") or held.get("SLACK_APP_TOKEN"):
        return []
    return [
        "SLACK_SIGNING_SECRET: missing, and SLACK_APP_TOKEN too. Wanted one of them, from your app at api.slack.com."
    ]
