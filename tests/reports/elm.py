"""Elm Primary, where every post is held, and the routes of its reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reports.people import Person, PersonId, Post, School
from reports.report import Concern, Kind, Role
from reports.route import Mandate, Route, choose

MONDAY = date(2026, 9, 7)


def person(id: str, *posts: Post, manager: str = "", active: bool = True, away: date | None = None) -> Person:
    return Person(
        PersonId(id),
        id.title(),
        frozenset(posts),
        PersonId(manager) if manager else None,
        active=active,
        away=((away, away),) if away else (),
    )


SCHOOL = School(
    id="elm",
    name="Elm Primary",
    people=(
        person("head", Post.HEADTEACHER, Post.SLT),
        person("deputy", Post.DEPUTY, Post.SLT, manager="head"),
        person("senior", Post.SLT, manager="head"),
        person("dsl", Post.DSL, manager="head"),
        person("second", Post.DEPUTY_DSL, manager="dsl"),
        person("tech", Post.COMPUTING, manager="bursar"),
        person("wires", Post.COMPUTING, manager="head"),
        person("bursar", Post.BUSINESS_MANAGER, manager="head"),
        person("teacher", manager="senior"),
        person("chair", Post.CHAIR, Post.GOVERNOR),
        person("vice", Post.VICE_CHAIR, Post.GOVERNOR),
        person("governor", Post.GOVERNOR),
    ),
)
ON_DUTY = replace(SCHOOL, first_hop="slt", duty=PersonId("senior"))


def concern(kind: Kind, *about: str, reporter: str = "teacher") -> Concern:
    return Concern(kind, frozenset(about), PersonId(reporter))


def route(kind: Kind, *about: str, reporter: str = "teacher", school: School = SCHOOL) -> Route:
    return choose(concern(kind, *about, reporter=reporter), school)


def order(chosen: Route) -> str:
    return ">".join("+".join(hop.people) for hop in chosen.hops) + f">{chosen.outside}"


def without(school: School, *ids: str) -> School:
    return replace(school, people=tuple(person for person in school.people if person.id not in ids))


def changed(id: str, new: Person, school: School = SCHOOL) -> School:
    return replace(school, people=tuple(new if person.id == id else person for person in school.people))


ABOUT_HEAD = Mandate(frozenset({Kind.HARASSMENT}), frozenset({Role.HEAD}), frozenset({Post.CHAIR}), "Policy, 5(ii)")
TO_HEAD = Mandate(frozenset({Kind.HARASSMENT}), frozenset(), frozenset({Post.HEADTEACHER}), "Policy, 5(iii)")
TO_LEADERS = Mandate(frozenset({Kind.HARASSMENT}), frozenset(), frozenset({Post.SLT}), "Policy, 7")
TO_CHAIR = Mandate(frozenset({Kind.HARASSMENT}), frozenset(), frozenset({Post.CHAIR}), "Policy, 8")
