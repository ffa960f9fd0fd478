"""The doctor finds a key that opens nothing, a store that cannot be used, and what production lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adapters.doctor.looked_at import PRODUCTION, musts, worths
from tests.adapters.ready_school import KEY, changed, examined, stocked, written
from tests.databases import postgres

OTHER_KEY = "fedcba9876543210" * 4


def test_a_key_that_is_missing_must_be_put_right(folder: Path) -> None:
    """Found by walking: a school that had lost its key was sent to make a new one, and never to its safe."""
    assert musts(folder, CANDOUR_KEY="") == [
        "key: CANDOUR_KEY is missing, so reports can't be sealed. Put the key from the safe back into .env. "
        "A school that never had one gets it from: candour init"
    ]


def test_a_key_that_does_not_open_what_is_kept_must_be_put_right(folder: Path) -> None:
    (found,) = musts(folder, CANDOUR_KEY=OTHER_KEY)
    assert found.startswith("key: CANDOUR_KEY does not open what is kept here.")


def test_a_key_that_was_changed_with_the_old_one_beside_it_is_well(folder: Path) -> None:
    assert musts(folder, CANDOUR_KEY=f"{OTHER_KEY},{KEY}") == []


@pytest.mark.parametrize("name", ["candour.db", "keys.db"])
def test_a_store_that_is_no_database_must_be_put_right(folder: Path, name: str) -> None:
    for file in (folder / "data").iterdir():
        if file.name.startswith(name):
            file.unlink()
    (folder / "data" / name).write_bytes(b"nothing like a database, and long enough to be looked at as one" * 20)
    assert [line for line in musts(folder) if f"{name}: It can't be written" in line]


def test_looking_makes_nothing(tmp_path: Path) -> None:
    folder = written(tmp_path / "fresh")
    before = sorted(folder.rglob("*"))
    examined(folder)
    examined(folder, **PRODUCTION)
    assert sorted(folder.rglob("*")) == before


def test_in_production_a_database_that_is_not_laid_must_be(tmp_path: Path) -> None:
    found = musts(written(tmp_path / "fresh"), **PRODUCTION)
    assert [line.split(": ")[0] for line in found if line.endswith("Run: candour migrate")] == ["key", "database"]


def test_in_production_somebody_must_say_that_the_disk_is_kept(folder: Path) -> None:
    (found,) = musts(folder, **PRODUCTION | {"CANDOUR_DISK": ""})
    assert found.endswith("If it does, write CANDOUR_DISK=kept in .env.")
    assert musts(folder, **PRODUCTION) == []


def test_in_production_the_keys_should_stand_in_a_folder_of_their_own(folder: Path) -> None:
    (found,) = (line for line in worths(folder, **PRODUCTION) if line.startswith("key store"))
    assert found.endswith("Point KEYS_URL to another folder.")


def test_the_keys_of_reports_never_stand_in_the_database(folder: Path) -> None:
    found = musts(folder, KEYS_URL="sqlite:///data/../data/candour.db")
    assert "key store: The keys of reports stand in the database itself. Give KEYS_URL a file of its own." in found, (
        found
    )


@pytest.mark.needs("postgresql")
def test_on_postgresql_no_disk_needs_keeping_and_one_backup_may_hold_both(folder: Path) -> None:
    with postgres() as url:
        environ = {**PRODUCTION, "DATABASE_URL": url, "KEYS_URL": f"{url}?schema=candour_keys", "CANDOUR_DISK": ""}
        assert len([line for line in musts(folder, **environ) if line.endswith("Run: candour migrate")]) == 2
        stocked(folder, **environ)
        assert musts(folder, **environ) == []
        (found,) = (line for line in worths(folder, **environ) if line.startswith("key store"))
    assert found.endswith("Give KEYS_URL a database of its own, or leave that schema out of backups.")


def test_a_postgresql_that_does_not_answer_is_told_of_without_its_password(folder: Path) -> None:
    found = musts(folder, DATABASE_URL="postgresql://candour:hunter22@127.0.0.1:1/candour")
    assert [line.split(": ")[0] for line in found] == ["key", "database"]
    assert all(line.endswith("Start PostgreSQL, or put right the address in .env.") for line in found)
    assert "hunter22" not in " ".join(found)


def test_in_production_a_platform_without_its_tokens_must_be_put_right(folder: Path) -> None:
    written(folder, changed('name = "Oakfield Primary School"', 'name = "Oakfield"\nslack_team = "T1"'))
    tokens = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
    assert [line for line in musts(folder, **PRODUCTION) if line.startswith("tokens")]
    assert musts(folder, **PRODUCTION, **tokens) == []


def test_a_platform_that_no_school_calls_its_own_is_told(folder: Path) -> None:
    """Found by walking: with tokens and no slack_team, `candour serve` kept Slack off and the doctor said nothing."""
    tokens = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
    says = "tokens: SLACK_APP_TOKEN and SLACK_BOT_TOKEN set, and no school.toml has a slack_team: it stays off."
    assert says in worths(folder, **tokens)
    written(folder, changed('name = "Oakfield Primary School"', 'name = "Oakfield"\nslack_team = "T1"'))
    assert says not in worths(folder, **tokens)
