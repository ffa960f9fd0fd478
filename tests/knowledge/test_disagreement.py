"""Clauses that contradict each other are shown side by side, the stricter first; a wrong pair is never shown."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from adapters.formats import text
from knowledge import edition
from knowledge.disagreement import Disagreement, between
from knowledge.policy import Clause, Kind, Policy, Version
from tests.knowledge.asked import every

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def policy(id: str, *clauses: Clause) -> Policy:
    return Policy(id, id.capitalize(), Version("0"), clauses)


def compared(first: str, second: str) -> Disagreement | None:
    one, other = Clause(first, label="1"), Clause(second, label="9")
    return between((policy("one", one), one), (policy("other", other), other))


YOUNG = "Staff must not accept a friend request from a former pupil under the age of 18."
ANY_AGE = "Staff must never connect with ex-pupils online."


def test_the_clause_without_an_age_limit_is_the_stricter() -> None:
    assert compared(YOUNG, ANY_AGE) == Disagreement("only one of them is limited to those under 18", False)
    assert compared(ANY_AGE, YOUNG) == Disagreement("only one of them is limited to those under 18", True)


def test_two_clauses_that_name_different_people_for_one_thing_disagree() -> None:
    found = compared(
        "Staff who receive a friend request from a pupil should tell their line manager.",
        "Staff must tell the Headteacher of any friend request from a pupil.",
    )
    assert found == Disagreement("one says to tell the line manager, the other the headteacher", False)


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (
            "Lost keys must be reported within 24 hours to the office.",
            "Staff must report lost keys within 48 hours to the office.",
            "one says 24, the other 48",
        ),
        (
            "Staff may park bicycles beside the kitchen door.",
            "Staff must not park bicycles beside the kitchen door.",
            "one forbids what the other does not",
        ),
    ],
)
def test_the_same_words_with_another_number_or_a_not_disagree(first: str, second: str, reason: str) -> None:
    found = compared(first, second)
    assert found
    assert found.reason == reason


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (YOUNG, "Staff must not befriend past pupils who are under 16."),
        (YOUNG, "Staff must not accept a friend request from a pupil."),
        (YOUNG, "The school keeps in contact with former pupils."),
        ("Staff may take 5 days for the funeral of a parent.", "Staff may take 2 days for the funeral of a friend."),
        (
            "Staff must tell the Headteacher of a request from a pupil.",
            "Staff must tell a senior leader of such a request.",
        ),
        ("Report a burst pipe to the Business Manager.", "Report a worry about a child to the DSL."),
        (
            "Complaints should be raised with the Business Manager.",
            "Complaints that are not settled should be raised with the Chair of Governors.",
        ),
    ],
)
def test_clauses_that_only_look_alike_do_not_disagree(first: str, second: str) -> None:
    assert compared(first, second) is None


def test_steps_under_one_heading_are_one_procedure() -> None:
    steps = [Clause(words, headings=("Requests",)) for words in (YOUNG, ANY_AGE)]
    whole = policy("one", *steps)
    assert between((whole, steps[0]), (whole, steps[1])) is None


def test_lines_about_the_policy_contradict_nothing() -> None:
    one, other = Clause(YOUNG, label="1"), Clause(ANY_AGE, label="2", kind=Kind.METADATA)
    assert between((policy("one", one), one), (policy("other", other), other)) is None


def sample() -> list[Policy]:
    return [_read(file) for file in sorted((ROOT / "adapters" / "sample" / "policies").glob("*.md"))]


def _read(file: Path) -> Policy:
    return edition.policy(file.stem, text.read(file.read_bytes()), digest="0")


def found_in(policies: list[Policy]) -> list[str]:
    places = [(policy, clause) for policy in policies for clause in policy.clauses]
    return [f"{a[1].label} / {b[1].label}: {found}" for a, b in combinations(places, 2) if (found := between(a, b))]


def test_no_pair_is_found_in_policies_that_agree() -> None:
    assert found_in(sample()) == []
    assert [pair for case in every() for pair in found_in([case.policy])] == []


@pytest.mark.needs("shared")
def test_the_contradictions_of_the_real_policies_are_found_and_no_others() -> None:
    pairs = found_in([_read(SHARED / "policies" / "st-osmunds.txt")])
    assert [pair.split(" /")[0] for pair in pairs] == ["4(i)", "4(i)"]
    assert all("under 18" in pair for pair in pairs)
    assert found_in([_read(SHARED / "policies" / "heathfield.txt")]) == []
