"""The benchmark measures what it says it measures, on the same clauses every time."""

from __future__ import annotations

from contextlib import closing
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

from adapters.assembly import House
from tests.bench import chart, corpus
from tests.bench.__main__ import TURN, timed
from tests.bench.engines import candour
from tests.bench.filing import KEY, Bare, measured, prepared

COUNTED = ("events", "words", "errands", "audit")


def test_the_clauses_and_questions_are_the_same_every_time() -> None:
    assert corpus.clauses(20) == corpus.clauses(20)
    assert corpus.questions(20) == corpus.questions(20)
    assert corpus.clauses(20)[:5] == corpus.clauses(5)


def test_our_engine_finds_the_clause_that_holds_the_words() -> None:
    ask = candour(["the quick brown fox", "a lazy dog", "the dog and the fox"])
    assert [number for number, _ in ask(["quick", "fox"])] == [0, 2]  # type: ignore[attr-defined]


def test_the_engines_take_turns_and_each_is_asked_every_question() -> None:
    heard: list[str] = []
    asked = [[str(number)] for number in range(2 * TURN)]
    times = timed({"one": lambda _: heard.append("one"), "other": lambda _: heard.append("other")}, asked)
    assert [name for name, _ in groupby(heard)] == ["one", "other", "one", "other"]
    assert {name: len(found) for name, found in times.items()} == {"one": 2 * TURN, "other": 2 * TURN}


def test_the_chart_is_an_image_with_a_bar_for_every_engine() -> None:
    drawn = ElementTree.fromstring(chart.svg({"1000": {"candour": 0.1, "other": 5.0}, "100000": {"candour": 0.3}}))  # noqa: S314
    bars = [float(bar.get("width", "0")) for bar in list(drawn.iter("{http://www.w3.org/2000/svg}rect"))[1:]]
    assert len(bars) == 3
    assert bars[0] < bars[2] < bars[1]


def test_the_bare_cost_is_that_of_the_rows_that_one_report_makes(tmp_path: Path) -> None:
    with closing(House.open({"CANDOUR_KEY": KEY}, tmp_path)) as house:
        house.lay()
        bare = Bare.like(prepared(house), house)
        with house.database.reading() as rows:
            before = {table: rows.count(table, {"school": "sample"}) for table in COUNTED}
        bare.keep("OTHER")
        with house.database.reading() as rows:
            assert {table: rows.count(table, {"school": "sample"}) for table in COUNTED} == {
                table: 2 * count for table, count in before.items()
            }
        assert all(before.values())


def test_filing_is_measured_beside_the_bare_cost() -> None:
    found = measured("sqlite", 3)
    assert set(found) == {"candour", "bare"}
    assert all(0 < row["p50 ms"] <= row["p99 ms"] and row["per s"] > 0 for row in found.values())
