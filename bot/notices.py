"""What we promise and what we cannot: the notice before a report, and "who can see this?"."""

from __future__ import annotations

from bot.card import Card, Quote, Say
from bot.setting import Setting
from bot.telling import people
from reports.people import PersonId, School
from reports.report import Concern, Kind, Role
from reports.route import choose

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


def threats(setting: Setting, school: School, monitoring: tuple[Quote, ...] = ()) -> tuple[Say | Quote, ...]:
    """Made from the school's own posts, times and retention; with its own clause on monitoring, where it has one."""
    kept = f"Once it is closed, a report is destroyed after {setting.keeps_days} days at the latest."
    return (*map(Say, (*receivers(school), *LONG, kept)), *monitoring)


def receivers(school: School) -> tuple[str, ...]:
    """Who gets a report as things stand today, and how long they have."""
    days, minutes = school.standard_working_days, school.urgent_minutes
    return (
        f"Most reports go to {_first(school, Role.COLLEAGUE)}. About the headteacher, they go to "
        f"{_first(school, Role.HEAD)}.",
        f"They have {days} working {'day' if days == 1 else 'days'} to answer, or {minutes} minutes if it is urgent. "
        "Then it moves on; in the holidays, after 3 days.",
    )


def _first(school: School, about: Role) -> str:
    route = choose(Concern(Kind.POLICY_BREACH, frozenset({about.value}), PersonId("")), school)
    return people(route.hops[0].people, school) if route.hops else "nobody in school: I say whom to call instead"


def who_can_see(setting: Setting, school: School) -> Card:
    return Card("Who can see this?", (*notice(setting), *threats(setting, school)))
