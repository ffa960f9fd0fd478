"""The doctor says whether anybody is at work, whether anything is late, and whether letters would go."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from adapters.assembly import House, now
from adapters.auditor import Auditor, Watch
from adapters.doctor.carriage import carriage
from adapters.doctor.findings import Weight
from adapters.stores.rows import Unusable, utc
from adapters.stores.vitals import StoredVitals
from adapters.web.app import app
from adapters.web.counters import Counters
from adapters.web.health import Health
from tests.mail_sink import SENDER, Sink, free_port, running

KEY = "0123456789abcdef" * 4
PRODUCTION = {"CANDOUR_ENV": "production"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with closing(opened(tmp_path)) as laid:
        assert laid.shelf
    return tmp_path


@pytest.fixture
def sink() -> Iterator[Sink]:
    with running(Sink()) as found:
        yield found


def opened(folder: Path, **environ: str) -> House:
    return House.open({"CANDOUR_KEY": KEY} | environ, folder)


def found(folder: Path, **environ: str) -> dict[str, tuple[Weight, str]]:
    with closing(opened(folder, **environ)) as house:
        return {finding.check: (finding.weight, finding.says) for finding in carriage(house)}


def beaten(folder: Path, minutes_ago: int) -> None:
    with closing(opened(folder)) as house:
        StoredVitals(house.database).beat("w", now() - timedelta(minutes=minutes_ago))


def by(port: int) -> dict[str, str]:
    return {"SMTP_URL": f"smtp://127.0.0.1:{port}?from={SENDER}"}


def test_where_it_is_only_tried_out_nothing_is_asked_for(folder: Path) -> None:
    assert found(folder) == {}


def test_in_production_a_worker_a_mail_server_and_an_address_for_alarms_are_asked_for(folder: Path) -> None:
    weights = {check: weight for check, (weight, _) in found(folder, **PRODUCTION).items()}
    assert weights == {"worker": Weight.WORTH, "mail": Weight.MUST, "alarm": Weight.WORTH}


@pytest.mark.parametrize(("minutes", "weight"), [(1, Weight.WELL), (30, Weight.MUST)])
def test_a_worker_that_has_been_silent_must_be_started(folder: Path, minutes: int, weight: Weight) -> None:
    beaten(folder, minutes)
    told = found(folder, **PRODUCTION)["worker"]
    assert told[0] is weight
    assert ("for 30 minutes" in told[1]) is (minutes == 30)


def test_what_is_late_must_be_put_right(folder: Path) -> None:
    beaten(folder, 30)
    row = {"school": "sample", "case_id": "C1", "verb": "chase", "due": utc(now() - timedelta(hours=1)), "hop": 0}
    with closing(opened(folder)) as house, house.database.transaction() as rows:
        rows.add("errands", [row | {"recipient": "", "urgent": 0, "tries": 0}])
    with closing(opened(folder)) as house:
        says = [finding.says for finding in carriage(house)]
    assert says[0].startswith("Something that was due more than 10 minutes ago is not done.")


def test_a_mail_server_that_answers_is_well_and_gets_no_letter(folder: Path, sink: Sink) -> None:
    assert found(folder, **by(sink.port))["mail"] == (
        Weight.WELL,
        f"127.0.0.1, port {sink.port} takes letters from us.",
    )
    assert sink.raw == []


def test_a_mail_server_that_does_not_answer_is_told_of_without_its_password(folder: Path) -> None:
    port = free_port()
    told = found(folder, SMTP_URL=f"smtp://bot:hunter22@127.0.0.1:{port}?from={SENDER}")["mail"]
    assert told == (
        Weight.MUST,
        f"127.0.0.1, port {port} does not take letters from us (ConnectionRefusedError). See SMTP_URL.",
    )


def test_an_address_for_alarms_needs_a_mail_server(folder: Path, sink: Sink) -> None:
    alarm = {"ALARM_EMAIL": "owner@trust.example"}
    assert found(folder, **alarm)["alarm"][0] is Weight.MUST
    assert found(folder, **alarm, **by(sink.port))["alarm"][0] is Weight.WELL


def ready_page(watch: Watch) -> tuple[int, str]:
    counters = Counters()
    health = Health(lambda: True, lambda: 0, counters, troubles=watch.troubles)

    async def get() -> tuple[int, str]:
        async with TestClient(TestServer(app([health], counters))) as client:
            answer = await client.get("/readyz")
            return answer.status, await answer.text()

    return asyncio.run(get())


def test_f56_readyz_names_the_trouble_and_stays_ready_so_that_reports_are_taken_in(folder: Path) -> None:
    with closing(opened(folder)) as house:
        auditor = house.auditor()
        watch = Watch(lambda: auditor, auditor=auditor)
        assert ready_page(watch) == (200, "ready")
        long_ago = Auditor(auditor.vitals, auditor.schools, now, auditor.patience, now() - timedelta(hours=1))
        assert ready_page(Watch(lambda: long_ago, auditor=long_ago)) == (200, "ready\nsilent")


def test_a_watch_outlasts_a_database_that_is_away(folder: Path) -> None:
    with closing(opened(folder)) as house:
        tries: list[int] = []

        def made() -> Auditor:
            tries.append(1)
            if len(tries) < 3:
                raise Unusable("kingfisher")
            watch.stopped.set()
            return house.auditor()

        watch = Watch(made, every=timedelta(milliseconds=1))
        watch.run()
    assert len(tries) == 3
    assert watch.auditor
