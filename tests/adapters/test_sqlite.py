"""Many who open one new file at once all come to use it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from adapters.stores.sqlite import Sqlite

MANY, ROUNDS = 8, 200


def test_whoever_turns_the_log_on_at_once_with_others_is_not_refused(tmp_path: Path) -> None:
    """Found by a test that failed now and then: SQLite refuses one in 500 such rounds without waiting."""
    with ThreadPoolExecutor(MANY) as pool:
        for number in range(ROUNDS):
            stores, together = [Sqlite(tmp_path / f"{number}.db") for _ in range(MANY)], Barrier(MANY)

            def lay(store: Sqlite, together: Barrier = together) -> int:
                together.wait()
                with store.laying() as laying:
                    return laying.taken()

            assert set(pool.map(lay, stores)) == {0}
            for store in stores:
                store.close()


def test_nothing_is_found_in_a_table_that_was_never_laid(tmp_path: Path) -> None:
    store = Sqlite(tmp_path / "new.db")
    with store.reading() as rows:
        assert rows.find("policies", {"school": "sample"}) == []
    store.close()
