"""Proves to Microsoft's connector who we are: one token, fetched off the loop and kept until shortly before it ends."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable

import requests
from botframework.connector.auth import AppCredentials

LOGIN = "https://login.microsoftonline.com"
SCOPE = "https://api.botframework.com/.default"
EARLY = 300.0  # seconds before its end at which a token is fetched anew
WAIT = 15  # seconds for one fetch


class NotLetIn(Exception):
    """Microsoft gives us no token: TEAMS_APP_ID, TEAMS_APP_PASSWORD or TEAMS_TENANT_ID is wrong, or has run out."""


class Credentials(AppCredentials):  # type: ignore[misc]  # the library says nothing of its types
    """Any number of threads and loops may share it."""

    def __init__(
        self, app_id: str, password: str, tenant: str, login: str = LOGIN, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(app_id=app_id, channel_auth_tenant=tenant)
        self._password, self._login, self._now = password, login, now
        self._token, self._until = "", 0.0
        self._lock = threading.Lock()

    async def ready(self) -> None:
        """The library takes the token on the loop, so it must be there before it sends. Raises NotLetIn, OSError."""
        if self.microsoft_app_id and not self._fresh():
            await asyncio.to_thread(self.get_access_token)

    def get_access_token(self, force_refresh: bool = False) -> str:
        if force_refresh or not self._fresh():
            with self._lock:
                if force_refresh or not self._fresh():
                    self._fetch()
        return self._token

    def _fresh(self) -> bool:
        return bool(self._token) and self._now() < self._until

    def _fetch(self) -> None:
        asked = self._now()
        answer = requests.post(
            f"{self._login}/{self.tenant}/oauth2/v2.0/token",
            data={
                "grant_type": "client_credentials",
                "client_id": self.microsoft_app_id,
                "client_secret": self._password,
                "scope": SCOPE,
            },
            timeout=WAIT,
        )
        if 400 <= answer.status_code < 500 and answer.status_code != requests.codes.too_many_requests:
            raise NotLetIn(NotLetIn.__doc__)
        answer.raise_for_status()
        said = answer.json()
        self._token, self._until = str(said["access_token"]), asked + float(said.get("expires_in", 0)) - EARLY
