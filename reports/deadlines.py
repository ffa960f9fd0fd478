"""How long each recipient has to acknowledge before the case moves on, and when the reporter must hear more."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from reports.people import School

URGENT_REMINDER = timedelta(minutes=15)
URGENT_LATER = timedelta(hours=3)  # the second and every later hop of an urgent case
URGENT_CEILING = timedelta(hours=24)  # from filing, whatever the hop
CEILING = timedelta(days=7)  # of every other case, from filing, whatever the calendar
HOLIDAY = timedelta(days=3)  # how long a hop has once the school has shut for a holiday
LONGEST_CLOSURE = timedelta(days=5)  # without a holiday: Easter, from Thursday evening to Tuesday morning, is shorter
LAST_CALL = timedelta(hours=1)  # for a hop whose turn begins when the ceiling is reached or near
QUARTER = timedelta(minutes=15)
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
FEEDBACK_WEEKS, FEEDBACK_MONTHS = (4, 8), 3


@dataclass(frozen=True)
class Turn:
    """The times of one hop's turn, UTC: when its people are reminded, and when the case moves on without them."""

    remind: datetime
    lapse: datetime


class Spell(NamedTuple):
    """From when to when the school is open on one day, UTC, and whether a holiday came before."""

    opens: datetime
    shuts: datetime
    rested: bool


def turn(filed: datetime, since: datetime, hop: int, urgent: bool, anonymous: bool, school: School) -> Turn:
    """The turn of the hop that was told at `since`, in a case that was filed at `filed`.

    Both times are later than `since`, and the reminder is never after the end. An urgent clock never stops. Any other
    counts the hours in which the school is open; once it shuts for a holiday, a hop has three days more. Whatever the
    calendar, no turn runs past the ceiling, save that one which begins there has an hour.
    A `holiday_contact` changes no time: `choose(..., shut=on_holiday(...))` puts them first on the route, so that
    the three days begin with somebody who looks.
    The times of an anonymous case that is not urgent are quarter-hours, or they would tell when it was written.
    """
    filed, since = filed.astimezone(UTC), since.astimezone(UTC)  # any other zone adds hours by the clock on the wall
    due = _urgent(since, hop, school) if urgent else _standard(since, school)
    ceiling = max(filed + (URGENT_CEILING if urgent else CEILING), since + LAST_CALL)
    if anonymous and not urgent:
        due, ceiling = Turn(_next_quarter(due.remind), _next_quarter(due.lapse)), _last_quarter(ceiling)
        return _within(ceiling, due, since, _next_quarter)
    return _within(ceiling, due, since, lambda at: at)


def acknowledge_by(
    since: datetime, hop: int, urgent: bool, school: School, filed: datetime | None = None, anonymous: bool = False
) -> datetime:
    """When the hop whose turn began at `since` has had its time; `filed` is left out where that was the same moment."""
    return turn(filed or since, since, hop, urgent, anonymous, school).lapse


def feedback(acknowledged: datetime) -> tuple[datetime, ...]:
    """When to ask the recipient to tell the reporter something: twice a reminder, and then the end. UTC."""
    began = acknowledged.astimezone(UTC)
    return (*(began + timedelta(weeks=weeks) for weeks in FEEDBACK_WEEKS), _months_later(began, FEEDBACK_MONTHS))


def on_holiday(at: datetime, school: School) -> bool:
    """Whether the school has shut for a holiday."""
    spell = next(_open_spells(at, school), None)
    return spell is None or spell.rested


def _urgent(since: datetime, hop: int, school: School) -> Turn:
    first = timedelta(minutes=school.urgent_minutes)
    return Turn(since + min(URGENT_REMINDER, first / 4), since + (first if hop == 0 else URGENT_LATER))


def _standard(since: datetime, school: School) -> Turn:
    days = school.standard_working_days
    return Turn(_after(since, days / 2, school), _after(since, days, school))


def _within(ceiling: datetime, due: Turn, since: datetime, rounded: Callable[[datetime], datetime]) -> Turn:
    """A turn cut short is reminded of halfway, if its reminder would come too late."""
    lapse = min(due.lapse, ceiling)
    return Turn(due.remind if due.remind < lapse else rounded(since + (lapse - since) / 2), lapse)


def _after(since: datetime, days: float, school: School) -> datetime:
    """When so many working days have passed, or a holiday's allowance if that is sooner."""
    left, allowance = school.calendar.working_day * days, HOLIDAY * days / school.standard_working_days
    shut, limit = since, datetime.max.replace(tzinfo=UTC)
    for spell in _open_spells(since, school):
        if spell.rested:
            limit = min(limit, shut + allowance)
        if left < spell.shuts - spell.opens:
            return min(spell.opens + left, limit)
        left -= spell.shuts - spell.opens
        shut = spell.shuts
    return min(shut + allowance, limit)


def _open_spells(since: datetime, school: School) -> Iterator[Spell]:
    """The school's open hours from then on, for longer than any ceiling."""
    shut, rested, zone = since, False, ZoneInfo(school.timezone)
    for day in (since.astimezone(zone).date() + timedelta(days=n) for n in range(CEILING.days + 2)):
        rested = rested or school.calendar.on_holiday(day)
        if hours := school.calendar.hours(day):
            opens, shuts = (datetime.combine(day, at, zone).astimezone(UTC) for at in hours)
            if since < shuts:
                yield Spell(max(opens, since), shuts, rested or opens - shut > LONGEST_CLOSURE)
                shut, rested = shuts, False


def _next_quarter(at: datetime) -> datetime:
    """Itself where it is one."""
    return at + (EPOCH - at) % QUARTER


def _last_quarter(at: datetime) -> datetime:
    """Itself where it is one."""
    return at - (at - EPOCH) % QUARTER


def _months_later(at: datetime, months: int) -> datetime:
    """The same day of a later month, or the last where that month is too short."""
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    return at.replace(year=year, month=month + 1, day=min(at.day, monthrange(year, month + 1)[1]))
