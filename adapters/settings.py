"""Reads the settings of this machine, once, at start."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar
from urllib.parse import urlsplit

from adapters.envfile import lines_of
from adapters.faults import Faults, nearest
from adapters.mail.server import BadServer, Server, is_mailbox
from adapters.serverkeys import BadKey, keys_in
from adapters.stores.address import Address, BadAddress, Place, place

__all__ = ["SAMPLE", "Faults", "Settings", "read"]

SAMPLE = Path(__file__).resolve().parent / "sample" / "school.toml"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
KEYS_SCHEMA = "candour_keys"
LONGEST_ALARM = 60
THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
BEGINNING = "CANDOUR_"
OURS = ("HOME", "SCHOOLS", "KEY", "ENV", "DISK")  # each after CANDOUR_
OTHERS = (  # looked for in .env alone: the environment is full of other programs' names
    *("DATABASE_URL", "KEYS_URL", "PUBLIC_URL", "POLICY_PAGES", "METRICS_KEY", "LOG_LEVEL", "SMTP_URL", "MAIL_FROM"),
    *("ALARM_EMAIL", "ALARM_MINUTES", "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN", "SLACK_API_URL"),
    *("TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "TEAMS_TENANT_ID", "TEAMS_INSECURE_LOOPBACK", "TEAMS_LOGIN_URL"),
    "TEAMS_OPENID_URL",
)
SHORTEST_KEY = 20  # characters, of a key that is sent over the network
NO_SUCH = '{}: {}: there is no such setting. Did you mean "{}"?'
OF_TOOLS = ("VENV", "REQUIRE", "EXHAUSTIVE")  # read by set-up and by the tests, not by us

T = TypeVar("T")


@dataclass(frozen=True)
class Settings:
    """Every path is absolute if the working folder was. What may hold a secret is left out of the repr."""

    home: Path
    schools: Path  # a school.toml or a folder of them; the sample school where this folder has neither
    database: Place
    key_store: Place  # another: the wrapped case keys, outside the database and its backups
    keys: tuple[bytes, ...] = field(default=(), repr=False)  # 32 bytes each, newest first
    production: bool = False
    disk_kept: bool = False  # the owner says that this disk outlives a restart
    public_url: str = ""  # without a slash at its end
    policy_pages: bool = True  # whoever has the link may read the policies
    metrics_key: str = field(default="", repr=False)  # lets a monitor read how much is done; without it nobody can
    log_level: str = "INFO"
    mail: Server | None = field(default=None, repr=False)  # the mail server that sends letters
    alarm_email: str = ""  # who is written to when deliveries stand still
    alarm_minutes: int = 10  # for how long they may
    slack: Mapping[str, str] = field(default_factory=dict, repr=False)  # by full name: SLACK_BOT_TOKEN
    teams: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def sample(self) -> bool:
        return self.schools == SAMPLE

    @property
    def pages(self) -> str:
        """The address of the server that shows policies; empty where nobody can be sent to it."""
        return self.public_url if self.policy_pages else ""


class Misfit(Exception):
    """What is wrong with one value, and what was wanted. It repeats no value that may be secret."""


@dataclass(frozen=True)
class Reading:
    """Values that are not empty, where each came from, and the faults found so far."""

    values: Mapping[str, str]
    sources: Mapping[str, str]
    faults: list[str]

    def value(self, name: str, fit: Callable[[str], T], default: T) -> T:
        try:
            return fit(self.values[name]) if name in self.values else default
        except (Misfit, BadAddress, BadServer) as misfit:
            self.faults.append(f"{self.sources[name]}: {name}: {misfit}")
            return default

    def named(self, beginning: str) -> Mapping[str, str]:
        return MappingProxyType({name: value for name, value in self.values.items() if name.startswith(beginning)})

    def misspelt(self) -> None:
        """Adds a fault for each name that is nearly one of ours: CANDOUR_EVN=production would be passed over."""
        for name in self.named(BEGINNING):
            # Without the beginning they share, which would make any two of them alike.
            rest = name.removeprefix(BEGINNING)
            near = "" if rest in (*OURS, *OF_TOOLS) else nearest(rest, OURS, 0.6)
            if near:
                meant = f"{BEGINNING}{near}"
                self.faults.append(NO_SUCH.format(self.sources[name], name, meant))

    def misspelt_in(self, names: Iterable[str]) -> None:
        """The same for the names of .env that don't begin like ours: SLACK_TOKEN would leave Slack off unsaid."""
        for name in names:
            if name not in OTHERS and not name.startswith(BEGINNING) and (near := nearest(name, OTHERS, 0.8)):
                self.faults.append(NO_SUCH.format(self.sources[name], name, near))


def read(environ: Mapping[str, str], folder: Path, sealing: bool = True) -> Settings:
    """Without `sealing` the key is not looked at: questions need none, and a bad one must not stop them.

    The environment's values win over those of `folder`/.env; an empty one counts as none.

    Raises Faults: every fault, together.
    """
    file = folder / ".env"
    in_file, faults = lines_of(file)
    sources = dict.fromkeys(in_file, str(file)) | dict.fromkeys(environ, "environment")
    values = {name: value.strip() for name, value in (in_file | dict(environ)).items()}
    reading = Reading({name: value for name, value in values.items() if value}, sources, faults)
    settings = _settings(reading, folder, sealing)
    reading.misspelt()
    reading.misspelt_in(in_file)
    if faults:
        raise Faults(faults)
    return settings


