"""What is shown above a question or after an answer, made from the answers, the school and the route."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot import guidance, notices, telling
from bot.card import Facts, Part, Say, Secret
from bot.flow import Answers
from bot.report_form import ANONYMOUS
from bot.setting import Setting
from bot.times import deadline, moment
from reports.case import Case
from reports.deadlines import acknowledge_by
from reports.people import PersonId, School
from reports.report import Kind
from reports.route import PRACTICES, Hop, Route, urgent

Parts = tuple[Part, ...]


@dataclass(frozen=True)
class Sight:
    """All that a panel may look at."""

    school: School
    setting: Setting
    answers: Answers
    now: datetime
    route: Route | None = None  # once it is known what the report is about
    case: Case | None = None  # once it is filed
    code: str = ""


def route(sight: Sight) -> Parts:
    """Who will get it, and who next. What cannot be received in school says so before a word is written."""
    if not sight.route:
        return ()
    if not sight.route.hops:
        return outside_only(sight)
    first, *later = sight.route.hops
    says = [Say(f"This will go to {_people(first, sight)}. It won't go to anyone it is about.")]
    if later:
        says.append(Say(f"If nobody acknowledges it by {_due(sight)}, it goes next to {_people(later[0], sight)}."))
    if sight.route.copies:
        says.append(Say(f"{telling.people(sight.route.copies, sight.school)} will also get a copy."))
    if body := guidance.outside_line(sight.school, sight.route.outside):
        says.append(Say(f"Outside school, you can always call {body}."))
    return (*says, Say(because(first)))


def outside_only(sight: Sight) -> Parts:
    body = guidance.outside_line(sight.school, sight.route.outside) if sight.route else ""
    return (
        Say("Nobody inside school can receive this fairly, so I can't send it."),
        Say(f"Please contact {body or 'the local authority'}. Type stop to end here: I'll keep nothing of this."),
    )


def because(hop: Hop) -> str:
    if hop.because.citation:
        return f"Your policy says so: {hop.because.citation}."
    return f"Your policy doesn't say who; schools normally do this: {PRACTICES[hop.because.practice]}"


def why(sight: Sight) -> Parts:
    hops = sight.route.hops if sight.route else ()
    return tuple(Say(f"{_people(hop, sight)}: {because(hop)}") for hop in hops)


def naming(_: Sight) -> Parts:
    return (
        Say(
            "With your name, they can talk to you and look after you. Without it, they see only what you write; "
            "in a small school people may still guess."
        ),
    )


def happened(sight: Sight) -> Parts:
    if sight.answers.get("kind") == (Kind.INDECENT_IMAGE,):
        return (Say("Don't describe the picture. Say how you came to know, and on which device or service it is."),)
    says = (
        Say("Say what you saw or heard, with the exact words if you remember them. It's fine not to know everything."),
    )
    if sight.answers.get("about") == ("pupil",):
        return (*says, Say("Initials or a class are enough for a pupil."))
    return says


def review(sight: Sight) -> Parts:
    answers, school = sight.answers, sight.school
    if not sight.route:
        return ()
    subjects = telling.concern(answers, PersonId("")).subjects
    name = "Kept from the people who read it" if answers["naming"] == (ANONYMOUS,) else "Shown to them"
    goes = " , then ".join(_people(hop, sight) for hop in sight.route.hops).replace(" ,", ",")
    return (
        Facts(
            (
                ("What kind", telling.KIND_LABELS[answers["kind"][0]]),
                ("Who it is about", telling.about(subjects, school)),
                ("Where it goes", goes),
                ("Your name", name),
                ("What happened", answers["happened"][0]),
            )
        ),
    )


def receipt(sight: Sight) -> Parts:
    """Shown once the case is kept, and never again after the code is confirmed."""
    if not sight.case or not sight.case.filed:
        return ()
    filed = sight.case.filed
    first = filed.route.hops[0]
    return (
        Say("Sent. Thank you for telling us."),
        Secret("Your private code", " ".join(sight.code[i : i + 4] for i in range(0, len(sight.code), 4))),
        Say("Write it down: I can't show it again. It opens your report's progress, and nothing else does."),
        Facts(
            (
                ("Reference", sight.case.id),
                ("Sent", moment(filed.report.at, sight.setting.zone)),
                ("Goes to", telling.people(first.people, sight.school)),
                (
                    "Acknowledge by",
                    deadline(acknowledge_by(filed.report.at, 0, filed.urgent, sight.school), sight.setting.zone),
                ),
                ("Outside school", filed.outside),
            )
        ),
    )


def _people(hop: Hop, sight: Sight) -> str:
    return telling.people(hop.people, sight.school)


def _due(sight: Sight) -> str:
    rush = urgent(telling.concern(sight.answers, PersonId("")).kind, sight.school)
    return deadline(acknowledge_by(sight.now, 0, rush, sight.school), sight.setting.zone)


PANELS: Mapping[str, Callable[[Sight], Parts]] = {
    "danger": lambda sight: guidance.danger_parts(sight.school),
    "image": lambda sight: guidance.image_parts(sight.school),
    "child": lambda sight: guidance.child_parts(sight.school),
    "threat": lambda sight: guidance.threat_parts(sight.school),
    "contact": lambda _: (Say("Please don't reply or accept. Keep what you have as it is."),),
    "site": lambda _: (Say("Thank you for saying so. Please leave the site now if it is still open."),),
    "call": lambda sight: guidance.someone_to_call(sight.school),
    "notice": lambda sight: notices.notice(sight.setting),
    "threats": lambda sight: notices.threats(sight.setting),
    "route": route,
    "why": why,
    "naming": naming,
    "happened": happened,
    "review": review,
    "receipt": receipt,
}
