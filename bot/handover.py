"""Tells the old and the new holders of a post that who receives reports is changing."""

from __future__ import annotations

from datetime import tzinfo

from bot import telling
from bot.card import Facts, Say
from bot.sight import Parts
from bot.times import moment
from reports.desk import Desk
from reports.handover import DUTY, HOLIDAY, SITE_COPY, Change
from reports.people import PersonId, Post, School

CHANGES = "The people who receive reports are changing. If you did not expect this, ask whoever runs Candour today."
OTHERS = {DUTY: "senior leader on duty", HOLIDAY: "holiday contact", SITE_COPY: "copies about sites"}


def news(desk: Desk, who: PersonId, zone: tzinfo) -> Parts:
    """What has been changed lately, for those who were told of it. It says nothing of any report."""
    rows = tuple((seat(change.seat), _says(change, desk.school, zone)) for change in desk.handovers(who))
    return (Say(CHANGES), Facts(rows)) if rows else ()


def seat(name: str) -> str:
    return OTHERS[name] if name in OTHERS else telling.POST_LABELS[Post(name)]


def _says(change: Change, school: School, zone: tzinfo) -> str:
    """ "Sam Safe from Tuesday 24 November at 15:45". In SITE_COPY a post stands for whoever holds it."""
    person = school.person(change.person)
    post = telling.POST_LABELS[Post(change.person)] if change.seat == SITE_COPY else ""
    name = post or (person.name if person else "someone who has left")
    return f"{name} {'from' if change.comes else 'until'} {moment(change.force, zone)}"
