"""What has become of a report, shown to whoever holds its private code."""

from __future__ import annotations

from bot import telling
from bot.card import Card, Facts, Say
from bot.setting import Setting
from bot.times import moment
from reports.case import Case
from reports.people import School

NOT_FOUND = Card("No report found", (Say("I found no report with that code. Check it and type status to try again."),))
"""The same for a code that is wrong and for one that never was."""
NEXT = "If nobody acknowledges it in time, it moves on by itself to the next person."
RAN_OUT = "Nobody in school has acknowledged it. Please contact the outside body named here: they can act."


def card(case: Case | None, school: School, setting: Setting) -> Card:
    if case is None or case.filed is None:
        return NOT_FOUND
    filed, zone = case.filed, setting.zone
    rows = [("Reference", case.id), ("Sent", moment(filed.report.at, zone))]
    rows += [("Delivered", f"to {telling.name(to, school)}, {moment(at, zone)}") for to, at in case.delivered]
    rows += [("Opened", f"by {telling.name(by, school)}, {moment(at, zone)}") for by, at in case.opened]
    if case.acknowledged:
        done = case.acknowledged
        rows.append(("Acknowledged", f"by {telling.name(done.by, school)}, {moment(done.at, zone)}"))
    elif case.here and not case.delivered:
        rows.append(("Not delivered yet", f"waiting to reach {telling.people(case.here.people, school)}"))
    rows.append(("Outside school", filed.outside))
    says = () if case.acknowledged else (Say(RAN_OUT if case.exhausted else NEXT),)
    return Card("Your report", (Facts(tuple(rows)), *says))
