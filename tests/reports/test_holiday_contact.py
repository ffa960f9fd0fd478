"""While the school is shut its holiday contact comes first, wherever they may be told at all."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from reports.exclusion import barred
from reports.people import PersonId, School
from reports.report import Concern, Kind, Role
from reports.route import Route, choose, rushed
from reports.subjects import subjects
from tests.reports.schools import FULL

TEACHER, DEPUTY = PersonId("t.teacher"), PersonId("d.deputy")
CONTACTS = [person.id for person in FULL.people]
CONCERNS = [Concern(kind, frozenset({role.value}), TEACHER) for kind, role in product(Kind, Role)]
CONCERNS += [Concern(kind, frozenset({"head", "chair"}), TEACHER) for kind in Kind]


def people(route: Route) -> list[PersonId]:
    return [id for hop in route.hops for id in hop.people]


def shut(concern: Concern, contact: PersonId) -> tuple[School, Route, Route]:
    """The school, its route in term and its route in the holidays."""
    school = replace(FULL, holiday_contact=contact)
    return school, choose(concern, school), choose(concern, school, shut=True)


@pytest.mark.parametrize("contact", CONTACTS)
def test_nobody_excluded_is_told_because_they_are_the_holiday_contact(contact: PersonId) -> None:
    for concern in CONCERNS:
        school, _, route = shut(concern, contact)
        told = people(route) + list(route.copies)
        assert not set(told) & barred(concern, subjects(concern, school), school)
        assert len(told) == len(set(told))


@pytest.mark.parametrize("contact", CONTACTS)
def test_the_chain_behind_the_contact_is_the_chain_of_term_time(contact: PersonId) -> None:
    for concern in CONCERNS:
        _, term, route = shut(concern, contact)
        first = people(route)[:1] == [contact]
        assert [id for id in people(route) if id != contact] == [id for id in people(term) if id != contact]
        assert (contact in people(route)) <= (first or contact in people(term))
        assert bool(route.hops) == bool(term.hops)
        assert (route.outside, route.excluded) == (term.outside, term.excluded)


def test_the_contact_is_told_first_of_what_is_not_urgent() -> None:
    concern = Concern(Kind.HARASSMENT, frozenset({"colleague"}), TEACHER)
    _, _, route = shut(concern, DEPUTY)
    assert route.hops[0].people == (DEPUTY,)
    assert route.hops[0].because.practice == "holiday-contact-first"


def test_what_is_urgent_ignores_the_holidays() -> None:
    for concern in CONCERNS:
        school, term, route = shut(concern, DEPUTY)
        assert route == term or not rushed(concern, school)


def test_no_member_of_staff_is_told_of_the_headteacher_because_they_are_the_contact() -> None:
    for concern in CONCERNS:
        if "head" in concern.subjects or "prefer_not" in concern.subjects:
            _, _, route = shut(concern, DEPUTY)
            assert DEPUTY not in people(route)


def test_where_nobody_in_school_may_be_told_the_contact_is_not_either() -> None:
    concern = Concern(Kind.INDECENT_IMAGE, frozenset({"head", "chair"}), TEACHER)
    _, _, route = shut(concern, PersonId("v.vice"))
    assert route.hops == ()


def test_a_school_without_a_contact_has_the_route_of_term_time() -> None:
    for concern in CONCERNS:
        assert choose(concern, FULL, shut=True) == choose(concern, FULL)
