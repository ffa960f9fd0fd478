"""Tells a recipient on Slack that something waits: the neutral notice and one button, the same for everyone."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from adapters.slack import parts
from adapters.slack.text import escaped
from bot import notices
from bot.card import Button
from bot.openly import INBOX
from reports.desk import Unreachable
from reports.people import Person

NOBODY = frozenset(
    {
        "user_disabled",
        "user_not_found",
        "users_not_found",
        "user_not_visible",
        "channel_not_found",
        "cannot_dm_bot",
        "is_archived",
    }
)
"""What Slack says where no try will ever reach this person. Anything else is our trouble or Slack's, and passes."""
SLOW_DOWN = 429
WAIT = 10  # seconds for one call
MESSAGES = uuid.UUID("6f1d1b6e-7c52-4d0c-9a0e-5a1f6c3f2b11")  # the space in which our message ids are drawn
QUIET = logging.getLogger("candour.slack.calls")
OPEN = Button(INBOX.label, INBOX.action)


class Busy(Exception):
    """Slack has told us to slow down. It is tried again when that time is over."""


@dataclass
class SlackWay:
    """A way to reach a person. It runs in the worker's threads, so it waits for Slack itself."""

    token: str
    api: str
    now: Callable[[], float] = time.monotonic
    free: float = field(default=0.0)  # when Slack will listen again

    def reaches(self, person: Person) -> bool:
        return bool(person.slack)

    def notify(self, person: Person, message: str) -> None:
        """Raises Unreachable where no try will ever succeed; anything else may be tried again."""
        if self.now() < self.free:
            raise Busy(Busy.__doc__)
        client = WebClient(token=self.token, base_url=self.api, timeout=WAIT, logger=QUIET, retry_handlers=[])
        try:
            client.api_call("chat.postMessage", json=notice(person.slack, message))
        except SlackApiError as fault:
            self._heed(fault)

    def _heed(self, fault: SlackApiError) -> None:
        """Raises what it means for us."""
        if fault.response.get("error") in NOBODY:
            raise Unreachable from None
        if getattr(fault.response, "status_code", 0) == SLOW_DOWN:
            self.free = self.now() + _seconds(fault)
        raise fault


def notice(to: str, message: str) -> dict[str, object]:
    """The same bytes for everyone and every report, in the text and in the first block."""
    return {
        "channel": to,
        "text": escaped(notices.WAITING),
        "blocks": [parts.section(notices.WAITING), *parts.buttons((OPEN,))],
        "client_msg_id": str(uuid.uuid5(MESSAGES, message)),  # the same at every try
        "unfurl_links": False,
        "unfurl_media": False,
    }


def _seconds(fault: SlackApiError) -> float:
    after = fault.response.headers.get("Retry-After") or fault.response.headers.get("retry-after")
    said = after[0] if isinstance(after, list) else after
    return float(said) if said and str(said).isdigit() else 1.0
