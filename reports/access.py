"""Who may see a case, be handed it and read which of its words: asked again at every step, of the school as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from reports.case import Case
from reports.coverage import RECEIVING
from reports.exclusion import barred
from reports.people import Person, PersonId, School, ids
from reports.report import PERSON, Concern, Kind
from reports.route import safeguarding
from reports.subjects import Standing, subjects

NOTE = frozenset({"site"})  # the words that a note shows: the address of the site that was opened
Mark = Callable[[PersonId], str]
"""A person's mark under the key of the case in question."""


def judged(concern: Concern, school: School) -> frozenset[PersonId]:
    """Whom it is about, as the posts are held today."""
    return subjects(concern, school).people


def barred_today(case: Case, school: School) -> frozenset[PersonId]:
    """By what is known now and by who holds which post today, beside all who have been barred before."""
    if case.filed is None or case.concern is None:
        return ids(school.people)
    concern = _about(case.concern, case.filed.judged)
    found = barred(concern, subjects(concern, school), school)
    return (found | case.filed.route.excluded | case.shut) - {PersonId("")}  # an anonymous reporter has no id


def is_barred(case: Case, person: PersonId, mark: str, school: School) -> bool:
    return case.bars(person, mark) or person in barred_today(case, school)


def may_see(case: Case, person: PersonId, mark: str, school: School) -> bool:
    known = school.person(person)
    return person in case.reached and bool(known and known.active) and not is_barred(case, person, mark, school)


def unfit(concern: Concern, school: School) -> frozenset[PersonId]:
    """All who may not be told: the barred, and where it is about the headteacher, everyone who works there."""
    about = subjects(concern, school)
    staff = ids(p for p in school.people if p.is_staff) if about.standing >= Standing.HEAD else frozenset()
    return (barred(concern, about, school) | staff) - {PersonId("")}


def shut_out(case: Case, more: Concern, school: School) -> frozenset[PersonId]:
    """Everyone who may not see the case once the concern is this one. Those who could not before stay so."""
    before = case.filed.judged if case.filed else frozenset()
    return unfit(_about(more, before), school) | case.shut


def eligible(case: Case, by: PersonId, mark: Mark, school: School, day: date) -> tuple[Person, ...]:
    """Everyone to whom this person may hand it: who holds a receiving post, is here, and has no part in it."""
    if case.filed is None or case.concern is None:
        return ()
    never = shut_out(case, case.concern, school) | barred_today(case, school) | {by}
    return tuple(
        person
        for person in _able(school, day)
        if person.id not in never | case.in_charge and not case.bars(person.id, mark(person.id))
    )


def could_receive(case: Case, mark: Mark, school: School, day: date) -> tuple[Person, ...]:
    """Everyone who has it or might be given it: a later message that names one of them is asked about."""
    told = {id for hop in case.hops for id in hop.people} | case.reached
    copies = frozenset(case.filed.route.copies) if case.filed else frozenset()
    might = ids(eligible(case, PersonId(""), mark, school, day)) | told | copies
    return tuple(p for p in school.people if p.id in might and not is_barred(case, p.id, mark(p.id), school))


def read_by(case: Case, person: PersonId, school: School, words: Mapping[str, str]) -> Mapping[str, str]:
    """What of the words someone may read: all of them, or of a copy that is only a note what its reader needs."""
    return {name: text for name, text in words.items() if name in NOTE} if is_note(case, person, school) else words


def is_note(case: Case, person: PersonId, school: School) -> bool:
    """Whether this person's copy is a note: to the team that blocks sites, or to the reporter's line manager.

    A note has neither the reporter's words nor, unless they are named, who they are. Nor has it more for somebody who
    leads safeguarding, unless the copy is for them as such: a post that they came to hold shows them no more.
    """
    if case.filed is None or any(person in hop.people for hop in case.hops):
        return False
    concern = case.filed.report.concern
    for_their_part = concern.kind is Kind.PROHIBITED_SITE_SELF or concern.tell_manager
    return for_their_part and person not in safeguarding(concern, school)


def _able(school: School, day: date) -> Iterable[Person]:
    on_duty = {school.duty} if school.first_hop == "slt" else set()
    return (
        p
        for p in school.people
        if p.active and not p.is_away(day) and (any(school.receives(p, post) for post in RECEIVING) or p.id in on_duty)
    )


def _about(concern: Concern, people: frozenset[PersonId]) -> Concern:
    return replace(concern, subjects=concern.subjects | {f"{PERSON}{id}" for id in people})
