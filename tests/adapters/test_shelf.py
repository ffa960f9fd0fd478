"""Every version of every policy is kept, the newest is in force, and a fitted index belongs to those very policies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from adapters.stores import migrations
from adapters.stores.shelf import SqliteShelf
from adapters.stores.sqlite import Sqlite
from knowledge.policy import Clause, Kind, Policy, Version

NOW = datetime(2026, 11, 20, tzinfo=UTC)
CLAUSES = (
    Clause(
        "Ask “first”.", "(ii)", "5(ii)", "5(ii)", ("5 Friends", "Pupils"), ("Staff must:", "always"), 3, Kind.CLAUSE
    ),
    Clause("Ça va? 🙂", "", "", "Friends, paragraph 2", (), (), None, Kind.ITEM),
)
FIRST = Policy("friends", "Friends Policy", Version("d1", "March 2026", date(2026, 3, 1), date(2027, 3, 1)), CLAUSES)
SECOND = replace(FIRST, version=Version("d2", "", None, None), clauses=CLAUSES[:1])


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[SqliteShelf]:
    with closing(Sqlite(tmp_path / "candour.db")) as store:
        migrations.migrate(store, migrations.DATABASE)
        yield SqliteShelf(store, lambda: NOW)


def test_a_policy_is_read_as_it_was_kept(shelf: SqliteShelf) -> None:
    assert shelf.put("s", FIRST)
    assert shelf.current("s") == [FIRST]


def test_the_same_bytes_twice_change_nothing(shelf: SqliteShelf) -> None:
    shelf.put("s", FIRST)
    assert not shelf.put("s", FIRST)
    assert shelf.versions("s", "friends") == [FIRST]


def test_a_changed_policy_is_in_force_and_the_old_one_stays_readable(shelf: SqliteShelf) -> None:
    shelf.put("s", FIRST)
    assert shelf.put("s", SECOND)
    assert shelf.current("s") == [SECOND]
    assert shelf.versions("s", "friends") == [SECOND, FIRST]


def test_going_back_to_an_older_text_is_a_version_of_its_own(shelf: SqliteShelf) -> None:
    for policy in (FIRST, SECOND, FIRST):
        assert shelf.put("s", policy)
    assert shelf.current("s") == [FIRST]
    assert shelf.versions("s", "friends") == [FIRST, SECOND, FIRST]


def test_a_new_title_for_the_same_bytes_is_taken_in(shelf: SqliteShelf) -> None:
    shelf.put("s", FIRST)
    assert shelf.put("s", replace(FIRST, title="Friendship Policy"))
    assert [policy.title for policy in shelf.current("s")] == ["Friendship Policy"]


def test_policies_stand_in_the_order_of_their_ids_and_each_school_has_its_own(shelf: SqliteShelf) -> None:
    for id in ("b", "a"):
        shelf.put("s", replace(FIRST, id=id))
    shelf.put("other", FIRST)
    assert [policy.id for policy in shelf.current("s")] == ["a", "b"]
    assert shelf.current("other") == [FIRST]
    assert shelf.versions("other", "a") == []


def test_the_fitted_index_is_given_for_the_policies_it_was_fitted_to_and_no_others(shelf: SqliteShelf) -> None:
    shelf.put("s", FIRST)
    assert shelf.fitted("s", [FIRST]) is None
    shelf.keep_fitted("s", [FIRST], b"fitted")
    assert shelf.fitted("s", [FIRST]) == b"fitted"
    assert shelf.fitted("s", [SECOND]) is None
    assert shelf.fitted("other", [FIRST]) is None
    shelf.put("s", SECOND)
    assert shelf.fitted("s", [FIRST]) is None
