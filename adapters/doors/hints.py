"""What stands in a form for someone who fills it in, where others would type a command or several answers."""

from __future__ import annotations

from collections.abc import Mapping

from bot.card import Button

MORE_ROOM, PAGE = "box", "page"  # buttons that turn a form, and are no answer to it
COMMANDS: Mapping[str, Button] = {
    "back": Button("Back", "back"),
    "stop": Button("Stop and delete", "stop"),
    "hide": Button("Hide", "hide"),
    "help": Button("Help", "help"),
}
IN_DANGER = Button("Someone is in danger", "danger")
SEVERAL = "You can choose more than one."
HOW: Mapping[str, str] = {  # in place of how to type an answer
    "You can choose more than one, like 1, 3.": SEVERAL,
    "Type a name, or several with commas between them.": f"Type part of a name to find it. {SEVERAL}",
}
