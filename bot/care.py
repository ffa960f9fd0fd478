"""What whoever has a report should do and leave alone, by its kind and by the body outside that may have to hear."""

from __future__ import annotations

from collections.abc import Mapping

from bot import guidance
from bot.card import Say
from bot.setting import Setting
from reports.case import Case
from reports.people import School
from reports.report import Kind
from reports.route import Body

# Keeping Children Safe in Education, part four; Working Together to Safeguard Children; UKCIS, Sharing nudes (2024).
BY_KIND: Mapping[Kind, tuple[str, ...]] = {
    Kind.INDECENT_IMAGE: ("Don't look at the image, and don't copy or send it. Have the device kept safe and off.",),
    Kind.THREAT: ("Think about calling the police: 999 now if it could be carried out, and 101 if not.",),
    Kind.HARMFUL_CONTENT: ("If it may be a crime, call the police on 101 before you do anything else.",),
    Kind.HARASSMENT: ("If it may be a crime, the police can help: 101.",),
    Kind.CHILD_SAFEGUARDING: ("Don't question the child about what happened. Leave that to those who are trained.",),
    Kind.PUPIL_CONTACT_COLLEAGUE: ("Don't speak to the adult or the child about it before you have had advice.",),
}
BY_BODY: Mapping[Body, str] = {
    Body.LADO: "Call {line} within one working day. Don't look into it yourself before they have advised you.",
    Body.CSC: "If a child may be at risk of harm, call {line} today.",
}
ALWAYS = (
    "Make sure that nobody is treated worse for raising this.",
    "Please keep no private copy of this. Opening it is not enough: acknowledging says that you will deal with it.",
)
ADULTS_WITH_CHILDREN = "the local authority's designated officer"
SOCIAL_CARE = "children's social care"
UNLISTED: Mapping[Body, str] = {Body.LADO: ADULTS_WITH_CHILDREN, Body.CSC: SOCIAL_CARE}


def parts(case: Case, school: School) -> tuple[Say, ...]:
    if not case.filed or not case.concern:
        return ()
    body = case.filed.route.outside
    line = guidance.outside_line(school, body) or UNLISTED.get(body, "")
    outside = (BY_BODY[body].format(line=line),) if body in BY_BODY else ()
    return tuple(map(Say, (*outside, *BY_KIND.get(case.concern.kind, ()), *ALWAYS)))


def after_acknowledging(case: Case, setting: Setting) -> tuple[Say, ...]:
    child = bool(case.filed and case.filed.route.outside in (Body.LADO, Body.CSC))
    where = "the child's safeguarding file" if child else "the file that your school keeps for this"
    return (
        Say(f"Please copy what matters to {where} today. I only carry reports: I am not the school's record."),
        Say(f"I erase this {setting.keeps_days} days after it is closed, at the latest."),
    )
