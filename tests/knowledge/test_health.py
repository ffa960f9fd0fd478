"""A clause comes with what someone should know before they rely on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from adapters.tables import shipped
from knowledge import health, images
from knowledge.library import Answer, Closest, Library, fit
from knowledge.policy import Clause, Policy, Version
from knowledge.recipients import told

TOLD = Clause("Staff who are bullied should tell the Headteacher.", label="1")
POLICY = Policy("work", "Dignity at Work", Version("0", "May 2018", review=date(2020, 9, 1)), (TOLD,))


@pytest.mark.parametrize(
    ("review", "today", "overdue"),
    [
        (date(2020, 9, 1), date(2020, 9, 30), False),  # due in September: it has all of September
        (date(2020, 9, 1), date(2020, 10, 1), True),
        (date(2020, 9, 14), date(2020, 9, 14), False),
        (date(2020, 9, 14), date(2020, 9, 15), True),
        (None, date(2020, 9, 15), False),
    ],
)
def test_a_review_is_overdue_when_its_day_or_month_is_over(review: date | None, today: date, overdue: bool) -> None:
    assert health.is_overdue(Version("0", review=review), today) is overdue


def test_the_notes_say_how_binding_it_is_whether_it_is_overdue_and_whom_to_tell() -> None:
    found = health.of(POLICY, TOLD, date(2026, 11, 20), None, None)
    assert found.notes == ("SHOULD", "overdue for review since September 2020", "tell the headteacher")


def test_without_a_day_nothing_is_overdue() -> None:
    assert health.of(POLICY, TOLD, None, None, None).standing == ()


def test_an_old_version_says_so() -> None:
    found = health.of(POLICY, TOLD, date(2019, 3, 3), date(2019, 3, 3), "June 2021")
    assert found.standing == ("as of 3 March 2019", "superseded by the version of June 2021")


def test_what_is_shown_is_healthy_and_what_is_only_ranked_is_not() -> None:
    found = Library([POLICY], fit([POLICY], shipped()), shipped()).ask(
        "I am bullied, whom do I tell?", date(2026, 11, 20)
    )
    assert isinstance(found, Answer | Closest)
    assert "SHOULD" in found.passages[0].health.notes
    assert found.ranked[0].health == health.UNSEEN


def test_whoever_must_not_be_told_is_not_named() -> None:
    clause = replace(TOLD, text="Bullying by the Headteacher should be reported to the Chair of Governors.")
    assert [str(found) for found in told(clause)] == ["if it is about the headteacher, tell the chair of governors"]
    silent = replace(
        TOLD, text="Bullying is reported to the Chair of Governors, and nobody should tell the Headteacher."
    )
    assert [str(found) for found in told(silent)] == ["tell the chair of governors"]


def test_a_clause_may_say_who_deals_with_it_and_not_whom_to_tell() -> None:
    clause = replace(TOLD, text="The Headteacher is responsible for dealing with bullying.")
    assert [str(found) for found in told(clause)] == ["it is dealt with by the headteacher"]


def test_of_two_clauses_that_disagree_the_stricter_is_shown_first_and_each_names_the_other() -> None:
    young = Clause("Staff must not accept a friend request from a former pupil under 18.", label="3")
    old = Clause("Staff must never connect with ex-pupils online.", label="7")
    pair = (
        replace(POLICY, id="a", clauses=(young,)),
        replace(POLICY, id="b", title="Code", clauses=(Clause("Staff wear a badge.", label="1"), old)),
    )
    found = Library(pair, fit(pair, shipped()), shipped()).ask(
        "can I accept a friend request from a former pupil under 18"
    )
    assert isinstance(found, Answer)
    assert [passage.clause.label for passage in found.passages[:2]] == ["7", "3"]
    assert found.ranked[0].clause.label == "3"
    assert "stricter" in found.disagreement
    assert "Dignity at Work, 3" in found.passages[0].health.disagrees[0]


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("I am being bullied", "Staff should save evidence such as messages."),
        ("what do I do with the messages", "Keep screenshots of anything abusive."),
        ("someone sent me a nude of a pupil", "Staff wear a badge."),
        ("pictures", "Indecent images of children are reported to the police."),
    ],
)
def test_the_rule_on_pictures_of_children_stands_above_any_clause_that_says_to_keep_evidence(
    question: str, clause: str
) -> None:
    assert images.rule(question, [Clause(clause)]) == images.RULE


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("how long are records kept", "Personnel records are kept for six years."),
        ("can I take photos on a trip", "Staff must take photographs on school cameras."),
        ("who do I tell about bullying", "Tell the Headteacher."),
    ],
)
def test_the_rule_is_not_shown_where_nothing_calls_for_it(question: str, clause: str) -> None:
    assert images.rule(question, [Clause(clause)]) == ""


FIRST, NAKED = Clause("The lead is Ms Ash."), Clause("Indecent images of children are reported to the police.")


def test_a_clause_further_down_calls_for_the_rule_on_pictures_only_where_a_picture_is_asked_about() -> None:
    assert images.rule("who is the lead", [FIRST, NAKED]) == ""
    assert images.rule("who is the lead", [NAKED, FIRST]) == images.RULE
    assert images.rule("a pupil sent me a pic of herself", [FIRST, NAKED]) == images.RULE


def test_a_clause_that_says_to_keep_evidence_calls_for_it_wherever_it_stands() -> None:
    keeps = Clause("Staff who are bullied should save screenshots as evidence.")
    assert images.rule("who is the lead", [FIRST, keeps]) == images.RULE
