"""What Slack must know of the app: pasted once, at api.slack.com, when the app is made."""

from __future__ import annotations

from typing import Any

from adapters.slack.questions import PROMPTS

SCOPES = (
    "app_mentions:read",  # hear a question in a channel
    "assistant:write",  # offer a beginning to whoever opens the chat
    "chat:write",  # answer
    "commands",  # /policy and /report
    "im:history",  # hear a private message; find what we said there, to hide it
    "im:write",  # write to somebody first
    "users:read",  # tell staff from guests
)
EVENTS = ("app_home_opened", "app_mention", "message.im")
COMMANDS = (
    ("/policy", "Ask a question about a school policy", "May I post photos of a school trip?"),
    ("/report", "Tell the right person something in private", ""),
)
SHORTCUTS = (
    ("Report something", "global", "report_privately", "Opens the private form"),
    ("Report this message", "message", "report_message", "Opens the private form, with a link to the message"),
)
ABOUT = "Answers from the school's policies, word for word, and takes private reports to the right person."
COLOUR = "#1f3d5a"


def manifest(address: str = "") -> dict[str, Any]:
    """`address` is where Slack reaches us, ending in /slack/events; without one we open a socket to Slack."""
    return {
        "display_information": {"name": "Candour", "description": ABOUT, "background_color": COLOUR},
        "features": _features(address),
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": _at(address, "request_url") | {"bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True} | _at(address, "request_url"),
            "org_deploy_enabled": False,
            "socket_mode_enabled": not address,
            "token_rotation_enabled": False,
        },
    }


def _features(address: str) -> dict[str, Any]:
    return {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True, "messages_tab_read_only_enabled": False},
        "bot_user": {"display_name": "Candour", "always_online": True},
        "shortcuts": [
            {"name": name, "type": type, "callback_id": id, "description": description}
            for name, type, id, description in SHORTCUTS
        ],
        "slash_commands": [
            {"command": command, "description": description, "should_escape": False}
            | ({"usage_hint": hint} if hint else {})
            | _at(address, "url")
            for command, description, hint in COMMANDS
        ],
        "agent_view": {
            "agent_description": ABOUT,
            "suggested_prompts": [{"title": title, "message": message} for title, message in PROMPTS],
        },
    }


def _at(address: str, name: str) -> dict[str, Any]:
    return {name: address} if address else {}
