"""The recipient's side: what waits for them, read alone, and acknowledged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot import telling
from bot.asking import Replies, Reply
from bot.card import Button, Card, Facts, Part, Say
from bot.setting import Setting
from bot.times import moment
from reports.case import Case, Filed
from reports.desk import ACCOUNT, Desk
from reports.people import PersonId, School
from reports.report import CaseId

LIST = Button("Back to the list", "inbox")
NOT_HERE = Card("No longer available", (Say("This item has moved on, or was never here."),), buttons=(LIST,))
"""The same words for someone who may not see it, for what has moved on, and for what never was."""
ALONE = "You're about to read a confidential report. Are you alone, and not sharing your screen?"
FROM_NOBODY = "Someone who works here. They asked for their name to be kept from you: please don't try to find out."
ONLY_A_COPY = "This copy is for your part only. The words of the report are not in it."
CARE = "Please keep no private copy of this. Opening it is not enough: acknowledging says that you will deal with it."


@dataclass(frozen=True)
class Receiving:
    school: School
    setting: Setting
    desk: Desk

    def waiting(self, who: PersonId) -> Replies:
        cases = self.desk.waiting_for(who)
        if not cases:
            return (Reply(Card("Your private items", (Say("Nothing is waiting for you."),)), True),)
        rows = tuple((f"Item {n}", self._state(case, who)) for n, case in enumerate(cases, 1))
        buttons = tuple(Button(f"Open item {n}", f"gate:{case.id}") for n, case in enumerate(cases, 1))
        return (Reply(Card("Your private items", (Facts(rows),), buttons=buttons), True),)

    def gate(self, id: CaseId, who: PersonId) -> Replies:
        if id not in {case.id for case in self.desk.waiting_for(who)}:
            return (Reply(NOT_HERE),)
        return (Reply(Card("Before you read", (Say(ALONE),), buttons=(Button("Open", f"open:{id}"), LIST))),)

    def open(self, id: CaseId, who: PersonId, now: datetime) -> Replies:
        opened = self.desk.open(id, who, now)
        if opened is None or opened[0].filed is None:
            return (Reply(NOT_HERE),)
        case, words = opened
        return (Reply(self._case(case, opened[0].filed, words, who), True),)

    def acknowledge(self, id: CaseId, who: PersonId, now: datetime) -> Replies:
        case = self.desk.acknowledge(id, who, now)
        if case is None or not case.acknowledged:
            return (Reply(NOT_HERE),)
        says = "The person who reported it can see that you have it, and it won't move on to anyone else."
        by_you = Say(says if case.acknowledged.by == who else "Someone else has already acknowledged this.")
        return (Reply(Card("Acknowledged", (by_you,), buttons=(LIST,))),)

    def _case(self, case: Case, filed: Filed, words: Mapping[str, str], who: PersonId) -> Card:
        account = words.get(ACCOUNT)
        added = tuple((telling.WORD_LABELS[name], text) for name, text in words.items() if name in telling.WORD_LABELS)
        parts: tuple[Part, ...] = (Facts((*self._facts(case, filed, account is not None), *added)),)
        parts += (Say(account), Say(CARE)) if account is not None else (Say(ONLY_A_COPY),)
        able = who in case.answerable and not case.acknowledged
        return Card(
            "A private report", parts, buttons=((Button("Acknowledge", f"ack:{case.id}"), LIST) if able else (LIST,))
        )

    def _facts(self, case: Case, filed: Filed, whole: bool) -> tuple[tuple[str, str], ...]:
        concern = filed.report.concern
        rows = [
            ("Reference", case.id),
            ("Sent", moment(filed.report.at, self.setting.zone)),
            ("What kind", telling.KIND_LABELS[concern.kind]),
        ]
        if whole:
            rows.append(("Who it is about", telling.about(concern.subjects, self.school)))
        if filed.report.anonymous:
            rows.append(("From", FROM_NOBODY))
        elif whole or concern.tell_manager:  # a note to the team that blocks sites names nobody
            rows.append(("From", telling.name(concern.reporter, self.school)))
        if case.acknowledged:
            rows.append(("Acknowledged by", telling.name(case.acknowledged.by, self.school)))
        return tuple(rows)

    def _state(self, case: Case, who: PersonId) -> str:
        came = moment(dict(case.delivered)[who], self.setting.zone)
        state = "acknowledged" if case.acknowledged else "opened" if who in dict(case.opened) else "not opened yet"
        return f"came {came}; {state}"
