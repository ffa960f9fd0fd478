"""Says who will get a report, who next, why, and what to do where nobody inside school can."""

from __future__ import annotations

from bot import guidance, telling
from bot.card import Say
from bot.sight import Parts, Sight
from bot.times import deadline, quarter
from reports.deadlines import acknowledge_by
from reports.people import PersonId
from reports.report import PERSON
from reports.route import PRACTICES, Hop, rushed


def route(sight: Sight) -> Parts:
    """Who will get it, and who next. What cannot be received in school says so before a word is written."""
    if not sight.route:
        return ()
    if not sight.route.hops:
        return outside_only(sight)
    first, *later = sight.route.hops
    says = [Say(f"This will go to {people(first, sight)}. It won't go to {_not_to(sight)}.")]
    if later:
        says.append(Say(f"If nobody acknowledges it by {_due(sight)}, it goes next to {people(later[0], sight)}."))
    if sight.route.copies:
        says.append(Say(f"A copy also goes to {telling.people(sight.route.copies, sight.school)}."))
    if body := guidance.outside_line(sight.school, sight.route.outside):
        says.append(Say(f"Outside school, you can always call {body}."))
    return (*says, Say(because(first)))


def rerouted(sight: Sight) -> Parts:
    return (Say("Because of what you added, it will go to other people than I said."), *route(sight))


def outside_only(sight: Sight) -> Parts:
    body = guidance.outside_line(sight.school, sight.route.outside) if sight.route else ""
    return (
        Say("Nobody inside school can receive this fairly, so I can't send it."),
        Say(
            f"Please contact {body or 'the local authority'}. You can write it down to take with you: I won't keep it."
        ),
    )


def because(hop: Hop) -> str:
    if hop.because.citation:
        return f"Your policy says so: {hop.because.citation}."
    return f"Your policy doesn't say who; schools normally do this: {PRACTICES[hop.because.practice]}"


def why(sight: Sight) -> Parts:
    hops = sight.route.hops if sight.route else ()
    return tuple(Say(f"{people(hop, sight)}: {because(hop)}") for hop in hops)


def people(hop: Hop, sight: Sight) -> str:
    return telling.people(hop.people, sight.school)


def _not_to(sight: Sight) -> str:
    """Whom it is about or perhaps about, by name where they were named; never a list of who else is barred."""
    subjects = telling.concern(sight.answers, sight.reporter).subjects
    about = [PersonId(s.removeprefix(PERSON)) for s in subjects if s.startswith(PERSON)]
    perhaps = telling.perhaps_meant(sight.answers)
    named = telling.joined(sorted(telling.name(id, sight.school) for id in (*about, *perhaps)), "or")
    return named if about else f"anyone it is about, nor to {named}" if perhaps else "anyone it is about"


def _due(sight: Sight) -> str:
    rush = rushed(telling.concern(sight.answers, sight.reporter), sight.school)
    sent = sight.now if rush else quarter(sight.now)  # the time that would be kept of it
    return deadline(acknowledge_by(sent, 0, rush, sight.school), sight.setting.zone)
