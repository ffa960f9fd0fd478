"""`candour doctor` tells what it finds, and no process starts where a report would reach nobody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.adapters.doctor.looked_at import PRODUCTION
from tests.adapters.ready_school import KEY, changed, house, stocked, without, written
from tests.processes.terminal import Done, candour


def doctor(folder: Path, *words: str, **more: str) -> Done:
    return candour(folder, "doctor", *words, CANDOUR_KEY=KEY, **more)


def test_the_doctor_says_what_must_be_put_right_what_is_worth_knowing_and_what_is_well(folder: Path) -> None:
    written(folder, without("c.chair"))
    told = doctor(folder, "--school", "oakfield")
    assert told.status == 1
    headings = [line for line in told.out.splitlines() if line and not line.startswith(" ")]
    assert [heading.split(":")[0] for heading in headings[:3]] == ["Must be put right", "Worth knowing", "Well"]
    assert "posts: Nobody is chair of governors" in told.out.split("Worth knowing")[0]
    assert KEY not in told.told


def test_the_cells_are_listed_with_all_and_only_counted_without(folder: Path) -> None:
    written(folder, without("v.vice", without("c.chair")))
    listed = "- The headteacher: every kind of report"
    assert listed in doctor(folder, "--all").out
    told = doctor(folder).out
    assert "Of 180 routes, 54 lead to nobody in school." in told
    assert listed not in told
    assert "add --all" in told


def test_a_program_reads_every_finding_with_its_details(folder: Path) -> None:
    written(folder, without("c.chair"))
    told = doctor(folder, "--json")
    found = json.loads(told.out)
    assert (told.status, found["ok"]) == (1, False)
    single = next(f for f in found["findings"] if "59 of 130" in f["says"])
    assert (single["weight"], single["school"], single["check"]) == ("worth", "oakfield", "routes")
    assert any(detail.startswith("The headteacher: every kind") for detail in single["details"])


def test_a_school_that_is_ready_ends_with_0_although_there_is_something_to_know(folder: Path) -> None:
    told = doctor(folder)
    assert (told.status, told.err) == (0, "")
    assert "Must be put right: nothing" in told.out


def test_every_fault_of_a_bad_configuration_is_told_together_and_ends_with_2(folder: Path) -> None:
    written(folder, changed('posts = ["dsl"]', 'posts = ["dls"]', changed('manager = "s.dsl"', 'manager = "nobody"')))
    told = doctor(folder)
    assert told.status == 2
    assert "“dls”" in told.err or '"dls"' in told.err
    assert '"nobody" is nobody here' in told.err
    assert "Traceback" not in told.told


def test_two_schools_are_looked_at_together_or_one_by_one(folder: Path) -> None:
    two = folder / "schools"
    written(two / "oakfield")
    written(two / "elmfield", changed('id = "oakfield"', 'id = "elmfield"', without("c.chair")))
    stocked(folder, CANDOUR_SCHOOLS="schools")
    both = doctor(folder, CANDOUR_SCHOOLS="schools")
    assert both.status == 1
    assert "elmfield, posts: Nobody is chair of governors" in both.out
    assert "oakfield, posts: Every post that receives reports is held." in both.out
    assert doctor(folder, "--school", "oakfield", CANDOUR_SCHOOLS="schools").status == 0
    assert doctor(folder, "--school", "ashfield", CANDOUR_SCHOOLS="schools").status == 2


@pytest.mark.parametrize("words", [("serve", "--port", "1"), ("worker", "--once")], ids=lambda words: words[0])
def test_production_does_not_start_where_a_report_would_reach_nobody(folder: Path, words: tuple[str, ...]) -> None:
    written(folder, without("v.vice", without("c.chair")))
    told = candour(folder, *words, CANDOUR_KEY=KEY, **PRODUCTION)
    assert told.status == 2
    assert "oakfield: Of 180 routes, 54 lead to nobody in school." in told.err
    assert "  The headteacher: every kind of report" in told.err
    assert "  Another governor: " in told.err
    assert "  A colleague: " not in told.err
    assert "Traceback" not in told.told
    assert KEY not in told.told


def test_development_starts_all_the_same_and_warns(folder: Path) -> None:
    written(folder, without("v.vice", without("c.chair")))
    told = candour(folder, "worker", "--once", CANDOUR_KEY=KEY)
    assert (told.status, told.out) == (0, "0 errands done.\n")
    assert "54 lead to nobody in school" in told.err


def test_production_starts_where_a_report_has_no_backup_and_says_how_many(folder: Path) -> None:
    written(folder, without("c.chair"))
    told = candour(folder, "worker", "--once", CANDOUR_KEY=KEY, **PRODUCTION)
    assert (told.status, told.out) == (0, "0 errands done.\n")
    assert "oakfield: 59 of 130 routes have a single recipient and no backup." in told.err


def test_production_starts_without_a_word_where_all_is_well(folder: Path) -> None:
    told = candour(folder, "worker", "--once", CANDOUR_KEY=KEY, **PRODUCTION)
    assert (told.status, told.err) == (0, "")
    assert house(folder).settings.production is False
