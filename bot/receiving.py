"""The recipient's side: what waits for them, read alone, acknowledged, or passed on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot import care, case_card, handover, record, telling
from bot.asking import Replies, Reply
from bot.card import Button, Card, Facts, Say
from bot.case_card import LIST
from bot.setting import Setting
from bot.sight import Parts
from bot.times import moment
from reports.case import Case
from reports.desk import Desk
from reports.people import PersonId, School
from reports.report import PERSON, CaseId, Role

NOT_HERE = Card("No longer available", (Say("This item has moved on, or was never here."),), buttons=(LIST,))
"""The same words for someone who may not see it, for what has moved on, and for what never was."""
ALONE = "You're about to read a confidential report. Are you alone, and not sharing your screen?"
SEALED = (
    "Something that was sent to you can't be opened, because its key is missing or damaged. "
    "Please tell whoever runs Candour for your school."
)
CONFLICT = "If you are one of them, or close to someone involved, pass it on. You don't have to say more."
PASSING = "It goes to the next person at once, and you won't see it again. The person who reported it isn't told why."
DATA = Button("Someone asks to see their data", "draft")
PASSED_ON = Card("Passed on", (Say("Thank you. It has gone to the next person."),), buttons=(LIST,))
NO_ADULT = "No adult here is named"
CHILDREN = frozenset({Role.PUPIL})


@dataclass(frozen=True)
class Receiving:
    school: School
    setting: Setting
    desk: Desk

    def waiting(self, who: PersonId) -> Replies:
        cases, sealed = self.desk.waiting_for(who), self.desk.sealed_for(who)
        says = (Say(SEALED),) if sealed else ()
        if not cases:
            nothing = says or (Say("Nothing is waiting for you."),)
            return (Reply(Card("Your private items", (*nothing, *self._news(who))), True),)
        rows = tuple((f"Item {n}", self._state(case, who)) for n, case in enumerate(cases, 1))
        buttons = tuple(Button(f"Open item {n}", f"gate:{case.id}") for n, case in enumerate(cases, 1))
        parts = (Facts(rows), *says, *self._news(who))
        return (Reply(Card("Your private items", parts, buttons=(*buttons, DATA)), True),)

    def _news(self, who: PersonId) -> Parts:
        return (*handover.news(self.desk, who, self.setting.zone), *record.standing(self.desk, who))

    def gate(self, id: CaseId, who: PersonId) -> Replies:
        case = self.desk.seen(id, who)
        if case is None:
            return (Reply(NOT_HERE),)
        conflict = () if case.over else (Button("I may have a conflict", f"conflict:{id}"),)
        return (Reply(Card("Before you read", (Say(ALONE),), buttons=(Button("Open", f"open:{id}"), *conflict, LIST))),)

    def open(self, id: CaseId, who: PersonId, now: datetime) -> Replies:
        opened = self.desk.open(id, who, now)
        if opened is None or opened[0].filed is None:
            return (Reply(NOT_HERE),)
        case, words = opened
        shown = case_card.card(case, opened[0].filed, words, who, self.school, self.setting)
        return (Reply(record.marked(shown, self.desk.cases.mark_in_audit(who, id)), True),)

    def acknowledge(self, id: CaseId, who: PersonId, now: datetime) -> Replies:
        case = self.desk.acknowledge(id, who, now)
        if case is None or not case.acknowledged:
            return (Reply(NOT_HERE),)
        if case.acknowledged.by != who:
            return (
                Reply(Card("Acknowledged", (Say("Someone else has already acknowledged this."),), buttons=(LIST,))),
            )
        says = Say("The person who reported it can see that you have it, and it won't move on to anyone else.")
        buttons = (Button("Open it again", f"open:{id}"), LIST)
        return (Reply(Card("Acknowledged", (says, *care.after_acknowledging(case, self.setting)), buttons=buttons)),)

    def conflict(self, id: CaseId, who: PersonId) -> Replies:
        """Only the kind, and the posts of the adults it is about: enough to know, and too little to warn anyone."""
        case = self.desk.seen(id, who)
        if case is None or case.over or case.concern is None:
            return (Reply(NOT_HERE),)
        rows = (("What kind", telling.KIND_LABELS[case.concern.kind]), ("Which adults", self._adults(case)))
        buttons = (Button("Pass on", f"pass:{id}", grave=True), Button("Not me: go back", f"gate:{id}"), LIST)
        return (Reply(Card("A conflict", (Facts(rows), Say(CONFLICT), Say(PASSING)), buttons=buttons), True),)

    def pass_on(self, id: CaseId, who: PersonId, now: datetime) -> Replies:
        return (Reply(PASSED_ON if self.desk.recuse(id, who, now) else NOT_HERE, True),)

    def _adults(self, case: Case) -> str:
        """By post or as they were chosen, never by name."""
        subjects = case.concern.subjects if case.concern else frozenset()
        said = [telling.ROLE_LABELS[role] for role in Role if role in subjects and role not in CHILDREN]
        named = (self.school.person(s.removeprefix(PERSON)) for s in sorted(subjects) if s.startswith(PERSON))
        said += [telling.post(person) or telling.ROLE_LABELS[Role.COLLEAGUE] for person in named if person]
        return "; ".join(dict.fromkeys(said)) or NO_ADULT

    def _state(self, case: Case, who: PersonId) -> str:
        came = moment(dict(case.delivered)[who], self.setting.zone)
        if case.closed:
            return f"came {came}; closed"
        state = "acknowledged" if case.acknowledged else "opened" if who in dict(case.opened) else "not opened yet"
        return f"came {came}; {state}"
