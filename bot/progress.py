"""What has become of a report, shown to whoever holds its private code, and what they may do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot import telling
from bot.card import Button, Card, Facts, Part, Say
from bot.new_code import ASK as NEW_CODE
from bot.setting import Setting
from bot.times import deadline, moment
from reports.case import Case, Filed
from reports.decisions import times_of
from reports.events import Added, Asked, Closed, Wished
from reports.people import School

NOT_FOUND = Card("No report found", (Say("I found no report with that code. Check it and type status to try again."),))
AT_A_DOOR = Card(
    NOT_FOUND.title,
    (
        *NOT_FOUND.parts,
        Say("After five tries I wait a minute before I look again, and a minute longer each time."),
    ),
)
"""The same for a code that is wrong, for one that never was, and for one whose report was withdrawn."""
NEXT = "If nobody acknowledges it in time, it moves on by itself to the next person."
RAN_OUT = "Nobody in school has acknowledged it. Please contact the outside body named here: they can act."
LATE = "The time to answer has passed. You can say that nobody has replied, or contact the outside body named here."
FREE = "You don't have to answer."
FAIRLY = "One last question. Were you treated fairly for raising this?"
FAIR = (
    Button("Yes", "fair:yes"),
    Button("No", "fair:no"),
    Button("I'd rather not say", "fair:unsaid"),
)
LEAVE = Button("Done", "done")


@dataclass(frozen=True)
class Offered:
    """What this reporter may do just now, besides reading."""

    late: bool = False
    may_sign: bool = False


def card(
    case: Case | None,
    school: School,
    setting: Setting,
    words: Mapping[str, str] | None = None,
    offered: Offered | None = None,
) -> Card:
    """Without `offered`, only to be read."""
    if case is None or case.filed is None:
        return NOT_FOUND
    parts: list[Part] = [Facts(_rows(case, case.filed, school, setting)), *_said(case, words or {}, school, setting)]
    if case.unanswered and not case.over:
        parts.append(Say(FREE))
    if offered and offered.late:
        parts.append(Say(LATE))
    elif not case.acknowledged and not case.over:
        parts.append(Say(RAN_OUT if case.exhausted else NEXT))
    if offered is None:
        return Card("Your report", tuple(parts))
    if case.closed and not case.treated:
        return Card("Your report", (*parts, Say(FAIRLY)), buttons=(*FAIR, LEAVE))
    return Card("Your report", tuple(parts), buttons=(*_buttons(case, offered), LEAVE))


def state(case: Case) -> str:
    """In the words of the reporter's own status, the furthest that it has come."""
    if case.closed:
        return "Closed"
    if any(isinstance(line, Asked) for line in case.unanswered):
        return "Being handled: there is a question for you"
    if case.acknowledged:
        return "Being handled"
    if case.exhausted:
        return "Nobody in school has acknowledged it"
    if case.opened:
        return "Opened"
    return "Delivered" if case.delivered else "Sent"


def _rows(case: Case, filed: Filed, school: School, setting: Setting) -> tuple[tuple[str, str], ...]:
    zone, exact = setting.zone, filed.urgent
    rows = [("Reference", case.id), ("State", state(case)), ("Sent", moment(filed.report.at, zone, exact))]
    rows += [("Delivered", f"to {telling.name(to, school)}, {moment(at, zone, exact)}") for to, at in case.delivered]
    rows += [("Opened", f"by {telling.name(by, school)}, {moment(at, zone, exact)}") for by, at in case.opened]
    if case.moved:
        rows.append(("Passed on", f"to the next person, {moment(case.moved, zone, exact)}"))
    if case.acknowledged:
        done = case.acknowledged
        rows.append(("Acknowledged", f"by {telling.name(done.by, school)}, {moment(done.at, zone, exact)}"))
    elif case.here and not case.over:
        if not case.waiting & case.reached:
            rows.append(("Not delivered yet", f"waiting to reach {telling.people(case.here.people, school)}"))
        if times := times_of(case, school):
            rows.append(("Acknowledge by", deadline(times.lapse, zone)))
    if case.closed:
        rows.append(("Closed", moment(case.closed.at, zone, exact)))
    rows.append(("Your name", "Kept from the people who read it" if case.anonymous else "Shown to them"))
    rows.append(("Outside school", filed.outside))
    return tuple(rows)


def _said(case: Case, words: Mapping[str, str], school: School, setting: Setting) -> list[Part]:
    """Questions, answers, additions and feedback, in their order; never what was noted for the file."""
    said: list[Part] = []
    for line in case.lines:
        label = _label(line, school)
        if isinstance(line, Wished):
            said.append(Say("You asked for it to stop. I passed that on."))
        elif label and line.words in words:
            said.append(Facts(((f"{label}, {moment(line.at, setting.zone, case.urgent)}", words[line.words]),)))
    return said


def _label(line: object, school: School) -> str:
    match line:
        case Asked(by=by):
            return f"Question from {telling.name(by, school)}"
        case Added(answers=answers):
            return "You answered" if answers else "You added"
        case Closed(told=told):
            return "Feedback" if told else "No feedback can be given because of this"
    return ""


def _buttons(case: Case, offered: Offered) -> tuple[Button, ...]:
    if case.over:
        return (NEW_CODE,)
    several = len(case.unanswered) > 1
    answers = tuple(
        Button(f"Answer question {n}" if several else "Answer the question", f"answer:{line.words}")
        for n, line in enumerate(case.unanswered, 1)
    )
    nobody = (Button("Nobody has replied", "nobody"),) if offered.late else ()
    sign = (Button("Put my name to it", "sign"),) if case.anonymous and offered.may_sign else ()
    wished = any(isinstance(line, Wished) for line in case.lines)
    stop = () if wished else (Button("Withdraw it", "withdraw"),)
    return (*answers, Button("Add something", "add"), *nobody, *sign, *stop, NEW_CODE)
