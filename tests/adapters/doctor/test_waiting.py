"""The doctor counts the reports that nobody in school is left to answer, and says nothing of what they are."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

from adapters.doctor.waiting import waiting
from adapters.worker import Worker
from reports.desk import ACCOUNT
from reports.people import PersonId
from reports.report import CaseId, Concern, Kind, Report
from tests.adapters.ready_school import NOW, house, stocked, written

WORDS = "kingfisher-canary"
CONCERN = Concern(Kind.POLICY_BREACH, frozenset({"colleague"}), PersonId("t.teacher"))


def test_a_report_that_everybody_let_lie_is_counted_and_no_word_of_it_is_said(tmp_path: Path) -> None:
    folder = written(tmp_path / "school")
    stocked(folder)
    with closing(house(folder)) as opened:
        registered = opened.school(None)
        opened.desk(registered).file(Report(CaseId("C1"), NOW, CONCERN, False), {ACCOUNT: WORDS}, "AAAABBBBCCCC0001")
        assert [finding.weight.name for finding in waiting(opened, registered)] == ["WELL"]
        late = NOW
        for _ in range(10):
            late += timedelta(days=1)
            Worker((opened.round(registered),), lambda late=late: late).drain()  # type: ignore[misc]
        (found,) = waiting(opened, registered)
        assert found.weight.name == "MUST"
        assert "One report waits" in found.says
        assert WORDS not in str(found)
        assert "C1" not in str(found)
