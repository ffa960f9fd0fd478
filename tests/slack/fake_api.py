"""The strict Slack's Web API: messages, conversations and accounts."""

from __future__ import annotations

import asyncio
import json
import time

from aiohttp import web

from tests.slack import blockkit
from tests.slack.fake_tables import ARGS, SCOPES


class Api:
    async def _api(self, r):
        m = r.match_info["method"]
        if self.latency:
            await asyncio.sleep(self.latency)
        if r.method == "GET":
            args = dict(r.query)
        elif r.content_type == "application/json":
            args = await r.json() if r.can_read_body else {}  # a call without arguments has no body
        else:
            args = {**r.query, **await r.post()}
        for k in ("blocks", "attachments", "view", "metadata", "files", "prompts", "loading_messages"):
            if isinstance(args.get(k), str):
                try:
                    args[k] = json.loads(args[k])
                except ValueError:
                    self.bad(f"{m}: {k} is not JSON")
                    return self._no("invalid_" + ("blocks_format" if k == "blocks" else "arguments"))
        tok = (r.headers.get("Authorization") or "").removeprefix("Bearer ") or args.pop("token", "")
        args.pop("token", None)
        self.calls.append((m, args))
        if not tok:
            return self._no("not_authed")
        want = self.app_token if m == "apps.connections.open" else self.token
        if tok != want:
            self.bad(f"{m}: wrong token")
            return self._no("invalid_auth")
        if m not in ARGS:
            self.bad(f"{m}: unknown method")
            return self._no("unknown_method")
        if SCOPES.get(m) and SCOPES[m] not in self.scopes:
            self.bad(f"{m}: missing_scope {SCOPES[m]}")
            return self._no("missing_scope", needed=SCOPES[m], provided=",".join(self.scopes))
        req, opt = ARGS[m]
        args = {k: v for k, v in args.items() if v is not None and k != "team_id"}  # Bolt adds team_id to every call
        for k in req:
            if k not in args:
                self.bad(f"{m}: missing {k}")
                return self._no(
                    "invalid_arguments", response_metadata={"messages": [f"[ERROR] missing required field: {k}"]}
                )
        for k in set(args) - set(req) - set(opt):
            self.bad(f"{m}: unknown argument {k}")
        if self.force_429:
            self.force_429 -= 1
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": "1"})
        if self.rate and m in ("chat.postMessage",):  # 1 message/s/channel after a burst of `rate`
            q = [t for t in self._last.get(args["channel"], []) if t > time.time() - 1]
            if len(q) >= self.rate:
                self.bad(f"{m}: over {self.rate}/s in {args['channel']}")
                return web.json_response(
                    {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": "1"}
                )
            self._last[args["channel"]] = [*q, time.time()]
        return await getattr(self, "m_" + m.replace(".", "_"))(args)

    def _ok(self, **k):
        return web.json_response({"ok": True, **k})

    def _no(self, e, **k):
        return web.json_response({"ok": False, "error": e, **k})

    async def m_api_test(self, a):
        return self._ok(args=a)

    async def m_auth_test(self, _):
        return web.json_response(
            {
                "ok": True,
                "url": "https://t.slack.com/",
                "team": "T",
                "user": "policybot",
                "team_id": self.team,
                "user_id": self.bot,
                "bot_id": "B0BOT",
                "is_enterprise_install": False,
            },
            headers={"x-oauth-scopes": ",".join(self.scopes)},
        )

    async def m_apps_connections_open(self, _):
        return self._ok(url=self.base.replace("http", "ws") + "/socket")

    def _content(self, m, a):
        if a.get("blocks"):
            e = blockkit.validate_message(a["blocks"])
            if e:
                self.bad(f"{m}: {e[:4]}")
                return self._no(
                    "msg_blocks_too_long" if any("msg_blocks_too_long" in x for x in e) else "invalid_blocks",
                    response_metadata={"messages": ["[ERROR] " + x for x in e]},
                    errors=e,
                )
            if not a.get("text"):
                self.bad(f"{m}: blocks without top-level text (notifications and screen readers read text)")
        elif not a.get("text") and not a.get("attachments") and not a.get("markdown_text"):
            self.bad(f"{m}: no_text")
            return self._no("no_text")
        if len(a.get("text", "")) > 40000:
            self.bad(f"{m}: text over 40,000 is truncated")
        elif len(a.get("text", "")) > 4000:
            self.bad(f"{m}: text over the recommended 4,000")
        return None

    def _chan(self, m, c):
        if c in self.users:
            return self.im(c), None
        if c not in self.channels:
            self.bad(f"{m}: channel_not_found {c}")
            return None, self._no("channel_not_found")
        if self.bot not in self.channels[c]["members"]:
            self.bad(f"{m}: not_in_channel {c}")
            return None, self._no("not_in_channel")
        return c, None

    async def m_chat_postMessage(self, a):
        c, e = self._chan("chat.postMessage", a["channel"])
        e = e or self._content("chat.postMessage", a)
        if e:
            return e
        if str(a.get("unfurl_links", "1")).lower() not in ("false", "0") and "http" in json.dumps(
            [a.get("text"), a.get("blocks")]
        ):
            self.bad("chat.postMessage: link with unfurl_links not off")
        m = {
            "ts": self.ts(),
            "channel": c,
            "user": self.bot,
            "bot_id": "B0BOT",
            "text": a.get("text", ""),
            "blocks": a.get("blocks"),
            "thread_ts": a.get("thread_ts"),
        }
        self.messages.append(m)
        return self._ok(channel=c, ts=m["ts"], message=m)

    async def m_chat_postEphemeral(self, a):
        c, e = self._chan("chat.postEphemeral", a["channel"])
        e = e or self._content("chat.postEphemeral", a)
        if e:
            return e
        if a["user"] not in self.channels[c]["members"]:
            self.bad("chat.postEphemeral: user_not_in_channel")
            return self._no("user_not_in_channel")
        t = self.ts()
        self.messages.append(
            {
                "ts": t,
                "channel": c,
                "user": self.bot,
                "text": a.get("text", ""),
                "blocks": a.get("blocks"),
                "ephemeral_to": a["user"],
            }
        )
        return self._ok(message_ts=t)

    def _find(self, c, ts):
        return next((m for m in self.messages if m["channel"] == c and m["ts"] == ts and not m.get("deleted")), None)

    async def m_chat_update(self, a):
        m = self._find(a["channel"], a["ts"])
        if not m:
            return self._no("message_not_found")
        if m["user"] != self.bot or m.get("ephemeral_to"):
            self.bad("chat.update: cant_update_message")
            return self._no("cant_update_message")
        e = self._content("chat.update", a)
        if e:
            return e
        m.update(text=a.get("text", ""), blocks=a.get("blocks"), edited=True)
        return self._ok(channel=a["channel"], ts=a["ts"], text=m["text"], message=m)

    async def m_chat_getPermalink(self, a):
        if not self._find(a["channel"], a["message_ts"]):
            return self._no("message_not_found")
        link = f"https://t.slack.com/archives/{a['channel']}/p{a['message_ts'].replace('.', '')}"
        return self._ok(channel=a["channel"], permalink=link)

    async def m_chat_delete(self, a):
        m = self._find(a["channel"], a["ts"])
        if not m:
            return self._no("message_not_found")
        if m["user"] != self.bot:
            return self._no("cant_delete_message")
        m["deleted"] = True
        return self._ok(channel=a["channel"], ts=a["ts"])

    async def m_conversations_open(self, a):
        us = (a.get("users") or "").split(",")
        if len(us) != 1 or us[0] not in self.users:
            self.bad("conversations.open: user_not_found")
            return self._no("user_not_found")
        return self._ok(channel={"id": self.im(us[0])})

    async def m_conversations_info(self, a):
        return (
            self._ok(channel={"id": a["channel"], "is_im": bool(self.channels[a["channel"]].get("im"))})
            if a["channel"] in self.channels
            else self._no("channel_not_found")
        )

    async def m_conversations_history(self, a):
        c = self.channels.get(a["channel"])
        if not c or not c.get("im"):
            self.bad("conversations.history: only private chats")
            return self._no("missing_scope")
        said = [m for m in self.messages if m["channel"] == a["channel"] and not m.get("deleted")]
        lately = [m for m in said if float(m["ts"]) > float(a.get("oldest") or 0) and not m.get("ephemeral_to")]
        return self._ok(messages=lately[::-1][: int(a.get("limit") or 100)], has_more=False)

    async def m_conversations_members(self, a):
        return (
            self._ok(members=sorted(self.channels[a["channel"]]["members"]), response_metadata={"next_cursor": ""})
            if a["channel"] in self.channels
            else self._no("channel_not_found")
        )

    async def m_users_info(self, a):
        u = self.users.get(a["user"])
        return (
            self._ok(
                user={
                    "id": a["user"],
                    "team_id": self.team,
                    "name": u["name"],
                    "deleted": u.get("deleted", False),
                    "is_bot": False,
                    "is_restricted": u.get("guest", False),
                    "tz": "Europe/London",
                    "locale": "en-GB",
                    "profile": {"email": u["email"], "real_name": u["name"]},
                }
            )
            if u
            else self._no("user_not_found")
        )

    async def m_users_lookupByEmail(self, a):
        for i, u in self.users.items():
            if u["email"] == a["email"]:
                return self._ok(user={"id": i, "name": u["name"], "profile": {"email": u["email"]}})
        return self._no("users_not_found")
