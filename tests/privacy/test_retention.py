"""A whole life: a report is sent, acknowledged and closed, its days pass, and it goes for good, certified once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adapters import erasing, rounds
from adapters.assembly import House
from adapters.worker import Worker
from reports.ageing import CLOSED, WITHDRAWN
from reports.reporter import of
from tests.privacy.planted import CODE, HEAD, ID, NOW, REPORTER, Clock, Noted, found, plant
from tests.processes.terminal import house, sample

DAYS = 90
CLOSING = NOW + timedelta(days=14)
SECOND = timedelta(seconds=1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def opened(tmp_path: Path, clock: Clock) -> Iterator[House]:
    with closing(house(sample(tmp_path / "school"), clock)) as opened:
        plant(opened)
        yield opened


def worked(opened: House) -> int:
    """What a worker that has just been started finds to do; how many certificates there then are."""
    round = rounds.made(opened, opened.school("sample"), rounds.Remembered())
    worker = Worker((round,), opened.clock)
    worker.drain()
    worker.tidy()
    return len(erasing.certificates(opened, "sample").all())


def closed(opened: House, clock: Clock) -> None:
    desk = opened.desk(opened.school("sample"))
    assert desk.open(ID, HEAD, clock())
    assert desk.acknowledge(ID, HEAD, clock())
    assert desk.ask(ID, HEAD, "asked", "When was that?", clock())
    assert of(desk, CODE).add("added", "On Monday.", clock(), "asked")
    clock.at = CLOSING
    assert desk.close(ID, HEAD, "closing", "We have spoken to him.", True, clock())


def test_a_closed_report_goes_when_its_days_are_over_and_is_certified_once(
    opened: House, clock: Clock, tmp_path: Path
) -> None:
    closed(opened, clock)
    noted = Noted.of(opened)
    clock.at = CLOSING + timedelta(days=DAYS) - SECOND
    assert worked(opened) == 0
    assert of(opened.desk(opened.school("sample")), CODE).case()
    clock.at += SECOND
    assert worked(opened) == 1
    clock.at += timedelta(days=1)
    assert worked(opened) == 1
    (kept,) = erasing.certificates(opened, "sample").all()
    assert (kept.case, kept.rule) == (ID, CLOSED)
    assert kept.scrubbed
    assert found(tmp_path, noted.all) == []
    desk = opened.desk(opened.school("sample"))
    assert of(desk, CODE).case() is None
    assert desk.waiting_for(HEAD) == ()
    assert desk.open(ID, HEAD, clock()) is None


def test_what_is_held_outlives_its_days_and_goes_when_it_is_released(opened: House, clock: Clock) -> None:
    closed(opened, clock)
    erasing.certificates(opened, "sample").hold(ID, clock())
    clock.at = CLOSING + timedelta(days=DAYS + 300)
    assert worked(opened) == 0
    assert erasing.certificates(opened, "sample").release(ID)
    assert worked(opened) == 1


def test_what_is_withdrawn_goes_at_once_with_a_certificate_and_its_id_files_nothing_more(
    opened: House, clock: Clock, tmp_path: Path
) -> None:
    noted = Noted.of(opened)
    desk = opened.desk(opened.school("sample"))
    assert of(desk, CODE).withdraw(clock())
    (kept,) = erasing.certificates(opened, "sample").all()
    assert (kept.case, kept.rule) == (ID, WITHDRAWN)
    assert found(tmp_path, noted.all) == []
    plant(opened)
    assert of(desk, CODE).case() is None
    assert desk.cases.load(ID).erased
    assert desk.by_code(CODE) is None
    assert REPORTER not in repr(desk.cases.load(ID))
    assert worked(opened) == 1


def test_what_is_withdrawn_while_it_is_held_is_read_by_nobody_and_goes_when_it_is_released(
    opened: House, clock: Clock
) -> None:
    certificates, desk = erasing.certificates(opened, "sample"), opened.desk(opened.school("sample"))
    certificates.hold(ID, clock())
    assert of(desk, CODE).withdraw(clock())
    assert worked(opened) == 0
    assert desk.by_code(CODE) is None
    assert desk.open(ID, HEAD, clock()) is None
    certificates.release(ID)
    assert worked(opened) == 1
    assert certificates.all()[0].rule == WITHDRAWN
