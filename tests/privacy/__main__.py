"""Runs every test of this folder and lets none be left out (`make privacy`): a skip or a missing test is a failure."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
EXPECTED = HERE / "expected_count"


class Whole:
    """Counts what was collected, left out and run."""

    def __init__(self) -> None:
        self.collected = self.left_out = self.passed = 0

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        self.collected = len(session.items)

    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        self.left_out += len(items)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.left_out += report.skipped
        self.passed += report.when == "call" and report.passed

    def fault(self, expected: int) -> str:
        if self.collected != expected:
            return f"{self.collected} tests were found, and there should be {expected}. If that is right: make count"
        if self.left_out or self.passed != expected:
            return f"{self.passed} of {expected} tests passed, and {self.left_out} were left out."
        return ""


def main(folder: Path, expected: int) -> int:
    os.environ.pop("PYTEST_ADDOPTS", None)
    whole = Whole()
    status = int(pytest.main([str(folder), "-p", "no:cacheprovider"], plugins=[whole]))
    fault = whole.fault(expected)
    print(f"Privacy: failed. {fault}" if fault or status else f"Privacy: all {expected} tests passed.")
    return 1 if fault or status else 0


if __name__ == "__main__":
    sys.exit(main(HERE, int(EXPECTED.read_text(encoding="utf-8"))))
