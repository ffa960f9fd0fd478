"""Why each recipient is told: by a clause of the school's own policy, or by a practice told in a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.people import School
from reports.report import Kind, Role
from reports.route import PRACTICES, Because, Mandate, choose
from tests.reports.elm import ABOUT_HEAD, ON_DUTY, SCHOOL, TO_CHAIR, TO_HEAD, TO_LEADERS, concern, route, without


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
