"""What the bot calls at a Teams of our own, which takes nothing that the real one would refuse."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from aiohttp import web

from tests.teams.keys import jwk
from tests.teams.microsoft import APP, BOT, ISSUER, LARGEST, SECRET, TENANT, Microsoft, Sent
from tests.teams.schema import faults


class Called(Microsoft):
    def application(self) -> web.Application:
        app = web.Application(client_max_size=10_000_000)
        app.add_routes(
            [
                web.get("/openid", self._openid),
                web.get("/keys", self._keys),
                web.post("/login/{tenant}/oauth2/v2.0/token", self._token),
                web.post("/teams/v3/conversations", self._create),
                web.post("/teams/v3/conversations/{id}/activities", self._post),
                web.put("/teams/v3/conversations/{id}/activities/{activity}", self._put),
                web.get("/teams/v3/conversations/{id}/members/{member}", self._member),
            ]
        )
        return app

    async def _openid(self, _: web.Request) -> web.Response:
        return web.json_response({"issuer": ISSUER, "jwks_uri": f"{self.base}/keys"})

    async def _keys(self, _: web.Request) -> web.Response:
        self.key_reads += 1
        return web.json_response({"keys": [jwk(kid) for kid in self.kids]})

    async def _token(self, request: web.Request) -> web.Response:
        self.token_reads += 1
        await asyncio.sleep(self.token_takes)
        form = await request.post()
        wanted = {"client_id": APP, "client_secret": SECRET, "grant_type": "client_credentials"}
        if request.match_info["tenant"] != TENANT or any(form.get(name) != value for name, value in wanted.items()):
            return web.json_response({"error": "invalid_client"}, status=401)
        return web.json_response({"token_type": "Bearer", "expires_in": 3600, "access_token": "ours"})

    def _refusal(self, request: web.Request) -> web.Response | None:
        self.calls.append((request.method, request.path))
        if request.headers.get("Authorization") != "Bearer ours":
            self.violations.append(f"{request.path}: no token of the bot's")
            return web.json_response({"error": {"code": "Unauthorized"}}, status=401)
        if self.answers:
            headers = {"Retry-After": self.after} if self.after else {}
            return web.Response(body=self.body, status=self.answers.pop(0), headers=headers)
        return None

    async def _create(self, request: web.Request) -> web.Response:
        if refused := self._refusal(request):
            return refused
        wanted = await request.json()
        asked = [member.get("id") for member in wanted.get("members", ())]
        name = next((name for name in self.people if [self.account(name)] == asked), "")
        if wanted.get("tenantId") != TENANT or wanted["bot"]["id"] != BOT:
            self.violations.append("a conversation without tenant or bot")
        if name not in self.installed:
            return web.json_response({"error": {"code": "BotNotInConversationRoster"}}, status=403)
        return web.json_response({"id": self.chat(name)}, status=201)

    async def _post(self, request: web.Request) -> web.Response:
        if refused := self._refusal(request):
            return refused
        conversation, activity = request.match_info["id"], await request.json()
        owner = self.owner(conversation)
        if owner and owner not in self.installed:
            return web.json_response({"error": {"code": "ForbiddenOperationException"}}, status=403)
        self._look_at(activity)
        sent = Sent(uuid4().hex, conversation, activity)
        self.messages.append(sent)
        return web.json_response({"id": sent.id}, status=201)

    async def _put(self, request: web.Request) -> web.Response:
        if refused := self._refusal(request):
            return refused
        found = next((sent for sent in self.messages if sent.id == request.match_info["activity"]), None)
        if found is None:
            return web.json_response({"error": {"code": "NotFound"}}, status=404)
        found.before.append(found.activity)
        found.activity = await request.json()
        self._look_at(found.activity)
        return web.json_response({"id": found.id})

    async def _member(self, request: web.Request) -> web.Response:
        if refused := self._refusal(request):
            return refused
        name = next((name for name in self.people if self.account(name) == request.match_info["member"]), "")
        if not name:
            return web.json_response({"error": {"code": "MemberNotFoundInConversation"}}, status=404)
        role = "guest" if name in self.guests else "user"
        body = {"id": self.account(name), "name": name, "aadObjectId": self.people[name], "userRole": role}
        return web.json_response({**body, "tenantId": TENANT})

    def _look_at(self, activity: Mapping[str, Any]) -> None:
        size = len(json.dumps(activity, ensure_ascii=False).encode("utf-16-le"))
        if size > LARGEST:
            self.violations.append(f"a message of {size} bytes")
        for attachment in activity.get("attachments", ()):
            self.violations += faults(attachment["content"], dialog=False)
