"""Who gets a copy of a report beside those who deal with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.people import Post
from reports.report import Kind
from reports.route import choose
from tests.reports.elm import MONDAY, SCHOOL, changed, concern, person, route, without

SITE_SCHOOL = replace(SCHOOL, site_copy=Post.COMPUTING)


def test_the_safeguarding_lead_gets_a_copy_when_a_pupil_is_involved() -> None:
    copied = {kind for kind in Kind if route(kind, "pupil").copies == ("dsl",)}
    assert copied == {Kind.CYBERBULLYING, Kind.HARASSMENT, Kind.HARMFUL_CONTENT, Kind.THREAT}
    assert route(Kind.THREAT, "pupil", "colleague").copies == ("dsl",)
    assert route(Kind.THREAT, "colleague").copies == ()


def test_whoever_is_in_the_chain_gets_no_copy_as_well() -> None:
    school = without(changed("head", person("head", Post.HEADTEACHER, Post.DSL)), "dsl")
    assert route(Kind.THREAT, "pupil", school=school).copies == ()


def test_the_site_team_gets_a_copy_of_a_site_opened_by_mistake() -> None:
    for about in ((), ("me",), ("pupil",), ("colleague",), ("person:teacher",)):
        assert route(Kind.PROHIBITED_SITE_SELF, *about, school=SITE_SCHOOL).copies == ("tech", "wires")
    assert route(Kind.HARASSMENT, "colleague", school=SITE_SCHOOL).copies == ()
    assert route(Kind.PROHIBITED_SITE_SELF, "me").copies == ()


@pytest.mark.parametrize("about", ["slt", "deputy", "head", "chair", "governor", "prefer_not"])
def test_the_site_team_gets_no_copy_about_anyone_above_a_colleague(about: str) -> None:
    assert route(Kind.PROHIBITED_SITE_SELF, about, school=SITE_SCHOOL).copies == ()


@pytest.mark.parametrize("about", ["person:tech", "person:bursar"])
def test_the_site_team_gets_no_copy_when_one_of_them_or_their_manager_is_involved(about: str) -> None:
    assert route(Kind.PROHIBITED_SITE_SELF, about, school=SITE_SCHOOL).copies == ()


def test_the_site_team_gets_no_copy_of_their_own_managers_mistake() -> None:
    assert route(Kind.PROHIBITED_SITE_SELF, "me", reporter="bursar", school=SITE_SCHOOL).copies == ()


def test_a_copy_passes_over_someone_away_that_day() -> None:
    away = changed("dsl", person("dsl", Post.DSL, away=MONDAY))
    assert choose(concern(Kind.THREAT, "pupil"), away, day=MONDAY).copies == ()
