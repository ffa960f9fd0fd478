"""F47: months are counted once, when they are over, and what governors are shown has no small figure in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from adapters.assembly import House
from adapters.counting import Counting
from adapters.erasing import figures
from adapters.worker import Worker
from reports.report import CaseId, Concern, Kind
from reports.reporter import of
from tests.privacy.planted import CANARIES, CONCERN, REPORTER, SUBJECT, Clock, plant
from tests.processes.terminal import candour, house, sample

OCTOBER, JANUARY = datetime(2025, 10, 8, 12, tzinfo=UTC), datetime(2026, 1, 2, 12, tzinfo=UTC)
BREACH = Concern(Kind.POLICY_BREACH, frozenset({"colleague", f"person:{SUBJECT}"}), REPORTER)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return sample(tmp_path / "school")


@pytest.fixture
def clock() -> Clock:
    return Clock(OCTOBER)


@pytest.fixture
def opened(folder: Path, clock: Clock) -> Iterator[House]:
    with closing(house(folder, clock)) as opened:
        yield opened


def swept(opened: House) -> dict[str, dict[str, int]]:
    Worker((opened.round(opened.school("sample")),), opened.clock).tidy()
    return {month: dict(counts) for month, counts in figures(opened, "sample").all().items()}


def several(opened: House, many: int, concern: Concern, first: int = 0) -> None:
    for n in range(first, first + many):
        plant(opened, CaseId(f"CASE{n}"), f"CODE{n}", concern, carried=False)


def test_f47_a_month_is_counted_by_the_worker_when_it_is_over_and_never_again(opened: House, clock: Clock) -> None:
    several(opened, 2, CONCERN)
    assert swept(opened) == {}
    clock.at = JANUARY
    counted = {"2025-10": {"harassment": 2}, "2025-11": {}, "2025-12": {}}
    assert swept(opened) == counted
    clock.at = OCTOBER + timedelta(days=1)
    several(opened, 1, BREACH, first=2)  # a draft that comes late, with the time at which it was sent
    clock.at = JANUARY + timedelta(days=400)
    assert list(swept(opened).items())[:3] == list(counted.items())


def test_f47_what_was_withdrawn_is_not_counted_and_what_was_destroyed_stays_counted(
    opened: House, clock: Clock
) -> None:
    several(opened, 2, BREACH)
    of(opened.desk(opened.school("sample")), "CODE0").withdraw(OCTOBER)
    clock.at = JANUARY
    assert swept(opened)["2025-10"] == {"policy_breach": 1}
    clock.at = JANUARY + timedelta(days=800)
    assert swept(opened)["2025-10"] == {"policy_breach": 1}
    assert list(opened.cases("sample").ids()) == []


def test_f47_of_two_workers_that_count_at_once_the_first_count_stays(opened: House, clock: Clock) -> None:
    several(opened, 1, CONCERN)
    kept = figures(opened, "sample")
    kept.freeze("2025-10", {"harassment": 7})
    clock.at = JANUARY
    assert swept(opened)["2025-10"] == {"harassment": 7}
    kept.freeze("2025-10", {})
    assert kept.all()["2025-10"] == {"harassment": 7}


def test_f47_a_lost_key_of_the_statistics_stops_nothing_else(opened: House, clock: Clock) -> None:
    several(opened, 1, CONCERN)
    figures(opened, "sample").freeze("2025-09", {})
    opened.vault.destroy("figures")
    clock.at = JANUARY
    counting = Counting(opened.cases("sample"), figures(opened, "sample"), ZoneInfo("Europe/London"))
    assert counting.freeze(clock()) == 0
    assert opened.desk(opened.school("sample")).by_code("CODE0")


def test_f47_the_command_shows_whole_terms_and_no_small_figure(folder: Path, opened: House, clock: Clock) -> None:
    several(opened, 6, CONCERN)
    several(opened, 1, BREACH, first=6)
    clock.at = JANUARY
    swept(opened)
    shown = candour(folder, "statistics", "--school", "sample")
    assert shown.status == 0, shown.err
    assert shown.out.startswith("Autumn 2025\n")
    assert "* under 5" in shown.out
    told = json.loads(candour(folder, "statistics", "--json").out)["terms"]["Autumn 2025"]
    assert told["2025-10"]["policy_breach"] is None
    assert told["2025-10"]["cyberbullying"] is None
    assert {n for kinds in told.values() for n in kinds.values()} <= {None, 6, 7}


def test_f47_the_page_has_a_chart_and_a_table_and_needs_no_network(folder: Path, opened: House, clock: Clock) -> None:
    several(opened, 9, CONCERN)
    clock.at = JANUARY
    swept(opened)
    assert candour(folder, "statistics", "--html", "terms.html").status == 0
    page = (folder / "terms.html").read_text(encoding="utf-8")
    assert page.count("<svg") == page.count("<table") == 1
    assert "http" not in page
    assert ">9<" in page
    assert not [word for word in CANARIES if word in page.replace("harassment", "").casefold() and word != "harassment"]


def test_f47_the_counts_stand_sealed_in_the_database(folder: Path, opened: House, clock: Clock) -> None:
    several(opened, 1, CONCERN)
    clock.at = JANUARY
    swept(opened)
    assert not [file for file in folder.rglob("*.db*") if b'"harassment"' in file.read_bytes()]
    with opened.database.reading() as rows:
        assert len({len(row["sealed"]) for row in rows.find("figures", {"school": "sample"})}) == 1
