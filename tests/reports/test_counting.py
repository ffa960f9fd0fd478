"""What governors are shown never changes, never overlaps, and grows only by whole terms that are over."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from random import Random
from zoneinfo import ZoneInfo

import pytest

from reports.case import Case, Filed, Withdrawn
from reports.counting import month, months, published, tally
from reports.figures import FEWEST, TOTAL
from reports.people import PersonId
from reports.report import CaseId, Concern, Kind, Report
from reports.route import Body, Route

LONDON = ZoneInfo("Europe/London")
YEARS = tuple(months("2024-09", "2026-09"))


def filed(at: datetime, kind: Kind = Kind.HARASSMENT, withdrawn: bool = False) -> Case:
    concern = Concern(kind, frozenset(), PersonId("a.ann"))
    event = Filed(Report(CaseId("C1"), at, concern, False), Route((), (), Body.LA, frozenset()), False, "")
    return Case.of(CaseId("C1"), (event, Withdrawn(at)) if withdrawn else (event,))


def some(seed: int) -> dict[str, dict[str, int]]:
    chance = Random(seed)  # noqa: S311 - made-up months
    return {name: {kind.value: int(chance.expovariate(0.3)) for kind in Kind} for name in YEARS}


def shown(frozen: Mapping[str, Mapping[str, int]]) -> dict[tuple[str, str, str], int | None]:
    return {(term, *place): n for term, table in published(frozen).items() for place, n in table.shown.items()}


def test_months_run_over_the_turn_of_the_year() -> None:
    assert list(months("2025-11", "2026-03")) == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert list(months("2026-03", "2026-03")) == []


def test_a_report_belongs_to_the_month_it_was_in_at_the_school_and_one_withdrawn_to_none() -> None:
    late = datetime(2026, 5, 31, 23, 30, tzinfo=UTC)  # already June in London
    cases = [filed(late), filed(late, Kind.THREAT), filed(late), filed(late, withdrawn=True), Case(CaseId("none"))]
    assert tally(cases, LONDON) == {"2026-06": {"harassment": 2, "threat": 1}}
    assert month(late.astimezone(LONDON).date()) == "2026-06"


@pytest.mark.parametrize("seed", range(3))
def test_whoever_asks_every_month_learns_no_more_than_whoever_asks_at_the_end(seed: int) -> None:
    """Overlapping queries: a cell that was ever shown is shown for good, and none that was hidden ever comes out."""
    counts = some(seed)
    last = shown(counts)
    for number in range(len(YEARS)):
        early = shown({name: counts[name] for name in YEARS[: number + 1]})
        assert early == {place: last[place] for place in early}
    assert {term for term, _, _ in last} == {
        "Autumn 2024", "Spring 2025", "Summer 2025", "Autumn 2025", "Spring 2026", "Summer 2026",
    }  # fmt: skip


def test_no_two_tables_share_a_month_so_none_can_be_taken_from_another() -> None:
    held = [name for table in published(some(1)).values() for name in table.rows if name != TOTAL]
    assert sorted(held) == list(YEARS)


def test_no_figure_under_five_is_in_any_table_and_something_is() -> None:
    values = [n for seed in range(3) for n in shown(some(seed)).values() if n is not None]
    assert min(values) >= FEWEST
    assert len(values) > 20


def test_a_term_is_shown_when_its_last_month_is_over_and_no_sooner() -> None:
    assert published({"2025-09": {}, "2025-10": {}, "2025-11": {}}) == {}
    assert list(published({"2025-12": {"threat": 9}})) == ["Autumn 2025"]


def test_every_kind_has_its_column_whether_or_not_there_was_one() -> None:
    assert published({"2025-12": {}})["Autumn 2025"].columns == (*(kind.value for kind in Kind), TOTAL)
