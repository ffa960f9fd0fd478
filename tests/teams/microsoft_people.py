"""What a person does in a Teams of our own, signed as Microsoft signs it and held back where the client would."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import jwt

from tests.teams.keys import key
from tests.teams.microsoft import APP, BOT, ISSUER, TENANT, Microsoft, Sent
from tests.teams.reading import button, fields
from tests.teams.schema import faults


class Peopled(Microsoft):
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
