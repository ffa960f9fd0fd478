"""What is shown above a question or after an answer, made from the answers, the school and the route."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot import findings, guidance, notices, record, route_panels, telling
from bot.card import Facts, Say, Secret
from bot.codes import in_fours
from bot.report_choices import ANONYMOUS
from bot.sight import Parts, Sight
from bot.times import deadline, moment
from reports.deadlines import acknowledge_by
from reports.report import Kind

FOR_A_CHILD = frozenset({Kind.PUPIL_CONTACT_COLLEAGUE, Kind.CHILD_SAFEGUARDING, Kind.INDECENT_IMAGE})


def naming(sight: Sight) -> Parts:
    says = (
        Say(
            "With your name, they can talk to you and look after you. Without it, they see only what you write; "
            "in a small school people may still guess."
        ),
    )
    if telling.kind(sight.answers) in FOR_A_CHILD:
        return (*says, Say("For a child at risk, a name helps people act."))
    return says


def happened(sight: Sight) -> Parts:
    if telling.kind(sight.answers) is Kind.INDECENT_IMAGE:
        return (Say("Don't describe the picture. Say how you came to know, and on which device or service it is."),)
    says = (
        Say("Say what you saw or heard, with the exact words if you remember them. It's fine not to know everything."),
    )
    if sight.answers.get("about") == ("pupil",):
        return (*says, Say("Initials or a class are enough for a pupil."))
    return says


def identity(sight: Sight) -> Parts:
    shown = findings.shows_who(sight.answers["happened"][0], sight.school.person(sight.reporter))
    return (Say("This may show who you are: " + "; ".join(f"“{phrase}”" for phrase in shown) + "."),)


def review(sight: Sight) -> Parts:
    answers, school = sight.answers, sight.school
    if not sight.route:
        return ()
    subjects = telling.concern(answers, sight.reporter).subjects
    name = "Kept from the people who read it" if answers["naming"] == (ANONYMOUS,) else "Shown to them"
    goes = ", then ".join(route_panels.people(hop, sight) for hop in sight.route.hops)
    rows = [
        ("What kind", telling.KIND_LABELS[answers["kind"][0]]),
        ("Who it is about", telling.about(subjects, school)),
        ("Where it goes", goes),
    ]
    if sight.route.copies:
        rows.append(("A copy goes to", telling.people(sight.route.copies, school)))
    rows += [("Your name", name), ("What happened", answers["happened"][0])]
    rows += [(telling.WORD_LABELS[n], text) for n, text in telling.words(answers).items() if n in telling.WORD_LABELS]
    return (Facts(tuple(rows)),)


def receipt(sight: Sight) -> Parts:
    """Shown once the case is kept, and never again after the code is confirmed."""
    if not sight.case or not sight.case.filed:
        return ()
    filed, zone = sight.case.filed, sight.setting.zone
    first, *later = filed.route.hops
    report = filed.report
    by = acknowledge_by(report.at, 0, filed.urgent, sight.school, anonymous=report.anonymous)
    rows = [
        ("Reference", sight.case.id),
        ("Sent", moment(report.at, zone, filed.urgent)),
        ("Goes to", telling.people(first.people, sight.school)),
        ("Acknowledge by", deadline(by, zone)),
    ]
    if later:
        rows.append(("After that", telling.people(later[0].people, sight.school)))
    rows += [(record.LABEL, sight.mark)] if sight.mark else []
    return (
        Say("Sent. Thank you for telling us."),
        Secret("Your private code", in_fours(sight.code)),
        Say("Write it down: I can't show it again. It opens your report's progress, and nothing else does."),
        Facts((*rows, ("Outside school", filed.outside))),
    )


def _says(*lines: str) -> Callable[[Sight], Parts]:
    return lambda _: tuple(map(Say, lines))


PANELS: Mapping[str, Callable[[Sight], Parts]] = {
    "danger": lambda sight: guidance.danger_parts(sight.school, sight.barred),
    "image": lambda sight: (*guidance.image_parts(sight.school, sight.barred), *sight.cited("image")),
    "adult_image": _says(*guidance.ADULT_IMAGE),
    "child": lambda sight: guidance.child_parts(sight.school, sight.barred),
    "threat": lambda sight: (*guidance.threat_parts(sight.school), *sight.cited("threat")),
    "support": lambda sight: guidance.support_parts(sight.school),
    "support_lines": lambda sight: guidance.support_lines(sight.school),
    "contact": lambda sight: (
        Say("Please don't reply or accept. Keep what you have as it is."),
        *sight.cited("contact"),
    ),
    "replied": _says("That's all right to say. Write down when."),
    "family": _says("Some policies make an exception for family. Say so in your own words when I ask what happened."),
    "site": lambda sight: (
        Say("Thank you for saying so. Please leave the site now if it is still open."),
        *sight.cited("site"),
    ),
    "mistake": _says("Thank you for saying so. You have done nothing wrong by telling someone."),
    "call": lambda sight: guidance.someone_to_call(sight.school),
    "notice": lambda sight: notices.notice(sight.setting),
    "threats": lambda sight: notices.threats(sight.setting, sight.school, sight.cited("monitoring")),
    "evidence": lambda sight: sight.cited("keeping"),
    "keeping": _says(*guidance.KEEPING),
    "route": route_panels.route,
    "rerouted": route_panels.rerouted,
    "why": route_panels.why,
    "naming": naming,
    "happened": happened,
    "identity": identity,
    "review": review,
    "receipt": receipt,
}
