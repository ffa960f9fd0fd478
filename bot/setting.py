"""What is true of the place where the bot is talking, for the honest notice and for times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, tzinfo


@dataclass(frozen=True)
class Setting:
    """Sentences the configuration makes true; nothing here is a promise that the code does not keep."""

    platform: str  # "this terminal", "Slack", "Teams"
    could_see: str  # who, besides the recipients, could see that someone used it, and what they typed
    keeps_days: int  # how long a closed report is kept, at the longest
    zone: tzinfo = UTC
    forms: bool = False  # it shows the questions of a section at once and returns them as Filled
