"""A strict connector of our own: signs what it posts, keeps what we send, and tells who could see which words."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import aiohttp
import jwt
from aiohttp import web

from tests.teams.keys import jwk, key
from tests.teams.reading import button, fields
from tests.teams.schema import faults

APP, BOT = "11111111-2222-3333-4444-555555555555", "28:11111111-2222-3333-4444-555555555555"
TENANT = "00000000-0000-0000-0000-00000000aaaa"
ISSUER = "https://api.botframework.com"
SECRET = "test-client-secret"  # noqa: S105 - of our own connector
LARGEST = 80_000


@dataclass
class Sent:
    """A message that stands in a conversation: as it is now, and everything that it ever was."""

    id: str
    conversation: str
    activity: dict[str, Any]
    before: list[dict[str, Any]] = field(default_factory=list)

    @property
    def card(self) -> dict[str, Any]:
        return dict(self.activity["attachments"][0]["content"])

    @property
    def words(self) -> str:
        return json.dumps(self.activity, ensure_ascii=False)


@dataclass
class Connector:
    people: Mapping[str, str]  # name -> object id
    guests: frozenset[str] = frozenset()
    channel: frozenset[str] = frozenset()  # who is in the team's channel
    installed: set[str] = field(default_factory=set)
    messages: list[Sent] = field(default_factory=list)
    dialogs: dict[str, dict[str, Any]] = field(default_factory=dict)  # what stands open before each person
    extended: set[str] = field(default_factory=set)  # whose dialog was opened from the menu of a message
    shown: dict[str, list[str]] = field(default_factory=dict)  # every dialog a person has seen
    violations: list[str] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)  # status codes to answer next, before all goes well again
    body: bytes = b'{"error":{"code":"Told"}}'  # what stands in such an answer
    after: str = ""  # what Retry-After says with them
    kids: list[str] = field(default_factory=lambda: ["k1"])
    signs: str = "k1"
    key_reads: int = 0
    token_reads: int = 0
    token_takes: float = 0.0
    calls: list[tuple[str, str]] = field(default_factory=list)
    base: str = ""
    app_url: str = ""
    session: aiohttp.ClientSession | None = None

    # ---- what the bot calls

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

    @property
    def service(self) -> str:
        return f"{self.base}/teams/"

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

    def _owner(self, conversation: str) -> str:
        return next((name for name in self.people if conversation == self.chat(name)), "")

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
        owner = self._owner(conversation)
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

    # ---- what a person does

    def account(self, name: str) -> str:
        return f"29:{name}"

    def chat(self, name: str) -> str:
        return f"a:{name}"

    def signed(self, **claims: Any) -> str:
        now = int(time.time())
        body = {"iss": ISSUER, "aud": APP, "serviceurl": self.service, "nbf": now - 10, "exp": now + 3600, **claims}
        body = {name: value for name, value in body.items() if value is not None}
        return "Bearer " + jwt.encode(body, key(self.signs), algorithm="RS256", headers={"kid": self.signs})

    def activity(self, name: str, kind: str, room: str = "", /, **more: Any) -> dict[str, Any]:
        place = {"id": room or self.chat(name), "tenantId": TENANT}
        return {
            "type": kind,
            "id": uuid4().hex,
            "channelId": "msteams",
            "serviceUrl": self.service,
            "from": {"id": self.account(name), "aadObjectId": self.people[name], "name": name},
            "recipient": {"id": BOT, "name": "Candour"},
            "conversation": {**place, "conversationType": "channel" if room else "personal"},
            "channelData": {"tenant": {"id": TENANT}},
            **more,
        }

    async def post(self, activity: Any, header: str | None = "", **how: Any) -> tuple[int, Any]:
        """What the bot answers. An empty `header` is a good one; None is none at all."""
        assert self.session
        headers = {} if header is None else {"Authorization": header or self.signed()}
        sends: dict[str, Any] = how or {"json": activity}
        async with self.session.post(self.app_url, headers=headers, **sends) as answer:
            text = await answer.text()
            return answer.status, json.loads(text) if text and answer.status == 200 else None

    async def add(self, name: str) -> None:
        self.installed.add(name)
        joined = {"membersAdded": [{"id": BOT}, {"id": self.account(name)}]}
        assert await self.post(self.activity(name, "conversationUpdate", **joined)) == (200, None)

    async def say(self, name: str, text: str, room: str = "", **more: Any) -> None:
        if room:
            more |= {"entities": [{"type": "mention", "text": "<at>Candour</at>", "mentioned": {"id": BOT}}]}
            text = f"<at>Candour</at> {text}"
        assert await self.post(self.activity(name, "message", room, text=text, **more)) == (200, None)

    async def invoke(self, name: str, what: str, value: Any, **more: Any) -> Any:
        status, answer = await self.post(self.activity(name, "invoke", name=what, value=value, **more))
        assert status == 200
        if what == "adaptiveCard/action":
            return self._replaced(answer, more.get("replyToId", ""))
        if what.endswith(("/fetch", "/fetchTask")):
            (self.extended.add if what.startswith("composeExtension") else self.extended.discard)(name)
        return self._opened(name, answer)

    def _opened(self, name: str, answer: Any) -> Any:
        if not answer:
            self.dialogs.pop(name, None)
            return None
        value = answer["task"]["value"]
        self.violations += faults(value["card"]["content"], dialog=True)
        self.dialogs[name] = value
        self.shown.setdefault(name, []).append(json.dumps(value, ensure_ascii=False))
        return value

    def _replaced(self, answer: Any, about: str) -> Any:
        if answer["type"].endswith("card.adaptive"):
            self.violations += faults(answer["value"], dialog=False)
            sent = next((sent for sent in self.messages if sent.id == about), None)
            if sent:
                sent.before.append(sent.activity)
                sent.activity = {**sent.activity, "attachments": [{"content": answer["value"]}]}
        return answer

    async def press(self, name: str, label: str, sent: Sent | None = None) -> Any:
        """A button of the dialog that stands open, or of a message."""
        card = sent.card if sent else self.dialogs[name]["card"]["content"]
        action = button(card, label)
        return await self.act(name, action, {}, sent)

    async def act(self, name: str, action: Mapping[str, Any], filled: Mapping[str, str], sent: Sent | None) -> Any:
        data = {**(filled if action.get("associatedInputs") != "none" else {}), **action["data"]}
        more = {"replyToId": sent.id} if sent else {}
        if action["type"] == "Action.Execute":
            value = {"action": {"type": "Action.Execute", "verb": action["verb"], "data": data}, "trigger": "manual"}
            return await self.invoke(name, "adaptiveCard/action", value, **more)
        submits = "composeExtension/submitAction" if sent is None and name in self.extended else "task/submit"
        what = "task/fetch" if "msteams" in data else submits
        return await self.invoke(name, what, {"data": data, "context": {"theme": "default"}}, **more)

    async def fill(self, name: str, filled: Mapping[str, str], sent: Sent | None = None) -> Any:
        """What is chosen and typed, and Next. Like the client, it holds back what a required field lacks."""
        card = sent.card if sent else self.dialogs[name]["card"]["content"]
        standing = {field["id"]: field.get("value", "") for field in fields(card)}
        unknown = set(filled) - set(standing)
        assert not unknown, f"no such field: {unknown}"
        standing |= filled
        required = [field["id"] for field in fields(card) if field.get("isRequired")]
        lacking = [id for id in required if not standing[id].strip()]
        assert not lacking, f"the client would not send: {lacking}"
        lists = {field["id"]: {c["value"] for c in field["choices"]} for field in fields(card) if "choices" in field}
        strange = [id for id in lists if not set(filter(None, standing[id].split(","))) <= lists[id]]
        assert not strange, f"not offered there: {strange}"
        return await self.act(name, button(card, "Next"), standing, sent)

    # ---- what can be seen

    def seen(self, name: str) -> str:
        """Every word that this person could ever see."""
        texts = list(self.shown.get(name, ()))
        for sent in self.messages:
            if sent.conversation == self.chat(name) or (name in self.channel and not self._owner(sent.conversation)):
                texts += [json.dumps(each, ensure_ascii=False) for each in (*sent.before, sent.activity)]
        return "\n".join(texts)

    def kept(self) -> str:
        """What Microsoft 365 keeps: every message, as it is and as it ever was. No dialog is among them."""
        every = [each for sent in self.messages for each in (*sent.before, sent.activity)]
        return json.dumps(every, ensure_ascii=False)

    def to(self, name: str) -> list[Sent]:
        return [sent for sent in self.messages if sent.conversation == self.chat(name)]

    def now(self, name: str) -> str:
        """The dialog that stands open."""
        return json.dumps(self.dialogs.get(name), ensure_ascii=False)


@asynccontextmanager
async def connector(people: Mapping[str, str], **how: Any) -> AsyncIterator[Connector]:
    made = Connector(people, **how)
    runner = web.AppRunner(made.application(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    async with aiohttp.ClientSession() as made.session:
        try:
            yield made
        finally:
            await runner.cleanup()
