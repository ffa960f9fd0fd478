"""Who is told of a report, in which order, and why them."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest

from reports.chains import CHILD_CHAINS, CHILD_KINDS, GENERAL_CHAINS
from reports.people import Person, PersonId, Post, School
from reports.report import Concern, Kind, Role
from reports.route import PRACTICES, Because, Body, Mandate, Route, choose, urgent
from reports.subjects import Standing


def person(id: str, *posts: Post, manager: str = "", active: bool = True, away: date | None = None) -> Person:
    return Person(
        PersonId(id),
        id.title(),
        frozenset(posts),
        PersonId(manager) if manager else None,
        active=active,
        away=((away, away),) if away else (),
    )


MONDAY = date(2026, 9, 7)
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
SITE_SCHOOL = replace(SCHOOL, site_copy=Post.COMPUTING)
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


def test_a_copy_passes_over_someone_away_that_day() -> None:
    away = changed("dsl", person("dsl", Post.DSL, away=MONDAY))
    assert choose(concern(Kind.THREAT, "pupil"), away, day=MONDAY).copies == ()


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


ABOUT_HEAD = Mandate(frozenset({Kind.HARASSMENT}), frozenset({Role.HEAD}), frozenset({Post.CHAIR}), "Policy, 5(ii)")
TO_HEAD = Mandate(frozenset({Kind.HARASSMENT}), frozenset(), frozenset({Post.HEADTEACHER}), "Policy, 5(iii)")
TO_LEADERS = Mandate(frozenset({Kind.HARASSMENT}), frozenset(), frozenset({Post.SLT}), "Policy, 7")
TO_CHAIR = Mandate(frozenset({Kind.HARASSMENT}), frozenset(), frozenset({Post.CHAIR}), "Policy, 8")


def reasons(*mandates: Mandate, about: str, kind: Kind = Kind.HARASSMENT, school: School = SCHOOL) -> list[str]:
    chosen = choose(concern(kind, about), school, mandates)
    return [hop.because.citation or hop.because.practice for hop in chosen.hops]


def test_a_clause_that_names_the_recipient_is_the_reason() -> None:
    assert reasons(ABOUT_HEAD, TO_HEAD, about="colleague") == [
        "Policy, 5(iii)",
        "deputy-backs-up-head",
        "chair-backs-up-head",
    ]
    assert reasons(TO_HEAD, ABOUT_HEAD, about="head") == ["Policy, 5(ii)", "vice-chair-backs-up-chair"]


def test_a_clause_about_other_kinds_is_no_reason() -> None:
    assert reasons(TO_HEAD, about="colleague", kind=Kind.THREAT)[0] == "head-receives"


def test_a_clause_that_does_not_speak_of_the_head_is_no_reason_in_a_report_about_the_head() -> None:
    assert reasons(TO_CHAIR, about="head") == ["chair-for-head", "vice-chair-backs-up-chair"]
    about_staff = replace(TO_CHAIR, about=frozenset({Role.COLLEAGUE, Role.PUPIL}))
    assert reasons(about_staff, about="person:head")[0] == "chair-for-head"
    assert reasons(TO_CHAIR, about="colleague")[2] == "Policy, 8"


def test_a_clause_about_colleagues_speaks_of_senior_leaders_and_not_of_parents() -> None:
    about_staff = replace(TO_HEAD, about=frozenset({Role.COLLEAGUE}))
    assert reasons(about_staff, about="person:senior")[0] == "Policy, 5(iii)"
    assert reasons(about_staff, about="line_manager")[0] == "Policy, 5(iii)"
    nobody_there = without(SCHOOL, "deputy", "senior")
    assert reasons(about_staff, about="deputy", school=nobody_there)[0] == "Policy, 5(iii)"
    assert reasons(about_staff, about="parent")[0] == "head-receives"
    assert reasons(about_staff, about="person:chair")[1] == "head-for-chair"


def test_rather_not_saying_counts_as_the_head_for_clauses_too() -> None:
    assert reasons(ABOUT_HEAD, about="prefer_not")[0] == "Policy, 5(ii)"


def test_the_first_clause_that_fits_is_the_reason() -> None:
    assert reasons(TO_HEAD, replace(TO_HEAD, citation="Policy, 9"), about="colleague")[0] == "Policy, 5(iii)"


def test_a_clause_that_names_senior_leaders_is_the_reason_for_the_one_on_duty() -> None:
    assert reasons(TO_LEADERS, about="colleague", school=ON_DUTY)[0] == "Policy, 7"
    assert reasons(TO_LEADERS, about="colleague", school=replace(ON_DUTY, duty=None))[0] == "Policy, 7"
    assert reasons(about="colleague", school=ON_DUTY)[:2] == ["duty-leader-receives", "head-receives"]


def test_a_reason_is_a_clause_or_a_practice_and_never_both_or_neither() -> None:
    for citation, practice in (("", ""), ("Policy, 1", "head-receives")):
        with pytest.raises(ValueError, match="either"):
            Because(citation, practice)


def test_every_hop_without_a_clause_has_a_practice_told_in_one_plain_sentence() -> None:
    for school in (SCHOOL, ON_DUTY):
        for kind in Kind:
            for role in Role:
                assert all(hop.because.practice in PRACTICES for hop in route(kind, role, school=school).hops)
    for sentence in PRACTICES.values():
        assert sentence.count(".") == 1
        assert sentence.endswith(".")


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
