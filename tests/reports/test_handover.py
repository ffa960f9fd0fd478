"""Nobody takes a post in which reports are received unseen: it waits for a day, and whoever left is gone at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from reports.handover import WAIT, Change, Holding, changed, in_force, seats, told
from reports.people import Person, PersonId, Post, School
from reports.report import Concern, Kind
from reports.route import Route, choose
from tests.reports import schools
from tests.reports.schools import FULL

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
SOON = NOW + WAIT - timedelta(seconds=1)
THEN = NOW + WAIT
TEACHER = PersonId("t.teacher")


def posts(school: School, id: str, names: str, **more: bool) -> School:
    return schools.changed(school, id, posts=frozenset(map(Post, names.split())), **more)


def first(school: School) -> tuple[Holding, ...]:
    kept, news = changed((), school, NOW - timedelta(days=30))
    assert news == ()
    return kept


def route(school: School, kept: Sequence[Holding], at: datetime, about: str = "colleague") -> Route:
    concern = Concern(Kind.HARASSMENT, frozenset({about}), TEACHER)
    return choose(concern, in_force(school, kept, at))


def people(found: Route) -> list[tuple[str, ...]]:
    return [tuple(hop.people) for hop in found.hops]


NEW_DEPUTY = posts(posts(FULL, "d.deputy", "slt"), "l.lead", "deputy slt")


def test_the_first_time_it_is_in_force_as_it_stands() -> None:
    assert in_force(FULL, first(FULL), NOW) == replace(FULL, waiting=frozenset())
    assert in_force(FULL, (), NOW) == FULL


def test_f26_a_new_holder_waits_for_a_day_and_the_old_one_stays_for_it() -> None:
    kept, news = changed(first(FULL), NEW_DEPUTY, NOW)
    assert people(route(NEW_DEPUTY, kept, SOON)) == [("h.head",), ("d.deputy",), ("c.chair",)]
    assert people(route(NEW_DEPUTY, kept, THEN)) == [("h.head",), ("l.lead",), ("c.chair",)]
    assert set(news) == {
        Change("deputy", PersonId("d.deputy"), False, THEN),
        Change("deputy", PersonId("l.lead"), True, THEN),
    }
    assert told(first(FULL), kept, news) == {"d.deputy", "l.lead"}


def test_f26_it_is_told_once_and_not_again_when_it_comes_into_force() -> None:
    kept, _ = changed(first(FULL), NEW_DEPUTY, NOW)
    for at in (SOON, THEN, THEN + WAIT):
        kept, news = changed(kept, NEW_DEPUTY, at)
        assert news == ()
    assert {held.person for held in kept if held.seat == "deputy"} == {"l.lead"}


def test_f26_a_change_that_is_taken_back_in_time_never_was() -> None:
    kept, _ = changed(first(FULL), NEW_DEPUTY, NOW)
    back, news = changed(kept, FULL, SOON)
    assert {(change.person, change.comes) for change in news} == {("d.deputy", True), ("l.lead", False)}
    assert sorted(map(repr, back)) == sorted(map(repr, first(FULL)))


@pytest.mark.parametrize("gone", [schools.changed(FULL, "d.deputy", active=False), schools.without(FULL, "d.deputy")])
def test_whoever_has_left_is_gone_at_once_and_the_next_takes_their_place(gone: School) -> None:
    kept, news = changed(first(FULL), gone, NOW)
    assert people(route(gone, kept, NOW)) == [("h.head",), ("c.chair",)]
    assert news == (Change("deputy", PersonId("d.deputy"), False, NOW),)


def test_in_the_place_of_someone_who_left_the_new_holder_still_waits() -> None:
    school = posts(schools.changed(FULL, "d.deputy", active=False), "l.lead", "deputy slt")
    kept, _ = changed(first(FULL), school, NOW)
    assert people(route(school, kept, SOON)) == [("h.head",), ("c.chair",)]
    assert people(route(school, kept, THEN)) == [("h.head",), ("l.lead",), ("c.chair",)]


def test_whoever_is_to_take_a_post_is_barred_as_its_holder_from_the_beginning() -> None:
    """A report about the headteacher, while a new one waits, reaches neither of the two."""
    school = posts(posts(FULL, "h.head", "slt"), "d.deputy", "headteacher slt")
    kept, _ = changed(first(FULL), school, NOW)
    for at in (NOW, SOON, THEN):
        found = route(school, kept, at, "head")
        assert {"d.deputy"} <= found.excluded
        assert people(found) == [("c.chair",), ("v.vice",)]
    assert "h.head" in route(school, kept, SOON, "head").excluded


def test_a_copy_waits_too() -> None:
    school = posts(posts(FULL, "s.dsl", ""), "m.mentor", "dsl")
    kept, _ = changed(first(FULL), school, NOW)
    concern = Concern(Kind.HARASSMENT, frozenset({"pupil"}), TEACHER)
    assert choose(concern, in_force(school, kept, SOON)).copies == ("s.dsl",)
    assert choose(concern, in_force(school, kept, THEN)).copies == ("m.mentor",)


def test_who_is_on_duty_who_is_there_in_the_holidays_and_who_gets_copies_about_sites_wait_too() -> None:
    old = replace(FULL, first_hop="slt", duty=PersonId("d.deputy"), holiday_contact=PersonId("v.vice"))
    new = replace(old, duty=PersonId("l.lead"), holiday_contact=PersonId("g.gov"), site_copy=Post.COMPUTING)
    kept, news = changed(first(old), new, NOW)
    soon, then = in_force(new, kept, SOON), in_force(new, kept, THEN)
    assert (soon.duty, soon.holiday_contact, soon.site_copy) == ("d.deputy", "v.vice", None)
    assert (then.duty, then.holiday_contact, then.site_copy) == ("l.lead", "g.gov", Post.COMPUTING)
    assert {"d.deputy", "l.lead", "v.vice", "g.gov"} <= told(first(old), kept, news)


def test_to_begin_with_the_leader_on_duty_waits_and_so_does_to_end_it() -> None:
    plain, on_duty = FULL, replace(FULL, first_hop="slt", duty=PersonId("l.lead"))
    begun, _ = changed(first(plain), on_duty, NOW)
    assert people(route(on_duty, begun, SOON))[0] == ("h.head",)
    assert people(route(on_duty, begun, THEN))[0] == ("l.lead",)
    ended, _ = changed(first(on_duty), plain, NOW)
    assert people(route(plain, ended, SOON))[0] == ("l.lead",)
    assert people(route(plain, ended, THEN))[0] == ("h.head",)


def test_whatever_is_changed_nobody_receives_within_the_day_who_did_not_before() -> None:
    """Every post given to every person of the school, alone and with its holder gone: each route before and after."""
    abouts = ("colleague", "head", "chair", "slt", "governor", "pupil")
    known = first(FULL)
    tried = 0
    for person in FULL.people:
        for post in Post:
            given = schools.changed(FULL, person.id, posts=frozenset({post}))
            for school in (given, _without_others(given, person, post)):
                kept, _ = changed(known, school, NOW)
                for about in abouts:
                    before, soon = route(FULL, known, NOW, about), route(school, kept, SOON, about)
                    received = {id for hop in before.hops for id in hop.people} | set(before.copies)
                    new = ({id for hop in soon.hops for id in hop.people} | set(soon.copies)) - received
                    assert {id for id in new if not _held(FULL, id)} == set(), (person.id, post, about)
                    tried += 1
    assert tried > 1500


def _held(school: School, id: PersonId) -> bool:
    """Whether they were in a seat before: who was further down the chain may move up."""
    return any(person == id for _, person in seats(school))


def _without_others(school: School, person: Person, post: Post) -> School:
    return replace(
        school,
        people=tuple(replace(p, active=p.active and (p.id == person.id or post not in p.posts)) for p in school.people),
    )
