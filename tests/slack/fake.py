"""A strict Slack for tests: its Web API, signed delivery or a socket, and a ledger of who can see what.

`violations` collects everything that the real one would have refused, or that breaks a documented rule of it.
"""

from __future__ import annotations

import itertools
import json
import time

from aiohttp import ClientSession, ClientTimeout, web

from tests.slack.fake_api import Api
from tests.slack.fake_delivery import Delivery
from tests.slack.fake_files import Files
from tests.slack.fake_people import People
from tests.slack.fake_tables import SCOPES
from tests.slack.fake_views import Views


class FakeSlack(Api, Views, Files, Delivery, People):
    def __init__(
        self,
        app_url=None,
        signing_secret="test-signing-secret",  # noqa: S107 - nobody's
        token="xoxb-test-token",  # noqa: S107 - nobody's
        app_token="xapp-test-token",  # noqa: S107 - nobody's
        users=None,
        channels=None,
        scopes=None,
        retry_scale=0.001,
        rate=None,
        trigger_ttl=3.0,
        socket_mode=False,
        team="T01TEST",
        latency=0.0,
    ):
        self.app_url, self.secret, self.token, self.app_token, self.team = (
            app_url,
            signing_secret,
            token,
            app_token,
            team,
        )
        self.users = users or {
            "U01ALICE": {"name": "alice", "email": "alice@school.example"},
            "U02HEAD": {"name": "head", "email": "head@school.example"},
            "U03CHAIR": {"name": "chair", "email": "chair@school.example"},
        }
        self.bot = "U0BOT"
        self.channels = {
            "C01GEN": {"name": "staffroom", "members": {*self.users, self.bot}},
            "C02SLT": {"name": "slt", "members": {"U02HEAD"}},
        }
        if channels:
            self.channels.update(channels)
        self.scopes = set(scopes) if scopes is not None else set(SCOPES.values())
        self.messages, self.views, self.home, self.calls, self.violations, self.deliveries, self.files, self.stack = (
            [],
            {},
            {},
            [],
            [],
            [],
            {},
            {},
        )
        self.triggers, self.response_urls = {}, {}
        self.retry_scale, self.rate, self.trigger_ttl, self.socket_mode, self.latency = (
            retry_scale,
            rate,
            trigger_ttl,
            socket_mode,
            latency,
        )
        self._last = {}
        self._n = itertools.count(1)
        self.ws = set()
        self._acks = {}
        self.force_429 = 0

    # -- life
    async def __aenter__(self):
        a = web.Application(client_max_size=2**24)
        a.router.add_route("*", "/api/{method}", self._api)
        a.router.add_post("/response/{id}", self._response)
        a.router.add_get("/socket", self._socket)
        a.router.add_post("/upload/{id}", self._upload)
        a.router.add_get("/files/{id}", self._download)
        self.runner = web.AppRunner(a)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", 0)
        await site.start()
        self.base = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"
        self.api = self.base + "/api/"
        self.http = ClientSession(timeout=ClientTimeout(total=30))
        return self

    async def __aexit__(self, *a):
        await self.http.close()
        await self.runner.cleanup()

    def bad(self, what):
        self.violations.append(what)

    def ts(self):
        return f"{int(time.time())}.{next(self._n):06d}"

    # -- who can see what (the privacy oracle)
    def visible(self, user):
        out = []
        for m in self.messages:
            if m.get("deleted"):
                continue
            ok = m["ephemeral_to"] == user if m.get("ephemeral_to") else user in self.channels[m["channel"]]["members"]
            if ok:
                out.append(m)
        return out

    def seen_text(self, user):
        return json.dumps(
            [self.visible(user), self.home.get(user), [v for v in self.views.values() if v["_user"] == user]],
            ensure_ascii=False,
        )

    def im(self, user):
        for c, d in self.channels.items():
            if d.get("im") == user:
                return c
        c = f"D{next(self._n):08d}"
        self.channels[c] = {"name": user, "im": user, "members": {user, self.bot}}
        return c

    # -- Web API
