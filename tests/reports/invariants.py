"""What must hold of every route, whatever the school, the report and the order of its answers (I1 and so on)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from reports.people import School
from reports.report import Concern
from tests.reports.staff import GOVERNING, Staff, about_the_head, barred_by_subjects, meant
from tests.reports.tables import Choose

BODIES = {"LA", "LADO", "CSC"}


@dataclass(frozen=True)
class Case:
    """One report in one school."""

    school: School
    staff: Staff
    concern: Concern

    def __str__(self) -> str:
        concern = self.concern
        told = {"witnesses": concern.witnesses, "affected": concern.affected, "declared": concern.declared}
        others = "".join(f", {role} {' '.join(sorted(people))}" for role, people in told.items() if people)
        about = " ".join(sorted(concern.subjects)) or "nobody"
        return f"{concern.kind} about {about}, from {concern.reporter}{others}, at {self.school.name} " + (
            f"(first {self.school.first_hop})"
        )

    @property
    def key(self) -> tuple[Staff, frozenset[str], str]:
        return self.staff, self.concern.subjects, self.concern.reporter


@dataclass(frozen=True)
class Told:
    """A route as the invariants look at it."""

    route: Any
    hops: list[str]
    everyone: list[str]
    excluded: frozenset[str]


def told(route: Any) -> Told:
    hops = [person for hop in route.hops for person in hop.people]
    return Told(route, hops, [*hops, *route.copies], frozenset(route.excluded))


def barred(case: Case) -> frozenset[str]:
    concern = case.concern
    return barred_by_subjects(*case.key) | concern.witnesses | concern.affected | concern.declared | {concern.reporter}


def told_though_barred(case: Case, told: Told) -> set[str]:
    return set(told.everyone) & barred(case)


def wrongly_barred_or_not(case: Case, told: Told) -> set[str]:
    return set(told.excluded ^ barred(case))


def told_though_not_here(case: Case, told: Told) -> set[str]:
    return set(told.everyone) - case.staff.active


def no_destination(_: Case, told: Told) -> set[str]:
    empty = {"an empty hop" for hop in told.route.hops if not hop.people}
    return empty if told.route.outside in BODIES else empty | {"no body outside the school"}


def told_though_under_a_subject(case: Case, told: Told) -> set[str]:
    subjects = meant(*case.key)
    return {person for person in told.everyone if case.staff.over[person] & subjects}


def told_twice(_: Case, told: Told) -> set[str]:
    return {person for person in told.everyone if told.everyone.count(person) > 1}


def not_independent_of_the_head(case: Case, told: Told) -> set[str]:
    if not about_the_head(*case.key):
        return set()
    posts, works_here = case.staff.posts, case.staff.works_here_and_governs
    return {person for person in told.hops if not posts[person] & GOVERNING or works_here(person)}


def without_a_reason(_: Case, told: Told) -> set[str]:
    return {
        f"hop {at}" for at, hop in enumerate(told.route.hops, 1) if not (hop.because.citation or hop.because.practice)
    }


def staff_governor_told_about_their_manager(case: Case, told: Told) -> set[str]:
    subjects = meant(*case.key)
    return {p for p in told.everyone if case.staff.works_here_and_governs(p) and case.staff.manager[p] in subjects}


Check = Callable[[Case, Told], set[str]]
OF_ONE_ROUTE: dict[str, Check] = {
    "I1: somebody who is barred is told": told_though_barred,
    "I1: the people who are barred are not the right ones": wrongly_barred_or_not,
    "I1: somebody who does not work here is told": told_though_not_here,
    "I2: a report has no destination": no_destination,
    "I3: somebody is told who works under a subject": told_though_under_a_subject,
    "I8: somebody is told twice": told_twice,
    "I11: a report about the headteacher goes to somebody who works there": not_independent_of_the_head,
    "I15: a hop has no citation and no practice": without_a_reason,
    "I16: a staff governor is told about their own manager": staff_governor_told_about_their_manager,
}


def broken(choose: Choose, case: Case, excluded: dict[frozenset[str], frozenset[str]]) -> Iterator[str]:
    """A sentence for each invariant that this case breaks.

    `excluded` remembers who was barred for other subjects of the same report, so that each is asked once.
    """
    route = choose(case.concern, case.school)
    seen = told(route)
    excluded[case.concern.subjects] = seen.excluded
    for sentence, check in OF_ONE_ROUTE.items():
        if people := check(case, seen):
            yield f"{sentence} ({', '.join(sorted(people))}): {case}."
    yield from broken_by_another_order(choose, case, route)
    yield from broken_by_more_subjects(choose, case, excluded)
    yield from broken_by_a_waiver(choose, case)


def broken_by_another_order(choose: Choose, case: Case, route: Any) -> Iterator[str]:
    reordered = replace(case.concern, subjects=frozenset(sorted(case.concern.subjects, reverse=True)))
    if choose(reordered, case.school) != route:
        yield f"I5, I7: asked again in another order, the route is another: {case}."


def broken_by_more_subjects(
    choose: Choose, case: Case, excluded: dict[frozenset[str], frozenset[str]]
) -> Iterator[str]:
    """Compares the case with each of those that lack one of its subjects."""
    subjects = case.concern.subjects
    for subject in sorted(subjects):
        fewer = subjects - {subject}
        if fewer not in excluded:
            excluded[fewer] = frozenset(choose(replace(case.concern, subjects=fewer), case.school).excluded)
        if lost := excluded[fewer] - excluded[subjects]:
            yield f"I4: adding {subject} lets {', '.join(sorted(lost))} back in: {case}."


def broken_by_a_waiver(choose: Choose, case: Case) -> Iterator[str]:
    concern = case.concern
    if concern.witnesses or concern.affected or concern.declared:
        none: frozenset[Any] = frozenset()
        waived = choose(replace(concern, witnesses=none, affected=none, declared=none), case.school)
        if released := barred_by_subjects(*case.key) - set(waived.excluded):
            yield f"I17: a waiver lets {', '.join(sorted(released))} back in: {case}."
