"""What only a PostgreSQL database can do to us: refuse us, vanish, keep its own time, be shared with others."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from adapters.stores import migrations
from adapters.stores.address import Address
from adapters.stores.postgres import Postgres
from adapters.stores.rows import Unusable
from tests.databases import postgres

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.needs("postgresql")


@pytest.fixture
def url() -> Iterator[str]:
    with postgres() as address:
        yield address


@pytest.fixture
def store(url: str) -> Iterator[Postgres]:
    with closing(Postgres(Address.read(url))) as opened:
        yield opened


def done(url: str, *statements: str) -> None:
    """As whoever runs the server."""
    with psycopg.connect(url, autocommit=True) as server:
        for statement in statements:
            server.execute(statement.encode())


def told(store: Postgres, setting: str) -> str:
    with store.reading() as rows:
        return str(rows.query("SELECT current_setting(:name) AS it", name=setting)[0]["it"])


def test_times_are_utc_whatever_the_server_thinks(url: str) -> None:
    done(url, "ALTER ROLE CURRENT_USER IN DATABASE " + url.rsplit("/", 1)[1] + " SET timezone TO 'America/New_York'")
    with closing(Postgres(Address.read(url))) as store:
        migrations.migrate(store, migrations.DATABASE)
        with store.transaction() as rows:
            rows.add("talks", [{"who": "bob", "sealed": b"", "lapses": "2026-06-01T12:00:00+00:00", "version": 1}])
        with store.reading() as rows:
            assert rows.find("talks", {"who": "bob"})[0]["lapses"] == "2026-06-01T12:00:00+00:00"
            assert rows.query("SELECT lapses::text AS it FROM talks")[0]["it"] == "2026-06-01 12:00:00+00"


def test_no_statement_and_no_lock_is_waited_for_without_end(store: Postgres) -> None:
    assert told(store, "statement_timeout") == told(store, "lock_timeout") == "10s"
    assert told(store, "idle_in_transaction_session_timeout") == "30s"


def test_a_server_that_was_restarted_is_nobodys_fault(url: str, store: Postgres) -> None:
    migrations.migrate(store, migrations.DATABASE)
    done(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'candour'")
    assert store.taken() == len(migrations.DATABASE)


def test_a_connection_cut_inside_a_transaction_is_told_in_a_sentence_and_the_next_one_works(
    url: str, store: Postgres
) -> None:
    migrations.migrate(store, migrations.DATABASE)
    with pytest.raises(Unusable, match="the connection broke"):
        cut_off(url, store)
    with store.reading() as rows:
        assert rows.count("talks", {"version": 1}) == 0


def cut_off(url: str, store: Postgres) -> None:
    with store.transaction() as rows:
        rows.add("talks", [{"who": "bob", "version": 1}])
        done(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'candour'")
        rows.add("talks", [{"who": "ann", "version": 1}])


def test_a_slow_statement_is_told_in_a_sentence(store: Postgres) -> None:
    with pytest.raises(Unusable, match="took longer than 10 seconds"):
        sleep(store)


def sleep(store: Postgres) -> None:
    """Longer than is allowed: 10 seconds are too long for a test."""
    with store.transaction() as rows:
        rows.query("SELECT set_config('statement_timeout', '50', true)")
        rows.query("SELECT pg_sleep(2)")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("postgresql://postgres:hunter22@127.0.0.1:1/candour", "nothing answers there. Start PostgreSQL"),
        ("postgresql://postgres:hunter22@nowhere.invalid/candour", "no machine of that name was found"),
        ("postgresql://{there}/candour_never_made", "there is no such database"),
        ("postgresql://nobody_at_all:hunter22@{host}/candour", "PostgreSQL, database candour at "),
    ],
)
def test_what_keeps_us_out_is_told_without_the_password(url: str, wrong: str, says: str) -> None:
    there = url.removeprefix("postgresql://").rsplit("/", 1)[0]
    with pytest.raises(Unusable) as fault:
        Postgres(Address.read(wrong.format(there=there, host=there.rsplit("@", 1)[1])))
    assert says in str(fault.value)
    assert "hunter22" not in f"{fault.value}{fault.value.__cause__!r}"


def test_another_programs_tables_are_left_alone(url: str, store: Postgres) -> None:
    done(url, "CREATE TABLE events (id int)", "INSERT INTO events VALUES (1)")
    with pytest.raises(Unusable, match="Give Candour a database or a schema of its own"):
        migrations.migrate(store, migrations.DATABASE)
    with closing(Postgres(Address.read(url + "?schema=candour"))) as apart:
        assert migrations.migrate(apart, migrations.DATABASE) == len(migrations.DATABASE)
    with psycopg.connect(url) as server:
        assert server.execute("SELECT * FROM events").fetchall() == [(1,)]


def test_a_user_who_may_not_make_tables_is_told_so(url: str) -> None:
    name = url.rsplit("/", 1)[1] + "_reader"
    done(url, "REVOKE CREATE ON SCHEMA public FROM PUBLIC", f"CREATE ROLE {name} LOGIN PASSWORD 'hunter22'")
    reader = Address.read(f"postgresql://{name}:hunter22@{url.rsplit('@', 1)[1]}")
    try:
        with closing(Postgres(reader)) as store, pytest.raises(Unusable, match="Make it the owner of the database"):
            migrations.migrate(store, migrations.DATABASE)
    finally:
        done(url, f"DROP ROLE {name}")


def test_four_processes_that_migrate_at_once_lay_one_database(url: str, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"CANDOUR_KEY={'0' * 64}\nDATABASE_URL={url}\n")
    command = [sys.executable, "-m", "adapters", "migrate"]
    environment = {"PYTHONPATH": str(ROOT), "PATH": ""}
    started = [
        subprocess.Popen(command, cwd=tmp_path, env=environment, text=True, stdout=-1, stderr=-1) for _ in range(4)
    ]
    ended = [(*process.communicate(timeout=60), process.returncode) for process in started]
    assert [status for *_, status in ended] == [0] * 4, ended
    steps = sum(int(number) for out, *_ in ended for number in re.findall(r"(\d+) steps taken", out))
    assert steps == len(migrations.DATABASE) + len(migrations.KEYS)
    with psycopg.connect(url) as server:
        taken = server.execute("SELECT step FROM candour_steps ORDER BY taken").fetchall()
        assert [name for (name,) in taken] == [step.__name__ for step in migrations.DATABASE]
        assert server.execute("SELECT max(number) FROM policies").fetchall() == [(1,)]
        assert server.execute("SELECT count(*) FROM candour_keys.candour_steps").fetchall() == [(len(migrations.KEYS),)]


def test_psycopg_is_imported_only_where_postgresql_is_asked_for(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from adapters.assembly import House
house = House.open({"CANDOUR_KEY": "00" * 32}, Path.cwd())
assert house.vault and house.shelf
print(*sorted(name for name in sys.modules if name.startswith("psycopg")))
"""
    environment = {"PYTHONPATH": str(ROOT), "PATH": ""}
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == ""
