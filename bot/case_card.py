"""Draws a case for whoever may read it: what it is, the reporter's words, what was said since, and what they may do."""

from __future__ import annotations

from collections.abc import Mapping

from bot import care, telling
from bot.card import Button, Card, Facts, Part, Say
from bot.setting import Setting
from bot.times import moment
from reports.access import is_note
from reports.case import Case, Filed
from reports.desk import ACCOUNT
from reports.events import Added, Asked, Closed, Line, Noted, Wished
from reports.people import PersonId, School

LIST = Button("Back to the list", "inbox")
FROM_NOBODY = "Someone who works here. They asked for their name to be kept from you: please don't try to find out."
ONLY_A_COPY = "This copy is for your part only. The words of the report are not in it."
THEIRS = Say("In their own words:")
OURS = Say("What we ask of you:")
WISHED = "The person who reported it would like it to stop. You may still have to act."
LABELS: Mapping[type, str] = {
    Asked: "Asked by {by}",
    Noted: "Done by {by}",
    Added: "Added by the reporter",
    Closed: "Closed by {by}",
}
VERBS = (
    ("Ask a question", "ask"),
    ("Write down what I did", "note"),
    ("Hand it over", "hand"),
)


def card(case: Case, filed: Filed, words: Mapping[str, str], who: PersonId, school: School, setting: Setting) -> Card:
    whole = not is_note(case, who, school)
    account = words.get(ACCOUNT)
    added = tuple((telling.WORD_LABELS[name], text) for name, text in words.items() if name in telling.WORD_LABELS)
    parts: tuple[Part, ...] = (Facts((*facts(case, filed, whole, school, setting), *added)),)
    theirs = (THEIRS, Say(account)) if account else ()
    parts += (*theirs, *_since(case, words, school, setting)) if whole else (Say(ONLY_A_COPY),)
    if whole and not case.over:
        parts += (OURS, *care.parts(case, school))
    return Card("A private report", parts, buttons=(*_buttons(case, who), LIST))


def facts(case: Case, filed: Filed, whole: bool, school: School, setting: Setting) -> tuple[tuple[str, str], ...]:
    concern = case.concern or filed.report.concern
    rows = [
        ("Reference", case.id),
        ("Sent", moment(filed.report.at, setting.zone, filed.urgent)),
        ("What kind", telling.KIND_LABELS[concern.kind]),
    ]
    if whole:
        rows.append(("Who it is about", telling.about(concern.subjects, school)))
    if case.anonymous:
        rows.append(("From", FROM_NOBODY))
    elif whole or concern.tell_manager:  # a note to the team that blocks sites names nobody
        rows.append(("From", telling.name(concern.reporter, school)))
    if case.acknowledged:
        rows.append(("Acknowledged by", telling.name(case.acknowledged.by, school)))
    return tuple(rows)


def line_label(line: Line, school: School) -> str:
    by = telling.name(line.by, school) if isinstance(line, Asked | Noted | Closed) else ""
    return LABELS[type(line)].format(by=by)


def _since(case: Case, words: Mapping[str, str], school: School, setting: Setting) -> tuple[Part, ...]:
    said: list[Part] = []
    for line in case.lines:
        if isinstance(line, Wished):
            said.append(Say(WISHED))
        elif line.words in words:
            label = f"{line_label(line, school)}, {moment(line.at, setting.zone, case.urgent)}"
            said.append(Facts(((label, words[line.words]),)))
    return tuple(said)


def _buttons(case: Case, who: PersonId) -> tuple[Button, ...]:
    """Those that do something for this person just now; who has only a copy may still have a conflict."""
    if case.over:
        return ()
    conflict = Button("I may have a conflict", f"conflict:{case.id}")
    if who not in case.in_charge:
        return (conflict,)
    verbs = tuple(Button(label, f"{verb}:{case.id}") for label, verb in VERBS)
    if case.acknowledged:
        return (*verbs, Button("Close it", f"close:{case.id}"), conflict)
    return (Button("Acknowledge", f"ack:{case.id}"), *verbs, conflict)
