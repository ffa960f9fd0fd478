"""Who is told of a report, and in which order."""

from __future__ import annotations

import time
from dataclasses import replace

from reports.chains import CHILD_CHAINS, CHILD_KINDS, GENERAL_CHAINS
from reports.people import PersonId, Post, School
from reports.report import Concern, Kind, Role
from reports.route import Body, Mandate, choose, urgent
from reports.subjects import Standing
from tests.reports.elm import (
    ABOUT_HEAD,
    MONDAY,
    ON_DUTY,
    SCHOOL,
    TO_CHAIR,
    TO_HEAD,
    TO_LEADERS,
    changed,
    concern,
    order,
    person,
    route,
    without,
)


def test_most_reports_start_with_the_head() -> None:
    assert order(route(Kind.POLICY_BREACH, "colleague")) == "head>deputy>chair>LA"
    assert order(route(Kind.CYBERBULLYING)) == "head>deputy>chair>LA"


def test_the_head_never_receives_a_report_about_the_head() -> None:
    for kind in Kind:
        assert order(route(kind, "head")).startswith("chair>vice>")
        assert order(route(kind, "prefer_not", "colleague")).startswith("chair>vice>")


def test_a_child_at_risk_goes_to_the_safeguarding_leads() -> None:
    assert order(route(Kind.CHILD_SAFEGUARDING, "pupil")) == "dsl>second>head>deputy>CSC"


def test_an_adults_conduct_with_a_child_goes_to_the_head_not_to_the_safeguarding_leads() -> None:
    assert order(route(Kind.INDECENT_IMAGE, "colleague", "pupil")) == "head>chair>LADO"


def test_reports_about_the_head_and_the_chair_leave_only_the_vice_chair_or_the_lado() -> None:
    assert order(route(Kind.HARASSMENT, "head", "chair")) == "vice>LA"
    assert order(route(Kind.CHILD_SAFEGUARDING, "prefer_not", "chair")) == ">LADO"


def test_a_report_about_the_chair_goes_past_the_chair() -> None:
    assert order(route(Kind.HARASSMENT, "chair", "governor")) == "vice>head>LA"
    assert order(route(Kind.CHILD_SAFEGUARDING, "person:chair")) == "head>vice>LADO"


def test_nobody_who_is_barred_is_told_or_copied() -> None:
    chosen = choose(
        replace(concern(Kind.THREAT, "pupil", reporter="head"), witnesses=frozenset({PersonId("dsl")})), SCHOOL
    )
    assert order(chosen) == "deputy>chair>LA"
    assert chosen.copies == ()
    assert chosen.excluded == {"head", "dsl"}


def test_a_chair_who_works_here_does_not_receive_a_report_about_the_head() -> None:
    works_here = changed("chair", person("chair", Post.CHAIR, manager="bursar"))
    assert order(route(Kind.HARASSMENT, "head", school=works_here)) == "vice>LA"
    also_teaches = changed("chair", person("chair", Post.CHAIR, Post.COMPUTING))
    assert order(route(Kind.HARASSMENT, "head", school=also_teaches)) == "vice>LA"
    assert order(route(Kind.HARASSMENT, "deputy", school=also_teaches)) == "head>chair>LA"


def test_people_who_have_left_are_never_told_but_stay_barred() -> None:
    gone = changed("head", person("head", Post.HEADTEACHER, active=False))
    assert order(route(Kind.HARASSMENT, "colleague", school=gone)) == "deputy>chair>LA"
    assert "head" in route(Kind.HARASSMENT, "head", school=gone).excluded


def test_heads_who_share_the_post_are_told_together() -> None:
    shared = changed("bursar", person("other", Post.HEADTEACHER))
    assert order(route(Kind.HARASSMENT, "colleague", school=shared)) == "head+other>deputy>chair>LA"
    assert order(route(Kind.HARASSMENT, "person:other", school=shared)) == "chair>vice>LA"


