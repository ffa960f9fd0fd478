"""The privacy suite can't pass by leaving something out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PASSES = "def test_one():\n    assert True\n"
SKIPS = "import pytest\n\n@pytest.mark.skip(reason='no')\ndef test_two():\n    assert True\n"
FAILS = "def test_three():\n    assert False\n"
RUN = "import sys; from pathlib import Path; from tests.privacy.__main__ import main; "


def ran(folder: Path, expected: int, *tests: str, addopts: str = "") -> tuple[int, str]:
    for number, text in enumerate(tests):
        (folder / f"test_{number}.py").write_text(text, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = -q\n", encoding="utf-8")
    command = [sys.executable, "-c", f"{RUN}sys.exit(main(Path({str(folder)!r}), {expected}))"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTEST_ADDOPTS": addopts}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.splitlines()[-1]


def test_it_passes_where_every_test_is_there_and_passes(tmp_path: Path) -> None:
    assert ran(tmp_path, 1, PASSES) == (0, "Privacy: all 1 tests passed.")


@pytest.mark.parametrize(
    ("expected", "tests"),
    [(2, (PASSES,)), (0, (PASSES,)), (2, (PASSES, SKIPS)), (2, (PASSES, FAILS)), (0, ()), (1, ("syntax error",))],
)
def test_it_fails_where_one_is_missing_skipped_or_fails(tmp_path: Path, expected: int, tests: tuple[str, ...]) -> None:
    status, said = ran(tmp_path, expected, *tests)
    assert status == 1
    assert said.startswith("Privacy: failed.")


def test_nobody_leaves_a_test_out_by_the_environment(tmp_path: Path) -> None:
    assert ran(tmp_path, 2, PASSES, PASSES.replace("one", "two"), addopts="-k two")[0] == 0


def test_the_number_that_is_expected_is_the_number_there_is() -> None:
    collect = [sys.executable, "-m", "pytest", "--collect-only", "-p", "no:cacheprovider", "tests/privacy"]
    said = subprocess.run(collect, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    expected = (ROOT / "tests" / "privacy" / "expected_count").read_text(encoding="utf-8").strip()
    assert f"\n{expected} tests collected" in said
