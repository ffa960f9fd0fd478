"""What is kept of a report when it is filed: all of it, or all but who sent it."""

from __future__ import annotations

from dataclasses import replace

from reports import access
from reports.events import Filed
from reports.people import PersonId, School
from reports.report import Concern, Report
from reports.route import Route, rushed


def filed(report: Report, route: Route, school: School, mark: str) -> Filed:
    """What is kept. An anonymous reporter is taken out of it; only their mark stays."""
    body = school.outside_body(route.outside)
    outside = f"{body.name}, {body.phone}" if body and body.phone else body.name if body else route.outside.value
    rush = rushed(report.concern, school)
    judged = access.judged(report.concern, school)
    if report.anonymous:
        reporter = report.concern.reporter
        report = replace(report, concern=_without_reporter(report.concern))
        route = replace(route, excluded=route.excluded - {reporter})
        judged -= {reporter}
    return Filed(report, route, rush, mark, outside, judged)


def _without_reporter(concern: Concern) -> Concern:
    """Also where they named themselves among those who saw it. A subject stays: that is what the report says."""
    me = {concern.reporter}
    return replace(
        concern,
        reporter=PersonId(""),
        witnesses=concern.witnesses - me,
        affected=concern.affected - me,
        declared=concern.declared - me,
    )
