"""Real workers, a real mail server and kill -9: each recipient has one item, and a repeat that a mailbox can tell."""

from __future__ import annotations

import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.assembly import now
from adapters.auditor import SAID, Trouble
from adapters.stores.rows import utc
from adapters.worker import LEASE
from reports.desk import ACCOUNT
from reports.people import PersonId
from reports.report import CaseId, Concern, Kind, Report
from tests.databases import postgres
from tests.mail_sink import SENDER, Sink, free_port, running
from tests.processes.terminal import PATIENCE, Kept, Terminal, house, items, sample, script

PORT = free_port()
MAIL = {"SMTP_URL": f"smtp://127.0.0.1:{PORT}?from={SENDER}", "ALARM_EMAIL": "owner@trust.example"}
TEACHER = PersonId("t.teacher")
REPORTS = 6
KILLED = -signal.SIGKILL


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample(tmp_path_factory.mktemp("prepared") / "school", **MAIL)


@pytest.fixture
def school(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "school"))


@pytest.fixture
def sink() -> Iterator[Sink]:
    with running(Sink(port=PORT)) as found:
        yield found


def file(school: Path, *ids: str, kind: Kind = Kind.POLICY_BREACH) -> None:
    concern = Concern(kind, frozenset({"colleague", "person:c.colleague"}), TEACHER)
    with closing(house(school)) as opened:
        desk = opened.desk(opened.school("sample"))
        for id in ids:
            desk.file(Report(CaseId(id), now(), concern, False), {ACCOUNT: "kingfisher"}, id)


def overdue(school: Path) -> None:
    """Everything is long due, as after days without a worker."""
    with closing(house(school)) as opened, opened.database.transaction() as rows:
        rows.query("UPDATE errands SET due = :due, held = NULL RETURNING id", due=utc(now() - timedelta(days=3)))
        rows.query("DELETE FROM lanes RETURNING recipient")


def hops_told(school: Path) -> set[int]:
    """To how many people each of the reports has been delivered."""
    with closing(house(school)) as opened:
        store = opened.cases("sample")
        return {len(store.load(CaseId(f"C{n}")).delivered) for n in range(REPORTS)}


def freed(school: Path) -> None:
    """The leases of workers that died are over."""
    with closing(house(school)) as opened, opened.database.transaction() as rows:
        rows.query("UPDATE errands SET held = NULL RETURNING id")
        rows.query("DELETE FROM lanes RETURNING recipient")


def addressed(school: Path, *who: str) -> list[str]:
    with closing(house(school)) as opened:
        people = opened.school("sample").school
        return [people.person(id).email for id in who]  # type: ignore[union-attr]


def until(holds: Callable[[], bool]) -> None:
    before = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < before
        time.sleep(0.05)


def once(school: Path) -> None:
    with Terminal(school, "worker", "--once") as worker:
        assert worker.end() == 0


def test_f02_a_report_kept_before_the_worker_died_is_carried_when_one_starts(school: Path, sink: Sink) -> None:
    file(school, "C1")
    assert script(school, "tests.processes.dying", "deliver", "-courier.notify") == KILLED
    assert sink.raw == []
    freed(school)
    once(school)
    assert sink.to == addressed(school, "h.head")
    assert items(school) == {"h.head": 1}


def test_f03_a_letter_sent_just_before_the_worker_died_may_come_twice_under_one_id(school: Path, sink: Sink) -> None:
    file(school, "C1")
    assert script(school, "tests.processes.dying", "deliver", "courier.notify") == KILLED
    assert len(sink.raw) == 1
    freed(school)
    once(school)
    assert sink.to == addressed(school, "h.head") * 2
    assert len({letter["Message-ID"] for letter in sink.letters}) == 1
    assert Kept.at(school).inboxes == ("h.head",)
    assert b"kingfisher" not in b"".join(sink.raw)


def test_f11_an_address_that_is_refused_moves_the_report_on_at_once(school: Path, sink: Sink) -> None:
    (head,) = addressed(school, "h.head")
    sink.answers[head] = "550 5.1.1 nobody"
    (school / ".env").write_text((school / ".env").read_text() + "CANDOUR_ENV=production\nCANDOUR_DISK=kept\n")
    file(school, "C1")
    once(school)
    assert sink.to == addressed(school, "d.deputy")
    assert Kept.at(school).inboxes == ("d.deputy",)


def test_f57_two_workers_fire_each_hop_once_with_one_killed_between(school: Path, sink: Sink) -> None:
    file(school, *(f"C{n}" for n in range(REPORTS)))
    with Terminal(school, "worker") as one, Terminal(school, "worker") as two:
        until(lambda: hops_told(school) == {1})
        for hops in (2, 3):
            overdue(school)
            until(lambda hops=hops: hops_told(school) == {hops})  # type: ignore[misc]
            one.kill()
        two.signal(signal.SIGTERM)
        assert two.end() == 0
    with closing(house(school)) as opened:
        for n in range(REPORTS):
            case = opened.cases("sample").load(CaseId(f"C{n}"))
            assert [to for to, _ in case.delivered] == ["h.head", "d.deputy", "c.chair"]
    assert len({letter["Message-ID"] for letter in sink.letters}) >= 3 * REPORTS  # and those of reminders


def test_f28_what_is_urgent_goes_first_after_days_off(school: Path, sink: Sink) -> None:
    file(school, "S1", "S2", "S3")
    file(school, "T1", kind=Kind.THREAT)
    overdue(school)
    with closing(house(school)) as opened:
        first = opened.cases("sample").claim(now(), now() + LEASE)
    assert first
    assert first[1].case == "T1"
    overdue(school)
    once(school)
    assert len(sink.to) == len({letter["Message-ID"] for letter in sink.letters}) >= 8  # each hop once, head and deputy


def test_f56_a_worker_that_is_killed_is_told_of_by_letter(school: Path, sink: Sink) -> None:
    with Terminal(school, "worker") as worker:
        worker.until("Carrying reports.")
        with closing(house(school)) as opened:
            assert opened.shelf
            until(lambda: opened.auditor().vitals.last_beat() is not None)
        worker.kill()
    began = now()
    with closing(house(school, lambda: began)) as early:
        auditor = early.auditor()
    with closing(house(school, lambda: now() + timedelta(minutes=11))) as late:
        watching = replace(late.auditor(), began=auditor.began)
        watching.look()
        watching.look()
    (letter,) = sink.letters
    assert letter["To"] == "owner@trust.example"
    assert letter.get_content().strip() == SAID[Trouble.SILENT].format(minutes=10)
    assert "arkfield" not in letter.as_string()


@pytest.mark.needs("postgresql")
def test_f27_workers_on_postgresql_go_by_its_clock_and_not_by_their_own(tmp_path: Path) -> None:
    with postgres() as url:
        folder = sample(tmp_path / "school", DATABASE_URL=url)
        with closing(house(folder)) as opened:
            assert opened.worker().clock == opened.database.now
            assert abs(opened.database.now() - datetime.now(UTC)) < timedelta(minutes=1)
        moved = now() + timedelta(days=1)
        with closing(house(folder, lambda: moved)) as opened:
            assert opened.worker().clock() == moved  # a test's own clock wins
