"""Every version of every policy is kept, the newest is in force, and a fitted index belongs to those very policies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from adapters.stores import migrations
from adapters.stores.shelf import StoredShelf
from knowledge.policy import Clause, Kind, Policy, Version
from tests.databases import KINDS, empty

NOW = datetime(2026, 11, 20, tzinfo=UTC)
CLAUSES = (
    Clause(
        "Ask “first”.", "(ii)", "5(ii)", "5(ii)", ("5 Friends", "Pupils"), ("Staff must:", "always"), 3, Kind.CLAUSE
    ),
    Clause("Ça va? 🙂", "", "", "Friends, paragraph 2", (), (), None, Kind.ITEM),
)
FIRST = Policy("friends", "Friends Policy", Version("d1", "March 2026", date(2026, 3, 1), date(2027, 3, 1)), CLAUSES)
SECOND = replace(FIRST, version=Version("d2", "", None, None), clauses=CLAUSES[:1])


@pytest.fixture(params=KINDS)
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], StoredShelf]]:
    with empty(request.param, tmp_path) as store:
        migrations.migrate(store("candour"), migrations.DATABASE)
        yield lambda: StoredShelf(store("candour"), lambda: NOW)


@pytest.fixture
def shelf(opened: Callable[[], StoredShelf]) -> StoredShelf:
    return opened()


def test_a_policy_is_read_as_it_was_kept(shelf: StoredShelf) -> None:
    assert shelf.put("s", FIRST)
    assert shelf.current("s") == [FIRST]


def test_the_same_bytes_twice_change_nothing(shelf: StoredShelf) -> None:
    shelf.put("s", FIRST)
    assert not shelf.put("s", FIRST)
    assert shelf.versions("s", "friends") == [FIRST]


def test_a_changed_policy_is_in_force_and_the_old_one_stays_readable(shelf: StoredShelf) -> None:
    shelf.put("s", FIRST)
    assert shelf.put("s", SECOND)
    assert shelf.current("s") == [SECOND]
    assert shelf.versions("s", "friends") == [SECOND, FIRST]


def test_going_back_to_an_older_text_is_a_version_of_its_own(shelf: StoredShelf) -> None:
    for policy in (FIRST, SECOND, FIRST):
        assert shelf.put("s", policy)
    assert shelf.current("s") == [FIRST]
    assert shelf.versions("s", "friends") == [FIRST, SECOND, FIRST]


def test_a_new_title_for_the_same_bytes_is_taken_in(shelf: StoredShelf) -> None:
    shelf.put("s", FIRST)
    assert shelf.put("s", replace(FIRST, title="Friendship Policy"))
    assert [policy.title for policy in shelf.current("s")] == ["Friendship Policy"]


def test_policies_stand_in_the_order_of_their_ids_and_each_school_has_its_own(shelf: StoredShelf) -> None:
    for id in ("b", "a"):
        shelf.put("s", replace(FIRST, id=id))
    shelf.put("other", FIRST)
    assert [policy.id for policy in shelf.current("s")] == ["a", "b"]
    assert shelf.current("other") == [FIRST]
    assert shelf.versions("other", "a") == []


def test_the_fitted_index_is_given_for_the_policies_it_was_fitted_to_and_no_others(shelf: StoredShelf) -> None:
    shelf.put("s", FIRST)
    assert shelf.fitted("s", [FIRST]) is None
    shelf.keep_fitted("s", [FIRST], b"fitted")
    assert shelf.fitted("s", [FIRST]) == b"fitted"
    assert shelf.fitted("s", [SECOND]) is None
    assert shelf.fitted("other", [FIRST]) is None
    shelf.put("s", SECOND)
    assert shelf.fitted("s", [FIRST]) is None


def test_versions_that_come_at_once_are_all_kept(opened: Callable[[], StoredShelf]) -> None:
    shelves = [opened() for _ in range(4)]
    policies = [replace(FIRST, version=Version(f"d{n}", "", None, None)) for n in range(12)]
    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(lambda n: shelves[n % 4].put("s", policies[n]), range(12)))
    assert {policy.version.digest for policy in opened().versions("s", "friends")} == {f"d{n}" for n in range(12)}
