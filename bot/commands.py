"""The words that mean the same at every step, whatever is being asked."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bot.plain import one_line


class Command(StrEnum):
    DANGER = "danger"
    STOP = "stop"
    HIDE = "hide"
    BACK = "back"
    HELP = "help"
    SEEN = "seen"
    REPORT = "report"
    STATUS = "status"
    INBOX = "inbox"
    POLICIES = "policies"


SPELLINGS: Mapping[Command, tuple[str, ...]] = {
    Command.DANGER: (
        "999",
        "112",
        "danger",
        "in danger",
        "emergency",
        "its an emergency",
        "it's an emergency",
        "call 999",
        "call the police",
        "help emergency",
    ),
    Command.STOP: ("stop", "cancel", "delete"),
    Command.HIDE: ("hide",),
    Command.BACK: ("back", "go back"),
    Command.HELP: ("help", "?"),
    Command.SEEN: ("who sees this", "who can see this", "who sees it", "who can see it"),
    Command.REPORT: (
        "report",
        "/report",
        "make a report",
        "report something",
        "report privately",
        "report something privately",
    ),
    Command.STATUS: ("status", "my report", "progress"),
    Command.INBOX: ("inbox", "my items", "private items"),
    Command.POLICIES: ("policies", "list policies", "which policies"),
}
COMMAND_OF = {spelling: command for command, spellings in SPELLINGS.items() for spelling in spellings}


def command(text: str) -> Command | None:
    return COMMAND_OF.get(one_line(text).casefold().strip(" .!?").replace("’", "'")) or COMMAND_OF.get(text.strip())
