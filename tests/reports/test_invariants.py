"""No route breaks a rule of fairness, over every school, kind, reporter and set of up to three subjects."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from reports.report import Kind
from reports.route import choose
from tests.reports.cases import ALL, NAMED, SAMPLE_EVERY, blocks, tried

EXHAUSTIVE = os.environ.get("CANDOUR_EXHAUSTIVE") == "1"  # about a minute; otherwise one case in nine
ROOT = Path(__file__).resolve().parents[2]
ASK_WITH_ANOTHER_SEED = """
from hashlib import sha256
from reports.route import choose
from tests.reports.cases import blocks
routes = sha256()
for block in blocks():
    for case in block.cases(first=96, every=97):
        route = choose(case.concern, case.school)
        routes.update(repr((route.hops, route.copies, route.outside, sorted(route.excluded))).encode())
print(routes.hexdigest())
"""


def test_no_case_breaks_an_invariant() -> None:
    trials = list(tried(choose, every=1 if EXHAUSTIVE else SAMPLE_EVERY))
    broken = [sentence for sentences in trials for sentence in sentences]
    assert not broken, "\n".join([f"{len(broken)} times, the first of them:", *broken[:20]])
    assert ALL == 237_120
    assert len(trials) == (ALL if EXHAUSTIVE else 26_347)


def test_the_cases_are_different_and_cover_every_school_style_and_kind() -> None:
    scenes = {(block.school.id, block.school.first_hop, block.concern.kind) for block in blocks()}
    assert len(scenes) == len(NAMED) * 2 * len(Kind)
    sets = [case.concern.subjects for case in blocks()[0].cases()]
    assert len(sets) == len(set(sets)) == ALL // len(blocks())


def test_routes_do_not_depend_on_the_order_in_which_python_happens_to_keep_a_set() -> None:
    digests = {asked_with_seed(seed) for seed in ("1", "2")}
    assert len(digests) == 1


def asked_with_seed(seed: str) -> str:
    asked = subprocess.run(
        [sys.executable, "-c", ASK_WITH_ANOTHER_SEED],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return asked.stdout
