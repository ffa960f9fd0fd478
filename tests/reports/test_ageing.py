"""A case is kept for the days of its kind after it was closed, and never for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reports.ageing import CLOSED, QUIET, QUIET_DAYS, RULES, Life, due, ends, life
from reports.case import Acknowledged, Case, Delivered, Exhausted, Filed, Opened
from reports.people import PersonId
from reports.report import CaseId, Concern, Kind, Report
from reports.retention import Retention
from reports.route import Body, Route

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
SECOND = timedelta(seconds=1)
KEPT = Retention(90, (("child_safeguarding", 30), ("harassment", 500)))
HEAD = PersonId("h.head")
CONCERN = Concern(Kind.HARASSMENT, frozenset(), PersonId("a.ann"))
FILED = Filed(Report(CaseId("C1"), NOW, CONCERN, False), Route((), (), Body.LA, frozenset()), False, "")


@pytest.mark.parametrize(("kind", "days"), [(Kind.THREAT, 90), (Kind.CHILD_SAFEGUARDING, 30), (Kind.HARASSMENT, 500)])
def test_a_closed_case_goes_when_the_days_of_its_kind_are_over_and_no_second_sooner(kind: Kind, days: int) -> None:
    closed = Life(kind, NOW, NOW)
    assert due(closed, KEPT, NOW + timedelta(days=days) - SECOND) == ""
    assert due(closed, KEPT, NOW + timedelta(days=days)) == CLOSED


def test_a_school_that_changes_its_days_changes_them_for_what_is_already_closed() -> None:
    closed = Life(Kind.THREAT, NOW, NOW)
    at = NOW + timedelta(days=40)
    assert (due(closed, Retention(90), at), due(closed, Retention(30), at)) == ("", CLOSED)


def test_what_nobody_closed_goes_a_year_after_somebody_last_did_anything() -> None:
    open_still = Life(Kind.THREAT, NOW)
    assert due(open_still, KEPT, NOW + timedelta(days=QUIET_DAYS) - SECOND) == ""
    assert due(open_still, KEPT, NOW + timedelta(days=QUIET_DAYS)) == QUIET


def test_what_nobody_closed_is_never_kept_for_a_shorter_time_than_what_was_closed() -> None:
    for kind in Kind:
        assert ends(Life(kind, NOW), KEPT)[0] >= ends(Life(kind, NOW, NOW), KEPT)[0]


def test_its_year_begins_anew_with_whatever_somebody_does() -> None:
    days = [NOW + timedelta(days=n) for n in range(5)]
    events = (
        FILED,
        Delivered(days[1], HEAD, "m"),
        Opened(days[2], HEAD),
        Acknowledged(days[3], HEAD),
        Exhausted(days[4]),
    )
    for n in range(len(events)):
        found = life(Case.of(CaseId("C1"), events[: n + 1]))
        assert found
        assert (found.touched, found.kind) == (days[n], Kind.HARASSMENT)


def test_what_was_never_filed_has_no_age() -> None:
    assert life(Case(CaseId("C1"))) is None


def test_every_rule_has_its_words() -> None:
    assert {CLOSED, QUIET} <= set(RULES)
