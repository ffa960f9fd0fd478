"""A school with one report in it, whose words, kind, subject and reporter are looked for everywhere afterwards."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters.assembly import House
from adapters.worker import Worker
from reports.desk import ACCOUNT
from reports.people import PersonId
from reports.report import CaseId, Concern, Kind, Report
from tests.processes.terminal import KEY as KEY
from tests.processes.terminal import ROOT, house, sample

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
YEARS = NOW + timedelta(days=366)  # when nobody has done anything with it for a year
ID, CODE = CaseId("7KXQ2MPRTA"), "PMCW6JZNMFG6KPMS"
WORDS = "He wrote kingfisher-canary about a pupil in the staff chat."
REPORTER, SUBJECT, HEAD = PersonId("t.teacher"), PersonId("c.colleague"), PersonId("h.head")
CONCERN = Concern(Kind.HARASSMENT, frozenset({"colleague", f"person:{SUBJECT}"}), REPORTER)
CANARIES = ("kingfisher", "harassment", SUBJECT, REPORTER, CODE.casefold())


@dataclass
class Clock:
    at: datetime = NOW

    def __call__(self) -> datetime:
        return self.at


def plant(opened: House, id: CaseId = ID, code: str = CODE, concern: Concern = CONCERN, carried: bool = True) -> None:
    """File it and carry it to its first recipient."""
    registered = opened.school("sample")
    opened.desk(registered).file(Report(id, opened.clock(), concern, False), {ACCOUNT: WORDS}, code)
    if carried:
        Worker((opened.round(registered),), opened.clock).drain()


def school(folder: Path, **more: str) -> Path:
    """The sample school in a folder of its own, with the report in it."""
    sample(folder, **more)
    with closing(house(folder, Clock())) as opened:
        plant(opened)
    return folder


@dataclass(frozen=True)
class Noted:
    """What stands in the files before a case is erased: its sealed rows, and its wrapped key."""

    sealed: tuple[bytes, ...]
    wrapped: bytes

    @classmethod
    def of(cls, opened: House, id: CaseId = ID) -> Noted:
        with opened.database.reading() as rows:
            held = [row["sealed"] for table in ("events", "words") for row in rows.find(table, {"case_id": id})]
        return cls(tuple(held), opened.vault.wrapped.get(id) or b"")

    @property
    def all(self) -> tuple[bytes, ...]:
        return (*self.sealed, self.wrapped)


def found(folder: Path, wanted: Sequence[bytes]) -> list[str]:
    """Each file under the folder that holds a part of one of these."""
    command = [sys.executable, "-m", "tests.privacy.traces", str(folder), *(whole.hex() for whole in wanted)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    return said.stdout.splitlines()
