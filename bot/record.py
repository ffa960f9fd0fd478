"""What people are shown of the record of who did what: a mark to keep, and that somebody has changed it."""

from __future__ import annotations

from dataclasses import replace

from bot.card import Card, Facts, Say
from bot.sight import Parts
from reports.audit import CANDOUR, watchers
from reports.desk import Desk
from reports.people import PersonId

LABEL = "Mark in the record"
TODAY = "The mark of the record of who did what is {mark} today. Note it now and then: it proves what was there."
CHANGED = (
    "The record of who did what here was changed, at entry {number}. Please tell whoever runs Candour now, and the "
    "other person who sees this: {others}."
)


def marked(card: Card, mark: str) -> Card:
    """With the mark of what its reader has just done."""
    return replace(card, parts=(*card.parts, Facts(((LABEL, mark),)))) if mark else card


def standing(desk: Desk, who: PersonId) -> Parts:
    """For the two who watch over it: the mark of the day, which is a new one whether or not anything was done."""
    watching = watchers(desk.school)
    if who not in watching:
        return ()
    if flaw := desk.cases.flaw_in_audit():
        names = [person.name for person in desk.school.people if person.id in watching - {who}]
        return (Say(CHANGED.format(number=flaw.number, others=", ".join(names) or "nobody else")),)
    mark = desk.cases.mark_in_audit(CANDOUR, "")
    return (Say(TODAY.format(mark=mark)),) if mark else ()
