"""An erasure that is cut short or held up leaves nothing readable, is finished later, and is certified once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from adapters import erasing
from adapters.assembly import House
from adapters.retiring import AGAIN
from reports.ageing import QUIET
from tests.privacy.planted import CODE, HEAD, ID, YEARS, Clock, Noted, found
from tests.processes.terminal import candour, house, script

STEPS = (
    "-certificates.destroy",
    "certificates.destroy",
    "-database.transaction",
    "database.transaction",
    "-certificates.scrub",
    "certificates.scrub",
    "database.purge",
    "-certificates.scrubbed",
    "certificates.scrubbed",
)
KILLED = -9
READER = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN")
db.execute("SELECT count(*) FROM sqlite_master").fetchall()
print("reading", flush=True)
sys.stdin.read()
"""


@contextmanager
def reading(file: Path) -> Iterator[None]:
    """A process that holds what it read. (In our own, looking at the file would let go of the lock.)"""
    command = [sys.executable, "-c", READER, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdout
        assert reader.stdout.readline() == b"reading\n"
        yield


@pytest.fixture
def opened(folder: Path) -> Iterator[House]:
    with closing(house(folder, Clock(YEARS))) as opened:
        yield opened


@pytest.mark.parametrize("step", STEPS)
def test_f43_killed_at_any_step_it_is_unreadable_and_a_rerun_completes_it_with_one_certificate(
    folder: Path, step: str
) -> None:
    with closing(house(folder, Clock(YEARS))) as before:
        noted = Noted.of(before)
    assert script(folder, "tests.privacy.dying", step) == KILLED
    with closing(house(folder, Clock(YEARS))) as opened:
        desk = opened.desk(opened.school("sample"))
        begun = step != "-certificates.destroy"
        assert bool(desk.waiting_for(HEAD)) is not begun
        case = desk.by_code(CODE)
        assert bool(case and case.filed) is not begun
        assert len(erasing.certificates(opened, "sample").all()) == begun
        erasing.retiring(opened, opened.school("sample")).look(YEARS + timedelta(days=1))
        erasing.retiring(opened, opened.school("sample")).look(YEARS + timedelta(days=2))
        (certificate,) = erasing.certificates(opened, "sample").all()
        assert certificate.at == (YEARS if begun else YEARS + timedelta(days=1))
        assert certificate.scrubbed
        assert found(folder, noted.all) == []


@pytest.mark.parametrize("store", ["candour.db", "keys.db"])
def test_f44_while_somebody_reads_it_is_not_yet_scrubbed_and_then_it_is(
    opened: House, folder: Path, store: str, caplog: pytest.LogCaptureFixture
) -> None:
    noted = Noted.of(opened)
    retiring = erasing.retiring(opened, opened.school("sample"))
    with reading(folder / "data" / store):
        assert retiring.look(YEARS).unscrubbed == 1
        assert opened.vault.is_erased(ID), "its key is gone, whoever reads"
        assert found(folder, noted.all), "and its bytes still stand in a file"
        assert "not yet scrubbed, because somebody is reading: 1" in caplog.text
        assert ID not in caplog.text
        told = candour(folder, "erased")
        assert told.status == 1
        assert "not yet scrubbed" in told.out
        retiring.forget_idle(YEARS + AGAIN)
        assert erasing.certificates(opened, "sample").unscrubbed()
    retiring.forget_idle(YEARS + AGAIN * 100)
    assert erasing.certificates(opened, "sample").unscrubbed() == []
    assert found(folder, noted.all) == []
    assert candour(folder, "erased").status == 0


def test_f44_a_worker_tries_again_each_minute_and_not_at_every_turn(opened: House, folder: Path) -> None:
    retiring = erasing.retiring(opened, opened.school("sample"))
    with reading(folder / "data" / "candour.db"):
        assert retiring.forget_idle(YEARS) == 1
        tried = retiring.looks.scrubbed
        retiring.forget_idle(YEARS + AGAIN / 2)
        assert retiring.looks.scrubbed == tried
        retiring.forget_idle(YEARS + AGAIN)
        assert retiring.looks.scrubbed == YEARS + AGAIN


def test_a_case_is_certified_once_although_two_workers_look_at_once(opened: House, folder: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def look(_: int) -> None:
        with closing(house(folder, Clock(YEARS))) as another:
            erasing.retiring(another, another.school("sample")).look(YEARS)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(look, range(3)))
    (certificate,) = erasing.certificates(opened, "sample").all()
    assert certificate.rule == QUIET
    assert certificate.scrubbed
