"""Runs in a process of its own: says how long the index or the whole answer takes to load, and in how much memory."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from tests.bench.corpus import questions

ASKED = 300


def megabytes() -> float:
    """What this process holds now; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    rows = status.read_text().splitlines() if status.exists() else []
    return next((int(row.split()[1]) / 1024 for row in rows if row.startswith("VmRSS")), 0.0)


def index(file: str) -> dict[str, float]:
    from knowledge.index import Index

    before = megabytes()
    start = time.perf_counter()
    kept = Index.from_bytes(Path(file).read_bytes())
    loaded = time.perf_counter() - start
    return {"clauses": kept.size, "load ms": _ms(loaded), "resident MB": round(megabytes() - before, 1)}


def serving(home: str) -> dict[str, float]:
    from adapters.assembly import House

    start = time.perf_counter()
    house = House.open({"CANDOUR_HOME": home}, Path(home))
    library = house.library("sample")
    loaded = time.perf_counter() - start
    times = []
    for question in ["whoo mussst I tel abuot a mesage", *questions(ASKED), "who do I tell about bullying"]:
        start = time.perf_counter()
        library.ask(question)
        times.append(time.perf_counter() - start)
    rest = sorted(times[1:])
    return {
        "open ms": _ms(loaded),
        "first misspelt ask ms": _ms(times[0]),
        "median ask ms": _ms(rest[len(rest) // 2]),
        "p95 ask ms": _ms(rest[int(0.95 * len(rest))]),
        "resident MB": round(megabytes(), 1),
    }


def _ms(seconds: float) -> float:
    return round(1_000 * seconds, 3)


if __name__ == "__main__":
    what, where = sys.argv[1:]
    print(json.dumps({"index": index, "serving": serving}[what](where)))
