"""`make bench`: measures search, answers, filing and both doors, prints one JSON object, and draws docs/bench.svg.

    python -m tests.bench [--sizes 1000,10000,100000] [--no-chart]

Engines that are not installed are left out; `pip install bm25s tantivy` brings them. The engines take
turns, so that whatever else the machine does slows all of them alike.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from adapters.assembly import House
from knowledge.index import Index
from knowledge.policy import Clause, Policy, Version
from knowledge.words import terms
from tests.bench import chart, slack, teams
from tests.bench.corpus import clauses, questions
from tests.bench.engines import ENGINES, Ask
from tests.bench.filing import filing

ROOT = Path(__file__).resolve().parents[2]
SIZES = (1_000, 10_000, 100_000)
SCHOOL = 15_000  # clauses of a large trust, in policies of a hundred
ASKED = 200
TURN = 25  # questions
SLOW = 0.05  # seconds; an engine this slow has one turn only
INSIDE = {"candour": "knowledge", "fts5": "sqlite3"}


def main() -> None:
    options = _options()
    found = {str(size): searches(size) for size in options.sizes}
    if not options.no_chart:
        drawn = {size: {name: row["median ms"] for name, row in rows.items()} for size, rows in found.items()}
        (ROOT / "docs" / "bench.svg").write_text(chart.svg(drawn), encoding="utf-8")
    largest = found[str(max(options.sizes))]
    result = {
        "search": found,
        "index": {str(size): index(size) for size in options.sizes},
        "ask": {str(SCHOOL): serving()},
        "slack": asyncio.run(slack.measured()),
        "filing": filing(),
        "teams": teams.turns(),
        "times as fast": {
            name: round(row["median ms"] / largest["candour"]["median ms"], 2) for name, row in largest.items()
        },
    }
    print(json.dumps(result))


def _options():  # type: ignore[no-untyped-def]  # argparse gives anything
    parser = ArgumentParser(prog="make bench")
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")], default=SIZES)
    parser.add_argument("--no-chart", action="store_true")
    return parser.parse_args()


def searches(size: int) -> dict[str, dict[str, float]]:
    texts, asked = clauses(size), [terms(question) for question in questions(ASKED)]
    rows: dict[str, dict[str, float]] = {}
    built: dict[str, Ask] = {}
    for name, build in ENGINES.items():
        if find_spec(INSIDE.get(name, name)):
            start = time.perf_counter()
            built[name] = build(texts)
            rows[name] = {"build s": round(time.perf_counter() - start, 3)}
    for name, times in timed(built, asked).items():
        rows[name] |= {"median ms": _ms(times[len(times) // 2]), "p99 ms": _ms(times[int(0.99 * len(times))])}
    return rows


def timed(built: Mapping[str, Ask], asked: Sequence[Sequence[str]]) -> dict[str, list[float]]:
    """Sorted times of each engine. They take turns, a few questions each, as a busy server asks one engine."""
    times: dict[str, list[float]] = {name: [] for name in built}
    for start in range(0, len(asked), TURN):
        for name, ask in built.items():
            if start and times[name][-1] > SLOW:
                continue
            ask(asked[start])
            for question in asked[start : start + TURN]:
                begun = time.perf_counter()
                ask(question)
                times[name].append(time.perf_counter() - begun)
    return {name: sorted(found) for name, found in times.items()}


def index(size: int) -> dict[str, float]:
    """How long a kept index takes to load, in a process that does nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "index")
        file.write_bytes(Index.fit([terms(text) for text in clauses(size)]).to_bytes())
        return _alone("index", file)


def serving() -> dict[str, float]:
    """A whole question at a large school, from opening the database to the answer."""
    texts = clauses(SCHOOL)
    with tempfile.TemporaryDirectory() as folder:
        house = House.open({"CANDOUR_HOME": folder}, Path(folder))
        for start in range(0, SCHOOL, 100):
            numbered = enumerate(texts[start : start + 100], 1)
            found = tuple(
                Clause(text, number=str(n), label=str(n), headings=(f"Part {n // 9}",)) for n, text in numbered
            )
            house.shelf.put("sample", Policy(f"p{start}", f"Policy {start}", Version(str(start), "May 2026"), found))
        house.library("sample")
        house.close()
        return _alone("serving", Path(folder))


def _alone(what: str, where: Path) -> dict[str, float]:
    words = [sys.executable, "-m", "tests.bench.resident", what, str(where)]
    done = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _ms(seconds: float) -> float:
    return round(1_000 * seconds, 4)


if __name__ == "__main__":
    main()
