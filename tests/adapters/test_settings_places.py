"""The databases stand where their addresses say, the keys apart from them, and nothing crosses a network in clear."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.settings import read
from adapters.stores.address import Address
from tests.adapters.settings_read import faults_of


def test_the_databases_stand_in_the_data_folder(tmp_path: Path) -> None:
    found = read({"CANDOUR_HOME": "/srv/candour"}, tmp_path)
    assert (found.database, found.key_store) == (Path("/srv/candour/candour.db"), Path("/srv/candour/keys.db"))


POSTGRES = "postgresql://name:hunter22@db.school.example/candour"


def test_a_postgresql_address_is_read_and_its_password_is_shown_nowhere(tmp_path: Path) -> None:
    url = "postgres://candour:hunter%2F22@db.school.example:6432/candour?schema=staff&sslmode=verify-full"
    found = read({"DATABASE_URL": url}, tmp_path)
    assert isinstance(found.database, Address)
    assert str(found.database) == "PostgreSQL, database candour at db.school.example, schema staff"
    assert found.database.port == 6432
    assert found.database.options == {"user": "candour", "password": "hunter/22", "sslmode": "verify-full"}
    assert "hunter" not in repr(found)


def test_on_postgresql_the_keys_stand_in_a_schema_of_their_own_unless_told_otherwise(tmp_path: Path) -> None:
    assert str(read({"DATABASE_URL": POSTGRES}, tmp_path).key_store).endswith(", schema candour_keys")
    apart = read({"DATABASE_URL": POSTGRES, "KEYS_URL": POSTGRES.replace("candour", "keys")}, tmp_path)
    assert str(apart.key_store) == "PostgreSQL, database keys at db.school.example"
    assert read({"DATABASE_URL": POSTGRES, "KEYS_URL": "sqlite:///keys.db"}, tmp_path).key_store == tmp_path / "keys.db"


def test_in_production_the_place_of_the_keys_beside_postgresql_must_be_chosen(tmp_path: Path) -> None:
    environ = {"DATABASE_URL": POSTGRES, "CANDOUR_ENV": "production"}
    (told,) = faults_of(environ, tmp_path)
    assert told.startswith("environment: KEYS_URL: missing")
    assert "hunter22" not in told
    assert read(environ | {"KEYS_URL": f"{POSTGRES}?schema=candour_keys"}, tmp_path)


@pytest.mark.parametrize(
    ("database", "keys"),
    [
        (POSTGRES, POSTGRES),
        (POSTGRES, POSTGRES.replace("name:hunter22", "other:hunter22").replace("example/", "example:5432/")),
        (f"{POSTGRES}?schema=one", f"{POSTGRES}?sslmode=require&schema=one"),
        ("sqlite:///one.db", "sqlite:///one.db"),
    ],
)
def test_keys_in_the_place_of_the_reports_are_refused(tmp_path: Path, database: str, keys: str) -> None:
    (told,) = faults_of({"DATABASE_URL": database, "KEYS_URL": keys}, tmp_path)
    assert "KEYS_URL: the same place as DATABASE_URL. Wanted another" in told
    assert "hunter22" not in told


def test_in_production_nothing_crosses_a_network_in_clear_unless_the_address_says_so(tmp_path: Path) -> None:
    def sslmode(url: str) -> str | None:
        environ = {"DATABASE_URL": url, "KEYS_URL": "sqlite:///keys.db", "CANDOUR_ENV": "production"}
        database = read(environ, tmp_path).database
        assert isinstance(database, Address)
        return database.options.get("sslmode")

    assert sslmode(POSTGRES) == "require"
    assert sslmode(f"{POSTGRES}?sslmode=disable") == "disable"
    assert sslmode("postgresql://127.0.0.1/candour") is None