def test_someone_with_two_posts_stands_once_at_the_earlier() -> None:
    school = without(changed("head", person("head", Post.HEADTEACHER, Post.DSL)), "dsl")
    assert order(route(Kind.CHILD_SAFEGUARDING, "pupil", school=school)) == "head>second>deputy>CSC"


def test_a_school_with_nobody_left_names_the_outside_body() -> None:
    chosen = route(Kind.HARASSMENT, "colleague", school=School("oak", "Oak"))
    assert chosen.hops == ()
    assert chosen.outside is Body.LA


def test_someone_away_that_day_is_left_out_but_not_barred() -> None:
    away = changed("head", person("head", Post.HEADTEACHER, away=MONDAY))
    chosen = choose(concern(Kind.HARASSMENT, "colleague"), away, day=MONDAY)
    assert order(chosen) == "deputy>chair>LA"
    assert chosen.excluded == {"teacher"}
    assert order(choose(concern(Kind.HARASSMENT, "colleague"), away)) == "head>deputy>chair>LA"


def test_the_senior_leader_on_duty_comes_first_where_the_school_says_so() -> None:
    assert order(route(Kind.HARASSMENT, "colleague", school=ON_DUTY)) == "senior>head>deputy>chair>LA"
    assert order(route(Kind.HARASSMENT, "colleague")) == "head>deputy>chair>LA"


def test_the_leader_on_duty_stands_once() -> None:
    deputy = replace(ON_DUTY, duty=PersonId("deputy"))
    assert order(route(Kind.HARASSMENT, "parent", school=deputy)) == "deputy>head>chair>LA"
    head = replace(ON_DUTY, duty=PersonId("head"))
    assert order(route(Kind.HARASSMENT, "parent", school=head)) == "head>deputy>chair>LA"


def test_without_someone_on_duty_the_head_comes_first() -> None:
    for school in (replace(ON_DUTY, duty=None), without(ON_DUTY, "senior")):
        assert order(route(Kind.HARASSMENT, "colleague", school=school)) == "head>deputy>chair>LA"


def test_duty_gives_no_one_a_report_that_they_may_not_see() -> None:
    assert order(route(Kind.HARASSMENT, "person:senior", school=ON_DUTY)) == "head>chair>LA"
    assert order(route(Kind.HARASSMENT, "deputy", school=ON_DUTY)) == "head>chair>LA"
    assert order(route(Kind.HARASSMENT, "head", school=ON_DUTY)) == "chair>vice>LA"


def test_the_leader_on_duty_receives_no_worry_about_a_child() -> None:
    for kind in CHILD_KINDS:
        for about in ("pupil", "colleague", "governor", "head"):
            assert order(route(kind, about, school=ON_DUTY)) == order(route(kind, about))


def test_every_standing_has_a_chain_for_every_kind() -> None:
    assert set(GENERAL_CHAINS) == set(CHILD_CHAINS) == set(Standing)


def test_some_kinds_are_always_urgent_and_a_school_may_add_its_own() -> None:
    always = {Kind.THREAT, Kind.CHILD_SAFEGUARDING, Kind.INDECENT_IMAGE}
    assert {kind for kind in Kind if urgent(kind, SCHOOL)} == always
    strict = replace(SCHOOL, urgent=frozenset({"harmful_content"}))
    assert {kind for kind in Kind if urgent(kind, strict)} == {*always, Kind.HARMFUL_CONTENT}


def test_routes_are_quick_enough_to_check_a_whole_matrix() -> None:
    mandates = (ABOUT_HEAD, TO_HEAD, TO_LEADERS, TO_CHAIR)
    concerns = [concern(kind, role, "person:deputy") for kind in Kind for role in Role]
    best = min(_seconds(concerns, mandates) for _ in range(5))
    assert best < len(concerns) / 5_000


def _seconds(concerns: list[Concern], mandates: tuple[Mandate, ...]) -> float:
    start = time.perf_counter()
    for each in concerns:
        choose(each, SCHOOL, mandates)
    return time.perf_counter() - start
