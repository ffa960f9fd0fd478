"""Puts a tip about policies in the place of what the bot said lately in a private chat, for whoever hides it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from slack_sdk.errors import SlackApiError

from adapters.slack.messages import messages
from adapters.slack.text import escaped
from adapters.slack.workspaces import Caller
from bot import cover
from bot.notices import WAITING

LATELY = timedelta(minutes=30)
MOST = 40  # messages that are looked at; Slack bears some fifty changes a minute
STAYS = escaped(WAITING)  # word that something waits is neutral already, and must not be lost


async def wipe(caller: Caller, now: datetime) -> None:
    """Asks Slack what stands there, so that any process can do it and none has to remember who talked when."""
    client = caller.workspace.client
    try:
        opened = await client.conversations_open(users=caller.user)
        channel = str((opened.get("channel") or {}).get("id"))
        oldest = str((now - LATELY).timestamp())
        found = await client.conversations_history(channel=channel, oldest=oldest, limit=MOST)
        (tip, *_) = messages(cover.tip(now.date()))
        for message in _ours(found.get("messages")):
            await client.chat_update(channel=channel, ts=message["ts"], text=tip.text, blocks=tip.blocks)
    except SlackApiError:  # the form is hidden all the same
        return


def _ours(said: Any) -> Iterator[Mapping[str, Any]]:
    """Slack lets a bot change its own messages and no others."""
    for message in said if isinstance(said, list) else ():
        if isinstance(message, Mapping) and message.get("bot_id") and message.get("text") != STAYS:
            yield message