def _settings(reading: Reading, folder: Path, sealing: bool) -> Settings:
    production = reading.value("CANDOUR_ENV", _production, False)
    home = reading.value("CANDOUR_HOME", lambda path: folder / path, folder / "data")
    beside: Place = home / "candour.db"
    sender = reading.value("MAIL_FROM", _mailbox, "")
    database = reading.value("DATABASE_URL", lambda url: _place(url, folder, production), beside)
    return Settings(
        home=home,
        schools=reading.value("CANDOUR_SCHOOLS", lambda path: folder / path, _schools_in(folder)),
        database=database,
        key_store=_key_store(reading, database, folder, production) or home / "keys.db",
        keys=reading.value("CANDOUR_KEY", _keys, ()) if sealing else (),
        production=production,
        disk_kept=reading.value("CANDOUR_DISK", _kept, False),
        public_url=reading.value("PUBLIC_URL", lambda url: _public_url(url, production), ""),
        metrics_key=reading.value("METRICS_KEY", _long_enough, ""),
        policy_pages=reading.value("POLICY_PAGES", _shown, True),
        log_level=reading.value("LOG_LEVEL", _level, "INFO"),
        mail=reading.value("SMTP_URL", lambda url: Server.read(url, sender), None),
        alarm_email=reading.value("ALARM_EMAIL", _mailbox, ""),
        alarm_minutes=reading.value("ALARM_MINUTES", _minutes, 10),
        slack=reading.named("SLACK_"),
        teams=reading.named("TEAMS_"),
    )


def _schools_in(folder: Path) -> Path:
    places = (folder / "school.toml", folder / "schools")
    return next((place for place in places if os.path.exists(place)), SAMPLE)


def _production(value: str) -> bool:
    if value not in ("development", "production"):
        raise Misfit(f'"{value}" will not do. Wanted development or production.')
    return value == "production"


def _kept(value: str) -> bool:
    if value != "kept":
        raise Misfit(f'"{value}" will not do. Wanted kept, if this disk outlives a restart, or nothing.')
    return True


def _long_enough(value: str) -> str:
    if len(value) < SHORTEST_KEY or not value.isascii():
        raise Misfit(f"too short. Wanted {SHORTEST_KEY} letters and digits or more (not shown: it is secret).")
    return value


def _shown(value: str) -> bool:
    if value not in ("on", "off"):
        raise Misfit(f'"{value}" will not do. Wanted on, or off if nobody may read policies on the web.')
    return value == "on"


def _level(value: str) -> str:
    if value.upper() not in LEVELS:
        raise Misfit(f'"{value}" will not do. Wanted one of: {", ".join(LEVELS)}.')
    return value.upper()


def _mailbox(value: str) -> str:
    if not is_mailbox(value):
        raise Misfit(f'"{value}" is not an e-mail address. Wanted one like name@school.example.')
    return value


def _minutes(value: str) -> int:
    if not value.isdecimal() or not 1 <= int(value) <= LONGEST_ALARM:
        raise Misfit(f'"{value}" will not do. Wanted a whole number of minutes from 1 to {LONGEST_ALARM}.')
    return int(value)


def _keys(value: str) -> tuple[bytes, ...]:
    try:
        return keys_in(value)
    except BadKey as fault:
        raise Misfit(
            f"{fault}. Wanted 32 bytes, as base64 or as 64 hex digits (not shown: it is secret). "
            "`candour init` makes one."
        ) from None


def _place(url: str, folder: Path, production: bool) -> Place:
    found = place(url, folder)
    return found.sealed() if production and isinstance(found, Address) else found


def _key_store(reading: Reading, database: Place, folder: Path, production: bool) -> Place | None:
    """None where it is a file on this disk. Machines that share a database must share the keys to it."""

    def apart(url: str) -> Place:
        found = _place(url, folder, production)
        if found == database:
            raise Misfit("the same place as DATABASE_URL. Wanted another, so that no backup holds reports and keys.")
        return found

    if "KEYS_URL" in reading.values or not isinstance(database, Address):
        return reading.value("KEYS_URL", apart, None)
    if production:
        reading.faults.append(
            f"{reading.sources['DATABASE_URL']}: KEYS_URL: missing, and beside PostgreSQL it must be chosen. "
            f"Wanted a database for the keys alone, or the same one with ?schema={KEYS_SCHEMA} at its end."
        )
    return database.within(KEYS_SCHEMA)


def _public_url(url: str, production: bool) -> str:
    """The value is not repeated: people paste addresses with a name and password in them."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise Misfit("not a web address. Wanted one like https://candour.school.example (value not shown).") from None
    if not host or "@" in parts.netloc or parts.query or parts.fragment or parts.scheme not in ("https", "http"):
        raise Misfit("not a plain web address. Wanted one like https://candour.school.example (value not shown).")
    if parts.scheme == "http" and (production or host not in THIS_MACHINE):
        raise Misfit("not safe to send words over. Wanted an address that begins with https:// (value not shown).")
    return url.rstrip("/")
