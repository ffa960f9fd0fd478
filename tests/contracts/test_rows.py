"""One contract for the rows under every store, of keys and of notices: the tests cannot tell the databases apart."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest

from adapters.stores import migrations
from adapters.stores.keys import StoredKeys
from adapters.stores.notices import StoredNotices
from adapters.stores.rows import Laying, Store, Taken, Values, utc
from reports.people import PersonId

NOON = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
BOB = {"who": "bob", "sealed": b"\0\xff", "lapses": utc(NOON), "version": 1}
HEAD = PersonId("h.head")


@pytest.fixture
def store(opened: Callable[[str], Store]) -> Store:
    migrations.migrate(opened("candour"), migrations.DATABASE)
    return opened("candour")


def written(store: Store, *talks: Values, done: Callable[[], object] = bool) -> None:
    """One after the other in one transaction, which `done` may still break off."""
    with store.transaction() as rows:
        for talk in talks:
            rows.add("talks", [talk])
        done()


def test_a_row_is_found_as_it_was_added(store: Store) -> None:
    with store.transaction() as rows:
        rows.add("talks", [BOB, BOB | {"who": "ça 🙂", "sealed": None}])
    with store.reading() as rows:
        assert rows.find("talks", {"who": "bob"}) == [BOB]
        assert rows.find("talks", {"who": "ça 🙂", "version": 1})[0]["sealed"] is None
        assert rows.find("talks", {"who": "bob", "version": 2}) == []
        assert rows.count("talks", {"version": 1}) == 2


def test_a_key_that_is_taken_is_told_and_nothing_of_the_transaction_is_kept(store: Store) -> None:
    with store.transaction() as rows:
        rows.add("talks", [BOB])
    with pytest.raises(Taken):
        written(store, BOB | {"who": "ann"}, BOB | {"version": 2})
    with store.reading() as rows:
        assert rows.count("talks", {"who": "ann"}) == 0
        assert rows.find("talks", {"who": "bob"}) == [BOB]


def test_a_row_may_be_added_unless_it_is_there_or_put_in_its_place(store: Store) -> None:
    with store.transaction() as rows:
        rows.add_new("talks", BOB)
        rows.add_new("talks", BOB | {"version": 2})
        assert rows.find("talks", {"who": "bob"}) == [BOB]
        rows.put("talks", [BOB | {"version": 3}, BOB | {"who": "ann"}], key=("who",))
        rows.put("talks", [], key=("who",))
        assert [row["version"] for row in rows.find("talks", {"who": "bob"})] == [3]


def test_what_was_changed_is_counted_and_what_was_removed_is_gone(store: Store) -> None:
    with store.transaction() as rows:
        rows.add("talks", [BOB, BOB | {"who": "ann"}])
        assert rows.change("talks", {"version": 1}, {"version": 2}) == 2
        assert rows.change("talks", {"who": "bob", "version": 1}, {"version": 3}) == 0
        rows.remove("talks", {"who": "bob"})
        assert [row["who"] for row in rows.query("SELECT who FROM talks WHERE version = :version", version=2)] == [
            "ann"
        ]


def test_a_fault_inside_takes_the_transaction_back(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        written(store, BOB, done=lambda: 1 // 0)
    with store.reading() as rows:
        assert rows.count("talks", {"who": "bob"}) == 0


def test_text_is_ordered_by_its_code_points(store: Store) -> None:
    with store.transaction() as rows:
        rows.add("talks", [BOB | {"who": name} for name in ("é", "b", "B", "a", "Z", "_")])
    with store.reading() as rows:
        assert [row["who"] for row in rows.find("talks", {"version": 1}, order="who")] == ["B", "Z", "_", "a", "b", "é"]


def test_times_go_in_and_come_out_in_utc_and_in_their_own_order(store: Store) -> None:
    summer = timezone(timedelta(hours=1))
    moments = [NOON, NOON + timedelta(microseconds=1), (NOON + timedelta(minutes=1)).astimezone(summer)]
    with store.transaction() as rows:
        rows.add("talks", [BOB | {"who": str(n), "lapses": utc(moment)} for n, moment in enumerate(moments)])
    with store.reading() as rows:
        found = rows.query("SELECT lapses FROM talks WHERE lapses > :noon ORDER BY lapses", noon=utc(NOON))
    assert [row["lapses"] for row in found] == ["2026-06-01T12:00:00.000001+00:00", "2026-06-01T12:01:00+00:00"]


def test_steps_are_taken_once_and_what_a_step_broke_off_is_not_there(
    store: Store, opened: Callable[[str], Store]
) -> None:
    def half(laying: Laying) -> None:
        laying.create("halves", {"id": int, "text": str}, key="id")
        _ = 1 // 0

    with pytest.raises(ZeroDivisionError):
        migrations.migrate(store, [*migrations.DATABASE, half])
    assert opened("candour").taken() == len(migrations.DATABASE)
    assert migrations.migrate(opened("candour"), migrations.DATABASE) == 0
    assert (
        migrations.migrate(store, [*migrations.DATABASE, lambda laying: laying.create("halves", {"id": int}, "id")])
        == 1
    )


def test_a_store_that_was_never_laid_says_so(opened: Callable[[str], Store]) -> None:
    with pytest.raises(migrations.NotLaid):
        migrations.check(opened("candour"), migrations.DATABASE)


def test_a_draft_of_an_older_release_is_kept_for_the_longest_it_may_be(opened: Callable[[str], Store]) -> None:
    def talks(laying: Laying) -> None:
        laying.create("talks", {"who": str, "sealed": bytes, "touched": datetime, "version": int}, key="who")
        laying.rows.add("talks", [{"who": "bob", "sealed": b"", "touched": utc(NOON), "version": 1}])

    store = opened("candour")
    migrations.migrate(store, [talks])
    migrations.migrate(store, [talks, migrations.lapses])
    with store.reading() as rows:
        assert rows.find("talks", {"who": "bob"})[0]["lapses"] == "2026-06-02T12:00:00+00:00"


def test_stores_opened_at_once_lay_one_database(opened: Callable[[str], Store]) -> None:
    stores = [opened("candour") for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        taken = list(pool.map(lambda store: migrations.migrate(store, migrations.DATABASE), stores))
    assert sorted(taken) == [0, 0, 0, len(migrations.DATABASE)]


def test_a_key_is_kept_as_first_added_until_it_is_destroyed(opened: Callable[[str], Store]) -> None:
    migrations.migrate(opened("keys"), migrations.KEYS)
    one, two = StoredKeys(opened("keys")), StoredKeys(opened("keys"))
    one.add("case", b"first")
    two.add("case", b"second")
    assert one.get("case") == two.get("case") == b"first"
    two.destroy("case")
    assert one.get("case") is None


def test_of_many_who_draw_one_key_all_get_the_same(opened: Callable[[str], Store]) -> None:
    migrations.migrate(opened("keys"), migrations.KEYS)
    keys = [StoredKeys(opened("keys")) for _ in range(4)]

    def drawn(n: int) -> bytes | None:
        keys[n % 4].add("case", str(n).encode())
        return keys[n % 4].get("case")

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(drawn, range(16)))) == 1


def test_a_notice_is_counted_once_however_often_it_is_carried(store: Store, opened: Callable[[str], Store]) -> None:
    notices = StoredNotices(opened("candour"), "s")
    for message in ("m1", "m1", "m2"):
        notices.notify(HEAD, message)
    assert StoredNotices(store, "other").unseen(HEAD) == 0
    assert StoredNotices(store, "s").unseen(HEAD) == 2
    assert notices.unseen(HEAD) == 0
