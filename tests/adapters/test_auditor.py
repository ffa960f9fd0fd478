"""Somebody outside is told once when deliveries stand still or no worker is alive, by whichever process notices."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.auditor import AGAIN, SAID, Auditor, Pulse, Trouble
from adapters.stores import migrations
from adapters.stores.rows import Store, utc
from adapters.stores.vitals import StoredVitals
from tests.databases import KINDS, empty

BEGAN = datetime(2026, 11, 20, 10, tzinfo=UTC)
PATIENCE = timedelta(minutes=10)


@dataclass
class Scene:
    """One database, watched by any number of auditors."""

    opened: Callable[[str], Store]
    at: datetime = BEGAN
    told: list[str] = field(default_factory=list)
    fault: Exception | None = None

    def auditor(self) -> Auditor:
        vitals = StoredVitals(self.opened("candour"))
        return Auditor(vitals, ("s", "t"), lambda: self.at, PATIENCE, BEGAN, self.tell)

    def tell(self, said: str) -> None:
        if self.fault:
            raise self.fault
        self.told.append(said)

    def errand(self, due: datetime, school: str = "s") -> None:
        row = {"school": school, "case_id": "C1", "verb": "deliver", "due": utc(due), "recipient": "h.head", "hop": 0}
        with self.opened("candour").transaction() as rows:
            rows.add("errands", [row | {"urgent": 0, "tries": 0}])

    def later(self, minutes: float) -> None:
        self.at += timedelta(minutes=minutes)


@pytest.fixture(params=KINDS)
def scene(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Scene]:
    with empty(request.param, tmp_path) as opened:
        migrations.migrate(opened("candour"), migrations.DATABASE)
        yield Scene(opened)


def said(trouble: Trouble) -> str:
    return SAID[trouble].format(minutes=10)


def alive(scene: Scene) -> Auditor:
    """An auditor beside a worker that has just said that it is alive."""
    auditor = scene.auditor()
    auditor.vitals.beat("w1", scene.at)
    return auditor


def test_f56_a_worker_that_died_silently_is_told_of_once_by_one_auditor(scene: Scene) -> None:
    Pulse("w1", scene.auditor())()
    auditors = [scene.auditor() for _ in range(3)]
    scene.later(9)
    for auditor in auditors:
        auditor.look()
    assert scene.told == []
    scene.later(2)
    for auditor in auditors * 3:
        auditor.look()
    assert scene.told == [said(Trouble.SILENT)]


def test_f56_another_episode_is_told_of_again(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    auditor, pulse = scene.auditor(), Pulse("w1", scene.auditor())
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            scene.later(11)
            auditor.look()
            auditor.look()
            pulse()
            auditor.look()
    assert scene.told == [said(Trouble.SILENT)] * 2
    assert caplog.text.count("All is well again: silent") == 2


def test_f56_an_alarm_that_could_not_be_sent_is_tried_again(scene: Scene) -> None:
    auditor, scene.fault = scene.auditor(), ConnectionError()
    scene.later(11)
    auditor.look()
    scene.fault = None
    auditor.look()
    assert scene.told == []
    scene.later(AGAIN.total_seconds() / 60)
    for _ in range(3):
        auditor.look()
    assert scene.told == [said(Trouble.SILENT)]


def test_what_is_overdue_is_told_of_although_workers_are_alive(scene: Scene) -> None:
    scene.errand(BEGAN - timedelta(minutes=9))
    alive(scene).look()
    assert scene.told == []
    scene.later(2)
    for _ in range(2):
        alive(scene).look()
    assert scene.told == [said(Trouble.LATE)]


def test_a_delivery_that_is_put_off_again_and_again_is_late_all_the_same(scene: Scene) -> None:
    scene.errand(BEGAN)
    scene.later(11)
    with scene.opened("candour").transaction() as rows:
        rows.change("errands", {"case_id": "C1"}, {"held": utc(scene.at + timedelta(hours=1)), "tries": 9})
    assert alive(scene).troubles() == (Trouble.LATE,)


def test_another_installations_school_is_not_looked_after(scene: Scene) -> None:
    scene.errand(BEGAN - timedelta(days=1), "elsewhere")
    assert alive(scene).troubles() == ()


def test_an_alarm_names_nobody_and_counts_nothing(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(7):
        scene.errand(BEGAN - timedelta(hours=1))
    with caplog.at_level(logging.DEBUG):
        alive(scene).look()
    for word in ("h.head", "C1", "deliver:", "7"):
        assert word not in scene.told[0]
        assert word not in caplog.text


def test_a_process_that_has_just_begun_hears_nobody_and_waits(scene: Scene) -> None:
    scene.auditor().vitals.beat("w0", BEGAN - timedelta(hours=5))
    assert scene.auditor().troubles() == ()
    scene.later(11)
    assert scene.auditor().troubles() == (Trouble.SILENT,)


def test_the_beats_of_workers_long_gone_are_forgotten(scene: Scene) -> None:
    for name in ("w1", "w2"):
        scene.auditor().vitals.beat(name, scene.at)
        scene.later(60 * 25)
    with scene.opened("candour").reading() as rows:
        assert [row["worker"] for row in rows.query("SELECT worker FROM heartbeats")] == ["w2"]


@dataclass
class Counted(StoredVitals):
    """How often each is asked."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.beats = 0

    def beat(self, worker: str, now: datetime) -> None:
        self.beats += 1
        super().beat(worker, now)


def test_a_worker_beats_now_and_then_and_again_at_once_if_the_clock_was_put_back(scene: Scene) -> None:
    vitals = Counted(scene.opened("candour"))
    pulse = Pulse("w1", replace(scene.auditor(), vitals=vitals))
    for _ in range(100):
        pulse()
    assert vitals.beats == 1
    scene.later(-60)
    pulse()
    assert vitals.beats == 2
