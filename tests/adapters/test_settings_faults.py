"""Every fault in the settings names where it stands and what was wanted, all at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.serverkeys import written
from adapters.settings import read
from tests.adapters.settings_read import KEY, faults_of

# Variable, a wrong value, and words that the fault must hold.
FAULTS = [
    ("CANDOUR_ENV", "prod", '"prod" will not do. Wanted development or production.'),
    ("CANDOUR_DISK", "yes", '"yes" will not do. Wanted kept'),
    ("LOG_LEVEL", "LOUD", '"LOUD" will not do. Wanted one of: DEBUG, INFO'),
    ("DATABASE_URL", "postgresql://name:hunter22@host", "not the address of a PostgreSQL database."),
    ("DATABASE_URL", "postgresql://name:hunter#22@host/db", "not the address of a PostgreSQL database."),
    ("DATABASE_URL", "postgresql://name:hun/ter22@host/db", "not the address of a PostgreSQL database."),
    ("DATABASE_URL", "postgresql://name:1/hunter22@host/db", "not the address of a PostgreSQL database."),
    ("DATABASE_URL", "postgresql://name:hunter22@host:port/db", "not the address of a PostgreSQL database."),
    ("DATABASE_URL", "postgresql://host/db?password=hunter22", "after its ? may stand schema, sslmode and sslrootcert"),
    ("DATABASE_URL", "postgresql://name:hunter22@host/db?schema=a%20b", "the name of its schema may hold letters"),
    ("DATABASE_URL", "postgresql+psycopg://name:hunter22@host/db", "Wanted sqlite:///PATH or postgresql://NAME"),
    ("DATABASE_URL", "mysql://name:hunter22@host/db", "not the address of a SQLite file or a PostgreSQL database."),
    ("DATABASE_URL", "sqlite://hunter22.db", "not the address of a SQLite file or a PostgreSQL database."),
    ("DATABASE_URL", "sqlite:///", "not the address of a SQLite file or a PostgreSQL database."),
    ("DATABASE_URL", "sqlite:///:memory:", "not the address of a SQLite file or a PostgreSQL database."),
    ("DATABASE_URL", "sqlite:///hunter22.db?mode=ro", "not the address of a SQLite file or a PostgreSQL database."),
    ("KEYS_URL", "hunter22.db", "not the address of a SQLite file or a PostgreSQL database."),
    ("PUBLIC_URL", "candour.school.example", "not a plain web address."),
    ("PUBLIC_URL", "https://", "not a plain web address."),
    ("PUBLIC_URL", "https://name:hunter22@school.example", "not a plain web address."),
    ("PUBLIC_URL", "https://school.example?key=hunter22", "not a plain web address."),
    ("PUBLIC_URL", "https://[school", "not a web address."),
    ("PUBLIC_URL", "https://school.example:port", "not a web address."),
    ("PUBLIC_URL", "http://school.example", "begins with https://"),
    ("CANDOUR_KEY", "hunter22", "the key is 6 bytes long. Wanted 32 bytes"),
    ("CANDOUR_KEY", KEY.hex()[:-2], "the key is 46 bytes long."),
    ("CANDOUR_KEY", "hunter22!", "the key has a character that is neither base64 nor a hex digit."),
    ("CANDOUR_KEY", "hunter220", "the key is cut short (9 characters)."),
    ("CANDOUR_KEY", f"{KEY.hex()},hunter22", "key 2 of 2 is 6 bytes long."),
    ("CANDOUR_KEY", f"{KEY.hex()},", "key 2 of 2 is empty."),
    ("CANDOUR_KEY", f"{KEY.hex()},{written(KEY)}", "the same key stands there twice."),
    ("POLICY_PAGES", "maybe", "Wanted on, or off if nobody may read policies on the web."),
    ("METRICS_KEY", "hunter22", "too short. Wanted 20 letters and digits or more"),
    ("CANDOUR_EVN", "production", 'there is no such setting. Did you mean "CANDOUR_ENV"?'),
    ("CANDOUR_KEYS", "hunter22", 'there is no such setting. Did you mean "CANDOUR_KEY"?'),
]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("SLACK_BOT_TOK", "SLACK_BOT_TOKEN"),
        ("SLACK_TOKEN", "SLACK_BOT_TOKEN"),
        ("TEAMS_TENANT", "TEAMS_TENANT_ID"),
        ("SMPT_URL", "SMTP_URL"),
        ("PUBLIC_URI", "PUBLIC_URL"),
    ],
)
def test_a_name_in_the_file_that_is_nearly_ours_is_told_and_another_programs_is_not(
    tmp_path: Path, name: str, meant: str
) -> None:
    """Found by walking: a mistyped name in .env left Slack off, and nothing said so."""
    (tmp_path / ".env").write_text(f"{name}=hunter22\nPORT=8000\nSENTRY_DSN=x\nSLACK_WEBHOOK_URL=x\nTZ=UTC\n")
    assert faults_of({}, tmp_path) == (
        f'{tmp_path / ".env"}: {name}: there is no such setting. Did you mean "{meant}"?',
    )
    (tmp_path / ".env").unlink()
    assert read({name: "hunter22"}, tmp_path)


@pytest.mark.parametrize(("name", "value", "words"), FAULTS)
def test_a_fault_names_where_it_stands_and_what_was_wanted(tmp_path: Path, name: str, value: str, words: str) -> None:
    in_environment = faults_of({name: value}, tmp_path)
    (tmp_path / ".env").write_text(f"{name}='{value}'\n")
    in_file = faults_of({}, tmp_path)
    assert len(in_environment) == len(in_file) == 1
    assert in_environment[0].startswith(f"environment: {name}: ")
    assert in_file[0].startswith(f"{tmp_path / '.env'}: {name}: ")
    assert words in in_environment[0]
    assert words in in_file[0]
    assert "hunter22" not in in_environment[0] + in_file[0]


def test_names_that_are_not_near_ours_are_left_alone(tmp_path: Path) -> None:
    assert read({"CANDOUR_BENCH": "3", "CANDOUR_TEST": "1", "CANDOURS": "x"}, tmp_path)


def test_an_address_of_this_machine_needs_no_https_until_production(tmp_path: Path) -> None:
    local = {"PUBLIC_URL": "http://localhost:8080"}
    assert read(local, tmp_path).public_url == "http://localhost:8080"
    assert "https://" in faults_of(local | {"CANDOUR_ENV": "production"}, tmp_path)[0]


def test_all_faults_are_told_together(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "A good line=no\nLOG_LEVEL=LOUD\nCANDOUR_ENV=x\n\n\nhunter22 hunter22\nSLACK_BOT_TOKEN\n"
    )
    faults = faults_of({"CANDOUR_KEY": "short", "PUBLIC_URL": "x", "LOG_LEVEL": "QUIET"}, tmp_path)
    file = tmp_path / ".env"
    assert [fault.split(":")[1].strip() for fault in faults[:3]] == [
        "line 1 (not shown) cannot be read. Wanted NAME=value.",
        "line 6 (not shown) cannot be read. Wanted NAME=value.",
        "line 7 (not shown) cannot be read. Wanted NAME=value.",
    ]
    assert [fault.split(": ")[:2] for fault in faults[3:]] == [
        [str(file), "CANDOUR_ENV"],
        ["environment", "CANDOUR_KEY"],
        ["environment", "PUBLIC_URL"],
        ["environment", "LOG_LEVEL"],
    ]
    assert "hunter22" not in "\n".join(faults)


def test_an_env_file_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"SMTP_URL=caf\xe9\n")
    assert faults_of({}, tmp_path) == (f"{tmp_path / '.env'}: not UTF-8. Wanted the file saved again as UTF-8 text.",)
    folder = tmp_path / "folder"
    (folder / ".env").mkdir(parents=True)
    assert faults_of({}, folder)[0].startswith(f"{folder / '.env'}: cannot be read (")
