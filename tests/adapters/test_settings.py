"""Settings come from .env and the environment, with a default for each."""

from __future__ import annotations

import re
import subprocess
import sys
from base64 import b64encode, urlsafe_b64encode
from pathlib import Path

import pytest

from adapters.mail.server import Safety, Server
from adapters.serverkeys import keys_in, written
from adapters.settings import SAMPLE, read
from tests.adapters.settings_read import KEY

ROOT = Path(__file__).resolve().parents[2]
OTHER = bytes(range(223, 255))  # its base64 holds + and /


def test_an_empty_folder_and_environment_give_the_defaults(tmp_path: Path) -> None:
    found = read({}, tmp_path)
    assert (found.home, found.schools, found.sample) == (tmp_path / "data", SAMPLE, True)
    assert found.database == tmp_path / "data" / "candour.db"
    assert found.key_store == tmp_path / "data" / "keys.db"
    assert (found.keys, found.production, found.disk_kept) == ((), False, False)
    assert (found.public_url, found.log_level, found.mail) == ("", "INFO", None)
    assert (found.alarm_email, found.alarm_minutes) == ("", 10)
    assert (dict(found.slack), dict(found.teams)) == ({}, {})


def test_reading_settings_makes_nothing(tmp_path: Path) -> None:
    read({"CANDOUR_HOME": "elsewhere"}, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_each_variable_is_read(tmp_path: Path) -> None:
    found = read(
        {
            "CANDOUR_HOME": "store",
            "CANDOUR_SCHOOLS": "/etc/schools",
            "DATABASE_URL": "sqlite:////var/lib/candour.db",
            "KEYS_URL": "sqlite:///safe/keys.db",
            "CANDOUR_KEY": written(KEY),
            "CANDOUR_ENV": "production",
            "CANDOUR_DISK": "kept",
            "PUBLIC_URL": "https://candour.school.example/staff/",
            "LOG_LEVEL": "warning",
            "SMTP_URL": "smtps://name:word@mail.school.example",
            "MAIL_FROM": "candour@school.example",
            "ALARM_EMAIL": "office@trust.example",
            "ALARM_MINUTES": "5",
            "SLACK_BOT_TOKEN": "xoxb-1",
            "SLACK_SIGNING_SECRET": "s",
            "TEAMS_APP_ID": "t",
            "PATH": "/bin",
        },
        tmp_path,
    )
    assert (found.home, found.schools, found.sample) == (tmp_path / "store", Path("/etc/schools"), False)
    assert (found.database, found.key_store) == (Path("/var/lib/candour.db"), tmp_path / "safe" / "keys.db")
    assert (found.keys, found.production, found.disk_kept) == ((KEY,), True, True)
    assert (found.public_url, found.log_level) == ("https://candour.school.example/staff", "WARNING")
    assert found.mail == Server(Safety.TLS, "mail.school.example", 465, "candour@school.example", "name", "word")
    assert (found.alarm_email, found.alarm_minutes) == ("office@trust.example", 5)
    assert dict(found.slack) == {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}
    assert dict(found.teams) == {"TEAMS_APP_ID": "t"}


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        "LOG_LEVEL=DEBUG\nCANDOUR_HOME='from file' # a comment\nSMTP_URL=smtps://a:${b}@c?from=d@e\n"
    )
    found = read({"LOG_LEVEL": "ERROR"}, tmp_path)
    assert (found.log_level, found.home) == ("ERROR", tmp_path / "from file")
    assert found.mail == Server(Safety.TLS, "c", 465, "d@e", "a", "${b}")  # a password may look like a variable


def test_an_empty_value_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("CANDOUR_KEY=\nDATABASE_URL=\nPUBLIC_URL=\nSLACK_BOT_TOKEN=\nCANDOUR_ENV=\n")
    found = read({"LOG_LEVEL": " "}, tmp_path)
    (tmp_path / ".env").unlink()
    assert found == read({}, tmp_path)


def test_school_toml_is_looked_for_first_then_schools_then_the_sample(tmp_path: Path) -> None:
    assert read({}, tmp_path).schools == SAMPLE
    (tmp_path / "schools").mkdir()
    assert read({}, tmp_path).schools == tmp_path / "schools"
    (tmp_path / "school.toml").touch()
    assert read({}, tmp_path).schools == tmp_path / "school.toml"
    assert read({"CANDOUR_SCHOOLS": "mine.toml"}, tmp_path).schools == tmp_path / "mine.toml"


@pytest.mark.parametrize(
    "text",
    [
        urlsafe_b64encode(OTHER).decode(),
        urlsafe_b64encode(OTHER).decode().rstrip("="),
        b64encode(OTHER).decode(),
        b64encode(OTHER).decode().rstrip("="),
        OTHER.hex(),
        OTHER.hex().upper(),
    ],
)
def test_a_key_may_be_base64_of_either_kind_or_hex(text: str) -> None:
    assert keys_in(text) == (OTHER,)


def test_several_keys_keep_their_order(tmp_path: Path) -> None:
    found = read({"CANDOUR_KEY": f" {KEY.hex()} , {written(OTHER)}"}, tmp_path)
    assert found.keys == (KEY, OTHER)


def test_settings_are_read_without_anything_slow() -> None:
    program = """
import os, sys
from pathlib import Path
from adapters.settings import read
read({"CANDOUR_KEY": "00" * 32}, Path("nowhere"))
slow = {"sqlite_utils", "sqlite3", "psycopg", "cryptography", "aiohttp", "numpy", "dotenv", "difflib"}
print(*sorted(slow & set(sys.modules)))
"""
    ran = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""


def test_the_example_explains_each_variable_in_two_lines_and_reads_without_fault(tmp_path: Path) -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    (tmp_path / ".env").write_text(example, encoding="utf-8")
    assert read({}, tmp_path).schools == SAMPLE
    blocks = [block.splitlines() for block in example.strip().split("\n\n")[1:]]
    assert all(2 <= len(block) <= 3 for block in blocks)
    assert all(line.startswith("# ") for block in blocks for line in block[:-1])
    names = {re.match(r"([A-Z_]+)=", block[-1]).group(1) for block in blocks}  # type: ignore[union-attr]
    assert names >= {"CANDOUR_KEY", "CANDOUR_ENV", "CANDOUR_HOME", "CANDOUR_SCHOOLS", "DATABASE_URL", "KEYS_URL"}
    assert names >= {"PUBLIC_URL", "LOG_LEVEL", "SMTP_URL", "MAIL_FROM", "ALARM_EMAIL", "ALARM_MINUTES"}
    assert names >= {"SLACK_BOT_TOKEN", "TEAMS_APP_ID", "CANDOUR_DISK"}


def test_what_set_up_and_the_tests_read_is_no_misspelling_of_ours(tmp_path: Path) -> None:
    assert read({"CANDOUR_VENV": "/somewhere", "CANDOUR_REQUIRE": "all", "CANDOUR_EXHAUSTIVE": "1"}, tmp_path)
