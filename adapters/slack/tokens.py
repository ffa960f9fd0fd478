"""Which token speaks for a school's workspace, and where Slack is."""

from __future__ import annotations

from adapters.assembly import House
from adapters.faults import Faults
from adapters.schoolfile import Registered
from adapters.settings import Settings
from adapters.slack.carrier import SlackWay
from adapters.stores.migrations import NotLaid
from adapters.stores.rows import Unusable
from adapters.stores.workspaces import StoredWorkspaces
from adapters.vault import WrongKey

API = "https://slack.com/api/"
HOW = "Put it into .env, or keep it with: candour slack token"


def token(house: House, registered: Registered) -> str:
    """The workspace's own, from our table, or that of .env where there is only one; empty where there is neither."""
    try:
        kept = StoredWorkspaces(house.database, house.vault).token(registered.slack_team) if house.shelf else None
    except (Faults, WrongKey, Unusable, NotLaid):  # without a key, questions still work
        kept = None
    only = sum(bool(each.slack_team) for each in house.schools.values()) == 1
    return kept or (house.settings.slack.get("SLACK_BOT_TOKEN", "") if only else "")


def api(settings: Settings) -> str:
    """Slack's own address; another only in development, where tests have a Slack of their own."""
    return API if settings.production else settings.slack.get("SLACK_API_URL", API)


def way(house: House, registered: Registered) -> SlackWay:
    return SlackWay(token(house, registered), api(house.settings))
