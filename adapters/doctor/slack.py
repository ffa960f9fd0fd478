"""Checks Slack: whether it knows our tokens, whether they may do what they must, and whether the socket opens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from adapters.assembly import House
from adapters.doctor.findings import Finding, must, well, worth
from adapters.schoolfile import Registered

if TYPE_CHECKING:
    from slack_sdk import WebClient

WAIT = 5  # seconds for one call
CHECK = "slack"


def slack(house: House, registered: Registered) -> Iterator[Finding]:
    """Nothing where the school is not on Slack, or where the settings alone say what is missing."""
    if not (registered.slack_team and house.settings.slack):
        return
    from adapters.slack.tokens import token

    if held := token(house, registered):
        yield from _tested(house, registered, held)
    if app_token := house.settings.slack.get("SLACK_APP_TOKEN"):
        yield from _socket(house, app_token)


def _tested(house: House, registered: Registered, token: str) -> Iterator[Finding]:
    from slack_sdk.errors import SlackApiError

    from adapters.slack.manifest import SCOPES

    try:
        answer = _client(house, token).auth_test()
    except SlackApiError as fault:
        yield must(CHECK, f"Slack refuses the bot's token: {fault.response.get('error')}. Install the app again.")
        return
    except OSError:
        yield worth(CHECK, "Slack can't be reached from here, so the bot's token was not tried.")
        return
    if answer.get("team_id") != registered.slack_team:
        yield must(CHECK, f"The bot's token is for the workspace {answer.get('team_id')}, not {registered.slack_team}.")
    held = {name.lower(): value for name, value in answer.headers.items()}.get("x-oauth-scopes", "")
    lacking = sorted(set(SCOPES) - {scope.strip() for scope in str(held).split(",")})
    if lacking:
        yield must(CHECK, f"The app lacks scopes: {', '.join(lacking)}. Paste the manifest and install it again.")
    else:
        yield well(CHECK, "Slack knows the bot's token, and it may do what it must.")


def _socket(house: House, token: str) -> Iterator[Finding]:
    from slack_sdk.errors import SlackApiError

    try:
        _client(house, token).apps_connections_open(app_token=token)
    except SlackApiError as fault:
        yield must(CHECK, f"Slack refuses SLACK_APP_TOKEN: {fault.response.get('error')}. It needs connections:write.")
    except OSError:
        yield worth(CHECK, "Slack can't be reached from here, so the socket was not tried.")
    else:
        yield well(CHECK, "Slack opens a socket for us.")


def _client(house: House, token: str) -> WebClient:
    from slack_sdk import WebClient

    from adapters.slack.carrier import QUIET
    from adapters.slack.tokens import api

    return WebClient(token=token, base_url=api(house.settings), timeout=WAIT, retry_handlers=[], logger=QUIET)
