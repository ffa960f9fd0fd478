"""Deadlines worked by hand from a wall calendar: terms, half days, closures, both clock changes, and the ceiling."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from reports.calendar import Calendar
from reports.deadlines import LAST_CALL, acknowledge_by, feedback, on_holiday, turn
from reports.people import School
from tests.reports.calendars import ENGLISH

LONDON = ZoneInfo("Europe/London")
NEVER_SHUT = School("s", "School")  # no terms were given


def at(text: str) -> datetime:
    """A time on the school's clock, as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)


def first_turn(since: str, school: School = ENGLISH, hop: int = 0) -> tuple[datetime, datetime]:
    moment = at(since)
    found = turn(moment, moment, hop, False, False, school)
    return found.remind, found.lapse


@pytest.mark.parametrize(
    ("since", "remind", "lapse"),
    [
        pytest.param("2026-11-10 10:00", "2026-11-11 10:00", "2026-11-12 10:00", id="in the middle of a week"),
        pytest.param("2026-11-13 10:00", "2026-11-16 10:00", "2026-11-17 10:00", id="over a weekend"),
        pytest.param("2026-11-14 11:00", "2026-11-17 08:00", "2026-11-18 08:00", id="on a Saturday"),
        pytest.param("2026-11-10 06:00", "2026-11-11 08:00", "2026-11-12 08:00", id="before school"),
        pytest.param("2026-11-10 08:00", "2026-11-11 08:00", "2026-11-12 08:00", id="as school begins"),
        pytest.param("2026-11-10 16:29", "2026-11-11 16:29", "2026-11-12 16:29", id="a minute before it ends"),
        pytest.param("2026-11-10 16:30", "2026-11-12 08:00", "2026-11-13 08:00", id="as it ends"),
        pytest.param(
            "2026-11-01 20:00", "2026-11-04 08:00", "2026-11-05 08:00", id="training on the first day of term"
        ),
        pytest.param("2027-04-29 15:00", "2027-04-30 15:00", "2027-05-04 15:00", id="over a bank holiday Monday"),
        # Thursday 10:00 leaves 6.5 of its 8.5 hours; Friday is half a day, 4.25; the case has had 10.75 of 17 hours
        # when school shuts for Christmas at 12:15 on the 18th, and has three days more.
        pytest.param("2026-12-17 10:00", "2026-12-18 10:00", "2026-12-21 12:15", id="into Christmas, on a half day"),
        pytest.param(
            "2026-12-28 09:00", "2026-12-29 21:00", "2026-12-31 09:00", id="in the holidays, over to the 31st"
        ),
        pytest.param("2026-12-30 09:00", "2026-12-31 21:00", "2027-01-02 09:00", id="over the end of the year"),
        pytest.param(
            "2027-02-10 12:00", "2027-02-11 12:00", "2027-02-12 12:00", id="up to the last day of a half term"
        ),
        pytest.param("2027-02-11 12:00", "2027-02-12 12:00", "2027-02-15 16:30", id="a half term cuts it short"),
    ],
)
def test_standard_times_are_what_the_wall_calendar_says(since: str, remind: str, lapse: str) -> None:
    assert first_turn(since) == (at(remind), at(lapse))


def test_f29_a_report_just_after_the_last_day_of_summer_term_moves_on_in_three_days() -> None:
    remind, lapse = first_turn("2027-07-21 16:59")
    assert lapse == at("2027-07-24 16:59")
    assert remind == at("2027-07-23 04:59")
    filed = at("2027-07-21 16:59")
    second = turn(filed, lapse, 1, False, False, ENGLISH).lapse
    third = turn(filed, second, 2, False, False, ENGLISH).lapse
    assert (second, third) == (at("2027-07-27 16:59"), at("2027-07-28 16:59"))  # the ceiling: seven days, not September


def test_f29_a_whole_chain_after_the_ceiling_still_gives_each_person_an_hour() -> None:
    filed, late = at("2027-07-21 16:59"), at("2027-07-30 09:00")
    assert turn(filed, late, 3, False, False, ENGLISH).lapse == late + LAST_CALL


