"""Whatever the moment of a year, in three schools: no turn ends early, none is skipped, and none passes the ceiling."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.deadlines import CEILING, HOLIDAY, LAST_CALL, URGENT_CEILING, feedback, turn
from reports.people import School
from tests.reports.calendars import ENGLISH, THREE

YEAR = datetime(2026, 9, 1, tzinfo=UTC)
STEP = timedelta(minutes=5)  # every hour and half day in these calendars is a whole number of them
HOPS = 6
ZONES = ("UTC", "Europe/London", "Pacific/Auckland", "America/St_Johns")

steps = st.integers(0, timedelta(days=365) // STEP)
minutes = st.integers(0, 365 * 24 * 60)
schools = st.sampled_from(THREE)


def is_open(at: datetime, school: School) -> bool:
    """As somebody with the school's calendar and a clock on the wall would say it."""
    local = at.astimezone(ZoneInfo(school.timezone))
    calendar, day, clock = school.calendar, local.date(), local.hour * 60 + local.minute
    if local.weekday() > 4 or day in calendar.closed:
        return False
    if calendar.terms and not any(first <= day <= last for first, last in calendar.terms):
        return False
    begins, ends = (part.hour * 60 + part.minute for part in calendar.day)
    return begins <= clock < ((begins + ends) / 2 if day in calendar.half_days else ends)


def open_steps(since: datetime, until: datetime, school: School) -> int:
    return sum(is_open(since + STEP * n, school) for n in range((until - since) // STEP))


def whole_day(school: School) -> int:
    begins, ends = school.calendar.day
    return (ends.hour * 60 + ends.minute - begins.hour * 60 - begins.minute) // 5


@settings(max_examples=300, deadline=None)
@given(step=steps, school=schools)
def test_a_turn_ends_when_its_working_time_has_passed_and_not_before(step: int, school: School) -> None:
    since = YEAR + STEP * step
    found = turn(since, since, 0, False, False, school)
    allowed = whole_day(school) * school.standard_working_days
    passed = open_steps(since, found.lapse, school)
    assert passed <= allowed
    assert (passed == allowed and is_open(found.lapse, school)) or cut_short(since, found.lapse, school)
    assert open_steps(since, found.remind, school) <= allowed / 2


def cut_short(since: datetime, lapse: datetime, school: School) -> bool:
    """By the ceiling, or three days after school shut, or after the report if it was shut already."""
    shut = lapse - HOLIDAY
    bell = is_open(shut - STEP, school) and not is_open(shut, school)
    return lapse == since + CEILING or bell or (shut == since and not is_open(since, school))


@settings(max_examples=300, deadline=None)
@given(minute=minutes, school=schools, urgent=st.booleans(), anonymous=st.booleans())
def test_every_hop_of_a_chain_has_its_turn_in_order(minute: int, school: School, urgent: bool, anonymous: bool) -> None:
    filed = since = YEAR + timedelta(minutes=minute)
    ceiling = filed + (URGENT_CEILING if urgent else CEILING)
    for hop in range(HOPS):
        found = turn(filed, since, hop, urgent, anonymous, school)
        assert since < found.remind < found.lapse
        assert found.lapse <= max(ceiling, since + LAST_CALL)
        if anonymous and not urgent:
            assert {at.minute % 15 + at.second for at in (found.remind, found.lapse)} == {0}
        since = found.lapse


@settings(max_examples=200, deadline=None)
@given(minute=minutes, later=st.integers(0, 60 * 24 * 9), school=schools, urgent=st.booleans())
def test_a_later_hop_has_no_less_time_than_an_earlier_one(
    minute: int, later: int, school: School, urgent: bool
) -> None:
    filed = YEAR + timedelta(minutes=minute)
    since = filed + timedelta(minutes=later)
    ends = [turn(filed, since, hop, urgent, False, school).lapse for hop in range(HOPS)]
    assert ends == sorted(ends)


@settings(max_examples=200, deadline=None)
@given(minute=minutes, school=schools, urgent=st.booleans(), anonymous=st.booleans(), zone=st.sampled_from(ZONES))
def test_a_time_is_the_same_instant_however_it_was_written(
    minute: int, school: School, urgent: bool, anonymous: bool, zone: str
) -> None:
    filed = YEAR + timedelta(minutes=minute)
    elsewhere = filed.astimezone(ZoneInfo(zone))
    found = turn(filed, filed, 0, urgent, anonymous, school)
    assert turn(elsewhere, elsewhere, 0, urgent, anonymous, school) == found
    assert found.lapse.tzinfo is UTC
    assert feedback(elsewhere) == feedback(filed)


SAID = """
from datetime import datetime, timedelta, UTC
from reports.deadlines import turn
from tests.reports.calendars import ENGLISH
began = datetime(2026, 10, 22, 23, tzinfo=UTC)
for hours in range(0, 200, 7):
    since = began + timedelta(hours=hours)
    print(turn(since, since, 0, False, True, ENGLISH).lapse.isoformat())
"""


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/St_Johns"])
def test_the_machines_own_zone_changes_nothing(zone: str) -> None:
    began = datetime(2026, 10, 22, 23, tzinfo=UTC)
    moments = [began + timedelta(hours=hours) for hours in range(0, 200, 7)]
    here = [turn(at, at, 0, False, True, ENGLISH).lapse.isoformat() for at in moments]
    there = subprocess.run(
        [sys.executable, "-c", SAID], env=dict(os.environ, TZ=zone), capture_output=True, text=True, check=True
    )
    assert there.stdout.split() == here
