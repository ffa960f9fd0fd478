"""Where a report would go today: round those who are away, and first to the holiday contact in the holidays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from reports.calendar import Calendar
from reports.desk import Desk
from reports.people import PersonId, School
from reports.report import Concern, Kind
from tests.fakes import MemoryCases, MemoryReceipts
from tests.reports.schools import FULL

MONDAY = datetime(2026, 11, 23, 10, tzinfo=UTC)
CHRISTMAS = datetime(2026, 12, 28, 10, tzinfo=UTC)
ABOUT_A_COLLEAGUE = Concern(Kind.HARASSMENT, frozenset({"colleague"}), PersonId("t.teacher"))


def hops(school: School, at: datetime, concern: Concern = ABOUT_A_COLLEAGUE) -> list[tuple[str, ...]]:
    return [hop.people for hop in Desk(school, MemoryCases(), MemoryReceipts()).preview(concern, at).hops]


def away(school: School, *who: str, first: date = date(2026, 11, 23), last: date = date(2026, 11, 24)) -> School:
    people = (replace(p, away=((first, last),)) if p.id in who else p for p in school.people)
    return replace(school, people=tuple(people))


def test_somebody_who_is_away_is_passed_over_for_as_long_as_they_are() -> None:
    everyone = hops(FULL, MONDAY)
    assert hops(away(FULL, "h.head"), MONDAY) == everyone[1:]
    assert hops(away(FULL, "h.head"), datetime(2026, 11, 25, 10, tzinfo=UTC)) == everyone


def test_a_day_away_begins_and_ends_by_the_schools_own_clock() -> None:
    summer = away(FULL, "h.head", first=date(2026, 7, 2), last=date(2026, 7, 2))
    just_after_midnight = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert ("h.head",) not in hops(summer, just_after_midnight)


def test_where_everybody_is_away_the_report_waits_for_them_rather_than_for_nobody() -> None:
    everyone = hops(FULL, MONDAY)
    gone = away(FULL, *(id for hop in everyone for id in hop))
    assert hops(gone, MONDAY) == everyone


def test_an_absence_never_brings_back_someone_whom_it_is_about() -> None:
    about_the_head = replace(ABOUT_A_COLLEAGUE, subjects=frozenset({"head"}))
    everyone = hops(FULL, MONDAY, about_the_head)
    gone = away(FULL, *(id for hop in everyone for id in hop))
    assert "h.head" not in {id for hop in hops(gone, MONDAY, about_the_head) for id in hop}


def test_the_holiday_contact_is_told_first_while_the_school_is_shut() -> None:
    terms = Calendar(terms=((date(2026, 9, 2), date(2026, 12, 18)),))
    school = replace(FULL, calendar=terms, holiday_contact=PersonId("d.deputy"))
    assert hops(school, CHRISTMAS)[0] == ("d.deputy",)
    assert hops(school, MONDAY)[0] == ("h.head",)
