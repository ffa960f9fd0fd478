"""Whoever guesses private codes is slowed down, on every kind of database, and nobody can tell who it was."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from adapters.stores import migrations
from adapters.stores.keys import StoredKeys
from adapters.stores.rows import Store
from adapters.stores.tries import StoredTries
from adapters.vault import Keyring, Vault
from reports.people import PersonId
from tests.databases import KINDS, empty

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
WHO, OTHER = PersonId("t.teacher"), PersonId("h.head")
MINUTE = timedelta(minutes=1)


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Store, StoredTries]]:
    with empty(request.param, tmp_path) as opened:
        migrations.migrate(opened("candour"), migrations.DATABASE)
        migrations.migrate(opened("keys"), migrations.KEYS)
        vault = Vault(Keyring([bytes(32)]), StoredKeys(opened("keys")))
        yield opened("candour"), StoredTries(opened("candour"), vault, "sample")


def test_f37_a_thousand_tries_are_few_and_ever_slower(store: tuple[Store, StoredTries]) -> None:
    _, tries = store
    assert sum(tries.may(WHO, NOW) for _ in range(1_000)) == 5
    looked_at = [minute for minute in range(200) if tries.may(WHO, NOW + minute * MINUTE)]
    assert looked_at == [1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 66, 78, 91, 105, 120, 136, 153, 171, 190]
    assert tries.may(OTHER, NOW)


def test_a_right_code_or_another_day_begins_anew(store: tuple[Store, StoredTries]) -> None:
    held, tries = store
    assert [tries.may(WHO, NOW) for _ in range(6)] == [True] * 5 + [False]
    tries.right(WHO, NOW)
    assert [tries.may(WHO, NOW) for _ in range(6)] == [True] * 5 + [False]
    assert tries.may(WHO, NOW + timedelta(days=2))
    with held.reading() as rows:
        assert len(rows.query("SELECT who FROM tries")) == 1  # those of the other day are swept


def test_many_at_once_are_no_more_tries(store: tuple[Store, StoredTries]) -> None:
    with ThreadPoolExecutor(16) as threads:
        assert sum(threads.map(lambda _: store[1].may(WHO, NOW), range(60))) == 5


def test_nothing_kept_names_anybody_or_links_one_day_to_the_next(
    store: tuple[Store, StoredTries], caplog: pytest.LogCaptureFixture
) -> None:
    held, tries = store
    for minute in range(60):
        tries.may(WHO, NOW + minute * MINUTE)
    tries.may(WHO, NOW + timedelta(hours=15))
    with held.reading() as rows:
        found = rows.query("SELECT * FROM tries")
    assert len({row["who"] for row in found}) == 2
    assert WHO not in str(found)
    assert "One person has given 10 wrong private codes today." in caplog.text
    assert WHO not in caplog.text