def test_a_half_day_counts_as_half_a_day() -> None:
    school = replace(ENGLISH, calendar=replace(ENGLISH.calendar, half_days=frozenset({date(2026, 11, 11)})))
    assert first_turn("2026-11-10 08:00", school) == (at("2026-11-11 08:00"), at("2026-11-12 12:15"))
    # From 15:00: an hour and a half, four and a quarter on the half day, and two and three quarters after it.
    assert first_turn("2026-11-10 15:00", school) == (at("2026-11-12 10:45"), at("2026-11-13 10:45"))


def test_a_report_in_the_afternoon_of_a_half_day_begins_with_the_next_day() -> None:
    school = replace(ENGLISH, calendar=replace(ENGLISH.calendar, half_days=frozenset({date(2026, 11, 11)})))
    assert first_turn("2026-11-11 13:00", school) == (at("2026-11-13 08:00"), at("2026-11-16 08:00"))


def test_a_school_shut_for_weeks_in_term_moves_on_as_in_a_holiday() -> None:
    snow = frozenset(date(2026, 11, 9) + timedelta(days=n) for n in range(14))
    shut = replace(ENGLISH, calendar=replace(ENGLISH.calendar, closed=snow))
    assert first_turn("2026-11-09 09:00", shut)[1] == at("2026-11-12 09:00")
    assert on_holiday(at("2026-11-09 09:00"), shut)


def test_easter_is_no_holiday_where_no_terms_are_given() -> None:
    easter = Calendar(closed=frozenset({date(2027, 3, 26), date(2027, 3, 29)}))
    assert first_turn("2027-03-25 12:00", replace(NEVER_SHUT, calendar=easter))[1] == at("2027-03-31 12:00")


@pytest.mark.parametrize(
    ("since", "lapse"),
    [
        ("2028-02-28 10:00", "2028-03-01 10:00"),  # Monday to Wednesday, with a Tuesday the 29th between
        ("2027-02-26 10:00", "2027-03-02 10:00"),  # Friday to Tuesday, with no 29th
        ("2028-02-29 10:00", "2028-03-02 10:00"),
    ],
)
def test_f30_a_leap_day_is_a_day_like_any_other(since: str, lapse: str) -> None:
    assert first_turn(since, NEVER_SHUT)[1] == at(lapse)


def test_f30_school_time_keeps_the_schools_clock_over_both_changes() -> None:
    spring, autumn = first_turn("2027-03-26 10:00", NEVER_SHUT)[1], first_turn("2026-10-23 10:00", NEVER_SHUT)[1]
    assert spring == at("2027-03-30 10:00") == datetime(2027, 3, 30, 9, tzinfo=UTC)
    assert autumn == at("2026-10-27 10:00") == datetime(2026, 10, 27, 10, tzinfo=UTC)


def test_f30_an_urgent_hour_is_an_hour_whichever_01_30_it_is() -> None:
    """On 25 October 2026 the clock shows 01:30 twice; on 28 March 2027 it never does."""
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    never = datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    for since in (first, second, never):
        found = turn(since, since, 0, True, False, ENGLISH)
        assert (found.remind - since, found.lapse - since) == (timedelta(minutes=15), timedelta(hours=1))
    assert first.astimezone(LONDON).time() == second.astimezone(LONDON).time() == time(1, 30)


def test_f30_a_time_given_on_the_schools_own_clock_counts_real_hours() -> None:
    """Found by the property test: half-term begins, and the clock goes back within the three days."""
    since = datetime(2026, 10, 23, 20, tzinfo=LONDON)
    assert turn(since, since, 0, False, False, ENGLISH).lapse - since.astimezone(UTC) == timedelta(days=3)
    before_the_change = datetime(2026, 10, 25, 0, 30, tzinfo=LONDON)
    urgent = turn(before_the_change, before_the_change, 1, True, False, ENGLISH)
    assert urgent.lapse - before_the_change.astimezone(UTC) == timedelta(hours=3)


