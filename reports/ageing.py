"""When a case has been kept for long enough, and by which rule: pure, from its dates and the school's days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from reports.case import Case
from reports.report import Kind
from reports.retention import Retention

CLOSED, QUIET, WITHDRAWN = "after-closing", "never-closed", "withdrawn"
RULES = {
    CLOSED: "it was closed, and the days for which the school keeps such a report were over",
    QUIET: "it was never closed, and nobody had done anything with it for a year",
    WITHDRAWN: "whoever reported it withdrew it before anybody had opened it",
}
QUIET_DAYS = 365
"""What nobody closed, whether or not its chain ran out, is still owed an answer, so it outlives what was closed. But
not for ever: feedback is due within 3 months, and what nobody has touched for a year is not being handled."""
WARNED_DAYS = 30  # before such a one goes, the doctor tells


@dataclass(frozen=True)
class Life:
    """The dates of a case; UTC. A reminder that goes out by itself is nothing that anybody did."""

    kind: Kind
    touched: datetime  # when somebody last did anything
    closed: datetime | None = None
    withdrawn: bool = False


def life(case: Case) -> Life | None:
    """None where it was never filed."""
    if case.filed is None:
        return None
    did = [at for _, at in (*case.delivered, *case.opened)] + [line.at for line in case.lines] + [case.filed.report.at]
    did += [at for at in (case.acknowledged and case.acknowledged.at, case.moved, case.exhausted) if at]
    return Life(case.filed.report.concern.kind, max(did), case.closed.at if case.closed else None, case.withdrawn)


def ends(lived: Life, retention: Retention) -> tuple[datetime, str]:
    """When it will have been kept for long enough if nothing more happens to it, and by which rule."""
    if lived.withdrawn:
        return lived.touched, WITHDRAWN
    days = retention.days(lived.kind)
    if lived.closed:
        return lived.closed + timedelta(days=days), CLOSED
    return lived.touched + timedelta(days=max(days, QUIET_DAYS)), QUIET


def due(lived: Life, retention: Retention, now: datetime) -> str:
    """The rule by which it goes today; nothing where it stays."""
    at, rule = ends(lived, retention)
    return rule if at <= now else ""
