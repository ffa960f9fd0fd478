"""What we promise and what we cannot: the notice before a report, and "who can see this?"."""

from __future__ import annotations

from bot.card import Card, Quote, Say
from bot.setting import Setting

WAITING = "You have a private item in Candour. Please open it when you're alone."
"""Every notification, the same bytes whatever the kind, the school or the urgency."""

SHORT = (
    "This goes to the people you will see by name before you send it, and not to anyone it is about.",
    "I can't promise that everything stays private: if someone is at risk, or the law asks for it, it may be shared "
    "with those who need to know.",
    "Nothing is sent until you choose Send.",
)
LONG = (
    "Your words are locked, and the key is not in the database. Someone with only the database can't read them.",
    "Whoever runs the server itself could read new reports. Your school decides who that is.",
    "In a small school people may guess who wrote something. I can't prevent that.",
    "Without your private code, not even your own account can open your report again. If you lose it, I can't find it.",
    "On a school device or network, the school may record your screen or your traffic. Your own phone avoids that.",
)


def notice(setting: Setting) -> tuple[Say, ...]:
    return (*map(Say, SHORT), Say(setting.could_see))


def threats(setting: Setting, monitoring: tuple[Quote, ...] = ()) -> tuple[Say | Quote, ...]:
    """With the school's own clause on monitoring, where it has one."""
    kept = f"Once it is closed, a report is destroyed after {setting.keeps_days} days at the latest."
    return (*map(Say, LONG), Say(kept), *monitoring)


def who_can_see(setting: Setting) -> Card:
    return Card("Who can see this?", (*notice(setting), *threats(setting)))
