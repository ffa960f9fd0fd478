"""One contract for every queue of errands: each person has a lane, and what holds up one lane holds up no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.stores import migrations
from adapters.stores.cases import StoredCases
from adapters.stores.certificates import StoredCertificates
from adapters.stores.erasure import Erasure
from adapters.stores.errands import StoredErrands
from adapters.stores.keys import StoredKeys
from adapters.stores.rows import Store
from adapters.vault import Keyring, Vault
from reports.case import Case, Exhausted
from reports.errands import Decision, Errand, Verb
from reports.people import PersonId
from reports.report import CaseId
from tests.databases import KINDS, empty
from tests.fakes import MemoryCases

NOW = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
LEASE = NOW + timedelta(minutes=1)
HOUR = timedelta(hours=1)
HEAD, CHAIR = PersonId("h.head"), PersonId("c.chair")


class Kept(StoredErrands):
    """A stored queue, and the way in which errands come into it."""

    def __init__(self, store: Store, keys: Store, school: str) -> None:
        super().__init__(store, school)
        vault = Vault(Keyring((bytes(32),)), StoredKeys(keys))
        erasure = Erasure(store, StoredCertificates(keys, school), vault, school)
        self.cases = StoredCases(store, vault, school, erasure)

    def record(self, case: Case, decision: Decision, words: dict[str, str]) -> bool:
        return self.cases.record(case, decision, words)


@pytest.fixture(params=["memory", *KINDS])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Any]]:
    if request.param == "memory":
        held = MemoryCases()
        yield lambda: held
        return
    with empty(request.param, tmp_path) as store:
        migrations.migrate(store("candour"), migrations.DATABASE)
        migrations.migrate(store("keys"), migrations.KEYS)
        yield lambda: Kept(store("candour"), store("keys"), "s")


def deliver(to: PersonId, minutes: int = 0, urgent: bool = False) -> Errand:
    """Due so many minutes ago."""
    return Errand(CaseId("C1"), Verb.DELIVER, NOW - timedelta(minutes=minutes), to, urgent=urgent)


def queue(opened: Callable[[], Any], *errands: Errand) -> Any:
    held = opened()
    assert held.record(Case(CaseId("C1")), Decision((Exhausted(NOW),), errands), {})
    return held


def claimed(held: Any, now: datetime = NOW) -> PersonId | None:
    found = held.claim(now, now + timedelta(minutes=1))
    return found[1].to if found else None


def test_one_errand_of_a_person_is_under_way_at_a_time(opened: Callable[[], Any]) -> None:
    held = queue(opened, deliver(HEAD, 9), deliver(HEAD, 8), deliver(CHAIR, 7))
    number, first = held.claim(NOW, LEASE)
    assert first == deliver(HEAD, 9)
    assert claimed(opened()) == CHAIR
    assert claimed(opened()) is None
    held.done(number)
    assert held.claim(NOW, LEASE)[1] == deliver(HEAD, 8)


def test_who_cannot_be_reached_holds_up_nobody_else_and_is_tried_again(opened: Callable[[], Any]) -> None:
    held = queue(opened, deliver(HEAD, 9), deliver(HEAD, 8), deliver(CHAIR, 7))
    number, _ = held.claim(NOW, LEASE)
    held.shut(number, NOW + HOUR)
    assert [claimed(held), claimed(held)] == [CHAIR, None]
    assert claimed(held, NOW + HOUR) == HEAD


def test_an_errand_that_fails_by_itself_does_not_hold_up_its_person(opened: Callable[[], Any]) -> None:
    held = queue(opened, deliver(HEAD, 9), deliver(HEAD, 8))
    number, _ = held.claim(NOW, LEASE)
    held.put_off(number, NOW + HOUR)
    assert held.claim(NOW, LEASE)[1] == deliver(HEAD, 8)


def test_what_is_urgent_does_not_wait_behind_what_is_not(opened: Callable[[], Any]) -> None:
    held = queue(opened, deliver(HEAD, 9), deliver(HEAD, 1, urgent=True))
    assert held.claim(NOW, LEASE)[1].urgent
    plain, _ = held.claim(NOW, LEASE)
    held.shut(plain, NOW + HOUR)
    assert held.claim(LEASE, LEASE + HOUR)[1].urgent


def test_the_lane_of_a_worker_that_died_is_free_after_its_lease(opened: Callable[[], Any]) -> None:
    held = queue(opened, deliver(HEAD, 9), deliver(HEAD, 8))
    held.claim(NOW, LEASE)
    assert claimed(held) is None
    assert held.claim(LEASE, LEASE + HOUR)[1] == deliver(HEAD, 9)


def test_failures_in_a_row_are_counted_for_the_person_and_forgotten_once_they_are_reached(
    opened: Callable[[], Any],
) -> None:
    held = queue(opened, deliver(HEAD, 9), deliver(HEAD, 8))
    for n in range(3):
        number, _ = held.claim(NOW + n * HOUR, NOW + n * HOUR)
        assert held.tries(number) >= n + 1
        held.shut(number, NOW + (n + 1) * HOUR)
    number, _ = held.claim(NOW + 3 * HOUR, NOW + 4 * HOUR)
    assert held.tries(number) == 4
    held.reached(number)
    held.done(number)
    number, _ = held.claim(NOW + 9 * HOUR, NOW + 10 * HOUR)
    assert held.tries(number) <= 3


def test_many_workers_at_once_never_have_two_errands_of_one_person(opened: Callable[[], Any]) -> None:
    people = [PersonId(f"p{n}") for n in range(6)]
    queue(opened, *(deliver(to, minutes) for to in people for minutes in range(4)))
    workers = [opened() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda n: claimed(workers[n % 4]), range(24)))
    assert sorted(to for to in found if to) == people
