"""The closing line is honest: what was not run is named, and fails where nothing may be missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PASSES = "def test_it() -> None:\n    assert True\n"
NEEDS_POLICIES = f"import pytest\n@pytest.mark.needs('shared')\n{PASSES}"
SKIPS = "import pytest\ndef test_it() -> None:\n    pytest.skip('no reason at all')\n"
FAILS = "def test_it() -> None:\n    assert False\n"
NAMED = "Not run: 1 test (the real policies are not in ../shared)."


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A project of no tests yet, beside no real policies."""
    (tmp_path / "project" / "tests").mkdir(parents=True)
    for file in ("conftest.py", "sampled.py"):
        shutil.copy(ROOT / "tests" / file, tmp_path / "project" / "tests")
    (tmp_path / "project" / "pytest.ini").write_text("[pytest]\ntestpaths = tests\naddopts = -q --strict-markers\n")
    return tmp_path / "project"


def run(checkout: Path, require: str = "", **tests: str) -> tuple[int, list[str]]:
    """pytest's exit status, and all that it said."""
    for name, text in tests.items():
        (checkout / "tests" / f"test_{name}.py").write_text(text)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    environment = {**os.environ, "CANDOUR_REQUIRE": require, "PYTEST_ADDOPTS": ""}
    done = subprocess.run(command, cwd=checkout, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, (done.stdout + done.stderr).splitlines()


def policies(checkout: Path) -> None:
    (checkout.parent / "shared" / "policies").mkdir(parents=True)
    (checkout.parent / "shared" / "policies" / "a.txt").touch()


def test_a_whole_run_says_that_nothing_was_left_out(checkout: Path) -> None:
    status, said = run(checkout, first=PASSES)
    assert (status, said[-1]) == (0, "Nothing was left out.")
    assert said[-2].startswith("1 passed"), "pytest's own closing line stays in sight"


def test_what_is_missing_is_named_and_not_counted_as_passed(checkout: Path) -> None:
    status, said = run(checkout, first=PASSES, second=NEEDS_POLICIES)
    assert (status, said[-1]) == (0, NAMED)
    assert said[-2].startswith("1 passed, 1 skipped")


def test_what_is_there_is_run(checkout: Path) -> None:
    policies(checkout)
    assert run(checkout, first=NEEDS_POLICIES)[1][-1] == "Nothing was left out."


def test_a_plain_skip_is_named_too(checkout: Path) -> None:
    assert run(checkout, first=SKIPS)[1][-1] == "Not run: 1 test (no reason at all)."


def test_what_is_required_and_missing_fails(checkout: Path) -> None:
    status, said = run(checkout, require="shared", first=NEEDS_POLICIES)
    assert status == 1
    assert any("the real policies are not in ../shared" in line for line in said)


def test_all_requires_what_can_be_installed_and_the_real_policies_cannot(checkout: Path) -> None:
    status, said = run(checkout, require="all", first=NEEDS_POLICIES)
    assert (status, said[-1]) == (0, NAMED)


def test_where_all_is_required_no_skip_passes(checkout: Path) -> None:
    policies(checkout)
    status, said = run(checkout, require="all", first=SKIPS)
    assert (status, said[-2]) == (1, "Failed: CANDOUR_REQUIRE=all, and tests were left out.")


@pytest.mark.parametrize(("floor", "status"), [("1", 0), ("2", 1)])
def test_f58_fewer_tests_than_were_written_down_fail(checkout: Path, floor: str, status: int) -> None:
    (checkout / "tests" / "expected_count").write_text(f"{floor}\n")
    assert run(checkout, require="all", first=PASSES)[0] == status


def test_a_failure_stays_a_failure(checkout: Path) -> None:
    status, said = run(checkout, first=FAILS)
    assert (status, said[-1]) == (1, "Nothing was left out.")


def test_an_unknown_requirement_is_refused_in_a_sentence(checkout: Path) -> None:
    status, said = run(checkout, require="everything", first=PASSES)
    assert status == 4
    wanted = "CANDOUR_REQUIRE names everything; it may name all, shared, postgresql, chromium."
    assert any(wanted in line for line in said)
