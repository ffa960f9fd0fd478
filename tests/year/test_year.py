"""A year in three calendars, with processes that die and couriers that fail: no report lost, astray or late."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from random import Random

import pytest

from reports.case import Acknowledged, Case, Delivered, Exhausted, Filed, Lapsed
from reports.deadlines import LAST_CALL, turn
from reports.events import Event, Reminded
from reports.people import PersonId
from tests.fakes import MemoryCases, MemoryReceipts
from tests.reports.calendars import THREE
from tests.reports.schools import FULL
from tests.reports.staff import barred_by_subjects, staff_of
from tests.year.year import Year

REPORTS = int(
    os.environ.get("YEAR_REPORTS", "3400" if os.environ.get("CANDOUR_EXHAUSTIVE") == "1" else "150")
)  # in each calendar: 10,200 in all
pytestmark = pytest.mark.timeout(300 + REPORTS)  # the first test of each calendar plays its year
SLACK = timedelta(minutes=20)  # for workers that die, and errands that are tried again
UNREACHED = frozenset({PersonId("v.vice")})


class CountingCases(MemoryCases):
    def next_due(self) -> datetime | None:
        """When the next errand may be claimed."""
        waits = (
            max(errand.due, self.held.get(number, errand.due), self.lane(number).free)
            for number, errand in self.errands.items()
        )
        return min(waits, default=None)


@cache
def played(number: int) -> Year:
    school = replace(FULL, calendar=THREE[number].calendar, standard_working_days=THREE[number].standard_working_days)
    year = Year(school, CountingCases(), MemoryReceipts(), Random(number), REPORTS, UNREACHED)  # noqa: S311 - a year that can be played again
    year.play()
    return year


@pytest.fixture(params=range(len(THREE)), ids=[school.id for school in THREE])
def year(request: pytest.FixtureRequest) -> Year:
    return played(request.param)


def events(year: Year) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = year.cases.events
    return found


def test_processes_died_and_the_year_went_on(year: Year) -> None:
    assert year.deaths > REPORTS / 20
    assert len(year.sent) + year.refused == REPORTS
    assert year.refused < REPORTS / 4


def test_none_is_lost(year: Year) -> None:
    for id in year.sent:
        case = year.cases.load(id)
        assert case.filed
        assert case.acknowledged or case.exhausted
        assert case.reached or case.unreached


def test_every_code_opens_its_own_report(year: Year) -> None:
    assert all(year.receipts.find(f"CODE{id[1:]}") == id for id in year.sent)


def test_nobody_barred_is_told_or_has_it_in_their_inbox(year: Year) -> None:
    staff = staff_of(year.school)
    told = {(to, message.split(".")[0]) for to, message in year.courier.carried}
    kept = {(to, id) for to, box in year.cases.inbox.items() for id in box}
    for to, id in told | kept:
        concern = year.sent[id].concern  # type: ignore[index]
        about = barred_by_subjects(staff, concern.subjects, concern.reporter)
        assert to not in about | concern.witnesses | concern.affected | concern.declared | {concern.reporter}


def test_each_inbox_holds_a_report_once_and_says_what_the_events_say(year: Year) -> None:
    delivered = Counter(
        (event.to, id) for id, happened in events(year).items() for event in happened if isinstance(event, Delivered)
    )
    kept = Counter((to, id) for to, box in year.cases.inbox.items() for id in box)
    assert delivered == kept
    assert set(kept.values()) == {1}


def test_a_reminder_is_kept_once_however_often_it_was_tried(year: Year) -> None:
    reminded = Counter(
        event.message for happened in events(year).values() for event in happened if isinstance(event, Reminded)
    )
    assert set(reminded.values()) <= {1}


def test_every_hop_has_its_time_and_no_more(year: Year) -> None:
    """Each turn ends when its own deadline says, or at once when nobody of it can be reached."""
    for id, happened in events(year).items():
        case = Case(id)  # type: ignore[arg-type]
        for event in happened:
            if isinstance(event, Lapsed) and case.since and case.filed:
                due = turn(case.filed.report.at, case.since, case.hop, case.urgent, case.anonymous, year.school).lapse
                unreachable = not set(case.here.people if case.here else ()) - case.unreached
                assert event.at <= due + SLACK
                assert unreachable or event.at >= due or _unreachable(happened)
            case = case.after(event)


def _unreachable(happened: list[Event]) -> bool:
    return any(type(event).__name__ == "Undeliverable" for event in happened)


def test_every_chain_has_ended_within_its_ceiling(year: Year) -> None:
    for id, sent in year.sent.items():
        happened = events(year)[id]
        filed = next(event for event in happened if isinstance(event, Filed))
        ceiling = timedelta(hours=24) if filed.urgent else timedelta(days=7)
        last_calls = LAST_CALL * len(filed.route.hops)
        ended = [event.at for event in happened if isinstance(event, Acknowledged | Exhausted)]
        assert min(ended) <= sent.at + ceiling + last_calls + SLACK