def test_an_urgent_clock_never_stops() -> None:
    christmas = at("2026-12-25 03:00")
    assert turn(christmas, christmas, 0, True, True, ENGLISH).lapse == christmas + timedelta(hours=1)
    assert turn(christmas, christmas, 2, True, True, ENGLISH).lapse == christmas + timedelta(hours=3)


def test_an_urgent_chain_ends_within_a_day() -> None:
    filed = at("2026-11-10 09:00")
    assert turn(filed, filed + timedelta(hours=22), 9, True, False, ENGLISH).lapse == filed + timedelta(hours=24)


def test_a_school_may_shorten_the_times() -> None:
    quick = replace(ENGLISH, urgent_minutes=20, standard_working_days=1)
    filed = at("2026-11-10 10:00")
    assert turn(filed, filed, 0, True, False, quick).lapse == filed + timedelta(minutes=20)
    assert turn(filed, filed, 0, True, False, quick).remind == filed + timedelta(minutes=5)
    assert first_turn("2026-11-10 10:00", quick) == (at("2026-11-10 14:15"), at("2026-11-11 10:00"))
    assert first_turn("2026-12-28 09:00", quick)[1] == at("2026-12-31 09:00")


def test_the_times_of_an_anonymous_case_are_the_next_quarter_hour() -> None:
    written = at("2026-11-10 10:07")
    found = turn(written, written, 0, False, True, ENGLISH)
    assert (found.remind, found.lapse) == (at("2026-11-11 10:15"), at("2026-11-12 10:15"))
    urgent = turn(written, written, 0, True, True, ENGLISH)
    assert urgent.lapse == written + timedelta(hours=1)


def test_a_school_on_another_clock_counts_its_own_hours() -> None:
    school = replace(NEVER_SHUT, timezone="Asia/Kolkata")
    since = datetime(2026, 11, 10, 11, tzinfo=UTC)  # 16:30 there: school is over
    assert turn(since, since, 0, False, False, school).lapse == datetime(2026, 11, 13, 2, 30, tzinfo=UTC)


def test_acknowledge_by_is_the_end_of_the_turn() -> None:
    since = at("2026-11-10 10:07")
    assert acknowledge_by(since, 0, False, ENGLISH) == turn(since, since, 0, False, False, ENGLISH).lapse
    late = at("2026-11-16 09:00")
    assert acknowledge_by(late, 2, False, ENGLISH, filed=since) == since + timedelta(days=7)


@pytest.mark.parametrize(
    ("at", "holiday"),
    [
        ("2026-11-10 10:00", False),
        ("2026-11-14 10:00", False),
        ("2026-12-18 12:00", False),
        ("2026-12-18 12:15", True),
        ("2026-12-25 10:00", True),
        ("2027-01-03 10:00", False),  # the Sunday before term begins
        ("2027-07-21 16:59", True),
    ],
)
def test_a_holiday_begins_when_school_shuts_and_ends_with_the_weekend_before_term(at: str, holiday: bool) -> None:
    assert on_holiday(datetime.fromisoformat(at).replace(tzinfo=LONDON), ENGLISH) is holiday


def test_feedback_is_asked_for_after_four_and_eight_weeks_and_ends_after_three_months() -> None:
    acknowledged = datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert feedback(acknowledged) == (
        datetime(2026, 12, 18, 10, tzinfo=UTC),
        datetime(2027, 1, 15, 10, tzinfo=UTC),
        datetime(2027, 2, 20, 10, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("acknowledged", "end"), [("2026-11-30", "2027-02-28"), ("2027-11-30", "2028-02-29"), ("2028-01-31", "2028-04-30")]
)
def test_three_months_end_with_the_month_where_it_is_too_short(acknowledged: str, end: str) -> None:
    began = datetime.fromisoformat(acknowledged).replace(tzinfo=UTC)
    assert feedback(began)[-1].date() == date.fromisoformat(end)
