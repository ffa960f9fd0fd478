"""Who may never be told of a report."""

from __future__ import annotations

import pytest

from reports.exclusion import barred, subordinates
from reports.people import Person, PersonId, Post, School
from reports.report import Concern, Kind, Role
from reports.subjects import Standing, subjects


def person(id: str, *posts: Post, manager: str = "", active: bool = True) -> Person:
    return Person(PersonId(id), id.title(), frozenset(posts), PersonId(manager) if manager else None, active=active)


SCHOOL = School(
    id="elm",
    name="Elm Primary",
    people=(
        person("head", Post.HEADTEACHER, Post.SLT, manager="deputy"),
        person("deputy", Post.DEPUTY, Post.SLT, manager="head"),
        person("senior", Post.SLT, manager="head"),
        person("lead", manager="senior"),
        person("teacher", manager="lead"),
        person("helper", manager="teacher"),
        person("left", manager="lead", active=False),
        person("bursar", Post.BUSINESS_MANAGER, manager="head"),
        person("chair", Post.CHAIR, Post.GOVERNOR),
        person("vice", Post.VICE_CHAIR, Post.GOVERNOR),
        person("governor", Post.GOVERNOR),
        person("staffgov", Post.GOVERNOR, manager="lead"),
    ),
)


def excluded(
    *about: str,
    reporter: str = "someone",
    school: School = SCHOOL,
    witnesses: frozenset[PersonId] = frozenset(),
    affected: frozenset[PersonId] = frozenset(),
    declared: frozenset[PersonId] = frozenset(),
) -> set[str]:
    concern = Concern(Kind.HARASSMENT, frozenset(about), PersonId(reporter), witnesses, affected, declared)
    return {str(id) for id in barred(concern, subjects(concern, school), school)} - {"someone"}


def standing(*about: str, reporter: str = "someone", school: School = SCHOOL) -> Standing:
    return subjects(Concern(Kind.HARASSMENT, frozenset(about), PersonId(reporter)), school).standing


def test_the_reporter_is_barred() -> None:
    concern = Concern(Kind.THREAT, frozenset(), PersonId("bursar"))
    assert barred(concern, subjects(concern, SCHOOL), SCHOOL) == {"bursar"}


def test_a_subject_and_everyone_below_them_is_barred_even_those_who_have_left() -> None:
    assert excluded("person:lead") == {"lead", "teacher", "helper", "left", "staffgov"}


def test_a_witness_an_affected_adult_and_a_declared_friend_are_barred_alone() -> None:
    lead, senior, chair = PersonId("lead"), PersonId("senior"), PersonId("chair")
    parts = excluded(witnesses=frozenset({lead}), affected=frozenset({senior}), declared=frozenset({chair}))
    assert parts == {"lead", "senior", "chair"}


def test_senior_leaders_do_not_judge_each_other_but_the_head_may() -> None:
    assert excluded("person:senior") >= {"senior", "deputy", "lead", "teacher"}
    assert "head" not in excluded("person:senior")
    assert "bursar" not in excluded("person:senior")


def test_a_headteachers_own_line_of_management_is_ignored() -> None:
    assert "head" not in excluded("person:deputy")


def test_everyone_who_answers_to_the_head_is_barred_from_a_report_about_the_head() -> None:
    assert excluded("head") == {person.id for person in SCHOOL.people} - {"chair", "vice", "governor"}


def test_a_head_who_shares_the_post_is_barred_but_not_those_who_answer_to_them_alone() -> None:
    two_heads = School(
        "ash",
        "Ash Infants",
        (
            person("ann", Post.HEADTEACHER),
            person("ben", Post.HEADTEACHER),
            person("cook", manager="ben"),
            person("chair", Post.CHAIR),
        ),
    )
    assert excluded("person:ann", school=two_heads) == {"ann", "ben"}


def test_a_governor_manages_nobody_whatever_the_file_says() -> None:
    odd = School("oak", "Oak", (person("chair", Post.CHAIR), person("clerk", manager="chair")))
    assert excluded("person:chair", school=odd) == {"chair"}


