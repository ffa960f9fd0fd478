"""No secret of the settings is told, whatever it is and wherever it stands."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from adapters.serverkeys import written
from adapters.settings import read
from tests.adapters.settings_read import faults_of

ROOT = Path(__file__).resolve().parents[2]

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
