"""A question that the sample school answers, the clause that answers it, and where the answer is read."""

from __future__ import annotations

from typing import Any

from tests.slack.stage import Stage

FRIEND = "May I accept a friend request from a pupil?"
CLAUSE = "Staff must not accept a friend request from a former pupil who is under 18."
CHANNEL = "C01GEN"


def last(st: Stage, user: str) -> dict[str, Any]:
    found: dict[str, Any] = st.slack.visible(user)[-1]
    return found


def by_us(st: Stage, channel: str) -> list[dict[str, Any]]:
    """What we wrote that everyone in a channel can read."""
    return [m for m in st.slack.messages if m["channel"] == channel and m.get("bot_id") and not m.get("ephemeral_to")]