def test_a_staff_governor_manages_as_staff_do() -> None:
    odd = School(
        "oak",
        "Oak",
        (
            person("boss"),
            person("both", Post.GOVERNOR, manager="boss"),
            person("clerk", manager="both"),
        ),
    )
    assert excluded("person:both", school=odd) == {"both", "clerk"}


def test_a_circle_of_managers_comes_to_an_end() -> None:
    circle = School("oak", "Oak", (person("a", manager="b"), person("b", manager="c"), person("c", manager="a")))
    assert subordinates({PersonId("a")}, circle) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("role", "meant"),
    [
        ("slt", {"deputy", "senior"}),
        ("deputy", {"deputy"}),
        ("head", {"head"}),
        ("prefer_not", {"head"}),
        ("chair", {"chair"}),
        ("governor", {"governor", "staffgov"}),
        ("line_manager", {"lead"}),
        ("pupil", set()),
        ("colleague", set()),
        ("contractor", set()),
        ("parent", set()),
        ("public", set()),
        ("unknown", set()),
        ("me", set()),
    ],
)
def test_f18_a_role_means_the_people_who_hold_it(role: str, meant: set[str]) -> None:
    about = subjects(Concern(Kind.HARASSMENT, frozenset({role}), PersonId("teacher")), SCHOOL)
    assert about.people == meant


def test_every_role_has_a_case_in_the_table_of_roles() -> None:
    table = test_f18_a_role_means_the_people_who_hold_it.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert {role for role, _ in table} == set(Role)


def test_a_role_bars_the_same_people_as_naming_its_holder() -> None:
    assert excluded("line_manager", reporter="teacher") == excluded("person:lead", reporter="teacher")


def test_my_own_mistake_bars_me_alone() -> None:
    assert excluded("me", reporter="senior") == {"senior"}
    assert excluded("me", reporter="head") == {"head"}


def test_someone_not_in_the_school_file_is_barred_by_account() -> None:
    assert excluded("person:stranger") == {"stranger"}
    assert standing("person:stranger") == Standing.COLLEAGUE


def test_a_reporter_not_in_the_school_file_has_no_line_manager_here() -> None:
    assert excluded("line_manager", reporter="stranger") == {"stranger"}


@pytest.mark.parametrize("wrong", ["headmaster", "", "person:", "Head"])
def test_an_unknown_subject_is_refused_with_a_sentence(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"subject.*\."):
        excluded(wrong)


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ((), Standing.ANYONE),
        (("pupil", "parent", "public", "unknown", "me"), Standing.ANYONE),
        (("pupil", "colleague"), Standing.COLLEAGUE),
        (("pupil", "person:teacher"), Standing.COLLEAGUE),
        (("person:bursar",), Standing.COLLEAGUE),
        (("person:senior", "colleague"), Standing.LEADER),
        (("person:vice", "deputy"), Standing.GOVERNOR),
        (("person:chair", "governor"), Standing.CHAIR),
        (("prefer_not", "colleague"), Standing.HEAD),
        (("person:head", "governor"), Standing.HEAD),
        (("prefer_not", "chair"), Standing.HEAD_AND_CHAIR),
        (("person:head", "person:chair"), Standing.HEAD_AND_CHAIR),
    ],
)
def test_the_highest_of_all_subjects_counts(about: tuple[str, ...], expected: Standing) -> None:
    assert standing(*about) == expected


def test_a_role_counts_although_nobody_holds_it() -> None:
    empty = School("oak", "Oak")
    assert standing("chair", school=empty) == Standing.CHAIR
    assert standing("slt", school=empty) == Standing.LEADER


def test_a_line_manager_who_is_the_head_counts_as_the_head() -> None:
    assert standing("line_manager", reporter="bursar") == Standing.HEAD


def test_a_headteacher_who_governs_too_is_still_the_head() -> None:
    school = School("oak", "Oak", (person("head", Post.HEADTEACHER, Post.GOVERNOR),))
    assert standing("governor", school=school) == Standing.HEAD
