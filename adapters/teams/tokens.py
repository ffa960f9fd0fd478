"""Decides whether Microsoft's connector sent a request: what its token must say is allowed claim by claim."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import jwt
import requests
from botframework.connector.auth import AuthenticationConstants
from jwt.algorithms import RSAAlgorithm

ISSUER = AuthenticationConstants.TO_BOT_FROM_CHANNEL_TOKEN_ISSUER
METADATA = AuthenticationConstants.TO_BOT_FROM_CHANNEL_OPENID_METADATA_URL
CHANNEL = "msteams"
ALGORITHM = "RS256"
LEEWAY = 300  # seconds by which two clocks may differ, as Microsoft's own libraries allow
LONGEST = 5_000  # characters of a token
DAY, HOUR, SOON = 86_400.0, 3_600.0, 30.0  # how old keys may be; between looks for an unknown one; after a failure
WAIT = 10  # seconds for one fetch
MOST_KEYS = 100
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
log = logging.getLogger("candour.teams")


class Refused(Exception):
    """Nothing proves that Microsoft sent this."""


class KeysAway(Exception):
    """Microsoft's signing keys can't be fetched, so nothing can be proved just now."""


@dataclass(frozen=True)
class SigningKey:
    public: Any  # an RSA public key of cryptography's
    endorsed: frozenset[str]  # the channels for which it may sign


def fetched(address: str) -> Any:
    """Raises requests.RequestException and ValueError."""
    answer = requests.get(address, timeout=WAIT)
    answer.raise_for_status()
    return answer.json()


@dataclass
class SigningKeys:
    """Microsoft's keys, read in a thread. An unknown one is looked for at once, but at most once an hour."""

    metadata: str = METADATA
    fetch: Callable[[str], Any] = fetched
    now: Callable[[], float] = time.monotonic
    held: Mapping[str, SigningKey] = field(default_factory=dict)
    next_read: float = 0.0
    next_search: float = 0.0
    reading: asyncio.Task[None] | None = None

    async def find(self, name: str) -> SigningKey | None:
        """Raises KeysAway where none could be read yet."""
        if not self.held or self.now() >= self.next_read:
            await self._read(self.next_read)
        if name not in self.held and self.now() >= self.next_search:
            self.next_search = self.now() + HOUR
            await self._search()
        return self.held.get(name)

    async def _read(self, due: float) -> None:
        """Whoever holds keys does not wait for newer ones."""
        if self.now() >= due and self.reading is None:
            self.next_read = self.now() + SOON
            self.reading = asyncio.create_task(self._refresh())
            self.reading.add_done_callback(self._ended)
        if not self.held and self.reading:
            await asyncio.shield(self.reading)
        if not self.held:
            raise KeysAway(KeysAway.__doc__)

    async def _search(self) -> None:
        try:
            await self._refresh()
        except KeysAway:
            self.next_search = self.now() + SOON

    async def _refresh(self) -> None:
        try:
            found = await asyncio.to_thread(self._fetched)
        except (requests.RequestException, ValueError, LookupError, TypeError, AttributeError) as fault:
            log.error("Microsoft's signing keys can't be read: %s", type(fault).__name__)
            raise KeysAway(KeysAway.__doc__) from None
        self.held = found or self.held
        self.next_read = self.now() + DAY

    def _fetched(self) -> Mapping[str, SigningKey]:
        listed = self.fetch(self.fetch(self.metadata)["jwks_uri"])["keys"][:MOST_KEYS]
        return {key["kid"]: _key(key) for key in listed if _usable(key)}

    def _ended(self, task: asyncio.Task[None]) -> None:
        self.reading = None
        if not task.cancelled():
            task.exception()  # it is logged; whoever waits for it is told


@dataclass(frozen=True)
class Checks:
    """`plain`: the connector is one of this machine's own, without https. Only in development."""

    app_id: str
    keys: SigningKeys
    plain: bool = False

    async def check(self, header: str, channel: object, service: object) -> None:
        """Raises Refused and KeysAway. `service` is where the request asks us to answer."""
        if channel != CHANNEL or not isinstance(service, str) or not self._safe(service):
            raise Refused(Refused.__doc__)
        token = _token(header)
        key = await self.keys.find(_named(token))
        if key is None or CHANNEL not in key.endorsed:
            raise Refused(Refused.__doc__)
        if self._claims(token, key).get("serviceurl") != service:
            raise Refused(Refused.__doc__)

    def _claims(self, token: str, key: SigningKey) -> Mapping[str, Any]:
        wanted: Any = {"require": ["exp", "iss", "aud"], "strict_aud": True}
        try:
            return jwt.decode(
                token,
                key.public,
                algorithms=[ALGORITHM],
                audience=self.app_id,
                issuer=ISSUER,
                leeway=LEEWAY,
                options=wanted,
            )
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError):
            raise Refused(Refused.__doc__) from None

    def _safe(self, service: str) -> bool:
        return is_https(service) or (self.plain and on_this_machine(service))


def is_https(address: str) -> bool:
    scheme, host = _scheme_and_host(address)
    return scheme == "https" and bool(host)


def on_this_machine(address: str) -> bool:
    scheme, host = _scheme_and_host(address)
    return scheme in ("http", "https") and host in LOOPBACK


def _scheme_and_host(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
        return parts.scheme, "" if "@" in parts.netloc else parts.hostname or ""
    except ValueError:
        return "", ""


def _token(header: str) -> str:
    scheme, _, token = header.partition(" ")
    if scheme != "Bearer" or not token or len(token) > LONGEST:
        raise Refused(Refused.__doc__)
    return token


def _named(token: str) -> str:
    """The name of the key that is said to have signed it."""
    try:
        head = jwt.get_unverified_header(token)
    except (jwt.PyJWTError, ValueError, TypeError):
        raise Refused(Refused.__doc__) from None
    name = head.get("kid")
    if head.get("alg") != ALGORITHM or not isinstance(name, str):
        raise Refused(Refused.__doc__)
    return name


def _usable(key: Any) -> bool:
    return isinstance(key, Mapping) and key.get("kty") == "RSA" and isinstance(key.get("kid"), str)


def _key(key: Mapping[str, Any]) -> SigningKey:
    return SigningKey(RSAAlgorithm.from_jwk(json.dumps(dict(key))), frozenset(map(str, key.get("endorsements") or ())))
