"""Says at the end of a run what was not run, and lets nothing be left out where CANDOUR_REQUIRE forbids it.

A test that needs a server, a browser or a folder says so: `@pytest.mark.needs("shared")`. Where the thing is missing,
the test is skipped, and named in the closing line. With `CANDOUR_REQUIRE=all`, or a list such as
`CANDOUR_REQUIRE=shared,postgresql`, it fails instead, and so does a run with fewer tests than tests/expected_count.
`all` means all that can be installed: the real policies cannot, so they are required by name only.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from tests import sampled

ROOT = Path(__file__).resolve().parents[1]
FLOOR = ROOT / "tests" / "expected_count"
POSTGRES = os.environ.get("TEST_POSTGRES") or "postgresql://postgres@127.0.0.1:5432/postgres"


@dataclass(frozen=True)
class Resource:
    """What a test may need beyond this checkout; `missing` says why it is not there, or nothing."""

    missing: Callable[[], str]
    installable: bool = True  # can CI install it? then `all` requires it


def _shared() -> str:
    here = any((ROOT.parent / "shared" / "policies").glob("*.txt"))
    return "" if here else "the real policies are not in ../shared"


def _postgresql() -> str:
    """Answers as somebody who may make databases; TEST_POSTGRES names another server than this machine's own."""
    try:
        import psycopg
    except ImportError:
        return "psycopg is not installed"
    try:
        psycopg.connect(POSTGRES, connect_timeout=3).close()
    except psycopg.Error:
        return "no PostgreSQL answers at 127.0.0.1:5432, nor at TEST_POSTGRES"
    return ""


def _chromium() -> str:
    if not importlib.util.find_spec("selenium"):
        return "selenium is not installed"
    return "" if shutil.which("chromium") and shutil.which("chromedriver") else "there is no chromium and chromedriver"


RESOURCES = {
    "shared": Resource(_shared, installable=False),
    "postgresql": Resource(_postgresql),
    "chromium": Resource(_chromium),
}


@cache
def missing(name: str) -> str:
    return RESOURCES[name].missing()


def required() -> frozenset[str]:
    """The resources that a run may not do without, as CANDOUR_REQUIRE names them."""
    named = {name.strip() for name in os.environ.get("CANDOUR_REQUIRE", "").split(",")} - {""}
    if unknown := named - RESOURCES.keys() - {"all"}:
        raise pytest.UsageError(
            f"CANDOUR_REQUIRE names {', '.join(sorted(unknown))}; it may name all, {', '.join(RESOURCES)}."
        )
    installable = {name for name, resource in RESOURCES.items() if resource.installable}
    return frozenset((named | installable if "all" in named else named) - {"all"})


def strict() -> bool:
    return "all" in os.environ.get("CANDOUR_REQUIRE", "")


@dataclass
class Tally:
    """What became of each test of this run."""

    ran: set[str] = field(default_factory=set)
    left_out: Counter[str] = field(default_factory=Counter)  # by reason
    faults: list[str] = field(default_factory=list)

    def closing(self) -> str:
        left = [f"{count} test{'s' * (count > 1)} ({why})" for why, count in sorted(self.left_out.items())]
        return f"Not run: {'; '.join(left)}." if left else "Nothing was left out."


TALLY = pytest.StashKey[Tally]()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(name): skipped, and named at the end, where this resource is missing")
    config.stash[TALLY] = Tally()
    config.pluginmanager.register(Closing(config), "candour-closing")
    config.pluginmanager.register(sampled, "candour-sampled")
    required()


def pytest_runtest_setup(item: pytest.Item) -> None:
    for name in (name for mark in item.iter_markers("needs") for name in mark.args):
        if why := missing(name):
            (pytest.fail if name in required() else pytest.skip)(why)


class Closing:
    """Counts what ran, and speaks last."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.tally = config.stash[TALLY]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._count(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self._count(report)

    def _count(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.skipped:
            why = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
            self.tally.left_out[why.removeprefix("Skipped: ").strip(" .")] += 1
        elif report.when == "call" or report.failed:
            self.tally.ran.add(report.nodeid)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Iterator[None]:
        """Judges before pytest prints its own last line, and prints after it."""
        if session.config.option.collectonly:
            return (yield)
        self.tally.faults += self._shortfalls() if strict() else []
        if self.tally.faults and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        yield
        reporter = session.config.pluginmanager.get_plugin("terminalreporter")
        if reporter:
            for line in [*self.tally.faults, self.tally.closing()]:
                reporter.write_line(line)

    def _shortfalls(self) -> Iterator[str]:
        if self.tally.left_out and not missing("shared"):
            yield "Failed: CANDOUR_REQUIRE=all, and tests were left out."
        accounted = len(self.tally.ran) + self.tally.left_out.total()
        floor = int(FLOOR.read_text()) if FLOOR.exists() else 0
        if self._whole() and accounted < floor:
            yield f"Failed: {accounted} tests were found, and there were {floor}. If that is right: make count"

    def _whole(self) -> bool:
        option = self.config.option
        chosen = option.keyword or option.markexpr or option.deselect or getattr(option, "lf", False)
        return self.config.args_source is self.config.ArgsSource.TESTPATHS and not chosen
