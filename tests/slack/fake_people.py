"""What people do on the strict Slack: write, mention, click, fill in a form, close it."""

from __future__ import annotations

import json
import uuid

from tests.slack import blockkit


class People:
    async def dm(self, user, text, files=None, thread_ts=None, **k):
        c = self.im(user)
        m = {"ts": self.ts(), "channel": c, "user": user, "text": text, "thread_ts": thread_ts}
        self.messages.append(m)
        ev = {
            "type": "message",
            "channel_type": "im",
            "client_msg_id": str(uuid.uuid4()),
            "team": self.team,
            "event_ts": m["ts"],
            **{x: y for x, y in m.items() if y},
        }
        if files:
            ev.update(
                subtype="file_share",
                files=[
                    {
                        "id": f,
                        "name": self.files[f]["name"],
                        "url_private_download": f"{self.base}/files/{f}",
                        "size": self.files[f]["length"],
                        "mimetype": "image/png",
                    }
                    for f in files
                ],
            )
        return await self.event(ev, **k)

    async def mention(self, user, channel, text, **k):
        m = {"ts": self.ts(), "channel": channel, "user": user, "text": f"<@{self.bot}> {text}"}
        self.messages.append(m)
        return await self.event({"type": "app_mention", "event_ts": m["ts"], "team": self.team, **m}, **k)

    async def open_home(self, user, tab="home"):
        return await self.event(
            {"type": "app_home_opened", "user": user, "channel": self.im(user), "tab": tab, "event_ts": self.ts()}
        )

    async def slash(self, user, command, text="", channel="C01GEN"):
        st, txt = await self._form(
            {
                "token": "v",
                "team_id": self.team,
                "team_domain": "t",
                "channel_id": channel,
                "channel_name": self.channels[channel]["name"],
                "user_id": user,
                "user_name": self.users[user]["name"],
                "command": command,
                "text": text,
                "api_app_id": "A01APP",
                "is_enterprise_install": "false",
                "response_url": self.response_url(user, channel),
                "trigger_id": self.trigger(user),
            },
            "command",
        )
        if txt:
            try:
                d = json.loads(txt)
            except ValueError:
                d = {"text": txt}
            e = self._content("command ack", d)
            if not e:
                self.messages.append(
                    {
                        "ts": self.ts(),
                        "channel": channel,
                        "user": self.bot,
                        "text": d.get("text", ""),
                        "blocks": d.get("blocks"),
                        **({} if d.get("response_type") == "in_channel" else {"ephemeral_to": user}),
                    }
                )
        return st, txt

    def _base(self, user):
        return {
            "user": {
                "id": user,
                "username": self.users[user]["name"],
                "name": self.users[user]["name"],
                "team_id": self.team,
            },
            "api_app_id": "A01APP",
            "token": "v",
            "team": {"id": self.team, "domain": "t"},
            "enterprise": None,
            "is_enterprise_install": False,
            "trigger_id": self.trigger(user),
        }

    async def click(self, user, action_id, message=None, view=None, value=None, selected=None):
        src = message or view
        el = bid = None
        for b in src.get("blocks") or []:
            for x in (b.get("elements") or []) + [b.get("accessory") or {}]:
                for _y in (x, x.get("positive_button") if isinstance(x, dict) else None):
                    if isinstance(x, dict) and x.get("action_id") == action_id:
                        el, bid = x, b.get("block_id")
        if el is None:
            raise AssertionError(f"no element {action_id} on the surface the user sees")
        if message and message not in self.visible(user):
            raise AssertionError("user cannot see that message")
        a = {
            "type": el["type"],
            "action_id": action_id,
            "block_id": bid or "b",
            "action_ts": self.ts(),
            **({"text": el["text"]} if "text" in el else {}),
            **(
                {"value": value or el.get("value")}
                if el["type"] in ("button", "feedback_buttons")
                else {"selected_option": selected}
            ),
        }
        p = {"type": "block_actions", **self._base(user), "actions": [a]}
        if message:
            p.update(
                container={
                    "type": "message",
                    "message_ts": message["ts"],
                    "channel_id": message["channel"],
                    "is_ephemeral": bool(message.get("ephemeral_to")),
                },
                channel={"id": message["channel"], "name": "x"},
                response_url=self.response_url(user, message["channel"], message["ts"]),
                state={"values": {}},
                **({} if message.get("ephemeral_to") else {"message": message}),
            )
        else:
            p.update(container={"type": "view", "view_id": view["id"]}, view=view)
        st, txt = await self._form({"payload": json.dumps(p)}, "block_actions")
        if txt:
            self.bad(f"block_actions ack must be empty, got {txt[:80]}")
        return st, txt

    async def shortcut(self, user, callback_id, message=None):
        p = {
            "type": "message_action" if message else "shortcut",
            "callback_id": callback_id,
            "action_ts": self.ts(),
            **self._base(user),
        }
        if message:
            p.update(
                message=message,
                channel={"id": message["channel"], "name": "x"},
                message_ts=message["ts"],
                response_url=self.response_url(user, message["channel"]),
            )
        return await self._form({"payload": json.dumps(p)}, "shortcut")

    def top(self, user):
        st = self.stack.get(user) or []
        return self.views[st[-1]] if st else None

    async def submit(self, user, values):
        v = self.top(user)
        assert v, "no modal open"
        state = {}
        for b in v["blocks"]:
            if b["type"] != "input":
                continue
            el = b["element"]
            t = el["type"]
            got = values.get(b["block_id"], {}).get(el.get("action_id"), _initial(el))
            if got in (None, [], "") and not b.get("optional"):
                return "client", {"errors": {b["block_id"]: "required"}}  # the client blocks it, the app never hears
            if el["type"] == "plain_text_input" and isinstance(got, str) and len(got) > el.get("max_length", 3000):
                return "client", {"errors": {b["block_id"]: "too long"}}
            key = {
                "plain_text_input": "value",
                "static_select": "selected_option",
                "checkboxes": "selected_options",
                "multi_static_select": "selected_options",
                "multi_external_select": "selected_options",
                "radio_buttons": "selected_option",
                "users_select": "selected_user",
                "datepicker": "selected_date",
            }.get(t, "value")
            if got is not None and t in ("static_select", "radio_buttons"):
                got = next(o for o in el["options"] if o["value"] == got)
            if t in ("checkboxes", "multi_static_select"):
                got = [o for o in el["options"] if o["value"] in (got or [])]
            state[b["block_id"]] = {el["action_id"]: {"type": t, key: got}}
        p = {
            "type": "view_submission",
            **self._base(user),
            "view": {**{k: x for k, x in v.items() if k != "_user"}, "state": {"values": state}},
            "response_urls": [],
        }
        st, txt = await self._form({"payload": json.dumps(p)}, "view_submission")
        if st != 200:
            return st, txt
        if not txt:
            self.stack[user].pop()
            return 200, None
        d = json.loads(txt)
        ra = d.get("response_action")
        if ra == "errors":
            inputs = {b["block_id"] for b in v["blocks"] if b["type"] == "input"}
            if not d.get("errors") or set(d["errors"]) - inputs:
                self.bad(f"view_submission: errors keys must be input block_ids, got {list(d.get('errors', {}))}")
        elif ra in ("update", "push"):
            nv, e = self._view("view_submission " + ra, d.get("view"), user)
            if e:
                return "invalid", d
            if ra == "push" and len(self.stack[user]) >= 3:
                self.bad("push_limit_reached")
            if ra == "update":
                self.views.pop(nv["id"])
                nv["id"] = v["id"]
                self.views[v["id"]] = nv
            else:
                self.stack[user].append(nv["id"])
        elif ra == "clear":
            self.stack[user] = []
        else:
            self.bad(f"view_submission: bad response_action {ra}")
        return 200, d

    async def suggest(self, user, block, typed):
        """What the app offers while somebody types into a list of its own."""
        v = self.top(user)
        el = next(b["element"] for b in v["blocks"] if b.get("block_id") == block)
        if len(typed) < el.get("min_query_length", 3):
            return []
        p = {"type": "block_suggestion", **self._base(user), "action_id": el["action_id"], "block_id": block}
        p.update(value=typed, view={k: x for k, x in v.items() if k != "_user"}, container={"type": "view"})
        _, txt = await self._form({"payload": json.dumps(p)}, "block_suggestion")
        offered = json.loads(txt or "{}").get("options", [])
        faults = blockkit.options(offered)
        if faults:
            self.bad(f"block_suggestion: {faults[:3]}")
        return offered

    async def close(self, user):
        v = self.top(user)
        self.stack[user].pop()
        if v.get("notify_on_close"):
            return await self._form(
                {"payload": json.dumps({"type": "view_closed", **self._base(user), "view": v, "is_cleared": False})},
                "view_closed",
            )
        return None

    # -- Socket Mode


def _initial(el):
    """What stands in a field that nobody touched."""
    if "initial_options" in el:
        return el["initial_options"] if "external" in el["type"] else [o["value"] for o in el["initial_options"]]
    return el["initial_option"]["value"] if "initial_option" in el else el.get("initial_value")
