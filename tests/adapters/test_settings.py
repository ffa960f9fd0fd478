"""Settings come from .env and the environment, with every fault at once and no secret told."""

from __future__ import annotations

import re
import subprocess
import sys
from base64 import b64encode, urlsafe_b64encode
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from adapters.faults import Faults
from adapters.mail.server import Safety, Server
from adapters.serverkeys import keys_in, written
from adapters.settings import SAMPLE, read
from adapters.stores.address import Address

ROOT = Path(__file__).resolve().parents[2]
KEY = bytes(range(100, 132))
OTHER = bytes(range(223, 255))  # its base64 holds + and /


def faults_of(environ: dict[str, str], folder: Path) -> tuple[str, ...]:
    with pytest.raises(Faults) as told:
        read(environ, folder)
    return told.value.lines


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


def test_the_databases_stand_in_the_data_folder(tmp_path: Path) -> None:
    found = read({"CANDOUR_HOME": "/srv/candour"}, tmp_path)
    assert (found.database, found.key_store) == (Path("/srv/candour/candour.db"), Path("/srv/candour/keys.db"))


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


SECRETS = [
    "CANDOUR_KEY",
    "DATABASE_URL",
    "KEYS_URL",
    "PUBLIC_URL",
    "SMTP_URL",
    "METRICS_KEY",
    "SLACK_BOT_TOKEN",
    "TEAMS_APP_PASSWORD",
]
SECRET = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=8, max_size=80)
DRESS = st.sampled_from(
    ["{}", "postgresql://a:{}@b/c", "sqlite://{}", "sqlite:///{}?x", "https://a:{}@b", "{},{}", "smtp://{}@", "{0}="]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None)
@given(st.sampled_from(SECRETS), SECRET, DRESS, st.booleans())
def test_a_secret_is_in_no_message_and_in_no_repr(
    tmp_path: Path, name: str, secret: str, dress: str, in_file: bool
) -> None:
    value = dress.format(secret, secret)
    environ = {name: value, "LOG_LEVEL": "LOUD"}  # one fault at least
    (tmp_path / ".env").write_text(f'{name}="{value}"\n{secret}\n' if in_file else "", encoding="utf-8")
    harmless = "\n".join(faults_of({name: "?", "LOG_LEVEL": "LOUD"}, tmp_path / "none"))  # the words that are ours
    assume(secret.strip() not in harmless)
    told = "\n".join(faults_of({"LOG_LEVEL": "LOUD"} if in_file else environ, tmp_path))
    assert secret.strip() not in told.replace(str(tmp_path), "")


@settings(max_examples=300)
@given(st.binary(min_size=32, max_size=32), st.booleans())
def test_a_good_key_is_read_back_and_shown_nowhere(key: bytes, as_hex: bool) -> None:
    text = key.hex() if as_hex else written(key)
    mail = f"smtps://bot:{quote(text, safe='')}@mail.example?from=a@b.example"
    found = read({"CANDOUR_KEY": text, "SMTP_URL": mail, "SLACK_BOT_TOKEN": text}, ROOT / "tests" / "none")
    assert found.keys == (key,)
    assert text not in repr(found)
    assert repr(key) not in repr(found)


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
