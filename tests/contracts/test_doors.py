"""What a platform's door keeps, on every kind of database: claims, counts of feedback, and sealed tokens."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from adapters.stores.claims import StoredClaims
from adapters.stores.feedback import StoredFeedback
from adapters.stores.keys import StoredKeys
from adapters.stores.rows import Store
from adapters.stores.workspaces import StoredWorkspaces
from adapters.vault import Keyring, Vault

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
Open = Callable[[str], Store]


def test_of_many_who_claim_at_once_one_is_told_that_it_is_new(laid: Open) -> None:
    processes = [StoredClaims(laid("candour")) for _ in range(4)]
    with ThreadPoolExecutor(16) as threads:
        for turn in range(5):
            told = threads.map(lambda n, turn=turn: processes[n % 4].claim(f"T1 Ev{turn}", NOW), range(16))
            assert sorted(told) == [False] * 15 + [True]


def test_a_claim_holds_nothing_of_what_came(laid: Open) -> None:
    store = laid("candour")
    StoredClaims(store).claim("T01TEST 1337.U01ALICE", NOW)
    with store.reading() as rows:
        (row,) = rows.query("SELECT * FROM claims")
    assert set(row) == {"name", "at"}
    assert "ALICE" not in str(row)


def test_claims_of_more_than_a_day_are_swept_and_no_others(laid: Open) -> None:
    claims = StoredClaims(laid("candour"))
    for hours in (0, 12, 25, 40):
        claims.claim(f"{hours}", NOW - timedelta(hours=hours))
    assert claims.sweep(NOW - timedelta(days=1)) == 2
    assert [claims.claim(f"{hours}", NOW) for hours in (0, 12, 25, 40)] == [False, False, True, True]


def test_feedback_is_counted_by_school_whoever_counts_at_once(laid: Open) -> None:
    one, other = (StoredFeedback(laid("candour"), school) for school in ("one", "other"))
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: one.count("helpful"), range(20)))
    other.count("helpful")
    assert (one.all(), other.all()) == ({"helpful": 20}, {"helpful": 1})


def test_a_token_opens_only_with_the_key_and_for_its_own_workspace(laid: Open) -> None:
    from cryptography.exceptions import InvalidTag

    store = laid("candour")
    kept = StoredWorkspaces(store, Vault(Keyring([b"k" * 32]), StoredKeys(laid("keys"))))
    kept.keep("T1", "xoxb-1")
    kept.keep("T1", "xoxb-2")
    assert (kept.token("T1"), kept.token("T2")) == ("xoxb-2", None)
    with store.transaction() as rows:
        rows.change("workspaces", {"team": "T1"}, {"team": "T2"})
    with pytest.raises(InvalidTag):
        kept.token("T2")
