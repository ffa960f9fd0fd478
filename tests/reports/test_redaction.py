"""What a person is given of a report holds nobody else whom the school lists, and never who sent it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from reports.case import Case, Filed
from reports.people import Person, PersonId, School
from reports.redaction import REMOVED, extract, redacted
from reports.report import CaseId, Concern, Kind, Report
from reports.route import Body, Route

ANN, BOB, TAM = PersonId("a.ann"), PersonId("b.bob"), PersonId("t.tam")
SCHOOL = School(
    "s",
    "A School",
    (
        Person(ANN, "Mrs Ann O'Brien-Lee", email="ann@school.example"),
        Person(BOB, "Bob Redgrave", email="bob@school.example"),
        Person(TAM, "Tam Redgrave"),
    ),
)


def case(reporter: PersonId = TAM, subjects: tuple[str, ...] = (), witness: str = "") -> Case:
    concern = Concern(Kind.HARASSMENT, frozenset(subjects), reporter, frozenset({PersonId(witness)} if witness else ()))
    report = Report(CaseId("C1"), datetime(2026, 11, 20, tzinfo=UTC), concern, not reporter)
    return Case.of(CaseId("C1"), [Filed(report, Route((), (), Body.LA, frozenset()), False, "")])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Bob Redgrave wrote it.", f"{REMOVED} wrote it."),
        ("It was BOB and bob.", f"It was {REMOVED} and {REMOVED}."),
        ("Write to bob@school.example or b.bob", f"Write to {REMOVED} or {REMOVED}"),
        ("Bobbing about, kebob", "Bobbing about, kebob"),
        ("Mrs O'Brien-Lee saw Tam.", f"Mrs O'Brien-Lee saw {REMOVED}."),
        ("the Redgrave matter", f"the {REMOVED} matter"),
        ("Redgrave-Lee saw Redgrave", f"{REMOVED}-Lee saw {REMOVED}"),
        ("", ""),
    ],
)
def test_other_peoples_names_are_taken_out_and_ones_own_stay(text: str, left: str) -> None:
    assert redacted(text, ANN, SCHOOL) == left


@pytest.mark.parametrize("text", ["Lee did it.", "O'Brien did it.", "Mrs O'Brien-Lee did it.", "ANN did it."])
def test_half_of_a_name_with_a_hyphen_is_a_name_too(text: str) -> None:
    assert re.fullmatch(rf"(Mrs )?{re.escape(REMOVED)} did it\.", redacted(text, BOB, SCHOOL))


def test_a_name_that_two_people_share_stays_for_each_of_them() -> None:
    assert redacted("Redgrave and Tam", BOB, SCHOOL) == f"Redgrave and {REMOVED}"


def test_where_nobody_else_is_listed_nothing_is_taken_out() -> None:
    assert redacted("Bob", BOB, School("s", "S", SCHOOL.people[1:2])) == "Bob"


def test_a_named_reporter_gets_their_own_words_whole() -> None:
    found = extract(case(reporter=ANN), {"account": "Bob did it."}, ANN, SCHOOL)
    assert found
    assert (found.reported, found.words) == (True, {"account": "Bob did it."})


@pytest.mark.parametrize("part", [{"subjects": ("person:a.ann",)}, {"witness": "a.ann"}])
def test_whom_it_names_gets_an_extract_without_who_sent_it(part: dict[str, object]) -> None:
    found = extract(case(**part), {"account": "I am Tam. Ann and Bob did it."}, ANN, SCHOOL)  # type: ignore[arg-type]
    assert found
    assert not found.reported
    assert found.words == {"account": f"I am {REMOVED}. Ann and {REMOVED} did it."}
    assert TAM not in repr(found)


def test_who_sent_it_without_a_name_and_who_is_not_in_it_get_nothing() -> None:
    anonymous = case(reporter=PersonId(""), subjects=("person:b.bob",))
    assert extract(anonymous, {"account": "x"}, ANN, SCHOOL) is None
    assert extract(Case(CaseId("C1")), {}, ANN, SCHOOL) is None
